from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import Engine, event

from practicecoder.domain.coding import (
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
)
from practicecoder.domain.ids import CoderId, CodingId, SessionId
from practicecoder.domain.spans import TimeSpan
from practicecoder.errors import ConflictError
from practicecoder.storage.database import Database

AT = datetime(2026, 3, 4, 5, 6, tzinfo=UTC)
OpenWindow = Callable[[], Database]


@pytest.fixture
def full(coding: Coding) -> Coding:
    """A coding that has something of everything, but nothing heard."""
    return replace(
        coding,
        role=CodingRole.DOUBLE,
        state=CodingState.LOCKED,
        ratings={
            "d1": Rating.rated(3.5, unsure=True),
            "d2": Rating.not_applicable("no_child", note="made up"),
            "d3": Rating(note="undecided"),
        },
        answers={"q1": True, "q2": "text", "q3": 2.5, "q4": ("b", "a"), "q5": False, "q6": ()},
        evidence=(
            Evidence(
                evidence_id="e2",
                span=TimeSpan(0, 5),
                dimension_ids=("d2", "d1"),
                polarity=Polarity.TO_BUILD,
                quote="made-up quote",
                note="made-up note",
                share=True,
            ),
            Evidence(evidence_id="e1", span=TimeSpan(7, 7), dimension_ids=()),
        ),
        notes=(
            Note(note_id="n2", text="made up"),
            Note(note_id="n1", text="", at_ms=3),
        ),
        marks=(
            CodeMark(mark_id="m2", count_id="question", at_ms=1, volley=0, utterance=4),
            CodeMark(
                mark_id="m1",
                count_id="reflection",
                at_ms=2,
                end_ms=9,
                speaker="worker",
                note="made-up note",
            ),
        ),
        counting=CountingMode.VOLLEY,
        unblinded=True,
        position_ms=99,
        short_listen_reason="made up",
        submitted_at=AT,
        version=7,
    )


def add(database: Database, *codings: Coding) -> None:
    with database.transaction() as unit:
        for coding in codings:
            unit.codings.add(coding)


def rate(database: Database, coding: Coding, change: CodingChange) -> Coding:
    with database.transaction() as unit:
        unit.record_changes(coding, [change], at=AT, actor=coding.coder_id)
        return unit.codings.save(
            applied(coding, [change]), expected_version=coding.version, changes=[change]
        )


def test_a_coding_comes_back_as_it_was_given(database: Database, full: Coding) -> None:
    add(database, full)
    with database.reading() as unit:
        assert unit.codings.find(full.coding_id) == full


def test_an_empty_coding_comes_back_empty(database: Database, coding: Coding) -> None:
    add(database, coding)
    with database.reading() as unit:
        assert unit.codings.find(coding.coding_id) == coding


def test_codings_are_found_by_session_coder_assignment_and_state(
    database: Database, coding: Coding, full: Coding
) -> None:
    other = replace(coding, coding_id=CodingId("coding-2"), coder_id=CoderId("C2"))
    locked = replace(full, coding_id=CodingId("coding-3"), session_id=SessionId("S2"))
    add(database, locked, other, coding)
    with database.reading() as unit:
        assert unit.codings.of_session(SessionId("S1")) == (coding, other)
        assert unit.codings.of_coder(CoderId("C1")) == (coding, locked)
        assert unit.codings.all() == (coding, other, locked)
        assert unit.codings.all(locked_only=True) == (locked,)
        assert (
            unit.codings.for_assignment(SessionId("S2"), CoderId("C1"), CodingRole.DOUBLE)
            == locked
        )
        assert (
            unit.codings.for_assignment(SessionId("S2"), CoderId("C1"), CodingRole.PRIMARY) is None
        )
        assert unit.codings.find(CodingId("none")) is None


def test_a_second_coding_of_the_same_kind_is_refused(database: Database, coding: Coding) -> None:
    add(database, coding)
    with pytest.raises(ConflictError):
        add(database, replace(coding, coding_id=CodingId("coding-2")))


