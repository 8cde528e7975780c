"""Drift of coders: departures from reference codings over time, coder by coder."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from practicecoder.codebook.model import Codebook
from practicecoder.domain.coding import ItemRating
from practicecoder.scoring.distributions import f_tail, t_quantile
from practicecoder.scoring.reliability.design import Floats
from practicecoder.scoring.reliability.kappa import kappa_of_table, kappa_title
from practicecoder.scoring.reliability.limits import SAME_CONTRIBUTION, percent
from practicecoder.scoring.reliability.severity import CoderTest
from practicecoder.scoring.reliability.weights import (
    Weighting,
    agreement_weights,
    places_on,
)
from practicecoder.scoring.results import (
    Estimate,
    Interval,
    NoInterval,
    NotEstimable,
    Statistic,
)

FEWEST_FOR_A_SLOPE = 10
_BASE = 10
"""The running sum is about the mean of this many first departures."""
_DAYS_PER_WEEK = 7.0


@dataclass(frozen=True, slots=True, kw_only=True)
class CalibrationRating:
    """One coder's rating of a recording that has a reference rating."""

    coder_id: str
    session_id: str
    coded_on: date
    value: float
    reference: float

    @property
    def departure(self) -> float:
        """Rating minus reference."""
        return self.value - self.reference


@dataclass(frozen=True, slots=True, kw_only=True)
class DriftPoint:
    """One departure, and the running sum up to it; None where there is no running sum."""

    session_id: str
    coded_on: date
    departure: float
    running_sum: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthlyDeparture:
    """A coder's recordings of one calendar month.

    ``month`` is its first day, ``mean_day`` the mean of the days the recordings were coded on.
    """

    month: date
    mean_day: date
    n: int
    mean: float
    exact: float
    within_one: float


