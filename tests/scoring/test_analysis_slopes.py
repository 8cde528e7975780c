"""Slopes with workers as what was sampled: against R, and why there is no number."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from practicecoder.scoring.analysis_slopes import ClusteredSlope, clustered_slope
from practicecoder.scoring.frames import trend_frame
from practicecoder.scoring.results import NotEstimable


@pytest.mark.golden
def test_made_up_sessions_agree_with_statsmodels(sessions: pd.DataFrame) -> None:
    import statsmodels.formula.api as smf  # type: ignore[import-untyped]  # it has none

    rated = sessions[sessions["good_authority"].notna()]
    found = trend_frame(sessions, "good_authority")
    for slope, formula in (
        (found.clustered, "good_authority ~ days_since_implementation"),
        (found.adjusted_clustered, "good_authority ~ days_since_implementation + office_id"),
    ):
        workers = {"groups": pd.factorize(rated["worker_id"])[0]}
        fitted = smf.ols(formula, rated).fit(cov_type="cluster", cov_kwds=workers)
        assert isinstance(slope, ClusteredSlope)
        assert slope.slope == pytest.approx(fitted.params["days_since_implementation"], rel=1e-8)
        assert slope.se == pytest.approx(fitted.bse["days_since_implementation"], rel=1e-6)
        assert slope.df == rated["worker_id"].nunique() - 1


def test_one_session_for_each_worker_is_whites_variance() -> None:
    x, y = np.array([0.0, 1, 2, 3, 4]), np.array([1.0, 3, 2, 4, 4])
    found = clustered_slope(x, y, list("abcde"))

    assert isinstance(found, ClusteredSlope)
    dx = x - x.mean()
    residual = (y - y.mean()) - found.slope * dx
    white = np.sqrt(5 / 3 * ((dx * residual) ** 2).sum()) / (dx @ dx)
    assert found.se == pytest.approx(white)


@pytest.mark.parametrize(
    ("workers", "reason"),
    [
        (["a", None, "b", "b"], "the worker of some sessions is not known"),
        (["a"] * 4, "fewer than 2 workers"),
    ],
)
def test_why_there_is_no_slope(workers: list[str | None], reason: str) -> None:
    x, y = np.array([0.0, 1, 2, 3]), np.array([1.0, 3, 2, 4])

    assert clustered_slope(x, y, workers) == NotEstimable(reason=reason, n=4)
