"""Whether the recording on the desk is the one that was taken in, and the way back to it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from practicecoder.domain.ids import Fingerprint
from practicecoder.errors import PracticeCoderError
from practicecoder.services.relinking import Relinked, RelinkingService, SoundState
from practicecoder.ui.accessibility import announce
from practicecoder.ui.errors import show_error, tell_bug
from practicecoder.ui.tasks import TaskHandle, run_task
from practicecoder.ui.theme import SPACE
from practicecoder.ui.widgets.flow import Flow
from practicecoder.ui.widgets.labels import button
from practicecoder.ui.widgets.long_work import Cancelled, LongWork, Progress


class SoundCheck(Flow):
    """Reads the recording through while coding begins; offers to find it if it is not whole."""

    not_whole = Signal(object)
    """A SoundState other than whole."""
    found = Signal()
    """The recording is whole again."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, spacing=SPACE)
        self._relinking: RelinkingService | None = None
        self._fingerprint: Fingerprint | None = None
        self._task: TaskHandle | None = None
        self.finding = button(self.tr("Find the file…"), self, self._ask_for_file)
        self.searching = button(self.tr("Search a folder…"), self, self._ask_for_folder)
        self.searching.setToolTip(
            self.tr("Look for all missing recordings of the study, whatever they are called")
        )
        self.add(self.finding, self.searching)
        self.hide()

    def begin(
        self, relinking: RelinkingService, fingerprint: Fingerprint, *, can_be_found: bool
    ) -> None:
        """Check a recording; ``can_be_found`` if the study may be written."""
        self.end()
        self._relinking, self._fingerprint = relinking, fingerprint

        def take(state: SoundState) -> None:
            self._task = None
            if state is not SoundState.WHOLE:
                self.setVisible(can_be_found)
                self.not_whole.emit(state)

        self._task = run_task(
            self,
            lambda: relinking.state_of(fingerprint),
            on_success=take,
            on_failure=self._failed,
        )

    def end(self) -> None:
        """Let go of the recording."""
        if self._task is not None:
            self._task.cancel()
            self._task = None
        self._relinking = self._fingerprint = None
        self.hide()

    def take_file(self, file: Path) -> None:
        """Take a file in as the recording if it is the same sound; else say so."""
        relinking, fingerprint = self._relinking, self._fingerprint
        if relinking is None or fingerprint is None:
            return

        def work(progress: Progress, _cancelled: Cancelled) -> None:
            progress(0.0, "")
            relinking.relink(fingerprint, file)

        LongWork(
            self.tr("Comparing the file with the recording"),
            work,
            self.window(),
            on_success=lambda _none: self._tell_found(self.tr("The recording is found.")),
            on_failure=lambda error: tell_bug(self.window(), error),
        )

    def search_folder(self, folder: Path) -> None:
        """Look for every recording of the study that is not whole."""
        relinking = self._relinking
        if relinking is None:
            return
        LongWork(
            self.tr("Looking for recordings"),
            lambda progress, cancelled: relinking.search(
                folder, progress=progress, cancelled=cancelled
            ),
            self.window(),
            on_success=self._searched,
            on_failure=lambda error: tell_bug(self.window(), error),
        )

    # Inside

    def _ask_for_file(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(self, self.tr("Find the file"))
        if chosen:
            self.take_file(Path(chosen))

    def _ask_for_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self.tr("Search a folder"))
        if chosen:
            self.search_folder(Path(chosen))

    def _searched(self, result: Relinked) -> None:
        if result.n_found:
            self._tell_found(result.sentence())
        else:
            show_error(
                self.window(),
                PracticeCoderError(
                    self.tr("No missing recording is in this folder. Choose another one.")
                ),
            )

    def _tell_found(self, words: str) -> None:
        announce(self, words, assertive=True)
        self.found.emit()

    def _failed(self, error: Exception) -> None:
        self._task = None
        if not isinstance(error, PracticeCoderError):
            raise error
        tell_bug(self.window(), error)
