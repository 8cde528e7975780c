"""Counting by hand: the letters of the pad, volleys, taking back, and what is shown of it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication, QSplitter, QTextBrowser

from practicecoder.domain.coding import CountingMode
from practicecoder.ui.coding.counting.mode_choice import ModeChoice
from practicecoder.ui.widgets.code_page import CodePage
from tests.ui.coding.counting.conftest import Counter
from tests.ui.finding import the, the_button

TALLY, VOLLEY = CountingMode.TALLY, CountingMode.VOLLEY


def test_counting_begins_with_the_choice_of_the_way(counter: Counter) -> None:
    assert the(ModeChoice, counter.panel).isVisible()
    assert not counter.panel.pad.isVisible()
    the_button("By volley", counter.panel).click()
    assert counter.stored().counting is VOLLEY
    assert counter.panel.pad.isVisible()
    assert not the(ModeChoice, counter.panel).isVisible()


def test_the_pad_has_the_room_for_its_codes_until_somebody_shares_it(counter: Counter) -> None:
    panel = counter.panel
    counter.begin(VOLLEY)
    panel.resize(panel.width(), 1_400)
    splitter = the(QSplitter, panel)
    shown = [b.visibleRegion().boundingRect() == b.rect() for b in panel.pad.buttons.values()]
    assert all(shown)
    least = panel.events.minimumSizeHint().height()
    panel.resize(panel.width(), 640)
    assert panel.events.height() == pytest.approx(least, abs=2)

    splitter.setSizes([100, 500])
    splitter.splitterMoved.emit(100, 1)
    by_hand = splitter.sizes()
    panel.resize(panel.width() + 20, 640)
    assert splitter.sizes() == by_hand


def test_the_way_can_be_changed_until_there_is_a_mark(counter: Counter) -> None:
    counter.begin(TALLY)
    other = the_button("Count the other way", counter.panel)
    other.click()
    assert counter.stored().counting is VOLLEY
    counter.press("q", at_ms=9_000)
    assert not other.isVisible()


def test_a_letter_marks_a_reaction_time_before_the_playhead(counter: Counter) -> None:
    counter.begin(TALLY)
    counter.press("q", at_ms=9_000)
    counter.press("c", at_ms=1_000)
    marks = counter.stored().marks
    assert [(mark.count_id, mark.at_ms) for mark in marks] == [("cr", 0), ("q", 6_000)]
    assert all(mark.volley is None and mark.utterance is None for mark in marks)


def test_every_code_of_the_codebook_has_its_letter(counter: Counter) -> None:
    counter.begin(TALLY)
    for number, code in enumerate(counter.coding.codebook.counts):
        counter.press(code.key, at_ms=3_000 + 1_000 * number)
    assert counter.codes() == list(counter.coding.codebook.count_ids)


def test_letters_of_the_player_do_nothing_on_the_pad(counter: Counter) -> None:
    counter.begin(TALLY)
    counter.press("j", "l", "e", "b", at_ms=9_000)
    assert counter.codes() == []


def test_a_key_held_down_is_one_mark(counter: Counter) -> None:
    counter.begin(TALLY)
    held = QKeyEvent(
        QEvent.Type.KeyPress, Qt.Key.Key_Q, Qt.KeyboardModifier.NoModifier, "q", autorep=True
    )
    counter.press("q", at_ms=9_000)
    QApplication.sendEvent(counter.panel.pad, held)
    assert counter.codes() == ["q"]


def test_enter_closes_the_volley_and_opens_the_next(counter: Counter) -> None:
    counter.begin(VOLLEY)
    counter.press("s", "q", "Return", "q", at_ms=9_000)
    assert sorted((m.count_id, m.volley) for m in counter.stored().marks) == [
        ("q", 0),
        ("q", 1),
        ("sr", 0),
    ]
    counter.press("Return")
    assert counter.panel.told == "Volley 2 closed: Question"
    counter.press("Return")
    assert counter.panel.told == "The open volley has no code yet"
    assert counter.panel.open_volley == 2


def test_shift_and_plus_put_two_codes_in_one_utterance(counter: Counter) -> None:
    counter.begin(VOLLEY)
    counter.press("x", "Q", "s", "+", "a", "q", at_ms=9_000)
    utterances = {m.count_id: m.utterance for m in counter.stored().marks if m.count_id != "q"}
    assert utterances == {"confront": 0, "sr": 1, "affirm": 1}
    assert sorted(m.utterance or 0 for m in counter.stored().marks if m.count_id == "q") == [0, 2]


def test_the_open_volley_says_what_counts_and_why_not(counter: Counter) -> None:
    counter.begin(VOLLEY)
    counter.press("c", at_ms=9_000)
    counter.press("s", at_ms=10_000)
    assert counter.panel.told == (
        "Simple reflection at 00:07 does not count: Complex reflection counts"
    )
    counter.press("s", at_ms=11_000)
    counter.press("A", at_ms=12_000)
    assert counter.panel.volley.texts == (
        "Complex reflection",
        "Simple reflection: Complex reflection counts",
        "Simple reflection: gives way to Affirm",
        "Affirm",
    )
    assert "2 of 8 slots filled" in counter.panel.volley.words


def test_backspace_takes_the_last_mark_back_and_goes_on_in_its_volley(counter: Counter) -> None:
    counter.begin(VOLLEY)
    counter.press("q", "Return", at_ms=9_000)
    assert counter.panel.open_volley == 1
    counter.press("Backspace")
    assert counter.codes() == []
    assert counter.panel.open_volley == 0
    assert counter.stack.canRedo()
    counter.press("Backspace")
    assert counter.panel.told.startswith("No mark of this sitting")


def test_backspace_removes_a_mark_that_was_edited_since(counter: Counter) -> None:
    counter.begin(TALLY)
    counter.press("q", "s", at_ms=9_000)
    first = next(m for m in counter.stored().marks if m.count_id == "q")
    counter.coding.remove_marks((first.mark_id,))
    counter.press("Backspace")
    assert counter.codes() == []
    assert counter.stack.undoText() == "Remove Simple reflection at 00:06"


def test_undo_and_redo_are_shown(counter: Counter) -> None:
    counter.begin(VOLLEY)
    counter.press("q", at_ms=9_000)
    acted = QSignalSpy(counter.coding.acted)
    counter.stack.undo()
    assert acted.at(0) == ["Undo: Question at 00:06"]
    assert list(counter.panel.volley.texts) == []
    counter.stack.redo()
    assert list(counter.panel.volley.texts) == ["Question"]
    assert counter.panel.events.table.rows_model().rowCount() == 1


def test_space_on_the_pad_plays_and_pauses(counter: Counter) -> None:
    counter.begin(TALLY)
    wanted = QSignalSpy(counter.panel.play_pause_wanted)
    counter.press("Space")
    assert wanted.count() == 1
    assert counter.codes() == []


def test_f1_shows_the_page_of_the_code_pressed_last(counter: Counter) -> None:
    counter.begin(TALLY)
    counter.press("s", "F1", at_ms=9_000)
    page = the(CodePage, counter.panel)
    text = the(QTextBrowser, page).toPlainText()
    assert "Gives back what was said" in text
    assert "statements that only set up a question" in text
    assert "Shares its slot with Complex reflection; Complex reflection counts." in text
    assert "Gives way to Complex reflection, Affirm in the same utterance." in text
    assert "Choose Simple reflection." in text
    page.close()


@pytest.mark.parametrize("on_a_button", [False, True])
def test_f1_is_the_pads_own_key_before_the_pages(counter: Counter, on_a_button: bool) -> None:
    of_the_page = QAction(counter.panel)
    of_the_page.setShortcut("F1")
    counter.panel.addAction(of_the_page)
    taken = QSignalSpy(of_the_page.triggered)
    counter.begin(TALLY)
    if on_a_button:
        counter.panel.pad.buttons["affirm"].setFocus()
    counter.press("F1")
    page = the(CodePage, counter.panel)
    assert page.windowTitle().startswith("Affirm" if on_a_button else "Giving information")
    assert taken.count() == 0
    page.close()
    counter.panel.events.table.setFocus()
    counter.press("F1")
    assert taken.count() == 1


def test_letters_and_enter_act_on_a_focused_button_too(counter: Counter) -> None:
    counter.begin(VOLLEY)
    counter.panel.set_position(9_000)
    counter.panel.pad.buttons["affirm"].setFocus()
    counter.press("q", "Space", "Return")
    assert sorted(counter.codes()) == ["affirm", "q"]
    assert counter.panel.open_volley == 1


def test_a_click_marks_and_leaves_the_letters_to_the_pad(counter: Counter) -> None:
    counter.begin(TALLY)
    counter.panel.events.table.setFocus()
    counter.panel.set_position(9_000)
    made = counter.panel.pad.buttons["gi"]
    counter.qtbot.mouseClick(made, Qt.MouseButton.LeftButton)
    assert counter.codes() == ["gi"]
    assert counter.panel.pad.hasFocus()
    assert made.height() >= 24


def test_no_total_is_shown_while_counting(counter: Counter) -> None:
    counter.begin(TALLY)
    before = {count_id: b.text() for count_id, b in counter.panel.pad.buttons.items()}
    counter.press("q", "q", "q", at_ms=9_000)
    assert {i: b.text() for i, b in counter.panel.pad.buttons.items()} == before


def test_totals_are_shown_where_the_codebook_says_so(
    counter: Counter, monkeypatch: pytest.MonkeyPatch
) -> None:
    book = counter.coding.codebook
    open_handed = replace(book, parsing=replace(book.parsing, show_totals=True))
    monkeypatch.setattr(type(counter.coding), "codebook", property(lambda _: open_handed))
    counter.begin(TALLY)
    counter.press("q", "q", at_ms=9_000)
    assert counter.panel.pad.buttons["q"].text() == "Q   Question (2)"
    assert counter.panel.pad.buttons["gi"].text() == "G   Giving information (0)"


def test_a_code_that_is_not_counted_is_refused_and_said(counter: Counter) -> None:
    counter.begin(TALLY)
    refused = QSignalSpy(counter.coding.refused)
    counter.panel.mark("unknown")
    assert refused.count() == 1
    assert counter.codes() == []


def test_opening_again_goes_on_with_a_new_volley(counter: Counter) -> None:
    counter.begin(VOLLEY)
    counter.press("q", "Return", "q", at_ms=9_000)
    counter.panel.open_coding(counter.coding)
    assert counter.panel.open_volley == 2


def test_every_control_has_a_name_and_a_target_of_24_pixels(counter: Counter) -> None:
    counter.begin(VOLLEY)
    buttons = counter.panel.pad.buttons
    assert {b.accessibleName() for b in buttons.values()} >= {"Question, key Q"}
    assert all(min(b.width(), b.height()) >= 24 for b in buttons.values())
    assert all(b.height() >= 24 for b in counter.panel.events.commands.values() if b.isVisible())
