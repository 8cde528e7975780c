from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from practicecoder.export.table import Column, Row, Rows, Table
from practicecoder.export.writers import xlsx_writer
from practicecoder.export.writers.xlsx_writer import LONGEST_TEXT, sheet_text, write_workbook

MADE_AT = datetime(2026, 11, 20, 14, 2, 7, tzinfo=UTC)


def write(path: Path, table: Table, readme: str = "Northshire\n=2+2") -> tuple[str, ...]:
    return write_workbook(path, [("sessions", table)], readme=readme, made_at=MADE_AT)


def of_texts(*texts: str) -> Table:
    return Table(
        name="t",
        title="T",
        columns=(Column(name="words", label="Words"),),
        rows=tuple((text,) for text in texts),
        key=(),
    )


def sheets_xml(path: Path) -> str:
    with zipfile.ZipFile(path) as parts:
        return "".join(
            parts.read(name).decode() for name in parts.namelist() if "worksheets/" in name
        )


def test_numbers_are_numbers_and_blanks_blank(small: Table, tmp_path: Path) -> None:
    assert write(tmp_path / "w.xlsx", small) == ()
    book = load_workbook(tmp_path / "w.xlsx")
    assert book.sheetnames == ["README", "sessions"]
    rows = list(book["sessions"].iter_rows(values_only=True))
    assert rows[0] == tuple(column.name for column in small.columns)
    assert rows[1:] == list(small.rows)
    assert book["sessions"].freeze_panes == "A2"
    assert book["sessions"].auto_filter.ref == "A1:F6"


def test_texts_are_never_formulas(small: Table, tmp_path: Path) -> None:
    write(tmp_path / "w.xlsx", small)
    cell = load_workbook(tmp_path / "w.xlsx")["sessions"]["A5"]
    assert (cell.value, cell.data_type, cell.quotePrefix) == ("=1+1", "s", True)
    assert "<f>" not in sheets_xml(tmp_path / "w.xlsx")


def test_the_workbook_names_no_person(small: Table, tmp_path: Path) -> None:
    write(tmp_path / "w.xlsx", small)
    about = load_workbook(tmp_path / "w.xlsx").properties
    assert about.creator == "practicecoder"
    assert about.lastModifiedBy is None
    assert about.created == MADE_AT.replace(tzinfo=None)


def test_a_table_that_is_too_long_is_left_out_and_named(
    small: Table, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(xlsx_writer, "MOST_ROWS", 4)
    assert write(tmp_path / "w.xlsx", small) == ("sessions",)
    assert load_workbook(tmp_path / "w.xlsx").sheetnames == ["README"]


def test_long_texts_are_cut_and_end_in_an_ellipsis() -> None:
    assert len(sheet_text("x" * LONGEST_TEXT)) == LONGEST_TEXT
    cut = sheet_text("x" * (LONGEST_TEXT + 1))
    assert len(cut) == LONGEST_TEXT
    assert cut.endswith("x…")


HOSTILE = st.text(
    st.one_of(st.characters(), st.sampled_from(list("=+-@#\"'\n\r\t\0\x0b\ufffe\u202e😀!<&"))),
    max_size=30,
)


@given(st.lists(HOSTILE, min_size=1, max_size=20))
@example(["=HYPERLINK('x')", "#REF!", "\ud800", "\x0b", "'=1", "http://x.invalid", "_x0041_"])
@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_hostile_texts_open_again_as_they_were(tmp_path: Path, texts: list[str]) -> None:
    path = tmp_path / "h.xlsx"
    write(path, of_texts(*texts), readme="x")
    sheet = load_workbook(path)["sessions"]
    read = [sheet.cell(row=row + 2, column=1) for row in range(len(texts))]
    assert all(cell.data_type in ("s", "n", "inlineStr") for cell in read)
    assert [cell.value or "" for cell in read] == [sheet_text(text) for text in texts]
    assert re.search(r"<f[ >]|<hyperlink", sheets_xml(path)) is None


def test_rows_are_read_once(tmp_path: Path) -> None:
    reads: list[int] = []

    def rows() -> Iterator[Row]:
        reads.append(1)
        return iter([("a",)])

    lazy = replace(of_texts(), rows=Rows(1, rows))
    write(tmp_path / "w.xlsx", lazy)
    assert len(reads) == 1


def test_the_file_bears_the_title_of_the_package(tmp_path: Path) -> None:
    write(tmp_path / "w.xlsx", of_texts("one"))
    assert load_workbook(tmp_path / "w.xlsx").properties.title == "Northshire"
