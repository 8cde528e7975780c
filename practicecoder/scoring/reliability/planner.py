"""How many sessions to double code: the width of interval a number of sessions can give."""

from __future__ import annotations

import math
from dataclasses import dataclass

from practicecoder.scoring.distributions import normal_quantile
from practicecoder.scoring.reliability.limits import percent
from practicecoder.scoring.results import coefficient_shown

_METHOD = "Bonett 2002, eq. 3"
_TWO_CODERS_FROM = 0.70
"""From this reliability on two coders need 5 r sessions more (Bonett 2002)."""

_FEW_CODERS = 3
_PARTLY_APPLICABLE = (
    "Items that do not apply to every session have fewer sessions than planned: plan for the "
    "item that applies least."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class DoubleCodingPlan:
    """Sessions that ``n_coders`` coders each code, and the full width of interval they give.

    ``reliability`` is the single-coder ICC one expects. ``n_codings`` counts all codings of these
    sessions.
    """

    reliability: float
    n_coders: int
    level: float
    n_sessions: int
    width: float
    method: str = _METHOD

    @property
    def n_codings(self) -> int:
        """Codings that the sessions need."""
        return self.n_sessions * self.n_coders

    @property
    def limits(self) -> tuple[float, float]:
        """About where the interval would lie, cut at the ends of the scale."""
        half = self.width / 2.0
        return max(-1.0, self.reliability - half), min(1.0, self.reliability + half)

    @property
    def sentences(self) -> tuple[str, ...]:
        """What may be said of the plan, and what it leaves out."""
        low, high = (coefficient_shown(limit) for limit in self.limits)
        promise = (
            f"{self.n_sessions} sessions coded by {self.n_coders} coders each: if agreement of "
            f"one coder is {coefficient_shown(self.reliability)}, expect a "
            f"{percent(self.level)} interval of about {low} to {high} ({self.method})."
        )
        few = "Agreement in level, ICC(A,1), is less certain than this with two or three coders."
        return (
            promise,
            "The planner assumes coders of equal severity.",
            *((few,) if self.n_coders <= _FEW_CODERS else ()),
            _PARTLY_APPLICABLE,
        )


def sessions_needed(
    reliability: float, width: float, n_coders: int, level: float = 0.95
) -> DoubleCodingPlan:
    """Fewest sessions for an interval no wider than ``width``.

    Raises
    ------
    ValueError
        If the reliability is not between 0 and 1, the width not above 0, or there are fewer than
        two coders.

    Examples
    --------
    >>> sessions_needed(0.75, 0.3, 2).n_sessions, sessions_needed(0.75, 0.3, 3).n_sessions
    (38, 24)
    """
    _check(reliability, n_coders)
    if not width > 0:
        raise ValueError("a width is above 0")
    exact = _spread(reliability, n_coders, level) / width**2 + 1 + _extra(reliability, n_coders)
    n = max(2, math.ceil(exact - 1e-9))
    return DoubleCodingPlan(
        reliability=reliability, n_coders=n_coders, level=level, n_sessions=n, width=width
    )


def expected_width(
    reliability: float, n_sessions: int, n_coders: int, level: float = 0.95
) -> DoubleCodingPlan | None:
    """Width that a number of sessions will give; None if they are too few to tell.

    Raises
    ------
    ValueError
        If the reliability is not between 0 and 1 or there are fewer than two coders.

    Examples
    --------
    >>> plan = expected_width(0.75, 38, 2)
    >>> round(plan.width, 2), plan.n_codings
    (0.3, 76)
    """
    _check(reliability, n_coders)
    left = n_sessions - 1 - _extra(reliability, n_coders)
    if left <= 0:
        return None
    width = math.sqrt(_spread(reliability, n_coders, level) / left)
    return DoubleCodingPlan(
        reliability=reliability,
        n_coders=n_coders,
        level=level,
        n_sessions=n_sessions,
        width=width,
    )


def _spread(r: float, k: int, level: float) -> float:
    z = normal_quantile(1.0 - (1.0 - level) / 2.0)
    return 8 * z**2 * (1 - r) ** 2 * (1 + (k - 1) * r) ** 2 / (k * (k - 1))


def _extra(r: float, k: int) -> float:
    return 5 * r if k == 2 and r >= _TWO_CODERS_FROM else 0.0


def _check(reliability: float, n_coders: int) -> None:
    if not 0 <= reliability < 1:
        raise ValueError("an expected reliability is at least 0 and below 1")
    if n_coders < 2:
        raise ValueError("agreement needs two coders or more")
