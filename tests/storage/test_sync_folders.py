"""Synchronised folders are known by what their programs say, whatever they are called."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from practicecoder.storage.locations import is_unc, unsafe_for_writing
from practicecoder.storage.sync_folders import synchronised_by


def write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def test_onedrive_tells_its_folder_in_the_environment(tmp_path: Path) -> None:
    told = {"OneDriveCommercial": str(tmp_path / "Work")}

    assert synchronised_by(tmp_path / "Work" / "a", home=tmp_path, environment=told) == "OneDrive"
    assert synchronised_by(tmp_path / "Workshop", home=tmp_path, environment=told) is None


@pytest.mark.parametrize("account", ["personal", "business"])
def test_dropbox_tells_its_folder_in_a_file(tmp_path: Path, account: str) -> None:
    told = {account: {"path": str(tmp_path / "Shared things"), "host": 1}}
    write(tmp_path / ".dropbox" / "info.json", json.dumps(told))
    place = tmp_path / "Shared things" / "study"

    assert synchronised_by(place, home=tmp_path, environment={}) == "Dropbox"


@pytest.mark.parametrize("text", ["", "no JSON", "[]", '{"personal": 3}', '{"a": {"path": 7}}'])
def test_a_file_that_says_nothing_is_passed_over(tmp_path: Path, text: str) -> None:
    write(tmp_path / ".dropbox" / "info.json", text)

    assert synchronised_by(tmp_path / "study", home=tmp_path, environment={}) is None


def test_nextcloud_tells_every_folder_in_its_settings(tmp_path: Path) -> None:
    lines = (
        f"[Accounts]\n0\\Folders\\1\\localPath={tmp_path / 'Team'}/\n0\\Folders\\1\\paused=false\n"
    )
    write(tmp_path / ".config" / "Nextcloud" / "nextcloud.cfg", lines)

    assert synchronised_by(tmp_path / "Team" / "x", home=tmp_path, environment={}) == "Nextcloud"
    assert synchronised_by(tmp_path / "Own" / "x", home=tmp_path, environment={}) is None


@pytest.mark.parametrize(
    "name",
    [
        "OneDrive",
        "OneDrive - Northshire Council",
        "Dropbox (Northshire)",
        "iCloudDrive",
        "Mobile Documents",
        "Nextcloud",
        "Nextcloud2",
        "Nextcloud (team)",
        "ownCloud",
        "Google Drive",
        "Proton Drive",
        "CloudStorage",
    ],
)
def test_folders_with_a_programs_name_are_not_written(tmp_path: Path, name: str) -> None:
    assert unsafe_for_writing(tmp_path / name / "study") is not None


@pytest.mark.parametrize("name", ["Drive", "Box", "Sync", "nextcloudy", "one", "Team folder"])
def test_other_names_tell_nothing(tmp_path: Path, name: str) -> None:
    assert unsafe_for_writing(tmp_path / name / "study") is None


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        (r"\\server\team\study", True),
        ("//server/team/study", True),
        (r"\\?\UNC\server\team", True),
        (r"\\?\C:\study", False),
        (r"C:\study", False),
        ("/home/user", False),
    ],
)
def test_windows_names_of_shares_are_known(place: str, expected: bool) -> None:
    assert is_unc(place) is expected
