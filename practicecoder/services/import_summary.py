"""What an import added to the study, in numbers and in a sentence."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from practicecoder.domain.ids import CoderId
from practicecoder.domain.people import Coder
from practicecoder.services.changes import StudyChange
from practicecoder.services.packet_study import refuse_in_packet
from practicecoder.storage.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportSummary:
    """What an import added. ``notices`` are whole sentences about single recordings."""

    n_sessions: int = 0
    n_recordings: int = 0
    n_codings: int = 0
    n_marks: int = 0
    n_ratings: int = 0
    new_coders: tuple[CoderId, ...] = ()
    notices: tuple[str, ...] = ()
    change: StudyChange

    def sentence(self) -> str:
        """Say in one sentence what was added."""
        counts = (
            (self.n_sessions, "session"),
            (self.n_recordings, "recording"),
            (self.n_codings, "coding"),
            (self.n_marks, "mark"),
            (self.n_ratings, "rating"),
            (len(self.new_coders), "new coder"),
        )
        parts = [f"{n} {word}{'' if n == 1 else 's'}" for n, word in counts if n]
        return f"Added {', '.join(parts)}." if parts else "Nothing to add."


def add_unknown_coders(unit: UnitOfWork, coders: Iterable[CoderId]) -> tuple[CoderId, ...]:
    """Add the coders that the study does not know yet, and return them.

    Raises
    ------
    NotAllowedError
        If there are such coders, and the study was made from a packet.
    """
    known = {coder.coder_id for coder in unit.people.coders()}
    new = tuple(dict.fromkeys(c for c in coders if c not in known))
    if new:
        refuse_in_packet(unit.study.load(), "people are added")
    for coder_id in new:
        unit.people.add_coder(Coder(coder_id=coder_id))
    return new
