"""Messages of a coder to the lead about possible harm that was heard."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from practicecoder.domain.ids import CoderId, SessionId


@dataclass(frozen=True, slots=True, kw_only=True)
class Concern:
    """One message, outside the blind; it never enters scores, reports or exports.

    ``at_ms`` is the moment it speaks of, None for the whole session. ``seen_by`` and ``seen_at``
    are None until a lead has taken note; ``action`` is what the lead wrote about it. Moments of
    time are aware UTC.
    """

    concern_id: str
    session_id: SessionId
    coder_id: CoderId
    text: str
    raised_at: datetime
    at_ms: int | None = None
    seen_by: CoderId | None = None
    seen_at: datetime | None = None
    action: str = ""

    @property
    def is_seen(self) -> bool:
        """Whether a lead has taken note."""
        return self.seen_at is not None
