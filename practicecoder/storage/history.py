"""Changes of a coding as history entries, and back: state is what its entries add up to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from practicecoder.domain.coding import (
    AnswerValue,
    CodeMark,
    Coding,
    CountingMode,
    Evidence,
    Note,
    Polarity,
    Rating,
    RatingState,
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
from practicecoder.domain.history import HistoryEntry, HistoryKind, Origin
from practicecoder.domain.ids import CoderId, new_id
from practicecoder.domain.spans import TimeSpan
from practicecoder.storage.types import from_json, to_json

KIND_OF: Mapping[type[CodingChange], HistoryKind] = {
    RatingChange: HistoryKind.RATING,
    AnswerChange: HistoryKind.ANSWER,
    EvidenceChange: HistoryKind.EVIDENCE,
    NoteChange: HistoryKind.NOTE,
    MarkChange: HistoryKind.MARK,
    CountingChange: HistoryKind.COUNTING,
    UnblindedChange: HistoryKind.UNBLINDED,
}
"""How each kind of change is filed; entries of other kinds do not touch a coding's content."""

_CONTENT_KINDS = frozenset(KIND_OF.values())

StoredValue = Rating | AnswerValue | Evidence | Note | CodeMark | CountingMode


@dataclass(frozen=True, slots=True, kw_only=True)
class CodingContent:
    """What a coder put into a coding, without the coding's own state."""

    ratings: Mapping[str, Rating]
    answers: Mapping[str, AnswerValue]
    evidence: tuple[Evidence, ...]
    notes: tuple[Note, ...]
    marks: tuple[CodeMark, ...]
    counting: CountingMode | None
    unblinded: bool

    @classmethod
    def of(cls, coding: Coding) -> CodingContent:
        """Content of a coding as it is."""
        return cls(
            ratings=coding.ratings,
            answers=coding.answers,
            evidence=coding.evidence,
            notes=coding.notes,
            marks=coding.marks,
            counting=coding.counting,
            unblinded=coding.unblinded,
        )


def entry_for(
    coding_before: Coding,
    change: CodingChange,
    *,
    at: datetime,
    actor: CoderId | None,
    origin: Origin = Origin.MADE,
    reason: str = "",
) -> HistoryEntry:
    """Entry that tells one change of a coding, with the value it replaced."""
    old = old_value(coding_before, change)
    return HistoryEntry(
        entry_id=new_id(),
        at=at,
        actor=actor,
        kind=KIND_OF[type(change)],
        item=change.item,
        old=None if old is None else value_text(old),
        new=None if change.new is None else value_text(change.new),
        reason=reason,
        origin=origin,
        coding_id=coding_before.coding_id,
        session_id=coding_before.session_id,
    )


def change_of(entry: HistoryEntry) -> CodingChange | None:
    """Change that an entry tells; None if it tells something else than a coding's content."""
    if entry.kind not in _CONTENT_KINDS:
        return None
    read = None if entry.new is None else from_json(entry.new)
    match entry.kind:
        case HistoryKind.RATING if read is not None:
            return RatingChange(entry.item, rating_from(read))
        case HistoryKind.ANSWER:
            return AnswerChange(entry.item, None if read is None else answer_from(read))
        case HistoryKind.EVIDENCE:
            return EvidenceChange(entry.item, None if read is None else _evidence_from(read))
        case HistoryKind.NOTE:
            return NoteChange(entry.item, None if read is None else Note(**read))
        case HistoryKind.MARK:
            return MarkChange(entry.item, None if read is None else CodeMark(**read))
        case HistoryKind.COUNTING:
            return CountingChange(None if read is None else CountingMode(read))
        case HistoryKind.UNBLINDED if isinstance(read, bool):
            return UnblindedChange(read)
        case _:
            return None


def replay(entries: Iterable[HistoryEntry]) -> CodingContent:
    """Content that the entries of one coding, in their order, add up to.

    It is what applying the changes one by one comes to, without sorting again after each.
    """
    ratings: dict[str, Rating] = {}
    answers: dict[str, AnswerValue | None] = {}
    evidence: dict[str, Evidence | None] = {}
    notes: dict[str, Note | None] = {}
    marks: dict[str, CodeMark | None] = {}
    counting: CountingMode | None = None
    unblinded = False
    for entry in entries:
        match change_of(entry):
            case RatingChange(item, rating):
                ratings[item] = rating
            case AnswerChange(item, answer):
                answers[item] = answer
            case EvidenceChange(item, piece):
                evidence[item] = piece
            case NoteChange(item, note):
                notes[item] = note
            case MarkChange(item, mark):
                marks[item] = mark
            case CountingChange(mode):
                counting = mode
            case UnblindedChange(new):
                unblinded = new
    return CodingContent(
        ratings=ratings,
        answers={item: answer for item, answer in answers.items() if answer is not None},
        evidence=evidence_in_order(piece for piece in evidence.values() if piece is not None),
        notes=notes_in_order(note for note in notes.values() if note is not None),
        marks=marks_in_order(mark for mark in marks.values() if mark is not None),
        counting=counting,
        unblinded=unblinded,
    )


