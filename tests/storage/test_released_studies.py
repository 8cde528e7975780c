"""Every schema that was ever released opens, and says today what was put into it then."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from practicecoder.domain.coding import CodeMark, CodingRole, CodingState, Note, Polarity, Rating
from practicecoder.domain.history import HistoryKind, Origin
from practicecoder.domain.ids import CodingId, SessionId
from practicecoder.domain.people import Role
from practicecoder.domain.sessions import Phase, SegmentChoice
from practicecoder.domain.spans import TimeSpan
from practicecoder.storage.schema import REVISIONS
from practicecoder.storage.study_folder import StudyStore

STUDIES = Path(__file__).parents[1] / "studies"
RELEASED = sorted(path for path in STUDIES.iterdir() if path.name.startswith("v"))
AT = datetime(2026, 1, 2, 3, 4, 5, 678_900, tzinfo=UTC)


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
        full, bare = unit.sessions.all()
        queue = unit.assignments.all()

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
    assert [assignment.session_id for assignment in queue] == ["S2", "S1"]


def test_codings_are_as_they_were(released: StudyStore) -> None:
    with released.reading() as unit:
        coding, consensus = unit.codings.all()

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
    assert (coding.heard, coding.position_ms) == ((TimeSpan(10, 90),), 90)
    assert (coding.state, coding.submitted_at) == (CodingState.LOCKED, AT)
    assert (consensus.role, consensus.ratings) == (CodingRole.CONSENSUS, {})


def test_the_history_is_as_it_was(released: StudyStore) -> None:
    with released.reading() as unit:
        entries = unit.history.all()
        of_coding = unit.history.of_coding(CodingId("coding-1"))
        of_session = unit.history.of_session(SessionId("S1"))

    assert entries[0].kind is HistoryKind.STUDY_CREATED
    assert entries[1:] == of_coding == of_session
    assert len(of_coding) == 13
    assert [entry.origin for entry in of_coding[-2:]] == [Origin.MADE, Origin.UNDO]