def test_a_coding_cannot_be_added_as_heard(database: Database, coding: Coding) -> None:
    with pytest.raises(ValueError, match="add_listens"):
        add(database, replace(coding, heard=(TimeSpan(0, 1),)))


def test_saving_writes_what_the_changes_touch(database: Database, full: Coding) -> None:
    changes: list[CodingChange] = [
        RatingChange("d1", Rating.rated(1)),
        RatingChange("d1", Rating.rated(5)),
        RatingChange("d9", Rating()),
        AnswerChange("q1", None),
        AnswerChange("q9", "new"),
        EvidenceChange("e2", replace(full.evidence[0], dimension_ids=("d1", "d3"))),
        EvidenceChange("e1", None),
        NoteChange("n2", None),
        NoteChange("n3", Note(note_id="n3", text="made up")),
        MarkChange("m1", replace(full.marks[1], at_ms=0, end_ms=None, speaker="client")),
        CountingChange(None),
        UnblindedChange(False),
        MarkChange("m2", None),
    ]
    after = replace(
        applied(full, changes), state=CodingState.OPEN, submitted_at=None, short_listen_reason=""
    )
    add(database, full)
    with database.transaction() as unit:
        saved = unit.codings.save(after, expected_version=full.version, changes=changes)
    with database.reading() as unit:
        assert saved == replace(after, version=8)
        assert unit.codings.find(full.coding_id) == saved


def test_undone_evidence_may_come_back_under_its_id(database: Database, full: Coding) -> None:
    piece = full.evidence[0]
    removed, returned = EvidenceChange("e2", None), EvidenceChange("e2", piece)
    add(database, full)
    with database.transaction() as unit:
        without = unit.codings.save(
            applied(full, [removed]), expected_version=7, changes=[removed]
        )
        unit.codings.save(applied(without, [returned]), expected_version=8, changes=[returned])
    with database.reading() as unit:
        assert unit.codings.find(full.coding_id) == replace(full, version=9)


def test_a_removed_coding_leaves_nothing_but_its_history(database: Database, full: Coding) -> None:
    other = replace(
        full,
        coding_id=CodingId("other"),
        role=CodingRole.REFERENCE,
        evidence=(),
        notes=(),
        marks=(),
        heard=(),
    )
    heard = Listen(span=TimeSpan(0, 900), speed=1.0, at=datetime(2026, 3, 2, tzinfo=UTC))
    add(database, full, other)
    with database.transaction() as unit:
        unit.codings.add_listens(full.coding_id, [heard], 900)
        unit.record_changes(
            full, [RatingChange("empathy", Rating.rated(5))], at=heard.at, actor=full.coder_id
        )

    with database.transaction() as unit:
        unit.codings.remove(full.coding_id)

    with database.reading() as unit:
        assert [c.coding_id for c in unit.codings.all()] == [other.coding_id]
        assert unit.codings.find(other.coding_id) == other
        assert unit.codings.listens(full.coding_id) == ()
        assert len(unit.history.of_coding(full.coding_id)) == 1
    with database.transaction() as unit, pytest.raises(KeyError):
        unit.codings.remove(full.coding_id)


def test_two_windows_cannot_overwrite_each_other(open_window: OpenWindow, coding: Coding) -> None:
    one, two = open_window(), open_window()
    add(one, coding)
    mine, theirs = RatingChange("d1", Rating.rated(1)), RatingChange("d2", Rating.rated(2))
    saved = rate(one, coding, mine)
    with pytest.raises(ConflictError):
        rate(two, coding, theirs)
    with two.reading() as unit:
        assert unit.codings.find(coding.coding_id) == saved
        assert len(unit.history.of_coding(coding.coding_id)) == 1


def test_a_coding_is_read_afresh_after_it_was_saved_in_the_same_unit(
    database: Database, coding: Coding
) -> None:
    change = RatingChange("d1", Rating.rated(4))
    add(database, coding)
    with database.transaction() as unit:
        unit.codings.find(coding.coding_id)
        saved = unit.codings.save(applied(coding, [change]), expected_version=1, changes=[change])
        assert unit.codings.find(coding.coding_id) == saved


