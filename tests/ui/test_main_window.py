from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QMenu,
    QMessageBox,
    QToolButton,
)
from pytestqt.qtbot import QtBot

from practicecoder.domain.ids import BlindCode, CoderId
from practicecoder.services.context import StudyServices
from practicecoder.services.studies import open_study
from practicecoder.ui.actions import ActionId
from practicecoder.ui.coding.coding_host import CodingHost
from practicecoder.ui.coding.panels import PanelName, Workspace
from practicecoder.ui.errors import MessageDialog
from practicecoder.ui.main_window import FRAME_PX, MainWindow
from practicecoder.ui.palette.palette import CommandPalette
from practicecoder.ui.preferences.dialog import PreferencesDialog
from practicecoder.ui.sessions.page import SessionsPage
from practicecoder.ui.settings import ColourScheme, LastPlace, Settings
from practicecoder.ui.study_view import StudyView
from practicecoder.ui.theme import colours
from practicecoder.ui.widgets.rail import Rail
from practicecoder.ui.widgets.shortcut_sheet import ShortcutSheet
from practicecoder.ui.window.pages import STUDY_PAGES
from tests.builders import ANALYST, ANNA, LEAD, a_study
from tests.ui.finding import called, the, the_button

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(settings: Settings, qtbot: QtBot, qapp: QApplication) -> Iterator[MainWindow]:
    window = MainWindow(settings)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    yield window
    window.close()


@pytest.fixture
def view(window: MainWindow, laboratory_folder: Path, qtbot: QtBot) -> StudyView:
    return opened(window, laboratory_folder, qtbot)


def opened(window: MainWindow, folder: Path, qtbot: QtBot) -> StudyView:
    window.open_study(folder)
    qtbot.waitUntil(lambda: window.study_view is not None, timeout=10_000)
    view = window.study_view
    assert view is not None
    return view


def visible_pages(window: MainWindow) -> list[str]:
    buttons = the(Rail, window).findChildren(QToolButton)
    return [button.accessibleName() for button in buttons if not button.isHidden()]


def sessions_page(view: StudyView) -> SessionsPage:
    page = view.page
    assert isinstance(page, SessionsPage)
    return page


def test_the_window_begins_with_the_start_page(window: MainWindow) -> None:
    assert window.start_page.isVisible()
    assert visible_pages(window) == ["Start"]
    assert not window.action(ActionId.CLOSE_STUDY).isEnabled()


def test_the_first_window_leaves_room_for_its_frame(window: MainWindow) -> None:
    assert window.height() + FRAME_PX <= window.screen().availableSize().height()


def test_an_open_study_gives_its_title_and_badges(window: MainWindow, view: StudyView) -> None:
    assert window.windowTitle() == "Northshire – PracticeCoder"
    assert view.header.badges == ("Made-up data",)
    assert not window.start_page.isVisible()


def test_a_study_opened_to_read_says_so(
    window: MainWindow, laboratory: StudyServices, qtbot: QtBot
) -> None:
    window.open_study(laboratory.path)  # in use by the fixture
    qtbot.waitUntil(lambda: window.findChild(QMessageBox) is not None, timeout=10_000)
    the(QMessageBox, window).defaultButton().click()

    qtbot.waitUntil(lambda: window.study_view is not None, timeout=10_000)
    assert window.study_view is not None
    assert "Read only" in window.study_view.header.badges


def test_nobody_is_taken_for_granted(window: MainWindow, view: StudyView) -> None:
    assert view.person is None
    assert visible_pages(window) == ["Start", "Sessions"]
    assert called(QComboBox, "I am", view).hasFocus()


