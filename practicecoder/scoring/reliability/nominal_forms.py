"""Coefficients of nominal codes over all coders: Fleiss, AC1, alpha, and exact agreement."""

from __future__ import annotations

import numpy as np

from practicecoder.scoring.distributions import t_quantile
from practicecoder.scoring.reliability.bootstrap import divided
from practicecoder.scoring.reliability.design import Floats
from practicecoder.scoring.reliability.drawn_codes import DrawnCodes, beyond_chance
from practicecoder.scoring.reliability.gwet import ChanceModel, family_value
from practicecoder.scoring.reliability.limits import NO_DISAGREEMENT, coefficient, percent
from practicecoder.scoring.results import (
    Estimate,
    Interval,
    NoInterval,
    NotEstimable,
    Statistic,
)

_FEW = "fewer than 2 units were coded by two or more"


class NominalForms:
    """Each value comes from sums over units, each interval from drawn sums."""

    def __init__(self, drawn: DrawnCodes) -> None:
        self._drawn = drawn

    def fleiss(self) -> Statistic:
        """Fleiss' kappa over all categories."""
        title = "Fleiss' kappa (Fleiss 1971)"
        if (why := self._too_little() or self._constant()) is not None:
            return NotEstimable(reason=why, n=self._drawn.n)
        return self._family(self._drawn.counts, ChanceModel.FLEISS, title)

    def ac1(self) -> Statistic:
        """Gwet's AC1; depends on how many categories there are."""
        title = f"Gwet's AC1, {len(self._drawn.table.codes)} categories (Gwet 2008)"
        if (why := self._too_little()) is not None:
            return NotEstimable(reason=why, n=self._drawn.n)
        return self._family(self._drawn.counts, ChanceModel.GWET, title)

    def category(self, place: int) -> Statistic:
        """Fleiss' kappa of one category, all others merged."""
        code = self._drawn.table.codes[place]
        if (why := self._too_little()) is not None:
            return NotEstimable(reason=why, n=self._drawn.n)
        given = self._drawn.counts[:, [place]]
        merged = np.hstack([given, self._drawn.counts.sum(axis=1, keepdims=True) - given])
        if not merged[self._drawn.table.several].any(axis=0).all():
            nobody = not given[self._drawn.table.several].any()
            why = f"nobody gave {code}" if nobody else f"every coder gave {code} to every unit"
            return NotEstimable(reason=why, n=self._drawn.n)
        title = "Fleiss' kappa, one category (Fleiss 1971)"
        return self._family(merged, ChanceModel.FLEISS, title)

    def alpha(self) -> Statistic:
        """Krippendorff's alpha, nominal."""
        title = "Krippendorff's alpha, nominal metric (Krippendorff 2011)"
        if (why := self._too_little() or self._constant()) is not None:
            return NotEstimable(reason=why, n=self._drawn.n)
        if self._drawn.never_differ:
            return coefficient(
                1.0, NoInterval(reason=NO_DISAGREEMENT), n=self._drawn.n, method=title
            )
        usable = np.where(self._drawn.table.several[:, None], self._drawn.counts, 0.0)
        m = usable.sum(axis=1)
        apart = (m**2 - (usable**2).sum(axis=1)) / np.maximum(m - 1.0, 1.0)
        sums = (self._drawn.table.sums(apart), self._drawn.table.sums(usable))
        value = float(_alpha(*(self._drawn.table.sizes[None] @ each for each in sums))[0])
        interval = self._drawn.interval(_alpha(*(self._drawn.draws @ each for each in sums)))
        return coefficient(
            value, interval, n=self._drawn.n, method=self._drawn.method(title, interval)
        )

    def exact(self) -> Statistic:
        """Share of equal codes over all pairs of coders within units."""
        title = "exact agreement, pairs of coders pooled"
        m = self._drawn.counts.sum(axis=1)
        agreed = (self._drawn.counts * (self._drawn.counts - 1.0)).sum(axis=1) / 2.0
        pairs = m * (m - 1.0) / 2.0
        if self._drawn.n == 0:
            return NotEstimable(reason="no unit was coded by two or more", n=0)
        interval: Interval | NoInterval = NoInterval(reason=NO_DISAGREEMENT)
        if not self._drawn.never_differ:
            sums = [self._drawn.draws @ self._drawn.table.sums(each) for each in (agreed, pairs)]
            interval = self._drawn.interval(divided(*sums))
        return Estimate(
            value=float(agreed.sum() / pairs.sum()),
            interval=interval,
            n=self._drawn.n,
            method=self._drawn.method(title, interval),
            n_pairs=int(pairs.sum()),
        )

    def _family(self, counts: Floats, model: ChanceModel, title: str) -> Statistic:
        if self._drawn.never_differ:
            return coefficient(
                1.0, NoInterval(reason=NO_DISAGREEMENT), n=self._drawn.n, method=title
            )
        found = family_value(counts, np.eye(counts.shape[1]), model)
        assert found is not None, "chance agrees on everything only if there is one value"
        interval: Interval | NoInterval
        if self._drawn.table.n_sessions is None:
            half = (
                t_quantile(1.0 - (1.0 - self._drawn.bootstrap.level) / 2.0, found.n - 1) * found.se
            )
            interval = Interval(
                low=found.value - half, high=found.value + half, level=self._drawn.bootstrap.level
            )
            how = f"t {percent(self._drawn.bootstrap.level)} CI over units (Gwet 2014)"
            if found.se <= 1e-9:
                interval = NoInterval(reason="every unit contributes the same")
        else:
            interval = self._drawn.interval(self._family_resampled(counts, model))
            how = self._drawn.bootstrap.method
        method = f"{title}; {how}" if isinstance(interval, Interval) else title
        return coefficient(found.value, interval, n=self._drawn.n, method=method)

    def _family_resampled(self, counts: Floats, model: ChanceModel) -> Floats:
        m, q = counts.sum(axis=1), counts.shape[1]
        several = m >= 2
        pairs = np.where(several, m * (m - 1.0), 1.0)
        agreed = np.where(several, (counts * (counts - 1.0)).sum(axis=1) / pairs, 0.0)
        sums = [
            self._drawn.draws @ self._drawn.table.sums(values)
            for values in (
                agreed,
                several.astype(np.float64),
                counts / m[:, None],
                np.ones_like(m),
            )
        ]
        observed = divided(sums[0], sums[1])
        popularity = divided(sums[2], sums[3][:, None])
        if model is ChanceModel.FLEISS:
            chance = (popularity**2).sum(axis=1)
        else:
            chance = (popularity * (1.0 - popularity)).sum(axis=1) / (q - 1.0)
        return beyond_chance(observed, chance)

    def _too_little(self) -> str | None:
        return _FEW if self._drawn.n < 2 else None

    def _constant(self) -> str | None:
        """Reason where all codes of units coded twice are one."""
        used = self._drawn.counts[self._drawn.table.several].sum(axis=0) > 0
        if used.sum() > 1:
            return None
        return f"every coder gave {self._drawn.table.codes[int(used.argmax())]} to every unit"


def _alpha(apart: Floats, marginal: Floats) -> Floats:
    total = marginal.sum(axis=1)
    expected = total**2 - (marginal**2).sum(axis=1)
    return 1.0 - divided((total - 1.0) * apart, expected)
