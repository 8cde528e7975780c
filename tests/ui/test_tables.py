from __future__ import annotations

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from practicecoder.ui.tables import RIGHT, SMALLEST_ROW, Column, RowTable, RowTableModel
from practicecoder.ui.theme import apply_light

ASCENDING, DESCENDING = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder


@dataclass(frozen=True, kw_only=True)
class Fruit:
    name: str
    weight: int | None


FRUITS = (
    Fruit(name="pear", weight=180),
    Fruit(name="Apple", weight=None),
    Fruit(name="quince", weight=9),
)
COLUMNS = (
    Column[Fruit](title="Fruit", text=lambda f: f.name),
    Column[Fruit](
        title="Weight\nin grams",
        text=lambda f: "unknown" if f.weight is None else str(f.weight),
        sort_key=lambda f: f.weight,
        alignment=RIGHT,
        tooltip="of one fruit",
        muted=lambda f: f.weight is None,
    ),
    Column[Fruit](title="", text=lambda f: "painted", searchable=False, copied=False),
)


@pytest.fixture
def model() -> RowTableModel[Fruit]:
    return RowTableModel(COLUMNS, FRUITS, key=lambda f: f.name)


@pytest.fixture
def table(model: RowTableModel[Fruit], qtbot: QtBot) -> RowTable:
    table = RowTable("Fruits")
    qtbot.addWidget(table)
    table.show_model(model)
    table.resize(500, 300)
    table.show()
    return table


def names(model: RowTableModel[Fruit]) -> list[str]:
    return [fruit.name for fruit in model.shown_rows]


def test_the_model_keeps_the_contract_of_qt(
    model: RowTableModel[Fruit], qtmodeltester: ModelTester
) -> None:
    qtmodeltester.check(model)
    model.sort(1)
    model.set_filter_text("e")
    qtmodeltester.check(model)


def test_rows_come_in_the_order_given(model: RowTableModel[Fruit]) -> None:
    assert names(model) == ["pear", "Apple", "quince"]


def test_texts_sort_without_regard_to_case(model: RowTableModel[Fruit]) -> None:
    model.sort(0)

    assert names(model) == ["Apple", "pear", "quince"]


@pytest.mark.parametrize(
    ("order", "expected"),
    [(ASCENDING, ["quince", "pear", "Apple"]), (DESCENDING, ["pear", "quince", "Apple"])],
)
def test_numbers_sort_as_numbers_and_unknown_ones_come_last(
    model: RowTableModel[Fruit], order: Qt.SortOrder, expected: list[str]
) -> None:
    model.sort(1, order)

    assert names(model) == expected


def test_sorting_can_be_taken_back(model: RowTableModel[Fruit]) -> None:
    model.sort(0)
    model.sort(-1)

    assert names(model) == ["pear", "Apple", "quince"]


def test_every_word_of_the_filter_has_to_occur(model: RowTableModel[Fruit]) -> None:
    model.set_filter_text("P UNKNOWN")

    assert names(model) == ["Apple"]


def test_painted_columns_are_not_searched(model: RowTableModel[Fruit]) -> None:
    model.set_filter_text("painted")

    assert names(model) == []


def test_a_test_and_words_filter_together(model: RowTableModel[Fruit]) -> None:
    model.set_filter(lambda fruit: fruit.weight is not None)
    model.set_filter_text("quince")
    assert names(model) == ["quince"]

    model.set_filter(None)
    model.set_filter_text("")
    assert len(names(model)) == 3


def test_filter_and_order_stay_with_new_rows(model: RowTableModel[Fruit]) -> None:
    model.sort(0)
    model.set_filter_text("a")

    model.set_rows([Fruit(name="fig", weight=1), *reversed(FRUITS)])

    assert names(model) == ["Apple", "pear"]


def test_an_index_follows_its_row_when_sorted(table: RowTable) -> None:
    table.selectRow(0)

    table.sortByColumn(0, ASCENDING)

    assert table.selected_rows() == (FRUITS[0],)
    assert table.currentIndex().row() == 1


def test_a_selection_survives_new_rows(table: RowTable, model: RowTableModel[Fruit]) -> None:
    table.select_key("quince")

    model.set_rows([FRUITS[2], Fruit(name="fig", weight=1)])

    assert table.selected_rows() == (FRUITS[2],)


def test_a_selection_goes_with_its_row(table: RowTable, model: RowTableModel[Fruit]) -> None:
    table.select_key("quince")

    model.set_filter_text("pear")

    assert table.selected_rows() == ()
    assert not table.select_key("quince")


def test_a_heading_gives_its_words_and_its_tip(model: RowTableModel[Fruit]) -> None:
    across = Qt.Orientation.Horizontal

    assert model.headerData(1, across) == "Weight\nin grams"
    assert model.headerData(1, across, Qt.ItemDataRole.ToolTipRole) == "of one fruit"
    assert model.headerData(0, Qt.Orientation.Vertical) is None


def test_copied_text_has_headings_and_no_painted_columns(model: RowTableModel[Fruit]) -> None:
    model.sort(0)

    assert model.tsv() == "Fruit\tWeight in grams\nApple\tunknown\npear\t180\nquince\t9\n"


