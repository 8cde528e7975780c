"""Agreement on one item: every statistic offered for its kind, each with n, interval or reason."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from practicecoder.scoring.reliability.agreement import (
    BlandAltman,
    agreement_shares,
    bland_altman,
)
from practicecoder.scoring.reliability.alpha import Metric, alpha
from practicecoder.scoring.reliability.applicability import Applicability, applicability
from practicecoder.scoring.reliability.bands import Band, BandSource, band
from practicecoder.scoring.reliability.bootstrap import SessionBootstrap
from practicecoder.scoring.reliability.components import VarianceComponents
from practicecoder.scoring.reliability.design import ItemDesign, ItemKind, RatingMatrix
from practicecoder.scoring.reliability.detail import (
    CoderSummary,
    Counts,
    Generalizability,
    all_zero_share,
    coder_summaries,
    generalizability,
    pair_table,
)
from practicecoder.scoring.reliability.gwet import fleiss_kappa, gwet_ac
from practicecoder.scoring.reliability.icc import anova_forms, mean_squares
from practicecoder.scoring.reliability.kappa import MeanKappa, PairKappa, kappa_max, kappas
from practicecoder.scoring.reliability.notes import Note, NoteFacts, item_notes
from practicecoder.scoring.reliability.reml_icc import RemlResult, reml_forms
from practicecoder.scoring.reliability.severity import Severity, severity
from practicecoder.scoring.reliability.uncertainty import (
    Measurement,
    smallest_change,
    standard_error,
)
from practicecoder.scoring.reliability.weights import Weighting
from practicecoder.scoring.results import NotEstimable, Statistic, shown

KEYS = (
    *("icc_a1", "icc_ak", "icc_c1", "icc_ck", "icc_1", "icc_1k", "icc_a1_reml"),
    *("alpha_ordinal", "alpha_interval", "alpha_nominal"),
    *("kappa", "kappa_linear", "kappa_quadratic", "fleiss_kappa", "ac1", "ac2_quadratic"),
    *("exact_agreement", "within_one_agreement", "sem", "sdc"),
    *("icc_c1_reml", "icc_a_khat", "icc_c_khat", "icc_q_khat", "khat", "q"),
    *("icc_a1_log1p", "alpha_ratio", "all_coders_agree", "sem_consistency"),
)
"""Keys of statistics, the same for every item; the command line prints them in this order."""

KAPPA_KEYS = {
    "kappa": Weighting.UNWEIGHTED,
    "kappa_linear": Weighting.LINEAR,
    "kappa_quadratic": Weighting.QUADRATIC,
}
_PLURALS = {
    ItemKind.DIMENSION: "dimensions",
    ItemKind.SCORE: "scores",
    ItemKind.COUNT: "counts",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemInput:
    """One item to analyse. ``levels`` is empty for scores and counts, which have no last level."""

    item: str
    label: str
    kind: ItemKind
    design: ItemDesign
    levels: tuple[float, ...] = ()
    step: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class PairDetail:
    """Two coders over the sessions both rated.

    ``exact`` and ``within_one`` are None for scores, ``bland_altman`` for dimensions. ``table``
    counts ratings of the first (rows) by the second (columns) over the whole scale, and
    ``kappa_max`` is the largest unweighted kappa its margins allow; None where there is no scale
    (or, for the latter, chance is all).
    """

    coders: tuple[str, str]
    n: int
    exact: Statistic | None
    within_one: Statistic | None
    bland_altman: BlandAltman | NotEstimable | None
    table: Counts | None = None
    kappa_max: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemReliability:
    """Agreement on one item.

    ``n_sessions`` are the sessions used; ``dropped_because`` says in words why others that two or
    more coded are not among them. ``headline_key`` names the statistic that stands for the item:
    ICC(A,1), from mean squares if every used session has all coders, else by REML. ``levels`` are
    those of the declared scale, empty for scores and counts.
    """

    item: str
    label: str
    kind: ItemKind
    n_sessions: int
    n_complete: int
    n_dropped: int
    dropped_because: tuple[str, ...]
    n_coders: int
    n_ratings: int
    coders: tuple[CoderSummary, ...]
    applicability: Applicability | None
    headline_key: str
    statistics: Mapping[str, Statistic]
    kappa_pairs: Mapping[str, tuple[PairKappa, ...]]
    pairs: tuple[PairDetail, ...]
    components: VarianceComponents | NotEstimable
    severity: Severity | NotEstimable
    notes: tuple[Note, ...]
    matrix: RatingMatrix
    levels: tuple[float, ...] = ()

    @property
    def generalizability(self) -> Generalizability | NotEstimable:
        """Variance by source, and how reliable means of one to five coders would be."""
        return generalizability(self.components, self.n_sessions)

    @property
    def all_zero_share(self) -> float | None:
        """Share of sessions in which every coder gave 0; None without sessions."""
        return all_zero_share(self.matrix)

    @property
    def headline(self) -> Statistic:
        """ICC(A,1) of a single coder."""
        return self.statistics[self.headline_key]

    @property
    def average(self) -> Statistic:
        """Agreement of the mean of as many coders as a session has, of the headline's design."""
        return self.statistics["icc_a_khat" if self.headline_key == "icc_a1_reml" else "icc_ak"]

    @property
    def coders_averaged(self) -> str:
        """How many coders that mean is of: k, or khat to one decimal where coders left gaps."""
        khat = self.statistics["khat"]
        if self.headline_key != "icc_a1_reml" or isinstance(khat, NotEstimable):
            return str(self.n_coders)
        return shown(khat.value, 1)

    @property
    def measurement(self) -> Measurement:
        """SEM and headline, for the likely range of a score."""
        return Measurement(sem=self.statistics["sem"], headline=self.headline, n=self.n_sessions)

    def band(self, source: BandSource = BandSource.CICCHETTI) -> Band | None:
        """Named band of the headline and of its limits; None without an interval."""
        return band(self.headline_key, self.headline, source)


