"""Looks through an Excel workbook before it is read: limits, and what readers would pass over."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import IO
from xml.parsers import expat

from practicecoder.interchange.sheet import refused

MOST_UNPACKED_BYTES = 300_000_000
MOST_MEMBERS = 1_000
MOST_ROWS = 100_000
"""Rows of a worksheet that are not blank, without the headings."""
MOST_CELLS = 500_000
"""Cells that hold something; those with a format alone count a third."""
MOST_LINES = 1_048_576
"""Rows that a worksheet of Excel has."""
_ELEMENTS_OF_A_CELL = 3
"""Elements of XML for a cell with its text, and its share of the row."""
_AT_ONCE = 65_536
_XML_ENDINGS = (".xml", ".rels")
_NAMESPACES = (
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    "http://purl.oclc.org/ooxml/spreadsheetml/main",
)
_ROW = frozenset(f"{namespace} row" for namespace in _NAMESPACES)
_VALUE = frozenset(f"{namespace} {name}" for namespace in _NAMESPACES for name in ("v", "t"))
_INSTEAD = (
    "Save the worksheet as CSV UTF-8, of which up to 1,000,000 rows are read, or take out what "
    "is not needed."
)


def check_workbook(path: Path) -> None:
    """Refuse what would take too much room, or would be read as something that it does not say.

    Raises
    ------
    ImportedDataError
        If the workbook unpacks to too much, has too many cells, declares entities, or has rows
        that stand twice or out of order, of which readers keep some without a word.
    ValueError, xml.parsers.expat.ExpatError, OSError, zipfile.BadZipFile
        If it is damaged.
    """
    with zipfile.ZipFile(path) as archive:
        members = archive.infolist()
        if len(members) > MOST_MEMBERS:
            raise refused(path.name, f"The workbook has more than {MOST_MEMBERS} parts.")
        if sum(member.file_size for member in members) > MOST_UNPACKED_BYTES:
            raise refused(path.name, "The workbook unpacks to too much data.", fix=_INSTEAD)
        look = _Look(path.name)
        for member in members:
            with archive.open(member) as part:
                try:
                    look.through(part)
                except expat.ExpatError:  # pictures, and drawings that are not quite XML
                    if member.filename.endswith(_XML_ENDINGS):
                        raise


class _Look:
    """Goes through the parts of one workbook, and counts their elements together."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._n_elements = self._n_rows = self._line = 0
        self._is_blank = False
        """Whether nothing was found yet in the row that was begun."""

    def through(self, part: IO[bytes]) -> None:
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.StartElementHandler = self._begun
        parser.StartDoctypeDeclHandler = self._declared
        self._n_rows = self._line = 0
        self._is_blank = False
        while content := part.read(_AT_ONCE):
            parser.Parse(content, False)
        parser.Parse(b"", True)

    def _begun(self, name: str, attributes: Mapping[str, str]) -> None:
        self._n_elements += 1
        if name in _ROW:
            self._begin_row(int(attributes.get("r", self._line + 1)))
        elif self._is_blank and name in _VALUE:
            self._fill_row()
        if self._n_elements > MOST_CELLS * _ELEMENTS_OF_A_CELL:
            what = f"The workbook has more than about {MOST_CELLS:,} cells."
            raise refused(self._file, what, fix=_INSTEAD)

    def _begin_row(self, line: int) -> None:
        if not self._line < line <= MOST_LINES:
            raise ValueError("a row stands twice, before its place, or where there is none")
        self._n_elements += line - self._line - 1  # rows that are left out take time as well
        self._line = line
        self._is_blank = True

    def _fill_row(self) -> None:
        self._is_blank = False
        self._n_rows += 1
        if self._n_rows > MOST_ROWS + 1:  # one is that of the headings
            what = f"The worksheet has more than {MOST_ROWS:,} rows that are not blank."
            raise refused(self._file, what, fix=_INSTEAD)

    def _declared(self, *_: object) -> None:
        raise refused(self._file, "The workbook declares a document type; Excel never does.")
