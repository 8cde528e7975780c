"""Reads text files: captions saved by Zoom, Otter, Word's Transcribe, and plain ones."""

from __future__ import annotations

from practicecoder.interchange.transcripts.content import Content, Text
from practicecoder.interchange.transcripts.forms import Understood
from practicecoder.interchange.transcripts.paragraphs import Row, read_paragraphs

_MOST_ROWS = 1_000_000


def read_txt(content: Content, text: Text) -> Understood:
    """Read a text file.

    Raises
    ------
    ImportedDataError
        With every time that is not sound; or if there is no talk.
    """
    rows = [
        Row(line=number, text=line.replace("\xa0", " ").strip())
        for number, line in enumerate(text.lines[:_MOST_ROWS], start=1)
    ]
    return read_paragraphs(rows, file=content.file)
