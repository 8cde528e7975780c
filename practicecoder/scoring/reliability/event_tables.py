"""What two coders' timed marks add up to: counts per session, and figures from their sums."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from practicecoder.scoring.reliability.bootstrap import divided
from practicecoder.scoring.reliability.design import Floats
from practicecoder.scoring.reliability.event_alignment import (
    EventStream,
    Link,
    TimedMark,
    align,
    link_spans,
)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class SessionEvents:
    """Two streams of one session put together.

    ``table`` counts codes of the first (rows) by codes of the second (columns); the last row and
    column are "not marked". ``lags_ms`` are second minus first, of linked marks.
    """

    session_id: str
    table: Floats
    lags_ms: tuple[int, ...]


@dataclass(frozen=True, kw_only=True, eq=False)
class EventSums:
    """Sums over sessions, one row per set of sessions: the one at hand, or each resample.

    ``linked`` are marks of the first (second) coder by code that have a partner, ``marked`` all.
    """

    agreed: Floats
    links: Floats
    total: Floats
    first: Floats
    second: Floats
    linked_first: Floats
    linked_second: Floats
    agreed_by_code: Floats

    @classmethod
    def of(cls, tables: Floats) -> EventSums:
        """Sums of tables, which stand along the first axis."""
        linked = tables[:, :-1, :-1]
        agreed_by_code = np.diagonal(linked, axis1=1, axis2=2)
        return cls(
            agreed=agreed_by_code.sum(axis=1),
            links=linked.sum(axis=(1, 2)),
            total=tables.sum(axis=(1, 2)),
            first=tables[:, :-1].sum(axis=2),
            second=tables[:, :, :-1].sum(axis=1),
            linked_first=linked.sum(axis=2),
            linked_second=linked.sum(axis=1),
            agreed_by_code=agreed_by_code,
        )

    @property
    def both(self) -> Floats:
        """Marks of both coders, linked ones twice."""
        return np.asarray(self.first.sum(axis=1) + self.second.sum(axis=1))

    def unit_agreement(self) -> Floats:
        """Share of marks that have a partner; NaN without marks."""
        return divided(2.0 * self.links, self.both)

    def overall_agreement(self) -> Floats:
        """Share of linked pairs and single marks that carry the same code."""
        return divided(self.agreed, self.total)

    def kappa_linked(self) -> Floats:
        """Cohen's kappa of the codes of linked marks; NaN where chance agrees on everything."""
        chance = divided((self.linked_first * self.linked_second).sum(axis=1), self.links**2)
        return self._beyond(divided(self.agreed, self.links), chance)

    def kappa_with_missed(self) -> Floats:
        """Kappa of the whole table, chance by quasi-independence.

        With (not marked, not marked) fixed at 0 the fitted counts of linked marks are the number
        of links times each coder's shares of codes, so that nothing need be iterated.
        """
        marks = self.first.sum(axis=1) * self.second.sum(axis=1)
        met = divided(self.links * (self.first * self.second).sum(axis=1), marks)
        chance = divided(np.where(marks > 0, met, 0.0), self.total)
        return self._beyond(self.overall_agreement(), chance)

    def by_code(self) -> Floats:
        """Agreement of each code (column); NaN where nobody marked it."""
        return divided(2.0 * self.agreed_by_code, self.first + self.second)

    @staticmethod
    def _beyond(observed: Floats, chance: Floats) -> Floats:
        left = np.where(1.0 - chance > 1e-12, 1.0 - chance, 0.0)
        return divided(observed - chance, left)


def session_events(
    first: EventStream,
    second: EventStream,
    codes: Mapping[str, int],
    *,
    tolerance_ms: int,
    least_overlap: float,
) -> SessionEvents:
    """Align the moments and link the spans of one session; ``codes`` gives each code's place."""
    q = len(codes)
    table = np.zeros((q + 1, q + 1))
    lags: list[int] = []

    def enter(a: Sequence[TimedMark], b: Sequence[TimedMark], links: Sequence[Link]) -> None:
        for i, j in links:
            row = q if i is None else codes[a[i].code]
            column = q if j is None else codes[b[j].code]
            table[row, column] += 1
            if i is not None and j is not None:
                lags.append(b[j].at_ms - a[i].at_ms)

    moments = (first.moments, second.moments)
    enter(*moments, align(*moments, tolerance_ms))
    spans = (first.spans, second.spans)
    enter(*spans, link_spans(*spans, least_overlap))
    return SessionEvents(session_id=first.session_id, table=table, lags_ms=tuple(lags))
