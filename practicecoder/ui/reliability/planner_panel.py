"""How many sessions to double code: sessions for a width of interval, or width for sessions."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import (
    QFormLayout,
    QRadioButton,
    QWidget,
)

from practicecoder.scoring.reliability.planner import (
    DoubleCodingPlan,
    expected_width,
    sessions_needed,
)
from practicecoder.scoring.results import shown
from practicecoder.ui.accessibility import name
from practicecoder.ui.languages import QT_TRANSLATE_NOOP, translate
from practicecoder.ui.reliability.words import coefficient
from practicecoder.ui.tables import RIGHT, Column, RowTable, RowTableModel
from practicecoder.ui.theme import DOUBLE, SPACE, Look, scaled
from practicecoder.ui.widgets.labels import card, in_row, label
from practicecoder.ui.widgets.scrolling import Scrolling
from practicecoder.ui.widgets.spin_boxes import DecimalBox, WholeNumberBox

MOST_CODERS = 6
EXPECTED, WIDTH, SESSIONS = 0.75, 0.30, 30
SPIN_PX = 112


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanRow:
    """A plan for a number of coders; None where the sessions are too few to tell."""

    n_coders: int
    plan: DoubleCodingPlan | None


def _of_plan(title: str, words: str) -> Column[PlanRow]:
    def text(row: PlanRow) -> str:
        if row.plan is None:
            return _tr("too few sessions") if words == "limits" else "–"
        low, high = row.plan.limits
        return {
            "sessions": str(row.plan.n_sessions),
            "codings": str(row.plan.n_codings),
            "width": shown(row.plan.width, 2),
            "limits": _tr("{} to {}").format(coefficient(low), coefficient(high)),
        }[words]

    return Column(title=title, text=text, alignment=RIGHT)


def _tr(text: str) -> str:
    return translate("Reliability", text)


PLAN_COLUMNS: tuple[Column[PlanRow], ...] = (
    Column(title="Coders", text=lambda row: str(row.n_coders), alignment=RIGHT),
    _of_plan(QT_TRANSLATE_NOOP("Columns", "Sessions"), "sessions"),
    _of_plan(QT_TRANSLATE_NOOP("Columns", "Codings"), "codings"),
    _of_plan(QT_TRANSLATE_NOOP("Columns", "Width"), "width"),
    _of_plan(QT_TRANSLATE_NOOP("Columns", "Interval, about"), "limits"),
)


class PlannerPanel(Scrolling):
    """Asks what is expected and wanted; answers in sentences and for each number of coders."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.expected = _number(0.0, 0.99, EXPECTED, self.tr("Expected agreement, ICC"), self)
        self.coders = WholeNumberBox(self)
        self.coders.setRange(2, MOST_CODERS)
        name(self.coders, self.tr("Coders per session"))
        self.by_width = QRadioButton(self.tr("Sessions for an interval as &wide as"), self)
        self.by_sessions = QRadioButton(self.tr("Width of the interval with &sessions"), self)
        self.width_wanted = _number(0.05, 1.0, WIDTH, self.tr("Width of the interval"), self)
        self.sessions = WholeNumberBox(self)
        self.sessions.setRange(2, 2_000)
        self.sessions.setValue(SESSIONS)
        name(self.sessions, self.tr("Sessions coded by every coder"))
        self.by_width.setChecked(True)
        self.answer = label("", self.content, Look.LEAD, wrapped=True)
        self.cautions = label("", self.content, Look.MUTED, wrapped=True)
        self._model: RowTableModel[PlanRow] = RowTableModel(
            PLAN_COLUMNS, key=lambda row: row.n_coders, parent=self
        )
        self.table = RowTable(self.tr("Plans by number of coders"), self)
        self.table.show_model(self._model, sortable=False)
        self._lay_out()
        for spin in (self.expected, self.width_wanted, self.coders, self.sessions):
            spin.valueChanged.connect(self._plan)
        self.by_width.toggled.connect(self._plan)
        self._plan()

    def _lay_out(self) -> None:
        frame, inside = card(self.content)
        form = QFormLayout()
        form.setSpacing(SPACE)
        form.addRow(self.tr("Expected &agreement of one coder, ICC"), self.expected)
        form.addRow(self.tr("&Coders per session"), self.coders)
        form.addRow(in_row(self.by_width, self.width_wanted, stretch=True))
        form.addRow(in_row(self.by_sessions, self.sessions, stretch=True))
        for spin in (self.expected, self.coders, self.width_wanted, self.sessions):
            spin.setFixedWidth(scaled(SPIN_PX))
        inside.addLayout(form)
        inside.addSpacing(DOUBLE)
        inside.addWidget(self.answer)
        inside.addWidget(self.cautions)
        self.column.addWidget(frame)
        below, room = card(self.content)
        room.setContentsMargins(SPACE, SPACE, SPACE, SPACE)
        room.addWidget(self.table)
        self.column.addWidget(below)
        self.column.addStretch(1)

    def _plan(self) -> None:
        asks_width = self.by_width.isChecked()
        self.width_wanted.setEnabled(asks_width)
        self.sessions.setEnabled(not asks_width)
        rows = [PlanRow(n_coders=k, plan=self._of(k)) for k in range(2, MOST_CODERS + 1)]
        chosen = next(row.plan for row in rows if row.n_coders == self.coders.value())
        if chosen is None:
            self.answer.setText(
                self.tr("{} sessions are too few to tell how wide the interval will be.").format(
                    self.sessions.value()
                )
            )
            self.cautions.setText("")
        else:
            promise, *cautions = chosen.sentences
            self.answer.setText(promise)
            self.cautions.setText("\n".join(f"•  {sentence}" for sentence in cautions))
        self._model.set_rows(rows)
        self.table.fit_columns()
        self.table.be_as_high_as()

    def _of(self, n_coders: int) -> DoubleCodingPlan | None:
        expected = round(self.expected.value(), 2)
        if self.by_width.isChecked():
            return sessions_needed(expected, round(self.width_wanted.value(), 2), n_coders)
        return expected_width(expected, self.sessions.value(), n_coders)


def _number(low: float, high: float, value: float, words: str, parent: QWidget) -> DecimalBox:
    spin = DecimalBox(parent)
    spin.setRange(low, high)
    spin.setDecimals(2)
    spin.setSingleStep(0.05)
    spin.setValue(value)
    name(spin, words)
    return spin
