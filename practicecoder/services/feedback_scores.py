"""The scores of a report, each at the head of its group of dimensions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from practicecoder.codebook.model import Codebook, Dimension, ScoreDefinition, ScoreFunction
from practicecoder.reports.data import (
    LikelyRange,
    RatedDimension,
    RatingGroup,
    ReportedScore,
    ReportScale,
)
from practicecoder.reports.sentences import Say, say
from practicecoder.reports.words import range_in_words
from practicecoder.scoring.results import NotEstimable, Score
from practicecoder.scoring.scores import NOT_COUNTED, in_sentence, listed
from practicecoder.services.feedback_precision import Precision
from practicecoder.services.feedback_ratings import names_of, scale_of, value_of, why_not_rated
from practicecoder.services.feedback_series import SeriesEntry

SCORE_DECIMALS = 1
"""Means of a few whole ratings carry no more than this on paper."""


def rating_groups(
    codebook: Codebook,
    precision: Precision,
    dimensions: Mapping[str, RatedDimension],
    entry: SeriesEntry,
    earlier: Sequence[SeriesEntry],
) -> tuple[RatingGroup, ...]:
    """Groups of the codebook, each under its score; scores across groups at the end."""
    scores = {
        definition.score_id: _score(codebook, precision, definition, entry, earlier)
        for definition in codebook.scores
    }
    groups: list[RatingGroup] = []
    for group in dict.fromkeys(d.group for d in codebook.dimensions):
        members = [d for d in codebook.dimensions if d.group == group]
        own = _score_of_group(codebook, members)
        heading = codebook.groups.get(group, "")
        groups.append(
            RatingGroup(
                score=None if own is None else scores.pop(own.score_id),
                heading="" if [d.label for d in members] == [heading] else heading,
                dimensions=tuple(dimensions[d.dimension_id] for d in members),
            )
        )
    rest = [RatingGroup(score=score) for score in scores.values() if score is not None]
    return (*groups, *rest)


def _score_of_group(codebook: Codebook, members: Sequence[Dimension]) -> ScoreDefinition | None:
    ids = {d.dimension_id for d in members}
    return next((s for s in codebook.scores if set(s.parts) == ids), None)


def _score(
    codebook: Codebook,
    precision: Precision,
    definition: ScoreDefinition,
    entry: SeriesEntry,
    earlier: Sequence[SeriesEntry],
) -> ReportedScore | None:
    """Score of the report; None for one that rests on counts nobody made."""
    found = entry.final.scores(codebook)[definition.score_id]
    scale = _scale_of_score(codebook, definition)
    decimals = definition.decimals
    if scale is not None:
        decimals = min(decimals, SCORE_DECIMALS)
    if isinstance(found, NotEstimable):
        if found.code == NOT_COUNTED:
            return None
        return ReportedScore(
            label=definition.label,
            scale=scale,
            decimals=decimals,
            not_given=_why_no_score(codebook, definition, entry, found),
            earlier=_earlier(codebook, definition, earlier),
        )
    uncertainty = None
    words = ""
    if scale is not None:
        before = _last_with(codebook, definition, earlier)
        uncertainty = precision.of_score(
            definition.score_id,
            found.value,
            scale,
            entry.final,
            None if before is None else before.final,
        )
        if isinstance(uncertainty, LikelyRange):
            names = names_of(codebook.dimension(definition.parts[0]))
            words = range_in_words(uncertainty.low, uncertainty.high, scale, names)
    return ReportedScore(
        label=definition.label,
        scale=scale,
        value=found.value,
        decimals=decimals,
        uncertainty=uncertainty,
        words=words,
        earlier=_earlier(codebook, definition, earlier),
    )


def _scale_of_score(codebook: Codebook, definition: ScoreDefinition) -> ReportScale | None:
    """Scale that a mean of dimensions lives on; None for sums, ratios and mixed scales."""
    if definition.function is not ScoreFunction.MEAN:
        return None
    if not set(definition.parts) <= set(codebook.dimension_ids):
        return None
    scales = {scale_of(codebook.dimension(part)) for part in definition.parts}
    return scales.pop() if len(scales) == 1 else None


def _why_no_score(
    codebook: Codebook, definition: ScoreDefinition, entry: SeriesEntry, found: NotEstimable
) -> str:
    missing = [
        part
        for part in definition.parts
        if part in codebook.dimension_ids and value_of(entry, part) is None
    ]
    labels = [in_sentence(codebook.label(part)) for part in missing]
    if len(missing) == 1:
        reason = why_not_rated(codebook, entry.final.ratings[missing[0]])
        return say(
            Say.NO_SCORE,
            score=definition.label,
            dimension=labels[0],
            reason=in_sentence(reason),
        )
    if missing:
        return say(Say.NO_SCORE_SEVERAL, score=definition.label, dimensions=listed(labels))
    return say(Say.NO_SCORE_OTHER, score=definition.label, reason=found.reason)


def _earlier(
    codebook: Codebook, definition: ScoreDefinition, earlier: Sequence[SeriesEntry]
) -> tuple[float | None, ...]:
    found = (before.final.scores(codebook)[definition.score_id] for before in earlier)
    return tuple(score.value if isinstance(score, Score) else None for score in found)


def _last_with(
    codebook: Codebook, definition: ScoreDefinition, earlier: Sequence[SeriesEntry]
) -> SeriesEntry | None:
    values = _earlier(codebook, definition, earlier)
    given = [e for e, value in zip(earlier, values, strict=True) if value is not None]
    return given[-1] if given else None
