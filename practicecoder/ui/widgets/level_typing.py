"""Typing a level on the keyboard: one character or several, signed or not, as the scale needs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """What a character came to.

    ``level`` is the level meant; None while more may follow, or if there is no such level, and
    then ``waiting`` tells the two apart. ``waiting`` is the text typed so far that may go on.
    """

    level: int | None = None
    waiting: str = ""


class LevelTyping:
    """Collects characters until they can mean one level only; no time limit is involved.

    On a scale from 0 to 10 a 1 waits, because a 0 may follow; :meth:`settle` ends the waiting.

    Examples
    --------
    >>> typing = LevelTyping(range(0, 11))
    >>> typing.type("7"), typing.type("1"), typing.type("0")
    (Typed(level=7, waiting=''), Typed(level=None, waiting='1'), Typed(level=10, waiting=''))
    """

    def __init__(self, levels: Iterable[int]) -> None:
        self._levels = {str(level): level for level in levels}
        if any(level < 0 for level in self._levels.values()):
            signed = {f"+{text}": v for text, v in self._levels.items() if v > 0}
            self._levels.update(signed)
        self._waiting = ""

    @property
    def waiting(self) -> str:
        """What was typed and may go on; empty if nothing waits."""
        return self._waiting

    @property
    def waiting_level(self) -> int | None:
        """Level that the waiting text would mean as it stands; None if none."""
        return self._levels.get(self._waiting)

    @property
    def characters(self) -> frozenset[str]:
        """Characters that occur in the scale's levels."""
        return frozenset("".join(self._levels))

    def type(self, character: str) -> Typed:
        """Take a character; one that cannot continue what waits begins anew."""
        for text in (self._waiting + character, character):
            longer = [known for known in self._levels if known.startswith(text)]
            if longer:
                return self._took(text, only=longer == [text])
        self._waiting = ""
        return Typed()

    def settle(self) -> int | None:
        """End the waiting; the level typed so far, None if there is none."""
        level = self.waiting_level
        self._waiting = ""
        return level

    def forget(self) -> None:
        """End the waiting without a level."""
        self._waiting = ""

    def _took(self, text: str, *, only: bool) -> Typed:
        self._waiting = "" if only else text
        return Typed(level=self._levels[text] if only else None, waiting=self._waiting)
