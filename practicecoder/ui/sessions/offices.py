"""Offices of the study and their days of implementation, with what another day would do."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QDateEdit, QDialogButtonBox, QLineEdit, QWidget

from practicecoder.domain.ids import CoderId, OfficeId
from practicecoder.errors import PracticeCoderError
from practicecoder.services.context import StudyServices
from practicecoder.services.offices import DayPreview, OfficeDay
from practicecoder.ui.accessibility import name
from practicecoder.ui.errors import show_error
from practicecoder.ui.languages import translate
from practicecoder.ui.tables import RIGHT, Column, RowTable, RowTableModel
from practicecoder.ui.theme import Look
from practicecoder.ui.widgets.asking import AskingDialog, take_room
from practicecoder.ui.widgets.labels import in_row, label

_WIDTH_PX, _HEIGHT_PX = 640, 520

COLUMNS = (
    Column[OfficeDay](title="Office", text=lambda d: d.office.office_id, bold=lambda _: True),
    Column[OfficeDay](
        title="Day of implementation",
        text=lambda d: str(d.office.implementation_date or "–"),
    ),
    Column[OfficeDay](title="Sessions", text=lambda d: str(d.n_sessions), alignment=RIGHT),
    Column[OfficeDay](
        title="Phase by date",
        text=lambda d: str(d.n_by_date),
        alignment=RIGHT,
        tooltip="Sessions whose phase follows from their date and this day",
    ),
    Column[OfficeDay](
        title="Without date",
        text=lambda d: str(d.n_without_date),
        alignment=RIGHT,
        tooltip="Sessions that keep the days that were entered",
    ),
)


class OfficesDialog(AskingDialog):
    """Shows the days of all offices; changes one after a look at the consequences."""

    study_changed = Signal(object)

    def __init__(self, services: StudyServices, actor: CoderId | None, parent: QWidget) -> None:
        super().__init__(
            _tr("Offices"),
            _tr(
                "Days since implementation follow from the day of an office; the phase too, where "
                "it was not entered with the session."
            ),
            _tr("Set day"),
            parent,
        )
        self._services, self._actor = services, actor
        self._preview: DayPreview | None = None
        self._model = RowTableModel(COLUMNS, key=lambda d: d.office.office_id, parent=self)
        self._table = RowTable(_tr("Offices and their days"), self)
        self._table.show_model(self._model)
        self._office = QComboBox(self)
        name(self._office, _tr("Office"))
        self._is_known = QCheckBox(_tr("known"), self)
        name(self._is_known, _tr("The day is known"))
        self._day = QDateEdit(self)
        self._day.setCalendarPopup(True)
        self._day.setDisplayFormat("yyyy-MM-dd")
        name(self._day, _tr("Day of implementation"))
        self._reason = QLineEdit(self)
        self._reason.setPlaceholderText(_tr("For example: the team began two weeks later"))
        name(self._reason, _tr("Reason"))
        self.consequence = label("", self, Look.MUTED, wrapped=True)
        self.body.addWidget(self._table, 1)
        self.form.addRow(_tr("&Office"), self._office)
        self.form.addRow(_tr("&Day"), in_row(self._is_known, self._day, stretch=True))
        self.form.addRow(_tr("&Reason"), self._reason)
        self.form.addRow("", self.consequence)
        for buttons in self.findChildren(QDialogButtonBox):
            buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(_tr("Close"))
        self._read()
        self._office.currentIndexChanged.connect(self._show_office)
        self._is_known.toggled.connect(self._look)
        self._day.dateChanged.connect(self._look)
        self._reason.textChanged.connect(self._check)
        self._show_office()
        take_room(self, _WIDTH_PX, _HEIGHT_PX)

    @property
    def day(self) -> date | None:
        """The day that is entered; None if it is not known."""
        day = self._day.date()
        return date(day.year(), day.month(), day.day()) if self._is_known.isChecked() else None

    def finish(self) -> None:
        """Set the day; the dialog stays open for the next office."""
        office_id = self._chosen()
        if office_id is None:
            return
        try:
            change = self._services.offices.set_day(
                office_id, self.day, actor=self._actor, reason=self._reason.text()
            )
        except PracticeCoderError as error:
            show_error(self, error)
            return
        self.study_changed.emit(change)
        self._reason.clear()
        self._read()
        self._show_office()

    def _chosen(self) -> OfficeId | None:
        office_id = self._office.currentData()
        return None if office_id is None else OfficeId(str(office_id))

    def _read(self) -> None:
        days, before = self._services.offices.days(), self._chosen()
        self._model.set_rows(days)
        self._table.fit_columns(stretch=1)
        self._office.blockSignals(True)
        self._office.clear()
        for day in days:
            self._office.addItem(day.office.office_id, str(day.office.office_id))
        if before is not None:
            self._office.setCurrentIndex(self._office.findData(str(before)))
        self._office.blockSignals(False)
        self._days = {day.office.office_id: day.office.implementation_date for day in days}

    def _show_office(self) -> None:
        office_id = self._chosen()
        day = None if office_id is None else self._days[office_id]
        today = self._services.context.now().date()
        shown = day or today
        for field in (self._is_known, self._day):
            field.blockSignals(True)
        self._is_known.setChecked(day is not None)
        self._day.setDate(QDate(shown.year, shown.month, shown.day))
        for field in (self._is_known, self._day):
            field.blockSignals(False)
        self._look()

    def _look(self) -> None:
        office_id = self._chosen()
        self._day.setEnabled(self._is_known.isChecked())
        self._preview = (
            None if office_id is None else self._services.offices.preview(office_id, self.day)
        )
        self.consequence.setText("" if self._preview is None else self._preview.sentence)
        self._check()

    def _check(self) -> None:
        found = self._preview
        changes = found is not None and found.before != found.day
        needs_reason = found is not None and found.before is not None
        said = bool(self._reason.text().strip()) or not needs_reason
        self._reason.setEnabled(changes and needs_reason)
        self.act.setEnabled(changes and said and not self._services.read_only)


def _tr(text: str) -> str:
    return translate("Sessions", text)
