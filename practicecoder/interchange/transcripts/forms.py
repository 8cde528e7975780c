"""What a transcript file holds as it stands there, with the file's own words for speakers."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import pairwise

MOST_LINES = 200_000
"""Lines of talk that one transcript may have."""

MOST_SPEAKERS = 200

_SURROGATES = re.compile("[\ud800-\udfff]")
_JOINERS = "\u200c\u200d"  # letters of some scripts need them
_UNSEEN = re.compile("[^\\S ]|[^ -~]")  # whatever is not plain ASCII is looked at more closely


class TranscriptFormat(StrEnum):
    """Kinds of file that are read."""

    VTT = "vtt"
    SRT = "srt"
    TXT = "txt"
    DOCX = "docx"
    EAF = "eaf"
    TEXTGRID = "textgrid"
    WHISPER = "whisper"

    @property
    def label(self) -> str:
        """Name of the format for a sentence."""
        return _TITLES[self]


_TITLES = {
    TranscriptFormat.VTT: "WebVTT",
    TranscriptFormat.SRT: "SRT",
    TranscriptFormat.TXT: "text",
    TranscriptFormat.DOCX: "a Word document",
    TranscriptFormat.EAF: "an ELAN file",
    TranscriptFormat.TEXTGRID: "a Praat TextGrid",
    TranscriptFormat.WHISPER: "Whisper JSON",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class RawLine:
    """One turn of the file. ``start_ms`` is None where the file gives the line no time.

    ``end_ms`` is None where the file gives only beginnings. ``speaker`` is the file's own word,
    empty where it names nobody. Neither it nor the text shows in ``repr``: they may hold names.
    """

    start_ms: int | None
    end_ms: int | None = None
    speaker: str = field(default="", repr=False)
    text: str = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadTranscript:
    """A transcript file, understood.

    ``recognised_because`` and ``notices`` are whole sentences that quote nothing of the talk.
    ``speakers`` are the file's words for people in order of first appearance. ``resolution_ms``
    is the finest step of its times; None if it gives none. ``digest`` is the SHA-256 of the file.
    """

    format: TranscriptFormat
    recognised_because: str
    encoding: str
    lines: tuple[RawLine, ...]
    speakers: tuple[str, ...] = field(repr=False)
    notices: tuple[str, ...]
    resolution_ms: int | None
    digest: str

    @property
    def is_timed(self) -> bool:
        """Whether any line has a time, so that the text can follow the recording."""
        return any(line.start_ms is not None for line in self.lines)


@dataclass(frozen=True, slots=True, kw_only=True)
class Understood:
    """What the reader of one format hands back; fields as in :class:`ReadTranscript`."""

    lines: tuple[RawLine, ...]
    because: str
    notices: tuple[str, ...] = ()
    resolution_ms: int | None = None


def folded(text: str) -> str:
    r"""Text on one line: blanks of every kind become one, characters without a shape go.

    Examples
    --------
    >>> folded(" How\u00a0was\r\n the week? ")
    'How was the week?'
    """
    if _UNSEEN.search(text):
        text = _SURROGATES.sub("\ufffd", text)
        text = unicodedata.normalize("NFC", "".join(map(_seen, text)))
    return " ".join(text.split())


def _seen(character: str) -> str:
    kind = unicodedata.category(character)
    if kind == "Cf" and character not in _JOINERS:
        return ""
    return " " if kind == "Cc" else character


def speakers_of(lines: tuple[RawLine, ...]) -> tuple[str, ...]:
    """Words for speakers in order of first appearance, without the empty one."""
    return tuple(dict.fromkeys(line.speaker for line in lines if line.speaker))


def repeated_text_notice(lines: tuple[RawLine, ...]) -> tuple[str, ...]:
    """Tell of the same words three times or more in a row, as speech recognition invents them."""
    runs = 0
    length = 1
    for before, line in pairwise(lines):
        length = length + 1 if line.text.casefold() == before.text.casefold() else 1
        runs += length == 3
    if not runs:
        return ()
    places = "one place" if runs == 1 else f"{runs} places"
    notice = (
        f"In {places} the same words stand three times or more in a row. Speech recognition may "
        "have invented them; they are kept."
    )
    return (notice,)
