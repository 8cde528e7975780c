"""How far the study's coders agree, always from independent, locked originals."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from practicecoder.domain.coding import Coding, CountingMode, ItemRating, Rating, RatingState
from practicecoder.domain.ids import SessionId
from practicecoder.domain.spans import TimeSpan
from practicecoder.scoring.counts import counts_of
from practicecoder.services.agreement_scope import (
    AgreementScope,
    ScopeChoices,
    chosen,
    independent_codings,
)
from practicecoder.services.study_context import StudyContext

if TYPE_CHECKING:
    from practicecoder.scoring.reliability.event_alignment import EventStream
    from practicecoder.scoring.reliability.table import ReliabilityTable
    from practicecoder.scoring.reliability.timed import EventReliability

DEFAULT_SEED = 20261121
"""Seed of the bootstrap where the study sets none."""
DEFAULT_TOLERANCE_MS = 3_000

EVERYTHING = AgreementScope()


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """Agreement within a scope, with what there was to choose from.

    ``has_events``: two coders went through one session of timed codes.
    """

    choices: ScopeChoices
    table: ReliabilityTable
    has_events: bool


class ReliabilityService:
    """Computes agreement for the reliability page, reports and commands."""

    def __init__(self, context: StudyContext) -> None:
        self._context = context

    @property
    def seed(self) -> int:
        """Seed of everything that is drawn."""
        return int(self._context.record.settings.get("seed", DEFAULT_SEED))

    def ratings(self, scope: AgreementScope = EVERYTHING) -> tuple[ItemRating, ...]:
        """Every decided rating and count of independent, locked codings, in a fixed order.

        Counts of a session whose coders counted in different ways are left out.
        """
        return self._ratings_of(chosen(self._codings(), scope)[0])

    def table(
        self, *, level: float = 0.95, scope: AgreementScope = EVERYTHING
    ) -> ReliabilityTable:
        """Agreement on every dimension, score and count.

        Parameters
        ----------
        level
            Level of the intervals, between 0 and 1.
        scope
            Which codings are used.
        """
        return self._table(self.ratings(scope), level)

    def agreement(self, scope: AgreementScope = EVERYTHING, *, level: float = 0.95) -> Agreement:
        """Agreement within a scope, and what the scope chose from."""
        codings, choices = chosen(self._codings(), scope)
        return Agreement(
            choices=choices,
            table=self._table(self._ratings_of(codings), level),
            has_events=_shared(_went_through(self._context.codebook.counts, codings)),
        )

    def event_streams(self, scope: AgreementScope = EVERYTHING) -> tuple[EventStream, ...]:
        """Timed marks of every independent, locked coding that was gone through for them."""
        from practicecoder.scoring.reliability.event_alignment import EventStream

        codings = chosen(self._codings(), scope)[0]
        segments = self._segments()
        return tuple(
            EventStream.of_coding(coding, segments.get(coding.session_id))
            for coding in _went_through(self._context.codebook.counts, codings)
        )

    def events(
        self,
        scope: AgreementScope = EVERYTHING,
        *,
        tolerance_ms: int = DEFAULT_TOLERANCE_MS,
        level: float = 0.95,
    ) -> EventReliability:
        """Agreement on timed marks, moments linked within ``tolerance_ms``."""
        from practicecoder.scoring.reliability.timed import EventSettings, event_reliability

        codebook = self._context.codebook
        groups: dict[str, list[str]] = defaultdict(list)
        for count in codebook.counts:
            groups[count.group].append(count.count_id)
        settings = EventSettings(tolerance_ms=tolerance_ms, level=level, seed=self.seed)
        return event_reliability(
            self.event_streams(scope), codebook.count_ids, groups=groups, settings=settings
        )

    def _codings(self) -> tuple[Coding, ...]:
        """Independent, locked codings in a fixed order; none of a withdrawn session."""
        with self._context.store.reading() as unit:
            return independent_codings(unit)

    def _segments(self) -> dict[SessionId, TimeSpan]:
        with self._context.store.reading() as unit:
            sessions = unit.sessions.all()
        return {s.session_id: s.segment.span for s in sessions if s.segment is not None}

    def _table(self, ratings: Sequence[ItemRating], level: float) -> ReliabilityTable:
        from practicecoder.scoring.reliability.table import reliability_table

        codebook = self._context.codebook
        return reliability_table(codebook, ratings, level=level, seed=self.seed)

    def _ratings_of(self, codings: Sequence[Coding]) -> tuple[ItemRating, ...]:
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


def _went_through(counts: Sequence[object], codings: Sequence[Coding]) -> list[Coding]:
    """Codings in which timed codes were looked for, whether or not any was found."""
    return [c for c in codings if counts and (c.counting is not None or c.marks)]


def _shared(codings: Sequence[Coding]) -> bool:
    sessions = [coding.session_id for coding in codings]
    return len(set(sessions)) < len(sessions)
