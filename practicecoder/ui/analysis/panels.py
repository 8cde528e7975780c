"""The three answers of the analysis page: before and after, over time, by office and period."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

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
from practicecoder.ui.theme import DOUBLE, SPACE, Look
from practicecoder.ui.widgets.figure_view import FigureView
from practicecoder.ui.widgets.labels import card, label
from practicecoder.ui.widgets.notice import Notices

if TYPE_CHECKING:
    from practicecoder.scoring.analysis_warnings import AnalysisWarning
    from practicecoder.scoring.comparison import GroupSummary
    from practicecoder.ui.analysis.findings import Findings

NUMBERS_PX = 608
"""Width of the column of tables, so that no cell is cut."""


class _Panel(QWidget):
    """Cautions and a sentence above; tables at the left, a figure at the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.notices = Notices(self.tr("Cautions"), self)
        self.sentence = label("", self, Look.LEAD, wrapped=True)
        self._body = QHBoxLayout()
        self._body.setSpacing(DOUBLE)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(DOUBLE)
        layout.addWidget(self.notices)
        layout.addWidget(self.sentence)
        layout.addLayout(self._body, 1)

    def tell(self, sentence: str, warnings: Sequence[AnalysisWarning]) -> None:
        """Show what was found, and above it what to mind."""
        self.sentence.setText(sentence)
        self.notices.show_texts([warning.sentence for warning in warnings])

    def add_numbers(self, *tables: tuple[str, RowTable], width: int | None = NUMBERS_PX) -> None:
        """Put tables under each other, each with a heading."""
        frame, inside = card(self)
        inside.setContentsMargins(SPACE, SPACE, SPACE, SPACE)
        if width is not None:
            frame.setFixedWidth(width)
        for heading, table in tables:
            words: QLabel = label(heading, frame, Look.HEADING)
            words.setContentsMargins(SPACE, SPACE, 0, 0)
            inside.addWidget(words)
            inside.addWidget(table, table.property("share") or 1)
        self._body.addWidget(frame, 1)

    def add_figure(self, figure: FigureView) -> None:
        """Put the figure beside the tables."""
        frame, inside = card(self)
        inside.setContentsMargins(SPACE, SPACE, SPACE, SPACE)
        inside.addWidget(figure)
        self._body.addWidget(frame, 2)


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
        self._test_table.setProperty("share", 2)
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
        self.figure.show_chart(found.scatter)


class PeriodPanel(_Panel):
    """Means with valid n by office and period."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: RowTableModel[PeriodRow] = RowTableModel((), parent=self)
        self._row_table = _table(self._rows, self.tr("Means by office and period"), self)
        self.add_numbers((self.tr("Mean (n) by office and period"), self._row_table), width=None)

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
