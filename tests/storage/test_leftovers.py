"""Tests of what a killed program leaves behind: it is gone after the next opening."""

from __future__ import annotations

from pathlib import Path

import pytest

from practicecoder.domain.study import StudyRecord
from practicecoder.storage.audio_store import AudioStore, fingerprint_of
from practicecoder.storage.backups import Backups
from practicecoder.storage.folders import StudyFolder
from practicecoder.storage.study_folder import StudyStore
from practicecoder.vault import durable

CANARY = b"canary of a withdrawn session"

LEFT_BEHIND = (
    "study.db.restoring",
    "study.db.restoring-journal",
    "study.db.upgrading",
    "incoming-a1b2c3d4/.intake-x/sound",
    ".keys.json-a1b2c3d4",
    ".audio.keys-a1b2c3d4",
    ".audio.keys.2-a1b2c3d4",
    "audio/.adopting-0123456789abcdef",
    "backups/.making.db",
    "backups/.keys.json-a1b2c3d4",
    "cache/tmpa1b2c3d4.part",
)
OTHERS = (
    "incoming calls.txt",
    "incoming-letters/list.txt",
    "output/study.db.restoring",
    "notes.part",
)


@pytest.fixture
def folder(closed_study: StudyFolder) -> StudyFolder:
    for name in (*LEFT_BEHIND, *OTHERS):
        file = closed_study.path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(CANARY)
    return closed_study


def left_in(folder: StudyFolder) -> set[str]:
    return {
        file.relative_to(folder.path).as_posix()
        for file in folder.path.rglob("*")
        if file.is_file() and CANARY in file.read_bytes()
    }


def test_the_next_opening_removes_it_and_nothing_else(folder: StudyFolder) -> None:
    StudyStore.open(folder.path).close()
    assert left_in(folder) == set(OTHERS)
    assert not (folder.path / "incoming-a1b2c3d4").exists()


def test_its_blocks_are_written_over(folder: StudyFolder, tmp_path: Path) -> None:
    second_name = tmp_path / "second name"
    second_name.hardlink_to(folder.audio / ".adopting-0123456789abcdef")
    StudyStore.open(folder.path).close()
    assert second_name.read_bytes() == bytes(len(CANARY))


def test_what_a_link_leads_to_stays(closed_study: StudyFolder, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "file").write_bytes(CANARY)
    (closed_study.path / "incoming-a1b2c3d4").symlink_to(tmp_path / "elsewhere")
    StudyStore.open(closed_study.path).close()
    assert (tmp_path / "elsewhere" / "file").read_bytes() == CANARY


def test_what_cannot_be_removed_keeps_nobody_from_working(
    folder: StudyFolder, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def busy(_: Path) -> None:
        raise PermissionError

    monkeypatch.setattr("practicecoder.storage.leftovers.overwrite", busy)
    StudyStore.open(folder.path).close()
    assert left_in(folder) >= {"study.db.restoring", "audio/.adopting-0123456789abcdef"}
    assert {record.getMessage() for record in caplog.records} == {
        "a leftover stays: PermissionError"
    }
    caplog.clear()


def test_opening_to_read_writes_nothing(folder: StudyFolder) -> None:
    StudyStore.open(folder.path, read_only=True).close()
    assert left_in(folder) == {*LEFT_BEHIND, *OTHERS}


def test_names_are_those_that_the_program_makes(
    closed_study: StudyFolder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, record: StudyRecord
) -> None:
    """A program that ends in the middle leaves files that the sweep knows."""

    class KilledError(BaseException):
        pass

    def killed(*_: object) -> None:
        raise KilledError

    def nothing(*_: object, **__: object) -> None:
        pass

    with monkeypatch.context() as patched:
        patched.setattr(Path, "replace", killed)
        patched.setattr(Path, "unlink", nothing)
        sound = tmp_path / "sound"
        sound.write_bytes(CANARY)
        with pytest.raises(KilledError):
            AudioStore.of_study(closed_study).adopt(sound, fingerprint_of(sound), ".wav")
        with pytest.raises(KilledError):
            durable.write_durably(closed_study.path / "audio.keys", CANARY)
        with pytest.raises(KilledError):
            Backups(closed_study).make(record.created_at)
    made = {file.name for file in closed_study.path.rglob(".*")}
    assert len(made) == 3
    StudyStore.open(closed_study.path).close()
    assert not set(closed_study.path.rglob(".*"))
