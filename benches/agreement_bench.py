"""Agreement statistics against other programs on random designs, and how fast they are.

``python -m benches.agreement_bench [--designs 200] [--seed 1] [--only values|speed]``

Values: random designs, complete and with holes, 2 to 6 coders, 5 to 300 sessions, five or seven
levels, go through this program and through pingouin, krippendorff, statsmodels and scikit-learn;
the largest difference is printed for each statistic, with the number of designs compared. If R
is there, its packages psych, lme4 and irrCAC are asked too, as far as it has them. Intervals of
pingouin's ICC are unrounded for it.

Speed: 10 items of 300 sessions and 4 coders. ICC with intervals and alpha beside pingouin and
krippendorff in one run, and 2,000 session-bootstrap resamples of everything. Times are of the
processor and of the clock; set OPENBLAS_NUM_THREADS=1 on a busy machine.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
import time
import warnings
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

import krippendorff
import numpy as np
import pandas as pd
from numpy.typing import NDArray

from practicecoder.scoring.reliability.agreement import agreement_shares
from practicecoder.scoring.reliability.alpha import Metric, alpha
from practicecoder.scoring.reliability.bootstrap import SessionBootstrap
from practicecoder.scoring.reliability.design import ItemDesign, ItemKind, RatingMatrix
from practicecoder.scoring.reliability.gwet import fleiss_kappa, gwet_ac
from practicecoder.scoring.reliability.icc import anova_forms
from practicecoder.scoring.reliability.item import ItemInput, item_reliability
from practicecoder.scoring.reliability.kappa import kappas
from practicecoder.scoring.reliability.reml_icc import reml_forms
from practicecoder.scoring.reliability.severity import CoderTest, Severity, severity
from practicecoder.scoring.reliability.weights import Weighting
from practicecoder.scoring.results import Estimate, Interval, Statistic

Ratings = NDArray[np.float64]
"""Sessions by coders, NaN where a coder has none."""

ICC_NAMES = {
    "icc_1": "ICC(1,1)",
    "icc_a1": "ICC(A,1)",
    "icc_c1": "ICC(C,1)",
    "icc_1k": "ICC(1,k)",
    "icc_ak": "ICC(A,k)",
    "icc_ck": "ICC(C,k)",
}


def say(line: str) -> None:
    """Print a line at once."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


@dataclass(frozen=True, slots=True, kw_only=True)
class Design:
    """Ratings of one made-up item and the levels of its scale."""

    ratings: Ratings
    levels: tuple[float, ...]

    @property
    def matrix(self) -> RatingMatrix:
        """The design as this program sees it."""
        rows = [[None if np.isnan(v) else float(v) for v in row] for row in self.ratings]
        return RatingMatrix.of(rows)

    @property
    def complete(self) -> bool:
        """Whether every coder rated every session."""
        return not bool(np.isnan(self.ratings).any())


class Differences:
    """Largest difference of each statistic from each other program."""

    def __init__(self) -> None:
        self._largest: dict[tuple[str, str], float] = defaultdict(float)
        self._compared: dict[tuple[str, str], int] = defaultdict(int)

    def note(self, statistic: str, program: str, mine: float, theirs: float) -> None:
        """Take in one comparison; what the other program cannot tell is not compared."""
        if not np.isfinite(theirs):
            return
        key = (statistic, program)
        self._largest[key] = max(self._largest[key], abs(mine - theirs))
        self._compared[key] += 1

    def show(self) -> None:
        """Print a line for each statistic."""
        say(f"{'statistic':34}{'program':18}{'compared':>9}  largest difference")
        for (statistic, program), largest in sorted(self._largest.items()):
            n = self._compared[statistic, program]
            say(f"{statistic:34}{program:18}{n:9}  {largest:.2e}")


def value(statistic: Statistic) -> float | None:
    """Number of a statistic; None if it is not estimable."""
    return statistic.value if isinstance(statistic, Estimate) else None


def designs(n: int, seed: int) -> Iterator[Design]:
    """Random designs; every second one has holes."""
    rng = np.random.default_rng(seed)
    for number in range(n):
        yield random_design(rng, holes=bool(number % 2))


def random_design(rng: np.random.Generator, *, holes: bool) -> Design:
    """Ratings with differences between sessions and coders, rounded to a scale."""
    levels = tuple(float(v) for v in range(1, int(rng.choice([5, 7])) + 1))
    n, k = int(rng.integers(5, 301)), int(rng.integers(2, 7))
    middle = (levels[0] + levels[-1]) / 2
    true = rng.normal(middle, rng.uniform(0.3, 1.5), size=(n, 1))
    severity_of = rng.normal(0, 0.4, size=(1, k))
    ratings = np.rint(true + severity_of + rng.normal(0, rng.uniform(0.3, 1.2), size=(n, k)))
    ratings = np.clip(ratings, levels[0], levels[-1])
    if holes:
        ratings[rng.random((n, k)) < rng.uniform(0.05, 0.4)] = np.nan
    return Design(ratings=ratings, levels=levels)


