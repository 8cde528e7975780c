"""A study that was made from a packet: one coder's share, which only that coder works in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from practicecoder.domain.ids import CoderId, CodingId
from practicecoder.domain.packets import packet_number
from practicecoder.domain.study import StudyRecord
from practicecoder.errors import ExportError, NotAllowedError
from practicecoder.services.packet_documents import (
    RETURN_MEMBER,
    ReturnContent,
    ReturnedConcern,
    return_bytes,
)
from practicecoder.services.study_context import StudyContext
from practicecoder.vault.container import Part, write_container
from practicecoder.vault.container_header import ContainerFacts, ContainerKind

ENDING = ".pcreturn"

PACKET_ID = "packet_id"
PACKET_CODER = "packet_coder"
PACKET_STUDY = "packet_study"
PACKET_ANSWER_KEY = "packet_answer_key"
"""Keys of the settings that make a study a packet's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PacketFacts:
    """Which packet a study was made from, for whom, and from which study of a laboratory."""

    packet_id: str
    coder_id: CoderId
    study_id: str
    answer_key: bytes = field(repr=False)

    @property
    def number(self) -> str:
        """Number by which people speak of the packet."""
        return packet_number(self.packet_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class PacketProgress:
    """How far the work on a packet is."""

    n_submitted: int
    n_sessions: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnWritten:
    """A return that was written. ``n_codings`` counts those with any work in them."""

    path: Path
    n_codings: int
    n_submitted: int
    n_sessions: int
    n_concerns: int

    def sentence(self) -> str:
        """Say what the file holds."""
        concerns = "" if not self.n_concerns else f" and {_number(self.n_concerns, 'concern')}"
        return (
            f"The return holds {self.n_submitted} of {_number(self.n_sessions, 'session')} "
            f"submitted{concerns}. Give the file to the lead. You may go on and return again."
        )


def packet_facts(record: StudyRecord) -> PacketFacts | None:
    """Facts of a study that was made from a packet; None of any other study."""
    settings = record.settings
    if PACKET_ID not in settings:
        return None
    return PacketFacts(
        packet_id=settings[PACKET_ID],
        coder_id=CoderId(settings[PACKET_CODER]),
        study_id=settings[PACKET_STUDY],
        answer_key=bytes.fromhex(settings[PACKET_ANSWER_KEY]),
    )


def refuse_in_packet(record: StudyRecord, change: str) -> None:
    """Refuse what is done in the study that a packet was made from, never in the packet's own.

    ``change`` completes the sentence "... in the lead's study only", as in "people are added".

    Raises
    ------
    NotAllowedError
        If the study was made from a packet.
    """
    if packet_facts(record) is not None:
        raise NotAllowedError(
            f"This study was made from a packet for one coder: {change} in the lead's study only."
        )


def packet_settings(facts: PacketFacts) -> Mapping[str, str]:
    """Settings of a study that is made from a packet."""
    return {
        PACKET_ID: facts.packet_id,
        PACKET_CODER: facts.coder_id,
        PACKET_STUDY: facts.study_id,
        PACKET_ANSWER_KEY: facts.answer_key.hex(),
    }


class PacketStudy:
    """What a coder does with a packet besides coding: see how far it is, and return it."""

    def __init__(self, context: StudyContext) -> None:
        self._context = context

    @property
    def facts(self) -> PacketFacts | None:
        """Facts of the packet; None if the study was not made from one."""
        return packet_facts(self._context.record)

    def progress(self) -> PacketProgress:
        """Count what is submitted."""
        with self._context.store.reading() as unit:
            codings = unit.codings.all()
        return PacketProgress(
            n_submitted=sum(coding.is_locked for coding in codings), n_sessions=len(codings)
        )

    def write_return(self, out: Path) -> ReturnWritten:
        """Write everything that was done so far into a file for the lead; any number of times.

        It needs no passphrase: what seals it came in the packet.

        Raises
        ------
        NotAllowedError
            If the study was not made from a packet.
        ExportError
            If it cannot be written there.
        """
        facts = self.facts
        if facts is None:
            raise NotAllowedError("This study was not made from a packet. Nothing was written.")
        content, written = self._content(facts, out)
        try:
            write_container(
                out,
                ContainerFacts(
                    kind=ContainerKind.RETURN,
                    study_id=facts.study_id,
                    packet_id=facts.packet_id,
                    codebook=self._context.codebook.ref,
                ),
                [Part.of_bytes(RETURN_MEMBER, return_bytes(content))],
                facts.answer_key,
            )
        except OSError as error:
            raise ExportError(f"{out.name} cannot be written. Choose another place.") from error
        return written

    def _content(self, facts: PacketFacts, out: Path) -> tuple[ReturnContent, ReturnWritten]:
        with self._context.store.reading() as unit:
            codings = unit.codings.all()
            entries = {c.coding_id: unit.history.links_of_coding(c.coding_id) for c in codings}
            listens = {c.coding_id: unit.codings.listens(c.coding_id) for c in codings}
            concerns = unit.concerns.all()
        coding_of: Mapping[str, CodingId] = {c.session_id: c.coding_id for c in codings}
        content = ReturnContent(
            coder_id=facts.coder_id,
            entries=entries,
            listens=listens,
            positions_ms={c.coding_id: c.position_ms for c in codings},
            concerns=tuple(
                ReturnedConcern(
                    concern_id=concern.concern_id,
                    coding_id=coding_of[concern.session_id],
                    text=concern.text,
                    raised_at=concern.raised_at,
                    at_ms=concern.at_ms,
                )
                for concern in concerns
            ),
        )
        written = ReturnWritten(
            path=out,
            n_codings=sum(len(entries[c.coding_id]) > 1 for c in codings),
            n_submitted=sum(c.is_locked for c in codings),
            n_sessions=len(codings),
            n_concerns=len(concerns),
        )
        return content, written


def _number(number: int, word: str) -> str:
    return f"{number} {word}{'' if number == 1 else 's'}"
