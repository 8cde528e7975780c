from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from practicecoder.interchange.cells import CellError, as_text, code, date, number, whole_number


@pytest.mark.parametrize(
    ("text", "value"), [("3", 3.0), ("3.0", 3.0), ("-2.5", -2.5), ("+1", 1.0), ("1e2", 100.0)]
)
def test_numbers(text: str, value: float) -> None:
    assert number(text) == value


@pytest.mark.parametrize(
    "text", ["", "NaN", "inf", "-inf", "1_0", "٣", "3,5", "3 5", "0x3", "1.", ".5", "3 ", "1e999"]
)
def test_what_is_no_number(text: str) -> None:
    with pytest.raises(CellError, match="is not a number"):
        number(text)


def test_a_word_for_nothing_is_explained() -> None:
    with pytest.raises(CellError) as caught:
        number("NA")
    assert caught.value.fix == "Leave a missing value blank."


def test_decimal_commas_only_where_the_separator_is_another() -> None:
    assert number("2,5", decimal_comma=True) == 2.5
    assert number("2.5", decimal_comma=True) == 2.5
    with pytest.raises(CellError):
        number("1,000,5", decimal_comma=True)


def test_whole_numbers() -> None:
    assert whole_number("-8.0") == -8
    with pytest.raises(CellError, match="not a whole number"):
        whole_number("1.5")


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("", "missing"),
        ("x" * 65, "longer than 64"),
        ("S\u202e1", "cannot be seen"),
        ("=1+1", "may not begin with ="),
        ("@x", "may not begin with @"),
        ("＝1", "may not begin with ＝"),
    ],
)
def test_codes_that_cannot_be_used(text: str, what: str) -> None:
    with pytest.raises(CellError, match=what):
        code(text)


def test_a_code_that_became_a_date_is_refused() -> None:
    with pytest.raises(CellError, match="turned into a date"):
        code("2015-05-03", is_date=True)


def test_codes_stay_as_they_are() -> None:
    assert [code(text) for text in ("007", "HF-0042", "Büro 1", "1E3")] == [
        "007",
        "HF-0042",
        "Büro 1",
        "1E3",
    ]


@pytest.mark.parametrize("text", ["2015-11-03", "03.11.2015", "3.11.2015"])
def test_dates(text: str) -> None:
    assert date(text) == dt.date(2015, 11, 3)


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("03.11.15", "not a date"),
        ("11/03/2015", "not a date"),
        ("2015-02-30", "no day"),
        ("31.04.2015", "no day"),
        ("0215-01-01", "between 1950 and 2100"),
    ],
)
def test_what_is_no_date(text: str, what: str) -> None:
    with pytest.raises(CellError, match=what):
        date(text)


def test_values_of_workbooks_as_text() -> None:
    assert as_text(dt.datetime.fromisoformat("2015-11-03")) == "2015-11-03"
    assert as_text(dt.datetime.fromisoformat("2015-11-03T09:30:00")) == "2015-11-03T09:30:00"
    assert as_text(dt.time(9, 30)) == "09:30:00"
    assert as_text(float("nan")) == ""
    assert as_text(1e300) == "1e+300"
    assert as_text(7) == "7"
    assert as_text("  x ") == "x"


@given(st.floats(allow_nan=False, allow_infinity=False, min_value=-1e6, max_value=1e6))
def test_numbers_survive_their_text(value: float) -> None:
    text = as_text(value)
    if "e" not in text:
        assert number(text) == value
