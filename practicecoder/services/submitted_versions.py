"""Codings as they were when they were submitted, put together again from their history."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from practicecoder.codebook.model import Codebook
from practicecoder.domain.coding import NOT_YET_RATED, AnswerValue, Coding, Rating
from practicecoder.domain.history import HistoryEntry, HistoryKind
from practicecoder.services.coding import rating_in_words
from practicecoder.storage.history import CodingContent, replay


@dataclass(frozen=True, slots=True, kw_only=True)
class SubmittedVersion:
    """Content of a coding at one submission.

    ``number`` counts submissions from 1. ``submitted_at`` is aware UTC; None for ratings that
    came from a sheet without a moment of their own. ``short_listen_reason`` is what the coder gave
    for having heard less than the whole segment.
    """

    number: int
    submitted_at: datetime | None
    short_listen_reason: str
    content: CodingContent


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One thing that two versions of a coding hold differently, in words."""

    what: str
    before: str
    after: str


def submitted_versions(
    coding: Coding, entries: Sequence[HistoryEntry]
) -> tuple[SubmittedVersion, ...]:
    """Every submission of a coding, the first one first; empty while none was made.

    ``entries`` are those of the coding in their order. A coding that came locked from a sheet
    counts as submitted where its imported content ends.
    """
    return tuple(
        SubmittedVersion(
            number=number,
            submitted_at=None if end is None else end.at,
            short_listen_reason="" if end is None else end.reason,
            content=replay(entries[:place]),
        )
        for number, (place, end) in enumerate(_ends(coding, entries), start=1)
    )


def _ends(
    coding: Coding, entries: Sequence[HistoryEntry]
) -> Iterator[tuple[int, HistoryEntry | None]]:
    """Places in a history up to which a submission reaches, each with the act of submitting."""
    is_open = True
    for place, entry in enumerate(entries):
        if entry.kind is HistoryKind.SUBMITTED:
            yield place, entry
            is_open = False
        elif entry.kind is HistoryKind.UNLOCKED:
            if is_open:
                yield place, None
            is_open = True
    if is_open and coding.is_locked:
        yield len(entries), None


def differences(
    codebook: Codebook, before: CodingContent, after: CodingContent
) -> tuple[Difference, ...]:
    """What differs between two versions: ratings, answers, then how much else there is."""
    ratings = (
        (d.label, *(rating_told(codebook, c.ratings, d.dimension_id) for c in (before, after)))
        for d in codebook.dimensions
    )
    answers = (
        (q.prompt, *(answer_in_words(c.answers.get(q.question_id)) for c in (before, after)))
        for q in codebook.questions
    )
    told = [
        Difference(what=what, before=one, after=other)
        for what, one, other in (*ratings, *answers)
        if one != other
    ]
    rest: tuple[tuple[str, Sequence[object], Sequence[object]], ...] = (
        ("Evidence", before.evidence, after.evidence),
        ("Notes", before.notes, after.notes),
        ("Marks", before.marks, after.marks),
    )
    told += [
        Difference(what=what, before=str(len(one)), after=_changed(one, other))
        for what, one, other in rest
        if one != other
    ]
    return tuple(told)


def _changed(before: Sequence[object], after: Sequence[object]) -> str:
    """How many there are, and that they were edited where the number alone does not tell."""
    return f"{len(after)}, edited" if len(before) == len(after) else str(len(after))


def answer_in_words(answer: AnswerValue | None) -> str:
    """An answer as a person reads it."""
    if answer is None or answer in ("", ()):
        return "not answered"
    if isinstance(answer, bool):
        return "yes" if answer else "no"
    if isinstance(answer, tuple):
        return ", ".join(answer)
    return answer if isinstance(answer, str) else f"{answer:g}"


def rating_told(codebook: Codebook, ratings: Mapping[str, Rating], dimension_id: str) -> str:
    """A rating with its reason and flag, ``"3, unsure"``."""
    rating = ratings.get(dimension_id, NOT_YET_RATED)
    words = rating_in_words(rating)
    if rating.na_reason is not None:
        words += f": {codebook.reason(rating.na_reason).label.lower()}"
    return f"{words}, unsure" if rating.unsure else words
