"""Holds very many values in little room: compressed, a batch at a time, in memory alone."""

from __future__ import annotations

import pickle
import zlib
from collections.abc import Collection, Iterable, Iterator
from itertools import islice
from typing import Generic, TypeVar

T = TypeVar("T")

BATCH = 2_000
"""Values that are unpacked together."""
_FASTEST = 1


class Packed(Collection[T], Generic[T]):
    """Values in a fixed order that are unpacked anew, batch by batch, each time they are read.

    Nothing of it is ever on a disk. Values are added before the first reading.

    Examples
    --------
    >>> packed = Packed(range(5))
    >>> len(packed), list(packed), list(packed) == list(packed), 3 in packed
    (5, [0, 1, 2, 3, 4], True, True)
    """

    __slots__ = ("_batches", "_n", "_open")

    def __init__(self, values: Iterable[T] = ()) -> None:
        self._batches: list[bytes] = []
        self._open: list[T] = []
        self._n = 0
        self.extend(values)

    def extend(self, values: Iterable[T]) -> None:
        """Add values behind those that are there."""
        left = iter(values)
        while more := list(islice(left, BATCH - len(self._open))):
            self._open += more
            self._n += len(more)
            if len(self._open) == BATCH:
                self._batches.append(_packed(self._open))
                self._open = []

    def __len__(self) -> int:
        return self._n

    def __iter__(self) -> Iterator[T]:
        for batch in self._batches:
            yield from _unpacked(batch)
        yield from self._open

    def __contains__(self, value: object) -> bool:
        return any(value == own for own in self)


def _packed(values: list[T]) -> bytes:
    return zlib.compress(pickle.dumps(values, pickle.HIGHEST_PROTOCOL), _FASTEST)


def _unpacked(batch: bytes) -> list[T]:
    values: list[T] = pickle.loads(zlib.decompress(batch))
    return values
