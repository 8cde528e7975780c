from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from practicecoder.domain.transcripts import SpeakerRole
from practicecoder.ui.coding.transcript.importing import ImportDialog
from practicecoder.ui.coding.transcript.speakers import SpeakerRows
from tests.ui.coding.studio import Studio
from tests.ui.coding.transcript.conftest import NAME, TURNS, put_transcript
from tests.ui.finding import the, the_button

KEY = Qt.Key
DEMONSTRATION = Path(__file__).parents[4] / "demonstration"
PARENT, UNKNOWN = SpeakerRole.PARENT, SpeakerRole.UNKNOWN


@pytest.fixture
def dialog(qtbot: QtBot, studio: Studio) -> ImportDialog:
    """The import, opened from the empty panel."""
    studio.page.transcript.empty.importing.click()
    qtbot.waitUntil(lambda: studio.page.findChild(ImportDialog) is not None)
    return the(ImportDialog, studio.page)


def read(qtbot: QtBot, dialog: ImportDialog, file: Path) -> SpeakerRows:
    """Read a file and wait for its first preview."""
    dialog.read_file(file)
    qtbot.waitUntil(lambda: dialog.speakers is not None and dialog.preview is not None)
    assert dialog.speakers is not None
    return dialog.speakers


def shown_words(dialog: ImportDialog) -> str:
    """Everything that the dialog's labels say."""
    return "\n".join(each.text() for each in dialog.findChildren(QLabel) if each.isVisible())


def rows(dialog: ImportDialog) -> list[str]:
    return dialog.table.rows_model().tsv().splitlines()[1:]


def test_import_waits_for_a_file(dialog: ImportDialog) -> None:
    assert not dialog.accept_button.isEnabled()
    assert "Choose a file" in dialog.reason


def test_a_file_is_told_about_before_anything_is_stored(
    qtbot: QtBot, dialog: ImportDialog, file: Path, studio: Studio
) -> None:
    read(qtbot, dialog, file)

    assert "WebVTT" in dialog.facts
    assert "UTF-8" in dialog.facts
    assert "7 lines, from 00:01 to 00:27." in dialog.facts
    assert "The recording lasts 00:30." in dialog.facts
    assert len(rows(dialog)) == len(TURNS)
    assert "Names are replaced" in shown_words(dialog)
    assert studio.page.transcript.transcript is None


def test_roles_are_suggested_or_waited_for_and_the_preview_follows(
    qtbot: QtBot, dialog: ImportDialog, file: Path
) -> None:
    speakers = read(qtbot, dialog, file)
    assert speakers.roles == {"Worker": SpeakerRole.WORKER}
    assert dialog.reason == "One speaker has no role yet."
    assert not dialog.accept_button.isEnabled()
    assert rows(dialog)[1].startswith("00:04.5–00:07.0\tSpeaker\t")

    speakers.choose(NAME, PARENT)
    qtbot.waitUntil(lambda: dialog.accept_button.isEnabled())

    assert dialog.reason == "Import stores 7 lines."
    assert rows(dialog)[1].startswith("00:04.5–00:07.0\tParent\t")
    assert rows(dialog)[2].endswith("What happens then, [Parent]?")


def test_the_shift_moves_the_preview_at_once(
    qtbot: QtBot, dialog: ImportDialog, file: Path
) -> None:
    read(qtbot, dialog, file).choose(NAME, PARENT)
    dialog.offset.setFocus()
    dialog.offset.selectAll()
    qtbot.keyClicks(dialog.offset, "-0:04.5")
    qtbot.waitUntil(lambda: rows(dialog)[:1] == ["00:00.0–00:02.5\tParent\t" + TURNS[1][3]])

    assert any("before the recording begins" in text for text in dialog.file.notices.texts)
    assert dialog.preview is not None
    assert dialog.preview.transcript.offset_ms == -4_500


def test_a_shift_that_is_no_time_blocks_with_its_reason(
    qtbot: QtBot, dialog: ImportDialog, file: Path
) -> None:
    read(qtbot, dialog, file).choose(NAME, PARENT)
    dialog.offset.setText("soon")

    assert not dialog.accept_button.isEnabled()
    assert "no time" in dialog.reason


def test_a_shift_out_of_the_recording_blocks_until_it_is_put_right(
    qtbot: QtBot, dialog: ImportDialog, file: Path
) -> None:
    read(qtbot, dialog, file).choose(NAME, PARENT)
    dialog.offset.setText("10:00")
    qtbot.waitUntil(dialog.file.problems.isVisible)

    assert not dialog.accept_button.isEnabled()
    assert "outside the recording" in dialog.file.problems.item(0).text()

    dialog.offset.setText("0:01")
    qtbot.waitUntil(dialog.accept_button.isEnabled)
    assert not dialog.file.problems.isVisible()


def test_every_problem_of_a_file_is_listed(
    qtbot: QtBot, dialog: ImportDialog, tmp_path: Path
) -> None:
    broken = tmp_path / "broken.vtt"
    broken.write_text(
        "WEBVTT\n\n00:00:01.000 --> 00:00:0x.000\nA\n\n00:00:09.000 --> 00:00:02.000\nB\n",
        encoding="utf-8",
    )

    dialog.read_file(broken)
    qtbot.waitUntil(dialog.file.problems.isVisible)

    assert dialog.file.problems.count() == 2
    assert all("broken.vtt" in dialog.file.problems.item(n).text() for n in range(2))
    assert not dialog.accept_button.isEnabled()
    assert "cannot be imported" in dialog.reason


