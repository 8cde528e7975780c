"""The worker's own ratings beside the coder's, in as few tables as the words allow."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from practicecoder.reports.data import OwnRating
from practicecoder.reports.own_view import own_view_tables
from practicecoder.reports.styles import PAGE, style_sheet
from practicecoder.reports.worker_words import OwnRow

LONG = "A label of forty letters in several words"


def laid_out(labels: Sequence[str], *, large_print: bool = False) -> list[list[list[str]]]:
    """Words of every cell, table by table."""
    sheet = style_sheet(large_print=large_print)
    own = [OwnRating(dimension=label, own=3, coder=2) for label in labels]
    rows = [
        OwnRow(head="You", ratings=tuple(str(n) for n, _ in enumerate(labels))),
        OwnRow(head="Coder", ratings=tuple(str(-n) for n, _ in enumerate(labels))),
    ]
    found: list[list[list[str]]] = []
    for table in own_view_tables(own, rows, sheet):
        width, _ = table.wrap(PAGE.text_width, PAGE.text_height)
        assert width <= PAGE.text_width + 0.1
        cells: Any = table  # reportlab keeps the cells in a private name
        found.append([[cell[0].getPlainText() for cell in row] for row in cells._cellvalues])
    return found


def test_seven_dimensions_stand_in_one_table() -> None:
    (table,) = laid_out(
        ["Collaboration", "Autonomy", "Empathy", "Evocation", "Purposefulness", "Clarity", "Child"]
    )

    assert table[0][:2] == ["Rated by", "Collaboration"]
    assert [row[0] for row in table[1:]] == ["You", "Coder"]
    assert table[1][1:] == ["0", "1", "2", "3", "4", "5", "6"]


@pytest.mark.parametrize("n", [1, 8, 12, 22, 40])
@pytest.mark.parametrize("large_print", [False, True])
def test_many_dimensions_stand_in_even_tables_without_losing_one(
    n: int, large_print: bool
) -> None:
    tables = laid_out([f"{LONG} {number}" for number in range(n)], large_print=large_print)
    counts = [len(table[0]) - 1 for table in tables]

    assert [word for table in tables for word in table[1][1:]] == [str(k) for k in range(n)]
    assert max(counts) - min(counts) <= max(1, len(tables) - 1)


def test_a_word_longer_than_the_page_still_has_a_column() -> None:
    (table,) = laid_out(["W" * 200])

    assert table[2] == ["Coder", "0"]
