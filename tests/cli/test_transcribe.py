"""The command that writes a recording's speech as text."""

from __future__ import annotations

from pathlib import Path

import pytest

from practicecoder.audio.speech_to_text import is_installed
from practicecoder.interchange.transcripts.reading import read_transcript
from tests.audio.tiny_speech_model import VISIT, make_model, write_speech
from tests.cli.conftest import Run


@pytest.mark.skipif(not is_installed(), reason="the extra speech is not installed")
def test_speech_is_written_as_webvtt(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "made-up.vtt"

    speech, model = write_speech(tmp_path / "speech.ogg"), make_model(tmp_path / "model")

    done = run("audio", "transcribe", speech, "--model", model, "--out", out)

    assert (done.code, f"to {out}" in done.out) == (0, True)
    assert read_transcript(out).is_timed
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "made-up.vtt",
        "model",
        "speech.ogg",
    ]


def test_a_folder_without_a_model_is_told_and_nothing_is_written(run: Run, tmp_path: Path) -> None:
    done = run("audio", "transcribe", VISIT, "--model", tmp_path, "--out", tmp_path / "a.vtt")

    assert done.code == 1
    assert "model.bin" in done.err
    assert list(tmp_path.iterdir()) == []


def test_a_place_that_cannot_be_written_is_told_first(run: Run, tmp_path: Path) -> None:
    done = run("audio", "transcribe", VISIT, "--model", tmp_path, "--out", tmp_path)

    assert (done.code, "cannot be written" in done.err) == (1, True)
