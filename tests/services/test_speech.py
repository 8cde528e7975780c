from __future__ import annotations

from pathlib import Path

import pytest

from practicecoder.errors import SpeechError
from practicecoder.services.speech import can_recognise, check_model, recognise
from practicecoder.vault.sound_file import SoundFile
from tests.audio.tiny_speech_model import WORDS, make_model, write_speech


def test_a_folder_without_a_model_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SpeechError, match=r"model\.bin"):
        check_model(tmp_path)


@pytest.mark.skipif(not can_recognise(), reason="the extra speech is not installed")
def test_speech_becomes_lines_as_a_file_would_give_them(tmp_path: Path) -> None:
    shares: list[float] = []

    read = recognise(
        SoundFile(write_speech(tmp_path / "speech.ogg")),
        make_model(tmp_path / "model"),
        language="en",
        on_progress=shares.append,
        cancelled=lambda: False,
    )

    assert read.speakers == ()
    assert read.is_timed
    assert {line.speaker for line in read.lines} == {""}
    assert any(word.strip() in read.lines[0].text for word in WORDS)
    assert len(read.digest) == 64
    assert any("no evidence" in notice for notice in read.notices)
    assert shares[-1] == 1.0
