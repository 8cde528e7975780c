"""How many hidden cells of random tables a reader can work out, naively and after protection.

``python -m benches.disclosure_bench [--tables 1000] [--seed 1]``

Tables of offices by phases with all margins, in several sizes, with counts and means; nobody works
in two offices. *Naive* hides cells of few workers alone. *Protected* is what the program tells.
The attack is written here by itself: hidden counts follow from linear algebra over the sums
(a cell is found if the sums fix it), then from linear programmes over numbers that are not
negative. Nothing of the program's own attack is used.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections.abc import Collection

import numpy as np
from scipy.optimize import linprog

from practicecoder.scoring.disclosure.protection import DisclosureError, protect
from practicecoder.scoring.disclosure.rules import INSIDE, OUTSIDE, DisclosureRule
from practicecoder.scoring.disclosure.tables import GroupTable, Key, Unit, group_table

SHAPES = ((5, 2), (3, 4), (6, 1), (4, 3))
"""Offices by phases."""


def random_table(chance: random.Random) -> GroupTable:
    """Visits of workers, each at one office, at random phases and levels."""
    n_offices, n_phases = chance.choice(SHAPES)
    offices = [f"O{n}" for n in range(n_offices)]
    phases = [f"P{n}" for n in range(n_phases)]
    units = [
        Unit(
            worker=f"{office}-{worker}",
            groups=(office, chance.choice(phases)),
            value=chance.randint(1, 5),
        )
        for office in offices
        for worker in range(chance.randint(1, 25))
        for _ in range(chance.randint(1, 3))
    ]
    return group_table(units, [offices, phases], limits=(1, 5))


def recovered(table: GroupTable, hidden: Collection[Key]) -> int:
    """Hidden cells whose number of units is found."""
    unknown = sorted(hidden)
    place = {key: number for number, key in enumerate(unknown)}
    rows, constants = [], []
    for one in table.sums:
        row, rest = np.zeros(len(unknown)), 0.0
        for key, sign in ((one.whole, 1.0), *((part, -1.0) for part in one.parts)):
            if key in place:
                row[place[key]] += sign
            else:
                rest -= sign * table.cell(key).n
        if row.any():
            rows.append(row)
            constants.append(rest)
    if not rows:
        return 0
    matrix, equal_to = np.array(rows), np.array(constants)
    rank = np.linalg.matrix_rank(matrix)
    return sum(
        np.linalg.matrix_rank(np.vstack([matrix, np.eye(len(unknown))[number]])) == rank
        or _is_fixed(matrix, equal_to, number)
        for number in range(len(unknown))
    )


def _is_fixed(
    matrix: np.ndarray[tuple[int, int], np.dtype[np.float64]],
    equal_to: np.ndarray[tuple[int], np.dtype[np.float64]],
    number: int,
) -> bool:
    ends = []
    for sign in (1.0, -1.0):
        aim = np.zeros(matrix.shape[1])
        aim[number] = sign
        found = linprog(aim, A_eq=matrix, b_eq=equal_to, bounds=(0, 10_000), method="highs")
        if found.x is None:
            return False  # no solution tells nothing
        ends.append(float(found.x[number]))
    return abs(ends[0] - ends[1]) < 0.5


def run(n_tables: int, seed: int, rule: DisclosureRule, name: str) -> int:
    """Print one line; returns the cells found after protection."""
    chance = random.Random(seed)
    counts = dict.fromkeys(("cells", "few", "naive", "further", "found", "refused"), 0)
    started = time.perf_counter()
    for _ in range(n_tables):
        table = random_table(chance)
        few = [cell.key for cell in table.cells if rule.is_few(cell.workers)]
        counts["cells"] += len(table.cells)
        counts["few"] += len(few)
        counts["naive"] += recovered(table, few)
        try:
            made = protect(table, rule)
        except DisclosureError:
            counts["refused"] += 1
            continue
        hidden = [cell.key for cell in made.hidden]
        counts["further"] += len(hidden) - len(few)
        counts["found"] += recovered(table, hidden)
    seconds = time.perf_counter() - started
    sys.stdout.write(
        f"{name}: {n_tables} tables, {counts['cells']} cells, {counts['few']} of few workers; "
        f"found naively {counts['naive']}; {counts['further']} hidden besides, "
        f"{counts['refused']} tables refused, found after protection {counts['found']} "
        f"({seconds:.1f} s)\n"
    )
    return counts["found"]


def main() -> int:
    """Both thresholds; exit code 1 if anything hidden was found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tables", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    found = [
        run(given.tables, given.seed, rule, name)
        for rule, name in ((INSIDE, "inside (5)"), (OUTSIDE, "outside (10)"))
    ]
    return 1 if any(found) else 0


if __name__ == "__main__":
    raise SystemExit(main())
