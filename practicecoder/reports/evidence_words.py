"""What the table of evidence says of each dimension: its level in words, and its moments."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from practicecoder.domain.spans import clock
from practicecoder.reports.chart_rows import rating_shown
from practicecoder.reports.data import Moment, RatedDimension
from practicecoder.reports.sentences import Say, say
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

    @property
    def fuller(self) -> EvidenceRoom:
        """As many moments, each with all the words that may be told."""
        return EvidenceRoom(moments=self.moments, repeats=self.repeats)


EVIDENCE_ROOMS = (
    EvidenceRoom(moments=4, repeats=True),
    EvidenceRoom(moments=2),
    EvidenceRoom(moments=2, moment_words=22),
    EvidenceRoom(moments=2, moment_words=22, level_words=30),
    EvidenceRoom(moments=2, moment_words=22, level_words=24),
)
"""From all that may be told to the least that still tells it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceRow:
    """The words of one row; ``moments`` are runs, one sequence a paragraph."""

    dimension: str
    rating: str
    level: str
    moments: tuple[tuple[Run | str, ...], ...]


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


def evidence_rows(
    dimensions: Sequence[RatedDimension], room: EvidenceRoom
) -> tuple[EvidenceRow, ...]:
    """One row a dimension: rating, the level as the codebook describes it, shared moments."""
    told: dict[Moment, str] = {}
    return tuple(_row(dimension, room, told) for dimension in dimensions)


def _row(dimension: RatedDimension, room: EvidenceRoom, told: dict[Moment, str]) -> EvidenceRow:
    if dimension.value is None:
        rating = say(Say.NOT_APPLICABLE)
        level = say(Say.NOT_RATED, reason=in_sentence(dimension.not_rated))
    else:
        rating = rating_shown(dimension.value)
        level = first_sentences(dimension.level_text, room.level_words)
    return EvidenceRow(
        dimension=dimension.label,
        rating=rating,
        level=level or dimension.words,
        moments=_moments(dimension, room, told),
    )


def _moments(
    dimension: RatedDimension, room: EvidenceRoom, told: dict[Moment, str]
) -> tuple[tuple[Run | str, ...], ...]:
    """Moments of a row; ``told`` are those of the rows above, with the dimension they stand at."""
    found: list[tuple[Run | str, ...]] = []
    for moment in dimension.moments[: room.moments]:
        above = None if room.repeats else told.get(moment)
        told.setdefault(moment, dimension.label)
        found.append(_told(moment, above, room))
    others = dimension.moments[room.moments :]
    if others:
        times = listed(list(dict.fromkeys(clock(moment.at_ms) for moment in others)))
        found.append((say(Say.MORE_MOMENTS, times=times),))
    return tuple(found) or ((say(Say.NO_MOMENT),),)


def _told(moment: Moment, above: str | None, room: EvidenceRoom) -> tuple[Run | str, ...]:
    if above is None:
        return moment_runs(moment, max_words=room.moment_words)
    return (
        Run(clock(moment.at_ms), Weight.TIME),
        " ",
        say(Say.TOLD_ABOVE, dimension=in_sentence(above)),
    )
