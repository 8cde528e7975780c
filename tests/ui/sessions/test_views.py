"""Views of the lead's table: those of the program, one's own, and what a table is looked at in."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QDialog, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from practicecoder.domain.ids import StudyId
from practicecoder.services.context import StudyServices
from practicecoder.ui.sessions.filters import Pick
from practicecoder.ui.sessions.lead import LeadPanel
from practicecoder.ui.sessions.view_dialogs import (
    ColumnsDialog,
    DeleteViewDialog,
    NameViewDialog,
)
from practicecoder.ui.sessions.views import TITLES, USUAL, ViewShelf, shipped_views, usable
from practicecoder.ui.settings import SavedView, Settings
from practicecoder.ui.widgets.chips import Chips
from tests.builders import LEAD
from tests.ui.finding import called, the, the_button

STUDY = StudyId("study-1")


@pytest.fixture
def shelf(settings: Settings) -> ViewShelf:
    return ViewShelf(settings, STUDY)


@pytest.fixture
def panel(laboratory: StudyServices, settings: Settings, qtbot: QtBot) -> LeadPanel:
    panel = LeadPanel(laboratory, settings=settings)
    qtbot.addWidget(panel)
    panel.resize(1240, 600)
    with qtbot.waitExposed(panel):
        panel.show()
    panel.show_actor(LEAD)
    qtbot.waitUntil(lambda: len(panel.table.rows_model().rows) == 12)
    return panel


def shown(panel: LeadPanel) -> list[str]:
    return [row.session.session_id for row in panel.table.rows_model().shown_rows]


def titles(panel: LeadPanel) -> tuple[str, ...]:
    return tuple(column.title for column in panel.table.rows_model().columns)


def view_box(panel: LeadPanel) -> QComboBox:
    return called(QComboBox, "View", panel)


def entry(panel: LeadPanel, words: str) -> QAction:
    (found,) = [a for a in panel.views.more.menu().actions() if a.text() == words]
    return found


def find(panel: LeadPanel, words: str) -> None:
    field = called(QLineEdit, "Find in the table", panel)
    field.clear()
    QTest.keyClicks(field, words)


def saved_as(panel: LeadPanel, name: str) -> None:
    entry(panel, "Save as a new &view…").trigger()
    dialog = the(NameViewDialog, panel)
    QTest.keyClicks(called(QLineEdit, "Name of the view", dialog), name)
    QTest.keyClick(called(QLineEdit, "Name of the view", dialog), Qt.Key.Key_Return)
    close(dialog)


def close(dialog: QDialog) -> None:
    """Have a dialog gone before the next one is looked for."""
    assert not dialog.isVisible()
    dialog.setParent(None)


# The shelf


def test_three_views_come_with_the_program_and_fit_the_table() -> None:
    views = shipped_views()

    assert [view.name for view in views] == ["All sessions", "Needs a decision", "Double-coded"]
    assert [usable(view) for view in views] == list(views)
    assert [view.pick for view in views] == ["", Pick.DECISION, Pick.DOUBLE]


def test_own_views_stand_behind_those_of_the_program_by_name(
    shelf: ViewShelf, settings: Settings
) -> None:
    for name in ("south", "North"):
        shelf.save(SavedView(name=name, words=name))

    assert [v.name for v in ViewShelf(settings, STUDY).all[3:]] == ["North", "south"]
    assert ViewShelf(settings, StudyId("another")).own == ()


def test_a_view_saved_under_the_same_name_replaces_the_former(shelf: ViewShelf) -> None:
    shelf.save(SavedView(name="North", words="north"))
    shelf.save(SavedView(name=" north  ", words="north post"))

    assert shelf.own == (SavedView(name="north", words="north post"),)


@pytest.mark.parametrize("name", ["", "  ", "double-CODED"])
def test_views_of_the_program_keep_their_names(shelf: ViewShelf, name: str) -> None:
    with pytest.raises(ValueError, match="name"):
        shelf.save(SavedView(name=name))
    assert shelf.own == ()


def test_only_own_views_are_renamed_and_deleted(shelf: ViewShelf) -> None:
    shelf.save(SavedView(name="One"))
    shelf.save(SavedView(name="Two"))

    assert shelf.rename("one", "ONE").name == "ONE"
    for taken in ("two", "All sessions", " "):
        with pytest.raises(ValueError, match="name"):
            shelf.rename("ONE", taken)
    for name in ("All sessions", "Three"):
        with pytest.raises(KeyError):
            shelf.rename(name, "Four")
        with pytest.raises(KeyError):
            shelf.delete(name)
    shelf.delete("two")

    assert [view.name for view in shelf.own] == ["ONE"]


def test_what_the_table_does_not_know_is_left_out() -> None:
    strange = SavedView(
        name="Mine",
        pick="gone",
        state="gone",
        columns=("State", "Gone", "State"),
        sorted_by="Worker",
        descending=True,
    )

    assert usable(strange) == SavedView(name="Mine", columns=("Session", "State"))
    assert usable(SavedView(name="Mine", columns=TITLES)).columns == ()


# At the table


def test_a_view_brings_its_filters_columns_and_order(panel: LeadPanel) -> None:
    panel.views.choose("double-coded")
    assert shown(panel) == ["V-0001", "V-0002", "V-0003", "V-0004"]
    assert "Purpose" not in titles(panel)
    assert "Consensus" in titles(panel)

    panel.views.choose("All sessions")

    assert len(shown(panel)) == 12
    assert titles(panel) == USUAL


def test_a_view_is_chosen_by_keys(panel: LeadPanel) -> None:
    box = view_box(panel)
    box.setFocus()

    QTest.keyClicks(box, "dou")

    assert len(shown(panel)) == 4


def test_the_table_begins_with_all_sessions_unchanged(panel: LeadPanel) -> None:
    assert view_box(panel).currentText() == "All sessions"
    assert titles(panel) == USUAL
    assert not panel.views.is_changed


def test_nothing_moves_while_somebody_types(panel: LeadPanel) -> None:
    field = called(QLineEdit, "Find in the table", panel)
    before = field.geometry()

    find(panel, "north")

    assert view_box(panel).currentText() == "All sessions (changed)"
    assert field.geometry() == before
    assert view_box(panel).width() >= view_box(panel).sizeHint().width()


def test_a_view_is_saved_and_found_again_at_the_next_start(
    panel: LeadPanel, laboratory: StudyServices, settings: Settings, qtbot: QtBot
) -> None:
    find(panel, "south")
    the(Chips, panel).choose("submitted")
    panel.table.sortByColumn(titles(panel).index("Days"), Qt.SortOrder.DescendingOrder)
    before = shown(panel)
    assert view_box(panel).currentText() == "All sessions (changed)"

    saved_as(panel, "South, done")

    assert view_box(panel).currentText() == "South, done"
    next_panel = LeadPanel(laboratory, settings=settings)
    qtbot.addWidget(next_panel)
    next_panel.views.choose("South, done")  # before the sessions are read
    next_panel.show_actor(LEAD)
    qtbot.waitUntil(lambda: len(next_panel.table.rows_model().rows) == 12)
    assert shown(next_panel) == before
    assert len(before) < 4
    assert not next_panel.views.is_changed


def test_a_state_that_no_session_is_in_keeps_none(panel: LeadPanel, settings: Settings) -> None:
    settings.set_saved_views(
        panel._services.study.study_id, [SavedView(name="Gone", state="withdrawn")]
    )
    panel.views._shelf = ViewShelf(settings, panel._services.study.study_id)

    panel.views.choose("Gone")
    assert shown(panel) == []
    assert the(Chips, panel).key == "withdrawn"

    panel.views.choose("All sessions")
    assert len(shown(panel)) == 12


def test_changes_are_saved_or_taken_back(panel: LeadPanel, settings: Settings) -> None:
    saved_as(panel, "Mine")
    assert not entry(panel, "&Save changes").isEnabled()
    find(panel, "north")
    assert view_box(panel).currentText() == "Mine (changed)"

    entry(panel, "&Back to the view as it was saved").trigger()
    assert len(shown(panel)) == 12
    find(panel, "east")
    entry(panel, "&Save changes").trigger()

    (kept,) = settings.saved_views(panel._services.study.study_id)
    assert (kept.name, kept.words) == ("Mine", "east")
    assert view_box(panel).currentText() == "Mine"


def test_a_view_of_the_program_can_only_be_saved_under_another_name(panel: LeadPanel) -> None:
    find(panel, "north")

    for words in ("&Save changes", "&Rename…", "&Delete…"):
        assert not entry(panel, words).isEnabled()
    entry(panel, "Save as a new &view…").trigger()
    dialog = the(NameViewDialog, panel)
    QTest.keyClicks(called(QLineEdit, "Name of the view", dialog), "all sessions")

    assert not the_button("Save", dialog).isEnabled()
    assert "comes with the program" in " ".join(w.text() for w in dialog.findChildren(QLabel))


def test_a_name_that_is_taken_is_replaced_knowingly(panel: LeadPanel) -> None:
    saved_as(panel, "Mine")
    find(panel, "north")
    entry(panel, "Save as a new &view…").trigger()
    dialog = the(NameViewDialog, panel)
    QTest.keyClicks(called(QLineEdit, "Name of the view", dialog), "Mine")

    the_button("Replace", dialog).click()

    assert view_box(panel).currentText() == "Mine"
    assert view_box(panel).count() == 4


def test_an_own_view_is_renamed_and_deleted(panel: LeadPanel, settings: Settings) -> None:
    study_id = panel._services.study.study_id
    find(panel, "north")
    saved_as(panel, "Mine")
    entry(panel, "&Rename…").trigger()
    dialog = the(NameViewDialog, panel)
    QTest.keyClicks(called(QLineEdit, "Name of the view", dialog), "Northern")
    the_button("Rename", dialog).click()
    assert [view.name for view in settings.saved_views(study_id)] == ["Northern"]

    entry(panel, "&Delete…").trigger()
    the_button("Delete", the(DeleteViewDialog, panel)).click()

    assert settings.saved_views(study_id) == ()
    assert view_box(panel).currentText() == "All sessions"
    assert len(shown(panel)) == 12


def test_columns_are_hidden_and_moved_by_keys(panel: LeadPanel) -> None:
    entry(panel, "&Columns…").trigger()
    dialog = the(ColumnsDialog, panel)
    for _ in range(2):
        QTest.keyClick(dialog.list, Qt.Key.Key_Down)
    QTest.keyClick(dialog.list, Qt.Key.Key_Space)  # Office
    QTest.keyClick(dialog.list, Qt.Key.Key_Up)
    QTest.keyClick(dialog.list, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(dialog.list, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)

    the_button("Show", dialog).click()

    assert titles(panel)[:3] == ("Session", "Phase", "Worker")
    assert "Office" not in titles(panel)
    assert view_box(panel).currentText() == "All sessions (changed)"
    assert len(shown(panel)) == 12


def test_the_column_of_the_session_stays_first_and_shown(panel: LeadPanel) -> None:
    panel.views.choose("Double-coded")
    entry(panel, "&Columns…").trigger()
    dialog = the(ColumnsDialog, panel)
    QTest.keyClick(dialog.list, Qt.Key.Key_Space)
    QTest.keyClick(dialog.list, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert dialog.titles[0] == "Session"

    the_button("As &usual", dialog).click()

    assert dialog.titles == USUAL


def test_the_order_goes_with_its_column(panel: LeadPanel) -> None:
    panel.table.sortByColumn(titles(panel).index("Worker"), Qt.SortOrder.AscendingOrder)
    assert panel.views.current.sorted_by == "Worker"

    panel.views.choose("Double-coded")

    assert panel.views.current.sorted_by == ""
    assert panel.table.horizontalHeader().sortIndicatorSection() == -1
    assert shown(panel) == sorted(shown(panel))


@pytest.mark.parametrize(("width", "below"), [(1800, False), (700, True)])
def test_states_stand_beside_the_other_filters_where_there_is_room(
    panel: LeadPanel, width: int, below: bool, qtbot: QtBot
) -> None:
    panel.resize(width, 600)
    qtbot.waitUntil(lambda: panel.width() == width)
    chips, field = the(Chips, panel), called(QLineEdit, "Find in the table", panel)

    qtbot.waitUntil(
        lambda: (
            (
                chips.mapTo(panel, chips.rect().topLeft()).y()
                > field.mapTo(panel, field.rect().bottomLeft()).y()
            )
            is below
        )
    )
