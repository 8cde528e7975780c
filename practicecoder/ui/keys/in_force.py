"""The keymap and the pedals in force, for every open page at once."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QObject, Signal

from practicecoder.ui.actions import action_keys
from practicecoder.ui.keys.keymap import Keymap
from practicecoder.ui.keys.presets import keymap_of
from practicecoder.ui.settings import Pedals, Settings


class KeysInForce(QObject):
    """What the keys mean at this moment; pages follow ``changed``."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._keymap = Keymap.default()
        self._pedals = Pedals()

    @property
    def keymap(self) -> Keymap:
        """Keys of everything."""
        return self._keymap

    @property
    def pedals(self) -> Pedals:
        """Keys that the foot pedal sends."""
        return self._pedals

    def put(self, keymap: Keymap, pedals: Pedals) -> None:
        """Have other keys mean something, in every open page at once."""
        if keymap == self._keymap and pedals == self._pedals:
            return
        self._keymap, self._pedals = keymap, pedals
        action_keys().put_in_force(keymap.actions)
        self.changed.emit()


@cache
def keys_in_force() -> KeysInForce:
    """The keys in force."""
    return KeysInForce()


def apply_saved_keys(settings: Settings) -> None:
    """Put the keys in force that were chosen on this computer."""
    keys_in_force().put(keymap_of(settings.keymap), settings.pedals)
