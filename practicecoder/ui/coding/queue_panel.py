"""The coder's own queue beside the coding: which session is open, and what comes next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from practicecoder.domain.coding import Coding
from practicecoder.domain.ids import BlindCode, CoderId
from practicecoder.domain.spans import clock
from practicecoder.services.context import StudyServices
from practicecoder.services.session_rows import QueueRow, QueueState
from practicecoder.ui.accessibility import name
from practicecoder.ui.actions import ActionId, show_tip
from practicecoder.ui.coding.open_coding import OpenCoding
from practicecoder.ui.icons import Icon
from practicecoder.ui.languages import translate
from practicecoder.ui.tables import RIGHT, Column, RowTable, RowTableModel
from practicecoder.ui.tasks import run_task
from practicecoder.ui.theme import HALF, SPACE, Look
from practicecoder.ui.widgets.due_words import due_in_words
from practicecoder.ui.widgets.labels import button, label
from practicecoder.ui.widgets.state_words import QUEUE_STATE_WORDS

CELL_PADDING = 22


@dataclass(frozen=True, slots=True, kw_only=True)
class QueueEntry:
    """A session of the queue, and whether it is the one on the desk."""

    row: QueueRow
    is_open: bool

    @property
    def state(self) -> str:
        """State in words; the open session is the one that is here."""
        if self.is_open and self.row.state is not QueueState.SUBMITTED:
            return _tr("open here")
        return QUEUE_STATE_WORDS[self.row.state]

    @property
    def due(self) -> str:
        """When the lead wants it, as the queue of the Sessions page tells it; empty if unknown."""
        return due_in_words(self.row.days_left)

    @property
    def is_overdue(self) -> bool:
        """Whether it should be submitted by now."""
        return self.row.days_left is not None and self.row.days_left < 0

    @property
    def told(self) -> str:
        """What the tooltip of the state says: how much is decided, and when it is due."""
        decided = _tr("{0} of {1} decided").format(self.row.n_decided, self.row.n_dimensions)
        return "\n".join(filter(None, (decided, self.due)))


class QueuePanel(QWidget):
    """Lists the sessions of one coder in the order of their queue, and leads to them.

    It knows nothing but what the queue tells a coder: random codes, lengths, states, due dates.
    """

    session_wanted = Signal(str)
    """Blind code of a session that was chosen."""
    next_wanted = Signal()
    failed = Signal(object)

    def __init__(self, services: StudyServices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._coder_id: CoderId | None = None
        self._open_code: BlindCode | None = None
        self._was_locked = False
        self._model = RowTableModel(QUEUE_COLUMNS, key=lambda e: e.row.blind_code, parent=self)
        self.table = RowTable(self.tr("My queue"), self)
        self.table.setSelectionMode(RowTable.SelectionMode.SingleSelection)
        self.table.show_model(self._model, sortable=False)
        self.table.row_activated.connect(self._choose)
        self._due = label("", self, wrapped=True)
        name(self._due, self.tr("Due"))
        self._progress = label("", self, Look.MUTED)
        name(self._progress, self.tr("Own progress"))
        self._next = button(self.tr("Next"), self, self.next_wanted.emit, drawing=Icon.NEXT)
        name(self._next, self.tr("Next session"))
        show_tip(self._next, ActionId.NEXT_SESSION)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(HALF, 0, HALF, HALF)
        layout.setSpacing(SPACE)
        layout.addWidget(self.table, 1)
        layout.addWidget(self._due)
        layout.addWidget(self._progress)
        layout.addWidget(self._next)
        self._fit_columns()

    @property
    def progress(self) -> str:
        """Own progress in words."""
        return self._progress.text()

    @property
    def due(self) -> str:
        """When the open session is due, and how many others should be submitted by now."""
        return self._due.text()

    @property
    def next_button(self) -> QWidget:
        """The button that leads to the next session."""
        return self._next

    def open_coding(self, coding: OpenCoding | None) -> None:
        """Show the queue of a coding's coder, with its session as the open one."""
        self._open_code = None if coding is None else coding.desk.blind_code
        if coding is None:
            return  # the queue stays until the next session, or somebody else's, is open
        if coding.coding.coder_id != self._coder_id:
            self._coder_id = coding.coding.coder_id
            self._show(())
        self._was_locked = coding.coding.is_locked
        self.read()

    def show_coding(self, coding: Coding) -> None:
        """Read the queue again when the open session was submitted."""
        if coding.is_locked and not self._was_locked:
            self._was_locked = True
            self.read()

    def read(self) -> None:
        """Read the queue of the coder."""
        coder_id = self._coder_id
        if coder_id is None:
            return
        run_task(
            self,
            lambda: self._services.sessions.queue(coder_id),
            on_success=lambda rows: self._take(coder_id, rows),
            on_failure=self.failed.emit,
        )

    # Inside

    def _take(self, coder_id: CoderId, rows: Sequence[QueueRow]) -> None:
        if coder_id == self._coder_id:  # else somebody else works here by now
            self._show(rows)

    def _show(self, rows: Sequence[QueueRow]) -> None:
        entries = [QueueEntry(row=r, is_open=r.blind_code == self._open_code) for r in rows]
        self._model.set_rows(entries)
        if self._open_code is not None and not self.table.hasFocus():
            self.table.select_key(self._open_code)
        self._show_due(entries)
        done = sum(row.state is QueueState.SUBMITTED for row in rows)
        self._progress.setText(self.tr("{0} of {1} submitted").format(done, len(rows)))
        self._next.setEnabled(next_to_code(rows, self._open_code) is not None)

    def _show_due(self, entries: Sequence[QueueEntry]) -> None:
        told = [entry.due for entry in entries if entry.is_open and entry.due]
        others = sum(entry.is_overdue and not entry.is_open for entry in entries)
        if others:
            words = self.tr("1 other overdue") if others == 1 else self.tr("{} others overdue")
            told.append(words.format(others))
        self._due.setText("\n".join(f"{words[:1].upper()}{words[1:]}" for words in told))
        self._due.setVisible(bool(told))

    def _choose(self, entry: QueueEntry) -> None:
        self.session_wanted.emit(entry.row.blind_code)

    def _fit_columns(self) -> None:
        """Fit columns to what may come: the code takes what is left."""
        may_come: tuple[list[str], ...] = (
            [],
            ["0:00:00"],
            [_tr("open here"), *QUEUE_STATE_WORDS.values()],
        )

        def widths() -> list[int]:
            wide = self.table.fontMetrics().horizontalAdvance
            return [max((wide(t) for t in texts), default=0) + CELL_PADDING for texts in may_come]

        self.table.hold_columns(widths, stretch=0)
        self.table.horizontalHeader().hide()  # a code, a length and a state say what they are
        self.table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)


