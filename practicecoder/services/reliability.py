"""How far the study's coders agree, always from independent, locked originals."""

from __future__ import annotations

from typing import TYPE_CHECKING

from practicecoder.domain.coding import ItemRating, RatingState
from practicecoder.services.study_context import StudyContext

if TYPE_CHECKING:
    from practicecoder.scoring.reliability.table import ReliabilityTable

DEFAULT_SEED = 20261121
"""Seed of the bootstrap where the study sets none."""


class ReliabilityService:
    """Computes agreement for the reliability page, reports and commands."""

    def __init__(self, context: StudyContext) -> None:
        self._context = context

    def ratings(self) -> tuple[ItemRating, ...]:
        """Every decided rating of independent, locked codings, in a fixed order."""
        with self._context.store.reading() as unit:
            codings = unit.codings.all(locked_only=True)
        return tuple(
            ItemRating(
                session_id=coding.session_id,
                coder_id=coding.coder_id,
                item=dimension,
                rating=coding.rating(dimension),
            )
            for coding in sorted(codings, key=lambda c: (c.session_id, c.coder_id))
            if coding.role.is_independent
            for dimension in self._context.codebook.dimension_ids
            if coding.rating(dimension).state is not RatingState.NOT_YET_RATED
        )

    def table(self, *, level: float = 0.95) -> ReliabilityTable:
        """Agreement on every dimension and score.

        Parameters
        ----------
        level
            Level of the intervals, between 0 and 1.
        """
        from practicecoder.scoring.reliability.table import reliability_table

        seed = int(self._context.record.settings.get("seed", DEFAULT_SEED))
        return reliability_table(self._context.codebook, self.ratings(), level=level, seed=seed)
