"""Everything the analysis page shows about one score, computed in one go away from the window."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from practicecoder.services.published import scale_of

if TYPE_CHECKING:
    from practicecoder.figures.style import Chart, Theme
    from practicecoder.scoring.by_period import PeriodTable
    from practicecoder.scoring.comparison import GroupComparison
    from practicecoder.scoring.trend import TrendResult
    from practicecoder.services.context import StudyServices


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What is asked: the score or dimension, the t-test's form, and how figures look."""

    item: str
    equal_variances: bool = False
    is_dark: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """The answers. ``n_sessions`` are the coded sessions; without any there are no figures."""

    question: Question
    label: str
    n_sessions: int
    comparison: GroupComparison
    trend: TrendResult
    periods: PeriodTable
    before_after: Chart | None
    scatter: Chart | None


def answer(services: StudyServices, question: Question) -> Findings:
    """Compute everything about one score; takes seconds at the first time."""
    analysis, codebook, item = services.analysis, services.codebook, question.item
    frame = analysis.table()
    comparison = analysis.compare(item, equal_variances=question.equal_variances)
    trend = analysis.trend(item)
    before_after_chart = scatter_chart = None
    if frame[item].notna().any():
        from practicecoder.figures.before_after import before_after
        from practicecoder.figures.scatter import score_by_days
        from practicecoder.figures.style import Theme
        from practicecoder.services.reliability import DEFAULT_SEED

        label, scale = codebook.label(item), scale_of(codebook, item)
        theme: Theme = Theme.DARK if question.is_dark else Theme.LIGHT
        seed = int(services.study.settings.get("seed", DEFAULT_SEED))
        before_after_chart = before_after(
            frame, comparison, label=label, seed=seed, scale=scale, theme=theme
        )
        scatter_chart = score_by_days(frame, trend, label=label, scale=scale, theme=theme)
    return Findings(
        question=question,
        label=codebook.label(item),
        n_sessions=len(frame),
        comparison=comparison,
        trend=trend,
        periods=analysis.by_period(item),
        before_after=before_after_chart,
        scatter=scatter_chart,
    )