def next_to_code(rows: Sequence[QueueRow], current: BlindCode | None) -> BlindCode | None:
    """Code of the first session not submitted after the current one, round the queue.

    Without a current session it is the first in progress, else the first new one.
    """
    waiting = [row for row in rows if row.state is not QueueState.SUBMITTED]
    codes = [row.blind_code for row in rows]
    if current not in codes:
        begun = [row for row in waiting if row.state is QueueState.IN_PROGRESS]
        return next((row.blind_code for row in (*begun, *waiting)), None)
    place = codes.index(current)
    to_do = {row.blind_code for row in waiting} - {current}
    return next((code for code in (*codes[place:], *codes[:place]) if code in to_do), None)


def _length(entry: QueueEntry) -> str:
    return "–" if entry.row.duration_ms is None else clock(entry.row.duration_ms)


QUEUE_COLUMNS = (
    Column[QueueEntry](
        title="Session",
        text=lambda e: e.row.blind_code,
        tooltip="Random code of the session; it tells nothing about it",
        cell_tooltip=lambda e: e.due,
        bold=lambda e: e.is_open,
    ),
    Column[QueueEntry](
        title="Length", text=_length, alignment=RIGHT, tooltip="Length of what is coded"
    ),
    Column[QueueEntry](
        title="State",
        text=lambda e: e.state,
        cell_tooltip=lambda e: e.told,
        muted=lambda e: e.row.state is QueueState.SUBMITTED,
    ),
)


def _tr(text: str) -> str:
    return translate("Queue", text)
