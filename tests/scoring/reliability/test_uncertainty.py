from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import pytest

from practicecoder.domain.coding import ScoreBasis
from practicecoder.scoring.reliability.components import VarianceComponents
from practicecoder.scoring.reliability.uncertainty import (
    Conditions,
    Measurement,
    change80,
    decision_study,
    smallest_change,
    standard_error,
)
from practicecoder.scoring.results import Estimate, Interval, NoInterval, NotEstimable, Statistic

SCALE = (1.0, 5.0)


def an_icc(low: float = 0.5, value: float = 0.7) -> Estimate:
    return Estimate(value=value, interval=Interval(low=low, high=0.9), n=28, method="ICC(A,1)")


def an_sem(value: float = 0.36) -> Estimate:
    return Estimate(value=value, interval=NoInterval(reason="none"), n=28, method="SEM")


def measured(
    sem: Statistic | None = None, headline: Statistic | None = None, n: int = 28
) -> Measurement:
    return Measurement(sem=sem or an_sem(), headline=headline or an_icc(), n=n)


def test_sem_is_what_coders_and_the_rest_add() -> None:
    components = VarianceComponents(session=0.3, coder=0.09, residual=0.16, source="REML")
    found = standard_error(components, 28)
    assert isinstance(found, Estimate)
    assert found.value == pytest.approx(0.5)
    consistency = standard_error(components, 28, consistency=True)
    assert isinstance(consistency, Estimate)
    assert consistency.value == pytest.approx(0.4)


@pytest.mark.golden
def test_more_coders_make_means_more_reliable(golden: Callable[[str], Any]) -> None:
    data = golden("shrout_fleiss_1979")["expected"]
    parts = data["variance_components_anova"]
    found = decision_study(
        VarianceComponents(
            session=parts["subject"],
            coder=parts["rater"],
            residual=parts["residual"],
            source="mean squares",
        )
    )
    assert not isinstance(found, NotEstimable)
    assert [row.k for row in found] == [1, 2, 3, 4, 5]
    for row in found:
        wanted = data["G_study"][str(row.k)]
        assert (row.relative, row.absolute) == pytest.approx(
            (wanted["relative"], wanted["absolute"])
        )


def test_sessions_that_do_not_differ_leave_no_decision_study() -> None:
    parts = VarianceComponents(session=-0.1, coder=0.0, residual=1.0, source="mean squares")
    assert isinstance(decision_study(parts), NotEstimable)
    none = NotEstimable(reason="too few", n=1)
    assert decision_study(none) == none


def test_without_components_there_is_no_sem() -> None:
    none = NotEstimable(reason="ratings are used up by sessions and coders", n=3)
    assert standard_error(none, 3) == none
    assert smallest_change(none) == none


@pytest.mark.parametrize(
    ("icc", "half", "change"),
    [
        (0.50, 0.59, 0.83),
        (0.60, 0.53, 0.75),
        (0.70, 0.46, 0.65),
        (0.75, 0.42, 0.59),
        (0.80, 0.37, 0.53),
        (0.90, 0.26, 0.37),
    ],
)
def test_the_guide_at_an_sd_of_065(icc: float, half: float, change: float) -> None:
    sem = 0.65 * math.sqrt(1 - icc)
    found = measured(an_sem(sem)).likely_range(3, SCALE)
    assert isinstance(found, Interval)
    assert found.level == 0.80
    assert (found.high - found.low) / 2 == pytest.approx(half, abs=0.006)
    assert change80(sem, sem) == pytest.approx(change, abs=0.006)


def test_a_range_is_cut_to_the_scale() -> None:
    found = measured().likely_range(1.2, SCALE)
    assert isinstance(found, Interval)
    assert found.low == 1
    assert found.high == pytest.approx(1.2 + 1.2816 * 0.36, abs=1e-4)


def test_the_mean_of_two_coders_has_a_narrower_range() -> None:
    found = measured().likely_range(3, SCALE, basis=ScoreBasis.MEAN, n_coders=2)
    assert isinstance(found, Interval)
    assert found.high - 3 == pytest.approx(1.2816 * 0.36 / math.sqrt(2), abs=1e-4)


def test_an_agreed_rating_has_no_range() -> None:
    found = measured().likely_range(3, SCALE, basis=ScoreBasis.CONSENSUS)
    assert isinstance(found, NotEstimable)
    assert found.code == "consensus"


def test_too_few_double_codings_leave_agreement_unknown() -> None:
    found = measured(n=14).likely_range(3, SCALE)
    assert isinstance(found, NotEstimable)
    assert (found.code, found.reason) == ("unknown", "14 sessions coded twice, at least 15 needed")


def test_low_agreement_is_too_low_for_a_range() -> None:
    found = measured(headline=an_icc(low=0.39)).likely_range(3, SCALE)
    assert isinstance(found, NotEstimable)
    assert found.code == "too_low"
    assert found.reason == "the lower limit of ICC(A,1), .39, is under .40"
    close = measured(headline=an_icc(low=0.399)).likely_range(3, SCALE)
    assert isinstance(close, NotEstimable)
    assert close.reason == "the lower limit of ICC(A,1) is just under .40"


def test_the_bounds_are_settings() -> None:
    conditions = Conditions(min_double_coded=10, min_icc_lower=0.2)
    found = measured(headline=an_icc(low=0.3), n=10).likely_range(3, SCALE, conditions=conditions)
    assert isinstance(found, Interval)


def test_agreement_without_interval_or_value_is_unknown() -> None:
    bare = Estimate(value=1.0, interval=NoInterval(reason="no disagreement"), n=28, method="m")
    none = NotEstimable(reason="every coder gave 3 to every session", n=28)
    for headline in (bare, none):
        found = measured(headline=headline).usable()
        assert isinstance(found, NotEstimable)
        assert found.code == "unknown"
    assert isinstance(measured(sem=none).usable(), NotEstimable)
