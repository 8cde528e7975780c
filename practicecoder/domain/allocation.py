"""Who codes which session, and in what role."""

from __future__ import annotations

from dataclasses import dataclass

from practicecoder.domain.coding import CodingRole
from practicecoder.domain.ids import CoderId, SessionId


@dataclass(frozen=True, slots=True, kw_only=True)
class Assignment:
    """One line of the allocation. ``position`` orders a coder's queue and is random by design."""

    session_id: SessionId
    coder_id: CoderId
    role: CodingRole = CodingRole.PRIMARY
    position: int = 0
