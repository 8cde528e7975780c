"""The published set on the page: the tables of the Word file, and the button that saves it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from practicecoder.reports.reliability.tables import RowKind
from practicecoder.ui.accessibility import name
from practicecoder.ui.analysis.answer_panel import bare_table
from practicecoder.ui.icons import Icon
from practicecoder.ui.table_model import LEFT
from practicecoder.ui.tables import RIGHT, Column, RowTable, RowTableModel
from practicecoder.ui.theme import SPACE, Look, scaled
from practicecoder.ui.widgets.labels import button, card, in_row, label
from practicecoder.ui.widgets.notice import Notices
from practicecoder.ui.widgets.scrolling import Scrolling

if TYPE_CHECKING:
    from practicecoder.reports.published.data import PublishedData
    from practicecoder.reports.published.tables import PublishedTable
    from practicecoder.ui.analysis.findings import Findings

_PARAGRAPH_PX = 150


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedRow:
    """One row as it is printed."""

    cells: tuple[str, ...]
    quiet: frozenset[int]
    is_heading: bool


class PublishedPanel(Scrolling):
    """Tables shaped like those of the evaluation, with the methods paragraph above."""

    saving = Signal()
    """The set is to be saved."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.data: PublishedData | None = None
        self.tables: list[RowTable] = []
        self.notices = Notices(self.tr("Cautions"), self.content)
        self.save = button(
            self.tr("Save set…"),
            self.content,
            self.saving.emit,
            look=Look.PRIMARY,
            drawing=Icon.SAVE,
        )
        self.save.setToolTip(
            self.tr("Word file, tables as CSV, figures with their data and texts, in one folder")
        )
        self.paragraph = QPlainTextEdit(self.content)
        self.paragraph.setReadOnly(True)
        self.paragraph.setTabChangesFocus(True)
        self.paragraph.setFixedHeight(scaled(_PARAGRAPH_PX))
        name(self.paragraph, self.tr("Methods and results"))
        heading = label(self.tr("Methods and results"), self.content, Look.HEADING)
        heading.setBuddy(self.paragraph)
        self.column.addLayout(in_row(self.save, stretch=True))
        self.column.addWidget(self.notices)
        self.column.addWidget(heading)
        self.column.addWidget(self.paragraph)
        self._tables = QVBoxLayout()
        self._tables.setSpacing(2 * SPACE)
        self.column.addLayout(self._tables)
        self.column.addStretch(1)

    def show_findings(self, found: Findings) -> None:
        """Show the set if it was asked for; what is shown stays until it is."""
        data = found.published
        if data is None:
            return
        from practicecoder.reports.published.method import methods_paragraph
        from practicecoder.reports.published.tables import all_tables

        self.data = data
        self.notices.show_texts([warning.sentence for warning in data.cautions])
        self.paragraph.setPlainText(methods_paragraph(data))
        self._clear()
        for number, table in enumerate(all_tables(data), start=1):
            self._add(number, table)

    def _clear(self) -> None:
        self.tables.clear()
        while (item := self._tables.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()

    def _add(self, number: int, published: PublishedTable) -> None:
        table = published.table
        frame, inside = card(self.content)
        inside.setContentsMargins(SPACE, SPACE, SPACE, SPACE)
        title = self.tr("Table {0}. {1}").format(number, table.title)
        inside.addWidget(label(title, frame, Look.HEADING, wrapped=True))
        model: RowTableModel[PrintedRow] = RowTableModel(_columns(table.columns), parent=frame)
        rows = [
            PrintedRow(
                cells=(*row.cells, *[""] * (len(table.columns) - len(row.cells))),
                quiet=row.quiet,
                is_heading=row.kind is RowKind.HEADING,
            )
            for row in table.rows
        ]
        model.set_rows(rows)
        shown = bare_table(model, title, frame)
        shown.fit_columns()
        shown.be_as_high_as()
        inside.addWidget(shown)
        inside.addWidget(label(" ".join(table.notes), frame, Look.MUTED, wrapped=True))
        self.tables.append(shown)
        self._tables.addWidget(frame)


def _columns(titles: tuple[str, ...]) -> tuple[Column[PrintedRow], ...]:
    return tuple(
        Column(
            title=title,
            text=lambda row, place=place: row.cells[place],  # type: ignore[misc]  # bound early
            muted=lambda row, place=place: place in row.quiet,  # type: ignore[misc]  # as above
            bold=lambda row: row.is_heading,
            alignment=RIGHT if place else LEFT,
        )
        for place, title in enumerate(titles)
    )
