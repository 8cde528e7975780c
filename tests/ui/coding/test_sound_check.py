"""A missing or altered recording is noticed as coding begins, and never played."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from practicecoder.audio.intake import Intake
from practicecoder.ui.errors import MessageDialog
from practicecoder.ui.player import PlayerState
from tests.ui.coding.made_up import CODE, CODER
from tests.ui.coding.studio import Studio
from tests.ui.finding import the


@pytest.fixture
def stored(studio: Studio) -> Path:
    """The recording's file in the study."""
    (file,) = (studio.services.path / "audio").iterdir()
    return file


def open_again(qtbot: QtBot, studio: Studio) -> None:
    with qtbot.waitSignal(studio.page.listening.check.not_whole):
        studio.page.open_session(CODE, CODER)


def test_a_missing_recording_is_told_and_offered_to_be_found(
    qtbot: QtBot, studio: Studio, stored: Path
) -> None:
    stored.unlink()
    open_again(qtbot, studio)
    listening = studio.page.listening

    assert "missing from the study folder" in listening.texts[0]
    assert "can be coded all the same" in listening.texts[0]
    assert listening.check.finding.isVisible()
    assert listening.player.state is PlayerState.NO_RECORDING


def test_an_altered_recording_is_not_played(qtbot: QtBot, studio: Studio, stored: Path) -> None:
    content = bytearray(stored.read_bytes())
    content[-1] ^= 1
    stored.chmod(0o600)
    stored.write_bytes(content)
    open_again(qtbot, studio)

    assert "altered" in studio.page.listening.texts[0]
    assert studio.page.listening.player.state is PlayerState.NO_RECORDING


def test_the_right_file_brings_the_sound_back(
    qtbot: QtBot, studio: Studio, stored: Path, tmp_path: Path
) -> None:
    kept = Path(shutil.move(stored, tmp_path / "another name"))
    open_again(qtbot, studio)
    with qtbot.waitSignal(studio.page.listening.check.found):
        studio.page.listening.check.take_file(kept)
    qtbot.waitUntil(lambda: studio.page.listening.player.state is PlayerState.PAUSED)

    assert studio.page.listening.texts == ()
    assert not studio.page.listening.check.isVisible()


def test_a_folder_brings_the_sound_back(
    qtbot: QtBot, studio: Studio, stored: Path, tmp_path: Path
) -> None:
    (tmp_path / "sounds").mkdir()
    shutil.move(stored, tmp_path / "sounds" / "another name")
    open_again(qtbot, studio)
    with qtbot.waitSignal(studio.page.listening.check.found):
        studio.page.listening.check.search_folder(tmp_path / "sounds")

    assert stored.is_file()


def test_a_wrong_file_is_refused_in_one_sentence(
    qtbot: QtBot, studio: Studio, stored: Path, tmp_path: Path, sound: Intake
) -> None:
    stored.unlink()
    wrong = tmp_path / "wrong.flac"
    wrong.write_bytes(sound.file.path.read_bytes()[:-50])
    open_again(qtbot, studio)
    studio.page.listening.check.take_file(wrong)
    qtbot.waitUntil(lambda: studio.page.findChild(MessageDialog) is not None)
    told = the(MessageDialog, studio.page)

    assert told.text.count("\n") == 0
    assert "wrong.flac" in told.text
    assert not stored.exists()
    told.reject()


def test_a_whole_recording_is_left_alone(qtbot: QtBot, studio: Studio) -> None:
    qtbot.waitUntil(lambda: studio.page.listening.check._task is None)

    assert studio.page.listening.texts == ()
    assert studio.page.listening.player.state is PlayerState.PAUSED