@dataclass(frozen=True, slots=True, kw_only=True)
class CoderDrift:
    """One coder's departures. Halves are of the period of all recordings, not of the coder's own.

    ``slope`` is per week of calendar time. It is a reason to recalibrate, not a verdict.
    """

    coder_id: str
    n: int
    departure: Statistic
    exact: float
    within_one: float
    kappa: Statistic
    slope: Statistic
    first_half: float | None
    second_half: float | None
    points: tuple[DriftPoint, ...]
    months: tuple[MonthlyDeparture, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DriftReport:
    """Coders in order of their codes, and whether their slopes differ.

    ``n_slopes`` is how many slopes were looked at; print it beside any of them.
    """

    first_day: date
    last_day: date
    coders: tuple[CoderDrift, ...]
    interaction: CoderTest | NotEstimable
    n_slopes: int

    @property
    def sentence(self) -> str:
        """What the slopes are for."""
        return (
            f"{self.n_slopes} slopes were looked at. One coder's slope is a reason to "
            "recalibrate, not a verdict."
        )


def calibration_ratings(
    codebook: Codebook,
    trials: Sequence[ItemRating],
    reference: Sequence[ItemRating],
    coded_on: Mapping[tuple[str, str], date],
) -> dict[str, tuple[CalibrationRating, ...]]:
    """Trials beside their reference by dimension; ``coded_on`` is by (session, coder).

    Ratings without a day, without a reference or not applicable to either are left out.
    """
    agreed = {
        (r.session_id, r.item): r.rating.value for r in reference if r.rating.value is not None
    }
    found: dict[str, list[CalibrationRating]] = {item: [] for item in codebook.dimension_ids}
    for trial in trials:
        day = coded_on.get((trial.session_id, trial.coder_id))
        value, theirs = trial.rating.value, agreed.get((trial.session_id, trial.item))
        if day is None or value is None or theirs is None or trial.item not in found:
            continue
        found[trial.item].append(
            CalibrationRating(
                coder_id=trial.coder_id,
                session_id=trial.session_id,
                coded_on=day,
                value=value,
                reference=theirs,
            )
        )
    return {item: tuple(ratings) for item, ratings in found.items()}


def drift(
    ratings: Sequence[CalibrationRating],
    levels: Sequence[float],
    *,
    step: float = 1.0,
    level: float = 0.95,
) -> DriftReport | NotEstimable:
    """Departures from the reference on one dimension: by coder, over time.

    Parameters
    ----------
    ratings
        Of one dimension, any coders, in any order.
    levels, step
        The dimension's scale.
    level
        Of the intervals.
    """
    if not ratings:
        return NotEstimable(reason="no recording with a reference was coded", n=0)
    days = [rating.coded_on for rating in ratings]
    by_coder: dict[str, list[CalibrationRating]] = defaultdict(list)
    for rating in sorted(ratings, key=lambda r: (r.coded_on, r.session_id)):
        by_coder[rating.coder_id].append(rating)
    first, last = min(days), max(days)
    series = {coder: _Series.of(mine, first) for coder, mine in sorted(by_coder.items())}
    middle = (last - first).days / 2 / _DAYS_PER_WEEK
    scale = (tuple(float(value) for value in levels), step)
    coders = tuple(_coder(coder, one, middle, scale, level) for coder, one in series.items())
    return DriftReport(
        first_day=first,
        last_day=last,
        coders=coders,
        interaction=_interaction(list(series.values())),
        n_slopes=sum(isinstance(one.slope, Estimate) for one in coders),
    )


@dataclass(frozen=True, kw_only=True, eq=False)
class _Series:
    """One coder's departures in order of time, weeks counted from the first day of all."""

    ratings: tuple[CalibrationRating, ...]
    weeks: Floats
    departures: Floats

    @classmethod
    def of(cls, ratings: Sequence[CalibrationRating], first: date) -> _Series:
        return cls(
            ratings=tuple(ratings),
            weeks=np.array([(r.coded_on - first).days / _DAYS_PER_WEEK for r in ratings]),
            departures=np.array([r.departure for r in ratings], dtype=np.float64),
        )

    @property
    def n(self) -> int:
        return len(self.ratings)

    @property
    def squares(self) -> tuple[float, float, float]:
        """Sums of squares and products about the means: weeks, both, departures."""
        x, y = self.weeks - self.weeks.mean(), self.departures - self.departures.mean()
        return float(x @ x), float(x @ y), float(y @ y)

    @property
    def why_no_slope(self) -> str | None:
        """Why there is no slope; None if there is one."""
        if self.n < FEWEST_FOR_A_SLOPE:
            return f"a slope needs {FEWEST_FOR_A_SLOPE} recordings"
        return "all were coded on one day" if self.squares[0] == 0 else None


def _coder(
    coder_id: str,
    series: _Series,
    middle: float,
    scale: tuple[tuple[float, ...], float],
    level: float,
) -> CoderDrift:
    levels, step = scale
    d = series.departures
    early = series.weeks < middle
    return CoderDrift(
        coder_id=coder_id,
        n=series.n,
        departure=_departure(d, level),
        exact=float((d == 0).mean()),
        within_one=_close(d, step),
        kappa=_kappa(series, levels, level),
        slope=_slope(series, level),
        first_half=float(d[early].mean()) if early.any() else None,
        second_half=float(d[~early].mean()) if middle and (~early).any() else None,
        points=_points(series),
        months=_months(series, step),
    )


def _kappa(series: _Series, levels: tuple[float, ...], level: float) -> Statistic:
    if series.n < 2:
        return NotEstimable(reason="one recording has no kappa", n=series.n)
    trial, reference = (
        places_on(levels, np.array([getattr(r, side) for r in series.ratings], dtype=float))
        for side in ("value", "reference")
    )
    q = len(levels)
    table = np.bincount(trial * q + reference, minlength=q * q).reshape(q, q)
    return kappa_of_table(
        table.astype(np.float64),
        agreement_weights(Weighting.QUADRATIC, q),
        title=kappa_title(Weighting.QUADRATIC),
        level=level,
    )


def _close(departures: Floats, step: float) -> float:
    return float((np.abs(departures) <= step + 1e-9).mean())


def _departure(d: Floats, level: float) -> Statistic:
    n, value = len(d), float(d.mean())
    title = "mean of rating minus reference"
    if n < 2:
        return Estimate(
            value=value, interval=NoInterval(reason="one recording"), n=n, method=title
        )
    se = float(d.std(ddof=1)) / np.sqrt(n)
    if np.ptp(d) == 0:
        same = NoInterval(reason=SAME_CONTRIBUTION)
        return Estimate(value=value, interval=same, n=n, method=title)
    half = t_quantile(1 - (1 - level) / 2, n - 1) * float(se)
    interval = Interval(low=value - half, high=value + half, level=level)
    return Estimate(value=value, interval=interval, n=n, method=f"{title}; t {percent(level)} CI")


def _slope(series: _Series, level: float) -> Statistic:
    if (why := series.why_no_slope) is not None:
        return NotEstimable(reason=why, n=series.n)
    xx, xy, yy = series.squares
    slope = xy / xx
    left = max(0.0, yy - slope * xy)
    title = "least squares slope per week"
    if left <= 1e-12 * max(1.0, yy):
        exact = NoInterval(reason="the departures lie on a line")
        return Estimate(value=slope, interval=exact, n=series.n, method=title)
    df = series.n - 2
    half = t_quantile(1 - (1 - level) / 2, df) * float(np.sqrt(left / df / xx))
    return Estimate(
        value=slope,
        interval=Interval(low=slope - half, high=slope + half, level=level),
        n=series.n,
        method=f"{title}; t {percent(level)} CI",
    )


def _points(series: _Series) -> tuple[DriftPoint, ...]:
    d = series.departures
    sums: list[float | None] = [None] * series.n
    if series.n >= _BASE:
        sums = list(np.cumsum(d - d[:_BASE].mean()).tolist())
    return tuple(
        DriftPoint(
            session_id=rating.session_id,
            coded_on=rating.coded_on,
            departure=rating.departure,
            running_sum=total,
        )
        for rating, total in zip(series.ratings, sums, strict=True)
    )


def _months(series: _Series, step: float) -> tuple[MonthlyDeparture, ...]:
    by_month: dict[date, list[CalibrationRating]] = defaultdict(list)
    for rating in series.ratings:
        by_month[rating.coded_on.replace(day=1)].append(rating)
    return tuple(_month(month, ratings, step) for month, ratings in by_month.items())


def _month(month: date, ratings: Sequence[CalibrationRating], step: float) -> MonthlyDeparture:
    departures = np.array([rating.departure for rating in ratings], dtype=np.float64)
    days = [rating.coded_on.toordinal() for rating in ratings]
    return MonthlyDeparture(
        month=month,
        mean_day=date.fromordinal(round(sum(days) / len(days))),
        n=len(ratings),
        mean=float(departures.mean()),
        exact=float((departures == 0).mean()),
        within_one=_close(departures, step),
    )


def _interaction(series: Sequence[_Series]) -> CoderTest | NotEstimable:
    """F of coder x week: lines of their own against one slope for all coders that have a slope."""
    used = [one for one in series if one.why_no_slope is None]
    n = sum(one.n for one in used)
    if len(used) < 2:
        return NotEstimable(reason="needs two coders with a slope", n=n)
    squares = np.array([one.squares for one in used])
    xx, xy, yy = squares.sum(axis=0)
    own = float((squares[:, 2] - squares[:, 1] ** 2 / squares[:, 0]).sum())
    common = float(yy - xy**2 / xx)
    df1, df2 = len(used) - 1, n - 2 * len(used)
    if own <= 1e-12 * max(1.0, float(yy)):
        return NotEstimable(reason="the departures lie on lines", n=n)
    f = max(0.0, common - own) / df1 / (own / df2)
    return CoderTest(f=f, df1=df1, df2=df2, p=f_tail(f, df1, df2))
