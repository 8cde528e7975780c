"""The list of marks: edited in place, merged and split, quick with thousands of rows."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication, QComboBox
from pytestqt.qtbot import QtBot

from practicecoder.codebook import library
from practicecoder.domain.coding import CodebookRef, CodeMark, Coding, CountingMode
from practicecoder.domain.ids import CoderId, CodingId, SessionId
from practicecoder.ui.coding.counting.event_model import EventModel
from practicecoder.ui.widgets.time_edit import TimeEdit
from tests.ui.coding.counting.conftest import Counter

TALLY, VOLLEY = CountingMode.TALLY, CountingMode.VOLLEY
TIME, CODE = 0, 1


def texts(counter: Counter, title: str) -> list[str]:
    model = counter.panel.events.table.rows_model()
    column = next(i for i, c in enumerate(model.columns) if c.title == title)
    return [model.index(row, column).data() for row in range(model.rowCount())]


def select(counter: Counter, *rows: int) -> None:
    table = counter.panel.events.table
    table.clearSelection()
    for row in rows:
        index = table.model().index(row, 0)
        flags = QItemSelectionModel.SelectionFlag
        table.selectionModel().setCurrentIndex(index, flags.Select | flags.Rows)


def edit(counter: Counter, row: int, column: int) -> None:
    table = counter.panel.events.table
    table.setFocus()
    table.setCurrentIndex(table.model().index(row, column))
    counter.qtbot.keyClick(table, Qt.Key.Key_Return)


@pytest.fixture
def filled(counter: Counter) -> Counter:
    """Two volleys: simple and complex reflection, then a question and a confrontation."""
    counter.begin(VOLLEY)
    counter.press("s", at_ms=9_000)
    counter.press("c", at_ms=10_000)
    counter.press("Return")
    counter.press("q", at_ms=14_000)
    counter.press("x", at_ms=15_000)
    return counter


def test_marks_stand_in_order_of_time_with_what_counts(filled: Counter) -> None:
    assert texts(filled, "Time") == ["00:06.0", "00:07.0", "00:11.0", "00:12.0"]
    assert texts(filled, "Volley") == ["1", "1", "2", "2"]
    assert texts(filled, "Counts") == ["no: CR counts", "yes", "yes", "yes"]


def test_the_time_is_edited_in_place_and_the_row_moves(filled: Counter) -> None:
    edit(filled, 0, TIME)
    editor = QApplication.focusWidget()
    assert isinstance(editor, TimeEdit)
    editor.selectAll()
    filled.qtbot.keyClicks(editor, "0:13.5")
    filled.qtbot.keyClick(editor, Qt.Key.Key_Return)
    filled.qtbot.waitUntil(lambda: filled.codes()[-1] == "sr")
    assert texts(filled, "Time")[-1] == "00:13.5"
    moved = filled.panel.events.table.current_row()
    assert moved is not None
    assert moved.count_id == "sr"


def test_words_that_are_no_time_change_nothing(filled: Counter) -> None:
    edit(filled, 0, TIME)
    editor = QApplication.focusWidget()
    assert isinstance(editor, TimeEdit)
    editor.selectAll()
    filled.qtbot.keyClicks(editor, "soon")
    assert filled.panel.flush()
    assert texts(filled, "Time")[0] == "00:06.0"
    assert filled.stored().marks[0].at_ms == 6_000


def test_the_code_is_chosen_in_place(filled: Counter) -> None:
    edit(filled, 0, CODE)
    editor = QApplication.focusWidget()
    assert isinstance(editor, QComboBox)
    assert editor.currentText() == "Simple reflection"
    editor.setCurrentIndex(editor.findData("gi"))
    editor.activated.emit(editor.currentIndex())
    assert filled.codes()[0] == "gi"
    assert texts(filled, "Counts")[0] == "yes"


@pytest.mark.parametrize("keys", ["conf", "Down Down Down"], ids=["letters", "arrows"])
def test_a_code_is_looked_for_by_keys_and_taken_by_enter(filled: Counter, keys: str) -> None:
    edit(filled, 0, CODE)
    before = filled.codes()
    filled.press(*(keys.split() if " " in keys else keys))
    editor = QApplication.focusWidget()
    assert isinstance(editor, QComboBox)
    assert filled.codes() == before
    wanted = editor.currentData()
    assert wanted not in before[:2]

    filled.press("Return")

    table = filled.panel.events.table
    filled.qtbot.waitUntil(lambda: filled.codes()[0] == wanted)
    filled.qtbot.waitUntil(table.hasFocus)


def test_a_note_being_typed_is_kept_on_leaving(filled: Counter) -> None:
    columns = filled.panel.events.table.rows_model().columns
    edit(filled, 2, len(columns) - 1)
    editor = QApplication.focusWidget()
    assert editor is not None
    filled.qtbot.keyClicks(editor, "about school")
    assert filled.panel.flush()
    assert filled.stored().marks[2].note == "about school"


def test_two_volleys_merge_and_split_again(filled: Counter) -> None:
    commands = filled.panel.events.commands
    select(filled, 0)
    assert not commands["merge_volleys"].isEnabled()
    select(filled, 0, 2)
    commands["merge_volleys"].click()
    assert texts(filled, "Volley") == ["1", "1", "1", "1"]
    select(filled, 3)
    commands["split"].click()
    assert texts(filled, "Volley") == ["1", "1", "1", "2"]


def test_selected_marks_become_one_utterance_or_one_mark(filled: Counter) -> None:
    commands = filled.panel.events.commands
    select(filled, 2, 3)
    assert not commands["merge"].isEnabled()
    commands["utterance"].click()
    assert texts(filled, "Counts")[2] == "no: gives way to CONF"
    mark = filled.stored().marks[3]
    filled.coding.edit_mark(replace(mark, count_id="q"))
    select(filled, 2, 3)
    commands["merge"].click()
    assert texts(filled, "Time")[2] == "00:11.0–00:12.0"
    assert len(filled.codes()) == 3


def test_counting_goes_on_in_an_earlier_volley(filled: Counter) -> None:
    select(filled, 0)
    filled.panel.events.commands["volley"].click()
    filled.panel.mark("affirm")
    assert [m.volley for m in filled.stored().marks if m.count_id == "affirm"] == [0]


def test_space_plays_and_delete_removes(filled: Counter) -> None:
    table = filled.panel.events.table
    table.setFocus()
    select(filled, 1)
    wanted = QSignalSpy(filled.panel.play_wanted)
    filled.qtbot.keyClick(table, Qt.Key.Key_Space)
    assert wanted.at(0) == [7_000]
    select(filled, 1, 2)
    filled.qtbot.keyClick(table, Qt.Key.Key_Delete)
    assert filled.codes() == ["sr", "confront"]
    filled.stack.undo()
    assert filled.codes() == ["sr", "cr", "q", "confront"]


def test_the_list_shows_one_code_alone_and_copies_as_text(filled: Counter) -> None:
    events = filled.panel.events
    events.filter.setCurrentText("Question")
    assert texts(filled, "Code") == ["Question"]
    filled.panel.mark("gi")
    assert texts(filled, "Code") == ["Question"]
    events.table.clearSelection()
    events.commands["copy"].click()
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0].split("\t")[:2] == ["Time", "Code"]
    assert lines[1].split("\t")[:2] == ["00:11.0", "Question"]
    events.filter.setCurrentIndex(0)
    assert len(texts(filled, "Code")) == 5


def test_a_locked_coding_is_read_only(filled: Counter) -> None:
    coding = filled.coding
    coding.answer("change_goal", "Less shouting")
    for dimension_id in coding.codebook.dimension_ids:
        coding.rate(dimension_id, 3)
    assert coding.submit()
    assert not filled.panel.pad.isVisible()
    index = filled.panel.events.table.model().index(0, TIME)
    assert not index.flags() & Qt.ItemFlag.ItemIsEditable
    select(filled, 0)
    assert not filled.panel.events.commands["remove"].isEnabled()


def many(number: int) -> Coding:
    book = library.find("miti-4.2.1")
    marks = tuple(
        CodeMark(
            mark_id=f"m{i:05d}",
            count_id=book.count_ids[i % 10],
            at_ms=i * 100,
            volley=i // 7,
            utterance=i % 7,
        )
        for i in range(number)
    )
    return Coding(
        coding_id=CodingId("coding"),
        session_id=SessionId("V-0001"),
        coder_id=CoderId("A"),
        codebook=CodebookRef(codebook_id="miti-4.2.1", version="1.0.0", digest=""),
        counting=VOLLEY,
        marks=marks,
    )


def test_among_thousands_of_marks_only_the_rows_that_differ_change(qtbot: QtBot) -> None:
    coding = many(3_000)
    model = EventModel(library.find("miti-4.2.1"), coding, lambda _: True)
    resets = QSignalSpy(model.modelReset)
    inserted, removed = QSignalSpy(model.rowsInserted), QSignalSpy(model.rowsRemoved)
    extra = CodeMark(mark_id="extra", count_id="q", at_ms=150_050, volley=9_999, utterance=0)
    marks = sorted((*coding.marks, extra), key=lambda m: (m.at_ms, m.mark_id))
    model.step_to(marks)
    assert (inserted.count(), removed.count(), resets.count()) == (1, 0, 0)
    assert model.shown_rows == tuple(marks)
    later = replace(marks[10], at_ms=299_950)
    moved = sorted((*marks[:10], *marks[11:], later), key=lambda m: (m.at_ms, m.mark_id))
    model.step_to(moved)
    assert (inserted.count(), removed.count(), resets.count()) == (2, 1, 0)
    assert model.shown_rows == tuple(moved)
    model.step_to(moved[:1_000])
    assert resets.count() == 1
    assert model.shown_rows == tuple(moved[:1_000])
