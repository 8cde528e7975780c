"""Finds the parts of an Excel workbook in its archive, within limits against hostile files."""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from practicecoder.interchange.sheet import refused
from practicecoder.interchange.xlsx_cells import SheetFormats, read_strings

MOST_UNPACKED_BYTES = 300_000_000
MOST_MEMBERS = 1_000
MOST_SMALL_BYTES = 8_000_000
"""Of the list of worksheets, and of the formats of cells."""
MOST_TEXT_BYTES = 60_000_000
_HEAD_BYTES = 65_536
_WORKBOOK = "xl/workbook.xml"


@dataclass(frozen=True, slots=True)
class Workbook:
    """A workbook whose cells were not read yet; ``sheets`` are the parts of worksheets by name."""

    archive: zipfile.ZipFile
    file: str
    sheets: Sequence[tuple[str, str]]
    formats: SheetFormats
    strings: Sequence[str]


def check_archive(archive: zipfile.ZipFile, file: str) -> None:
    """Refuse a zip that would unpack to too much, or whose XML declares entities.

    Raises
    ------
    ImportedDataError
        If it does.
    """
    members = archive.infolist()
    if len(members) > MOST_MEMBERS:
        raise refused(file, f"The workbook has more than {MOST_MEMBERS} parts.")
    if sum(member.file_size for member in members) > MOST_UNPACKED_BYTES:
        raise refused(file, "The workbook unpacks to too much data.")
    for member in members:
        with archive.open(member) as part:
            if b"<!DOCTYPE" in part.read(_HEAD_BYTES).upper():
                raise refused(file, "The workbook declares a document type; Excel never does.")


def open_workbook(archive: zipfile.ZipFile, path: Path) -> Workbook:
    """Read which worksheets there are, how cells are formatted, and the texts that they share.

    Raises
    ------
    ImportedDataError
        If a part is larger than it may be.
    ValueError, LookupError, SyntaxError
        If it is no workbook.
    """
    main = _main_part(archive, path.name)
    root = _tree(archive, main, path.name)
    related = list(_relations(archive, main, path.name))
    by_id = {key: (kind, target) for key, kind, target in related}
    sheets = []
    for sheet in _all(root, "sheet"):
        kind, target = by_id[next((v for k, v in sheet.items() if k.endswith("}id")), "")]
        if kind == "worksheet" and target in archive.NameToInfo:
            sheets.append((str(sheet.get("name")), target))
    parts = {kind: target for _, kind, target in related if target in archive.NameToInfo}
    mac = any(p.get("date1904") in ("1", "true") for p in _all(root, "workbookPr"))
    strings: Sequence[str] = ()
    if "sharedStrings" in parts:
        with archive.open(parts["sharedStrings"]) as part:
            strings = read_strings(part, path.name, MOST_TEXT_BYTES)
    codes = _format_codes(archive, parts.get("styles"), path.name)
    return Workbook(archive, path.name, sheets, SheetFormats.of(codes, is_mac=mac), strings)


def _main_part(archive: zipfile.ZipFile, file: str) -> str:
    for _, kind, target in _relations(archive, "", file):
        if kind == "officeDocument":
            return target
    return _WORKBOOK


def _relations(archive: zipfile.ZipFile, part: str, file: str) -> Iterator[tuple[str, str, str]]:
    """Id, kind and target of what a part refers to inside the archive."""
    folder, name = posixpath.split(part)
    rels = posixpath.join(folder, "_rels", f"{name}.rels")
    if rels not in archive.NameToInfo:
        return
    for one in _all(_tree(archive, rels, file), "Relationship"):
        if one.get("TargetMode") != "External":
            target = posixpath.normpath(posixpath.join("/", folder, one.get("Target", "")))
            yield one.get("Id", ""), posixpath.basename(one.get("Type", "")), target.lstrip("/")


def _format_codes(archive: zipfile.ZipFile, part: str | None, file: str) -> Sequence[str | None]:
    """How numbers of each style are shown; the cells name styles by their place here."""
    from openpyxl.styles.numbers import builtin_format_code

    if part is None:
        return ()
    root = _tree(archive, part, file)
    own: Mapping[int, str | None] = {
        int(one.get("numFmtId", "-1")): one.get("formatCode") for one in _all(root, "numFmt")
    }
    styles = next(_all(root, "cellXfs"), None)
    ids = [] if styles is None else [int(one.get("numFmtId", "0")) for one in _all(styles, "xf")]
    return [own[key] if key in own else builtin_format_code(key) for key in ids]


def _tree(archive: zipfile.ZipFile, part: str, file: str) -> ElementTree.Element:
    with archive.open(part) as opened:
        content = opened.read(MOST_SMALL_BYTES + 1)
    if len(content) > MOST_SMALL_BYTES:
        raise refused(
            file,
            f"The part {posixpath.basename(part)} of the workbook is larger than "
            f"{MOST_SMALL_BYTES // 1_000_000} MB.",
            fix="Copy the table into a fresh workbook, or save it as CSV UTF-8.",
        )
    return ElementTree.fromstring(content, ElementTree.XMLParser(target=_Tree(file)))


class _Tree(ElementTree.TreeBuilder):
    """Builds a tree of XML that declares no document type, in whatever encoding it is."""

    def __init__(self, file: str) -> None:
        super().__init__()
        self._file = file

    def doctype(self, *_: object) -> None:
        raise refused(self._file, "The workbook declares a document type; Excel never does.")


def _all(root: ElementTree.Element, name: str) -> Iterator[ElementTree.Element]:
    """Elements of a name, whatever the namespace: there are two of them for workbooks."""
    return root.iterfind(f".//{{*}}{name}")