def test_another_file_takes_the_place_of_a_broken_one(
    qtbot: QtBot, dialog: ImportDialog, tmp_path: Path, file: Path
) -> None:
    empty = tmp_path / "empty.vtt"
    empty.write_bytes(b"")
    dialog.read_file(empty)
    qtbot.waitUntil(dialog.file.problems.isVisible)

    read(qtbot, dialog, file)

    assert not dialog.file.problems.isVisible()
    assert len(rows(dialog)) == len(TURNS)


def test_speakers_without_a_role_may_be_settled_as_unknown_at_once(
    qtbot: QtBot, dialog: ImportDialog, tmp_path: Path
) -> None:
    file = tmp_path / "talk.srt"
    file.write_text(
        "".join(
            f"{n}\n00:00:{n:02},000 --> 00:00:{n:02},500\nSpeaker {n % 3 + 1}: Yes {n}.\n\n"
            for n in range(1, 10)
        ),
        encoding="utf-8",
    )
    speakers = read(qtbot, dialog, file)
    assert dialog.reason == "3 speakers have no role yet."

    the_button("The others are unknown", speakers).click()
    qtbot.waitUntil(dialog.accept_button.isEnabled)

    assert set(speakers.roles.values()) == {UNKNOWN}


def test_an_import_stores_what_was_shown_and_reaches_page_and_timeline(
    qtbot: QtBot, dialog: ImportDialog, file: Path, studio: Studio
) -> None:
    read(qtbot, dialog, file).choose(NAME, PARENT)
    qtbot.waitUntil(dialog.accept_button.isEnabled)
    shown = dialog.preview
    assert shown is not None

    with qtbot.waitSignal(studio.page.study_changed):
        qtbot.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton)

    panel = studio.page.transcript
    assert panel.transcript is not None
    assert panel.transcript.lines == shown.transcript.lines
    assert panel.view.isVisible()
    assert len(studio.page.listening._lines) == len(TURNS)
    studio.page.listening.player.seek(5_000)
    assert panel.view.heard == 1


def test_the_import_goes_by_keyboard_alone(
    qtbot: QtBot, dialog: ImportDialog, file: Path, studio: Studio
) -> None:
    speakers = read(qtbot, dialog, file)
    combo = speakers.combo(NAME)
    combo.setFocus()
    qtbot.keyClick(combo, KEY.Key_P)
    assert speakers.roles[NAME] is PARENT
    qtbot.waitUntil(dialog.accept_button.isEnabled)
    for _ in range(40):
        if QApplication.focusWidget() is dialog.accept_button:
            break
        qtbot.keyClick(QApplication.focusWidget(), KEY.Key_Tab)
    assert dialog.accept_button.hasFocus()

    with qtbot.waitSignal(studio.page.study_changed):
        qtbot.keyClick(dialog.accept_button, KEY.Key_Return)

    assert studio.page.transcript.transcript is not None


def test_replacing_says_what_goes_and_knows_the_same_file(
    qtbot: QtBot, studio: Studio, file: Path
) -> None:
    put_transcript(studio.services, file)
    studio.page.transcript.read()
    studio.page.transcript.files.choose_file()
    dialog = the(ImportDialog, studio.page)
    assert dialog.windowTitle() == "Replace the transcript"

    read(qtbot, dialog, file).choose(NAME, UNKNOWN)
    qtbot.waitUntil(dialog.accept_button.isEnabled)

    assert dialog.reason == "Import stores 7 lines in place of the 7 that are there."
    assert "The same file was imported before" in dialog.file.notices.texts[0]
    with qtbot.waitSignal(studio.page.study_changed):
        dialog.accept()
    assert studio.page.transcript.talk_share_text == ""


def test_a_file_of_the_demonstration_is_imported_to_its_end(
    qtbot: QtBot, dialog: ImportDialog, studio: Studio
) -> None:
    read(qtbot, dialog, DEMONSTRATION / "transcripts" / "visit-1.vtt")

    assert dialog.accept_button.isEnabled()
    assert any("after the recording ends" in text for text in dialog.file.notices.texts)
    with qtbot.waitSignal(studio.page.study_changed):
        dialog.accept()

    assert studio.page.transcript.talk_share_text.startswith("Talking time: worker")


def test_a_file_is_chosen_by_button(qtbot: QtBot, dialog: ImportDialog, file: Path) -> None:
    dialog.file.choose.click()
    chooser = the(QFileDialog, dialog)
    assert chooser.isVisible()

    chooser.fileSelected.emit(str(file))
    chooser.reject()

    qtbot.waitUntil(lambda: dialog.preview is not None)


def test_a_file_may_be_dropped_on_the_dialog_and_a_folder_not(
    qtbot: QtBot, dialog: ImportDialog, file: Path
) -> None:
    def drop(path: Path) -> None:
        mime = QMimeData()
        mime.setUrls([QUrl.fromLocalFile(str(path))])
        event = QDropEvent(
            QPointF(5, 5),
            Qt.DropAction.CopyAction,
            mime,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
        dialog.dropEvent(event)

    drop(file.parent)
    assert "Choose a file" in dialog.reason
    drop(file)
    qtbot.waitUntil(lambda: dialog.preview is not None)


def test_nothing_is_stored_by_cancel(
    qtbot: QtBot, dialog: ImportDialog, file: Path, studio: Studio
) -> None:
    read(qtbot, dialog, file).choose(NAME, PARENT)
    qtbot.waitUntil(dialog.accept_button.isEnabled)

    qtbot.keyClick(dialog, KEY.Key_Escape)

    coding = studio.page.coding
    assert coding is not None
    assert studio.services.transcripts.of_coding(coding) is None
