from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QFileDialog, QLabel, QMessageBox, QTextBrowser
from pytestqt.qtbot import QtBot

from practicecoder.domain.coding import Rating
from practicecoder.domain.people import Coder, Role
from practicecoder.errors import DiskFullError
from practicecoder.services.changes import ChangeKind, StudyChange
from practicecoder.services.context import StudyServices
from practicecoder.services.meetings import MeetingState
from practicecoder.ui.consensus.dialogs import FinishQuestion, ReopenDialog, SessionDialog
from practicecoder.ui.widgets.codebook_page import CodebookPage
from practicecoder.ui.widgets.rule_out import RuleOutDialog
from practicecoder.vault.sound_file import SoundFile
from tests.builders import ANNA, BEN, CARA, LEAD, add_coding, add_people, ratings_of
from tests.ui.consensus.conftest import CODE, SECOND, SESSION, Media, Table
from tests.ui.finding import the, the_button

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
Key = Qt.Key
AS_LEAD = frozenset({Role.LEAD})


def dialog(qtbot: QtBot, kind: type[QDialog], table: Table) -> QDialog:
    """Wait for a dialog, which then has the keys."""

    def shown() -> list[QDialog]:
        return [d for d in table.page.findChildren(kind) if d.isVisible()]

    qtbot.waitUntil(lambda: bool(shown()))
    found = shown()[0]
    found.activateWindow()
    qtbot.waitUntil(lambda: found.isAncestorOf(table.focused) or found is table.focused)
    return found


def words_of(table: Table) -> str:
    return "\n".join(w.text() for w in table.page.findChildren(QLabel) if w.isVisible())


# The list


def test_a_coder_sees_their_own_meetings_by_the_blind_code(table: Table) -> None:
    table.sit_down(ANNA)

    shown = table.page.meetings.table.rows_model().tsv()
    assert "S-BLIND1\tto hold\t2\t3\t4\t0 of 7" in shown
    assert SESSION not in shown
    assert table.page.meetings.summary == "1 of 1 meetings to hold; 3 dimensions to talk about"
    assert not table.page.meetings.names.isVisible()


def test_a_lead_sees_the_session_too(table: Table) -> None:
    table.sit_down(LEAD, AS_LEAD)

    assert f"S-BLIND1\t{SESSION}\tto hold" in table.page.meetings.table.rows_model().tsv()
    assert table.page.meetings.names.isVisible()


def test_a_coder_without_a_double_coded_session_is_told_when_meetings_open(table: Table) -> None:
    add_people(table.services, Coder(coder_id=CARA))
    table.sit_down(CARA)

    assert table.page.meetings.table.rows_model().rowCount() == 0
    assert table.page.meetings.summary == ""


def test_another_person_does_not_see_what_was_open(meeting: Table) -> None:
    add_people(meeting.services, Coder(coder_id=CARA))

    meeting.page.show_person(Coder(coder_id=CARA))

    assert not meeting.page.has_open_meeting
    assert meeting.page.meeting.open_meeting is None
    assert meeting.page.meetings.table.rows_model().rowCount() == 0


# The table of a meeting


def test_a_meeting_opens_with_the_widest_differences_first_and_equal_ones_folded(
    meeting: Table,
) -> None:
    head = meeting.page.meeting.header
    assert head.summary == "A and B   3 to talk about, 4 equal"
    assert [line[0] for line in meeting.lines()] == [
        "Evocation",
        "Autonomy",
        "Empathy",
        "▸ 4 equal",
    ]
    assert [line[3] for line in meeting.lines()] == [
        "N/A against rated",
        "two levels apart",
        "one level apart",
        "",
    ]
    assert SESSION not in words_of(meeting)
    assert meeting.focused is meeting.page.meeting.table


def test_enter_goes_on_and_on_the_fold_shows_the_equal_ones(meeting: Table) -> None:
    for _ in range(4):
        meeting.press(Key.Key_Return)

    rows = meeting.lines()
    assert rows[3][0] == "▾ 4 equal"
    assert rows[4][:4] == ["Clarity about concerns", *rows[4][1:3], "equal; B unsure"] or (
        rows[4][3] == "equal; A unsure"
    )
    meeting.press(Key.Key_Return)
    assert len(meeting.lines()) == 4


