"""Every control of every page has a name, can be reached by Tab, and is big enough to hit."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QDialog,
    QHeaderView,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QProgressBar,
    QTabBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from practicecoder.services.context import StudyServices
from practicecoder.ui.actions import ActionId
from practicecoder.ui.errors import MessageDialog
from practicecoder.ui.main_window import MainWindow
from practicecoder.ui.sessions.assigning import AssignDialog, UnlockDialog
from practicecoder.ui.sessions.people import PeopleDialog
from practicecoder.ui.sessions.reports import Output, ReportsDialog
from practicecoder.ui.settings import Settings
from practicecoder.ui.start.new_study import NewStudyDialog
from practicecoder.ui.widgets.shortcut_sheet import ShortcutSheet
from tests.builders import ANNA, LEAD

SMALLEST_TARGET = 24
"""Least width and height of what is pointed at, in pixels (WCAG 2.2, 2.5.8)."""
CONTROLS = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
    QTabBar,
)


@pytest.fixture
def window(settings: Settings, laboratory_folder: Path, qtbot: QtBot) -> Iterator[MainWindow]:
    window = MainWindow(settings)
    qtbot.addWidget(window)
    window.resize(1366, 768)
    with qtbot.waitExposed(window):
        window.show()
    window.open_study(laboratory_folder)
    qtbot.waitUntil(lambda: window.study_view is not None, timeout=10_000)
    assert window.study_view is not None
    window.study_view.choose_person(LEAD)
    yield window
    window.close()


def controls(inside: QWidget) -> list[QWidget]:
    """Visible controls, without the inner parts of others."""
    found: list[QWidget] = []
    for widget in inside.findChildren(QWidget):
        inner = isinstance(widget, QHeaderView) or isinstance(
            widget.parentWidget(), QAbstractSpinBox | QComboBox | QLineEdit | QTabBar | QHeaderView
        )
        popup = isinstance(widget.window(), QMenu) or widget.window() is not inside.window()
        if isinstance(widget, CONTROLS) and widget.isVisible() and not inner and not popup:
            found.append(widget)
    return found


def spoken_name(widget: QWidget) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    assert interface is not None
    return interface.text(QAccessible.Text.Name)


def nameless(inside: QWidget) -> list[str]:
    return [
        f"{type(widget).__name__} {widget.objectName()} in {type(widget.parent()).__name__}"
        for widget in controls(inside)
        if not spoken_name(widget).strip()
    ]


def too_small(inside: QWidget) -> list[str]:
    return [
        f"{type(widget).__name__} {spoken_name(widget)!r} {widget.size().toTuple()}"
        for widget in controls(inside)
        if isinstance(widget, QAbstractButton | QComboBox | QLineEdit)
        and min(widget.width(), widget.height()) < SMALLEST_TARGET
        and not widget.objectName().startswith("qt_")
    ]


PAGES = [
    ActionId.PAGE_START,
    ActionId.PAGE_SESSIONS,
    ActionId.PAGE_RELIABILITY,
    ActionId.PAGE_ANALYSIS,
]


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.value)
def test_every_control_of_a_page_has_a_name_and_room(
    window: MainWindow, page: ActionId, qtbot: QtBot
) -> None:
    window.action(page).trigger()
    view = window.study_view
    assert view is not None
    if page in (ActionId.PAGE_RELIABILITY, ActionId.PAGE_ANALYSIS):
        qtbot.waitUntil(lambda: not view.page.is_computing, timeout=30_000)

    assert controls(window)
    assert nameless(window) == []
    assert too_small(window) == []


def test_every_control_of_the_coding_page_has_a_name_and_room(window: MainWindow) -> None:
    view = window.study_view
    assert view is not None
    view.choose_person(ANNA)

    view.show_page(ActionId.PAGE_CODING)

    assert view.coding_page.coding is not None
    assert nameless(window) == []
    assert too_small(window) == []


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.value)
def test_tab_comes_by_every_control_and_back(
    window: MainWindow, page: ActionId, qtbot: QtBot
) -> None:
    window.action(page).trigger()
    view = window.study_view
    assert view is not None
    if page in (ActionId.PAGE_RELIABILITY, ActionId.PAGE_ANALYSIS):
        qtbot.waitUntil(lambda: not view.page.is_computing, timeout=30_000)
    wanted = {
        widget
        for widget in controls(window)
        if widget.isEnabled() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    }

    reached: set[QWidget] = set()
    widget: QWidget | None = window
    while widget is not None and widget not in reached:
        reached.add(widget)
        widget = widget.nextInFocusChain()

    assert wanted
    assert wanted <= reached


DIALOGS: dict[str, Callable[[StudyServices, QWidget], QDialog]] = {
    "reports": lambda services, parent: ReportsDialog(services, tuple(Output), parent),
    "assign": lambda services, parent: AssignDialog(
        services.sessions.lead_table()[:2], services.people.coders(), parent
    ),
    "unlock": lambda services, parent: UnlockDialog(services.sessions.lead_table()[0], parent),
    "people": lambda services, parent: PeopleDialog(services, LEAD, parent),
    "new study": lambda _, parent: NewStudyDialog(parent),
    "shortcuts": lambda _, parent: ShortcutSheet(parent),
    "message": lambda _, parent: MessageDialog(
        "Trouble.", parent, title="Trouble", problems=["one", "two"], details="details"
    ),
}


@pytest.mark.parametrize("which", DIALOGS)
def test_every_control_of_a_dialog_has_a_name_and_room(
    which: str, laboratory: StudyServices, qtbot: QtBot
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = DIALOGS[which](laboratory, parent)
    with qtbot.waitExposed(dialog):
        dialog.show()

    assert controls(dialog)
    assert nameless(dialog) == []
    assert too_small(dialog) == []
