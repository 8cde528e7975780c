"""The dialog in which the lead plans coding: choices, and at once what comes of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from practicecoder.domain.ids import CoderId, SessionId
from practicecoder.errors import PracticeCoderError
from practicecoder.scoring.results import coefficient_shown
from practicecoder.services.context import StudyServices
from practicecoder.services.plan_preview import PlanPreview, duration_in_words
from practicecoder.ui.accessibility import name
from practicecoder.ui.errors import tell_bug
from practicecoder.ui.languages import translate
from practicecoder.ui.sessions.drawing import left_in_words
from practicecoder.ui.sessions.plan_form import PlanForm
from practicecoder.ui.sessions.words import StratumWords, sessions_in_words
from practicecoder.ui.table_model import Row
from practicecoder.ui.tables import RIGHT, Column, RowTable, RowTableModel
from practicecoder.ui.tasks import TaskHandle, run_task
from practicecoder.ui.theme import DOUBLE, SPACE, TRIPLE, Look, dress
from practicecoder.ui.widgets.asking import take_room
from practicecoder.ui.widgets.labels import button_box, card, label
from practicecoder.ui.widgets.notice import Notices
from practicecoder.ui.widgets.scrolling import Scrolling

PREVIEW_AFTER_MS = 120
"""A change waits this long for the next one before it is drawn."""
FORM_PX = 340
MOST_ROWS = 12
"""Rows of a table that are shown without scrolling."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Load:
    """What one coder gets."""

    coder_id: CoderId
    gets: int
    double: int
    listening_ms: int


