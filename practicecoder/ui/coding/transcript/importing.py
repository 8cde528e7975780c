"""The import of a transcript: nothing is stored before it was seen and every question answered."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFrame,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from practicecoder.domain.transcripts import Transcript
from practicecoder.errors import PracticeCoderError, ProblemsError
from practicecoder.services.changes import StudyChange
from practicecoder.services.transcripts import TranscriptPreview, TranscriptService
from practicecoder.ui.accessibility import announce
from practicecoder.ui.coding.open_coding import OpenCoding
from practicecoder.ui.coding.transcript.import_parts import (
    FilePart,
    LinesPart,
    SpeakersPart,
    TimesPart,
)
from practicecoder.ui.coding.transcript.speakers import SpeakerRows
from practicecoder.ui.errors import tell_bug
from practicecoder.ui.tasks import TaskHandle, run_task
from practicecoder.ui.theme import DOUBLE, SPACE, TRIPLE, Look, scaled
from practicecoder.ui.widgets.dropping import dropped_file
from practicecoder.ui.widgets.labels import button, button_box, label

if TYPE_CHECKING:
    from practicecoder.interchange.transcripts.forms import ReadTranscript

WIDTH, HEIGHT, ABREAST = 1160, 680, 1000
"""Size in pixels, and the width from which questions and lines stand side by side."""
KNOWN_FILES = "*.vtt *.srt *.txt *.docx *.eaf *.TextGrid *.textgrid *.json"


class ImportDialog(QDialog):
    """Shows what would be stored, and follows every change of roles and times at once.

    Import waits until everything has its answer, and says for what.
    """

    imported = Signal(object)
    """The StudyChange that the import made."""
    recognise_wanted = Signal()
    """Speech is to be recognised instead; the dialog is closed by then."""

    def __init__(self, service: TranscriptService, coding: OpenCoding, parent: QWidget) -> None:
        super().__init__(parent)
        self._service = service
        self._coding = coding
        self._stored: Transcript | None = service.of_coding(coding.coding)
        self._read: ReadTranscript | None = None
        self._preview: TranscriptPreview | None = None
        self._problems: tuple[str, ...] = ()
        self._busy = ""
        self._task: TaskHandle | None = None
        replacing = self._stored is not None
        title = self.tr("Replace the transcript") if replacing else self.tr("Import a transcript")
        self.setWindowTitle(title)
        self.setAcceptDrops(True)
        self.file = FilePart(self, choose=self._ask_file, recognise=self._recognise_instead)
        self._who = SpeakersPart(self)
        self._times = TimesPart(self)
        self.offset = self._times.offset
        self._lines = LinesPart(self)
        self.table = self._lines.table
        self._reason = label("", self, Look.MUTED, wrapped=True)
        self.accept_button = button(self.tr("Import"), self, self.accept, look=Look.PRIMARY)
        self._lay_out(title)
        self._who.changed.connect(self._refresh)
        self.offset.textChanged.connect(self._refresh)
        self._show()

    # What is known

    @property
    def reason(self) -> str:
        """Why Import waits, or what it will do."""
        return self._reason.text()

    @property
    def facts(self) -> str:
        """What is said about the file and its times."""
        return f"{self.file.facts}\n{self._times.text}".strip()

    @property
    def speakers(self) -> SpeakerRows | None:
        """Rows of the speakers; None while nothing is read."""
        return self._who.rows

    @property
    def preview(self) -> TranscriptPreview | None:
        """What would be stored; None while it is not known."""
        return self._preview

    # Acts

    def read_file(self, file: Path) -> None:
        """Read a file in place of what was read before."""
        self.file.show_title(file.name)
        self._forget(self.tr("The file is being read…"))

        def failed(error: Exception) -> None:
            self._busy = ""
            self._fail(error)

        self._task = run_task(
            self,
            lambda: self._service.read(file),
            on_success=lambda read: self.show_read(read, file.name),
            on_failure=failed,
        )

    def show_read(self, read: ReadTranscript, title: str) -> None:
        """Show what was read, with the speakers to be given roles."""
        self.file.show_title(title)
        self._forget("")
        self._read = read
        self._who.show_speakers(self._service.speakers(read))
        self._refresh()

    def accept(self) -> None:
        """Store what is shown."""
        preview = self._preview
        if preview is None or not self.accept_button.isEnabled():
            return
        self._busy = self.tr("The transcript is being stored…")
        self._show()

        def done(change: StudyChange) -> None:
            super(ImportDialog, self).accept()
            self.imported.emit(change)

        def failed(error: Exception) -> None:
            self._busy = ""
            self._show()
            tell_bug(self, error)

        coding = self._coding.coding
        self._task = run_task(
            self,
            lambda: self._service.add(coding, preview),
            on_success=done,
            on_failure=failed,
        )

    # Qt

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take a file."""
        if dropped_file(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Read the dropped file."""
        file = dropped_file(event.mimeData())
        if file is not None:
            event.acceptProposedAction()
            self.read_file(file)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the lines beside the questions where there is room, else below them."""
        super().resizeEvent(event)
        beside = event.size().width() >= scaled(ABREAST)
        direction = (
            QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        )
        self._body.setDirection(direction)

    # Inside

    def _forget(self, busy: str) -> None:
        if self._task is not None:
            self._task.cancel()
        self._read, self._preview, self._problems, self._busy = None, None, (), busy
        self._who.show_speakers(())
        self._show()

    def _refresh(self) -> None:
        """Make the preview anew; what was still being made is given up."""
        read, offset_ms, roles = self._read, self.offset.typed_ms, dict(self._who.roles)
        if read is None:
            return
        if self._task is not None:
            self._task.cancel()
        self._who.show_names(self._service.pseudonyms(read, roles))
        self._preview, self._problems = None, ()
        self._show()
        if offset_ms is None:
            return
        coding = self._coding.coding
        self._task = run_task(
            self,
            lambda: self._service.preview(coding, read, roles, offset_ms=offset_ms),
            on_success=self._take,
            on_failure=self._fail,
        )

    def _take(self, preview: TranscriptPreview) -> None:
        self._preview = preview
        lines = preview.transcript.lines
        self._lines.show_lines(lines)
        self._times.show_times(lines, self._coding.desk.duration_ms)
        self._show()

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, PracticeCoderError):
            self._show()
            tell_bug(self, error)
            return
        if isinstance(error, ProblemsError):
            self._problems = tuple(problem.sentence() for problem in error.problems)
        else:
            self._problems = (error.user_message,)
        self._lines.show_lines(())
        self._times.show_times((), None)
        self._show()
        count = len(self._problems)
        told = self.tr("{0} problems").format(count) if count > 1 else self._problems[0]
        announce(self, told, assertive=True)

    def _show(self) -> None:
        """Show what is known at this moment."""
        self.file.show_file(self._read, self._notices())
        self.file.show_problems(self._problems)
        for part in (self._who, self._times, self._lines):
            part.setVisible(self._read is not None)
        why_not = self._why_not()
        self._reason.setText(why_not or self._will_do())
        self.accept_button.setEnabled(not why_not)

    def _notices(self) -> tuple[str, ...]:
        read, preview, stored = self._read, self._preview, self._stored
        if read is None:
            return ()
        again: tuple[str, ...] = ()
        if stored is not None and stored.source_digest == read.digest:
            on = stored.added_at.astimezone().strftime("%Y-%m-%d, %H:%M")
            again = (self.tr("The same file was imported before, on {0}.").format(on),)
        return (*again, *read.notices, *(() if preview is None else preview.notices))

    def _why_not(self) -> str:
        """What Import waits for; empty if for nothing."""
        if self._busy:
            return self._busy
        if self._problems:
            return self.tr("It cannot be imported like this. Nothing was changed.")
        if self._read is None or self.speakers is None:
            return self.tr("Choose a file, or drop one here.")
        if self.offset.typed_ms is None:
            return self.tr("The shift is no time. Write it as 0:05, or -0:05 for earlier.")
        n_open = self.speakers.n_open
        if n_open == 1:
            return self.tr("One speaker has no role yet.")
        if n_open:
            return self.tr("{0} speakers have no role yet.").format(n_open)
        if self._preview is None:
            return self.tr("The preview is being made…")
        return ""

    def _will_do(self) -> str:
        assert self._preview is not None
        count = len(self._preview.transcript.lines)
        if self._stored is None:
            return self.tr("Import stores {0} lines.").format(count)
        words = self.tr("Import stores {0} lines in place of the {1} that are there.")
        return words.format(count, len(self._stored.lines))

    def _ask_file(self) -> None:
        chooser = QFileDialog(self, self.tr("Transcript"))
        chooser.setFileMode(QFileDialog.FileMode.ExistingFile)
        chooser.setNameFilters(
            [f"{self.tr('Transcripts')} ({KNOWN_FILES})", f"{self.tr('All files')} (*)"]
        )
        chooser.fileSelected.connect(lambda file: self.read_file(Path(file)))
        chooser.finished.connect(chooser.deleteLater)
        chooser.open()

    def _recognise_instead(self) -> None:
        self.reject()
        self.recognise_wanted.emit()

    def _lay_out(self, title: str) -> None:
        inside = QWidget(self)
        questions = QVBoxLayout()
        questions.setSpacing(DOUBLE)
        for part in (self.file, self._who, self._times):
            questions.addWidget(part)
        questions.addStretch(1)
        self._body = QBoxLayout(QBoxLayout.Direction.TopToBottom, inside)
        self._body.setContentsMargins(0, 0, SPACE, 0)
        self._body.setSpacing(DOUBLE)
        self._body.addLayout(questions, 1)
        self._body.addWidget(self._lines, 1)
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inside)
        buttons = button_box(self, QDialogButtonBox.StandardButton.Cancel)
        buttons.addButton(self.accept_button, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(TRIPLE, TRIPLE, TRIPLE, DOUBLE)
        layout.setSpacing(SPACE)
        layout.addWidget(label(title, self, Look.HEADING))
        layout.addWidget(scroll, 1)
        layout.addWidget(self._reason)
        layout.addWidget(buttons)
        room = self.screen().availableGeometry().size()
        self.resize(
            min(scaled(WIDTH), room.width() - DOUBLE), min(scaled(HEIGHT), room.height() - TRIPLE)
        )
