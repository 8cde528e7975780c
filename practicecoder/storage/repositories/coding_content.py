"""What stands in codings: read for many at once, written item by item."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Select, delete, insert, select
from sqlalchemy.orm import Session

from practicecoder.domain.coding import (
    AnswerValue,
    CodeMark,
    Coding,
    Evidence,
    Note,
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
    old_value,
)
from practicecoder.domain.spans import TimeSpan, union
from practicecoder.storage.history import (
    answer_from,
    evidence_in_order,
    marks_in_order,
    notes_in_order,
    value_text,
)
from practicecoder.storage.models import (
    AnswerRow,
    EvidenceDimensionRow,
    EvidenceRow,
    ListenRow,
    MarkRow,
    NoteRow,
    RatingRow,
)
from practicecoder.storage.types import from_json

Codings = Select[str]
"""A query for the ids of the codings that are wanted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredContent:
    """Content of several codings, each part by coding id; codings without any are left out."""

    ratings: Mapping[str, Mapping[str, Rating]]
    answers: Mapping[str, Mapping[str, AnswerValue]]
    evidence: Mapping[str, tuple[Evidence, ...]]
    notes: Mapping[str, tuple[Note, ...]]
    marks: Mapping[str, tuple[CodeMark, ...]]
    heard: Mapping[str, tuple[TimeSpan, ...]]


def load_content(db: Session, codings: Codings) -> StoredContent:
    """Read the content of the codings, with one query for each table."""
    return StoredContent(
        ratings=_ratings(db, codings),
        answers=_answers(db, codings),
        evidence=_evidence(db, codings),
        notes=_notes(db, codings),
        marks=_marks(db, codings),
        heard=_heard(db, codings),
    )


def write_item(
    db: Session, coding: Coding, change: CodingChange, *, may_exist: bool = True
) -> None:
    """Write one item as ``coding`` has it, or remove it if the coding has it no more.

    The item is the one that the change names. ``may_exist`` False spares looking for an older one.
    The way of counting and whether the coder is unblinded are part of the coding's own row.
    """
    if isinstance(change, CountingChange | UnblindedChange):
        return
    if may_exist:
        _remove(db, coding, change)
    value = old_value(coding, change)
    match value:
        case Rating() if change.item in coding.ratings:
            _insert_rating(db, coding, change.item, value)
        case Evidence():
            _insert_evidence(db, coding, value)
        case Note():
            _insert_note(db, coding, value)
        case CodeMark():
            _insert_mark(db, coding, value)
        case bool() | str() | float() | int() | tuple():
            _insert_answer(db, coding, change.item, value)
        case _:
            return


def _ratings(db: Session, codings: Codings) -> dict[str, dict[str, Rating]]:
    query = select(
        RatingRow.coding_id,
        RatingRow.dimension_id,
        RatingRow.state,
        RatingRow.value,
        RatingRow.na_reason,
        RatingRow.note,
        RatingRow.unsure,
    ).where(RatingRow.coding_id.in_(codings))
    found: defaultdict[str, dict[str, Rating]] = defaultdict(dict)
    alike: dict[Rating, Rating] = {}  # equal ratings are one object: a study has few of them
    for coding_id, dimension_id, state, value, na_reason, note, unsure in db.connection().execute(
        query
    ):
        rating = Rating(state=state, value=value, na_reason=na_reason, note=note, unsure=unsure)
        found[coding_id][dimension_id] = alike.setdefault(rating, rating)
    return found


def _answers(db: Session, codings: Codings) -> dict[str, dict[str, AnswerValue]]:
    query = select(AnswerRow.coding_id, AnswerRow.question_id, AnswerRow.value).where(
        AnswerRow.coding_id.in_(codings)
    )
    found: defaultdict[str, dict[str, AnswerValue]] = defaultdict(dict)
    for coding_id, question_id, value in db.execute(query).all():
        found[coding_id][question_id] = answer_from(from_json(value))
    return found


def _evidence(db: Session, codings: Codings) -> dict[str, tuple[Evidence, ...]]:
    query = (
        select(
            EvidenceRow.coding_id,
            EvidenceRow.evidence_id,
            EvidenceRow.start_ms,
            EvidenceRow.end_ms,
            EvidenceRow.polarity,
            EvidenceRow.quote,
            EvidenceRow.note,
            EvidenceRow.share,
        )
        .where(EvidenceRow.coding_id.in_(codings))
        .order_by(EvidenceRow.start_ms, EvidenceRow.end_ms)
    )
    dimensions = _evidence_dimensions(db, codings)
    found: defaultdict[str, list[Evidence]] = defaultdict(list)
    for coding_id, evidence_id, start, end, polarity, quote, note, share in db.execute(
        query
    ).all():
        found[coding_id].append(
            Evidence(
                evidence_id=evidence_id,
                span=TimeSpan(start, end),
                dimension_ids=tuple(dimensions[evidence_id]),
                polarity=polarity,
                quote=quote,
                note=note,
                share=share,
            )
        )
    return {coding_id: evidence_in_order(pieces) for coding_id, pieces in found.items()}


def _evidence_dimensions(db: Session, codings: Codings) -> defaultdict[str, list[str]]:
    pieces = select(EvidenceRow.evidence_id).where(EvidenceRow.coding_id.in_(codings))
    query = (
        select(EvidenceDimensionRow.evidence_id, EvidenceDimensionRow.dimension_id)
        .where(EvidenceDimensionRow.evidence_id.in_(pieces))
        .order_by(EvidenceDimensionRow.position)
    )
    found: defaultdict[str, list[str]] = defaultdict(list)
    for evidence_id, dimension_id in db.execute(query).all():
        found[evidence_id].append(dimension_id)
    return found


