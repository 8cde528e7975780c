"""Cuts a subtitle file into cues: a time line, and the rows of talk below it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from practicecoder.interchange.sheet import Problems, refused
from practicecoder.interchange.transcripts.forms import MOST_LINES
from practicecoder.interchange.transcripts.times import Resolution, TimeError, clock_ms

NO_TALK = "There is no talk with a time."
ARROW = "-->"
_STAMP = r"[-+0-9:.,]{1,24}"
_TIME_LINE = re.compile(rf"\s*({_STAMP})\s*-->\s*({_STAMP})(?:\s.*)?")
_COUNTER = re.compile(r"\s*[0-9]{1,9}\s*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """One cue; ``line`` is that of its times, from 1."""

    start_ms: int
    end_ms: int
    rows: tuple[str, ...] = field(repr=False)
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """Lines between blank lines; ``line`` is the number of the first."""

    line: int
    rows: tuple[str, ...]


def blocks_of(lines: Sequence[str], *, first: int = 1) -> Iterator[Block]:
    """Blocks of lines that blank lines part; ``first`` is the number of the first line."""
    rows: list[str] = []
    for number, row in enumerate([*lines, ""], start=first):
        if row.strip():
            rows.append(row)
        elif rows:
            yield Block(line=number - len(rows), rows=tuple(rows))
            rows = []


class CueReader:
    """Reads blocks into cues and gathers what is wrong with them."""

    def __init__(self, file: str, *, odd_mark: str, id_is_counter: bool) -> None:
        """``odd_mark`` is the mark before fractions that the format does not use itself.

        ``id_is_counter``: the line above the times can only be a number.
        """
        self.problems = Problems(file)
        self.resolution = Resolution()
        self.cues: list[Cue] = []
        self.n_odd_marks = 0
        self._file = file
        self._odd_mark = odd_mark
        self._id_is_counter = id_is_counter

    def take(self, block: Block) -> None:
        """Read a block: an id if there is one, times, rows; further cues without a blank line."""
        rows = block.rows
        starts = [at for at, row in enumerate(rows) if _TIME_LINE.fullmatch(row)]
        if not starts or starts[0] > 1 or (starts[0] == 1 and not self._may_be_id(rows[0])):
            self._add_stray(block, starts)
            return
        for start, following in zip(starts, [*starts[1:], len(rows)], strict=True):
            end = following
            if following < len(rows) and end - start > 1 and _COUNTER.fullmatch(rows[end - 1]):
                end -= 1
            self._add_cue(rows[start], rows[start + 1 : end], block.line + start)

    def stop_if_wrong(self) -> None:
        """Raise every problem noted; to have no cue is one."""
        if len(self.cues) > MOST_LINES:
            self.problems.add(f"The transcript has more than {MOST_LINES} cues.")
        self.problems.stop_if_any()
        if not self.cues:
            raise refused(self._file, NO_TALK, fix="Export the transcript again.")

    def _may_be_id(self, row: str) -> bool:
        return not self._id_is_counter or bool(_COUNTER.fullmatch(row))

    def _add_stray(self, block: Block, starts: Sequence[int]) -> None:
        if any(ARROW in row for row in block.rows[:2]) and not starts:
            self.problems.add(
                "The times cannot be read.",
                line=block.line + (ARROW not in block.rows[0]),
                fix="Write them as 00:01:23.400 --> 00:01:25.000.",
            )
        else:
            self.problems.add(
                "These lines have no time above them.",
                line=block.line,
                fix="Take out the blank line before them, or give them a time.",
            )

    def _add_cue(self, times: str, rows: tuple[str, ...], line: int) -> None:
        match = _TIME_LINE.fullmatch(times)
        assert match is not None
        try:
            start_ms, end_ms = (clock_ms(stamp) for stamp in match.groups())
        except TimeError as error:
            self.problems.add(str(error), line=line)
            return
        if end_ms < start_ms:
            self.problems.add("The cue ends before it begins.", line=line)
            return
        for stamp in match.groups():
            self.resolution.see(stamp)
            self.n_odd_marks += self._odd_mark in stamp
        self.cues.append(Cue(start_ms=start_ms, end_ms=end_ms, rows=rows, line=line))
