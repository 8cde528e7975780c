"""What the lead chooses for a plan of coding: sessions, coders, double coding, balance, seed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QLabel,
    QWidget,
)

from practicecoder.domain.ids import CoderId, SessionId
from practicecoder.domain.people import Role
from practicecoder.services.context import StudyServices
from practicecoder.services.due_dates import DueRule
from practicecoder.services.plan_preview import USUAL_RELIABILITY, PlanRequest
from practicecoder.services.segments import new_seed
from practicecoder.ui.accessibility import name
from practicecoder.ui.icons import Icon
from practicecoder.ui.sessions.due import DueField
from practicecoder.ui.sessions.words import sessions_in_words, strata_in_words
from practicecoder.ui.theme import SPACE
from practicecoder.ui.widgets.asking import SeedField
from practicecoder.ui.widgets.flow import Flow
from practicecoder.ui.widgets.labels import button, in_row, label
from practicecoder.ui.widgets.spin_boxes import DecimalBox, WholeNumberBox

MOST_CODERS = 10
MOST_PER_WEEK = 100
SHORT_SEED = 1_000_000
"""Seeds that are offered stay below this, so that they can be read out and written down."""


class PlanForm(QWidget):
    """Tells what is asked for; every change asks for another preview."""

    changed = Signal()

    def __init__(
        self,
        services: StudyServices,
        chosen: Sequence[SessionId],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        certified, settings = services.planning.certified(), services.settings.current()
        self._chosen = tuple(chosen)
        self._scope = QComboBox(self)
        name(self._scope, self.tr("Sessions to plan"))
        self._scope.addItem(self.tr("All that nobody has"))
        if chosen:
            self._scope.addItem(
                self.tr("The {} selected").format(sessions_in_words(len(chosen)))
                if len(chosen) > 1
                else self.tr("The selected session")
            )
            self._scope.setCurrentIndex(1 if len(chosen) > 1 else 0)
        self._coders = {
            person.coder_id: self._coder_box(person.coder_id, person.coder_id in certified)
            for person in services.people.coders()
            if Role.CODER in person.roles
        }
        self._share = WholeNumberBox(self)
        self._share.setRange(0, 100)
        self._share.setSuffix("%")
        self._share.setSingleStep(5)
        self._share.setValue(round(settings.double_share * 100))
        name(self._share, self.tr("Share of double coding in percent"))
        self._per_double = WholeNumberBox(self)
        self._per_double.setRange(2, MOST_CODERS)
        self._per_double.setValue(settings.coders_per_double)
        name(self._per_double, self.tr("Coders of a double-coded session"))
        self._strata = {
            key: QCheckBox(words, self)
            for key, words in strata_in_words(services.codebook).items()
        }
        self._expected = DecimalBox(self)
        self._expected.setRange(0.0, 0.95)
        self._expected.setSingleStep(0.05)
        self._expected.setDecimals(2)
        self._expected.setValue(USUAL_RELIABILITY)
        self._expected.setToolTip(
            self.tr(
                "Agreement of one coder, ICC(A,1), that you expect; the planner starts from it"
            )
        )
        name(self._expected, self.tr("Expected agreement"), self._expected.toolTip())
        self._due = DueField(services.sessions.today(), self)
        self._pace = WholeNumberBox(self)
        self._pace.setRange(0, MOST_PER_WEEK)
        self._pace.setSpecialValueText(self.tr("all by that day"))
        self._pace.setSuffix(self.tr(" a week"))
        self._pace.setEnabled(False)
        name(
            self._pace,
            self.tr("Sessions of each coder due in a week"),
            self.tr("0: all by the day named; else so many by that day, and as many each week"),
        )
        self._seed = SeedField(self)
        self._seed.show_seed(new_seed() % SHORT_SEED)
        self._lay_out()
        self._connect()

    @property
    def request(self) -> PlanRequest:
        """What is asked for."""
        return PlanRequest(
            coders=tuple(c for c, box in self._coders.items() if box.isChecked()),
            session_ids=self._chosen if self._scope.currentIndex() == 1 else None,
            double_share=self._share.value() / 100,
            coders_per_double=self._per_double.value(),
            seed=self._seed.seed,
            strata=tuple(key for key, box in self._strata.items() if box.isChecked()),
            expected_reliability=self._expected.value(),
            due=self._due_rule(),
        )

    def draw_anew(self) -> None:
        """Enter another seed."""
        self._seed.show_seed(new_seed() % SHORT_SEED)

    def focus_first(self) -> None:
        """Put the focus on the sessions."""
        self._scope.setFocus(Qt.FocusReason.OtherFocusReason)

    def _due_rule(self) -> DueRule | None:
        first = self._due.due_on
        return None if first is None else DueRule(first=first, per_week=self._pace.value())

    def _coder_box(self, coder_id: CoderId, is_certified: bool) -> QCheckBox:
        words = str(coder_id)
        if is_certified:
            words = self.tr("{} – certified").format(coder_id)
        box = QCheckBox(words, self)
        box.setChecked(True)
        name(box, self.tr("Coder {}").format(words))
        return box

    def _lay_out(self) -> None:
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setSpacing(12)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.addRow(self.tr("Se&ssions"), self._scope)
        form.addRow(label(self.tr("Coders"), self))
        form.addRow(self._in_lines(self._coders.values()))
        form.addRow(self.tr("&Double coding"), self._share)
        form.addRow(self.tr("&By how many"), self._per_double)
        form.addRow(label(self.tr("Balanced over"), self))
        form.addRow(self._in_lines(self._strata.values()))
        form.addRow(self.tr("&Expected agreement"), self._expected)
        form.addRow(self.tr("Due"), self._due)
        form.addRow(self.tr("&Pace of each"), self._pace)
        other = button(self.tr("Other"), self, self.draw_anew, drawing=Icon.REFRESH)
        name(other, self.tr("Other seed"))
        seed_words = QLabel(self.tr("Se&ed"), self)
        seed_words.setBuddy(self._seed)
        form.addRow(seed_words, in_row(self._seed, other))

    def _in_lines(self, boxes: Iterable[QCheckBox]) -> Flow:
        made = Flow(self, spacing=SPACE)
        made.add(*boxes)
        return made

    def _connect(self) -> None:
        for box in (*self._coders.values(), *self._strata.values()):
            box.toggled.connect(self._tell)
        for box in self._strata.values():
            box.setChecked(True)
        for spin in (self._share, self._per_double):
            spin.valueChanged.connect(self._tell)
        self._expected.valueChanged.connect(self._tell)
        self._pace.valueChanged.connect(self._tell)
        self._due.changed.connect(self._tell_due)
        self._scope.currentIndexChanged.connect(self._tell)
        self._seed.textChanged.connect(self._tell)

    def _tell_due(self) -> None:
        self._pace.setEnabled(self._due.due_on is not None)
        self._tell()

    def _tell(self) -> None:
        self.changed.emit()
