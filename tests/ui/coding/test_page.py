from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QLabel,
    QMessageBox,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from practicecoder.audio.intake import Intake
from practicecoder.domain.coding import (
    NOT_YET_RATED,
    CodingState,
    Evidence,
    Note,
    Polarity,
    Rating,
)
from practicecoder.domain.ids import BlindCode
from practicecoder.domain.spans import TimeSpan
from practicecoder.errors import NotAllowedError, StoreFailedError
from practicecoder.services.changes import ChangeKind
from practicecoder.services.context import StudyServices
from practicecoder.ui.coding.page import CodingPage
from practicecoder.ui.coding.panels import PanelName
from practicecoder.ui.coding.submit import SubmitSheet
from practicecoder.ui.settings import Settings
from practicecoder.ui.widgets.codebook_page import CodebookPage
from practicecoder.ui.widgets.rule_out import RuleOutDialog
from tests.ui.coding.made_up import CODE, CODER, SECONDS, a_scale, make_study
from tests.ui.coding.studio import CONTROL, NONE, SHIFT, Studio

KEY = Qt.Key


def dialog(qtbot: QtBot, kind: type[QWidget], page: CodingPage) -> QWidget:
    """Dialog of a kind, once it is open."""

    def is_open() -> bool:
        return any(each.isVisible() for each in page.findChildren(kind))

    qtbot.waitUntil(is_open)
    return next(each for each in page.findChildren(kind) if each.isVisible())


# Opening and closing


def test_a_session_opens_at_the_second_where_its_coder_stopped(
    qtbot: QtBot, studio: Studio, settings: Settings
) -> None:
    page = studio.page
    page.listening.player.seek(12_400)
    page.close_session()
    assert page.coding is None
    assert studio.stored().position_ms == 12_400
    place = settings.last_place(studio.services.study.study_id, CODER)
    assert place is not None
    assert (place.blind_code, place.position_ms) == (CODE, 12_400)
    page.open_session(CODE, CODER)
    qtbot.waitUntil(lambda: page.listening.player.position_ms == 12_400)
    assert page.listening.transport.time.text() == "00:12.4"
    assert studio.stored().position_ms == 12_400


