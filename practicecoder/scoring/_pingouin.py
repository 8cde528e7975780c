"""The one place that imports pingouin: lazy, full precision, its column names pinned by tests.

Tests of group differences and correlations are pingouin's: callers decide first, by the rules of
honest output, that there is something to compute. Intraclass correlations are computed by our
own formulas, because pingouin keeps back the mean squares on which the standard error of
measurement rests; a test keeps the two equal. What pingouin rounds, leaves unsigned or chooses
by itself (intervals, Cohen's d, Welch by group size) is not taken over.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class TestNumbers:
    """Statistic, degrees of freedom and two-sided p."""

    __test__ = False  # no test for pytest

    statistic: float
    df: float
    p: float


def t_test(
    first: Sequence[float], second: Sequence[float], *, equal_variances: bool
) -> TestNumbers:
    """Student's (equal variances) or Welch's t of second minus first, as asked for.

    Examples
    --------
    >>> round(t_test([1.0, 2.0, 3.0], [2.0, 4.0, 6.0], equal_variances=True).statistic, 3)
    1.549
    """
    with _quiet():
        import pingouin

        table = pingouin.ttest(list(second), list(first), correction=not equal_variances)
    row = table.iloc[0]
    return TestNumbers(statistic=float(row["T"]), df=float(row["dof"]), p=float(row["p_val"]))


def levene(groups: Sequence[Sequence[float]]) -> TestNumbers:
    """Levene's test of equal variances, centred on medians (Brown & Forsythe 1974)."""
    with _quiet():
        import pingouin

        samples = [list(group) for group in groups]
        table = pingouin.homoscedasticity(samples, method="levene", center="median")
    row = table.iloc[0]
    df = float(sum(map(len, groups)) - len(groups))
    return TestNumbers(statistic=float(row["W"]), df=df, p=float(row["pval"]))


def correlation(x: Sequence[float], y: Sequence[float], *, ranks: bool = False) -> TestNumbers:
    """Pearson's r, or Spearman's of ranks, with its p."""
    with _quiet():
        import pingouin

        table = pingouin.corr(list(x), list(y), method="spearman" if ranks else "pearson")
    row = table.iloc[0]
    return TestNumbers(statistic=float(row["r"]), df=float(len(x) - 2), p=float(row["p_val"]))


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep pingouin's import and its needless extras (power, Bayes factors) from warning."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", category=DeprecationWarning)
        warnings.simplefilter("ignore", category=RuntimeWarning)
        warnings.simplefilter("ignore", category=UserWarning)
        yield
