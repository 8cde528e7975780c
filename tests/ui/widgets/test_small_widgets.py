from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from practicecoder.ui.icons import Icon
from practicecoder.ui.theme import HALF, Look, apply_light
from practicecoder.ui.widgets.chips import Chips
from practicecoder.ui.widgets.elided import ElidedLabel
from practicecoder.ui.widgets.labels import button, button_box, emptied, in_row, label
from practicecoder.ui.widgets.notice import EmptyState, Notices
from practicecoder.ui.widgets.rail import Rail
from practicecoder.ui.widgets.scrolling import Scrolling
from practicecoder.ui.widgets.shortcut_sheet import KeyLine, key_lines
from tests.ui.finding import the, the_button


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(600, 400)
    window.show()
    return window


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_a_button_is_pressed_by_enter_and_space(
    window: QWidget, qtbot: QtBot, key: Qt.Key
) -> None:
    pressed: list[bool] = []
    made = button("Go", window, lambda: pressed.append(True))
    made.show()

    QTest.keyClick(made, key)

    qtbot.waitUntil(lambda: pressed == [True])


def test_a_layout_is_emptied_with_what_is_in_it(window: QWidget) -> None:
    inner = in_row(label("one", window), label("two", window))

    emptied(inner)

    assert inner.count() == 0
    assert all(found.isHidden() for found in window.findChildren(QLabel))


def test_the_first_chip_is_chosen_until_another_is(window: QWidget, qtbot: QtBot) -> None:
    chips = Chips("States", window)
    chips.show_choices([("all", "All", 5), ("new", "New", 2)])
    assert chips.key == "all"

    with qtbot.waitSignal(chips.chosen) as chosen:
        chips.choose("new")

    assert chosen.args == ["new"]
    assert the_button("New 2", chips).isChecked()


def test_a_chosen_chip_stays_chosen_with_new_counts(window: QWidget, qtbot: QtBot) -> None:
    chips = Chips("States", window)
    chips.show_choices([("all", "All", 5), ("new", "New", 2)])
    chips.choose("new")

    with qtbot.assertNotEmitted(chips.chosen):
        chips.show_choices([("all", "All", 6), ("new", "New", 3)])

    assert chips.key == "new"


def test_a_chip_that_goes_gives_way_to_all(window: QWidget, qtbot: QtBot) -> None:
    chips = Chips("States", window)
    chips.show_choices([("all", "All", 5), ("new", "New", 2)])
    chips.choose("new")

    with qtbot.waitSignal(chips.chosen) as chosen:
        chips.show_choices([("all", "All", 5)])

    assert chosen.args == ["all"]


def test_notices_show_only_while_there_are_some(window: QWidget) -> None:
    notices = Notices("Cautions", window)
    assert notices.isHidden()

    notices.show_texts(["Only three sessions.", "Workers repeat."])
    assert not notices.isHidden()
    assert notices.texts == ("Only three sessions.", "Workers repeat.")

    notices.show_texts([])
    assert notices.isHidden()


def test_an_empty_state_offers_the_next_step(window: QWidget, qtbot: QtBot) -> None:
    gone: list[bool] = []
    EmptyState("Nothing yet", "Do this.", window, action=("Do it", lambda: gone.append(True)))

    the_button("Do it", window).click()

    assert gone == [True]


def test_an_empty_state_can_change_its_words(window: QWidget) -> None:
    state = EmptyState("Nothing yet", "Do this.", window)

    state.say("All done", "Well done.")

    words = [found.text() for found in state.findChildren(QLabel)]
    assert {"All done", "Well done."} <= set(words)


def test_a_long_title_ends_in_an_ellipsis_and_stands_in_the_tip(window: QWidget) -> None:
    title = ElidedLabel(window)
    title.setText("A study with a title that is much too long for the line")
    title.resize(title.sizeHint())
    whole = title.grab().toImage()

    title.resize(title.minimumSizeHint())

    assert title.minimumSizeHint().width() < title.sizeHint().width()
    assert title.toolTip() == title.text()
    assert title.grab().toImage().width() < whole.width()


