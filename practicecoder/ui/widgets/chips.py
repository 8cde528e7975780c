"""A row of filter buttons of which one is chosen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget

from practicecoder.ui.theme import SPACE, Look, dress
from practicecoder.ui.widgets.flow import Flow


class Chips(Flow):
    """Choices in lines, as many as fit, each with a count; the first one stands for all."""

    chosen = Signal(str)
    """Key of the chosen one."""

    def __init__(self, accessible_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, spacing=SPACE)
        self.setAccessibleName(accessible_name)
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._buttons: dict[str, QPushButton] = {}

    @property
    def key(self) -> str:
        """Key of the chosen one; empty if there are no choices."""
        return next((key for key, chip in self._buttons.items() if chip.isChecked()), "")

    def show_choices(self, choices: Sequence[tuple[str, str, int]]) -> None:
        """Show choices as key, words and count; what was chosen stays chosen if it is there."""
        before = self.key
        if [key for key, _, _ in choices] != list(self._buttons):
            self._rebuild([key for key, _, _ in choices])
        for key, words, count in choices:
            self._buttons[key].setText(f"{words} {count}")
            self._buttons[key].setAccessibleName(f"{words}: {count}")
        if choices:
            after = before if before in self._buttons else choices[0][0]
            self._buttons[after].setChecked(True)
            if after != before:
                self.chosen.emit(after)

    def choose(self, key: str) -> None:
        """Choose by key."""
        self._buttons[key].click()

    def _rebuild(self, keys: Sequence[str]) -> None:
        for chip in self._buttons.values():
            self._group.removeButton(chip)
        self.empty()
        self._buttons = {}
        for key in keys:
            chip = QPushButton(self)
            chip.setCheckable(True)
            chip.setAutoDefault(False)
            dress(chip, Look.CHIP)
            chip.clicked.connect(lambda _checked=False, key=key: self.chosen.emit(key))
            self._group.addButton(chip)
            self._buttons[key] = chip
        self.add(*self._buttons.values())
