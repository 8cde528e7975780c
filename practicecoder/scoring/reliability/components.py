"""Variance of ratings by source: sessions, coders, and what is left."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class VarianceComponents:
    """Variances between sessions, between coders and of the residual; ``source`` names the way.

    The session variance from mean squares may be negative; the other two never are here, because
    they enter the standard error of measurement.
    """

    session: float
    coder: float
    residual: float
    source: str
