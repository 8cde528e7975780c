"""What the published set holds: results of one analysis table, nothing computed twice."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from practicecoder.domain.coding import CodebookRef
from practicecoder.figures.style import Chart
from practicecoder.scoring.analysis_offices import OfficeRow
from practicecoder.scoring.analysis_phase import PhaseContradiction
from practicecoder.scoring.analysis_warnings import AnalysisWarning
from practicecoder.scoring.by_period import PeriodTable
from practicecoder.scoring.results import Statistic
from practicecoder.scoring.trend import TrendResult
from practicecoder.scoring.two_groups import GroupComparison


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedFigure:
    """One figure: the name of its files, what it corresponds to (or empty), and the picture."""

    name: str
    counterpart: str
    chart: Chart


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedData:
    """Everything the tables, figures and paragraph are written from.

    ``labels`` are the words of all items, dimensions before scores; ``scores`` the ids that the
    later tables are about. ``by_office`` compares phases within each office. ``phase_rules`` are
    words. ``agreement`` is what coders agree on each item, empty where the table does not say.
    ``selection`` tells which sessions were looked at, empty if all were.
    """

    study: str
    codebook_title: str
    codebook: CodebookRef
    scale: tuple[int, int]
    made_up: bool
    made_on: date
    equal_variances: bool
    labels: Mapping[str, str]
    scores: tuple[str, ...]
    parts: Mapping[str, int]
    n_sessions: int
    n_workers: int | None
    phase_rules: tuple[str, ...]
    offices: tuple[OfficeRow, ...]
    comparisons: Mapping[str, GroupComparison]
    by_office: Mapping[str, Mapping[str, GroupComparison]]
    trends: Mapping[str, TrendResult]
    periods: Mapping[str, PeriodTable]
    contradictions: tuple[PhaseContradiction, ...]
    figures: tuple[PublishedFigure, ...]
    versions: tuple[tuple[str, str], ...]
    agreement: Mapping[str, Statistic]
    cautions: tuple[AnalysisWarning, ...]
    selection: str = ""

    @property
    def program(self) -> str:
        """Program and version that made it."""
        return " ".join(self.versions[0]) if self.versions else ""
