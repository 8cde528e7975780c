"""The window's one player over what this system has to play with."""

from __future__ import annotations

from PySide6.QtCore import QObject

from practicecoder.ui.player.player import Player


def make_player(parent: QObject | None = None) -> Player:
    """Make the one player of the window; Qt Multimedia is loaded here and not before."""
    try:
        from practicecoder.ui.player.qt_media import QtMedia
    except ImportError:
        return Player(None, parent)
    media = QtMedia()
    if not media.is_available:
        media.deleteLater()
        return Player(None, parent)
    player = Player(media, parent)
    media.setParent(player)
    return player