def test_a_digit_agrees_on_a_level_of_the_dimension_with_the_cursor(meeting: Table) -> None:
    meeting.press(Key.Key_Down)
    meeting.type("3")

    assert meeting.stored().agreed["autonomy"] == Rating.rated(3)
    assert meeting.lines()[1][-1] == "3"
    assert meeting.page.meeting.detail.level_buttons[3.0].isChecked()
    assert meeting.told[-1] == "Autonomy: 3"


@pytest.mark.parametrize("key", ["7", "0"])
def test_a_digit_that_is_no_level_is_told_and_agrees_on_nothing(meeting: Table, key: str) -> None:
    meeting.type(key)

    assert meeting.told[-1] == f"{key} is no level of this scale."
    assert meeting.stored().undecided == meeting.stored().rows


def test_n_agrees_on_not_applicable_with_a_reason(meeting: Table, qtbot: QtBot) -> None:
    meeting.press(Key.Key_N)
    dialog(qtbot, RuleOutDialog, meeting)
    meeting.press(Key.Key_1)
    meeting.press(Key.Key_Return)

    agreed = meeting.stored().agreed["evocation"]
    assert agreed.na_reason == "no_behaviour_change"
    assert meeting.lines()[0][-1] == "N/A"


def test_delete_takes_an_agreement_back(meeting: Table) -> None:
    meeting.type("3")
    meeting.press(Key.Key_Delete)

    assert meeting.stored().agreed["evocation"] == Rating()
    assert meeting.lines()[0][-1] == "–"


def test_undo_and_redo_are_further_acts(meeting: Table) -> None:
    meeting.type("3")
    meeting.type("4")

    meeting.press(Key.Key_Z, CONTROL)
    assert meeting.stored().agreed["evocation"] == Rating.rated(3)
    meeting.press(Key.Key_Z, CONTROL)
    assert meeting.stored().agreed["evocation"] == Rating()
    meeting.press(Key.Key_Z, CONTROL | SHIFT)
    assert meeting.stored().agreed["evocation"] == Rating.rated(3)
    assert meeting.page.meeting.header.undo.accessibleDescription() == "Evocation: 3"


def test_equal_ratings_are_taken_over_by_one_key_and_not_before(meeting: Table) -> None:
    assert meeting.lines()[3][-1] == "0 of 4"

    meeting.press(Key.Key_E)

    assert meeting.lines()[3][-1] == "4 of 4"
    assert [row.label for row in meeting.stored().undecided] == [
        "Evocation",
        "Autonomy",
        "Empathy",
    ]
    assert not the_button("Equal ones agreed", meeting.page).isEnabled()


def test_a_chip_agrees_and_shows_what_is_stored(meeting: Table) -> None:
    chips = meeting.page.meeting.detail.level_buttons
    chips[4.0].click()
    chips[4.0].click()

    assert meeting.stored().agreed["evocation"] == Rating.rated(4)
    assert chips[4.0].isChecked()
    assert [value for value, chip in chips.items() if chip.isChecked()] == [4.0]


# Evidence


def test_a_and_b_play_either_coders_moments_one_after_the_other(
    meeting: Table, media: list[Media]
) -> None:
    meeting.press(Key.Key_Down)
    labels = meeting.page.meeting.table.current_comparison
    assert labels is not None
    starts = {
        label: [piece.span.start_ms for piece in pieces]
        for label, pieces in labels.evidence.items()
    }
    assert sorted(starts.values()) == [[60_000, 70_000], [90_000, 100_000]]

    for key in (Key.Key_A, Key.Key_A, Key.Key_A, Key.Key_B):
        meeting.press(key)

    (library,) = media
    assert library.sound == SoundFile(meeting.services.path / "audio" / f"{1:064x}.flac")
    assert library.is_playing
    assert library.seeks[-4:] == [*starts["A"], starts["A"][0], starts["B"][0]]
    assert meeting.page.meeting.header.sound.what == "B · Autonomy"


