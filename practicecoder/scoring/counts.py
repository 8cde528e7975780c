"""Counts from code marks: every mark, or by the rules of utterance, volley and slot."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping

from practicecoder.codebook.model import Codebook
from practicecoder.domain.coding import CodeMark


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
    marks = tuple(marks)
    for mark in marks:
        codebook.count(mark.count_id)
    total: Counter[str] = Counter()
    if by_volley:
        for volley in _volleys(marks):
            total.update(_counted_in_volley(codebook, volley))
    else:
        total.update(mark.count_id for mark in marks)
    return {count_id: total[count_id] for count_id in codebook.count_ids}


def _volleys(marks: Iterable[CodeMark]) -> list[list[CodeMark]]:
    volleys: dict[Hashable, list[CodeMark]] = {}
    for position, mark in enumerate(marks):
        key = mark.volley if mark.volley is not None else ("alone", position)
        volleys.setdefault(key, []).append(mark)
    return list(volleys.values())


def _counted_in_volley(codebook: Codebook, volley: list[CodeMark]) -> list[str]:
    utterances: dict[Hashable, list[str]] = {}
    for position, mark in enumerate(volley):
        key = mark.utterance if mark.utterance is not None else ("alone", position)
        utterances.setdefault(key, []).append(mark.count_id)
    kept = [code for codes in utterances.values() for code in _staying(codebook, codes)]
    if not codebook.parsing.once_per_slot_per_volley:
        return kept
    return _once_per_slot(codebook, kept)


def _staying(codebook: Codebook, codes: list[str]) -> list[str]:
    """Codes of one utterance that need not give way to another of them."""
    present = set(codes)
    return [c for c in codes if present.isdisjoint(codebook.count(c).gives_way_to)]


def _once_per_slot(codebook: Codebook, codes: list[str]) -> list[str]:
    by_slot: dict[str, list[str]] = {}
    for code in codes:
        by_slot.setdefault(codebook.count(code).volley_slot, []).append(code)
    without_slot = by_slot.pop("", [])
    precedence = codebook.parsing.slot_precedence
    return without_slot + [_first(precedence, slot, found) for slot, found in by_slot.items()]


def _first(precedence: Mapping[str, tuple[str, ...]], slot: str, found: list[str]) -> str:
    order = precedence.get(slot, ())
    return min(found, key=lambda code: order.index(code) if code in order else len(order))
