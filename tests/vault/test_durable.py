import os
from collections.abc import Callable
from pathlib import Path

import pytest

from practicecoder.vault.durable import write_durably, write_over_durably


@pytest.mark.parametrize("write", [write_durably, write_over_durably])
def test_a_file_is_made_and_replaced(tmp_path: Path, write: Callable[[Path, bytes], None]) -> None:
    file = tmp_path / "made-up"
    write(file, b"old")
    write(file, b"new")
    assert file.read_bytes() == b"new"
    assert [one.name for one in tmp_path.iterdir()] == ["made-up"]


@pytest.mark.skipif(os.name == "nt", reason="old blocks are not reached on Windows")
def test_the_old_blocks_are_written_over(tmp_path: Path) -> None:
    file = tmp_path / "made-up"
    write_durably(file, b"old secret")
    with file.open("rb") as old:
        write_over_durably(file, b"new")
        assert old.read() == bytes(10)
