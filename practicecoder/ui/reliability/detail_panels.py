"""Panels about one item: its coders, pairs of coders, levels given, and how many coders."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from practicecoder.scoring.results import NotEstimable, shown
from practicecoder.ui.reliability.columns import (
    CODER_COLUMNS,
    DIFFERENCE_COLUMNS,
    PAIR_COLUMNS,
    PairRow,
    pair_rows,
)
from practicecoder.ui.reliability.figures import LazyFigure
from practicecoder.ui.reliability.words import (
    coefficient,
    dropped_in_words,
    explained,
    percent,
    why_not,
)
from practicecoder.ui.tables import RIGHT, Column, RowTable, RowTableModel
from practicecoder.ui.theme import DOUBLE, SPACE, Look, scaled
from practicecoder.ui.widgets.labels import label
from practicecoder.ui.widgets.notice import Notices

if TYPE_CHECKING:
    from practicecoder.scoring.reliability.detail import CoderSummary
    from practicecoder.scoring.reliability.item import ItemReliability
    from practicecoder.scoring.reliability.uncertainty import DecisionRow

FIGURE_PX = 300
MOST_ROWS = 6
RESTRICTED_RANGE = "restricted_range"

DECISION_COLUMNS: tuple[Column[DecisionRow], ...] = (
    Column(title="Coders", text=lambda row: str(row.k), alignment=RIGHT),
    Column(
        title="Value itself\n(absolute)",
        text=lambda row: coefficient(row.absolute),
        cell_tooltip=lambda row: repr(row.absolute),
        alignment=RIGHT,
    ),
    Column(
        title="Rank order\n(relative)",
        text=lambda row: coefficient(row.relative),
        cell_tooltip=lambda row: repr(row.relative),
        alignment=RIGHT,
    ),
)


class DetailPanel(QWidget):
    """A table and words at the left, a figure at the right; a row of the table chooses it.

    Its parts are made when it first shows an item: most are never looked at.
    """

    title = ""
    _has_parts = False

    def is_offered_for(self, item: ItemReliability) -> bool:
        """Whether there is something to show."""
        return True

    def show_item(self, item: ItemReliability) -> None:
        """Show an item."""
        if not self._has_parts:
            self._has_parts = True
            self._make_parts()
        self._fill(item)

    def _make_parts(self) -> None:
        raise NotImplementedError

    def _fill(self, item: ItemReliability) -> None:
        raise NotImplementedError

    def _lay_out(self, left: tuple[QWidget, ...], right: QWidget) -> None:
        column = QVBoxLayout()
        column.setSpacing(SPACE)
        for part in left:
            column.addWidget(part)
        column.addStretch(1)
        layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(DOUBLE)
        layout.addLayout(column, 3)
        layout.addWidget(right, 2)
        if isinstance(right, LazyFigure):
            right.setMinimumHeight(FIGURE_PX)


class CodersOfItem(DetailPanel):
    """How the number was made, what to mind, and every coder's mean and spread."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = self.tr("Summary")

    def _make_parts(self) -> None:
        self._method = label("", self, Look.MUTED, wrapped=True)
        self._notes = label("", self, wrapped=True)
        self._model: RowTableModel[CoderSummary] = RowTableModel(CODER_COLUMNS, parent=self)
        self._coders = _table(self._model, self.tr("Coders of the item"), self)
        right = QWidget(self)
        inside = QVBoxLayout(right)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self._coders, 0, Qt.AlignmentFlag.AlignTop)
        self._lay_out((self._method, self._notes), right)

    def _fill(self, item: ItemReliability) -> None:
        self._method.setText(". ".join(explained(item.headline).splitlines()[:2]) + ".")
        sentences = [note.sentence for note in item.notes]
        band = item.band()
        if band is not None:
            sentences.insert(0, f"{band.sentence}.")
        if item.n_dropped:
            sentences.append(dropped_in_words(item) + ".")
        self._notes.setText("\n".join(f"•  {sentence}" for sentence in sentences))
        self._model.set_rows(item.coders)
        self._coders.fit_columns()
        self._coders.be_as_high_as(MOST_ROWS)


