"""Unpacks zip and gzip within limits; what an archive says of its own size is not believed."""

from __future__ import annotations

import gzip
import io
import zipfile
import zlib

from practicecoder.errors import ImportedDataError
from practicecoder.interchange.sheet import refused
from practicecoder.interchange.transcripts.content import MOST_BYTES, Content

MOST_MEMBERS = 64
MOST_RATIO = 200
ZIP, GZIP = b"PK\x03\x04", b"\x1f\x8b"

_SMALL_BYTES = 1_000_000  # so little does no harm however well it is packed
_BROKEN = (
    EOFError,
    LookupError,
    NotImplementedError,
    OSError,
    RuntimeError,
    ValueError,
    zipfile.BadZipFile,
    zlib.error,
)


def zip_member(content: Content, name: str) -> Content | None:
    """Unpack one file of a zip; None if it has none of that name.

    Raises
    ------
    ImportedDataError
        If the zip is damaged, has too many members, or unpacks to too much.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content.data)) as archive:
            members = archive.infolist()
            if len(members) > MOST_MEMBERS:
                raise refused(content.file, f"The archive has more than {MOST_MEMBERS} members.")
            if name not in archive.namelist():
                return None
            member = archive.getinfo(name)
            with archive.open(member) as part:
                data = part.read(_most(member.compress_size) + 1)
    except _BROKEN as error:
        raise _damaged(content) from error
    return _checked(content, data, _most(member.compress_size))


def gunzipped(content: Content) -> Content:
    """Unpack a gzip.

    Raises
    ------
    ImportedDataError
        If it is damaged or unpacks to too much.
    """
    most = _most(len(content.data))
    try:
        with gzip.open(io.BytesIO(content.data)) as packed:
            data = packed.read(most + 1)
    except _BROKEN as error:
        raise _damaged(content) from error
    return _checked(content, data, most)


def _most(packed_bytes: int) -> int:
    return min(MOST_BYTES, max(packed_bytes * MOST_RATIO, _SMALL_BYTES))


def _checked(content: Content, data: bytes, most: int) -> Content:
    if len(data) > most:
        raise refused(content.file, "The file unpacks to too much data.")
    if not data:
        raise refused(content.file, "There is nothing in the archive.")
    return Content(file=content.file, suffix=content.suffix, data=data)


def _damaged(content: Content) -> ImportedDataError:
    return refused(
        content.file,
        "The archive is damaged or ends early.",
        fix="Copy the file again from where it was made.",
    )
