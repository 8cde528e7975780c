"""Codes of units with what is drawn from them: intervals of sums over sessions, or over units."""

from __future__ import annotations

from functools import cached_property

import numpy as np

from practicecoder.scoring.reliability.bootstrap import FEWEST_SESSIONS, SessionBootstrap, divided
from practicecoder.scoring.reliability.design import Floats
from practicecoder.scoring.reliability.limits import SAME_CONTRIBUTION
from practicecoder.scoring.reliability.unit_codes import UnitTable
from practicecoder.scoring.results import Interval, NoInterval


class DrawnCodes:
    """A table of codes, and how often each of its clusters was drawn in each resample."""

    def __init__(self, table: UnitTable, bootstrap: SessionBootstrap) -> None:
        self.table = table
        self.bootstrap = bootstrap
        self.counts = table.counts
        self.draws = bootstrap.drawn(table.sizes) if len(table.sizes) else np.zeros((0, 0))
        self.n = int(table.several.sum())

    @cached_property
    def never_differ(self) -> bool:
        """Whether all codes of a unit are equal, in every unit that two or more coded."""
        usable = self.counts[self.table.several]
        return bool(((usable > 0).sum(axis=1) == 1).all())

    def interval(self, values: Floats) -> Interval | NoInterval:
        """Interval from a statistic's value in each resample, NaN where it is undefined."""
        n = self.table.n_sessions
        if n is None and self.n < FEWEST_SESSIONS:
            return NoInterval(reason=f"fewer than {FEWEST_SESSIONS} units")
        interval = self.bootstrap.interval(values, n if n is not None else self.n)
        if isinstance(interval, Interval) and interval.high - interval.low <= 1e-12:
            return NoInterval(reason=SAME_CONTRIBUTION)
        return interval

    def method(self, title: str, interval: Interval | NoInterval) -> str:
        """Title of a statistic, with how its interval was made if it has one."""
        if isinstance(interval, NoInterval):
            return title
        how = self.bootstrap.method
        if self.table.n_sessions is None:
            how = how.replace("session bootstrap", "bootstrap of units")
        return f"{title}; {how}"


def beyond_chance(observed: Floats, chance: Floats) -> Floats:
    """What is agreed beyond chance; NaN where chance agrees on everything."""
    left = np.where(1.0 - chance > 1e-12, 1.0 - chance, 0.0)
    return divided(observed - chance, left)
