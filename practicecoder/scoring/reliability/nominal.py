"""Agreement on units that coders gave one nominal code each, overall and by category."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from practicecoder.errors import ImportedDataError, Problem
from practicecoder.scoring.distributions import t_quantile
from practicecoder.scoring.reliability.bootstrap import FEWEST_SESSIONS, SessionBootstrap, divided
from practicecoder.scoring.reliability.design import Floats
from practicecoder.scoring.reliability.gwet import ChanceModel, family_value
from practicecoder.scoring.reliability.kappa import (
    PairKappa,
    kappa_max,
    kappa_of_table,
    kappa_title,
)
from practicecoder.scoring.reliability.limits import (
    CONSTANT_CODER,
    NO_DISAGREEMENT,
    SAME_CONTRIBUTION,
    coefficient,
    percent,
)
from practicecoder.scoring.reliability.notes import Note
from practicecoder.scoring.reliability.weights import Weighting
from practicecoder.scoring.results import (
    Estimate,
    Interval,
    NoInterval,
    NotEstimable,
    Statistic,
)

NOMINAL_KEYS = ("fleiss_kappa", "alpha_nominal", "ac1", "kappa", "exact_agreement")
UNITS_CLUSTERED = Note(
    note_id="units_clustered",
    sentence="Units of one session are alike; the interval is too narrow.",
)
_FEW = "fewer than 2 units were coded by two or more"


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitCode:
    """The code one coder gave one unit. ``session_id`` is empty where it is not known."""

    unit_id: str
    coder_id: str
    code: str
    session_id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CategoryAgreement:
    """One category against all others: how often it was given, and Fleiss' kappa."""

    code: str
    n_given: int
    kappa: Statistic


@dataclass(frozen=True, slots=True, kw_only=True)
class NominalPair:
    """Two coders: their table, rows the first, over all categories."""

    coders: tuple[str, str]
    n_units: int
    table: tuple[tuple[int, ...], ...]
    kappa_max: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class NominalReliability:
    """Agreement on nominal codes; ``statistics`` by the keys of ``NOMINAL_KEYS``.

    ``n_sessions`` is None where units have no sessions, and then units were drawn for intervals.
    """

    n_units: int
    n_multiple_coded: int
    n_sessions: int | None
    coders: tuple[str, ...]
    codes: tuple[str, ...]
    statistics: Mapping[str, Statistic]
    kappa_pairs: tuple[PairKappa, ...]
    pairs: tuple[NominalPair, ...]
    categories: tuple[CategoryAgreement, ...]
    notes: tuple[Note, ...]
    level: float
    seed: int


def nominal_reliability(
    codes: Sequence[UnitCode],
    categories: Sequence[str] | None = None,
    *,
    level: float = 0.95,
    seed: int,
) -> NominalReliability:
    """Fleiss' kappa, alpha, AC1, kappas and exact agreement of a codes table.

    A unit with one code stays in the shares of categories and in no agreement. Intervals come
    from drawn sessions; where units have no sessions, from their standard error or drawn units,
    with the note ``units_clustered``.

    Parameters
    ----------
    codes
        One for each coder and unit.
    categories
        All that could be given, in their order; those in use, by name, if None. AC1 depends on
        how many there are.

    Raises
    ------
    ImportedDataError
        With every repeated (unit, coder), unknown category and unit of two sessions.

    Examples
    --------
    >>> given = [("u1", "a", "a"), ("u2", "b", "b"), ("u3", "a", "b"), ("u4", "b", "b")]
    >>> rows = [UnitCode(unit_id=unit, coder_id=coder, code=code)
    ...         for unit, *both in given for coder, code in zip(("C1", "C2"), both)]
    >>> found = nominal_reliability(rows, seed=1)
    >>> round(found.statistics["fleiss_kappa"].value, 3), found.statistics["kappa"].value
    (0.467, 0.5)
    """
    used = tuple(sorted({row.code for row in codes}))
    names = tuple(categories) if categories is not None else used
    problems = [*_repeated(codes), *_unknown(used, names), *_of_two_sessions(codes)]
    if problems:
        raise ImportedDataError(problems)
    table = _Table.of(codes, names)
    bootstrap = SessionBootstrap(seed=seed, level=level)
    analysis = _Analysis(table, bootstrap)
    kappa, kappa_pairs = analysis.kappas()
    return NominalReliability(
        n_units=len(table.places),
        n_multiple_coded=int(table.several.sum()),
        n_sessions=table.n_sessions,
        coders=table.coders,
        codes=names,
        statistics={
            "fleiss_kappa": analysis.fleiss(),
            "alpha_nominal": analysis.alpha(),
            "ac1": analysis.ac1(),
            "kappa": kappa,
            "exact_agreement": analysis.exact(),
        },
        kappa_pairs=kappa_pairs,
        pairs=analysis.pair_tables(),
        categories=tuple(
            CategoryAgreement(
                code=code,
                n_given=int((table.places == place).sum()),
                kappa=analysis.category(place),
            )
            for place, code in enumerate(names)
        ),
        notes=() if table.n_sessions is not None else (UNITS_CLUSTERED,),
        level=level,
        seed=seed,
    )


