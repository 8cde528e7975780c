"""Results as flat tables: the same numbers as the results, blanks with their reasons."""

from __future__ import annotations

from pathlib import Path

import pytest

from practicecoder.codebook import library
from practicecoder.errors import ExportError
from practicecoder.interchange.session_table import read_session_table
from practicecoder.interchange.tables import read_ratings
from practicecoder.scoring.frames import compare_frame, trend_frame
from practicecoder.scoring.reliability.table import reliability_table
from practicecoder.services.result_tables import (
    Table,
    comparison_rows,
    reliability_rows,
    trend_rows,
    write_table,
)

GOLDEN = Path(__file__).parents[1] / "golden"


def by_name(table: Table, *keys: str) -> dict[str, str]:
    """Row of a table whose first cells are these."""
    heading, rows = table
    assert all(len(row) == len(heading) for row in rows)
    found = [row for row in rows if row[: len(keys)] == list(keys)]
    assert len(found) == 1
    return dict(zip(heading, found[0], strict=True))


def test_comparisons_stand_with_both_tests() -> None:
    frame = read_session_table(GOLDEN / "fsh_sessions.csv", library.find("swim7"))
    found = compare_frame(frame, "good_authority")
    table = comparison_rows({"good_authority": found})

    student = by_name(table, "good_authority", "Student t")
    assert float(student["t"]) == pytest.approx(2.3303545, abs=1e-6)
    assert (student["n_pre"], student["n_post"], student["df"]) == ("31", "72", "101.0")
    assert by_name(table, "good_authority", "Welch t")["reason"] == ""


def test_trends_stand_overall_by_group_and_adjusted() -> None:
    frame = read_session_table(GOLDEN / "fsh_sessions.csv", library.find("swim7"))
    table = trend_rows({"good_authority": trend_frame(frame, "good_authority")})

    assert float(by_name(table, "good_authority", "all")["r"]) == pytest.approx(
        0.2018698, abs=1e-6
    )
    assert by_name(table, "good_authority", "Office 2")["n"] == "33"
    adjusted = by_name(table, "good_authority", "within office_id")
    assert float(adjusted["slope_per_100_days"]) == pytest.approx(-0.0013694, abs=1e-6)


def test_a_number_that_there_is_not_is_blank_with_its_reason() -> None:
    book = library.find("swim7")
    ratings = read_ratings(GOLDEN / "fsh_reliability_long.csv", book)
    table = reliability_rows(reliability_table(book, ratings))
    missing = [row for row in table[1] if row[3] == ""]

    assert missing
    assert all(row[-1] for row in missing)
    assert by_name(table, "empathy", "dimension", "exact_agreement")["n"] == "28"


def test_a_table_that_cannot_be_written_leaves_nothing_behind(tmp_path: Path) -> None:
    (tmp_path / "taken").mkdir()

    with pytest.raises(ExportError, match="Choose another place"):
        write_table(tmp_path / "taken", (["a"], [["1"]]))
    assert [path.name for path in tmp_path.iterdir()] == ["taken"]
