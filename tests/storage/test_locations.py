from __future__ import annotations

import sys
from pathlib import Path, PurePosixPath

import pytest

from practicecoder.storage import locations
from practicecoder.storage.locations import (
    is_network,
    nearest_mount,
    read_mounts,
    unsafe_for_writing,
)

MOUNTS = """\
rootfs / rootfs rw 0 0
/dev/sda1 / ext4 rw 0 0
server:/export /mnt/team nfs4 rw,relatime 0 0
/dev/sdb1 /mnt/team/local ext4 rw 0 0
//server/share /mnt/two\\040words cifs rw 0 0
user@host: /home/user/far fuse.sshfs rw 0 0
/dev/fuse /run/user/1000/doc fuse.portal rw 0 0
C:\\134 /mnt/c 9p rw 0 0
tmpfs /tmp tmpfs rw 0 0
"""


@pytest.mark.parametrize(
    ("place", "file_system"),
    [
        ("/home/user/study", None),
        ("/mnt/team", "nfs4"),
        ("/mnt/team/a/b", "nfs4"),
        ("/mnt/teamwork", None),
        ("/mnt/team/local/a", "ext4"),
        ("/mnt/two words/a", "cifs"),
        ("/home/user/far/study", "fuse.sshfs"),
        ("/mnt/c/Users", "9p"),
        ("/tmp/x", "tmpfs"),
    ],
)
def test_the_nearest_mount_says_what_a_place_is_on(place: str, file_system: str | None) -> None:
    assert nearest_mount(read_mounts(MOUNTS), PurePosixPath(place)) == file_system


def test_the_root_counts_as_local_whatever_it_is() -> None:
    assert nearest_mount([("/", "9p")], PurePosixPath("/home/user")) is None


def test_of_two_mounts_in_one_place_the_later_counts() -> None:
    mounts = [("/mnt", "ext4"), ("/mnt", "nfs")]

    assert nearest_mount(mounts, PurePosixPath("/mnt/a")) == "nfs"


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("nfs", True),
        ("nfs4", True),
        ("cifs", True),
        ("smb3", True),
        ("9p", True),
        ("fuse.sshfs", True),
        ("fuse.rclone", True),
        ("ext4", False),
        ("btrfs", False),
        ("apfs", False),
        ("fuseblk", False),
        ("fuse.portal", False),
        ("fuse.veracrypt", False),
        ("fuse.gocryptfs", False),
    ],
)
def test_network_file_systems_are_known_by_name(kind: str, expected: bool) -> None:
    assert is_network(kind) is expected


@pytest.mark.parametrize(
    ("folder", "product"),
    [
        ("OneDrive", "OneDrive"),
        ("OneDrive - Made-up University", "OneDrive"),
        ("OneDrive-MadeUp", "OneDrive"),
        ("Dropbox", "Dropbox"),
        ("Dropbox (Made up)", "Dropbox"),
        ("Mobile Documents", "iCloud"),
        ("iCloudDrive", "iCloud"),
        ("Nextcloud", "Nextcloud"),
        ("Google Drive", "Google Drive"),
        ("GoogleDrive-made-up", "Google Drive"),
    ],
)
def test_synchronised_folders_are_known_by_name(tmp_path: Path, folder: str, product: str) -> None:
    place = tmp_path / folder / "projects" / "study"

    assert unsafe_for_writing(place) == f"a folder that {product} synchronises"


@pytest.mark.parametrize("folder", ["Dropboxes", "my OneDrives", "nextcloud-notes", "drive"])
def test_similar_names_are_harmless(tmp_path: Path, folder: str) -> None:
    assert unsafe_for_writing(tmp_path / folder / "study") is None


@pytest.mark.parametrize(
    ("marker", "product"),
    [
        (".dropbox", "Dropbox"),
        (".owncloudsync.log", "ownCloud"),
        (".nextcloudsync.log", "Nextcloud"),
        (".sync_0123abcd.db", "Nextcloud or ownCloud"),
        ("._sync_0123abcd.db", "Nextcloud or ownCloud"),
    ],
)
def test_synchronised_folders_are_known_by_their_marks(
    tmp_path: Path, marker: str, product: str
) -> None:
    (tmp_path / marker).touch()

    assert unsafe_for_writing(tmp_path / "study") == f"a folder that {product} synchronises"


@pytest.mark.parametrize("marker", [".dropbox.cache", ".stfolder", ".tmp.drivedownload"])
def test_synchronised_folders_are_known_by_folders_in_them(tmp_path: Path, marker: str) -> None:
    (tmp_path / marker).mkdir()

    assert unsafe_for_writing(tmp_path / "study") is not None


def test_a_home_in_which_dropbox_keeps_its_settings_is_harmless(tmp_path: Path) -> None:
    (tmp_path / ".dropbox").mkdir()

    assert unsafe_for_writing(tmp_path / "study") is None


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_links_are_followed(tmp_path: Path) -> None:
    (tmp_path / "Dropbox").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "Dropbox")

    assert unsafe_for_writing(tmp_path / "link" / "study") is not None


def test_a_network_share_is_told_with_its_kind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(locations, "_file_system", lambda place: "nfs4")

    assert unsafe_for_writing(tmp_path) == "a network share (nfs4)"


def test_a_usual_place_is_safe(tmp_path: Path) -> None:
    assert unsafe_for_writing(tmp_path / "not" / "there" / "yet") is None
