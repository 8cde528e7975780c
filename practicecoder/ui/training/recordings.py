"""The training recordings of a study, as the lead sees them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from practicecoder.domain.ids import CoderId
from practicecoder.services.context import StudyServices
from practicecoder.services.training_recordings import TrainingRecording
from practicecoder.ui.accessibility import name
from practicecoder.ui.icons import Icon
from practicecoder.ui.tables import RowTable, RowTableModel
from practicecoder.ui.theme import DOUBLE, SPACE
from practicecoder.ui.training.acts import TrainingActs
from practicecoder.ui.training.columns import recording_columns
from practicecoder.ui.widgets.labels import button, card


class RecordingsPanel(QWidget):
    """Sessions with a reference: make one, give them to coders."""

    def __init__(
        self, services: StudyServices, acts: TrainingActs, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._acts = acts
        self._may_write = not services.read_only
        self._every: tuple[TrainingRecording, ...] = ()
        self._coders: tuple[CoderId, ...] = ()
        self._model: RowTableModel[TrainingRecording] = RowTableModel(
            recording_columns(), key=lambda r: r.session_id, parent=self
        )
        self._table = RowTable(self.tr("Training recordings"), self)
        self._table.set_placeholder(
            self.tr(
                "No training recording yet.\nA training recording is a session with a reference "
                "coding that coders are compared with once they have submitted their own."
            )
        )
        self._table.show_model(self._model)
        self._table.selection_changed.connect(self._check)
        self._make = button(
            self.tr("Make a training recording…"), self, self.make, drawing=Icon.ADD
        )
        self._assign = button(self.tr("Assign to coders…"), self, self.assign)
        self._remove = button(self.tr("Remove reference…"), self, self.remove)
        self._lay_out()
        self._check()

    @property
    def table(self) -> RowTable:
        """The training recordings."""
        return self._table

    def show_recordings(
        self, recordings: Sequence[TrainingRecording], coders: Sequence[CoderId]
    ) -> None:
        """Show the sessions that have a reference, or are to get one."""
        self._every, self._coders = tuple(recordings), tuple(coders)
        self._model.set_rows([r for r in recordings if r.is_training])
        self._table.fit_columns()
        self._check()

    def focus_first(self) -> None:
        """Put the focus on the table, or on making the first one."""
        first = self._table if self._model.rows else self._make
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def make(self) -> None:
        """Make another training recording."""
        self._acts.make_recording(self._every)

    def assign(self) -> None:
        """Give the selected recordings to coders."""
        self._acts.assign(self._chosen(), self._coders)

    def remove(self) -> None:
        """Take a mistaken reference off the selected session."""
        chosen = self._chosen()
        if len(chosen) == 1 and not chosen[0].is_judged:
            self._acts.remove_reference(chosen[0])

    def _chosen(self) -> tuple[TrainingRecording, ...]:
        return self._table.selected_rows()

    def _check(self) -> None:
        self._make.setEnabled(self._may_write)
        chosen = self._chosen()
        self._assign.setEnabled(self._may_write and any(r.is_ready for r in chosen))
        is_kept = len(chosen) == 1 and chosen[0].is_judged
        self._remove.setEnabled(self._may_write and len(chosen) == 1 and not is_kept)
        told = self.tr("A reference made by mistake, before anybody was tried against it")
        if is_kept:
            told = self.tr("Coders were tried against this reference, so it stays")
        self._remove.setToolTip(told)
        name(self._remove, self.tr("Remove reference"), told)

    def _lay_out(self) -> None:
        frame, inside = card(self)
        inside.setContentsMargins(SPACE, SPACE, SPACE, SPACE)
        inside.addWidget(self._table)
        acts = QHBoxLayout()
        acts.setSpacing(SPACE)
        acts.addWidget(self._make)
        acts.addWidget(self._assign)
        acts.addWidget(self._remove)
        acts.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(DOUBLE)
        layout.addWidget(frame, 1)
        layout.addLayout(acts)
