"""Any grouping, measures from elsewhere, internal consistency: further answers of the page."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from practicecoder.scoring.scores import in_sentence
from practicecoder.ui.accessibility import name
from practicecoder.ui.analysis.answer_panel import AnswerPanel, bare_table
from practicecoder.ui.analysis.group_tables import (
    GROUP_COLUMNS,
    OUTCOME_COLUMNS,
    PAIR_COLUMNS,
    PART_COLUMNS,
    OutcomeRow,
    PartRow,
    outcome_rows,
    overview_in_words,
    part_rows,
)
from practicecoder.ui.icons import Icon
from practicecoder.ui.languages import translate
from practicecoder.ui.tables import RowTableModel
from practicecoder.ui.widgets.figure_view import FigureView
from practicecoder.ui.widgets.labels import button, in_row, label

if TYPE_CHECKING:
    from practicecoder.codebook.model import Codebook
    from practicecoder.scoring.two_groups import GroupComparison, GroupSummary
    from practicecoder.ui.analysis.findings import Findings


def grouping_words(column: str) -> str:
    """Words for a column that sessions are grouped by."""
    words = {
        "office_id": _tr("office"),
        "phase": _tr("phase"),
        "session_type": _tr("type of session"),
        "worker_role": _tr("worker's role"),
        "score_basis": _tr("basis of the value"),
        "codebook_version": _tr("codebook version"),
        "unblinded": _tr("coder recognised someone"),
    }
    return words.get(column, column.replace("_", " "))


class GroupPanel(AnswerPanel):
    """The score by any grouping: each group, one test of all, every pair."""

    chosen = Signal()
    """Another grouping was chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.by = QComboBox(self)
        name(self.by, self.tr("Group sessions by"))
        self.by.activated.connect(lambda _place: self.chosen.emit())
        words = label(self.tr("&Group by"), self.content)
        words.setBuddy(self.by)
        self.column.insertLayout(0, in_row(words, self.by, stretch=True))
        self._groups: RowTableModel[GroupSummary] = RowTableModel(GROUP_COLUMNS, parent=self)
        self._pairs: RowTableModel[GroupComparison] = RowTableModel(PAIR_COLUMNS, parent=self)
        self._group_table = bare_table(self._groups, self.tr("Groups"), self)
        self._pair_table = bare_table(self._pairs, self.tr("Pairs of groups"), self)
        self._pair_table.set_placeholder(self.tr("More groups than are compared pair by pair."))
        self.add_numbers(
            (self.tr("Groups"), self._group_table),
            (self.tr("Pairs, second minus first"), self._pair_table),
        )

    @property
    def grouping(self) -> str:
        """Column that was chosen; empty before anything was shown."""
        return str(self.by.currentData() or "")

    def show_findings(self, found: Findings) -> None:
        """Show groups and pairs, and offer the groupings there are."""
        overview = found.groups
        if [self.by.itemData(i) for i in range(self.by.count())] != list(found.groupings):
            self.by.clear()
            for column in found.groupings:
                self.by.addItem(grouping_words(column), column)
        if overview is None:
            self.tell(self.tr("Nothing tells the sessions apart into groups."), ())
            self._groups.set_rows(())
            self._pairs.set_rows(())
            return
        self.by.setCurrentIndex(self.by.findData(overview.by))
        words = overview_in_words(found.label, grouping_words(overview.by), overview)
        self.tell(words, overview.warnings)
        self._groups.set_rows(overview.groups)
        self._pairs.set_rows(overview.pairs)
        for table in (self._group_table, self._pair_table):
            table.fit_columns()
            table.be_as_high_as()


class OutcomePanel(AnswerPanel):
    """The score beside measures that were taken elsewhere."""

    adding = Signal()
    """Somebody wants to add measures from a sheet."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._found: Findings | None = None
        self.add = button(
            self.tr("Add measures…"), self.content, self.adding.emit, drawing=Icon.IMPORT
        )
        self.add.setToolTip(self.tr("Numbers for each session from a sheet"))
        self.column.insertLayout(0, in_row(self.add, stretch=True))
        self._rows: RowTableModel[OutcomeRow] = RowTableModel(OUTCOME_COLUMNS, parent=self)
        self._table = bare_table(self._rows, self.tr("Correlation with measures"), self)
        self.figure = FigureView(self.tr("Score and measure"), self)
        self.add_numbers((self.tr("Correlation with measures"), self._table))
        self.add_figure(self.figure)
        self._table.selectionModel().currentRowChanged.connect(lambda *_: self._draw())

    def show_findings(self, found: Findings) -> None:
        """Show every measure beside the score, and draw the first."""
        self._found = found
        measures = found.outcomes
        if not measures:
            self.tell(
                self.tr(
                    "No measures yet. Add a sheet with a column session_id and a column of "
                    "numbers for each measure, such as goal attainment or working alliance."
                ),
                (),
            )
        else:
            told = [
                replace(w, sentence=f"{one.measure.replace('_', ' ')}: {in_sentence(w.sentence)}")
                for one in measures
                for w in one.warnings
            ]
            sentence = self.tr("{0} beside {n} measures that were taken elsewhere.")
            if len(measures) == 1:
                sentence = self.tr("{0} beside one measure that was taken elsewhere.")
            self.tell(sentence.format(found.label, n=len(measures)), told)
        self._rows.set_rows(outcome_rows(measures))
        self._table.fit_columns()
        self._table.be_as_high_as()
        self._draw()

    def _draw(self) -> None:
        """Draw the measure of the row that is chosen, or the first."""
        charts = () if self._found is None else self._found.outcome_charts
        row = self._table.current_row()
        place = row.place if isinstance(row, OutcomeRow) else 0
        chart = charts[place] if place < len(charts) else None
        if chart is not self.figure.chart:
            self.figure.show_chart(chart)


class ConsistencyPanel(AnswerPanel):
    """Internal consistency of a score's parts."""

    def __init__(self, codebook: Codebook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._codebook = codebook
        self._rows: RowTableModel[PartRow] = RowTableModel(PART_COLUMNS, parent=self)
        self._table = bare_table(self._rows, self.tr("Internal consistency"), self)
        self.add_numbers((self.tr("Internal consistency"), self._table))

    def show_findings(self, found: Findings) -> None:
        """Show alpha and each part's place, or why there is none."""
        consistency = found.consistency
        if consistency is None:
            self.tell(self.tr("{0} is no mean of several dimensions.").format(found.label), ())
            self._rows.set_rows(())
        else:
            words = self.tr("{0}: {1} sessions with all parts rated.").format(
                found.label, consistency.n
            )
            self.tell(" ".join((words, *consistency.sentences)), ())
            self._rows.set_rows(part_rows(consistency, self._codebook))
        self._table.fit_columns()
        self._table.be_as_high_as()


def _tr(text: str) -> str:
    return translate("Analysis", text)
