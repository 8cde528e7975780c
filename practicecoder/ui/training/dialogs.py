"""What a lead is asked for in training: recordings, trials, reasons, days."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QDateEdit, QLineEdit, QVBoxLayout, QWidget

from practicecoder.domain.certification import Certificate
from practicecoder.domain.ids import CoderId
from practicecoder.services.calibration import LONGEST_TEXT
from practicecoder.services.training_recordings import TrainingRecording
from practicecoder.ui.accessibility import name
from practicecoder.ui.languages import translate
from practicecoder.ui.tables import RowTable, RowTableModel
from practicecoder.ui.training.columns import candidate_columns, source_in_words
from practicecoder.ui.widgets.asking import AskingDialog, ReasonField, take_room

FEWEST_ROWS = 6


class MakeRecordingDialog(AskingDialog):
    """Asks which session becomes a training recording, and where its reference comes from."""

    wanted = Signal(object, object)
    """The session's id, and the id of the coding to take over; None: the lead codes it."""

    def __init__(
        self, recordings: Sequence[TrainingRecording], lead: CoderId, parent: QWidget
    ) -> None:
        super().__init__(
            _tr("Make a training recording"),
            _tr(
                "The reference is a copy of a submitted coding, best one that was agreed in a "
                "meeting, or you code the session yourself as its reference. The session and its "
                "codings stay data."
            ),
            _tr("Make"),
            parent,
        )
        take_room(self, 720, 560)
        self._lead = lead
        self._model: RowTableModel[TrainingRecording] = RowTableModel(
            candidate_columns(), key=lambda r: r.session_id, parent=self
        )
        self._find = QLineEdit(self)
        self._find.setPlaceholderText(self.tr("Find a session"))
        self._find.setClearButtonEnabled(True)
        name(self._find, self.tr("Find a session"))
        self._find.textChanged.connect(self._model.set_filter_text)
        self._table = RowTable(self.tr("Sessions"), self)
        self._table.set_placeholder(self.tr("No session could be made a training recording."))
        self._table.setSelectionMode(RowTable.SelectionMode.SingleSelection)
        self._table.show_model(self._model)
        self._model.set_rows([r for r in recordings if not r.is_training])
        self._table.fit_columns()
        self._table.take_room_for(FEWEST_ROWS)
        self._table.selection_changed.connect(self._show_sources)
        self._source = QComboBox(self)
        name(self._source, self.tr("Reference from"))
        self.body.addWidget(self._find)
        self.body.addWidget(self._table, 1)
        self.form.addRow(self.tr("&Reference from"), self._source)
        if self._model.rows:
            self._table.selectRow(0)
        self._show_sources()
        self._find.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def table(self) -> RowTable:
        """Sessions without a reference."""
        return self._table

    def finish(self) -> None:
        """Tell the session and the source."""
        rows = self._chosen()
        if rows:
            self.wanted.emit(rows[0].session_id, self._source.currentData())
        super().finish()

    def _chosen(self) -> tuple[TrainingRecording, ...]:
        return self._table.selected_rows()

    def _show_sources(self) -> None:
        self._source.clear()
        for row in self._chosen():
            agreed_first = sorted(row.sources, key=lambda s: s.role.value != "consensus")
            for source in agreed_first:
                self._source.addItem(
                    self.tr("The submitted coding: {}").format(source_in_words(source)),
                    source.coding_id,
                )
            if self._lead not in row.met:
                self._source.addItem(self.tr("I code it as its reference"), None)
        self.act.setEnabled(self._source.count() > 0)


class AssignTrialsDialog(AskingDialog):
    """Asks which coders are tried on training recordings."""

    wanted = Signal(object, object)
    """Session ids and coder ids."""

    def __init__(
        self,
        recordings: Sequence[TrainingRecording],
        coders: Sequence[CoderId],
        parent: QWidget,
    ) -> None:
        super().__init__(
            _tr("Assign training recordings"),
            _recordings_go(len(recordings)),
            _tr("Assign"),
            parent,
        )
        self._sessions = tuple(r.session_id for r in recordings)
        self._boxes: dict[CoderId, QCheckBox] = {}
        column = QVBoxLayout()
        column.setSpacing(6)
        for coder in coders:
            met = [r.session_id for r in recordings if coder in r.met]
            words = coder if not met else self.tr("{} – has met {}").format(coder, ", ".join(met))
            box = QCheckBox(words, self)
            box.setEnabled(not met)
            box.toggled.connect(self._check)
            self._boxes[coder] = box
            column.addWidget(box)
        self.form.addRow(self.tr("Coders"), column)
        self._check()

    @property
    def chosen(self) -> tuple[CoderId, ...]:
        """Coders who are to be tried."""
        return tuple(coder for coder, box in self._boxes.items() if box.isChecked())

    def finish(self) -> None:
        """Tell recordings and coders."""
        self.wanted.emit(self._sessions, self.chosen)
        super().finish()

    def _check(self) -> None:
        self.act.setEnabled(bool(self.chosen))


