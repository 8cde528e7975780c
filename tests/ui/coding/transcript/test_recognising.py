from __future__ import annotations

import threading
from concurrent.futures import CancelledError
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from practicecoder.errors import Problem, SpeechError
from practicecoder.interchange.transcripts.forms import (
    RawLine,
    ReadTranscript,
    TranscriptFormat,
)
from practicecoder.services.speech import can_recognise
from practicecoder.ui.coding.transcript import files, recognising
from practicecoder.ui.coding.transcript.importing import ImportDialog
from practicecoder.ui.coding.transcript.recognising import RecogniseDialog
from practicecoder.ui.errors import MessageDialog
from practicecoder.ui.settings import Settings
from tests.audio.tiny_speech_model import make_model
from tests.ui.coding.studio import Studio
from tests.ui.finding import the

needs_library = pytest.mark.skipif(not can_recognise(), reason="the extra speech is not installed")


@pytest.fixture
def hollow_model(tmp_path: Path) -> Path:
    """Folder whose files have the right names and nothing sound in them."""
    folder = tmp_path / "model"
    folder.mkdir()
    for name in ("model.bin", "config.json", "tokenizer.json", "vocabulary.json"):
        (folder / name).write_bytes(b"made up" * 100)
    return folder


def open_dialog(studio: Studio) -> RecogniseDialog:
    studio.page.transcript.files.recognise()
    return the(RecogniseDialog, studio.page)


def test_a_missing_library_is_told_in_a_sentence(
    studio: Studio, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(recognising, "can_recognise", lambda: False)

    dialog = open_dialog(studio)

    assert "not installed" in dialog.reason
    assert not dialog.start.isEnabled()


@needs_library
def test_the_folder_of_the_model_is_asked_for_once(
    studio: Studio, settings: Settings, hollow_model: Path, tmp_path: Path
) -> None:
    dialog = open_dialog(studio)
    assert dialog.reason == "Choose the folder that holds a speech model."

    dialog.take_folder(tmp_path)
    assert "model.bin" in dialog.reason
    assert not dialog.start.isEnabled()

    dialog.take_folder(hollow_model)
    assert dialog.reason == ""
    assert dialog.start.isEnabled()
    assert settings.speech_model == hollow_model


def test_a_session_without_sound_says_so(qtbot: QtBot, settings: Settings, studio: Studio) -> None:
    dialog = RecogniseDialog(settings, None, studio.page)

    assert dialog.reason == "This session has no recording."
    dialog.deleteLater()


def heard(*_: object, **__: object) -> ReadTranscript:
    """What a model would have heard."""
    return ReadTranscript(
        format=TranscriptFormat.WHISPER,
        recognised_because="The words were recognised on this computer.",
        encoding="",
        lines=(
            RawLine(start_ms=1_000, end_ms=2_000, text="so the week was good"),
            RawLine(start_ms=3_000, end_ms=4_000, text="yes"),
        ),
        speakers=(),
        notices=("They are no evidence.",),
        resolution_ms=1,
        digest="0" * 64,
    )


@needs_library
def test_recognised_words_are_previewed_like_a_file_and_stored_without_speakers(
    qtbot: QtBot,
    studio: Studio,
    settings: Settings,
    hollow_model: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    settings.speech_model = hollow_model
    monkeypatch.setattr(files, "recognise", heard)
    panel = studio.page.transcript
    dialog = open_dialog(studio)
    dialog.language.setText("EN")

    dialog.start.click()

    qtbot.waitUntil(lambda: panel.findChild(ImportDialog) is not None)
    preview = the(ImportDialog, panel)
    qtbot.waitUntil(preview.accept_button.isEnabled)
    assert settings.speech_language == "en"
    assert not panel.recognition.isVisible()
    assert "on this computer" in preview.facts
    assert any("no evidence" in text for text in preview.file.notices.texts)
    with qtbot.waitSignal(studio.page.study_changed):
        preview.accept()
    assert panel.transcript is not None
    assert panel.transcript.source_format == "whisper"
    assert {line.speaker for line in panel.transcript.lines} == {""}
    assert panel.talk_share_text == ""


@needs_library
def test_a_real_model_that_hears_no_words_in_noise_says_so(
    qtbot: QtBot,
    studio: Studio,
    settings: Settings,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    settings.speech_model = make_model(tmp_path_factory.mktemp("tiny"))
    panel = studio.page.transcript

    open_dialog(studio).start.click()
    assert panel.recognition.isVisible()

    qtbot.waitUntil(lambda: panel.findChild(MessageDialog) is not None, timeout=120_000)
    assert "No words were recognised" in the(MessageDialog, panel).text
    assert not panel.recognition.isVisible()


@needs_library
def test_recognition_goes_on_beside_the_coding_and_can_be_stopped(
    qtbot: QtBot,
    studio: Studio,
    settings: Settings,
    hollow_model: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    settings.speech_model = hollow_model
    stopped = threading.Event()

    def slow(*_: object, on_progress: object, cancelled: object, **__: object) -> None:
        assert callable(on_progress)
        assert callable(cancelled)
        on_progress(0.25)
        while not cancelled():
            stopped.wait(0.01)
        stopped.set()
        raise CancelledError

    monkeypatch.setattr(files, "recognise", slow)
    panel = studio.page.transcript
    open_dialog(studio).start.click()
    qtbot.waitUntil(lambda: panel.recognition.isVisible() and panel.recognition.bar.value() == 250)
    assert studio.page.window().isEnabled()
    panel.files.recognise()
    assert not any(d.isVisible() for d in panel.findChildren(RecogniseDialog))

    panel.recognition.cancel.click()

    assert not panel.recognition.isVisible()
    qtbot.waitUntil(stopped.is_set)
    assert panel.findChild(ImportDialog) is None


@needs_library
def test_trouble_with_the_model_is_told_and_the_coding_stays(
    qtbot: QtBot,
    studio: Studio,
    settings: Settings,
    hollow_model: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    settings.speech_model = hollow_model

    def unfit(*_: object, **__: object) -> None:
        raise SpeechError([Problem(what="The speech model cannot be loaded.")])

    monkeypatch.setattr(files, "recognise", unfit)
    panel = studio.page.transcript
    open_dialog(studio).start.click()

    qtbot.waitUntil(lambda: panel.findChild(MessageDialog) is not None)

    assert "cannot be loaded" in the(MessageDialog, panel).text
    assert not panel.recognition.isVisible()
