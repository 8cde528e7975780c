from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QTextCursor, QWheelEvent
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from practicecoder.domain.coding import Polarity
from practicecoder.domain.sessions import Segment
from practicecoder.domain.spans import TimeSpan
from practicecoder.domain.transcripts import SpeakerRole, TranscriptLine
from practicecoder.services.studies import open_study
from practicecoder.ui.coding.page import CodingPage
from practicecoder.ui.coding.panels import PanelName
from practicecoder.ui.coding.transcript.importing import ImportDialog
from practicecoder.ui.coding.transcript.panel import TranscriptPanel
from practicecoder.ui.coding.transcript.saving import SaveDialog
from practicecoder.ui.coding.transcript.script import Script
from practicecoder.ui.player import PlayerState
from practicecoder.ui.settings import Settings
from practicecoder.ui.theme import apply_dark, apply_light
from tests.ui.coding.made_up import CODE, CODER, SESSION
from tests.ui.coding.studio import CONTROL, SHIFT, Studio
from tests.ui.coding.transcript.conftest import NAME, TURNS, put_transcript
from tests.ui.finding import the, the_button

KEY = Qt.Key


def go_to_words(reader: Studio) -> TranscriptPanel:
    """Give the words the focus."""
    panel = reader.page.transcript
    panel.enter()
    assert panel.view.hasFocus()
    return panel


def middle_of(panel: TranscriptPanel, number: int) -> QPoint:
    """Point of the viewport in the words of a line."""
    box = dict(panel.view.visible_lines())[number]
    return QPoint(20, round(box.top() + panel.view.fontMetrics().lineSpacing() / 2))


def select(panel: TranscriptPanel, first: int, start: int, last: int, end: int) -> None:
    """Select words from a place in a line to one in another."""
    document = panel.view.document()
    cursor = QTextCursor(document.findBlockByNumber(first))
    cursor.setPosition(document.findBlockByNumber(first).position() + start)
    end_at = document.findBlockByNumber(last).position() + end
    cursor.setPosition(end_at, QTextCursor.MoveMode.KeepAnchor)
    panel.view.setTextCursor(cursor)


def long_script(count: int) -> Script:
    """Many lines, with roles in turn."""
    return Script(
        [
            TranscriptLine(
                start_ms=number * 10,
                end_ms=number * 10 + 8,
                text=f"Line {number} about something that goes on for a while, and then ends.",
                role=(SpeakerRole.WORKER, SpeakerRole.PARENT)[number % 2],
                speaker=("Worker", "Parent")[number % 2],
            )
            for number in range(count)
        ]
    )


# Showing


def test_a_session_without_a_transcript_teaches_what_one_is_for(studio: Studio) -> None:
    panel = studio.page.transcript

    assert panel.transcript is None
    assert panel.empty.isVisible()
    assert "works without a transcript" in panel.empty.text
    assert panel.empty.importing.isVisible()
    assert panel.passage() is None


def test_lines_stand_with_pseudonyms_and_reach_the_timeline(
    reader: Studio, panel: TranscriptPanel
) -> None:
    assert panel.view.toPlainText().splitlines()[2].endswith("What happens then, [Parent]?")
    assert NAME.split()[0] not in panel.view.toPlainText()
    assert panel.view.gutter.tip(1) == "00:04\nParent"
    assert panel.talk_share_text == "Talking time: worker 57%, parent or carer 43%"
    assert len(reader.page.listening._lines) == len(TURNS)


def test_the_timeline_forgets_the_lines_of_a_session_that_is_closed(reader: Studio) -> None:
    reader.page.close_session()

    assert reader.page.listening._lines == ()
    assert reader.page.transcript.transcript is None


def test_opening_a_session_again_brings_its_lines_to_the_timeline(reader: Studio) -> None:
    reader.page.close_session()
    reader.page.open_session(CODE, CODER)

    assert len(reader.page.listening._lines) == len(TURNS)


