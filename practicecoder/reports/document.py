"""A report as a file: pages with band, footer and marks, built to bytes and written whole."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any, cast

from reportlab.lib.utils import simpleSplit
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    CondPageBreak,
    Flowable,
    Frame,
    KeepTogether,
    PageTemplate,
)

from practicecoder.reports.sentences import Say, say
from practicecoder.reports.styles import PAGE, WIDE_PAGE, Colour, Face, Page, Sizes, register_fonts
from practicecoder.reports.tagging import TaggedCanvas
from practicecoder.reports.text import clean

LANGUAGE = "en-GB"
UPRIGHT, WIDE = "page", "wide"
"""Names of the page templates; a report begins upright."""
_HOLDS = "\uf8ff"
"""Stands for a no-break space while lines are made; no text that was cleaned has it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Furniture:
    """What every page carries besides its content, and the file's description.

    ``title`` is the neutral title of the file's metadata. ``total_pages`` is None while pages
    are still being counted. ``made_up`` and ``draft`` are the texts of band and mark; empty for
    none.
    """

    title: str
    author: str
    program: str
    footer: tuple[str, ...]
    made_on: date
    sizes: Sizes
    made_up: str = ""
    draft: str = ""
    total_pages: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BuiltReport:
    """The bytes of a report, and how much room (in points) was left on each page."""

    content: bytes
    room_left: tuple[float, ...]

    @property
    def n_pages(self) -> int:
        """Number of pages."""
        return len(self.room_left)


class ReportDocument(BaseDocTemplate):
    """Pages of one frame each; notes how much of every frame stayed empty."""

    def __init__(self, target: BytesIO, furniture: Furniture) -> None:
        register_fonts()
        super().__init__(
            target,
            pagesize=(PAGE.width, PAGE.height),
            invariant=1,
            pageCompression=1,
            initialFontName=Face.REGULAR,
            initialFontSize=furniture.sizes.body,
            lang=LANGUAGE,
            title=clean(furniture.title),
            author=clean(furniture.author),
            subject="",
            creator=furniture.program,
            producer=furniture.program,
            allowSplitting=1,
        )
        self.room_left: list[float] = []
        self._furniture = furniture
        self.addPageTemplates([self._template(UPRIGHT, PAGE), self._template(WIDE, WIDE_PAGE)])

    def beforeDocument(self) -> None:  # noqa: N802 - reportlab's name
        """Describe the file: date of the caller, title shown in the window."""
        made_on = self._furniture.made_on
        self.canv.setDateFormatter(lambda *_: f"D:{made_on:%Y%m%d}000000Z")
        self.canv.setViewerPreference("DisplayDocTitle", "true")

    def afterPage(self) -> None:  # noqa: N802 - reportlab's name
        """Note the room that was left."""
        frame: Any = self.frame  # reportlab keeps the height reached in private names
        self.room_left.append(frame._y - frame._y1p)

    def _template(self, name: str, page: Page) -> PageTemplate:
        frame = Frame(
            page.side,
            page.bottom,
            page.text_width,
            page.text_height,
            leftPadding=0,
            rightPadding=0,
            topPadding=0,
            bottomPadding=0,
        )
        return PageTemplate(
            name,
            [frame],
            onPage=lambda canvas, _: self._draw_furniture(canvas, page),
            pagesize=(page.width, page.height),
        )

    def _draw_furniture(self, canvas: Canvas, page: Page) -> None:
        with cast("TaggedCanvas", canvas).artifact():
            canvas.saveState()
            if self._furniture.draft:
                _draw_draft_mark(canvas, self._furniture.draft, page)
            _draw_band(canvas, self._furniture, page)
            _draw_footer(canvas, self._furniture, page)
            canvas.restoreState()


def build(story: Sequence[Flowable], furniture: Furniture) -> BuiltReport:
    """Lay the story out on pages; flowables cannot be used a second time."""
    target = BytesIO()
    document = ReportDocument(target, furniture)
    document.build(list(story), canvasmaker=TaggedCanvas)
    return BuiltReport(content=target.getvalue(), room_left=tuple(document.room_left))


def build_numbered(
    story: Callable[[], Sequence[Flowable]], furniture: Furniture, *, expected: int | None = None
) -> BuiltReport:
    """Lay the story out so that every page knows how many there are.

    ``expected`` is how many there should be; where that proves right the story is laid out once.
    """
    built = build(story(), replace(furniture, total_pages=expected))
    if built.n_pages == expected:
        return built
    return build(story(), replace(furniture, total_pages=built.n_pages))


