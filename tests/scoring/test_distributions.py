from __future__ import annotations

import math

import pytest

from practicecoder.scoring import distributions


def test_quantiles_agree_with_scipys_distributions() -> None:
    from scipy import stats

    assert distributions.normal_quantile(0.975) == pytest.approx(stats.norm.ppf(0.975), abs=1e-12)
    assert distributions.t_quantile(0.9, 7.5) == pytest.approx(stats.t.ppf(0.9, 7.5), abs=1e-12)
    assert distributions.t_two_sided(-1.3, 9) == pytest.approx(2 * stats.t.sf(1.3, 9), abs=1e-12)
    assert distributions.f_quantile(0.975, 5, 4.8) == pytest.approx(
        stats.f.ppf(0.975, 5, 4.8), rel=1e-12
    )
    assert distributions.f_tail(3.2, 2, 50) == pytest.approx(stats.f.sf(3.2, 2, 50), abs=1e-12)


@pytest.mark.parametrize(
    ("p", "df", "t"),
    [(0.975, 101, 2.33), (0.025, 3, -4.0), (0.025, 5, 40), (0.025, 1, 30), (0.975, 1, 30)],
)
def test_the_noncentrality_puts_t_at_its_quantile(p: float, df: float, t: float) -> None:
    from scipy import stats

    nc = distributions.noncentrality(p, df, t)
    assert nc is not None
    assert stats.nct.cdf(t, df, nc) == pytest.approx(p, abs=1e-9)


def test_degrees_of_freedom_near_zero_give_no_error() -> None:
    assert distributions.f_quantile(0.975, 27, 1e-9) > 1e100
    assert math.isfinite(distributions.f_quantile(0.975, 1e-9, 27))
