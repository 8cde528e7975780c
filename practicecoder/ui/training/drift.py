"""Drift of one coder on one dimension: figure, months, and the recalibrations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtWidgets import QBoxLayout, QComboBox, QHBoxLayout, QWidget

from practicecoder.domain.certification import Recalibration
from practicecoder.domain.ids import CoderId
from practicecoder.services.calibration import Drift
from practicecoder.services.context import StudyServices
from practicecoder.ui.accessibility import name
from practicecoder.ui.tables import RowTable, RowTableModel
from practicecoder.ui.tasks import TaskHandle, run_task
from practicecoder.ui.theme import DOUBLE, SPACE, Look, colours, scaled
from practicecoder.ui.training.acts import TrainingActs
from practicecoder.ui.training.columns import RECALIBRATION_COLUMNS, month_columns
from practicecoder.ui.training.words import departure_in_words
from practicecoder.ui.widgets.figure_view import FigureView
from practicecoder.ui.widgets.heavy_work import one_at_a_time
from practicecoder.ui.widgets.labels import button, card, label
from practicecoder.ui.widgets.scrolling import Scrolling

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from practicecoder.figures.style import Chart
    from practicecoder.scoring.reliability.drift import CoderDrift, MonthlyDeparture

NUMBERS_PX = 460
NARROWEST_FIGURE_PX, FIGURE_PX = 420, 320
MOST_MONTHS, MOST_EVENTS = 12, 6
EMPTY_PX = 112
"""Height of a table without rows, at the normal text size."""


class DriftPanel(Scrolling):
    """Asks for coder and dimension; shows departures from the reference over time."""

    def __init__(
        self, services: StudyServices, acts: TrainingActs, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._acts = acts
        self._may_write = not services.read_only
        self._drift: Drift | None = None
        self._task: TaskHandle | None = None
        self._was_dark = colours().is_dark
        self._coder = QComboBox(self)
        name(self._coder, self.tr("Coder"))
        self._dimension = QComboBox(self)
        name(self._dimension, self.tr("Dimension"))
        for dimension in services.codebook.dimensions:
            self._dimension.addItem(dimension.label, dimension.dimension_id)
        self._sentence = label("", self.content, Look.LEAD, wrapped=True)
        self._caution = label("", self.content, Look.MUTED, wrapped=True)
        self._months: RowTableModel[MonthlyDeparture] = RowTableModel(month_columns(), parent=self)
        self._month_table = RowTable(self.tr("Departures by month"), self)
        self._month_table.set_placeholder(self.tr("No check was submitted yet."))
        self._month_table.show_model(self._months)
        self._events = RowTableModel(
            RECALIBRATION_COLUMNS, key=lambda r: r.recalibration_id, parent=self
        )
        self._event_table = RowTable(self.tr("Recalibrations"), self)
        self._event_table.set_placeholder(self.tr("None is noted."))
        self._event_table.setSelectionMode(RowTable.SelectionMode.SingleSelection)
        self._event_table.show_model(self._events)
        self._event_table.selection_changed.connect(self._check)
        self._record = button(self.tr("Record a recalibration…"), self, acts.recalibrate)
        self._take_back = button(self.tr("Remove"), self, self.take_back)
        name(self._take_back, self.tr("Remove the selected recalibration"))
        self.figure = FigureView(self.tr("Drift"), self)
        self._lay_out()
        self._coder.currentIndexChanged.connect(self._show_chosen)
        self._dimension.currentIndexChanged.connect(self._show_chosen)
        self._check()

    @property
    def month_table(self) -> RowTable:
        """Departures by month."""
        return self._month_table

    @property
    def event_table(self) -> RowTable:
        """Recalibrations."""
        return self._event_table

    @property
    def is_drawing(self) -> bool:
        """Whether a figure is on its way."""
        return self._task is not None

    def show_drift(self, drift: Drift | None) -> None:
        """Show other departures; the choice of coder and dimension stays."""
        self._drift = drift
        coders = sorted(
            {
                coder.coder_id
                for item in (() if drift is None else drift.items)
                for coder in getattr(item.report, "coders", ())
            }
        )
        chosen = self._coder.currentText()
        self._coder.blockSignals(True)
        self._coder.clear()
        self._coder.addItems(coders)
        self._coder.setCurrentIndex(max(self._coder.findText(chosen), 0 if coders else -1))
        self._coder.blockSignals(False)
        self._coder.setEnabled(bool(coders))
        self._events.set_rows(() if drift is None else drift.recalibrations)
        self._event_table.fit_columns()
        self._show_chosen()
        self._check()

    def focus_first(self) -> None:
        """Put the focus on the choice of coder."""
        first = self._coder if self._coder.isEnabled() else self._record
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def take_back(self) -> None:
        """Remove the selected recalibration."""
        rows: tuple[Recalibration, ...] = self._event_table.selected_rows()
        if rows:
            self._acts.take_back(rows[0])

    # Qt

    def changeEvent(self, event: QEvent) -> None:
        """Draw the figure anew for a light or dark window; fit the tables to the text size."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange and hasattr(self, "figure"):
            QTimer.singleShot(0, self, self._fit)  # the tables change after their page
        changed = event.type() is QEvent.Type.PaletteChange
        if changed and hasattr(self, "figure") and colours().is_dark != self._was_dark:
            self._show_chosen()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the figure under the tables where there is no room beside them."""
        super().resizeEvent(event)
        self._arrange()

    # What is shown

    def _show_chosen(self) -> None:
        found = self._found()
        self._months.set_rows(() if found is None else found.months)
        self._month_table.fit_columns()
        self._fit()
        if self._task is not None:
            self._task.cancel()
            self._task = None
        if found is None:
            self._sentence.setText(
                self.tr(
                    "Nobody was checked on this dimension yet. Checks are training recordings "
                    "that are slipped into the queues of certified coders."
                )
            )
            self._caution.setText("")
            self.figure.show_chart(None)
            return
        self._tell(found)
        self._draw(found)

    def _found(self) -> CoderDrift | None:
        if self._drift is None:
            return None
        wanted = self._dimension.currentData()
        item = next((item for item in self._drift.items if item.item == wanted), None)
        return None if item is None else item.of(CoderId(self._coder.currentText()))

    def _tell(self, found: CoderDrift) -> None:
        n = (self.tr("{} check") if found.n == 1 else self.tr("{} checks")).format(found.n)
        self._sentence.setText(
            self.tr("{}: departure {}, exact {:.0%}, within one level {:.0%}.").format(
                n, departure_in_words(found.departure), found.exact, found.within_one
            )
        )
        slope = departure_in_words(found.slope, 3)
        self._caution.setText(
            self.tr(
                "Slope per week: {}. Slopes of all coders and dimensions: {}. One of them is a "
                "reason to recalibrate, not a verdict."
            ).format(slope, 0 if self._drift is None else self._drift.n_slopes)
        )

    def _draw(self, found: CoderDrift) -> None:
        self._was_dark = colours().is_dark
        words, is_dark = self._dimension.currentText(), self._was_dark
        events = () if self._drift is None else self._drift.recalibrations

        def draw() -> Chart:
            from practicecoder.figures.coder_drift import coder_drift_chart
            from practicecoder.figures.style import Theme

            theme = Theme.DARK if is_dark else Theme.LIGHT
            return coder_drift_chart(found, label=words, recalibrations=events, theme=theme)

        self._task = run_task(
            self, one_at_a_time(draw), on_success=self._show_chart, on_failure=self._fail
        )

    def _show_chart(self, chart: Chart) -> None:
        self._task = None
        self.figure.show_chart(chart)

    def _fail(self, error: Exception) -> None:
        self._task = None
        self._acts.failed.emit(error)

    def _check(self) -> None:
        self._record.setEnabled(self._may_write)
        self._take_back.setEnabled(self._may_write and bool(self._event_table.selected_rows()))

    # Layout

    def _lay_out(self) -> None:
        controls = QHBoxLayout()
        controls.setSpacing(SPACE)
        for words, field in (
            (self.tr("&Coder"), self._coder),
            (self.tr("&Dimension"), self._dimension),
        ):
            of = label(words, self.content)
            of.setTextFormat(Qt.TextFormat.AutoText)
            of.setBuddy(field)
            controls.addWidget(of)
            controls.addWidget(field)
            controls.addSpacing(DOUBLE)
        controls.addStretch(1)
        self._numbers, inside = card(self.content)
        inside.setContentsMargins(SPACE, SPACE, SPACE, SPACE)
        inside.addWidget(label(self.tr("By month"), self._numbers, Look.HEADING))
        inside.addWidget(self._month_table)
        inside.addWidget(label(self.tr("Recalibrations"), self._numbers, Look.HEADING))
        inside.addWidget(self._event_table)
        acts = QHBoxLayout()
        acts.addWidget(self._record)
        acts.addWidget(self._take_back)
        acts.addStretch(1)
        inside.addLayout(acts)
        inside.addStretch(1)
        frame, around = card(self.content)
        around.setContentsMargins(SPACE, SPACE, SPACE, SPACE)
        around.addWidget(self.figure)
        self.figure.setMinimumHeight(FIGURE_PX)
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._body.setSpacing(DOUBLE)
        self._body.addWidget(self._numbers, 2)
        self._body.addWidget(frame, 3)
        self.column.addLayout(controls)
        self.column.addWidget(self._sentence)
        self.column.addWidget(self._caution)
        self.column.addLayout(self._body, 1)

    def _fit(self) -> None:
        for table, most in ((self._month_table, MOST_MONTHS), (self._event_table, MOST_EVENTS)):
            if table.rows_model().rowCount():
                table.be_as_high_as(most)
            else:
                table.setFixedHeight(scaled(EMPTY_PX))
        self._arrange()

    def _arrange(self) -> None:
        is_wide = self.viewport().width() >= scaled(NUMBERS_PX) + NARROWEST_FIGURE_PX
        direction = QBoxLayout.Direction
        self._body.setDirection(direction.LeftToRight if is_wide else direction.TopToBottom)
        self._numbers.setMinimumWidth(scaled(NUMBERS_PX) if is_wide else 0)
