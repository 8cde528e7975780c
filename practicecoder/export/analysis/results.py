"""The result objects that the analysis of a package is written from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

    from practicecoder.scoring.by_period import PeriodTable
    from practicecoder.scoring.descriptives import Description
    from practicecoder.scoring.reliability.table import ReliabilityTable
    from practicecoder.scoring.trend import TrendResult
    from practicecoder.scoring.two_groups import GroupComparison


@dataclass(frozen=True, slots=True, kw_only=True)
class MethodsFacts:
    """What the methods text tells beside the numbers.

    ``agreement`` is the paragraph on how far coders agree, with its ``references``;
    ``to_be_added`` are facts that the study has no record of.
    """

    n_sessions: int
    n_workers: int
    n_offices: int
    agreement: str = ""
    references: tuple[str, ...] = ()
    to_be_added: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class AnalysisResults:
    """Everything that was computed, each number once.

    ``labels`` are the scores and dimensions by id, in order; the mappings have the same ids.
    ``frame`` is the session table that they were computed from. ``comparisons`` have Welch's test
    in front, ``p_holm`` of Student's test is in ``holm_student``.
    """

    frame: pd.DataFrame
    labels: Mapping[str, str]
    score_ids: tuple[str, ...]
    scales: Mapping[str, tuple[float, float]]
    descriptions: tuple[Description, ...]
    comparisons: Mapping[str, GroupComparison]
    holm_student: Mapping[str, float | None]
    periods: Mapping[str, PeriodTable]
    trends: Mapping[str, TrendResult]
    reliability: ReliabilityTable
    facts: MethodsFacts
