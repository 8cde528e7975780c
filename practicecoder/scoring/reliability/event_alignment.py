"""Which marks of two coders belong together: moments by time and order, spans by overlap."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from practicecoder.domain.coding import Coding
from practicecoder.domain.spans import TimeSpan

DEFAULT_TOLERANCE_MS = 3_000
LEAST_OVERLAP = 0.60
"""Least share of the longer of two spans that they must have in common to be linked."""

Link = tuple[int | None, int | None]
"""Places of two marks in their streams; None where a mark has no partner."""


@dataclass(frozen=True, slots=True, order=True)
class TimedMark:
    """One code given to a moment or, with ``end_ms`` after ``at_ms``, to a span."""

    at_ms: int
    code: str
    end_ms: int | None = None

    def __post_init__(self) -> None:
        if self.end_ms is not None and self.end_ms < self.at_ms:
            raise ValueError("a mark cannot end before it begins")

    @property
    def is_span(self) -> bool:
        """Whether the mark has a length."""
        return self.end_ms is not None and self.end_ms > self.at_ms

    @property
    def duration_ms(self) -> int:
        """Length; 0 for a moment."""
        return 0 if self.end_ms is None else self.end_ms - self.at_ms


@dataclass(frozen=True, slots=True, kw_only=True)
class EventStream:
    """All marks of one coder in one session; empty if the coder listened and marked nothing.

    ``segment`` is the coded stretch; None where it is not known, and then no time units are
    compared.
    """

    session_id: str
    coder_id: str
    marks: tuple[TimedMark, ...] = ()
    segment: TimeSpan | None = None

    @classmethod
    def of_coding(cls, coding: Coding, segment: TimeSpan | None = None) -> EventStream:
        """Stream of a coding's marks."""
        return cls(
            session_id=coding.session_id,
            coder_id=coding.coder_id,
            marks=tuple(
                TimedMark(at_ms=mark.at_ms, code=mark.count_id, end_ms=mark.end_ms)
                for mark in coding.marks
            ),
            segment=segment,
        )

    @property
    def moments(self) -> tuple[TimedMark, ...]:
        """Marks without a length, by time, then code."""
        moments = (mark for mark in self.marks if not mark.is_span)
        return tuple(sorted(moments, key=lambda mark: (mark.at_ms, mark.code)))

    @property
    def spans(self) -> tuple[TimedMark, ...]:
        """Marks with a length, by start, then code, then end."""
        spans = (mark for mark in self.marks if mark.is_span)
        return tuple(sorted(spans, key=lambda mark: (mark.at_ms, mark.code, mark.end_ms or 0)))


def align(
    first: Sequence[TimedMark], second: Sequence[TimedMark], tolerance_ms: int
) -> tuple[Link, ...]:
    """Alignment of least cost of two streams in order of time (after Quera et al. 2007).

    A pair may be at most ``tolerance_ms`` apart and costs 0 if the codes are equal, else 1; a
    mark left alone costs 1. Of alignments of equal cost the one of smaller total lag is taken,
    then, read from the end, a pair before a mark of the first alone before one of the second.

    Examples
    --------
    >>> one = [TimedMark(1_000, "Q"), TimedMark(5_000, "SR")]
    >>> other = [TimedMark(1_400, "Q"), TimedMark(20_000, "SR")]
    >>> align(one, other, 3_000)
    ((0, 0), (None, 1), (1, None))
    """
    n, m = len(first), len(second)
    if n == 0 or m == 0:
        return (*((i, None) for i in range(n)), *((None, j) for j in range(m)))
    pairs, alone = _pair_costs(first, second, tolerance_ms)
    best = _least_costs(pairs, alone)
    links: list[Link] = []
    i, j = n, m
    while i or j:
        if i and j and best[i, j] == best[i - 1, j - 1] + pairs[i - 1, j - 1]:
            i, j = i - 1, j - 1
            links.append((i, j))
        elif i and best[i, j] == best[i - 1, j] + alone:
            i -= 1
            links.append((i, None))
        else:
            j -= 1
            links.append((None, j))
    return tuple(reversed(links))


