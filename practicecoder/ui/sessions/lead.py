"""The lead's table of all sessions: find, filter, and what can be done above and below it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from practicecoder.domain.ids import CoderId
from practicecoder.services.context import StudyServices
from practicecoder.services.session_rows import SessionRow
from practicecoder.ui.accessibility import tab_as_laid_out
from practicecoder.ui.sessions.columns import LEAD_COLUMNS
from practicecoder.ui.sessions.data_protection import DataProtection
from practicecoder.ui.sessions.filters import LeadFilters
from practicecoder.ui.sessions.intake import Intake
from practicecoder.ui.sessions.lead_acts import LeadActs
from practicecoder.ui.sessions.lead_tools import LeadTools
from practicecoder.ui.sessions.lead_views import LeadViews
from practicecoder.ui.sessions.selection_bar import SelectionBar
from practicecoder.ui.sessions.session_acts import SessionActs
from practicecoder.ui.sessions.views import ViewShelf
from practicecoder.ui.settings import Settings
from practicecoder.ui.tables import RowTable, RowTableModel
from practicecoder.ui.tasks import run_task
from practicecoder.ui.theme import DOUBLE, SPACE
from practicecoder.ui.widgets.labels import card


class LeadPanel(QWidget):
    """All sessions with what only the lead may see.

    ``tools`` are the buttons that stand above the table, beside the page's tabs.
    """

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
        self._model = RowTableModel(LEAD_COLUMNS, key=lambda r: r.session.session_id, parent=self)
        self.acts = LeadActs(services, self)
        self.session_acts = SessionActs(services, self)
        self.intake = Intake(services, self)
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
        may_write = not services.read_only
        self.bar = SelectionBar(self.session_acts, self._table, self, may_write=may_write)
        self.tools = LeadTools(
            self.acts, self.protection, self.intake, self._table, self, may_write=may_write
        )
        self._lay_out()
        self._connect()
        self.views.follow(self._filters)

    @property
    def table(self) -> RowTable:
        """The table, for copying and finding."""
        return self._table

    def show_actor(self, actor: CoderId | None) -> None:
        """Work in the name of a lead."""
        for acting in (self.acts, self.session_acts, self.intake, self.protection):
            acting.actor = actor
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
        layout.addWidget(self.bar)

    def _connect(self) -> None:
        for acting in (self.acts, self.session_acts, self.intake, self.protection):
            acting.study_changed.connect(self.study_changed)
            acting.failed.connect(self.failed)
            acting.told.connect(self.told)
        self.bar.report_requested.connect(self.report_requested)
        self._filters.words_changed.connect(self._find)
        self._filters.rows_changed.connect(self._filter)
        self._table.selection_changed.connect(self._show_selection)
        self.views.changed.connect(self._show_selection)

    def _show(self, rows: tuple[SessionRow, ...]) -> None:
        first = not self._model.rows
        self._model.set_rows(rows)
        self._filters.show_states(rows)
        tab_as_laid_out(self)  # states that came just now stand before the table
        self.tools.show_concerns(sum(row.concerns_unseen for row in rows))
        self.protection.count_due(self.tools.show_due_sound)
        if first:
            self._table.fit_columns()
        self._show_selection()

    def _find(self, words: str) -> None:
        self._model.set_filter_text(words)
        self._show_selection()

    def _filter(self) -> None:
        self._model.set_filter(self._filters.keeps)
        self._show_selection()

    def _show_selection(self) -> None:
        chosen = self._table.selected_rows()
        self.bar.show_selection(
            chosen, n_shown=self._model.rowCount(), n_all=len(self._model.rows)
        )
        self.tools.show_selection(chosen)
