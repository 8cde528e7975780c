"""Codings of one session side by side: where they differ, the widest differences first."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from practicecoder.codebook.model import Codebook, Dimension
from practicecoder.domain.coding import Coding, Evidence, Rating, RatingState
from practicecoder.scoring.counts import counts_of

FAR_APART = 2
"""Levels from which a difference is talked about before the smaller ones."""


class Difference(StrEnum):
    """How codings of one dimension differ, in the order in which differences are talked about."""

    APPLICABILITY = "applicability"
    """Some rated it, others said that it does not apply."""
    FAR = "far"
    """Two levels apart or more."""
    NEAR = "near"
    """Less than two levels apart."""
    LEFT_OPEN = "left_open"
    """Somebody did not decide."""
    REASONS = "reasons"
    """Not applicable for all, for different reasons."""
    EQUAL = "equal"


_TALKED_ABOUT = tuple(Difference)


@dataclass(frozen=True, slots=True, kw_only=True)
class DimensionComparison:
    """What several codings say about one dimension.

    ``ratings`` and ``evidence`` have every coding by its label, in the order of the labels.
    ``levels_apart`` is the distance of the lowest and the highest rating in levels of the scale;
    None with fewer than two ratings.
    """

    dimension_id: str
    label: str
    difference: Difference
    levels_apart: float | None
    ratings: Mapping[str, Rating]
    evidence: Mapping[str, tuple[Evidence, ...]]

    @property
    def is_equal(self) -> bool:
        """Whether all gave the same level, or ruled the dimension out for the same reason."""
        return self.difference is Difference.EQUAL

    @property
    def unsure(self) -> tuple[str, ...]:
        """Labels of the codings that flagged their rating as unsure."""
        return tuple(label for label, rating in self.ratings.items() if rating.unsure)


@dataclass(frozen=True, slots=True, kw_only=True)
class CountComparison:
    """How often each coding has one count code; None for a coding that was not counted."""

    count_id: str
    label: str
    counts: Mapping[str, int | None]


def compare(codebook: Codebook, codings: Mapping[str, Coding]) -> tuple[DimensionComparison, ...]:
    """Compare codings of one session, dimension by dimension.

    Parameters
    ----------
    codebook
        Its dimensions are compared.
    codings
        Codings by the label that they are shown under, such as ``"A"`` or ``"reference"``.

    Returns
    -------
    tuple of DimensionComparison
        Every dimension: not applicable against rated first, then two levels apart or more, then
        less, then what somebody left open, then different reasons, then equal ones. Within these
        the widest come first, then those that somebody was unsure of, then the codebook's order.
    """
    compared = [_compared(dimension, codings) for dimension in codebook.dimensions]
    return tuple(
        sorted(
            compared,
            key=lambda row: (
                _TALKED_ABOUT.index(row.difference),
                -(row.levels_apart or 0),
                not row.unsure,
            ),
        )
    )


def n_differences(codebook: Codebook, codings: Mapping[str, Coding]) -> int:
    """Count the dimensions on which codings differ."""
    return sum(not row.is_equal for row in compare(codebook, codings))


def compare_counts(
    codebook: Codebook, codings: Mapping[str, Coding]
) -> tuple[CountComparison, ...]:
    """Counts of codings side by side, in the codebook's order; empty if nothing was counted."""
    counted = {label: counts_of(codebook, coding) for label, coding in codings.items()}
    if all(counts is None for counts in counted.values()):
        return ()
    return tuple(
        CountComparison(
            count_id=code.count_id,
            label=code.label,
            counts={
                label: None if counts is None else counts[code.count_id]
                for label, counts in counted.items()
            },
        )
        for code in codebook.counts
    )


def _compared(dimension: Dimension, codings: Mapping[str, Coding]) -> DimensionComparison:
    ratings = {label: c.rating(dimension.dimension_id) for label, c in codings.items()}
    values = [rating.value for rating in ratings.values() if rating.value is not None]
    apart = (max(values) - min(values)) / dimension.scale.step if len(values) > 1 else None
    return DimensionComparison(
        dimension_id=dimension.dimension_id,
        label=dimension.label,
        difference=_difference(tuple(ratings.values()), apart),
        levels_apart=apart,
        ratings=ratings,
        evidence={
            label: tuple(e for e in coding.evidence if dimension.dimension_id in e.dimension_ids)
            for label, coding in codings.items()
        },
    )


def _difference(ratings: tuple[Rating, ...], apart: float | None) -> Difference:
    states = {rating.state for rating in ratings}
    if {RatingState.RATED, RatingState.NOT_APPLICABLE} <= states:
        return Difference.APPLICABILITY
    if apart is not None and apart >= FAR_APART:
        return Difference.FAR
    if apart:
        return Difference.NEAR
    if RatingState.NOT_YET_RATED in states:
        return Difference.LEFT_OPEN
    if len({rating.na_reason for rating in ratings}) > 1:
        return Difference.REASONS
    return Difference.EQUAL
