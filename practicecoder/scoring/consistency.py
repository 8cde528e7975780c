"""Whether the parts of a score go together: internal consistency over sessions.

Low by construction for scores of three parts, and no measure of agreement between coders.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from practicecoder.scoring.distributions import f_quantile
from practicecoder.scoring.reliability.design import Floats
from practicecoder.scoring.reliability.limits import percent
from practicecoder.scoring.results import (
    Estimate,
    Interval,
    NoInterval,
    NotEstimable,
    Statistic,
)

WHAT_IT_IS_NOT = (
    "Alpha of {p} parts is low by construction and is no measure of agreement between coders."
)
REPEATED_WORKERS = (
    "{n} sessions, different workers: {workers}. Sessions of one worker are alike, and the "
    "interval is too narrow."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PartConsistency:
    """One part among the others.

    ``alpha_if_dropped`` needs three parts or more; ``rest_correlation`` is its correlation with
    the sum of the others.
    """

    part: str
    n: int
    alpha_if_dropped: Statistic
    rest_correlation: Statistic


@dataclass(frozen=True, slots=True, kw_only=True)
class Consistency:
    """Internal consistency of one score over the ``n`` sessions that have all parts rated."""

    score_id: str
    n: int
    n_missing: int
    alpha: Statistic
    mean_correlation: Statistic
    parts: tuple[PartConsistency, ...]
    sentences: tuple[str, ...]


def internal_consistency(
    score_id: str,
    parts: Sequence[str],
    rows: Sequence[Mapping[str, float | None]],
    *,
    workers: Sequence[str | None] = (),
    level: float = 0.95,
) -> Consistency:
    """Cronbach's alpha of a score's parts with Feldt's interval, and each part's place in it.

    Parameters
    ----------
    score_id, parts
        The score and its parts, two or more.
    rows
        One session each: values by part; missing or None where a part has none.
    workers
        Worker of each row, to say whether workers are repeated; empty if not known.
    level
        Of the interval.

    Examples
    --------
    >>> rows = [{"a": 1, "b": 2, "c": 2}, {"a": 3, "b": 3, "c": 4}, {"a": 4, "b": 5, "c": 4},
    ...         {"a": 2, "b": 2, "c": 1}]
    >>> round(internal_consistency("mean", ("a", "b", "c"), rows).alpha.value, 3)
    0.93
    """
    complete = [i for i, row in enumerate(rows) if all(row.get(p) is not None for p in parts)]
    values = np.array([[rows[i][part] for part in parts] for i in complete], dtype=float)
    values = values.reshape(len(complete), len(parts))
    known = [workers[i] for i in complete if i < len(workers)]
    return Consistency(
        score_id=score_id,
        n=len(complete),
        n_missing=len(rows) - len(complete),
        alpha=_alpha(values, level),
        mean_correlation=_mean_correlation(values),
        parts=tuple(_part(name, p, values, level) for p, name in enumerate(parts)),
        sentences=_sentences(len(parts), known),
    )


def _sentences(p: int, workers: Sequence[str | None]) -> tuple[str, ...]:
    said = [WHAT_IT_IS_NOT.format(p=p)]
    known = [worker for worker in workers if worker is not None]
    if len(set(known)) < len(known):
        said.append(REPEATED_WORKERS.format(n=len(workers), workers=len(set(known))))
    return tuple(said)


def _alpha(values: Floats, level: float) -> Statistic:
    n, p = values.shape
    if (why := _too_little(n, p)) is not None:
        return NotEstimable(reason=why, n=n)
    of_parts, of_sum = _variances(values), float(_variances(values.sum(axis=1)[:, None])[0])
    if not of_parts.any():
        return NotEstimable(reason="no part varies", n=n)
    if of_sum == 0:
        return NotEstimable(reason="the sum of the parts does not vary", n=n)
    alpha = p / (p - 1) * (1 - float(of_parts.sum()) / of_sum)
    if alpha < -1:
        return NotEstimable(reason="parts go against each other; alpha is below -1", n=n)
    notes = ("below_chance",) if alpha <= 0 else ()
    title = f"Cronbach's alpha of {p} parts"
    if alpha >= 1 - 1e-12:
        same = NoInterval(reason="all parts rise and fall together")
        return Estimate(value=1.0, interval=same, n=n, method=title)
    tail, df = (1 - level) / 2, (n - 1) * (p - 1)
    low = max(-1.0, 1 - (1 - alpha) * f_quantile(1 - tail, n - 1, df))
    high = 1 - (1 - alpha) * f_quantile(tail, n - 1, df)
    if low == -1.0:
        notes = (*notes, "interval_cut")
    return Estimate(
        value=alpha,
        interval=Interval(low=low, high=high, level=level),
        n=n,
        method=f"{title}; {percent(level)} CI (Feldt, Woodruff & Salih 1987)",
        notes=notes,
    )


def _too_little(n: int, p: int) -> str | None:
    if p < 2:
        return "a score of one part has no consistency"
    return "fewer than 3 sessions have all parts rated" if n < 3 else None


def _variances(values: Floats) -> Floats:
    """Variance of each column; exactly 0 where rounding alone makes a difference."""
    found = values.var(axis=0, ddof=1)
    return np.asarray(np.where(np.ptp(values, axis=0) <= 1e-9, 0.0, found))


def _part(name: str, place: int, values: Floats, level: float) -> PartConsistency:
    n, p = values.shape
    others = np.delete(values, place, axis=1)
    dropped: Statistic = NotEstimable(reason="needs three parts or more", n=n)
    if p > 2:
        dropped = _alpha(others, level)
    rest: Statistic
    if (why := _too_little(n, p)) is not None:
        rest = NotEstimable(reason=why, n=n)
    else:
        rest = _correlation(values[:, place], others.sum(axis=1))
    return PartConsistency(part=name, n=n, alpha_if_dropped=dropped, rest_correlation=rest)


def _correlation(one: Floats, other: Floats) -> Statistic:
    both = np.stack([one, other], axis=1)
    if not _variances(both).all():
        return NotEstimable(reason="the part or the others do not vary", n=len(one))
    value = float(np.clip(np.corrcoef(one, other)[0, 1], -1.0, 1.0))
    none = NoInterval(reason="no interval is computed for it")
    return Estimate(value=value, interval=none, n=len(one), method="Pearson r, part with the rest")


def _mean_correlation(values: Floats) -> Statistic:
    n, p = values.shape
    if (why := _too_little(n, p)) is not None:
        return NotEstimable(reason=why, n=n)
    if not _variances(values).all():
        return NotEstimable(reason="a part does not vary", n=n)
    table = np.asarray(np.corrcoef(values, rowvar=False), dtype=np.float64).reshape(p, p)
    between = table[np.triu_indices(p, 1)]
    none = NoInterval(reason="no interval is computed for it")
    value = float(np.clip(between.mean(), -1.0, 1.0))
    return Estimate(value=value, interval=none, n=n, method="mean Pearson r between parts")
