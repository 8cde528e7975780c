"""Before and after, over time, by office and period: three answers of the analysis page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from practicecoder.ui.analysis.answer_panel import AnswerPanel, bare_table
from practicecoder.ui.analysis.group_tables import CONTRADICTION_COLUMNS
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
from practicecoder.ui.tables import RowTableModel
from practicecoder.ui.widgets.figure_view import FigureView

if TYPE_CHECKING:
    from practicecoder.scoring.analysis_phase import PhaseContradiction
    from practicecoder.scoring.two_groups import GroupSummary
    from practicecoder.ui.analysis.findings import Findings


MOST_ODD = 10
"""Contradictions that are seen without scrolling."""


class BeforeAfterPanel(AnswerPanel):
    """Sessions after implementation against those before."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._phases: RowTableModel[GroupSummary] = RowTableModel(PHASE_COLUMNS, parent=self)
        self._tests: RowTableModel[TestRow] = RowTableModel(TEST_COLUMNS, parent=self)
        self._phase_table = bare_table(self._phases, self.tr("Phases"), self)
        self._test_table = bare_table(self._tests, self.tr("Tests of the difference"), self)
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


class TrendPanel(AnswerPanel):
    """The score over days since implementation."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: RowTableModel[TrendRow] = RowTableModel(TREND_COLUMNS, parent=self)
        self._row_table = bare_table(self._rows, self.tr("Correlation with days"), self)
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


class PeriodPanel(AnswerPanel):
    """Means with valid n by office and period."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: RowTableModel[PeriodRow] = RowTableModel((), parent=self)
        self._row_table = bare_table(self._rows, self.tr("Means by office and period"), self)
        self._odd: RowTableModel[PhaseContradiction] = RowTableModel(
            CONTRADICTION_COLUMNS, parent=self
        )
        self._odd_table = bare_table(self._odd, self.tr("Phase against days"), self)
        self._odd_table.set_placeholder(self.tr("Phase and days go together in every session."))
        self.add_numbers(
            (self.tr("Mean (n) by office and period"), self._row_table),
            (self.tr("Sessions whose phase does not go with their days"), self._odd_table),
        )

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
        self._odd.set_rows(found.contradictions)
        self._odd_table.fit_columns()
        self._odd_table.be_as_high_as(MOST_ODD)