def test_ctrl_c_copies_the_selected_rows(table: RowTable) -> None:
    table.select_key("pear")

    QTest.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)

    assert QGuiApplication.clipboard().text() == "Fruit\tWeight in grams\npear\t180\n"


def test_enter_acts_on_the_row_with_the_cursor(table: RowTable, qtbot: QtBot) -> None:
    table.selectRow(1)

    with qtbot.waitSignal(table.row_activated) as acted:
        QTest.keyClick(table, Qt.Key.Key_Return)

    assert acted.args == [FRUITS[1]]


def test_tab_leaves_the_table(table: RowTable) -> None:
    assert not table.tabKeyNavigation()


def test_rows_are_high_enough_to_point_at(table: RowTable) -> None:
    assert table.rowHeight(0) >= SMALLEST_ROW


def test_columns_show_heading_and_cells_whole(table: RowTable) -> None:
    table.fit_columns()
    metrics = table.horizontalHeader().fontMetrics()

    assert table.columnWidth(1) > metrics.horizontalAdvance("in grams")
    assert table.columnWidth(0) > table.fontMetrics().horizontalAdvance("quince")


def test_columns_grow_with_new_rows_and_do_not_shrink(
    table: RowTable, model: RowTableModel[Fruit]
) -> None:
    table.fit_columns()
    before = table.columnWidth(0)
    model.set_rows([Fruit(name="a very long name of a fruit", weight=1)])
    grown = table.columnWidth(0)

    model.set_rows(FRUITS)

    assert grown > before
    assert table.columnWidth(0) == grown


def test_columns_grow_with_the_text(table: RowTable, qtbot: QtBot, qapp: QApplication) -> None:
    table.fit_columns()
    before = table.columnWidth(0)

    apply_light(qapp, 2.0)

    qtbot.waitUntil(lambda: table.columnWidth(0) > before)
    assert table.columnWidth(0) > table.fontMetrics().horizontalAdvance("quince")


def test_columns_out_of_sight_grow_with_the_text_once_they_are_shown(
    table: RowTable, qtbot: QtBot, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = [table.columnWidth(n) for n in range(2)]
    fitted: list[int] = []
    fit = table._fit_again

    def count_and_fit() -> None:
        fitted.append(table.columnWidth(0))
        fit()

    monkeypatch.setattr(table, "_fit_again", count_and_fit)
    table.hide()

    apply_light(qapp, 2.0)
    qtbot.waitUntil(lambda: table._is_unfit)
    assert fitted == []
    table.show()

    assert len(fitted) == 1
    assert all(table.columnWidth(n) > width for n, width in enumerate(before))


def test_outside_the_table_there_is_no_row(model: RowTableModel[Fruit]) -> None:
    assert model.row_at(QModelIndex()) is None
    assert model.data(QModelIndex()) is None


@given(weights=st.lists(st.none() | st.integers(), max_size=12), backwards=st.booleans())
def test_sorting_never_loses_a_row(weights: list[int | None], backwards: bool) -> None:
    rows = [Fruit(name=f"{place}", weight=weight) for place, weight in enumerate(weights)]
    model = RowTableModel(COLUMNS, rows)

    model.sort(1, DESCENDING if backwards else ASCENDING)

    assert sorted(names(model)) == sorted(f.name for f in rows)
    known = [f.weight for f in model.shown_rows if f.weight is not None]
    assert known == sorted(known, reverse=backwards)
    assert all(f.weight is None for f in model.shown_rows[len(known) :])


def test_a_table_gone_to_by_key_acts_on_the_row_of_its_cursor(
    table: RowTable, qtbot: QtBot
) -> None:
    table.clearFocus()
    assert table.chosen_rows() == ()
    table.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(table.hasFocus)
    assert table.selected_rows() == ()
    assert table.chosen_rows() == FRUITS[:1]
    table.selectRow(2)
    assert table.chosen_rows() == FRUITS[2:]


@pytest.mark.parametrize("key", [Qt.Key.Key_Down, Qt.Key.Key_Up])
def test_the_first_arrow_in_a_table_gone_to_by_key_shows_the_first_row(
    table: RowTable, qtbot: QtBot, key: Qt.Key
) -> None:
    table.clearFocus()
    table.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(table.hasFocus)

    QTest.keyClick(table, key)
    assert table.selected_rows() == FRUITS[:1]
    QTest.keyClick(table, Qt.Key.Key_Down)
    assert table.selected_rows() == FRUITS[1:2]


def test_widths_for_what_may_come_hold_whatever_comes(
    table: RowTable, model: RowTableModel[Fruit], qtbot: QtBot
) -> None:
    def widths() -> list[int]:
        wide = table.fontMetrics().horizontalAdvance
        return [wide("blackcurrant"), wide("unknown weight"), 0]

    table.hold_columns(widths, stretch=2)
    first = [table.columnWidth(column) for column in (0, 1)]
    assert first == widths()[:2]

    model.set_rows((Fruit(name="a very long name of a fruit, with more words", weight=1),))
    assert [table.columnWidth(column) for column in (0, 1)] == first

    font = table.font()
    font.setPointSize(2 * font.pointSize())
    table.setFont(font)
    qtbot.waitUntil(lambda: table.columnWidth(0) == widths()[0] > first[0])
    assert table.columnWidth(1) == widths()[1]
