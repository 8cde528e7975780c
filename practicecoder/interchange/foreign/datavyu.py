"""Reads Datavyu: columns of cells with two times and values, packed in an .opf or by itself."""

from __future__ import annotations

import re
from collections.abc import Iterator

from practicecoder.codebook.faults import quoted
from practicecoder.interchange.foreign.draft import Draft
from practicecoder.interchange.foreign.formats import ForeignFormat
from practicecoder.interchange.foreign.values import (
    NO_HINTS,
    CodedRecording,
    ForeignCode,
    ForeignData,
    ForeignEvent,
    Hints,
    several_lines,
)
from practicecoder.interchange.sheet import refused
from practicecoder.interchange.transcripts.content import Content, Text
from practicecoder.interchange.transcripts.forms import folded

VERSION_LINES = ("#4", "#3", "#2")
"""First lines by which the format tells its version."""
MEMBER = "db"
"""Name of the table of cells in an .opf."""

_COLUMN = re.compile(
    r"(?P<name>.+?) \((?P<kind>MATRIX|TEXT|NOMINAL)(?:,(?P<shown>true|false)(?:,.*)?)?\)"
    r"(?:-(?P<values>.*))?"
)
_CELL = re.compile(r"(?P<start>[0-9][^,]*),(?P<end>[0-9][^,]*),(?P<values>.*)", re.DOTALL)
_LAST_BACKSLASHES = re.compile(r"\\*\Z")
_PARTS = re.compile(r"(?:[^\\,]|\\.)*", re.DOTALL)
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_CODE_NAMES, _NOTE_NAMES = ("code", "code01", "codes"), ("note", "notes", "comment")


def read_datavyu(content: Content, text: Text, hints: Hints = NO_HINTS) -> ForeignData:
    """Read columns as speakers and cells as spans; one value of a cell is its code.

    That is the value called ``code``, else the first. The one called ``note`` is the note, others
    are kept under their names. The session is the file's name.
    """
    del hints
    draft = Draft(content, text)
    version = text.lines[0].strip()
    if version not in VERSION_LINES:
        raise refused(
            content.file,
            f"The first line is none of {', '.join(VERSION_LINES)}, which Datavyu writes.",
            line=1,
            fix="Save it again with Datavyu.",
        )
    reader = _Reader(draft)
    events = sorted(reader.events(text.lines), key=lambda event: event.start_ms)
    draft.tell_count(
        reader.n_hidden,
        "1 column is hidden in Datavyu; it was read.",
        "{} columns are hidden in Datavyu; they were read.",
    )
    return draft.finished(
        ForeignFormat.DATAVYU,
        version=version,
        because=f"Its first line is {version}, as in the tables of Datavyu.",
        recordings=[CodedRecording(session=draft.file_stem, events=tuple(events))],
        codes=[
            ForeignCode(code=code, speaker=speaker)
            for code, speaker in dict.fromkeys((e.code, e.speaker) for e in events)
            if code
        ],
    )


class _Reader:
    def __init__(self, draft: Draft) -> None:
        self.n_hidden = 0
        self._draft = draft
        self._column = ""
        self._names: list[str] | None = None

    def events(self, lines: list[str]) -> Iterator[ForeignEvent]:
        for number, line in _whole_lines(lines[1:]):
            if match := _CELL.fullmatch(line):
                event = self._event(match, number)
                if event is not None:
                    yield event
            elif match := _COLUMN.fullmatch(line):
                self._open(match)
            else:
                self._draft.problems.add("The line is neither a column nor a cell.", line=number)

    def _open(self, match: re.Match[str]) -> None:
        self._column = folded(_unescaped(match["name"]))
        names = [
            folded(_unescaped(part.rpartition("|")[0])) for part in _split(match["values"] or "")
        ]
        self._names = names if match["kind"] == "MATRIX" else None
        self.n_hidden += match["shown"] == "false"

    def _event(self, match: re.Match[str], number: int) -> ForeignEvent | None:
        start_ms, end_ms = (
            self._draft.clock(match[name], line=number, last_mark=":") for name in ("start", "end")
        )
        if not self._column:
            self._draft.problems.add("The cell stands above the first column.", line=number)
            return None
        values = self._values(match["values"], number)
        if values is None:
            return None
        if start_ms is None or end_ms is None:
            return None
        if end_ms < start_ms:
            self._draft.problems.add("The cell ends before it begins.", line=number)
            return None
        return self._coded(start_ms, end_ms, values)

    def _values(self, text: str, number: int) -> list[str] | None:
        """Values of a cell; those of a column of plain text are one."""
        if self._names is None:
            return [several_lines(_unescaped(text))]
        is_list = text.startswith("(") and text.endswith(")")
        values = [several_lines(_unescaped(part)) for part in _split(text[1:-1])]
        if not is_list or len(values) != len(self._names):
            self._draft.problems.add(
                f"The cell has {len(values)} values; the column {quoted(self._column)} has "
                f"{len(self._names)}.",
                line=number,
            )
            return None
        empty = [f"<{name}>" for name in self._names]
        return ["" if value == mark else value for value, mark in zip(values, empty, strict=True)]

    def _coded(self, start_ms: int, end_ms: int, values: list[str]) -> ForeignEvent:
        names = self._names or [_CODE_NAMES[0]]
        code_at = _place(names, _CODE_NAMES, otherwise=0)
        note_at = _place(names, _NOTE_NAMES, otherwise=-1)
        return ForeignEvent(
            start_ms=start_ms,
            end_ms=end_ms,
            code=folded(values[code_at]),
            speaker=self._column,
            note=values[note_at] if note_at >= 0 else "",
            track=self._column,
            attributes={
                name: value
                for at, (name, value) in enumerate(zip(names, values, strict=True))
                if at not in (code_at, note_at) and value
            },
        )


def _whole_lines(lines: list[str]) -> Iterator[tuple[int, str]]:
    """Lines with their numbers in the file; a backslash at the end carries on to the next."""
    whole: list[str] = []
    for number, line in enumerate(lines, start=2):
        whole.append(line)
        backslashes = _LAST_BACKSLASHES.search(line)
        if backslashes is not None and len(backslashes[0]) % 2:
            continue
        text = "\n".join(whole)
        if text.strip():
            yield number - len(whole) + 1, text
        whole = []
    if whole:
        yield len(lines) + 2 - len(whole), "\n".join(whole)


def _place(names: list[str], wanted: tuple[str, ...], *, otherwise: int) -> int:
    small = [name.casefold() for name in names]
    return next((small.index(name) for name in wanted if name in small), otherwise)


def _split(text: str) -> list[str]:
    """Parts between commas that no backslash stands before."""
    parts: list[str] = []
    at = 0
    while True:
        match = _PARTS.match(text, at)
        end = match.end() if match else at
        parts.append(text[at:end])
        if end >= len(text):
            return parts
        if text[end] != ",":  # a single backslash at the very end
            parts[-1] += text[end:]
            return parts
        at = end + 1


def _unescaped(text: str) -> str:
    return _ESCAPED.sub(r"\1", text)
