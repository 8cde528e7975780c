from __future__ import annotations

import datetime as dt
import re
import sys
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NoReturn

import openpyxl
import pandas as pd
import pyreadstat
import pytest
from hypothesis import given
from hypothesis import strategies as st

from practicecoder.errors import ImportedDataError
from practicecoder.interchange import sheet, sheet_files
from practicecoder.interchange.sheet_files import read_sheet

Written = Callable[..., Path]
Told = Callable[[Callable[[], object]], list[tuple[int | None, str | None, str]]]


def cells(path: Path) -> list[dict[str, str]]:
    return [dict(row.cells) for row in read_sheet(path).rows]


def workbook(path: Path, *sheets: Sequence[Sequence[object]]) -> Path:
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for rows in sheets:
        page = book.create_sheet()
        for row in rows:
            page.append(list(row))
    book.save(path)
    return path


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("start", ["", "\ufeff"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_delimited_text(written: Written, separator: str, start: str, end: str) -> None:
    text = start + end.join(["a,b", "1,x y", "", "2,"]).replace(",", separator)
    read = read_sheet(written(text))
    assert read.columns == ("a", "b")
    assert [(row.line, dict(row.cells)) for row in read.rows] == [
        (2, {"a": "1", "b": "x y"}),
        (4, {"a": "2", "b": ""}),
    ]
    assert read.decimal_comma == (separator != ",")


def test_quoted_cells_may_hold_separators_quotes_and_line_ends(written: Written) -> None:
    read = read_sheet(written('a,b\n"x, ""y""\nz",1\n3,4\n'))
    assert [(row.line, row.text("a")) for row in read.rows] == [(2, 'x, "y"\nz'), (4, "3")]


def test_blank_columns_and_cells_at_the_end_are_left_out(written: Written) -> None:
    assert cells(written("a,b,,\n1,2,,\n3,4\n")) == [{"a": "1", "b": "2"}, {"a": "3", "b": "4"}]


@pytest.mark.parametrize(
    ("content", "line", "what"),
    [
        (b"", None, "The file is empty."),
        (b"\n\n", None, "The file is empty."),
        (b"a,b\n1,\x002\n", 2, "holds NUL bytes"),
        ("a,b\ncafé,1\n".encode("cp1252"), 2, "not UTF-8"),
        ("a,b\n".encode("utf-16"), None, "is UTF-16"),
        (b'a,b\n1,2\n"x,1\n', 3, "cannot be read"),
        (b'a,b\n1,"2"3\n', 2, "cannot be read"),
        (b"a,,b\n1,2,3\n", 1, "A column has no heading."),
        (b"a,a\n1,2\n", 1, "The column is there twice."),
        (b"PK\x03\x04rest", None, "an Excel workbook"),
        (b"\xd0\xcf\x11\xe0rest", None, "an old or an encrypted Excel workbook"),
        (b"%PDF-1.4", None, "a PDF"),
    ],
)
def test_what_is_no_csv(
    written: Written, told: Told, content: bytes, line: int | None, what: str
) -> None:
    ((found_line, _key, sentence),) = told(lambda: read_sheet(written(content)))
    assert found_line == line
    assert what in sentence


def test_every_ragged_row_is_told(written: Written, told: Told) -> None:
    assert told(lambda: read_sheet(written("a,b\n1\n1,2\n1,2,3\n"))) == [
        (2, None, "The row has 1 cells, the heading 2."),
        (4, None, "The row has 3 cells, the heading 2."),
    ]


def test_a_very_wide_table_is_refused(written: Written, told: Told) -> None:
    text = ",".join(f"c{n}" for n in range(sheet.MOST_COLUMNS + 1)) + "\n"
    assert told(lambda: read_sheet(written(text)))[0][2] == "The table has more than 2000 columns."


def test_limits_of_size(written: Written, told: Told, monkeypatch: pytest.MonkeyPatch) -> None:
    path = written("a\n1\n2\n3\n")
    monkeypatch.setattr("practicecoder.interchange.csv_sheet.MOST_ROWS", 2)
    assert told(lambda: read_sheet(path))[0][2] == "The table has more than 2 rows."
    monkeypatch.setattr(sheet_files, "MOST_BYTES", 3)
    assert "larger than" in told(lambda: read_sheet(path))[0][2]


def test_too_many_rows_are_refused_before_they_take_room(
    written: Written, told: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    def kept(**_: object) -> NoReturn:
        raise AssertionError("no row was to be kept")

    path = written("a\n\n" + "1\n" * 30)
    monkeypatch.setattr("practicecoder.interchange.csv_sheet.MOST_ROWS", 5)
    with monkeypatch.context() as patch:
        patch.setattr("practicecoder.interchange.csv_sheet.Row", kept)
        assert told(lambda: read_sheet(path))[0][2] == "The table has more than 5 rows."

    lines_in_a_cell = written('a\n"' + "x\n" * 60 + '"\n')
    assert len(read_sheet(lines_in_a_cell).rows) == 1
    broken = written("a\n" + "1\n" * 40 + '"x')
    assert "more than 5 rows" in told(lambda: read_sheet(broken))[0][2]


def test_files_that_are_not_there_or_of_no_known_kind(tmp_path: Path, told: Told) -> None:
    assert "cannot be read" in told(lambda: read_sheet(tmp_path / "no.csv"))[0][2]
    assert "cannot be read" in told(lambda: read_sheet(tmp_path / "folder.csv"))[0][2]
    assert ".csv, .tsv" in told(lambda: read_sheet(tmp_path / "no.ods"))[0][2]


def test_a_great_number_of_problems_is_told_in_part(written: Written, told: Told) -> None:
    problems = told(lambda: read_sheet(written("a,b\n" + "1\n" * 700)))
    assert len(problems) == sheet.MOST_PROBLEMS + 1
    assert problems[-1][2] == "There are 200 further problems. Mend these first."


@given(st.binary(max_size=300))
def test_arbitrary_bytes_are_a_table_or_problems(
    tmp_path_factory: pytest.TempPathFactory, content: bytes
) -> None:
    for suffix in (".csv", ".xlsx", ".sav", ".parquet"):
        path = tmp_path_factory.getbasetemp() / f"fuzz{suffix}"
        path.write_bytes(content)
        try:
            read = read_sheet(path)
        except ImportedDataError as error:
            problems = error.problems
        else:
            problems = ()
            assert suffix == ".csv"
            assert read.columns
        assert problems or suffix == ".csv"


# Excel ---------------------------------------------------------------------------------------


def test_a_workbook(tmp_path: Path) -> None:
    path = workbook(
        tmp_path / "t.xlsx",
        [
            ["id", "n", "d", "yes"],
            ["007", 3, dt.date(2015, 11, 3), True],
            [],
            ["x", 2.5, None, None],
        ],
        [],
    )
    read = read_sheet(path)
    assert [(row.line, dict(row.cells)) for row in read.rows] == [
        (2, {"id": "007", "n": "3", "d": "2015-11-03", "yes": "1"}),
        (4, {"id": "x", "n": "2.5"}),
    ]
    assert read.rows[0].dates == {"d"}
    assert not read.decimal_comma


def test_a_heading_below_blank_rows_keeps_the_numbers_of_rows(tmp_path: Path) -> None:
    read = read_sheet(workbook(tmp_path / "t.xlsx", [[], [], ["a"], ["1"]]))
    assert [row.line for row in read.rows] == [4]


@pytest.mark.parametrize(
    ("sheets", "line", "what"),
    [
        (([],), None, "The workbook is empty."),
        (([["a"], [1]], [["b"], [2]]), None, "2 worksheets have content."),
        (([["a", None, "b"], [1, 2, 3]],), 1, "A column has no heading."),
        (([["a", "a"], [1, 2]],), 1, "The column is there twice."),
        (([["a"], [1, 2]],), 2, "A cell stands outside the columns."),
        (([["a"], ["=1+1"]],), 2, "a formula without a value"),
        (([["a"], ["#N/A"]],), 2, "an error value"),
    ],
)
def test_workbooks_that_are_not_sound(
    tmp_path: Path,
    told: Told,
    sheets: tuple[Sequence[Sequence[object]], ...],
    line: int | None,
    what: str,
) -> None:
    path = workbook(tmp_path / "t.xlsx", *sheets)
    problems = told(lambda: read_sheet(path))
    assert any(found == line and what in sentence for found, _key, sentence in problems), problems


def with_member(path: Path, name: str, change: Callable[[bytes], bytes]) -> Path:
    """Copy of a workbook with one part changed."""
    changed = path.with_name("changed.xlsx")
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(changed, "w", zipfile.ZIP_DEFLATED) as new:
        for member in old.infolist():
            content = old.read(member)
            new.writestr(member.filename, change(content) if member.filename == name else content)
    return changed


SHEET = "xl/worksheets/sheet1.xml"


def test_a_formula_counts_as_its_last_value(tmp_path: Path) -> None:
    path = workbook(tmp_path / "t.xlsx", [["a", "b"], ["=1+1", 5]])
    cached = with_member(
        path,
        SHEET,
        lambda xml: (
            xml.replace(b"<v></v>", b"<v>2</v>")
            .replace(b"<v />", b"<v>2</v>")
            .replace(b"<v/>", b"<v>2</v>")
        ),
    )
    assert cells(cached) == [{"a": "2", "b": "5"}]


def test_a_workbook_that_declares_a_document_type_is_refused(tmp_path: Path, told: Told) -> None:
    path = workbook(tmp_path / "t.xlsx", [["a"], [1]])
    bad = with_member(path, SHEET, lambda xml: b'<!DOCTYPE x [<!ENTITY e "e">]>' + xml)
    assert "declares a document type" in told(lambda: read_sheet(bad))[0][2]


def test_a_workbook_that_unpacks_to_too_much_is_refused(
    tmp_path: Path, told: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = workbook(tmp_path / "t.xlsx", [["a"], [1]])
    bomb = with_member(path, "docProps/app.xml", lambda xml: b"0" * 2_000_000)
    assert bomb.stat().st_size < 100_000
    monkeypatch.setattr("practicecoder.interchange.xlsx_limits.MOST_UNPACKED_BYTES", 1_000_000)
    assert "unpacks to too much" in told(lambda: read_sheet(bomb))[0][2]
    monkeypatch.setattr("practicecoder.interchange.xlsx_limits.MOST_MEMBERS", 2)
    assert "more than 2 parts" in told(lambda: read_sheet(bomb))[0][2]


def test_a_damaged_workbook_is_refused(tmp_path: Path, told: Told) -> None:
    path = workbook(tmp_path / "t.xlsx", [["a"], [1]])
    whole = path.read_bytes()
    for length in (5, len(whole) // 2, len(whole) - 10):
        path.write_bytes(whole[:length])
        assert "damaged" in told(lambda: read_sheet(path))[0][2]
    path.write_bytes(whole)
    broken = with_member(path, SHEET, lambda xml: xml[: len(xml) // 2])
    assert "damaged" in told(lambda: read_sheet(broken))[0][2]


def test_limits_of_a_workbook(tmp_path: Path, told: Told, monkeypatch: pytest.MonkeyPatch) -> None:
    path = workbook(tmp_path / "t.xlsx", [["a", "b", "c"], [1], [2], [3]])
    monkeypatch.setattr("practicecoder.interchange.xlsx_limits.MOST_ROWS", 3)
    assert len(read_sheet(path).rows) == 3
    monkeypatch.setattr("practicecoder.interchange.xlsx_sheet.MOST_COLUMNS", 2)
    assert "more than 2 columns" in told(lambda: read_sheet(path))[0][2]
    monkeypatch.setattr("practicecoder.interchange.xlsx_limits.MOST_ROWS", 2)
    assert "more than 2 rows" in told(lambda: read_sheet(path))[0][2]


def test_a_workbook_with_too_many_cells_is_refused_with_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = workbook(tmp_path / "t.xlsx", [["a", "b"], *([n, n] for n in range(60))])
    monkeypatch.setattr("practicecoder.interchange.xlsx_limits.MOST_CELLS", 100)
    with pytest.raises(ImportedDataError) as told:
        read_sheet(path)
    (problem,) = told.value.problems
    assert "more than about 100 cells" in problem.what
    assert "CSV UTF-8" in problem.fix


def test_a_formula_that_comes_to_an_empty_text_is_a_blank_cell(tmp_path: Path) -> None:
    path = workbook(tmp_path / "t.xlsx", [["a", "b"], [1, "=FIRST"], ["=SECOND", 2]])

    def computed(xml: bytes) -> bytes:
        for formula in (b"FIRST", b"SECOND"):
            written = b"><f>" + formula + b"</f>"
            assert written in xml
            xml = xml.replace(written, b' t="str"' + written)
        return xml

    assert cells(with_member(path, SHEET, computed)) == [{"a": "1", "b": ""}, {"a": "", "b": "2"}]


@pytest.mark.parametrize("number", [b"2", b"1", b"1048577", b"-1", b"x"])
def test_rows_that_readers_would_pass_over_are_refused(
    tmp_path: Path, told: Told, number: bytes
) -> None:
    path = workbook(tmp_path / "t.xlsx", [["a"], [1], [2]])

    def numbered(xml: bytes) -> bytes:
        assert b'<row r="3"' in xml
        return xml.replace(b'<row r="3"', b'<row r="' + number + b'"')

    refused = with_member(path, SHEET, numbered)
    assert "damaged" in told(lambda: read_sheet(refused))[0][2]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize("part", ["xl/workbook.xml", SHEET, "docProps/app.xml"])
def test_a_document_type_is_refused_wherever_it_stands(
    tmp_path: Path, told: Told, encoding: str, part: str
) -> None:
    def declared(xml: bytes) -> bytes:
        text = re.sub(r"^<\?xml.*?\?>\s*", "", xml.decode())
        head = f'<?xml version="1.0" encoding="{encoding}"?>{" " * 70_000}'
        return f'{head}<!DOCTYPE x [<!ENTITY e "e">]>{text}'.encode(encoding)

    path = with_member(workbook(tmp_path / "t.xlsx", [["a"], [1]]), part, declared)
    assert "declares a document type" in told(lambda: read_sheet(path))[0][2]


# SPSS ----------------------------------------------------------------------------------------


def test_an_spss_file(tmp_path: Path) -> None:
    path = tmp_path / "t.sav"
    pyreadstat.write_sav(
        pd.DataFrame(
            {
                "id": ["007", ""],
                "n": [3.0, -9.0],
                "m": [None, -7.0],
                "day": [dt.date(2015, 11, 3), None],
                "phase": [0.0, 1.0],
            }
        ),
        path,
        missing_ranges={"n": [{"lo": -9, "hi": -6}], "m": [-7, -8], "id": ["xx"]},
        variable_value_labels={"phase": {0: "pre", 1: "post"}},
    )
    read = read_sheet(path)
    assert [dict(row.cells) for row in read.rows] == [
        {"id": "007", "n": "3", "m": "", "day": "2015-11-03", "phase": "0"},
        {"id": "", "n": "-9", "m": "-7", "day": "", "phase": "1"},
    ]
    assert [row.line for row in read.rows] == [1, 2]
    assert read.user_missing == {"n": ((-9.0, -6.0),), "m": ((-7.0, -7.0), (-8.0, -8.0)), "id": ()}
    assert read.labels == {"phase": {"0": "pre", "1": "post"}}


def test_spss_files_that_are_not_sound(
    tmp_path: Path, told: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "t.sav"
    pyreadstat.write_sav(pd.DataFrame({"n": [1.0, 2.0]}), path)
    monkeypatch.setattr("practicecoder.interchange.sav_sheet.MOST_ROWS", 1)
    assert "more than 1 rows" in told(lambda: read_sheet(path))[0][2]
    path.write_bytes(path.read_bytes()[:100])
    assert "damaged" in told(lambda: read_sheet(path))[0][2]
    path.write_bytes(b"n\n1\n")
    assert "This is not a .sav file" in told(lambda: read_sheet(path))[0][2]


# Parquet -------------------------------------------------------------------------------------


def test_a_parquet_file(tmp_path: Path) -> None:
    path = tmp_path / "t.parquet"
    frame = pd.DataFrame(
        {"id": ["007", None], "n": [3.0, None], "day": [dt.date(2015, 11, 3), None]},
        index=["first", "second"],
    )
    frame.to_parquet(path)
    read = read_sheet(path)
    assert [dict(row.cells) for row in read.rows] == [
        {"id": "007", "n": "3", "day": "2015-11-03"},
        {"id": "", "n": "", "day": ""},
    ]
    assert read.rows[0].dates == {"day"}


def test_parquet_files_that_are_not_sound(
    tmp_path: Path, told: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "t.parquet"
    pd.DataFrame({"n": [1.0, 2.0]}).to_parquet(path)
    monkeypatch.setattr("practicecoder.interchange.parquet_sheet.MOST_ROWS", 1)
    assert "more than 1 rows" in told(lambda: read_sheet(path))[0][2]
    path.write_bytes(path.read_bytes()[:60])
    assert "damaged" in told(lambda: read_sheet(path))[0][2]


def test_without_pyarrow_the_extra_is_named(
    tmp_path: Path, told: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "t.parquet"
    pd.DataFrame({"n": [1.0]}).to_parquet(path)
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    assert "practicecoder[parquet]" in told(lambda: read_sheet(path))[0][2]
