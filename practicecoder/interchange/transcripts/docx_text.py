"""Takes the paragraphs out of a Word document, within limits against hostile files."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from practicecoder.errors import ImportedDataError
from practicecoder.interchange.sheet import refused
from practicecoder.interchange.transcripts.content import Content
from practicecoder.interchange.transcripts.forms import Understood
from practicecoder.interchange.transcripts.paragraphs import Row, read_paragraphs

MOST_MEMBERS = 64
MOST_MEMBER_BYTES = 64_000_000
MOST_RATIO = 200
_MOST_UNPACKED_BYTES = 128_000_000
_SMALL_BYTES = 1_000_000  # so little does no harm however well it is packed
_CHUNK_BYTES = 1 << 16

# What python-docx, lxml and zipfile raise on files that are not sound documents.
_BROKEN = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    EOFError,
    LookupError,
    NotImplementedError,
    OSError,
    RuntimeError,
    SyntaxError,
    TypeError,
    ValueError,
    zipfile.BadZipFile,
    zlib.error,
)
_DELETED = frozenset({"del", "moveFrom"})
_ASIDE = frozenset({"tbl", "drawing", "pict", "object", "txbxContent", "AlternateContent"})
_BREAKS = frozenset({"br", "cr"})


def read_docx(content: Content) -> Understood:
    """Read the paragraphs of a Word document and the line breaks in them.

    Tables, pictures and comments are left out, and so is what a tracked change deletes.

    Raises
    ------
    ImportedDataError
        If it is no sound document, is too large, or holds no talk.
    """
    from docx.exceptions import PythonDocxError
    from docx.opc.exceptions import OpcError

    _check_archive(content)
    try:
        lines, notices = _lines(content)
    except (*_BROKEN, PythonDocxError, OpcError) as error:
        raise _damaged(content) from error
    rows = [Row(line=number, text=line) for number, line in enumerate(lines, start=1)]
    understood = read_paragraphs(rows, file=content.file)
    return replace(understood, notices=(*notices, *understood.notices))


def _damaged(content: Content) -> ImportedDataError:
    return refused(
        content.file,
        "This is not a Word document, or it is damaged.",
        fix="Open it in Word and save it as .docx again.",
    )


def _check_archive(content: Content) -> None:
    """Unpack every part once, counting, before anything is parsed."""
    try:
        with zipfile.ZipFile(io.BytesIO(content.data)) as archive:
            members = archive.infolist()
            if len(members) > MOST_MEMBERS:
                raise refused(
                    content.file,
                    f"The document has more than {MOST_MEMBERS} parts.",
                    fix="Take the pictures out, or save it as plain text.",
                )
            total = 0
            for member in members:
                total += _unpacked_size(archive, member, content)
                if total > _MOST_UNPACKED_BYTES:
                    raise refused(content.file, "The document unpacks to too much data.")
    except _BROKEN as error:
        raise _damaged(content) from error


def _unpacked_size(archive: zipfile.ZipFile, member: zipfile.ZipInfo, content: Content) -> int:
    """Bytes that a part really unpacks to; what the archive says of itself is not believed."""
    most = max(min(MOST_MEMBER_BYTES, member.compress_size * MOST_RATIO), _SMALL_BYTES)
    size = 0
    tail = b""
    with archive.open(member) as part:
        while chunk := part.read(_CHUNK_BYTES):
            size += len(chunk)
            if size > most:
                raise refused(content.file, "The document unpacks to too much data.")
            if b"<!DOCTYPE" in (tail + chunk).replace(b"\x00", b"").upper():
                raise refused(
                    content.file, "The document declares a document type; Word never does."
                )
            tail = chunk[-32:]
    return size


def _lines(content: Content) -> tuple[list[str], tuple[str, ...]]:
    import docx

    body: Any = docx.Document(io.BytesIO(content.data)).element.body
    lines: list[str] = []
    n_deleted = n_tables = 0
    for child in body.iterchildren("{*}p", "{*}tbl", "{*}sdt"):
        if _name(child) == "tbl":
            n_tables += 1
            continue
        for paragraph in [child] if _name(child) == "p" else child.iter("{*}p"):
            pieces = list(_pieces(paragraph))
            n_deleted += pieces.count(None)
            text = "".join(piece for piece in pieces if piece is not None)
            lines += [line.replace("\xa0", " ").strip() for line in text.split("\n")]
    notices = []
    if n_deleted:
        notices.append("Tracked changes delete words in the document; these were left out.")
    if n_tables:
        notices.append("Tables in the document were left out.")
    return lines, tuple(notices)


def _pieces(node: Any) -> Iterator[str | None]:
    """Text of a node in order; None for each passage that a tracked change deletes."""
    for child in node.iterchildren("{*}*"):
        name = _name(child)
        if name in _DELETED:
            yield None
        elif name == "t":
            yield child.text or ""
        elif name == "tab":
            yield "\t"
        elif name in _BREAKS:
            yield "\n"
        elif name == "noBreakHyphen":
            yield "-"
        elif name not in _ASIDE:
            yield from _pieces(child)


def _name(node: Any) -> str:
    return str(node.tag).rsplit("}", 1)[-1]