def test_a_click_on_evidence_plays_it(meeting: Table, media: list[Media]) -> None:
    table = meeting.page.meeting.table
    index = table.rows_model().index(1, 5)

    QTest.mouseClick(
        table.viewport(),
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
        table.visualRect(index).center(),
    )

    comparison = table.current_comparison
    assert comparison is not None
    assert media[0].seeks[-1] == comparison.evidence["B"][0].span.start_ms


def test_a_coder_without_evidence_is_named(meeting: Table, media: list[Media]) -> None:
    meeting.press(Key.Key_A)

    assert meeting.told[-1] == "A noted no evidence here."
    assert media == []


def test_space_plays_and_pauses_and_another_page_pauses(
    meeting: Table, media: list[Media]
) -> None:
    playing = []
    for _ in range(3):
        meeting.press(Key.Key_Space)
        playing.append(media[0].is_playing)
    meeting.page.hide()
    playing.append(media[0].is_playing)

    assert playing == [True, False, True, False]


def test_what_coders_wrote_stands_beside_each_other(meeting: Table, qtbot: QtBot) -> None:
    meeting.press(Key.Key_Down)

    wanted = {f"▲ strength  “words of {c} {n}”" for c in (ANNA, BEN) for n in (0, 1)}
    qtbot.waitUntil(lambda: wanted <= set(words_of(meeting).splitlines()))


def test_notes_and_answers_that_differ_are_one_button_away(meeting: Table, qtbot: QtBot) -> None:
    the_button("Notes, answers, counts", meeting.page).click()

    text = the(QTextBrowser, dialog(qtbot, SessionDialog, meeting)).toPlainText()
    assert "note of A" in text
    assert "note of B" in text
    assert "Was a change in someone's behaviour discussed" in text
    meeting.press(Key.Key_Escape)


# Decisions


def test_a_decision_is_written_and_undone_as_one(meeting: Table) -> None:
    meeting.press(Key.Key_Down)
    meeting.press(Key.Key_D)
    field = meeting.page.meeting.detail.decision
    assert field.hasFocus()

    meeting.type("Asking is not enough.")
    field.flush()
    meeting.type(" It needs a choice.")
    meeting.press(Key.Key_Escape)

    assert meeting.page.meeting.table.hasFocus()
    assert meeting.stored().decisions == {"autonomy": "Asking is not enough. It needs a choice."}
    meeting.press(Key.Key_Z, CONTROL)
    assert meeting.stored().decisions == {}
    assert field.toPlainText() == ""


def test_a_decision_is_saved_when_the_cursor_goes_on_and_when_the_page_is_left(
    meeting: Table,
) -> None:
    field = meeting.page.meeting.detail.decision
    meeting.press(Key.Key_D)
    meeting.type("First.")
    meeting.page.meeting.table.selectRow(1)
    assert meeting.stored().decisions == {"evocation": "First."}
    assert field.item == "autonomy"
    assert field.toPlainText() == ""

    field.setFocus()
    meeting.type("Second.")
    meeting.page.leave()

    assert meeting.stored().decisions == {"evocation": "First.", "autonomy": "Second."}


def test_a_decision_that_cannot_be_stored_stays_until_it_can(
    meeting: Table, monkeypatch: pytest.MonkeyPatch
) -> None:
    field = meeting.page.meeting.detail.decision

    def refuse() -> None:
        raise DiskFullError

    with monkeypatch.context() as patch:
        patch.setattr(meeting.services.context.store, "transaction", refuse)
        meeting.press(Key.Key_D)
        meeting.type("Not to be lost.")
        field.flush()
        assert field.toPlainText() == "Not to be lost."
        meeting.page.meeting.table.selectRow(1)
        assert field.toPlainText() == ""
        meeting.page.meeting.table.selectRow(0)
        assert field.toPlainText() == "Not to be lost."
        assert not meeting.page.flush()
        meeting.page.close_meeting()
        assert field.item == "evocation"
    assert meeting.page.flush()

    assert meeting.stored().decisions == {"evocation": "Not to be lost."}


