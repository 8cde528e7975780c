"""What the supervision page asks for: a response, a reason, who supervises whom."""

from __future__ import annotations

from collections import defaultdict

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QLineEdit,
    QMessageBox,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from practicecoder.domain.ids import CoderId, WorkerId
from practicecoder.domain.people import Role
from practicecoder.ui.accessibility import announce, name, tab_as_laid_out
from practicecoder.ui.languages import translate
from practicecoder.ui.supervision.acts import SupervisionActs
from practicecoder.ui.tables import Column, RowTable, RowTableModel
from practicecoder.ui.theme import DOUBLE, SPACE, TRIPLE, Look, scaled
from practicecoder.ui.widgets.asking import AskingDialog, ReasonField, take_room
from practicecoder.ui.widgets.labels import button, button_box, in_row, label

RESPONSE_HEIGHT_PX = 160


class ResponseDialog(AskingDialog):
    """Asks for the worker's own words, and stays until they are stored or given up."""

    wanted = Signal(str)

    def __init__(self, text: str, parent: QWidget, *, is_released: bool) -> None:
        super().__init__(
            _tr("The worker's response"),
            _tr(
                "In the worker's words, kept with the report. The report that was released does "
                "not hold them; release it again to print them."
            )
            if is_released
            else _tr("In the worker's words; printed on the report."),
            _tr("Keep"),
            parent,
        )
        self.words = QPlainTextEdit(text, self)
        self.words.setTabChangesFocus(True)
        self.words.setMinimumHeight(scaled(RESPONSE_HEIGHT_PX))
        name(self.words, self.tr("Words of the worker"))
        self.form.addRow(self.tr("&Words of the worker"), self.words)
        self._refusal = label("", self, Look.ERROR, wrapped=True)
        self._refusal.hide()
        self.body.addWidget(self._refusal)
        self._before = text.strip()
        self.words.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def refusal(self) -> str:
        """Why the words were not kept; empty if they were."""
        return self._refusal.text()

    def finish(self) -> None:
        """Tell the words; whoever keeps them accepts the dialog or refuses them."""
        self.act.setEnabled(False)
        self.wanted.emit(self.words.toPlainText().strip())

    def refuse(self, sentence: str) -> None:
        """Say why the words were not kept, and leave them to be changed."""
        self._refusal.setText(sentence)
        self._refusal.show()
        self.act.setEnabled(True)
        announce(self, sentence, assertive=True)

    def reject(self) -> None:
        """Close; words that were not kept are given up only if the person says so."""
        if self.words.toPlainText().strip() != self._before:
            question = self.tr("Close without keeping the words?")
            asked = QMessageBox.question(self, self.windowTitle(), question)
            if asked is not QMessageBox.StandardButton.Yes:
                return
        super().reject()


class TakeBackDialog(AskingDialog):
    """Asks why a release is taken back."""

    wanted = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(
            _tr("Take the release back"),
            _tr(
                "The report becomes a draft again and can be changed. The file that was handed "
                "over stays on record with the reason."
            ),
            _tr("Take back"),
            parent,
        )
        self.reason = ReasonField(_tr("For example: a sentence was wrong"), self)
        self.form.addRow(self.tr("&Reason"), self.reason)
        self.reason.textChanged.connect(self._check)
        self._check()
        self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def finish(self) -> None:
        """Tell the reason."""
        self.wanted.emit(self.reason.reason)
        super().finish()

    def _check(self) -> None:
        self.act.setEnabled(bool(self.reason.reason))


class SupervisorsDialog(QDialog):
    """Shows the supervisors of every worker; a lead names and ends them, many at once."""

    def __init__(self, acts: SupervisionActs, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Name supervisors"))
        take_room(self, 640, 560)
        self._acts = acts
        self._supervisors: dict[WorkerId, list[CoderId]] = {}
        self._find = QLineEdit(self)
        self._find.setPlaceholderText(self.tr("Find a worker"))
        self._find.setClearButtonEnabled(True)
        name(self._find, self.tr("Find a worker"))
        self._model: RowTableModel[WorkerId] = RowTableModel(
            (
                Column[WorkerId](title=self.tr("Worker"), text=str, bold=lambda _: True),
                Column[WorkerId](
                    title=self.tr("Supervisors"),
                    text=lambda w: ", ".join(self._supervisors.get(w, [])),
                ),
            ),
            key=str,
            parent=self,
        )
        self._find.textChanged.connect(self._model.set_filter_text)
        self.table = RowTable(self.tr("Workers"), self)
        self.table.set_placeholder(self.tr("The study has no workers yet."))
        self.table.show_model(self._model)
        self.table.selection_changed.connect(self._check)
        self.person = QComboBox(self)
        name(self.person, self.tr("Supervisor"))
        self.add = button(self.tr("&Name for the selected"), self, self._name, look=Look.PRIMARY)
        self.end = button(self.tr("&End for the selected"), self, self._end)
        self._told = label("", self, Look.MUTED, wrapped=True)
        self._lay_out()
        self._read()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(TRIPLE, TRIPLE, TRIPLE, DOUBLE)
        layout.setSpacing(DOUBLE)
        layout.addWidget(label(self.tr("Name supervisors"), self, Look.TITLE))
        layout.addWidget(
            label(
                self.tr(
                    "A supervisor reads about their own workers only. Select workers, choose the "
                    "person, and name or end."
                ),
                self,
                Look.MUTED,
                wrapped=True,
            )
        )
        layout.addWidget(self._find)
        layout.addWidget(self.table, 1)
        caption = label(self.tr("&Supervisor"), self)
        caption.setBuddy(self.person)
        layout.addLayout(
            in_row(caption, self.person, self.add, self.end, spacing=SPACE, stretch=True)
        )
        layout.addWidget(self._told)
        buttons = button_box(self, QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)
        tab_as_laid_out(self)

    def _read(self) -> None:
        services = self._acts.services
        found: dict[WorkerId, list[CoderId]] = defaultdict(list)
        for pair in services.supervisees.all():
            found[pair.worker_id].append(pair.supervisor_id)
        self._supervisors = dict(found)
        self._model.set_rows([worker.worker_id for worker in services.people.workers()])
        if not self.person.count():
            for coder in services.people.coders():
                if coder.is_a(Role.SUPERVISOR):
                    self.person.addItem(coder.coder_id, coder.coder_id)
        self.table.fit_columns(stretch=1)
        self._check()

    def _check(self) -> None:
        nobody = self.person.count() == 0
        can = bool(self.table.selected_rows()) and not nobody and not self._acts.refusal
        self.add.setEnabled(can)
        self.end.setEnabled(can)
        self._told.setText(
            self._acts.refusal
            or (
                self.tr("Nobody holds the role of a supervisor yet. Add the person under People.")
                if nobody
                else ""
            )
        )
        self._told.setVisible(bool(self._told.text()))

    def _name(self) -> None:
        service, actor = self._acts.services.supervisees, self._acts.actor
        workers, person = self._workers(), self._person()
        self._acts.change(
            lambda: service.name_supervisor(workers, person, actor=actor),
            done=self._read,
            over=self,
        )

    def _end(self) -> None:
        service, actor = self._acts.services.supervisees, self._acts.actor
        workers, person = self._workers(), self._person()
        self._acts.change(
            lambda: service.end_supervision(workers, person, actor=actor),
            done=self._read,
            over=self,
        )

    def _workers(self) -> list[WorkerId]:
        return [WorkerId(str(row)) for row in self.table.selected_rows()]

    def _person(self) -> CoderId:
        return CoderId(str(self.person.currentData()))


def _tr(text: str) -> str:
    return translate("Supervision", text)
