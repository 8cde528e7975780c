"""Coding away from the laboratory: what went out to a coder, and what came back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from practicecoder.domain.ids import BlindCode, CoderId, CodingId, SessionId


@dataclass(frozen=True, slots=True, kw_only=True)
class PacketSession:
    """A session in a packet, under a code that was made for this packet alone."""

    code: BlindCode
    session_id: SessionId
    coding_id: CodingId


@dataclass(frozen=True, slots=True, kw_only=True)
class Packet:
    """One coder's share that left the laboratory.

    ``answer_key`` seals what comes back, and proves that it answers this packet. ``sha256`` is
    that of the file. ``made_at`` is aware UTC.
    """

    packet_id: str
    coder_id: CoderId
    made_at: datetime
    made_by: CoderId
    sha256: str
    sessions: tuple[PacketSession, ...]
    answer_key: bytes = field(repr=False)

    @property
    def number(self) -> str:
        """Number by which people speak of it, such as ``P-3F9A22C1``."""
        return packet_number(self.packet_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class PacketReturn:
    """A file that came back and was merged.

    ``n_new`` counts what it held that was not in the study. ``heads`` has the printed head of each
    coding's history as it was then. ``merged_at`` is aware UTC.
    """

    sha256: str
    packet_id: str
    merged_at: datetime
    merged_by: CoderId
    n_new: int
    heads: Mapping[CodingId, str]


def packet_number(packet_id: str) -> str:
    """Number by which people speak of a packet."""
    return f"P-{packet_id[:8].upper()}"
