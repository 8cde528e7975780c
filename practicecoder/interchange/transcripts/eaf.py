"""Reads an ELAN file: its tiers as speakers, its annotations as lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from practicecoder.codebook.faults import quoted
from practicecoder.interchange.sheet import Problems, refused
from practicecoder.interchange.transcripts.content import Content, Text
from practicecoder.interchange.transcripts.forms import (
    MOST_LINES,
    RawLine,
    Understood,
    folded,
    repeated_text_notice,
)
from practicecoder.interchange.transcripts.interpolation import between_neighbours
from practicecoder.interchange.transcripts.markup import parse_xml
from practicecoder.interchange.transcripts.times import MOST_MS

_WHOLE = re.compile(r"[0-9]{1,12}")
_ROOT = "ANNOTATION_DOCUMENT"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Slots:
    """Times of the slots by id; ``guessed`` are those that the file leaves open."""

    times: Mapping[str, int]
    guessed: frozenset[str]


def read_eaf(content: Content, text: Text) -> Understood:
    """Read an ELAN file; annotations of one time stay in the order of the tiers.

    A tier that depends on another is read only where that one has no words of its own: its words
    are otherwise the same talk again, or its translation.

    Raises
    ------
    ImportedDataError
        With every annotation that is not sound.
    """
    root = parse_xml(text.text, file=content.file)
    if root.tag != _ROOT:
        raise refused(content.file, "This XML is not an ELAN file.", fix="Choose an .eaf file.")
    problems = Problems(content.file)
    header = root.find("HEADER")
    if header is not None and header.get("TIME_UNITS", "milliseconds") != "milliseconds":
        problems.add("The times are not in milliseconds.", fix="Save it with a newer ELAN.")
    slots = _slots(root, _origin(header, problems), problems)
    tiers = {tier.get("TIER_ID", ""): tier for tier in root.iter("TIER")}
    taken = [tier for tier in tiers.values() if not _repeats(tier, tiers)]
    reader = _Annotations(root, slots, problems)
    lines = [line for tier in taken for line in reader.lines_of(tier)]
    if len(lines) > MOST_LINES:
        problems.add(f"The transcript has more than {MOST_LINES} lines.")
    problems.stop_if_any()
    if not lines:
        raise refused(content.file, "There is no annotation with words.")
    lines.sort(key=lambda line: line.start_ms or 0)
    return Understood(
        lines=tuple(lines),
        because=f"Its XML begins with {_ROOT}, as ELAN writes it.",
        notices=(
            *_notices(len(tiers) - len(taken), reader.n_guessed),
            *repeated_text_notice(tuple(lines)),
        ),
        resolution_ms=1,
    )


class _Annotations:
    """Finds the times of annotations, following those that only refer to others."""

    def __init__(self, root: Element, slots: _Slots, problems: Problems) -> None:
        self.n_guessed = 0
        self._slots = slots
        self._problems = problems
        self._by_id = {
            found: node
            for name in ("ALIGNABLE_ANNOTATION", "REF_ANNOTATION")
            for node in root.iter(name)
            if (found := node.get("ANNOTATION_ID"))
        }

    def lines_of(self, tier: Element) -> Iterator[RawLine]:
        speaker = folded(tier.get("PARTICIPANT") or tier.get("TIER_ID") or "")
        for holder in tier.iter("ANNOTATION"):
            for node in holder:
                text = folded("".join(node.findtext("ANNOTATION_VALUE") or ""))
                span = self._span(node) if text else None
                if span is not None:
                    yield RawLine(start_ms=span[0], end_ms=span[1], speaker=speaker, text=text)

    def _span(self, node: Element) -> tuple[int, int] | None:
        key = quoted(node.get("ANNOTATION_ID") or "")
        seen: set[int] = set()
        while node.tag == "REF_ANNOTATION":
            parent = self._by_id.get(node.get("ANNOTATION_REF") or "")
            if parent is None or id(node) in seen:
                self._problems.add("The annotation refers to one that is not there.", key=key)
                return None
            seen.add(id(node))
            node = parent
        ids = node.get("TIME_SLOT_REF1") or "", node.get("TIME_SLOT_REF2") or ""
        if not all(slot in self._slots.times for slot in ids):
            self._problems.add("The annotation has a time slot that is not there.", key=key)
            return None
        start_ms, end_ms = (self._slots.times[slot] for slot in ids)
        if end_ms < start_ms:
            self._problems.add("The annotation ends before it begins.", key=key)
            return None
        self.n_guessed += not self._slots.guessed.isdisjoint(ids)
        return start_ms, end_ms


def _slots(root: Element, origin_ms: int, problems: Problems) -> _Slots:
    ids: list[str] = []
    times: list[int | None] = []
    for slot in root.iter("TIME_SLOT"):
        slot_id, value = slot.get("TIME_SLOT_ID") or "", slot.get("TIME_VALUE")
        if slot_id in ids[-1:]:
            problems.add("A time slot is there twice.", key=quoted(slot_id))
        ids.append(slot_id)
        times.append(None if value is None else origin_ms + _ms(value, slot_id, problems))
    filled = between_neighbours(times)
    return _Slots(
        times=dict(zip(ids, filled, strict=True)),
        guessed=frozenset(i for i, time in zip(ids, times, strict=True) if time is None),
    )


def _origin(header: Element | None, problems: Problems) -> int:
    media = header.find("MEDIA_DESCRIPTOR") if header is not None else None
    value = media.get("TIME_ORIGIN") if media is not None else None
    return _ms(value, "TIME_ORIGIN", problems) if value is not None else 0


def _ms(text: str, key: str, problems: Problems) -> int:
    if not _WHOLE.fullmatch(text) or int(text) > MOST_MS:
        problems.add("The time is not a whole number of milliseconds.", key=quoted(key))
        return 0
    return int(text)


def _repeats(tier: Element, tiers: Mapping[str, Element]) -> bool:
    """Whether a tier depends on one that has words of its own."""
    seen: set[str] = set()
    parent = tier.get("PARENT_REF")
    while parent is not None and parent in tiers and parent not in seen:
        seen.add(parent)
        if any((value.text or "").strip() for value in tiers[parent].iter("ANNOTATION_VALUE")):
            return True
        parent = tiers[parent].get("PARENT_REF")
    return False


def _notices(n_left_out: int, n_guessed: int) -> Iterator[str]:
    if n_left_out:
        what = "1 tier that depends" if n_left_out == 1 else f"{n_left_out} tiers that depend"
        yield f"{what} on another one with words of its own: left out."
    if n_guessed:
        what = "1 annotation has" if n_guessed == 1 else f"{n_guessed} annotations have"
        yield f"{what} a time that the file leaves open; it was put evenly between its neighbours."
