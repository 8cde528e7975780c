"""Codings of other programs find their session by name, by recording, by length, or not at all."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from practicecoder.codebook import library
from practicecoder.services.context import StudyServices
from practicecoder.services.studies import create_study
from tests.services.test_importing import tone

SAMPLES = Path(__file__).parents[1] / "golden" / "formats"


@pytest.fixture
def study(tmp_path: Path) -> Iterator[StudyServices]:
    """Two sessions, with recordings of one and of two seconds."""
    made = create_study(tmp_path / "study", title="Two", codebook=library.find("swim7"))
    for number in (1, 2):
        tone(tmp_path / "sound" / f"{number}.wav", 300 * number, seconds=number)
    sheet = tmp_path / "sheet.csv"
    rows = "session_id,audio\nS-1,sound/1.wav\nS-2,sound/2.wav\n"
    sheet.write_text(rows, encoding="utf-8")
    made.importing.add_sessions(sheet, actor=None)
    yield made
    made.close()


def matches(study: StudyServices, folder: Path) -> dict[str, str]:
    codings = study.importing.codings
    return dict(codings.match_sessions(folder, codings.read(folder)))


def boris(folder: Path, session: str, length_s: float | None) -> None:
    """Project of BORIS with one observation; BORIS tells how long its recording is."""
    document = json.loads((SAMPLES / "boris_project.boris").read_text(encoding="utf-8"))
    observation = next(iter(document["observations"].values()))
    path = next(iter(observation["file"].values()))[0]
    observation["media_info"] = {"length": {path: length_s}} if length_s is not None else {}
    document["observations"] = {f"{session} A": observation}
    folder.mkdir()
    (folder / "p.boris").write_text(json.dumps(document), encoding="utf-8")


def test_names_match_whatever_their_case_and_signs(study: StudyServices, tmp_path: Path) -> None:
    boris(tmp_path / "in", "s_1", None)
    assert matches(study, tmp_path / "in") == {"s_1": "S-1"}


def test_a_recording_of_as_many_samples_matches(study: StudyServices, tmp_path: Path) -> None:
    boris(tmp_path / "in", "other", None)
    shutil.copy(tmp_path / "sound" / "2.wav", tmp_path / "in" / "other.wav")
    assert matches(study, tmp_path / "in") == {"other": "S-2"}


def test_a_length_that_one_recording_has_matches(study: StudyServices, tmp_path: Path) -> None:
    boris(tmp_path / "in", "other", 2.01)
    assert matches(study, tmp_path / "in") == {"other": "S-2"}


def test_nothing_is_guessed(study: StudyServices, tmp_path: Path) -> None:
    boris(tmp_path / "in", "other", 1.5)
    assert matches(study, tmp_path / "in") == {}


def test_files_can_be_chosen_out_of_a_folder(study: StudyServices, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for name in ("elan.eaf", "praat.TextGrid"):
        shutil.copy(SAMPLES / name, folder)
    shutil.copy(tmp_path / "sound" / "1.wav", folder / "HF-0042.wav")
    found = study.importing.codings.read(folder, only=["elan.eaf"])
    assert [str(file.place) for file in found.files] == ["elan.eaf"]
    assert [str(place) for place in found.sounds] == ["HF-0042.wav"]