def _repeated(codes: Sequence[UnitCode]) -> list[Problem]:
    seen: set[tuple[str, str]] = set()
    problems = []
    for row in codes:
        if (row.unit_id, row.coder_id) in seen:
            what = f"Unit {row.unit_id}, coder {row.coder_id} occurs more than once."
            problems.append(Problem(what=what, fix="Keep one code.", key=row.unit_id))
        seen.add((row.unit_id, row.coder_id))
    return problems


def _unknown(used: Sequence[str], names: Sequence[str]) -> list[Problem]:
    return [
        Problem(what=f"There is no category {code!r}.", key=code)
        for code in used
        if code not in names
    ]


def _of_two_sessions(codes: Sequence[UnitCode]) -> list[Problem]:
    sessions: dict[str, set[str]] = defaultdict(set)
    for row in codes:
        sessions[row.unit_id].add(row.session_id)
    return [
        Problem(what=f"Unit {unit} is said to be of {len(found)} sessions.", key=unit)
        for unit, found in sessions.items()
        if len(found) > 1
    ]


@dataclass(frozen=True, kw_only=True, eq=False)
class _Table:
    """Codes of units (rows) by coders (columns) as places of categories, -1 where there is none.

    Rows are in the order of what they hold. ``cluster`` numbers what is drawn for intervals:
    sessions, or units with the same codes, of which ``sizes`` are drawn from together.
    """

    coders: tuple[str, ...]
    codes: tuple[str, ...]
    places: NDArray[np.int64]
    cluster: NDArray[np.int64]
    sizes: Floats
    n_sessions: int | None

    @classmethod
    def of(cls, codes: Sequence[UnitCode], names: tuple[str, ...]) -> _Table:
        coders = tuple(sorted({row.coder_id for row in codes}))
        column = {coder: place for place, coder in enumerate(coders)}
        place = {name: number for number, name in enumerate(names)}
        session_of = {row.unit_id: row.session_id for row in codes}
        row_of = {unit: number for number, unit in enumerate(session_of)}
        places = np.full((len(row_of), len(coders)), -1, dtype=np.int64)
        for row in codes:
            places[row_of[row.unit_id], column[row.coder_id]] = place[row.code]
        sessions = list(session_of.values())
        known = bool(sessions) and all(sessions)
        if known:
            cluster, sizes = _by_session(places, sessions)
        else:
            cluster, sizes = _by_pattern(places)
        return cls(
            coders=coders,
            codes=names,
            places=places,
            cluster=cluster,
            sizes=sizes,
            n_sessions=len(sizes) if known else None,
        )

    @property
    def counts(self) -> Floats:
        """How often each category (column) was given to each unit (row)."""
        every = np.arange(len(self.codes))
        given = (self.places[:, :, None] == every).sum(axis=1)
        return np.asarray(given, dtype=np.float64)

    @property
    def several(self) -> NDArray[np.bool_]:
        """Which units two or more coders coded."""
        return np.asarray((self.places >= 0).sum(axis=1) >= 2)

    def sums(self, values: Floats) -> Floats:
        """Sums over the units of each cluster (row); for patterns, the value of one unit."""
        found = np.zeros((len(self.sizes), *values.shape[1:]))
        np.add.at(found, self.cluster, values)
        if self.n_sessions is None:
            found /= self.sizes.reshape(-1, *[1] * (values.ndim - 1))
        return found


