"""Scores from ratings and counts, by the codebook's formula and its rule for missing parts."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from practicecoder.codebook.model import (
    Codebook,
    MissingPolicy,
    ScoreDefinition,
    ScoreFunction,
)
from practicecoder.domain.coding import NOT_YET_RATED, Rating, RatingState
from practicecoder.scoring.results import NotEstimable, Score

Ratings = Mapping[str, Rating | NotEstimable]
"""Ratings by dimension id. A final value may be missing for a stated reason instead."""

Counts = Mapping[str, float]
"""Counts by count id; whole from one coder, perhaps not when averaged."""

ZERO_DENOMINATOR = "zero_denominator"
NOT_COUNTED = "not_counted"


@dataclass(frozen=True, slots=True)
class _Lack:
    """Why one part has no number: in words, and as the code that tables carry."""

    words: str
    code: str


def score(
    definition: ScoreDefinition,
    codebook: Codebook,
    ratings: Ratings,
    counts: Counts | NotEstimable | None = None,
) -> Score | NotEstimable:
    """Compute one score, or say why it cannot be given.

    Parameters
    ----------
    definition
        Function, parts and missing policy.
    codebook
        Gives the words for reasons.
    ratings
        By dimension id; a dimension that is not in it is not yet rated.
    counts
        By count id; None if no counting was done, or why there are none. A count of 0 is a value.

    Returns
    -------
    Score or NotEstimable
        Nothing is rounded. ``n`` of a score that cannot be given is the number of parts rated.
    """
    used: dict[str, float] = {}
    lacks: dict[str, _Lack] = {}
    for part in definition.parts:
        found = _part(codebook, part, ratings, counts)
        if isinstance(found, _Lack):
            lacks[part] = found
        else:
            used[part] = found
    if not _enough(definition, n_used=len(used)):
        return _not_enough(definition, codebook, counts, used, lacks)
    if definition.function in (ScoreFunction.RATIO, ScoreFunction.PERCENT):
        return _quotient(definition, codebook, used)
    total = math.fsum(used.values())
    value = total / len(used) if definition.function is ScoreFunction.MEAN else total
    return Score(score_id=definition.score_id, value=value, n_parts=len(used), used=used)


def all_scores(
    codebook: Codebook, ratings: Ratings, counts: Counts | NotEstimable | None = None
) -> dict[str, Score | NotEstimable]:
    """Every score of the codebook by id, in the codebook's order."""
    return {d.score_id: score(d, codebook, ratings, counts) for d in codebook.scores}


def in_sentence(label: str) -> str:
    """Label as it stands inside a sentence; a leading abbreviation keeps its capitals.

    Examples
    --------
    >>> in_sentence("Child focus"), in_sentence("MI spirit")
    ('child focus', 'MI spirit')
    """
    return label if label[1:2].isupper() else label[:1].lower() + label[1:]


def listed(words: Sequence[str], *, last: str = "and") -> str:
    """Words as a list in a sentence.

    Examples
    --------
    >>> listed(["a"]), listed(["a", "b", "c"])
    ('a', 'a, b and c')
    """
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"


def reason_words(codebook: Codebook, reason_id: str) -> str:
    """Not-applicable reason inside a sentence; an id the codebook lacks is spelt out."""
    labels = {reason.reason_id: reason.label for reason in codebook.reasons}
    return in_sentence(labels.get(reason_id, reason_id.replace("_", " ")))


def _part(
    codebook: Codebook, part: str, ratings: Ratings, counts: Counts | NotEstimable | None
) -> float | _Lack:
    words = in_sentence(codebook.label(part))
    if part in codebook.count_ids:
        if isinstance(counts, NotEstimable):
            return _Lack(f"{words}: {counts.reason}", f"{part}: {counts.code or NOT_COUNTED}")
        if counts is None or part not in counts:
            return _Lack(f"{words} not counted", f"{part}: {NOT_COUNTED}")
        return float(counts[part])
    rating = ratings.get(part, NOT_YET_RATED)
    if isinstance(rating, NotEstimable):
        return _Lack(f"{words}: {rating.reason}", f"{part}: {rating.code or 'not_estimable'}")
    if rating.value is not None:
        return float(rating.value)
    if rating.state is RatingState.NOT_APPLICABLE:
        reason = rating.na_reason or ""
        why = reason_words(codebook, reason)
        return _Lack(f"{words} not applicable: {why}", f"{part}: {reason}")
    return _Lack(f"{words} not yet rated", f"{part}: not_yet_rated")


def _enough(definition: ScoreDefinition, *, n_used: int) -> bool:
    if definition.missing is MissingPolicy.AVAILABLE:
        return n_used >= 1
    if definition.missing is MissingPolicy.MIN_K:
        return n_used >= (definition.min_k or len(definition.parts))
    return n_used == len(definition.parts)


def _not_enough(
    definition: ScoreDefinition,
    codebook: Codebook,
    counts: Counts | NotEstimable | None,
    used: Mapping[str, float],
    lacks: Mapping[str, _Lack],
) -> NotEstimable:
    if set(lacks) <= set(codebook.count_ids):
        if counts is None:
            return NotEstimable(reason="not counted", n=len(used), code=NOT_COUNTED)
        if isinstance(counts, NotEstimable):
            return replace(counts, n=len(used))
    why = "; ".join(lack.words for lack in lacks.values())
    if definition.missing in (MissingPolicy.MIN_K, MissingPolicy.AVAILABLE):
        needed = (definition.min_k or 1) if definition.missing is MissingPolicy.MIN_K else 1
        total = len(definition.parts)
        why = f"{len(used)} of {total} parts rated, at least {needed} needed ({why})"
    code = "; ".join(lack.code for lack in lacks.values())
    return NotEstimable(reason=why, n=len(used), code=code)


def _quotient(
    definition: ScoreDefinition, codebook: Codebook, used: Mapping[str, float]
) -> Score | NotEstimable:
    above = math.fsum(used[part] for part in definition.numerator if part in used)
    below = math.fsum(used[part] for part in definition.denominator if part in used)
    if below == 0:
        why = _nothing_of(codebook, definition.denominator)
        return NotEstimable(reason=why, n=len(used), code=ZERO_DENOMINATOR)
    factor = 100.0 if definition.function is ScoreFunction.PERCENT else 1.0
    value = factor * above / below
    return Score(score_id=definition.score_id, value=value, n_parts=len(used), used=used)


def _nothing_of(codebook: Codebook, parts: Sequence[str]) -> str:
    """Words for a denominator of 0: "no reflections" where the parts are a whole group."""
    groups = {count.group for count in codebook.counts if count.count_id in parts}
    if len(groups) == 1:
        (group,) = groups
        whole = {count.count_id for count in codebook.counts if count.group == group}
        if whole == set(parts) and group in codebook.groups:
            return f"no {in_sentence(codebook.groups[group])}"
    labels = [in_sentence(codebook.label(part)) for part in parts]
    if len(labels) == 2:
        return f"neither {labels[0]} nor {labels[1]} occurred"
    return f"no {listed(labels, last='or')} occurred"
