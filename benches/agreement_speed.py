"""How fast agreement statistics are, beside pingouin and krippendorff."""

from __future__ import annotations

import time
from collections.abc import Callable

import krippendorff
import numpy as np

from benches.agreement_designs import Design, five_levels, long_table
from benches.agreement_differences import quiet
from benches.printing import say
from practicecoder.scoring.reliability.alpha import Metric, alpha
from practicecoder.scoring.reliability.bootstrap import SessionBootstrap
from practicecoder.scoring.reliability.design import ItemDesign, ItemKind, RatingMatrix
from practicecoder.scoring.reliability.icc import anova_forms
from practicecoder.scoring.reliability.item import ItemInput, item_reliability


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
    items = [five_levels(rng, 300, 4) for _ in range(10)]
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
    small = [Design(ratings=five_levels(rng, 30, 3), levels=levels).matrix for _ in range(10)]
    page = timed(
        "7 dimensions and 3 scores, 30 sessions x 3 coders, everything",
        lambda: _everything(small, levels, seed, n_scores=3),
        repeat=7,
    )
    say(f"{'':4}{'under' if page < 0.2 else 'OVER'} the aim of 200 ms")


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
