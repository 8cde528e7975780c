"""Dialogs about how long sound is kept: its last day, and what is due to be deleted."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QCheckBox, QDateEdit, QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from practicecoder.services.retention import DueDeletion
from practicecoder.services.session_rows import SessionRow
from practicecoder.ui.accessibility import name, tab_as_laid_out
from practicecoder.ui.languages import translate
from practicecoder.ui.sessions.words import sessions_in_words
from practicecoder.ui.tables import RIGHT, Column, RowTable, RowTableModel
from practicecoder.ui.theme import DOUBLE, TRIPLE, Look
from practicecoder.ui.widgets.asking import AskingDialog, take_room
from practicecoder.ui.widgets.labels import button, button_box, label

_COLUMNS = (
    Column[DueDeletion](
        title="Session", text=lambda d: d.session.session_id, bold=lambda _: True
    ),
    Column[DueDeletion](
        title="Kept until", text=lambda d: str(d.until), sort_key=lambda d: d.until
    ),
    Column[DueDeletion](
        title="Days over", text=lambda d: str(d.days_over), sort_key=lambda d: d.days_over,
        alignment=RIGHT,
    ),
    Column[DueDeletion](
        title="Open codings", text=lambda d: str(d.n_open) if d.n_open else "",
        sort_key=lambda d: d.n_open, alignment=RIGHT,
        tooltip="Codings that are not submitted; without sound they cannot be finished by ear",
    ),
)  # fmt: skip


class DueSoundDialog(QDialog):
    """Lists sessions whose sound should be gone; nothing is deleted unless it is asked for."""

    wanted = Signal(object)
    """Ids of the sessions whose sound is to be deleted."""

    def __init__(self, due: Sequence[DueDeletion], parent: QWidget, *, may_write: bool) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Sound that is due to be deleted"))
        take_room(self, 640, 520)
        self._may_write = may_write
        model = RowTableModel(_COLUMNS, key=lambda d: d.session.session_id, parent=self)
        self.table = RowTable(self.tr("Sessions whose sound is due"), self)
        self.table.set_placeholder(
            self.tr(
                "No sound is due.\nUntil when it is kept stands in the study settings, or with a "
                "session."
            )
        )
        self.table.show_model(model)
        model.set_rows(tuple(due))
        self.table.fit_columns()
        self.sure = QCheckBox(
            self.tr("It cannot be brought back; I have &looked at the list"), self
        )
        buttons = button_box(self, QDialogButtonBox.StandardButton.Close)
        self.act = button("", self, self._finish, look=Look.PRIMARY)
        buttons.addButton(self.act, QDialogButtonBox.ButtonRole.ActionRole)
        self.act.setVisible(bool(due))
        self.sure.setVisible(bool(due))
        buttons.rejected.connect(self.reject)
        told = self.tr(
            "Recording and waveform are destroyed; backups hold no sound. "
            "Ratings, moments and quotes stay. Without a selection, all of them are meant."
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(TRIPLE, TRIPLE, TRIPLE, DOUBLE)
        layout.setSpacing(DOUBLE)
        layout.addWidget(label(self.windowTitle(), self, Look.TITLE))
        layout.addWidget(label(told, self, Look.MUTED, wrapped=True))
        layout.addWidget(self.table, 1)
        layout.addWidget(self.sure)
        layout.addWidget(buttons)
        self.table.selection_changed.connect(self._check)
        self.sure.toggled.connect(self._check)
        self._check()
        tab_as_laid_out(self)

    @property
    def chosen(self) -> tuple[DueDeletion, ...]:
        """The selected ones, or all."""
        selected: tuple[DueDeletion, ...] = self.table.selected_rows()
        return selected or tuple(self.table.rows_model().rows)

    def _finish(self) -> None:
        self.wanted.emit(tuple(one.session.session_id for one in self.chosen))
        self.accept()

    def _check(self) -> None:
        said = self.tr("Delete the sound of {}")
        self.act.setText(said.format(sessions_in_words(len(self.chosen))))
        is_able = self._may_write and bool(self.chosen)
        self.sure.setEnabled(is_able)
        self.act.setEnabled(is_able and self.sure.isChecked())


class KeepSoundDialog(AskingDialog):
    """Asks until which day the sound of sessions may be kept."""

    wanted = Signal(object)
    """The day, None to leave it to the rule of the study."""

    def __init__(self, rows: Sequence[SessionRow], today: date, parent: QWidget) -> None:
        super().__init__(
            _tr("Keep sound until"),
            _tr(
                "{}. On the day after, the sound is listed as due; a lead deletes it then. "
                "Without a day of their own, the rule in the study settings holds."
            ).format(sessions_in_words(len(rows))),
            _tr("Set"),
            parent,
        )
        days = {row.session.audio_until for row in rows}
        shown = next(iter(days)) if len(days) == 1 else None
        self.named = QCheckBox(self.tr("A &day of their own"), self)
        self.named.setChecked(shown is not None)
        self.day = QDateEdit(_qt_day(shown or today), self)
        self.day.setCalendarPopup(True)
        self.day.setDisplayFormat("yyyy-MM-dd")
        self.day.setEnabled(shown is not None)
        name(self.day, self.tr("Last day"))
        self.named.toggled.connect(self.day.setEnabled)
        self.form.addRow(self.named)
        self.form.addRow(self.tr("&Last day"), self.day)

    def finish(self) -> None:
        """Tell the day."""
        day = self.day.date()
        is_named = self.named.isChecked()
        self.wanted.emit(date(day.year(), day.month(), day.day()) if is_named else None)
        super().finish()


def _qt_day(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)


def _tr(text: str) -> str:
    return translate("Sessions", text)
