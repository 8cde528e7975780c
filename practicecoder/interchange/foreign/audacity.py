"""Reads label tracks of Audacity: times in seconds, a tab between, and a text behind them."""

from __future__ import annotations

import re
from collections.abc import Collection

from practicecoder.interchange.foreign.draft import Draft
from practicecoder.interchange.foreign.formats import ForeignFormat
from practicecoder.interchange.foreign.values import (
    NO_HINTS,
    CodedRecording,
    ForeignData,
    ForeignEvent,
    Hints,
)
from practicecoder.interchange.transcripts.content import Content, Text
from practicecoder.interchange.transcripts.forms import folded

FREQUENCIES = "\\"
"""Beginning of a line that gives the label above it a range of frequencies."""

_COMMA = re.compile(r"-?[0-9]+,[0-9]+")
_CODE = re.compile(r"[^\s:]{1,40}")


def is_label_line(line: str) -> bool:
    """Whether a line begins with two numbers and a tab between them."""
    number = r"-?[0-9]+(?:[.,][0-9]+)?"
    return re.match(rf"{number}\t{number}(?:\t|$)", line) is not None


def read_audacity(content: Content, text: Text, hints: Hints = NO_HINTS) -> ForeignData:
    """Read labels; ``CODE: note`` is parted where the code is known.

    Without known codes in ``hints``, one word before the first colon counts as a code, which is
    told. Several tracks stand one after the other; where times jump back is told. The format
    names neither session nor coder; the session is the file's name.
    """
    draft = Draft(content, text)
    draft.refuse_too_many(sum(map(_is_filled, text.lines)))
    has_commas = _has_commas(text)
    if has_commas:
        draft.tell("Numbers have decimal commas, which were taken for points.")
    events: list[ForeignEvent] = []
    n_ranges = n_back = n_parted = 0
    for number, line in enumerate(text.lines, start=1):
        if line.startswith(FREQUENCIES):
            n_ranges += 1
            continue
        event = _event(line, number, has_commas, draft) if line.strip() else None
        if event is not None:
            n_back += bool(events) and event.start_ms < events[-1].start_ms
            code, note = label_parts(event.code, hints.codes)
            n_parted += bool(note)
            events.append(
                ForeignEvent(start_ms=event.start_ms, end_ms=event.end_ms, code=code, note=note)
            )
    events.sort(key=lambda event: event.start_ms)
    draft.tell_count(
        n_ranges, "1 range of frequencies was left out.", "{} ranges of frequencies were left out."
    )
    draft.tell_count(
        n_back,
        "Times go back once; the file may hold several tracks, which it does not part.",
        "Times go back {} times; the file may hold several tracks, which it does not part.",
    )
    if hints.codes is None:
        draft.tell_count(
            n_parted,
            "In 1 label the word before the colon was taken for a code.",
            "In {} labels the word before the colon was taken for a code.",
        )
    return draft.finished(
        ForeignFormat.AUDACITY,
        because="Its lines begin with two numbers of seconds, as labels of Audacity do.",
        recordings=[CodedRecording(session=draft.file_stem, events=tuple(events))],
    )


def _is_filled(line: str) -> bool:
    """Whether a line is a label, sound or not."""
    return not line.startswith(FREQUENCIES) and not line.isspace() and line != ""


def _has_commas(text: Text) -> bool:
    """Whether every number with decimals has a comma."""
    numbers = [field for line in filter(_is_filled, text.lines) for field in line.split("\t")[:2]]
    return any(map(_COMMA.fullmatch, numbers)) and not any("." in field for field in numbers)


def _event(line: str, number: int, has_commas: bool, draft: Draft) -> ForeignEvent | None:
    """Label whose whole text is still its code."""
    fields = line.split("\t", 2)
    if len(fields) < 2:
        draft.problems.add("The line is not two times with a tab between them.", line=number)
        return None
    times = [field.replace(",", ".") if has_commas else field for field in fields[:2]]
    start_ms, end_ms = (draft.seconds(time.strip(), line=number) for time in times)
    if start_ms is None or end_ms is None:
        return None
    if end_ms < start_ms:
        draft.problems.add("The label ends before it begins.", line=number)
        return None
    return ForeignEvent(
        start_ms=start_ms,
        end_ms=None if end_ms == start_ms else end_ms,
        code=folded(fields[2]) if len(fields) > 2 else "",
    )


def label_parts(label: str, codes: Collection[str] | None) -> tuple[str, str]:
    """Code and note of a label; with no known codes, one word before a colon is a code."""
    head, mark, note = label.partition(": ")
    is_code = _CODE.fullmatch(head) is not None if codes is None else head in codes
    whole = codes is not None and label in codes
    return (head, note) if mark and is_code and not whole else (label, "")
