"""The sealed file of a packet: what it is called, the room it needs, and how it is written."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from practicecoder.domain.ids import CoderId
from practicecoder.domain.packets import packet_number
from practicecoder.errors import ExportError
from practicecoder.services.packet_documents import (
    CODEBOOK_MEMBER,
    PACKET_MEMBER,
    PacketContent,
    packet_bytes,
)
from practicecoder.services.packet_shares import Share
from practicecoder.services.study_context import StudyContext
from practicecoder.vault.container import Part, write_container
from practicecoder.vault.container_header import ContainerFacts, ContainerKind, Member

ENDING = ".pcpacket"
SPARE_BYTES = 50_000_000
"""Room that is left beside a packet when it is written."""

Progress = Callable[[float], None]


def packet_file_name(coder_id: CoderId, packet_id: str = "") -> str:
    """Name for a packet's file, which says whose it is and nothing else."""
    number = f" {packet_number(packet_id)}" if packet_id else ""
    return f"Packet for {coder_id}{number}{ENDING}"


@dataclass(frozen=True, slots=True, kw_only=True)
class PacketDraft:
    """A packet that is about to be written."""

    packet_id: str
    content: PacketContent
    codebook: str
    shares: Sequence[Share]


def write_packet(
    context: StudyContext,
    draft: PacketDraft,
    out: Path,
    passphrase: str,
    *,
    progress: Progress,
    cancelled: Callable[[], bool],
) -> str | None:
    """Write a packet; its SHA-256, or None if it was cancelled.

    Raises
    ------
    ExportError
        If there is no room, or it cannot be written there.
    PacketError
        If a recording is not the one that was added.
    """
    document = packet_bytes(draft.content)
    sounds = [_sound(context, share) for share in draft.shares if share.content.sound is not None]
    needed = len(document) + sum(part.member.size for part in sounds) + SPARE_BYTES
    try:
        free = shutil.disk_usage(out.parent).free
        if free < needed:
            raise ExportError(
                f"The packet needs {needed / 1e6:,.0f} MB and there are {free / 1e6:,.0f} MB "
                "left. Nothing was written. Choose another place, or fewer sessions."
            )
        return write_container(
            out,
            ContainerFacts(
                kind=ContainerKind.PACKET,
                study_id=context.record.study_id,
                packet_id=draft.packet_id,
                codebook=context.codebook.ref,
            ),
            [
                Part.of_bytes(PACKET_MEMBER, document),
                Part.of_bytes(CODEBOOK_MEMBER, draft.codebook.encode("utf-8")),
                *sounds,
            ],
            passphrase,
            progress=progress,
            cancelled=cancelled,
        )
    except OSError as error:
        raise ExportError(f"{out.name} cannot be written. Choose another place.") from error


def _sound(context: StudyContext, share: Share) -> Part:
    recording, name = share.content.recording, share.content.sound
    assert recording is not None
    assert name is not None
    sound = context.sound_of(recording)
    assert sound is not None  # a share without its sound stays in the laboratory
    member = Member(name=name, size=recording.size_bytes, sha256=recording.fingerprint)
    return Part(member=member, open=sound.open)
