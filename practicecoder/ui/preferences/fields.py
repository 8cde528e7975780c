"""Fields of the preferences: numbers and choices with their title, unit and explanation."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import TypeVar

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QWidget

from practicecoder.ui.accessibility import name
from practicecoder.ui.preferences.catalogue import Words, in_language
from practicecoder.ui.settings import Limits
from practicecoder.ui.theme import DOUBLE, HALF, SPACE, Look, scaled
from practicecoder.ui.widgets.labels import label
from practicecoder.ui.widgets.spin_boxes import DecimalBox

E = TypeVar("E", bound=StrEnum)
FIELD_WIDTH = 180
"""In pixels at the normal text size."""


class NumberField(DecimalBox):
    """A number in a unit for people, kept in another: seconds on the screen, milliseconds inside.

    What is typed is taken over with Enter or on leaving, never figure by figure.
    """

    def __init__(
        self,
        limits: Limits,
        parent: QWidget,
        *,
        suffix: str,
        per_unit: float = 1.0,
        step: float = 1.0,
        decimals: int = 0,
    ) -> None:
        super().__init__(parent)
        self._per_unit = per_unit
        self.setDecimals(decimals)
        self.setRange(limits.least / per_unit, limits.most / per_unit)
        self.setSingleStep(step)
        self.setSuffix(suffix)
        self.setKeyboardTracking(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumWidth(scaled(FIELD_WIDTH))

    @property
    def kept(self) -> float:
        """The number in the unit in which it is kept."""
        return self.value() * self._per_unit

    def show_kept(self, kept: float) -> None:
        """Show a number that is given in the unit in which it is kept."""
        with QSignalBlocker(self):
            self.setValue(kept / self._per_unit)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll the page, unless one is in the field."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class ChoiceField(QComboBox):
    """One of a few words, each for a value."""

    def __init__(self, words: Mapping[E, str], parent: QWidget) -> None:
        super().__init__(parent)
        for value, text in words.items():
            self.addItem(in_language(text), value.value)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumWidth(scaled(FIELD_WIDTH))

    def chosen(self, kind: type[E]) -> E:
        """The chosen value."""
        return kind(self.currentData())

    def show_chosen(self, value: StrEnum) -> None:
        """Show a value."""
        with QSignalBlocker(self):
            self.setCurrentIndex(self.findData(value.value))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll the page, unless one is in the field."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class Form(QWidget):
    """Fields below each other: title, field, and below it what it does."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(HALF, HALF, HALF, HALF)  # room for the frame of the focus
        self._grid.setHorizontalSpacing(DOUBLE)
        self._grid.setVerticalSpacing(HALF)
        self._grid.setColumnStretch(1, 1)

    def add(self, words: Words, field: QWidget) -> None:
        """Put a field below the others."""
        title, about = words.shown()
        name(field, title, about)
        row = self._grid.rowCount()
        heading = label(title, self)
        heading.setBuddy(field)
        self._grid.addWidget(heading, row, 0)
        self._grid.addWidget(field, row, 1, Qt.AlignmentFlag.AlignLeft)
        if about:
            explanation = label(about, self, Look.MUTED, wrapped=True)
            self._grid.addWidget(explanation, row + 1, 1)
        self._grid.setRowMinimumHeight(row + 2, SPACE)
