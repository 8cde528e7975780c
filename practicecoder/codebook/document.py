"""Tolerant reading of a parsed codebook file: what has the wrong type is passed over here.

The checks of references run on files whose types may be wrong, so that all faults of a file are
told at once. A wrong type itself is told by the schema.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from practicecoder.codebook.faults import Path

MOST_DEPTH = 8
MOST_ENTRIES = 500


@dataclass(frozen=True, slots=True)
class Table:
    """A table of the file and where it stands."""

    path: Path
    content: Mapping[str, object]

    def at(self, *parts: str | int) -> Path:
        """Path of something in this table."""
        return (*self.path, *parts)

    def has(self, key: str) -> bool:
        """Whether the key is there, whatever its value."""
        return key in self.content

    def text(self, key: str) -> str | None:
        """Text of a key; None if there is none."""
        value = self.content.get(key)
        return value if isinstance(value, str) else None

    def whole(self, key: str) -> int | None:
        """Whole number of a key; None if there is none."""
        value = self.content.get(key)
        return value if isinstance(value, int) and not isinstance(value, bool) else None

    def is_true(self, key: str, *, default: bool = False) -> bool:
        """Whether the key is set to true."""
        return self.content.get(key, default) is True

    def texts(self, key: str) -> list[tuple[Path, str]]:
        """Texts of a list, each with its place."""
        value = self.content.get(key)
        if not isinstance(value, list):
            return []
        return [(self.at(key, i), t) for i, t in enumerate(value) if isinstance(t, str)]

    def words(self, key: str) -> list[str]:
        """Texts of a list."""
        return [text for _path, text in self.texts(key)]

    def table(self, key: str) -> Table | None:
        """Table under a key; None if there is none."""
        value = self.content.get(key)
        return Table(self.at(key), value) if isinstance(value, dict) else None

    def entries(self, key: str) -> list[Table]:
        """Tables of a list of tables."""
        value = self.content.get(key)
        if not isinstance(value, list):
            return []
        return [Table(self.at(key, i), t) for i, t in enumerate(value) if isinstance(t, dict)]

    def ids(self, key: str) -> list[str]:
        """Ids of a list of tables, in order."""
        return [i for entry in self.entries(key) if (i := entry.text("id")) is not None]

    def by_id(self, key: str) -> dict[str, Table]:
        """Tables of a list of tables by their ids."""
        return {i: t for t in self.entries(key) if (i := t.text("id")) is not None}


def all_texts(document: Mapping[str, object]) -> Iterator[tuple[Path, str]]:
    """Every text and every key of a document with its place, without recursion."""
    waiting: list[tuple[Path, object]] = [((), document)]
    while waiting:
        path, value = waiting.pop()
        if isinstance(value, str):
            yield path, value
        elif isinstance(value, dict):
            for key, inner in value.items():
                yield (*path, key), key
                waiting.append(((*path, key), inner))
        elif isinstance(value, list):
            waiting.extend(((*path, i), inner) for i, inner in enumerate(value))


def why_unsafe(document: Mapping[str, object]) -> str:
    """Sentence why a document is too deep or too wide to be a codebook; empty if it is neither.

    It is walked level by level, so that no depth can exhaust the stack.
    """
    level: list[object] = [document]
    for _depth in range(MOST_DEPTH + 1):
        if any(len(value) > MOST_ENTRIES for value in level if isinstance(value, dict | list)):
            return f"A table or list has more than {MOST_ENTRIES} entries."
        level = [inner for value in level for inner in _inside(value)]
        if not level:
            return ""
    return f"Tables lie more than {MOST_DEPTH} deep in each other."


def _inside(value: object) -> Iterable[object]:
    if isinstance(value, dict):
        return value.values()
    return value if isinstance(value, list) else ()
