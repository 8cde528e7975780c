"""The buttons below the lead's table: what can be done with the sessions that are selected."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QWidget

from practicecoder.domain.sessions import SegmentChoice
from practicecoder.services.session_rows import QueueState, SessionRow
from practicecoder.ui.accessibility import name
from practicecoder.ui.icons import Icon
from practicecoder.ui.sessions.assigning import lockable
from practicecoder.ui.sessions.session_acts import SessionActs
from practicecoder.ui.sessions.words import sessions_in_words
from practicecoder.ui.tables import RowTable
from practicecoder.ui.theme import SPACE, Look
from practicecoder.ui.widgets.flow import Flow
from practicecoder.ui.widgets.labels import button, label
from practicecoder.ui.widgets.menu_button import entry, menu_button


class SelectionBar(QWidget):
    """Offers acts on the sessions selected in a table, as buttons and as its context menu."""

    report_requested = Signal(object)
    """Session whose worker report is wanted."""

    def __init__(
        self, acts: SessionActs, table: RowTable, parent: QWidget, *, may_write: bool
    ) -> None:
        super().__init__(parent)
        self._acts = acts
        self._table = table
        self._may_write = may_write
        self._segment = self._segment_button()
        self._assign = button(self.tr("Assign to coder…"), self, self.assign)
        self._due = button(self.tr("Due…"), self, self.change_due)
        self._due.setToolTip(self.tr("By which day the selected sessions are wanted"))
        name(self._due, self.tr("Due date"), self._due.toolTip())
        self._unlock = button(self.tr("Unlock…"), self, self.unlock, drawing=Icon.UNLOCK)
        self._use = button("", self, self.change_use)
        self._story = button(self.tr("History…"), self, self.show_story)
        self._story.setToolTip(self.tr("What happened to the session, and its codings (Enter)"))
        self._report = button(
            self.tr("Worker report…"), self, self.ask_for_report, drawing=Icon.REPORT
        )
        self._count = label("", self, Look.MUTED)
        self._lay_out()
        table.row_activated.connect(lambda _: self.show_story())
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        table.customContextMenuRequested.connect(self._show_menu)

    # What is shown

    def show_selection(self, chosen: Sequence[SessionRow], *, n_shown: int, n_all: int) -> None:
        """Offer what can be done with the selected of the shown sessions, and say how many."""
        self._show_count(len(chosen), n_shown, n_all)
        is_one, may_write = len(chosen) == 1, self._may_write
        n_out = sum(row.is_taken_out for row in chosen)
        has_sound = any(row.session.has_sound for row in chosen)
        self._assign.setEnabled(may_write and bool(chosen) and not n_out)
        self._due.setEnabled(may_write and any(map(_is_waiting, chosen)))
        self._unlock.setEnabled(may_write and is_one and not n_out and bool(lockable(chosen[0])))
        self._segment.setEnabled(may_write and has_sound)
        self._story.setEnabled(is_one)
        self._report.setEnabled(is_one and _may_report(chosen[0]))
        self._show_use(len(chosen), n_out)

    # Acts

    def assign(self) -> None:
        """Ask for a coder and assign the selected sessions."""
        rows = self._selected()
        if rows:
            self._acts.assign(rows)

    def change_due(self) -> None:
        """Ask by which day the selected sessions are wanted."""
        rows = self._selected()
        if any(map(_is_waiting, rows)):
            self._acts.change_due(rows)

    def unlock(self) -> None:
        """Ask for a reason and unlock a coding of the selected session."""
        rows = self._selected()
        if len(rows) == 1 and lockable(rows[0]):
            self._acts.unlock(rows[0])

    def change_use(self) -> None:
        """Take the selected sessions out of use, or back into it."""
        rows = self._selected()
        if rows:
            self._acts.change_use(rows)

    def draw_again(self, choice: SegmentChoice) -> None:
        """Ask how the segments of the selected sessions are chosen again."""
        sessions = [row.session for row in self._selected() if row.session.has_sound]
        self._acts.draw_again(sessions, choice)

    def show_story(self) -> None:
        """Show what happened to the selected session."""
        rows = self._selected()
        if len(rows) == 1:
            self._acts.show_story(rows[0].session.session_id)

    def ask_for_report(self) -> None:
        """Have the worker report of the selected session written."""
        rows = self._selected()
        if len(rows) == 1:
            self.report_requested.emit(rows[0].session.session_id)

    # Inside

    def _selected(self) -> tuple[SessionRow, ...]:
        return self._table.selected_rows()

    def _show_count(self, n_chosen: int, n_shown: int, n_all: int) -> None:
        parts = [sessions_in_words(n_all)]
        if n_shown != n_all:
            parts.append(self.tr("{} shown").format(n_shown))
        if n_chosen:
            parts.append(self.tr("{} selected").format(n_chosen))
        self._count.setText(", ".join(parts))

    def _show_use(self, n_chosen: int, n_out: int) -> None:
        is_back = 0 < n_chosen == n_out
        self._use.setText(self.tr("Take back…") if is_back else self.tr("Withdraw…"))
        told = self.tr("Take the selected sessions out of use: withdrawn, or unusable")
        if is_back:
            told = self.tr("Take the selected sessions into use again")
        self._use.setToolTip(told)
        name(self._use, self._use.text(), told)
        self._use.setEnabled(self._may_write and n_chosen > 0 and n_out in (0, n_chosen))

    def _show_menu(self, at: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for source in (
            self._story, self._assign, self._due, self._unlock, self._use, self._report,
        ):  # fmt: skip
            act = QAction(source.text(), menu)
            act.setEnabled(source.isEnabled())
            act.triggered.connect(source.click)
            menu.addAction(act)
        menu.addMenu(self._segment.menu()).setEnabled(self._segment.isEnabled())
        menu.addSeparator()
        menu.addAction(entry(self.tr("Copy rows"), menu, self._table.copy_selection))
        menu.popup(self._table.viewport().mapToGlobal(at))

    def _segment_button(self) -> QPushButton:
        again = entry(self.tr("Draw &again…"), self, lambda: self.draw_again(SegmentChoice.RANDOM))
        whole = entry(
            self.tr("Take the &whole…"), self, lambda: self.draw_again(SegmentChoice.WHOLE)
        )
        choices = self._acts.choices()
        again.setEnabled(SegmentChoice.RANDOM in choices)
        whole.setEnabled(SegmentChoice.WHOLE in choices)
        return menu_button(self.tr("Segment"), self, [again, whole])

    def _lay_out(self) -> None:
        acts = Flow(self, spacing=SPACE)
        acts.add(
            self._segment, self._assign, self._due, self._unlock, self._use, self._story,
            self._report,
        )  # fmt: skip
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE)
        layout.addWidget(acts, 1)
        layout.addWidget(self._count)


def _may_report(row: SessionRow) -> bool:
    is_coded = row.n_submitted > 0 or row.consensus is QueueState.SUBMITTED
    return row.session.purpose.allows_feedback and is_coded


def _is_waiting(row: SessionRow) -> bool:
    """Whether somebody was given the session and has not submitted it."""
    return any(c.state is not QueueState.SUBMITTED for c in row.coders)
