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
import sys

import numpy as np

from benches.agreement_designs import designs
from benches.agreement_differences import Differences
from benches.agreement_in_r import compare_with_r
from benches.agreement_peers import COMPARISONS
from benches.agreement_speed import compare_speed
from benches.printing import say


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
