"""What coders agreed in a meeting about how a codebook item is to be read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from practicecoder.domain.coding import CodebookRef
from practicecoder.domain.ids import CoderId, SessionId


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """One addendum of the laboratory to a codebook item.

    ``item`` is a dimension or count id of ``codebook``. ``session_id`` is the session whose
    comparison brought it about; None if it was written outside a meeting. ``decided_at`` is aware
    UTC.
    """

    decision_id: str
    codebook: CodebookRef
    item: str
    text: str
    decided_at: datetime
    decided_by: CoderId
    session_id: SessionId | None = None
