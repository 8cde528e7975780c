"""What the acts of a page have in common: a dialog asks, a service does it, the page is told."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QWidget

from practicecoder.domain.ids import CoderId
from practicecoder.errors import PracticeCoderError
from practicecoder.services.changes import StudyChange
from practicecoder.services.context import StudyServices
from practicecoder.ui.errors import show_error
from practicecoder.ui.tasks import run_task
from practicecoder.ui.widgets.long_work import LongWork

T = TypeVar("T")


class Acting(QObject):
    """Opens dialogs over a widget and carries out what they ask for.

    ``actor`` is the person in whose name; None as long as nobody is chosen.
    """

    study_changed = Signal(object)
    failed = Signal(object)
    told = Signal(str)
    """A sentence for the status line."""

    def __init__(self, services: StudyServices, over: QWidget) -> None:
        super().__init__(over)
        self._services = services
        self._over = over
        self.actor: CoderId | None = None

    # For those who act

    def _open(self, dialog: QDialog) -> None:
        """Open a dialog that goes when it is closed."""
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _ask(self, dialog: QDialog, act: Callable[..., None]) -> None:
        """Open a dialog, and act as it says with its signal ``wanted``."""
        dialog.wanted.connect(act)  # type: ignore[attr-defined]  # every dialog that asks has it
        self._open(dialog)

    def _read(self, work: Callable[[], T], show: Callable[[T], object]) -> None:
        """Read in the background, and show what was read."""
        run_task(self._over, work, on_success=show, on_failure=self._refuse)

    def _work(self, title: str, work: Callable[[], T], tell: Callable[[T], None]) -> None:
        """Do in the background what takes a while, under a title."""
        LongWork(
            title,
            lambda _progress, _cancelled: work(),
            self._over,
            on_success=tell,
            on_failure=self._refuse,
        )

    def _do(self, act: Callable[[], StudyChange]) -> None:
        """Do at once, and tell what changed."""
        try:
            change = act()
        except PracticeCoderError as error:
            show_error(self._over, error)
        else:
            self.study_changed.emit(change)

    def _refuse(self, error: Exception) -> None:
        if isinstance(error, PracticeCoderError):
            show_error(self._over, error)
        else:
            self.failed.emit(error)
