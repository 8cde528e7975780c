"""How the ratings of one session stand in a report: value, words, and why there is none."""

from __future__ import annotations

from collections.abc import Sequence

from practicecoder.codebook.model import Better, Codebook, Dimension
from practicecoder.domain.coding import Rating, RatingState
from practicecoder.reports.data import Moment, RatedDimension, ReportScale
from practicecoder.reports.sentences import Say, say
from practicecoder.reports.words import level_names, rating_in_words
from practicecoder.scoring.finals import CODERS_DIFFER
from practicecoder.scoring.results import NotEstimable
from practicecoder.services.feedback_series import SeriesEntry


def scale_of(dimension: Dimension) -> ReportScale:
    """Scale that a dimension is drawn on."""
    scale = dimension.scale
    return ReportScale(
        minimum=scale.minimum,
        maximum=scale.maximum,
        step=scale.step,
        anchor=scale.anchor,
        lower_is_better=scale.better is Better.LOWER,
    )


def names_of(dimension: Dimension) -> tuple[str, ...]:
    """Names of the levels of a dimension, lowest first; empty if nothing names them."""
    return level_names(scale_of(dimension), [level.name for level in dimension.levels])


def rated_dimension(
    codebook: Codebook,
    dimension: Dimension,
    entry: SeriesEntry,
    earlier: Sequence[SeriesEntry],
    moments: tuple[Moment, ...],
) -> RatedDimension:
    """How a dimension stands in the report of ``entry``, with its values in earlier sessions."""
    value = value_of(entry, dimension.dimension_id)
    scale = scale_of(dimension)
    return RatedDimension(
        label=dimension.label,
        scale=scale,
        value=value,
        not_rated=""
        if value is not None
        else why_not_rated(codebook, entry.final.ratings[dimension.dimension_id]),
        words="" if value is None else rating_in_words(value, scale, names_of(dimension)),
        level_text="" if value is None else _level_text(dimension, value),
        earlier=tuple(value_of(before, dimension.dimension_id) for before in earlier),
        moments=moments,
    )


def value_of(entry: SeriesEntry, dimension_id: str) -> float | None:
    """Final value of a dimension; None where it has none."""
    rating = entry.final.ratings[dimension_id]
    return rating.value if isinstance(rating, Rating) else None


def why_not_rated(codebook: Codebook, rating: Rating | NotEstimable) -> str:
    """Say why a dimension has no value, in words for the worker."""
    if isinstance(rating, NotEstimable):
        return say(Say.CODERS_DIFFER) if rating.code == CODERS_DIFFER else rating.reason
    if rating.state is RatingState.NOT_APPLICABLE and rating.na_reason is not None:
        return codebook.reason(rating.na_reason).label
    return say(Say.NO_RATING)


def _level_text(dimension: Dimension, value: float) -> str:
    below = max(v for v in dimension.scale.values if v <= value)
    above = min(v for v in dimension.scale.values if v >= value)
    if below == above:
        return dimension.level(value).text
    return say(Say.BETWEEN_LEVELS, lower=str(below), upper=str(above))
