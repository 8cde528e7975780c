"""The lines of a transcript in time: which one is heard, what is noted on each, what to quote."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from practicecoder.domain.coding import Evidence
from practicecoder.domain.spans import TimeSpan
from practicecoder.domain.transcripts import TranscriptLine


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Words of one line or of several that follow each other, and when they are heard."""

    span: TimeSpan
    quote: str


class Script:
    """Lines of a transcript by number, from 0.

    A line without an end lasts until the next one begins; the last one until ``until_ms`` if that
    is known.
    """

    def __init__(
        self, lines: Sequence[TranscriptLine] = (), *, until_ms: int | None = None
    ) -> None:
        self.lines = tuple(lines)
        self._starts = [line.start_ms for line in self.lines]
        self.spans = _spans(self.lines, until_ms)
        self._longest_ms = max((span.duration_ms for span in self.spans), default=0)

    def __len__(self) -> int:
        return len(self.lines)

    def at(self, at_ms: int) -> int | None:
        """Last line that began by a moment; None before the first."""
        number = bisect_right(self._starts, at_ms) - 1
        return number if number >= 0 else None

    def within(self, span: TimeSpan) -> range:
        """Lines from the first to the last of which something lies in a span."""
        touched = [
            number for number in range(*self._candidates(span)) if _meet(self.spans[number], span)
        ]
        return range(touched[0], touched[-1] + 1) if touched else range(0)

    def with_evidence(self, evidence: Sequence[Evidence]) -> Mapping[int, tuple[Evidence, ...]]:
        """Evidence of each line that has some, in its order.

        A moment belongs to the lines in which it lies, a span to those of which it holds a part.
        """
        found: dict[int, tuple[Evidence, ...]] = {}
        for piece in evidence if self.spans else ():
            for number in range(*self._candidates(piece.span)):
                if _meet(self.spans[number], piece.span):
                    found[number] = (*found.get(number, ()), piece)
        return found

    def passage(self, parts: Mapping[int, str]) -> Passage | None:
        """What was chosen of lines, by their number; None if it is blank.

        Words of several lines are quoted with who speaks.
        """
        spoken = {number: " ".join(text.split()) for number, text in sorted(parts.items())}
        spoken = {number: text for number, text in spoken.items() if text}
        if not spoken:
            return None
        quote = " ".join(
            f"{self._speaker(number)}{text}" if len(spoken) > 1 else text
            for number, text in spoken.items()
        )
        start_ms = min(self.spans[number].start_ms for number in spoken)
        end_ms = max(self.spans[number].end_ms for number in spoken)
        return Passage(span=TimeSpan(start_ms, end_ms), quote=quote)

    def _speaker(self, number: int) -> str:
        speaker = self.lines[number].speaker
        return f"{speaker}: " if speaker else ""

    def _candidates(self, span: TimeSpan) -> tuple[int, int]:
        """Where lines stand that may meet a span: they begin in it, or not long before."""
        first = bisect_left(self._starts, span.start_ms - self._longest_ms)
        return first, bisect_right(self._starts, span.end_ms)


def _spans(lines: Sequence[TranscriptLine], until_ms: int | None) -> tuple[TimeSpan, ...]:
    """When each line is heard, by its own end or by what comes after it."""
    spans: list[TimeSpan] = []
    later_ms, following = until_ms, until_ms
    for line in reversed(lines):
        if later_ms is None or line.start_ms < later_ms:
            following = later_ms
        end_ms = following if line.end_ms is None else line.end_ms
        spans.append(TimeSpan(line.start_ms, max(end_ms or 0, line.start_ms)))
        later_ms = line.start_ms
    return tuple(reversed(spans))


def _meet(line: TimeSpan, other: TimeSpan) -> bool:
    """Whether they have something in common; where both last, more than a moment."""
    if line.is_moment or other.is_moment:
        return line.contains(other.start_ms) or other.contains(line.start_ms)
    return line.start_ms < other.end_ms and other.start_ms < line.end_ms
