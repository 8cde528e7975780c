"""Type, colour and measure of the reports, each fixed once: fonts, palette, styles, page."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any

from reportlab.lib.colors import Color, HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

FONT_FOLDER = Path(__file__).parent / "fonts"
_MOST_REMEMBERED = 20_000


class Face(StrEnum):
    """The shipped faces of Open Sans, by the name reportlab knows them under."""

    REGULAR = "OpenSans-Regular"
    SEMIBOLD = "OpenSans-Semibold"
    BOLD = "OpenSans-Bold"
    ITALIC = "OpenSans-Italic"


class Colour:
    """Palette of the Government Analysis Function, with the greys and tints between.

    Turquoise and orange are too pale for text; they are for marks on white.
    """

    NAVY: Color = HexColor("#12436D")
    TURQUOISE: Color = HexColor("#28A197")
    PLUM: Color = HexColor("#801650")
    ORANGE: Color = HexColor("#F46A25")
    INK: Color = HexColor("#1D1D1F")
    GREY: Color = HexColor("#3D3D3D")
    RULE: Color = HexColor("#B8C2CC")
    TINT: Color = HexColor("#E9EEF3")
    RANGE: Color = HexColor("#9DB6CE")
    FAMILY: Color = HexColor("#5E90BE")
    WATERMARK: Color = HexColor("#F1F3F6")
    WHITE: Color = HexColor("#FFFFFF")


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A4 with its margins, in points."""

    width: float = A4[0]
    height: float = A4[1]
    side: float = 15 * mm
    top: float = 13 * mm
    bottom: float = 18.5 * mm
    band: float = 7 * mm

    @property
    def text_width(self) -> float:
        """Width between the margins."""
        return self.width - 2 * self.side

    @property
    def text_height(self) -> float:
        """Height between band and footer."""
        return self.height - self.top - self.bottom


PAGE = Page()
WIDE_PAGE = Page(width=A4[1], height=A4[0])
"""For tables that are wider than an upright page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sizes:
    """Type sizes in points; nothing on the page is smaller than ``label``."""

    title: float = 19
    heading: float = 12.5
    body: float = 10
    label: float = 8.5

    @property
    def leading(self) -> float:
        """Distance of body lines."""
        return self.body * 1.26

    @property
    def cell_leading(self) -> float:
        """Distance of lines within a table's cells."""
        return self.body * 1.22

    @property
    def label_leading(self) -> float:
        """Distance of label lines."""
        return self.label * 1.27


NORMAL_PRINT = Sizes()
LARGE_PRINT = Sizes(title=22, heading=15, body=12, label=10)


class StyleSheet:
    """Named paragraph styles; each carries the tag of its structure element."""

    def __init__(self, sizes: Sizes) -> None:
        register_fonts()
        self.sizes = sizes
        self.body = ParagraphStyle(
            "body",
            fontName=Face.REGULAR,
            fontSize=sizes.body,
            leading=sizes.leading,
            textColor=Colour.INK,
            spaceAfter=0.3 * sizes.body,
            allowWidows=0,
            allowOrphans=0,
            splitLongWords=1,
            tag="P",
        )
        self.title = ParagraphStyle(
            "title",
            parent=self.body,
            fontName=Face.SEMIBOLD,
            fontSize=sizes.title,
            leading=sizes.title * 1.2,
            textColor=Colour.NAVY,
            spaceAfter=0.2 * sizes.body,
            keepWithNext=1,
            tag="H1",
        )
        self.heading = ParagraphStyle(
            "heading",
            parent=self.body,
            fontName=Face.SEMIBOLD,
            fontSize=sizes.heading,
            leading=sizes.heading * 1.25,
            textColor=Colour.NAVY,
            spaceBefore=0.7 * sizes.body,
            spaceAfter=0.25 * sizes.body,
            keepWithNext=1,
            tag="H2",
        )
        self.loose_heading = ParagraphStyle("loose heading", parent=self.heading, keepWithNext=0)
        self.purpose = ParagraphStyle("purpose", parent=self.body, textColor=Colour.GREY)
        self.notice = ParagraphStyle(
            "notice", parent=self.body, fontName=Face.SEMIBOLD, textColor=Colour.PLUM
        )
        self.caption = ParagraphStyle(
            "caption",
            parent=self.body,
            fontSize=sizes.label,
            leading=sizes.label * 1.32,
            textColor=Colour.GREY,
            spaceAfter=0.2 * sizes.body,
        )
        self.cell = ParagraphStyle(
            "cell", parent=self.body, leading=sizes.cell_leading, spaceAfter=0
        )
        self.number_cell = ParagraphStyle(
            "number cell", parent=self.cell, fontName=Face.BOLD, textColor=Colour.NAVY
        )
        self.head_cell = ParagraphStyle(
            "head cell", parent=self.cell, fontName=Face.SEMIBOLD, textColor=Colour.WHITE
        )

    def all_styles(self) -> tuple[ParagraphStyle, ...]:
        """Every style of the sheet."""
        return tuple(v for v in vars(self).values() if isinstance(v, ParagraphStyle))


class _RememberingFont(TTFont):
    """A face that measures each string once: the same words are laid out many times over."""

    def __init__(self, face: Face) -> None:
        super().__init__(face.value, str(FONT_FOLDER / f"{face.value}.ttf"))
        self._widths: dict[str, float] = {}

    def stringWidth(  # noqa: N802 - reportlab's name
        self, text: str, size: float, encoding: str = "utf8"
    ) -> float:
        """Width in points at a size."""
        width = self._widths.get(text)
        if width is None:
            if len(self._widths) >= _MOST_REMEMBERED:
                self._widths.clear()
            width = self._widths[text] = float(super().stringWidth(text, 1.0, encoding))
        return width * size


@cache
def register_fonts() -> None:
    """Make the shipped faces known to reportlab, once."""
    for face in Face:
        pdfmetrics.registerFont(_RememberingFont(face))
    pdfmetrics.registerFontFamily(
        Face.REGULAR,
        normal=Face.REGULAR,
        bold=Face.BOLD,
        italic=Face.ITALIC,
        boldItalic=Face.BOLD,
    )


@cache
def printable_characters() -> frozenset[str]:
    """Characters that every shipped face has a picture of."""
    register_fonts()
    fonts: list[Any] = [pdfmetrics.getFont(face.value) for face in Face]
    codes = set.intersection(*(set(font.face.charToGlyph) for font in fonts))
    return frozenset(chr(code) for code in codes)


@cache
def style_sheet(*, large_print: bool = False) -> StyleSheet:
    """Styles in normal or large print."""
    return StyleSheet(LARGE_PRINT if large_print else NORMAL_PRINT)
