"""Files that people name are written whole, and what is no file is not replaced by one."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from practicecoder.errors import ExportError
from practicecoder.reports import document
from practicecoder.services import whole_file

WRITERS = pytest.mark.parametrize(
    "write", [whole_file.write_whole, document.write_whole], ids=["services", "reports"]
)


@WRITERS
@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="named pipes are not known here")
def test_a_device_gets_the_content_and_stays(
    tmp_path: Path, write: Callable[[bytes, Path], None]
) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        write(b"made up", pipe)
        assert os.read(reader, 100) == b"made up"
    finally:
        os.close(reader)

    assert pipe.is_fifo()
    assert list(tmp_path.iterdir()) == [pipe]


@WRITERS
def test_what_is_there_gives_way(tmp_path: Path, write: Callable[[bytes, Path], None]) -> None:
    target = tmp_path / "file.csv"
    target.write_bytes(b"before")

    write(b"after", target)

    assert target.read_bytes() == b"after"
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.parametrize("name", ["", "folder"])
def test_a_folder_is_refused_in_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "folder").mkdir()

    with pytest.raises(ExportError, match="could not be written there"):
        whole_file.write_whole(b"made up", Path(name))

    assert [path.name for path in tmp_path.iterdir()] == ["folder"]
