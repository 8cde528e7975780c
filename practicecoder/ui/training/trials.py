"""A coder's trials and their agreement by dimension, side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from practicecoder.codebook.model import Codebook
from practicecoder.services.training import CoderProgress, TrialRow, rows_of
from practicecoder.ui.tables import RowTable, RowTableModel
from practicecoder.ui.theme import DOUBLE, SPACE, Look, scaled
from practicecoder.ui.training.columns import TRIAL_COLUMNS, dimension_columns
from practicecoder.ui.training.words import progress_in_words
from practicecoder.ui.widgets.labels import button, card, label

if TYPE_CHECKING:
    from practicecoder.scoring.reliability.reference import AgainstReference

FEWEST_ROWS = 5
TABLE_PX = 560
"""Width of each table at the normal text size, so that no column is cut."""


class TrialsView(QWidget):
    """What is asked for and reached, the trials, and the dimensions of the latest attempt."""

    comparison_wanted = Signal(object)
    """The TrialRow to compare with its reference."""

    def __init__(self, codebook: Codebook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._steps = {d.dimension_id: float(d.scale.step) for d in codebook.dimensions}
        self._verdict = label("", self, Look.LEAD, wrapped=True)
        self._trials = RowTableModel(TRIAL_COLUMNS, key=lambda t: t.blind_code, parent=self)
        self._table = RowTable(self.tr("Trials"), self)
        self._table.set_placeholder(self.tr("No trial was submitted yet."))
        self._table.setSelectionMode(RowTable.SelectionMode.SingleSelection)
        self._table.show_model(self._trials)
        self._table.selection_changed.connect(self._check)
        self._table.row_activated.connect(self.comparison_wanted)
        self._dimensions: RowTableModel[AgainstReference] = RowTableModel(
            dimension_columns(), parent=self
        )
        self._by_dimension = RowTable(self.tr("Agreement by dimension, latest attempt"), self)
        self._by_dimension.set_placeholder(self.tr("Agreement appears with the first trial."))
        self._by_dimension.show_model(self._dimensions, sortable=False)
        self._compare = button(self.tr("Compare with the reference…"), self, self.compare)
        self._compare.setToolTip(self.tr("Ratings and evidence side by side (Enter)"))
        self._lay_out()
        self._check()

    @property
    def table(self) -> RowTable:
        """The trials."""
        return self._table

    @property
    def by_dimension(self) -> RowTable:
        """Agreement by dimension."""
        return self._by_dimension

    def show_progress(self, progress: CoderProgress) -> None:
        """Show a coder's trials."""
        self._verdict.setText(progress_in_words(progress))
        self._trials.set_rows(rows_of(self._steps, progress.attempts))
        attempt = progress.attempt
        self._dimensions.set_rows(
            () if attempt is None else (*attempt.result.dimensions, attempt.result.overall)
        )
        for table in (self._table, self._by_dimension):
            table.fit_columns()
        if self._trials.rows and not self._table.selected_rows():
            self._table.selectRow(0)
        self._check()

    def compare(self) -> None:
        """Ask for the comparison of the selected trial."""
        rows: tuple[TrialRow, ...] = self._table.selected_rows()
        if rows:
            self.comparison_wanted.emit(rows[0])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the tables under each other where there is no room for both."""
        super().resizeEvent(event)
        is_wide = self.width() >= 2 * scaled(TABLE_PX)
        direction = QBoxLayout.Direction
        self._tables.setDirection(direction.LeftToRight if is_wide else direction.TopToBottom)

    def _check(self) -> None:
        self._compare.setEnabled(bool(self._table.selected_rows()))

    def _lay_out(self) -> None:
        self._tables = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._tables.setSpacing(DOUBLE)
        for heading, table, foot in (
            (self.tr("Trials"), self._table, self._compare),
            (self.tr("By dimension, latest attempt"), self._by_dimension, None),
        ):
            frame, inside = card(self)
            inside.setContentsMargins(SPACE, SPACE, SPACE, SPACE)
            words = label(heading, frame, Look.HEADING)
            words.setContentsMargins(SPACE, SPACE, 0, 0)
            inside.addWidget(words)
            inside.addWidget(table, 1)
            table.take_room_for(FEWEST_ROWS)
            if foot is not None:
                line = QHBoxLayout()
                line.addWidget(foot)
                line.addStretch(1)
                inside.addLayout(line)
            self._tables.addWidget(frame, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE)
        layout.addWidget(self._verdict)
        layout.addLayout(self._tables, 1)
