"""The table of evidence: each rating with its level in the codebook's words and its moments."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.platypus import Table, TableStyle

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

Cell = list[TaggedParagraph]


class EvidenceTables:
    """Tables of one report, made afresh for a room; the widths found for it are kept."""

    def __init__(self, dimensions: Sequence[RatedDimension], sheet: StyleSheet) -> None:
        self._dimensions = dimensions
        self._sheet = sheet
        self._widths: dict[EvidenceRoom, list[float]] = {}

    def table(self, room: EvidenceRoom) -> Table:
        """One row a dimension, as :func:`evidence_rows` words it, in columns that keep it low."""
        sheet = self._sheet
        head = [[paragraph(sheet.head_cell, say(column))] for column in COLUMNS]
        rows = [head, *(_cells(row, sheet) for row in evidence_rows(self._dimensions, room))]
        if room not in self._widths:
            self._widths[room] = _lowest(rows, sheet)
        return _table(rows, self._widths[room], sheet)


def _table(rows: Sequence[list[Cell]], widths: Sequence[float], sheet: StyleSheet) -> Table:
    return Table(
        rows,
        colWidths=widths,
        repeatRows=1,
        renderCB=TableTags(header_rows=1),  # type: ignore[arg-type]  # reportlab only calls it
        spaceAfter=0.3 * sheet.sizes.body,
        style=TableStyle(
            [
                ("FONTNAME", (0, 0), (-1, -1), Face.REGULAR),
                ("VALIGN", (0, 0), (-1, -1), "TOP"),
                ("BACKGROUND", (0, 0), (-1, 0), Colour.NAVY),
                ("LINEBELOW", (0, 1), (-1, -1), 0.5, Colour.RULE),
                ("LEFTPADDING", (0, 0), (-1, -1), _PADDING),
                ("RIGHTPADDING", (0, 0), (-1, -1), _PADDING),
                ("TOPPADDING", (0, 0), (-1, -1), 2),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 3),
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


def _lowest(rows: Sequence[list[Cell]], sheet: StyleSheet) -> list[float]:
    """Widths of the columns that make the table lowest."""
    zoom = sheet.sizes.body / 10
    narrow = [PAGE.text_width * share * zoom for share in (_DIMENSION_SHARE, _RATING_SHARE)]
    rest = PAGE.text_width - sum(narrow)
    fixed = [max(map(_tall, row[:2], narrow)) for row in rows]
    found: list[tuple[float, list[float]]] = []
    for share in _LEVEL_SHARES:
        level, moments = share * rest, (1 - share) * rest
        height = sum(
            max(least, _tall(row[2], level), _tall(row[3], moments))
            for least, row in zip(fixed, rows, strict=True)
        )
        found.append((height, [*narrow, level, moments]))
    return min(found, key=lambda tried: tried[0])[1]


def _tall(cell: Cell, width: float) -> float:
    room = width - 2 * _PADDING
    return sum(text.wrap(room, PAGE.text_height)[1] for text in cell)
