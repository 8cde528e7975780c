"""The import of a transcript: its file, who speaks, its times, and what would be stored."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFrame,
    QListWidget,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from practicecoder.domain.spans import clock
from practicecoder.domain.transcripts import Transcript, TranscriptLine
from practicecoder.errors import PracticeCoderError, ProblemsError
from practicecoder.services.changes import StudyChange
from practicecoder.services.transcripts import TranscriptPreview, TranscriptService
from practicecoder.ui.accessibility import announce, name
from practicecoder.ui.coding.open_coding import OpenCoding
from practicecoder.ui.coding.transcript.speakers import SpeakerRows
from practicecoder.ui.coding.transcript.words import speaker_words
from practicecoder.ui.errors import tell_bug
from practicecoder.ui.icons import Icon
from practicecoder.ui.tables import RIGHT, Column, RowTable, RowTableModel
from practicecoder.ui.tasks import TaskHandle, run_task
from practicecoder.ui.theme import DOUBLE, SPACE, TRIPLE, Look, scaled
from practicecoder.ui.widgets.elided import ElidedLabel
from practicecoder.ui.widgets.flow_layout import FlowLayout
from practicecoder.ui.widgets.labels import button, button_box, in_row, label
from practicecoder.ui.widgets.notice import Notices
from practicecoder.ui.widgets.time_edit import TimeEdit

if TYPE_CHECKING:
    from practicecoder.interchange.transcripts.forms import ReadTranscript

WIDTH, HEIGHT = 860, 640
SHOWN_LINES, SHOWN_HEIGHT = 20, 8
"""Lines of the preview, and how many of them are seen at once."""
MOST_SPEAKERS_SEEN = 6
FILES = (
    "*.vtt *.srt *.txt *.docx *.eaf *.TextGrid *.textgrid *.json",
    "*",
)


class ImportDialog(QDialog):
    """Nothing is stored before Import, and Import waits until everything has its answer."""

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
        self.speakers: SpeakerRows | None = None
        replacing = self._stored is not None
        title = self.tr("Replace the transcript") if replacing else self.tr("Import a transcript")
        self.setWindowTitle(title)
        self.setAcceptDrops(True)
        self._file = ElidedLabel(self)
        self.choose = button(self.tr("Choose a file…"), self, self._ask_file, drawing=Icon.FOLDER)
        self._speech = button(
            self.tr("Recognise speech on this computer…"), self, self._recognise_instead
        )
        self._facts = label("", self, wrapped=True)
        self.problems = QListWidget(self)
        self.problems.setWordWrap(True)
        self.problems.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        name(self.problems, self.tr("Problems of the file"))
        self.notices = Notices(self.tr("About the file"), self)
        self._times = label("", self, Look.MUTED, wrapped=True)
        self.offset = TimeEdit(self, commit_on_leave=True, signed=True)
        name(self.offset, self.tr("Shift of all times"), self.tr("With a minus: earlier"))
        self.table = RowTable(self.tr("First lines as they would be stored"), self)
        self._reason = label("", self, Look.MUTED, wrapped=True)
        self.accept_button = button(self.tr("Import"), self, self.accept, look=Look.PRIMARY)
        self._lay_out(title)
        self.offset.textChanged.connect(self._refresh)
        self._show()

    # What is read

    @property
    def reason(self) -> str:
        """Why Import waits, or what it will do."""
        return self._reason.text()

    @property
    def facts(self) -> str:
        """What is said about the file and its times."""
        return f"{self._facts.text()}\n{self._times.text()}".strip()

    @property
    def preview(self) -> TranscriptPreview | None:
        """What would be stored; None while it is not known."""
        return self._preview

    def read_file(self, file: Path) -> None:
        """Read a file in place of what was read before."""
        self._forget(self.tr("The file is being read…"))
        self._file.setText(file.name)

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
        self._forget("")
        self._file.setText(title)
        self._read = read
        self.speakers = SpeakerRows(self._service.speakers(read), self)
        self.speakers.changed.connect(self._refresh)
        self._speaker_area.setWidget(self.speakers)
        self._fit_speakers()
        self._refresh()
        self.speakers.setFocus(Qt.FocusReason.OtherFocusReason)

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

    # Inside

    def _forget(self, busy: str) -> None:
        if self._task is not None:
            self._task.cancel()
        self._read, self._preview, self._problems, self._busy = None, None, (), busy
        if self.speakers is not None:
            self._speaker_area.takeWidget()
            self.speakers.deleteLater()
            self.speakers = None
        self._show()

    def _refresh(self) -> None:
        """Make the preview anew; what was still being made is given up."""
        read, offset_ms = self._read, self.offset.typed_ms
        if read is None or self.speakers is None:
            return
        if self._task is not None:
            self._task.cancel()
        roles = dict(self.speakers.roles)
        self.speakers.show_names(self._service.pseudonyms(read, roles))
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
        lines = preview.transcript.lines[:SHOWN_LINES]
        self.table.rows_model().set_rows(lines)
        self.table.fit_columns(stretch=2)
        self._show()

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, PracticeCoderError):
            tell_bug(self, error)
            return
        if isinstance(error, ProblemsError):
            self._problems = tuple(problem.sentence() for problem in error.problems)
        else:
            self._problems = (error.user_message,)
        self._show()
        count = len(self._problems)
        told = self.tr("{0} problems").format(count) if count > 1 else self._problems[0]
        announce(self, told, assertive=True)

    def _show(self) -> None:
        """Show what is known at this moment."""
        read, preview = self._read, self._preview
        self.problems.clear()
        self.problems.addItems(list(self._problems))
        self.problems.setVisible(bool(self._problems))
        self._facts.setText("" if read is None else _facts(read))
        self._facts.setVisible(read is not None)
        self.notices.show_texts(self._notices())
        for part in self._of_read:
            part.setVisible(read is not None)
        self._times.setText(self._times_in_words())
        if preview is None and (read is None or self._problems):
            self.table.rows_model().set_rows(())
        why_not = self._why_not()
        self._reason.setText(why_not or self._will_do())
        self.accept_button.setEnabled(not why_not)

    def _notices(self) -> tuple[str, ...]:
        read, preview = self._read, self._preview
        if read is None:
            return ()
        again: tuple[str, ...] = ()
        if self._stored is not None and self._stored.source_digest == read.digest:
            on = self._stored.added_at.astimezone().strftime("%d.%m.%Y, %H:%M")
            again = (self.tr("The same file was imported before, on {0}.").format(on),)
        return (*again, *read.notices, *(() if preview is None else preview.notices))

    def _times_in_words(self) -> str:
        if self._preview is None:
            return ""
        lines = self._preview.transcript.lines
        last_ms = max(line.start_ms if line.end_ms is None else line.end_ms for line in lines)
        words = self.tr("{0} lines, from {1} to {2}.")
        told = words.format(len(lines), clock(lines[0].start_ms), clock(last_ms))
        length_ms = self._coding.desk.duration_ms
        if length_ms is None:
            return f"{told} {self.tr('There is no recording to compare with.')}"
        lasts = self.tr("The recording lasts {0}.").format(clock(length_ms))
        return f"{told} {lasts}"

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
        if n_open:
            one = self.tr("One speaker has no role yet.")
            return one if n_open == 1 else self.tr("{0} speakers have no role yet.").format(n_open)
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
        known, every = FILES
        chooser.setNameFilters(
            [f"{self.tr('Transcripts')} ({known})", f"{self.tr('All files')} ({every})"]
        )
        chooser.fileSelected.connect(lambda file: self.read_file(Path(file)))
        chooser.finished.connect(chooser.deleteLater)
        chooser.open()

    def _recognise_instead(self) -> None:
        self.reject()
        self.recognise_wanted.emit()

    # Making

    def _lay_out(self, title: str) -> None:
        inside = QWidget(self)
        body = QVBoxLayout(inside)
        body.setContentsMargins(0, 0, SPACE, 0)
        body.setSpacing(SPACE)
        row = QWidget(inside)
        flow = FlowLayout(row, spacing=SPACE)
        flow.addWidget(self.choose)
        flow.addWidget(self._speech)
        for part in (row, self._file, self._facts, self.problems, self.notices):
            body.addWidget(part)
        self._of_read = [*self._who_part(body), *self._times_part(body), *self._lines_part(body)]
        body.addStretch(1)
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
            min(scaled(WIDTH), room.width() - DOUBLE), min(scaled(HEIGHT), room.height() - DOUBLE)
        )
        self.problems.setMinimumHeight(4 * self.problems.fontMetrics().lineSpacing())

    def _who_part(self, body: QVBoxLayout) -> list[QWidget]:
        heading = label(self.tr("Who speaks"), self, Look.LEAD)
        about = label(
            self.tr(
                "Names are replaced when the transcript is imported, beside the lines and within "
                "them; the names of the file are not kept. Only names of speakers are known: "
                "others that are talked about stay."
            ),
            self,
            Look.MUTED,
            wrapped=True,
        )
        self._speaker_area = QScrollArea(self)
        self._speaker_area.setWidgetResizable(True)
        self._speaker_area.setFrameShape(QFrame.Shape.NoFrame)
        self._speaker_area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        parts: list[QWidget] = [heading, about, self._speaker_area]
        for part in parts:
            body.addWidget(part)
        return parts

    def _times_part(self, body: QVBoxLayout) -> list[QWidget]:
        heading = label(self.tr("Times"), self, Look.LEAD)
        words = label(self.tr("&Shift all times by"), self)
        words.setTextFormat(Qt.TextFormat.AutoText)
        words.setBuddy(self.offset)
        hint = label(self.tr("minutes:seconds, with a minus for earlier"), self, Look.SMALL)
        body.addWidget(heading)
        body.addLayout(in_row(words, self.offset, hint, stretch=True))
        body.addWidget(self._times)
        return [heading, words, self.offset, hint, self._times]

    def _lines_part(self, body: QVBoxLayout) -> list[QWidget]:
        heading = label(
            self.tr("The first {0} lines, as they would be stored").format(SHOWN_LINES),
            self,
            Look.LEAD,
        )
        columns: tuple[Column[TranscriptLine], ...] = (
            Column(title="Time", text=_time_in_words, alignment=RIGHT),
            Column(title="Speaker", text=speaker_words),
            Column(title="Words", text=lambda n: n.text, cell_tooltip=lambda n: n.text),
        )
        self.table.show_model(RowTableModel(columns, parent=self.table), sortable=False)
        self.table.horizontalHeader().setStretchLastSection(False)
        self.table.fit_columns(stretch=2)
        row = self.table.verticalHeader().defaultSectionSize()
        self.table.setMinimumHeight(SHOWN_HEIGHT * row)
        body.addWidget(heading)
        body.addWidget(self.table)
        return [heading, self.table]

    def _fit_speakers(self) -> None:
        """Be as high as the speakers there are, up to a few."""
        assert self.speakers is not None
        wanted = self.speakers.sizeHint().height()
        most = MOST_SPEAKERS_SEEN * 2 * self.fontMetrics().lineSpacing() + 2 * TRIPLE
        self._speaker_area.setFixedHeight(min(wanted, most) + SPACE)


def _facts(read: ReadTranscript) -> str:
    """Which format was recognised and why, and in which encoding."""
    told = read.recognised_because
    return f"{told} ({read.format.label}, {read.encoding})" if read.encoding else told


def _time_in_words(line: TranscriptLine) -> str:
    start = clock(line.start_ms, tenths=True)
    return start if line.end_ms is None else f"{start}–{clock(line.end_ms, tenths=True)}"


def dropped_file(mime: QMimeData) -> Path | None:
    """The one file among what is dropped; None if there is none or more than one."""
    files = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
    return files[0] if len(files) == 1 and files[0].is_file() else None
