"""Tests of what a coder with a packet can have done, whoever wrote the return."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

import pytest

from practicecoder.codebook import library
from practicecoder.codebook.model import Codebook
from practicecoder.domain.coding import CodeMark, Coding, Evidence, Note, Rating, RatingState
from practicecoder.domain.history import HistoryEntry, HistoryKind, ReceivedEntry
from practicecoder.domain.ids import CodingId, SessionId
from practicecoder.domain.spans import TimeSpan
from practicecoder.errors import PacketError
from practicecoder.services.returned_acts import PossibleWork
from practicecoder.storage.history import value_text
from practicecoder.storage.lineage import Lineage, Link
from tests.builders import ANNA, LEAD, NOW

BOOK: Codebook = library.find("swim7")
FIRST = BOOK.dimension_ids[0]
QUESTION = BOOK.questions[0].question_id
CODING = Coding(
    coding_id=CodingId("c"), session_id=SessionId("V-1"), coder_id=ANNA, codebook=BOOK.ref
)
FIVE = value_text(Rating.rated(5))


def an_entry(
    number: int, kind: HistoryKind, item: str = "", new: str | None = None, **other: object
) -> HistoryEntry:
    values: dict[str, object] = {"actor": ANNA} | other
    return HistoryEntry(
        entry_id=f"e{number}",
        at=NOW + timedelta(seconds=number),
        kind=kind,
        item=item,
        new=new,
        coding_id=CODING.coding_id,
        **values,  # type: ignore[arg-type]  # fields of the entry
    )


STARTED = an_entry(0, HistoryKind.CODING_STARTED, ANNA)


def refuse(
    fresh: Sequence[HistoryEntry],
    known: Sequence[HistoryEntry] = (STARTED,),
    duration_ms: int | None = 60_000,
) -> None:
    """Look at entries of which each follows the one before it."""
    every = [*known, *fresh]
    parents = [None, *(entry.entry_id for entry in every)]
    lineage = Lineage(
        Link(e.entry_id, p, None, e.at) for e, p in zip(every, parents, strict=False)
    )
    PossibleWork(
        codebook=BOOK,
        coding=CODING,
        known={entry.entry_id: entry for entry in known},
        duration_ms=duration_ms,
    ).refuse_others(
        [
            ReceivedEntry(entry=e, parent_id=parents[place])
            for place, e in enumerate(every)
            if place >= len(known)
        ],
        lineage,
    )


def everything() -> list[HistoryEntry]:
    """What a coder enters to finish a coding."""
    answers = [
        an_entry(n, HistoryKind.ANSWER, q.question_id, value_text(True))
        for n, q in enumerate(BOOK.questions, 1)
        if q.answer_type == "bool"
    ]
    texts = [
        an_entry(n, HistoryKind.ANSWER, q.question_id, value_text("made up"))
        for n, q in enumerate(BOOK.questions, 20)
        if q.answer_type == "text"
    ]
    ratings = [
        an_entry(n, HistoryKind.RATING, d, FIVE) for n, d in enumerate(BOOK.dimension_ids, 40)
    ]
    return [*answers, *texts, *ratings]


def test_a_finished_coding_may_be_submitted_once() -> None:
    submitted = an_entry(90, HistoryKind.SUBMITTED)
    refuse([*everything(), submitted])
    with pytest.raises(PacketError):
        refuse([*everything(), submitted, an_entry(91, HistoryKind.SUBMITTED)])


def test_an_unfinished_coding_is_not_submitted() -> None:
    with pytest.raises(PacketError):
        refuse([*everything()[:-1], an_entry(90, HistoryKind.SUBMITTED)])


def test_what_was_submitted_is_changed_after_a_lead_unlocked_it_alone() -> None:
    submitted = [STARTED, *everything(), an_entry(90, HistoryKind.SUBMITTED)]
    later = an_entry(92, HistoryKind.RATING, FIRST, FIVE)
    with pytest.raises(PacketError):
        refuse([later], submitted)
    refuse([later], [*submitted, an_entry(91, HistoryKind.UNLOCKED, actor=LEAD)])


def a_mark(**values: object) -> str:
    count = BOOK.counts[0].count_id
    return value_text(CodeMark(**({"mark_id": "m", "count_id": count, "at_ms": 5} | values)))  # type: ignore[arg-type]


def a_piece(**values: object) -> str:
    piece = {"evidence_id": "x", "span": TimeSpan(1, 2), "dimension_ids": (FIRST,)} | values
    return value_text(Evidence(**piece))  # type: ignore[arg-type]


POSSIBLE = [
    (HistoryKind.RATING, FIRST, FIVE),
    (HistoryKind.ANSWER, QUESTION, value_text(True)),
    (HistoryKind.ANSWER, QUESTION, None),
    (HistoryKind.EVIDENCE, "x", a_piece()),
    (HistoryKind.EVIDENCE, "x", None),
    (HistoryKind.NOTE, "n", value_text(Note(note_id="n", text="made up", at_ms=60_500))),
    (HistoryKind.NOTE, "n", value_text(Note(note_id="n", text="made up"))),
    (HistoryKind.MARK, "m", a_mark()),
    (HistoryKind.UNBLINDED, "", "true"),
]

IMPOSSIBLE = [
    (HistoryKind.RATING, FIRST, value_text(Rating.rated(99))),
    (HistoryKind.RATING, FIRST, value_text(Rating.rated(3.5))),
    (HistoryKind.RATING, FIRST, FIVE.replace("5.0", '"5"')),
    (HistoryKind.RATING, FIRST, FIVE.replace('"note":""', '"note":{}')),
    (HistoryKind.RATING, FIRST, value_text(Rating.not_applicable("no_such_reason"))),
    (HistoryKind.RATING, "no_such_dimension", FIVE),
    (HistoryKind.ANSWER, QUESTION, '"no choice of this question"'),
    (HistoryKind.ANSWER, "no_such_question", "true"),
    (HistoryKind.EVIDENCE, "x", a_piece(span=TimeSpan(1, 10**15))),
    (HistoryKind.EVIDENCE, "x", a_piece(dimension_ids=("no_such_dimension",))),
    (HistoryKind.EVIDENCE, "y", a_piece()),
    (HistoryKind.NOTE, "n", value_text(Note(note_id="n", text="made up", at_ms=10**15))),
    (HistoryKind.NOTE, "n", '{"note_id": "n", "text": 5}'),
    (HistoryKind.NOTE, "other", value_text(Note(note_id="n", text="made up"))),
    (HistoryKind.MARK, "m", a_mark(count_id="no_such_code")),
    (HistoryKind.MARK, "m", a_mark(speaker="no such speaker")),
    (HistoryKind.MARK, "m", a_mark(volley=-1)),
    (HistoryKind.MARK, "m", a_mark(at_ms=-1)),
    (HistoryKind.MARK, "m", a_mark(end_ms=10**15)),
    (HistoryKind.CODING_STARTED, "", None),
]


@pytest.mark.parametrize(("kind", "item", "new"), POSSIBLE)
def test_what_the_program_lets_a_coder_do_is_taken(
    kind: HistoryKind, item: str, new: str | None
) -> None:
    refuse([an_entry(1, kind, item, new)])


@pytest.mark.parametrize(("kind", "item", "new"), IMPOSSIBLE)
def test_what_the_program_lets_nobody_do_is_refused(
    kind: HistoryKind, item: str, new: str | None
) -> None:
    with pytest.raises(PacketError):
        refuse([an_entry(1, kind, item, new)])


def test_what_the_laboratory_had_may_be_brought_back() -> None:
    between = value_text(Rating(state=RatingState.RATED, value=3.5))
    imported = an_entry(1, HistoryKind.RATING, FIRST, between, actor=None)
    again = [
        an_entry(2, HistoryKind.RATING, FIRST, FIVE),
        an_entry(3, HistoryKind.RATING, FIRST, between),
    ]
    refuse(again, [STARTED, imported])


def test_without_a_recording_moments_are_bounded_all_the_same() -> None:
    def note(at_ms: int) -> HistoryEntry:
        return an_entry(
            1, HistoryKind.NOTE, "n", value_text(Note(note_id="n", text="made up", at_ms=at_ms))
        )

    refuse([note(10**7)], duration_ms=None)
    with pytest.raises(PacketError):
        refuse([note(10**12)], duration_ms=None)
