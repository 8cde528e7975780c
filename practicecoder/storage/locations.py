"""Where a study must not be written: network shares and synchronised folders.

Databases need locks that hold and writes that stay. Shares and synchronising programs give
neither for sure; two writers there lose or destroy each other's work.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path, PurePath

from practicecoder.storage.sync_folders import synchronised_by

NETWORK_FILE_SYSTEMS = frozenset(
    {
        "9p",
        "afpfs",
        "afs",
        "beegfs",
        "ceph",
        "cifs",
        "coda",
        "davfs",
        "glusterfs",
        "lustre",
        "ncpfs",
        "nfs",
        "nfs4",
        "ocfs2",
        "orangefs",
        "prl_fs",
        "smb",
        "smb2",
        "smb3",
        "smbfs",
        "vboxsf",
        "virtiofs",
        "vmhgfs",
        "webdav",
    }
)

NETWORK_FUSE = re.compile(
    r"(sshfs|rclone|davfs|gvfs|s3fs|gcsfuse|goofys|curlftpfs|vmhgfs|google-drive|onedriver"
    r"|ceph|glusterfs|mergerfs|seadrive|smb|nfs|juicefs|mfs|kio-fuse|mtpfs|ifuse)"
)
"""Programs behind a ``fuse`` mount that bring in what lies elsewhere."""

_SYNC_FOLDERS = (
    (re.compile(r"one ?drive( ?- ?.*|-.*)?"), "OneDrive"),
    (re.compile(r"dropbox( ?\(.*\))?"), "Dropbox"),
    (re.compile(r"mobile documents|icloud ?drive|com~apple~clouddocs"), "iCloud"),
    (re.compile(r"nextcloud( ?\d+| - .*| ?\(.*\))?"), "Nextcloud"),
    (re.compile(r"owncloud( ?\d+| - .*| ?\(.*\))?"), "ownCloud"),
    (re.compile(r"google ?drive(-.*)?"), "Google Drive"),
    (re.compile(r"cloudstorage"), "a cloud drive"),
    (re.compile(r"seafile|seadrive"), "Seafile"),
    (re.compile(r"pcloud ?drive|pclouddrive"), "pCloud"),
    (re.compile(r"box sync"), "Box"),
    (re.compile(r"proton ?drive"), "Proton Drive"),
    (re.compile(r"mega ?sync"), "MEGA"),
    (re.compile(r"tresorit( drive)?"), "Tresorit"),
)

_SYNC_MARKERS = (
    # Dropbox keeps a folder of that name in the home of every user: only a file marks its folder.
    (re.compile(r"\.dropbox"), "Dropbox"),
    (re.compile(r"\.(owncloudsync\.log|owncloudsync\.log\.1)"), "ownCloud"),
    (re.compile(r"\.(nextcloudsync\.log|nextcloudsync\.log\.1)"), "Nextcloud"),
    (re.compile(r"\._?sync_[0-9a-f]+\.db"), "Nextcloud or ownCloud"),
)
_SYNC_MARKER_FOLDERS = (
    (re.compile(r"\.dropbox\.cache"), "Dropbox"),
    (re.compile(r"\.stfolder"), "Syncthing"),
    (re.compile(r"\.tmp\.drive(download|upload)"), "Google Drive"),
)


def unsafe_for_writing(path: Path) -> str | None:
    """Say what makes a place unsafe for a study, ``"a network share (nfs)"``; None if nothing.

    The path need not exist; links in it are followed.
    """
    place = _existing(path)
    return _synchronised(path.absolute()) or _synchronised(place) or _shared(place)


def _existing(path: Path) -> Path:
    """Nearest folder on the way to ``path`` that exists, without links."""
    place = path.absolute()
    while not place.exists() and place != place.parent:
        place = place.parent
    return place.resolve()


def _synchronised(place: Path) -> str | None:
    for folder in (place, *place.parents):
        name = folder.name.casefold()
        for pattern, product in _SYNC_FOLDERS:
            if pattern.fullmatch(name):
                return f"a folder that {product} synchronises"
        marked = _marked_by(folder)
        if marked is not None:
            return f"a folder that {marked} synchronises"
    told = synchronised_by(place)
    return None if told is None else f"a folder that {told} synchronises"


def _marked_by(folder: Path) -> str | None:
    try:
        with os.scandir(folder) as entries:
            hidden = [entry for entry in entries if entry.name.startswith(".")]
            for entry in hidden:
                known = _SYNC_MARKER_FOLDERS if entry.is_dir() else _SYNC_MARKERS
                for pattern, product in known:
                    if pattern.fullmatch(entry.name.casefold()):
                        return product
    except OSError:  # a folder on the way that may not be listed tells nothing
        return None
    return None


def _shared(place: Path) -> str | None:
    if is_unc(str(place)):
        return "a network share"
    kind = _file_system(place)
    return None if kind is None or not is_network(kind) else f"a network share ({kind})"


def is_unc(place: str) -> bool:
    """Whether a path names a share on another computer, as Windows writes it.

    Examples
    --------
    >>> is_unc("//server/team/study"), is_unc("//?/C:/study")
    (True, False)
    """
    text = place.replace("\\", "/")
    if text.startswith(("//?/", "//./")):
        return text[4:].upper().startswith("UNC/")
    return text.startswith("//")


def is_network(file_system: str) -> bool:
    """Whether a file system of that name brings in what lies on another machine."""
    kind = file_system.casefold()
    if kind.startswith("fuse"):
        return NETWORK_FUSE.search(kind) is not None
    return kind in NETWORK_FILE_SYSTEMS


if sys.platform == "win32":

    def _file_system(place: Path) -> str | None:
        import ctypes

        remote = 4
        kind = ctypes.windll.kernel32.GetDriveTypeW(place.anchor)
        return "smb" if kind == remote else None

elif sys.platform == "darwin":

    def _file_system(place: Path) -> str | None:
        mounts = subprocess.run(
            ["/sbin/mount"], capture_output=True, text=True, check=False, timeout=10
        ).stdout
        found = re.findall(r"^.+ on (.+) \((\w+)[,)]", mounts, flags=re.MULTILINE)
        return nearest_mount([(where, kind) for where, kind in found], place)

else:

    def _file_system(place: Path) -> str | None:
        try:
            mounts = Path("/proc/self/mounts").read_text(encoding="utf-8", errors="replace")
        except OSError:
            return None
        return nearest_mount(read_mounts(mounts), place)


def read_mounts(text: str) -> list[tuple[str, str]]:
    """Mount points and file systems of a Linux list of mounts, in its order.

    Examples
    --------
    >>> read_mounts("server:/data /mnt/team nfs4 rw 0 0")
    [('/mnt/team', 'nfs4')]
    """
    lines = (line.split() for line in text.splitlines())
    return [(_unescaped(words[1]), words[2]) for words in lines if len(words) > 2]


def nearest_mount(mounts: list[tuple[str, str]], place: PurePath) -> str | None:
    """File system that a place is on; None for the root, from which the computer itself runs.

    Of two mounts over each other the later one counts.

    Examples
    --------
    >>> nearest_mount([("/", "ext4"), ("/mnt/team", "nfs4")], PurePath("/mnt/team/study"))
    'nfs4'
    """
    nearest, file_system = PurePath("/"), None
    for where, kind in mounts:
        point = PurePath(where)
        holds = point == place or point in place.parents
        if holds and point != PurePath("/") and len(point.parts) >= len(nearest.parts):
            nearest, file_system = point, kind
    return file_system


def _unescaped(text: str) -> str:
    return re.sub(r"\\([0-7]{3})", lambda octal: chr(int(octal[1], 8)), text)
