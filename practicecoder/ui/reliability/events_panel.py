"""Timed codes: did both mark something, did they call it the same; never with ratings."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from practicecoder.scoring.results import Interval, NotEstimable, Statistic, shown
from practicecoder.ui.accessibility import name
from practicecoder.ui.languages import QT_TRANSLATE_NOOP
from practicecoder.ui.reliability.words import (
    and_joined,
    coefficient_with_interval,
    explained,
    percent,
    percent_of,
    sort_value,
)
from practicecoder.ui.tables import RIGHT, Column, RowTable, RowTableModel
from practicecoder.ui.theme import SPACE, Look
from practicecoder.ui.widgets.labels import card, label
from practicecoder.ui.widgets.notice import Notices
from practicecoder.ui.widgets.scrolling import Scrolling
from practicecoder.ui.widgets.spin_boxes import DecimalBox

if TYPE_CHECKING:
    from practicecoder.scoring.reliability.event_figures import CodeAgreement
    from practicecoder.scoring.reliability.time_units import TimeUnitAgreement
    from practicecoder.scoring.reliability.timed import (
        EventAgreement,
        EventReliability,
        PairEvents,
    )

MOST_ROWS = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class EventLine:
    """A row of figures: two coders over all sessions, one session of theirs, or the mean."""

    title: str
    figures: Mapping[str, Statistic]
    counts: EventAgreement | None = None
    pair: PairEvents | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitsLine:
    """Agreement second by second on one group of codes."""

    group: str
    found: TimeUnitAgreement


def _count(title: str, attribute: str, tooltip: str) -> Column[EventLine]:
    def found(line: EventLine) -> int | None:
        return None if line.counts is None else int(getattr(line.counts, attribute))

    return Column(
        title=title,
        text=lambda line: "–" if found(line) is None else str(found(line)),
        sort_key=found,
        tooltip=tooltip,
        alignment=RIGHT,
    )


def _figure(
    title: str, key: str, tooltip: str, text: Callable[[Statistic], str]
) -> Column[EventLine]:
    return Column(
        title=title,
        text=lambda line: text(line.figures[key]),
        sort_key=lambda line: sort_value(line.figures[key]),
        tooltip=tooltip,
        alignment=RIGHT,
        cell_tooltip=lambda line: explained(line.figures[key]),
    )


def _lag(line: EventLine) -> float | None:
    return None if line.counts is None else line.counts.mean_lag_ms


def _lag_in_words(line: EventLine) -> str:
    lag = _lag(line)
    return "–" if lag is None else f"{shown(lag / 1000, 2).replace('-', '−')} s"


def _line_columns(first: str) -> tuple[Column[EventLine], ...]:
    return (
        Column(title=first, text=lambda line: line.title, bold=lambda line: line.counts is None),
        _count(
            QT_TRANSLATE_NOOP("Columns", "Linked"),
            "linked",
            QT_TRANSLATE_NOOP(
                "Columns", "Marks that the other coder has too, within the tolerance"
            ),
        ),
        _count(
            QT_TRANSLATE_NOOP("Columns", "Only\nfirst"),
            "only_a",
            QT_TRANSLATE_NOOP("Columns", "Marks of the first coder alone"),
        ),
        _count(
            QT_TRANSLATE_NOOP("Columns", "Only\nsecond"),
            "only_b",
            QT_TRANSLATE_NOOP("Columns", "Marks of the second coder alone"),
        ),
        _figure(
            QT_TRANSLATE_NOOP("Columns", "Unit agreement\n[95% CI]"),
            "unit_agreement",
            QT_TRANSLATE_NOOP(
                "Columns", "Did both mark something: share of marks that the other coder has too"
            ),
            _percent_with_interval,
        ),
        _figure(
            QT_TRANSLATE_NOOP("Columns", "Kappa among\nlinked [95% CI]"),
            "kappa_linked",
            QT_TRANSLATE_NOOP("Columns", "Did they call it the same: marks that both made"),
            coefficient_with_interval,
        ),
        _figure(
            QT_TRANSLATE_NOOP("Columns", "Kappa including\nmissed [95% CI]"),
            "kappa_with_missed",
            QT_TRANSLATE_NOOP(
                "Columns", "Both questions at once: a missed mark is a disagreement"
            ),
            coefficient_with_interval,
        ),
        Column(
            title="Mean lag",
            text=_lag_in_words,
            sort_key=_lag,
            tooltip="Second coder minus first, of linked marks",
            alignment=RIGHT,
        ),
    )


CODE_COLUMNS: tuple[Column[CodeAgreement], ...] = (
    Column(title="Code", text=lambda c: c.code),
    Column(title="First", text=lambda c: str(c.n_a), sort_key=lambda c: c.n_a, alignment=RIGHT),
    Column(title="Second", text=lambda c: str(c.n_b), sort_key=lambda c: c.n_b, alignment=RIGHT),
    Column(title="Both", text=lambda c: str(c.agree), sort_key=lambda c: c.agree, alignment=RIGHT),
    Column(
        title="Agreement",
        text=lambda c: percent_of(c.agreement),
        sort_key=lambda c: sort_value(c.agreement),
        cell_tooltip=lambda c: explained(c.agreement),
        alignment=RIGHT,
    ),
)

UNITS_COLUMNS: tuple[Column[UnitsLine], ...] = (
    Column(title="Group of codes", text=lambda line: line.group),
    Column(title="Seconds", text=lambda line: str(line.found.n_units), alignment=RIGHT),
    Column(
        title="Equal",
        text=lambda line: "–" if line.found.exact is None else percent(line.found.exact),
        alignment=RIGHT,
    ),
    Column(
        title="Kappa over seconds [95% CI]",
        text=lambda line: coefficient_with_interval(line.found.kappa),
        cell_tooltip=lambda line: explained(line.found.kappa),
        alignment=RIGHT,
    ),
    Column(
        title="Tolerant kappa [95% CI]",
        text=lambda line: coefficient_with_interval(line.found.tolerant_kappa),
        tooltip="A second agrees if the other coder has the same code within two seconds of it",
        cell_tooltip=lambda line: explained(line.found.tolerant_kappa),
        alignment=RIGHT,
    ),
)


class EventsPanel(Scrolling):
    """Pairs of coders; of the chosen pair its codes, sessions, and seconds where spans exist."""

    tolerance_chosen = Signal(int)
    """In ms."""

    def __init__(self, labels: Callable[[str], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading = label("", self.content, Look.LEAD, wrapped=True)
        self.tolerance = DecimalBox(self)
        self.tolerance.setRange(0, 60)
        self.tolerance.setDecimals(1)
        self.tolerance.setSingleStep(0.5)
        self.tolerance.setSuffix(self.tr(" s"))
        self.tolerance.setKeyboardTracking(False)
        self.tolerance.setValue(3.0)
        name(self.tolerance, self.tr("Tolerance in seconds"))
        self.tolerance.valueChanged.connect(
            lambda seconds: self.tolerance_chosen.emit(round(1000 * seconds))
        )
        self.cautions = Notices(self.tr("Cautions"), self.content)
        self._pairs: RowTableModel[EventLine] = RowTableModel(
            _line_columns(self.tr("Coders")), key=lambda line: line.title, parent=self
        )
        self.pairs = self._table(self._pairs, self.tr("Timed codes by pair of coders"))
        self.pairs.selection_changed.connect(self._show_pair)
        self._codes: RowTableModel[CodeAgreement] = RowTableModel(
            (Column(title="Code", text=lambda c: labels(c.code)), *CODE_COLUMNS[1:]),
            key=lambda c: c.code,
            parent=self,
        )
        self.codes = self._table(self._codes, self.tr("Code by code"))
        self._units: RowTableModel[UnitsLine] = RowTableModel(
            UNITS_COLUMNS, key=lambda line: line.group, parent=self
        )
        self.units = self._table(self._units, self.tr("Second by second"))
        self._sessions: RowTableModel[EventLine] = RowTableModel(
            _line_columns(self.tr("Session")), key=lambda line: line.title, parent=self
        )
        self.sessions = self._table(self._sessions, self.tr("Session by session"))
        self._lay_out()

    def show_events(self, found: EventReliability) -> None:
        """Show agreement on timed codes; the chosen pair stays."""
        self.heading.setText(
            self.tr("{n} sessions. {settings}").format(
                n=found.n_sessions, settings=found.settings.sentence
            )
        )
        lines = [
            EventLine(
                title=and_joined(pair.coders),
                figures=_figures(pair.pooled),
                counts=pair.pooled,
                pair=pair,
            )
            for pair in found.pairs
        ]
        if len(lines) > 1:
            lines.append(EventLine(title=self.tr("Mean of pairs"), figures=found.mean))
        self._pairs.set_rows(lines)
        self._fit(self.pairs)
        if not self.pairs.selected_rows() and lines:
            self.pairs.selectRow(0)
        self._show_pair()

    def _show_pair(self) -> None:
        rows = self.pairs.selected_rows()
        pair = rows[0].pair if rows else None
        for frame in self._of_pair:
            frame.setVisible(pair is not None)
        if pair is None:
            self.cautions.show_texts([])
            return
        self.cautions.show_texts([note.sentence for note in pair.pooled.notes])
        self._codes.set_rows([c for c in pair.pooled.by_code if c.n_a or c.n_b])
        self._units.set_rows(
            [UnitsLine(group=group or "–", found=u) for group, u in pair.time_units.items()]
        )
        self._of_pair[1].setVisible(bool(pair.time_units))
        self._sessions.set_rows(
            [
                EventLine(title=str(one.session_id), figures=_figures(one), counts=one)
                for one in pair.sessions
            ]
        )
        for table in (self.codes, self.units, self.sessions):
            self._fit(table)

    def _lay_out(self) -> None:
        words = label(
            self.tr(
                "Two questions: did both mark something, and did they call it the same. Neither "
                "number stands for the other, nor for agreement on ratings."
            ),
            self.content,
            Look.MUTED,
            wrapped=True,
        )
        of = label(self.tr("Tolerance"), self.content)
        of.setBuddy(self.tolerance)
        line = QHBoxLayout()
        line.setSpacing(SPACE)
        line.addWidget(self.heading, 1)
        line.addWidget(of)
        line.addWidget(self.tolerance)
        self.column.addLayout(line)
        self.column.addWidget(words)
        frames = []
        for table in (self.pairs, self.codes, self.units, self.sessions):
            frame, inside = card(self.content)
            inside.setContentsMargins(SPACE, SPACE, SPACE, SPACE)
            heading = label(table.accessibleName(), frame, Look.HEADING)
            heading.setContentsMargins(SPACE, 0, 0, 0)
            inside.addWidget(heading)
            inside.addWidget(table)
            self.column.addWidget(frame)
            frames.append(frame)
            if table is self.pairs:
                self.column.addWidget(self.cautions)
        self._of_pair = tuple(frames[1:])
        self.column.addStretch(1)

    def _table(self, model: RowTableModel[Any], words: str) -> RowTable:
        table = RowTable(words, self)
        table.show_model(model)
        table.setSelectionMode(RowTable.SelectionMode.SingleSelection)
        return table

    def _fit(self, table: RowTable) -> None:
        table.fit_columns()
        table.be_as_high_as(MOST_ROWS)


def _figures(found: EventAgreement) -> dict[str, Statistic]:
    return {
        "unit_agreement": found.unit_agreement,
        "kappa_linked": found.kappa_linked,
        "kappa_with_missed": found.kappa_with_missed,
    }


def _percent_with_interval(statistic: Statistic) -> str:
    if isinstance(statistic, NotEstimable) or not isinstance(statistic.interval, Interval):
        return percent_of(statistic)
    low, high = percent(statistic.interval.low), percent(statistic.interval.high)
    return f"{percent(statistic.value)} [{low}, {high}]"