def stacked_height(story: Sequence[Flowable], width: float) -> float:
    """Height in points of a story on one endless page, as a frame would stack it."""
    height, after, at_top = 0.0, 0.0, True
    for flowable in _flat(story):
        if isinstance(flowable, CondPageBreak):
            after = 0.0  # a frame forgets the space above it
            continue
        before = 0.0 if at_top else flowable.getSpaceBefore()
        height += max(before - after, 0.0) + flowable.wrap(width, PAGE.height)[1]
        after, at_top = flowable.getSpaceAfter(), False
        height += after
    return height


def _flat(story: Sequence[Flowable]) -> Iterator[Flowable]:
    for flowable in story:
        if isinstance(flowable, KeepTogether):
            kept: Any = flowable  # reportlab keeps what is kept in a private name
            yield from _flat(kept._content)
        else:
            yield flowable


def write_whole(content: bytes, target: Path) -> None:
    """Write beside the target and rename, so that no half file is ever seen there.

    A device or pipe, such as ``/dev/stdout``, gets the content and stays what it is.
    """
    if target.exists() and not target.is_file():
        target.write_bytes(content)  # refused by a folder
        return
    beside = target.with_name(f".{target.name}.part")
    try:
        with beside.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(target)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise


def _draw_draft_mark(canvas: Canvas, words: str, page: Page) -> None:
    """Letters across the page, so pale that the words over them read as on white."""
    size = 132
    canvas.saveState()
    canvas.translate(page.width / 2, page.height / 2)
    canvas.rotate(54)
    canvas.setFillColor(Colour.WATERMARK)
    canvas.setFont(Face.BOLD, size)
    canvas.drawCentredString(0, -0.36 * size, words)
    canvas.restoreState()


def _draw_band(canvas: Canvas, furniture: Furniture, page: Page) -> None:
    size = furniture.sizes.label + 0.5
    height = page.band if furniture.made_up else 0.45 * page.band
    canvas.setFillColor(Colour.PLUM if furniture.made_up else Colour.NAVY)
    canvas.rect(0, page.height - height, page.width, height, stroke=0, fill=1)
    if furniture.made_up:
        canvas.setFillColor(Colour.WHITE)
        canvas.setFont(Face.SEMIBOLD, size)
        baseline = page.height - height / 2 - 0.36 * size
        canvas.drawString(page.side, baseline, clean(furniture.made_up))
    if furniture.draft:
        _draw_draft_label(canvas, furniture.draft, size, page)


def _draw_draft_label(canvas: Canvas, words: str, size: float, page: Page) -> None:
    width = canvas.stringWidth(words, Face.BOLD, size) + 1.4 * size
    height = 1.6 * size
    left, bottom = page.width - page.side - width, page.height - page.band - height - 3
    canvas.setFillColor(Colour.WHITE)
    canvas.setStrokeColor(Colour.PLUM)
    canvas.setLineWidth(1)
    canvas.roundRect(left, bottom, width, height, 2.5, stroke=1, fill=1)
    canvas.setFillColor(Colour.PLUM)
    canvas.setFont(Face.BOLD, size)
    canvas.drawCentredString(left + width / 2, bottom + 0.5 * height - 0.36 * size, words)


def _lines(text: str, size: float, width: float) -> list[str]:
    """Text in lines of a width; no-break spaces hold, as between the groups of a head."""
    held = text.replace("\u00a0", _HOLDS)
    return [
        line.replace(_HOLDS, "\u00a0") for line in simpleSplit(held, Face.REGULAR, size, width)
    ]


def _draw_footer(canvas: Canvas, furniture: Furniture, page: Page) -> None:
    size, leading = furniture.sizes.label, furniture.sizes.label_leading
    top = page.bottom - 9
    canvas.setStrokeColor(Colour.RULE)
    canvas.setLineWidth(0.5)
    canvas.line(page.side, top, page.width - page.side, top)
    canvas.setFillColor(Colour.GREY)
    canvas.setFont(Face.REGULAR, size)
    room = page.text_width - 8 * size  # the number of the page stands beside the first line
    lines = [
        line
        for place, text in enumerate(furniture.footer)
        for line in _lines(clean(text), size, page.text_width if place else room)
    ]
    for place, line in enumerate(lines, start=1):
        canvas.drawString(page.side, top - place * leading - 1, line)
    total = furniture.total_pages
    number = say(
        Say.PAGE,
        number=str(canvas.getPageNumber()),
        total=str(total if total is not None else canvas.getPageNumber()),
    )
    canvas.drawRightString(page.width - page.side, top - leading - 1, number)