def test_the_only_person_of_a_study_needs_no_choice(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    a_study(tmp_path / "new").close()

    view = opened(window, tmp_path / "new", qtbot)

    assert view.person is not None
    assert view.person.coder_id == LEAD


@pytest.mark.parametrize(
    ("person", "pages"),
    [
        (ANNA, ["Start", "Sessions", "Coding", "Consensus", "Training", "Codebooks"]),
        (
            ANALYST,
            ["Start", "Sessions", "Reliability", "Analysis", "Codebooks", "Reports & export"],
        ),
        (
            LEAD,
            [
                "Start",
                "Sessions",
                "Coding",
                "Reliability",
                "Analysis",
                "Consensus",
                "Training",
                "Supervision",
                "Codebooks",
                "Reports & export",
            ],
        ),
    ],
)
def test_everyone_sees_the_pages_of_their_roles(
    window: MainWindow, view: StudyView, person: CoderId, pages: list[str]
) -> None:
    view.choose_person(person)

    assert visible_pages(window) == pages


def test_a_person_is_chosen_by_keyboard_and_remembered(
    window: MainWindow, view: StudyView, settings: Settings
) -> None:
    chooser = called(QComboBox, "I am", view)
    QTest.keyClick(chooser, Qt.Key.Key_Down)

    assert view.person is not None
    assert settings.identity(view.services.study.study_id) == view.person.coder_id


def test_pages_are_reached_by_key(window: MainWindow, view: StudyView, qtbot: QtBot) -> None:
    view.choose_person(LEAD)

    QTest.keyClick(window, Qt.Key.Key_4, Qt.KeyboardModifier.AltModifier)
    assert window.action(ActionId.PAGE_RELIABILITY).isChecked()

    QTest.keyClick(window, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    assert window.start_page.isVisible()

    QTest.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert isinstance(view.page, SessionsPage)
    assert view.isVisible()
    qtbot.waitUntil(lambda: sessions_page(view).lead.table.rows_model().rowCount() == 12)


def test_a_page_of_another_role_cannot_be_shown(view: StudyView) -> None:
    view.choose_person(ANNA)

    view.show_page(ActionId.PAGE_ANALYSIS)

    assert isinstance(view.page, SessionsPage)


def test_find_goes_to_the_filter_of_the_table(
    window: MainWindow, view: StudyView, qtbot: QtBot
) -> None:
    view.choose_person(LEAD)

    QTest.keyClick(window, Qt.Key.Key_F, CONTROL)

    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.accessibleName() == "Find in the table"


def test_a_change_is_said_to_be_saved_and_reaches_the_pages(
    window: MainWindow, view: StudyView, qtbot: QtBot
) -> None:
    view.choose_person(LEAD)
    page = sessions_page(view)
    qtbot.waitUntil(lambda: page.lead.table.rows_model().rowCount() == 12)
    row = page.lead.table.rows_model().shown_rows[-1]
    other = next(c for c in ("A", "B", "C") if all(x.coder_id != c for x in row.coders))

    page.lead.session_acts.assign_to((row.session.session_id,), CoderId(other))

    saved = called(QLabel, "Saved", window)
    assert saved.text().startswith("All changes saved ")
    qtbot.waitUntil(
        lambda: len(page.lead.table.rows_model().shown_rows[-1].coders) == len(row.coders) + 1
    )


def test_a_coder_opens_the_next_session_by_enter(
    window: MainWindow, view: StudyView, qtbot: QtBot
) -> None:
    view.choose_person(ANNA)
    queue = sessions_page(view).queue
    qtbot.waitUntil(queue.next_button.hasFocus)
    code = queue.table.rows_model().shown_rows[0].row.blind_code

    QTest.keyClick(queue.next_button, Qt.Key.Key_Return)

    qtbot.waitUntil(window.action(ActionId.PAGE_CODING).isChecked)
    assert view.coding_page.coding is not None
    assert view.coding_page.coding.session_id == code


def test_another_person_does_not_find_the_coding_open(view: StudyView) -> None:
    view.choose_person(ANNA)
    view.show_page(ActionId.PAGE_CODING)
    assert view.coding_page.coding is not None

    view.choose_person(LEAD)

    assert view.coding_page.coding is None


def test_without_anything_to_code_the_page_says_so(view: StudyView) -> None:
    view.choose_person(LEAD)

    view.show_page(ActionId.PAGE_CODING)

    words = [label.text() for label in view.page.findChildren(QLabel) if label.isVisible()]
    assert "Nothing to code" in words


def test_work_continues_in_the_session_where_it_stopped(
    window: MainWindow,
    laboratory_folder: Path,
    settings: Settings,
    qtbot: QtBot,
) -> None:
    services = open_study(laboratory_folder)
    record = services.study
    to_do = [r.blind_code for r in services.sessions.queue(ANNA) if r.state.value != "submitted"]
    services.close()
    settings.remember_study(laboratory_folder, record)
    settings.set_identity(record.study_id, ANNA)
    place = LastPlace(blind_code=BlindCode(to_do[-1]), position_ms=5_000)
    settings.set_last_place(record.study_id, ANNA, place)
    window.start_page.refresh()

    window.start_page.continue_requested.emit(laboratory_folder)

    qtbot.waitUntil(lambda: window.study_view is not None, timeout=10_000)
    view = window.study_view
    assert view is not None
    assert view.coding_page.coding is not None
    assert str(view.coding_page.coding.session_id) == to_do[-1]


def test_continue_leads_back_from_the_start_page_to_the_open_study(
    window: MainWindow, view: StudyView, qtbot: QtBot
) -> None:
    view.choose_person(ANNA)
    window.action(ActionId.PAGE_START).trigger()
    go_on = the_button("Continue", window.start_page)
    qtbot.waitUntil(go_on.hasFocus)
    assert not view.isVisible()

    QTest.keyClick(go_on, Qt.Key.Key_Return)

    qtbot.waitUntil(view.isVisible)
    assert view.coding_page.coding is not None
    focused = QApplication.focusWidget()
    assert focused is not None
    assert view.isAncestorOf(focused)


def test_a_study_that_is_open_here_is_shown_and_not_called_open_elsewhere(
    window: MainWindow, view: StudyView, qtbot: QtBot
) -> None:
    view.choose_person(ANNA)
    window.action(ActionId.PAGE_CODEBOOKS).trigger()
    window.action(ActionId.PAGE_START).trigger()
    assert not view.isVisible()

    window.start_page.open_requested.emit(view.services.path / ".." / view.services.path.name)

    assert view.isVisible()
    assert window.study_view is view
    assert visible_pages(window)
    assert window.action(ActionId.PAGE_CODEBOOKS).isChecked()


@pytest.mark.parametrize(("is_open", "page"), [(True, "Coding"), (False, "Sessions")])
def test_a_study_opens_at_the_session_that_was_open_when_the_program_was_cut_off(
    is_open: bool,
    page: str,
    window: MainWindow,
    laboratory_folder: Path,
    settings: Settings,
    qtbot: QtBot,
) -> None:
    services = open_study(laboratory_folder)
    record = services.study
    to_do = [r.blind_code for r in services.sessions.queue(ANNA) if r.state.value != "submitted"]
    services.close()
    settings.set_identity(record.study_id, ANNA)
    place = LastPlace(blind_code=BlindCode(to_do[-1]), position_ms=5_000, is_open=is_open)
    settings.set_last_place(record.study_id, ANNA, place)

    window.open_study(laboratory_folder)

    qtbot.waitUntil(lambda: window.study_view is not None, timeout=10_000)
    view = window.study_view
    assert view is not None
    assert isinstance(view.page, CodingHost) == (page == "Coding")


def test_closing_a_study_releases_it(
    window: MainWindow, view: StudyView, laboratory_folder: Path
) -> None:
    window.action(ActionId.CLOSE_STUDY).trigger()

    open_study(laboratory_folder).close()
    assert window.start_page.isVisible()
    assert visible_pages(window) == ["Start"]
    assert window.windowTitle() == "PracticeCoder"


def test_closing_the_window_releases_the_study(
    window: MainWindow, view: StudyView, laboratory_folder: Path, settings: Settings
) -> None:
    window.close()

    open_study(laboratory_folder).close()
    assert settings.recent_studies[0].path == laboratory_folder
    assert not settings.window_state("main").isEmpty()


def test_another_study_takes_the_place_of_the_first(
    window: MainWindow, view: StudyView, tmp_path: Path, laboratory_folder: Path, qtbot: QtBot
) -> None:
    a_study(tmp_path / "new", title="Another").close()

    window.open_study(tmp_path / "new")

    qtbot.waitUntil(lambda: window.windowTitle().startswith("Another"), timeout=10_000)
    open_study(laboratory_folder).close()


def test_trouble_on_a_page_is_told_once(window: MainWindow, view: StudyView) -> None:
    from practicecoder.errors import StudyError

    view.failed.emit(StudyError("The disk is full."))

    assert the(MessageDialog, window).text == "The disk is full."


def test_text_grows_and_shrinks_by_key(window: MainWindow, qapp: QApplication) -> None:
    normal = qapp.font().pointSizeF()

    window.action(ActionId.LARGER_TEXT).trigger()
    window.action(ActionId.LARGER_TEXT).trigger()
    assert qapp.font().pointSizeF() == pytest.approx(normal * 1.2)

    window.action(ActionId.SMALLER_TEXT).trigger()
    assert qapp.font().pointSizeF() == pytest.approx(normal * 1.1)

    window.action(ActionId.NORMAL_TEXT).trigger()
    assert qapp.font().pointSizeF() == pytest.approx(normal)


def test_colours_are_chosen_and_remembered(window: MainWindow, settings: Settings) -> None:
    window.action(ActionId.SCHEME_DARK).trigger()

    assert colours().is_dark
    assert settings.colour_scheme is ColourScheme.DARK
    window.action(ActionId.SCHEME_LIGHT).trigger()


def test_the_shortcut_sheet_lists_every_key(window: MainWindow) -> None:
    window.action(ActionId.SHORTCUTS).trigger()

    sheet = the(ShortcutSheet, window)
    assert sheet.isVisible()
    sheet.close()


@pytest.mark.parametrize(
    ("action_id", "kind"),
    [(ActionId.SHORTCUTS, ShortcutSheet), (ActionId.PREFERENCES, PreferencesDialog)],
)
def test_keys_go_where_they_went_once_a_dialog_is_closed(
    window: MainWindow, qtbot: QtBot, action_id: ActionId, kind: type[QDialog]
) -> None:
    qtbot.waitUntil(window.isActiveWindow)
    before = window.focusWidget()
    window.action(action_id).trigger()
    dialog = the(kind, window)
    qtbot.waitUntil(dialog.isActiveWindow)
    with qtbot.waitSignal(dialog.finished):
        dialog.reject()
    qtbot.waitUntil(window.isActiveWindow)
    assert QApplication.focusWidget() is before


def test_no_key_belongs_to_two_actions_of_the_window(window: MainWindow, view: StudyView) -> None:
    view.choose_person(LEAD)
    for page in (*STUDY_PAGES, ActionId.PAGE_CODING):
        view.show_page(page)
    keys = [
        (sequence.toString(), action.objectName())
        for action in window.findChildren(QAction)
        for sequence in action.shortcuts()
    ]

    shared = {
        key for key, name in keys if any(other == key and who != name for other, who in keys)
    }

    assert shared == set()


def view_menu_entries(window: MainWindow) -> list[str]:
    """Words of the entries in the View menu that can be seen."""
    menu = next(m for m in window.menuBar().findChildren(QMenu) if m.title() == "&View")
    return [a.text() for a in menu.actions() if a.isVisible() and not a.isSeparator()]


def test_the_view_menu_offers_workspaces_and_panels_on_the_coding_page_alone(
    window: MainWindow, view: StudyView
) -> None:
    view.choose_person(ANNA)
    before = view_menu_entries(window)
    window.action(ActionId.PAGE_CODING).trigger()
    coding = view_menu_entries(window)
    assert coding[:2] == ["Listen workspace", "Rate workspace"]
    assert {"My queue", "Listening", "Evidence", "Notes", "Ratings"} <= set(coding)
    assert coding[-len(before) :] == before
    window.action(ActionId.PAGE_SESSIONS).trigger()
    assert view_menu_entries(window) == before
    window.action(ActionId.PAGE_CODING).trigger()
    window.action(ActionId.PAGE_START).trigger()
    assert view_menu_entries(window) == before
    window.action(ActionId.PAGE_CODING).trigger()
    window.action(ActionId.CLOSE_STUDY).trigger()
    assert view_menu_entries(window) == before


def test_a_panel_closed_and_brought_back_by_the_menu(window: MainWindow, view: StudyView) -> None:
    view.choose_person(ANNA)
    window.action(ActionId.PAGE_CODING).trigger()
    dock = view.coding_page.workbench.dock(PanelName.EVIDENCE)
    menu = next(m for m in window.menuBar().findChildren(QMenu) if m.title() == "&View")
    entry = next(a for a in menu.actions() if a.text() == "Evidence")
    entry.trigger()
    assert not dock.is_open
    entry.trigger()
    assert dock.is_open


def test_a_floating_panel_is_put_away_with_its_page(window: MainWindow, view: StudyView) -> None:
    view.choose_person(ANNA)
    window.action(ActionId.PAGE_CODING).trigger()
    dock = view.coding_page.workbench.dock(PanelName.NOTES)
    dock.setFloating(True)
    assert dock.isVisible()
    window.action(ActionId.PAGE_SESSIONS).trigger()
    assert not dock.isVisible()
    window.action(ActionId.PAGE_CODING).trigger()
    assert dock.isVisible()
    view.coding_page.workbench.reset()


def test_the_palette_opens_by_key_and_runs_an_act_of_the_page(
    window: MainWindow, view: StudyView, qtbot: QtBot
) -> None:
    view.choose_person(ANNA)
    window.action(ActionId.PAGE_CODING).trigger()
    view.focus_first()
    shift = Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(window, Qt.Key.Key_P, CONTROL | shift)
    palette = the(CommandPalette, window)
    assert palette.isVisible()
    qtbot.keyClicks(palette.field, "rate work")
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert view.coding_page.workbench.workspace is Workspace.RATE
