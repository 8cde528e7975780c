"""Reads CACTI's configuration: codes with their speakers, and rated items with their scales."""

from __future__ import annotations

import re
from collections.abc import Mapping
from xml.etree.ElementTree import Element

from practicecoder.codebook.faults import quoted
from practicecoder.interchange.foreign.draft import Draft
from practicecoder.interchange.foreign.formats import ForeignFormat
from practicecoder.interchange.foreign.values import (
    NO_HINTS,
    ForeignCode,
    ForeignData,
    ForeignItem,
    Hints,
)
from practicecoder.interchange.sheet import refused
from practicecoder.interchange.transcripts.content import Content, Text
from practicecoder.interchange.transcripts.forms import folded
from practicecoder.interchange.transcripts.markup import parse_xml

ROOT = "userConfiguration"
SPEAKERS = ("Therapist", "Client")
"""CACTI's words for the two who talk; its speaker numbers are their places."""

_WHOLE = re.compile(r"-?[0-9]{1,9}")
_USUAL_MINIMUM, _USUAL_MAXIMUM, _USUAL_DEFAULT = 1, 5, 1


def read_config(content: Content, text: Text, hints: Hints = NO_HINTS) -> ForeignData:
    """Read a configuration into codes and items; it holds no coding of a session.

    What CACTI itself passes over (stray text, a slider without its rating) is told and left out.
    """
    del hints
    draft = Draft(content, text)
    root = parse_xml(text.text, file=content.file)
    if root.tag != ROOT:
        raise refused(content.file, "This XML is no configuration of CACTI.")
    speakers = _speakers(root, draft)
    codes = _codes(root, speakers, draft)
    items = _items(root, draft)
    _tell_of_oddities(root, codes, items, draft)
    if not codes and not items:
        draft.problems.add("The configuration declares neither codes nor ratings.")
    return draft.finished(
        ForeignFormat.CACTI_CONFIG,
        because=f"Its XML begins with {ROOT}.",
        codes=codes,
        items=items,
    )


def _speakers(root: Element, draft: Draft) -> dict[str, str]:
    """Speaker of each code that has a button, by the first word above the buttons."""
    found: dict[str, str] = {}
    for panel in root.iter("codeControls"):
        first = (folded(panel.get("label") or "").split(" ") or [""])[0]
        if first not in SPEAKERS:
            draft.problems.add(
                f"A panel of codes is called {quoted(first)}.",
                fix=f"Its label has to begin with {' or '.join(SPEAKERS)}.",
            )
            continue
        for button in panel.iter("button"):
            code = folded(button.get("code") or "")
            if found.setdefault(code, first) != first:
                draft.problems.add(f"{quoted(code)} has buttons for both speakers.")
    return found


def _codes(root: Element, speakers: Mapping[str, str], draft: Draft) -> list[ForeignCode]:
    found: dict[str, ForeignCode] = {}
    keys: set[str] = set()
    for node in root.iterfind("codes/code"):
        name, key = folded(node.get("name") or ""), node.get("value") or ""
        if not name or not _WHOLE.fullmatch(key):
            draft.problems.add(f"Code {quoted(name)} lacks its name or its whole number.")
        elif name in found or key in keys:
            draft.problems.add(f"Code {quoted(name)}, or its number {key}, is there twice.")
        else:
            keys.add(key)
            found[name] = ForeignCode(code=name, key=key, speaker=speakers.get(name, ""))
    return list(found.values())


def _items(root: Element, draft: Draft) -> list[ForeignItem]:
    found: dict[str, ForeignItem] = {}
    keys: set[str] = set()
    for node in root.iterfind("globals/global"):
        name, key = folded(node.get("name") or ""), node.get("value") or ""
        low, high, default = (
            _whole(node, attribute, usual, draft)
            for attribute, usual in (
                ("minRating", _USUAL_MINIMUM),
                ("maxRating", _USUAL_MAXIMUM),
                ("defaultRating", _USUAL_DEFAULT),
            )
        )
        if not name or not _WHOLE.fullmatch(key):
            draft.problems.add(f"Rating {quoted(name)} lacks its name or its whole number.")
        elif name in found or key in keys:
            draft.problems.add(f"Rating {quoted(name)}, or its number {key}, is there twice.")
        elif not low <= default <= high:
            draft.problems.add(f"The default of {quoted(name)} is not on its scale.")
        else:
            keys.add(key)
            found[name] = ForeignItem(
                item=name,
                label=folded(node.get("label") or ""),
                key=key,
                minimum=low,
                maximum=high,
                default=default,
            )
    return list(found.values())


def _whole(node: Element, attribute: str, usual: int, draft: Draft) -> int:
    text = node.get(attribute)
    if text is None:
        return usual
    if not _WHOLE.fullmatch(text):
        draft.problems.add(f"{attribute} is not a whole number.", key=quoted(node.get("name", "")))
        return usual
    return int(text)


def _tell_of_oddities(
    root: Element, codes: list[ForeignCode], items: list[ForeignItem], draft: Draft
) -> None:
    known = {code.code for code in codes}
    pressed = {folded(node.get("code") or "") for node in root.iter("button")}
    rated = {item.item for item in items}
    moved = {folded(node.get("global") or "") for node in root.iter("slider")}
    for code in codes:
        if code.code not in pressed:
            draft.tell(f"Code {quoted(code.code)} has no button, so its speaker is not known.")
    for name in sorted(pressed - known):
        draft.tell(f"A button stands for {quoted(name)}, which is no code; it was left out.")
    for name in sorted(moved - rated):
        draft.tell(f"A slider stands for {quoted(name)}, which is no rating; it was left out.")
    for holder in ("codes", "globals"):
        for node in root.iter(holder):
            if (node.text or "").strip() or any((child.tail or "").strip() for child in node):
                draft.tell(f"Stray text among the {holder} was left out.")
