"""Keys as they come with the program, before and after each test."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from practicecoder.ui.keys.in_force import keys_in_force
from practicecoder.ui.keys.keymap import Keymap
from practicecoder.ui.settings import Pedals


@pytest.fixture(autouse=True)
def own_keys(qapp: QApplication) -> Iterator[None]:
    """Put the keys in force that the program comes with."""
    keys_in_force().put(Keymap.default(), Pedals())
    yield
    keys_in_force().put(Keymap.default(), Pedals())
