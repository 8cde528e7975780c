"""Writes CACTI's text files: configurations, codes at moments, and global ratings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

from practicecoder.interchange.foreign.cacti_config import ROOT, SPEAKERS
from practicecoder.interchange.foreign.cacti_globals import NOTES, TITLE
from practicecoder.interchange.foreign.cacti_numbers import (
    NOT_RATED,
    CactiCode,
    cacti_codes,
    item_numbers,
    kept_marks,
    mark_text,
    notes_text,
    tell_of_marks,
    tell_of_ratings,
    whole_value,
)
from practicecoder.interchange.foreign.cacti_text import AUDIO_FILE
from practicecoder.interchange.foreign.losses import Losses, Written, the_only
from practicecoder.interchange.foreign.values import CodedRecording, ForeignData

_BUTTONS_IN_ROW = 3
_USUAL_MAXIMUM = 5
_PANELS = ("left", "right")


def sound_name(recording: CodedRecording) -> str:
    """Name of the first medium, else the session's."""
    return next((one.name for one in recording.media if one.name), recording.session)


def tell_of_sound(losses: Losses) -> None:
    """Tell what any of CACTI's files loses of who and what was coded."""
    losses.coders()
    losses.lengths()
    losses.offsets()
    losses.attributes()


def write_casaa_text(data: ForeignData) -> Written:
    """Write one coding as CACTI 0.30 to 0.60 did: moments with codes, in order of time."""
    recording = the_only(data)
    codes = cacti_codes(data)
    losses = Losses(data)
    tell_of_sound(losses)
    tell_of_marks(recording, codes, losses)
    losses.ratings()
    losses.links()
    losses.session_notes()
    losses.speakers()
    losses.notes_of_marks()
    rows = [
        f"{mark_text(event.start_ms)}\t{codes[event.code].number}\t{event.code}\n"
        for event in kept_marks(recording, codes).values()
    ]
    return losses.written(f"{AUDIO_FILE}\t{sound_name(recording)}\n{''.join(rows)}")


def write_globals(data: ForeignData) -> Written:
    """Write the ratings of one coding with the notes on the session, on one line."""
    recording = the_only(data)
    losses = Losses(data)
    tell_of_sound(losses)
    tell_of_ratings(recording.ratings, losses)
    losses.add(len(recording.events), "1 mark is not written.", "{} marks are not written.")
    losses.timed_notes()
    notes = notes_text(recording)
    losses.add(int("\n" in notes), "The notes run together into one line.", "")
    lines = [TITLE, f"{AUDIO_FILE}\t{sound_name(recording)}"]
    lines += [f"{one.item}:\t{whole_value(one)}" for one in recording.ratings]
    lines.append(f"{NOTES} {' '.join(notes.split())}")
    return losses.written("\n".join(lines) + "\n")


def write_config(data: ForeignData) -> Written:
    """Write codes and rated items as a configuration in which 0 says that nothing was rated."""
    codes = cacti_codes(data)
    items = item_numbers(data)
    losses = Losses(data)
    losses.add(
        sum(not code.speaker for code in codes.values()),
        "1 code has no speaker and therefore no button.",
        "{} codes have no speaker and therefore no buttons.",
    )
    losses.add(
        sum(len(one.events) + len(one.ratings) for one in data.recordings),
        "1 mark or rating is not written: a configuration holds none.",
        "{} marks and ratings are not written: a configuration holds none.",
    )
    root = Element(ROOT)
    _add_codes(root, list(codes.values()))
    _add_items(root, data, items)
    ElementTree.indent(root)
    return losses.written(ElementTree.tostring(root, encoding="unicode") + "\n")


def _add_codes(root: Element, codes: Sequence[CactiCode]) -> None:
    holder = SubElement(root, "codes")
    for code in codes:
        SubElement(holder, "code", {"name": code.code, "value": str(code.number)})
    for panel, speaker in zip(_PANELS, SPEAKERS, strict=True):
        controls = SubElement(root, "codeControls", {"panel": panel, "label": speaker})
        own = [code.code for code in codes if code.speaker == speaker]
        for at in range(0, len(own), _BUTTONS_IN_ROW):
            row = SubElement(controls, "row")
            for code_name in own[at : at + _BUTTONS_IN_ROW]:
                SubElement(row, "button", {"code": code_name})


def _add_items(root: Element, data: ForeignData, items: Mapping[str, int]) -> None:
    labels = {item.item: item.label for item in data.items}
    highest = {item.item: item.maximum for item in data.items}
    holder = SubElement(root, "globals")
    for item, number in items.items():
        SubElement(
            holder,
            "global",
            {
                "name": item,
                "label": labels.get(item) or item,
                "value": str(number),
                "minRating": str(NOT_RATED),
                "maxRating": str(highest.get(item) or _USUAL_MAXIMUM),
                "defaultRating": str(NOT_RATED),
            },
        )
    names = list(items)
    middle = (len(names) + 1) // 2
    for panel, own in zip(_PANELS, (names[:middle], names[middle:]), strict=True):
        controls = SubElement(root, "globalControls", {"panel": panel})
        for item in own:
            SubElement(controls, "slider", {"global": item})
    SubElement(root, "globalsBorder", {"label": TITLE})