def _by_session(
    places: NDArray[np.int64], sessions: Sequence[str]
) -> tuple[NDArray[np.int64], Floats]:
    held: dict[str, list[list[int]]] = defaultdict(list)
    for session, row in zip(sessions, places.tolist(), strict=True):
        held[session].append(row)
    number = {s: n for n, s in enumerate(sorted(held, key=lambda s: sorted(held[s])))}
    return np.array([number[s] for s in sessions], dtype=np.int64), np.ones(len(held))


def _by_pattern(places: NDArray[np.int64]) -> tuple[NDArray[np.int64], Floats]:
    if not places.size:
        return np.zeros(0, dtype=np.int64), np.zeros(0)
    _, cluster, sizes = np.unique(places, axis=0, return_inverse=True, return_counts=True)
    return cluster.reshape(-1).astype(np.int64), sizes.astype(np.float64)


class _Analysis:
    """All statistics of one table; each value from sums, each interval from drawn sums."""

    def __init__(self, table: _Table, bootstrap: SessionBootstrap) -> None:
        self._table = table
        self._bootstrap = bootstrap
        self._counts = table.counts
        self._drawn = bootstrap.drawn(table.sizes) if len(table.sizes) else np.zeros((0, 0))
        self._n = int(table.several.sum())

    def fleiss(self) -> Statistic:
        """Fleiss' kappa over all categories."""
        title = "Fleiss' kappa (Fleiss 1971)"
        if (why := self._too_little() or self._constant()) is not None:
            return NotEstimable(reason=why, n=self._n)
        return self._family(self._counts, ChanceModel.FLEISS, title)

    def ac1(self) -> Statistic:
        """Gwet's AC1; depends on how many categories there are."""
        title = f"Gwet's AC1, {len(self._table.codes)} categories (Gwet 2008)"
        if (why := self._too_little()) is not None:
            return NotEstimable(reason=why, n=self._n)
        return self._family(self._counts, ChanceModel.GWET, title)

    def category(self, place: int) -> Statistic:
        """Fleiss' kappa of one category, all others merged."""
        code = self._table.codes[place]
        if (why := self._too_little()) is not None:
            return NotEstimable(reason=why, n=self._n)
        given = self._counts[:, [place]]
        merged = np.hstack([given, self._counts.sum(axis=1, keepdims=True) - given])
        if not merged[self._table.several].any(axis=0).all():
            nobody = not given[self._table.several].any()
            why = f"nobody gave {code}" if nobody else f"every coder gave {code} to every unit"
            return NotEstimable(reason=why, n=self._n)
        title = "Fleiss' kappa, one category (Fleiss 1971)"
        return self._family(merged, ChanceModel.FLEISS, title)

    def _family(self, counts: Floats, model: ChanceModel, title: str) -> Statistic:
        if self._never_differ():
            return coefficient(1.0, NoInterval(reason=NO_DISAGREEMENT), n=self._n, method=title)
        found = family_value(counts, np.eye(counts.shape[1]), model)
        assert found is not None, "chance agrees on everything only if there is one value"
        interval: Interval | NoInterval
        if self._table.n_sessions is None:
            half = t_quantile(1.0 - (1.0 - self._bootstrap.level) / 2.0, found.n - 1) * found.se
            interval = Interval(
                low=found.value - half, high=found.value + half, level=self._bootstrap.level
            )
            how = f"t {percent(self._bootstrap.level)} CI over units (Gwet 2014)"
            if found.se <= 1e-9:
                interval = NoInterval(reason="every unit contributes the same")
        else:
            interval = self._interval(self._family_resampled(counts, model))
            how = self._bootstrap.method
        method = f"{title}; {how}" if isinstance(interval, Interval) else title
        return coefficient(found.value, interval, n=self._n, method=method)

    def _family_resampled(self, counts: Floats, model: ChanceModel) -> Floats:
        m, q = counts.sum(axis=1), counts.shape[1]
        several = m >= 2
        pairs = np.where(several, m * (m - 1.0), 1.0)
        agreed = np.where(several, (counts * (counts - 1.0)).sum(axis=1) / pairs, 0.0)
        sums = [
            self._drawn @ self._table.sums(values)
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
        return _beyond(observed, chance)

    def alpha(self) -> Statistic:
        """Krippendorff's alpha, nominal."""
        title = "Krippendorff's alpha, nominal metric (Krippendorff 2011)"
        if (why := self._too_little() or self._constant()) is not None:
            return NotEstimable(reason=why, n=self._n)
        if self._never_differ():
            return coefficient(1.0, NoInterval(reason=NO_DISAGREEMENT), n=self._n, method=title)
        usable = np.where(self._table.several[:, None], self._counts, 0.0)
        m = usable.sum(axis=1)
        apart = (m**2 - (usable**2).sum(axis=1)) / np.maximum(m - 1.0, 1.0)
        sums = (self._table.sums(apart), self._table.sums(usable))
        value = float(_alpha(*(self._table.sizes[None] @ each for each in sums))[0])
        interval = self._interval(_alpha(*(self._drawn @ each for each in sums)))
        return coefficient(value, interval, n=self._n, method=self._method(title, interval))

    def exact(self) -> Statistic:
        """Share of equal codes over all pairs of coders within units."""
        title = "exact agreement, pairs of coders pooled"
        m = self._counts.sum(axis=1)
        agreed = (self._counts * (self._counts - 1.0)).sum(axis=1) / 2.0
        pairs = m * (m - 1.0) / 2.0
        if self._n == 0:
            return NotEstimable(reason="no unit was coded by two or more", n=0)
        interval: Interval | NoInterval = NoInterval(reason=NO_DISAGREEMENT)
        if not self._never_differ():
            sums = [self._drawn @ self._table.sums(each) for each in (agreed, pairs)]
            interval = self._interval(divided(*sums))
        return Estimate(
            value=float(agreed.sum() / pairs.sum()),
            interval=interval,
            n=self._n,
            method=self._method(title, interval),
            n_pairs=int(pairs.sum()),
        )

    def kappas(self) -> tuple[Statistic, tuple[PairKappa, ...]]:
        """Mean of Cohen's kappas over pairs of coders, and each."""
        each, resampled = [], []
        for a, b in combinations(range(len(self._table.coders)), 2):
            tables = self._tables(a, b)
            kappa = self._kappa(tables)
            each.append(
                PairKappa(coders=(self._table.coders[a], self._table.coders[b]), kappa=kappa)
            )
            if isinstance(kappa, Estimate):
                resampled.append((kappa, _kappa_resampled(self._drawn, tables)))
        return self._mean(len(each), resampled), tuple(each)

    def _tables(self, a: int, b: int) -> Floats:
        """Tables of two coders, one for each cluster."""
        q, places = len(self._table.codes), self._table.places
        both = (places[:, a] >= 0) & (places[:, b] >= 0)
        cells = np.zeros((len(places), q * q))
        rows = np.flatnonzero(both)
        cells[rows, places[rows, a] * q + places[rows, b]] = 1.0
        return self._table.sums(cells).reshape(-1, q, q)

    def _kappa(self, tables: Floats) -> Statistic:
        table = np.tensordot(self._table.sizes, tables, axes=1)
        n, title = round(float(table.sum())), kappa_title(Weighting.UNWEIGHTED)
        if n < 2:
            shared = "one unit" if n else "no unit"
            return NotEstimable(reason=f"the two coders share {shared}", n=n)
        weights = np.eye(len(table))
        found = kappa_of_table(np.rint(table), weights, level=self._bootstrap.level)
        known = self._table.n_sessions is not None
        if isinstance(found, NotEstimable) or not (known and isinstance(found.interval, Interval)):
            return found
        interval = self._interval(_kappa_resampled(self._drawn, tables))
        return coefficient(found.value, interval, n=n, method=self._method(title, interval))

    def _mean(self, n_pairs: int, estimable: Sequence[tuple[Estimate, Floats]]) -> Statistic:
        if n_pairs == 0:
            return NotEstimable(reason="there is no pair of coders", n=self._n)
        if not estimable:
            return NotEstimable(reason="kappa is estimable for no pair of coders", n=self._n)
        if n_pairs == 1:
            return estimable[0][0]
        value = float(np.mean([kappa.value for kappa, _ in estimable]))
        title = f"{kappa_title(Weighting.UNWEIGHTED)}, mean of {len(estimable)} of {n_pairs} pairs"
        interval: Interval | NoInterval = NoInterval(reason=NO_DISAGREEMENT)
        if not self._never_differ():
            drawn = np.array([values for _, values in estimable])
            defined = np.isfinite(drawn)
            total = np.where(defined, drawn, 0.0).sum(axis=0)
            interval = self._interval(divided(total, defined.sum(axis=0).astype(np.float64)))
        constant = any(CONSTANT_CODER in kappa.notes for kappa, _ in estimable)
        return coefficient(
            value,
            interval,
            n=self._n,
            method=self._method(title, interval),
            notes=(CONSTANT_CODER,) if constant else (),
        )

    def pair_tables(self) -> tuple[NominalPair, ...]:
        """Table of every pair of coders."""
        found = []
        for a, b in combinations(range(len(self._table.coders)), 2):
            table = np.rint(np.tensordot(self._table.sizes, self._tables(a, b), axes=1))
            found.append(
                NominalPair(
                    coders=(self._table.coders[a], self._table.coders[b]),
                    n_units=int(table.sum()),
                    table=tuple(tuple(int(cell) for cell in row) for row in table),
                    kappa_max=kappa_max(table),
                )
            )
        return tuple(found)

    def _too_little(self) -> str | None:
        return _FEW if self._n < 2 else None

    def _constant(self) -> str | None:
        """Reason where all codes of units coded twice are one."""
        used = self._counts[self._table.several].sum(axis=0) > 0
        if used.sum() > 1:
            return None
        return f"every coder gave {self._table.codes[int(used.argmax())]} to every unit"

    def _never_differ(self) -> bool:
        usable = self._counts[self._table.several]
        return bool(((usable > 0).sum(axis=1) == 1).all())

    def _interval(self, values: Floats) -> Interval | NoInterval:
        n = self._table.n_sessions
        if n is None and self._n < FEWEST_SESSIONS:
            return NoInterval(reason=f"fewer than {FEWEST_SESSIONS} units")
        interval = self._bootstrap.interval(values, n if n is not None else self._n)
        if isinstance(interval, Interval) and interval.high - interval.low <= 1e-12:
            return NoInterval(reason=SAME_CONTRIBUTION)
        return interval

    def _method(self, title: str, interval: Interval | NoInterval) -> str:
        if isinstance(interval, NoInterval):
            return title
        how = self._bootstrap.method
        if self._table.n_sessions is None:
            how = how.replace("session bootstrap", "bootstrap of units")
        return f"{title}; {how}"


def _alpha(apart: Floats, marginal: Floats) -> Floats:
    total = marginal.sum(axis=1)
    expected = total**2 - (marginal**2).sum(axis=1)
    return 1.0 - divided((total - 1.0) * apart, expected)


def _kappa_resampled(drawn: Floats, tables: Floats) -> Floats:
    found = np.tensordot(drawn, tables, axes=1)
    total = found.sum(axis=(1, 2))
    observed = divided(np.trace(found, axis1=1, axis2=2), total)
    chance = divided((found.sum(axis=2) * found.sum(axis=1)).sum(axis=1), total**2)
    return _beyond(observed, np.where(total >= 2, chance, 1.0))


def _beyond(observed: Floats, chance: Floats) -> Floats:
    """What is agreed beyond chance; NaN where chance agrees on everything."""
    left = np.where(1.0 - chance > 1e-12, 1.0 - chance, 0.0)
    return divided(observed - chance, left)