def test_keys_that_would_change_something_say_why_they_do_not(
    studio: Studio, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = studio.stored()
    monkeypatch.setattr(StudyServices, "read_only", True)
    studio.page.close_session()
    studio.page.open_session(CODE, CODER)
    page = studio.page
    told: list[str] = []

    def press(go: Callable[[], object], key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
        page.banner.hide()
        go()
        studio.press(key, held)
        told.append(page.banner.text)

    def on_waveform() -> None:
        page.listening.waveform.setFocus()

    press(on_waveform, KEY.Key_E)
    press(on_waveform, KEY.Key_F9)
    press(on_waveform, KEY.Key_S)
    press(on_waveform, KEY.Key_J, CONTROL)
    press(on_waveform, KEY.Key_Return, CONTROL)
    press(on_waveform, KEY.Key_Z, CONTROL)
    press(on_waveform, KEY.Key_H, CONTROL | SHIFT)
    for key in (KEY.Key_4, KEY.Key_U, KEY.Key_N, KEY.Key_Delete):
        press(lambda: studio.go_to_card(1), key)
    assert set(told) == {"This study is open for reading only: nothing can be changed here."}
    page.banner.hide()
    on_waveform()
    studio.press(KEY.Key_Right)
    assert page.banner.text == ""
    assert studio.stored() == before
    assert not [d for d in page.findChildren(QDialog) if d.isVisible()]


def test_concern_is_offered_only_where_it_can_be_kept(
    studio: Studio, monkeypatch: pytest.MonkeyPatch
) -> None:
    (button,) = [b for b in studio.page.header.findChildren(QToolButton) if "concern" in b.text()]
    assert button.isEnabled()
    assert "Ctrl+Shift+H" in button.toolTip()
    monkeypatch.setattr(StudyServices, "read_only", True)
    studio.page.close_session()
    studio.page.open_session(CODE, CODER)
    assert not button.isEnabled()
    assert button.toolTip() == button.accessibleDescription()
    assert "reading only" in button.toolTip()


def test_opening_alone_does_not_move_the_stored_position(qtbot: QtBot, studio: Studio) -> None:
    studio.page.listening.player.seek(9_000)
    studio.page.close_session()
    studio.page.open_session(CODE, CODER)
    assert studio.stored().position_ms == 9_000
    qtbot.waitUntil(lambda: studio.page.listening.player.duration_ms > 0)
    assert studio.stored().position_ms == 9_000


def test_a_session_of_another_queue_is_refused_and_the_open_one_stays(studio: Studio) -> None:
    with pytest.raises(NotAllowedError):
        studio.page.open_session(BlindCode("S-NOBODY"), CODER)
    assert studio.page.coding is not None


def test_the_page_shows_nothing_that_breaks_the_blind(studio: Studio) -> None:
    shown = " ".join(
        str(widget.property("text") or "") + widget.accessibleName()
        for widget in studio.page.findChildren(QWidget)
    )
    assert CODE in shown
    assert "V-0001" not in shown


# Listening


def test_play_and_pause_by_key_from_anywhere(qtbot: QtBot, studio: Studio) -> None:
    player = studio.page.listening.player
    playing: list[bool] = []
    studio.press(KEY.Key_Space)
    playing.append(player.is_playing)
    studio.page.notes.field.setFocus()
    studio.press(KEY.Key_F4)
    playing.append(player.is_playing)
    studio.press(KEY.Key_Space, CONTROL)
    playing.append(player.is_playing)
    studio.press(KEY.Key_F4)
    assert playing == [True, False, True]
    assert studio.page.notes.field.toPlainText() == ""


def test_steps_back_and_forward(studio: Studio) -> None:
    player = studio.page.listening.player
    for key, held, expected in (
        (KEY.Key_Right, Qt.KeyboardModifier.NoModifier, 5_000),
        (KEY.Key_F3, Qt.KeyboardModifier.NoModifier, 10_000),
        (KEY.Key_Left, SHIFT, 9_000),
        (KEY.Key_Period, Qt.KeyboardModifier.NoModifier, 9_200),
        (KEY.Key_J, Qt.KeyboardModifier.NoModifier, 4_200),
        (KEY.Key_F2, Qt.KeyboardModifier.NoModifier, 0),
    ):
        studio.press(key, held)
        assert player.position_ms == expected


def test_speed_goes_in_tenths_and_has_a_second_value(studio: Studio) -> None:
    player = studio.page.listening.player
    studio.press(KEY.Key_F8)
    studio.press(KEY.Key_F8)
    assert player.speed == 1.2
    studio.press(KEY.Key_F7)
    assert player.speed == 1.1
    studio.press(KEY.Key_F7, SHIFT)
    assert player.speed == 1.5
    studio.press(KEY.Key_F7, SHIFT)
    assert player.speed == 1.1


def test_a_loop_is_set_by_its_ends_and_switched(studio: Studio) -> None:
    player = studio.page.listening.player
    player.seek(4_000)
    studio.press(KEY.Key_BracketLeft)
    player.seek(9_000)
    button = studio.page.listening.transport.loop
    seen: list[tuple[TimeSpan | None, bool]] = []
    for key in (KEY.Key_BracketRight, KEY.Key_Backslash):
        studio.press(key)
        seen.append((player.loop, button.isChecked()))
    assert seen == [(TimeSpan(4_000, 9_000), True), (None, False)]


def test_a_typed_time_is_gone_to(qtbot: QtBot, studio: Studio) -> None:
    studio.page.listening.transport.time.setFocus()
    studio.type("0:21,5")
    studio.press(KEY.Key_Return)
    assert studio.page.listening.player.position_ms == 21_500
    assert studio.stored().position_ms == 21_500


def test_what_was_heard_is_stored_at_the_pause(qtbot: QtBot, studio: Studio) -> None:
    player = studio.page.listening.player
    player.set_speed(2.0)
    player.play()
    qtbot.waitUntil(lambda: player.position_ms > 800)
    player.pause()
    (heard,) = studio.stored().heard
    assert heard.start_ms == 0
    assert heard.end_ms >= 800
    assert studio.stored().position_ms == player.position_ms
    share = int(heard.duration_ms / (SECONDS * 1000) * 100)
    assert studio.page.listening.heard.text == f"Heard {share}%"


def test_the_next_gap_is_played(qtbot: QtBot, studio: Studio) -> None:
    coding = studio.page._coding
    assert coding is not None
    coding.hear(TimeSpan(0, 8_000), 1.0)
    studio.press(KEY.Key_G, CONTROL)
    player = studio.page.listening.player
    assert player.is_playing
    qtbot.waitUntil(lambda: player.position_ms >= 8_000)
    player.pause()
    assert all(span.start_ms >= 8_000 for span in studio.stored().heard if span.start_ms)


def test_the_waveform_is_there(qtbot: QtBot, studio: Studio) -> None:
    qtbot.waitUntil(lambda: studio.page.listening.waveform.message == "")


def test_a_waveform_that_is_not_there_is_made_off_the_page(
    qtbot: QtBot, tmp_path: Path, sound: Intake, settings: Settings
) -> None:
    services = make_study(tmp_path / "study", sound=sound)
    (kept,) = services.context.store.cache_dir.iterdir()
    kept.unlink()
    page = CodingPage(services, settings)
    qtbot.addWidget(page)
    page.open_session(CODE, CODER)

    assert page.listening.waveform.message != ""
    qtbot.waitUntil(lambda: page.listening.waveform.message == "")
    qtbot.waitUntil(kept.is_file)

    page.close_session()
    services.close()


def test_a_missing_recording_is_told_and_coding_goes_on(
    qtbot: QtBot, tmp_path: Path, sound: Intake, settings: Settings
) -> None:
    services = make_study(tmp_path / "study", sound=sound)
    store = services.context.store
    for file in (*store.audio_dir.iterdir(), *store.cache_dir.iterdir()):
        file.unlink()
    page = CodingPage(services, settings)
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    page.open_session(CODE, CODER)
    qtbot.waitUntil(lambda: "can be coded all the same" in " ".join(page.listening.texts))
    qtbot.waitUntil(lambda: page.listening.waveform.message == "The waveform cannot be shown.")
    assert page._coding is not None
    assert page._coding.rate("empathy", 4)
    page.close_session()
    services.close()


def test_a_session_without_sound_can_be_coded(
    qtbot: QtBot, tmp_path: Path, settings: Settings
) -> None:
    services = make_study(tmp_path / "study")
    page = CodingPage(services, settings)
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    page.open_session(CODE, CODER)
    assert page.listening.texts == (
        "This session has no recording. The session can be coded all the same.",
    )
    page.make_evidence()
    assert page.coding is not None
    assert [e.span for e in page.coding.evidence] == [TimeSpan(0, 0)]
    page.close_session()
    services.close()


# Rating


def test_a_digit_in_a_card_rates_and_is_stored(qtbot: QtBot, studio: Studio) -> None:
    studio.go_to_card(3)
    with qtbot.waitSignal(studio.page.study_changed) as told, qtbot.waitSignal(studio.page.saved):
        studio.press(KEY.Key_4)
    assert studio.stored().rating("empathy") == Rating.rated(4)
    assert told.args[0].concerns(ChangeKind.CODINGS)
    assert studio.page.header.saved_text.startswith("All changes saved ")


def test_digits_elsewhere_rate_nothing(studio: Studio) -> None:
    studio.press(KEY.Key_4)
    assert studio.stored().ratings == {}


def test_enter_walks_down_the_cards(studio: Studio) -> None:
    studio.go_to_card(1)
    studio.press(KEY.Key_Up)
    studio.press(KEY.Key_Return)
    studio.press(KEY.Key_Return)
    assert studio.stored().rating("collaboration") == Rating.rated(4)
    assert studio.stored().rating("autonomy") == Rating.rated(3)
    assert studio.page.cards.active_dimension == "empathy"


def test_unsure_and_clear(studio: Studio) -> None:
    studio.go_to_card(1)
    studio.type("2u")
    assert studio.stored().rating("collaboration") == Rating.rated(2, unsure=True)
    studio.press(KEY.Key_Backspace)
    assert studio.stored().rating("collaboration") == NOT_YET_RATED


def test_next_unrated_goes_round(studio: Studio) -> None:
    studio.go_to_card(7)
    studio.type("3")
    studio.press(KEY.Key_F12)
    assert studio.page.cards.active_dimension == "collaboration"
    studio.type("3")
    studio.press(KEY.Key_F12)
    assert studio.page.cards.active_dimension == "autonomy"


def test_not_applicable_asks_for_a_reason(qtbot: QtBot, studio: Studio) -> None:
    studio.go_to_card(7)
    studio.type("n")
    asked = dialog(qtbot, RuleOutDialog, studio.page)
    assert isinstance(asked, RuleOutDialog)
    studio.wait_for_focus_in(asked)
    studio.type("1")
    studio.press(KEY.Key_Tab)
    studio.type("far away")
    studio.press(KEY.Key_Return)
    rating = studio.stored().rating("child_focus")
    assert rating == Rating.not_applicable("inaudible", note="far away")
    state = studio.page.cards.card("child_focus").state
    assert state.spoken == "not applicable: Audio too poor to rate"


def test_no_reason_is_preselected(qtbot: QtBot, studio: Studio) -> None:
    studio.page.rule_out("empathy")
    asked = dialog(qtbot, RuleOutDialog, studio.page)
    assert isinstance(asked, RuleOutDialog)
    assert asked.chosen is None
    asked.accept()
    assert asked.isVisible()
    asked.reject()
    assert studio.stored().rating("empathy") == NOT_YET_RATED


def test_the_answer_no_rules_evocation_out_by_itself(studio: Studio) -> None:
    studio.page.answer("behaviour_change_discussed", False)
    assert studio.stored().rating("evocation").na_reason == "no_behaviour_change"
    studio.page.cards.go_to_card("evocation")
    studio.press(KEY.Key_3)
    assert "cannot be rated" in studio.page.banner.text
    assert not any(row.isChecked() for row in studio.page.cards.card("evocation").rows)


def test_an_answer_that_withdraws_a_rating_asks_first(qtbot: QtBot, studio: Studio) -> None:
    page = studio.page
    page.answer("behaviour_change_discussed", True)
    page.cards.go_to_card("evocation")
    studio.type("2")
    page.answer("behaviour_change_discussed", False)
    question = dialog(qtbot, QMessageBox, page)
    assert isinstance(question, QMessageBox)
    assert "Evocation" in question.text()
    qtbot.mouseClick(question.escapeButton(), Qt.MouseButton.LeftButton)
    assert studio.stored().rating("evocation") == Rating.rated(2)
    assert studio.stored().answers["behaviour_change_discussed"] is True
    page.answer("behaviour_change_discussed", False)
    question = dialog(qtbot, QMessageBox, page)
    assert isinstance(question, QMessageBox)
    go_on = next(b for b in question.buttons() if b is not question.escapeButton())
    qtbot.mouseClick(go_on, Qt.MouseButton.LeftButton)
    assert studio.stored().rating("evocation").na_reason == "no_behaviour_change"
    studio.press(KEY.Key_Z, CONTROL)
    assert studio.stored().rating("evocation") == Rating.rated(2)


def test_a_click_on_another_card_rates_what_is_under_the_pointer(
    qtbot: QtBot, studio: Studio
) -> None:
    studio.go_to_card(1)
    row = studio.page.cards.card("autonomy").rows[1]
    qtbot.waitUntil(lambda: row.height() > 0)
    qtbot.mouseClick(row, Qt.MouseButton.LeftButton)
    assert studio.stored().rating("autonomy") == Rating.rated(row.value)
    assert studio.stored().rating("collaboration") == NOT_YET_RATED
    qtbot.waitUntil(lambda: row.is_full)


def test_undo_and_redo_by_key(studio: Studio) -> None:
    studio.go_to_card(1)
    studio.type("25")
    assert studio.page.undo_stack.undoText() == "Collaboration: 2 to 5"
    studio.press(KEY.Key_Z, CONTROL)
    assert studio.stored().rating("collaboration") == Rating.rated(2)
    studio.press(KEY.Key_Y, CONTROL)
    assert studio.stored().rating("collaboration") == Rating.rated(5)


def test_undo_in_a_text_field_is_the_fields_own(studio: Studio) -> None:
    studio.go_to_card(1)
    studio.type("2")
    studio.page.notes.field.setFocus()
    studio.type("word")
    studio.press(KEY.Key_Z, CONTROL)
    assert studio.page.notes.field.toPlainText() == ""
    assert studio.stored().rating("collaboration") == Rating.rated(2)


def test_a_full_disk_shows_a_banner_and_what_is_stored(
    studio: Studio, monkeypatch: pytest.MonkeyPatch
) -> None:
    studio.go_to_card(1)
    studio.type("2")

    def refuse() -> None:
        raise StoreFailedError("the disk is full")

    with monkeypatch.context() as patch:
        patch.setattr(studio.services.context.store, "transaction", refuse)
        studio.type("5")
        assert "the disk is full" in studio.page.banner.text
        card = studio.page.cards.card("collaboration")
        assert [row.value for row in card.rows if row.isChecked()] == [2]
    studio.type("4")
    assert studio.page.banner.text == ""
    assert studio.stored().rating("collaboration") == Rating.rated(4)


# Evidence and notes


def test_evidence_is_set_back_and_does_not_stop_the_sound(qtbot: QtBot, studio: Studio) -> None:
    player = studio.page.listening.player
    studio.go_to_card(3)
    player.seek(10_000)
    player.play()
    studio.press(KEY.Key_F9)
    assert player.is_playing
    player.pause()
    (evidence,) = studio.stored().evidence
    assert 7_000 <= evidence.span.start_ms < 8_000
    assert evidence.dimension_ids == ("empathy",)
    assert evidence.polarity is Polarity.NEUTRAL


def test_evidence_never_lies_before_the_segment(studio: Studio) -> None:
    studio.press(KEY.Key_E)
    assert studio.stored().evidence[0].span == TimeSpan(0, 0)
    assert studio.stored().evidence[0].dimension_ids == ("collaboration",)


def test_strength_and_to_build_by_key(studio: Studio) -> None:
    studio.type("es")
    assert studio.stored().evidence[0].polarity is Polarity.STRENGTH
    studio.type("b")
    assert studio.stored().evidence[0].polarity is Polarity.TO_BUILD


def test_a_span_has_a_beginning_and_an_end(studio: Studio) -> None:
    player = studio.page.listening.player
    player.seek(8_000)
    studio.press(KEY.Key_F9, SHIFT)
    assert studio.stored().evidence == ()
    player.seek(12_000)
    studio.press(KEY.Key_F9, SHIFT)
    assert studio.stored().evidence[0].span == TimeSpan(5_000, 12_000)


def test_words_of_evidence_are_saved_on_leaving(qtbot: QtBot, studio: Studio) -> None:
    studio.press(KEY.Key_E)
    studio.page.evidence.table.setFocus()
    studio.press(KEY.Key_Return)
    studio.type("worn out")
    studio.press(KEY.Key_Tab)
    studio.press(KEY.Key_J, CONTROL)
    studio.type("again")
    studio.page.listening.setFocus()
    (evidence,) = studio.stored().evidence
    assert (evidence.quote, evidence.note) == ("worn out", "[00:00] again")


def test_the_editor_changes_times_dimensions_and_share(qtbot: QtBot, studio: Studio) -> None:
    studio.press(KEY.Key_E)
    studio.page.evidence.edit_selected()
    editor = studio.page.evidence.editor
    editor._start.setFocus()
    studio.type("0:04")
    studio.press(KEY.Key_Return)
    editor._end.setFocus()
    studio.type("0:09")
    studio.press(KEY.Key_Return)
    qtbot.mouseClick(editor._dimension_chips["empathy"], Qt.MouseButton.LeftButton)
    editor._share.setFocus()
    studio.press(KEY.Key_Space)
    (evidence,) = studio.stored().evidence
    assert evidence.span == TimeSpan(4_000, 9_000)
    assert evidence.dimension_ids == ("collaboration", "empathy")
    assert evidence.share


def test_a_time_outside_the_segment_goes_back(studio: Studio) -> None:
    studio.press(KEY.Key_E)
    studio.page.evidence.edit_selected()
    start = studio.page.evidence.editor._start
    start.setFocus()
    studio.type("59:00")
    studio.press(KEY.Key_Return)
    assert "outside the coded segment" in studio.page.banner.text
    assert start.text() == "00:00.0"
    assert studio.stored().evidence[0].span == TimeSpan(0, 0)


def test_the_last_dimension_of_evidence_cannot_be_taken_away(qtbot: QtBot, studio: Studio) -> None:
    studio.press(KEY.Key_E)
    studio.page.evidence.edit_selected()
    chip = studio.page.evidence.editor._dimension_chips["collaboration"]
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert chip.isChecked()
    assert studio.stored().evidence[0].dimension_ids == ("collaboration",)


def test_evidence_made_while_writing_does_not_take_the_words(studio: Studio) -> None:
    studio.press(KEY.Key_E)
    studio.page.evidence.table.setFocus()
    studio.press(KEY.Key_Return)
    studio.type("first ")
    studio.page.listening.player.seek(9_000)
    studio.press(KEY.Key_F9)
    studio.type("words")
    studio.press(KEY.Key_S, CONTROL)
    assert [e.quote for e in studio.stored().evidence] == ["first words", ""]


def test_enter_passes_over_a_dimension_that_is_ruled_out(studio: Studio) -> None:
    studio.page.answer("behaviour_change_discussed", False)
    studio.go_to_card(4)
    studio.press(KEY.Key_Return)
    assert studio.page.cards.active_dimension == "purposefulness"
    assert studio.page.banner.text == ""


def test_n_on_a_dimension_that_is_ruled_out_says_why(studio: Studio) -> None:
    studio.page.answer("behaviour_change_discussed", False)
    studio.go_to_card(4)
    studio.press(KEY.Key_N)
    assert "by the answer to" in studio.page.banner.text
    assert studio.page.findChildren(RuleOutDialog) == []


def test_evidence_is_removed_and_brought_back(studio: Studio) -> None:
    studio.press(KEY.Key_E)
    studio.page.evidence.table.setFocus()
    studio.press(KEY.Key_Delete)
    assert studio.stored().evidence == ()
    studio.press(KEY.Key_Z, CONTROL)
    assert len(studio.stored().evidence) == 1


def test_choosing_evidence_plays_from_there(qtbot: QtBot, studio: Studio) -> None:
    coding, player = studio.page._coding, studio.page.listening.player
    assert coding is not None
    coding.put_evidence(
        Evidence(evidence_id="e1", span=TimeSpan(15_000, 15_000), dimension_ids=("empathy",))
    )
    studio.page.evidence.select("e1")
    studio.page.evidence.table.setFocus()
    studio.press(KEY.Key_Space)
    assert player.is_playing
    qtbot.waitUntil(lambda: player.position_ms >= 15_000)
    player.pause()


def test_evidence_is_counted_on_its_card(studio: Studio) -> None:
    studio.go_to_card(2)
    studio.press(KEY.Key_F9)
    assert studio.page.cards.card("autonomy").state.n_evidence == 1
    assert studio.page.cards.card("empathy").state.n_evidence == 0


def test_a_note_belongs_to_its_moment_and_saves_itself(qtbot: QtBot, studio: Studio) -> None:
    studio.page.listening.player.seek(7_000)
    studio.page.notes.field.setFocus()
    studio.type("two voices")
    qtbot.waitUntil(lambda: len(studio.stored().notes) == 1, timeout=5_000)
    (note,) = studio.stored().notes
    assert (note.text, note.at_ms) == ("two voices", 7_000)


def test_enter_ends_a_note_and_begins_another(studio: Studio) -> None:
    studio.page.notes.field.setFocus()
    studio.type("one")
    studio.press(KEY.Key_Return)
    studio.type("two")
    studio.press(KEY.Key_Return)
    assert sorted(note.text for note in studio.stored().notes) == ["one", "two"]
    assert studio.page.notes.field.toPlainText() == ""


def test_a_note_is_never_lost_on_closing(studio: Studio) -> None:
    studio.page.notes.field.setFocus()
    studio.type("half a sen")
    studio.page.close_session()
    assert [note.text for note in studio.stored().notes] == ["half a sen"]


def test_a_note_can_be_edited_timed_and_emptied_away(studio: Studio) -> None:
    notes = studio.page.notes
    notes.field.setFocus()
    studio.type("one")
    studio.press(KEY.Key_Return)
    notes.table.setFocus()
    notes.table.selectRow(0)
    studio.press(KEY.Key_Return)
    studio.type(" more")
    notes._time.setFocus()
    studio.press(KEY.Key_Backspace)
    studio.press(KEY.Key_Return)
    (note,) = studio.stored().notes
    assert (note.text, note.at_ms) == ("one more", None)
    notes.field.setFocus()
    notes.field.selectAll()
    studio.press(KEY.Key_Delete)
    studio.page.listening.setFocus()
    assert studio.stored().notes == ()


def test_a_stamp_goes_into_the_note(studio: Studio) -> None:
    studio.page.listening.player.seek(21_000)
    studio.press(KEY.Key_J, CONTROL)
    studio.type("dates")
    studio.press(KEY.Key_Return)
    (note,) = studio.stored().notes
    assert (note.text, note.at_ms) == ("[00:21] dates", 21_000)
    index = studio.page.notes.table.rows_model().index(0, 1)
    assert index.data() == "dates"


def test_words_that_cannot_be_stored_stay_in_the_field(
    studio: Studio, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse() -> None:
        raise StoreFailedError("the disk is full")

    studio.page.notes.field.setFocus()
    studio.type("important")
    with monkeypatch.context() as patch:
        patch.setattr(studio.services.context.store, "transaction", refuse)
        studio.press(KEY.Key_Return)
        assert "the disk is full" in studio.page.banner.text
        assert studio.page.notes.field.toPlainText() == "important"
    studio.press(KEY.Key_Return)
    assert [note.text for note in studio.stored().notes] == ["important"]


# Panels, help, saving


def test_f6_walks_through_the_panels(studio: Studio) -> None:
    page = studio.page
    card = page.cards.card("collaboration")
    areas: list[QWidget] = [
        page.queue.table,
        page.notes.field,
        page.listening.waveform,
        page.transcript,
        page.evidence.table,
        card,
    ]

    def place() -> int:
        focused = studio.focused
        return next(i for i, a in enumerate(areas) if a is focused or a.isAncestorOf(focused))

    visited = [place()]
    for _ in range(6):
        studio.press(KEY.Key_F6)
        visited.append(place())
    for _ in range(2):
        studio.press(KEY.Key_F6, SHIFT)
        visited.append(place())
    assert visited == [2, 3, 4, 5, 0, 1, 2, 1, 0]


def test_f1_opens_the_codebook_page_of_the_card(qtbot: QtBot, studio: Studio) -> None:
    studio.go_to_card(3)
    studio.press(KEY.Key_F1)
    shown = dialog(qtbot, CodebookPage, studio.page)
    assert shown.windowTitle().startswith("Empathy")
    shown.close()


def test_asking_to_save_saves_what_was_typed(studio: Studio) -> None:
    studio.page.notes.field.setFocus()
    studio.type("x")
    studio.press(KEY.Key_S, CONTROL)
    assert len(studio.stored().notes) == 1


def test_every_control_has_a_name(studio: Studio) -> None:
    studio.press(KEY.Key_E)
    studio.page.evidence.edit_selected()
    nameless = [
        type(widget).__name__
        for widget in studio.page.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.isVisible()
        and not widget.accessibleName()
        and not (isinstance(widget, QAbstractButton) and widget.text())
    ]
    assert nameless == []


def test_tab_goes_in_reading_order(studio: Studio) -> None:
    page = studio.page
    page.header._back.setFocus()
    areas: list[QWidget] = [page.header, *page.workbench.areas_in_order()]
    visited: list[int] = []
    for _ in range(80):
        place = next(
            i
            for i, area in enumerate(areas)
            if area is studio.focused or area.isAncestorOf(studio.focused)
        )
        visited.append(place)
        if place == 0 and len(areas) - 1 in visited:
            break
        studio.press(KEY.Key_Tab)
    first_round = visited[: visited.index(len(areas) - 1) + 1]
    assert first_round == sorted(first_round)
    assert set(first_round) == set(range(len(areas)))


def test_acts_and_trouble_are_read_out(studio: Studio, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[tuple[str, bool]] = []

    def hear(_widget: QWidget, text: str, *, assertive: bool = False) -> None:
        said.append((text, assertive))

    monkeypatch.setattr("practicecoder.ui.coding.page.announce", hear)
    monkeypatch.setattr("practicecoder.ui.coding.header.announce", hear)
    studio.page.answer("behaviour_change_discussed", False)
    studio.go_to_card(3)
    studio.type("4")
    studio.go_to_card(4)
    studio.type("2")
    assert ("Empathy: not yet rated to 4", False) in said
    assert said[-1][0].startswith("Evocation cannot be rated")
    assert said[-1][1]


@pytest.mark.parametrize("width", [1270, 1000, 640])
def test_nothing_is_cut_off_and_everything_can_be_hit(
    qtbot: QtBot, studio: Studio, width: int
) -> None:
    page = studio.page
    studio.press(KEY.Key_E)
    page.evidence.edit_selected()
    studio.go_to_card(2)
    page.resize(width, 690)

    def faults() -> list[str]:
        buttons = [b for b in page.findChildren(QAbstractButton) if b.isVisible()]
        labels = [x for x in page.findChildren(QLabel) if x.isVisible() and not x.wordWrap()]
        narrow: list[QWidget] = [
            w for w in (*buttons, *labels) if w.width() < w.minimumSizeHint().width()
        ]
        low: list[QWidget] = [b for b in buttons if min(b.width(), b.height()) < 24]
        return [f"{type(w).__name__} {w.accessibleName()}" for w in (*narrow, *low)]

    qtbot.waitUntil(lambda: faults() == [], timeout=3_000)


def test_what_gets_the_focus_comes_into_view(qtbot: QtBot, studio: Studio) -> None:
    page = studio.page
    page.resize(640, 420)
    studio.press(KEY.Key_E)
    page.evidence.table.setFocus()
    studio.press(KEY.Key_Return)
    editor = page.evidence.editor

    def is_in_view() -> bool:
        quote = studio.focused
        top = quote.mapTo(page, quote.rect().topLeft()).y()
        return editor.isAncestorOf(quote) and 0 < top < page.height() - quote.height()

    qtbot.waitUntil(is_in_view)


def test_the_foot_of_a_card_that_grew_as_it_was_rated_comes_into_view(
    qtbot: QtBot, studio: Studio
) -> None:
    studio.page.resize(1270, 800)
    column = studio.page.cards
    card, room = column.cards[-1], column._scroll.viewport()
    studio.go_to_card(len(column.cards))
    studio.wait_for_focus_in(card)
    qtbot.waitUntil(lambda: bottom(card, room) <= room.height())
    before = card.height()

    studio.press(KEY.Key_3)

    qtbot.waitUntil(lambda: card.height() > before)  # Clear takes a line of its own
    qtbot.waitUntil(lambda: bottom(card, room) <= room.height())


def bottom(card: QWidget, room: QWidget) -> int:
    return card.mapTo(room, card.rect().bottomLeft()).y()


# Submission


def test_the_sheet_lists_what_is_missing_and_leads_there(qtbot: QtBot, studio: Studio) -> None:
    studio.press(KEY.Key_Return, CONTROL)
    sheet = dialog(qtbot, SubmitSheet, studio.page)
    assert isinstance(sheet, SubmitSheet)
    texts = [link.text() for link in sheet.links]
    assert len(texts) == 8
    assert texts[0].startswith("Not answered: Was a change")
    assert texts[3] == "Empathy is not yet rated"
    qtbot.mouseClick(sheet.links[3], Qt.MouseButton.LeftButton)
    studio.wait_for_focus_in(studio.page.cards.card("empathy"))
    assert studio.stored().state is CodingState.OPEN


def test_a_short_listen_needs_a_reason(qtbot: QtBot, studio: Studio) -> None:
    studio.decide_everything()
    studio.press(KEY.Key_Return, CONTROL)
    sheet = dialog(qtbot, SubmitSheet, studio.page)
    assert isinstance(sheet, SubmitSheet)
    sheet.accept()
    assert studio.stored().state is CodingState.OPEN
    studio.wait_for_focus_in(sheet)
    studio.type("only noise")
    studio.press(KEY.Key_Return)
    assert studio.stored().state is CodingState.LOCKED
    assert studio.stored().short_listen_reason == "only noise"


def test_a_session_heard_in_full_asks_for_no_reason(qtbot: QtBot, studio: Studio) -> None:
    studio.decide_everything()
    coding = studio.page._coding
    assert coding is not None
    coding.hear(TimeSpan(0, SECONDS * 1000), 1.0)
    studio.press(KEY.Key_Return, CONTROL)
    sheet = dialog(qtbot, SubmitSheet, studio.page)
    assert isinstance(sheet, SubmitSheet)
    studio.wait_for_focus_in(sheet)
    with qtbot.waitSignal(studio.page.finished) as finished:
        studio.press(KEY.Key_Return)
    assert finished.args == [CODE]
    assert studio.stored().short_listen_reason == ""
    assert studio.stored().heard == (TimeSpan(0, SECONDS * 1000),)


def test_scores_are_hidden_until_the_lock(studio: Studio) -> None:
    studio.decide_everything()
    scores = studio.page.scores.scores
    dock = studio.page.workbench.dock(PanelName.SCORES)
    seen = [(dock.is_open, dock.toggleViewAction().isVisible())]
    assert scores.texts == {}
    coding = studio.page._coding
    assert coding is not None
    assert coding.submit("noise")
    seen.append((dock.is_open, dock.toggleViewAction().isVisible()))
    assert seen == [(False, False), (True, True)]
    assert scores.isVisible()
    assert scores.texts["care_engagement"] == "3.00"
    assert scores.texts["mi_spirit"].startswith("not estimable: ")


def test_a_locked_coding_is_read_only_and_leads_on(qtbot: QtBot, studio: Studio) -> None:
    studio.decide_everything()
    coding = studio.page._coding
    assert coding is not None
    coding.submit("noise")
    assert studio.page.undo_stack.count() == 0
    studio.go_to_card(1)
    studio.type("5nu")
    studio.press(KEY.Key_Delete)
    studio.press(KEY.Key_F9)
    assert studio.page.banner.text.startswith("This coding is submitted and locked.")
    studio.press(KEY.Key_Return, CONTROL)
    assert studio.stored().rating("collaboration") == Rating.rated(3)
    assert studio.stored().evidence == ()
    assert not [d for d in studio.page.findChildren(SubmitSheet) if d.isVisible()]
    with qtbot.waitSignal(studio.page.next_requested):
        studio.page.header.next_button.setFocus()
        studio.press(KEY.Key_Space)


def test_a_locked_coding_opens_read_only(qtbot: QtBot, studio: Studio) -> None:
    studio.decide_everything()
    coding = studio.page._coding
    assert coding is not None
    coding.submit("noise")
    studio.page.open_session(CODE, CODER)
    assert studio.page.header.saved_text == "Submitted and locked"
    assert studio.page.scores.scores.isVisible()
    assert not studio.page.cards.card("empathy").state.editable


# Painting


class Painted(QObject):
    """Which of some widgets are painted."""

    def __init__(self, widgets: Mapping[str, QWidget]) -> None:
        super().__init__()
        self.names: set[str] = set()
        self._widgets = dict(widgets)
        for widget in widgets.values():
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() is QEvent.Type.Paint:
            self.names |= {name for name, widget in self._widgets.items() if widget is watched}
        return False


def test_an_act_paints_only_panels_that_show_it(qtbot: QtBot, studio: Studio) -> None:
    page = studio.page
    painted = Painted(
        {
            "evidence": page.evidence.table.viewport(),
            "notes": page.notes.table.viewport(),
            "waveform": page.listening.waveform,
            "card": page.cards.card("collaboration"),
        }
    )
    studio.go_to_card(1)
    qtbot.waitUntil(lambda: "card" in painted.names)
    painted.names.clear()
    studio.type("4")
    qtbot.waitUntil(lambda: "card" in painted.names)
    assert painted.names == {"card"}
    painted.names.clear()
    assert page._coding is not None
    page._coding.put_note(Note(note_id="n", at_ms=1_000, text="made up"))
    qtbot.waitUntil(lambda: "notes" in painted.names)
    assert painted.names.isdisjoint({"evidence", "waveform"})


# Any codebook


def test_a_question_before_listening_stands_above_and_gets_the_focus(
    qtbot: QtBot, tmp_path: Path, settings: Settings
) -> None:
    from practicecoder.codebook import library

    services = make_study(tmp_path / "study", library.find("miti-4.2.1"))
    page = CodingPage(services, settings)
    qtbot.addWidget(page)
    page.resize(1270, 690)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    page.open_session(CODE, CODER)
    studio = Studio(qtbot, services, page)
    studio.wait_for_focus_in(page.before)
    studio.type("drinking less")
    studio.press(KEY.Key_F6)
    studio.wait_for_focus_in(page.queue)
    assert studio.stored().answers == {"change_goal": "drinking less"}
    page.close_session()
    services.close()


def test_a_scale_from_minus_three_to_three(
    qtbot: QtBot, tmp_path: Path, settings: Settings
) -> None:
    services = make_study(tmp_path / "study", a_scale(lowest=-3, highest=3, anchor=0))
    page = CodingPage(services, settings)
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    page.open_session(CODE, CODER)
    studio = Studio(qtbot, services, page)
    page.cards.go_to_card("warm")
    studio.type("-2")
    page.cards.go_to_card("clear")
    studio.type("+3")
    assert studio.stored().rating("warm") == Rating.rated(-2)
    assert studio.stored().rating("clear") == Rating.rated(3)
    page.close_session()
    services.close()


def test_nothing_is_left_of_a_closed_page(qtbot: QtBot, studio: Studio) -> None:
    studio.press(KEY.Key_Space)
    studio.page.close_session()
    assert not studio.page.listening.player.is_playing
    assert studio.page.cards.cards == ()
    assert QApplication.focusWidget() is not studio.page.notes.field