def test_letters_typed_into_a_decision_are_only_words(meeting: Table) -> None:
    meeting.press(Key.Key_D)
    meeting.type("A 3, N or E")
    meeting.press(Key.Key_Escape)

    assert meeting.stored().undecided == meeting.stored().rows
    assert meeting.stored().decisions == {"evocation": "A 3, N or E"}


def test_f1_shows_the_page_of_the_dimension(meeting: Table, qtbot: QtBot) -> None:
    meeting.press(Key.Key_F1)

    assert "Evocation" in dialog(qtbot, CodebookPage, meeting).windowTitle()


# The end


def agree_on_all(meeting: Table) -> None:
    meeting.press(Key.Key_E)
    for level in "344":
        meeting.type(level)
        meeting.press(Key.Key_Return)


def test_a_whole_meeting_by_keyboard_alone(meeting: Table, qtbot: QtBot) -> None:
    originals = meeting.services.reliability.ratings()
    meeting.press(Key.Key_D)
    meeting.type("One plan is enough.")
    meeting.press(Key.Key_Escape)
    agree_on_all(meeting)

    meeting.press(Key.Key_Return, CONTROL)
    question = dialog(qtbot, FinishQuestion, meeting)
    assert isinstance(question, QMessageBox)
    assert "One decision joins the codebook." in question.informativeText()
    meeting.press(Key.Key_Return)
    qtbot.waitUntil(lambda: meeting.stored().is_finished)

    stored = meeting.stored()
    agreed = {
        dimension: rating.value
        for dimension, rating in stored.agreed.items()
        if dimension in ("evocation", "autonomy", "empathy", "collaboration")
    }
    assert agreed == {"evocation": 3, "autonomy": 4, "empathy": 4, "collaboration": 3}
    assert [a.text for a in meeting.services.decisions.addenda_of("evocation")] == [
        "One plan is enough."
    ]
    assert meeting.services.reliability.ratings() == originals
    assert "Finished and locked" in words_of(meeting)
    assert meeting.told[-1] == "The meeting over S-BLIND1 is finished."


def test_what_is_lacking_is_told_and_gone_to(meeting: Table) -> None:
    meeting.press(Key.Key_E)
    meeting.type("3")

    meeting.press(Key.Key_Return, CONTROL)

    assert meeting.page.meeting.notices.texts == ("Not agreed yet: Autonomy, Empathy.",)
    current = meeting.page.meeting.table.current_comparison
    assert current is not None
    assert current.dimension_id == "autonomy"
    assert not meeting.page.findChildren(FinishQuestion)


def test_the_question_can_be_answered_with_not_yet(meeting: Table, qtbot: QtBot) -> None:
    agree_on_all(meeting)
    meeting.press(Key.Key_Return, CONTROL)
    dialog(qtbot, FinishQuestion, meeting)

    meeting.press(Key.Key_Escape)

    assert meeting.stored().state is MeetingState.BEGUN


def test_a_finished_meeting_is_read_and_no_longer_changed(meeting: Table) -> None:
    agree_on_all(meeting)
    meeting.services.consensus.finish(CODE, ANNA)
    meeting.page.refresh(StudyChange(kinds=frozenset({ChangeKind.CODINGS})))

    meeting.page.meeting.table.selectRow(2)
    meeting.type("1")

    assert meeting.stored().agreed["empathy"] == Rating.rated(4)
    assert meeting.told[-1] == "This meeting is finished and what was agreed is locked."
    assert meeting.page.meeting.detail.decision.isReadOnly()
    assert not the_button("Open again…", meeting.page).isVisible()


def test_a_lead_opens_a_finished_meeting_again_with_a_reason(table: Table, qtbot: QtBot) -> None:
    consensus = table.services.consensus
    consensus.take_over_equal(CODE, LEAD)
    for row in consensus.open(CODE, LEAD).undecided:
        consensus.agree(CODE, row.dimension_id, Rating.rated(3), LEAD)
    consensus.finish(CODE, LEAD)
    table.sit_down(LEAD, AS_LEAD)
    table.press(Key.Key_Return)

    the_button("Open again…", table.page).click()
    asked = dialog(qtbot, ReopenDialog, table)
    assert not the_button("Open again", asked).isEnabled()
    table.type("a slip")
    the_button("Open again", asked).click()

    assert table.stored().state is MeetingState.BEGUN
    assert the_button("Finish…", table.page).isVisible()


