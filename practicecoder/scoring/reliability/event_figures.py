"""Figures of two coders' timed marks as statistics, by the rules of honest output."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np

from practicecoder.scoring.reliability.bootstrap import SessionBootstrap, divided
from practicecoder.scoring.reliability.design import Floats
from practicecoder.scoring.reliability.event_tables import EventSums
from practicecoder.scoring.reliability.limits import (
    CONSTANT_CODER,
    NO_DISAGREEMENT,
    SAME_CONTRIBUTION,
    coefficient,
)
from practicecoder.scoring.results import Estimate, Interval, NoInterval, NotEstimable, Statistic

EMPTY_STREAM = "empty_stream"
_NOTHING = "neither coder marked anything"
_ONE_SESSION = "one session alone has no interval"

MEAN_KEYS = ("unit_agreement", "overall_agreement", "kappa_linked", "kappa_with_missed")
_FIGURES: dict[str, Callable[[EventSums], Floats]] = {
    "unit_agreement": EventSums.unit_agreement,
    "overall_agreement": EventSums.overall_agreement,
    "kappa_linked": EventSums.kappa_linked,
    "kappa_with_missed": EventSums.kappa_with_missed,
}
_TITLES = {
    "unit_agreement": "share of marks that the other coder marked too",
    "overall_agreement": "share of linked and single marks with the same code",
    "kappa_linked": "Cohen's kappa among those both marked",
    "kappa_with_missed": "kappa including missed, chance by quasi-independence",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeAgreement:
    """How often two coders gave one code, and how often to the same mark."""

    code: str
    n_a: int
    n_b: int
    agree: int
    agreement: Statistic


def _of_code(place: int, sums: EventSums) -> Floats:
    return np.asarray(sums.by_code()[:, place])


class Figures:
    """Turns the sums of one pair into statistics; without resamples there are no intervals."""

    def __init__(
        self,
        sums: EventSums,
        resampled: EventSums | None,
        bootstrap: SessionBootstrap | None,
        n: int,
    ) -> None:
        self._sums = sums
        self._resampled = resampled
        self._bootstrap = bootstrap
        self._n = n

    def share(self, key: str) -> Statistic:
        """Share of marks, 0 to 1."""
        figure = _FIGURES[key]
        value = float(figure(self._sums)[0])
        if np.isnan(value):
            return NotEstimable(reason=_NOTHING, n=self._n)
        return self._share(value, figure, _TITLES[key])

    def guetzkow(self) -> Statistic:
        """Guetzkow's U: how far the numbers of marks differ, whatever they mark."""

        def figure(sums: EventSums) -> Floats:
            apart = np.abs(sums.first.sum(axis=1) - sums.second.sum(axis=1))
            return divided(apart, sums.both)

        value = float(figure(self._sums)[0])
        if np.isnan(value):
            return NotEstimable(reason=_NOTHING, n=self._n)
        return self._share(value, figure, "Guetzkow's U, difference in numbers of marks")

    def by_code(self, codes: tuple[str, ...]) -> tuple[CodeAgreement, ...]:
        """Agreement of every code."""
        found = []
        for place, code in enumerate(codes):
            value = float(self._sums.by_code()[0, place])
            agreement: Statistic = NotEstimable(reason=f"nobody marked {code}", n=self._n)
            if not np.isnan(value):
                title = f"share of marks {code} given by both"
                agreement = self._share(value, partial(_of_code, place), title)
            found.append(
                CodeAgreement(
                    code=code,
                    n_a=int(self._sums.first[0, place]),
                    n_b=int(self._sums.second[0, place]),
                    agree=int(self._sums.agreed_by_code[0, place]),
                    agreement=agreement,
                )
            )
        return tuple(found)

    def kappa_linked(self) -> Statistic:
        """Kappa of the codes of linked marks."""
        sums, title = self._sums, _TITLES["kappa_linked"]
        if sums.links[0] == 0:
            return NotEstimable(reason="no marks were linked", n=self._n)
        value = float(sums.kappa_linked()[0])
        if np.isnan(value):
            return NotEstimable(reason="all linked marks carry one and the same code", n=self._n)
        used = [(side[0] > 0).sum() for side in (sums.linked_first, sums.linked_second)]
        if 1 in used:
            constant = NoInterval(reason="kappa is 0 by construction")
            return coefficient(0.0, constant, n=self._n, method=title, notes=(CONSTANT_CODER,))
        return self._kappa(value, EventSums.kappa_linked, title, sums.links[0] == sums.agreed[0])

    def kappa_with_missed(self) -> Statistic:
        """Kappa of the whole table; 0 where one coder marked nothing."""
        sums, title = self._sums, _TITLES["kappa_with_missed"]
        if sums.total[0] == 0:
            return NotEstimable(reason=_NOTHING, n=self._n)
        if sums.first.sum() == 0 or sums.second.sum() == 0:
            nothing = NoInterval(reason="kappa is 0 because one coder marked nothing")
            return Estimate(
                value=0.0, interval=nothing, n=self._n, method=title, notes=(EMPTY_STREAM,)
            )
        value = float(sums.kappa_with_missed()[0])
        if np.isnan(value):
            return NotEstimable(reason="all marks are linked and carry one code", n=self._n)
        all_agree = sums.total[0] == sums.agreed[0]
        return self._kappa(value, EventSums.kappa_with_missed, title, bool(all_agree))

    def _kappa(
        self, value: float, figure: Callable[[EventSums], Floats], title: str, perfect: bool
    ) -> Statistic:
        interval = NoInterval(reason=NO_DISAGREEMENT) if perfect else self._interval(figure)
        method = self._method(title, interval)
        return coefficient(value, interval, n=self._n, method=method)

    def _share(self, value: float, figure: Callable[[EventSums], Floats], title: str) -> Estimate:
        interval = self._interval(figure)
        method = self._method(title, interval)
        return Estimate(value=value, interval=interval, n=self._n, method=method)

    def _interval(self, figure: Callable[[EventSums], Floats]) -> Interval | NoInterval:
        if self._bootstrap is None or self._resampled is None:
            return NoInterval(reason=_ONE_SESSION)
        return _resampled_interval(figure(self._resampled), self._n, self._bootstrap)

    def _method(self, title: str, interval: Interval | NoInterval) -> str:
        if isinstance(interval, NoInterval) or self._bootstrap is None:
            return title
        return f"{title}; {self._bootstrap.method}"


