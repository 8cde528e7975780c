"""Whatever is done to a coding: what is loaded, what was applied and what is replayed agree."""

from __future__ import annotations

import itertools
import string
from dataclasses import replace
from datetime import UTC, datetime

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from practicecoder.domain.coding import (
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
    inverse,
)
from practicecoder.domain.ids import BlindCode, CodingId, SessionId
from practicecoder.domain.sessions import PracticeSession
from practicecoder.domain.spans import TimeSpan
from practicecoder.storage.database import Database
from practicecoder.storage.history import CodingContent, entry_for, replay

AT = datetime(2026, 3, 4, 5, 6, tzinfo=UTC)
numbers = itertools.count()

words = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=8)
names = st.sampled_from(["a", "b", "c"])
moments = st.integers(0, 20)
flags = st.booleans()

ratings = st.one_of(
    st.builds(Rating, note=words, unsure=flags),
    st.builds(Rating.rated, st.floats(allow_nan=False, allow_infinity=False), unsure=flags),
    st.builds(Rating.not_applicable, words, note=words),
)
answers = st.one_of(
    flags,
    words,
    st.floats(allow_nan=False, allow_infinity=False),
    st.lists(words, max_size=3).map(tuple),
)
spans = st.tuples(moments, moments).map(lambda ends: TimeSpan(min(ends), max(ends)))


def evidence(evidence_id: str) -> st.SearchStrategy[Evidence]:
    return st.builds(
        Evidence,
        evidence_id=st.just(evidence_id),
        span=spans,
        dimension_ids=st.lists(st.sampled_from(string.ascii_lowercase), unique=True).map(tuple),
        polarity=st.sampled_from(Polarity),
        quote=words,
        note=words,
        share=flags,
    )


def note(note_id: str) -> st.SearchStrategy[Note]:
    return st.builds(Note, note_id=st.just(note_id), text=words, at_ms=st.none() | moments)


def mark(mark_id: str) -> st.SearchStrategy[CodeMark]:
    return st.builds(
        CodeMark,
        mark_id=st.just(mark_id),
        count_id=names,
        at_ms=moments,
        volley=st.none() | moments,
        utterance=st.none() | moments,
        end_ms=st.none() | st.integers(20, 40),
        speaker=words,
        note=words,
    )


changes = st.one_of(
    st.builds(RatingChange, names, ratings),
    st.builds(AnswerChange, names, st.none() | answers),
    names.flatmap(
        lambda item: st.builds(EvidenceChange, st.just(item), st.none() | evidence(item))
    ),
    names.flatmap(lambda item: st.builds(NoteChange, st.just(item), st.none() | note(item))),
    names.flatmap(lambda item: st.builds(MarkChange, st.just(item), st.none() | mark(item))),
    st.builds(CountingChange, st.none() | st.sampled_from(CountingMode)),
    st.builds(UnblindedChange, flags),
)
acts = st.lists(st.lists(changes, min_size=1, max_size=4), max_size=5)


def carried_out(database: Database, coding: Coding, done: list[CodingChange]) -> Coding:
    after = applied(coding, done)
    with database.transaction() as unit:
        unit.record_changes(coding, done, at=AT, actor=coding.coder_id)
        return unit.codings.save(after, expected_version=coding.version, changes=done)


def told(coding: Coding, done: list[CodingChange]) -> list[tuple[str, str | None, str | None]]:
    """Item, old and new value of each change when the changes are made one after the other."""
    values = []
    for change in done:
        entry = entry_for(coding, change, at=AT, actor=None)
        values.append((entry.item, entry.old, entry.new))
        coding = applied(coding, [change])
    return values


def own(change: CodingChange, prefix: str) -> CodingChange:
    """The change with ids that no other example uses: ids are unique in a study."""
    item = f"{prefix}{change.item}"
    match change:
        case EvidenceChange(new=Evidence() as piece):
            return replace(change, item=item, new=replace(piece, evidence_id=item))
        case NoteChange(new=Note() as text):
            return replace(change, item=item, new=replace(text, note_id=item))
        case MarkChange(new=CodeMark() as code):
            return replace(change, item=item, new=replace(code, mark_id=item))
        case CountingChange() | UnblindedChange():
            return change
        case _:
            return replace(change, item=item)


@given(acts=acts)
@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_loaded_applied_and_replayed_are_one(
    database: Database, coding: Coding, acts: list[list[CodingChange]]
) -> None:
    prefix = f"{next(numbers)}-"
    session = PracticeSession(session_id=SessionId(prefix), blind_code=BlindCode(prefix))
    start = replace(coding, coding_id=CodingId(prefix), session_id=session.session_id)
    with database.transaction() as unit:
        unit.sessions.add(session)
        unit.codings.add(start)
    current = start
    expected_entries = []
    for act in acts:
        done = [own(change, prefix) for change in act]
        back = inverse(current, done)
        expected = applied(current, done)
        expected_entries += told(current, done)
        current = carried_out(database, current, done)
        assert replace(current, version=expected.version) == expected
        before_undo = current
        expected_entries += told(current, list(back))
        current = carried_out(database, current, list(back))
        expected_entries += told(current, done)
        current = carried_out(database, current, done)
        assert CodingContent.of(current) == CodingContent.of(before_undo)
    with database.reading() as unit:
        loaded = unit.codings.find(start.coding_id)
        entries = unit.history.of_coding(start.coding_id)

    assert loaded == current
    assert replay(entries) == CodingContent.of(current)
    assert [(entry.item, entry.old, entry.new) for entry in entries] == expected_entries