def _pair_costs(
    first: Sequence[TimedMark], second: Sequence[TimedMark], tolerance_ms: int
) -> tuple[NDArray[np.int64], int]:
    """Cost of every pair, and of a mark alone.

    One whole number holds both: the cost times more than any total lag, plus the lag. A pair
    beyond the tolerance costs more than leaving all alone.
    """
    alone = 1 + min(len(first), len(second)) * tolerance_ms
    at = [np.array([mark.at_ms for mark in marks], dtype=np.int64) for marks in (first, second)]
    places = {code: p for p, code in enumerate({mark.code for mark in (*first, *second)})}
    code = [np.array([places[mark.code] for mark in marks]) for marks in (first, second)]
    lags = np.abs(at[0][:, None] - at[1][None, :])
    differ = code[0][:, None] != code[1][None, :]
    never = alone * (len(first) + len(second) + 1)
    return np.where(lags <= tolerance_ms, differ * alone + lags, never), alone


def _least_costs(pairs: NDArray[np.int64], alone: int) -> NDArray[np.int64]:
    """Least cost of aligning the first i with the first j marks, at [i, j].

    A row is found at once: marks of the second left alone after any column are a running
    minimum.
    """
    n, m = pairs.shape
    left_alone = alone * np.arange(m + 1, dtype=np.int64)
    best = np.empty((n + 1, m + 1), dtype=np.int64)
    best[0] = left_alone
    for i in range(1, n + 1):
        row = best[i - 1] + alone
        np.minimum(row[1:], best[i - 1, :-1] + pairs[i - 1], out=row[1:])
        best[i] = np.minimum.accumulate(row - left_alone) + left_alone
    return best


def link_spans(
    first: Sequence[TimedMark], second: Sequence[TimedMark], least: float = LEAST_OVERLAP
) -> tuple[Link, ...]:
    """Link spans one to one by the overlap's share of the longer, largest share first.

    Ties go to the earlier span of the first, then of the second. Links come in order of the
    first stream, then what is left of the second.

    Examples
    --------
    >>> one = [TimedMark(0, "talk", 10_000)]
    >>> other = [TimedMark(2_000, "talk", 10_000), TimedMark(10_000, "talk", 20_000)]
    >>> link_spans(one, other)
    ((0, 0), (None, 1))
    """
    shares = [
        (-share, i, j)
        for i, a in enumerate(first)
        for j, b in enumerate(second)
        if (share := _shared(a, b)) >= least
    ]
    partner: dict[int, int] = {}
    taken: set[int] = set()
    for _, i, j in sorted(shares):
        if i not in partner and j not in taken:
            partner[i] = j
            taken.add(j)
    linked: list[Link] = [(i, partner.get(i)) for i in range(len(first))]
    return (*linked, *((None, j) for j in range(len(second)) if j not in taken))


def _shared(first: TimedMark, second: TimedMark) -> float:
    """Overlap of two spans as a share of the longer; 0 where they only touch."""
    ends = [mark.at_ms + mark.duration_ms for mark in (first, second)]
    overlap = min(ends) - max(first.at_ms, second.at_ms)
    return max(0, overlap) / max(first.duration_ms, second.duration_ms)


def boundary_f1(
    first: Sequence[int], second: Sequence[int], tolerance_ms: int
) -> tuple[int, float | None]:
    """How many of two coders' boundaries meet within a tolerance, one to one, and their F1.

    The number is the largest possible. F1 is twice it over all boundaries of both; None if there
    is no boundary.

    Examples
    --------
    >>> boundary_f1([1_000, 5_000], [1_200, 9_000], 500)
    (1, 0.5)
    """
    one, other = sorted(first), sorted(second)
    i = j = met = 0
    while i < len(one) and j < len(other):
        if abs(one[i] - other[j]) <= tolerance_ms:
            i, j, met = i + 1, j + 1, met + 1
        elif one[i] < other[j]:
            i += 1
        else:
            j += 1
    total = len(one) + len(other)
    return met, (2 * met / total if total else None)
