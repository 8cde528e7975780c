"""The codings that an import would store, and every problem that stands in the way."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from practicecoder.errors import Problem
from practicecoder.services.foreign_codings import PreviewCoding
from practicecoder.ui.importing.problem_list import ProblemList
from practicecoder.ui.tables import RIGHT, Column, RowTable, RowTableModel
from practicecoder.ui.theme import SPACE, Look
from practicecoder.ui.widgets.labels import label

_ROWS = 6
_ASKED = frozenset({"coder", "codes", "items", "defaults", "missing"})
"""Keys of problems that an answer beside the codings settles."""

_COLUMNS: tuple[Column[PreviewCoding], ...] = (
    Column(title="Session", text=lambda one: str(one.session_id)),
    Column(title="Coder", text=lambda one: str(one.coder_id)),
    Column(title="Marks", text=lambda one: str(len(one.marks)), alignment=RIGHT),
    Column(title="Ratings", text=lambda one: str(one.n_ratings), alignment=RIGHT),
    Column(title="Notes", text=lambda one: str(len(one.notes)), alignment=RIGHT),
)


class CodedPart(QWidget):
    """A row for each coding, and below them the problems."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.table = RowTable(self.tr("Codings as they would be stored"), self)
        self.table.show_model(RowTableModel(_COLUMNS, parent=self.table), sortable=False)
        self.table.setMinimumHeight(_ROWS * self.table.verticalHeader().defaultSectionSize())
        self.problems = ProblemList(self.tr("Problems of the files"), self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE)
        layout.addWidget(label(self.tr("Codings"), self, Look.LEAD))
        layout.addWidget(self.table, 3)
        layout.addWidget(self.problems.heading)
        layout.addWidget(self.problems, 2)
        self.show_codings((), ())

    def show_codings(self, codings: Sequence[PreviewCoding], problems: Sequence[Problem]) -> None:
        """Show what would be stored, and the first many of the problems."""
        self.table.rows_model().set_rows(tuple(codings))
        self.table.fit_columns()
        beside = self.tr("Say on the left what it is.")
        self.problems.show_problems(
            [
                f"{problem.what} {beside}" if problem.key in _ASKED else problem.sentence()
                for problem in problems
            ]
        )
