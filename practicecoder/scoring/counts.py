"""Counts from code marks: every mark, or by the rules of utterance, volley and slot."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence

from practicecoder.codebook.model import Codebook
from practicecoder.domain.coding import CodeMark, Coding, CountingMode


def counts_of(codebook: Codebook, coding: Coding) -> dict[str, int] | None:
    """Counts of one coding, counted in its own way; None if it was not counted.

    A counting pass that found nothing gives counts of 0: the way of counting was chosen, so the
    pass was done. Marks without a chosen way, as older studies have them, are tallied.
    """
    if not codebook.counts or (coding.counting is None and not coding.marks):
        return None
    return tally(codebook, coding.marks, by_volley=coding.counting is CountingMode.VOLLEY)


def tally(codebook: Codebook, marks: Iterable[CodeMark], *, by_volley: bool) -> dict[str, int]:
    """Count marks per count code; codes that were never marked count 0.

    With ``by_volley`` the rules apply in this order: within an utterance a code gives way to
    those it names; within a volley each slot keeps one code, the first of its precedence; then
    the volleys are added up. A mark without an utterance is one by itself, and so is a mark
    without a volley. Without ``by_volley`` every mark counts. The two cannot be compared.

    Raises
    ------
    KeyError
        If a mark carries a code that the codebook does not have.
    """
    counted = counted_marks(codebook, marks, by_volley=by_volley)
    total = Counter(mark.count_id for mark in counted)
    return {count_id: total[count_id] for count_id in codebook.count_ids}


def counted_marks(
    codebook: Codebook, marks: Iterable[CodeMark], *, by_volley: bool
) -> tuple[CodeMark, ...]:
    """Return the marks that count, by the rules of :func:`tally`, volley by volley."""
    marks = tuple(marks)
    for mark in marks:
        codebook.count(mark.count_id)
    if not by_volley:
        return marks
    return tuple(
        mark for volley in _volleys(marks) for mark in _counted_in_volley(codebook, volley)
    )


def volley_places(marks: Iterable[CodeMark]) -> dict[int, int]:
    """Place of each volley in the talk, from 1, in order of its first mark.

    The numbers that marks carry only tell volleys apart; splitting and merging leave gaps.
    """
    starts: dict[int, int] = {}
    for mark in marks:
        if mark.volley is not None:
            starts[mark.volley] = min(mark.at_ms, starts.get(mark.volley, mark.at_ms))
    ordered = sorted((at_ms, number) for number, at_ms in starts.items())
    return {number: place for place, (_, number) in enumerate(ordered, start=1)}


def _volleys(marks: Iterable[CodeMark]) -> list[list[CodeMark]]:
    volleys: dict[Hashable, list[CodeMark]] = {}
    for position, mark in enumerate(marks):
        key = mark.volley if mark.volley is not None else ("alone", position)
        volleys.setdefault(key, []).append(mark)
    return list(volleys.values())


def _counted_in_volley(codebook: Codebook, volley: Sequence[CodeMark]) -> list[CodeMark]:
    utterances: dict[Hashable, list[CodeMark]] = {}
    for position, mark in enumerate(volley):
        key = mark.utterance if mark.utterance is not None else ("alone", position)
        utterances.setdefault(key, []).append(mark)
    kept = [mark for marks in utterances.values() for mark in _staying(codebook, marks)]
    if not codebook.parsing.once_per_slot_per_volley:
        return kept
    return _once_per_slot(codebook, kept)


def _staying(codebook: Codebook, marks: Sequence[CodeMark]) -> list[CodeMark]:
    """Marks of one utterance that need not give way to another of them."""
    present = {mark.count_id for mark in marks}
    return [
        mark for mark in marks if present.isdisjoint(codebook.count(mark.count_id).gives_way_to)
    ]


def _once_per_slot(codebook: Codebook, marks: Iterable[CodeMark]) -> list[CodeMark]:
    by_slot: dict[str, list[CodeMark]] = {}
    for mark in marks:
        by_slot.setdefault(codebook.count(mark.count_id).volley_slot, []).append(mark)
    without_slot = by_slot.pop("", [])
    precedence = codebook.parsing.slot_precedence
    return without_slot + [_first(precedence, slot, found) for slot, found in by_slot.items()]


def _first(
    precedence: Mapping[str, tuple[str, ...]], slot: str, found: Sequence[CodeMark]
) -> CodeMark:
    order = precedence.get(slot, ())

    def place(mark: CodeMark) -> int:
        return order.index(mark.count_id) if mark.count_id in order else len(order)

    return min(found, key=place)
