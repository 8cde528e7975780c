"""Undo and redo of a coder's acts: each is a further act, stored and on record."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import replace
from typing import Protocol

from PySide6.QtCore import QTimer
from PySide6.QtGui import QUndoCommand, QUndoStack

from practicecoder.domain.coding_changes import MarkChange
from practicecoder.services.coding_acts import CodingAct

NEVER_MERGED = -1
"""Key of an act that is always undone by itself."""


class ActMaker(Protocol):
    """Takes acts back and makes them again; False if it could not be stored."""

    def take_back(self, act: CodingAct) -> bool:
        """Undo an act."""
        ...

    def make_again(self, act: CodingAct) -> bool:
        """Redo an act."""
        ...


def merge_key(*parts: Hashable) -> int:
    """Key under which successive acts, such as pauses in typing, undo as one."""
    return hash(parts) & 0x7FFF_FFFF


class ActCommand(QUndoCommand):
    """One stored act on the undo stack; it is stored already when it is pushed.

    Where undoing fails the act still stands; the command then goes back to its place on the stack,
    so that it can be tried again.
    """

    def __init__(
        self, maker: ActMaker, stack: QUndoStack, act: CodingAct, merge: int = NEVER_MERGED
    ) -> None:
        super().__init__(act.text)
        self._maker = maker
        self._stack = stack
        self._act = act
        self._merge = merge
        self._stands = True

    @property
    def act(self) -> CodingAct:
        """The act, or several merged into one."""
        return self._act

    def makes_mark(self, mark_id: str) -> bool:
        """Whether the act made this mark and nothing else but the way of counting."""
        marks = [change for change in self._act.changes if isinstance(change, MarkChange)]
        before = {mark.mark_id for mark in self._act.before.marks}
        return [m.item for m in marks if m.new is not None] == [mark_id] and mark_id not in before

    # Qt

    def id(self) -> int:
        """Return the key of acts that undo together."""
        return self._merge

    def mergeWith(self, other: QUndoCommand) -> bool:
        """Take a later act with the same key into this one."""
        if not isinstance(other, ActCommand) or other.id() != self._merge:
            return False
        self._act = replace(other.act, before=self._act.before)
        return True

    def undo(self) -> None:
        """Take the act back."""
        if self._stands:
            self._stands = not self._maker.take_back(self._act)
            if self._stands:
                QTimer.singleShot(0, self._stack, self._stack.redo)

    def redo(self) -> None:
        """Make the act again; when it is pushed it stands already."""
        if not self._stands:
            self._stands = self._maker.make_again(self._act)
            if not self._stands:
                QTimer.singleShot(0, self._stack, self._stack.undo)
