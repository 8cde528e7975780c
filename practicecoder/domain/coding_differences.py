"""What has to change for one coding to hold what another one holds."""

from __future__ import annotations

from collections.abc import Iterable

from practicecoder.domain.coding import Coding
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


def differences(before: Coding, after: Coding) -> tuple[CodingChange, ...]:
    """Changes that give ``before`` the content of ``after``; one for each item that differs.

    A rating that only ``before`` has becomes not yet rated; everything else is taken out.

    Examples
    --------
    >>> from practicecoder.domain.coding import CodebookRef, Rating
    >>> ref = CodebookRef(codebook_id="c", version="1", digest="")
    >>> empty = Coding(coding_id="k", session_id="s", coder_id="A", codebook=ref)
    >>> from dataclasses import replace
    >>> rated = replace(empty, ratings={"warmth": Rating.rated(4)})
    >>> [change.item for change in differences(empty, rated)]
    ['warmth']
    >>> differences(rated, rated)
    ()
    """
    wanted: list[CodingChange] = [
        *(RatingChange(item, after.rating(item)) for item in _both(before.ratings, after.ratings)),
        *(
            AnswerChange(item, after.answers.get(item))
            for item in _both(before.answers, after.answers)
        ),
    ]
    evidence = {piece.evidence_id: piece for piece in after.evidence}
    notes = {note.note_id: note for note in after.notes}
    marks = {mark.mark_id: mark for mark in after.marks}
    wanted += [
        EvidenceChange(item, evidence.get(item))
        for item in _both([piece.evidence_id for piece in before.evidence], evidence)
    ]
    wanted += [
        NoteChange(item, notes.get(item))
        for item in _both([note.note_id for note in before.notes], notes)
    ]
    wanted += [CountingChange(after.counting)]
    wanted += [
        MarkChange(item, marks.get(item))
        for item in _both([mark.mark_id for mark in before.marks], marks)
    ]
    wanted += [UnblindedChange(after.unblinded)]
    return tuple(change for change in wanted if old_value(before, change) != change.new)


def _both(one: Iterable[str], other: Iterable[str]) -> tuple[str, ...]:
    """Items of either, each once, those of the first one first."""
    return tuple(dict.fromkeys((*one, *other)))
