"""Ways to a study: open a folder, make a new one, make or open the demonstration study."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QMessageBox, QPushButton, QWidget

from practicecoder.errors import StudyDamagedError, StudyInUseError
from practicecoder.services import remembering
from practicecoder.ui.errors import tell_bug
from practicecoder.ui.security.changing import ChangePassphraseDialog
from practicecoder.ui.security.recovery_dialog import RecoveryCodeDialog
from practicecoder.ui.settings import Settings
from practicecoder.ui.start.locked import LockedStudies
from practicecoder.ui.start.model import is_study
from practicecoder.ui.start.packets import PacketOpening, is_packet
from practicecoder.ui.tasks import TaskControl, run_task
from practicecoder.ui.widgets.long_work import Cancelled, LongWork, Progress

if TYPE_CHECKING:
    from practicecoder.services.context import StudyServices
    from practicecoder.ui.start.new_study import NewStudy
    from practicecoder.vault.recovery_code import RecoveryCode


class StudyOpening(QObject):
    """Opens and makes studies in the background, and tells what stands in the way.

    Nothing is written before the person has seen why a study cannot be opened as usual.
    """

    opened = Signal(object)
    """Services of the study that was opened."""
    restore_requested = Signal(object)
    """Folder of a damaged study whose backups are to be shown."""
    busy_changed = Signal(bool)
    told = Signal(str)

    def __init__(
        self,
        window: QWidget,
        demonstration_folder: Path | None = None,
        *,
        settings: Settings | None = None,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._demonstration = demonstration_folder
        self.shows: Callable[[Path], bool] = lambda _path: False
        """Shows a study that is open in this window already; False if it is not."""
        self.locked = LockedStudies(window, settings)
        self.packets = PacketOpening(window)
        self.packets.opened.connect(self._succeed)
        self.locked.opened.connect(self._succeed)
        self.locked.refused.connect(self._fail)
        self.locked.waiting.connect(self._show_waiting)
        self.locked.told.connect(self.told)

    def choose(self) -> None:
        """Ask for a study folder and open it."""
        chosen = QFileDialog.getExistingDirectory(self._window, self.tr("Open study folder"))
        if chosen:
            self.open(Path(chosen))

    def open(
        self, path: Path, *, read_only: bool = False, title: str = "", secret: str | None = None
    ) -> None:
        """Open a study folder; what opens an encrypted one is asked for unless it is known.

        A packet is made a study folder first.
        """
        from practicecoder.services.studies import is_encrypted

        if is_packet(path):
            self.packets.open(path)
            return
        if not read_only and self.shows(path):
            return
        if secret is None and is_encrypted(path):
            self.locked.open(path, title or path.name, read_only=read_only)
            return

        upgrading = self.tr("An older version made this study. It is backed up and upgraded…")

        def work(control: TaskControl[str]) -> StudyServices:
            from practicecoder.services.studies import open_study

            return open_study(
                path,
                read_only=read_only,
                secret=secret,
                on_upgrade=lambda: control.report(upgrading),
            )

        self._begin(self.tr("Opening the study…"))
        run_task(
            self,
            work,
            on_success=self._succeed,
            on_failure=lambda error: self._fail(error, path, secret or ""),
            on_progress=self.told.emit,
        )

    def ask_for_new(self) -> None:
        """Ask what a new study needs, and make it."""
        from practicecoder.ui.start.new_study import NewStudyDialog

        dialog = NewStudyDialog(self._window)
        dialog.wanted.connect(self.make)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def ask_for_archive(self) -> None:
        """Show what a CACTI archive holds, ask what the study needs, and make it."""
        from practicecoder.ui.start.archive import ArchiveDialog

        dialog = ArchiveDialog(self._window)
        dialog.made.connect(self._succeed)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def make(self, wanted: NewStudy) -> None:
        """Make a new study and open it."""

        def work() -> StudyServices:
            from practicecoder.services.studies import create_study

            return create_study(
                wanted.folder,
                title=wanted.title,
                codebook=wanted.codebook,
                lead=wanted.lead,
                passphrase=wanted.passphrase,
            )

        self._begin(self.tr("Making the study…"))
        run_task(
            self,
            work,
            on_success=self._succeed,
            on_failure=lambda error: self._fail(error, wanted.folder),
        )

    def open_demonstration(self) -> None:
        """Open the demonstration study; it is made the first time."""
        folder = self._demonstration or _demonstration_folder()
        if is_study(folder):
            self.open(folder)
            return

        def work(progress: Progress, _cancelled: Cancelled) -> None:
            from practicecoder.services.demonstration import make_demonstration

            make_demonstration(folder, progress=progress)

        LongWork(
            self.tr("Making the demonstration study"),
            work,
            self._window,
            on_success=lambda _: self.open(folder),
        )

    def _begin(self, words: str) -> None:
        self.busy_changed.emit(True)
        self.told.emit(words)

    def show_recovery_code(self, code: RecoveryCode, title: str, path: Path) -> RecoveryCodeDialog:
        """Show a new recovery code, once."""
        dialog = RecoveryCodeDialog(code, title, path, self._window)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def _succeed(self, services: StudyServices, code: str = "") -> None:
        self._show_waiting(False)
        self.opened.emit(services)
        if services.new_recovery_code is not None:
            self.show_recovery_code(
                services.new_recovery_code, services.study.title, services.path
            )
        elif code and not services.read_only:
            self._ask_for_passphrase(services, code)

    def _ask_for_passphrase(self, services: StudyServices, code: str) -> None:
        """Whoever needed the recovery code has forgotten the passphrase."""

        def change(secret: str, new: str) -> None:
            services.passphrases.change(secret, new)
            remembering.forget(services.path)

        dialog = ChangePassphraseDialog(change, self._window, secret=code)
        dialog.changed.connect(lambda: self.told.emit(self.tr("The passphrase is changed.")))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _show_waiting(self, waits: bool) -> None:
        if waits:
            self._begin(self.tr("Opening the study…"))
        else:
            self.busy_changed.emit(False)
            self.told.emit("")

    def _fail(self, error: Exception, path: Path, secret: str = "") -> None:
        self._show_waiting(False)
        if isinstance(error, StudyInUseError):
            self._offer_reading(error, path, secret)
        elif isinstance(error, StudyDamagedError) and _has_backups(path):
            self._offer_backups(error, path)
        else:
            tell_bug(self._window, error)

    def _offer_reading(self, error: StudyInUseError, path: Path, secret: str) -> None:
        box = QMessageBox(
            QMessageBox.Icon.Information,
            self.tr("The study is open elsewhere"),
            error.user_message,
            QMessageBox.StandardButton.Cancel,
            self._window,
        )
        reading = QPushButton(self.tr("Open to read only"), box)
        box.addButton(reading, QMessageBox.ButtonRole.AcceptRole)
        box.setDefaultButton(reading)
        reading.clicked.connect(lambda: self.open(path, read_only=True, secret=secret or None))
        box.finished.connect(box.deleteLater)
        box.open()

    def _offer_backups(self, error: StudyDamagedError, path: Path) -> None:
        box = QMessageBox(
            QMessageBox.Icon.Warning,
            self.tr("The study is damaged"),
            error.user_message,
            QMessageBox.StandardButton.Cancel,
            self._window,
        )
        restoring = QPushButton(self.tr("Restore a backup…"), box)
        box.addButton(restoring, QMessageBox.ButtonRole.AcceptRole)
        box.setDefaultButton(restoring)
        restoring.clicked.connect(lambda: self.restore_requested.emit(path))
        box.finished.connect(box.deleteLater)
        box.open()


def _has_backups(path: Path) -> bool:
    return any((path / "backups").glob("study-*.db"))


def _demonstration_folder() -> Path:
    from platformdirs import user_data_path

    return user_data_path("practicecoder", appauthor=False) / "demonstration"
