"""The three answers of the analysis page: before and after, over time, by office and period."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QLabel, QWidget

from practicecoder.ui.analysis.tables import (
    PHASE_COLUMNS,
    TEST_COLUMNS,
    TREND_COLUMNS,
    PeriodRow,
    TestRow,
    TrendRow,
    period_columns,
    period_rows,
    test_rows,
    trend_rows,
)
from practicecoder.ui.analysis.words import comparison_in_words, trend_in_words
from practicecoder.ui.tables import RowTable, RowTableModel
from practicecoder.ui.theme import DOUBLE, SPACE, Look, scaled
from practicecoder.ui.widgets.figure_view import FigureView
from practicecoder.ui.widgets.labels import card, label
from practicecoder.ui.widgets.notice import Notices
from practicecoder.ui.widgets.scrolling import Scrolling

if TYPE_CHECKING:
    from practicecoder.scoring.analysis_warnings import AnalysisWarning
    from practicecoder.scoring.comparison import GroupSummary
    from practicecoder.ui.analysis.findings import Findings

NUMBERS_PX = 608
"""Width of the column of tables, so that no cell is cut."""
NARROWEST_FIGURE_PX = 420
FIGURE_PX = 320
QWIDGETSIZE_MAX = 16_777_215
"""Qt's word for no limit."""


class _Panel(Scrolling):
    """Cautions and a sentence above; tables beside a figure, or above it where it is narrow."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.notices = Notices(self.tr("Cautions"), self.content)
        self.sentence = label("", self.content, Look.LEAD, wrapped=True)
        self._numbers: QFrame | None = None
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._body.setSpacing(DOUBLE)
        self.column.addWidget(self.notices)
        self.column.addWidget(self.sentence)
        self.column.addLayout(self._body, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the figure under the tables where there is no room beside them."""
        super().resizeEvent(event)
        self._arrange()

    def tell(self, sentence: str, warnings: Sequence[AnalysisWarning]) -> None:
        """Show what was found, and above it what to mind."""
        self.sentence.setText(sentence)
        self.notices.show_texts([warning.sentence for warning in warnings])

    def add_numbers(self, *tables: tuple[str, RowTable]) -> None:
        """Put tables under each other, each with a heading."""
        frame, inside = card(self.content)
        inside.setContentsMargins(SPACE, SPACE, SPACE, SPACE)
        self._numbers = frame
        for heading, table in tables:
            words: QLabel = label(heading, frame, Look.HEADING)
            words.setContentsMargins(SPACE, SPACE, 0, 0)
            inside.addWidget(words)
            inside.addWidget(table)
        inside.addStretch(1)
        self._body.addWidget(frame, 1)

    def add_figure(self, figure: FigureView) -> None:
        """Put the figure beside the tables."""
        frame, inside = card(self.content)
        inside.setContentsMargins(SPACE, SPACE, SPACE, SPACE)
        inside.addWidget(figure)
        figure.setMinimumHeight(FIGURE_PX)
        self._body.addWidget(frame, 1)
        self._arrange()

    def _arrange(self) -> None:
        if self._numbers is None or self._body.count() < 2:
            return
        is_wide = self.viewport().width() >= scaled(NUMBERS_PX) + NARROWEST_FIGURE_PX
        direction = QBoxLayout.Direction
        self._body.setDirection(direction.LeftToRight if is_wide else direction.TopToBottom)
        self._numbers.setMaximumWidth(scaled(NUMBERS_PX) if is_wide else QWIDGETSIZE_MAX)
        self._numbers.setMinimumWidth(scaled(NUMBERS_PX) if is_wide else 0)


def _table(model: RowTableModel[Any], accessible_name: str, parent: QWidget) -> RowTable:
    table = RowTable(accessible_name, parent)
    table.show_model(model, sortable=False)
    return table


class BeforeAfterPanel(_Panel):
    """Sessions after implementation against those before."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._phases: RowTableModel[GroupSummary] = RowTableModel(PHASE_COLUMNS, parent=self)
        self._tests: RowTableModel[TestRow] = RowTableModel(TEST_COLUMNS, parent=self)
        self._phase_table = _table(self._phases, self.tr("Phases"), self)
        self._test_table = _table(self._tests, self.tr("Tests of the difference"), self)
        self.figure = FigureView(self.tr("Before and after"), self)
        self.add_numbers(
            (self.tr("Phases"), self._phase_table),
            (self.tr("Difference, after minus before"), self._test_table),
        )
        self.add_figure(self.figure)

    def show_findings(self, found: Findings) -> None:
        """Show the comparison."""
        comparison = found.comparison
        self.tell(comparison_in_words(found.label, comparison), comparison.warnings)
        self._phases.set_rows(comparison.groups)
        self._tests.set_rows(test_rows(comparison))
        self._phase_table.fit_columns()
        self._test_table.fit_columns()
        for table in (self._phase_table, self._test_table):
            table.be_as_high_as()
        self.figure.show_chart(found.before_after)


class TrendPanel(_Panel):
    """The score over days since implementation."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: RowTableModel[TrendRow] = RowTableModel(TREND_COLUMNS, parent=self)
        self._row_table = _table(self._rows, self.tr("Correlation with days"), self)
        self.figure = FigureView(self.tr("Over time"), self)
        self.add_numbers((self.tr("Correlation with days"), self._row_table))
        self.add_figure(self.figure)

    def show_findings(self, found: Findings) -> None:
        """Show the trend."""
        self.tell(trend_in_words(found.label, found.trend), found.trend.warnings)
        self._rows.set_rows(trend_rows(found.trend))
        self._row_table.fit_columns()
        self._row_table.be_as_high_as()
        self.figure.show_chart(found.scatter)


class PeriodPanel(_Panel):
    """Means with valid n by office and period."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: RowTableModel[PeriodRow] = RowTableModel((), parent=self)
        self._row_table = _table(self._rows, self.tr("Means by office and period"), self)
        self.add_numbers((self.tr("Mean (n) by office and period"), self._row_table))

    def show_findings(self, found: Findings) -> None:
        """Show the means."""
        self.tell(
            self.tr("{}: means by office and period of days since implementation.").format(
                found.label
            ),
            found.periods.warnings,
        )
        self._rows.set_columns(period_columns(found.periods))
        self._rows.set_rows(period_rows(found.periods))
        self._row_table.fit_columns()
        self._row_table.be_as_high_as()
