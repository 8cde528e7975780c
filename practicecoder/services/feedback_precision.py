"""How precise a study's scores are: likely ranges and agreement, ready for a worker's report."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import TYPE_CHECKING

from practicecoder.codebook.model import Codebook
from practicecoder.domain.coding import ScoreBasis
from practicecoder.reports.data import (
    Agreement,
    LikelyRange,
    NoRange,
    NoRangeReason,
    ReportScale,
)
from practicecoder.scoring.finals import FinalValues
from practicecoder.scoring.reliability.uncertainty import Conditions, Measurement, change80
from practicecoder.scoring.results import Estimate, Interval, NotEstimable
from practicecoder.services.study_settings import MIN_DOUBLE_CODED, MIN_ICC_LOWER

if TYPE_CHECKING:
    from practicecoder.scoring.reliability.table import ReliabilityTable


def conditions_of(settings: Mapping[str, str]) -> Conditions:
    """From where on a study shows likely ranges; what was never set has its usual value."""
    usual = Conditions()
    return Conditions(
        min_double_coded=int(settings.get(MIN_DOUBLE_CODED, usual.min_double_coded)),
        min_icc_lower=float(settings.get(MIN_ICC_LOWER, usual.min_icc_lower)),
    )


class Precision:
    """What the double codings of a study say about its scores and dimensions.

    ``table`` is None where too few sessions were coded twice for any number to be shown; then
    ``n_double_coded`` says how many there are.
    """

    def __init__(
        self,
        codebook: Codebook,
        conditions: Conditions,
        n_double_coded: int,
        table: ReliabilityTable | None,
    ) -> None:
        self._codebook = codebook
        self._conditions = conditions
        self._n_double_coded = n_double_coded
        self._table = table

    def of_score(
        self,
        score_id: str,
        value: float,
        scale: ReportScale,
        final: FinalValues,
        before: FinalValues | None,
    ) -> LikelyRange | NoRange:
        """Range of a score that lives on the scale, or the reason why none is shown.

        ``before`` are the final values of the session that the score is compared with, if any.
        """
        if final.basis is ScoreBasis.CONSENSUS:
            return NoRange(reason=NoRangeReason.CONSENSUS)
        if self._table is None or score_id not in {item.item for item in self._table.items}:
            return self._unknown(self._n_double_coded)
        measurement = self._table.item(score_id).measurement
        found = measurement.likely_range(
            value,
            (scale.minimum, scale.maximum),
            basis=final.basis,
            n_coders=final.n_coders,
            conditions=self._conditions,
        )
        sem = measurement.sem
        if isinstance(found, NotEstimable) or isinstance(sem, NotEstimable):
            return self._no_range(measurement, found)
        return LikelyRange(
            low=found.low,
            high=found.high,
            sem=_sem(sem.value, final),
            n_double_coded=measurement.n,
            change80=None if before is None else _change(sem.value, final, before),
        )

    def agreement(self) -> tuple[Agreement, ...]:
        """Exact agreement and agreement within one level, dimension by dimension."""
        if self._table is None:
            return ()
        found: list[Agreement] = []
        for dimension in self._codebook.dimensions:
            item = self._table.item(dimension.dimension_id)
            exact = item.statistics["exact_agreement"]
            within = item.statistics["within_one_agreement"]
            if (
                isinstance(exact, Estimate)
                and isinstance(within, Estimate)
                and item.n_sessions >= self._conditions.min_double_coded
            ):
                found.append(
                    Agreement(
                        dimension=dimension.label,
                        exact=exact.value,
                        within_one=within.value,
                        n=item.n_sessions,
                    )
                )
        return tuple(found)

    def _no_range(self, measurement: Measurement, found: Interval | NotEstimable) -> NoRange:
        if measurement.n < self._conditions.min_double_coded:
            return self._unknown(measurement.n)
        headline = measurement.headline
        if (
            isinstance(headline, Estimate)
            and isinstance(headline.interval, Interval)
            and isinstance(found, NotEstimable)
            and found.code == NoRangeReason.TOO_LOW
        ):
            return NoRange(
                reason=NoRangeReason.TOO_LOW,
                icc=headline.value,
                icc_low=headline.interval.low,
                icc_high=headline.interval.high,
            )
        return NoRange(reason=NoRangeReason.NOT_ESTIMABLE)

    def _unknown(self, n: int) -> NoRange:
        return NoRange(
            reason=NoRangeReason.UNKNOWN,
            n_double_coded=n,
            n_needed=self._conditions.min_double_coded,
        )


def _sem(of_one_coder: float, final: FinalValues) -> float:
    """SEM of final values: smaller where several coders were averaged."""
    return of_one_coder / math.sqrt(final.n_coders)


def _change(of_one_coder: float, final: FinalValues, before: FinalValues) -> float | None:
    if before.basis is ScoreBasis.CONSENSUS:
        return None
    return change80(_sem(of_one_coder, final), _sem(of_one_coder, before))
