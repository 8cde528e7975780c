"""Playing a recording: one facade over Qt Multimedia for the life of the window."""

from practicecoder.ui.player.player import Player, PlayerState, make_player

__all__ = ["Player", "PlayerState", "make_player"]
