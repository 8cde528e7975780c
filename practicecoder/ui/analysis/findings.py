"""Everything the analysis page shows about one score, computed in one go away from the window."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from practicecoder.services.published import scale_of

if TYPE_CHECKING:
    import pandas as pd

    from practicecoder.figures.style import Chart, Theme
    from practicecoder.reports.published.data import PublishedData
    from practicecoder.scoring.analysis_groups import GroupOverview
    from practicecoder.scoring.analysis_phase import PhaseContradiction
    from practicecoder.scoring.by_period import PeriodTable
    from practicecoder.scoring.consistency import Consistency
    from practicecoder.scoring.outcomes import OutcomeRelation
    from practicecoder.scoring.results import Statistic
    from practicecoder.scoring.selection import Condition, Selection
    from practicecoder.scoring.trend import TrendResult
    from practicecoder.scoring.two_groups import GroupComparison
    from practicecoder.services.context import StudyServices


MOST_MEASURES_DRAWN = 12
"""Measures beyond this number stand in the table, without a figure."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What is asked: the score or dimension, forms of tests, grouping, and how figures look.

    ``holm``: p is adjusted for all scores and dimensions. ``by`` is a column of the analysis
    table, empty for the first that tells sessions apart. ``conditions`` say which sessions are
    looked at. ``with_set`` asks for the published set.
    """

    item: str
    equal_variances: bool = False
    holm: bool = False
    by: str = ""
    conditions: tuple[Condition, ...] = ()
    with_set: bool = False
    is_dark: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """The answers. ``n_sessions`` are the coded sessions; without any there are no figures.

    ``selection`` are the sessions that were looked at, ``choices`` what others can be chosen by.
    ``outcome_charts`` go with ``outcomes``, None where nothing can be drawn. ``published`` is
    None unless it was asked for.
    """

    question: Question
    label: str
    n_sessions: int
    selection: Selection
    choices: Mapping[str, tuple[str, ...]]
    comparison: GroupComparison
    trend: TrendResult
    periods: PeriodTable
    contradictions: tuple[PhaseContradiction, ...]
    groupings: tuple[str, ...]
    groups: GroupOverview | None
    outcomes: tuple[OutcomeRelation, ...]
    consistency: Consistency | None
    agreement: Statistic | None
    before_after: Chart | None
    scatter: Chart | None
    outcome_charts: tuple[Chart | None, ...]
    published: PublishedData | None


def answer(services: StudyServices, question: Question) -> Findings:
    """Compute everything about one score; takes seconds at the first time."""
    from practicecoder.scoring.selection import choices

    analysis, codebook, item = services.analysis, services.codebook, question.item
    whole = analysis.table()
    selection = _selected(whole, question)
    frame = selection.frame
    student = question.equal_variances
    groupings = analysis.groupings(frame)
    by = question.by if question.by in groupings else next(iter(groupings), "")
    trend = analysis.trend(item, table=frame)
    outcomes = analysis.outcomes(item, table=frame)
    comparison = _compared(services, question, frame)
    agreement = _agreement(services, item)
    if agreement is not None:
        comparison = _cautioned(comparison, codebook.label(item), agreement)
    charts = _charts(services, question, frame, (comparison, trend, outcomes))
    return Findings(
        question=question,
        label=codebook.label(item),
        n_sessions=len(whole),
        selection=selection,
        choices=choices(whole),
        comparison=comparison,
        trend=trend,
        periods=analysis.by_period(item, table=frame),
        contradictions=analysis.contradictions(table=frame),
        groupings=groupings,
        groups=analysis.groups(item, by, equal_variances=student, table=frame) if by else None,
        outcomes=outcomes,
        consistency=analysis.consistency(item, table=frame),
        agreement=agreement,
        before_after=charts[0],
        scatter=charts[1],
        outcome_charts=charts[2:],
        published=(
            _published(services, question, selection) if question.with_set and len(frame) else None
        ),
    )


def _selected(whole: pd.DataFrame, question: Question) -> Selection:
    """Sessions that are asked for; conditions that no session satisfies any more are dropped."""
    from practicecoder.scoring.selection import Condition, select, texts

    kept = []
    for one in question.conditions:
        there = frozenset(texts(whole, one.column))
        values = tuple(value for value in one.one_of if value in there)
        if values:
            kept.append(Condition(one.column, values))
    return select(whole, kept)


def _compared(services: StudyServices, question: Question, frame: pd.DataFrame) -> GroupComparison:
    analysis, student = services.analysis, question.equal_variances
    if question.holm:
        return analysis.comparisons(equal_variances=student, table=frame)[question.item]
    return analysis.compare(question.item, equal_variances=student, table=frame)


def _agreement(services: StudyServices, item: str) -> Statistic | None:
    """Headline of the coders' agreement on an item; None where no session was coded twice."""
    table = services.reliability.table()
    if not table.design.n_multiple_coded:
        return None
    return table.item(item).headline


def _cautioned(comparison: GroupComparison, label: str, agreement: Statistic) -> GroupComparison:
    from practicecoder.scoring.analysis_warnings import low_agreement

    return replace(comparison, warnings=(*comparison.warnings, *low_agreement(label, agreement)))


def _published(services: StudyServices, question: Question, selection: Selection) -> PublishedData:
    from practicecoder.services.published import published_data, source_of_study

    return published_data(
        source_of_study(services, selection.conditions),
        equal_variances=question.equal_variances,
        made_on=services.context.now().astimezone().date(),
    )


def _charts(
    services: StudyServices,
    question: Question,
    frame: pd.DataFrame,
    results: tuple[GroupComparison, TrendResult, tuple[OutcomeRelation, ...]],
) -> tuple[Chart | None, ...]:
    """Before and after, over days, and over each measure."""
    comparison, trend, outcomes = results
    item = question.item
    if not frame[item].notna().any():
        return None, None, *[None] * len(outcomes)
    from practicecoder.figures.before_after import before_after
    from practicecoder.figures.outcome_scatter import score_by_measure
    from practicecoder.figures.scatter import score_by_days
    from practicecoder.figures.style import Theme
    from practicecoder.services.reliability import DEFAULT_SEED

    codebook = services.codebook
    label, scale = codebook.label(item), scale_of(codebook, item)
    theme: Theme = Theme.DARK if question.is_dark else Theme.LIGHT
    seed = int(services.study.settings.get("seed", DEFAULT_SEED))
    drawn: list[Chart | None] = [
        score_by_measure(frame, one, label=label, scale=scale, theme=theme)
        if one.overall.n and place < MOST_MEASURES_DRAWN
        else None
        for place, one in enumerate(outcomes)
    ]
    return (
        before_after(frame, comparison, label=label, seed=seed, scale=scale, theme=theme),
        score_by_days(frame, trend, label=label, scale=scale, theme=theme),
        *drawn,
    )
