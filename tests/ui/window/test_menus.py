from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow, QMenu
from pytestqt.qtbot import QtBot

from practicecoder.ui.actions import ActionId
from practicecoder.ui.settings import ColourScheme
from practicecoder.ui.window.actions import SCHEMES, WindowActions
from practicecoder.ui.window.menus import (
    GO_ENTRIES,
    HELP_ENTRIES,
    STUDY_ENTRIES,
    VIEW_ENTRIES,
    Menus,
)
from practicecoder.ui.window.pages import STUDY_PAGES

EVERY = {*STUDY_ENTRIES, *GO_ENTRIES, *VIEW_ENTRIES, *HELP_ENTRIES} - {None}


@pytest.fixture
def window(qtbot: QtBot) -> QMainWindow:
    window = QMainWindow()
    qtbot.addWidget(window)
    return window


@pytest.fixture
def done() -> list[ActionId]:
    return []


@pytest.fixture
def actions(window: QMainWindow, done: list[ActionId]) -> WindowActions:
    def doing(action_id: ActionId) -> Callable[[], object]:
        return lambda: done.append(action_id)

    return WindowActions({each: doing(each) for each in EVERY if each is not None}, window)


def view_menu(window: QMainWindow) -> QMenu:
    (found,) = [m for m in window.menuBar().findChildren(QMenu) if m.title() == "&View"]
    return found


def words(menu: QMenu) -> list[str]:
    return [action.text() for action in menu.actions()]


def test_an_action_does_what_it_was_made_for(actions: WindowActions, done: list[ActionId]) -> None:
    actions[ActionId.FIND].trigger()

    assert done == [ActionId.FIND]


def test_without_a_study_nothing_is_offered_that_needs_one(actions: WindowActions) -> None:
    actions.show_what_may(None)

    assert not actions[ActionId.CLOSE_STUDY].isEnabled()
    hidden = [each for each in EVERY if each is not None and not actions[each].isVisible()]
    assert set(hidden) == {
        *STUDY_PAGES,
        ActionId.EXPORT,
        ActionId.EXPORT_REGISTER,
        ActionId.PEOPLE,
        ActionId.ENCRYPTION,
        ActionId.ENCRYPT_STUDY,
        ActionId.CHANGE_PASSPHRASE,
        ActionId.NEW_RECOVERY_CODE,
        ActionId.LOCK_STUDY,
    }


def test_one_page_and_one_scheme_is_chosen_at_a_time(actions: WindowActions) -> None:
    actions.show_page(ActionId.PAGE_CODING)
    actions.show_page(ActionId.PAGE_TRAINING)
    actions.show_scheme(ColourScheme.DARK)

    pages = (ActionId.PAGE_START, *STUDY_PAGES)
    assert [p for p in pages if actions[p].isChecked()] == [ActionId.PAGE_TRAINING]
    assert [s for s in SCHEMES if actions[s].isChecked()] == [ActionId.SCHEME_DARK]


def test_what_a_page_offers_stands_first_in_the_view_menu(
    window: QMainWindow, actions: WindowActions
) -> None:
    menus = Menus(window.menuBar(), actions)
    usual = words(view_menu(window))
    one, other = QAction("One", window), QAction("Other", window)

    menus.show_page_actions((one, None, other))
    assert words(view_menu(window)) == ["One", "", "Other", "", *usual]

    menus.show_page_actions((other,))
    assert words(view_menu(window)) == ["Other", "", *usual]

    menus.show_page_actions(())
    assert words(view_menu(window)) == usual


def test_an_ampersand_is_read_as_one(window: QMainWindow, actions: WindowActions) -> None:
    assert actions[ActionId.EXPORT].text() == "Reports && export…"
