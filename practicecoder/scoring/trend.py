"""A score over days since implementation: overall, within offices, and offices set aside."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from practicecoder.scoring import _pingouin
from practicecoder.scoring.analysis_slopes import ClusteredSlope, clustered_slope
from practicecoder.scoring.analysis_warnings import AnalysisWarning, within_between
from practicecoder.scoring.distributions import (
    f_tail,
    normal_quantile,
    t_quantile,
    t_two_sided,
)
from practicecoder.scoring.reliability.limits import percent
from practicecoder.scoring.results import Interval, NoInterval, NotEstimable, limits_json

Floats = NDArray[np.float64]

PER = 100
"""Screens and tables give slopes per this many days."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """Least squares line, with what its band needs. ``t`` is the quantile of the level."""

    intercept: float
    slope: float
    mean_x: float
    sum_squares_x: float
    residual_sd: float
    n: int
    t: float
    low_x: float
    high_x: float

    def at(self, x: float) -> tuple[float, float, float]:
        """Height of the line at ``x``, and the lower and upper limit of the mean there."""
        fit = self.intercept + self.slope * x
        spread = 1.0 / self.n + (x - self.mean_x) ** 2 / self.sum_squares_x
        half = self.t * self.residual_sd * math.sqrt(spread)
        return fit, fit - half, fit + half


@dataclass(frozen=True, slots=True, kw_only=True)
class Correlation:
    """Pearson's r with Fisher's interval, Spearman's beside it, and the least squares slope.

    ``slope`` is per day; ``group`` is empty for all sessions together.
    """

    group: str
    n: int
    r: float
    p: float
    interval: Interval | NoInterval
    spearman: float
    spearman_p: float
    slope: float
    slope_se: float
    slope_interval: Interval | NoInterval
    intercept: float
    line: Line

    @property
    def slope_per_100_days(self) -> float:
        """Slope as it is shown."""
        return PER * self.slope


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupTrend:
    """The relation within one group."""

    group: str
    correlation: Correlation | NotEstimable


@dataclass(frozen=True, slots=True, kw_only=True)
class AdjustedSlope:
    """Slope per day with the differences between groups set aside.

    The interaction asks whether slopes differ between groups.
    """

    slope: float
    se: float
    p: float
    interval: Interval
    n: int
    interaction_f: float | None
    interaction_p: float | None
    method: str

    @property
    def slope_per_100_days(self) -> float:
        """Slope as it is shown."""
        return PER * self.slope

    def as_json(self) -> dict[str, object]:
        """Part of the document of ``practicecoder trend --json``."""
        return {
            "slope": self.slope,
            "slope_per_100_days": self.slope_per_100_days,
            "se": self.se,
            "p": self.p,
            "ci_low": self.interval.low,
            "ci_high": self.interval.high,
            "n": self.n,
            "interaction_f": self.interaction_f,
            "interaction_p": self.interaction_p,
            "method": self.method,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class TrendResult:
    """One score over days. ``by`` is empty if sessions were not grouped.

    ``clustered`` and ``adjusted_clustered`` are the slopes, all together and with groups set
    aside, with workers as what was sampled.
    """

    score: str
    on: str
    by: str
    overall: Correlation | NotEstimable
    groups: tuple[GroupTrend, ...]
    adjusted: AdjustedSlope | NotEstimable
    clustered: ClusteredSlope | NotEstimable
    adjusted_clustered: ClusteredSlope | NotEstimable
    warnings: tuple[AnalysisWarning, ...] = ()

    def as_json(self) -> dict[str, object]:
        """Document of ``practicecoder trend --json``."""
        groups = [{"group": g.group, **_correlation_json(g.correlation)} for g in self.groups]
        return {
            "score": self.score,
            "on": self.on,
            "overall": _correlation_json(self.overall),
            "by": {self.by: groups} if self.by else {},
            "adjusted": _slope_json(self.adjusted),
            "clustered": _slope_json(self.clustered),
            "adjusted_clustered": _slope_json(self.adjusted_clustered),
            "warnings": [warning.sentence for warning in self.warnings],
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class TimedScores:
    """Days and score of each session that has both.

    ``groups`` and ``workers`` go with them, empty if they are not known.
    """

    days: Sequence[float]
    values: Sequence[float]
    groups: Sequence[str] = ()
    workers: Sequence[str | None] = ()


def trend(
    score: str,
    sessions: TimedScores,
    *,
    on: str = "days_since_implementation",
    by: str = "",
    level: float = 0.95,
) -> TrendResult:
    """Relation of a score to days, overall and within each group.

    Parameters
    ----------
    score
        Id of the score, for the result.
    sessions
        Days, scores and offices.
    on, by
        Names of the columns, for the result.
    level
        Of every interval.

    Examples
    --------
    >>> days, values = [0, 50, 100, 150, 200], [2.0, 3.0, 2.5, 3.5, 3.0]
    >>> found = trend("empathy", TimedScores(days=days, values=values))
    >>> round(found.overall.r, 3), round(found.overall.slope_per_100_days, 3)
    (0.693, 0.5)
    """
    x, y = np.asarray(sessions.days, dtype=float), np.asarray(sessions.values, dtype=float)
    names = np.asarray(list(sessions.groups), dtype=object)
    overall = correlation(x, y, level=level)
    each = []
    for name in sorted(set(names.tolist())):
        mine = names == name
        found = correlation(x[mine], y[mine], group=name, level=level)
        each.append(GroupTrend(group=name, correlation=found))
    adjusted = adjusted_slope(x, y, names, level=level)
    workers = sessions.workers or [None] * len(x)
    within: ClusteredSlope | NotEstimable
    if isinstance(adjusted, NotEstimable):
        within = adjusted
    else:
        within = clustered_slope(x, y, workers, groups=names, level=level)
    if isinstance(overall, NotEstimable):
        clustered: ClusteredSlope | NotEstimable = overall
    else:
        clustered = clustered_slope(x, y, workers, level=level)
    return TrendResult(
        score=score,
        on=on,
        by=by if len(names) else "",
        overall=overall,
        groups=tuple(each),
        adjusted=adjusted,
        clustered=clustered,
        adjusted_clustered=within,
        warnings=tuple(_cautions(overall, each, adjusted)),
    )


def correlation(
    x: Floats, y: Floats, *, group: str = "", level: float = 0.95, of_x: str = ""
) -> Correlation | NotEstimable:
    """Correlation and line of one set of sessions; ``of_x`` names what x is unless it is days.

    Examples
    --------
    >>> found = correlation(np.array([0.0, 1.0, 2.0, 3.0]), np.array([1.0, 3.0, 2.0, 4.0]))
    >>> round(found.r, 2), round(found.p, 2)
    (0.8, 0.2)
    """
    n = len(x)
    if n < 3:
        return NotEstimable(reason="fewer than 3 sessions", n=n)
    told = f"{of_x} does not vary" if of_x else "days do not vary"
    for values, reason in ((x, told), (y, "the score does not vary")):
        if np.ptp(values) <= 1e-9 * max(1.0, float(np.abs(values).max())):
            return NotEstimable(reason=reason, n=n)
    pearson = _pingouin.correlation(x.tolist(), y.tolist())
    spearman = _pingouin.correlation(x.tolist(), y.tolist(), ranks=True)
    line = _line(x, y, level)
    on_a_line = line.residual_sd == 0
    r = math.copysign(1.0, line.slope) if on_a_line else pearson.statistic
    slope_se = line.residual_sd / math.sqrt(line.sum_squares_x)
    half = line.t * slope_se
    straight = NoInterval(reason="all sessions lie on one line")
    return Correlation(
        group=group,
        n=n,
        r=r,
        p=0.0 if on_a_line else pearson.p,
        interval=straight if on_a_line else _fisher_limits(r, n, level),
        spearman=spearman.statistic,
        spearman_p=spearman.p,
        slope=line.slope,
        slope_se=slope_se,
        slope_interval=(
            straight
            if on_a_line
            else Interval(low=line.slope - half, high=line.slope + half, level=level)
        ),
        intercept=line.intercept,
        line=line,
    )


def adjusted_slope(
    x: Floats, y: Floats, groups: NDArray[np.object_], *, level: float = 0.95
) -> AdjustedSlope | NotEstimable:
    """Slope of score on days with one level per group, and the test of equal slopes."""
    names = sorted(set(groups.tolist()))
    n = len(x)
    if len(names) < 2:
        number = "one group" if names else "no groups"
        return NotEstimable(
            reason=f"there are {number} to set aside" if not names else f"there is only {number}",
            n=n,
        )
    sxx, sxy, syy = (
        np.array(sums) for sums in zip(*(_sums(x, y, groups == g) for g in names), strict=True)
    )
    df = n - len(names) - 1
    if df < 1 or sxx.sum() <= 1e-9:
        return NotEstimable(reason="days do not vary enough within groups", n=n)
    slope = float(sxy.sum() / sxx.sum())
    left = float(syy.sum() - slope * sxy.sum())
    if left <= 1e-12 * max(1.0, float(syy.sum())):
        return NotEstimable(reason="within groups all sessions lie on parallel lines", n=n)
    se = math.sqrt(left / df / float(sxx.sum()))
    half = t_quantile(1.0 - (1.0 - level) / 2.0, df) * se
    f, p = _interaction(sxx, sxy, float(syy.sum()), n)
    return AdjustedSlope(
        slope=slope,
        se=se,
        p=t_two_sided(slope / se, df),
        interval=Interval(low=slope - half, high=slope + half, level=level),
        n=n,
        interaction_f=f,
        interaction_p=p,
        method=f"least squares, score on days and group; t with {df} df; {percent(level)} CI",
    )


def _sums(x: Floats, y: Floats, mine: NDArray[np.bool_]) -> tuple[float, float, float]:
    dx, dy = x[mine] - x[mine].mean(), y[mine] - y[mine].mean()
    return float(dx @ dx), float(dx @ dy), float(dy @ dy)


def _interaction(
    sxx: Floats, sxy: Floats, syy: float, n: int
) -> tuple[float, float] | tuple[None, None]:
    """F test of one slope for all groups against a slope for each."""
    sloped = sxx > 1e-9
    df1, df2 = int(sloped.sum()) - 1, n - len(sxx) - int(sloped.sum())
    separate = float((sxy[sloped] ** 2 / sxx[sloped]).sum())
    common = float(sxy.sum() ** 2 / sxx.sum())
    left = syy - separate
    if df1 < 1 or df2 < 1 or left <= 1e-12 * max(1.0, syy):
        return None, None
    f = max(0.0, separate - common) / df1 / (left / df2)
    return f, f_tail(f, df1, df2)


def _line(x: Floats, y: Floats, level: float) -> Line:
    n, mean_x, mean_y = len(x), float(x.mean()), float(y.mean())
    dx, dy = x - mean_x, y - mean_y
    sum_squares = float(dx @ dx)
    slope = float(dx @ dy) / sum_squares
    left = dy - slope * dx
    rss = float(left @ left)
    if rss <= 1e-12 * max(1.0, float(dy @ dy)):
        rss = 0.0
    return Line(
        intercept=mean_y - slope * mean_x,
        slope=slope,
        mean_x=mean_x,
        sum_squares_x=sum_squares,
        residual_sd=math.sqrt(rss / (n - 2)),
        n=n,
        t=t_quantile(1.0 - (1.0 - level) / 2.0, n - 2),
        low_x=float(x.min()),
        high_x=float(x.max()),
    )


def _fisher_limits(r: float, n: int, level: float) -> Interval | NoInterval:
    if n < 4:
        return NoInterval(reason="fewer than 4 sessions")
    half = normal_quantile(1.0 - (1.0 - level) / 2.0) / math.sqrt(n - 3)
    z = math.atanh(r)
    return Interval(low=math.tanh(z - half), high=math.tanh(z + half), level=level)


def _cautions(
    overall: Correlation | NotEstimable,
    groups: Sequence[GroupTrend],
    adjusted: AdjustedSlope | NotEstimable,
) -> list[AnalysisWarning]:
    if isinstance(overall, NotEstimable):
        return []
    by_group = {g.group: g.correlation.r for g in groups if isinstance(g.correlation, Correlation)}
    kept = None
    if isinstance(adjusted, AdjustedSlope) and overall.slope != 0:
        kept = adjusted.slope / overall.slope
    return within_between(overall.r, by_group, kept)


def _correlation_json(found: Correlation | NotEstimable) -> dict[str, object]:
    if isinstance(found, NotEstimable):
        nothing = dict.fromkeys(("r", "p", "ci_low", "ci_high", "slope", "intercept"))
        return {"n": found.n, **nothing, "reason": found.reason}
    slope = found.slope_interval
    return {
        "n": found.n,
        "r": found.r,
        "p": found.p,
        **limits_json(found.interval),
        "slope": found.slope,
        "intercept": found.intercept,
        "slope_se": found.slope_se,
        "slope_ci_low": slope.low if isinstance(slope, Interval) else None,
        "slope_ci_high": slope.high if isinstance(slope, Interval) else None,
        "slope_per_100_days": found.slope_per_100_days,
        "spearman": found.spearman,
        "spearman_p": found.spearman_p,
        "method": "Pearson's r, Fisher's interval; slope per day by least squares",
    }


def _slope_json(found: AdjustedSlope | ClusteredSlope | NotEstimable) -> dict[str, object]:
    if isinstance(found, NotEstimable):
        return {"slope": None, "p": None, "reason": found.reason, "n": found.n}
    return found.as_json()
