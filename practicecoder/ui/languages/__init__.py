"""Languages of the window: words are marked where they stand and translated where they are shown.

- In a widget words go through ``self.tr(...)``.
- In functions they go through :func:`translate` with a context of their own.
- A table of words is made as :class:`Words` and is in the language of the window wherever it is
  looked up.
- Texts of ``ActionSpec`` and ``KeyLine``, titles and tooltips of ``Column`` are translated by
  whoever shows them; ``scripts/translations.py`` finds them by the names of these classes.
- Other words that stand outside of a widget are marked with :func:`QT_TRANSLATE_NOOP`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeVar

from PySide6.QtCore import QCoreApplication

K = TypeVar("K")

TABLE_WORDS, ACTION_WORDS, COLUMN_WORDS = "Words", "Actions", "Columns"
"""Contexts of what is translated where it is shown."""


def QT_TRANSLATE_NOOP(_context: str, text: str) -> str:
    """Mark words for translation under a context; pyside6-lupdate looks for this very name."""
    return text


def translate(context: str, text: str) -> str:
    """Words in the language of the window; in English, and where none are known, as they are."""
    return QCoreApplication.translate(context, text) if text else ""


class Words(Mapping[K, str]):
    """Words for each of a kind of things, translated when they are looked up.

    Examples
    --------
    >>> Words({1: "strength"})[1]
    'strength'
    """

    def __init__(self, words: Mapping[K, str]) -> None:
        self._words = dict(words)

    def __getitem__(self, key: K) -> str:
        return translate(TABLE_WORDS, self._words[key])

    def __iter__(self) -> Iterator[K]:
        return iter(self._words)

    def __len__(self) -> int:
        return len(self._words)
