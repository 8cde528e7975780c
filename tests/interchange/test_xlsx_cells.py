from __future__ import annotations

import datetime as dt
import io
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from practicecoder.errors import ImportedDataError
from practicecoder.interchange import xlsx_cells
from practicecoder.interchange.xlsx_cells import (
    Odd,
    SheetFormats,
    Value,
    read_cells,
    read_strings,
)
from practicecoder.interchange.xlsx_parts import open_workbook
from practicecoder.interchange.xlsx_sheet import read_xlsx

NAMESPACES = (
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    "http://purl.oclc.org/ooxml/spreadsheetml/main",
)
STRINGS = ["first", "second"]
VALUES = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(10**12), 10**12),
    st.floats(allow_nan=False, allow_infinity=False),
    st.text(st.characters(exclude_categories=("Cc", "Cs")), max_size=8).filter(
        lambda text: not text.startswith("=")
    ),
    st.integers(0, 2 * 10**9).map(
        lambda seconds: dt.datetime.fromisoformat("1950-01-01") + dt.timedelta(seconds=seconds)
    ),
    st.times().map(lambda at: at.replace(microsecond=0)),
    st.timedeltas(dt.timedelta(0), dt.timedelta(days=9)).map(
        lambda length: dt.timedelta(seconds=int(length.total_seconds()))
    ),
)


def grid(rows: str, formats: SheetFormats | None = None) -> dict[int, list[Value]]:
    """Cells of a worksheet with these rows."""
    xml = f'<worksheet xmlns="{NAMESPACES[0]}"><sheetData>{rows}</sheetData></worksheet>'
    part = io.BytesIO(xml.encode())
    return read_cells(part, "t.xlsx", STRINGS, formats or SheetFormats())


@given(table=st.lists(st.lists(VALUES, max_size=4), max_size=4), is_mac=st.booleans())
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_cells_are_what_openpyxl_reads(
    tmp_path: Path, table: Sequence[Sequence[object]], is_mac: bool
) -> None:
    path, book = tmp_path / "t.xlsx", openpyxl.Workbook()
    if is_mac:
        book.epoch = openpyxl.utils.datetime.MAC_EPOCH
    assert book.active is not None
    for row in table:
        book.active.append(list(row))
    book.save(path)

    other = openpyxl.load_workbook(path, read_only=True)
    sheet = other.worksheets[0]
    sheet.reset_dimensions()
    expected = {
        line: [None if cell.value == "" else cell.value for cell in cells]
        for line, cells in enumerate(sheet.rows, start=1)
    }
    other.close()
    for cells in expected.values():
        while cells and cells[-1] is None:
            cells.pop()
    with zipfile.ZipFile(path) as archive:
        read = open_workbook(archive, path)
        with archive.open(read.sheets[0][1]) as part:
            found = read_cells(part, "t.xlsx", read.strings, read.formats)
    assert found == {line: cells for line, cells in expected.items() if cells}


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ('<c r="A1" t="s"><v>1</v></c>', "second"),
        ('<c t="b"><v>1</v></c>', True),
        ('<c t="str"><f>A2</f><v>x</v></c>', "x"),
        ('<c><f>1+1</f><v>2</v></c>', 2),
        ('<c><f>1+1</f></c>', Odd.FORMULA),
        ('<c><f>1+1</f><v/></c>', Odd.FORMULA),
        ('<c t="e"><v>#N/A</v></c>', Odd.ERROR),
        ('<c t="e"><f>1/0</f><v>#DIV/0!</v></c>', Odd.ERROR),
        ('<c t="d"><v>2026-03-04</v></c>', dt.date(2026, 3, 4)),
        ('<c t="inlineStr"><is><t>a</t></is></c>', "a"),
        (
            '<c t="inlineStr"><is><r><t>a</t></r><r><t>b</t></r><rPh><t>c</t></rPh></is></c>',
            "ab",
        ),
    ],
)  # fmt: skip
def test_kinds_of_cells(cell: str, value: object) -> None:
    assert grid(f'<row r="3">{cell}</row>') == {3: [value]}


def test_a_formula_that_comes_to_no_text_is_blank() -> None:
    row = '<row><c t="str"><f>""</f><v></v></c><c><v>1</v></c></row>'

    assert grid(row) == {1: [None, 1]}


