"""Levels of coders: how far each rates above or below the others, item by item."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from practicecoder.scoring.results import Estimate, NotEstimable, p_shown, shown
from practicecoder.ui.reliability.figures import LazyFigure
from practicecoder.ui.reliability.words import explained, number_with_interval, sort_value, why_not
from practicecoder.ui.tables import RIGHT, Column, RowTable, RowTableModel
from practicecoder.ui.theme import SPACE, Look
from practicecoder.ui.widgets.labels import card, label
from practicecoder.ui.widgets.notice import Notices
from practicecoder.ui.widgets.scrolling import Scrolling

if TYPE_CHECKING:
    from practicecoder.scoring.reliability.item import ItemReliability
    from practicecoder.scoring.reliability.table import ReliabilityTable

FEWEST_ROWS = 5
FIGURE_PX = 260
UNCONNECTED = "unconnected"


class CodersPanel(Scrolling):
    """A row for each item, a column for each coder in order of codes; never a ranking."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.warnings = Notices(self.tr("Cautions"), self.content)
        words = label(
            self.tr(
                "Points of the scale above (+) or below (−) the mean of the coders, on sessions "
                "that two or more rated. It shows where to recalibrate; it ranks nobody."
            ),
            self.content,
            Look.MUTED,
            wrapped=True,
        )
        self._model: RowTableModel[ItemReliability] = RowTableModel(
            (), key=lambda item: item.item, parent=self
        )
        self.table = RowTable(self.tr("Levels of coders"), self)
        self.table.show_model(self._model)
        self.table.setSelectionMode(RowTable.SelectionMode.SingleSelection)
        self.table.selection_changed.connect(self._draw)
        frame, inside = card(self.content)
        inside.setContentsMargins(SPACE, SPACE, SPACE, SPACE)
        inside.addWidget(self.table)
        self.figure = LazyFigure(self.tr("Levels of coders"), self)
        self.figure.setMinimumHeight(FIGURE_PX)
        below, room = card(self.content)
        room.setContentsMargins(SPACE, SPACE, SPACE, SPACE)
        room.addWidget(self.figure)
        self.column.addWidget(self.warnings)
        self.column.addWidget(words)
        self.column.addWidget(frame, 1)
        self.column.addWidget(below, 1)

    def show_table(self, table: ReliabilityTable) -> None:
        """Show the levels of coders; the chosen item stays."""
        told = [
            f"{item.label}: {note.sentence}"
            for item in table.items
            for note in item.notes
            if note.note_id == UNCONNECTED
        ]
        self.warnings.show_texts(told)
        columns = _columns(table.design.coders)
        if [c.title for c in self._model.columns] != [c.title for c in columns]:
            self._model.set_columns(columns)
        self._model.set_rows(table.items)
        self.table.fit_columns()
        self.table.take_room_for(FEWEST_ROWS)
        if not self.table.selected_rows():
            self.table.selectRow(0)
        self._draw()

    def _draw(self) -> None:
        from practicecoder.figures.item_detail import severity_chart

        rows = self.table.selected_rows()
        if not rows:
            self.figure.show_drawing(None)
            return
        item = rows[0]
        self.figure.show_drawing(lambda theme: severity_chart(item, theme=theme))


def effect_of(item: ItemReliability, coder: str) -> Estimate | None:
    """How far a coder rates above the others on an item; None if that cannot be told."""
    if isinstance(item.severity, NotEstimable):
        return None
    return next((e.effect for e in item.severity.effects if e.coder_id == coder), None)


def f_test_in_words(item: ItemReliability) -> str:
    """Whether differences in level are more than chance, ``"F(2, 54) = 3.20, p = .049"``."""
    if isinstance(item.severity, NotEstimable):
        return why_not(item.severity)
    found = item.severity.test
    if isinstance(found, NotEstimable):
        return why_not(found)
    p = p_shown(found.p)
    return f"F({found.df1}, {found.df2}) = {shown(found.f, 2)}, p {p if p[0] == '<' else f'= {p}'}"


def _columns(coders: tuple[str, ...]) -> tuple[Column[ItemReliability], ...]:
    return (
        Column(title="Item", text=lambda item: item.label),
        *(_coder_column(coder) for coder in coders),
        Column(
            title="Do coders differ in level?",
            text=f_test_in_words,
            sort_key=_p,
            tooltip="F test of equal levels, sessions allowed for",
        ),
    )


def _coder_column(coder: str) -> Column[ItemReliability]:
    def words(item: ItemReliability) -> str:
        effect = effect_of(item, coder)
        if effect is None:
            return "–"
        told = number_with_interval(effect)
        return told if effect.value <= 0 or told.startswith("0.00") else f"+{told}"

    def told(item: ItemReliability) -> str:
        effect = effect_of(item, coder)
        return f_test_in_words(item) if effect is None else explained(effect)

    def order(item: ItemReliability) -> float | None:
        effect = effect_of(item, coder)
        return None if effect is None else sort_value(effect)

    return Column(
        title=f"{coder}\n[95% CI]",
        text=words,
        sort_key=order,
        alignment=RIGHT,
        cell_tooltip=told,
        muted=lambda item: effect_of(item, coder) is None,
    )


def _p(item: ItemReliability) -> float | None:
    if isinstance(item.severity, NotEstimable) or isinstance(item.severity.test, NotEstimable):
        return None
    return item.severity.test.p
