"""The worker's own ratings above the coder's: one column a dimension, side by side."""

from __future__ import annotations

import math
from collections.abc import Sequence

from reportlab.pdfbase import pdfmetrics
from reportlab.platypus import Table, TableStyle

from practicecoder.reports.blocks import paragraph
from practicecoder.reports.data import OwnRating
from practicecoder.reports.sentences import Say, say
from practicecoder.reports.styles import PAGE, Colour, Face, StyleSheet
from practicecoder.reports.tagging import TableTags
from practicecoder.reports.text import clean
from practicecoder.reports.worker_words import OwnRow

_PADDING = 4
_LEAST_WIDTH = 4.6
_MOST_WIDTH = 9.5
"""Of a column, in body sizes."""


def own_view_tables(
    own_ratings: Sequence[OwnRating], rows: Sequence[OwnRow], sheet: StyleSheet
) -> list[Table]:
    """As few tables as their columns allow without breaking a word."""
    heads = [say(Say.OWN_COLUMN), *(row.head for row in rows)]
    first = max(_text_width(sheet, head) for head in heads) + 2 * _PADDING + 1
    labels = [clean(own.dimension) for own in own_ratings]
    widths = [_width(sheet, label) for label in labels]
    found: list[Table] = []
    for columns in _blocks(widths, PAGE.text_width - first):
        table = [
            [say(Say.OWN_COLUMN), *labels[columns]],
            *([row.head, *row.ratings[columns]] for row in rows),
        ]
        found.append(_table(table, [first, *_spread(sheet, widths[columns], first)], sheet))
    return found


def _blocks(widths: Sequence[float], room: float) -> list[slice]:
    """Columns cut into as few blocks as fit, as even as that allows."""
    fewest = _cut(widths, room, len(widths))
    even = _cut(widths, room, math.ceil(len(widths) / max(len(fewest), 1)))
    return even if len(even) == len(fewest) else fewest


def _cut(widths: Sequence[float], room: float, most: int) -> list[slice]:
    found: list[slice] = []
    start = 0
    while start < len(widths):
        stop = start + 1
        while stop < min(start + most, len(widths)) and sum(widths[start : stop + 1]) <= room:
            stop += 1
        found.append(slice(start, stop))
        start = stop
    return found


def _width(sheet: StyleSheet, label: str) -> float:
    """Width of a column that breaks no word of its label, within reason."""
    body = sheet.sizes.body
    longest = max(_text_width(sheet, word) for word in label.split() or [""])
    return min(max(longest + 2 * _PADDING + 1, _LEAST_WIDTH * body), _MOST_WIDTH * body)


def _text_width(sheet: StyleSheet, words: str) -> float:
    return float(pdfmetrics.stringWidth(words, Face.SEMIBOLD, sheet.sizes.body))


def _spread(sheet: StyleSheet, widths: Sequence[float], first: float) -> list[float]:
    """Columns widened alike while there is room and none grows too wide."""
    spare = (PAGE.text_width - first - sum(widths)) / len(widths)
    most = _MOST_WIDTH * sheet.sizes.body
    return [max(width, min(width + spare, most)) for width in widths]


def _table(words: Sequence[Sequence[str]], widths: Sequence[float], sheet: StyleSheet) -> Table:
    head, *rows = words
    cells = [[paragraph(sheet.head_cell, label) for label in head]]
    for name, *ratings in rows:
        numbers = [paragraph(sheet.number_cell, rating) for rating in ratings]
        cells.append([paragraph(sheet.cell, name), *numbers])
    return Table(
        cells,
        colWidths=list(widths),
        hAlign="LEFT",
        renderCB=TableTags(header_rows=1),  # type: ignore[arg-type]  # reportlab only calls it
        spaceAfter=0.3 * sheet.sizes.body,
        style=TableStyle(
            [
                ("FONTNAME", (0, 0), (-1, -1), Face.REGULAR),
                ("VALIGN", (0, 0), (-1, 0), "BOTTOM"),
                ("BACKGROUND", (0, 0), (-1, 0), Colour.NAVY),
                ("LINEBELOW", (0, 1), (-1, -1), 0.5, Colour.RULE),
                ("LEFTPADDING", (0, 0), (-1, -1), _PADDING),
                ("RIGHTPADDING", (0, 0), (-1, -1), _PADDING),
                ("TOPPADDING", (0, 0), (-1, -1), 2),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 3),
            ]
        ),
    )
