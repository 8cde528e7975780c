"""The window's one player over what this system has to play with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from practicecoder.ui.player.player import Player

if TYPE_CHECKING:
    from practicecoder.ui.player.outputs import Outputs


def make_player(parent: QObject | None = None) -> Player:
    """Make the one player of the window; Qt Multimedia is loaded here and not before."""
    try:
        from practicecoder.ui.player.qt_media import QtMedia

        media = QtMedia(make_outputs())
    except ImportError:
        return Player(None, parent)
    if not media.is_available:
        media.deleteLater()
        return Player(None, parent)
    player = Player(media, parent)
    media.setParent(player)
    return player


def make_outputs() -> Outputs:
    """What tells whether there is a device for sound."""
    from practicecoder.ui.player.outputs import SystemOutputs

    return SystemOutputs()
