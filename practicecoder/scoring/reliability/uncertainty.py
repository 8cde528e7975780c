"""How far a score may be off because coders differ: SEM, smallest change, likely range."""

from __future__ import annotations

import math
from dataclasses import dataclass

from practicecoder.domain.coding import ScoreBasis
from practicecoder.scoring.distributions import normal_quantile
from practicecoder.scoring.reliability.components import VarianceComponents
from practicecoder.scoring.reliability.limits import NO_DISAGREEMENT
from practicecoder.scoring.results import (
    Estimate,
    Interval,
    NoInterval,
    NotEstimable,
    Statistic,
    coefficient_shown,
)

RANGE_LEVEL = 0.80
CHANGE_LEVEL = 0.95
_NO_INTERVAL = "no interval is computed for it"


def standard_error(
    components: VarianceComponents | NotEstimable, n: int, *, consistency: bool = False
) -> Statistic:
    """Standard error of measurement of one coder's value.

    The agreement form sqrt(coder + residual variance) is the one to use; the consistency form
    leaves the coder variance out.

    Examples
    --------
    >>> parts = VarianceComponents(session=0.31, coder=0.04, residual=0.10, source="REML")
    >>> round(standard_error(parts, 28).value, 2)
    0.37
    """
    if isinstance(components, NotEstimable):
        return components
    coder = 0.0 if consistency else components.coder
    value = math.sqrt(coder + components.residual)
    what = "residual" if consistency else "coder + residual"
    none = NoInterval(reason=NO_DISAGREEMENT if value == 0 else _NO_INTERVAL)
    method = f"SEM, square root of {what} variance ({components.source})"
    return Estimate(value=value, interval=none, n=n, method=method)


def smallest_change(sem: Statistic) -> Statistic:
    """Smallest detectable change between two values of one coder each, 95%.

    Examples
    --------
    >>> sem = Estimate(value=0.36, interval=NoInterval(reason=""), n=28, method="SEM")
    >>> round(smallest_change(sem).value, 2)
    1.0
    """
    if isinstance(sem, NotEstimable):
        return sem
    value = 1.96 * math.sqrt(2.0) * sem.value
    method = f"SDC, 1.96 x sqrt(2) x SEM; {sem.method} (de Vet et al. 2006)"
    return Estimate(value=value, interval=sem.interval, n=sem.n, method=method)


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionRow:
    """Reliability of the mean of k coders: of their ranking, and of the value itself."""

    k: int
    relative: float
    absolute: float


def decision_study(
    components: VarianceComponents | NotEstimable, *, most: int = 5
) -> tuple[DecisionRow, ...] | NotEstimable:
    """How reliable means of one to ``most`` coders would be (Brennan 2001).

    Examples
    --------
    >>> parts = VarianceComponents(session=0.31, coder=0.04, residual=0.10, source="REML")
    >>> [round(row.absolute, 2) for row in decision_study(parts, most=3)]
    [0.69, 0.82, 0.87]
    """
    if isinstance(components, NotEstimable):
        return components
    session, coder, residual = components.session, components.coder, components.residual
    if session <= 0:
        return NotEstimable(reason="sessions differ less than ratings of one session", n=0)
    return tuple(
        DecisionRow(
            k=k,
            relative=session / (session + residual / k),
            absolute=session / (session + (coder + residual) / k),
        )
        for k in range(1, most + 1)
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Conditions:
    """When a range may be shown to a worker; settings of the study."""

    min_double_coded: int = 15
    min_icc_lower: float = 0.40


@dataclass(frozen=True, slots=True, kw_only=True)
class Measurement:
    """What is known about the precision of one score: its SEM and single-coder agreement.

    ``n`` is the number of sessions coded by two or more that both rest on.
    """

    sem: Statistic
    headline: Statistic
    n: int

    def usable(self, conditions: Conditions | None = None) -> Estimate | NotEstimable:
        """SEM if a range may be shown; else the reason, its code naming the fixed sentence.

        The code is ``unknown`` (too few double codings, or nothing to judge them by) or
        ``too_low`` (lower limit of the ICC under the study's bound).
        """
        asked = conditions or Conditions()
        if self.n < asked.min_double_coded:
            why = f"{self.n} sessions coded twice, at least {asked.min_double_coded} needed"
            return NotEstimable(reason=why, n=self.n, code="unknown")
        for statistic in (self.headline, self.sem):
            if isinstance(statistic, NotEstimable):
                return NotEstimable(reason=statistic.reason, n=self.n, code="unknown")
        assert isinstance(self.headline, Estimate)
        assert isinstance(self.sem, Estimate)
        if isinstance(self.headline.interval, NoInterval):
            why = f"the agreement has no interval: {self.headline.interval.reason}"
            return NotEstimable(reason=why, n=self.n, code="unknown")
        low = self.headline.interval.low
        if low < asked.min_icc_lower:
            least = coefficient_shown(asked.min_icc_lower)
            rounded = coefficient_shown(low).replace("-", "\N{MINUS SIGN}")
            why = (
                f"the lower limit of ICC(A,1) is just under {least}"
                if rounded == least
                else f"the lower limit of ICC(A,1), {rounded}, is under {least}"
            )
            return NotEstimable(reason=why, n=self.n, code="too_low")
        return self.sem

    def likely_range(
        self,
        value: float,
        scale: tuple[float, float],
        *,
        basis: ScoreBasis = ScoreBasis.SINGLE,
        n_coders: int = 1,
        conditions: Conditions | None = None,
    ) -> Interval | NotEstimable:
        """80% range of a score, allowing for differences between coders, cut to the scale.

        A consensus has none: nobody has measured how far agreed ratings are off.
        """
        if basis is ScoreBasis.CONSENSUS:
            reason = "no range has been measured for agreed ratings"
            return NotEstimable(reason=reason, n=self.n, code="consensus")
        sem = self.usable(conditions)
        if isinstance(sem, NotEstimable):
            return sem
        half = _z80() * sem.value / math.sqrt(n_coders)
        low, high = max(scale[0], value - half), min(scale[1], value + half)
        return Interval(low=low, high=high, level=RANGE_LEVEL)


def change80(first_sem: float, second_sem: float) -> float:
    """Change between two values that coder differences alone exceed once in five times.

    Examples
    --------
    >>> round(change80(0.36, 0.36), 2)
    0.65
    """
    return _z80() * math.hypot(first_sem, second_sem)


def _z80() -> float:
    return normal_quantile(1.0 - (1.0 - RANGE_LEVEL) / 2.0)
