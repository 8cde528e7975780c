"""A coder's own queue: what is next, how far it is, and nothing about the sessions themselves."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from practicecoder.domain.ids import BlindCode, CoderId
from practicecoder.services.context import StudyServices
from practicecoder.services.sessions import QueueRow, QueueState
from practicecoder.ui.accessibility import name
from practicecoder.ui.icons import Icon
from practicecoder.ui.sessions.columns import QUEUE_COLUMNS, QueueLine
from practicecoder.ui.tables import RowTable, RowTableModel
from practicecoder.ui.tasks import run_task
from practicecoder.ui.theme import DOUBLE, SPACE, Look
from practicecoder.ui.widgets.labels import button, card, label

WIDEST_PX = 880


class QueuePanel(QWidget):
    """The queue as a table, own progress, and the button that opens the next session."""

    coding_requested = Signal(str)
    """Blind code of the session to code."""
    failed = Signal(object)

    def __init__(self, services: StudyServices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._coder_id: CoderId | None = None
        self._model = RowTableModel(QUEUE_COLUMNS, key=lambda x: x.row.blind_code, parent=self)
        self._heading = label(self.tr("My queue"), self, Look.TITLE)
        self._progress_words = label("", self, Look.MUTED)
        self._progress = QProgressBar(self)
        self._progress.setTextVisible(False)
        self._progress.setFixedWidth(240)
        name(self._progress, self.tr("Own progress"))
        self._next = button(
            self.tr("Code the next session"),
            self,
            self._open_next,
            look=Look.PRIMARY,
            drawing=Icon.NEXT,
        )
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
    def n_rows(self) -> int:
        """Number of sessions in the queue."""
        return len(self._model.rows)

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

    def focus_first(self) -> None:
        """Put the focus on what comes next."""
        target = self._next if self._next.isEnabled() else self._table
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        inner = QWidget(self)
        inner.setMaximumWidth(WIDEST_PX)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(inner)
        outer.addStretch(0)
        layout = QVBoxLayout(inner)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(DOUBLE)
        head = QHBoxLayout()
        words = QVBoxLayout()
        words.setSpacing(SPACE)
        words.addWidget(self._heading)
        line = QHBoxLayout()
        line.setSpacing(DOUBLE)
        line.addWidget(self._progress, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self._progress_words)
        line.addStretch(1)
        words.addLayout(line)
        head.addLayout(words, 1)
        head.addWidget(self._next, 0, Qt.AlignmentFlag.AlignVCenter)
        layout.addLayout(head)
        frame, inside = card(self)
        inside.setContentsMargins(SPACE, SPACE, SPACE, SPACE)
        inside.addWidget(self._table)
        layout.addWidget(frame, 1)
        QWidget.setTabOrder(self._next, self._table)

    def _show(self, coder_id: CoderId | None, rows: tuple[QueueRow, ...]) -> None:
        if coder_id != self._coder_id:
            return
        lines = tuple(QueueLine(place=i, row=row) for i, row in enumerate(rows, start=1))
        self._model.set_rows(lines)
        self._table.fit_columns(stretch=3)
        done = sum(row.state is QueueState.SUBMITTED for row in rows)
        self._progress.setRange(0, max(len(rows), 1))
        self._progress.setValue(done)
        self._progress.setVisible(bool(rows))
        self._progress_words.setText(progress_in_words(rows))
        upcoming = _next_line(lines)
        self._next.setEnabled(upcoming is not None)
        self._next.setText(
            self.tr("Code the next session")
            if upcoming is None or upcoming.row.state is QueueState.NEW
            else self.tr("Go on with {}").format(upcoming.row.blind_code)
        )
        if upcoming is not None and self._table.current_row() is None:
            self._table.select_key(upcoming.row.blind_code)

    def _open_next(self) -> None:
        line = _next_line(self._model.rows)
        if line is not None:
            self._open_line(line)

    def _open_line(self, line: QueueLine) -> None:
        self.coding_requested.emit(BlindCode(line.row.blind_code))


def progress_in_words(rows: tuple[QueueRow, ...]) -> str:
    """Own progress, ``"4 of 12 submitted, 1 in progress"``; empty for an empty queue."""
    if not rows:
        return ""
    done = sum(row.state is QueueState.SUBMITTED for row in rows)
    begun = sum(row.state is QueueState.IN_PROGRESS for row in rows)
    text = f"{done} of {len(rows)} submitted"
    return f"{text}, {begun} in progress" if begun else text


def _next_line(lines: tuple[QueueLine, ...]) -> QueueLine | None:
    """First session in progress, else the first new one; None if all are submitted."""
    for wanted in (QueueState.IN_PROGRESS, QueueState.NEW):
        for line in lines:
            if line.row.state is wanted:
                return line
    return None
