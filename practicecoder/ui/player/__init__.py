"""Playing a recording: one facade over Qt Multimedia for the life of the window."""

from practicecoder.ui.player.making import make_player
from practicecoder.ui.player.player import Player
from practicecoder.ui.player.reach import RUN_IN_MS
from practicecoder.ui.player.sounding import anything_plays, pause_everything
from practicecoder.ui.player.state import PlayerState

__all__ = [
    "RUN_IN_MS",
    "Player",
    "PlayerState",
    "anything_plays",
    "make_player",
    "pause_everything",
]
