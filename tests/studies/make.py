"""Make the made-up study that stands for one released schema.

Run ``python tests/studies/make.py v0001`` from the top of the repository, once for each schema, on
the day it is released. The folder is then committed and never made again: that today's program
opens what an earlier one wrote is the whole point of it. Everything in it is invented.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
import wave
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from practicecoder.domain.allocation import Assignment
from practicecoder.domain.coding import (
    CodebookRef,
    CodeMark,
    Coding,
    CodingRole,
    CodingState,
    Evidence,
    Listen,
    Note,
    Polarity,
    Rating,
)
from practicecoder.domain.coding_changes import (
    AnswerChange,
    CodingChange,
    EvidenceChange,
    MarkChange,
    NoteChange,
    RatingChange,
    applied,
    inverse,
)
from practicecoder.domain.history import HistoryEntry, HistoryKind, Origin
from practicecoder.domain.ids import (
    BlindCode,
    CoderId,
    CodingId,
    OfficeId,
    SessionId,
    StudyId,
    WorkerId,
)
from practicecoder.domain.people import Coder, Office, Role, Worker
from practicecoder.domain.sessions import (
    Phase,
    PhaseRule,
    PracticeSession,
    Purpose,
    Recording,
    Segment,
    SegmentChoice,
    SessionState,
)
from practicecoder.domain.spans import TimeSpan
from practicecoder.domain.study import StudyRecord
from practicecoder.storage.audio_store import fingerprint_of
from practicecoder.storage.study_folder import StudyStore
from practicecoder.storage.unit_of_work import UnitOfWork

AT = datetime(2026, 1, 2, 3, 4, 5, 678_900, tzinfo=UTC)
CODEBOOK = CodebookRef(codebook_id="made_up", version="1.0", digest="0" * 64)
LEAD, CODER = CoderId("L1"), CoderId("C1")
CHANGES: tuple[CodingChange, ...] = (
    RatingChange("d1", Rating.rated(2)),
    RatingChange("d1", Rating.rated(4, unsure=True)),
    RatingChange("d2", Rating.not_applicable("not_seen", note="made-up note")),
    RatingChange("d3", Rating()),
    AnswerChange("yes_no", True),
    AnswerChange("words", "made-up answer"),
    AnswerChange("number", 2.5),
    AnswerChange("options", ("b", "a")),
    EvidenceChange(
        "evidence-1",
        Evidence(
            evidence_id="evidence-1",
            span=TimeSpan(20, 60),
            dimension_ids=("d2", "d1"),
            polarity=Polarity.STRENGTH,
            quote="“Made-up quote”",
            share=True,
        ),
    ),
    NoteChange("note-1", Note(note_id="note-1", text="made-up note", at_ms=30)),
    MarkChange("mark-1", CodeMark(mark_id="mark-1", count_id="question", at_ms=40, volley=1)),
)


def main(name: str) -> None:
    """Make the study ``name`` beside this script; one that is there is left alone."""
    target = Path(__file__).parent / name
    if target.exists():
        sys.exit(f"{name} is there already and stays as it is")
    with tempfile.TemporaryDirectory() as place:
        path = Path(place) / name
        fill(path)
        shutil.copytree(path / "audio", target / "audio")
        shutil.copy(path / "study.db", target)


def fill(path: Path) -> None:
    """Make a study that has something of everything."""
    record = StudyRecord(
        study_id=StudyId("made-up-study"),
        title="Made-up study",
        codebook=CODEBOOK,
        created_at=AT,
        made_up=True,
        settings={"min_double_coded": "0.2"},
    )
    store = StudyStore.create(path, record, "made-up codebook")
    recording = adopt(store, path.with_name("made up.wav"))
    with store.transaction() as unit:
        add_people(unit)
        add_sessions(unit, recording)
    add_codings(store)
    store.close()


def adopt(store: StudyStore, source: Path) -> Recording:
    """Take a tenth of a second of silence into the study."""
    with wave.open(str(source), "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(1)
        sound.setframerate(8000)
        sound.writeframes(b"\x80" * 800)
    fingerprint = fingerprint_of(source)
    return Recording(
        fingerprint=fingerprint,
        stored_name=store.audio.adopt(source, fingerprint, ".wav"),
        duration_ms=100,
        sample_count=800,
        sample_rate=8000,
        channels=1,
        codec="pcm_u8",
        size_bytes=source.stat().st_size,
    )


def add_people(unit: UnitOfWork) -> None:
    """Two offices, two workers, a lead and a coder."""
    unit.people.add_office(Office(office_id=OfficeId("O1"), implementation_date=date(2026, 1, 1)))
    unit.people.add_office(Office(office_id=OfficeId("O2")))
    unit.people.add_worker(
        Worker(worker_id=WorkerId("W1"), office_id=OfficeId("O1"), role="made up")
    )
    unit.people.add_worker(Worker(worker_id=WorkerId("W2")))
    unit.people.add_coder(Coder(coder_id=LEAD, roles=frozenset({Role.LEAD, Role.SUPERVISOR})))
    unit.people.add_coder(Coder(coder_id=CODER))
    unit.history.add(
        HistoryEntry(entry_id="entry-1", at=AT, actor=LEAD, kind=HistoryKind.STUDY_CREATED)
    )


def add_sessions(unit: UnitOfWork, recording: Recording) -> None:
    """One session with everything, one with next to nothing; both are allocated."""
    unit.sessions.add_recording(recording)
    unit.sessions.add(
        PracticeSession(
            session_id=SessionId("S1"),
            blind_code=BlindCode("S-MADE1"),
            worker_id=WorkerId("W1"),
            office_id=OfficeId("O1"),
            phase=Phase.POST,
            phase_rule=PhaseRule.VISIT_DATE,
            session_date=date(2026, 2, 1),
            days_since_implementation=31,
            session_type="office",
            worker_role="made up",
            purpose=Purpose.BOTH,
            state=SessionState.IN_CODING,
            recording=recording,
            segment=Segment(span=TimeSpan(10, 90), choice=SegmentChoice.RANDOM, seed=20_261_121),
            made_up=True,
        )
    )
    unit.sessions.add(
        PracticeSession(session_id=SessionId("S2"), blind_code=BlindCode("S-MADE2"), made_up=True)
    )
    for position, session_id in enumerate(("S2", "S1")):
        unit.assignments.add(
            Assignment(session_id=SessionId(session_id), coder_id=CODER, position=position)
        )


def add_codings(store: StudyStore) -> None:
    """A coding by acts, heard and submitted, with one act undone; and an empty consensus."""
    coding = Coding(
        coding_id=CodingId("coding-1"),
        session_id=SessionId("S1"),
        coder_id=CODER,
        codebook=CODEBOOK,
    )
    consensus = replace(
        coding, coding_id=CodingId("coding-2"), coder_id=LEAD, role=CodingRole.CONSENSUS
    )
    with store.transaction() as unit:
        unit.codings.add(coding)
        unit.codings.add(consensus)
    for change in CHANGES:
        coding = act(store, coding, (change,), Origin.MADE)
    mistake = NoteChange("note-1", None)
    back = inverse(coding, (mistake,))
    coding = act(store, coding, (mistake,), Origin.MADE)
    coding = act(store, coding, back, Origin.UNDO)
    heard = [
        Listen(span=TimeSpan(start, start + 50), speed=1.0, at=AT + timedelta(milliseconds=start))
        for start in (10, 40)
    ]
    with store.transaction() as unit:
        unit.codings.add_listens(coding.coding_id, heard, position_ms=90)
        locked = replace(
            coding, state=CodingState.LOCKED, submitted_at=AT, short_listen_reason="made up"
        )
        unit.codings.save(locked, expected_version=coding.version)


def act(
    store: StudyStore, coding: Coding, changes: tuple[CodingChange, ...], origin: Origin
) -> Coding:
    """Carry out one act and put it on record."""
    with store.transaction() as unit:
        unit.record_changes(coding, changes, at=AT, actor=CODER, origin=origin)
        return unit.codings.save(
            applied(coding, changes), expected_version=coding.version, changes=changes
        )


if __name__ == "__main__":
    main(sys.argv[1])
