"""A made-up device for sound, so that playing counts as heard on a machine without one."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject, Signal


class MadeUpDevice(QObject):
    """Plugged in until a test unplugs it; sound goes to where it would go without it."""

    changed = Signal()
    preferred = None

    def __init__(self) -> None:
        super().__init__()
        self.is_there = True

    def holds(self, _device: object) -> bool:
        """The library is left with the device that it chose."""
        return True

    def plug(self, *, is_in: bool) -> None:
        """Plug it in, or pull it out."""
        self.is_there = is_in
        self.changed.emit()


def plug_in(monkeypatch: pytest.MonkeyPatch) -> MadeUpDevice:
    """Have every player that is made play on this device."""
    device = MadeUpDevice()
    monkeypatch.setattr("practicecoder.ui.player.making.make_outputs", lambda: device)
    return device
