"""A coder codes a whole session with the keyboard alone, in the real window; and after a crash."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from practicecoder.audio.intake import Intake
from practicecoder.domain.coding import CodingState, Polarity, Rating, RatingState
from practicecoder.domain.history import HistoryKind, Origin
from practicecoder.domain.ids import BlindCode
from practicecoder.domain.sessions import SessionState
from practicecoder.domain.spans import TimeSpan
from practicecoder.domain.transcripts import SpeakerRole
from practicecoder.services.context import StudyServices
from practicecoder.services.studies import open_study
from practicecoder.ui.coding.panels import PanelName, Workspace
from practicecoder.ui.coding.submit import SubmitSheet
from practicecoder.ui.main_window import FIRST_SIZE, MainWindow
from practicecoder.ui.settings import Settings
from practicecoder.ui.widgets.rule_out import RuleOutDialog
from tests.journeys.coder import KEY, Coder
from tests.ui.coding.made_up import CODE, CODER, SESSION, make_study
from tests.ui.coding.studio import CONTROL, SHIFT

NEXT_CODE = BlindCode("S-OTHER2")
LINES = (
    (1_000, 4_000, "Worker", "How did that go this week?"),
    (12_000, 15_000, "Parent", "He will not get up, and I shout."),
    (24_000, 27_000, "Worker", "What did you do on Friday?"),
)
"""Begin, end, speaker and words of the transcript."""


def put_transcript(services: StudyServices, folder: Path) -> None:
    """Give the session a transcript, as somebody who coded it before may have."""
    cues = [
        f"00:00:{start // 1000:02}.000 --> 00:00:{end // 1000:02}.000\n<v {who}>{words}</v>\n"
        for start, end, who, words in LINES
    ]
    file = folder / "talk.vtt"
    file.write_text("\n".join(["WEBVTT\n", *cues]), encoding="utf-8")
    coding = services.coding.open_desk(CODE, CODER).coding
    roles = {"Worker": SpeakerRole.WORKER, "Parent": SpeakerRole.PARENT}
    read = services.transcripts.read(file)
    services.transcripts.add(coding, services.transcripts.preview(coding, read, roles))


def listen(coder: Coder) -> None:
    """Play, go faster, skip, note three pieces of evidence and a note, pause."""
    coder.press(KEY.Key_F8)  # 1.1
    coder.press(KEY.Key_Space)
    coder.play_until(400)
    coder.press(KEY.Key_Right)  # 5 s forward
    coder.press(KEY.Key_E)  # set back before the recording's start or a little after
    coder.press(KEY.Key_S)
    coder.press(KEY.Key_K)
    coder.press(KEY.Key_F3)
    coder.press(KEY.Key_F3)
    coder.press(KEY.Key_2, CONTROL)  # evidence for autonomy
    coder.press(KEY.Key_F9)
    coder.go_to_panel(PanelName.LISTENING)
    coder.press(KEY.Key_B)
    coder.press(KEY.Key_3, CONTROL)
    coder.press(KEY.Key_F9, SHIFT)
    coder.press(KEY.Key_F3)
    coder.press(KEY.Key_F9, SHIFT)
    coder.press(KEY.Key_J, CONTROL)
    coder.type("reply was a question about dates")
    coder.press(KEY.Key_Return)


def write_a_quote(coder: Coder) -> None:
    """Open the first piece of evidence and write what was said."""
    coder.go_to_panel(PanelName.EVIDENCE)
    coder.press(KEY.Key_Up)
    coder.press(KEY.Key_Up)
    coder.press(KEY.Key_Return)
    coder.type("the mornings are hardest")


def take_a_line(coder: Coder) -> None:
    """Make evidence of the last line of the transcript."""
    coder.go_to_panel(PanelName.TRANSCRIPT)
    view = coder.page().transcript.view
    for _ in LINES:
        if view.current != len(LINES) - 1:
            coder.press(KEY.Key_Down)
    coder.press(KEY.Key_E)
    coder.press(KEY.Key_S)


def answer_questions(coder: Coder) -> None:
    """Answer yes, name the change, and say that a child was there."""
    first, change, child, recognised = coder.page().cards.questions.fields
    coder.go_to_panel(PanelName.RATINGS)
    coder.tab_into(first, backwards=True)
    coder.choose("Yes")
    coder.tab_into(change)
    coder.type("drinking less")
    coder.tab_into(child)
    coder.choose("Yes")
    coder.tab_into(recognised)
    coder.choose("No")


def rate_everything(coder: Coder) -> None:
    """Rate six dimensions in different ways and rule the last one out."""
    coder.press(KEY.Key_1, CONTROL)
    coder.type("4")  # collaboration, by digit
    coder.press(KEY.Key_2, CONTROL)
    coder.press(KEY.Key_Down)
    coder.press(KEY.Key_Return)  # autonomy 2, by highlight; on to empathy
    coder.press(KEY.Key_Space)  # empathy 3, the anchor confirmed
    coder.press(KEY.Key_U)  # unsure
    coder.press(KEY.Key_F12)
    coder.type("5")  # evocation
    coder.press(KEY.Key_Z, CONTROL)  # taken back ...
    coder.press(KEY.Key_Z, CONTROL | SHIFT)  # ... and made again
    coder.press(KEY.Key_F12)
    coder.type("2")  # purposefulness
    coder.press(KEY.Key_Up)  # one higher: 3
    coder.press(KEY.Key_F12)
    coder.type("1")  # clarity about concerns
    coder.press(KEY.Key_F12)
    coder.press(KEY.Key_N)  # child focus
    coder.wait_for_dialog(RuleOutDialog)
    coder.type("2")
    coder.tab_to(QLineEdit)
    coder.type("phone call")
    coder.press(KEY.Key_Return)
    coder.wait_for_focus_in(coder.page().cards)


def submit(coder: Coder) -> None:
    """Open the sheet, say why not all was heard, lock."""
    coder.press(KEY.Key_Return, CONTROL)
    coder.wait_for_dialog(SubmitSheet)
    coder.type("the rest is silence")
    with coder.qtbot.waitSignal(coder.page().finished):
        coder.press(KEY.Key_Return)
    coder.wait_for_focus_in(coder.page())


def go_on(coder: Coder) -> None:
    """Open the next session of the queue with one key."""
    page = coder.page()
    assert coder.focused is page.header.next_button
    coder.press(KEY.Key_PageDown, CONTROL)
    coder.wait_for_sound()
    coding = page.coding
    assert coding is not None
    assert str(coding.session_id) == NEXT_CODE, "a coder knows a session by its code"
    assert not coding.is_locked
    assert coding.evidence == ()


@pytest.mark.parametrize("size", [FIRST_SIZE, (800, 768)], ids=["columns", "one column"])
def test_a_whole_session_by_keyboard_alone(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, sound: Intake
) -> None:
    folder = tmp_path / "study"
    prepared = make_study(folder, sound=sound, sessions=2)
    put_transcript(prepared, tmp_path)
    prepared.close()
    coder = Coder(qtbot, window)

    coder.open_study(folder)
    coder.open_from_queue(sessions=2)
    listen(coder)
    write_a_quote(coder)
    take_a_line(coder)
    answer_questions(coder)
    rate_everything(coder)
    submit(coder)
    go_on(coder)
    window.close()

    services = open_study(folder, read_only=True)
    with services.context.store.reading() as unit:
        (coding,) = unit.codings.of_session(SESSION)
        history = unit.history.of_coding(coding.coding_id)
        session = unit.sessions.find(SESSION)
    queue = services.sessions.queue(CODER)
    services.close()

    assert coding.state is CodingState.LOCKED
    assert coding.submitted_at is not None
    assert coding.short_listen_reason == "the rest is silence"
    assert coding.coder_id == CODER
    assert session is not None
    assert session.state is SessionState.SUBMITTED
    assert [(row.blind_code, row.state) for row in queue] == [
        (CODE, "submitted"),
        (NEXT_CODE, "in progress"),
    ]

    assert dict(coding.ratings) == {
        "collaboration": Rating.rated(4),
        "autonomy": Rating.rated(2),
        "empathy": Rating.rated(3, unsure=True),
        "evocation": Rating.rated(5),
        "purposefulness": Rating.rated(3),
        "clarity_about_concerns": Rating.rated(1),
        "child_focus": Rating.not_applicable("no_opportunity", note="phone call"),
    }
    assert dict(coding.answers) == {
        "behaviour_change_discussed": True,
        "change_goal": "drinking less",
        "child_present": True,
        "recognised": False,
    }

    first, second, span, line = coding.evidence
    assert (first.dimension_ids, first.polarity) == (("collaboration",), Polarity.STRENGTH)
    assert first.quote == "the mornings are hardest"
    assert 2_400 <= first.span.start_ms < second.span.start_ms  # 5.4 s or later, less 3 s
    assert (second.dimension_ids, second.polarity) == (("autonomy",), Polarity.TO_BUILD)
    assert second.span.is_moment
    assert second.span.start_ms == coding.position_ms - 5_000 - 3_000
    assert (span.dimension_ids, span.polarity) == (("empathy",), Polarity.NEUTRAL)
    assert span.span.duration_ms == 5_000 + 3_000
    assert (line.span, line.quote) == (TimeSpan(24_000, 27_000), "What did you do on Friday?")
    assert (line.dimension_ids, line.polarity) == (("empathy",), Polarity.STRENGTH)
    (note,) = coding.notes
    assert note.text.endswith("] reply was a question about dates")
    assert note.at_ms == span.span.end_ms

    assert coding.position_ms == span.span.end_ms
    assert coding.heard
    assert coding.heard[0].start_ms == 0

    evocation = [h for h in history if h.item == "evocation"]
    assert [h.origin for h in evocation] == [Origin.MADE, Origin.UNDO, Origin.REDO]
    by_kind = {kind: [h for h in history if h.kind is kind] for kind in HistoryKind}
    assert len(by_kind[HistoryKind.CODING_STARTED]) == 1
    assert len(by_kind[HistoryKind.SUBMITTED]) == 1
    assert by_kind[HistoryKind.SUBMITTED][0].reason == "the rest is silence"
    assert {h.item for h in by_kind[HistoryKind.RATING]} == set(coding.ratings)
    purposefulness = [h for h in history if h.item == "purposefulness"]
    assert len(purposefulness) == 2
    assert all(h.actor == CODER for h in history)
    assert coding.rating("child_focus").state is RatingState.NOT_APPLICABLE


def stop_at_once(folder: Path, settings_file: Path, into: Path) -> tuple[Path, Settings]:
    """Take study and settings as they lie on the disk, as if the power had gone."""
    left = into / "left"
    shutil.copytree(folder, left)
    lock = left / "lock"
    holder = json.loads(lock.read_text(encoding="utf-8"))
    ended = {**holder, "started": "before"}  # another process than this one, which goes on
    lock.write_text(json.dumps(ended), encoding="utf-8")
    text = settings_file.read_text(encoding="utf-8").replace(str(folder), str(left))
    copied = into / "left.ini"
    copied.write_text(text, encoding="utf-8")
    return left, Settings(QSettings(str(copied), QSettings.Format.IniFormat))


def test_after_a_crash_the_second_the_note_and_the_workspace_come_back(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, sound: Intake
) -> None:
    folder, settings_file = tmp_path / "study", tmp_path / "settings.ini"
    make_study(folder, sound=sound).close()
    coder = Coder(qtbot, window)
    coder.open_study(folder)
    coder.open_from_queue()
    coder.press(KEY.Key_F3)
    coder.press(KEY.Key_Space)
    coder.play_until(5_400)
    coder.press(KEY.Key_Space)
    position_ms = coder.player.position_ms
    coder.press(KEY.Key_1, CONTROL)
    coder.type("4")
    coder.press(KEY.Key_R, CONTROL | SHIFT)
    coder.go_to_panel(PanelName.NOTES)
    coder.type("two voices at the")
    services = coder.view.services

    def is_kept() -> bool:
        with services.context.store.reading() as unit:
            notes = unit.codings.of_session(SESSION)[0].notes
        kept = settings_file.read_text(encoding="utf-8") if settings_file.exists() else ""
        return [n.text for n in notes] == ["two voices at the"] and CODE in kept

    qtbot.waitUntil(is_kept, timeout=10_000)

    left, settings = stop_at_once(folder, settings_file, tmp_path)
    window.close()
    again = MainWindow(settings)
    qtbot.addWidget(again)
    again.resize(*FIRST_SIZE)
    with qtbot.waitExposed(again):
        again.show()
    again.activateWindow()
    back = Coder(qtbot, again)
    back.wait_for_focus_in(again.start_page)
    back.press(KEY.Key_Return)
    qtbot.waitUntil(lambda: again.study_view is not None, timeout=10_000)
    assert back.view.services.path == left
    assert not back.view.services.read_only
    back.wait_for_sound()

    page = back.page()
    assert page.workbench.workspace is Workspace.RATE
    qtbot.waitUntil(lambda: back.player.position_ms == position_ms)
    coding = page.coding
    assert coding is not None
    assert str(coding.session_id) == CODE
    assert coding.rating("collaboration") == Rating.rated(4)
    back.go_to_panel(PanelName.NOTES)
    back.tab_into(page.notes.table, backwards=True)
    back.press(KEY.Key_Return)
    back.type(" door")
    back.press(KEY.Key_Return)
    coding = page.coding
    assert coding is not None
    assert [(n.text, n.at_ms) for n in coding.notes] == [("two voices at the door", position_ms)]
    again.close()