@pytest.mark.parametrize("width", [900, 1_270, 1_820])
def test_words_are_wrapped_at_the_width_there_is(
    qtbot: QtBot, reader: Studio, panel: TranscriptPanel, width: int
) -> None:
    reader.page.close_session()
    reader.page.open_session(CODE, CODER)
    reader.page.workbench.go_to(PanelName.TRANSCRIPT)
    reader.page.resize(width, 900)
    QApplication.processEvents()

    words = panel.view.document().firstBlock().layout().boundingRect()

    assert 0 < words.width() <= panel.view.viewport().width()
    assert panel.view.horizontalScrollBar().maximum() == 0
    assert panel.view.gutter.width() == panel.view.viewport().x() - panel.view.frameWidth()


# Following


def test_the_line_that_is_heard_follows_the_playhead(
    reader: Studio, panel: TranscriptPanel
) -> None:
    heard = []
    for at_ms in (0, 1_000, 4_400, 4_500, 26_000):
        reader.page.listening.player.seek(at_ms)
        heard.append(panel.view.heard)

    assert heard == [None, 0, 0, 1, 6]


def test_the_text_scrolls_with_the_recording_until_the_reader_scrolls(
    qtbot: QtBot, reader: Studio
) -> None:
    panel = reader.page.transcript
    panel.view.show_script(long_script(400), range(400))
    bar = panel.view.verticalScrollBar()
    panel.view.show_heard(200)
    followed = bar.value()
    assert 0 < followed <= panel.view.document().findBlockByNumber(200).firstLineNumber()
    visible = [number for number, _ in panel.view.visible_lines()]
    assert 200 in visible

    _turn_wheel(panel, 3)

    assert not panel.head.follow.isChecked()
    stays = bar.value()
    assert stays != followed
    panel.view.show_heard(300)
    assert bar.value() == stays

    panel.head.follow.click()

    assert panel.head.follow.isChecked()
    assert 300 in [number for number, _ in panel.view.visible_lines()]


def test_the_text_stays_under_a_selection(reader: Studio) -> None:
    panel = reader.page.transcript
    panel.view.show_script(long_script(400), range(400))
    select(panel, 0, 0, 0, 4)
    stays = panel.view.verticalScrollBar().value()

    panel.view.show_heard(300)

    assert panel.view.verticalScrollBar().value() == stays
    assert panel.view.follows


def test_playing_from_a_line_follows_again(reader: Studio, panel: TranscriptPanel) -> None:
    go_to_words(reader)
    reader.press(KEY.Key_Down)
    assert not panel.view.follows

    reader.press(KEY.Key_Return)

    assert panel.view.follows


def test_thousands_of_lines_are_laid_out_only_where_they_are_seen(reader: Studio) -> None:
    panel = reader.page.transcript
    script = long_script(5_000)
    panel.view.show_script(script, range(5_000))
    QApplication.processEvents()

    panel.view.show_heard(4_000)

    seen = [number for number, _ in panel.view.visible_lines()]
    assert 4_000 in seen
    assert len(seen) < 100


# Keys and clicks


def test_enter_plays_from_the_line_that_was_gone_to_by_arrow(
    reader: Studio, panel: TranscriptPanel
) -> None:
    go_to_words(reader)
    for key in (KEY.Key_Down, KEY.Key_Down, KEY.Key_Down, KEY.Key_Up):
        reader.press(key)
    assert panel.view.current == 1

    reader.press(KEY.Key_Return)

    player = reader.page.listening.player
    assert player.is_playing
    assert 4_500 <= player.position_ms < 8_000


def test_arrows_stop_at_the_first_and_the_last_line(
    reader: Studio, panel: TranscriptPanel
) -> None:
    go_to_words(reader)
    reader.press(KEY.Key_End, CONTROL)
    assert panel.view.current == len(TURNS) - 1
    reader.press(KEY.Key_Down)
    assert panel.view.current == len(TURNS) - 1
    reader.press(KEY.Key_Home, CONTROL)
    reader.press(KEY.Key_Up)
    assert panel.view.current == 0


