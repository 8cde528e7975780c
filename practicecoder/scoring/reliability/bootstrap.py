"""Intervals by drawing sessions with replacement, all coders of a session together."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from practicecoder.scoring.reliability.design import Floats
from practicecoder.scoring.reliability.limits import percent
from practicecoder.scoring.reliability.percentiles import central_limits
from practicecoder.scoring.results import Interval, NoInterval

FEWEST_SESSIONS = 10
_MOST_UNDEFINED = 0.10


_BLOCK = 100
"""Resamples that are drawn together."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionBootstrap:
    """Percentile intervals from resampled sessions; the seed makes them repeatable.

    A statistic that is a function of sums over sessions is computed for all resamples at once:
    each session's share in the sums, times how often the session was drawn.
    """

    seed: int
    level: float = 0.95
    draws: int = 2000
    _drawn: dict[int, Floats] = field(default_factory=dict, repr=False, compare=False)

    @property
    def method(self) -> str:
        """How the interval was made, for the method of an estimate."""
        return (
            f"session bootstrap, percentile {percent(self.level)} CI, "
            f"{self.draws:,} draws, seed {self.seed}"
        )

    def weights(self, n: int) -> Floats:
        """How often each of n sessions (column) was drawn in each resample (row)."""
        if n not in self._drawn:
            generator = np.random.default_rng(self.seed)
            drawn = np.empty((self.draws, n))
            for start in range(0, self.draws, _BLOCK):  # the same numbers as all at once
                rows = min(_BLOCK, self.draws - start)
                drawn[start : start + rows] = generator.multinomial(
                    n, np.full(n, 1.0 / n), size=rows
                )
            self._drawn[n] = drawn
        return self._drawn[n]

    def drawn(self, sizes: Floats) -> Floats:
        """How often each group (column) was drawn from, where members of a group are alike.

        As many members are drawn as there are; groups of one are sessions.
        """
        if (sizes == 1).all():
            return self.weights(len(sizes))
        n = float(sizes.sum())
        generator = np.random.default_rng(self.seed)
        drawn = generator.multinomial(round(n), sizes / n, size=self.draws)
        return drawn.astype(np.float64)

    def interval(self, values: Floats, n: int) -> Interval | NoInterval:
        """Interval from the statistic's value in each resample, NaN where it is undefined."""
        if n < FEWEST_SESSIONS:
            return NoInterval(reason=f"fewer than {FEWEST_SESSIONS} sessions")
        defined = values[np.isfinite(values)]
        undefined = len(values) - len(defined)
        if undefined > _MOST_UNDEFINED * len(values):
            return NoInterval(reason=f"undefined in {undefined} of {len(values)} resamples")
        low, high = central_limits(defined, self.level)
        return Interval(low=float(low), high=float(high), level=self.level)


def divided(above: Floats, below: Floats) -> Floats:
    """Quotient, NaN where the divisor is not above 0."""
    found = np.full(np.broadcast_shapes(above.shape, below.shape), np.nan)
    np.divide(above, below, out=found, where=below > 0)
    return found
