"""The analysis page: one score looked at in seven ways, and the published set."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QPushButton,
    QRadioButton,
    QStackedWidget,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from practicecoder.domain.people import Coder, Role
from practicecoder.errors import PracticeCoderError
from practicecoder.scoring.selection import Condition
from practicecoder.services.changes import ChangeKind
from practicecoder.services.context import StudyServices
from practicecoder.services.outcomes import OutcomesPreview
from practicecoder.ui.accessibility import name
from practicecoder.ui.actions import ActionId, make_action
from practicecoder.ui.analysis.adding import AddMeasuresDialog
from practicecoder.ui.analysis.choosing import ChooseSessionsDialog
from practicecoder.ui.analysis.findings import Findings, Question, answer
from practicecoder.ui.analysis.further_panels import ConsistencyPanel, GroupPanel, OutcomePanel
from practicecoder.ui.analysis.panels import BeforeAfterPanel, PeriodPanel, TrendPanel
from practicecoder.ui.analysis.published_panel import PublishedPanel
from practicecoder.ui.errors import show_error
from practicecoder.ui.icons import Icon
from practicecoder.ui.tables import RowTable
from practicecoder.ui.tasks import TaskHandle, run_task
from practicecoder.ui.theme import DOUBLE, SPACE, TRIPLE, Look, colours
from practicecoder.ui.widgets.flow import Flow
from practicecoder.ui.widgets.heavy_work import one_at_a_time
from practicecoder.ui.widgets.labels import button, label
from practicecoder.ui.widgets.long_work import Cancelled, LongWork, Progress
from practicecoder.ui.widgets.notice import EmptyState
from practicecoder.ui.widgets.study_page import StudyPage
from practicecoder.ui.widgets.working import Working


class AnalysisPage(StudyPage):
    """Asks for a score and the forms of tests, and shows the answers in tabs."""

    kinds = frozenset({ChangeKind.CODINGS, ChangeKind.SESSIONS, ChangeKind.PEOPLE})

    def __init__(self, services: StudyServices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._task: TaskHandle | None = None
        self._conditions: tuple[Condition, ...] = ()
        self._choices: Mapping[str, tuple[str, ...]] = {}
        self._was_dark = colours().is_dark
        self.before_after = BeforeAfterPanel(self)
        self.trend = TrendPanel(self)
        self.periods = PeriodPanel(self)
        self.groups = GroupPanel(self)
        self.outcomes = OutcomePanel(self)
        self.consistency = ConsistencyPanel(services.codebook, self)
        self.published = PublishedPanel(self)
        self._answers = (
            *(self.before_after, self.trend, self.periods),
            *(self.groups, self.outcomes, self.consistency, self.published),
        )
        self._panels = QStackedWidget(self)
        for panel in self._answers:
            self._panels.addWidget(panel)
        self.groups.chosen.connect(self._ask_again)
        self.outcomes.adding.connect(self._ask_for_measures)
        self.published.saving.connect(self._ask_where)
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
            holm=self._holm.isChecked(),
            by=self.groups.grouping,
            conditions=self._conditions,
            with_set=self._panels.currentWidget() is self.published,
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

    def show_person(self, person: Coder | None) -> None:
        """Let leads and analysts add measures."""
        super().show_person(person)
        may_add = person is not None and (person.is_a(Role.LEAD) or person.is_a(Role.ANALYST))
        self.outcomes.add.setEnabled(may_add and not self._services.read_only)

    @property
    def selection(self) -> str:
        """Which sessions are looked at, as it is shown; empty if all are."""
        return self._selection.text()

    def choose_sessions(self) -> None:
        """Ask which sessions are looked at."""
        dialog = ChooseSessionsDialog(self._choices, self._conditions, self)
        dialog.chosen.connect(self.look_at)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def look_at(self, conditions: tuple[Condition, ...]) -> None:
        """Look at the sessions that satisfy some conditions; at all without any."""
        self._conditions = conditions
        self._ask_again()

    def add_measures(self, sheet: Path) -> None:
        """Look at a sheet of measures, and take it into the study if that is accepted."""
        try:
            preview = self._services.outcomes.preview(sheet)
        except PracticeCoderError as error:
            show_error(self, error)
            return
        dialog = AddMeasuresDialog(preview, self)
        dialog.accepted.connect(lambda: self._add(preview))
        dialog.open()

    def save_set(self, folder: Path) -> None:
        """Write the published set into a new or empty folder."""
        data = self.published.data
        if data is None:
            return

        def work(_progress: Progress, _cancelled: Cancelled) -> tuple[Path, ...]:
            from practicecoder.services.published import write_published

            return write_published(data, folder)

        LongWork(self.tr("Writing the published set"), work, self, on_success=self._tell_saved)

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
        self._holm = QCheckBox(self.tr("Holm over all scores"), self)
        name(self._holm, self.tr("Adjust p for all scores and dimensions, after Holm"))
        self._holm.setToolTip(self.tr("Adjust p for all scores and dimensions, after Holm"))
        self._which: QPushButton = button(self.tr("Sessions…"), self, self.choose_sessions)
        name(self._which, self.tr("Choose which sessions are looked at"))
        self._selection = label("", self, Look.MUTED, wrapped=True)
        self._tabs = QTabBar(self)
        self._tabs.setDrawBase(False)
        self._tabs.setExpanding(False)
        name(self._tabs, self.tr("What is shown"))
        for words in (
            self.tr("Before and after"),
            self.tr("Over time"),
            self.tr("By office and period"),
            self.tr("Groups"),
            self.tr("Outcomes"),
            self.tr("Consistency"),
            self.tr("Published set"),
        ):
            self._tabs.addTab(words)
        self._tabs.currentChanged.connect(self._turn)
        self._item.currentIndexChanged.connect(self._ask_again)
        self._student.toggled.connect(self._ask_again)
        self._holm.toggled.connect(self._ask_again)

    def _lay_out(self) -> None:
        of = label(self.tr("&Score"), self)
        of.setTextFormat(Qt.TextFormat.AutoText)
        of.setBuddy(self._item)
        score, tests = QWidget(self), QWidget(self)
        for part, widgets in (
            (score, (of, self._item)),
            (tests, (label(self.tr("t-test"), self, Look.MUTED), self._welch, self._student)),
        ):
            row = QHBoxLayout(part)
            row.setContentsMargins(0, 0, DOUBLE, 0)
            row.setSpacing(DOUBLE)
            for widget in widgets:
                row.addWidget(widget)
        controls = Flow(self, spacing=SPACE)
        controls.add(score, tests, self._holm, self._which)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(TRIPLE, DOUBLE, TRIPLE, DOUBLE)
        layout.setSpacing(DOUBLE)
        layout.addWidget(controls)
        layout.addWidget(self._selection)
        layout.addWidget(self._tabs)
        layout.addWidget(self._stack, 1)

    # What is shown

    def _turn(self, place: int) -> None:
        """Show a tab; the published set is computed when it is looked at."""
        self._panels.setCurrentIndex(place)
        if self._panels.currentWidget() is self.published:
            self._stack.setCurrentWidget(self._working)
            self._ask_again()

    def _ask_again(self) -> None:
        if self.isVisible():
            self.read()

    def _show(self, found: Findings) -> None:
        self._task = None
        self._choices = found.choices
        self._conditions = found.selection.conditions
        self._which.setEnabled(bool(found.choices))
        self._selection.setText(found.selection.sentence)
        self._selection.setVisible(bool(found.selection.sentence))
        if not found.n_sessions:
            self._stack.setCurrentWidget(self._empty)
            return
        for panel in self._answers:
            panel.show_findings(found)
        self._stack.setCurrentWidget(self._panels)

    def _fail(self, error: Exception) -> None:
        self._task = None
        self._stack.setCurrentWidget(self._empty)
        self.failed.emit(error)

    def _ask_for_measures(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(
            self,
            self.tr("Add measures"),
            "",
            self.tr("Sheets (*.csv *.tsv *.xlsx *.sav *.parquet)"),
        )
        if chosen:
            self.add_measures(Path(chosen))

    def _add(self, preview: OutcomesPreview) -> None:
        actor = None if self.person is None else self.person.coder_id
        try:
            change = self._services.outcomes.add(preview, actor=actor, replace_existing=True)
        except PracticeCoderError as error:
            show_error(self, error)
            return
        self.told.emit(self.tr("Added {0} numbers.").format(len(preview.outcomes)))
        self.study_changed.emit(change)
        self.read()

    def _ask_where(self) -> None:
        chosen, _ = QFileDialog.getSaveFileName(
            self, self.tr("Save the published set in a new folder"), "published"
        )
        if chosen:
            self.save_set(Path(chosen))

    def _tell_saved(self, files: tuple[Path, ...]) -> None:
        self.told.emit(self.tr("Saved {0} files.").format(len(files)))

    def _copy_table(self) -> None:
        """Copy the table with the focus, or the first one that is shown."""
        tables = [t for t in self._panels.findChildren(RowTable) if t.isVisible()]
        chosen = next((t for t in tables if t.hasFocus()), None) or next(iter(tables), None)
        if chosen is not None:
            chosen.copy_table()
