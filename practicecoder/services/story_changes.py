"""Every change of a coding in words, from its first value to what was submitted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from practicecoder.codebook.model import Codebook
from practicecoder.domain.coding_changes import (
    AnswerChange,
    CodingChange,
    CountingChange,
    EvidenceChange,
    MarkChange,
    NoteChange,
    RatingChange,
)
from practicecoder.domain.history import HistoryEntry, HistoryKind, Origin
from practicecoder.domain.spans import clock
from practicecoder.services.submitted_versions import answer_in_words, rating_told
from practicecoder.storage.history import change_of

Told = tuple[str, str, str]
"""What was changed, its value before and after; empty where there is none."""

_HOW = {Origin.UNDO: "Taken back: ", Origin.REDO: "Made again: ", Origin.IMPORT: "Imported: "}


def changes_told(
    codebook: Codebook, entries: Sequence[HistoryEntry]
) -> Iterator[tuple[HistoryEntry, Told]]:
    """Tell every change of one coding up to its last submission; nothing before the first one.

    Words that coders wrote are left out: they stand in the coding itself.
    """
    ends = [place for place, e in enumerate(entries) if e.kind is HistoryKind.SUBMITTED]
    before: dict[tuple[HistoryKind, str], CodingChange] = {}
    for entry in entries[: ends[-1]] if ends else ():
        change = _read(entry)
        if entry.erased and entry.kind in _ERASED:
            yield entry, (f"{_ERASED[entry.kind]} (erased after a withdrawal)", "", "")
        elif change is not None:
            key = entry.kind, entry.item
            what, after = _told(codebook, change)
            yield (
                entry,
                (
                    _HOW.get(entry.origin, "") + what,
                    _told(codebook, before[key])[1] if key in before else "",
                    after,
                ),
            )
            before[key] = change


_ERASED: Mapping[HistoryKind, str] = {
    HistoryKind.RATING: "Rating",
    HistoryKind.ANSWER: "Answer",
    HistoryKind.EVIDENCE: "Evidence",
    HistoryKind.NOTE: "Note",
    HistoryKind.MARK: "Mark",
    HistoryKind.COUNTING: "Way of counting",
}


def _read(entry: HistoryEntry) -> CodingChange | None:
    try:
        return change_of(entry)
    except (ValueError, KeyError, TypeError):
        return None  # checking the study tells of it


def _told(codebook: Codebook, change: CodingChange) -> tuple[str, str]:
    """What a change is about, and the value that it gives."""
    match change:
        case RatingChange(item, rating):
            name = _label(codebook, item)
            return f"Rating of {name}", rating_told(codebook, {item: rating}, item)
        case AnswerChange(item, answer):
            prompts = {q.question_id: q.prompt for q in codebook.questions}
            return f"Answer to “{prompts.get(item, item)}”", answer_in_words(answer)
        case EvidenceChange(_, None) | NoteChange(_, None) | MarkChange(_, None):
            return _KINDS[type(change)], "removed"
        case EvidenceChange(_, piece) if piece is not None:
            span = f"{clock(piece.span.start_ms)} to {clock(piece.span.end_ms)}"
            names = ", ".join(_label(codebook, d) for d in piece.dimension_ids)
            return _KINDS[EvidenceChange], f"{span}: {names}" if names else span
        case NoteChange(_, note) if note is not None:
            return _KINDS[NoteChange], "written" if note.text else "emptied"
        case MarkChange(_, mark) if mark is not None:
            return _KINDS[MarkChange], f"{mark.count_id} at {clock(mark.at_ms)}"
        case CountingChange(mode):
            return "Way of counting", "" if mode is None else mode.value
        case _:
            return "Blinding", "changed"


_KINDS: Mapping[type[CodingChange], str] = {
    EvidenceChange: "Evidence",
    NoteChange: "Note",
    MarkChange: "Mark",
}


def _label(codebook: Codebook, dimension_id: str) -> str:
    """Label of a dimension; its id if the codebook has it no more."""
    try:
        return codebook.dimension(dimension_id).label
    except KeyError:
        return dimension_id
