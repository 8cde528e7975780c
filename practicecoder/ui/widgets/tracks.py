"""Things with a beginning and an end, ready to be found and merged by the thousand."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

import numpy as np
from numpy.typing import NDArray

from practicecoder.domain.spans import TimeSpan
from practicecoder.ui.widgets.time_scale import TimeScale

Item = TypeVar("Item")
Pixels = NDArray[np.int64]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Track(Generic[Item]):
    """Items of one lane in the order they came, and their times and kinds as columns.

    ``kinds`` are small numbers, by which a lane tells its items apart without looking at each.
    """

    items: tuple[Item, ...]
    starts_ms: NDArray[np.int64]
    ends_ms: NDArray[np.int64]
    kinds: NDArray[np.int64]

    @classmethod
    def of(
        cls, items: Iterable[Item], place: Callable[[Item], tuple[int, int, int]]
    ) -> Track[Item]:
        """Lay out items by what ``place`` says of each: beginning, end and kind."""
        kept = tuple(items)
        columns = np.array([place(item) for item in kept], dtype=np.int64).reshape(-1, 3).T
        starts_ms, ends_ms, kinds = (column.copy() for column in columns)
        return cls(items=kept, starts_ms=starts_ms, ends_ms=ends_ms, kinds=kinds)

    def changed_to(
        self, items: Iterable[Item], place: Callable[[Item], tuple[int, int, int]]
    ) -> Track[Item]:
        """Lay out other items, looking only at those between the first and the last change."""
        kept = tuple(items)
        first = _shared(self.items, kept)
        last = _shared(self.items[first:][::-1], kept[first:][::-1])
        middle = Track.of(kept[first : len(kept) - last], place)

        def joined(own: NDArray[np.int64], new: NDArray[np.int64]) -> NDArray[np.int64]:
            return np.concatenate((own[:first], new, own[own.size - last :]))

        return Track(
            items=kept,
            starts_ms=joined(self.starts_ms, middle.starts_ms),
            ends_ms=joined(self.ends_ms, middle.ends_ms),
            kinds=joined(self.kinds, middle.kinds),
        )

    def in_view(self, scale: TimeScale, reach_px: float) -> NDArray[np.int64]:
        """Numbers of the items that show, or begin less than ``reach_px`` beside the picture."""
        reach_ms = reach_px * scale.view_ms / max(1, scale.width_px)
        first, last = scale.start_ms - reach_ms, scale.end_ms + reach_ms
        return np.flatnonzero((self.starts_ms <= last) & (self.ends_ms >= first))

    def nearest(self, at_ms: float, reach_ms: float) -> int | None:
        """Number of the item that begins nearest to a moment; None if none is in reach."""
        if not self.items:
            return None
        distances = np.abs(self.starts_ms - at_ms)
        number = int(np.argmin(distances))
        return number if distances[number] <= reach_ms else None

    def covering(self, at_ms: float) -> int | None:
        """Number of the last item that lasts over a moment; None if none does."""
        found = np.flatnonzero((self.starts_ms <= at_ms) & (self.ends_ms >= at_ms))
        return int(found[-1]) if found.size else None


def _shared(one: tuple[Item, ...], other: tuple[Item, ...]) -> int:
    """How many items both begin with, the very same ones."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((n for n, (a, b) in pairs if a is not b), min(len(one), len(other)))


def track_of_spans(spans: Sequence[TimeSpan]) -> Track[TimeSpan]:
    """Lay out plain spans."""
    return Track.of(spans, lambda span: (span.start_ms, span.end_ms, 0))


def pixels_of(times_ms: NDArray[np.int64], scale: TimeScale) -> Pixels:
    """Whole pixel of each moment."""
    if scale.view_ms <= 0:
        return np.full(times_ms.shape, scale.left_px, dtype=np.int64)
    per_ms = scale.width_px / scale.view_ms
    exact = scale.left_px + (times_ms - scale.start_ms) * per_ms
    return np.asarray(np.rint(exact), dtype=np.int64)


def runs(lefts: Pixels, rights: Pixels, scale: TimeScale) -> list[tuple[int, int]]:
    """Merge stretches of pixels into runs within the picture; each is a pixel wide at least.

    Examples
    --------
    >>> scale = TimeScale()
    >>> scale.width_px = 100
    >>> runs(np.array([2, 4, 90]), np.array([5, 9, 200]), scale)
    [(2, 9), (90, 100)]
    """
    first = np.clip(lefts, scale.left_px, scale.right_px)
    last = np.clip(np.maximum(rights, lefts + 1), scale.left_px, scale.right_px)
    steps = np.zeros(scale.width_px + 2, dtype=np.int64)
    np.add.at(steps, first - scale.left_px, 1)
    np.add.at(steps, last - scale.left_px, -1)
    covered = np.concatenate(([False], np.cumsum(steps)[:-1] > 0, [False]))
    edges = np.flatnonzero(covered[1:] != covered[:-1]) + scale.left_px
    return [(int(a), int(b)) for a, b in zip(edges[::2], edges[1::2], strict=True)]
