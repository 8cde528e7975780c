"""What is done with a session whose family or worker no longer agrees to its use."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from practicecoder.domain.ids import CoderId


class WithdrawalChoice(StrEnum):
    """How far a withdrawal reaches; each destroys as much as the one before it, and more."""

    NO_NEW_USE = "no_new_use"
    """Everything stays, and nothing uses it any more."""
    ERASE_RECORDING = "erase_recording"
    """The sound is destroyed; ratings stay with their session."""
    DETACH_CODES = "detach_codes"
    """The sound is destroyed; ratings stay without worker, office, date and words."""
    ERASE_ALL = "erase_all"
    """The sound and everything that was said or rated about it is destroyed."""

    @property
    def destroys_sound(self) -> bool:
        """Whether the recording goes, with its transcript."""
        return self is not WithdrawalChoice.NO_NEW_USE

    @property
    def destroys_link(self) -> bool:
        """Whether nothing is left that leads from what stays to the session."""
        return self in {WithdrawalChoice.DETACH_CODES, WithdrawalChoice.ERASE_ALL}

    @property
    def keeps_ratings_in_use(self) -> bool:
        """Whether ratings still count, as those of nobody."""
        return self is WithdrawalChoice.DETACH_CODES


class Item(StrEnum):
    """Kinds of things that a session has in the study, in the order in which they are told."""

    RECORDING = "recording"
    CODINGS = "codings"
    EVIDENCE = "evidence"
    QUOTES = "quotes"
    NOTES = "notes"
    TRANSCRIPT_LINES = "transcript_lines"
    FEEDBACK = "feedback"
    RELEASES = "releases"
    CONSENTS = "consents"
    OUTCOMES = "outcomes"
    CONCERNS = "concerns"
    HISTORY = "history"


class Beyond(StrEnum):
    """Kinds of things that left the study and that it cannot reach."""

    EXPORT = "export"
    PACKET = "packet"
    REPORT = "report"
    TEAM_REPORT = "team_report"
    REEL = "reel"


@dataclass(frozen=True, slots=True, kw_only=True)
class OutOfReach:
    """One thing that left the study before: when, what for, and the SHA-256 it had.

    ``at`` is aware UTC. ``purpose`` and ``sha256`` are empty where they were not recorded.
    """

    kind: Beyond
    at: datetime
    purpose: str = ""
    sha256: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """What a withdrawal did. It names no session, no family, no worker and no recording.

    ``erased`` counts what was destroyed, ``stays`` what was kept. ``reason`` and ``kept_in``,
    where the request itself is kept, are the lead's words. ``n_backups`` is the number of backups
    that were rewritten. ``at`` is aware UTC.
    """

    withdrawal_id: str
    at: datetime
    by: CoderId
    choice: WithdrawalChoice
    reason: str
    kept_in: str
    erased: tuple[tuple[Item, int], ...]
    stays: tuple[tuple[Item, int], ...]
    out_of_reach: tuple[OutOfReach, ...]
    n_backups: int

    @property
    def number(self) -> str:
        """Number by which people speak of it, such as ``W-3F9A22C1``."""
        return f"W-{self.withdrawal_id[:8].upper()}"
