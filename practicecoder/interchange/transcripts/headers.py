"""Recognises the lines of a text that say who speaks and when, alone or before the words."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from practicecoder.interchange.transcripts.forms import folded
from practicecoder.interchange.transcripts.names import is_sound, looks_like_name

MOST_HEADER_CHARACTERS = 120

_TIME = r"(?:[0-9]{1,3}:)?[0-9]{1,2}:[0-9]{1,2}(?:[.,][0-9]{1,9})?"
_BRACKETED = rf"(?:\[\s?{_TIME}\s?\]|\(\s?{_TIME}\s?\)|{_TIME})"
_RANGE = re.compile(rf"\[?(?P<time>{_TIME})\s*(?:-->|→|–|—|-)\s*(?P<end>{_TIME})\]?")
_NAME_THEN_TIME = re.compile(rf"(?P<name>\S.{{0,79}}?)(?P<gap>\s+)(?P<time>{_BRACKETED})")
_TIME_FIRST = re.compile(rf"(?P<time>{_BRACKETED})(?:\s*[-–—|]\s+|\s+|$)(?P<rest>.*)", re.DOTALL)
_IN_SQUARES = re.compile(r"\[(?P<name>[^\[\]]{1,60})\]")
_ALONE = re.compile(r"\((?P<name>[^()]{1,60})\)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """What a line says before the talk.

    ``time`` and ``end`` are texts, None where there is none. ``speaker`` is None where the line
    does not name one: a label before the talk, or the next line, may. ``rest`` is talk on the
    same line, empty where the line is only a header.
    """

    time: str | None = None
    end: str | None = None
    speaker: str | None = field(default=None, repr=False)
    rest: str = field(default="", repr=False)


Rule = Callable[[str], "Header | None"]


def time_range(line: str) -> Header | None:
    """Two times with an arrow: ``0:0:5.100 --> 0:0:8.250``."""
    match = _RANGE.fullmatch(line)
    return Header(time=match["time"], end=match["end"]) if match else None


def name_then_time(line: str) -> Header | None:
    """``Speaker 1  0:05`` and ``[Speaker 1] 14:03:22``; one blank is enough after a sure name."""
    match = _NAME_THEN_TIME.fullmatch(line) if len(line) <= MOST_HEADER_CHARACTERS else None
    if match is None:
        return None
    squares = _IN_SQUARES.fullmatch(match["name"])
    name = folded(squares["name"] if squares else match["name"])
    is_apart = squares is not None or len(match["gap"]) > 1 or match["gap"] == "\t"
    is_name = any(letter.isalpha() for letter in name) if is_apart else looks_like_name(name)
    if not is_name or (is_apart and len(name) > 60):
        return None
    return Header(time=bare(match["time"]), speaker=name)


def time_then_name(line: str) -> Header | None:
    """``00:00:03 Speaker 1`` with nothing behind."""
    match = _TIME_FIRST.fullmatch(line) if len(line) <= MOST_HEADER_CHARACTERS else None
    if match is None or not looks_like_name(match["rest"]):
        return None
    return Header(time=bare(match["time"]), speaker=folded(match["rest"]))


def time_before_talk(line: str) -> Header | None:
    """``[00:00:03] talk`` and ``14:03:22 Name: talk``; or a time alone on its line."""
    match = _TIME_FIRST.fullmatch(line)
    return Header(time=bare(match["time"]), rest=match["rest"]) if match else None


def time_alone(line: str) -> Header | None:
    """``00:00:03`` alone on its line."""
    header = time_before_talk(line)
    return header if header is not None and not header.rest else None


def name_alone(line: str) -> Header | None:
    """``(Name)`` alone on its line."""
    match = _ALONE.fullmatch(line)
    if match is None or not looks_like_name(match["name"]) or is_sound(match["name"]):
        return None
    return Header(speaker=folded(match["name"]))


def bare(time: str) -> str:
    """Time without its brackets."""
    return time.strip("[]() ")


def rules_for(lines: Sequence[str]) -> tuple[Rule, ...]:
    """Shapes of headers that a text uses, judged over all of its filled lines; maybe none.

    A text has one shape with times: the one that most lines have. A bare time before talk may be
    part of the talk ("10:30 is fine"), so that shape counts only where it comes often.
    """
    found = {rule: [line for line in lines if rule(line)] for rule in _TIMED}
    starts = found[time_before_talk]
    # "14:03:22 Hello" looks like a time and a name; where most such lines hold more, none is one.
    if len(found[time_then_name]) * 5 < len(starts) * 4:
        found[time_then_name] = []
    is_sure = sum(line[0] in "[(" or time_alone(line) is not None for line in starts)
    if is_sure * 2 < len(starts) and len(starts) * 2 < len(lines):
        found[time_before_talk] = []
    main = max(_TIMED, key=lambda rule: len(found[rule]))
    if found[main]:
        return (main, time_alone)
    return (name_alone,) if _uses_names_alone(lines) else ()


_TIMED: tuple[Rule, ...] = (time_range, name_then_time, time_then_name, time_before_talk)


def _uses_names_alone(lines: Sequence[str]) -> bool:
    found = [header.speaker for line in lines if (header := name_alone(line))]
    return bool(lines) and (name_alone(lines[0]) is not None or len(set(found)) < len(found))
