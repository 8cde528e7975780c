from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractSlider, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from practicecoder.codebook import library
from practicecoder.codebook.model import Codebook
from practicecoder.domain.coding import Rating
from practicecoder.ui.widgets.level_row import LOWEST_ROW
from practicecoder.ui.widgets.rating_card import CardState, RatingCard
from tests.ui.coding.made_up import a_scale


class Desk(QWidget):
    """Shows a card and stores what it wants, as the page does."""

    def __init__(self, codebook: Codebook, place: int = 0) -> None:
        super().__init__()
        self.card = RatingCard(codebook.dimensions[place], 1, self)
        layout = QVBoxLayout(self)
        layout.addWidget(self.card)
        layout.addStretch(1)
        self.resize(420, 700)
        self.chosen: list[int] = []
        self.went_on: list[str] = []
        self.card.rating_chosen.connect(self._rate)
        self.card.next_wanted.connect(self.went_on.append)

    def _rate(self, _dimension_id: str, level: int) -> None:
        self.chosen.append(level)
        self.card.show_state(CardState(rating=Rating.rated(level)))


def shown(qtbot: QtBot, codebook: Codebook | None = None) -> Desk:
    desk = Desk(codebook or library.find("swim7"))
    qtbot.addWidget(desk)
    with qtbot.waitExposed(desk):
        desk.show()
    desk.activateWindow()
    desk.card.enter()
    desk.card.set_in_use(True)
    return desk


def test_levels_stand_highest_on_top_and_nothing_is_chosen(qtbot: QtBot) -> None:
    desk = shown(qtbot)
    card = desk.card
    assert [row.value for row in card.rows] == [5, 4, 3, 2, 1]
    assert not any(row.isChecked() for row in card.rows)
    assert card.state.words == "not yet rated"


def test_the_highlight_begins_on_the_anchor_and_shows_its_neighbours_in_full(qtbot: QtBot) -> None:
    desk = shown(qtbot)
    card = desk.card
    assert card.highlighted_level == 3
    assert [row.value for row in card.rows if row.is_full] == [4, 3, 2]
    assert card.rows[2].hasFocus()


def test_looking_is_not_rating(qtbot: QtBot) -> None:
    desk = shown(qtbot)
    desk.card.move_highlight(up=True)
    desk.card.move_highlight(up=True)
    desk.card.move_highlight(up=True)
    assert desk.card.highlighted_level == 5
    assert desk.chosen == []


def test_once_rated_the_arrows_change_by_one(qtbot: QtBot) -> None:
    desk = shown(qtbot)
    desk.card.type_level("4")
    desk.card.move_highlight(up=True)
    assert desk.chosen == [4, 5]


def test_enter_rates_and_goes_on(qtbot: QtBot) -> None:
    desk = shown(qtbot)
    desk.card.rate_and_go_on()
    assert desk.chosen == [3]
    assert desk.went_on == [desk.card.dimension_id]


def test_space_rates_and_stays(qtbot: QtBot) -> None:
    desk = shown(qtbot)
    desk.card.move_highlight(up=False)
    desk.card.rate_highlighted()
    assert desk.chosen == [2]
    assert desk.went_on == []


def test_a_click_on_a_row_rates_it(qtbot: QtBot) -> None:
    desk = shown(qtbot)
    row = desk.card.rows[0]
    qtbot.mouseClick(row, Qt.MouseButton.LeftButton)
    assert desk.chosen == [5]
    assert row.isChecked()
    assert row.hasFocus()


def test_a_click_alone_does_not_mark_what_was_not_stored(qtbot: QtBot) -> None:
    desk = shown(qtbot)
    desk.card.rating_chosen.disconnect()
    qtbot.mouseClick(desk.card.rows[0], Qt.MouseButton.LeftButton)
    assert not desk.card.rows[0].isChecked()


def test_only_one_row_is_in_the_tab_order(qtbot: QtBot) -> None:
    desk = shown(qtbot)
    card = desk.card
    card.move_highlight(up=True)
    strong = [row.value for row in card.rows if row.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert strong == [4]


def test_a_locked_card_can_be_read_and_not_rated(qtbot: QtBot) -> None:
    desk = shown(qtbot)
    desk.card.show_state(CardState(rating=Rating.rated(4), editable=False))
    desk.card.move_highlight(up=False)
    desk.card.type_level("1")
    desk.card.rate_highlighted()
    desk.card.clear()
    assert desk.chosen == []
    assert desk.card.highlighted_level == 3


def test_a_card_that_is_left_keeps_the_level_typed_so_far(qtbot: QtBot) -> None:
    desk = shown(qtbot, a_scale(lowest=0, highest=10))
    desk.card.type_level("1")
    assert desk.chosen == []
    desk.card.set_in_use(False)
    assert desk.chosen == [1]


@pytest.mark.parametrize(
    ("lowest", "highest", "anchor", "text", "level"),
    [(0, 10, 5, "10", 10), (-3, 3, 0, "-2", -2), (-3, 3, 0, "3", 3), (1, 4, None, "2", 2)],
)
def test_any_scale_can_be_typed(
    qtbot: QtBot, lowest: int, highest: int, anchor: int | None, text: str, level: int
) -> None:
    desk = shown(qtbot, a_scale(lowest=lowest, highest=highest, anchor=anchor))
    for character in text:
        assert desk.card.type_level(character)
    assert desk.chosen == [level]
    assert [row.value for row in desk.card.rows] == list(range(highest, lowest - 1, -1))


def test_letters_are_no_levels(qtbot: QtBot) -> None:
    desk = shown(qtbot)
    assert not desk.card.type_level("x")


def test_states_stand_in_words_and_are_read_out(qtbot: QtBot) -> None:
    desk = shown(qtbot)
    card = desk.card
    card.show_state(
        CardState(rating=Rating.not_applicable("inaudible"), reason="Audio too poor to rate")
    )
    assert card.accessibleName() == "Collaboration, not applicable: Audio too poor to rate"
    card.show_state(CardState(rating=Rating.rated(4, unsure=True)))
    assert card.state.words == "rated 4, unsure"


def test_rows_are_radio_buttons_with_their_words_and_there_is_no_slider(qtbot: QtBot) -> None:
    desk = shown(qtbot)
    card = desk.card
    spoken = QAccessible.queryAccessibleInterface(card.rows[2])
    assert spoken.role() is QAccessible.Role.RadioButton
    assert spoken.text(QAccessible.Text.Name).startswith("3, start, mixed. Joint in some")
    assert card.findChildren(QAbstractSlider) == []


def test_rows_are_high_enough_for_their_words(qtbot: QtBot) -> None:
    desk = shown(qtbot)
    card = desk.card
    qtbot.waitUntil(
        lambda: all(row.height() >= row.heightForWidth(row.width()) for row in card.rows)
    )
    assert all(row.height() >= LOWEST_ROW for row in card.rows)