def item_reliability(given: ItemInput, bootstrap: SessionBootstrap) -> ItemReliability:
    """All statistics of one item, at the level and with the seed of ``bootstrap``."""
    matrix = given.design.matrix
    level, seed = bootstrap.level, bootstrap.seed
    reml = reml_forms(matrix, level=level, seed=seed)
    components = _components(matrix, reml)
    sem = standard_error(components, matrix.n)
    kappa_means = _kappas(given, bootstrap)
    statistics: dict[str, Statistic] = {
        **anova_forms(matrix, level),
        **reml.statistics,
        **_alphas(given, bootstrap),
        **{key: found.mean for key, found in kappa_means.items()},
        **_levels_only(given, level),
        **_percentages(given, bootstrap),
        "sem": sem,
        "sem_consistency": standard_error(components, matrix.n, consistency=True),
        "sdc": smallest_change(sem),
    }
    if given.kind is ItemKind.COUNT:
        statistics["icc_a1_log1p"] = anova_forms(_log1p(matrix), level)["icc_a1"]
    not_offered = NotEstimable(
        reason=f"not offered for {_PLURALS[given.kind]}", n=matrix.n, code="not_offered"
    )
    statistics = {key: statistics.get(key, not_offered) for key in KEYS}
    headline_key = "icc_a1" if matrix.is_complete else "icc_a1_reml"
    applies = given.design.applies
    applied = applicability(applies, bootstrap) if applies is not None else None
    found_severity = severity(matrix, level)
    facts = NoteFacts(
        kind=given.kind,
        design=given.design,
        headline=statistics[headline_key],
        consistency=statistics["icc_c1" if matrix.is_complete else "icc_c1_reml"],
        statistics=statistics,
        severity=found_severity,
        n_applicability=applied.n if applied else 0,
        one=applied.one if applied else 0,
    )
    return ItemReliability(
        item=given.item,
        label=given.label,
        kind=given.kind,
        n_sessions=matrix.n,
        n_complete=matrix.n_complete,
        n_dropped=given.design.n_dropped,
        dropped_because=tuple(f"{n} {why}" for why, n in given.design.dropped.items()),
        n_coders=matrix.k,
        n_ratings=matrix.n_ratings,
        coders=coder_summaries(matrix, given.levels),
        applicability=applied,
        headline_key=headline_key,
        statistics=statistics,
        kappa_pairs={key: found.pairs for key, found in kappa_means.items()},
        pairs=_pairs(given, bootstrap),
        components=components,
        severity=found_severity,
        notes=item_notes(facts),
        matrix=matrix,
        levels=given.levels,
    )


