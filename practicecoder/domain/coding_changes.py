"""The small changes a coding is made of: how each is applied, undone and told.

A coding's state is the sum of its changes. The store keeps every change with its old and new
value, so that state can be rebuilt from history and undo is simply one more change.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from practicecoder.domain.coding import (
    AnswerValue,
    CodeMark,
    Coding,
    CountingMode,
    Evidence,
    Note,
    Rating,
)


@dataclass(frozen=True, slots=True)
class RatingChange:
    """A dimension gets a rating, is ruled out, or goes back to not yet rated."""

    item: str
    new: Rating


@dataclass(frozen=True, slots=True)
class AnswerChange:
    """A question is answered; ``new`` None takes the answer back."""

    item: str
    new: AnswerValue | None


@dataclass(frozen=True, slots=True)
class EvidenceChange:
    """A piece of evidence is added or edited; ``new`` None removes it."""

    item: str
    new: Evidence | None


@dataclass(frozen=True, slots=True)
class NoteChange:
    """A note is added or edited; ``new`` None removes it."""

    item: str
    new: Note | None


@dataclass(frozen=True, slots=True)
class MarkChange:
    """A code mark is added or edited; ``new`` None removes it."""

    item: str
    new: CodeMark | None


@dataclass(frozen=True, slots=True)
class CountingChange:
    """The way of counting is chosen; a coding has one, so ``item`` is always empty."""

    new: CountingMode | None
    item: str = ""


@dataclass(frozen=True, slots=True)
class UnblindedChange:
    """The coder says that they recognised someone, or takes it back; ``item`` is always empty."""

    new: bool
    item: str = ""


CodingChange = (
    RatingChange
    | AnswerChange
    | EvidenceChange
    | NoteChange
    | MarkChange
    | CountingChange
    | UnblindedChange
)


def old_value(
    coding: Coding, change: CodingChange
) -> Rating | AnswerValue | Evidence | Note | CodeMark | CountingMode | None:
    """Value that the change replaces; None if there is none (never for a rating)."""
    match change:
        case RatingChange():
            return coding.rating(change.item)
        case AnswerChange():
            return coding.answers.get(change.item)
        case EvidenceChange():
            return next((e for e in coding.evidence if e.evidence_id == change.item), None)
        case NoteChange():
            return next((n for n in coding.notes if n.note_id == change.item), None)
        case MarkChange():
            return next((m for m in coding.marks if m.mark_id == change.item), None)
        case CountingChange():
            return coding.counting
        case UnblindedChange():
            return coding.unblinded


def applied(coding: Coding, changes: Iterable[CodingChange]) -> Coding:
    """Coding after the changes, in their order; the version is left as it is."""
    for change in changes:
        coding = _applied_one(coding, change)
    return coding


def inverse(coding: Coding, changes: Sequence[CodingChange]) -> tuple[CodingChange, ...]:
    """Changes that take ``changes`` back, when made to ``applied(coding, changes)``."""
    backwards: list[CodingChange] = []
    for change in changes:
        backwards.append(replace(change, new=old_value(coding, change)))  # type: ignore[arg-type]
        coding = _applied_one(coding, change)
    return tuple(reversed(backwards))


def _applied_one(coding: Coding, change: CodingChange) -> Coding:
    match change:
        case RatingChange():
            return replace(coding, ratings={**coding.ratings, change.item: change.new})
        case AnswerChange():
            answers = {k: v for k, v in coding.answers.items() if k != change.item}
            if change.new is not None:
                answers[change.item] = change.new
            return replace(coding, answers=answers)
        case EvidenceChange():
            rest = tuple(e for e in coding.evidence if e.evidence_id != change.item)
            added = (change.new,) if change.new is not None else ()
            ordered = sorted(rest + added, key=lambda e: (e.span, e.evidence_id))
            return replace(coding, evidence=tuple(ordered))
        case NoteChange():
            kept = tuple(n for n in coding.notes if n.note_id != change.item)
            extra = (change.new,) if change.new is not None else ()
            in_order = sorted(kept + extra, key=lambda n: (n.at_ms or 0, n.note_id))
            return replace(coding, notes=tuple(in_order))
        case MarkChange():
            others = tuple(m for m in coding.marks if m.mark_id != change.item)
            more = (change.new,) if change.new is not None else ()
            by_time = sorted(others + more, key=lambda m: (m.at_ms, m.mark_id))
            return replace(coding, marks=tuple(by_time))
        case CountingChange():
            return replace(coding, counting=change.new)
        case UnblindedChange():
            return replace(coding, unblinded=change.new)
