"""Reads running text with speakers and times in any of the shapes that programs write."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from practicecoder.interchange.sheet import Problems, refused
from practicecoder.interchange.transcripts.clocks import Clock
from practicecoder.interchange.transcripts.forms import MOST_LINES, RawLine, Understood, folded
from practicecoder.interchange.transcripts.headers import Header, Rule, rules_for, time_range
from practicecoder.interchange.transcripts.labels import Labels, doubt_notice
from practicecoder.interchange.transcripts.names import looks_like_name

_MOST_HEADING_LINES = 10
_FOOTER = re.compile(r"Transcribed by \S.*", re.IGNORECASE)
_TEAMS_ASIDE = re.compile(r".{1,80}\b(?:started|stopped) transcription\.?", re.IGNORECASE)
_FIXED_HEADINGS = frozenset({"audio file", "transcript", "meeting transcript", "webvtt"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A line of the text without surrounding blanks; ``line`` counts from 1."""

    line: int
    text: str = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part:
    """A header and what stands below it."""

    header: Header
    line: int
    rows: tuple[Row, ...]


def read_paragraphs(rows: Sequence[Row], *, file: str) -> Understood:
    """Read text; blank rows part its paragraphs.

    Raises
    ------
    ImportedDataError
        With every time that is not sound; or if there is no talk.
    """
    rows, notices = _without_asides(rows)
    filled = [row for row in rows if row.text]
    rules = rules_for([row.text for row in filled])
    problems = Problems(file)
    heading, parts = _cut(filled, rules)
    if parts and (len(filled) - len(heading)) * 2 >= len(filled):
        understood = _read_parts(heading, parts, problems)
        is_named = rules[0] is not time_range and parts[0].header.speaker is not None
        because = (
            "Lines that name the speaker stand above the talk."
            if is_named
            else "Lines begin with times, or times stand above the talk."
        )
    else:
        understood, because = _read_plain(rows), "It is text without times above the talk."
        if parts:
            notices.append(
                "Fewer than half of the lines belong to a line with a time, so the file was read "
                "as plain text; times in it are part of the text."
            )
    problems.stop_if_any()
    if not understood.lines:
        raise refused(file, "There is no talk in the file.")
    if len(understood.lines) > MOST_LINES:
        raise refused(file, f"The transcript has more than {MOST_LINES} lines.")
    told = (*notices, *understood.notices)
    return replace(understood, because=understood.because or because, notices=told)


def _without_asides(rows: Sequence[Row]) -> tuple[list[Row], list[str]]:
    """Rows without what programs add of their own, and a notice of it."""
    filled = [row for row in rows if row.text]
    ends = {row.line for row in filled[-3:] if _FOOTER.fullmatch(row.text)}
    asides = ends | {row.line for row in filled if _TEAMS_ASIDE.fullmatch(row.text)}
    notice = f"{_lines_word(sorted(asides))} about the transcribing only and left out."
    return [row for row in rows if row.line not in asides], [notice] if asides else []


def _lines_word(lines: Sequence[int]) -> str:
    shown = ", ".join(map(str, lines[:5])) + (" and others" if len(lines) > 5 else "")
    return f"Line {shown} is" if len(lines) == 1 else f"Lines {shown} are"


def _cut(rows: Sequence[Row], rules: Sequence[Rule]) -> tuple[list[Row], list[_Part]]:
    """Rows before the first header, and every header with the rows below it."""
    heading: list[Row] = []
    found: list[tuple[Header, int, list[Row]]] = []
    for row in rows:
        header = next((header for rule in rules if (header := rule(row.text))), None)
        if header is not None:
            below = [Row(line=row.line, text=header.rest)] if header.rest else []
            found.append((header, row.line, below))
        elif found:
            found[-1][2].append(row)
        else:
            heading.append(row)
    return heading, [_Part(header=h, line=line, rows=tuple(below)) for h, line, below in found]


def _read_parts(heading: Sequence[Row], parts: Sequence[_Part], problems: Problems) -> Understood:
    clock = Clock(problems)
    parts = [_with_name_below(part) for part in parts]
    times = clock.read([(part.header.time, part.header.end, part.line) for part in parts])
    labels = Labels(row.text for part in parts if part.header.speaker is None for row in part.rows)
    lines: list[RawLine] = []
    notices = list(clock.notices)
    if len(heading) > _MOST_HEADING_LINES:
        lines += _turns(heading, Header(), labels)
    elif heading:
        notices.append(f"{_lines_word([r.line for r in heading])} the heading and left out.")
    n_empty = 0
    for part, (start_ms, end_ms) in zip(parts, times, strict=True):
        before = lines[-1].speaker if lines and labels.is_used else ""
        turns = list(_turns(part.rows, part.header, labels, before=before))
        n_empty += not turns
        lines += [
            replace(turn, start_ms=start_ms, end_ms=end_ms) if not number else turn
            for number, turn in enumerate(turns)
        ]
    if n_empty:
        notices.append(f"Times or names without any words below them: {n_empty}; left out.")
    notices += _doubts([r for p in parts if p.header.speaker is None for r in p.rows], labels)
    return Understood(
        lines=tuple(lines),
        because="",
        notices=tuple(notices),
        resolution_ms=clock.resolution.step_ms,
    )


def _with_name_below(part: _Part) -> _Part:
    """Older Teams documents have the name in a line of its own below the times."""
    if part.header.end is None or len(part.rows) < 2 or not looks_like_name(part.rows[0].text):
        return part
    header = replace(part.header, speaker=folded(part.rows[0].text))
    return replace(part, header=header, rows=part.rows[1:])


def _read_plain(rows: Sequence[Row]) -> Understood:
    """Labels begin turns, what has none goes on; without labels each paragraph is a turn."""
    filled = [row for row in rows if row.text]
    labels = Labels(row.text for row in filled)
    if labels.is_used:
        lines = tuple(_turns(filled, Header(), labels))
    else:
        has_blanks = any(not row.text for row in rows[:-1])
        texts = _paragraphs(rows) if has_blanks else [row.text for row in filled]
        lines = tuple(
            RawLine(start_ms=None, text=words) for text in texts if (words := folded(text))
        )
    because = "It is text in which names before colons begin the turns." if labels.is_used else ""
    return Understood(lines=lines, because=because, notices=tuple(_doubts(filled, labels)))


def _paragraphs(rows: Sequence[Row]) -> Iterator[str]:
    gathered: list[str] = []
    for row in [*rows, Row(line=0, text="")]:
        if row.text:
            gathered.append(row.text)
        elif gathered:
            yield " ".join(gathered)
            gathered = []


def _turns(
    rows: Sequence[Row], header: Header, labels: Labels, *, before: str = ""
) -> Iterator[RawLine]:
    """Turns below a header, none with a time yet; a row without a speaker goes on with the turn.

    ``before`` is who spoke last, and goes on where nothing says who speaks.
    """
    speaker = header.speaker if header.speaker is not None else before
    gathered: list[str] = []
    for row in rows:
        named, text = labels.split(row.text) if header.speaker is None else (None, row.text)
        if named is not None:
            yield from _line(speaker, gathered)
            speaker, gathered = named, []
        gathered.append(text)
    yield from _line(speaker, gathered)


def _line(speaker: str, rows: Sequence[str]) -> Iterator[RawLine]:
    text = folded(" ".join(rows))
    if text:
        yield RawLine(start_ms=None, speaker=folded(speaker), text=text)


def _doubts(rows: Sequence[Row], labels: Labels) -> tuple[str, ...]:
    return doubt_notice([row.line for row in rows if labels.is_doubtful(row.text)])
