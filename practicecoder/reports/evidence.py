"""The table of evidence: each rating with its level in the codebook's words and its moments."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.platypus import Flowable, Spacer, Table, TableStyle

from practicecoder.reports.blocks import paragraph
from practicecoder.reports.data import RatedDimension
from practicecoder.reports.evidence_words import EvidenceRoom, EvidenceRow, evidence_rows
from practicecoder.reports.sentences import Say, say
from practicecoder.reports.styles import PAGE, Colour, Face, StyleSheet
from practicecoder.reports.tagging import TableTags, TaggedParagraph

COLUMNS = (Say.COLUMN_DIMENSION, Say.COLUMN_RATING, Say.COLUMN_LEVEL, Say.COLUMN_MOMENTS)
"""Headings of the table."""

_DIMENSION_SHARE, _RATING_SHARE = 0.162, 0.083
_LEVEL_SHARES = (0.5, 0.44, 0.56, 0.62, 0.7, 0.78)
"""Of what is left for level and moments; the first that makes the table lowest is taken."""
_PADDING = 4
_ABOVE, _BELOW = 1.5, 2.5

Cell = list[TaggedParagraph]


class EvidenceTables:
    """Tables of one report, made afresh for a room; what was measured for it is kept."""

    def __init__(self, dimensions: Sequence[RatedDimension], sheet: StyleSheet) -> None:
        self._dimensions = dimensions
        self._sheet = sheet
        self._measured: dict[EvidenceRoom, tuple[float, list[float]]] = {}

    def table(self, room: EvidenceRoom) -> Table:
        """One row a dimension, as :func:`evidence_rows` words it, in columns that keep it low."""
        _, widths = self._measure(room)
        rows = self._rows(room)
        if room != room.fuller:
            rows = _given_back(rows, self._rows(room.fuller), widths)
        return _table(rows, widths, self._sheet)

    def stand_in(self, room: EvidenceRoom) -> Flowable:
        """Empty space as high as the table, for layouts that are tried and not drawn."""
        height, _ = self._measure(room)
        space = Spacer(0, height)
        space.spaceAfter = _space_after(self._sheet)
        return space

    def _measure(self, room: EvidenceRoom) -> tuple[float, list[float]]:
        if room not in self._measured:
            self._measured[room] = _lowest(self._rows(room), self._sheet)
        return self._measured[room]

    def _rows(self, room: EvidenceRoom) -> list[list[Cell]]:
        head = [[paragraph(self._sheet.head_cell, say(column))] for column in COLUMNS]
        rows = evidence_rows(self._dimensions, room)
        return [head, *(_cells(row, self._sheet) for row in rows)]


def _space_after(sheet: StyleSheet) -> float:
    return 0.3 * sheet.sizes.body


def _table(rows: Sequence[list[Cell]], widths: Sequence[float], sheet: StyleSheet) -> Table:
    return Table(
        rows,
        colWidths=widths,
        repeatRows=1,
        renderCB=TableTags(header_rows=1),  # type: ignore[arg-type]  # reportlab only calls it
        spaceAfter=_space_after(sheet),
        style=TableStyle(
            [
                ("FONTNAME", (0, 0), (-1, -1), Face.REGULAR),
                ("VALIGN", (0, 0), (-1, -1), "TOP"),
                ("BACKGROUND", (0, 0), (-1, 0), Colour.NAVY),
                ("LINEBELOW", (0, 1), (-1, -1), 0.5, Colour.RULE),
                ("LEFTPADDING", (0, 0), (-1, -1), _PADDING),
                ("RIGHTPADDING", (0, 0), (-1, -1), _PADDING),
                ("TOPPADDING", (0, 0), (-1, -1), _ABOVE),
                ("BOTTOMPADDING", (0, 0), (-1, -1), _BELOW),
            ]
        ),
    )


def _cells(row: EvidenceRow, sheet: StyleSheet) -> list[Cell]:
    return [
        [paragraph(sheet.cell, row.dimension)],
        [paragraph(sheet.number_cell, row.rating)],
        [paragraph(sheet.cell, row.level)],
        [paragraph(sheet.cell, *runs) for runs in row.moments],
    ]


def _lowest(rows: Sequence[list[Cell]], sheet: StyleSheet) -> tuple[float, list[float]]:
    """Height of the table where it is lowest, and the widths of its columns then."""
    zoom = sheet.sizes.body / 10
    narrow = [PAGE.text_width * share * zoom for share in (_DIMENSION_SHARE, _RATING_SHARE)]
    rest = PAGE.text_width - sum(narrow)
    fixed = [max(map(_tall, row[:2], narrow)) for row in rows]
    found: list[tuple[float, list[float]]] = []
    for share in _LEVEL_SHARES:
        level, moments = share * rest, (1 - share) * rest
        height = sum(
            _ABOVE + _BELOW + max(least, _tall(row[2], level), _tall(row[3], moments))
            for least, row in zip(fixed, rows, strict=True)
        )
        found.append((height, [*narrow, level, moments]))
    return min(found, key=lambda tried: tried[0])


def _given_back(
    rows: Sequence[list[Cell]], fuller: Sequence[list[Cell]], widths: Sequence[float]
) -> list[list[Cell]]:
    """Rows whose shortened cells are whole again wherever that makes no row higher."""
    found: list[list[Cell]] = []
    for row, full in zip(rows, fuller, strict=True):
        height = max(map(_tall, row, widths))
        found.append(
            [
                whole if _tall(whole, width) <= height else cell
                for cell, whole, width in zip(row, full, widths, strict=True)
            ]
        )
    return found


def _tall(cell: Cell, width: float) -> float:
    room = width - 2 * _PADDING
    return sum(text.wrap(room, PAGE.text_height)[1] for text in cell)
