"""Agreement statistics beside pingouin, krippendorff, scikit-learn and statsmodels."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

import krippendorff
import numpy as np
import pandas as pd

from benches.agreement_designs import Design, long_table
from benches.agreement_differences import Differences, quiet
from practicecoder.scoring.reliability.agreement import agreement_shares
from practicecoder.scoring.reliability.alpha import Metric, alpha
from practicecoder.scoring.reliability.bootstrap import SessionBootstrap
from practicecoder.scoring.reliability.gwet import fleiss_kappa
from practicecoder.scoring.reliability.icc import anova_forms
from practicecoder.scoring.reliability.kappa import kappas
from practicecoder.scoring.reliability.severity import CoderTest, Severity, severity
from practicecoder.scoring.reliability.weights import Weighting
from practicecoder.scoring.results import Estimate, Interval, Statistic

ICC_NAMES = {
    "icc_1": "ICC(1,1)",
    "icc_a1": "ICC(A,1)",
    "icc_c1": "ICC(C,1)",
    "icc_1k": "ICC(1,k)",
    "icc_ak": "ICC(A,k)",
    "icc_ck": "ICC(C,k)",
}


def value(statistic: Statistic) -> float | None:
    """Number of a statistic; None if it is not estimable."""
    return statistic.value if isinstance(statistic, Estimate) else None


def compare_icc(design: Design, found: Differences) -> None:
    """Six forms and their limits, with pingouin."""
    import pingouin

    if not design.complete:
        return
    pingouin.options["round.column.CI95"] = None
    with quiet():
        theirs = pingouin.intraclass_corr(
            long_table(design.ratings), targets="session", raters="coder", ratings="value"
        ).set_index("Type")
    for key, statistic in anova_forms(design.matrix).items():
        row = theirs.loc[ICC_NAMES[key]]
        if not isinstance(statistic, Estimate):
            continue
        found.note(key, "pingouin", statistic.value, float(row["ICC"]))
        # Limits that are cut at the end of the scale here are not cut there.
        if isinstance(statistic.interval, Interval) and "interval_cut" not in statistic.notes:
            for mine, limit in zip(
                (statistic.interval.low, statistic.interval.high), row["CI95"], strict=True
            ):
                found.note(f"{key} limits", "pingouin", mine, float(limit))


def compare_alpha(design: Design, found: Differences) -> None:
    """Alpha at four levels of measurement, with krippendorff."""
    few = SessionBootstrap(seed=1, draws=20)
    for metric in Metric:
        mine = value(alpha(design.matrix, metric, few))
        if mine is None:
            continue
        with quiet():
            theirs = krippendorff.alpha(
                reliability_data=design.ratings.T, level_of_measurement=metric.value
            )
        found.note(f"alpha_{metric.value}", "krippendorff", mine, float(theirs))


def compare_kappa(design: Design, found: Differences) -> None:
    """Kappa of every pair, with scikit-learn, and its standard error, with statsmodels."""
    cohen_kappa_score = import_module("sklearn.metrics").cohen_kappa_score
    cohens_kappa = import_module("statsmodels.stats.inter_rater").cohens_kappa
    names: dict[Weighting, str | None] = {
        Weighting.UNWEIGHTED: None,
        Weighting.LINEAR: "linear",
        Weighting.QUADRATIC: "quadratic",
    }
    few, matrix = SessionBootstrap(seed=1, draws=20), design.matrix
    for weighting, mean in kappas(matrix, design.levels, tuple(names), few).items():
        for (a, b), pair in zip(matrix.pairs(), mean.pairs, strict=True):
            if not isinstance(pair.kappa, Estimate):
                continue
            first, second = matrix.pair(a, b)
            with quiet():
                theirs = cohen_kappa_score(
                    first, second, labels=list(design.levels), weights=names[weighting]
                )
                table = pd.crosstab(
                    pd.Categorical(first, categories=design.levels),
                    pd.Categorical(second, categories=design.levels),
                    dropna=False,
                ).to_numpy()
                other = cohens_kappa(table, wt=names[weighting])
            key = f"kappa {weighting.value}"
            found.note(key, "scikit-learn", pair.kappa.value, float(theirs))
            found.note(key, "statsmodels", pair.kappa.value, float(other.kappa))
            interval = pair.kappa.interval
            if isinstance(interval, Interval) and "interval_cut" not in pair.kappa.notes:
                half = (float(other.kappa_upp) - float(other.kappa_low)) / 2
                mine = (interval.high - interval.low) / 2
                found.note(f"{key} half interval", "statsmodels", mine, half)


def compare_fleiss(design: Design, found: Differences) -> None:
    """Fleiss' kappa of complete designs, with statsmodels."""
    theirs_of = import_module("statsmodels.stats.inter_rater").fleiss_kappa
    mine = value(fleiss_kappa(design.matrix, design.levels))
    if mine is None or not design.complete:
        return
    counts = np.stack([(design.ratings == v).sum(axis=1) for v in design.levels], axis=1)
    with quiet():
        theirs = theirs_of(counts)
    found.note("fleiss_kappa", "statsmodels", mine, float(theirs))


def compare_severity(design: Design, found: Differences) -> None:
    """The F of coders, with statsmodels' least squares on sessions and coders."""
    least_squares = import_module("statsmodels.regression.linear_model").OLS
    mine = severity(design.matrix)
    if not isinstance(mine, Severity) or not isinstance(mine.test, CoderTest):
        return
    matrix = design.matrix
    if matrix.n > 100:
        return
    session, coder = np.nonzero(matrix.rated)
    sessions = np.eye(matrix.n)[session]
    both = np.hstack([sessions, np.eye(matrix.k)[coder][:, 1:]])
    y = matrix.ratings
    theirs, _, _ = least_squares(y, both).fit().compare_f_test(least_squares(y, sessions).fit())
    found.note("coder F, relative", "statsmodels", mine.test.f / float(theirs), 1.0)


def compare_shares(design: Design, found: Differences) -> None:
    """Exact and within-one agreement, counted pair by pair."""
    few = SessionBootstrap(seed=1, draws=20)
    mine = agreement_shares(design.matrix, few)
    apart = [
        abs(a - b)
        for row in design.ratings
        for i, a in enumerate(row)
        for b in row[i + 1 :]
        if not np.isnan(a) and not np.isnan(b)
    ]
    for key, statistic, most in (
        ("exact_agreement", mine.exact, 0),
        ("within_one_agreement", mine.within_one, 1),
    ):
        if isinstance(statistic, Estimate):
            theirs = float(np.mean([distance <= most for distance in apart]))
            found.note(key, "counted", statistic.value, theirs)


COMPARISONS: tuple[Callable[[Design, Differences], None], ...] = (
    compare_icc,
    compare_alpha,
    compare_kappa,
    compare_fleiss,
    compare_severity,
    compare_shares,
)
