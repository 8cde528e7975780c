"""Lines of strace become operations on the study's disk."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.trust.disk import (
    Cut,
    FolderSynced,
    Made,
    Operation,
    Removed,
    Renamed,
    Said,
    Synced,
    Written,
)
from tests.trust.tracing import NotUnderstoodError, Reader

STUDY = Path("/made-up/study")
SAID = Path("/made-up/said")


def hexed(text: str) -> str:
    return '"' + "".join(f"\\x{byte:02x}" for byte in text.encode()) + '"'


def opened(name: str, flags: str, handle: int) -> str:
    return f"openat(AT_FDCWD, {hexed(f'/made-up/{name}')}, {flags}, 0644) = {handle}"


def operations(*lines: str) -> list[Operation]:
    return [*Reader(STUDY, SAID, {"study.db": 0}).operations(lines)]


def test_a_commit_is_read_call_by_call() -> None:
    assert operations(
        opened("study/study.db", "O_RDWR|O_CREAT", 3),
        opened("study/study.db-journal", "O_RDWR|O_CREAT", 4),
        f"pwrite64(4, {hexed('page')}, 4, 512) = 4",
        "fdatasync(4)                            = 0",
        opened("study", "O_RDONLY|O_CLOEXEC|O_DIRECTORY", 5),
        "fsync(5)                                = 0",
        "close(5)                                = 0",
        f"pwrite64(3, {hexed('new')}, 3, 8192) = 3",
        "fdatasync(3) = 0",
        "close(4) = 0",
        f"unlink({hexed('/made-up/study/study.db-journal')}) = 0",
    ) == [
        Made("study.db-journal", 1001),
        Written(1001, 512, b"page"),
        Synced(1001),
        FolderSynced("."),
        Written(0, 8192, b"new"),
        Synced(0),
        Removed("study.db-journal"),
    ]


def test_what_is_said_and_what_lies_elsewhere_are_told_apart() -> None:
    assert operations(
        opened("said", "O_WRONLY|O_CREAT", 3),
        opened("elsewhere.txt", "O_WRONLY|O_CREAT", 4),
        f"write(4, {hexed('nothing of the study')}, 20) = 20",
        f"write(3, {hexed(chr(55) + chr(10))}, 2) = 2",
    ) == [Said(7)]


def test_writes_follow_the_place_in_the_file() -> None:
    assert operations(
        opened("study/study.db", "O_RDWR", 3),
        f"write(3, {hexed('ab')}, 2) = 2",
        f"write(3, {hexed('cd')}, 2) = 1",
        "lseek(3, 4096, SEEK_SET) = 4096",
        f"write(3, {hexed('e')}, 1) = 1",
        "ftruncate(3, 10) = 0",
    ) == [Written(0, 0, b"ab"), Written(0, 2, b"c"), Written(0, 4096, b"e"), Cut(0, 10)]


def test_a_renamed_file_keeps_its_content() -> None:
    assert operations(
        opened("study/making.db", "O_RDWR|O_CREAT", 3),
        f"rename({hexed('/made-up/study/making.db')}, {hexed('/made-up/study/study.db')}) = 0",
        opened("study/study.db", "O_RDWR", 4),
        f"pwrite64(4, {hexed('x')}, 1, 0) = 1",
    ) == [Made("making.db", 1001), Renamed("making.db", "study.db"), Written(1001, 0, b"x")]


def test_calls_that_failed_did_nothing() -> None:
    gone = f"unlink({hexed('/made-up/study/study.db')}) = -1 ENOENT (No such file or directory)"

    assert operations(gone, "+++ exited with 0 +++") == []


@pytest.mark.parametrize(
    "line",
    [
        f"truncate({hexed('/made-up/study/study.db')}, 0) = 0",
        f"rename({hexed('/elsewhere')}, {hexed('/made-up/study/study.db')}) = 0",
        "copy_file_range(9, NULL, 3, NULL, 10, 0) = 10",
    ],
)
def test_a_change_that_is_not_simulated_is_refused(line: str) -> None:
    with pytest.raises(NotUnderstoodError):
        operations(opened("study/study.db", "O_RDWR", 3), line)
