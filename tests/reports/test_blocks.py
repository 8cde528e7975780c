"""Building blocks: a heading with its words, lines to write on."""

from __future__ import annotations

import pytest

from practicecoder.reports.blocks import HeadedLine, WritingLine, writing_height
from practicecoder.reports.styles import PAGE, style_sheet


def height(words: str, *, width: float = PAGE.text_width) -> float:
    return HeadedLine(style_sheet(), "How you saw it", words).wrap(width, PAGE.text_height)[1]


def test_few_words_stand_beside_their_heading() -> None:
    assert height("Few words.") == pytest.approx(height("Other words."))
    assert height("Few words.") <= style_sheet().heading.leading + 1


def test_more_words_than_a_line_holds_stand_below() -> None:
    sheet = style_sheet()
    below = sheet.heading.leading + sheet.heading.spaceAfter

    assert height("word " * 25) == pytest.approx(below + 2 * sheet.body.leading)
    assert height("Few words.", width=110) == pytest.approx(below + sheet.body.leading)


def test_a_line_to_write_on_leaves_room_for_a_hand() -> None:
    sheet = style_sheet()

    assert WritingLine(sheet, "New goal:").wrap(PAGE.text_width, 0) == (
        PAGE.text_width,
        writing_height(sheet.sizes.body),
    )
    assert writing_height(sheet.sizes.body) >= 19  # points: lines of a ruled book
