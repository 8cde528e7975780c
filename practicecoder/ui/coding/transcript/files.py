"""Ways into and out of the transcript: import, recognition of speech, saving, removing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog, QFileDialog, QMenu, QMessageBox, QWidget

from practicecoder.errors import PracticeCoderError
from practicecoder.services.changes import StudyChange
from practicecoder.services.context import StudyServices
from practicecoder.services.speech import recognise
from practicecoder.ui.accessibility import announce
from practicecoder.ui.coding.open_coding import OpenCoding
from practicecoder.ui.coding.transcript.importing import ImportDialog
from practicecoder.ui.coding.transcript.recognising import RecogniseDialog
from practicecoder.ui.coding.transcript.saving import SaveDialog
from practicecoder.ui.errors import show_error, tell_bug
from practicecoder.ui.settings import Settings
from practicecoder.ui.tasks import TaskControl, TaskHandle, run_task
from practicecoder.vault.sound_file import SoundFile

if TYPE_CHECKING:
    from practicecoder.interchange.transcripts.forms import ReadTranscript


class TranscriptFiles(QObject):
    """Carries out what the menu of the transcript offers; each way asks before it stores."""

    changed = Signal(object)
    """The StudyChange of an import or removal."""
    recognition_changed = Signal(object)
    """Share of the recording that is recognised, 0 to 1; None when that has ended."""

    def __init__(self, services: StudyServices, settings: Settings, parent: QWidget) -> None:
        super().__init__(parent)
        self._services = services
        self._settings = settings
        self._owner = parent
        self._place = parent
        self._coding: OpenCoding | None = None
        self._recognition: TaskHandle | None = None
        self._has_transcript = self._editable = False
        self.menu = QMenu(self.tr("Transcript"), parent)
        self._import = self._entry(self.tr("Import a transcript…"), self.choose_file)
        self._recognise_entry = self._entry(
            self.tr("Recognise speech on this computer…"), self.recognise
        )
        self._save = self._entry(self.tr("Save as WebVTT or SRT…"), self.save)
        self._remove = self._entry(self.tr("Remove the transcript…"), self.remove)
        self.menu.insertSeparator(self._save)

    # State

    @property
    def may_import(self) -> bool:
        """Whether a transcript may be added or replaced."""
        return self._editable

    def open_coding(self, coding: OpenCoding | None) -> None:
        """Work for a coding; None while there is none. What is being recognised is given up."""
        self._end_recognition()
        self._coding = coding
        if coding is None:
            self.show_state(has_transcript=False, editable=False)

    def show_state(self, *, has_transcript: bool, editable: bool) -> None:
        """Offer what is possible."""
        self._has_transcript, self._editable = has_transcript, editable
        self._offer()

    def set_menu_place(self, place: QWidget) -> None:
        """Take the button under which the menu opens."""
        self._place = place

    # Acts

    def open(self) -> None:
        """Import a transcript where there is none, else offer what can be done with it."""
        if self._coding is None:
            return
        if not self._has_transcript and self._editable:
            self.choose_file()
        else:
            below = QPoint(0, self._place.height())
            self.menu.popup(self._place.mapToGlobal(below))

    def choose_file(self) -> None:
        """Open the import; its first step is to choose a file."""
        self._open_import()

    def import_file(self, file: Path) -> None:
        """Open the import on a file."""
        dialog = self._open_import()
        if dialog is not None:
            dialog.read_file(file)

    def recognise(self) -> None:
        """Turn the recording's speech into lines, and import those."""
        if self._coding is None or not self._editable or self._recognition is not None:
            return
        recording = self._coding.desk.recording
        dialog = RecogniseDialog(self._settings, recording, self._owner)
        if recording is not None:
            dialog.start_wanted.connect(
                lambda folder, language: self._begin_recognition(recording, folder, language)
            )
        self._show(dialog)

    def stop_recognition(self) -> None:
        """Give up what is being recognised."""
        self._end_recognition()
        announce(self._owner, self.tr("Stopped. Nothing was changed."))

    def save(self) -> None:
        """Write the transcript to a file, once the person knows what the file will not hold."""
        if self._coding is None or not self._has_transcript:
            return
        dialog = SaveDialog(self._services.transcripts.losses, self._owner)
        dialog.format_chosen.connect(self._ask_where)
        self._show(dialog)

    def save_to(self, out: Path) -> None:
        """Write the transcript to a file in the format of its ending."""
        if self._coding is None:
            return
        try:
            self._services.transcripts.write(self._coding.coding, out)
        except PracticeCoderError as error:
            show_error(self._owner, error)
        else:
            announce(self._owner, self.tr("The transcript is saved"))

    def remove(self) -> None:
        """Remove the transcript, after asking."""
        if self._coding is None or not (self._has_transcript and self._editable):
            return
        box = QMessageBox(
            QMessageBox.Icon.Question,
            self.tr("Remove the transcript"),
            self.tr(
                "Remove the transcript of this session? Everyone who codes the session loses it. "
                "Evidence made from it stays, with its words. This cannot be undone."
            ),
            QMessageBox.StandardButton.Cancel,
            self._owner,
        )
        removing = box.addButton(self.tr("Remove"), QMessageBox.ButtonRole.DestructiveRole)
        box.setDefaultButton(QMessageBox.StandardButton.Cancel)
        box.buttonClicked.connect(lambda b: self._remove_now() if b is removing else None)
        self._show(box)

    # Inside

    def _offer(self) -> None:
        has_transcript, editable = self._has_transcript, self._editable
        replacing = self.tr("Replace the transcript…")
        self._import.setText(replacing if has_transcript else self.tr("Import a transcript…"))
        self._import.setEnabled(editable)
        self._recognise_entry.setEnabled(editable and self._recognition is None)
        self._save.setEnabled(has_transcript)
        self._remove.setEnabled(has_transcript and editable)

    def _open_import(self) -> ImportDialog | None:
        coding = self._coding
        if coding is None or not self._editable:
            return None
        dialog = ImportDialog(self._services.transcripts, coding, self._owner)
        dialog.imported.connect(self._imported)
        dialog.recognise_wanted.connect(self.recognise)
        self._show(dialog)
        return dialog

    def _begin_recognition(self, recording: SoundFile, folder: Path, language: str) -> None:
        """Recognise speech beside the coding; what comes of it is shown before it is stored."""

        def work(control: TaskControl[float]) -> ReadTranscript:
            return recognise(
                recording,
                folder,
                language=language or None,
                on_progress=control.report,
                cancelled=control.is_cancelled,
            )

        def succeeded(read: ReadTranscript) -> None:
            self._end_recognition()
            self._import_recognised(read)

        def failed(error: Exception) -> None:
            self._end_recognition()
            tell_bug(self._owner, error)

        self.recognition_changed.emit(0.0)
        self._recognition = run_task(
            self,
            work,
            on_success=succeeded,
            on_failure=failed,
            on_progress=self.recognition_changed.emit,
        )
        self._offer()

    def _end_recognition(self) -> None:
        if self._recognition is not None:
            self._recognition.cancel()
            self._recognition = None
            self.recognition_changed.emit(None)
            self._offer()

    def _import_recognised(self, read: ReadTranscript) -> None:
        dialog = self._open_import()
        if dialog is not None:
            dialog.show_read(read, self.tr("Speech of the recording"))

    def _imported(self, change: StudyChange) -> None:
        announce(self._owner, self.tr("The transcript is imported"))
        self.changed.emit(change)

    def _ask_where(self, suffix: str) -> None:
        if self._coding is None:
            return
        chooser = QFileDialog(self._owner, self.tr("Save the transcript"))
        chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        chooser.setNameFilter(f"*{suffix}")
        chooser.setDefaultSuffix(suffix.lstrip("."))
        chooser.selectFile(f"{self._coding.desk.blind_code}{suffix}")
        chooser.fileSelected.connect(lambda file: self.save_to(Path(file)))
        self._show(chooser)

    def _remove_now(self) -> None:
        if self._coding is None:
            return
        try:
            change = self._services.transcripts.remove(self._coding.coding)
        except PracticeCoderError as error:
            show_error(self._owner, error)
            return
        announce(self._owner, self.tr("The transcript is removed"))
        self.changed.emit(change)

    def _show(self, dialog: QDialog) -> None:
        """Show a dialog; when it is closed the keys go to the page again."""
        dialog.finished.connect(dialog.deleteLater)
        dialog.finished.connect(self._owner.window().activateWindow)
        dialog.open()

    def _entry(self, words: str, act: Callable[[], object]) -> QAction:
        entry = QAction(words, self)
        entry.triggered.connect(lambda _checked=False: act())
        self.menu.addAction(entry)
        return entry
