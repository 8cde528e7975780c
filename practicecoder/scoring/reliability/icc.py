"""Intraclass correlations from mean squares: six forms with F-based intervals."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from practicecoder.scoring.distributions import f_quantile
from practicecoder.scoring.reliability.components import VarianceComponents
from practicecoder.scoring.reliability.design import Floats, RatingMatrix
from practicecoder.scoring.reliability.limits import (
    AVERAGE_FORM,
    NO_DISAGREEMENT,
    NOTHING_VARIES,
    OUT_OF_RANGE,
    SLACK,
    coefficient,
    percent,
)
from practicecoder.scoring.results import (
    Interval,
    NoInterval,
    NotEstimable,
    Statistic,
    shown,
)


class Model(StrEnum):
    """What a single-coder form holds against coders."""

    ONE_WAY = "one-way random"
    AGREEMENT = "two-way random, absolute agreement"
    CONSISTENCY = "two-way random, consistency"


SINGLE_KEYS = {Model.ONE_WAY: "icc_1", Model.AGREEMENT: "icc_a1", Model.CONSISTENCY: "icc_c1"}
AVERAGE_KEYS = {Model.ONE_WAY: "icc_1k", Model.AGREEMENT: "icc_ak", Model.CONSISTENCY: "icc_ck"}
_LETTERS = {Model.ONE_WAY: "1", Model.AGREEMENT: "A", Model.CONSISTENCY: "C"}


@dataclass(frozen=True, slots=True, kw_only=True)
class MeanSquares:
    """Mean squares of n sessions by k coders; 0 exactly where nothing varies."""

    n: int
    k: int
    between: float
    coders: float
    residual: float
    within: float

    @property
    def components(self) -> VarianceComponents:
        """Variance components; a negative coder variance counts as 0."""
        return VarianceComponents(
            session=(self.between - self.residual) / self.k,
            coder=max(0.0, (self.coders - self.residual) / self.n),
            residual=self.residual,
            source="mean squares",
        )

    @property
    def all_non_negative(self) -> bool:
        """Whether the session and coder variances are both at or above 0."""
        return self.between >= self.residual and self.coders >= self.residual


def mean_squares(y: Floats) -> MeanSquares:
    """Mean squares of a complete n x k table.

    The residual sum is taken from residuals, not by subtraction. A sum of squares at or below
    1e-12 x max(1, total) counts as 0.

    Examples
    --------
    >>> import numpy as np
    >>> ms = mean_squares(np.array([[9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8],
    ...                             [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7]], dtype=float))
    >>> round(ms.between, 2), round(ms.coders, 2), round(ms.residual, 2), round(ms.within, 2)
    (11.24, 32.49, 1.02, 6.26)
    """
    n, k = y.shape
    grand = y.mean()
    rows, columns = y.mean(axis=1), y.mean(axis=0)
    least = 1e-12 * max(1.0, float(((y - grand) ** 2).sum()))

    def squares(deviations: Floats, times: int) -> float:
        total = times * float((deviations**2).sum())
        return total if total > least else 0.0

    ssb = squares(rows - grand, k)
    ssj = squares(columns - grand, n)
    sse = squares(y - rows[:, None] - columns[None, :] + grand, 1)
    return MeanSquares(
        n=n,
        k=k,
        between=ssb / (n - 1),
        coders=ssj / (k - 1),
        residual=sse / ((n - 1) * (k - 1)),
        within=(ssj + sse) / (n * (k - 1)),
    )


def anova_forms(matrix: RatingMatrix, level: float = 0.95) -> dict[str, Statistic]:
    """ICC(1,1), (A,1), (C,1) and their averages, on the sessions that all coders rated.

    Shrout & Fleiss (1979) call them (1,1), (2,1), (3,1), (1,k), (2,k), (3,k); intervals after
    McGraw & Wong (1996). If no session is complete but all have the same number of ratings, the
    one-way forms are computed from all of them.

    Examples
    --------
    >>> judges = RatingMatrix.of([[9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8],
    ...                           [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7]])
    >>> forms = anova_forms(judges)
    >>> [round(forms[key].value, 2) for key in ("icc_1", "icc_a1", "icc_c1")]
    [0.17, 0.29, 0.71]
    """
    if (why := too_small(matrix)) is not None:
        return _all(Model, NotEstimable(reason=why, n=matrix.n))
    if matrix.n_complete >= 2:
        return _forms(matrix.complete(), tuple(Model), level)
    number = "no session was" if matrix.n_complete == 0 else "only one session was"
    none = NotEstimable(reason=f"{number} rated by all {matrix.k} coders", n=matrix.n_complete)
    forms = _all(Model, none)
    counts = set(matrix.per_session.tolist())
    if len(counts) == 1:
        compact = matrix.ratings.reshape(matrix.n, counts.pop())
        forms.update(_forms(compact, (Model.ONE_WAY,), level))
    return forms


def too_small(matrix: RatingMatrix) -> str | None:
    """Why there is too little for any coefficient; None if there is enough."""
    if matrix.n == 0:
        return "no session was rated by two or more coders"
    if matrix.n == 1:
        return "only one session was rated by two or more coders"
    return None


def one_value(matrix: RatingMatrix) -> str:
    """Reason why nothing can be said where every rating is the same."""
    value = float(matrix.ratings[0])
    decimals = 0 if value.is_integer() else 2
    return f"every coder gave {shown(value, decimals)} to every session"


def _all(models: type[Model], none: NotEstimable) -> dict[str, Statistic]:
    return {keys[m]: none for m in models for keys in (SINGLE_KEYS, AVERAGE_KEYS)}


def _forms(y: Floats, models: tuple[Model, ...], level: float) -> dict[str, Statistic]:
    matrix = RatingMatrix.of(y.tolist())
    table = _Table(ms=mean_squares(y), level=level)
    found: dict[str, Statistic] = {}
    for model in models:
        if table.ms.between == table.ms.within == 0:
            none = NotEstimable(reason=one_value(matrix), n=matrix.n)
            found[SINGLE_KEYS[model]] = found[AVERAGE_KEYS[model]] = none
        elif table.ms.within == 0:
            perfect = NoInterval(reason=NO_DISAGREEMENT)
            found[SINGLE_KEYS[model]] = table.single(model, 1.0, perfect)
            found[AVERAGE_KEYS[model]] = table.average(model, 1.0, perfect)
        else:
            value = single_value(model, table.ms)
            limits = _limits(model, table.ms, value, level)
            found[SINGLE_KEYS[model]] = table.single(model, value, limits)
            found[AVERAGE_KEYS[model]] = table.average(model, value, limits)
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class _Table:
    """Turns values and limits into estimates, by the rules of honest output."""

    ms: MeanSquares
    level: float

    def single(
        self, model: Model, value: float | None, limits: Interval | NoInterval
    ) -> Statistic:
        if value is None:
            return NotEstimable(reason=NOTHING_VARIES, n=self.ms.n)
        method = self._method(model, "1", "single coder", limits)
        return coefficient(value, limits, n=self.ms.n, method=method)

    def average(
        self, model: Model, value: float | None, limits: Interval | NoInterval
    ) -> Statistic:
        """Average form from the single form by Spearman-Brown, value and limits."""
        if value is None:
            return NotEstimable(reason=NOTHING_VARIES, n=self.ms.n)
        if value <= SLACK:
            return NotEstimable(reason=OUT_OF_RANGE, n=self.ms.n)
        step_up = spearman_brown(self.ms.k)
        if isinstance(limits, Interval):
            beyond = limits.low <= -1 / (self.ms.k - 1)
            low = -math.inf if beyond else step_up(limits.low)
            limits = Interval(low=low, high=step_up(limits.high), level=self.level)
        method = self._method(model, "k", f"mean of {self.ms.k} coders", limits)
        notes = (AVERAGE_FORM,)
        return coefficient(step_up(value), limits, n=self.ms.n, method=method, notes=notes)

    def _method(self, model: Model, unit: str, who: str, limits: Interval | NoInterval) -> str:
        how = f"F-based {percent(self.level)} CI " if isinstance(limits, Interval) else ""
        return f"ICC({_LETTERS[model]},{unit}), {model.value}, {who}; {how}(McGraw & Wong 1996)"


def single_value(model: Model, ms: MeanSquares) -> float | None:
    """Single-coder form from mean squares; None for 0/0, minus infinity for a divisor of 0."""
    n, k = ms.n, ms.k
    against = ms.within if model is Model.ONE_WAY else ms.residual
    above = ms.between - against
    below = ms.between + (k - 1) * against
    if model is Model.AGREEMENT:
        below += k * (ms.coders - ms.residual) / n
    if below > 0:
        return above / below
    return -math.inf if above < 0 else None


def _limits(
    model: Model, ms: MeanSquares, value: float | None, level: float
) -> Interval | NoInterval:
    if value is None or ms.between == 0:
        return NoInterval(reason="the mean square between sessions is 0")
    if model is not Model.ONE_WAY and ms.residual == 0:
        return NoInterval(reason="the residual mean square is 0")
    if model is Model.AGREEMENT:
        return _agreement_limits(ms, value, level)
    n, k, p = ms.n, ms.k, 1.0 - (1.0 - level) / 2.0
    if model is Model.ONE_WAY:
        ratio, df = ms.between / ms.within, n * (k - 1)
    else:
        ratio, df = ms.between / ms.residual, (n - 1) * (k - 1)
    low = ratio / f_quantile(p, n - 1, df)
    high = ratio * f_quantile(p, df, n - 1)
    return Interval(low=(low - 1) / (low + k - 1), high=(high - 1) / (high + k - 1), level=level)


def _agreement_limits(ms: MeanSquares, r: float, level: float) -> Interval | NoInterval:
    """Limits of ICC(A,1) after McGraw & Wong (1996), table 7.

    Both limits are divided through by their F quantile, which may be beyond the range of floats
    where the approximate degrees of freedom are close to 0.
    """
    n, k, p = ms.n, ms.k, 1.0 - (1.0 - level) / 2.0
    a = k * r / (n * (1 - r))
    b = 1 + k * r * (n - 1) / (n * (1 - r))
    coders, residual = a * ms.coders, b * ms.residual
    spread = coders**2 / (k - 1) + residual**2 / ((n - 1) * (k - 1))
    df = (coders + residual) ** 2 / spread
    least = k * ms.coders + (k * n - k - n) * ms.residual
    from_below = ms.between / f_quantile(p, n - 1, df)
    from_above = ms.between * f_quantile(p, df, n - 1)
    low = _quotient(n * (from_below - ms.residual), least + n * from_below)
    high = _quotient(n * (from_above - ms.residual), least + n * from_above)
    if not low <= r <= high:
        return NoInterval(reason="the approximate limits do not enclose the value")
    return Interval(low=low, high=high, level=level)


def _quotient(above: float, below: float) -> float:
    return above / below if below > 0 else -math.inf


def spearman_brown(k: float) -> Callable[[float], float]:
    """Reliability of the mean of k coders, as a function of one coder's.

    Examples
    --------
    >>> round(spearman_brown(3)(0.475), 3)
    0.731
    """
    return lambda r: k * r / (1 + (k - 1) * r)
