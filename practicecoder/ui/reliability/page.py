"""The reliability page: how far coders agree on every dimension, score and count."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from practicecoder.errors import PracticeCoderError
from practicecoder.services.agreement_scope import AgreementScope
from practicecoder.services.changes import ChangeKind
from practicecoder.services.context import StudyServices
from practicecoder.ui.accessibility import announce
from practicecoder.ui.actions import ActionId, make_action, show_tip
from practicecoder.ui.errors import show_error
from practicecoder.ui.icons import Icon
from practicecoder.ui.reliability.coders_panel import CodersPanel
from practicecoder.ui.reliability.drift_panel import DriftPanel, is_told_by
from practicecoder.ui.reliability.events_panel import EventsPanel
from practicecoder.ui.reliability.figures import LazyFigure
from practicecoder.ui.reliability.items_panel import ItemsPanel
from practicecoder.ui.reliability.means_panel import MeansPanel
from practicecoder.ui.reliability.planner_panel import PlannerPanel
from practicecoder.ui.reliability.scope_bar import ScopeBar
from practicecoder.ui.reliability.views import Views
from practicecoder.ui.reliability.words import design_in_words
from practicecoder.ui.tables import RowTable
from practicecoder.ui.tasks import TaskHandle, run_task
from practicecoder.ui.theme import DOUBLE, SPACE, TRIPLE, Look
from practicecoder.ui.widgets.heavy_work import one_at_a_time
from practicecoder.ui.widgets.labels import button, label
from practicecoder.ui.widgets.notice import EmptyState
from practicecoder.ui.widgets.study_page import StudyPage
from practicecoder.ui.widgets.working import Working

if TYPE_CHECKING:
    from practicecoder.figures.style import Chart, Theme
    from practicecoder.scoring.reliability.table import ReliabilityTable
    from practicecoder.scoring.reliability.timed import EventReliability
    from practicecoder.services.calibration import Drift
    from practicecoder.services.reliability import Agreement

PATIENCE_MS = 300
"""Numbers that come sooner come without "Computing…" before them."""
PAINTED_MS = 50
"""By then the table is painted; what belongs to other tabs is computed after it."""


class ReliabilityPage(StudyPage):
    """Headed by what the numbers rest on; the ways to look at them are tabs.

    Earlier numbers stay while others are computed, and so does what was chosen among them.
    """

    kinds = frozenset({ChangeKind.CODINGS, ChangeKind.SESSIONS})

    def __init__(self, services: StudyServices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._task: TaskHandle | None = None
        self._events_task: TaskHandle | None = None
        self._drift_task: TaskHandle | None = None
        self._scope = AgreementScope()
        self._has_more_to_read = False
        self._tolerance_ms = 3_000
        self._agreement: Agreement | None = None
        self._events: EventReliability | None = None
        self._make_parts()
        self._lay_out()
        make_action(ActionId.COPY_TABLE, self, self.copy_table)
        make_action(ActionId.REFRESH, self, self.read)

    @property
    def table(self) -> RowTable:
        """Table of items."""
        return self.items.table

    @property
    def items(self) -> ItemsPanel:
        """Agreement on every item."""
        return self._items.panel

    @property
    def forest(self) -> LazyFigure:
        """Agreement of one coder on every item as a figure."""
        return self._forest.panel

    @property
    def means(self) -> MeansPanel:
        """Forms for the mean of several coders."""
        return self._means.panel

    @property
    def coders(self) -> CodersPanel:
        """Levels of coders."""
        return self._coders.panel

    @property
    def drift(self) -> DriftPanel:
        """Departures from reference codings over time."""
        return self._drift.panel

    @property
    def planner(self) -> PlannerPanel:
        """How many sessions to code double."""
        return self._planner.panel

    @property
    def events(self) -> EventsPanel:
        """Agreement on timed codes."""
        return self._timed.panel

    @property
    def agreement(self) -> Agreement | None:
        """Numbers that are shown; None before the first."""
        return self._agreement

    @property
    def is_computing(self) -> bool:
        """Whether numbers are on their way."""
        tasks = (self._task, self._events_task, self._drift_task)
        return self._has_more_to_read or any(task is not None for task in tasks)

    def read(self) -> None:
        """Compute agreement anew, in the background."""
        if self._task is not None:
            self._task.cancel()
        self._patience.start()
        if self._agreement is None:
            self._stack.setCurrentWidget(self._working)
        reliability, scope = self._services.reliability, self._scope
        self._task = run_task(
            self,
            one_at_a_time(lambda: reliability.agreement(scope)),
            on_success=self._show,
            on_failure=self._fail,
        )

    def focus_first(self) -> None:
        """Put the focus on the table."""
        self.items.focus_first()

    def copy_table(self) -> None:
        """Copy the table with the focus, or the first one shown, with what it rests on."""
        shown = [t for t in self._views.findChildren(RowTable) if t.isVisible()]
        first = self.items.table if self.items.isVisible() else next(iter(shown), None)
        chosen = next((t for t in shown if t.hasFocus()), first)
        if chosen is None:
            return
        told = [self._design.text(), self._scope_words.text()]
        if self._timed.isVisible():
            told[0] = self.events.heading.text()
        QGuiApplication.clipboard().setText("\n".join([chosen.rows_model().tsv(), *told, ""]))
        announce(self, self.tr("Copied"))

    def save_as(self, path: Path) -> None:
        """Write every statistic, or those of timed codes where they are shown, with all digits."""
        from practicecoder.services.code_results import event_rows
        from practicecoder.services.result_tables import reliability_rows, write_table

        if self._agreement is None:
            return
        if self._timed.isVisible() and self._events is not None:
            table = event_rows(self._events)
        else:
            table = reliability_rows(self._agreement.table)
        try:
            write_table(path, table)
        except PracticeCoderError as error:
            show_error(self, error)
        else:
            self.told.emit(self.tr("Saved {}").format(path.name))

    def ask_for_report(self) -> None:
        """Open the dialog of the reliability report on the scope that is shown."""
        from practicecoder.ui.reliability.report_dialog import ReliabilityReportDialog

        dialog = ReliabilityReportDialog(self._services, self, scope=self._scope)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.told.connect(self.told)
        dialog.open()

    # Layout

    def _make_parts(self) -> None:
        self._design = label("", self, Look.LEAD, wrapped=True)
        self._scope_words = label("", self, Look.MUTED, wrapped=True)
        self._computing = label(self.tr("Computing…"), self, Look.MUTED)
        self._computing.hide()
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE_MS)
        self._patience.timeout.connect(self._tell_computing)
        self._copy = button(self.tr("Copy table"), self, self.copy_table, drawing=Icon.COPY)
        show_tip(self._copy, ActionId.COPY_TABLE)
        self._save = button(self.tr("Save numbers…"), self, self._ask_where, drawing=Icon.SAVE)
        self._report = button(
            self.tr("Reliability report…"), self, self.ask_for_report, drawing=Icon.REPORT
        )
        self.scope_bar = ScopeBar(self)
        self.scope_bar.scope_chosen.connect(self._choose)
        self.scope_bar.hide()  # until it is known what there is to choose from
        self._views = views = Views(self.tr("What is shown"), self)
        self._items = views.add(self.tr("Items"), ItemsPanel)
        self._forest = views.add(
            self.tr("Forest"), lambda room: LazyFigure(self.tr("Agreement of one coder"), room)
        )
        self._means = views.add(self.tr("Means of coders"), MeansPanel)
        self._coders = views.add(self.tr("Coders"), CodersPanel)
        self._drift = views.add(self.tr("Drift"), DriftPanel)
        self._planner = views.add(self.tr("Planner"), PlannerPanel)
        self._timed = views.add(self.tr("Timed codes"), self._make_events)
        for view in (self._drift, self._timed):
            views.set_offered(view, False)
        self._working = Working(self.tr("Computing agreement…"), self)
        self._empty = EmptyState(
            self.tr("No agreement to show yet"),
            self.tr(
                "Agreement needs sessions that two or more coders have submitted independently. "
                "The lead assigns a session to a second coder on the Sessions page; about one in "
                "five is usual."
            ),
            self,
            drawing=Icon.RELIABILITY,
        )
        self._stack = QStackedWidget(self)
        for shown in (self._working, self._empty, self._views):
            self._stack.addWidget(shown)

    def _make_events(self, room: QWidget) -> EventsPanel:
        events = EventsPanel(self._services.codebook.label, room)
        events.tolerance_chosen.connect(self._choose_tolerance)
        return events

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(SPACE)
        words = QVBoxLayout()
        words.setSpacing(SPACE // 2)
        words.addWidget(self._design)
        words.addWidget(self._scope_words)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(SPACE)
        self._buttons.addWidget(self._computing)
        self._buttons.addWidget(self._copy)
        self._buttons.addWidget(self._save)
        self._buttons.addWidget(self._report)
        head.addLayout(words, 1)
        head.addLayout(self._buttons)
        head.setAlignment(self._buttons, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(TRIPLE, DOUBLE, TRIPLE, DOUBLE)
        layout.setSpacing(SPACE)
        layout.addLayout(head)
        layout.addWidget(self.scope_bar)
        layout.addWidget(self._views.tabs)
        layout.addWidget(self._stack, 1)

    # What is shown

    def _choose(self, scope: AgreementScope) -> None:
        if scope != self._scope:
            self._scope = scope
            self.read()

    def _choose_tolerance(self, tolerance_ms: int) -> None:
        self._tolerance_ms = tolerance_ms
        self._read_events()

    def _show(self, found: Agreement) -> None:
        self._task = None
        self._tell_computing()
        self._has_more_to_read = False
        self._agreement, table = found, found.table
        self.scope_bar.show_choices(found.choices)
        self._scope_words.setText(found.choices.sentence)
        self._views.set_offered(self._timed, found.has_events)
        is_empty = table.design.n_multiple_coded == 0
        self._design.setText("" if is_empty else design_in_words(table.design))
        for part in (self._views.tabs, self._copy, self._save, self._report):
            part.setVisible(not is_empty)
        self.scope_bar.setVisible(found.choices.n_codings > 0)
        self._scope_words.setVisible(found.choices.n_codings > 0)
        if is_empty:
            self._stack.setCurrentWidget(self._empty)
            return
        for view in (self._items, self._means, self._coders):
            view.show_with(lambda panel: panel.show_table(table))
        self._forest.show_with(
            lambda figure: figure.show_drawing(lambda theme: _forest(table, theme))
        )
        self._stack.setCurrentWidget(self._views)
        self._has_more_to_read = True
        QTimer.singleShot(PAINTED_MS, self, self._read_the_rest)

    def _read_the_rest(self) -> None:
        if not self._has_more_to_read:
            return
        self._has_more_to_read = False
        if self._agreement is not None and self._agreement.has_events:
            self._read_events()
        self._read_drift()

    def _tell_computing(self) -> None:
        self._computing.setVisible(self.is_computing and not self._patience.isActive())

    def _read_drift(self) -> None:
        if self._drift_task is not None:
            self._drift_task.cancel()
        calibration = self._services.calibration
        self._drift_task = run_task(
            self,
            one_at_a_time(calibration.drift),
            on_success=self._show_drift,
            on_failure=self._fail,
        )

    def _show_drift(self, found: Drift) -> None:
        self._drift_task = None
        self._tell_computing()
        self._views.set_offered(self._drift, is_told_by(found))
        if is_told_by(found):
            self._drift.show_with(lambda panel: panel.show_drift(found))

    def _read_events(self) -> None:
        if self._events_task is not None:
            self._events_task.cancel()
        reliability, scope, within = self._services.reliability, self._scope, self._tolerance_ms
        self._patience.start()
        self._events_task = run_task(
            self,
            one_at_a_time(lambda: reliability.events(scope, tolerance_ms=within)),
            on_success=self._show_events,
            on_failure=self._fail,
        )

    def _show_events(self, found: EventReliability) -> None:
        self._events_task = None
        self._events = found
        self._tell_computing()
        self._timed.show_with(lambda panel: panel.show_events(found))

    def _fail(self, error: Exception) -> None:
        self._task = self._events_task = self._drift_task = None
        self._computing.hide()
        if self._agreement is None:
            self._stack.setCurrentWidget(self._empty)
        self.failed.emit(error)

    def _ask_where(self) -> None:
        chosen, _ = QFileDialog.getSaveFileName(
            self, self.tr("Save the numbers"), "reliability.csv", self.tr("Table (*.csv)")
        )
        if chosen:
            self.save_as(Path(chosen))


def _forest(table: ReliabilityTable, theme: Theme) -> Chart:
    from practicecoder.figures.forest import reliability_forest

    return reliability_forest(table, theme=theme)
