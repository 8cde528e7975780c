"""Rows as they would be stored, and every problem; a problem leads to its cell."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QItemSelectionModel
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QVBoxLayout, QWidget

from practicecoder.errors import Problem
from practicecoder.services.import_preview import PreviewRow
from practicecoder.services.table_import import ImportPreview
from practicecoder.ui.icons import Icon, Ink, icon
from practicecoder.ui.importing.problem_list import ProblemList
from practicecoder.ui.languages import translate
from practicecoder.ui.tables import RIGHT, Column, RowTable, RowTableModel
from practicecoder.ui.theme import SPACE, Look
from practicecoder.ui.widgets.labels import label

SHOWN_HEIGHT = 6


class PreviewPart(QWidget):
    """The rows, cells with a problem marked, and below them the problems."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows: tuple[PreviewRow, ...] = ()
        self._problems: tuple[Problem, ...] = ()
        self._heading = label("", self, Look.LEAD, wrapped=True)
        self.table = RowTable(self.tr("Rows as they would be stored"), self)
        self.table.show_model(_model((), self.table), sortable=False)
        row = self.table.verticalHeader().defaultSectionSize()
        self.table.setMinimumHeight(SHOWN_HEIGHT * row)
        self.problems = ProblemList(self.tr("Problems of the table"), self)
        self.problems.currentRowChanged.connect(self._go_to)
        self.problems.itemActivated.connect(lambda _item: self._go_to(self.problems.currentRow()))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE)
        layout.addWidget(self._heading)
        layout.addWidget(self.table, 3)
        layout.addWidget(self.problems.heading)
        layout.addWidget(self.problems, 2)

    def show_preview(self, preview: ImportPreview | None) -> None:
        """Show what would be stored; None empties the part."""
        self._rows = () if preview is None else preview.rows
        headings = () if preview is None else preview.headings
        model = self.table.rows_model()
        model.set_rows(())
        model.set_columns(_columns(headings))
        model.set_rows(self._rows)
        self.table.fit_columns()
        words = self.tr("{0} rows, as they would be stored")
        n_rows = 0 if preview is None else preview.n_rows
        told = words.format(n_rows)
        if n_rows > len(self._rows):
            told = self.tr("{0}; the first {1} are shown").format(told, len(self._rows))
        self._heading.setText(told)
        self.show_problems(() if preview is None else preview.problems)

    def show_problems(self, problems: tuple[Problem, ...]) -> None:
        """List problems; the first many of them."""
        self._problems = problems
        self.problems.show_problems([_place_and_fault(problem) for problem in problems])

    def _go_to(self, number: int) -> None:
        """Go to the cell that a problem is about."""
        if not 0 <= number < len(self._problems):
            return
        problem = self._problems[number]
        places = [(n, row) for n, row in enumerate(self._rows) if row.line == problem.line]
        if not places:
            return
        exact = [
            (place, cell)
            for place, row in places
            for cell, told in row.faults.items()
            if told == problem
        ]
        place, cell = exact[0] if exact else (places[0][0], 0)
        index = self.table.rows_model().index(place, cell + 1)
        flags = QItemSelectionModel.SelectionFlag
        self.table.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        self.table.scrollTo(index)


def _model(headings: tuple[str, ...], parent: QWidget) -> RowTableModel[PreviewRow]:
    return RowTableModel(_columns(headings), parent=parent)


def _columns(headings: tuple[str, ...]) -> tuple[Column[PreviewRow], ...]:
    line: Column[PreviewRow] = Column(
        title="Line", text=lambda row: str(row.line), alignment=RIGHT, icon=_icon_of_line
    )
    return (line, *(_column(number, heading) for number, heading in enumerate(headings)))


def _column(number: int, heading: str) -> Column[PreviewRow]:
    return Column(
        title=heading[:1].upper() + heading[1:],
        text=_cell(number),
        icon=lambda row: _warning() if number in row.faults else None,
        bold=lambda row: number in row.faults,
        cell_tooltip=lambda row: (
            _fault(row.faults[number]) if number in row.faults else row.cells[number]
        ),
    )


def _cell(number: int) -> Callable[[PreviewRow], str]:
    return lambda row: row.cells[number]


def _icon_of_line(row: PreviewRow) -> QIcon | None:
    return _warning() if row.faults else None


def _warning() -> QIcon:
    return icon(Icon.WARNING, Ink.WARNING)


def _place_and_fault(problem: Problem) -> str:
    """Sentence without the name of the file, which stands above."""
    words = translate("Importing", "line {}")
    line = "" if problem.line is None else words.format(problem.line)
    parts = [line, problem.key or ""]
    place = ", ".join(part for part in parts if part)
    told = _fault(problem)
    return f"{place}: {told}" if place else told


def _fault(problem: Problem) -> str:
    return f"{problem.what} {problem.fix}".strip()
