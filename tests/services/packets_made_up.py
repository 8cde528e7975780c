"""A made-up laboratory with packets: files that stand for sound, and two coders."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

from practicecoder.codebook.model import AnswerType, Question
from practicecoder.domain.coding import AnswerValue, Coding, Listen
from practicecoder.domain.ids import BlindCode, CoderId, Fingerprint
from practicecoder.domain.people import Coder
from practicecoder.domain.sessions import PracticeSession
from practicecoder.domain.spans import TimeSpan
from practicecoder.services.context import StudyServices
from practicecoder.services.merge_receipts import MergeReceipt
from practicecoder.services.packet_opening import open_packet
from practicecoder.services.packet_shares import PacketRequest
from practicecoder.storage.history import CodingContent, replay
from tests.builders import ANNA, BEN, LEAD, NOW, a_session, a_study, add_people, add_sessions

PASSPHRASE = "correct horse made up staple"


def a_lab(folder: Path, *, n_sessions: int = 2) -> StudyServices:
    """Make a study with sessions for two coders; each has a file that stands for sound."""
    lab = a_study(folder / "lab")
    add_people(lab, Coder(coder_id=ANNA), Coder(coder_id=BEN))
    sessions = [with_sound(lab, number, folder) for number in range(1, n_sessions + 1)]
    add_sessions(lab, *sessions)
    ids = tuple(session.session_id for session in sessions)
    lab.sessions.assign(ids, ANNA, actor=LEAD, seed=1)
    lab.sessions.assign(ids[:1], BEN, actor=LEAD, seed=1)
    return lab


def with_sound(
    lab: StudyServices, number: int, folder: Path, start: bytes = b"fLaC"
) -> PracticeSession:
    """Session whose recording is a file of the study, though no sound can be heard in it."""
    content = (start + f" made up {number}".encode()) * 5_000
    fingerprint = Fingerprint(hashlib.sha256(content).hexdigest())
    source = folder / f"{number}.flac"
    source.write_bytes(content)
    stored_name = lab.context.store.audio.adopt(source, fingerprint, ".flac")
    session = a_session(number)
    assert session.recording is not None
    recording = replace(
        session.recording,
        fingerprint=fingerprint,
        stored_name=stored_name,
        size_bytes=len(content),
    )
    return replace(session, recording=recording)


def a_packet(lab: StudyServices, folder: Path, *, coder: CoderId = ANNA, name: str = "p") -> Path:
    """Make a packet of all that a coder has not submitted."""
    out = folder / f"{name}.pcpacket"
    made = lab.packets.make(PacketRequest(coder_id=coder), out, PASSPHRASE, actor=LEAD)
    assert made is not None
    return out


def at_home(packet: Path, folder: Path) -> StudyServices:
    """Open a packet as its coder does."""
    home = open_packet(packet, folder, PASSPHRASE)
    assert home is not None
    home.context.now = lambda: NOW
    return home


def codes(services: StudyServices, coder: CoderId = ANNA) -> list[BlindCode]:
    """Codes of a coder's queue."""
    return [row.blind_code for row in services.sessions.queue(coder)]


def opened(services: StudyServices, place: int = 0, coder: CoderId = ANNA) -> Coding:
    """Coding of a place in a coder's queue."""
    return services.coding.open_desk(codes(services, coder)[place], coder).coding


def rated(services: StudyServices, coding: Coding, value: int, dimension: int = 0) -> Coding:
    """Rate one dimension."""
    dimension_id = services.codebook.dimension_ids[dimension]
    return services.coding.rate(coding, dimension_id, value).after


def finished(services: StudyServices, coding: Coding, value: int = 4) -> Coding:
    """Answer what must be answered, rate every dimension, and submit."""
    for question in services.codebook.questions:
        if question.is_needed(coding.answers):
            answer = an_answer(question)
            coding = services.coding.answer(coding, question.question_id, answer).after
    for dimension in services.codebook.dimension_ids:
        if coding.rating(dimension).na_reason is None:
            coding = services.coding.rate(coding, dimension, value).after
    return services.coding.submit(coding, short_listen_reason="made up").after


def an_answer(question: Question) -> AnswerValue:
    """Any answer that fits a question."""
    match question.answer_type:
        case AnswerType.BOOL:
            return True
        case AnswerType.TEXT:
            return "made up"
        case AnswerType.NUMBER:
            return 1.0
        case AnswerType.CHOICE:
            return question.options[0]
        case AnswerType.MULTI_CHOICE:
            return question.options[:1]


def heard(services: StudyServices, coding: Coding, start_ms: int, end_ms: int) -> Coding:
    """Listen to a stretch."""
    listen = Listen(span=TimeSpan(start_ms, end_ms), speed=1.0, at=services.context.now())
    return services.coding.listened(coding, [listen], end_ms)


def returned(home: StudyServices, folder: Path, name: str = "r") -> Path:
    """Write a return."""
    out = folder / f"{name}.pcreturn"
    home.packet.write_return(out)
    return out


def merged(lab: StudyServices, file: Path) -> MergeReceipt:
    """Look at a return and merge it."""
    return lab.packet_returns.merge(lab.packet_returns.preview(file, actor=LEAD), actor=LEAD)


def of_lab(lab: StudyServices, session_number: int, coder: CoderId = ANNA) -> Coding:
    """Coding of a session as the study stores it."""
    with lab.context.store.reading() as unit:
        (coding,) = (
            c
            for c in unit.codings.of_coder(coder)
            if c.session_id == a_session(session_number).session_id
        )
    return coding


def state_is_history(services: StudyServices) -> bool:
    """Whether every coding is what its history adds up to."""
    with services.context.store.reading() as unit:
        return all(
            replay(unit.history.of_coding(c.coding_id)) == CodingContent.of(c)
            for c in unit.codings.all()
        )