def _notes(db: Session, codings: Codings) -> dict[str, tuple[Note, ...]]:
    query = select(NoteRow.coding_id, NoteRow.note_id, NoteRow.text, NoteRow.at_ms).where(
        NoteRow.coding_id.in_(codings)
    )
    found: defaultdict[str, list[Note]] = defaultdict(list)
    for coding_id, note_id, text, at_ms in db.execute(query).all():
        found[coding_id].append(Note(note_id=note_id, text=text, at_ms=at_ms))
    return {coding_id: notes_in_order(notes) for coding_id, notes in found.items()}


def _marks(db: Session, codings: Codings) -> dict[str, tuple[CodeMark, ...]]:
    query = select(
        MarkRow.coding_id,
        MarkRow.mark_id,
        MarkRow.count_id,
        MarkRow.at_ms,
        MarkRow.volley,
        MarkRow.utterance,
        MarkRow.end_ms,
        MarkRow.speaker,
        MarkRow.note,
    ).where(MarkRow.coding_id.in_(codings))
    found: defaultdict[str, list[CodeMark]] = defaultdict(list)
    # Marks are many: the connection hands rows over without what a session does for each.
    for coding_id, mark_id, count_id, at_ms, volley, utterance, end_ms, speaker, note in (
        db.connection().execute(query).all()
    ):
        found[coding_id].append(
            CodeMark(
                mark_id=mark_id,
                count_id=count_id,
                at_ms=at_ms,
                volley=volley,
                utterance=utterance,
                end_ms=end_ms,
                speaker=speaker,
                note=note,
            )
        )
    return {coding_id: marks_in_order(marks) for coding_id, marks in found.items()}


def _heard(db: Session, codings: Codings) -> dict[str, tuple[TimeSpan, ...]]:
    query = (
        select(ListenRow.coding_id, ListenRow.start_ms, ListenRow.end_ms)
        .distinct()
        .where(ListenRow.coding_id.in_(codings))
        .order_by(ListenRow.start_ms)
    )
    found: defaultdict[str, list[TimeSpan]] = defaultdict(list)
    for coding_id, start_ms, end_ms in db.execute(query).all():
        found[coding_id].append(TimeSpan(start_ms, end_ms))
    return {coding_id: union(spans) for coding_id, spans in found.items()}


def _remove(db: Session, coding: Coding, change: CodingChange) -> None:
    match change:
        case RatingChange():
            stored = (RatingRow.coding_id == coding.coding_id) & (
                RatingRow.dimension_id == change.item
            )
            db.execute(delete(RatingRow).where(stored))
        case AnswerChange():
            stored = (AnswerRow.coding_id == coding.coding_id) & (
                AnswerRow.question_id == change.item
            )
            db.execute(delete(AnswerRow).where(stored))
        case EvidenceChange():
            stored = (EvidenceRow.coding_id == coding.coding_id) & (
                EvidenceRow.evidence_id == change.item
            )
            db.execute(delete(EvidenceRow).where(stored))
        case NoteChange():
            stored = (NoteRow.coding_id == coding.coding_id) & (NoteRow.note_id == change.item)
            db.execute(delete(NoteRow).where(stored))
        case MarkChange():
            stored = (MarkRow.coding_id == coding.coding_id) & (MarkRow.mark_id == change.item)
            db.execute(delete(MarkRow).where(stored))


def _insert_rating(db: Session, coding: Coding, dimension_id: str, rating: Rating) -> None:
    db.execute(
        insert(RatingRow).values(
            coding_id=coding.coding_id,
            dimension_id=dimension_id,
            state=rating.state,
            value=rating.value,
            na_reason=rating.na_reason,
            note=rating.note,
            unsure=rating.unsure,
        )
    )


def _insert_answer(db: Session, coding: Coding, question_id: str, answer: AnswerValue) -> None:
    db.execute(
        insert(AnswerRow).values(
            coding_id=coding.coding_id, question_id=question_id, value=value_text(answer)
        )
    )


def _insert_evidence(db: Session, coding: Coding, piece: Evidence) -> None:
    db.execute(
        insert(EvidenceRow).values(
            evidence_id=piece.evidence_id,
            coding_id=coding.coding_id,
            start_ms=piece.span.start_ms,
            end_ms=piece.span.end_ms,
            polarity=piece.polarity,
            quote=piece.quote,
            note=piece.note,
            share=piece.share,
        )
    )
    if piece.dimension_ids:
        db.execute(
            insert(EvidenceDimensionRow),
            [
                {
                    "evidence_id": piece.evidence_id,
                    "dimension_id": dimension_id,
                    "position": position,
                }
                for position, dimension_id in enumerate(piece.dimension_ids)
            ],
        )


def _insert_note(db: Session, coding: Coding, note: Note) -> None:
    db.execute(
        insert(NoteRow).values(
            note_id=note.note_id, coding_id=coding.coding_id, text=note.text, at_ms=note.at_ms
        )
    )


def _insert_mark(db: Session, coding: Coding, mark: CodeMark) -> None:
    db.execute(
        insert(MarkRow).values(
            mark_id=mark.mark_id,
            coding_id=coding.coding_id,
            count_id=mark.count_id,
            at_ms=mark.at_ms,
            volley=mark.volley,
            utterance=mark.utterance,
            end_ms=mark.end_ms,
            speaker=mark.speaker,
            note=mark.note,
        )
    )
