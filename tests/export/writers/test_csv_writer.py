from __future__ import annotations

import csv
import io
import struct

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from practicecoder.export.table import Cell, Column, ColumnType, Table
from practicecoder.export.writers.csv_writer import cell_text, csv_bytes


def table(*rows: tuple[Cell, ...]) -> Table:
    columns = (
        Column(name="words", label="Words"),
        Column(name="number", label="Number", column_type=ColumnType.NUMBER),
    )
    return Table(name="t", title="T", columns=columns, rows=rows, key=("words",))


def test_bytes_are_utf8_without_bom_with_comma_and_lf() -> None:
    assert csv_bytes(table(('said "no", twice\nat least', 2.5), ("café", None), ("x", -8))) == (
        'words,number\n"said ""no"", twice\nat least",2.5\ncafé,\nx,-8\n'.encode()
    )


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1", "@x", "\tx", "\nx", "＝1", "－1", "=HYPERLINK('x')"]
)
def test_texts_that_a_spreadsheet_would_run_get_an_apostrophe(text: str) -> None:
    assert cell_text(text) == f"'{text}"


def test_line_ends_inside_a_text_are_lf() -> None:
    assert cell_text("a\r\nb\rc") == "a\nb\nc"
    assert cell_text("\rx") == "'\nx"


def test_numbers_are_never_touched() -> None:
    assert [cell_text(n) for n in (-8, -8.0, -0.5, 1e22, 0.1, 1e-7, 3.0)] == [
        "-8",
        "-8",
        "-0.5",
        "1e+22",
        "0.1",
        "1e-07",
        "3",
    ]


def test_what_no_text_file_may_hold_is_replaced() -> None:
    assert cell_text("a\0b") == "a\ufffdb"
    assert cell_text("a\ud800b") == "a?b"


@given(st.floats(allow_nan=False, allow_infinity=False))
@example(-0.0)
def test_numbers_read_back_to_the_same_value(value: float) -> None:
    assert struct.pack("d", float(cell_text(value)) + 0.0) == struct.pack("d", value + 0.0)


@given(
    st.lists(
        st.text(
            st.one_of(
                st.characters(codec="utf-8"), st.sampled_from(list('=+-@"\n\r\t\0,\u202e😀'))
            )
        )
    )
)
def test_hostile_texts_break_no_row_and_stay_no_formula(texts: list[str]) -> None:
    content = csv_bytes(table(*((text, None) for text in texts))).decode("utf-8")
    rows = list(csv.reader(io.StringIO(content, newline="")))
    assert len(rows) == len(texts) + 1
    for text, (read, blank) in zip(texts, rows[1:], strict=True):
        assert blank == ""
        plain = text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "\ufffd")
        assert read.removeprefix("'") == plain.removeprefix("'")
        assert not read.startswith(("=", "+", "-", "@", "\t", "\r", "\n"))
