"""How far the study's coders agree, always from independent, locked originals."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

from practicecoder.domain.coding import Coding, CountingMode, ItemRating, Rating, RatingState
from practicecoder.domain.ids import SessionId
from practicecoder.scoring.counts import counts_of
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
        """Every decided rating and count of independent, locked codings, in a fixed order.

        Counts of a session whose coders counted in different ways are left out.
        """
        with self._context.store.reading() as unit:
            locked = unit.codings.all(locked_only=True)
        codings = sorted(
            (coding for coding in locked if coding.role.is_independent),
            key=lambda coding: (coding.session_id, coding.coder_id),
        )
        ways: dict[SessionId, set[bool]] = defaultdict(set)
        for coding in codings:
            if coding.counting is not None or coding.marks:
                ways[coding.session_id].add(coding.counting is CountingMode.VOLLEY)
        return tuple(
            ItemRating(
                session_id=coding.session_id,
                coder_id=coding.coder_id,
                item=item,
                rating=rating,
            )
            for coding in codings
            for item, rating in self._decided(coding, with_counts=len(ways[coding.session_id]) < 2)
        )

    def _decided(self, coding: Coding, *, with_counts: bool) -> Iterator[tuple[str, Rating]]:
        codebook = self._context.codebook
        for dimension_id in codebook.dimension_ids:
            rating = coding.rating(dimension_id)
            if rating.state is not RatingState.NOT_YET_RATED:
                yield dimension_id, rating
        counts = counts_of(codebook, coding) if with_counts else None
        for count_id, count in (counts or {}).items():
            yield count_id, Rating.rated(count)

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
