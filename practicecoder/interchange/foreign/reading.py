"""Reads a file of another program's codings, whatever the program, with every problem at once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from practicecoder.errors import ImportedDataError
from practicecoder.interchange.foreign import datavyu
from practicecoder.interchange.foreign.audacity import read_audacity
from practicecoder.interchange.foreign.boris import read_boris
from practicecoder.interchange.foreign.cacti_config import read_config
from practicecoder.interchange.foreign.cacti_globals import read_globals
from practicecoder.interchange.foreign.cacti_sqlite import read_casaa_sqlite
from practicecoder.interchange.foreign.cacti_text import (
    read_casaa_legacy,
    read_casaa_text,
    read_codelist,
)
from practicecoder.interchange.foreign.elan import read_eaf_codes
from practicecoder.interchange.foreign.formats import ForeignFormat
from practicecoder.interchange.foreign.label_studio import read_label_studio
from practicecoder.interchange.foreign.packed import GZIP, ZIP, gunzipped, zip_member
from practicecoder.interchange.foreign.praat import read_textgrid_codes
from practicecoder.interchange.foreign.recognising import is_sqlite, recognised
from practicecoder.interchange.foreign.sqlite_file import SIDE_FILES
from practicecoder.interchange.foreign.values import NO_HINTS, ForeignData, Hints
from practicecoder.interchange.sheet import refused
from practicecoder.interchange.transcripts.content import Content, Text, decoded, read_content

Reader = Callable[[Content, Text, Hints], ForeignData]

READERS: dict[ForeignFormat, Reader] = {
    ForeignFormat.CACTI_CONFIG: read_config,
    ForeignFormat.CASAA_TEXT: read_casaa_text,
    ForeignFormat.CASAA_LEGACY: read_casaa_legacy,
    ForeignFormat.CACTI_GLOBALS: read_globals,
    ForeignFormat.CACTI_CODELIST: read_codelist,
    ForeignFormat.BORIS: read_boris,
    ForeignFormat.EAF: read_eaf_codes,
    ForeignFormat.TEXTGRID: read_textgrid_codes,
    ForeignFormat.AUDACITY: read_audacity,
    ForeignFormat.DATAVYU: datavyu.read_datavyu,
    ForeignFormat.LABEL_STUDIO: read_label_studio,
}
"""Readers of text; CACTI's databases are read by their own."""


def read_foreign(
    path: Path,
    *,
    format: ForeignFormat | None = None,  # noqa: A002
    hints: Hints = NO_HINTS,
    lenient: bool = False,
) -> ForeignData:
    """Read a file of another program; nothing of it is mapped to a codebook.

    Parameters
    ----------
    format
        Kind of the file; None: its content tells.
    hints
        What a person knows about the file.
    lenient
        Give what was understood even where there are problems; they are then in the result.

    Raises
    ------
    ImportedDataError
        If the file cannot be read at all; unless ``lenient``, with every problem in it.
    """
    _check_side_files(path)
    content = read_content(path)
    found = replace(read_bytes(content, format=format, hints=hints), digest=content.digest)
    if found.problems and not lenient:
        raise ImportedDataError(found.problems)
    return found


def read_bytes(
    content: Content,
    *,
    format: ForeignFormat | None = None,  # noqa: A002
    hints: Hints = NO_HINTS,
) -> ForeignData:
    """Read the bytes of a file; problems are in the result.

    Raises
    ------
    ImportedDataError
        If nothing in them can be read.
    """
    content = _unpacked(content)
    if is_sqlite(content):
        _check_wanted(content, format, ForeignFormat.CASAA_SQLITE)
        return read_casaa_sqlite(content, hints)
    text = decoded(content)
    kind = format or recognised(content, text)
    if kind not in READERS:
        what = "it is none" if kind.is_read else "such files are not read"
        raise refused(content.file, f"The file was to be {kind.label}, but {what}.")
    return READERS[kind](content, text, hints)


def _unpacked(content: Content) -> Content:
    if content.data.startswith(GZIP):
        return gunzipped(content)
    if content.data.startswith(ZIP):
        found = zip_member(content, datavyu.MEMBER)
        if found is None:
            raise refused(content.file, "This archive is not one of Datavyu.", fix="Unpack it.")
        return found
    return content


def _check_wanted(content: Content, wanted: ForeignFormat | None, found: ForeignFormat) -> None:
    if wanted not in (None, found):
        raise refused(content.file, f"This is {found.label}, not {wanted.label}.")


def _check_side_files(path: Path) -> None:
    """Refuse a database that its own program has open or did not finish."""
    if any(path.with_name(path.name + ending).exists() for ending in SIDE_FILES):
        raise refused(
            path.name,
            "A -journal or -wal file lies beside it, so it is in use or was not finished.",
            fix="Open and close it in its own program first.",
        )