def _resampled_interval(
    values: Floats, n: int, bootstrap: SessionBootstrap
) -> Interval | NoInterval:
    interval = bootstrap.interval(values, n)
    if isinstance(interval, Interval) and interval.high - interval.low <= 1e-12:
        return NoInterval(reason=SAME_CONTRIBUTION)
    return interval


def mean_of_pairs(
    key: str,
    at_hand: Sequence[EventSums],
    resampled: Sequence[EventSums],
    n: int,
    bootstrap: SessionBootstrap,
) -> Statistic:
    """Mean of a figure over the pairs it is estimable for."""
    figure = _FIGURES[key]
    values = np.array([float(figure(sums)[0]) for sums in at_hand])
    estimable = np.flatnonzero(np.isfinite(values)).tolist()
    if len(estimable) == 0:
        why = "no two coders share a session" if not at_hand else "estimable for no pair of coders"
        return NotEstimable(reason=why, n=n)
    value = float(values[estimable].mean())
    drawn = np.array([figure(resampled[p]) for p in estimable])
    defined = np.isfinite(drawn)
    means = divided(np.where(defined, drawn, 0.0).sum(axis=0), defined.sum(axis=0).astype(float))
    interval = _resampled_interval(means, n, bootstrap)
    method = f"{_TITLES[key]}, mean of {len(estimable)} of {len(at_hand)} pairs"
    if isinstance(interval, Interval):
        method = f"{method}; {bootstrap.method}"
    if key.startswith("kappa"):
        return coefficient(value, interval, n=n, method=method)
    return Estimate(value=value, interval=interval, n=n, method=method)
