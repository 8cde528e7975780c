"""Measures that were taken elsewhere and are looked at beside the scores."""

from __future__ import annotations

from dataclasses import dataclass

from practicecoder.domain.ids import SessionId


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """One number of one measure for one session, such as the attainment of a family's goals.

    ``measure`` is the column's name in exports. A measure that was not taken has no value at all.
    """

    session_id: SessionId
    measure: str
    value: float
