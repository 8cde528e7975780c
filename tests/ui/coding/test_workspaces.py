"""Docks and workspaces of the coding page, by the keys and clicks of a person."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QPoint, QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QTabBar, QToolButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from practicecoder.codebook import library
from practicecoder.domain.coding import Polarity
from practicecoder.ui.coding.dock import PanelDock
from practicecoder.ui.coding.page import CodingPage
from practicecoder.ui.coding.panels import PanelName, Workspace
from practicecoder.ui.coding.workbench import NARROW, layout_version
from practicecoder.ui.settings import Settings
from practicecoder.ui.widgets.banner import LastingBanner
from tests.ui.coding.made_up import CODE, CODER, make_study
from tests.ui.coding.studio import CONTROL, SHIFT, Studio
from tests.ui.finding import the_button

KEY = Qt.Key
BOTH = CONTROL | SHIFT
LISTEN, RATE, COUNT = Workspace.LISTEN, Workspace.RATE, Workspace.COUNT


FIRST = ["Queue", "Notes", "Listening", "Transcript", "Evidence", "Ratings"]
"""Panels of the Listen workspace as they are read."""


def open_panels(page: CodingPage) -> list[str]:
    """Names of the open panels as they are read."""
    return [dock.objectName() for dock in page.workbench.in_order()]


def widths(page: CodingPage) -> dict[str, int]:
    """Width of each open panel that is in front."""
    docks = page.workbench.in_order()
    return {dock.objectName(): dock.width() for dock in docks if is_in_front(page, dock)}


def alike(widths: dict[str, int], others: dict[str, int]) -> bool:
    """Whether the same panels are open in the same widths, but for a pixel or two."""
    return widths.keys() == others.keys() and all(
        abs(width - others[panel]) <= 2 for panel, width in widths.items()
    )


def dock_with_focus(page: CodingPage) -> str:
    """Name of the panel that has the focus."""
    focused = QApplication.focusWidget()
    return next(
        (d.objectName() for d in page.workbench.docks if focused and d.isAncestorOf(focused)), ""
    )


def is_in_front(page: CodingPage, dock: PanelDock) -> bool:
    """Whether a docked panel is not behind another one."""
    return page.workbench.desk.rect().intersects(dock.geometry())


def toggle(page: CodingPage, panel: PanelName) -> QAction:
    """Entry of the View menu that opens and closes a panel."""
    return page.workbench.dock(panel).toggleViewAction()


def close(qtbot: QtBot, page: CodingPage, panel: PanelName) -> None:
    """Click the button in the heading that closes a panel."""
    dock = page.workbench.dock(panel)
    buttons = dock.findChildren(QToolButton)
    button = next(b for b in buttons if b.accessibleName().startswith("Close "))
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def drag_boundary(qtbot: QtBot, page: CodingPage, panel: PanelName, by_px: int) -> None:
    """Drag the boundary at the left of a panel."""
    desk = page.workbench.desk
    qtbot.waitUntil(lambda: bool(page.workbench._sizes))
    edge = page.workbench.dock(panel).geometry().topLeft() + QPoint(-3, 200)
    qtbot.mouseMove(desk, edge)
    qtbot.mousePress(desk, Qt.MouseButton.LeftButton, pos=edge)
    before = page.workbench.dock(panel).width()
    qtbot.mouseMove(desk, edge + QPoint(by_px, 0))
    qtbot.waitUntil(lambda: page.workbench.dock(panel).width() != before)
    qtbot.mouseRelease(desk, Qt.MouseButton.LeftButton, pos=edge + QPoint(by_px, 0))


def page_again(qtbot: QtBot, studio: Studio, settings: Settings) -> CodingPage:
    """Close the page and open the session on another one, as after a restart."""
    studio.page.close_session()
    studio.page.hide()
    page = CodingPage(studio.services, settings)
    qtbot.addWidget(page)
    page.resize(1270, 690)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    page.open_session(CODE, CODER)
    return page


# Workspaces


def test_a_session_begins_in_the_listen_workspace(studio: Studio) -> None:
    page = studio.page
    assert page.workbench.workspace is LISTEN
    assert open_panels(page) == FIRST
    assert dock_with_focus(page) == "Listening"


def test_workspaces_are_switched_by_key_and_give_their_main_panel_the_focus(
    studio: Studio,
) -> None:
    page = studio.page
    studio.press(KEY.Key_R, BOTH)
    assert page.workbench.workspace is RATE
    assert dock_with_focus(page) == "Ratings"
    assert "Queue" not in open_panels(page)
    studio.press(KEY.Key_L, BOTH)
    assert page.workbench.workspace is LISTEN
    assert dock_with_focus(page) == "Listening"
    assert "Queue" in open_panels(page)


def test_workspaces_are_switched_by_their_buttons(qtbot: QtBot, studio: Studio) -> None:
    page = studio.page
    buttons = {
        b.text(): b
        for b in page.header.findChildren(QToolButton)
        if b.defaultAction() in page.view_actions[:3]
    }
    assert [text for text, b in buttons.items() if b.isVisible()] == ["Listen", "Rate"]
    assert buttons["Listen"].isChecked()
    qtbot.mouseClick(buttons["Rate"], Qt.MouseButton.LeftButton)
    assert page.workbench.workspace is RATE
    assert (buttons["Listen"].isChecked(), buttons["Rate"].isChecked()) == (False, True)


def test_ratings_have_more_room_in_the_rate_workspace(qtbot: QtBot, studio: Studio) -> None:
    page = studio.page
    listening = widths(page)["Ratings"]
    studio.press(KEY.Key_R, BOTH)
    qtbot.waitUntil(lambda: widths(page)["Ratings"] >= listening + 100)


def test_without_count_codes_there_is_no_count_workspace(studio: Studio) -> None:
    page = studio.page
    studio.press(KEY.Key_K, BOTH)
    assert page.workbench.workspaces == (LISTEN, RATE)
    assert page.workbench.workspace is LISTEN
    assert not toggle(page, PanelName.COUNTING).isVisible()


def test_a_boundary_that_was_dragged_stays_in_its_workspace(
    qtbot: QtBot, studio: Studio, settings: Settings
) -> None:
    page = studio.page
    before = widths(page)
    drag_boundary(qtbot, page, PanelName.RATINGS, -60)
    moved = widths(page)
    assert moved["Ratings"] == before["Ratings"] + 60
    studio.press(KEY.Key_R, BOTH)
    studio.press(KEY.Key_L, BOTH)
    qtbot.waitUntil(lambda: alike(widths(page), moved))
    again = page_again(qtbot, studio, settings)
    qtbot.waitUntil(lambda: alike(widths(again), moved))


def test_the_workspace_is_the_same_after_a_crash(
    qtbot: QtBot, studio: Studio, settings: Settings
) -> None:
    page = studio.page
    page.notes.field.setFocus()
    studio.type("two voi")
    page.listening.player.seek(12_400)
    qtbot.waitUntil(lambda: len(studio.stored().notes) == 1, timeout=5_000)
    page.listening.save()
    studio.press(KEY.Key_R, BOTH)
    drag_boundary(qtbot, page, PanelName.RATINGS, 50)
    qtbot.waitUntil(lambda: not settings.window_state("coding/rate").isEmpty())
    wanted = widths(page)

    # Nothing is closed: another page reads what there is at this moment.
    again = CodingPage(studio.services, settings)
    qtbot.addWidget(again)
    again.resize(1270, 690)
    with qtbot.waitExposed(again):
        again.show()
    again.open_session(CODE, CODER)
    assert again.workbench.workspace is RATE
    assert again.header.findChildren(QToolButton)
    qtbot.waitUntil(lambda: abs(widths(again)["Ratings"] - wanted["Ratings"]) <= 2)
    qtbot.waitUntil(lambda: again.listening.player.position_ms == 12_400)
    assert again.coding is not None
    assert [note.text for note in again.coding.notes] == ["two voi"]
    # The note that was open comes to the front, with the focus in its field.
    assert "Notes" in widths(again)
    assert again.notes.field.toPlainText() == "two voi"
    assert again.focusWidget() is again.notes.field
    again.close_session()


def test_a_layout_of_other_panels_is_refused_and_the_first_one_is_used(
    qtbot: QtBot, studio: Studio, settings: Settings
) -> None:
    page = studio.page
    names = [dock.objectName() for dock in page.workbench.docks]
    close(qtbot, page, PanelName.NOTES)
    page.workbench.keep()
    other = page.workbench.desk.saveState(layout_version(names[1:]))
    settings.set_window_state("coding/listen", other)
    again = page_again(qtbot, studio, settings)
    assert open_panels(again) == FIRST


@pytest.mark.parametrize("state", [b"", b"nonsense"])
def test_a_broken_layout_does_no_harm(
    qtbot: QtBot, studio: Studio, settings: Settings, state: bytes
) -> None:
    settings.set_window_state("coding/listen", QByteArray(state))
    settings.set_window_state("coding/workspace", QByteArray(b"\xff\xfe"))
    again = page_again(qtbot, studio, settings)
    assert again.workbench.workspace is LISTEN
    assert open_panels(again) == FIRST


def test_reset_puts_the_layout_back(qtbot: QtBot, studio: Studio, settings: Settings) -> None:
    page = studio.page
    first = widths(page)
    drag_boundary(qtbot, page, PanelName.RATINGS, -80)
    close(qtbot, page, PanelName.QUEUE)
    page.workbench.keep()
    reset = next(a for a in page.view_actions if a is not None and a.text() == "Reset the layout")
    reset.trigger()
    qtbot.waitUntil(lambda: alike(widths(page), first))
    assert settings.window_state("coding/listen").isEmpty()


# Closing and opening panels


def test_a_closed_panel_comes_back_from_the_view_menu(qtbot: QtBot, studio: Studio) -> None:
    page = studio.page
    close(qtbot, page, PanelName.EVIDENCE)
    assert "Evidence" not in open_panels(page)
    action = toggle(page, PanelName.EVIDENCE)
    assert action in page.view_actions
    assert not action.isChecked()
    action.trigger()
    assert "Evidence" in open_panels(page)
    assert dock_with_focus(page) == "Evidence"


def test_a_closed_panel_stays_closed(qtbot: QtBot, studio: Studio, settings: Settings) -> None:
    close(qtbot, studio.page, PanelName.QUEUE)
    again = page_again(qtbot, studio, settings)
    assert "Queue" not in open_panels(again)


def test_keys_bring_back_the_panel_they_lead_to(qtbot: QtBot, studio: Studio) -> None:
    page = studio.page
    close(qtbot, page, PanelName.RATINGS)
    close(qtbot, page, PanelName.NOTES)
    studio.go_to_card(3)
    assert dock_with_focus(page) == "Ratings"
    assert page.cards.active_dimension == "empathy"
    studio.press(KEY.Key_J, CONTROL)
    assert dock_with_focus(page) == "Notes"
    assert page.notes.field.toPlainText().startswith("[00:00]")


def test_evidence_is_made_while_its_panel_is_closed(qtbot: QtBot, studio: Studio) -> None:
    close(qtbot, studio.page, PanelName.EVIDENCE)
    studio.page.listening.setFocus()
    studio.press(KEY.Key_F9)
    assert len(studio.stored().evidence) == 1


def test_with_every_panel_closed_the_page_can_be_used_again(qtbot: QtBot, studio: Studio) -> None:
    page = studio.page
    for dock in page.workbench.docks:
        dock.close()
    assert open_panels(page) == []
    page.next_panel(1)
    page.workbench.show_workspace(RATE)
    page.workbench.show_workspace(LISTEN)
    page.workbench.reset()
    assert open_panels(page) == FIRST


# Going about


def test_f6_follows_the_panels_where_they_stand(qtbot: QtBot, studio: Studio) -> None:
    page = studio.page
    close(qtbot, page, PanelName.QUEUE)
    page.listening.setFocus()
    visited = []
    for _ in range(5):
        visited.append(dock_with_focus(page))
        studio.press(KEY.Key_F6)
    assert visited == ["Listening", "Transcript", "Evidence", "Ratings", "Notes"]


def test_f6_passes_over_a_panel_that_takes_no_focus(qtbot: QtBot, studio: Studio) -> None:
    page = studio.page
    close(qtbot, page, PanelName.QUEUE)
    for panel in (PanelName.TRANSCRIPT, PanelName.EVIDENCE):
        dock = page.workbench.dock(panel)
        dock.panel = replace(dock.panel, enter=lambda: None)
    page.listening.setFocus()
    visited = []
    for _ in range(4):
        visited.append(dock_with_focus(page))
        studio.press(KEY.Key_F6)
    studio.press(KEY.Key_F6, SHIFT)
    visited.append(dock_with_focus(page))
    assert visited == ["Listening", "Ratings", "Notes", "Listening", "Listening"]


def test_f6_goes_through_the_panels_of_a_locked_session(qtbot: QtBot, studio: Studio) -> None:
    page = studio.page
    studio.decide_everything()
    assert page._coding is not None
    assert page._coding.submit("the rest is silence")
    studio.wait_for_focus_in(page)
    gone_by = []
    for _ in page.workbench.in_order():
        studio.press(KEY.Key_F6)
        gone_by.append(dock_with_focus(page))
    assert sorted(gone_by) == sorted(open_panels(page))
    assert "Notes" in gone_by


def test_f6_brings_up_panels_that_share_a_place(qtbot: QtBot, studio: Studio) -> None:
    page = studio.page
    studio.press(KEY.Key_R, BOTH)
    assert open_panels(page) == ["Listening", "Evidence", "Notes", "Ratings"]
    visited = []
    for _ in range(4):
        studio.press(KEY.Key_F6)
        visited.append(dock_with_focus(page))
        dock = page.workbench.dock(PanelName(visited[-1]))
        qtbot.waitUntil(partial(is_in_front, page, dock))
    assert visited == ["Listening", "Evidence", "Notes", "Ratings"]
    bars = page.workbench.desk.findChildren(QTabBar)
    assert [bar.accessibleName() for bar in bars if bar.count()] == ["Panels that share a place"]


@pytest.mark.parametrize("workspace", [LISTEN, RATE])
def test_tab_goes_through_the_panels_as_they_are_read(
    studio: Studio, workspace: Workspace
) -> None:
    page = studio.page
    studio.press(KEY.Key_E)
    page.workbench.show_workspace(workspace)
    page.header._back.setFocus()
    order = ["", *open_panels(page)]
    visited: list[str] = []
    for _ in range(80):
        studio.press(KEY.Key_Tab)
        visited.append(dock_with_focus(page))
        if not visited[-1] and visited.count(order[-1]):
            break
    round_trip = [
        name for name, before in zip(visited, ["-", *visited], strict=False) if name != before
    ]
    without_bars = [name for name in round_trip if name]
    assert without_bars == order[1:]


def test_tab_follows_a_panel_that_was_moved(qtbot: QtBot, studio: Studio) -> None:
    page = studio.page
    desk, docks = page.workbench.desk, page.workbench
    desk.splitDockWidget(
        docks.dock(PanelName.RATINGS), docks.dock(PanelName.QUEUE), Qt.Orientation.Horizontal
    )
    order = ["Notes", "Listening", "Transcript", "Evidence", "Ratings", "Queue"]
    qtbot.waitUntil(lambda: open_panels(page) == order)
    page.notes.field.setFocus()
    visited = [dock_with_focus(page)]
    for _ in range(80):
        studio.press(KEY.Key_Tab)
        name = dock_with_focus(page) or visited[-1]  # the tabs lie between the panels
        if name != visited[-1]:
            visited.append(name)
        if name == "Queue":
            break
    assert visited == order


def test_a_floating_panel_can_be_used_by_key_and_is_put_away_with_the_page(
    qtbot: QtBot, studio: Studio
) -> None:
    page = studio.page
    dock = page.workbench.dock(PanelName.EVIDENCE)
    page.evidence.table.setFocus()
    page.workbench.float_current()
    assert dock.isFloating()
    assert open_panels(page)[-1] == "Evidence"
    page.hide()
    assert not dock.isVisible()
    page.show()
    assert dock.isVisible()
    page.workbench.reset()
    assert not dock.isFloating()


def test_bare_keys_act_in_a_floating_panel(qtbot: QtBot, studio: Studio) -> None:
    page = studio.page
    studio.press(KEY.Key_E)
    page.evidence.table.setFocus()
    page.workbench.float_current()
    studio.wait_for_focus_in(page.evidence)
    studio.press(KEY.Key_S)
    assert studio.stored().evidence[0].polarity is Polarity.STRENGTH
    studio.press(KEY.Key_Delete)
    assert studio.stored().evidence == ()
    page.workbench.reset()


# Room


def test_every_dock_has_a_name(studio: Studio) -> None:
    docks = studio.page.findChildren(PanelDock)
    names = [dock.accessibleName() for dock in docks]
    assert all(names)
    assert len(set(names)) == len(names) == len(PanelName)
    assert {dock.objectName() for dock in docks} <= set(PanelName)


def test_headings_count_what_is_in_the_panels(studio: Studio) -> None:
    dock = studio.page.workbench.dock
    studio.press(KEY.Key_E)
    assert dock(PanelName.EVIDENCE).heading == "Evidence (1)"
    assert dock(PanelName.RATINGS).heading == "Ratings  0 of 7"
    assert dock(PanelName.EVIDENCE).windowTitle() == "Evidence"


def test_a_narrow_page_is_one_column_and_goes_back(qtbot: QtBot, studio: Studio) -> None:
    page = studio.page
    wide = widths(page)
    page.resize(NARROW - 40, 600)
    qtbot.waitUntil(lambda: page.workbench.is_narrow)

    def stands_in_a_column() -> bool:
        docks = page.workbench.in_order()
        bottoms = [dock.geometry().bottom() for dock in docks]
        tops = [dock.geometry().top() for dock in docks]
        below = all(top > bottom for top, bottom in zip(tops[1:], bottoms, strict=False))
        return below and len({dock.x() for dock in docks}) == 1

    qtbot.waitUntil(stands_in_a_column)
    assert open_panels(page)[0] == "Listening"
    assert page.workbench.verticalScrollBar().maximum() > 0
    page.resize(1270, 690)
    qtbot.waitUntil(lambda: alike(widths(page), wide))


def test_a_note_stays_in_sight_when_a_banner_takes_room_above(
    qtbot: QtBot, studio: Studio
) -> None:
    page, window = studio.page, QWidget()
    qtbot.addWidget(window)
    banner = LastingBanner("Saving", window)
    layout = QVBoxLayout(window)
    layout.addWidget(banner)
    layout.addWidget(page, 1)
    window.resize(1266, 540)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    field, room = page.notes.field, page.workbench.viewport()

    def is_whole() -> bool:
        top = field.mapTo(room, field.rect().topLeft()).y()
        return top >= 0 and top + field.height() <= room.height()

    field.setFocus(Qt.FocusReason.OtherFocusReason)
    qtbot.waitUntil(is_whole)
    before = room.height()
    banner.tell("Changes are not saved: the disk is full.", "Nothing is lost. Make room.")
    qtbot.waitUntil(lambda: room.height() < before)

    qtbot.waitUntil(is_whole)
    studio.type("a word")
    assert field.toPlainText() == "a word"
    page.setParent(None)


def test_columns_get_their_room_back_after_a_smaller_window(qtbot: QtBot, studio: Studio) -> None:
    page = studio.page
    qtbot.waitUntil(lambda: bool(page.workbench._sizes))
    before = widths(page)
    page.resize(1010, 600)
    qtbot.waitUntil(lambda: widths(page) != before)
    page.resize(1270, 690)
    qtbot.waitUntil(lambda: alike(widths(page), before))


def test_no_panel_covers_another_one(qtbot: QtBot, studio: Studio) -> None:
    page = studio.page

    def faults() -> list[str]:
        boxes = [(d.objectName(), d.geometry()) for d in page.workbench._docked()]
        return [
            f"{one} and {other}"
            for place, (one, box) in enumerate(boxes)
            for other, other_box in boxes[place + 1 :]
            if box.intersects(other_box)
        ]

    for size in (QSize(1270, 690), QSize(1000, 560), QSize(880, 560), QSize(1500, 900)):
        page.resize(size)
        for workspace in (RATE, LISTEN):
            page.workbench.show_workspace(workspace)
            qtbot.waitUntil(lambda: faults() == [])


def test_the_focus_stays_where_it_is_when_the_page_gets_narrow(
    qtbot: QtBot, studio: Studio
) -> None:
    page = studio.page
    page.notes.field.setFocus()
    studio.type("half a ")
    page.resize(640, 420)
    qtbot.waitUntil(lambda: page.workbench.is_narrow)
    assert studio.focused is page.notes.field
    studio.type("sentence")
    assert page.notes.field.toPlainText() == "half a sentence"


# Counting


@pytest.fixture
def counting(tmp_path: Path, settings: Settings, qtbot: QtBot) -> Iterator[Studio]:
    """The page with a session of a codebook that has count codes."""
    services = make_study(tmp_path / "study", library.find("miti-4.2.1"))
    page = CodingPage(services, settings)
    qtbot.addWidget(page)
    page.resize(1270, 690)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    page.open_session(CODE, CODER)
    yield Studio(qtbot, services, page)
    page.close_session()
    services.close()


def test_count_codes_bring_a_count_workspace(qtbot: QtBot, counting: Studio) -> None:
    page = counting.page
    assert page.workbench.workspaces == (LISTEN, RATE, COUNT)
    counting.wait_for_focus_in(page.before)
    counting.press(KEY.Key_K, BOTH)
    assert page.workbench.workspace is COUNT
    counting.wait_for_focus_in(page.counting)
    assert "Counting" in open_panels(page)
    assert "Ratings" not in open_panels(page)


def test_another_codebook_takes_the_count_workspace_away(
    qtbot: QtBot, tmp_path: Path, counting: Studio, settings: Settings
) -> None:
    counting.press(KEY.Key_K, BOTH)
    other = make_study(tmp_path / "other")
    page = CodingPage(other, settings)
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    page.open_session(CODE, CODER)
    assert page.workbench.workspace is LISTEN
    page.close_session()
    other.close()


def test_the_question_before_listening_opens_its_panel(qtbot: QtBot, counting: Studio) -> None:
    page = counting.page
    close(qtbot, page, PanelName.RATINGS)
    page.focus_first()
    counting.wait_for_focus_in(page.before)
    assert "Ratings" in open_panels(page)


def test_taking_a_note_up_again_moves_no_panel(studio: Studio) -> None:
    page = studio.page
    page.notes.field.setFocus()
    studio.type("half a thought")
    studio.press(KEY.Key_Return)
    assert len(studio.stored().notes) == 1
    before = [dock.geometry() for dock in page.workbench.in_order()]

    page.notes.table.row_activated.emit(studio.stored().notes[0])
    assert page.notes.field.toPlainText() == "half a thought"
    QApplication.processEvents()

    assert the_button("New note", page.notes).isVisible()
    assert [dock.geometry() for dock in page.workbench.in_order()] == before
