"""Agreement statistics beside psych, lme4 and irrCAC, the packages of R."""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from benches.agreement_designs import Design
from benches.agreement_differences import Differences
from practicecoder.scoring.reliability.gwet import gwet_ac
from practicecoder.scoring.reliability.icc import anova_forms
from practicecoder.scoring.reliability.reml_icc import reml_forms
from practicecoder.scoring.reliability.weights import Weighting
from practicecoder.scoring.results import Estimate, Statistic

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
