"""An archive of another program's files is read as one body of codings."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

import pytest

from practicecoder.errors import ImportedDataError
from practicecoder.interchange.foreign.folder import read_folder
from tests.interchange.foreign.conftest import FORMATS


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """Folder of one coder as CACTI 0.30 to 0.60 left it."""
    folder = tmp_path / "archive"
    put(folder / "A" / "HF-0042.casaa", "cacti_v060_text.casaa")
    put(folder / "A" / "HF-0042.globals", "cacti_v060.globals")
    put(folder / "userConfiguration.xml", "cacti_userConfiguration.xml")
    (folder / "A" / "HF-0042.wav").write_bytes(b"RIFF")
    return folder


def put(path: Path, name: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes((FORMATS / name).read_bytes())


def test_codes_and_ratings_of_a_session_are_joined(archive: Path) -> None:
    found = read_folder(archive)
    (one,) = found.recordings
    assert (one.session, one.coder) == ("HF-0042", None)
    assert (len(one.events), len(one.ratings), len(one.notes)) == (12, 7, 1)
    assert found.sounds == (PurePosixPath("A/HF-0042.wav"),)
    assert not found.problems


def test_the_configuration_tells_speakers_scales_and_defaults(archive: Path) -> None:
    found = read_folder(archive)
    (one,) = found.recordings
    assert [event.speaker for event in one.events][:2] == ["Therapist", "Client"]
    assert {item.maximum for item in found.items} == {5}
    assert [rating.item for rating in one.ratings if rating.may_be_default] == ["EVOCATION"]
    assert len(found.codes) == 14
    told = [notice for notice in found.as_data().notices if "CACTI fills in" in notice]
    assert len(told) == 1
    assert "1 rating is 0, which CACTI fills in by itself" in told[0]


def test_folders_may_name_the_coders(archive: Path) -> None:
    put(archive / "B" / "HF-0042.casaa", "cacti_v080_sqlite.casaa")
    found = read_folder(archive, folders_are_coders=True)
    assert found.coders == ("A", "B")
    assert found.sessions == ("HF-0042",)
    assert not found.problems


def test_marks_in_several_files_are_a_problem_unless_folders_name_coders(archive: Path) -> None:
    put(archive / "B" / "HF-0042.casaa", "cacti_v080_sqlite.casaa")
    told = [problem.what for problem in read_folder(archive).problems]
    assert len(told) == 2
    assert "A/HF-0042.casaa, B/HF-0042.casaa" in told[0]


def test_uncoded_spans_give_way_to_codes(tmp_path: Path) -> None:
    put(tmp_path / "x.casaa", "cacti_v010.casaa")
    put(tmp_path / "x.parse", "cacti_v010.parse")
    found = read_folder(tmp_path)
    assert {event.code for event in found.recordings[0].events} >= {"Q", "SR"}
    assert not found.problems


def test_copies_that_cacti_keeps_and_files_twice_are_left_out_and_told(archive: Path) -> None:
    put(archive / "A" / "HF-0042.casaa.txt.bak", "cacti_v060_text.casaa")
    put(archive / "A" / "copy.casaa", "cacti_v060_text.casaa")
    found = read_folder(archive)
    assert not found.problems
    assert found.notices == (
        "A/HF-0042.casaa.txt.bak was left out: it is what CACTI keeps of an older file.",
        "A/copy.casaa is the same file as A/HF-0042.casaa.",
    )


def test_files_that_cannot_be_read_are_listed_with_their_places(archive: Path) -> None:
    (archive / "A" / "letter.txt").write_text("Dear all,")
    put(archive / "summary.csv", "casaa_summary_export_20240101120000.csv")
    (archive / "A" / "bad.casaa").write_text("Audio File:\tx.wav\n00:99:00.0\t61\tQ\n")
    places = [problem.file for problem in read_folder(archive).problems]
    assert places == ["A/letter.txt", "summary.csv", "A/bad.casaa"]


def test_a_folder_counts_as_one_file_with_the_coarsest_times(archive: Path) -> None:
    put(archive / "A" / "old" / "HF-0043.casaa", "cacti_v010.casaa")
    path = archive / "A" / "old" / "HF-0043.casaa"
    path.write_bytes(path.read_bytes().replace(b"HF-0042", b"HF-0043"))
    data = read_folder(archive).as_data()
    assert data.sessions == ("HF-0042", "HF-0043")
    assert data.resolution_ms == 1000
    assert any(notice.startswith("A/old/HF-0043.casaa: Times are") for notice in data.notices)


def test_folders_without_codings_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ImportedDataError, match="holds no file"):
        read_folder(tmp_path)
    with pytest.raises(ImportedDataError, match="no such folder"):
        read_folder(tmp_path / "nowhere")
