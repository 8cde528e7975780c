"""Speech becomes text on this computer; what is missing or broken is told in sentences."""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures import CancelledError
from pathlib import Path

import pytest

from practicecoder.audio import speech_to_text
from practicecoder.audio.speech_to_text import find_model, is_installed, transcribe
from practicecoder.errors import RecordingError, SpeechError
from tests.audio.conftest import MakeSound
from tests.audio.tiny_speech_model import SPOKEN_SECONDS, VISIT, WORDS, make_model, write_speech

ROOT = Path(__file__).parents[2]

needs_library = pytest.mark.skipif(not is_installed(), reason="the extra speech is not installed")


@pytest.fixture(scope="module")
def model_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_model(tmp_path_factory.mktemp("model"))


@pytest.fixture
def hollow_model(tmp_path: Path) -> Path:
    """Folder whose files have the right names and nothing sound in them."""
    for name in ("model.bin", "config.json", "tokenizer.json", "vocabulary.json"):
        (tmp_path / name).write_bytes(b"made up" * 100)
    return tmp_path


def never() -> bool:
    return False


def ignore(share: float) -> None:
    pass


def test_a_folder_without_any_file_names_all_that_are_missing(tmp_path: Path) -> None:
    with pytest.raises(SpeechError) as caught:
        find_model(tmp_path)

    told = caught.value.user_message
    for name in ("model.bin", "config.json", "tokenizer.json", "vocabulary.json"):
        assert name in told


@pytest.mark.parametrize("missing", ["model.bin", "config.json", "tokenizer.json"])
def test_only_what_is_missing_or_empty_is_named(hollow_model: Path, missing: str) -> None:
    (hollow_model / missing).write_bytes(b"")

    with pytest.raises(SpeechError) as caught:
        find_model(hollow_model)

    assert len(caught.value.problems) == 1
    assert missing in caught.value.user_message


def test_a_vocabulary_of_any_ending_will_do(hollow_model: Path) -> None:
    (hollow_model / "vocabulary.json").rename(hollow_model / "vocabulary.txt")

    assert find_model(hollow_model).path == hollow_model.resolve()


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(SpeechError, match="not there"):
        find_model(tmp_path / "none")


def test_a_missing_library_is_told(
    hollow_model: Path, make_sound: MakeSound, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(speech_to_text, "is_installed", never)

    with pytest.raises(SpeechError, match="not installed"):
        transcribe(
            make_sound("wav"),
            find_model(hollow_model),
            language=None,
            on_progress=ignore,
            cancelled=never,
        )


@needs_library
def test_a_model_of_garbage_is_told(hollow_model: Path, make_sound: MakeSound) -> None:
    with pytest.raises(SpeechError, match="cannot be loaded"):
        transcribe(
            make_sound("wav"),
            find_model(hollow_model),
            language="en",
            on_progress=ignore,
            cancelled=never,
        )


@needs_library
@pytest.mark.parametrize("damaged", ["tokenizer.json", "config.json", "vocabulary.json"])
def test_any_damaged_file_of_a_model_is_told(
    tmp_path: Path, make_sound: MakeSound, damaged: str
) -> None:
    folder = make_model(tmp_path / "model")
    (folder / damaged).write_bytes(b"{]")

    with pytest.raises(SpeechError, match="cannot be loaded"):
        transcribe(
            make_sound("wav"),
            find_model(folder),
            language="en",
            on_progress=ignore,
            cancelled=never,
        )


@needs_library
def test_a_model_gives_lines_within_the_recording_and_progress(
    model_folder: Path, tmp_path: Path
) -> None:
    shares: list[float] = []

    lines = transcribe(
        write_speech(tmp_path / "speech.ogg"),
        find_model(model_folder),
        language="en",
        on_progress=shares.append,
        cancelled=never,
    )

    assert lines
    assert {word for line in lines for word in line.text.split()} <= {
        word.strip() for word in WORDS
    }
    assert all(0 <= line.start_ms <= line.end_ms <= (SPOKEN_SECONDS + 1) * 1000 for line in lines)
    assert lines[-1].end_ms > 30_000, "a model hears half a minute at once"
    assert shares[-1] == 1.0
    assert all(0 <= share <= 1 for share in shares)
    assert len(shares) > len(lines)


@needs_library
def test_a_recording_without_speech_gives_no_lines(
    model_folder: Path, make_sound: MakeSound
) -> None:
    lines = transcribe(
        make_sound("wav"),
        find_model(model_folder),
        language=None,
        on_progress=ignore,
        cancelled=never,
    )

    assert lines == ()


@needs_library
def test_a_language_the_model_does_not_know_is_told(model_folder: Path) -> None:
    with pytest.raises(SpeechError, match="language"):
        transcribe(
            VISIT,
            find_model(model_folder),
            language="cy",
            on_progress=ignore,
            cancelled=never,
        )


@needs_library
def test_it_stops_when_it_is_told_to(model_folder: Path) -> None:
    with pytest.raises(CancelledError):
        transcribe(
            VISIT,
            find_model(model_folder),
            language="en",
            on_progress=ignore,
            cancelled=lambda: True,
        )


def test_what_is_no_recording_is_refused_before_the_model_is_loaded(
    hollow_model: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(speech_to_text, "is_installed", lambda: True)

    with pytest.raises(RecordingError):
        transcribe(
            hollow_model / "config.json",
            find_model(hollow_model),
            language=None,
            on_progress=ignore,
            cancelled=never,
        )


def run(code: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize(
    "call",
    [
        "socket.create_connection(('127.0.0.1', 9))",
        "socket.getaddrinfo('made-up.invalid', 443)",
        "socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(b'x', ('127.0.0.1', 9))",
    ],
)
def test_the_working_process_reaches_no_network(call: str) -> None:
    done = run(
        "import socket, sys\n"
        "from practicecoder.audio import speech_worker\n"
        "speech_worker.cut_off_networks()\n"
        f"{call}"
    )

    assert "PermissionError: speech is turned into text on this computer only" in done.stderr


def test_the_library_is_not_loaded_with_the_module() -> None:
    done = run(
        "import sys\n"
        "from practicecoder.audio import speech_to_text, speech_worker\n"
        "speech_to_text.is_installed()\n"
        "print([n for n in ('faster_whisper', 'ctranslate2', 'av') if n in sys.modules])"
    )

    assert (done.stdout.strip(), done.stderr) == ("[]", "")
