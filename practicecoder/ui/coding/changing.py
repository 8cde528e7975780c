"""Which keys change a coding: where it cannot be changed, they say so instead of doing nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from collections.abc import Set as AbstractSet
from typing import TypeVar

from practicecoder.ui.actions import ActionId
from practicecoder.ui.keys.bare import Command

Act = Callable[[], object]
Key = TypeVar("Key")

CHANGING_ACTIONS = frozenset(
    {
        ActionId.EVIDENCE,
        ActionId.EVIDENCE_SPAN,
        ActionId.LINE_EVIDENCE,
        ActionId.NOTE_STAMP,
        ActionId.SUBMIT,
        ActionId.UNDO,
        ActionId.REDO,
    }
)
CHANGING_COMMANDS = frozenset(
    {
        Command.EVIDENCE,
        Command.STRENGTH,
        Command.TO_BUILD,
        Command.SPAN,
        Command.REMOVE,
        Command.STRENGTH_OF_SELECTED,
        Command.TO_BUILD_OF_SELECTED,
        Command.REMOVE_NOTE,
        Command.CLEAR_ANSWER,
        Command.LINE_EVIDENCE,
    }
)
"""Those of the rating cards are not among them: a card says itself that it cannot be changed."""


def guarded(
    acts: Mapping[Key, Act], changing: AbstractSet[Key], refuses: Callable[[], bool]
) -> Mapping[Key, Act]:
    """Acts of which the changing ones are done only if ``refuses`` has nothing against it."""

    def unless_refused(act: Act) -> Act:
        return lambda: None if refuses() else act()

    return {key: unless_refused(act) if key in changing else act for key, act in acts.items()}
