"""How far this program's agreement statistics lie from those of other programs."""

from __future__ import annotations

import warnings
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager

import numpy as np

from benches.printing import say


class Differences:
    """Largest difference of each statistic from each other program."""

    def __init__(self) -> None:
        self._largest: dict[tuple[str, str], float] = defaultdict(float)
        self._compared: dict[tuple[str, str], int] = defaultdict(int)

    def note(self, statistic: str, program: str, mine: float, theirs: float) -> None:
        """Take in one comparison; what the other program cannot tell is not compared."""
        if not np.isfinite(theirs):
            return
        key = (statistic, program)
        self._largest[key] = max(self._largest[key], abs(mine - theirs))
        self._compared[key] += 1

    def show(self) -> None:
        """Print a line for each statistic."""
        say(f"{'statistic':34}{'program':18}{'compared':>9}  largest difference")
        for (statistic, program), largest in sorted(self._largest.items()):
            n = self._compared[statistic, program]
            say(f"{statistic:34}{program:18}{n:9}  {largest:.2e}")


@contextmanager
def quiet() -> Iterator[None]:
    """Leave out the other programs' warnings."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield
