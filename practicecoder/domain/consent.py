"""What a family and a worker agreed that a session may be used for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from practicecoder.domain.ids import CoderId, SessionId


class ConsentUse(StrEnum):
    """Uses that are agreed to one by one."""

    CODING = "coding"
    FEEDBACK = "feedback"
    TRAINING = "training"
    QUOTES = "quotes"
    LISTENING = "listening"
    """Listening to moments of the recording together in supervision."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Consent:
    """One answer about one use of a session.

    ``given`` False: it was refused, or taken back. ``note`` says where the answer is kept, such as
    the number of the form. ``recorded_at`` is aware UTC. A use without an answer is not agreed to.
    """

    session_id: SessionId
    use: ConsentUse
    given: bool
    recorded_at: datetime
    recorded_by: CoderId
    note: str = ""