def test_a_click_plays_from_the_line(qtbot: QtBot, reader: Studio, panel: TranscriptPanel) -> None:
    place = middle_of(panel, 1)
    qtbot.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=place)

    player = reader.page.listening.player
    assert player.is_playing
    assert 4_500 <= player.position_ms < 8_000


def test_a_click_on_the_time_plays_too(
    qtbot: QtBot, reader: Studio, panel: TranscriptPanel
) -> None:
    place = middle_of(panel, 0)
    qtbot.mouseClick(panel.view.gutter, Qt.MouseButton.LeftButton, pos=place)

    assert 1_000 <= reader.page.listening.player.position_ms < 4_500
    assert panel.view.hasFocus()


def test_drawing_over_words_selects_and_does_not_play(
    qtbot: QtBot, reader: Studio, panel: TranscriptPanel
) -> None:
    viewport, begin = panel.view.viewport(), middle_of(panel, 0)
    qtbot.mousePress(viewport, Qt.MouseButton.LeftButton, pos=begin)
    qtbot.mouseMove(viewport, begin + QPoint(60, 0))
    qtbot.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=begin + QPoint(60, 0))

    assert panel.view.selected_parts()
    assert not reader.page.listening.player.is_playing


def test_space_plays_and_pauses_while_reading(reader: Studio) -> None:
    go_to_words(reader)
    player = reader.page.listening.player

    reader.press(KEY.Key_Space)
    playing = player.is_playing
    reader.press(KEY.Key_Space)

    assert (playing, player.is_playing) == (True, False)


def test_panels_are_gone_through_by_key_with_and_without_a_transcript(
    qtbot: QtBot, studio: Studio, file: Path
) -> None:
    page = studio.page

    def round_trip() -> set[PanelName]:
        seen: set[PanelName] = set()
        page.workbench.go_to(PanelName.LISTENING)
        for _ in page.workbench.in_order():
            studio.press(KEY.Key_F6)
            seen |= {
                dock.panel.name
                for dock in page.workbench.docks
                if dock.isAncestorOf(studio.focused)
            }
        return seen

    assert PanelName.TRANSCRIPT in round_trip()
    put_transcript(studio.services, file)
    page.transcript.read()
    assert PanelName.TRANSCRIPT in round_trip()


# Evidence


def test_a_key_makes_evidence_of_the_current_line_for_the_active_dimension(
    reader: Studio, panel: TranscriptPanel
) -> None:
    reader.page.listening.player.seek(5_000)
    reader.go_to_card(3)
    reader.press(KEY.Key_E, CONTROL | SHIFT)

    (piece,) = reader.stored().evidence
    third = reader.services.codebook.dimension_ids[2]
    assert (piece.span, piece.quote) == (
        TimeSpan(4_500, 7_000),
        "Not great. The mornings are hard.",
    )
    assert piece.dimension_ids == (third,)
    assert [number for number in range(len(TURNS)) if panel.view.evidence_of(number)] == [1]
    assert "neutral" in panel.view.gutter.tip(1)


def test_a_bare_key_does_so_while_reading_and_says_what_it_shows(reader: Studio) -> None:
    go_to_words(reader)
    reader.press(KEY.Key_Down)
    reader.press(KEY.Key_Down)

    reader.press(KEY.Key_E)
    reader.press(KEY.Key_S)

    (piece,) = reader.stored().evidence
    assert piece.span == TimeSpan(4_500, 7_000)
    assert piece.polarity is Polarity.STRENGTH


def test_selected_words_are_the_quote_and_the_lines_are_the_span(
    reader: Studio, panel: TranscriptPanel
) -> None:
    go_to_words(reader)
    select(panel, 0, 13, 1, 10)

    reader.press(KEY.Key_E)

    (piece,) = reader.stored().evidence
    assert piece.span == TimeSpan(1_000, 7_000)
    assert piece.quote == "Worker: go this week? Parent: Not great."
    assert not panel.view.selected_parts()


