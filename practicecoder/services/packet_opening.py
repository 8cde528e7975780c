"""Opening a packet: a study of its own, in which one coder codes and nothing else is known."""

from __future__ import annotations

import contextlib
import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO, cast

from practicecoder.codebook.loader import parse_codebook
from practicecoder.codebook.model import Codebook
from practicecoder.domain.allocation import Assignment
from practicecoder.domain.coding import Coding
from practicecoder.domain.ids import SessionId, StudyId, new_id
from practicecoder.domain.packets import packet_number
from practicecoder.domain.people import Coder, Role
from practicecoder.domain.sessions import PracticeSession
from practicecoder.domain.study import StudyRecord
from practicecoder.domain.transcripts import Transcript
from practicecoder.errors import CodebookError, PacketError, RecordingError, StudyError
from practicecoder.services.coding_state import coding_from
from practicecoder.services.context import StudyServices
from practicecoder.services.packet_documents import (
    CODEBOOK_MEMBER,
    LARGEST_DOCUMENT,
    PACKET_MEMBER,
    PacketCoding,
    PacketContent,
    read_packet,
)
from practicecoder.services.packet_file import SPARE_BYTES
from practicecoder.services.packet_study import PacketFacts, packet_settings
from practicecoder.services.study_context import StudyContext, utc_now
from practicecoder.storage.study_folder import StudyStore
from practicecoder.storage.unit_of_work import UnitOfWork
from practicecoder.vault.audio_keys import AudioKeys
from practicecoder.vault.container import Container
from practicecoder.vault.container_header import ContainerKind, refusal
from practicecoder.vault.encrypted_file import EncryptedWriter
from practicecoder.vault.sound_file import SoundFile

LARGEST_CODEBOOK = 1 << 20
"""Bytes."""