@contextmanager
def quiet() -> Iterator[None]:
    """Leave out the other programs' warnings."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


def long_table(ratings: Ratings) -> pd.DataFrame:
    """One row for each rating, as pingouin wants it."""
    n, k = ratings.shape
    return pd.DataFrame(
        {
            "session": np.repeat(np.arange(n), k),
            "coder": np.tile(np.arange(k), n),
            "value": ratings.ravel(),
        }
    )


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

R_SCRIPT = """
folder <- commandArgs(TRUE)[1]
has <- function(name) suppressWarnings(requireNamespace(name, quietly = TRUE))
tell <- function(design, key, value) cat(design, key, format(value, digits = 17), "\\n")
for (file in list.files(folder, pattern = "csv$", full.names = TRUE)) {
  design <- sub("-.*", "", basename(file))
  levels <- as.numeric(sub(".*-(.*)\\\\.csv", "\\\\1", basename(file)))
  y <- as.matrix(read.csv(file, header = FALSE, na.strings = "nan"))
  kept <- y[rowSums(!is.na(y)) >= 2, , drop = FALSE]
  if (has("irrCAC")) {
    ac <- function(w)
      irrCAC::gwet.ac1.raw(kept, weights = w, categ.labels = 1:levels)$est$coeff.val
    tell(design, "ac1", ac("unweighted"))
    tell(design, "ac2_quadratic", ac("quadratic"))
  }
  if (has("psych") && !anyNA(y)) {
    found <- suppressWarnings(psych::ICC(y, lmer = FALSE))$results
    keys <- c("icc_1", "icc_a1", "icc_c1", "icc_1k", "icc_ak", "icc_ck")
    for (i in seq_along(keys)) tell(design, paste0("psych_", keys[i]), found$ICC[i])
  }
  if (has("lme4")) {
    long <- data.frame(y = as.vector(kept), s = factor(row(kept)), r = factor(col(kept)))
    fit <- try(suppressMessages(suppressWarnings(
      lme4::lmer(y ~ 1 + (1 | s) + (1 | r), na.omit(long)))), silent = TRUE)
    if (!inherits(fit, "try-error")) {
      v <- as.data.frame(lme4::VarCorr(fit))
      parts <- setNames(v$vcov, v$grp)
      tell(design, "icc_a1_reml", parts["s"] / sum(parts))
    }
  }
}
"""
R_PROGRAMS = {"ac1": "R irrCAC", "ac2_quadratic": "R irrCAC", "icc_a1_reml": "R lme4"}
"""Which package a key of the script comes from; keys that begin with psych_ are psych's."""


def compare_with_r(all_designs: Sequence[Design], found: Differences) -> None:
    """AC1, AC2, REML and the six ICC forms with irrCAC, lme4 and psych, as far as R has them."""
    with tempfile.TemporaryDirectory() as folder:
        for number, design in enumerate(all_designs):
            table = Path(folder, f"{number}-{len(design.levels)}.csv")
            np.savetxt(table, design.ratings, delimiter=",")
        script = Path(folder, "compare.R")
        script.write_text(R_SCRIPT, encoding="utf-8")
        done = subprocess.run(
            ["Rscript", str(script), folder], capture_output=True, text=True, check=True
        )
    mine: dict[int, dict[str, Statistic]] = {}
    for line in done.stdout.splitlines():
        number_text, key, theirs = line.split()
        number = int(number_text)
        if number not in mine:
            mine[number] = _statistics_that_r_has(all_designs[number])
        statistic = mine[number].get(key.removeprefix("psych_"))
        if isinstance(statistic, Estimate) and theirs != "NA":
            shown = key.removeprefix("psych_")
            found.note(shown, R_PROGRAMS.get(key, "R psych"), statistic.value, float(theirs))


def _statistics_that_r_has(design: Design) -> dict[str, Statistic]:
    matrix = design.matrix
    return {
        "ac1": gwet_ac(matrix, design.levels, Weighting.UNWEIGHTED),
        "ac2_quadratic": gwet_ac(matrix, design.levels, Weighting.QUADRATIC),
        "icc_a1_reml": reml_forms(matrix, seed=1).statistics["icc_a1_reml"],
        **(anova_forms(matrix) if design.complete else {}),
    }