def test_undo_takes_the_evidence_and_its_mark_away(reader: Studio, panel: TranscriptPanel) -> None:
    reader.page.listening.player.seek(5_000)
    reader.press(KEY.Key_E, CONTROL | SHIFT)
    assert panel.view.evidence_of(1)

    reader.press(KEY.Key_Z, CONTROL)

    assert not panel.view.evidence_of(1)
    assert reader.stored().evidence == ()


def test_there_is_no_evidence_without_a_line(reader: Studio, panel: TranscriptPanel) -> None:
    assert panel.view.current is None

    reader.press(KEY.Key_E, CONTROL | SHIFT)

    assert reader.stored().evidence == ()


def test_lines_outside_the_segment_are_no_evidence_and_are_not_played(
    qtbot: QtBot, studio: Studio, file: Path
) -> None:
    page, services = studio.page, studio.services
    page.close_session()
    with services.context.store.transaction() as unit:
        session = unit.sessions.find(SESSION)
        assert session is not None
        segment = Segment(span=TimeSpan(16_000, 30_000))
        unit.sessions.save(replace(session, segment=segment), session.version)
    put_transcript(services, file)
    page.open_session(CODE, CODER)
    qtbot.waitUntil(lambda: page.listening.player.state is PlayerState.PAUSED)
    panel = page.transcript
    inside = [panel.view.is_inside(number) for number in range(len(TURNS))]
    assert inside == [False] * 4 + [True] * 3

    go_to_words(studio)
    panel.view.choose(1)
    studio.press(KEY.Key_E)
    studio.press(KEY.Key_Return)
    assert studio.stored().evidence == ()
    assert not page.listening.player.is_playing

    panel.view.choose(4)
    studio.press(KEY.Key_E)
    assert [piece.span.start_ms for piece in studio.stored().evidence] == [16_000]


# Finding


def test_words_are_found_from_the_current_line_on(reader: Studio, panel: TranscriptPanel) -> None:
    go_to_words(reader)
    panel.view.choose(2)
    reader.press(KEY.Key_F, CONTROL)
    assert panel.find_bar.field.hasFocus()

    reader.type("MORNINGS")

    assert panel.find_bar.count_text == "2 of 2"
    assert panel.view.current == 2
    reader.press(KEY.Key_Return)
    assert (panel.find_bar.count_text, panel.view.current) == ("1 of 2", 1)
    reader.press(KEY.Key_Return, SHIFT)
    assert (panel.find_bar.count_text, panel.view.current) == ("2 of 2", 2)
    assert len(panel.view.extraSelections()) == 2

    reader.press(KEY.Key_Escape)

    assert not panel.find_bar.isVisible()
    assert panel.view.hasFocus()
    assert panel.view.extraSelections() == []


def test_what_is_not_there_is_told(reader: Studio, panel: TranscriptPanel) -> None:
    reader.press(KEY.Key_F, CONTROL)
    reader.type("[never.*")

    assert panel.find_bar.count_text == "not found"


# Locked, read only, removed, replaced


def test_a_locked_coding_is_read_and_not_changed(reader: Studio, panel: TranscriptPanel) -> None:
    reader.decide_everything()
    coding = reader.page._coding
    assert coding is not None
    assert coding.submit("A test")

    go_to_words(reader)
    reader.press(KEY.Key_Down)
    reader.press(KEY.Key_E)

    assert reader.stored().evidence == ()
    assert not panel.files.may_import
    assert not panel.head.evidence.isVisible()
    assert panel.view.isVisible()
    entries = {action.text(): action.isEnabled() for action in panel.files.menu.actions()}
    assert entries["Save as WebVTT or SRT…"]
    assert not entries["Replace the transcript…"]
    assert not entries["Remove the transcript…"]


def test_a_study_opened_to_read_shows_its_transcript(
    qtbot: QtBot, reader: Studio, settings: Settings
) -> None:
    folder = reader.services.path
    reader.page.close_session()
    reader.services.close()
    services = open_study(folder, read_only=True)
    page = CodingPage(services, settings)
    qtbot.addWidget(page)
    page.resize(1270, 690)
    with qtbot.waitExposed(page):
        page.show()

    page.open_session(CODE, CODER)

    assert len(page.transcript.view.script) == len(TURNS)
    assert not page.transcript.files.may_import
    page.close_session()
    services.close()


