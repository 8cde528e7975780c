"""Turns the times of a running text into times of the recording: times of day, midnight, gaps."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from practicecoder.interchange.sheet import Problems
from practicecoder.interchange.transcripts.times import Resolution, TimeError, clock_ms

LONG_GAP_MS = 5 * 60_000
_HOUR_MS = 3_600_000
_DAY_MS = 24 * _HOUR_MS
_MOST_PLACES = 5

Stamp = tuple[str | None, str | None, int]
"""Text of the beginning and of the end, None where there is none; line in the file."""

Times = tuple[int | None, int | None]


class Clock:
    """Reads the times above the turns of one text, in the file's order.

    A text whose first time is an hour or more is taken to give times of day; its first turn then
    stands at nought.
    """

    def __init__(self, problems: Problems) -> None:
        self.resolution = Resolution()
        self.notices: list[str] = []
        self._problems = problems

    def read(self, stamps: Sequence[Stamp]) -> list[Times]:
        """Times in milliseconds; None where there is none or it is a problem."""
        times = [self._times(*stamp) for stamp in stamps]
        lines = [line for _, _, line in stamps]
        if any(end for _, end, _ in stamps):
            self._tell_of_steps_back(times, lines)
            return times
        starts = [start for start, _ in times]
        if self._is_time_of_day(stamps, starts):
            starts = self._since_first(starts)
        else:
            self._tell_of_steps_back(times, lines)
        self._tell_of_gaps(starts, lines)
        return [(start, None) for start in starts]

    def _times(self, start: str | None, end: str | None, line: int) -> Times:
        start_ms, end_ms = (self._ms(text, line) if text else None for text in (start, end))
        if start_ms is not None and end_ms is not None and end_ms < start_ms:
            self._problems.add("The turn ends before it begins.", line=line)
            return start_ms, None
        return start_ms, end_ms

    def _ms(self, text: str, line: int) -> int | None:
        try:
            ms = clock_ms(text)
        except TimeError as error:
            self._problems.add(str(error), line=line)
            return None
        self.resolution.see(text)
        return ms

    def _is_time_of_day(self, stamps: Sequence[Stamp], starts: Sequence[int | None]) -> bool:
        first = next((start for start in starts if start is not None), 0)
        known = [start for start in starts if start is not None]
        has_hours = all(text.count(":") == 2 for text, _, _ in stamps if text)
        return first >= _HOUR_MS and has_hours and all(start < _DAY_MS for start in known)

    def _since_first(self, starts: Sequence[int | None]) -> list[int | None]:
        """Times since the earliest one; a step back by more than half a day is midnight."""
        unwound: list[int | None] = []
        days, before, n_midnights = 0, None, 0
        for start in starts:
            if start is not None:
                if before is not None and before - start > _DAY_MS // 2:
                    days, n_midnights = days + 1, n_midnights + 1
                before = start
            unwound.append(None if start is None else start + days * _DAY_MS)
        base = min(start for start in unwound if start is not None)
        self.notices.append(
            "The times are times of day. The first line was put at 0:00; shift all lines by the "
            "offset to where it is heard in the recording."
        )
        if n_midnights:
            self.notices.append("The times go past midnight and were counted on.")
        return [None if start is None else start - base for start in unwound]

    def _tell_of_steps_back(self, times: Sequence[Times], lines: Sequence[int]) -> None:
        known = [
            (start, n) for (start, _), n in zip(times, lines, strict=True) if start is not None
        ]
        back = [n for (before, _), (start, n) in pairwise(known) if start < before]
        if back:
            self.notices.append(f"Times go back at {_places(back)}.")

    def _tell_of_gaps(self, starts: Sequence[int | None], lines: Sequence[int]) -> None:
        known = [(start, n) for start, n in zip(starts, lines, strict=True) if start is not None]
        gaps = [n for (before, _), (start, n) in pairwise(known) if start - before > LONG_GAP_MS]
        if gaps:
            self.notices.append(
                f"More than five minutes pass before {_places(gaps)}. If the recording was paused "
                "there, later lines come too late."
            )


def _places(lines: Sequence[int]) -> str:
    shown = ", ".join(map(str, lines[:_MOST_PLACES]))
    more = " and others" if len(lines) > _MOST_PLACES else ""
    return f"line{'s' if len(lines) > 1 else ''} {shown}{more}"
