from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import get_args

import pytest

from practicecoder.domain.coding import (
    AnswerValue,
    CodeMark,
    Coding,
    CountingMode,
    Evidence,
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
from practicecoder.domain.history import HistoryEntry, HistoryKind, Origin
from practicecoder.domain.ids import CoderId
from practicecoder.domain.spans import TimeSpan
from practicecoder.storage.history import (
    KIND_OF,
    CodingContent,
    change_of,
    entry_for,
    first_changes,
    replay,
    value_text,
)

AT = datetime(2026, 3, 4, 5, 6, tzinfo=UTC)
PIECE = Evidence(
    evidence_id="e1",
    span=TimeSpan(1, 2),
    dimension_ids=("d2", "d1"),
    polarity=Polarity.STRENGTH,
    quote="‘made up’",
    note="",
    share=True,
)
CHANGES: list[CodingChange] = [
    RatingChange("d1", Rating.rated(4, unsure=True)),
    RatingChange("d2", Rating.not_applicable("no_child", note="made up")),
    RatingChange("d1", Rating()),
    AnswerChange("q1", True),
    AnswerChange("q2", ("b", "a")),
    AnswerChange("q3", 2.5),
    AnswerChange("q4", "text"),
    AnswerChange("q1", None),
    EvidenceChange("e1", PIECE),
    NoteChange("n1", Note(note_id="n1", text="made up", at_ms=5)),
    NoteChange("n1", None),
    MarkChange("m1", CodeMark(mark_id="m1", count_id="question", at_ms=3, volley=0)),
    MarkChange(
        "m2",
        CodeMark(
            mark_id="m2", count_id="question", at_ms=3, end_ms=5, speaker="worker", note="made up"
        ),
    ),
    CountingChange(CountingMode.TALLY),
    CountingChange(None),
    CountingChange(CountingMode.VOLLEY),
    UnblindedChange(True),
]


def entries_for(coding: Coding, changes: list[CodingChange]) -> list[HistoryEntry]:
    entries = []
    for change in changes:
        entries.append(entry_for(coding, change, at=AT, actor=CoderId("C1")))
        coding = applied(coding, [change])
    return entries


def test_an_entry_says_who_did_what_when_to_which_coding_and_why(coding: Coding) -> None:
    entry = entry_for(
        coding,
        RatingChange("d1", Rating.rated(3)),
        at=AT,
        actor=CoderId("C2"),
        origin=Origin.UNDO,
        reason="made-up reason",
    )

    assert entry == HistoryEntry(
        entry_id=entry.entry_id,
        at=AT,
        actor=CoderId("C2"),
        kind=HistoryKind.RATING,
        item="d1",
        old='{"na_reason":null,"note":"","state":"not_yet_rated","unsure":false,"value":null}',
        new='{"na_reason":null,"note":"","state":"rated","unsure":false,"value":3.0}',
        reason="made-up reason",
        origin=Origin.UNDO,
        coding_id=coding.coding_id,
        session_id=coding.session_id,
    )


def test_every_entry_has_an_id_of_its_own(coding: Coding) -> None:
    entries = entries_for(coding, CHANGES)

    assert len({entry.entry_id for entry in entries}) == len(CHANGES)


def test_each_change_is_read_back_from_its_entry(coding: Coding) -> None:
    assert [change_of(entry) for entry in entries_for(coding, CHANGES)] == CHANGES


def test_each_entry_holds_the_value_that_was_replaced(coding: Coding) -> None:
    entries = entries_for(coding, [*CHANGES, EvidenceChange("e1", None)])

    assert entries[2].old == entries[0].new
    assert entries[3].old is None
    assert (entries[7].old, entries[7].new) == ("true", None)
    assert entries[-1].old == value_text(PIECE)


def test_replaying_the_entries_gives_the_state(coding: Coding) -> None:
    assert replay(entries_for(coding, CHANGES)) == CodingContent.of(applied(coding, CHANGES))


def test_other_acts_do_not_touch_the_content(coding: Coding) -> None:
    started = HistoryEntry(
        entry_id="e",
        at=AT,
        actor=None,
        kind=HistoryKind.CODING_STARTED,
        new="not a JSON text",
        coding_id=coding.coding_id,
    )

    assert change_of(started) is None
    assert replay([started, *entries_for(coding, CHANGES)]) == CodingContent.of(
        applied(coding, CHANGES)
    )


def test_a_coding_can_be_filled_by_changes(coding: Coding) -> None:
    full = applied(coding, CHANGES)

    assert applied(coding, first_changes(full)) == full


@pytest.mark.parametrize("answer", [True, False, 0.0, 1.0, "", "true", (), ("a",)])
def test_answers_keep_their_kind(coding: Coding, answer: AnswerValue) -> None:
    entry = entry_for(coding, AnswerChange("q", answer), at=AT, actor=None)
    change = change_of(entry)

    assert isinstance(change, AnswerChange)
    assert type(change.new) is type(answer)
    assert change.new == answer


def test_equal_values_have_the_same_text() -> None:
    assert value_text(Rating.rated(3)) == value_text(Rating.rated(3.0))
    assert value_text(4) == value_text(4.0)


def test_a_rating_entry_without_a_value_is_not_a_change(coding: Coding) -> None:
    entry = entry_for(coding, RatingChange("d1", Rating()), at=AT, actor=None)

    assert change_of(replace(entry, new=None)) is None


def test_marks_of_the_first_format_are_read(coding: Coding) -> None:
    change = MarkChange("m1", CodeMark(mark_id="m1", count_id="question", at_ms=3, volley=0))
    entry = entry_for(coding, change, at=AT, actor=None)
    first = '{"at_ms":3,"count_id":"question","mark_id":"m1","utterance":null,"volley":0}'

    assert change_of(replace(entry, new=first)) == change


def test_the_way_of_counting_and_unblinding_are_told_with_what_they_replaced(
    coding: Coding,
) -> None:
    changes: list[CodingChange] = [
        CountingChange(CountingMode.TALLY),
        CountingChange(CountingMode.VOLLEY),
        UnblindedChange(True),
        UnblindedChange(False),
    ]
    told = [
        (entry.kind, entry.item, entry.old, entry.new) for entry in entries_for(coding, changes)
    ]

    assert told == [
        (HistoryKind.COUNTING, "", None, '"tally"'),
        (HistoryKind.COUNTING, "", '"tally"', '"volley"'),
        (HistoryKind.UNBLINDED, "", "false", "true"),
        (HistoryKind.UNBLINDED, "", "true", "false"),
    ]


def test_a_way_of_counting_that_is_unheard_of_is_refused(coding: Coding) -> None:
    entry = entry_for(coding, CountingChange(CountingMode.TALLY), at=AT, actor=None)
    with pytest.raises(ValueError, match="CountingMode"):
        change_of(replace(entry, new='"guess"'))


def test_every_kind_of_change_is_filed_under_a_kind_of_its_own() -> None:
    assert set(KIND_OF) == set(get_args(CodingChange))
    assert len(set(KIND_OF.values())) == len(KIND_OF)
