"""Room is measured where the study and its backups are, and small room is small."""

from __future__ import annotations

import shutil
from collections import namedtuple
from pathlib import Path

import pytest

from practicecoder.storage.folders import StudyFolder
from practicecoder.storage.free_space import LEAST_FREE_BYTES, free_bytes, room_of

Usage = namedtuple("Usage", "total used free")


@pytest.fixture
def folder(tmp_path: Path) -> StudyFolder:
    folder = StudyFolder(tmp_path / "study")
    for part in (folder.audio, folder.backups, folder.cache):
        part.mkdir(parents=True)
    folder.database.write_bytes(b"x" * 10)
    (folder.audio / "a.wav").write_bytes(b"x" * 300)
    (folder.backups / "b.db").write_bytes(b"x" * 20)
    (folder.cache / "deep").mkdir()
    (folder.cache / "deep" / "c").write_bytes(b"x" * 7)
    return folder


def free_by_place(folder: StudyFolder, monkeypatch: pytest.MonkeyPatch, **free: int) -> None:
    places = {folder.path: free["study"], folder.backups: free["backups"]}
    monkeypatch.setattr(shutil, "disk_usage", lambda place: Usage(10**9, 0, places[Path(place)]))


def test_the_narrower_disk_counts(folder: StudyFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    free_by_place(folder, monkeypatch, study=900, backups=400)

    assert free_bytes(folder) == 400
    assert room_of(folder).free_bytes == 400


def test_each_part_of_a_study_has_its_size(folder: StudyFolder) -> None:
    room = room_of(folder)

    assert (room.database_bytes, room.recordings_bytes) == (10, 300)
    assert (room.backups_bytes, room.cache_bytes) == (20, 7)


@pytest.mark.parametrize(("spare", "is_short"), [(-1, True), (0, False)])
def test_room_is_short_below_the_threshold(
    folder: StudyFolder, monkeypatch: pytest.MonkeyPatch, spare: int, is_short: bool
) -> None:
    free = LEAST_FREE_BYTES + spare
    free_by_place(folder, monkeypatch, study=free, backups=10**12)

    assert room_of(folder).is_short is is_short


def test_a_study_whose_backups_folder_is_missing_can_be_measured(folder: StudyFolder) -> None:
    shutil.rmtree(folder.backups)

    assert free_bytes(folder) > 0
    assert room_of(folder).backups_bytes == 0
