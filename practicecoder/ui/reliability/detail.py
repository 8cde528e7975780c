"""What belongs to one item of the reliability table: its method, cautions and coders."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from practicecoder.ui.reliability.columns import CODER_COLUMNS
from practicecoder.ui.reliability.words import (
    coefficient_with_interval,
    dropped_in_words,
    explained,
)
from practicecoder.ui.tables import RowTable, RowTableModel
from practicecoder.ui.theme import DOUBLE, SPACE, TRIPLE, Look, dress, scaled
from practicecoder.ui.widgets.labels import label

if TYPE_CHECKING:
    from practicecoder.scoring.reliability.detail import CoderSummary
    from practicecoder.scoring.reliability.item import ItemReliability

HEIGHT_PX = 144
CODERS_PX = 320
MOST_CODERS = 4
"""More coders than this are scrolled to."""


class ItemDetail(QFrame):
    """Sentences at the left, the coders' means at the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        dress(self, Look.CARD)
        self.setMinimumHeight(HEIGHT_PX)
        self._title = label("", self, Look.HEADING)
        self._method = label("", self, Look.MUTED, wrapped=True)
        self._notes = label("", self, wrapped=True)
        self._model: RowTableModel[CoderSummary] = RowTableModel(CODER_COLUMNS, parent=self)
        self._coders = RowTable(self.tr("Coders of the item"), self)
        self._coders.show_model(self._model)
        words = QVBoxLayout()
        words.setSpacing(SPACE // 2)
        for part in (self._title, self._method, self._notes):
            words.addWidget(part)
        words.addStretch(1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(DOUBLE, SPACE, SPACE, SPACE)
        layout.setSpacing(TRIPLE)
        layout.addLayout(words, 1)
        layout.addWidget(self._coders, 0, Qt.AlignmentFlag.AlignTop)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Grow with the text."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        self._coders.setFixedWidth(scaled(CODERS_PX))

    def show_item(self, item: ItemReliability) -> None:
        """Show an item."""
        self._title.setText(f"{item.label}: {coefficient_with_interval(item.headline)}")
        self._method.setText(explained(item.headline).splitlines()[0] + ".")
        sentences = [note.sentence for note in item.notes]
        if item.n_dropped:
            sentences.append(dropped_in_words(item) + ".")
        self._notes.setText("\n".join(f"•  {sentence}" for sentence in sentences))
        self._model.set_rows(item.coders)
        self._coders.fit_columns()
        self._coders.be_as_high_as(MOST_CODERS)
