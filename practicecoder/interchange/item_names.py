"""Finds the dimension, count or question of a codebook that a word in a file stands for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from practicecoder.codebook.model import Codebook

SHORTEST_BEGINNING = 4
"""Letters from which a word that begins a name of one item alone is taken for it."""


class NamedBy(StrEnum):
    """What a word was recognised by, best first."""

    ID = "id"
    LABEL = "label"
    ABBREVIATION = "abbreviation"
    ALIAS = "alias"
    BEGINNING = "beginning"


@dataclass(frozen=True, slots=True)
class NamedItem:
    """An item of the codebook, and by what it was recognised."""

    item: str
    by: NamedBy


def plain(text: str) -> str:
    """Letters and digits of a text, without regard to case.

    Examples
    --------
    >>> plain("Child_Focus "), plain("%")
    ('childfocus', '')
    """
    return "".join(filter(str.isalnum, text.casefold()))


class ItemNames:
    """The names of a codebook's items; a word that could be two items is none."""

    def __init__(self, codebook: Codebook) -> None:
        self.dimensions = _Names(
            (d.dimension_id, d.label, d.abbr, d.aliases) for d in codebook.dimensions
        )
        self.counts = _Names((c.count_id, c.label, c.abbr, ()) for c in codebook.counts)
        self.questions = _Names((q.question_id, "", "", ()) for q in codebook.questions)
        self.scores = _Names((s.score_id, s.label, "", s.aliases) for s in codebook.scores)

    def rated(self, word: str) -> NamedItem | None:
        """Dimension that a word stands for; None if it is none or could be several."""
        return self.dimensions.find(word)


class _Names:
    def __init__(self, entries: Iterable[tuple[str, str, str, Iterable[str]]]) -> None:
        ways: dict[NamedBy, dict[str, set[str]]] = {by: defaultdict(set) for by in NamedBy}
        for item, label, abbreviation, aliases in entries:
            for by, words in (
                (NamedBy.ID, (item,)),
                (NamedBy.LABEL, (label,)),
                (NamedBy.ABBREVIATION, (abbreviation,)),
                (NamedBy.ALIAS, tuple(aliases)),
                (NamedBy.BEGINNING, (item, label, *aliases)),
            ):
                for word in words:
                    if plain(word):
                        ways[by][plain(word)].add(item)
        self._ways = ways

    def find(self, word: str) -> NamedItem | None:
        """Item that a word stands for; None if it is none or could be several."""
        wanted = plain(word)
        if not wanted:
            return None
        for by in NamedBy:
            if by is NamedBy.BEGINNING:
                found = self._beginning_with(wanted, self._ways[by])
            else:
                found = self._ways[by].get(wanted, set())
            if len(found) == 1:
                return NamedItem(next(iter(found)), by)
        return None

    def _beginning_with(self, wanted: str, names: Mapping[str, set[str]]) -> set[str]:
        if len(wanted) < SHORTEST_BEGINNING:
            return set()
        return {i for name, items in names.items() if name.startswith(wanted) for i in items}