class Pairs(DetailPanel):
    """Pairs of coders; the chosen one as bubbles over the scale, or as differences over means."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = self.tr("Pairs of coders")

    def _make_parts(self) -> None:
        self._item: ItemReliability | None = None
        self._model: RowTableModel[PairRow] = RowTableModel(
            PAIR_COLUMNS, key=lambda row: row.pair.coders, parent=self
        )
        self.table = _table(self._model, self.tr("Pairs of coders"), self)
        self.table.setSelectionMode(RowTable.SelectionMode.SingleSelection)
        self.table.selection_changed.connect(self._draw)
        self.figure = LazyFigure(self.tr("Two coders"), self)
        self._why_not = label("", self, Look.MUTED, wrapped=True)
        self._lay_out((self.table, self._why_not), self.figure)

    def is_offered_for(self, item: ItemReliability) -> bool:
        """Whether two coders share a session."""
        return bool(item.pairs)

    def _fill(self, item: ItemReliability) -> None:
        columns = PAIR_COLUMNS if item.levels else DIFFERENCE_COLUMNS
        self._item = item
        if self._model.columns != columns:
            self._model.set_columns(columns)
        self._model.set_rows(pair_rows(item))
        self.table.fit_columns()
        self.table.be_as_high_as(MOST_ROWS)
        if not self.table.selected_rows():
            self.table.selectRow(0)
        self._draw()

    def _draw(self) -> None:
        from practicecoder.figures.pairs import bubble_matrix, difference_plot

        item, rows = self._item, self.table.selected_rows()
        if item is None or not rows:
            self.figure.show_drawing(None)
            return
        pair = rows[0].pair
        how = bubble_matrix if item.levels else difference_plot
        self.figure.show_drawing(lambda theme: how(item, pair, theme=theme))
        missing = pair.bland_altman if isinstance(pair.bland_altman, NotEstimable) else None
        self._why_not.setText("" if missing is None else why_not(missing))
        self._why_not.setVisible(missing is not None)


class Distribution(DetailPanel):
    """Which levels were given, by coder; a warning where one level has nearly all."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = self.tr("Levels given")

    def _make_parts(self) -> None:
        self.warning = Notices(self.tr("Cautions"), self)
        self._model: RowTableModel[CoderSummary] = RowTableModel((), parent=self)
        self.table = _table(self._model, self.tr("Ratings by level"), self)
        self.figure = LazyFigure(self.tr("Levels given"), self)
        self._lay_out((self.warning, self.table), self.figure)

    def is_offered_for(self, item: ItemReliability) -> bool:
        """Whether the item has levels."""
        return bool(item.levels)

    def _fill(self, item: ItemReliability) -> None:
        from practicecoder.figures.item_detail import distribution_chart

        self.warning.show_texts(
            [note.sentence for note in item.notes if note.note_id == RESTRICTED_RANGE]
        )
        self._model.set_rows(())  # the last item may have had other levels
        self._model.set_columns(_level_columns(item.levels))
        self._model.set_rows(item.coders)
        self.table.fit_columns()
        self.table.be_as_high_as(MOST_ROWS)
        self.figure.show_drawing(lambda theme: distribution_chart(item, theme=theme))


class DecisionStudy(DetailPanel):
    """Where the variance comes from, and how reliable means of several coders would be."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = self.tr("How many coders")

    def _make_parts(self) -> None:
        self._words = label("", self, wrapped=True)
        self._model: RowTableModel[DecisionRow] = RowTableModel(DECISION_COLUMNS, parent=self)
        self.table = _table(self._model, self.tr("Reliability by number of coders"), self)
        self.figure = LazyFigure(self.tr("Reliability of means"), self)
        self._lay_out((self._words, self.table), self.figure)

    def _fill(self, item: ItemReliability) -> None:
        from practicecoder.figures.item_detail import decision_chart

        found = item.generalizability
        rows: tuple[DecisionRow, ...] = ()
        if isinstance(found, NotEstimable):
            words = why_not(found)
        else:
            words = self.tr(
                "Of the variance {session} lies between sessions, {coder} between coders, "
                "{residual} is left over ({source}; session {vs}, coder {vr}, residual {ve})."
            ).format(
                session=percent(found.session_share),
                coder=percent(found.coder_share),
                residual=percent(found.residual_share),
                source=found.components.source,
                vs=shown(found.components.session, 3),
                vr=shown(found.components.coder, 3),
                ve=shown(found.components.residual, 3),
            )
            if isinstance(found.decisions, NotEstimable):
                words = f"{words} {why_not(found.decisions)}"
            else:
                rows = found.decisions
        self._words.setText(f"{words[:1].upper()}{words[1:]}")
        self._model.set_rows(rows)
        self.table.setVisible(bool(rows))
        self.table.fit_columns()
        self.table.be_as_high_as()
        self.figure.show_drawing(lambda theme: decision_chart(item, theme=theme))


def _level_columns(levels: tuple[float, ...]) -> tuple[Column[CoderSummary], ...]:
    def of_level(place: int) -> Column[CoderSummary]:
        return Column(
            title=f"{levels[place]:g}",
            text=lambda c: f"{c.by_level[place]} ({percent(c.by_level[place] / c.n)})",
            sort_key=lambda c: c.by_level[place],
            alignment=RIGHT,
        )

    return (
        Column(title="Coder", text=lambda c: c.coder_id, bold=lambda _: True),
        *(of_level(place) for place in range(len(levels))),
    )


def _table(model: RowTableModel[Any], words: str, parent: QWidget) -> RowTable:
    table = RowTable(words, parent)
    table.show_model(model, sortable=False)
    table.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    table.setMinimumWidth(scaled(200))
    return table
