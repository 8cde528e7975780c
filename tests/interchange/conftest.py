"""Made-up tables in several formats, and a way to see every problem of a file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from practicecoder.codebook import library
from practicecoder.codebook.model import Codebook
from practicecoder.errors import ImportedDataError

GOLDEN = Path(__file__).parent.parent / "golden"

Told = list[tuple[int | None, str | None, str]]
"""Line, key and sentence of each problem."""


@pytest.fixture(scope="session")
def swim7() -> Codebook:
    return library.find("swim7")


@pytest.fixture(scope="session")
def miti() -> Codebook:
    return library.find("miti-4.2.1")


@pytest.fixture(scope="session")
def golden() -> Path:
    return GOLDEN


@pytest.fixture
def written(tmp_path: Path) -> Callable[..., Path]:
    """Function that writes a text into a file and gives its path."""

    def write(text: str | bytes, name: str = "table.csv") -> Path:
        path = tmp_path / name
        path.write_bytes(text.encode() if isinstance(text, str) else text)
        return path

    return write


@pytest.fixture
def told() -> Callable[[Callable[[], object]], Told]:
    """Function that calls another and gives the problems it raised."""

    def call(read: Callable[[], object]) -> Told:
        with pytest.raises(ImportedDataError) as caught:
            read()
        return [(p.line, p.key, f"{p.what} {p.fix}".strip()) for p in caught.value.problems]

    return call
