"""Final values of a session: one coder's, the mean of several, or what a consensus agreed."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from practicecoder.codebook.model import Codebook
from practicecoder.domain.coding import (
    NOT_YET_RATED,
    Coding,
    CodingRole,
    CountingMode,
    Rating,
    RatingState,
    ScoreBasis,
)
from practicecoder.scoring.counts import counts_of
from practicecoder.scoring.results import NotEstimable, Score
from practicecoder.scoring.scores import all_scores

CODERS_DIFFER = "coders_differ"
COUNTED_DIFFERENTLY = "counted_differently"


@dataclass(frozen=True, slots=True, kw_only=True)
class FinalValues:
    """What enters analysis for one session, and how it came about.

    ``ratings`` has every dimension of the codebook; one whose coders differ on whether it applies
    is not estimable until there is a consensus. ``counts`` is None if there are none to go by:
    nothing was counted, or ``counts_lack`` says why what was counted cannot be used. A consensus
    that agreed on ratings alone leaves the counts to the independent codings: their mean.
    """

    basis: ScoreBasis
    n_coders: int
    ratings: Mapping[str, Rating | NotEstimable]
    counts: Mapping[str, float] | None = None
    counts_lack: NotEstimable | None = None

    def scores(self, codebook: Codebook) -> dict[str, Score | NotEstimable]:
        """Every score of the codebook, computed from the final values."""
        counts = self.counts_lack if self.counts is None else self.counts
        return all_scores(codebook, self.ratings, counts)


def final_values(
    codebook: Codebook,
    codings: Sequence[Coding],
    *,
    several: ScoreBasis = ScoreBasis.MEAN,
) -> FinalValues | NotEstimable:
    """Final values of one session from its locked codings; the codings stay as they are.

    Parameters
    ----------
    codebook
        The study's codebook.
    codings
        All codings of the session; open and training codings are passed over.
    several
        What several independent codings without a consensus give: their mean, or (``SINGLE``)
        the primary coding alone.
    """
    locked = [coding for coding in codings if coding.is_locked]
    agreed = [coding for coding in locked if coding.role is CodingRole.CONSENSUS]
    independent = sorted(
        (coding for coding in locked if coding.role.is_independent),
        key=lambda coding: (coding.role is not CodingRole.PRIMARY, coding.coder_id),
    )
    if agreed:
        used, basis = agreed[-1:], ScoreBasis.CONSENSUS
    elif len(independent) > 1 and several is ScoreBasis.MEAN:
        used, basis = independent, ScoreBasis.MEAN
    elif independent:
        used, basis = independent[:1], ScoreBasis.SINGLE
    else:
        return NotEstimable(reason="not coded", n=0, code="not_coded")
    ratings = {d: final_value([c.rating(d) for c in used]) for d in codebook.dimension_ids}
    counts = final_counts(codebook, used)
    if agreed and counts is None:
        counts = final_counts(codebook, independent)  # a consensus is about ratings
    lack = counts if isinstance(counts, NotEstimable) else None
    return FinalValues(
        basis=basis,
        n_coders=len(independent) if basis is ScoreBasis.CONSENSUS else len(used),
        ratings=ratings,
        counts=None if isinstance(counts, NotEstimable) else counts,
        counts_lack=lack,
    )


def final_value(ratings: Sequence[Rating]) -> Rating | NotEstimable:
    """Final value of one dimension: the mean, given only if all coders rated.

    All of them not applicable is not applicable, with the reason most coders gave.

    Examples
    --------
    >>> final_value([Rating.rated(2), Rating.rated(3)]).value
    2.5
    >>> final_value([Rating.rated(2), Rating.not_applicable("inaudible")]).code
    'coders_differ'
    """
    if len(ratings) == 1:
        return ratings[0]
    states = {rating.state for rating in ratings}
    values = [rating.value for rating in ratings if rating.value is not None]
    if RatingState.NOT_YET_RATED in states or not ratings:
        return NOT_YET_RATED
    if states == {RatingState.RATED}:
        return Rating.rated(math.fsum(values) / len(values))
    if states == {RatingState.NOT_APPLICABLE}:
        reasons = Counter(r.na_reason for r in ratings if r.na_reason is not None)
        return Rating.not_applicable(reasons.most_common(1)[0][0])
    return NotEstimable(
        reason="coders differ on whether it applies", n=len(values), code=CODERS_DIFFER
    )


def final_counts(
    codebook: Codebook, codings: Sequence[Coding]
) -> dict[str, float] | NotEstimable | None:
    """Mean of the codings' counts; None if one of them was not counted.

    Codings counted in different ways cannot be averaged, and their counts are not estimable.
    """
    counted = [counts_of(codebook, coding) for coding in codings]
    found = [counts for counts in counted if counts is not None]
    if len(found) < len(counted) or not found:
        return None
    if len({coding.counting is CountingMode.VOLLEY for coding in codings}) > 1:
        return NotEstimable(
            reason="coders counted in different ways", n=len(found), code=COUNTED_DIFFERENTLY
        )
    return mean_counts(found)


def mean_counts(counts: Sequence[Mapping[str, float]]) -> dict[str, float]:
    """Mean of several coders' counts, for the codes that all of them counted.

    Ratios are computed from these final counts, never averaged themselves.

    Examples
    --------
    >>> mean_counts([{"q": 5, "sr": 2}, {"q": 4, "sr": 2}])
    {'q': 4.5, 'sr': 2.0}
    """
    shared = [code for code in counts[0] if all(code in other for other in counts)]
    return {code: math.fsum(c[code] for c in counts) / len(counts) for code in shared}