def test_a_side_column_grows_with_the_text(
    window: QWidget, qtbot: QtBot, qapp: QApplication
) -> None:
    side = Scrolling(window, width_px=300)
    side.show()
    assert side.width() == 300

    apply_light(qapp, 1.5)

    qtbot.waitUntil(lambda: side.width() == 450)


def test_content_higher_than_its_place_can_be_scrolled(window: QWidget, qtbot: QtBot) -> None:
    area = Scrolling(window)
    area.resize(300, 100)
    for number in range(20):
        area.column.addWidget(label(f"line {number}", area.content))
    area.show()

    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() > 0)


def test_a_page_of_the_rail_goes_with_its_action(window: QWidget) -> None:
    rail = Rail("Pages", window)
    action = QAction("Sessions", window)
    rail.add(action, "Sessions", Icon.SESSIONS)
    made = the(QToolButton, rail)

    action.setVisible(False)
    assert made.isHidden()

    action.setVisible(True)
    assert not made.isHidden()
    assert made.text() == "Sessions"


def test_words_of_the_rail_give_way_where_they_have_no_room(window: QWidget, qtbot: QtBot) -> None:
    rail = Rail("Pages", window)
    for words in ("Start", "Sessions", "Coding", "Consensus"):
        rail.add(QAction(words, window), words, Icon.SESSIONS)
    made = the(QToolButton, rail)
    rail.resize(120, 600)
    rail.show()
    assert made.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonTextUnderIcon

    rail.resize(120, 200)
    assert made.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonIconOnly
    assert made.accessibleName() == "Start"
    assert rail.minimumSizeHint().height() == 0

    rail.resize(120, 600)
    assert made.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonTextUnderIcon


def test_the_rail_stands_closer_before_its_words_give_way(window: QWidget) -> None:
    rail = Rail("Pages", window)
    for words in ("Start", "Sessions", "Coding", "Consensus"):
        rail.add(QAction(words, window), words, Icon.SESSIONS)
    made = rail.findChildren(QToolButton)
    rail.show()
    room = next(h for h in range(400, 0, -1) if _lost_words(rail, made, h)) + 1

    _lost_words(rail, made, room)
    QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    gaps = {below.y() - above.geometry().bottom() - 1 for above, below in pairwise(made)}
    lowest = made[-1].geometry().bottom()

    assert gaps == {HALF}
    assert lowest < room


def _lost_words(rail: Rail, made: list[QToolButton], height: int) -> bool:
    rail.resize(120, height)
    return made[0].toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonIconOnly


def test_the_shortcut_sheet_groups_its_lines_and_takes_more() -> None:
    further = KeyLine(group="In a rating card", text="Rate that level", keys="digits")

    lines = key_lines([further])

    groups = [line.group for line in lines]
    assert groups[-1] == "In a rating card"
    assert groups[:-1] == sorted(groups[:-1], key=list(dict.fromkeys(groups)).index)
    assert any(line.keys.startswith("Ctrl+Space") for line in lines)


def test_text_in_labels_is_never_read_as_markup(window: QWidget) -> None:
    made = label("<b>bold</b>", window, Look.MUTED)

    assert made.textFormat() is Qt.TextFormat.PlainText


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
@pytest.mark.parametrize(
    "closing", [QDialogButtonBox.StandardButton.Close, QDialogButtonBox.StandardButton.Cancel]
)
def test_enter_closes_a_dialog_from_its_button_and_never_from_a_field(
    window: QWidget, qtbot: QtBot, key: Qt.Key, closing: QDialogButtonBox.StandardButton
) -> None:
    dialog = QDialog(window)
    field, buttons = QLineEdit(dialog), button_box(dialog, closing)
    buttons.rejected.connect(dialog.reject)
    layout = QVBoxLayout(dialog)
    layout.addWidget(field)
    layout.addWidget(buttons)
    with qtbot.waitExposed(dialog):
        dialog.open()
    field.setFocus()
    QTest.keyClick(field, key)
    assert dialog.isVisible()

    buttons.button(closing).setFocus()
    QTest.keyClick(buttons.button(closing), key)
    assert not dialog.isVisible()