def compare_values(n: int, seed: int) -> None:
    """Print the largest difference of every statistic."""
    found = Differences()
    all_designs = list(designs(n, seed))
    for design in all_designs:
        for comparison in COMPARISONS:
            comparison(design, found)
    if shutil.which("Rscript"):
        compare_with_r(all_designs, found)
    else:
        say("R is not here; REML, AC1, AC2 and the ICC forms are not compared with it.")
    say(f"{n} designs, seed {seed}")
    found.show()


def timed(what: str, work: Callable[[], object], repeat: int = 3) -> float:
    """Least time of a few runs, printed: clock, and processor in brackets."""
    best, best_cpu = float("inf"), float("inf")
    for _ in range(repeat):
        clock, cpu = time.perf_counter(), time.process_time()
        work()
        best = min(best, time.perf_counter() - clock)
        best_cpu = min(best_cpu, time.process_time() - cpu)
    say(f"{what:64}{1000 * best:9.1f} ms  ({1000 * best_cpu:.1f})")
    return best


def compare_speed(seed: int) -> None:
    """Print times for 10 items of 300 sessions by 4 coders, and for the page of a small study."""
    import pingouin

    rng = np.random.default_rng(seed)
    levels = tuple(float(v) for v in range(1, 6))
    items = [_made_up(rng, 300, 4) for _ in range(10)]
    tables = [long_table(ratings) for ratings in items]
    matrices = [Design(ratings=ratings, levels=levels).matrix for ratings in items]
    for ratings in items[:1]:  # load what the programs load on first use
        anova_forms(matrices[0])
        krippendorff.alpha(reliability_data=ratings.T, level_of_measurement="ordinal")
    none = SessionBootstrap(seed=seed, draws=1)

    def theirs_icc() -> None:
        with quiet():
            for table in tables:
                pingouin.intraclass_corr(table, targets="session", raters="coder", ratings="value")

    def theirs_alpha() -> None:
        for ratings in items:
            krippendorff.alpha(reliability_data=ratings.T, level_of_measurement="ordinal")

    say("10 items x 300 sessions x 4 coders: clock (processor)")
    ours = timed("six ICC with F intervals", lambda: [anova_forms(m) for m in matrices])
    other = timed("the same in pingouin", theirs_icc)
    say(f"{'':4}{other / ours:.1f} times as fast")
    ours = timed(
        "ordinal alpha with its checks, one resample",
        lambda: [alpha(m, Metric.ORDINAL, none) for m in matrices],
    )
    other = timed("the number alone in krippendorff", theirs_alpha)
    say(f"{'':4}{other / ours:.1f} times as fast")
    whole = timed(
        "everything with 2,000 session-bootstrap resamples",
        lambda: _everything(matrices, levels, seed),
    )
    say(f"{'':4}{'under' if whole < 2 else 'OVER'} the aim of 2 s")
    small = [Design(ratings=_made_up(rng, 30, 3), levels=levels).matrix for _ in range(10)]
    page = timed(
        "7 dimensions and 3 scores, 30 sessions x 3 coders, everything",
        lambda: _everything(small, levels, seed, n_scores=3),
        repeat=7,
    )
    say(f"{'':4}{'under' if page < 0.2 else 'OVER'} the aim of 200 ms")


def _made_up(rng: np.random.Generator, n: int, k: int) -> Ratings:
    ratings = rng.normal(3, 0.9, size=(n, 1)) + rng.normal(0, 0.7, size=(n, k))
    return np.clip(np.rint(ratings), 1, 5)


def _everything(
    matrices: list[RatingMatrix], levels: tuple[float, ...], seed: int, n_scores: int = 0
) -> None:
    bootstrap = SessionBootstrap(seed=seed)
    for number, matrix in enumerate(matrices):
        kind = ItemKind.SCORE if number < n_scores else ItemKind.DIMENSION
        item_reliability(
            ItemInput(
                item="made_up",
                label="Made up",
                kind=kind,
                design=ItemDesign(matrix=matrix, n_coded=matrix.n, dropped={}, applies=None),
                levels=() if kind is ItemKind.SCORE else levels,
            ),
            bootstrap,
        )


def main() -> None:
    """Run both parts, or one."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--designs", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", choices=("values", "speed"))
    asked = parser.parse_args()
    say(f"Python {sys.version.split()[0]}, NumPy {np.__version__}")
    if asked.only != "speed":
        compare_values(asked.designs, asked.seed)
    if asked.only != "values":
        compare_speed(asked.seed)


if __name__ == "__main__":
    main()
