from __future__ import annotations

from dataclasses import dataclass, replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some
from PySide6.QtCore import QModelIndex
from PySide6.QtTest import QSignalSpy
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from practicecoder.ui.coding.row_steps import MOST_STEPS, SteppedModel, SteppedTable
from practicecoder.ui.table_model import Column


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    name: str
    at_ms: int
    words: str = ""


def in_order(things: object) -> tuple[Thing, ...]:
    assert isinstance(things, list | tuple | set | frozenset)
    return tuple(sorted(things, key=lambda thing: (thing.at_ms, thing.name)))


def some_things() -> some.SearchStrategy[tuple[Thing, ...]]:
    made = some.builds(
        Thing,
        name=some.sampled_from("abcdefgh"),
        at_ms=some.integers(0, 3),
        words=some.sampled_from(("", "x")),
    )
    return some.lists(made, unique_by=lambda thing: thing.name, max_size=8).map(in_order)


def model_of(things: tuple[Thing, ...]) -> SteppedModel[Thing]:
    columns: list[Column[Thing]] = [
        Column(title="Name", text=lambda thing: thing.name),
        Column(title="Words", text=lambda thing: thing.words),
    ]
    return SteppedModel(
        columns, things, key=lambda thing: thing.name, place=lambda thing: thing.at_ms
    )


class Steps:
    """What a model told its views."""

    def __init__(self, model: SteppedModel[Thing]) -> None:
        self._spies = [
            QSignalSpy(signal)
            for signal in (
                model.rowsInserted,
                model.rowsRemoved,
                model.dataChanged,
                model.modelReset,
            )
        ]

    @property
    def counts(self) -> tuple[int, ...]:
        """Rows put in, taken out and changed, and resets."""
        return tuple(spy.count() for spy in self._spies)


@given(before=some_things(), after=some_things())
@settings(max_examples=60, deadline=None)
def test_any_rows_are_reached_from_any_others(
    before: tuple[Thing, ...], after: tuple[Thing, ...]
) -> None:
    model = model_of(before)
    steps = Steps(model)
    model.step_to(after)
    assert model.shown_rows == after
    assert model.rows == after
    assert steps.counts[3] == 0


def test_steps_keep_to_the_rules_of_models(qtbot: QtBot, qtmodeltester: ModelTester) -> None:
    model = model_of(in_order([Thing(name=n, at_ms=ord(n)) for n in "abcde"]))
    qtmodeltester.check(model)
    model.step_to(in_order([Thing(name=n, at_ms=ord(n)) for n in "bxde"]))
    assert [thing.name for thing in model.shown_rows] == ["b", "d", "e", "x"]


def test_only_rows_that_differ_are_told() -> None:
    things = [Thing(name=f"{n:04}", at_ms=n * 10) for n in range(3_000)]
    model = model_of(in_order(things))
    steps = Steps(model)
    edited = [*things[:7], replace(things[7], words="x"), *things[8:]]
    model.step_to(in_order(edited))
    assert steps.counts == (0, 0, 1, 0)
    model.step_to(in_order([*edited, Thing(name="new", at_ms=15_005)]))
    assert steps.counts == (1, 0, 1, 0)
    model.step_to(in_order(edited))
    assert steps.counts == (1, 1, 1, 0)


def test_very_many_new_rows_are_shown_at_once() -> None:
    model = model_of(())
    steps = Steps(model)
    things = in_order([Thing(name=f"{n:04}", at_ms=n) for n in range(MOST_STEPS + 1)])
    model.step_to(things)
    assert steps.counts == (0, 0, 0, 1)
    assert model.shown_rows == things


def test_rows_that_come_in_another_order_are_shown_in_it() -> None:
    one, two, three = (Thing(name=n, at_ms=5) for n in "abc")
    model = model_of((one, two, three))
    model.step_to((three, one, two))
    assert model.shown_rows == (three, one, two)


def test_rows_that_are_filtered_out_stay_out() -> None:
    one, two = Thing(name="a", at_ms=1), Thing(name="b", at_ms=2)
    model = model_of((one, two))
    model.set_filter(lambda thing: thing.words == "")
    model.step_to((replace(one, words="x"), two, Thing(name="c", at_ms=3)))
    assert [thing.name for thing in model.shown_rows] == ["b", "c"]
    assert len(model.rows) == 3


@pytest.fixture
def table(qtbot: QtBot) -> SteppedTable:
    made = SteppedTable("Things")
    qtbot.addWidget(made)
    model = model_of(in_order([Thing(name=n, at_ms=ord(n)) for n in "abcde"]))
    model.setParent(made)
    made.show_model(model, sortable=False)
    return made


def test_row_that_moves_keeps_its_selection(table: SteppedTable) -> None:
    model = table.rows_model()
    table.select_key("b")
    rows = [replace(row, at_ms=9_999) if row.name == "b" else row for row in model.rows]
    table.step_to(in_order(rows))
    assert [row.name for row in model.shown_rows] == ["a", "c", "d", "e", "b"]
    assert [row.name for row in table.selected_rows()] == ["b"]
    assert table.currentIndex().row() == 4


def test_selection_stays_when_rows_come_before_it(table: SteppedTable) -> None:
    table.select_key("d")
    table.step_to(in_order([*table.rows_model().rows, Thing(name="0", at_ms=0)]))
    assert [row.name for row in table.selected_rows()] == ["d"]
    assert table.currentIndex().row() == 4
    assert table.rows_model().rowCount(QModelIndex()) == 6