Progress = Callable[[float], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class SealedFile:
    """What a packet or a return says of itself without its passphrase, and unproved."""

    kind: ContainerKind
    packet_id: str
    study_id: str
    codebook: str
    n_sounds: int
    n_bytes: int
    needs_passphrase: bool
    sha256: str

    @property
    def number(self) -> str:
        """Number of the packet."""
        return packet_number(self.packet_id)


def describe_sealed(file: Path) -> SealedFile:
    """Say what a packet or a return claims to be; nothing of it is opened.

    Raises
    ------
    PacketError
        If it is neither.
    """
    container = Container(file)
    facts, members = container.header.facts, container.header.members
    return SealedFile(
        kind=facts.kind,
        packet_id=facts.packet_id,
        study_id=facts.study_id,
        codebook=f"{facts.codebook.codebook_id} {facts.codebook.version}",
        n_sounds=sum(member.name.startswith("sound-") for member in members),
        n_bytes=sum(member.size for member in members),
        needs_passphrase=container.needs_passphrase,
        sha256=container.sha256(),
    )


def describe_packet(file: Path) -> SealedFile:
    """As :func:`describe_sealed`, of a file that has to be a packet.

    Raises
    ------
    PacketError
        If it is a return, or neither.
    """
    told = describe_sealed(file)
    if told.kind is not ContainerKind.PACKET:
        raise _is_return(file)
    return told


def open_packet(
    file: Path,
    into: Path,
    passphrase: str,
    *,
    own_passphrase: str | None = None,
    progress: Progress = lambda _share: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> StudyServices | None:
    """Make an encrypted study folder of a packet, and open it; None if it was cancelled.

    The recovery code is the result's ``new_recovery_code``.

    Parameters
    ----------
    file
        The packet.
    into
        A new or empty folder.
    passphrase
        What the lead told the coder apart from the file.
    own_passphrase
        What the folder is to be opened with; None: the packet's.

    Raises
    ------
    PacketError
        If the file is no packet, was altered, or the passphrase is another one.
    StudyError
        If no study can be made there, or the passphrase would not guard it.
    """
    container = Container(file)
    if container.header.facts.kind is not ContainerKind.PACKET:
        raise _is_return(file)
    container.unlock(passphrase)
    content = read_packet(container.read(PACKET_MEMBER, at_most=LARGEST_DOCUMENT))
    codebook = _codebook(container)
    _refuse_unfit(content, container)
    _refuse_without_room(into, container)
    store = _made(into, content, container, codebook, own_passphrase or passphrase)
    try:
        whole = _fill(store, content, container, codebook, progress, cancelled)
        if whole:
            with store.reading() as unit:
                record = unit.study.load()
            return StudyServices(StudyContext(store=store, record=record, codebook=codebook))
    except BaseException:
        _remove(store)
        raise
    _remove(store)
    return None


def _is_return(file: Path) -> PacketError:
    return PacketError(
        f"{file.name} is a return, not a packet. The lead merges it into the study that the "
        "packet came from."
    )


def _made(
    into: Path,
    content: PacketContent,
    container: Container,
    codebook: Codebook,
    passphrase: str,
) -> StudyStore:
    facts = PacketFacts(
        packet_id=container.header.facts.packet_id,
        coder_id=content.coder_id,
        study_id=container.header.facts.study_id,
        answer_key=content.answer_key,
    )
    record = StudyRecord(
        study_id=StudyId(new_id()),
        title=f"Packet for {content.coder_id}",
        codebook=codebook.ref,
        created_at=utc_now(),
        made_up=content.made_up,
        settings={**content.settings, **packet_settings(facts)},
    )
    return StudyStore.create(into, record, codebook.text, passphrase=passphrase)


def _remove(store: StudyStore) -> None:
    """Take a half-made study away again; the packet is there still."""
    with contextlib.suppress(StudyError):
        store.close()
    shutil.rmtree(store.path, ignore_errors=True)


def _codebook(container: Container) -> Codebook:
    text = container.read(CODEBOOK_MEMBER, at_most=LARGEST_CODEBOOK)
    try:
        named = f"{container.header.facts.codebook.codebook_id}.toml"
        codebook = parse_codebook(text.decode("utf-8"), named)
    except (CodebookError, UnicodeDecodeError) as error:
        raise refusal() from error
    if codebook.ref != container.header.facts.codebook:
        raise refusal()
    return codebook


def _refuse_unfit(content: PacketContent, container: Container) -> None:
    """Refuse a packet that contradicts itself."""
    codes = [coding.code for coding in content.codings]
    ids = [coding.coding_id for coding in content.codings]
    if not codes or len(set(codes)) < len(codes) or len(set(ids)) < len(ids):
        raise refusal()
    for coding in content.codings:
        if (coding.sound is None) is not (coding.recording is None):
            raise refusal()
        if coding.sound is not None and coding.recording is not None:
            member = container.header.member(coding.sound)
            expected = (coding.recording.fingerprint, coding.recording.size_bytes)
            if (member.sha256, member.size) != expected:
                raise refusal()


def _refuse_without_room(into: Path, container: Container) -> None:
    """Refuse to begin what the disk has no room for, where its room can be told."""
    there = next((place for place in (into, *into.absolute().parents) if place.is_dir()), None)
    needed = sum(member.size for member in container.header.members) + SPARE_BYTES
    if there is not None and (free := shutil.disk_usage(there).free) < needed:
        raise PacketError(
            f"The packet needs {needed / 1e6:,.0f} MB and there are {free / 1e6:,.0f} MB left. "
            "Nothing was made. Choose another folder, or make room."
        )


def _fill(
    store: StudyStore,
    content: PacketContent,
    container: Container,
    codebook: Codebook,
    progress: Progress,
    cancelled: Callable[[], bool],
) -> bool:
    """Take over sound first, then all rows at once; whether it was not cancelled."""
    sounding = [coding for coding in content.codings if coding.sound is not None]
    stored: dict[str, str] = {}
    for number, coding in enumerate(sounding):
        if cancelled():
            return False

        def report(share: float, number: int = number) -> None:
            progress((number + share) / len(sounding))

        assert coding.recording is not None
        stored[coding.code] = _take_sound(store, coding, container, report)
    with store.transaction() as unit:
        unit.people.add_coder(Coder(coder_id=content.coder_id, roles=frozenset({Role.CODER})))
        for position, coding in enumerate(content.codings, start=1):
            _add(unit, coding, content, codebook, stored.get(coding.code), position)
    progress(1.0)
    return True


def _take_sound(
    store: StudyStore, coding: PacketCoding, container: Container, progress: Progress
) -> str:
    from practicecoder.audio.probe import sniff

    recording, sound = coding.recording, coding.sound
    assert recording is not None
    assert sound is not None
    suffix = Path(recording.stored_name).suffix
    with tempfile.TemporaryDirectory(prefix="incoming-", dir=store.path) as folder:
        made, fingerprint = Path(folder) / "sound", recording.fingerprint
        key = AudioKeys.new_key().key if store.audio.is_encrypted else None
        with (
            made.open("wb")
            if key is None
            else cast("BinaryIO", EncryptedWriter(made, key)) as target
        ):
            container.copy(sound, target, progress=progress)
        try:
            sniff(SoundFile(made, key))  # a player must not be given what is no sound
            if key is None:
                return store.audio.adopt(made, fingerprint, suffix)
            return store.audio.adopt_encrypted(made, key, fingerprint, suffix)
        except (RecordingError, ValueError) as error:  # or stored under no name of ours
            raise refusal() from error


def _add(
    unit: UnitOfWork,
    given: PacketCoding,
    content: PacketContent,
    codebook: Codebook,
    stored_name: str | None,
    position: int,
) -> None:
    session_id = SessionId(given.code)
    recording = given.recording
    if recording is not None:
        assert stored_name is not None
        recording = replace(recording, stored_name=stored_name)
        if unit.sessions.recording(recording.fingerprint) is None:
            unit.sessions.add_recording(recording)
    unit.sessions.add(
        PracticeSession(
            session_id=session_id,
            blind_code=given.code,
            recording=recording,
            segment=given.segment,
            made_up=content.made_up,
        )
    )
    unit.assignments.add(
        Assignment(session_id=session_id, coder_id=content.coder_id, position=position)
    )
    unit.history.add_received(given.entries)
    empty = Coding(
        coding_id=given.coding_id,
        session_id=session_id,
        coder_id=content.coder_id,
        codebook=codebook.ref,
    )
    unit.codings.add(coding_from(empty, unit.history.of_coding(given.coding_id)))
    unit.codings.add_listens(given.coding_id, given.listens, given.position_ms)
    if given.transcript is not None:
        unit.transcripts.put(
            Transcript(
                session_id=session_id,
                lines=given.transcript,
                source_format="packet",
                source_digest="",
                offset_ms=0,
                added_at=unit.study.load().created_at,
            )
        )