def _components(matrix: RatingMatrix, reml: RemlResult) -> VarianceComponents | NotEstimable:
    """Components of the headline: mean squares if complete, else REML."""
    if isinstance(reml.components, NotEstimable) or not matrix.is_complete:
        return reml.components
    return mean_squares(matrix.values).components


def _alphas(given: ItemInput, bootstrap: SessionBootstrap) -> dict[str, Statistic]:
    metrics = {
        ItemKind.DIMENSION: (Metric.ORDINAL, Metric.INTERVAL, Metric.NOMINAL),
        ItemKind.SCORE: (Metric.INTERVAL,),
        ItemKind.COUNT: (Metric.ORDINAL, Metric.INTERVAL, Metric.RATIO),
    }[given.kind]
    return {f"alpha_{metric}": alpha(given.design.matrix, metric, bootstrap) for metric in metrics}


def _kappas(given: ItemInput, bootstrap: SessionBootstrap) -> dict[str, MeanKappa]:
    if given.kind is not ItemKind.DIMENSION:
        return {}
    weightings = tuple(KAPPA_KEYS.values())
    found = kappas(given.design.matrix, given.levels, weightings, bootstrap)
    return {key: found[weighting] for key, weighting in KAPPA_KEYS.items()}


def _levels_only(given: ItemInput, level: float) -> dict[str, Statistic]:
    """Statistics that need a declared scale of levels."""
    if given.kind is not ItemKind.DIMENSION:
        return {}
    matrix, levels = given.design.matrix, given.levels
    return {
        "fleiss_kappa": fleiss_kappa(matrix, levels, level),
        "ac1": gwet_ac(matrix, levels, Weighting.UNWEIGHTED, level),
        "ac2_quadratic": gwet_ac(matrix, levels, Weighting.QUADRATIC, level),
    }


def _percentages(given: ItemInput, bootstrap: SessionBootstrap) -> dict[str, Statistic]:
    if given.kind is ItemKind.SCORE:
        return {}
    shares = agreement_shares(given.design.matrix, bootstrap, step=given.step)
    return {
        "exact_agreement": shares.exact,
        "within_one_agreement": shares.within_one,
        "all_coders_agree": shares.all_agree,
    }


def _pairs(given: ItemInput, bootstrap: SessionBootstrap) -> tuple[PairDetail, ...]:
    matrix = given.design.matrix
    found = []
    for a, b in matrix.pairs():
        both = matrix.of_pair(a, b)
        shares = None
        if given.kind is not ItemKind.SCORE:
            shares = agreement_shares(both, bootstrap, step=given.step)
        differences = None
        if given.kind is not ItemKind.DIMENSION:
            differences = bland_altman(*matrix.pair(a, b), level=bootstrap.level)
        table = pair_table(both, given.levels) if given.levels else None
        found.append(
            PairDetail(
                coders=(matrix.coders[a], matrix.coders[b]),
                n=both.n,
                exact=shares.exact if shares else None,
                within_one=shares.within_one if shares else None,
                bland_altman=differences,
                table=table,
                kappa_max=kappa_max(np.array(table, dtype=np.float64)) if table else None,
            )
        )
    return tuple(found)


def _log1p(matrix: RatingMatrix) -> RatingMatrix:
    return RatingMatrix(
        sessions=matrix.sessions,
        coders=matrix.coders,
        values=np.log1p(matrix.values),
        rated=matrix.rated,
    )
