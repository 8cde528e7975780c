"""Pictures as flowables: one figure each, with its alternative text; rows of pictures."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator, Sequence

from reportlab.lib.utils import simpleSplit
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Flowable

from practicecoder.reports.styles import Colour, Face, Sizes
from practicecoder.reports.tagging import TaggedCanvas, canvas_of
from practicecoder.reports.text import clean

CUT = "…"
CAP = 0.36
"""Half the height of a capital letter, as a share of the type size."""


class Picture(Flowable):
    """A figure of a fixed size; its alternative text tells the finding and the numbers."""

    def __init__(self, width: float, height: float, alt: str, sizes: Sizes) -> None:
        super().__init__()
        self.width, self.height = width, height
        self.alt = clean(alt)
        self._sizes = sizes

    def wrap(self, _: float, __: float) -> tuple[float, float]:
        """Take the size it was made with."""
        return self.width, self.height

    def draw(self) -> None:
        """Draw as one figure."""
        canvas = canvas_of(self)
        with canvas.content("Figure", alt=self.alt) as figure:
            figure.box = canvas.box_here(0, 0, self.width, self.height)
            self.paint(canvas)

    @abstractmethod
    def paint(self, canvas: TaggedCanvas) -> None:
        """Draw within the size, from the lower left corner."""


class PictureRow(Flowable):
    """Pictures beside each other, their upper edges level."""

    def __init__(self, pictures: Sequence[Picture], gap: float) -> None:
        super().__init__()
        self._pictures = tuple(pictures)
        self._gap = gap
        self.width = sum(p.width for p in pictures) + gap * (len(pictures) - 1)
        self.height = max(p.height for p in pictures)
        self.spaceAfter = gap

    def wrap(self, _: float, __: float) -> tuple[float, float]:
        """Take the room of the pictures."""
        return self.width, self.height

    def draw(self) -> None:
        """Draw one after the other."""
        left = 0.0
        for picture in self._pictures:
            picture.drawOn(canvas_of(self), left, self.height - picture.height)
            left += picture.width + self._gap


def in_rows(pictures: Sequence[Picture], width: float, gap: float) -> Iterator[PictureRow]:
    """Pictures in rows that fill a width."""
    row: list[Picture] = []
    for picture in pictures:
        if row and sum(p.width + gap for p in row) + picture.width > width + 0.01:
            yield PictureRow(row, gap)
            row = []
        row.append(picture)
    if row:
        yield PictureRow(row, gap)


def write(  # noqa: PLR0913  # words, place and manner
    canvas: TaggedCanvas,
    words: str,
    x: float,
    middle: float,
    size: float,
    *,
    face: Face = Face.REGULAR,
    at: str = "left",
) -> None:
    """Write words whose capitals are centred on a height."""
    canvas.setFillColor(Colour.INK)
    canvas.setFont(face, size)
    draw = {
        "left": canvas.drawString,
        "centre": canvas.drawCentredString,
        "right": canvas.drawRightString,
    }[at]
    draw(x, middle - CAP * size, clean(words))


def lines_of(words: str, face: Face, size: float, width: float, most: int) -> list[str]:
    """Words in lines of a width; what does not fit is cut, and the cut marked."""
    lines = list(simpleSplit(clean(words), face, size, width))
    if len(lines) <= most and all(stringWidth(one, face, size) <= width for one in lines):
        return lines
    kept = [_cut(line, face, size, width) for line in lines[:most]]
    last = kept[-1]
    if len(lines) > most and not last.endswith(CUT):
        kept[-1] = _cut(f"{last}{CUT}", face, size, width)
    return kept


def _cut(line: str, face: Face, size: float, width: float) -> str:
    """As much of a line as fits, the cut marked."""
    if stringWidth(line, face, size) <= width:
        return line
    kept = line.removesuffix(CUT)
    while kept and stringWidth(f"{kept}{CUT}", face, size) > width:
        kept = kept[:-1]
    return f"{kept.rstrip()}{CUT}"
