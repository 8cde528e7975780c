"""The report of one session, from the worker's own view to its release."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QListWidget,
    QMessageBox,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from practicecoder.domain.ids import SessionId
from practicecoder.errors import PracticeCoderError
from practicecoder.services.feedback_view import Draft
from practicecoder.ui.accessibility import announce, name, tab_as_laid_out
from practicecoder.ui.supervision.acts import SupervisionActs
from practicecoder.ui.supervision.draft.goal_step import GoalStep
from practicecoder.ui.supervision.draft.moments_step import MomentsStep
from practicecoder.ui.supervision.draft.own_step import OwnStep
from practicecoder.ui.supervision.draft.points_step import PointsStep
from practicecoder.ui.supervision.draft.release_step import ReleaseStep
from practicecoder.ui.supervision.draft.step import Act, Step
from practicecoder.ui.theme import DOUBLE, TRIPLE, Look, scaled
from practicecoder.ui.widgets.asking import take_room
from practicecoder.ui.widgets.labels import button, button_box, label
from practicecoder.ui.widgets.working import Working

STEPS_WIDTH_PX = 240
STORE_AFTER_MS = 1_200
"""What is typed is stored after so long a pause, on leaving a step, and on closing."""


class DraftDialog(QDialog):
    """Five small steps; the later ones open once the worker's own view is closed."""

    def __init__(
        self, acts: SupervisionActs, session_id: SessionId, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Feedback: session {}").format(session_id))
        take_room(self, 1_080, 700)
        self._acts = acts
        self._session_id = session_id
        self._busy = 0
        self.draft: Draft | None = None
        codebook = acts.services.codebook
        self.own = OwnStep(acts, session_id, self)
        self.points = PointsStep(acts, session_id, codebook, self)
        self.moments = MomentsStep(acts, session_id, self)
        self.goal = GoalStep(acts, session_id, self)
        self.release = ReleaseStep(acts, session_id, self)
        self.steps = QListWidget(self)
        self.steps.setFixedWidth(scaled(STEPS_WIDTH_PX))
        self.steps.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.steps.setWordWrap(True)
        name(self.steps, self.tr("Steps"))
        self._stack = QStackedWidget(self)
        for step in self._steps:
            self.steps.addItem(step.title)
            self._stack.addWidget(step)
            step.act_wanted.connect(lambda act, step=step: self._store(act, step))
        self._working = Working(self.tr("Reading the session…"), self)
        self._stack.addWidget(self._working)
        self._saved = label("", self, Look.MUTED)
        self.back = button(self.tr("&Back"), self, lambda: self._go(-1))
        self.forward = button(self.tr("&Next"), self, lambda: self._go(1), look=Look.PRIMARY)
        for keys, by in (("Ctrl+PgDown", 1), ("Ctrl+PgUp", -1)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.activated.connect(partial(self._go, by))
        self.forward.setToolTip(self.tr("Next step (Ctrl+Page Down)"))
        self.back.setToolTip(self.tr("Step before (Ctrl+Page Up)"))
        self._timer = QTimer(self)
        self._timer.setInterval(STORE_AFTER_MS)
        self._timer.timeout.connect(self._store_pending)
        self._lay_out()
        self.steps.currentRowChanged.connect(self._show_step)
        self.steps.setCurrentRow(0)
        self.load()

    @property
    def step(self) -> Step:
        """Step that is shown."""
        return self._steps[self.steps.currentRow()]

    @property
    def is_busy(self) -> bool:
        """Whether something is being read or stored."""
        return self._busy > 0

    def load(self) -> None:
        """Read the draft anew."""
        services, actor, names = self._acts.services, self._acts.actor, self.moments.names
        session_id = self._session_id
        self._busy += 1
        self._acts.work(
            lambda: services.feedback.draft(session_id, actor, names=names),
            self._show,
            refused=self._refuse,
            over=self,
        )

    def reject(self) -> None:
        """Store what was entered, then close; what is refused keeps the dialog open.

        What cannot be stored is given up only if the person says so.
        """
        self._timer.stop()
        refused = self._store_all()
        if refused is not None:
            step, sentence, was_told = refused
            if not (was_told and self._is_sure(sentence)):
                self.steps.setCurrentRow(self._steps.index(step))
                step.refuse(sentence)
                self._timer.start()
                return
        else:
            unkept = next((s for s in self._steps if s.unkept), None)
            if unkept is not None and not self._is_sure(unkept.unkept):
                self.steps.setCurrentRow(self._steps.index(unkept))
                self._timer.start()
                return
        super().reject()

    def store_and_close(self) -> None:
        """Store what can be stored and close without a question, as another person comes."""
        self._timer.stop()
        self._store_all()
        self.done(QDialog.DialogCode.Rejected)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close as the button does."""
        event.ignore()
        self.reject()

    # Inside

    def _store_all(self) -> tuple[Step, str, bool] | None:
        """Store what is pending; gives the first refusal and whether it was told before."""
        for step in self._steps:
            act = step.pending()
            if act is None:
                continue
            try:
                change = act()
            except PracticeCoderError as error:
                sentence = str(error)
                return step, sentence, step.refusal == sentence
            self._acts.study_changed.emit(change)
        return None

    def _is_sure(self, sentence: str) -> bool:
        question = self.tr("{} Close without it?").format(sentence)
        asked = QMessageBox.question(self, self.tr("Close the report"), question)
        return asked is QMessageBox.StandardButton.Yes

    @property
    def _steps(self) -> tuple[Step, ...]:
        return self.own, self.points, self.moments, self.goal, self.release

    def _lay_out(self) -> None:
        heading = QHBoxLayout()
        heading.addWidget(label(self.windowTitle(), self, Look.TITLE))
        heading.addStretch(1)
        heading.addWidget(self._saved)
        middle = QHBoxLayout()
        middle.setSpacing(TRIPLE)
        middle.addWidget(self.steps)
        middle.addWidget(self._stack, 1)
        buttons = button_box(self, QDialogButtonBox.StandardButton.Close)
        buttons.addButton(self.back, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton(self.forward, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(TRIPLE, TRIPLE, TRIPLE, DOUBLE)
        layout.setSpacing(DOUBLE)
        layout.addLayout(heading)
        layout.addLayout(middle, 1)
        layout.addWidget(buttons)

    def _show(self, draft: Draft) -> None:
        self._busy -= 1
        first = self.draft is None
        self._stack.setCurrentIndex(self.steps.currentRow())
        self.draft = draft
        self.release.look_for(self.moments.names)
        for step in self._steps:
            step.show_draft(draft)
        self._show_states()
        if first:
            self._timer.start()
            self.steps.setCurrentRow(self._first_to_do())
            self.step.focus_first()
            tab_as_laid_out(self)

    def _refuse(self, sentence: str) -> None:
        self._busy -= 1
        self.step.refuse(sentence)

    def _first_to_do(self) -> int:
        return next((n for n, step in enumerate(self._steps) if not step.is_done), 4)

    def _show_states(self) -> None:
        is_open = self.draft is not None and self.draft.opened is not None
        for place, step in enumerate(self._steps):
            item = self.steps.item(place)
            done = self.tr("done") if step.is_done else self.tr("to do")
            item.setText(f"{place + 1}  {step.title}\n     {done}")
            flags = item.flags() | Qt.ItemFlag.ItemIsEnabled
            if place and not is_open:
                flags &= ~Qt.ItemFlag.ItemIsEnabled
            item.setFlags(flags)
        row = self.steps.currentRow()
        self.back.setEnabled(row > 0)
        self.forward.setEnabled(is_open and row < len(self._steps) - 1)

    def _show_step(self, row: int) -> None:
        self._store_pending()
        if self.draft is None:
            self._stack.setCurrentWidget(self._working)
        else:
            self._stack.setCurrentIndex(row)
        self._show_states()
        if self.step is self.release:
            self.release.look_for(self.moments.names)
            self.release.build()
        announce(self, self.step.title)

    def _go(self, by: int) -> None:
        row = self.steps.currentRow() + by
        is_there = 0 <= row < len(self._steps)
        if is_there and self.steps.item(row).flags() & Qt.ItemFlag.ItemIsEnabled:
            self.steps.setCurrentRow(row)
            self.step.focus_first()

    def _store_pending(self) -> None:
        if self._busy:
            return
        for step in self._steps:
            act = None if step.refusal else step.pending()
            if act is not None:
                self._store(act, step)
                return

    def _store(self, act: Act, step: Step) -> None:
        self._busy += 1

        def done() -> None:
            self._busy -= 1
            step.refuse("")
            self._saved.setText(self.tr("All changes saved"))
            self.load()

        def refuse(sentence: str) -> None:
            self._busy -= 1
            step.refuse(sentence)

        self._acts.change(act, done=done, refused=refuse, over=self)
