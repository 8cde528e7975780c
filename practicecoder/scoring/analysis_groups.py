"""A score over any grouping of sessions: each group, one test of all, and every pair."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from practicecoder.scoring.analysis_warnings import AnalysisWarning, small_cells, table_warnings
from practicecoder.scoring.comparison import compare, summary, with_holm
from practicecoder.scoring.distributions import f_tail
from practicecoder.scoring.frames import groups as groups_of
from practicecoder.scoring.results import NotEstimable
from practicecoder.scoring.two_groups import Group, GroupComparison, GroupSummary

if TYPE_CHECKING:
    import pandas as pd

MOST_PAIRED = 6
"""Groups beyond this number are described and tested together, but not pair by pair."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WelchAnova:
    """Welch's test that all groups have one mean, their variances being free (Welch 1951)."""

    f: float
    df1: int
    df2: float
    p: float
    n: int
    n_groups: int
    method: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupOverview:
    """One score over the groups of a column; ``pairs`` hold Holm's p for their number."""

    score: str
    by: str
    groups: tuple[GroupSummary, ...]
    overall: WelchAnova | NotEstimable
    pairs: tuple[GroupComparison, ...]
    n_without_group: int
    warnings: tuple[AnalysisWarning, ...] = ()

    def as_json(self) -> dict[str, object]:
        """Document of ``practicecoder groups --json``."""
        test = self.overall
        overall: dict[str, object] = {"f": None, "p": None}
        if isinstance(test, NotEstimable):
            overall.update(reason=test.reason, n=test.n)
        else:
            overall.update(f=test.f, df1=test.df1, df2=test.df2, p=test.p, n=test.n)
            overall.update(method=test.method)
        return {
            "score": self.score,
            "by": self.by,
            "groups": [group.as_json() for group in self.groups],
            "n_without_group": self.n_without_group,
            "overall": overall,
            "pairs": [pair.as_json() for pair in self.pairs],
            "warnings": [warning.sentence for warning in self.warnings],
        }


def group_overview(
    frame: pd.DataFrame,
    score: str,
    by: str,
    *,
    equal_variances: bool = False,
    level: float = 0.95,
    label: str = "",
) -> GroupOverview:
    """Describe and compare the groups of any column of a session table.

    Parameters
    ----------
    frame, score, by
        Session table, column of the score, column of the groups.
    equal_variances
        Which t-test stands in front for the pairs, as in :func:`compare`.
    level
        Of every interval.
    label
        Words for the score in cautions; its id if empty.

    Raises
    ------
    ImportedDataError
        If a column is missing.
    """
    found = groups_of(frame, score, by)
    pairs: tuple[GroupComparison, ...] = ()
    if 2 <= len(found) <= MOST_PAIRED:
        pairs = with_holm(
            [
                compare(score, one, two, by=by, equal_variances=equal_variances, level=level)
                for one, two in combinations(found, 2)
            ]
        )
    grouped = frame[frame[by].notna()]
    clustered = any(not isinstance(pair.clustered, NotEstimable) for pair in pairs)
    tested = [*{w.warning_id: w for pair in pairs for w in pair.warnings}.values()]
    return GroupOverview(
        score=score,
        by=by,
        groups=tuple(summary(group, level) for group in found),
        overall=welch_anova(found),
        pairs=pairs,
        n_without_group=int(frame[by].isna().sum()),
        warnings=(
            *table_warnings(grouped, score, label or score, clustered=clustered),
            *small_cells([len(group.values) for group in found]),
            *tested,
        ),
    )


def welch_anova(groups: Sequence[Group]) -> WelchAnova | NotEstimable:
    """Welch's test over the groups; each needs two values or more that differ.

    Examples
    --------
    >>> one, two = Group(name="a", values=(1, 2, 3)), Group(name="b", values=(2, 4, 5))
    >>> found = welch_anova([one, two])
    >>> round(found.f, 3), round(found.p, 3)
    (2.5, 0.2)
    """
    n = sum(len(group.values) for group in groups)
    if len(groups) < 2:
        return NotEstimable(reason="fewer than 2 groups", n=n)
    for group in groups:
        if len(group.values) < 2:
            return NotEstimable(reason=f"{group.name} has fewer than 2 sessions", n=n)
        if group.variance <= 1e-12 * max(1.0, group.mean**2):
            return NotEstimable(reason=f"the score does not vary within {group.name}", n=n)
    k = len(groups)
    weights = [len(group.values) / group.variance for group in groups]
    total = math.fsum(weights)
    grand = math.fsum(w * group.mean for w, group in zip(weights, groups, strict=True)) / total
    between = math.fsum(
        w * (group.mean - grand) ** 2 for w, group in zip(weights, groups, strict=True)
    ) / (k - 1)
    loose = math.fsum(
        (1.0 - w / total) ** 2 / (len(group.values) - 1)
        for w, group in zip(weights, groups, strict=True)
    )
    f = between / (1.0 + 2.0 * (k - 2) / (k**2 - 1) * loose)
    df2 = (k**2 - 1) / (3.0 * loose)
    return WelchAnova(
        f=f,
        df1=k - 1,
        df2=df2,
        p=f_tail(f, k - 1, df2),
        n=n,
        n_groups=k,
        method="Welch's F, variances of groups free",
    )
