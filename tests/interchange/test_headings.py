"""Titles above the headings are passed over where that is wanted, in text and in workbooks."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from practicecoder.errors import ImportedDataError
from practicecoder.interchange.sheet_files import read_sheet

LINES = (("Ratings of spring",), ("", ""), ("Session", "Coder", "Empathy"), ("S1", "A", "3"))


@pytest.fixture(params=[".csv", ".xlsx"])
def titled(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    path = tmp_path / f"ratings{request.param}"
    if path.suffix == ".xlsx":
        book = openpyxl.Workbook()
        sheet = book.worksheets[0]
        for line in LINES:
            sheet.append(line)
        book.save(path)
    else:
        path.write_text("".join(";".join(line) + "\n" for line in LINES), encoding="utf-8")
    return path


@pytest.mark.parametrize("heading", [None, 2, 3])
def test_headings_are_found_below_titles(titled: Path, heading: int | None) -> None:
    sheet = read_sheet(titled, heading=heading if titled.suffix == ".xlsx" or not heading else 3)
    assert sheet.columns == ("Session", "Coder", "Empathy")
    assert sheet.heading_line == 3
    assert [row.text("Empathy") for row in sheet.rows] == ["3"]


def test_without_it_the_first_line_counts(tmp_path: Path) -> None:
    path = tmp_path / "ratings.csv"
    path.write_text("".join(";".join(line) + "\n" for line in LINES), encoding="utf-8")
    assert read_sheet(path).heading_line == 1
    assert "Session" not in read_sheet(path).columns


def test_a_line_that_is_not_there_is_refused(titled: Path) -> None:
    with pytest.raises(ImportedDataError):
        read_sheet(titled, heading=90)


def test_a_single_column_is_no_title(tmp_path: Path) -> None:
    path = tmp_path / "one.csv"
    path.write_text("session_id\nS1\nS2\n", encoding="utf-8")
    assert len(read_sheet(path, heading=None).rows) == 2
