"""Every schema that was ever released opens, and says today what was put into it then."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from practicecoder.domain.coding import (
    CodeMark,
    CodingRole,
    CodingState,
    CountingMode,
    Note,
    Polarity,
    Rating,
)
from practicecoder.domain.consent import ConsentUse
from practicecoder.domain.feedback import OwnView, ReleaseKind
from practicecoder.domain.history import HistoryKind, Origin
from practicecoder.domain.ids import CoderId, CodingId, SessionId
from practicecoder.domain.people import Role
from practicecoder.domain.sessions import Phase, SegmentChoice, SessionState
from practicecoder.domain.spans import TimeSpan
from practicecoder.domain.transcripts import SpeakerRole
from practicecoder.domain.withdrawal import Item, WithdrawalChoice
from practicecoder.storage.engine import connect_sqlite
from practicecoder.storage.folders import StudyFolder
from practicecoder.storage.schema import REVISIONS, revision_of
from practicecoder.storage.study_folder import StudyStore

STUDIES = Path(__file__).parents[1] / "studies"
RELEASED = sorted(path for path in STUDIES.iterdir() if path.name.startswith("v"))
AT = datetime(2026, 1, 2, 3, 4, 5, 678_900, tzinfo=UTC)


def since(schema: str) -> list[Path]:
    """Studies of a schema and of every later one."""
    return [path for path in RELEASED if path.name >= schema]


@pytest.fixture(params=RELEASED, ids=lambda path: str(path.name))
def released(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[StudyStore]:
    path = tmp_path / "study"
    shutil.copytree(request.param, path)
    store = StudyStore.open(path)
    yield store
    store.close()


def test_there_is_a_study_for_every_schema() -> None:
    assert [path.name for path in RELEASED] == [f"v{revision}" for revision in REVISIONS]


def test_a_released_study_is_sound(released: StudyStore) -> None:
    assert released.check() == ()


def test_people_and_sessions_are_as_they_were(released: StudyStore) -> None:
    with released.reading() as unit:
        record = unit.study.load()
        coders, offices = unit.people.coders(), unit.people.offices()
        full, bare, *_ = unit.sessions.all()
        queue = unit.assignments.of_coder(CoderId("C1"))

    assert (record.title, record.made_up, record.created_at) == ("Made-up study", True, AT)
    assert {coder.coder_id: coder.roles for coder in coders} == {
        "C1": {Role.CODER},
        "L1": {Role.LEAD, Role.SUPERVISOR},
    }
    assert [office.implementation_date for office in offices] == [date(2026, 1, 1), None]
    assert (full.session_id, full.phase, full.days_since_implementation) == ("S1", Phase.POST, 31)
    assert full.segment is not None
    assert (full.segment.span, full.segment.choice) == (TimeSpan(10, 90), SegmentChoice.RANDOM)
    assert full.recording is not None
    assert full.recording.sample_count == 800
    assert (bare.session_id, bare.recording, bare.segment) == ("S2", None, None)
    assert [assignment.session_id for assignment in queue[:2]] == ["S2", "S1"]


def test_codings_are_as_they_were(released: StudyStore) -> None:
    with released.reading() as unit:
        coding, consensus, *_ = unit.codings.all()

    assert coding.ratings == {
        "d1": Rating.rated(4, unsure=True),
        "d2": Rating.not_applicable("not_seen", note="made-up note"),
        "d3": Rating(),
    }
    assert coding.answers == {
        "yes_no": True,
        "words": "made-up answer",
        "number": 2.5,
        "options": ("b", "a"),
    }
    (piece,) = coding.evidence
    assert (piece.dimension_ids, piece.polarity) == (("d2", "d1"), Polarity.STRENGTH)
    assert coding.notes == (Note(note_id="note-1", text="made-up note", at_ms=30),)
    assert coding.marks == (CodeMark(mark_id="mark-1", count_id="question", at_ms=40, volley=1),)
    assert (coding.counting, coding.unblinded) == (None, False)
    assert (coding.heard, coding.position_ms) == ((TimeSpan(10, 90),), 90)
    assert (coding.state, coding.submitted_at) == (CodingState.LOCKED, AT)
    assert (consensus.role, consensus.ratings) == (CodingRole.CONSENSUS, {})


def test_the_history_is_as_it_was(released: StudyStore) -> None:
    with released.reading() as unit:
        entries = unit.history.all()
        of_coding = unit.history.of_coding(CodingId("coding-1"))
        of_session = unit.history.of_session(SessionId("S1"))

    assert entries[0].kind is HistoryKind.STUDY_CREATED
    assert entries[1:14] == of_coding == of_session[:13]
    assert len(of_coding) == 13
    assert [entry.origin for entry in of_coding[-2:]] == [Origin.MADE, Origin.UNDO]


@pytest.mark.parametrize("released", since("v0002"), indirect=True, ids=lambda path: path.name)
def test_counted_codings_are_as_they_were(released: StudyStore) -> None:
    with released.reading() as unit:
        coding = unit.codings.find(CodingId("coding-3"))
        reference = unit.codings.find(CodingId("coding-4"))
        entries = unit.history.of_coding(CodingId("coding-3"))

    assert coding is not None
    assert (coding.counting, coding.unblinded) == (CountingMode.VOLLEY, True)
    assert coding.marks == (
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
        CodeMark(mark_id="mark-3", count_id="question", at_ms=50),
    )
    assert reference is not None
    assert reference.role is CodingRole.REFERENCE
    assert [entry.kind for entry in entries] == [
        HistoryKind.COUNTING,
        HistoryKind.COUNTING,
        HistoryKind.MARK,
        HistoryKind.MARK,
        HistoryKind.UNBLINDED,
    ]


@pytest.mark.parametrize("released", since("v0002"), indirect=True, ids=lambda path: path.name)
def test_the_laboratory_is_as_it_was(released: StudyStore) -> None:
    with released.reading() as unit:
        transcript = unit.transcripts.find(SessionId("S3"))
        unseen, seen = unit.concerns.all()
        alone, of_meeting = unit.decisions.of_item("made_up", "d1")
        ended, valid = unit.certificates.of_coder(CoderId("C1"))
        (recalibration,) = unit.calibration.all()
        (plan,) = unit.plans.all()
        states = [session.state for session in unit.sessions.all()[2:]]

    assert transcript is not None
    assert (transcript.source_format, transcript.offset_ms) == ("vtt", -5)
    first, last = transcript.lines
    assert (first.text, first.role) == ("“Made-up” words", SpeakerRole.WORKER)
    assert (last.start_ms, last.end_ms, last.role) == (40, None, SpeakerRole.UNKNOWN)
    assert (unseen.is_seen, unseen.at_ms) == (False, 20)
    assert (seen.seen_by, seen.action) == ("L1", "made-up action")
    assert (alone.session_id, of_meeting.session_id) == (None, "S3")
    assert (ended.ended_on, valid.ended_on) == (date(2026, 2, 1), None)
    assert valid.is_valid(date(2026, 12, 31))
    assert recalibration.held_on == date(2026, 2, 15)
    assert (plan.coders, plan.strata, plan.seed) == (("L1", "C1"), ("office", "phase"), 2**40)
    assert states == [SessionState.COMPARED, SessionState.CONSENSUS]


def rows(file: Path, columns: dict[str, list[str]]) -> dict[str, list[tuple[object, ...]]]:
    """Every row of the tables, in the order in which they were stored, cut to the columns."""
    with closing(connect_sqlite(file, "ro")) as connection:
        return {
            table: connection.execute(
                f"SELECT {', '.join(names)} FROM {table} ORDER BY rowid"
            ).fetchall()
            for table, names in columns.items()
        }


def columns_of(file: Path) -> dict[str, list[str]]:
    with closing(connect_sqlite(file, "ro")) as connection:
        tables = connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name <> 'alembic_version'"
        ).fetchall()
        return {
            table: [str(row[1]) for row in connection.execute(f"PRAGMA table_info({table})")]
            for (table,) in tables
        }


@pytest.mark.parametrize("older", RELEASED[:-1], ids=lambda path: path.name)
def test_an_older_study_is_upgraded_with_everything_in_it_unchanged(
    older: Path, tmp_path: Path
) -> None:
    folder = StudyFolder(tmp_path / "study")
    shutil.copytree(older, folder.path)
    columns = columns_of(folder.database)
    before = rows(folder.database, columns)
    store = StudyStore.open(folder.path)
    try:
        (backup,) = folder.backups.iterdir()
        with closing(connect_sqlite(backup, "ro")) as connection:
            kept = revision_of(connection)
        after = rows(folder.database, columns)
        tables, sealed = after["history"].pop(), after["history"].pop()
        assert after == before
        assert HistoryKind.HISTORY_SEALED in sealed
        assert HistoryKind.TABLES_SEALED in tables
        assert (kept, rows(backup, columns)) == (older.name.removeprefix("v"), before)
        assert backup.name.endswith(f"-before-{REVISIONS[-1]}.db")
        assert sum(map(len, before.values())) > 30
    finally:
        store.close()


@pytest.mark.parametrize(
    ("statement", "refused"),
    [
        ("UPDATE history SET reason = 'forged'", "history_is_append_only"),
        ("DELETE FROM history", "history_is_append_only"),
        ("REPLACE INTO history SELECT * FROM history", "history_is_append_only"),
        ("UPDATE codings SET role = 'consensus'", "UNIQUE constraint failed: codings.session_id"),
        ("UPDATE codings SET role = 'reference'", "UNIQUE constraint failed: codings.session_id"),
        ("UPDATE codings SET role = 'unheard of'", "ck_codings_role"),
        ("UPDATE assignments SET role = 'unheard of'", "ck_assignments_role"),
        ("UPDATE sessions SET state = 'unheard of'", "ck_sessions_state"),
        ("UPDATE sessions SET segment_end_ms = NULL", "ck_sessions_segment_is_whole"),
        ("UPDATE marks SET end_ms = at_ms - 1", "ck_marks_span"),
        ("UPDATE marks SET coding_id = 'none'", "FOREIGN KEY"),
        ("DELETE FROM codings", "FOREIGN KEY"),
        ("DELETE FROM sessions", "FOREIGN KEY"),
    ],
)
def test_an_upgraded_study_keeps_every_promise(
    released: StudyStore, statement: str, refused: str
) -> None:
    database = StudyFolder(released.path).database
    with (
        closing(connect_sqlite(database, "rw")) as connection,
        pytest.raises(sqlite3.IntegrityError, match=refused),
    ):
        connection.execute(statement)


@pytest.mark.parametrize("released", since("v0003"), indirect=True, ids=lambda path: path.name)
def test_supervision_is_as_it_was(released: StudyStore) -> None:
    session_id = SessionId("S1")
    with released.reading() as unit:
        due = {a.session_id: a.due_on for a in unit.assignments.of_coder(CoderId("C1"))}
        workers = unit.supervisions.workers_of(CoderId("L1"))
        consents = {consent.use: consent.given for consent in unit.consents.of_session(session_id)}
        feedback = unit.feedback.find(session_id)
        ended, in_force = unit.releases.all()
        found = unit.releases.find("release-1")
        outcomes = unit.outcomes.all()

    assert due == {"S1": date(2026, 3, 1), "S2": None, "S3": None}
    assert workers == {"W1"}
    assert consents == {ConsentUse.FEEDBACK: True, ConsentUse.LISTENING: False}
    assert feedback is not None
    assert (feedback.own_view, feedback.own_ratings) == (OwnView.RATED, {"d1": 3.0, "d2": 4.0})
    (strength,), (step,) = feedback.strengths, feedback.to_build
    assert (strength.wording, strength.evidence_ids) == ("made-up strength", ("evidence-1",))
    assert (step.wording, step.try_this, step.evidence_ids) == (
        "made-up step",
        "made-up act",
        (),
    )
    assert feedback.moments["evidence-1"].quote == "“Made-up quote”"
    assert feedback.goal.review_on == date(2026, 4, 1)
    assert (feedback.response_on, feedback.version) == (date(2026, 2, 20), 3)
    assert (ended.kind, ended.is_in_force, ended.content) == (ReleaseKind.WORKER, False, b"")
    assert (in_force.kind, in_force.is_in_force) == (ReleaseKind.TEAM, True)
    assert found is not None
    assert (found.content, found.feedback_version) == (b"made up", 3)
    assert [(o.session_id, o.measure, o.value) for o in outcomes] == [("S1", "made_up", 2.5)]


@pytest.mark.parametrize("released", since("v0004"), indirect=True, ids=lambda path: path.name)
def test_packets_withdrawals_and_days_for_sound_are_as_they_were(released: StudyStore) -> None:
    with released.reading() as unit:
        full, bare, *_ = unit.sessions.all()
        (packet,) = unit.packets.all()
        (returned,) = unit.packets.returns()
        (receipt,) = unit.withdrawals.all()
        head = unit.history.printed_heads([CodingId("coding-1")])

    assert (full.audio_until, bare.audio_deleted_at) == (date(2027, 1, 1), AT)
    assert [(s.code, s.session_id) for s in packet.sessions] == [("P-MADE1", "S3")]
    assert packet.answer_key == bytes(32)
    assert (returned.packet_id, returned.n_new) == ("packet-1", 5)
    assert returned.heads == {"coding-3": "0123 4567 89ab cdef"}
    assert (receipt.choice, receipt.erased) == (
        WithdrawalChoice.ERASE_ALL,
        ((Item.RECORDING, 1),),
    )
    assert len(head[CodingId("coding-1")]) == len("0123 4567 89ab cdef")


@pytest.mark.parametrize("released", since("v0004"), indirect=True, ids=lambda path: path.name)
def test_the_seal_of_a_released_history_verifies_today(released: StudyStore) -> None:
    with released.reading() as unit:
        macs_are_bound = unit.history.is_sealed()

    assert macs_are_bound
    assert released.check() == ()
