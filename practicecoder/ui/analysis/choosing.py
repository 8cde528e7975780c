"""Chooses which sessions the analysis looks at: values of columns, ticked or not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QScrollArea, QVBoxLayout, QWidget

from practicecoder.scoring.selection import PERIOD, Condition
from practicecoder.ui.accessibility import name
from practicecoder.ui.analysis.further_panels import grouping_words
from practicecoder.ui.languages import translate
from practicecoder.ui.theme import DOUBLE, SPACE, Look
from practicecoder.ui.widgets.asking import AskingDialog, take_room
from practicecoder.ui.widgets.flow import Flow
from practicecoder.ui.widgets.labels import button, label

_WIDTH_PX, _HEIGHT_PX = 620, 520


class ChooseSessionsDialog(AskingDialog):
    """Every value that tells sessions apart, with a tick; a column of which all is ticked is free.

    Parameters
    ----------
    choices
        Values of each column, in their order.
    conditions
        Conditions in force.
    """

    chosen = Signal(object)
    """A tuple of Condition, when it is accepted; empty for all sessions."""

    def __init__(
        self,
        choices: Mapping[str, Sequence[str]],
        conditions: Sequence[Condition],
        parent: QWidget,
    ) -> None:
        super().__init__(
            _tr("Which sessions"),
            _tr(
                "Untick what is to be left out. Sessions without a value are left out too once "
                "something of that line is unticked. Every number says how many were left out."
            ),
            _tr("Look at these"),
            parent,
        )
        wanted = {one.column: frozenset(one.one_of) for one in conditions}
        self._ticks: dict[str, dict[str, QCheckBox]] = {}
        inside = QWidget(self)
        lines = QVBoxLayout(inside)
        lines.setSpacing(DOUBLE)
        for column, values in choices.items():
            heading = column_words(column)
            lines.addWidget(label(heading, inside, Look.HEADING))
            row = Flow(inside, spacing=SPACE)
            ticks = {}
            for value in values:
                tick = QCheckBox(value_words(column, value).replace("&", "&&"), row)
                name(tick, f"{heading}: {value_words(column, value)}")
                tick.setChecked(column not in wanted or value in wanted[column])
                tick.toggled.connect(self._check)
                ticks[value] = tick
            row.add(*ticks.values())
            lines.addWidget(row)
            self._ticks[column] = ticks
        lines.addStretch(1)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setWidget(inside)
        name(area, _tr("What sessions are chosen by"))
        self._problem = label("", self, Look.MUTED, wrapped=True)
        self.body.addWidget(button(_tr("Tick everything"), self, self._tick_all))
        self.body.addWidget(area, 1)
        self.body.addWidget(self._problem)
        self._check()
        take_room(self, _WIDTH_PX, _HEIGHT_PX)

    @property
    def conditions(self) -> tuple[Condition, ...]:
        """What is ticked, as conditions."""
        return tuple(
            Condition(column, tuple(v for v, tick in ticks.items() if tick.isChecked()))
            for column, ticks in self._ticks.items()
            if not all(tick.isChecked() for tick in ticks.values())
        )

    def finish(self) -> None:
        """Tell the conditions, and close."""
        self.chosen.emit(self.conditions)
        super().finish()

    def _tick_all(self) -> None:
        for ticks in self._ticks.values():
            for tick in ticks.values():
                tick.setChecked(True)

    def _check(self) -> None:
        empty = next((one.column for one in self.conditions if not one.one_of), None)
        self.act.setEnabled(empty is None)
        self._problem.setText(
            ""
            if empty is None
            else _tr("{0}: tick at least one, or no session is left.").format(column_words(empty))
        )


def column_words(column: str) -> str:
    """Heading of a column that sessions are chosen by."""
    words = _tr("time since implementation") if column == PERIOD else grouping_words(column)
    return words[:1].upper() + words[1:]


def value_words(column: str, value: str) -> str:
    """Words for a value of a column."""
    if column == PERIOD:
        return _tr("before it") if value == "before" else _tr("{0} days").format(value)
    known = {
        ("phase", "pre"): _tr("before implementation"),
        ("phase", "post"): _tr("after implementation"),
        ("phase", "transition"): _tr("transition"),
        ("unblinded", "0"): _tr("no"),
        ("unblinded", "1"): _tr("yes"),
    }
    return known.get((column, value), value.replace("_", " "))


def _tr(text: str) -> str:
    return translate("Analysis", text)
