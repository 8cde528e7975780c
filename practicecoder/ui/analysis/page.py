"""The analysis page: one score before and after, over time, and by office and period."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QRadioButton,
    QStackedWidget,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from practicecoder.services.changes import ChangeKind
from practicecoder.services.context import StudyServices
from practicecoder.ui.accessibility import name
from practicecoder.ui.actions import ActionId, make_action
from practicecoder.ui.analysis.findings import Findings, Question, answer
from practicecoder.ui.analysis.panels import BeforeAfterPanel, PeriodPanel, TrendPanel
from practicecoder.ui.icons import Icon
from practicecoder.ui.tables import RowTable
from practicecoder.ui.tasks import TaskHandle, run_task
from practicecoder.ui.theme import DOUBLE, TRIPLE, Look, colours
from practicecoder.ui.widgets.heavy_work import one_at_a_time
from practicecoder.ui.widgets.labels import label
from practicecoder.ui.widgets.notice import EmptyState
from practicecoder.ui.widgets.study_page import StudyPage
from practicecoder.ui.widgets.working import Working


class AnalysisPage(StudyPage):
    """Asks for a score and the form of the t-test, and shows the answers in three tabs."""

    kinds = frozenset({ChangeKind.CODINGS, ChangeKind.SESSIONS, ChangeKind.PEOPLE})

    def __init__(self, services: StudyServices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._task: TaskHandle | None = None
        self._was_dark = colours().is_dark
        self.before_after = BeforeAfterPanel(self)
        self.trend = TrendPanel(self)
        self.periods = PeriodPanel(self)
        self._panels = QStackedWidget(self)
        for panel in (self.before_after, self.trend, self.periods):
            self._panels.addWidget(panel)
        self._working = Working(self.tr("Computing…"), self)
        self._empty = EmptyState(
            self.tr("Nothing to analyse yet"),
            self.tr(
                "Analysis begins with the first submitted session. Comparisons need sessions "
                "before and after implementation; trends need the days since it."
            ),
            self,
            drawing=Icon.ANALYSIS,
        )
        self._stack = QStackedWidget(self)
        for shown in (self._working, self._empty, self._panels):
            self._stack.addWidget(shown)
        self._make_controls()
        self._lay_out()
        make_action(ActionId.COPY_TABLE, self, self._copy_table)
        make_action(ActionId.REFRESH, self, self.read)

    @property
    def question(self) -> Question:
        """What is asked."""
        return Question(
            item=str(self._item.currentData()),
            equal_variances=self._student.isChecked(),
            is_dark=colours().is_dark,
        )

    @property
    def is_computing(self) -> bool:
        """Whether numbers are on their way."""
        return self._task is not None

    def read(self) -> None:
        """Compute the answers anew, in the background."""
        if self._task is not None:
            self._task.cancel()
        question, services = self.question, self._services
        self._was_dark = question.is_dark
        if self._stack.currentWidget() is not self._panels:
            self._stack.setCurrentWidget(self._working)
        self._task = run_task(
            self,
            one_at_a_time(lambda: answer(services, question)),
            on_success=self._show,
            on_failure=self._fail,
        )

    def focus_first(self) -> None:
        """Put the focus on the choice of score."""
        self._item.setFocus(Qt.FocusReason.OtherFocusReason)

    def changeEvent(self, event: QEvent) -> None:
        """Draw the figures anew for a light or dark window."""
        super().changeEvent(event)
        changed = event.type() is QEvent.Type.PaletteChange
        if changed and self.isVisible() and colours().is_dark != self._was_dark:
            self.read()

    # Layout

    def _make_controls(self) -> None:
        self._item = QComboBox(self)
        name(self._item, self.tr("Score or dimension"))
        for item, words in self._services.analysis.items():
            self._item.addItem(words, item)
        n_scores = len(self._services.codebook.scores)
        if 0 < n_scores < self._item.count():
            self._item.insertSeparator(n_scores)
        self._welch = QRadioButton(self.tr("Welch"), self)
        name(self._welch, self.tr("Welch's t-test"))
        self._student = QRadioButton(self.tr("Student, as in the published tables"), self)
        name(self._student, self.tr("Student's t-test, as in the published tables"))
        self._welch.setChecked(True)
        self._tabs = QTabBar(self)
        self._tabs.setDrawBase(False)
        self._tabs.setExpanding(False)
        name(self._tabs, self.tr("What is shown"))
        for words in (
            self.tr("Before and after"),
            self.tr("Over time"),
            self.tr("By office and period"),
        ):
            self._tabs.addTab(words)
        self._tabs.currentChanged.connect(self._panels.setCurrentIndex)
        self._item.currentIndexChanged.connect(self._ask_again)
        self._student.toggled.connect(self._ask_again)

    def _lay_out(self) -> None:
        of = label(self.tr("&Score"), self)
        of.setTextFormat(Qt.TextFormat.AutoText)
        of.setBuddy(self._item)
        controls = QHBoxLayout()
        controls.setSpacing(DOUBLE)
        controls.addWidget(of)
        controls.addWidget(self._item)
        controls.addSpacing(TRIPLE)
        controls.addWidget(label(self.tr("t-test"), self, Look.MUTED))
        controls.addWidget(self._welch)
        controls.addWidget(self._student)
        controls.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(TRIPLE, DOUBLE, TRIPLE, DOUBLE)
        layout.setSpacing(DOUBLE)
        layout.addLayout(controls)
        layout.addWidget(self._tabs)
        layout.addWidget(self._stack, 1)

    # What is shown

    def _ask_again(self) -> None:
        if self.isVisible():
            self.read()

    def _show(self, found: Findings) -> None:
        self._task = None
        if not found.n_sessions:
            self._stack.setCurrentWidget(self._empty)
            return
        for panel in (self.before_after, self.trend, self.periods):
            panel.show_findings(found)
        self._stack.setCurrentWidget(self._panels)

    def _fail(self, error: Exception) -> None:
        self._task = None
        self._stack.setCurrentWidget(self._empty)
        self.failed.emit(error)

    def _copy_table(self) -> None:
        """Copy the table with the focus, or the first one that is shown."""
        tables = [t for t in self._panels.findChildren(RowTable) if t.isVisible()]
        chosen = next((t for t in tables if t.hasFocus()), None) or next(iter(tables), None)
        if chosen is not None:
            chosen.copy_table()
