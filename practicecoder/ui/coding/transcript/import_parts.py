"""The parts of the import dialog: the file, who speaks, the times, the first lines."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListWidget,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from practicecoder.domain.spans import clock
from practicecoder.domain.transcripts import SpeakerRole, TranscriptLine
from practicecoder.services.transcripts import FileSpeaker
from practicecoder.ui.accessibility import name
from practicecoder.ui.coding.transcript.speakers import SpeakerRows
from practicecoder.ui.coding.transcript.words import speaker_words
from practicecoder.ui.icons import Icon
from practicecoder.ui.tables import RIGHT, Column, RowTable, RowTableModel
from practicecoder.ui.theme import SPACE, TRIPLE, Look
from practicecoder.ui.widgets.elided import ElidedLabel
from practicecoder.ui.widgets.flow import Flow
from practicecoder.ui.widgets.labels import button, in_row, label
from practicecoder.ui.widgets.notice import Notices
from practicecoder.ui.widgets.time_edit import TimeEdit

if TYPE_CHECKING:
    from practicecoder.interchange.transcripts.forms import ReadTranscript

SHOWN_LINES, SHOWN_HEIGHT = 20, 8
"""Lines of the preview, and how many of them are seen at once."""
MOST_SPEAKERS_SEEN = 6
DROP_LINES = 6
"""Height of the place for dropping, in lines of text."""
_WORDS = 2
"""Column of the preview that takes the rest of the width."""


class FilePart(QWidget):
    """Both ways to a transcript, and what is known of the file that was read."""

    def __init__(
        self,
        parent: QWidget,
        *,
        choose: Callable[[], object],
        recognise: Callable[[], object],
    ) -> None:
        super().__init__(parent)
        self.choose = button(self.tr("Choose a file…"), self, choose, drawing=Icon.FOLDER)
        speech = button(self.tr("Recognise speech on this computer…"), self, recognise)
        self._here = label(
            self.tr(
                "Drop a file here: WebVTT, SRT, text (Zoom, Otter, Word), Word documents (Teams), "
                "ELAN, Praat, Whisper"
            ),
            self,
            wrapped=True,
        )
        self._here.setProperty("drop", True)
        self._here.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._here.setMinimumHeight(DROP_LINES * self.fontMetrics().lineSpacing())
        self._file = ElidedLabel(self)
        self._facts = label("", self, wrapped=True)
        self.problems = QListWidget(self)
        self.problems.setWordWrap(True)
        self.problems.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.problems.setMinimumHeight(4 * self.problems.fontMetrics().lineSpacing())
        name(self.problems, self.tr("Problems of the file"))
        self.notices = Notices(self.tr("About the file"), self)
        ways = Flow(self, spacing=SPACE)
        ways.add(self.choose, speech)
        self._file.hide()
        layout = _column(self)
        for part in (ways, self._here, self._file, self._facts, self.problems, self.notices):
            layout.addWidget(part)

    @property
    def facts(self) -> str:
        """What is said about the file."""
        return self._facts.text()

    def show_title(self, title: str) -> None:
        """Name what is read."""
        self._file.setText(title)
        self._file.setVisible(bool(title))

    def show_file(self, read: ReadTranscript | None, notices: Sequence[str]) -> None:
        """Show which format was recognised and why, in which encoding, and all notices."""
        self._here.setVisible(read is None and not self._file.text())
        self._facts.setText("" if read is None else _facts(read))
        self._facts.setVisible(read is not None)
        self.notices.show_texts(notices)

    def show_problems(self, problems: Sequence[str]) -> None:
        """List every problem."""
        self.problems.clear()
        self.problems.addItems(list(problems))
        self.problems.setVisible(bool(problems))


class SpeakersPart(QWidget):
    """Who speaks; names are replaced, and the part says so."""

    changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows: SpeakerRows | None = None
        about = self.tr(
            "Names are replaced when the transcript is imported, beside the lines and within "
            "them; the names of the file are not kept. Only names of speakers are known: others "
            "that are talked about stay."
        )
        self._area = QScrollArea(self)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        layout = _column(self)
        layout.addWidget(label(self.tr("Who speaks"), self, Look.LEAD))
        layout.addWidget(label(about, self, Look.MUTED, wrapped=True))
        layout.addWidget(self._area)

    @property
    def roles(self) -> Mapping[str, SpeakerRole]:
        """Roles chosen so far, by the file's word."""
        return {} if self.rows is None else self.rows.roles

    def show_speakers(self, speakers: Sequence[FileSpeaker]) -> None:
        """Show the speakers of a file in place of others; none empties the part."""
        if self.rows is not None:
            self._area.takeWidget()
            self.rows.deleteLater()
            self.rows = None
        if not speakers:
            return
        self.rows = SpeakerRows(speakers, self)
        self.rows.changed.connect(self.changed)
        self.rows.changed.connect(self._fit)
        self._area.setWidget(self.rows)
        self._fit()

    def show_names(self, names: Mapping[str, str]) -> None:
        """Show what stands for each speaker's name."""
        if self.rows is not None:
            self.rows.show_names(names)

    def _fit(self) -> None:
        """Be as high as the speakers there are, up to a few."""
        if self.rows is not None:
            most = MOST_SPEAKERS_SEEN * 2 * self.fontMetrics().lineSpacing() + 2 * TRIPLE
            self._area.setFixedHeight(min(self.rows.sizeHint().height(), most) + SPACE)


