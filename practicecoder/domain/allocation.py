"""Who codes which session, and in what role."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from practicecoder.domain.coding import CodingRole
from practicecoder.domain.ids import CoderId, SessionId


@dataclass(frozen=True, slots=True, kw_only=True)
class Assignment:
    """One line of the allocation. ``position`` orders a coder's queue and is random by design.

    ``due_on`` is the day by which it is wanted; None if no day was named.
    """

    session_id: SessionId
    coder_id: CoderId
    role: CodingRole = CodingRole.PRIMARY
    position: int = 0
    due_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AllocationPlan:
    """How sessions were given to coders, so that the draw can be told and made again.

    ``double_share`` is the share of sessions, 0 to 1, that was to be coded by
    ``coders_per_double`` coders (2 or more). ``strata`` names what the draw was balanced over
    ("office", "phase", "behaviour_change"). ``made_at`` is aware UTC.
    """

    plan_id: str
    made_at: datetime
    made_by: CoderId
    seed: int
    double_share: float
    coders_per_double: int
    coders: tuple[CoderId, ...]
    strata: tuple[str, ...]
    n_sessions: int
    n_double: int
