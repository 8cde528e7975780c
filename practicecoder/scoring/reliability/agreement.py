"""Percentages of agreement, and the differences between two coders (Bland & Altman)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from practicecoder.scoring.distributions import t_quantile
from practicecoder.scoring.reliability.bootstrap import (
    FEWEST_SESSIONS,
    SessionBootstrap,
    divided,
)
from practicecoder.scoring.reliability.design import Floats, RatingMatrix
from practicecoder.scoring.reliability.limits import (
    NO_DISAGREEMENT,
    SAME_CONTRIBUTION,
    percent,
)
from practicecoder.scoring.results import (
    Estimate,
    Interval,
    NoInterval,
    NotEstimable,
    Statistic,
)

LIMITS_Z = 1.96
"""Limits of agreement are always 1.96 SD, whatever the level of the intervals."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementShares:
    """Percentages of agreement; of pairs of coders pooled over sessions, and of sessions."""

    exact: Statistic
    within_one: Statistic
    all_agree: Statistic


def agreement_shares(
    matrix: RatingMatrix, bootstrap: SessionBootstrap, *, step: float = 1.0
) -> AgreementShares:
    """Share of pairs that are equal, that differ by one step at most, and of unanimous sessions.

    Examples
    --------
    >>> matrix = RatingMatrix.of([[3, 3, 4], [2, 2, None]])
    >>> found = agreement_shares(matrix, SessionBootstrap(seed=1))
    >>> found.exact.value, found.exact.n, found.exact.n_pairs, found.all_agree.value
    (0.5, 2, 4, 0.5)
    """
    exact, pairs = _pairs_by_session(matrix, 0.0)
    close, _ = _pairs_by_session(matrix, step)
    unanimous, sessions = (exact == pairs).astype(np.float64), np.ones_like(pairs)
    sums = np.stack([exact, close, unanimous, pairs, sessions], axis=1)
    drawn = None if matrix.n < FEWEST_SESSIONS else bootstrap.weights(matrix.n) @ sums

    def share(agreed: int, of: int, title: str) -> Statistic:
        resampled = np.zeros(0) if drawn is None else divided(drawn[:, agreed], drawn[:, of])
        return _share(matrix, sums[:, agreed], sums[:, of], title, (bootstrap, resampled))

    return AgreementShares(
        exact=share(0, 3, "exact agreement, pairs of coders pooled"),
        within_one=share(1, 3, f"agreement within one level ({step:g}), pairs of coders pooled"),
        all_agree=share(2, 4, "sessions where all coders agree"),
    )


def _pairs_by_session(matrix: RatingMatrix, within: float) -> tuple[Floats, Floats]:
    agreed, pairs = np.zeros(matrix.n), np.zeros(matrix.n)
    for a, b in matrix.pairs():
        both = matrix.rated[:, a] & matrix.rated[:, b]
        close = np.abs(matrix.values[:, a] - matrix.values[:, b]) <= within + 1e-9
        agreed += both & close
        pairs += both
    return agreed, pairs


def _share(
    matrix: RatingMatrix,
    agreed: Floats,
    of: Floats,
    title: str,
    drawn: tuple[SessionBootstrap, Floats],
) -> Statistic:
    if matrix.n == 0:
        return NotEstimable(reason="no session was rated by two or more coders", n=0)
    bootstrap, resampled = drawn
    interval: Interval | NoInterval
    if np.ptp(agreed / of) == 0:
        perfect = matrix.coders_never_differ
        interval = NoInterval(reason=NO_DISAGREEMENT if perfect else SAME_CONTRIBUTION)
    else:
        interval = bootstrap.interval(resampled, matrix.n)
    method = f"{title}; {bootstrap.method}" if isinstance(interval, Interval) else title
    return Estimate(
        value=float(agreed.sum() / of.sum()),
        interval=interval,
        n=matrix.n,
        method=method,
        n_pairs=int(of.sum()),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class BlandAltman:
    """Differences first minus second coder: their mean, SD and limits of agreement."""

    bias: Estimate
    sd: float
    lower: Estimate
    upper: Estimate
    means: tuple[float, ...]
    differences: tuple[float, ...]


def bland_altman(
    first: Sequence[float] | Floats, second: Sequence[float] | Floats, level: float = 0.95
) -> BlandAltman | NotEstimable:
    """Bland & Altman's (1986) limits of agreement, intervals after their 1999 paper.

    Examples
    --------
    >>> found = bland_altman([3.0, 4.0, 2.0, 5.0], [2.0, 4.0, 3.0, 3.0])
    >>> found.bias.value, round(found.upper.value, 2)
    (0.5, 3.03)
    """
    a, b = np.asarray(first, dtype=float), np.asarray(second, dtype=float)
    n = len(a)
    if n < 3:
        return NotEstimable(reason="fewer than 3 shared sessions", n=n)
    differences = a - b
    bias, sd = float(differences.mean()), float(differences.std(ddof=1))
    t = t_quantile(1.0 - (1.0 - level) / 2.0, n - 1)
    limit_se = sd * np.sqrt(1.0 / n + LIMITS_Z**2 / (2.0 * (n - 1)))

    def estimate(value: float, se: float, what: str) -> Estimate:
        interval: Interval | NoInterval = Interval(
            low=value - t * se, high=value + t * se, level=level
        )
        how = f"; t {percent(level)} CI"
        if sd == 0:
            interval, how = NoInterval(reason=SAME_CONTRIBUTION), ""
        method = f"{what}{how} (Bland & Altman 1999)"
        return Estimate(value=value, interval=interval, n=n, method=method)

    return BlandAltman(
        bias=estimate(bias, sd / float(np.sqrt(n)), "mean difference"),
        sd=sd,
        lower=estimate(bias - LIMITS_Z * sd, float(limit_se), "lower limit, bias - 1.96 SD"),
        upper=estimate(bias + LIMITS_Z * sd, float(limit_se), "upper limit, bias + 1.96 SD"),
        means=tuple(((a + b) / 2.0).tolist()),
        differences=tuple(differences.tolist()),
    )
