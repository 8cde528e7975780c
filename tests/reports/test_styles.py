"""Type and colour: legible on the ground they stand on, fonts and licence shipped."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from reportlab.lib.colors import Color

from practicecoder.reports.styles import (
    FONT_FOLDER,
    LARGE_PRINT,
    NORMAL_PRINT,
    Colour,
    Face,
    style_sheet,
)

ENOUGH_FOR_TEXT = 4.5
ENOUGH_FOR_MARKS = 3.0
LETTERS_OF_DRAFT = 40.0


def contrast(one: Color, other: Color) -> float:
    """Ratio of relative luminances (WCAG 2.2)."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: Color) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(part) for part in (colour.red, colour.green, colour.blue))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("large_print", [False, True])
def test_every_style_is_legible_where_it_stands(large_print: bool) -> None:
    sheet = style_sheet(large_print=large_print)
    grounds = (Colour.WHITE, Colour.TINT, Colour.WATERMARK)
    for style in sheet.all_styles():
        if style is sheet.head_cell:
            assert contrast(style.textColor, Colour.NAVY) >= ENOUGH_FOR_TEXT
            continue
        for ground in grounds:
            assert contrast(style.textColor, ground) >= ENOUGH_FOR_TEXT, style.name


@pytest.mark.parametrize(
    ("ink", "ground"),
    [
        (Colour.WHITE, Colour.PLUM),
        (Colour.PLUM, Colour.WHITE),
        (Colour.GREY, Colour.WHITE),
        (Colour.GREY, Colour.TINT),
        (Colour.NAVY, Colour.TINT),
        (Colour.INK, Colour.TINT),
    ],
)
def test_words_on_the_canvas_are_legible(ink: Color, ground: Color) -> None:
    assert contrast(ink, ground) >= ENOUGH_FOR_TEXT


@pytest.mark.parametrize(
    ("mark", "ground"),
    [
        (Colour.TURQUOISE, Colour.WHITE),
        (Colour.FAMILY, Colour.WHITE),
        (Colour.NAVY, Colour.RANGE),
        (Colour.INK, Colour.RANGE),
        (Colour.PLUM, Colour.TINT),
        (Colour.NAVY, Colour.TINT),
        (Colour.GREY, Colour.TINT),
    ],
)
def test_marks_stand_out(mark: Color, ground: Color) -> None:
    assert contrast(mark, ground) >= ENOUGH_FOR_MARKS


def test_every_word_on_the_pages_is_legible(case_pdf: Callable[[str], Path]) -> None:
    used = _colours_of_words(case_pdf("everything"))
    white = tuple(Colour.WHITE.rgb())

    assert len(used) >= 4
    assert contrast(Colour.WHITE, Colour.NAVY) >= ENOUGH_FOR_TEXT
    for parts in used - {white}:
        for ground in (Colour.WHITE, Colour.TINT, Colour.WATERMARK):
            assert contrast(Color(*parts), ground) >= ENOUGH_FOR_TEXT, parts


def _colours_of_words(pdf: Path) -> set[tuple[float, ...]]:
    """Fill colours of all words but the letters across the page."""
    found: set[tuple[float, ...]] = set()
    with pikepdf.open(pdf) as opened:
        for page in opened.pages:
            colour: tuple[float, ...] = (0.0, 0.0, 0.0)
            size = 0.0
            kept: list[tuple[float, ...]] = []
            for operation in pikepdf.parse_content_stream(page):
                match str(operation.operator):
                    case "q":
                        kept.append(colour)
                    case "Q":
                        colour = kept.pop()
                    case "rg":
                        colour = tuple(round(float(part), 6) for part in operation.operands)
                    case "Tf":
                        size = float(operation.operands[1])
                    case "Tj" | "TJ" if size < LETTERS_OF_DRAFT:
                        found.add(colour)
    return {tuple(round(part * 255) / 255 for part in parts) for parts in found}


def test_the_palette_is_the_published_one() -> None:
    published = ("#12436d", "#28a197", "#801650", "#f46a25")
    ours = (Colour.NAVY, Colour.TURQUOISE, Colour.PLUM, Colour.ORANGE)

    assert tuple(f"#{colour.hexval()[2:]}" for colour in ours) == published
    assert contrast(Colour.NAVY, Colour.WHITE) == pytest.approx(10.3, abs=0.1)


def test_sizes_keep_the_smallest_type() -> None:
    assert (NORMAL_PRINT.body, NORMAL_PRINT.label) == (10, 8.5)
    assert LARGE_PRINT.body == 12
    assert LARGE_PRINT.label >= 8.5


def test_every_face_and_its_licence_is_shipped() -> None:
    for face in Face:
        assert (FONT_FOLDER / f"{face.value}.ttf").read_bytes()[:4] == b"\x00\x01\x00\x00"
    licence = (FONT_FOLDER / "LICENSE.txt").read_text(encoding="utf-8")
    assert "Licensed under the Apache License, Version 2.0" in licence
