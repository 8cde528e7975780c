"""Recordings are kept with the settings they were made with, and read back as they were."""

from __future__ import annotations

from pathlib import Path
from types import MappingProxyType

import pytest

from practicecoder.storage import engine
from practicecoder.storage.engine import SETTINGS
from tests.trust import disk
from tests.trust.recorded_writer import Way
from tests.trust.recording import KEPT_CHANGES, KEPT_WAYS, Recording, kept, kept_file

EVERY_OPERATION: list[disk.Operation] = [
    disk.Made("study.db-journal", 1),
    disk.Written(1, 512, b"\x00\xffpage"),
    disk.Cut(1, 7),
    disk.Synced(1),
    disk.FolderSynced("."),
    disk.Renamed("making.db", "study.db"),
    disk.Removed("study.db-journal"),
    disk.Said(3),
]


def test_a_recording_is_read_back_as_it_was(tmp_path: Path) -> None:
    recording = Recording(
        way=Way.FULL,
        files={"study.db": b"\x00made up"},
        operations=EVERY_OPERATION,
        settings={"synchronous": "FULL"},
    )

    recording.write(tmp_path / "recording")

    assert Recording.read(tmp_path / "recording") == recording


@pytest.mark.usefixtures("disk_waited_for")
@pytest.mark.parametrize("way", KEPT_WAYS)
def test_the_kept_recordings_have_the_settings_of_the_program(way: Way) -> None:
    """If they differ: ``python -m tests.trust.recording``."""
    assert kept(way).operations


def test_a_recording_with_other_settings_than_the_program_has_proves_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    hasty = MappingProxyType({**SETTINGS, "synchronous": "NORMAL"})
    monkeypatch.setattr(engine, "SETTINGS", hasty)

    with pytest.raises(RuntimeError, match="other settings"):
        kept(Way.STORE)


def test_kept_recordings_are_small() -> None:
    files = [kept_file(what) for what in (*KEPT_WAYS, *KEPT_CHANGES)]

    assert sum(file.stat().st_size for file in files) < 100_000