def test_an_act_that_is_refused_is_told_and_changes_nothing(meeting: Table) -> None:
    meeting.press(Key.Key_E)
    for row in meeting.stored().undecided:
        meeting.services.consensus.agree(CODE, row.dimension_id, Rating.rated(3), BEN)
    meeting.services.consensus.finish(CODE, BEN)

    meeting.type("5")

    assert "finished" in meeting.page.meeting.notices.texts[0]
    assert meeting.lines()[0][-1] == "3"


def test_a_meeting_that_may_no_longer_be_seen_is_closed(meeting: Table) -> None:
    add_people(meeting.services, Coder(coder_id=CARA))
    ratings = ratings_of(meeting.services.codebook, SECOND)
    add_coding(meeting.services, SESSION, CARA, ratings, submitted=False)

    meeting.page.refresh(StudyChange(kinds=frozenset({ChangeKind.ASSIGNMENTS})))

    assert not meeting.page.has_open_meeting


# Names


def test_the_lead_decides_whether_meetings_show_names(table: Table) -> None:
    table.sit_down(LEAD, AS_LEAD)
    table.page.meetings.names.click()
    assert table.services.settings.current().names_in_meetings

    table.sit_down(ANNA)
    table.press(Key.Key_Return)

    names = table.stored().names
    assert sorted(names.values()) == ["A", "B"]
    assert table.page.meeting.header.summary.startswith(f"A ({names['A']}) and B ({names['B']})")


# The codebook


def finished_with_a_decision(services: StudyServices) -> None:
    consensus = services.consensus
    consensus.decide(CODE, "empathy", "Naming is not enough.", ANNA)
    consensus.take_over_equal(CODE, ANNA)
    for row in consensus.open(CODE, ANNA).undecided:
        consensus.agree(CODE, row.dimension_id, Rating.rated(3), ANNA)
    consensus.finish(CODE, ANNA)


def test_the_codebook_shows_addenda_under_their_item(table: Table) -> None:
    finished_with_a_decision(table.services)
    table.sit_down(ANNA)
    table.page._tabs.setCurrentIndex(1)
    view = table.page.codebook

    assert view.table.select_key("empathy")

    text = view.page.toPlainText()
    assert "Agreed in this laboratory" in text
    assert "Naming is not enough." in text
    assert SESSION not in text
    assert not view.save.isVisible()
    view.table.select_key(table.services.codebook.count_ids[0])
    assert "Naming" not in view.page.toPlainText()


def test_the_lead_saves_the_decisions_as_a_table(
    table: Table, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    finished_with_a_decision(table.services)
    table.sit_down(LEAD, AS_LEAD)
    table.page._tabs.setCurrentIndex(1)
    target = tmp_path / "decisions.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))

    the_button("Save decisions…", table.page).click()

    assert "Naming is not enough." in target.read_text(encoding="utf-8")
    assert table.told[-1] == "decisions.csv was written."


def test_in_a_study_opened_to_read_a_meeting_can_be_looked_at(
    table: Table, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(type(table.services), "read_only", property(lambda _: True))
    table.sit_down(ANNA)
    table.press(Key.Key_Return)

    table.type("3")

    assert table.told[-1] == "This study is open for reading only."
    assert table.stored().undecided == table.stored().rows


def test_going_back_shows_how_far_the_meeting_is(meeting: Table, qtbot: QtBot) -> None:
    meeting.press(Key.Key_E)

    the_button("All meetings", meeting.page).click()

    rows = meeting.page.meetings.table.rows_model()
    qtbot.waitUntil(lambda: "begun\t2\t3\t4\t4 of 7" in rows.tsv(), timeout=20_000)
    assert not meeting.page.has_open_meeting
