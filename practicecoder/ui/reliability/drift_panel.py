"""Drift: departures of coders from reference codings over calendar time, and recalibrations."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QComboBox, QWidget

from practicecoder.scoring.results import NotEstimable, p_shown, shown
from practicecoder.ui.accessibility import name
from practicecoder.ui.reliability.figures import LazyFigure
from practicecoder.ui.reliability.words import (
    coefficient_with_interval,
    explained,
    number_with_interval,
    percent,
    sort_value,
    why_not,
)
from practicecoder.ui.tables import RIGHT, Column, RowTable, RowTableModel
from practicecoder.ui.theme import SPACE, Look
from practicecoder.ui.widgets.labels import card, in_row, label
from practicecoder.ui.widgets.scrolling import Scrolling

if TYPE_CHECKING:
    from practicecoder.scoring.reliability.drift import CoderDrift, MonthlyDeparture
    from practicecoder.services.calibration import Drift, ItemDrift

FIGURE_PX = 280
MOST_ROWS = 8


def _mean(value: float | None) -> str:
    return "–" if value is None else shown(value, 2).replace("-", "−")


DRIFT_COLUMNS: tuple[Column[CoderDrift], ...] = (
    Column(title="Coder", text=lambda c: c.coder_id, bold=lambda _: True),
    Column(title="Checks", text=lambda c: str(c.n), sort_key=lambda c: c.n, alignment=RIGHT),
    Column(
        title="Mean departure\n[95% CI]",
        text=lambda c: number_with_interval(c.departure),
        sort_key=lambda c: sort_value(c.departure),
        tooltip="Rating minus reference, in points of the scale",
        cell_tooltip=lambda c: explained(c.departure),
        alignment=RIGHT,
    ),
    Column(
        title="Change per week\n[95% CI]",
        text=lambda c: number_with_interval(c.slope),
        sort_key=lambda c: sort_value(c.slope),
        cell_tooltip=lambda c: explained(c.slope),
        alignment=RIGHT,
    ),
    Column(title="First half", text=lambda c: _mean(c.first_half), alignment=RIGHT),
    Column(title="Second half", text=lambda c: _mean(c.second_half), alignment=RIGHT),
    Column(title="Exact", text=lambda c: percent(c.exact), alignment=RIGHT),
    Column(title="Within\none level", text=lambda c: percent(c.within_one), alignment=RIGHT),
    Column(
        title="Kappa against\nreference [95% CI]",
        text=lambda c: coefficient_with_interval(c.kappa),
        sort_key=lambda c: sort_value(c.kappa),
        cell_tooltip=lambda c: explained(c.kappa),
        alignment=RIGHT,
    ),
)

MONTH_COLUMNS: tuple[Column[MonthlyDeparture], ...] = (
    Column(title="Month", text=lambda m: f"{m.month:%Y-%m}"),
    Column(title="Checks", text=lambda m: str(m.n), sort_key=lambda m: m.n, alignment=RIGHT),
    Column(
        title="Mean departure",
        text=lambda m: _mean(m.mean),
        sort_key=lambda m: m.mean,
        alignment=RIGHT,
    ),
    Column(title="Exact", text=lambda m: percent(m.exact), alignment=RIGHT),
    Column(title="Within\none level", text=lambda m: percent(m.within_one), alignment=RIGHT),
)


def is_told_by(found: Drift) -> bool:
    """Whether any coder has departures."""
    return any(not isinstance(item.report, NotEstimable) for item in found.items)


class DriftPanel(Scrolling):
    """One dimension at a time: coders, the chosen one's months, and all departures as a figure."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._found: Drift | None = None
        self.item = QComboBox(self)
        name(self.item, self.tr("Dimension"))
        self.item.currentIndexChanged.connect(self._show_item)
        self.words = label("", self.content, Look.MUTED, wrapped=True)
        self._coders: RowTableModel[CoderDrift] = RowTableModel(
            DRIFT_COLUMNS, key=lambda c: c.coder_id, parent=self
        )
        self.table = RowTable(self.tr("Drift of coders"), self)
        self.table.show_model(self._coders)
        self.table.setSelectionMode(RowTable.SelectionMode.SingleSelection)
        self.table.selection_changed.connect(self._show_months)
        self._months: RowTableModel[MonthlyDeparture] = RowTableModel(
            MONTH_COLUMNS, key=lambda m: m.month, parent=self
        )
        self.months = RowTable(self.tr("Month by month"), self)
        self.months.show_model(self._months, sortable=False)
        self.figure = LazyFigure(self.tr("Departures over time"), self)
        self.figure.setMinimumHeight(FIGURE_PX)
        of = label(self.tr("&Dimension"), self.content)
        of.setTextFormat(Qt.TextFormat.AutoText)
        of.setBuddy(self.item)
        self.column.addLayout(in_row(of, self.item, stretch=True))
        self.column.addWidget(self.words)
        for part in (self.table, self.months, self.figure):
            frame, inside = card(self.content)
            inside.setContentsMargins(SPACE, SPACE, SPACE, SPACE)
            inside.addWidget(part)
            self.column.addWidget(frame)
        self.column.addStretch(1)

    def show_drift(self, found: Drift) -> None:
        """Show departures; the chosen dimension stays."""
        self._found = found
        chosen = self.item.currentData()
        with QSignalBlocker(self.item):
            self.item.clear()
            for one in found.items:
                self.item.addItem(one.label, one.item)
            self.item.setCurrentIndex(max(self.item.findData(chosen), 0))
        self._show_item()

    @property
    def _chosen(self) -> ItemDrift | None:
        place = self.item.currentIndex()
        return self._found.items[place] if self._found is not None and place >= 0 else None

    def _show_item(self) -> None:
        from practicecoder.figures.drift import drift_chart

        chosen = self._chosen
        if chosen is None or self._found is None:
            return
        report = chosen.report
        if isinstance(report, NotEstimable):
            self.words.setText(why_not(report))
            self._coders.set_rows(())
            self.figure.show_drawing(None)
        else:
            self.words.setText(f"{report.sentence} {self._differences(chosen)}")
            self._coders.set_rows(report.coders)
            days = [one.held_on for one in self._found.recalibrations]
            self.figure.show_drawing(
                lambda theme: drift_chart(chosen.label, report, recalibrations=days, theme=theme)
            )
            if not self.table.selected_rows():
                self.table.selectRow(0)
        self.table.fit_columns()
        self.table.be_as_high_as(MOST_ROWS)
        self._show_months()

    def _differences(self, chosen: ItemDrift) -> str:
        assert not isinstance(chosen.report, NotEstimable)
        found = chosen.report.interaction
        if isinstance(found, NotEstimable):
            return ""
        p = p_shown(found.p)
        return self.tr("Do coders drift apart: F({}, {}) = {}, p {}.").format(
            found.df1, found.df2, shown(found.f, 2), p if p.startswith("<") else f"= {p}"
        )

    def _show_months(self) -> None:
        rows = cast("tuple[CoderDrift, ...]", self.table.selected_rows())
        self._months.set_rows(rows[0].months if rows else ())
        self.months.fit_columns()
        self.months.be_as_high_as(MOST_ROWS)
