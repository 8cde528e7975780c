"""Takes a file's bytes within limits and turns them into text, telling which encoding it was."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from pathlib import Path

from practicecoder.interchange.sheet import refused

MOST_BYTES = 64_000_000

_UTF_16_MARKS = (b"\xff\xfe", b"\xfe\xff")
_UTF_8_MARK = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """The bytes of a file, read once, so that what is hashed is what is read."""

    file: str
    suffix: str
    data: bytes = field(repr=False)

    @property
    def digest(self) -> str:
        """SHA-256 in hexadecimal."""
        return hashlib.sha256(self.data).hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """Decoded text whose lines end in line feeds."""

    text: str = field(repr=False)
    encoding: str
    notices: tuple[str, ...] = ()

    @property
    def lines(self) -> list[str]:
        """Lines without their ends. Only line feeds part them, so numbers match editors'."""
        return self.text.split("\n")


def read_content(path: Path) -> Content:
    """Read a whole file.

    Raises
    ------
    ImportedDataError
        If it cannot be read, is no file, is empty or too large.
    """
    try:
        if not path.is_file():
            raise refused(path.name, "There is no such file.", fix="Choose a file that is there.")
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise refused(path.name, f"The file cannot be read: {error.strerror}.") from error
    if not data:
        raise refused(path.name, "The file is empty.", fix="Export it again.")
    if len(data) > MOST_BYTES:
        raise refused(path.name, f"The file is larger than {MOST_BYTES // 1_000_000} MB.")
    return Content(file=path.name, suffix=path.suffix.lower(), data=data)


def decoded(content: Content) -> Text:
    """Decode by the byte order mark, else as UTF-8, else as Windows-1252 with a notice.

    Raises
    ------
    ImportedDataError
        If it is no text in any of them.
    """
    text, encoding, notices = _decoded(content)
    if "\x00" in text:
        line = text.count("\n", 0, text.index("\x00")) + 1
        raise refused(content.file, "The file holds NUL characters, so it is no text.", line=line)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return Text(text=text, encoding=encoding, notices=notices)


def _decoded(content: Content) -> tuple[str, str, tuple[str, ...]]:
    data = content.data
    if data.startswith(_UTF_16_MARKS):
        try:
            return data.decode("utf-16"), "UTF-16", ()
        except UnicodeDecodeError as error:
            raise refused(
                content.file, "The file says it is UTF-16, but is not.", fix="Save it as UTF-8."
            ) from error
    try:
        return data.decode("utf-8-sig"), "UTF-8", ()
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        if data.startswith(_UTF_8_MARK):
            raise refused(
                content.file,
                "The file says it is UTF-8, but is not.",
                line=line,
                fix="Save it again as UTF-8.",
            ) from error
    try:
        notice = "The file is not UTF-8 and was read as Windows-1252. Check letters with accents."
        return data.decode("cp1252"), "Windows-1252", (notice,)
    except UnicodeDecodeError as error:
        raise refused(
            content.file, "The file is no text that can be read.", fix="Save it as UTF-8."
        ) from error