class TimesPart(QWidget):
    """The shift of all times, and how the times compare with the recording."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.offset = TimeEdit(self, commit_on_leave=True, signed=True)
        name(self.offset, self.tr("Shift of all times"), self.tr("With a minus: earlier"))
        words = label(self.tr("&Shift all times by"), self)
        words.setTextFormat(Qt.TextFormat.AutoText)
        words.setBuddy(self.offset)
        hint = label(self.tr("minutes:seconds, with a minus for earlier"), self, Look.SMALL)
        self._times = label("", self, Look.MUTED, wrapped=True)
        layout = _column(self)
        layout.addWidget(label(self.tr("Times"), self, Look.LEAD))
        layout.addLayout(in_row(words, self.offset, hint, stretch=True))
        layout.addWidget(self._times)

    @property
    def text(self) -> str:
        """What is said about the times."""
        return self._times.text()

    def show_times(self, lines: Sequence[TranscriptLine], length_ms: int | None) -> None:
        """Compare the lines with the length of the recording; None: there is none."""
        if not lines:
            self._times.clear()
            return
        last_ms = max(line.start_ms if line.end_ms is None else line.end_ms for line in lines)
        words = self.tr("{0} lines, from {1} to {2}.")
        told = words.format(len(lines), clock(lines[0].start_ms), clock(last_ms))
        if length_ms is None:
            against = self.tr("There is no recording to compare with.")
        else:
            against = self.tr("The recording lasts {0}.").format(clock(length_ms))
        self._times.setText(f"{told} {against}")


class LinesPart(QWidget):
    """The first lines, as they would be stored."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.table = RowTable(self.tr("First lines as they would be stored"), self)
        columns: tuple[Column[TranscriptLine], ...] = (
            Column(title="Time", text=_time_in_words, alignment=RIGHT),
            Column(title="Speaker", text=speaker_words),
            Column(title="Words", text=lambda n: n.text, cell_tooltip=lambda n: n.text),
        )
        self.table.show_model(RowTableModel(columns, parent=self.table), sortable=False)
        self.table.horizontalHeader().setStretchLastSection(False)
        self.table.fit_columns(stretch=_WORDS)
        row = self.table.verticalHeader().defaultSectionSize()
        self.table.setMinimumHeight(SHOWN_HEIGHT * row)
        heading = self.tr("The first {0} lines, as they would be stored").format(SHOWN_LINES)
        layout = _column(self)
        layout.addWidget(label(heading, self, Look.LEAD))
        layout.addWidget(self.table)

    def show_lines(self, lines: Sequence[TranscriptLine]) -> None:
        """Show the first of these lines."""
        self.table.rows_model().set_rows(lines[:SHOWN_LINES])
        self.table.fit_columns(stretch=_WORDS)


def _column(part: QWidget) -> QVBoxLayout:
    layout = QVBoxLayout(part)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(SPACE)
    return layout


def _facts(read: ReadTranscript) -> str:
    told = read.recognised_because
    return f"{told} ({read.format.label}, {read.encoding})" if read.encoding else told


def _time_in_words(line: TranscriptLine) -> str:
    start = clock(line.start_ms, tenths=True)
    return start if line.end_ms is None else f"{start}–{clock(line.end_ms, tenths=True)}"
