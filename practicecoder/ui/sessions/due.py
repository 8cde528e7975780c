"""Days by which sessions are wanted: how they are entered, and the dialog that changes them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QDateEdit, QWidget

from practicecoder.domain.ids import CoderId
from practicecoder.services.session_rows import QueueState, SessionRow
from practicecoder.ui.accessibility import name
from practicecoder.ui.languages import translate
from practicecoder.ui.sessions.words import sessions_in_words
from practicecoder.ui.theme import Look
from practicecoder.ui.widgets.asking import AskingDialog
from practicecoder.ui.widgets.labels import in_row, label

USUAL_DAYS = 14
"""How far ahead a day is offered first."""


class DueField(QWidget):
    """A day that need not be named: a box to tick, and the day."""

    changed = Signal()

    def __init__(self, today: date, parent: QWidget) -> None:
        super().__init__(parent)
        self._named = QCheckBox(self.tr("by"), self)
        name(self._named, self.tr("Name a due date"))
        self._day = QDateEdit(_qt_day(today + timedelta(days=USUAL_DAYS)), self)
        self._day.setMinimumDate(_qt_day(today))
        self._day.setCalendarPopup(True)
        self._day.setDisplayFormat("yyyy-MM-dd")
        self._day.setEnabled(False)
        name(self._day, self.tr("Due date"))
        self._named.toggled.connect(self._day.setEnabled)
        self._named.toggled.connect(lambda _: self.changed.emit())
        self._day.dateChanged.connect(lambda _: self.changed.emit())
        self.setLayout(in_row(self._named, self._day, stretch=True))

    @property
    def due_on(self) -> date | None:
        """The day that is named; None if none is."""
        day = self._day.date()
        return date(day.year(), day.month(), day.day()) if self._named.isChecked() else None

    def show_day(self, due_on: date | None) -> None:
        """Show a day, or that none is named; one that is over cannot be named again."""
        self._named.setChecked(due_on is not None)
        if due_on is not None:
            self._day.setDate(_qt_day(due_on))


class DueDialog(AskingDialog):
    """Asks by which day sessions are wanted, of everybody who has them or of one coder."""

    wanted = Signal(object, object)
    """The coder's id, None for everybody, and the day, None for no day."""

    def __init__(self, rows: Sequence[SessionRow], today: date, parent: QWidget) -> None:
        super().__init__(
            _tr("Change due dates"),
            _tr(
                "{}. Coders see the day in their queue, which keeps its order. What is submitted "
                "is not touched. Without a day, nothing is due."
            ).format(sessions_in_words(len(rows))),
            _tr("Set"),
            parent,
        )
        self._coder = QComboBox(self)
        name(self._coder, self.tr("Whose queue"))
        self._coder.addItem(self.tr("Everybody who has them"), "")
        waiting = {c for row in rows for c in row.coders if c.state is not QueueState.SUBMITTED}
        for coder_id in sorted({c.coder_id for c in waiting if c.role.is_independent}):
            self._coder.addItem(coder_id, str(coder_id))
        self._due = DueField(today, self)
        days = [row.due_on for row in rows]
        self._due.show_day(days[0] if days and len(set(days)) == 1 else None)
        if not any(days):
            self._due.show_day(today + timedelta(days=USUAL_DAYS))
        self.form.addRow(self.tr("&Whose queue"), self._coder)
        self.form.addRow(self.tr("Due"), self._due)
        if rows and all(row.is_double_coded for row in rows):
            self.body.addWidget(label(_all_double(), self, Look.MUTED, wrapped=True))

    @property
    def coder_id(self) -> CoderId | None:
        """Whose queue it is about; None for everybody's."""
        return CoderId(str(self._coder.currentData())) if self._coder.currentData() else None

    def finish(self) -> None:
        """Tell whose queue, and the day."""
        self.wanted.emit(self.coder_id, self._due.due_on)
        super().finish()


def _all_double() -> str:
    return _tr(
        "All of these are coded by two or more. A day that no other session has would tell their "
        "coders so: choose other sessions along with them."
    )


def _qt_day(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)


def _tr(text: str) -> str:
    return translate("Sessions", text)
