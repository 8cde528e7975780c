"""The table of evidence: each rating with its level in the codebook's words and its moments."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.platypus import Table, TableStyle

from practicecoder.domain.spans import clock
from practicecoder.reports.blocks import paragraph
from practicecoder.reports.chart_rows import rating_shown
from practicecoder.reports.data import Moment, RatedDimension
from practicecoder.reports.sentences import Say, say
from practicecoder.reports.styles import PAGE, Colour, Face, StyleSheet
from practicecoder.reports.tagging import TableTags, TaggedParagraph
from practicecoder.reports.text import Run, Weight, clean, first_sentences, shortened
from practicecoder.scoring.scores import in_sentence, listed

QUOTE_WORDS = 25
"""No more words than this are ever quoted at a time, or told of what was heard."""
LEAST_QUOTED = 8
"""A quote is not shortened below this for the sake of the words around it."""
LEVEL_WORDS = 120
"""Longer descriptions of a level are cut, so that a row always fits a page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceRoom:
    """How much a row of the table may hold: moments, words of each, words of the level.

    ``repeats``: a moment that belongs to several dimensions is told whole with each of them.
    """

    moments: int
    repeats: bool = False
    moment_words: int = 2 * QUOTE_WORDS
    level_words: int = LEVEL_WORDS


EVIDENCE_ROOMS = (
    EvidenceRoom(moments=4, repeats=True),
    EvidenceRoom(moments=2),
    EvidenceRoom(moments=2, moment_words=22),
    EvidenceRoom(moments=2, moment_words=22, level_words=30),
)
"""From all that may be told to the least that still tells it."""

_DIMENSION_SHARE, _RATING_SHARE = 0.162, 0.083
_LEVEL_SHARES = (0.5, 0.46, 0.54, 0.42, 0.58)
"""Of what is left for level and moments; the first that makes the table lowest is taken."""
_PADDING = 4
_ABOVE_AND_BELOW = 2 + 3

Cell = list[TaggedParagraph]


def moment_runs(moment: Moment, *, max_words: int = 2 * QUOTE_WORDS) -> tuple[Run | str, ...]:
    """Time, what was heard, and the words said; the words said are shortened first."""
    quote, note = (clean(text).split() for text in (moment.quote, moment.note))
    quoted = min(len(quote), QUOTE_WORDS, max(LEAST_QUOTED, max_words - len(note)))
    noted = min(QUOTE_WORDS, max_words - quoted)
    found: list[Run | str] = [Run(clock(moment.at_ms), Weight.TIME)]
    if note:
        found += [" ", shortened(moment.note, noted)]
    if quote:
        found += [" ", f"“{shortened(moment.quote, quoted)}”"]
    return tuple(found)


def evidence_table(
    dimensions: Sequence[RatedDimension], sheet: StyleSheet, room: EvidenceRoom
) -> Table:
    """One row a dimension: rating, the level as the codebook describes it, shared moments."""
    columns = (Say.COLUMN_DIMENSION, Say.COLUMN_RATING, Say.COLUMN_LEVEL, Say.COLUMN_MOMENTS)
    head = [[paragraph(sheet.head_cell, say(column))] for column in columns]
    told: dict[Moment, str] = {}
    rows = [head, *(_row(dimension, sheet, room, told) for dimension in dimensions)]
    return Table(
        rows,
        colWidths=min(_widths(sheet), key=lambda widths: _height(rows, widths)),
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


def _row(
    dimension: RatedDimension, sheet: StyleSheet, room: EvidenceRoom, told: dict[Moment, str]
) -> list[Cell]:
    if dimension.value is None:
        rating = say(Say.NOT_APPLICABLE)
        level = say(Say.NOT_RATED, reason=in_sentence(dimension.not_rated))
    else:
        rating = rating_shown(dimension.value)
        level = first_sentences(dimension.level_text, room.level_words)
    return [
        [paragraph(sheet.cell, dimension.label)],
        [paragraph(sheet.number_cell, rating)],
        [paragraph(sheet.cell, level or dimension.words)],
        _moments(dimension, sheet, room, told),
    ]


def _moments(
    dimension: RatedDimension, sheet: StyleSheet, room: EvidenceRoom, told: dict[Moment, str]
) -> Cell:
    """Moments of a row; ``told`` are those of the rows above, with the dimension they stand at."""
    cell: Cell = []
    for moment in dimension.moments[: room.moments]:
        above = None if room.repeats else told.get(moment)
        told.setdefault(moment, dimension.label)
        cell.append(paragraph(sheet.cell, *_told(moment, above, room)))
    others = dimension.moments[room.moments :]
    if others:
        times = listed(list(dict.fromkeys(clock(moment.at_ms) for moment in others)))
        cell.append(paragraph(sheet.cell, say(Say.MORE_MOMENTS, times=times)))
    return cell or [paragraph(sheet.cell, say(Say.NO_MOMENT))]


def _told(moment: Moment, above: str | None, room: EvidenceRoom) -> tuple[Run | str, ...]:
    if above is None:
        return moment_runs(moment, max_words=room.moment_words)
    return (
        Run(clock(moment.at_ms), Weight.TIME),
        " ",
        say(Say.TOLD_ABOVE, dimension=in_sentence(above)),
    )


def _widths(sheet: StyleSheet) -> list[list[float]]:
    zoom = sheet.sizes.body / 10
    narrow = [PAGE.text_width * share * zoom for share in (_DIMENSION_SHARE, _RATING_SHARE)]
    rest = PAGE.text_width - sum(narrow)
    return [[*narrow, share * rest, (1 - share) * rest] for share in _LEVEL_SHARES]


def _height(rows: Sequence[Sequence[Cell]], widths: Sequence[float]) -> float:
    return sum(
        _ABOVE_AND_BELOW
        + max(
            sum(text.wrap(width - 2 * _PADDING, PAGE.text_height)[1] for text in cell)
            for cell, width in zip(row, widths, strict=True)
        )
        for row in rows
    )
