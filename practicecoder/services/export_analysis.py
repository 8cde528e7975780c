"""Computes what the analysis of a package is written from, each number once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from practicecoder.codebook.model import Codebook
from practicecoder.export.analysis.results import AnalysisResults, MethodsFacts
from practicecoder.scoring.frames import OFFICE, WORKER
from practicecoder.services.reliability_report import ReliabilityReportService
from practicecoder.services.study_context import StudyContext

if TYPE_CHECKING:
    import pandas as pd

    from practicecoder.scoring.two_groups import GroupComparison

Progress = Callable[[float, str], None]


def analysis_results(
    context: StudyContext, frame: pd.DataFrame, n_sessions: int, progress: Progress
) -> AnalysisResults:
    """Descriptives, comparisons, trends and agreement over the sessions that are exported.

    Parameters
    ----------
    context
        The study.
    frame
        Session table of the package; see :func:`session_frame`.
    n_sessions
        Sessions that are counted, coded or not.
    progress
        Called with the share done, from 0 to 1, and what is being done.
    """
    from practicecoder.reports.reliability.method import (
        methods_paragraph,
        references,
        to_be_added,
    )
    from practicecoder.scoring.by_period import by_period
    from practicecoder.scoring.descriptives import describe
    from practicecoder.scoring.frames import compare_frame, trend_frame

    book = context.codebook
    items = (*book.score_ids, *book.dimension_ids)
    progress(0.0, "comparisons")
    comparisons = {item: compare_frame(frame, item, label=book.label(item)) for item in items}
    progress(0.4, "trends")
    trends = {item: trend_frame(frame, item, label=book.label(item)) for item in items}
    periods = {item: by_period(frame, item) for item in items}
    progress(0.6, "agreement of coders")
    agreement = ReliabilityReportService(context).data()
    return AnalysisResults(
        frame=frame,
        labels={item: book.label(item) for item in items},
        score_ids=book.score_ids,
        scales=_scales(book),
        descriptions=tuple(one for item in items for one in describe(frame, item)),
        comparisons=_holm(comparisons),
        holm_student={
            item: one.p_holm
            for item, one in _holm(
                {i: replace(one, equal_variances=True) for i, one in comparisons.items()}
            ).items()
        },
        periods=periods,
        trends=trends,
        reliability=agreement.table,
        facts=_facts(
            frame,
            n_sessions,
            agreement=methods_paragraph(agreement),
            references=references(agreement),
            to_be_added=to_be_added(agreement),
        ),
    )


def _holm(comparisons: Mapping[str, GroupComparison]) -> dict[str, GroupComparison]:
    from practicecoder.scoring.comparison import with_holm

    return dict(zip(comparisons, with_holm(tuple(comparisons.values())), strict=True))


def _scales(book: Codebook) -> dict[str, tuple[float, float]]:
    """Ends of the scale of each dimension, and of each score that is of dimensions alone."""
    found = {
        d.dimension_id: (float(d.scale.minimum), float(d.scale.maximum)) for d in book.dimensions
    }
    for score in book.scores:
        if score.of and set(score.of) <= set(book.dimension_ids) and score.function == "mean":
            ends = [found[part] for part in score.of]
            found[score.score_id] = min(low for low, _ in ends), max(high for _, high in ends)
    return found


def _facts(
    frame: pd.DataFrame,
    n_sessions: int,
    *,
    agreement: str,
    references: tuple[str, ...],
    to_be_added: tuple[str, ...],
) -> MethodsFacts:
    return MethodsFacts(
        n_sessions=n_sessions,
        n_workers=int(frame[WORKER].nunique()),
        n_offices=int(frame[OFFICE].nunique()),
        agreement=agreement,
        references=references,
        to_be_added=tuple(f"The study has no record of {what}." for what in to_be_added),
    )