class RemoveReferenceDialog(AskingDialog):
    """Asks why a mistaken reference is taken off a session."""

    wanted = Signal(str, str)
    """The session's id and the reason."""

    def __init__(self, recording: TrainingRecording, parent: QWidget) -> None:
        super().__init__(
            _tr("Remove a reference"),
            _tr(
                "{} is no training recording any more. Trials that nobody has begun leave their "
                "queues; one that was begun waits for another reference. Your reason and what "
                "the reference held stay on record; other codings are not touched."
            ).format(recording.session_id),
            _tr("Remove reference"),
            parent,
        )
        self._recording = recording
        self._reason = ReasonField(self.tr("For example: the wrong coding was copied"), self)
        self._reason.textChanged.connect(self._check)
        self.form.addRow(self.tr("&Reason"), self._reason)
        self._check()

    def finish(self) -> None:
        """Tell the session and the reason."""
        self.wanted.emit(self._recording.session_id, self._reason.reason)
        super().finish()

    def _check(self) -> None:
        self.act.setEnabled(bool(self._reason.reason))


class EndCertificateDialog(AskingDialog):
    """Asks why a certificate ends before its day."""

    wanted = Signal(str, str)
    """The certificate's id and the reason."""

    def __init__(self, certificate: Certificate, parent: QWidget) -> None:
        super().__init__(
            _tr("End a certificate"),
            _tr(
                "The certificate of {0}, granted on {1}, is valid until {2}. It stays on record "
                "with your reason."
            ).format(certificate.coder_id, certificate.granted_on, certificate.expires_on),
            _tr("End certificate"),
            parent,
        )
        self._certificate = certificate
        self._reason = ReasonField(self.tr("For example: departs from the reference"), self)
        self._reason.textChanged.connect(self._check)
        self.form.addRow(self.tr("&Reason"), self._reason)
        self._check()

    def finish(self) -> None:
        """Tell the certificate and the reason."""
        self.wanted.emit(self._certificate.certificate_id, self._reason.reason)
        super().finish()

    def _check(self) -> None:
        self.act.setEnabled(bool(self._reason.reason))


class RecalibrateDialog(AskingDialog):
    """Asks when coders were brought together again, and what was done."""

    wanted = Signal(object, str)
    """The day and the text."""

    def __init__(self, today: date, parent: QWidget) -> None:
        super().__init__(
            _tr("Record a recalibration"),
            _tr(
                "A day on which coders were trained together again. It is a line in every plot of "
                "drift."
            ),
            _tr("Record"),
            parent,
        )
        latest = QDate(today.year, today.month, today.day)
        self._day = QDateEdit(latest, self)
        self._day.setMaximumDate(latest)
        self._day.setCalendarPopup(True)
        self._day.setDisplayFormat("yyyy-MM-dd")
        name(self._day, self.tr("Day"))
        self._text = QLineEdit(self)
        self._text.setMaxLength(LONGEST_TEXT)
        self._text.setPlaceholderText(self.tr("For example: two hours on evocation"))
        name(self._text, self.tr("What was done"))
        self._text.textChanged.connect(self._check)
        self.form.addRow(self.tr("&Day"), self._day)
        self.form.addRow(self.tr("&What was done"), self._text)
        self._check()

    def finish(self) -> None:
        """Tell day and text."""
        chosen = self._day.date()
        day = date(chosen.year(), chosen.month(), chosen.day())
        self.wanted.emit(day, self._text.text().strip())
        super().finish()

    def _check(self) -> None:
        self.act.setEnabled(bool(self._text.text().strip()))


def _recordings_go(n: int) -> str:
    if n == 1:
        return _tr(
            "1 training recording goes into each coder's queue, at places chosen by lot. There "
            "they look like any other session."
        )
    return _tr(
        "{0} training recordings go into each coder's queue, at places chosen by lot. There they "
        "look like any other session."
    ).format(n)


def _tr(text: str) -> str:
    return translate("Training", text)
