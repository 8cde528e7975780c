"""Which players play at the moment, wherever in the window they are."""

from __future__ import annotations

from typing import TYPE_CHECKING
from weakref import WeakSet

import shiboken6

if TYPE_CHECKING:
    from practicecoder.ui.player.player import Player

_players: WeakSet[Player] = WeakSet()


def note_player(player: Player) -> None:
    """Count a player in; it is forgotten with its end."""
    _players.add(player)


def anything_plays() -> bool:
    """Whether sound is being listened to."""
    return any(shiboken6.isValid(player) and player.is_playing for player in list(_players))
