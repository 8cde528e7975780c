"""A small table with every kind of column."""

from __future__ import annotations

import pytest

from practicecoder.export.table import Column, ColumnType, Measure, MissingCode, Rows, Table

CODES = (
    MissingCode(reason_id="no_behaviour_change", label="None discussed", spss=-9, stata="a"),
    MissingCode(reason_id="inaudible", label="Too poor", spss=-8, stata="b"),
    MissingCode(reason_id="no_opportunity", label="No opportunity", spss=-7, stata="c"),
    MissingCode(reason_id="not_rated", label="Not rated", spss=-6, stata="d"),
)
ROWS = (
    ("S1", "pre", -8, 2.5, None, 2.25),
    ("S2", "post", -9, None, "inaudible", None),
    ("S3", None, None, None, "no_behaviour_change", 1 / 3),
    ("=1+1", "post", 40, None, None, None),
    ("Zoë 😀", "post", 0, 4.0, None, 5.0),
)


@pytest.fixture
def small() -> Table:
    """Days that look like codes, ratings with reasons, a text that looks like a formula."""
    whole, number = ColumnType.INTEGER, ColumnType.NUMBER
    return Table(
        name="sessions",
        title="Sessions",
        columns=(
            Column(name="session_id", label="Session", needed=True),
            Column(name="phase", label="Phase", codes={"pre": 0, "post": 1}),
            Column(name="days", label="Days", column_type=whole, measure=Measure.SCALE),
            Column(
                name="empathy",
                label="Empathy",
                column_type=number,
                measure=Measure.ORDINAL,
                values={"1": "not yet heard", "5": "heard throughout"},
                missing_codes=CODES,
                reason_column="empathy_na",
            ),
            Column(name="empathy_na", label="Empathy: why not rated"),
            Column(name="score", label="Score " * 20, column_type=number, measure=Measure.SCALE),
        ),
        rows=Rows(len(ROWS), lambda: iter(ROWS)),
        key=("session_id",),
    )
