"""An earlier state of a study from its backups: what there is, what is in it, and back to it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QMessageBox, QVBoxLayout, QWidget

from practicecoder.errors import StudyLockedError, WrongPassphraseError
from practicecoder.ui.accessibility import announce
from practicecoder.ui.errors import tell_bug
from practicecoder.ui.languages import translate
from practicecoder.ui.start.secret import SecretDialog
from practicecoder.ui.tables import RIGHT, Column, RowTable, RowTableModel
from practicecoder.ui.tasks import run_task
from practicecoder.ui.theme import DOUBLE, SPACE, TRIPLE, Look, dress
from practicecoder.ui.widgets.asking import take_room
from practicecoder.ui.widgets.labels import button_box, label
from practicecoder.ui.widgets.long_work import Cancelled, LongWork, Progress
from practicecoder.ui.widgets.room import in_words

if TYPE_CHECKING:
    from practicecoder.services.restoring import BackupFile

SIZE = (820, 460)
"""In pixels, at the normal text size."""


class Restoring(QObject):
    """Shows the backups of a study, restores the chosen one, and has the study opened."""

    restored = Signal(object)
    """Folder of a study that came back."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window

    def ask(self, path: Path, secret: str | None = None) -> None:
        """Show the backups of a study that is not open; ask for the secret of an encrypted one."""
        dialog = RestoreDialog(path, self._window, secret=secret)
        dialog.wanted.connect(lambda backup: self.restore(path, backup, secret))
        dialog.locked.connect(lambda was_wrong: self._ask_for_secret(path, was_wrong))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _ask_for_secret(self, path: Path, was_wrong: bool) -> None:
        dialog = SecretDialog(self._window, was_wrong=was_wrong)
        dialog.wanted.connect(lambda secret: self.ask(path, secret))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def restore(self, path: Path, backup: BackupFile, secret: str | None = None) -> None:
        """Put a backup in the place of the study."""

        def work(progress: Progress, _cancelled: Cancelled) -> Path | None:
            from practicecoder.services.restoring import restore_study

            progress(0.0, _tr("checking and copying the backup"))
            return restore_study(path, backup.path, secret=secret)

        LongWork(
            self.tr("Restoring a backup"),
            work,
            self._window,
            on_success=lambda aside: self._tell(path, backup, aside),
            on_failure=lambda error: tell_bug(self._window, error),
        )

    def _tell(self, path: Path, backup: BackupFile, aside: Path | None) -> None:
        words = self.tr("The study is as it was when the backup of {0} was made.").format(
            _moment(backup.made_at)
        )
        kept = (
            ""
            if aside is None
            else self.tr("What was in its place is kept as {0} in its backups folder.").format(
                aside.name
            )
        )
        box = QMessageBox(
            QMessageBox.Icon.Information,
            self.tr("The study was restored"),
            words,
            QMessageBox.StandardButton.Ok,
            self._window,
        )
        box.setInformativeText(kept)
        box.finished.connect(box.deleteLater)
        box.finished.connect(lambda _result: self.restored.emit(path))
        box.open()


