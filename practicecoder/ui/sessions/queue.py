"""A coder's own queue: what is next, how far it is, and nothing about the sessions themselves."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QWidget,
)

from practicecoder.domain.ids import CoderId
from practicecoder.domain.spans import clock
from practicecoder.services.context import StudyServices
from practicecoder.services.session_rows import QueueRow, QueueState
from practicecoder.ui.accessibility import name
from practicecoder.ui.actions import ActionId, follow_keys, shortcut_text
from practicecoder.ui.icons import Icon
from practicecoder.ui.languages import translate
from practicecoder.ui.sessions.columns import QUEUE_ORDER, QueueLine, queue_columns
from practicecoder.ui.tables import RowTable, RowTableModel
from practicecoder.ui.tasks import run_task
from practicecoder.ui.theme import DOUBLE, SPACE, Look
from practicecoder.ui.widgets.due_words import due_in_words
from practicecoder.ui.widgets.labels import button, card, label
from practicecoder.ui.widgets.scrolling import Scrolling

SIDE_PX = 320


class QueuePanel(QWidget):
    """The queue as a table; beside it what comes next and how far the person is."""

    coding_requested = Signal(str)
    """Blind code of the session to code."""
    failed = Signal(object)
    told = Signal(str)
    """A sentence for the status line."""

    def __init__(self, services: StudyServices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._coder_id: CoderId | None = None
        self._focus_wanted = False
        self._model = RowTableModel(queue_columns(()), key=lambda x: x.row.blind_code, parent=self)
        self._table = RowTable(self.tr("My queue"), self)
        self._table.set_placeholder(
            self.tr(
                "Nothing is in your queue yet.\nThe lead assigns sessions; they appear here in "
                "random order, under random codes."
            )
        )
        self._table.show_model(self._model)
        self._table.setSelectionMode(RowTable.SelectionMode.SingleSelection)
        self._table.row_activated.connect(self._open_line)
        self._lay_out()
        self._show(None, ())

    @property
    def table(self) -> RowTable:
        """The queue's table."""
        return self._table

    @property
    def next_button(self) -> QPushButton:
        """Button that opens what comes next."""
        return self._next

    def show_coder(self, coder_id: CoderId | None) -> None:
        """Show the queue of a coder; nobody's is empty."""
        self._coder_id = coder_id
        self.refresh()

    def refresh(self) -> None:
        """Read the queue again."""
        coder_id = self._coder_id
        if coder_id is None:
            self._show(None, ())
            return
        run_task(
            self,
            lambda: self._services.sessions.queue(coder_id),
            on_success=lambda rows: self._show(coder_id, rows),
            on_failure=self.failed.emit,
        )

    def return_packet(self) -> None:
        """Write what was done with the packet into a file for the lead."""
        from practicecoder.ui.packets.returning import ask_to_return

        ask_to_return(self._services, self, lambda written: self.told.emit(written.sentence()))

    def focus_first(self) -> None:
        """Put the focus on what comes next, as soon as that is known."""
        self._focus_wanted = True
        self._focus_next()

    def _focus_next(self) -> None:
        target = self._next if self._next.isEnabled() else self._table
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    # Layout

    def _lay_out(self) -> None:
        frame, inside = card(self)
        inside.setContentsMargins(SPACE, SPACE, SPACE, SPACE)
        inside.addWidget(self._table)
        side = Scrolling(self, width_px=SIDE_PX)
        cards = [self._next_card(), self._progress_card(), self._keys_card()]
        if self._services.study.made_up and self._services.packet.facts is None:
            cards.append(self._tour_card())
        for beside in cards:
            side.column.addWidget(beside)
        side.column.addStretch(1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(DOUBLE)
        layout.addWidget(frame, 1)
        layout.addWidget(side)

    def _next_card(self) -> QFrame:
        frame, inside = card(self)
        self._next_heading = label(self.tr("Next"), frame, Look.MUTED)
        self._next_code = label("", frame, Look.NUMBER)
        self._next_words = label("", frame, Look.MUTED, wrapped=True)
        self._next = button(
            self.tr("Code this session"),
            frame,
            self._open_next,
            look=Look.PRIMARY,
            drawing=Icon.NEXT,
        )
        for widget in (self._next_heading, self._next_code, self._next_words):
            inside.addWidget(widget)
        inside.addSpacing(SPACE)
        inside.addWidget(self._next)
        return frame

    def _progress_card(self) -> QFrame:
        frame, inside = card(self)
        self._progress_words = label("", frame, wrapped=True)
        self._progress = QProgressBar(frame)
        self._progress.setTextVisible(False)
        name(self._progress, self.tr("Own progress"))
        inside.addWidget(label(self.tr("Own progress"), frame, Look.MUTED))
        inside.addWidget(self._progress)
        inside.addWidget(self._progress_words)
        if self._services.packet.facts is not None:
            inside.addSpacing(SPACE)
            inside.addWidget(self._return_button(frame))
        return frame

    def _return_button(self, parent: QWidget) -> QPushButton:
        made = button(
            self.tr("&Return the packet…"), parent, self.return_packet, drawing=Icon.EXPORT
        )
        made.setToolTip(
            self.tr("What you did so far, in a file for the lead; as often as you like")
        )
        return made

    def _keys_card(self) -> QFrame:
        frame, inside = card(self)
        inside.addWidget(label(self.tr("Keys while coding"), frame, Look.MUTED))
        lines = QGridLayout()
        lines.setHorizontalSpacing(DOUBLE)
        lines.setVerticalSpacing(6)
        lines.setColumnStretch(1, 1)
        for place, (action_id, words) in enumerate(
            (
                (ActionId.PLAY_PAUSE, self.tr("play or pause")),
                (ActionId.REPLAY, self.tr("last 10 seconds again")),
                (ActionId.EVIDENCE, self.tr("evidence at this moment")),
                (ActionId.NEXT_UNRATED, self.tr("next card not yet rated")),
                (ActionId.SHORTCUTS, self.tr("all shortcuts")),
            )
        ):
            lines.addWidget(_key_badge(action_id, frame), place, 0)
            lines.addWidget(label(words, frame, wrapped=True), place, 1)
        inside.addLayout(lines)
        return frame

    def _tour_card(self) -> QFrame:
        frame, inside = card(self)
        inside.addWidget(label(self.tr("Made-up study"), frame, Look.MUTED))
        inside.addWidget(
            label(
                self.tr(
                    "Choose a lead under “I am” to see all sessions, reliability, analysis and "
                    "reports."
                ),
                frame,
                wrapped=True,
            )
        )
        return frame

    # What is shown

    def _show(self, coder_id: CoderId | None, rows: tuple[QueueRow, ...]) -> None:
        if coder_id != self._coder_id:
            return  # somebody else works here by now
        lines = queue_lines(rows)
        columns = queue_columns(lines)
        if columns != self._model.columns:
            self._model.set_columns(columns)
        self._model.set_rows(lines)
        self._table.fit_columns()
        done = sum(row.state is QueueState.SUBMITTED for row in rows)
        self._progress.setRange(0, max(len(rows), 1))
        self._progress.setValue(done)
        self._progress_words.setText(progress_in_words(rows))
        self._show_next()
        if self._focus_wanted and self._table.hasFocus():
            self._focus_next()
        self._focus_wanted = False

    def _show_next(self) -> None:
        line = self._upcoming()
        self._next.setEnabled(line is not None)
        if line is None:
            all_done = bool(self._model.rows)
            self._next_code.setText(self.tr("All done") if all_done else "–")
            self._next_words.setText(
                self.tr("Every session in your queue is submitted.")
                if all_done
                else self.tr("Nothing is assigned to you yet.")
            )
            return
        begun = line.row.state is QueueState.IN_PROGRESS
        self._next_heading.setText(self.tr("In progress") if begun else self.tr("Next"))
        self._next_code.setText(line.row.blind_code)
        self._next_words.setText(line_in_words(line.row))
        self._next.setText(self.tr("Go on coding") if begun else self.tr("Code this session"))
        if self._table.current_row() is None:
            self._table.select_key(line.row.blind_code)

    def _upcoming(self) -> QueueLine | None:
        """What comes next: the first line, unless that is submitted."""
        first = next(iter(self._model.rows), None)
        return None if first is None or first.row.state is QueueState.SUBMITTED else first

    def _open_next(self) -> None:
        line = self._upcoming()
        if line is not None:
            self._open_line(line)

    def _open_line(self, line: QueueLine) -> None:
        self.coding_requested.emit(line.row.blind_code)


def queue_lines(rows: tuple[QueueRow, ...]) -> tuple[QueueLine, ...]:
    """Sessions in progress first, then new ones, then submitted ones, each in queue order."""
    lines = [QueueLine(place=place, row=row) for place, row in enumerate(rows, start=1)]
    return tuple(sorted(lines, key=lambda line: QUEUE_ORDER.index(line.row.state)))


def line_in_words(row: QueueRow) -> str:
    """Length, how much is decided and when it is due: ``"52:10, 3 of 7 decided, due today"``."""
    length = _tr("no recording") if row.duration_ms is None else clock(row.duration_ms)
    if row.state is QueueState.NEW:
        so_far = _tr("{} dimensions").format(row.n_dimensions)
    else:
        so_far = _tr("{0} of {1} decided").format(row.n_decided, row.n_dimensions)
    return ", ".join(filter(None, (length, so_far, due_in_words(row.days_left))))


def progress_in_words(rows: tuple[QueueRow, ...]) -> str:
    """Own progress, ``"4 of 12 submitted, 1 in progress, 2 overdue"``; empty without sessions."""
    if not rows:
        return ""
    done = sum(row.state is QueueState.SUBMITTED for row in rows)
    begun = sum(row.state is QueueState.IN_PROGRESS for row in rows)
    late = sum(row.days_left is not None and row.days_left < 0 for row in rows)
    parts = [_tr("{0} of {1} submitted").format(done, len(rows))]
    if begun:
        parts.append(_tr("{} in progress").format(begun))
    if late:
        parts.append(_tr("{} overdue").format(late))
    return ", ".join(parts)


def _key_badge(action_id: ActionId, parent: QWidget) -> QLabel:
    made = label("", parent, Look.BADGE)
    follow_keys(made, lambda: made.setText(shortcut_text(action_id)))
    return made


def _tr(text: str) -> str:
    return translate("Sessions", text)
