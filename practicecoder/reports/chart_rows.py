"""Rows of the ratings chart: numbers, words and alternative texts ready to be drawn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from practicecoder.reports.data import (
    LikelyRange,
    OwnCourse,
    RatedDimension,
    RatingGroup,
    ReportedScore,
    ReportScale,
    SessionNoun,
)
from practicecoder.reports.sentences import Say, say
from practicecoder.scoring.results import shown
from practicecoder.scoring.scores import in_sentence

MINUS = "−"
DASH = "–"
TREND_LENGTH = 12
"""So many sessions at most are drawn in the own trend, the newest last."""


def number_shown(value: float, decimals: int) -> str:
    """Number for paper, with a real minus.

    Examples
    --------
    >>> number_shown(-2.25, 1) == "−2.3"
    True
    """
    return shown(value, decimals).replace("-", MINUS)


def rating_shown(value: float) -> str:
    """Rating for paper: whole, or with a decimal where a mean falls between levels.

    Examples
    --------
    >>> rating_shown(3.0), rating_shown(2.5)
    ('3', '2.5')
    """
    return number_shown(value, 0 if float(value).is_integer() else 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartRow:
    """One line of the chart. ``scale`` None: the number stands without a place on a scale.

    ``before_shown``, ``range_shown`` and ``trend_shown`` are the same numbers for readers of a
    table; empty where there is nothing to show.
    """

    label: str
    number: str
    words: str
    alt: str = ""
    trend_alt: str = ""
    scale: ReportScale | None = None
    value: float | None = None
    before: float | None = None
    trend: tuple[float | None, ...] = ()
    likely_range: LikelyRange | None = None
    course: OwnCourse | None = None
    before_shown: str = ""
    range_shown: str = ""
    trend_shown: tuple[str, ...] = ()
    is_band: bool = False
    is_score: bool = False

    @property
    def is_heading(self) -> bool:
        """Whether the row is words alone, without numbers."""
        return self.is_band and not self.is_score


def chart_rows(groups: Sequence[RatingGroup], noun: SessionNoun) -> tuple[ChartRow, ...]:
    """Scores as bands above the dimensions that belong to them, in the order of the codebook.

    A score that is not given and has no dimensions of its own is left out: its sentence says why.
    """
    rows: list[ChartRow] = []
    for group in groups:
        score = group.score
        if score is not None and (score.value is not None or group.dimensions):
            rows.append(_score_row(score, noun))
        elif score is None and group.heading:
            rows.append(ChartRow(label=group.heading, number="", words="", is_band=True))
        rows.extend(_dimension_row(dimension, noun) for dimension in group.dimensions)
    return tuple(rows)


def _score_row(score: ReportedScore, noun: SessionNoun) -> ChartRow:
    def text(value: float | None) -> str:
        return DASH if value is None else number_shown(value, score.decimals)

    trend = (*score.earlier, score.value)[-TREND_LENGTH:]
    before = score.earlier[-1] if score.earlier else None
    if score.value is None:
        alt = say(Say.ALT_NO_SCORE, label=score.label)
    else:
        alt = say(Say.ALT_VALUE, label=score.label, value=text(score.value))
    range_shown = ""
    if score.likely_range is not None:
        low, high = text(score.likely_range.low), text(score.likely_range.high)
        alt += say(Say.ALT_RANGE, low=low, high=high)
        range_shown = say(Say.RANGE_SHOWN, low=low, high=high)
    return ChartRow(
        label=score.label,
        number=text(score.value),
        words=score.words if score.value is not None else say(Say.NO_NUMBER),
        alt=_with_before(alt, before, text(before), noun),
        trend_alt=_trend_alt(score.label, [text(value) for value in trend], noun, score.course),
        scale=score.scale,
        value=score.value,
        before=before,
        trend=trend,
        course=score.course,
        likely_range=score.likely_range,
        before_shown="" if before is None else text(before),
        range_shown=range_shown,
        trend_shown=tuple(map(text, trend)),
        is_band=True,
        is_score=True,
    )


def _dimension_row(dimension: RatedDimension, noun: SessionNoun) -> ChartRow:
    def text(value: float | None) -> str:
        return say(Say.NOT_APPLICABLE) if value is None else rating_shown(value)

    trend = (*dimension.earlier, dimension.value)[-TREND_LENGTH:]
    before = dimension.earlier[-1] if dimension.earlier else None
    if dimension.value is None:
        alt = say(Say.ALT_NOT_RATED, label=dimension.label)
        words = say(Say.NOT_RATED, reason=in_sentence(dimension.not_rated))
    else:
        alt = say(Say.ALT_VALUE, label=dimension.label, value=text(dimension.value))
        words = dimension.words
    return ChartRow(
        label=dimension.label,
        number=text(dimension.value),
        words=words,
        alt=_with_before(alt, before, text(before), noun),
        trend_alt=_trend_alt(
            dimension.label, [text(value) for value in trend], noun, dimension.course
        ),
        scale=dimension.scale,
        value=dimension.value,
        before=before,
        trend=trend,
        course=dimension.course,
        before_shown="" if before is None else text(before),
        trend_shown=tuple(map(text, trend)),
    )


def _with_before(alt: str, before: float | None, text: str, noun: SessionNoun) -> str:
    if before is None:
        return f"{alt}."
    return f"{alt}{say(Say.ALT_BEFORE, visit=noun.one, before=text)}."


def _trend_alt(
    label: str, values: Sequence[str], noun: SessionNoun, course: OwnCourse | None
) -> str:
    told = say(Say.ALT_TREND, label=label, visit=noun.one, values=", ".join(values))
    if course is None:
        return told
    mean, low, high = (number_shown(v, 1) for v in (course.mean, course.low, course.high))
    told += " " + say(Say.ALT_OWN_MEAN, mean=mean, low=low, high=high)
    if course.ordinary_low is not None and course.ordinary_high is not None:
        limits = (number_shown(v, 1) for v in (course.ordinary_low, course.ordinary_high))
        told += " " + say(Say.ALT_ORDINARY, **dict(zip(("low", "high"), limits, strict=True)))
    return told
