"""The transcript beside the recording: it follows the sound, and its words become evidence."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from practicecoder.domain.coding import Coding
from practicecoder.domain.spans import TimeSpan, clock
from practicecoder.domain.transcripts import Transcript
from practicecoder.services.changes import StudyChange
from practicecoder.services.context import StudyServices
from practicecoder.ui.accessibility import announce
from practicecoder.ui.actions import ActionId, make_action
from practicecoder.ui.coding.open_coding import OpenCoding
from practicecoder.ui.coding.transcript.empty import NoTranscript
from practicecoder.ui.coding.transcript.files import TranscriptFiles
from practicecoder.ui.coding.transcript.finding import FindBar
from practicecoder.ui.coding.transcript.head import TranscriptHead
from practicecoder.ui.coding.transcript.progress import RecognitionBar
from practicecoder.ui.coding.transcript.script import Passage, Script
from practicecoder.ui.coding.transcript.text_view import TranscriptView
from practicecoder.ui.coding.transcript.words import (
    evidence_words,
    speaker_words,
    talk_share_words,
)
from practicecoder.ui.player import RUN_IN_MS
from practicecoder.ui.settings import Settings
from practicecoder.ui.theme import HALF, SPACE, Look, dress
from practicecoder.ui.widgets.dropping import dropped_file
from practicecoder.ui.widgets.elided import ElidedLabel

FEWEST_LINES = 4
"""Lines that can be seen however small the window is."""


class TranscriptPanel(QWidget):
    """Shows the transcript of a session; a locked coding's can be read and not changed."""

    play_wanted = Signal(int)
    evidence_wanted = Signal(object, str)
    """Stretch (TimeSpan) and words that are to become evidence."""
    lines_changed = Signal(object)
    """Lines (TranscriptLine) of the transcript that is shown; none if there is none."""
    study_changed = Signal(object)
    """A StudyChange made here."""

    def __init__(
        self, services: StudyServices, settings: Settings, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._coding: OpenCoding | None = None
        self._transcript: Transcript | None = None
        self._position_ms = 0
        self.view = TranscriptView(self)
        self.find_bar = FindBar(self)
        self.files = TranscriptFiles(services, settings, self)
        self.head = TranscriptHead(self.files, self)
        """Controls for the heading of the panel."""
        self.recognition = RecognitionBar(self)
        self.empty = NoTranscript(self.files, self)
        self._share = ElidedLabel(self)
        dress(self._share, Look.SMALL)
        self._pages = QStackedWidget(self)
        self._find = make_action(ActionId.FIND, self, self.find_words)
        self._find.setText(self.tr("Find in the transcript"))
        self.setAcceptDrops(True)
        self._connect()
        self._lay_out()
        self.read()

    # Life

    @property
    def transcript(self) -> Transcript | None:
        """Transcript that is shown; None if the session has none."""
        return self._transcript

    @property
    def talk_share_text(self) -> str:
        """What is said about who talks how much; empty where it cannot be said."""
        return self._share.text()

    def open_coding(self, coding: OpenCoding | None) -> None:
        """Show the transcript of a coding's session; None while there is none."""
        self._coding = coding
        self._position_ms = 0 if coding is None else coding.coding.position_ms
        self.find_bar.end()
        self.files.open_coding(coding)
        self.read()

    def show_coding(self, coding: Coding) -> None:
        """Mark the lines that have evidence, and offer what may still be done."""
        evidence = self.view.script.with_evidence(coding.evidence)
        self.view.show_evidence(evidence)
        codebook = None if self._coding is None else self._coding.codebook
        labels = {} if codebook is None else {d: codebook.label(d) for d in codebook.dimension_ids}
        self.view.gutter.set_tips(
            {number: evidence_words(pieces, labels) for number, pieces in evidence.items()}
        )
        editable = self._coding is not None and self._coding.is_editable
        self.files.show_state(has_transcript=self._transcript is not None, editable=editable)
        self.head.show_state(has_transcript=self._transcript is not None, editable=editable)
        self.empty.show_state(editable=editable)

    def set_position(self, position_ms: int) -> None:
        """Show which line is heard."""
        self._position_ms = position_ms
        self.view.show_heard(self.view.script.at(position_ms))

    def read(self) -> None:
        """Read the transcript as it is stored."""
        coding = self._coding
        self._transcript = (
            None if coding is None else self._services.transcripts.of_coding(coding.coding)
        )
        lines = () if self._transcript is None else self._transcript.lines
        until_ms = None if coding is None else coding.desk.duration_ms
        script = Script(lines, until_ms=until_ms)
        self.view.show_script(script, self._inside(script))
        self.find_bar.search_in(lines)
        self.set_following(True)
        self._share.setText(talk_share_words(lines, until_ms))
        self._share.setVisible(bool(self._share.text()))
        self._pages.setCurrentIndex(1 if lines else 0)
        self.lines_changed.emit(lines)
        if coding is not None:
            self.show_coding(coding.coding)
            self.set_position(self._position_ms)

    def enter(self) -> None:
        """Go to the words; without a transcript to what stands in their place."""
        where = self.empty if self._transcript is None else self.view
        where.setFocus(Qt.FocusReason.ShortcutFocusReason)

    # Acts

    def make_evidence(self) -> None:
        """Make evidence of the selected words, or of the current line."""
        if self._coding is None or not self._coding.is_editable:
            announce(self, self.tr("This coding cannot be changed"))
            return
        passage = self.passage()
        if passage is None:
            announce(self, self.tr("There is no line to make evidence of"))
        elif self._is_outside(passage.span):
            announce(self, self.tr("This lies outside the segment that is coded"), assertive=True)
        else:
            self.view.clear_selection()
            self.evidence_wanted.emit(passage.span, passage.quote)

    def passage(self) -> Passage | None:
        """Selected words, or the current line; None if there is neither."""
        script, parts = self.view.script, self.view.selected_parts()
        number = self.view.current
        if not parts and number is not None:
            parts = {number: script.lines[number].text}
        return script.passage(parts)

    def find_words(self) -> None:
        """Open the search, with what is selected."""
        if self._transcript is None:
            return
        selected = self.view.selected_parts()
        words = " ".join(next(iter(selected.values())).split()) if len(selected) == 1 else ""
        first = next((number for number, _ in self.view.visible_lines()), 0)
        self.find_bar.open_bar(first if self.view.current is None else self.view.current, words)

    def play_current(self) -> None:
        """Play from the line that was chosen, or that is heard."""
        if self.view.current is not None:
            self.play_from(self.view.current)

    def play_from(self, number: int) -> None:
        """Play from a line, and follow from there."""
        line = self.view.script.lines[number]
        reach = self._reach()
        if reach is not None and not reach.contains(line.start_ms):
            announce(self, self.tr("This line lies outside the segment"), assertive=True)
            return
        self.set_following(True)
        self.play_wanted.emit(line.start_ms)

    def set_following(self, follows: bool) -> None:
        """Scroll with the recording, or stay where the reader is."""
        self.view.follows = follows
        self.head.show_following(follows)
        if follows and self.view.heard is not None:
            self.view.bring_into_view(self.view.heard)

    def follow_again(self, follows: bool) -> None:
        """Do what the button says: go back to the line that is heard, or stay."""
        if follows:
            self.view.forget_choice()
        self.set_following(follows)
        announce(
            self,
            self.tr("Follows the recording") if follows else self.tr("Stays where you read"),
        )

    # Dropping

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take a file while a transcript may be imported."""
        if self.files.may_import and dropped_file(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Import the dropped file; the dialog asks before anything is stored."""
        file = dropped_file(event.mimeData())
        if file is not None and self.files.may_import:
            event.acceptProposedAction()
            self.files.import_file(file)

    # Inside

    def _inside(self, script: Script) -> range:
        """Lines of which something lies in the segment."""
        segment = None if self._coding is None else self._coding.desk.segment
        return range(len(script)) if segment is None else script.within(segment)

    def _is_outside(self, span: TimeSpan) -> bool:
        segment = None if self._coding is None else self._coding.desk.segment
        return segment is not None and span.clipped_to(segment) is None

    def _reach(self) -> TimeSpan | None:
        """What can be played: the segment and its run-in; None: everything."""
        segment = None if self._coding is None else self._coding.desk.segment
        if segment is None:
            return None
        return TimeSpan(max(segment.start_ms - RUN_IN_MS, 0), segment.end_ms)

    def _tell_line(self, number: int) -> None:
        """Say what the words of a line do not: time, speaker and evidence."""
        line = self.view.script.lines[number]
        parts = [clock(line.start_ms), speaker_words(line)]
        if self.view.evidence_of(number):
            parts.append(self.tr("has evidence"))
        if not self.view.is_inside(number):
            parts.append(self.tr("outside the segment"))
        announce(self.view, ", ".join(part for part in parts if part))

    def _leave(self) -> None:
        """Stay where the reader went."""
        if self.view.follows:
            self.set_following(False)

    def _take(self, change: StudyChange) -> None:
        self.read()
        self.study_changed.emit(change)
        self.enter()

    def _connect(self) -> None:
        self.view.play_wanted.connect(self.play_from)
        self.view.evidence_wanted.connect(self.make_evidence)
        self.view.chosen.connect(self._tell_line)
        self.view.reader_left.connect(self._leave)
        self.find_bar.found.connect(self.view.show_matches)
        self.find_bar.closed.connect(lambda: self.view.setFocus(Qt.FocusReason.OtherFocusReason))
        self.head.follow_wanted.connect(self.follow_again)
        self.head.find_wanted.connect(self.find_words)
        self.head.evidence_wanted.connect(self.make_evidence)
        self.files.changed.connect(self._take)
        self.files.recognition_changed.connect(self.recognition.show_share)
        self.recognition.cancel_wanted.connect(self.files.stop_recognition)

    def _lay_out(self) -> None:
        reading = QWidget(self)
        inner = QVBoxLayout(reading)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(HALF)
        inner.addWidget(self.find_bar)
        inner.addWidget(self.view, 1)
        inner.addWidget(self._share)
        self._pages.addWidget(self.empty)
        self._pages.addWidget(reading)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(HALF, 0, HALF, HALF)
        layout.setSpacing(SPACE)
        layout.addWidget(self.recognition)
        layout.addWidget(self._pages)
        self.view.setMinimumHeight(FEWEST_LINES * self.view.fontMetrics().lineSpacing() + SPACE)
