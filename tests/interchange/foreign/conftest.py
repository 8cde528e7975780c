"""The made-up session HF-0042 as other programs store it, and ways to read texts and bytes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from practicecoder.errors import ImportedDataError
from practicecoder.interchange.foreign.formats import ForeignFormat
from practicecoder.interchange.foreign.reading import read_bytes, read_foreign
from practicecoder.interchange.foreign.values import NO_HINTS, ForeignData, Hints
from practicecoder.interchange.transcripts.content import Content

FORMATS = Path(__file__).parents[2] / "golden" / "formats"

Read = Callable[..., ForeignData]
Sentences = Callable[..., list[str]]


def content_of(data: str | bytes, name: str = "talk") -> Content:
    raw = data.encode() if isinstance(data, str) else data
    return Content(file=name, suffix=Path(name).suffix.lower(), data=raw)


@pytest.fixture
def sample() -> Read:
    """Function that reads one of the sample files."""

    def call(name: str, hints: Hints = NO_HINTS) -> ForeignData:
        return read_foreign(FORMATS / name, hints=hints)

    return call


@pytest.fixture
def read() -> Read:
    """Function that reads a text or bytes, problems and all."""

    def call(
        data: str | bytes,
        name: str = "talk",
        *,
        format: ForeignFormat | None = None,  # noqa: A002
        hints: Hints = NO_HINTS,
    ) -> ForeignData:
        return read_bytes(content_of(data, name), format=format, hints=hints)

    return call


@pytest.fixture
def problems(read: Read) -> Sentences:
    """Function that reads a text with faults and gives the sentences on them."""

    def call(data: str | bytes, **given: object) -> list[str]:
        try:
            found = read(data, **given).problems
        except ImportedDataError as error:
            found = error.problems
        assert found, "there should be a problem"
        return [problem.sentence() for problem in found]

    return call
