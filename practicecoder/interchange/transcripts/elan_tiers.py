"""Takes an ELAN file apart: media, vocabularies, and tiers of annotations with their times."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from practicecoder.codebook.faults import quoted
from practicecoder.interchange.sheet import Problems, refused
from practicecoder.interchange.transcripts.interpolation import between_neighbours
from practicecoder.interchange.transcripts.markup import parse_xml
from practicecoder.interchange.transcripts.times import MOST_MS

ROOT = "ANNOTATION_DOCUMENT"
_WHOLE = re.compile(r"[0-9]{1,12}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotation:
    """One annotation; ``is_guessed``: the file leaves a time of it open."""

    start_ms: int
    end_ms: int
    text: str = field(repr=False)
    is_guessed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ElanTier:
    """A tier. ``parent`` is the tier it depends on, None if none."""

    tier_id: str
    participant: str = ""
    annotator: str = ""
    type_id: str = ""
    parent: str | None = None
    annotations: tuple[Annotation, ...] = ()

    @property
    def has_text(self) -> bool:
        """Whether any annotation has words."""
        return any(one.text.strip() for one in self.annotations)


@dataclass(frozen=True, slots=True, kw_only=True)
class ElanDocument:
    """An ELAN file. ``media`` are addresses; ``vocabularies`` are entries by type of tier."""

    version: str
    media: tuple[str, ...]
    tiers: tuple[ElanTier, ...]
    vocabularies: Mapping[str, tuple[str, ...]]


def read_elan(text: str, *, file: str, problems: Problems) -> ElanDocument:
    """Take the XML of an ELAN file apart; annotations that are not sound are noted, left out.

    Raises
    ------
    ImportedDataError
        If it is no ELAN file.
    """
    root = parse_xml(text, file=file)
    if root.tag != ROOT:
        raise refused(file, "This XML is not an ELAN file.", fix="Choose an .eaf file.")
    header = root.find("HEADER")
    if header is not None and header.get("TIME_UNITS", "milliseconds") != "milliseconds":
        problems.add("The times are not in milliseconds.", fix="Save it with a newer ELAN.")
    reader = _Annotations(root, _slots(root, _origin(header, problems), problems), problems)
    return ElanDocument(
        version=root.get("FORMAT") or root.get("VERSION") or "",
        media=tuple(
            node.get("RELATIVE_MEDIA_URL") or node.get("MEDIA_URL") or ""
            for node in root.iter("MEDIA_DESCRIPTOR")
        ),
        tiers=_tiers(root, reader, problems),
        vocabularies=_vocabularies(root),
    )


def _tiers(root: Element, reader: _Annotations, problems: Problems) -> tuple[ElanTier, ...]:
    found: dict[str, ElanTier] = {}
    for node in root.iter("TIER"):
        tier_id = node.get("TIER_ID", "")
        if tier_id in found:
            problems.add("A tier is there twice.", key=quoted(tier_id))
        found[tier_id] = ElanTier(
            tier_id=tier_id,
            participant=node.get("PARTICIPANT", ""),
            annotator=node.get("ANNOTATOR", ""),
            type_id=node.get("LINGUISTIC_TYPE_REF", ""),
            parent=node.get("PARENT_REF"),
            annotations=tuple(reader.annotations_of(node)),
        )
    return tuple(found.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class _Slots:
    """Times of the slots by id; ``guessed`` are those that the file leaves open."""

    times: Mapping[str, int]
    guessed: frozenset[str]


class _Annotations:
    """Finds the times of annotations, following those that only refer to others."""

    def __init__(self, root: Element, slots: _Slots, problems: Problems) -> None:
        self._slots = slots
        self._problems = problems
        self._by_id = {
            found: node
            for name in ("ALIGNABLE_ANNOTATION", "REF_ANNOTATION")
            for node in root.iter(name)
            if (found := node.get("ANNOTATION_ID"))
        }

    def annotations_of(self, tier: Element) -> Iterator[Annotation]:
        for holder in tier.iter("ANNOTATION"):
            for node in holder:
                found = self._annotation(node)
                if found is not None:
                    yield found

    def _annotation(self, node: Element) -> Annotation | None:
        text = node.findtext("ANNOTATION_VALUE") or ""
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
        return Annotation(
            start_ms=start_ms,
            end_ms=end_ms,
            text=text,
            is_guessed=not self._slots.guessed.isdisjoint(ids),
        )


def _slots(root: Element, origin_ms: int, problems: Problems) -> _Slots:
    times: dict[str, int | None] = {}
    for slot in root.iter("TIME_SLOT"):
        slot_id, value = slot.get("TIME_SLOT_ID") or "", slot.get("TIME_VALUE")
        if slot_id in times:
            problems.add("A time slot is there twice.", key=quoted(slot_id))
        times[slot_id] = None if value is None else origin_ms + _ms(value, slot_id, problems)
    filled = between_neighbours(list(times.values()))
    return _Slots(
        times=dict(zip(times, filled, strict=True)),
        guessed=frozenset(slot for slot, time in times.items() if time is None),
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


def _vocabularies(root: Element) -> dict[str, tuple[str, ...]]:
    """Entries of the controlled vocabulary of each type of tier, in either way to write them."""
    entries = {
        node.get("CV_ID", ""): tuple(
            (entry.findtext("CVE_VALUE") if entry.tag == "CV_ENTRY_ML" else entry.text) or ""
            for entry in node
            if entry.tag in ("CV_ENTRY", "CV_ENTRY_ML")
        )
        for node in root.iter("CONTROLLED_VOCABULARY")
    }
    return {
        node.get("LINGUISTIC_TYPE_ID", ""): entries[vocabulary]
        for node in root.iter("LINGUISTIC_TYPE")
        if (vocabulary := node.get("CONTROLLED_VOCABULARY_REF", "")) in entries
    }
