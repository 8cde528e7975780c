"""Make the made-up study that stands for one released schema.

Run ``python tests/studies/make.py v0004`` from the top of the repository, once for each schema, on
the day it is released. The folder is then committed and never made again: that today's program
opens what an earlier one wrote is the whole point of it. Everything in it is invented.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import sys
import tempfile
import wave
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from practicecoder.domain.allocation import AllocationPlan, Assignment
from practicecoder.domain.certification import Certificate, Recalibration
from practicecoder.domain.coding import (
    CodebookRef,
    CodeMark,
    Coding,
    CodingRole,
    CodingState,
    CountingMode,
    Evidence,
    Listen,
    Note,
    Polarity,
    Rating,
)
from practicecoder.domain.coding_changes import (
    AnswerChange,
    CodingChange,
    CountingChange,
    EvidenceChange,
    MarkChange,
    NoteChange,
    RatingChange,
    UnblindedChange,
    applied,
    inverse,
)
from practicecoder.domain.concerns import Concern
from practicecoder.domain.consent import Consent, ConsentUse
from practicecoder.domain.decisions import Decision
from practicecoder.domain.feedback import (
    Feedback,
    Goal,
    OwnView,
    Point,
    PointKind,
    ReadMoment,
    Release,
    ReleaseKind,
    Supervision,
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
from practicecoder.domain.outcomes import Outcome
from practicecoder.domain.packets import Packet, PacketReturn, PacketSession
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
from practicecoder.domain.transcripts import SpeakerRole, Transcript, TranscriptLine
from practicecoder.domain.withdrawal import Item, Receipt, WithdrawalChoice
from practicecoder.storage.audio_store import fingerprint_of
from practicecoder.storage.engine import connect_sqlite
from practicecoder.storage.folders import StudyFolder
from practicecoder.storage.repositories.withdrawals import receipt_text
from practicecoder.storage.study_folder import StudyStore
from practicecoder.storage.tombstones import Tombstone, Tombstones, write_tombstones
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
COUNTED: tuple[CodingChange, ...] = (
    CountingChange(CountingMode.TALLY),
    CountingChange(CountingMode.VOLLEY),
    MarkChange(
        "mark-2",
        CodeMark(
            mark_id="mark-2",
            count_id="reflection",
            at_ms=10,
            end_ms=30,
            volley=0,
            utterance=1,
            speaker="worker",
            note="made-up note",
        ),
    ),
    MarkChange("mark-3", CodeMark(mark_id="mark-3", count_id="question", at_ms=50)),
    UnblindedChange(True),
)

FEEDBACK = Feedback(
    session_id=SessionId("S1"),
    own_view=OwnView.RATED,
    own_ratings={"d1": 3.0, "d2": 4.0},
    own_view_at=AT,
    points=(
        Point(
            kind=PointKind.STRENGTH,
            wording="made-up strength",
            dimension_id="d1",
            evidence_ids=("evidence-1",),
        ),
        Point(kind=PointKind.BUILD, wording="made-up step", try_this="made-up act"),
    ),
    moments={
        "evidence-1": ReadMoment(
            evidence_id="evidence-1", quote="“Made-up quote”", note="", printed=True
        )
    },
    last_goal_outcome="made-up outcome",
    goal=Goal(
        goal="made-up goal",
        with_whom="made-up family",
        help_needed="made-up help",
        how_we_know="made-up sign",
        review_on=date(2026, 4, 1),
    ),
    family_voice="made-up words",
    response="made-up response",
    response_on=date(2026, 2, 20),
    version=3,
)


def main(schema: str) -> None:
    """Make the study ``schema`` beside this script; one that is there is left alone."""
    target = Path(__file__).parent / schema
    if target.exists():
        sys.exit(f"{schema} is there already and stays as it is")
    with tempfile.TemporaryDirectory() as place:
        path = Path(place) / schema
        fill(path)
        shutil.copytree(path / "audio", target / "audio")
        for name in ("study.db", "history.key", "withdrawn.json"):
            shutil.copy(path / name, target)


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
    with store.transaction() as unit:
        add_compared_session(unit)
        add_words_of_the_laboratory(unit)
        add_certificates(unit)
    add_counted_coding(store)
    with store.transaction() as unit:
        add_supervision(unit)
        add_packet(unit)
    store.close()
    add_withdrawal(path)


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
            audio_until=date(2027, 1, 1),
        )
    )
    unit.sessions.add(
        PracticeSession(
            session_id=SessionId("S2"),
            blind_code=BlindCode("S-MADE2"),
            made_up=True,
            audio_deleted_at=AT,
        )
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


def add_compared_session(unit: UnitOfWork) -> None:
    """A session with a transcript and a reference coding, one with a consensus, and a plan."""
    for number, state in ((3, SessionState.COMPARED), (4, SessionState.CONSENSUS)):
        unit.sessions.add(
            PracticeSession(
                session_id=SessionId(f"S{number}"),
                blind_code=BlindCode(f"S-MADE{number}"),
                state=state,
                made_up=True,
            )
        )
    session_id = SessionId("S3")
    unit.assignments.add(Assignment(session_id=session_id, coder_id=CODER, position=2))
    unit.assignments.add(
        Assignment(session_id=session_id, coder_id=LEAD, role=CodingRole.REFERENCE)
    )
    unit.codings.add(
        Coding(
            coding_id=CodingId("coding-4"),
            session_id=session_id,
            coder_id=LEAD,
            codebook=CODEBOOK,
            role=CodingRole.REFERENCE,
        )
    )
    unit.transcripts.put(
        Transcript(
            session_id=session_id,
            lines=(
                TranscriptLine(
                    start_ms=0,
                    end_ms=40,
                    text="“Made-up” words",
                    role=SpeakerRole.WORKER,
                    speaker="Worker 1",
                ),
                TranscriptLine(start_ms=40, end_ms=None, text=""),
            ),
            source_format="vtt",
            source_digest="1" * 64,
            offset_ms=-5,
            added_at=AT,
        )
    )
    unit.plans.add(
        AllocationPlan(
            plan_id="plan-1",
            made_at=AT,
            made_by=LEAD,
            seed=2**40,
            double_share=0.25,
            coders_per_double=2,
            coders=(LEAD, CODER),
            strata=("office", "phase"),
            n_sessions=4,
            n_double=1,
        )
    )


def add_words_of_the_laboratory(unit: UnitOfWork) -> None:
    """Two concerns, one of them seen, and two decisions, one of them from a comparison."""
    raised = Concern(
        concern_id="concern-1",
        session_id=SessionId("S3"),
        coder_id=CODER,
        text="made-up concern",
        raised_at=AT,
        at_ms=20,
    )
    unit.concerns.add(raised)
    unit.concerns.add(
        replace(
            raised,
            concern_id="concern-2",
            raised_at=AT + timedelta(days=1),
            at_ms=None,
            seen_by=LEAD,
            seen_at=AT + timedelta(days=2),
            action="made-up action",
        )
    )
    decision = Decision(
        decision_id="decision-1",
        codebook=CODEBOOK,
        item="d1",
        text="made-up decision",
        decided_at=AT,
        decided_by=LEAD,
    )
    unit.decisions.add(decision)
    unit.decisions.add(
        replace(
            decision,
            decision_id="decision-2",
            decided_at=AT + timedelta(days=1),
            session_id=SessionId("S3"),
        )
    )


def add_certificates(unit: UnitOfWork) -> None:
    """A certificate that was ended, the one after it, and a recalibration."""
    granted = Certificate(
        certificate_id="certificate-1",
        coder_id=CODER,
        codebook=CODEBOOK,
        granted_on=date(2026, 1, 2),
        expires_on=date(2027, 1, 2),
        rule="made-up rule",
        result="made-up result",
        n_recordings=10,
        ended_on=date(2026, 2, 1),
        ended_because="made-up reason",
    )
    unit.certificates.add(granted)
    unit.certificates.add(
        replace(
            granted,
            certificate_id="certificate-2",
            granted_on=date(2026, 3, 1),
            ended_on=None,
            ended_because="",
        )
    )
    unit.calibration.add(
        Recalibration(
            recalibration_id="recalibration-1",
            held_on=date(2026, 2, 15),
            text="made-up words",
            recorded_at=AT,
            recorded_by=LEAD,
        )
    )


def add_supervision(unit: UnitOfWork) -> None:
    """A supervisor, two answers about consent, feedback with all its parts, releases, outcomes."""
    session_id = SessionId("S1")
    unit.assignments.set_due(session_id, CODER, date(2026, 3, 1))
    unit.supervisions.add(Supervision(worker_id=WorkerId("W1"), supervisor_id=LEAD))
    for use, given in ((ConsentUse.FEEDBACK, True), (ConsentUse.LISTENING, False)):
        unit.consents.put(
            Consent(
                session_id=session_id,
                use=use,
                given=given,
                recorded_at=AT,
                recorded_by=LEAD,
                note="made-up form",
            )
        )
    unit.feedback.put(FEEDBACK)
    released = Release(
        release_id="release-1",
        kind=ReleaseKind.WORKER,
        session_id=session_id,
        released_at=AT,
        released_by=LEAD,
        file_name="made_up.pdf",
        sha256=hashlib.sha256(b"made up").hexdigest(),
        content=b"made up",
        feedback_version=3,
        ended_at=AT + timedelta(days=1),
        ended_because="made-up reason",
    )
    unit.releases.add(released)
    unit.releases.add(
        replace(
            released,
            release_id="release-2",
            kind=ReleaseKind.TEAM,
            session_id=None,
            feedback_version=None,
            released_at=AT + timedelta(days=2),
            ended_at=None,
            ended_because="",
        )
    )
    for number, made in enumerate(unit.releases.all(), 1):
        unit.history.add(
            HistoryEntry(
                entry_id=f"entry-release-{number}",
                at=made.released_at,
                actor=LEAD,
                kind=HistoryKind.RELEASED,
                item=made.kind.value,
                new=json.dumps({"release": made.release_id, "sha256": made.sha256}),
                session_id=made.session_id,
            )
        )
    unit.outcomes.put_measure(
        "made_up", [Outcome(session_id=session_id, measure="made_up", value=2.5)]
    )


def add_packet(unit: UnitOfWork) -> None:
    """A packet that went out with one session, and what came back of it."""
    packet = Packet(
        packet_id="packet-1",
        coder_id=CODER,
        made_at=AT,
        made_by=LEAD,
        sha256="2" * 64,
        sessions=(
            PacketSession(
                code=BlindCode("P-MADE1"),
                session_id=SessionId("S3"),
                coding_id=CodingId("coding-3"),
            ),
        ),
        answer_key=bytes(32),
    )
    unit.packets.add(packet)
    unit.packets.add_return(
        PacketReturn(
            sha256="3" * 64,
            packet_id=packet.packet_id,
            merged_at=AT + timedelta(days=1),
            merged_by=LEAD,
            n_new=5,
            heads={CodingId("coding-3"): "0123 4567 89ab cdef"},
        )
    )


def add_withdrawal(path: Path) -> None:
    """The receipt and the record of a withdrawal, whose session is gone; erasing writes others."""
    receipt = Receipt(
        withdrawal_id="withdrawal-1",
        at=AT,
        by=LEAD,
        choice=WithdrawalChoice.ERASE_ALL,
        reason="made-up reason",
        kept_in="made-up file",
        erased=((Item.RECORDING, 1),),
        stays=(),
        out_of_reach=(),
        n_backups=0,
    )
    with closing(connect_sqlite(path / "study.db", "rw")) as connection:
        connection.execute(
            "INSERT INTO withdrawals VALUES (?, ?, ?, ?, ?)",
            (
                receipt.withdrawal_id,
                AT.replace(tzinfo=None).isoformat(" "),
                receipt.by,
                receipt.choice.value,
                receipt_text(receipt),
            ),
        )
    stones = Tombstones(bytes(32))
    stone = Tombstone(
        withdrawal_id=receipt.withdrawal_id,
        at=AT,
        by=receipt.by,
        choice=receipt.choice,
        session=stones.hash_of("S9"),
        recordings=(),
        receipt=receipt_text(receipt),
        is_done=True,
    )
    write_tombstones(StudyFolder(path), stones.with_stone(stone))


def add_counted_coding(store: StudyStore) -> None:
    """An open coding by a coder who recognised someone, with marks counted by volley."""
    coding = Coding(
        coding_id=CodingId("coding-3"),
        session_id=SessionId("S3"),
        coder_id=CODER,
        codebook=CODEBOOK,
    )
    with store.transaction() as unit:
        unit.codings.add(coding)
    for change in COUNTED:
        coding = act(store, coding, (change,), Origin.MADE)


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
