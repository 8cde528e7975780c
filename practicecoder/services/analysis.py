"""Group comparisons and trends over the study's sessions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from practicecoder.services.final_sessions import final_sessions
from practicecoder.services.session_table import session_frame
from practicecoder.services.study_context import StudyContext

if TYPE_CHECKING:
    import pandas as pd

    from practicecoder.scoring.by_period import PeriodTable
    from practicecoder.scoring.comparison import GroupComparison
    from practicecoder.scoring.trend import TrendResult


class AnalysisService:
    """Answers the analysis page and the commands ``compare`` and ``trend``."""

    def __init__(self, context: StudyContext) -> None:
        self._context = context

    def table(self) -> pd.DataFrame:
        """Return the analysis table: one row per coded session."""
        return session_frame(self._context.codebook, final_sessions(self._context))

    def items(self) -> tuple[tuple[str, str], ...]:
        """Id and label of everything that can be compared: scores first, then dimensions."""
        codebook = self._context.codebook
        return tuple(
            (i, codebook.label(i)) for i in (*codebook.score_ids, *codebook.dimension_ids)
        )

    def compare(self, item: str, *, equal_variances: bool = False) -> GroupComparison:
        """Compare a score or dimension after implementation with before (post minus pre)."""
        from practicecoder.scoring.frames import compare_frame

        label = self._context.codebook.label(item)
        return compare_frame(
            self.table(), item, by="phase", equal_variances=equal_variances, label=label
        )

    def comparisons(self, *, equal_variances: bool = False) -> dict[str, GroupComparison]:
        """Compare every score and dimension in one run, with p adjusted for their number."""
        from practicecoder.scoring.comparison import with_holm

        items = [item for item, _ in self.items()]
        found = [self.compare(item, equal_variances=equal_variances) for item in items]
        return dict(zip(items, with_holm(found), strict=True))

    def trend(self, item: str) -> TrendResult:
        """Follow a score or dimension over days since implementation, overall and by office."""
        from practicecoder.scoring.frames import trend_frame

        label = self._context.codebook.label(item)
        return trend_frame(
            self.table(), item, on="days_since_implementation", by="office_id", label=label
        )

    def by_period(self, item: str) -> PeriodTable:
        """Means with valid n by office and period since implementation."""
        from practicecoder.scoring.by_period import by_period

        return by_period(self.table(), item)