_LOAD_COLUMNS = (
    Column[_Load](title="Coder", text=lambda x: x.coder_id, bold=lambda _: True),
    Column[_Load](
        title="Gets", text=lambda x: str(x.gets), sort_key=lambda x: x.gets, alignment=RIGHT,
        tooltip="Sessions that this plan gives to the coder",
    ),
    Column[_Load](
        title="Double", text=lambda x: str(x.double), sort_key=lambda x: x.double,
        alignment=RIGHT, tooltip="Of these, sessions that others code too; coders are not told",
    ),
    Column[_Load](
        title="Listening",
        text=lambda x: duration_in_words(x.listening_ms) if x.listening_ms else "",
        sort_key=lambda x: x.listening_ms, alignment=RIGHT,
        tooltip="What there is to listen to once, at normal speed; the least that it takes",
    ),
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class _Group:
    """Sessions that are alike in what the draw is balanced over."""

    words: str
    n_sessions: int
    n_double: int


_GROUP_COLUMNS = (
    Column[_Group](title="Group", text=lambda x: x.words),
    Column[_Group](
        title="Sessions", text=lambda x: str(x.n_sessions), sort_key=lambda x: x.n_sessions,
        alignment=RIGHT,
    ),
    Column[_Group](
        title="Double", text=lambda x: str(x.n_double), sort_key=lambda x: x.n_double,
        alignment=RIGHT, tooltip="Sessions of the group that are coded twice",
    ),
)  # fmt: skip


class PlanDialog(QDialog):
    """Draws the plan again with every change; nothing is stored until it is carried out."""

    wanted = Signal(object)
    """The PlanPreview to carry out."""

    def __init__(
        self, services: StudyServices, chosen: Sequence[SessionId], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Plan coding"))
        self._services = services
        self._preview: PlanPreview | None = None
        self._task: TaskHandle | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PREVIEW_AFTER_MS)
        self._timer.timeout.connect(self._draw)
        self._form = PlanForm(services, chosen, self)
        self._words = StratumWords.of(services.codebook, services.people.offices())
        self._form.changed.connect(self._ask_again)
        self._loads = RowTableModel(_LOAD_COLUMNS, key=lambda x: x.coder_id, parent=self)
        self._strata = RowTableModel(_GROUP_COLUMNS, key=lambda x: x.words, parent=self)
        self._lay_out()
        self._draw()
        self._form.focus_first()

    @property
    def preview(self) -> PlanPreview | None:
        """What is shown; None while nothing can be drawn."""
        return self._preview

    def finish(self) -> None:
        """Tell the plan, and close."""
        if self._preview is not None:
            self.wanted.emit(self._preview)
            self.accept()

    # Layout

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(TRIPLE, TRIPLE, TRIPLE, DOUBLE)
        layout.setSpacing(DOUBLE)
        layout.addWidget(label(self.tr("Plan coding"), self, Look.TITLE))
        columns = QHBoxLayout()
        columns.setSpacing(TRIPLE)
        left = Scrolling(self, width_px=FORM_PX)
        left.column.setContentsMargins(4, 4, SPACE, 4)  # room for the focus frame
        left.column.addWidget(self._form)
        left.column.addStretch(1)
        columns.addWidget(left)
        columns.addWidget(self._right_side(), 1)
        layout.addLayout(columns, 1)
        buttons = button_box(self, QDialogButtonBox.StandardButton.Cancel)
        self._act = buttons.addButton(
            self.tr("Carry out plan"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        dress(self._act, Look.PRIMARY)
        buttons.accepted.connect(self.finish)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)
        take_room(self, 940, 640)

    def _right_side(self) -> QWidget:
        right = Scrolling(self)
        column = right.column
        self._headline = label("", right, Look.HEADING, wrapped=True)
        name(self._headline, self.tr("What the plan does"))
        self._when = label("", right, wrapped=True)
        self._notices = Notices(self.tr("Before you carry it out"), right)
        column.addWidget(self._headline)
        column.addWidget(self._when)
        column.addWidget(self._notices)
        column.addWidget(self._interval_card(right))
        self._load_table = self._table(self.tr("Sessions for each coder"), self._loads, right)
        self._strata_table = self._table(self.tr("Sessions in each group"), self._strata, right)
        for table in (self._load_table, self._strata_table):
            frame, inside = card(right)
            inside.setContentsMargins(SPACE, SPACE, SPACE, SPACE)
            inside.addWidget(table)
            column.addWidget(frame)
        self._left = label("", right, Look.MUTED, wrapped=True)
        self._seed_words = label("", right, Look.MUTED, wrapped=True)
        column.addWidget(self._left)
        column.addWidget(self._seed_words)
        column.addStretch(1)
        return right

    def _interval_card(self, parent: QWidget) -> QFrame:
        frame, inside = card(parent)
        inside.addWidget(label(self.tr("Agreement to expect"), frame, Look.MUTED))
        self._width = label("", frame, Look.NUMBER)
        self._promise = label("", frame, wrapped=True)
        self._cautions = label("", frame, Look.MUTED, wrapped=True)
        for words in (self._width, self._promise, self._cautions):
            inside.addWidget(words)
        return frame

    def _table(self, title: str, model: RowTableModel[Row], parent: QWidget) -> RowTable:
        table = RowTable(title, parent)
        table.show_model(model)
        return table

    # Drawing

    def _ask_again(self) -> None:
        self._act.setEnabled(False)
        self._timer.start()

    def _draw(self) -> None:
        if self._task is not None:
            self._task.cancel()
        request = self._form.request
        self._task = run_task(
            self,
            lambda: self._services.planning.preview(request),
            on_success=self._show,
            on_failure=self._fail,
        )

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, PracticeCoderError):
            tell_bug(self, error)
            return
        self._preview = None
        self._act.setEnabled(False)
        self._headline.setText(self.tr("Nothing to carry out yet"))
        self._notices.show_texts([error.user_message])
        self._loads.set_rows(())
        self._strata.set_rows(())
        for words in (
            self._when,
            self._width,
            self._promise,
            self._cautions,
            self._left,
            self._seed_words,
        ):
            words.clear()
        self._fit_tables()

    def _show(self, preview: PlanPreview) -> None:
        self._preview = preview
        self._act.setEnabled(preview.is_ready)
        self._headline.setText(headline(preview))
        told = " ".join(filter(None, (preview.workload, preview.due_sentence)))
        self._when.setText(told)
        self._when.setVisible(bool(told))
        self._notices.show_texts(preview.warnings if preview.allocation.n_sessions else ())
        self._show_interval(preview)
        self._show_tables(preview)
        self._left.setText(left_in_words(preview.left) if preview.left else "")
        self._left.setVisible(bool(preview.left))
        self._seed_words.setText(
            self.tr("Seed {}. It is kept with the plan; the same choices draw the same.").format(
                preview.seed
            )
        )

    def _show_interval(self, preview: PlanPreview) -> None:
        precision = preview.precision
        if precision is None:
            self._width.setText("–")
            self._promise.setText(
                self.tr("Too few sessions coded twice to say how sure agreement will be.")
            )
            self._cautions.clear()
            return
        promise, *cautions = preview.sentences
        self._width.setText(self.tr("width {}").format(coefficient_shown(precision.width)))
        self._promise.setText(promise)
        self._cautions.setText(" ".join(cautions))

    def _show_tables(self, preview: PlanPreview) -> None:
        double = set(preview.allocation.double)
        mine = preview.allocation.assignments
        self._loads.set_rows(
            tuple(
                _Load(
                    coder_id=coder,
                    gets=gets,
                    listening_ms=preview.listening_ms[coder],
                    double=sum(a.coder_id == coder and a.session_id in double for a in mine),
                )
                for coder, gets in preview.given.items()
            )
        )
        allocation = preview.allocation
        self._strata.set_rows(
            tuple(
                _Group(
                    words=self._words.told(allocation.strata, draw.stratum),
                    n_sessions=draw.n_sessions,
                    n_double=draw.n_double,
                )
                for draw in allocation.draws
            )
        )
        self._fit_tables()

    def _fit_tables(self) -> None:
        for table in (self._load_table, self._strata_table):
            table.fit_columns(stretch=0)
            table.be_as_high_as(MOST_ROWS)


def headline(preview: PlanPreview) -> str:
    """Return ``"20 sessions to 3 coders, 4 coded twice (20%)"``."""
    n = preview.allocation.n_sessions
    if not preview.allocation.assignments:
        if not n:
            return _tr("No session is left to give out")
        return _tr("These sessions have their coders")
    n_coders = len(preview.given)
    double = len(preview.allocation.double)
    coders = _tr("1 coder") if n_coders == 1 else _tr("{} coders").format(n_coders)
    return _tr("{0} to {1}, {2} coded twice ({3}%)").format(
        sessions_in_words(n), coders, double, round(100 * double / n)
    )


def _tr(text: str) -> str:
    return translate("Sessions", text)
