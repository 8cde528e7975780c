"""Holds very many values in little room: compressed, a batch at a time, in memory alone."""

from __future__ import annotations

import io
import pickle
import zlib
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import fields, is_dataclass
from functools import cache
from itertools import islice
from operator import attrgetter, eq
from typing import Any, Generic, TypeVar

T = TypeVar("T")

BATCH = 2_000
"""Values that are unpacked together."""
_FASTEST = 1


class Packed(Collection[T], Generic[T]):
    """Values in a fixed order that are unpacked anew, batch by batch, each time they are read.

    Nothing of it is ever on a disk. Values are made of frozen dataclasses with slots, and of what
    can be pickled; they are added before the first reading.

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

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Packed):
            return NotImplemented
        return len(self) == len(other) and all(map(eq, self, other))

    __hash__ = None  # type: ignore[assignment]  # as of every collection that can grow

    def __contains__(self, value: object) -> bool:
        return any(value == own for own in self)


def _packed(values: list[T]) -> bytes:
    file = io.BytesIO()
    _Packer(file, pickle.HIGHEST_PROTOCOL).dump(values)
    return zlib.compress(file.getbuffer(), _FASTEST)


def _unpacked(batch: bytes) -> list[T]:
    values: list[T] = pickle.loads(zlib.decompress(batch))
    return values


class _Packer(pickle.Pickler):
    """Packs frozen dataclasses by their values alone, which is several times as fast."""

    def reducer_override(self, value: object) -> Any:
        """How a value is packed; what is no dataclass is packed as usual."""
        kind = type(value)
        if not is_dataclass(kind):
            return NotImplemented
        return _remade, (kind, *_values_of(kind)(value))


@cache
def _values_of(kind: type) -> Callable[[object], tuple[object, ...]]:
    names = [field.name for field in fields(kind)]
    if len(names) == 1:
        get_one = attrgetter(names[0])
        return lambda value: (get_one(value),)
    return attrgetter(*names)


@cache
def _setters_of(kind: type) -> tuple[Callable[[object, object], None], ...]:
    """Where the values go: slots, which frozen classes guard against ordinary assignment."""
    return tuple(getattr(kind, field.name).__set__ for field in fields(kind))


def _remade(kind: type, *values: object) -> object:
    made: object = object.__new__(kind)
    for put, value in zip(_setters_of(kind), values, strict=True):
        put(made, value)
    return made