class RestoreDialog(QDialog):
    """Lists backups by date with what is in them; a damaged one cannot be chosen.

    Enter in the list only goes on to the button: whoever entered a passphrase may press it twice.
    """

    wanted = Signal(object)
    """The chosen BackupFile."""
    locked = Signal(bool)
    """The backups are encrypted; True if the secret that was given is wrong."""

    def __init__(self, path: Path, parent: QWidget, *, secret: str | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Restore a backup"))
        take_room(self, *SIZE)
        self.table = RowTable(self.tr("Backups"), self)
        self.table.setSelectionMode(RowTable.SelectionMode.SingleSelection)
        self.table.set_placeholder(self.tr("The backups are being checked…"))
        self._model: RowTableModel[BackupFile] = RowTableModel(
            _columns(), key=lambda backup: backup.path, parent=self
        )
        self.table.show_model(self._model, sortable=False)
        self.table.selection_changed.connect(self._check)
        self._why = label("", self, Look.WARNING, wrapped=True)
        self._why.hide()
        buttons = button_box(self, QDialogButtonBox.StandardButton.Cancel)
        self.restoring = buttons.addButton(
            self.tr("Restore"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        dress(self.restoring, Look.PRIMARY)
        self.restoring.setEnabled(False)
        self.table.row_activated.connect(lambda _row: self.restoring.setFocus())
        buttons.accepted.connect(self._choose)
        buttons.rejected.connect(self.reject)
        lead = self.tr(
            "Choose the state to go back to. The present state is not deleted: it is kept as a "
            "dated file among the backups. Sessions that were withdrawn do not come back."
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(TRIPLE, TRIPLE, TRIPLE, DOUBLE)
        layout.setSpacing(SPACE)
        layout.addWidget(label(self.windowTitle(), self, Look.TITLE))
        layout.addWidget(label(str(path), self, Look.MUTED, wrapped=True))
        layout.addWidget(label(lead, self, wrapped=True))
        layout.addWidget(self.table, 1)
        layout.addWidget(self._why)
        layout.addWidget(buttons)
        self.table.setFocus()

        def work() -> tuple[BackupFile, ...]:
            from practicecoder.services.restoring import list_backups

            return list_backups(path, secret=secret)

        run_task(self, work, on_success=self._show, on_failure=self._fail)

    @property
    def backups(self) -> Sequence[BackupFile]:
        """Backups shown."""
        return self._model.rows

    def _show(self, backups: tuple[BackupFile, ...]) -> None:
        self.table.set_placeholder(self.tr("There are no backups in this study folder."))
        self._model.set_rows(backups)
        self.table.fit_columns(stretch=len(_columns()) - 1)
        newest = next((n for n, b in enumerate(backups) if b.is_sound and not b.is_replaced), None)
        if newest is not None:
            self.table.selectRow(newest)
        announce(self, self.tr("{0} backups").format(len(backups)))
        self._check()

    def _fail(self, error: Exception) -> None:
        self.reject()
        if isinstance(error, StudyLockedError | WrongPassphraseError):
            self.locked.emit(isinstance(error, WrongPassphraseError))
        else:
            tell_bug(self.parentWidget(), error)

    def _chosen(self) -> BackupFile | None:
        rows: tuple[BackupFile, ...] = self.table.selected_rows()
        return rows[0] if rows else None

    def _check(self) -> None:
        chosen = self._chosen()
        self.restoring.setEnabled(chosen is not None and chosen.is_sound)
        is_damaged = chosen is not None and not chosen.is_sound
        self._why.setVisible(is_damaged)
        if chosen is not None and is_damaged:
            self._why.setText(
                self.tr("This one cannot be restored: {0}.").format(chosen.fault.rstrip("."))
            )

    def _choose(self) -> None:
        chosen = self._chosen()
        if chosen is not None and chosen.is_sound:
            self.accept()
            self.wanted.emit(chosen)


def _columns() -> tuple[Column[BackupFile], ...]:
    return (
        Column(title="Made", text=lambda b: _moment(b.made_at), bold=lambda b: b.is_sound),
        Column(title="Size", text=lambda b: in_words(b.size_bytes), alignment=RIGHT),
        Column(title="Sessions", text=lambda b: _number(b.n_sessions), alignment=RIGHT),
        Column(title="Codings", text=lambda b: _number(b.n_codings), alignment=RIGHT),
        Column(
            title="Last act",
            text=lambda b: "" if b.last_act_at is None else _moment(b.last_act_at),
        ),
        Column(title="Check", text=_state, cell_tooltip=lambda b: b.fault),
    )


def _state(backup: BackupFile) -> str:
    if not backup.is_sound:
        return _tr("damaged")
    if backup.is_replaced:
        return _tr("✓ whole; replaced by a restoration")
    if backup.is_before_upgrade:
        return _tr("✓ whole; before an upgrade")
    return _tr("✓ whole")


def _number(count: int | None) -> str:
    return "" if count is None else str(count)


def _moment(at: datetime) -> str:
    """Day and time on this computer."""
    return f"{at.astimezone():%Y-%m-%d %H:%M}"


def _tr(text: str) -> str:
    return translate("Restoring", text)
