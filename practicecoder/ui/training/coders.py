"""Everyone who codes: certificates, attempts, trials; what the lead does about them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from practicecoder.services.calibration import DueCheck
from practicecoder.services.context import StudyServices
from practicecoder.services.training import CertificateState, CoderProgress, TrialRow
from practicecoder.ui.tables import RowTable, RowTableModel
from practicecoder.ui.theme import DOUBLE, SPACE, Look, scaled
from practicecoder.ui.training.acts import TrainingActs
from practicecoder.ui.training.columns import CODER_COLUMNS
from practicecoder.ui.training.trials import TrialsView
from practicecoder.ui.widgets.labels import button, card, label
from practicecoder.ui.widgets.scrolling import Scrolling

MOST_CODERS = 8
EMPTY_PX = 112
"""Height of the table without rows, at the normal text size."""
_VALID = (CertificateState.VALID, CertificateState.EXPIRING)


class CodersPanel(Scrolling):
    """The table of coders, and below it the trials of the one that is selected."""

    def __init__(
        self, services: StudyServices, acts: TrainingActs, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._acts = acts
        self._may_write = not services.read_only
        self._model = RowTableModel(CODER_COLUMNS, key=lambda p: p.coder_id, parent=self)
        self._table = RowTable(self.tr("Coders"), self)
        self._table.set_placeholder(self.tr("Nobody codes in this study yet."))
        self._table.setSelectionMode(RowTable.SelectionMode.SingleSelection)
        self._table.show_model(self._model)
        self._table.selection_changed.connect(self._show_coder)
        self._grant = button(self.tr("Grant certificate"), self, self.grant, look=Look.PRIMARY)
        self._end = button(self.tr("End certificate…"), self, self.end)
        self._schedule = button(self.tr("Slip in checks"), self, acts.schedule)
        self._due = label("", self, Look.MUTED, wrapped=True)
        self.trials = TrialsView(services.codebook, self)
        self.trials.comparison_wanted.connect(self._compare)
        self._lay_out()
        self._show_coder()

    @property
    def table(self) -> RowTable:
        """The coders."""
        return self._table

    def show_coders(self, coders: Sequence[CoderProgress], due: Sequence[DueCheck]) -> None:
        """Show everyone, and who is to be checked."""
        self._model.set_rows(coders)
        self._table.fit_columns()
        self._fit()
        if coders and not self._table.selected_rows():
            self._table.selectRow(0)
        waiting = [check.coder_id for check in due if check.is_waiting]
        to_check = [check.coder_id for check in due if not check.is_waiting]
        parts = []
        if to_check:
            parts.append(self.tr("A check for drift is due: {}.").format(", ".join(to_check)))
        if waiting:
            parts.append(self.tr("In the queue already: {}.").format(", ".join(waiting)))
        self._due.setText(" ".join(parts))
        self._due.setVisible(bool(parts))
        self._schedule.setEnabled(self._may_write and bool(to_check))
        self._show_coder()

    def focus_first(self) -> None:
        """Put the focus on the table."""
        self._table.setFocus(Qt.FocusReason.OtherFocusReason)

    def grant(self) -> None:
        """Grant the selected coder a certificate."""
        if (progress := self._chosen()) is not None:
            self._acts.grant(progress.coder_id)

    def end(self) -> None:
        """End the certificate of the selected coder."""
        progress = self._chosen()
        if progress is not None and progress.certificate is not None:
            self._acts.end(progress.certificate)

    def changeEvent(self, event: QEvent) -> None:
        """Fit the table to the text size."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange and hasattr(self, "_table"):
            QTimer.singleShot(0, self, self._fit)  # the table changes after its page

    # Inside

    def _fit(self) -> None:
        if self._model.rows:
            self._table.be_as_high_as(MOST_CODERS)
        else:
            self._table.setFixedHeight(scaled(EMPTY_PX))

    def _chosen(self) -> CoderProgress | None:
        rows: tuple[CoderProgress, ...] = self._table.selected_rows()
        return rows[0] if rows else None

    def _compare(self, row: TrialRow) -> None:
        if (progress := self._chosen()) is not None:
            self._acts.compare(row.blind_code, progress.coder_id)

    def _show_coder(self) -> None:
        progress = self._chosen()
        self.trials.setVisible(progress is not None)
        can_grant = progress is not None and progress.may_be_granted
        can_end = progress is not None and progress.state in _VALID
        self._grant.setEnabled(self._may_write and can_grant)
        self._end.setEnabled(self._may_write and can_end)
        if progress is not None:
            self.trials.show_progress(progress)

    def _lay_out(self) -> None:
        frame, inside = card(self.content)
        inside.setContentsMargins(SPACE, SPACE, SPACE, SPACE)
        inside.addWidget(self._table)
        acts = QHBoxLayout()
        acts.setSpacing(SPACE)
        for act in (self._grant, self._end, self._schedule):
            acts.addWidget(act)
        acts.addWidget(self._due, 1)
        acts.addStretch(0)
        top = QVBoxLayout()
        top.setSpacing(DOUBLE)
        top.addWidget(frame)
        top.addLayout(acts)
        self.column.addLayout(top)
        self.column.addWidget(self.trials, 1)