def test_what_was_heard_is_the_union_of_what_was_played(
    database: Database, coding: Coding
) -> None:
    played = [
        Listen(span=TimeSpan(start, end), speed=speed, at=AT + timedelta(seconds=start))
        for start, end, speed in [(10, 20, 1.0), (0, 5, 1.5), (15, 30, 0.75)]
    ]
    add(database, coding)
    with database.transaction() as unit:
        unit.codings.add_listens(coding.coding_id, played[:2], position_ms=20)
    with database.transaction() as unit:
        unit.codings.add_listens(coding.coding_id, played[2:], position_ms=30)
        unit.codings.add_listens(coding.coding_id, [], position_ms=12)
    with database.reading() as unit:
        found = unit.codings.find(coding.coding_id)

    assert found == replace(coding, heard=(TimeSpan(0, 5), TimeSpan(10, 30)), position_ms=12)


def test_stretches_come_back_as_they_were_played(database: Database, coding: Coding) -> None:
    other = replace(coding, coding_id=CodingId("coding-2"), coder_id=CoderId("C2"))
    played = tuple(
        Listen(span=TimeSpan(start, start + 7), speed=speed, at=AT + timedelta(milliseconds=start))
        for start, speed in [(9, 1.0), (2, 0.75), (9, 2.5)]
    )
    add(database, coding, other)
    with database.transaction() as unit:
        unit.codings.add_listens(coding.coding_id, played[:1], position_ms=16)
        unit.codings.add_listens(other.coding_id, played[:2], position_ms=9)
        unit.codings.add_listens(coding.coding_id, played[1:], position_ms=16)
    with database.reading() as unit:
        assert unit.codings.listens(coding.coding_id) == played
        assert unit.codings.listens(CodingId("none")) == ()


@pytest.mark.parametrize("role", [CodingRole.CONSENSUS, CodingRole.REFERENCE])
def test_a_session_has_one_consensus_and_one_reference(
    database: Database, coding: Coding, role: CodingRole
) -> None:
    one = replace(coding, role=role)
    elsewhere = replace(one, coding_id=CodingId("coding-2"), session_id=SessionId("S2"))
    add(database, coding, replace(one, coding_id=CodingId("coding-3")), elsewhere)
    with pytest.raises(ConflictError):
        add(database, replace(one, coding_id=CodingId("coding-4"), coder_id=CoderId("C2")))


def test_saving_leaves_the_player_s_position_alone(database: Database, coding: Coding) -> None:
    add(database, coding)
    with database.transaction() as unit:
        unit.codings.add_listens(coding.coding_id, [], position_ms=50)
        unit.codings.save(replace(coding, position_ms=3), expected_version=1)
    with database.reading() as unit:
        found = unit.codings.find(coding.coding_id)

    assert found == replace(coding, position_ms=50, version=2)


def test_listening_needs_a_coding(database: Database) -> None:
    with pytest.raises(KeyError), database.transaction() as unit:
        unit.codings.add_listens(CodingId("none"), [], position_ms=0)


def test_many_codings_take_no_more_queries_than_one(
    database: Database, store_engine: Engine, full: Coding
) -> None:
    queries: list[str] = []
    engines = {database.reader, store_engine}

    def count(*arguments: object) -> None:
        queries.append(str(arguments[2]))

    for engine in engines:
        event.listen(engine, "before_cursor_execute", count)
    add(database, full)
    counts = []
    for number in range(2):
        queries.clear()
        with database.reading() as unit:
            found = unit.codings.all()
        counts.append(sum(query.lstrip().startswith("SELECT") for query in queries))
        if number == 0:
            add(
                database,
                *(
                    replace(
                        full,
                        coding_id=CodingId(f"more-{session}-{coder}"),
                        session_id=SessionId(session),
                        coder_id=CoderId(coder),
                        evidence=(),
                        notes=(),
                        marks=(),
                    )
                    for session, coder in [("S1", "C2"), ("S2", "C1"), ("S2", "C2")]
                ),
            )

    assert len(found) == 4
    assert counts == [8, 8]
