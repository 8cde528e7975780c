"""Which players play at the moment, wherever in the window they are."""

from __future__ import annotations

from weakref import WeakSet

import shiboken6
from PySide6.QtCore import QObject

_players: WeakSet[QObject] = WeakSet()


def note_player(player: QObject) -> None:
    """Count in a player, which has ``is_playing``; it is forgotten with its end."""
    _players.add(player)


def anything_plays() -> bool:
    """Whether sound is being listened to."""
    return any(
        shiboken6.isValid(player) and getattr(player, "is_playing", False)
        for player in list(_players)
    )


def pause_everything() -> None:
    """Stop all sound where it is."""
    for player in list(_players):
        pause = getattr(player, "pause", None)
        if shiboken6.isValid(player) and callable(pause):
            pause()
