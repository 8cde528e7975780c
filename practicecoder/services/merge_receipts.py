"""What merging a return would add, and the receipt of what it added."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from practicecoder.domain.ids import CoderId, CodingId, SessionId
from practicecoder.domain.packets import Packet
from practicecoder.services.changes import StudyChange
from practicecoder.services.packet_documents import ReturnContent


@dataclass(frozen=True, slots=True, kw_only=True)
class MergeLine:
    """What a return holds of one coding that the study does not have.

    ``is_forked``: the coding would have two versions, as it was continued here too or on two
    machines. ``is_submitted``: the coder has submitted it. ``n_heard`` counts stretches heard.
    """

    session_id: SessionId
    coding_id: CodingId
    n_events: int
    n_heard: int
    is_submitted: bool
    is_forked: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class MergePreview:
    """What merging a return would add; nothing is stored yet.

    ``n_left_out`` counts codings of sessions that are withdrawn or out of use: nothing of them is
    taken in. ``merged_at`` is when this very file was merged before, None if it never was.
    """

    packet: Packet
    sha256: str
    lines: tuple[MergeLine, ...]
    n_concerns: int
    n_left_out: int
    merged_at: datetime | None
    content: ReturnContent = field(repr=False)

    @property
    def n_events(self) -> int:
        """Events that the study does not have."""
        return sum(line.n_events for line in self.lines)

    @property
    def forks(self) -> tuple[MergeLine, ...]:
        """Codings that would have two versions."""
        return tuple(line for line in self.lines if line.is_forked)

    @property
    def is_empty(self) -> bool:
        """Whether the study has everything already."""
        return (
            not self.n_events
            and not self.n_concerns
            and not any(line.n_heard for line in self.lines)
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class MergeReceipt:
    """What a merge added, with the printed head of each coding's history. ``at`` is aware UTC."""

    packet: Packet
    sha256: str
    at: datetime
    merged_by: CoderId
    lines: tuple[MergeLine, ...]
    n_concerns: int
    n_left_out: int
    heads: Mapping[CodingId, str]
    change: StudyChange

    @property
    def n_events(self) -> int:
        """Events that were added."""
        return sum(line.n_events for line in self.lines)

    def text(self) -> str:
        """Receipt as plain text, for a file or for paper."""
        forks = [line for line in self.lines if line.is_forked]
        rows = [
            f"{line.session_id:<16} {line.n_events:>6} events"
            f"  {'submitted' if line.is_submitted else 'open':<9}"
            f"  {self.heads.get(line.coding_id, ''):<19}"
            f"{'  two versions: settle them' if line.is_forked else ''}"
            for line in self.lines
        ]
        return "\n".join(
            [
                f"Receipt for packet {self.packet.number} of {self.packet.coder_id}",
                f"Merged {self.at:%Y-%m-%d %H:%M:%S} UTC by {self.merged_by}",
                f"File SHA-256 {self.sha256}",
                f"New events: {self.n_events}, in codings: {len(self.lines)}",
                f"New concerns: {self.n_concerns}",
                f"Codings with two versions: {len(forks)}",
                f"Left out, as withdrawn or out of use: {self.n_left_out}",
                "",
                "Session, events, state, head of the history:",
                *(rows or ["nothing that was not in the study"]),
                "",
            ]
        )
