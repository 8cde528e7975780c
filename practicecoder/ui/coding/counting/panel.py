"""The counting panel: the choice of the way, the pad with the open volley, the list of marks."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSplitter, QVBoxLayout, QWidget

from practicecoder.domain.coding import CodeMark, Coding, CountingMode
from practicecoder.domain.spans import clock
from practicecoder.scoring.counts import counted_marks, volley_places
from practicecoder.services.counting import next_utterance, next_volley
from practicecoder.ui.accessibility import announce
from practicecoder.ui.coding.counting.event_list import EventList
from practicecoder.ui.coding.counting.mode_choice import ModeChoice
from practicecoder.ui.coding.counting.open_volley import OpenVolley, why_not_counted
from practicecoder.ui.coding.counting.pad import CountPad
from practicecoder.ui.coding.open_coding import OpenCoding
from practicecoder.ui.settings import Playback, Settings
from practicecoder.ui.theme import HALF, SPACE, Look, scaled
from practicecoder.ui.widgets.code_page import CodePage
from practicecoder.ui.widgets.labels import button, label

LEAST_PAD = 120
"""Height in pixels, at the normal text size, in which some rows of codes can be seen."""


class PadArea(QScrollArea):
    """Has room for some rows of the pad, at any text size."""

    def minimumSizeHint(self) -> QSize:
        """Ask for some rows."""
        return QSize(super().minimumSizeHint().width(), scaled(LEAST_PAD))


class CountPanel(QWidget):
    """Turns presses of the pad into timed marks, a reaction time before the playhead."""

    play_wanted = Signal(int)
    """Play from this moment."""
    play_pause_wanted = Signal()

    def __init__(self, parent: QWidget | None = None, *, settings: Settings | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._coding: OpenCoding | None = None
        self._position_ms = 0
        self._volley = 0
        self._made: list[CodeMark] = []
        self._mode: CountingMode | None = None
        self.head = QWidget(self)
        """Controls for the heading of the panel."""
        self._way = label("", self.head, Look.BADGE)
        self._other_way = button(
            self.tr("Count the other way"), self.head, self._change_mode, look=Look.QUIET
        )
        self._nothing = label("", self, Look.MUTED, wrapped=True)
        self.choice = ModeChoice(self)
        self.choice.mode_chosen.connect(self._choose)
        self.pad = CountPad(self)
        self.volley = OpenVolley(self)
        self._told = label("", self, Look.SMALL, wrapped=True)
        self.events = EventList(self)
        self._connect()
        self._lay_out()
        self.setFocusProxy(self.pad)
        self._shares_kept = False
        self.open_coding(None)

    # Life

    def open_coding(self, coding: OpenCoding | None) -> None:
        """Count in a coding; None while there is none."""
        self._coding, self._mode = coding, None
        self._made, self._volley = [], 0
        self._told.clear()
        self.events.open_coding(coding)
        self.choice.show_codebook(None if coding is None else coding.codebook)
        if coding is None:
            self._show_parts(has_codes=False)
            return
        self._volley = next_volley(coding.coding)
        self.show_coding(coding.coding)

    def show_coding(self, coding: Coding) -> None:
        """Show what is stored."""
        if self._coding is None:
            return
        mode_changed = coding.counting is not self._mode
        if mode_changed:
            self._mode = coding.counting
            by_volley = self._mode is CountingMode.VOLLEY
            self.pad.offer(self._coding.codebook, self._coding.count_codes, by_volley=by_volley)
        stored = {mark.mark_id: mark for mark in coding.marks}
        self._made = [stored[made.mark_id] for made in self._made if made.mark_id in stored]
        self._volley = min(self._volley, next_volley(coding))
        self._show_parts(has_codes=bool(self._coding.count_codes))
        self._show_volley(coding)
        if self._coding.codebook.parsing.show_totals:
            self.pad.show_totals(Counter(mark.count_id for mark in coding.marks))
        self.events.show_coding(coding)
        if mode_changed:
            self._share_room()

    def flush(self) -> bool:
        """Save what is being edited; False if it was refused."""
        return self.events.flush()

    def set_position(self, position_ms: int) -> None:
        """Take the moment of the playhead."""
        self._position_ms = position_ms

    @property
    def open_volley(self) -> int:
        """Number of the volley that the next mark goes into."""
        return self._volley

    @property
    def told(self) -> str:
        """What was said last."""
        return self._told.text()

    def enter(self) -> None:
        """Give the pad the focus, or the choice of the way while there is none."""
        if self.choice.isVisibleTo(self):
            self.choice.enter()
        elif self.pad.isVisibleTo(self):
            self.pad.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self.events.table.setFocus(Qt.FocusReason.ShortcutFocusReason)

    # Acts

    def mark(self, count_id: str, same_utterance: bool = False) -> None:
        """Mark a code a reaction time before the playhead."""
        coding = self._coding
        if coding is None or not coding.is_editable or coding.coding.counting is None:
            return
        volley, utterance = self._place(coding.coding, same_utterance=same_utterance)
        known = {mark.mark_id for mark in coding.coding.marks}
        at_ms, speaker = self._before_reaction(coding), self.pad.speaker
        if not coding.add_mark(
            count_id, at_ms, speaker=speaker, volley=volley, utterance=utterance
        ):
            return
        made = next(mark for mark in coding.coding.marks if mark.mark_id not in known)
        self._made.append(made)
        self.events.select(made.mark_id)
        self._tell_mark(coding, made)

    def next_volley(self) -> None:
        """Close the open volley and open the next one."""
        coding = self._coding
        if coding is None or coding.coding.counting is not CountingMode.VOLLEY:
            return
        marks = _of_volley(coding.coding, self._volley)
        if not marks:
            self._tell(self.tr("The open volley has no code yet"), loud=True)
            return
        closed = self._volley
        self._go_to_volley(next_volley(coding.coding))
        counted = counted_marks(coding.codebook, marks, by_volley=True)
        labels = ", ".join(coding.codebook.label(mark.count_id) for mark in counted)
        place = volley_places(coding.coding.marks)[closed]
        self._tell(self.tr("Volley {0} closed: {1}").format(place, labels), loud=True)

    def take_back(self) -> None:
        """Take the mark made last back, and go on where it was made."""
        coding = self._coding
        if coding is None or not coding.is_editable:
            return
        if not self._made:
            self._tell(
                self.tr("No mark of this sitting is left. Remove others in the list."), loud=True
            )
            return
        last = self._made[-1]
        if coding.take_back_mark(last.mark_id):
            if last.volley is not None:
                self._go_to_volley(last.volley)
            words = self.tr("Taken back: {0} at {1}")
            self._tell(words.format(coding.codebook.label(last.count_id), clock(last.at_ms)))

    def show_page(self, count_id: str) -> None:
        """Show the codebook's page on a code."""
        if self._coding is not None:
            codebook, addenda = self._coding.codebook, self._coding.addenda(count_id)
            page = CodePage(codebook, codebook.count(count_id), addenda, self)
            page.finished.connect(self.window().activateWindow)
            page.show()

    # Qt

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the pad the room that its codes need, until somebody shares it by hand."""
        super().resizeEvent(event)
        self._share_room()

    # Inside

    def _keep_shares(self) -> None:
        self._shares_kept = True

    def _share_room(self) -> None:
        """Show every code if the list of marks keeps its least height beside them."""
        if self._shares_kept or self._upper.isHidden():
            return
        needed = self._pad_column.totalHeightForWidth(self._scroll.viewport().width())
        around = self._upper.sizeHint().height() - self._scroll.sizeHint().height()
        room = sum(self._splitter.sizes())
        upper = min(needed + max(around, 0), room - self.events.minimumSizeHint().height())
        self._splitter.setSizes([max(upper, 1), max(room - upper, 1)])

    def _choose(self, mode: CountingMode) -> None:
        if self._coding is not None and self._coding.choose_mode(mode):
            self.enter()

    def _change_mode(self) -> None:
        if self._mode is not None:
            others = [mode for mode in CountingMode if mode is not self._mode]
            self._choose(others[0])

    def _go_to_volley(self, volley: int) -> None:
        self._volley = volley
        if self._coding is not None:
            self._show_volley(self._coding.coding)

    def _place(self, coding: Coding, *, same_utterance: bool) -> tuple[int | None, int | None]:
        """Volley and utterance of the next mark; None where marks are tallied."""
        if coding.counting is not CountingMode.VOLLEY:
            return None, None
        last = self._made[-1] if self._made else None
        if same_utterance and last is not None and last.volley == self._volley:
            return self._volley, last.utterance
        return self._volley, next_utterance(coding, self._volley)

    def _before_reaction(self, coding: OpenCoding) -> int:
        """Moment of a press; the reaction time never leads out of the segment at its beginning."""
        playback = Playback() if self._settings is None else self._settings.playback
        segment = coding.desk.segment
        earliest = 0 if segment is None else segment.start_ms
        if self._position_ms < earliest:
            return self._position_ms
        return max(self._position_ms - playback.reaction_ms, earliest)

    def _tell_mark(self, coding: OpenCoding, made: CodeMark) -> None:
        codebook = coding.codebook
        words = f"{codebook.label(made.count_id)} {self.tr('at')} {clock(made.at_ms)}"
        if made.volley is not None:
            volley = _of_volley(coding.coding, made.volley)
            counting = counted_marks(codebook, volley, by_volley=True)
            if made.mark_id not in {mark.mark_id for mark in counting}:
                why = why_not_counted(codebook, made, volley)
                self._tell(self.tr("{0} does not count: {1}").format(words, why), loud=True)
                return
        self._tell(words)

    def _tell(self, words: str, *, loud: bool = False) -> None:
        """Show words; ``loud`` has a screen reader say what the page does not say by itself."""
        self._told.setText(words)
        if loud:
            announce(self, words)

    def _show_volley(self, coding: Coding) -> None:
        by_volley = coding.counting is CountingMode.VOLLEY
        if self._coding is None or not by_volley or not self._coding.is_editable:
            return
        codebook, marks = self._coding.codebook, _of_volley(coding, self._volley)
        places = volley_places(coding.marks)
        place = places.get(self._volley, len(places) + 1)
        self.volley.show_volley(codebook, place, marks)
        counted = counted_marks(codebook, marks, by_volley=True)
        self.pad.show_counted([mark.count_id for mark in counted])

    def _show_parts(self, *, has_codes: bool) -> None:
        coding = self._coding
        chosen = self._mode is not None
        editable = coding is not None and coding.is_editable
        self._nothing.setVisible(not has_codes)
        self._nothing.setText("" if coding is None else self.tr("This study counts nothing."))
        self.choice.setVisible(has_codes and editable and not chosen)
        self._upper.setVisible(has_codes and editable and chosen)
        self.volley.setVisible(self._mode is CountingMode.VOLLEY)
        self.events.setVisible(has_codes and (chosen or not editable))
        by_volley = self._mode is CountingMode.VOLLEY
        self._way.setText(self.tr("by volley") if by_volley else self.tr("tally"))
        self._way.setVisible(chosen)
        marks = () if coding is None else coding.coding.marks
        self._other_way.setVisible(editable and chosen and not marks)

    def _connect(self) -> None:
        self.pad.code_pressed.connect(self.mark)
        self.pad.volley_wanted.connect(self.next_volley)
        self.pad.take_back_wanted.connect(self.take_back)
        self.pad.play_pause_wanted.connect(self.play_pause_wanted)
        self.pad.page_wanted.connect(self.show_page)
        self.events.play_wanted.connect(self.play_wanted)
        self.events.volley_wanted.connect(self._go_to_volley)

    def _lay_out(self) -> None:
        head = QHBoxLayout(self.head)
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(SPACE)
        head.addWidget(self._way)
        head.addWidget(self._other_way)
        content = QWidget()
        content.setProperty("look", "page")
        column = self._pad_column = QVBoxLayout(content)
        column.setContentsMargins(HALF, HALF, HALF, HALF)
        column.addWidget(self.pad)
        column.addStretch(1)
        scroll = PadArea(self)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(content)
        self._scroll = scroll
        self._upper = QWidget(self)
        upper = QVBoxLayout(self._upper)
        upper.setContentsMargins(0, 0, 0, SPACE)
        upper.setSpacing(HALF)
        upper.addWidget(scroll, 1)  # what grows below takes its room, and no button moves
        upper.addWidget(self.volley)
        upper.addWidget(self._told)
        self._splitter = QSplitter(Qt.Orientation.Vertical, self)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.addWidget(self._upper)
        self._splitter.addWidget(self.events)
        self._splitter.splitterMoved.connect(self._keep_shares)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(HALF, HALF, SPACE, HALF)
        layout.setSpacing(SPACE)
        layout.addWidget(self.head)
        layout.addWidget(self._nothing)
        layout.addWidget(self.choice)
        layout.addWidget(self._splitter, 1)


def _of_volley(coding: Coding, number: int) -> list[CodeMark]:
    return [mark for mark in coding.marks if mark.volley == number]