def test_removing_asks_first_and_leaves_the_evidence(
    qtbot: QtBot, reader: Studio, panel: TranscriptPanel
) -> None:
    reader.page.listening.player.seek(5_000)
    reader.press(KEY.Key_E, CONTROL | SHIFT)

    panel.files.remove()
    box = the(QMessageBox, panel)
    box.button(QMessageBox.StandardButton.Cancel).click()
    assert panel.transcript is not None
    qtbot.waitUntil(lambda: panel.findChild(QMessageBox) is None)

    panel.files.remove()
    with qtbot.waitSignal(panel.study_changed):
        the_button("Remove", the(QMessageBox, panel)).click()

    assert len(panel.view.script) == 0
    assert panel.empty.isVisible()
    assert reader.page.listening._lines == ()
    (piece,) = reader.stored().evidence
    assert piece.quote == "Not great. The mornings are hard."


def test_the_action_opens_the_import_where_there_is_no_transcript(studio: Studio) -> None:
    studio.page.open_transcript()

    assert the(ImportDialog, studio.page).isVisible()
    the(ImportDialog, studio.page).reject()


@pytest.mark.qt_log_ignore("does not support raise", "grabbing the keyboard", extend=True)
def test_the_action_opens_the_menu_where_there_is_one(
    reader: Studio, panel: TranscriptPanel
) -> None:
    reader.page.open_transcript()

    assert panel.files.menu.isVisible()
    panel.files.menu.hide()


def test_a_dropped_file_opens_the_import_on_it(qtbot: QtBot, studio: Studio, file: Path) -> None:
    panel = studio.page.transcript
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(file))])
    event = QDropEvent(
        QPointF(10, 10),
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )

    panel.dropEvent(event)

    dialog = the(ImportDialog, panel)
    qtbot.waitUntil(lambda: dialog.preview is not None)
    assert panel.transcript is None
    dialog.reject()


@pytest.mark.parametrize("suffix", [".vtt", ".srt"])
def test_saving_tells_what_is_lost_and_writes_pseudonyms(
    reader: Studio, panel: TranscriptPanel, tmp_path: Path, suffix: str
) -> None:
    panel.files.save()
    dialog = the(SaveDialog, panel)
    dialog.choose(suffix)
    chosen: list[str] = []
    dialog.format_chosen.disconnect()
    dialog.format_chosen.connect(chosen.append)
    assert "offset" in dialog.losses_text
    the_button("Choose where…", dialog).click()
    assert chosen == [suffix]

    panel.files.save_to(tmp_path / f"out{suffix}")

    written = (tmp_path / f"out{suffix}").read_text(encoding="utf-8")
    assert "What happens then, [Parent]?" in written
    assert NAME not in written


# Colours


@pytest.mark.parametrize("dress", [apply_light, apply_dark])
def test_the_heard_line_differs_by_shape_and_ground(
    reader: Studio,
    panel: TranscriptPanel,
    qapp: QApplication,
    dress: Callable[[QApplication], None],
) -> None:
    dress(qapp)
    reader.page.listening.player.seek(5_000)
    gutter = panel.view.gutter
    with_arrow = gutter.grab().toImage()
    row = middle_of(panel, 1).y()
    ratio = with_arrow.devicePixelRatio()

    def ink(y: int) -> set[int]:
        return {with_arrow.pixel(round(x * ratio), round(y * ratio)) for x in range(1, 9)}

    assert len(ink(row)) > 1
    others = [number for number, _ in panel.view.visible_lines() if number != 1]
    assert len(ink(middle_of(panel, others[0]).y())) == 1
    apply_light(qapp)


def _turn_wheel(panel: TranscriptPanel, notches: int) -> None:
    centre = panel.view.viewport().rect().center()
    event = QWheelEvent(
        QPointF(centre),
        QPointF(panel.view.viewport().mapToGlobal(centre)),
        QPoint(),
        QPoint(0, -120 * notches),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(panel.view.viewport(), event)
