"""The same two turns, and odd ones, written in every format; and a way to read a text."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from practicecoder.errors import ImportedDataError
from practicecoder.interchange.transcripts.forms import ReadTranscript, TranscriptFormat
from practicecoder.interchange.transcripts.reading import read_transcript

Read = Callable[..., ReadTranscript]
Refused = Callable[..., list[tuple[int | None, str]]]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """Function that writes a text into a file and reads it as a transcript."""

    def call(
        text: str | bytes,
        name: str = "talk",
        *,
        format: TranscriptFormat | None = None,  # noqa: A002
    ) -> ReadTranscript:
        path = tmp_path / name
        path.write_bytes(text.encode() if isinstance(text, str) else text)
        return read_transcript(path, format=format)

    return call


@pytest.fixture
def refused(read: Read) -> Refused:
    """Function that reads what cannot be read and gives line and sentence of each problem."""

    def call(
        text: str | bytes,
        name: str = "talk",
        *,
        format: TranscriptFormat | None = None,  # noqa: A002
    ) -> list[tuple[int | None, str]]:
        with pytest.raises(ImportedDataError) as caught:
            read(text, name, format=format)
        return [(p.line, f"{p.what} {p.fix}".strip()) for p in caught.value.problems]

    return call