def evidence_in_order(pieces: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """Evidence in the order in which a coding holds it."""
    return tuple(sorted(pieces, key=lambda piece: (piece.span, piece.evidence_id)))


def notes_in_order(notes: Iterable[Note]) -> tuple[Note, ...]:
    """Notes in the order in which a coding holds them."""
    return tuple(sorted(notes, key=lambda note: (note.at_ms or 0, note.note_id)))


def marks_in_order(marks: Iterable[CodeMark]) -> tuple[CodeMark, ...]:
    """Marks in the order in which a coding holds them."""
    return tuple(sorted(marks, key=lambda mark: (mark.at_ms, mark.mark_id)))


def first_changes(coding: Coding) -> tuple[CodingChange, ...]:
    """Changes that fill an empty coding with the content of this one, as an import does."""
    return (
        *(RatingChange(item, rating) for item, rating in coding.ratings.items()),
        *(AnswerChange(item, answer) for item, answer in coding.answers.items()),
        *(EvidenceChange(piece.evidence_id, piece) for piece in coding.evidence),
        *(NoteChange(note.note_id, note) for note in coding.notes),
        *((CountingChange(coding.counting),) if coding.counting is not None else ()),
        *(MarkChange(mark.mark_id, mark) for mark in coding.marks),
        *((UnblindedChange(coding.unblinded),) if coding.unblinded else ()),
    )


def value_text(value: StoredValue) -> str:
    """JSON text of a value, always the same for equal values."""
    match value:
        case Rating():
            return to_json(_rating_fields(value))
        case Evidence():
            return to_json(_evidence_fields(value))
        case Note():
            return to_json({"note_id": value.note_id, "text": value.text, "at_ms": value.at_ms})
        case CodeMark():
            return to_json(_mark_fields(value))
        case CountingMode():
            return to_json(value.value)
        case bool() | str():
            return to_json(value)
        case tuple():
            return to_json(list(value))
        case _:
            return to_json(float(value))


def answer_from(read: Any) -> AnswerValue:
    """Answer of a decoded JSON text; a list becomes the tuple of chosen options."""
    if isinstance(read, list):
        return tuple(str(option) for option in read)
    if isinstance(read, bool | str | int | float):
        return read
    raise ValueError("not an answer")


def rating_from(read: Mapping[str, Any]) -> Rating:
    """Rating of a decoded JSON text."""
    return Rating(**{**read, "state": RatingState(read["state"])})


def _rating_fields(rating: Rating) -> dict[str, object]:
    return {
        "state": rating.state.value,
        "value": None if rating.value is None else float(rating.value),
        "na_reason": rating.na_reason,
        "note": rating.note,
        "unsure": rating.unsure,
    }


def _mark_fields(mark: CodeMark) -> dict[str, object]:
    return {
        "mark_id": mark.mark_id,
        "count_id": mark.count_id,
        "at_ms": mark.at_ms,
        "volley": mark.volley,
        "utterance": mark.utterance,
        "end_ms": mark.end_ms,
        "speaker": mark.speaker,
        "note": mark.note,
    }


def _evidence_fields(piece: Evidence) -> dict[str, object]:
    return {
        "evidence_id": piece.evidence_id,
        "start_ms": piece.span.start_ms,
        "end_ms": piece.span.end_ms,
        "dimension_ids": list(piece.dimension_ids),
        "polarity": piece.polarity.value,
        "quote": piece.quote,
        "note": piece.note,
        "share": piece.share,
    }


def _evidence_from(read: Mapping[str, Any]) -> Evidence:
    return Evidence(
        evidence_id=read["evidence_id"],
        span=TimeSpan(read["start_ms"], read["end_ms"]),
        dimension_ids=tuple(read["dimension_ids"]),
        polarity=Polarity(read["polarity"]),
        quote=read["quote"],
        note=read["note"],
        share=read["share"],
    )
