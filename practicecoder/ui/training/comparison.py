"""A trial beside its reference: ratings, levels apart, and the evidence of both."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from practicecoder.codebook.model import Codebook
from practicecoder.services.comparing import DimensionComparison
from practicecoder.services.training import CODER, REFERENCE, TrialComparison
from practicecoder.services.training_words import result_in_words
from practicecoder.ui.tables import RowTable, RowTableModel
from practicecoder.ui.theme import DOUBLE, SPACE, TRIPLE, Look
from practicecoder.ui.training.columns import comparison_columns, evidence_in_lines
from practicecoder.ui.widgets.asking import take_room
from practicecoder.ui.widgets.labels import button_box, card, label


class ComparisonDialog(QDialog):
    """Shows one trial; the widest differences come first."""

    def __init__(
        self, comparison: TrialComparison, codebook: Codebook, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._comparison = comparison
        self.setWindowTitle(self.tr("Comparison with the reference"))
        take_room(self, 960, 620)
        self._model: RowTableModel[DimensionComparison] = RowTableModel(
            comparison_columns(codebook), key=lambda row: row.dimension_id, parent=self
        )
        self._model.set_rows(comparison.rows)
        self._table = RowTable(self.tr("Ratings of trial and reference"), self)
        self._table.setSelectionMode(RowTable.SelectionMode.SingleSelection)
        self._table.show_model(self._model)
        self._table.selection_changed.connect(self._show_evidence)
        self._evidence = {
            CODER: label("", self, wrapped=True),
            REFERENCE: label("", self, wrapped=True),
        }
        self._lay_out()
        self._table.selectRow(0)
        self._table.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def table(self) -> RowTable:
        """One row for each dimension."""
        return self._table

    def sentence(self) -> str:
        """What was reached on this recording."""
        found, overall = self._comparison, self._comparison.result.overall
        trial = (
            self.tr("Trial {0}")
            if found.session_id is None
            else self.tr("Trial {0} of {1}, session {2}")
        ).format(found.blind_code, found.coder_id, found.session_id)
        by = self.tr("reference") if found.reference_by is None else self.tr("reference by {0}")
        told = self.tr("{0} ratings compared: {1}.")
        if not overall.n_ratings:
            told = self.tr("Nothing to compare.")
        outcome = told.format(overall.n_ratings, result_in_words(overall))
        return f"{trial}; {by.format(found.reference_by)}. {outcome}"

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(TRIPLE, TRIPLE, TRIPLE, DOUBLE)
        layout.setSpacing(DOUBLE)
        layout.addWidget(label(self.tr("Comparison with the reference"), self, Look.TITLE))
        layout.addWidget(label(self.sentence(), self, Look.MUTED, wrapped=True))
        frame, inside = card(self)
        inside.setContentsMargins(SPACE, SPACE, SPACE, SPACE)
        inside.addWidget(self._table)
        layout.addWidget(frame, 1)
        for part, heading in (
            (CODER, self.tr("Evidence of the trial")),
            (REFERENCE, self.tr("Evidence of the reference")),
        ):
            layout.addWidget(label(heading, self, Look.HEADING))
            layout.addWidget(self._evidence[part])
        buttons = button_box(self, QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)

    def _show_evidence(self) -> None:
        rows: tuple[DimensionComparison, ...] = self._table.selected_rows()
        for part, shown in self._evidence.items():
            lines = evidence_in_lines(rows[0].evidence[part]) if rows else ""
            shown.setText(lines or self.tr("None noted for this dimension."))
