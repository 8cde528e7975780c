"""Group comparisons, trends and outcomes over the study's sessions."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from practicecoder.codebook.model import Codebook, ScoreFunction
from practicecoder.services.final_sessions import final_sessions
from practicecoder.services.session_table import session_frame
from practicecoder.services.study_context import StudyContext

if TYPE_CHECKING:
    import pandas as pd

    from practicecoder.domain.outcomes import Outcome
    from practicecoder.scoring.analysis_groups import GroupOverview
    from practicecoder.scoring.analysis_phase import PhaseContradiction
    from practicecoder.scoring.by_period import PeriodTable
    from practicecoder.scoring.consistency import Consistency
    from practicecoder.scoring.outcomes import OutcomeRelation
    from practicecoder.scoring.trend import TrendResult
    from practicecoder.scoring.two_groups import GroupComparison

GROUPINGS = (
    "office_id",
    "phase",
    "session_type",
    "worker_role",
    "score_basis",
    "codebook_version",
    "unblinded",
)
"""Columns of the analysis table that sessions can be grouped by, where they differ."""


class AnalysisService:
    """Answers the analysis page and the commands ``compare``, ``trend`` and ``publish``.

    Every method takes a table of :meth:`table`, so that one question reads the study once; without
    it the study is read anew.
    """

    def __init__(self, context: StudyContext) -> None:
        self._context = context

    def table(self) -> pd.DataFrame:
        """Return the analysis table: one row per coded session, then the measures added to it."""
        frame = session_frame(self._context.codebook, final_sessions(self._context))
        with self._context.store.reading() as unit:
            outcomes = unit.outcomes.all()
        return with_outcomes(frame, outcomes)

    def measures(self) -> tuple[str, ...]:
        """Measures that were taken elsewhere, in order of name."""
        with self._context.store.reading() as unit:
            return tuple(dict.fromkeys(outcome.measure for outcome in unit.outcomes.all()))

    def items(self) -> tuple[tuple[str, str], ...]:
        """Id and label of everything that can be compared: scores first, then dimensions."""
        codebook = self._context.codebook
        return tuple(
            (i, codebook.label(i)) for i in (*codebook.score_ids, *codebook.dimension_ids)
        )

    def groupings(self, table: pd.DataFrame | None = None) -> tuple[str, ...]:
        """Columns that tell at least two groups of sessions apart."""
        frame = self._given(table)
        return tuple(c for c in GROUPINGS if c in frame and len(set(frame[c].dropna())) > 1)

    def compare(
        self, item: str, *, equal_variances: bool = False, table: pd.DataFrame | None = None
    ) -> GroupComparison:
        """Compare a score or dimension after implementation with before (post minus pre)."""
        from practicecoder.scoring.frames import compare_frame

        label = self._context.codebook.label(item)
        return compare_frame(
            self._given(table), item, by="phase", equal_variances=equal_variances, label=label
        )

    def comparisons(
        self, *, equal_variances: bool = False, table: pd.DataFrame | None = None
    ) -> dict[str, GroupComparison]:
        """Compare every score and dimension in one run, with p adjusted for their number."""
        from practicecoder.scoring.comparison import with_holm

        frame = self._given(table)
        items = [item for item, _ in self.items()]
        found = [
            self.compare(item, equal_variances=equal_variances, table=frame) for item in items
        ]
        return dict(zip(items, with_holm(found), strict=True))

    def groups(
        self,
        item: str,
        by: str,
        *,
        equal_variances: bool = False,
        table: pd.DataFrame | None = None,
    ) -> GroupOverview:
        """Describe and compare a score over the groups of any column, pairs with Holm's p."""
        from practicecoder.scoring.analysis_groups import group_overview

        label = self._context.codebook.label(item)
        return group_overview(
            self._given(table), item, by, equal_variances=equal_variances, label=label
        )

    def trend(self, item: str, *, table: pd.DataFrame | None = None) -> TrendResult:
        """Follow a score or dimension over days since implementation, overall and by office."""
        from practicecoder.scoring.frames import trend_frame

        label = self._context.codebook.label(item)
        return trend_frame(
            self._given(table),
            item,
            on="days_since_implementation",
            by="office_id",
            label=label,
        )

    def by_period(self, item: str, *, table: pd.DataFrame | None = None) -> PeriodTable:
        """Means with valid n by office and period since implementation."""
        from practicecoder.scoring.by_period import by_period

        return by_period(self._given(table), item)

    def contradictions(
        self, *, table: pd.DataFrame | None = None
    ) -> tuple[PhaseContradiction, ...]:
        """Sessions whose phase and days do not go together."""
        from practicecoder.scoring.analysis_phase import phase_contradictions

        return phase_contradictions(self._given(table))

    def outcomes(
        self, item: str, *, table: pd.DataFrame | None = None
    ) -> tuple[OutcomeRelation, ...]:
        """Correlate a score or dimension with every measure that was added to the study."""
        from practicecoder.scoring.outcomes import outcome_relation

        frame = self._given(table)
        return tuple(outcome_relation(frame, item, measure) for measure in self.measures())

    def consistency(self, item: str, *, table: pd.DataFrame | None = None) -> Consistency | None:
        """Internal consistency of a score that is a mean of dimensions; None for other items."""
        if item not in self._context.codebook.score_ids:
            return None
        return consistency_of(self._context.codebook, self._given(table), item)

    def _given(self, table: pd.DataFrame | None) -> pd.DataFrame:
        return self.table() if table is None else table


def with_outcomes(frame: pd.DataFrame, outcomes: tuple[Outcome, ...]) -> pd.DataFrame:
    """The table with a column of numbers for each measure, NaN where a session has none."""
    if not outcomes:
        return frame
    by_measure: dict[str, dict[str, float]] = {}
    for outcome in outcomes:
        by_measure.setdefault(outcome.measure, {})[outcome.session_id] = outcome.value
    columns = {
        measure: frame["session_id"].map(values).astype("float64")
        for measure, values in by_measure.items()
    }
    return frame.assign(**columns)


def consistency_of(codebook: Codebook, frame: pd.DataFrame, item: str) -> Consistency | None:
    """Internal consistency of a score over a session table; None unless it is a mean.

    Raises
    ------
    ImportedDataError
        If the table lacks one of its dimensions.
    """
    from practicecoder.scoring.consistency import internal_consistency
    from practicecoder.scoring.frames import check_columns, numbers

    if item not in codebook.score_ids:
        return None
    definition = codebook.score(item)
    is_mean = definition.function is ScoreFunction.MEAN
    if not is_mean or not set(definition.of) <= set(codebook.dimension_ids):
        return None
    check_columns(frame, definition.of)
    columns = {part: numbers(frame, part).tolist() for part in definition.of}
    rows = [
        {
            part: None if math.isnan(values[row]) else values[row]
            for part, values in columns.items()
        }
        for row in range(len(frame))
    ]
    named = frame.get("worker_id", ())
    workers = [worker if isinstance(worker, str) else None for worker in named]
    return internal_consistency(item, definition.of, rows, workers=workers)
