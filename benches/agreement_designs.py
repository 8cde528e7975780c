"""Made-up designs for the bench of agreement, and the tables that other programs take."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from practicecoder.scoring.reliability.design import RatingMatrix

Ratings = NDArray[np.float64]
"""Sessions by coders, NaN where a coder has none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Design:
    """Ratings of one made-up item and the levels of its scale."""

    ratings: Ratings
    levels: tuple[float, ...]

    @property
    def matrix(self) -> RatingMatrix:
        """The design as this program sees it."""
        rows = [[None if np.isnan(v) else float(v) for v in row] for row in self.ratings]
        return RatingMatrix.of(rows)

    @property
    def complete(self) -> bool:
        """Whether every coder rated every session."""
        return not bool(np.isnan(self.ratings).any())


def designs(n: int, seed: int) -> Iterator[Design]:
    """Random designs; every second one has holes."""
    rng = np.random.default_rng(seed)
    for number in range(n):
        yield random_design(rng, holes=bool(number % 2))


def random_design(rng: np.random.Generator, *, holes: bool) -> Design:
    """Ratings with differences between sessions and coders, rounded to a scale."""
    levels = tuple(float(v) for v in range(1, int(rng.choice([5, 7])) + 1))
    n, k = int(rng.integers(5, 301)), int(rng.integers(2, 7))
    middle = (levels[0] + levels[-1]) / 2
    true = rng.normal(middle, rng.uniform(0.3, 1.5), size=(n, 1))
    severity_of = rng.normal(0, 0.4, size=(1, k))
    ratings = np.rint(true + severity_of + rng.normal(0, rng.uniform(0.3, 1.2), size=(n, k)))
    ratings = np.clip(ratings, levels[0], levels[-1])
    if holes:
        ratings[rng.random((n, k)) < rng.uniform(0.05, 0.4)] = np.nan
    return Design(ratings=ratings, levels=levels)


def five_levels(rng: np.random.Generator, n: int, k: int) -> Ratings:
    """Ratings of n sessions by k coders on a scale of 1 to 5."""
    ratings = rng.normal(3, 0.9, size=(n, 1)) + rng.normal(0, 0.7, size=(n, k))
    return np.clip(np.rint(ratings), 1, 5)


def long_table(ratings: Ratings) -> pd.DataFrame:
    """One row for each rating, as pingouin wants it."""
    n, k = ratings.shape
    return pd.DataFrame(
        {
            "session": np.repeat(np.arange(n), k),
            "coder": np.tile(np.arange(k), n),
            "value": ratings.ravel(),
        }
    )