def test_cells_and_rows_without_a_place_follow_those_before_them() -> None:
    rows = '<row r="2"><c r="B2"><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>'

    assert grid(rows) == {2: [None, 1, 2], 3: [3]}


def test_a_day_beyond_the_calendar_is_an_error() -> None:
    formats = SheetFormats.of(["General", "yyyy-mm-dd"], is_mac=False)

    assert grid('<row><c s="1"><v>1e9</v></c></row>', formats) == {1: [Odd.ERROR]}
    assert grid('<row><c s="0"><v>1</v></c></row>', formats) == {1: [1]}


@pytest.mark.parametrize("namespace", NAMESPACES)
@pytest.mark.parametrize("prefix", ["", "x:"])
def test_both_namespaces_are_read_under_any_prefix(namespace: str, prefix: str) -> None:
    of = f"xmlns:{prefix[:-1]}" if prefix else "xmlns"
    xml = (
        f'<{prefix}worksheet {of}="{namespace}"><{prefix}row><{prefix}c><{prefix}v>1'
        f"</{prefix}v></{prefix}c></{prefix}row></{prefix}worksheet>"
    )

    found = read_cells(io.BytesIO(xml.encode()), "t.xlsx", (), SheetFormats())

    assert found == {1: [1]}


def test_shared_texts_lose_their_formats_and_readings() -> None:
    xml = (
        f'<sst xmlns="{NAMESPACES[0]}"><si><t>plain</t></si><si><r><rPr/><t>bo</t></r><r><t>th</t>'
        "</r><rPh><t>reading</t></rPh></si><si><t/></si></sst>"
    )

    assert read_strings(io.BytesIO(xml.encode()), "t.xlsx", 9_999) == ["plain", "both", ""]


@pytest.mark.parametrize(
    "rows",
    [
        '<row r="2"><c><v>1</v></c></row><row r="2"><c><v>2</v></c></row>',
        '<row r="x"/>',
        '<row r="inf"/>',
        '<row><c t="s"><v>-1</v></c></row>',
        '<row><c t="s"><v>2</v></c></row>',
        '<row><c r="ZZZZZ1"><v>1</v></c></row>',
        '<row><c><v>NaN</v></c></row>',
    ],
)  # fmt: skip
def test_what_no_program_writes_is_refused(rows: str) -> None:
    with pytest.raises((ArithmeticError, LookupError, ValueError)):
        grid(rows)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize("part", ["xl/workbook.xml", "xl/worksheets/sheet1.xml"])
def test_a_document_type_is_refused_wherever_it_stands(
    tmp_path: Path, encoding: str, part: str
) -> None:
    path = changed_workbook(
        tmp_path,
        part,
        lambda xml: (
            f'<?xml version="1.0" encoding="{encoding}"?>{" " * 70_000}'
            f'<!DOCTYPE x [<!ENTITY e "e">]>{xml[xml.index("<work") :]}'
        ).encode(encoding),
    )

    with pytest.raises(ImportedDataError, match="declares a document type"):
        read_xlsx(path)


def test_a_workbook_with_too_many_cells_is_refused_with_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = changed_workbook(tmp_path, "", lambda xml: xml.encode())
    monkeypatch.setattr(xlsx_cells, "MOST_CELLS", 2)
    monkeypatch.setattr(xlsx_cells, "MOST_ROWS", 2)

    with pytest.raises(ImportedDataError) as told:
        read_xlsx(path)

    (problem,) = told.value.problems
    assert "more than about 2 cells" in problem.what
    assert "CSV UTF-8" in problem.fix


def changed_workbook(tmp_path: Path, name: str, change: Callable[[str], bytes]) -> Path:
    """Workbook with a small table, one part of it changed."""
    path, book, file = tmp_path / "t.xlsx", openpyxl.Workbook(), io.BytesIO()
    assert book.active is not None
    for _ in range(3):
        book.active.append(["a", 1])
    book.save(file)
    with zipfile.ZipFile(file) as old, zipfile.ZipFile(path, "w") as new:
        for member in old.infolist():
            content = old.read(member)
            changed = change(content.decode()) if member.filename == name else content
            new.writestr(member.filename, changed)
    return path
