"""One row for each column of a table: what it is taken for, by whom, and why."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QVBoxLayout, QWidget

from practicecoder.codebook.model import Codebook
from practicecoder.interchange.column_mapping import ColumnMapping, ColumnUse, Meaning
from practicecoder.ui.accessibility import name
from practicecoder.ui.importing.words import uses
from practicecoder.ui.theme import HALF, SPACE, Look, scaled
from practicecoder.ui.widgets.elided import ElidedLabel
from practicecoder.ui.widgets.labels import emptied, label

MOST_SHOWN = 250
"""Columns that can be changed by hand; those beyond keep what was suggested."""
TYPING_MS = 400
CODER_WIDTH = 88


class CalmCombo(QComboBox):
    """A choice that the wheel does not change in passing: the list around it is scrolled."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to what lies around, unless the choice has the focus."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class ColumnsPart(QWidget):
    """What every column is taken for; each can be changed."""

    changed = Signal(object)
    """The ColumnMapping with the change in it."""

    def __init__(self, codebook: Codebook, parent: QWidget) -> None:
        super().__init__(parent)
        self._choices = tuple(uses(codebook))
        self._mapping: ColumnMapping | None = None
        self._combos: dict[str, QComboBox] = {}
        self._coders: dict[str, QLineEdit] = {}
        self._whys: dict[str, ElidedLabel] = {}
        self._typing = QTimer(self, singleShot=True, interval=TYPING_MS)
        self._typing.timeout.connect(self._take_coders)
        self._rest = label("", self, Look.MUTED, wrapped=True)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(SPACE)
        self._grid.setVerticalSpacing(HALF)
        self._grid.setColumnStretch(0, 2)
        self._grid.setColumnStretch(3, 3)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE)
        layout.addWidget(label(self.tr("Columns"), self, Look.LEAD))
        layout.addLayout(self._grid)
        layout.addWidget(self._rest)

    def combo(self, column: str) -> QComboBox:
        """Field for what a column is taken for."""
        return self._combos[column]

    def coder_field(self, column: str) -> QLineEdit:
        """Field for the coder whose ratings a column holds."""
        return self._coders[column]

    def show_mapping(self, mapping: ColumnMapping | None) -> None:
        """Show a mapping in place of another; rows are made anew only for other columns."""
        before = self._mapping
        self._mapping = mapping
        if mapping is None or before is None or _names(before) != _names(mapping):
            self._typing.stop()
            self._make(mapping)
        if mapping is not None:
            for use in mapping.columns[:MOST_SHOWN]:
                self._show_use(use)

    def _make(self, mapping: ColumnMapping | None) -> None:
        emptied(self._grid)
        self._combos, self._coders, self._whys = {}, {}, {}
        columns = () if mapping is None else mapping.columns
        headings = (self.tr("In the file"), self.tr("Is"), self.tr("By coder"), self.tr("Why"))
        for number, heading in enumerate(headings if columns else ()):
            self._grid.addWidget(label(heading, self, Look.SMALL), 0, number)
        for row, use in enumerate(columns[:MOST_SHOWN], start=1):
            self._add(row, use)
        n_more = len(columns) - MOST_SHOWN
        self._rest.setText(
            self.tr("{0} further columns are taken as suggested.").format(max(n_more, 0))
        )
        self._rest.setVisible(n_more > 0)

    def _add(self, row: int, use: ColumnUse) -> None:
        told = ElidedLabel(self)
        told.setText(use.column)
        combo = CalmCombo(self)
        told.setBuddy(combo)
        combo.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        combo.setMinimumContentsLength(18)
        name(combo, self.tr("What {0} is").format(use.column))
        for data, words in self._choices:
            combo.addItem(words, "\n".join(data))
        combo.activated.connect(lambda _index, column=use.column: self._take_use(column))
        coder = QLineEdit(self)
        coder.setFixedWidth(scaled(CODER_WIDTH))
        coder.setPlaceholderText(self.tr("of the row"))
        name(coder, self.tr("Coder of {0}").format(use.column))
        coder.textEdited.connect(lambda _text: self._typing.start())
        coder.editingFinished.connect(self._take_coders)
        why = ElidedLabel(self)
        why.setProperty("look", Look.MUTED.value)
        self._combos[use.column], self._coders[use.column] = combo, coder
        self._whys[use.column] = why
        for number, widget in enumerate((told, combo, coder, why)):
            self._grid.addWidget(widget, row, number)

    def _show_use(self, use: ColumnUse) -> None:
        combo, coder = self._combos[use.column], self._coders[use.column]
        combo.setCurrentIndex(combo.findData(f"{use.meaning.value}\n{use.item}"))
        coder.setVisible(use.meaning is Meaning.RATING)
        if coder.text() != use.coder and not coder.hasFocus():
            coder.setText(use.coder)
        self._whys[use.column].setText(use.because)

    def _take_use(self, column: str) -> None:
        if self._mapping is None:
            return
        meaning, _, item = str(self._combos[column].currentData()).partition("\n")
        use = ColumnUse(
            column=column,
            meaning=Meaning(meaning),
            item=item,
            coder=self._coders[column].text().strip() if meaning == Meaning.RATING else "",
            because=self.tr("You said so."),
        )
        self.changed.emit(self._mapping.with_use(use))

    def _take_coders(self) -> None:
        """Take what was typed for coders, all of it at once."""
        self._typing.stop()
        if self._mapping is None:
            return
        typed = {column: field.text().strip() for column, field in self._coders.items()}
        columns = tuple(
            replace(use, coder=typed.get(use.column, use.coder))
            if use.meaning is Meaning.RATING
            else use
            for use in self._mapping.columns
        )
        if columns != self._mapping.columns:
            self.changed.emit(replace(self._mapping, columns=columns))


def _names(mapping: ColumnMapping) -> tuple[str, ...]:
    return tuple(use.column for use in mapping.columns)
