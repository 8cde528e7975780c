"""The lead's table of all sessions: find, filter, import, plan, assign, unlock."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from practicecoder.domain.ids import CoderId, CodingId, SessionId
from practicecoder.domain.sessions import SegmentChoice
from practicecoder.errors import PracticeCoderError
from practicecoder.services.changes import StudyChange
from practicecoder.services.context import StudyServices
from practicecoder.services.import_summary import ImportSummary
from practicecoder.services.session_rows import QueueState, SessionRow
from practicecoder.ui.accessibility import name, tab_as_laid_out
from practicecoder.ui.errors import MessageDialog, show_error
from practicecoder.ui.icons import Icon
from practicecoder.ui.sessions.assigning import AssignDialog, UnlockDialog, lockable
from practicecoder.ui.sessions.columns import LEAD_COLUMNS
from practicecoder.ui.sessions.data_protection import DataProtection
from practicecoder.ui.sessions.filters import LeadFilters
from practicecoder.ui.sessions.lead_acts import LeadActs
from practicecoder.ui.sessions.lead_views import LeadViews
from practicecoder.ui.sessions.people import PeopleDialog
from practicecoder.ui.sessions.views import ViewShelf
from practicecoder.ui.sessions.words import sessions_in_words
from practicecoder.ui.settings import Settings
from practicecoder.ui.tables import RowTable, RowTableModel
from practicecoder.ui.tasks import run_task
from practicecoder.ui.theme import DOUBLE, SPACE, Look
from practicecoder.ui.widgets.flow import Flow
from practicecoder.ui.widgets.labels import button, card, in_row, label
from practicecoder.ui.widgets.long_work import LongWork


class LeadPanel(QWidget):
    """All sessions with what only the lead may see."""

    study_changed = Signal(object)
    failed = Signal(object)
    told = Signal(str)
    """A sentence for the status line."""
    report_requested = Signal(object)
    """Session whose worker report is wanted."""

    def __init__(
        self,
        services: StudyServices,
        parent: QWidget | None = None,
        *,
        settings: Settings | None = None,
    ) -> None:
        """Make the panel; without ``settings`` saved views are forgotten when it closes."""
        super().__init__(parent)
        self._services = services
        self._actor: CoderId | None = None
        self._model = RowTableModel(LEAD_COLUMNS, key=lambda r: r.session.session_id, parent=self)
        self.acts = LeadActs(services, self)
        self.protection = DataProtection(services, self)
        self._table = RowTable(self.tr("Sessions"), self)
        self._table.set_placeholder(
            self.tr(
                "No session to show.\nImport a sheet with one row for each session; recordings "
                "are taken in with it."
            )
        )
        self._table.show_model(self._model)
        shelf = ViewShelf(settings, services.study.study_id)
        self.views = LeadViews(shelf, self._table, self)
        self._filters = LeadFilters(self, before=(self.views.choice, self.views.more))
        self._filters.words_changed.connect(self._find)
        self._filters.rows_changed.connect(self._filter)
        self._table.selection_changed.connect(self._show_selection)
        self._table.row_activated.connect(lambda _: self.show_story())
        self._table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._table.customContextMenuRequested.connect(self._show_menu)
        self._count = label("", self, Look.MUTED)
        self._segment = self._segment_button()
        self._story = button(self.tr("History…"), self, self.show_story)
        self._story.setToolTip(self.tr("What happened to the session, and its codings (Enter)"))
        self._assign = button(self.tr("Assign to coder…"), self, self.assign)
        self._due = button(self.tr("Due…"), self, self.change_due)
        self._due.setToolTip(self.tr("By which day the selected sessions are wanted"))
        name(self._due, self.tr("Due date"), self._due.toolTip())
        self._unlock = button(self.tr("Unlock…"), self, self.unlock, drawing=Icon.UNLOCK)
        self._use = button("", self, self.change_use)
        self._report = button(
            self.tr("Worker report…"), self, self._ask_for_report, drawing=Icon.REPORT
        )
        self._concerns = button("", self, self.acts.show_concerns, drawing=Icon.NOTE)
        self.tools = self._make_tools()
        self._lay_out()
        self.acts.study_changed.connect(self.study_changed)
        self.acts.failed.connect(self.failed)
        self.acts.told.connect(self.told)
        self.acts.imported.connect(self._tell_import)
        self.protection.study_changed.connect(self.study_changed)
        self.protection.failed.connect(self.failed)
        self.protection.told.connect(self.told)
        self.views.changed.connect(self._show_selection)
        self.views.follow(self._filters)

    @property
    def table(self) -> RowTable:
        """The table, for copying and finding."""
        return self._table

    def show_actor(self, actor: CoderId | None) -> None:
        """Work in the name of a lead."""
        self._actor = actor
        self.acts.actor = actor
        self.protection.actor = actor
        self.refresh()

    def refresh(self) -> None:
        """Read the sessions again."""
        run_task(
            self,
            self._services.sessions.lead_table,
            on_success=self._show,
            on_failure=self.failed.emit,
        )

    def go_to_filter(self) -> None:
        """Go to the filter words."""
        self._filters.go_to_words()

    def focus_first(self) -> None:
        """Put the focus on the table."""
        self._table.setFocus(Qt.FocusReason.OtherFocusReason)

    # Acts

    def assign(self) -> None:
        """Ask for a coder and assign the selected sessions."""
        rows = self._selected()
        if not rows:
            return
        today = self._services.sessions.today()
        dialog = AssignDialog(rows, self._services.people.coders(), self, today=today)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.wanted.connect(
            lambda coder_id, due_on: self._assign_to(rows, coder_id, due_on=due_on)
        )
        dialog.open()

    def change_due(self) -> None:
        """Ask by which day the selected sessions are wanted."""
        rows = self._selected()
        if any(_is_waiting(row) for row in rows):
            self.acts.change_due(rows)

    def change_use(self) -> None:
        """Take the selected sessions out of use, or back into it."""
        rows = self._selected()
        if rows:
            self.acts.change_use(rows)

    def withdraw_for_good(self) -> None:
        """Show what withdrawing the selected session would erase, and do it if it is wanted."""
        rows = self._selected()
        if len(rows) == 1:
            self.protection.withdraw(rows[0])

    def keep_sound(self) -> None:
        """Ask until which day the sound of the selected sessions may be kept."""
        rows = [row for row in self._selected() if row.session.has_sound]
        if rows:
            self.protection.keep_sound(rows)

    def unlock(self) -> None:
        """Ask for a reason and unlock a coding of the selected session."""
        rows = self._selected()
        if len(rows) != 1 or not lockable(rows[0]):
            return
        dialog = UnlockDialog(rows[0], self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.wanted.connect(self._unlock_coding)
        dialog.open()

    def draw_segments(self) -> None:
        """Draw windows for the selected sessions, or for all if no more than one is selected."""
        rows = self._selected()
        self.acts.draw_segments(_ids(rows) if len(rows) > 1 else None)

    def plan(self) -> None:
        """Plan the coding of the selected sessions, or of all that nobody has."""
        self.acts.plan(_ids(self._selected()))

    def show_story(self) -> None:
        """Show what happened to the selected session."""
        rows = self._selected()
        if len(rows) == 1:
            self.acts.show_story(rows[0].session.session_id)

    def ask_for_sessions(self) -> None:
        """Ask for a sheet of sessions and import it."""
        path = self._ask_for_file(self.tr("Import sessions from a sheet"))
        if path is not None:
            self.import_sessions(path)

    def ask_for_ratings(self) -> None:
        """Ask for a table of ratings and import it."""
        path = self._ask_for_file(self.tr("Import ratings"))
        if path is not None:
            self.import_ratings(path)

    def import_sessions(self, sheet: Path) -> None:
        """Import the sessions of a sheet with their recordings."""
        LongWork(
            self.tr("Importing sessions"),
            lambda progress, cancelled: self._services.importing.add_sessions(
                sheet, actor=self._actor, progress=progress, cancelled=cancelled
            ),
            self,
            on_success=self._tell_import,
            on_failure=self.failed.emit,
        )

    def import_ratings(self, table: Path) -> None:
        """Import a table of ratings as submitted codings."""
        LongWork(
            self.tr("Importing ratings"),
            lambda _progress, _cancelled: self._services.importing.import_ratings(
                table, actor=self._actor
            ),
            self,
            on_success=self._tell_import,
            on_failure=self.failed.emit,
        )

    def show_packets(self) -> None:
        """Show packets, and make one with the selected sessions if that is wanted."""
        self.acts.show_packets(_ids(self._selected()))

    def show_people(self) -> None:
        """Show and add people."""
        dialog = PeopleDialog(self._services, self._actor, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.study_changed.connect(self.study_changed)
        dialog.open()

    # Inside

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(DOUBLE)
        layout.addWidget(self._filters)
        frame, inside = card(self)
        inside.setContentsMargins(SPACE, SPACE, SPACE, SPACE)
        inside.addWidget(self._table)
        layout.addWidget(frame, 1)
        acts = Flow(self, spacing=SPACE)
        acts.add(
            self._segment, self._assign, self._due, self._unlock, self._use, self._story,
            self._report,
        )  # fmt: skip
        foot = QHBoxLayout()
        foot.setSpacing(SPACE)
        foot.addWidget(acts, 1)
        foot.addWidget(self._count)
        layout.addLayout(foot)

    def _make_tools(self) -> QWidget:
        """Make the buttons that stand above the table, beside the page's tabs."""
        tools = QWidget(self)
        people = button(self.tr("People…"), tools, self.show_people, drawing=Icon.PEOPLE)
        self._protection = self._protection_button()
        self._show_due_sound(0)
        plan, taking_in = self._plan_button(), self._import_button()
        tools.setLayout(in_row(self._concerns, self._protection, plan, taking_in, people))
        return tools

    def _protection_button(self) -> QPushButton:
        self._for_good = self._entry(self.tr("&Withdraw for good…"), self.withdraw_for_good)
        self._for_good.setToolTip(self.tr("Choose what is erased of the selected session"))
        self._keep_sound = self._entry(self.tr("&Keep sound until…"), self.keep_sound)
        self._due_sound = self._entry("", self.protection.show_due_sound)
        receipts = self._entry(self.tr("&Receipts…"), self.protection.show_receipts)
        entries = [self._for_good, receipts, self._keep_sound, self._due_sound]
        return self._menu_button(self.tr("Data protection"), entries)

    def _plan_button(self) -> QPushButton:
        self._draw = self._entry(self.tr("&Draw segments…"), self.draw_segments)
        entries = [
            self._draw,
            self._entry(self.tr("&Plan coding…"), self.plan),
            self._entry(self.tr("&Replace a coder…"), self.acts.replace_coder),
        ]
        for entry in entries:
            entry.setEnabled(not self._services.read_only)
        if not self.acts.draws_windows:
            self._draw.setEnabled(False)
            self._draw.setToolTip(self.tr("The codebook of this study codes whole recordings"))
        packets = self._entry(self.tr("Coding pac&kets…"), self.show_packets)
        settings = self._entry(self.tr("Study &settings…"), self.acts.show_settings)
        offices = self._entry(self.tr("&Offices…"), self.acts.show_offices)
        return self._menu_button(self.tr("Plan"), [*entries, packets, offices, settings])

    def _segment_button(self) -> QPushButton:
        choices = self.acts.choices()
        self._again = self._entry(
            self.tr("Draw &again…"), lambda: self._draw_again(SegmentChoice.RANDOM)
        )
        self._again.setEnabled(SegmentChoice.RANDOM in choices)
        self._whole = self._entry(
            self.tr("Take the &whole…"), lambda: self._draw_again(SegmentChoice.WHOLE)
        )
        self._whole.setEnabled(SegmentChoice.WHOLE in choices)
        return self._menu_button(self.tr("Segment"), [self._again, self._whole])

    def _separator(self) -> QAction:
        line = QAction(self)
        line.setSeparator(True)
        return line

    def _entry(self, words: str, act: Callable[[], object]) -> QAction:
        entry = QAction(words, self)
        entry.triggered.connect(lambda _checked=False: act())
        return entry

    def _menu_button(
        self, words: str, entries: Sequence[QAction], drawing: Icon | None = None
    ) -> QPushButton:
        menu = QMenu(words, self)
        menu.setToolTipsVisible(True)
        menu.addActions(list(entries))
        made = button(words, self, lambda: None, drawing=drawing)
        made.setMenu(menu)
        return made

    def _import_button(self) -> QPushButton:
        entries = [
            self._entry(
                self.tr("A &table of sessions or ratings, with a preview…"),
                self.acts.import_table,
            ),
            self._entry(self.tr("&Codings from other programs…"), self.acts.import_codings),
            self._separator(),
            self._entry(self.tr("&Sessions from our own sheet, at once…"), self.ask_for_sessions),
            self._entry(self.tr("&Ratings from our own sheet, at once…"), self.ask_for_ratings),
        ]
        made = self._menu_button(self.tr("Import"), entries, Icon.IMPORT)
        made.setEnabled(not self._services.read_only)
        return made

    def _ask_for_file(self, title: str) -> Path | None:
        chosen, _ = QFileDialog.getOpenFileName(
            self, title, "", self.tr("Tables (*.csv *.xlsx *.sav *.parquet);;All files (*)")
        )
        return Path(chosen) if chosen else None

    def _selected(self) -> tuple[SessionRow, ...]:
        return self._table.selected_rows()

    def _show(self, rows: tuple[SessionRow, ...]) -> None:
        first = not self._model.rows
        self._model.set_rows(rows)
        self._filters.show_states(rows)
        tab_as_laid_out(self)  # states that came just now stand before the table
        self._show_concerns(sum(row.concerns_unseen for row in rows))
        self.protection.count_due(self._show_due_sound)
        if first:
            self._table.fit_columns()
        self._show_selection()

    def _find(self, words: str) -> None:
        self._model.set_filter_text(words)
        self._show_selection()

    def _filter(self) -> None:
        self._model.set_filter(self._filters.keeps)
        self._show_selection()

    def _show_concerns(self, unseen: int) -> None:
        self._concerns.setText(
            self.tr("Concerns ({})…").format(unseen) if unseen else self.tr("Concerns…")
        )
        told = self.tr("{} not seen yet").format(unseen) if unseen else self.tr("None unseen")
        self._concerns.setToolTip(told)
        name(self._concerns, self.tr("Concerns"), told)

    def _show_due_sound(self, n: int) -> None:
        words, entry = self.tr("Data protection"), self.tr("Sound that is &due…")
        told = self.tr("Withdrawals, receipts, and how long sound is kept")
        if n:
            words = self.tr("Data protection ({})").format(n)
            entry = self.tr("Sound that is &due ({})…").format(n)
            told = self.tr("The sound of {} is due to be deleted").format(sessions_in_words(n))
        self._due_sound.setText(entry)
        self._protection.setText(words)
        self._protection.setToolTip(told)
        name(self._protection, self.tr("Data protection"), told)

    def _show_selection(self) -> None:
        chosen, shown, total = self._selected(), self._model.rowCount(), len(self._model.rows)
        parts = [sessions_in_words(total)]
        if shown != total:
            parts.append(self.tr("{} shown").format(shown))
        if chosen:
            parts.append(self.tr("{} selected").format(len(chosen)))
        self._count.setText(", ".join(parts))
        may_write = not self._services.read_only
        n_out = sum(row.is_taken_out for row in chosen)
        self._assign.setEnabled(may_write and bool(chosen) and not n_out)
        self._due.setEnabled(may_write and any(_is_waiting(row) for row in chosen))
        may_unlock = may_write and len(chosen) == 1 and not n_out
        self._unlock.setEnabled(may_unlock and bool(lockable(chosen[0])))
        self._show_use(chosen)
        self._for_good.setEnabled(may_write and len(chosen) == 1)
        self._keep_sound.setEnabled(may_write and any(r.session.has_sound for r in chosen))
        self._segment.setEnabled(may_write and any(r.session.has_sound for r in chosen))
        self._story.setEnabled(len(chosen) == 1)
        self._report.setEnabled(len(chosen) == 1 and _may_report(chosen[0]))

    def _show_use(self, chosen: Sequence[SessionRow]) -> None:
        n_out = sum(row.is_taken_out for row in chosen)
        is_back = bool(chosen) and n_out == len(chosen)
        self._use.setText(self.tr("Take back…") if is_back else self.tr("Withdraw…"))
        told = self.tr("Take the selected sessions out of use: withdrawn, or unusable")
        if is_back:
            told = self.tr("Take the selected sessions into use again")
        self._use.setToolTip(told)
        name(self._use, self._use.text(), told)
        self._use.setEnabled(
            not self._services.read_only and bool(chosen) and n_out in (0, len(chosen))
        )

    def _show_menu(self, at: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for source in (
            self._story, self._assign, self._due, self._unlock, self._use, self._report,
        ):  # fmt: skip
            entry = QAction(source.text(), menu)
            entry.setEnabled(source.isEnabled())
            entry.triggered.connect(source.click)
            menu.addAction(entry)
        menu.addMenu(self._segment.menu()).setEnabled(self._segment.isEnabled())
        menu.addSeparator()
        copying = QAction(self.tr("Copy rows"), menu)
        copying.triggered.connect(self._table.copy_selection)
        menu.addAction(copying)
        menu.popup(self._table.viewport().mapToGlobal(at))

    def _ask_for_report(self) -> None:
        rows = self._selected()
        if len(rows) == 1:
            self.report_requested.emit(rows[0].session.session_id)

    def _draw_again(self, choice: SegmentChoice) -> None:
        sessions = [row.session for row in self._selected() if row.session.has_sound]
        self.acts.draw_again(sessions, choice)

    def _assign_to(
        self, rows: tuple[SessionRow, ...], coder_id: CoderId, *, due_on: date | None = None
    ) -> None:
        ids = _ids(rows)
        self._act(
            lambda actor: self._services.sessions.assign(ids, coder_id, actor=actor, due_on=due_on)
        )

    def _unlock_coding(self, coding_id: CodingId, reason: str) -> None:
        self._act(
            lambda actor: self._services.coding.unlock(coding_id, actor=actor, reason=reason)
        )

    def _act(self, act: Callable[[CoderId], StudyChange]) -> None:
        if self._actor is None:
            return
        try:
            change = act(self._actor)
        except PracticeCoderError as error:
            show_error(self, error)
        else:
            self.study_changed.emit(change)

    def _tell_import(self, summary: ImportSummary) -> None:
        self.study_changed.emit(summary.change)
        self.told.emit(summary.sentence())
        if summary.notices:
            MessageDialog(
                self.tr("{0} Some recordings need a look.").format(summary.sentence()),
                self,
                title=self.tr("About the recordings"),
                problems=summary.notices,
            ).open()


def _may_report(row: SessionRow) -> bool:
    is_coded = row.n_submitted > 0 or row.consensus is QueueState.SUBMITTED
    return row.session.purpose.allows_feedback and is_coded


def _is_waiting(row: SessionRow) -> bool:
    """Whether somebody was given the session and has not submitted it."""
    return any(c.state is not QueueState.SUBMITTED for c in row.coders)


def _ids(rows: Sequence[SessionRow]) -> tuple[SessionId, ...]:
    return tuple(row.session.session_id for row in rows)
