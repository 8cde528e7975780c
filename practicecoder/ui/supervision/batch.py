"""Asks for a period and a folder, and writes every report that was released in it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtCore import QDate, QStandardPaths
from PySide6.QtWidgets import QDateEdit, QFileDialog, QLineEdit, QWidget

from practicecoder.ui.accessibility import name
from practicecoder.ui.languages import translate
from practicecoder.ui.supervision.acts import SupervisionActs
from practicecoder.ui.widgets.asking import AskingDialog
from practicecoder.ui.widgets.labels import button, in_row, label
from practicecoder.ui.widgets.long_work import LongWork

USUAL_MONTHS = 6


class BatchDialog(AskingDialog):
    """Released reports of a period, each as it was released."""

    def __init__(self, acts: SupervisionActs, parent: QWidget) -> None:
        super().__init__(
            _tr("Released reports of a period"),
            _tr(
                "Each file is the one that was released. Its name holds the worker's code and the "
                "random code of the session, nothing more."
            ),
            _tr("Write"),
            parent,
        )
        self._acts = acts
        self._over = parent
        today = QDate.currentDate()
        self.first = self._day(today.addMonths(-USUAL_MONTHS), self.tr("First day of release"))
        self.last = self._day(today, self.tr("Last day of release"))
        documents = QStandardPaths.writableLocation(
            QStandardPaths.StandardLocation.DocumentsLocation
        )
        study = acts.services.path.name
        self.folder = QLineEdit(str(Path(documents or Path.home()) / f"{study}-reports"), self)
        name(self.folder, self.tr("Folder"))
        browse = button(self.tr("Choose…"), self, self._choose)
        name(browse, self.tr("Choose a folder"))
        self.form.addRow(self.tr("Released &from"), self.first)
        self.form.addRow(self.tr("&to"), self.last)
        caption = label(self.tr("F&older"), self)
        caption.setBuddy(self.folder)
        self.form.addRow(caption, in_row(self.folder, browse))
        self.folder.textChanged.connect(self._check)

    def finish(self) -> None:
        """Write the reports, with progress over the page."""
        services, actor = self._acts.services, self._acts.actor
        folder = Path(self.folder.text().strip()).expanduser()
        first, last = _python_day(self.first), _python_day(self.last)
        LongWork(
            self.tr("Writing reports"),
            lambda progress, cancelled: services.releases.write_released(
                folder,
                progress,
                first_day=first,
                last_day=last,
                actor=actor,
                cancelled=cancelled,
            ),
            self._over,
            on_success=lambda files: self._acts.told.emit(
                _tr("1 report was written.")
                if len(files) == 1
                else _tr("{} reports were written.").format(len(files))
            ),
        )
        super().finish()

    def _day(self, day: QDate, words: str) -> QDateEdit:
        edit = QDateEdit(day, self)
        edit.setCalendarPopup(True)
        edit.setDisplayFormat("yyyy-MM-dd")
        name(edit, words)
        return edit

    def _check(self) -> None:
        self.act.setEnabled(bool(self.folder.text().strip()))

    def _choose(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self.tr("Folder"), self.folder.text())
        if chosen:
            self.folder.setText(chosen)


def _python_day(edit: QDateEdit) -> date:
    day = edit.date()
    return date(day.year(), day.month(), day.day())


def _tr(text: str) -> str:
    return translate("Supervision", text)
