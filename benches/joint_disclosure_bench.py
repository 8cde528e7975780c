"""Whether all tables of one export for outside together give a hidden number back.

``python -m benches.joint_disclosure_bench [--exports 1000] [--seed 1]``

Random studies are made into the tables of a package for outside: means of three dimensions and of
their score by office and phase, comparisons, and relations with days. The attack reads those
tables alone and puts every hidden number of all of them into one system of linear programmes:
sums over offices and phases, the printed reasons, that a score needs all of its dimensions, that
it is their mean, and that a relation rests on some of the sessions of a mean. A number of
sessions counts as found if it is left open by fewer than nine, a mean if by less than a quarter
of the scale. The control hides cells of few workers alone, and is recovered.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy.optimize import linprog

from practicecoder.codebook import library
from practicecoder.domain.coding import ScoreBasis
from practicecoder.errors import ExportError
from practicecoder.export.analysis import outside
from practicecoder.export.analysis.outside import outside_tables
from practicecoder.export.analysis.results import AnalysisResults, MethodsFacts
from practicecoder.export.data import PackageData, Profile
from practicecoder.export.table import Cell, Table
from practicecoder.scoring.comparison import with_holm
from practicecoder.scoring.disclosure.rules import OUTSIDE
from practicecoder.scoring.frames import compare_frame, trend_frame
from practicecoder.scoring.reliability.table import reliability_table

DIMENSIONS = ("collaboration", "autonomy", "empathy")
SCORE = "care_engagement"
ITEMS = (SCORE, *DIMENSIONS)
LOW, HIGH = 1.0, 5.0
MOST = 10_000.0
ALL = "all"
_CLOSE = 1e-6

Numbers = NDArray[np.float64]
Place = tuple[str, str, str]
"""Item, office and phase; of a relation, the phase is DAYS."""
DAYS = "days"


def random_results(chance: random.Random) -> AnalysisResults:
    """Results of a random study, in three to five offices of very different sizes."""
    offices = [f"O{n}" for n in range(chance.randint(3, 5))]
    rows: list[dict[str, object]] = []
    for office in offices:
        share_rated, share_days = chance.choice((1.0, 0.9)), chance.choice((1.0, 0.7))
        for worker in range(chance.randint(4, 45)):
            for _ in range(chance.randint(1, 2)):
                rated = [
                    float(chance.randint(1, 5)) if chance.random() < share_rated else None
                    for _ in DIMENSIONS
                ]
                is_post = chance.random() < 0.5
                days = chance.randint(0, 400) if is_post else -chance.randint(1, 200)
                known = [value for value in rated if value is not None]
                rows.append(
                    {
                        "session_id": f"S{len(rows)}",
                        "worker_id": f"{office}-{worker}",
                        "office_id": office,
                        "phase": "post" if is_post else "pre",
                        "days_since_implementation": days
                        if chance.random() < share_days
                        else None,
                        SCORE: sum(known) / 3 if len(known) == len(DIMENSIONS) else None,
                        **dict(zip(DIMENSIONS, rated, strict=True)),
                    }
                )
    frame = pd.DataFrame(rows).astype(
        dict.fromkeys((*ITEMS, "days_since_implementation"), "float64")
    )
    found = {item: compare_frame(frame, item) for item in ITEMS}
    return AnalysisResults(
        frame=frame,
        labels=dict.fromkeys(ITEMS, "made up"),
        score_ids=(SCORE,),
        scales=dict.fromkeys(ITEMS, (LOW, HIGH)),
        descriptions=(),
        comparisons=dict(zip(ITEMS, with_holm(tuple(found.values())), strict=True)),
        holm_student=dict.fromkeys(ITEMS),
        periods={},
        trends={item: trend_frame(frame, item) for item in ITEMS},
        reliability=reliability_table(library.find("swim7"), ()),
        facts=MethodsFacts(n_sessions=len(rows), n_workers=0, n_offices=len(offices)),
    )


def package(secret: str) -> PackageData:
    """What the tables need of a package beside the results."""
    return PackageData(
        study_id=secret,
        study_title="Made up",
        made_up=True,
        made_at=datetime(2026, 11, 20, tzinfo=UTC),
        codebook=library.find("swim7"),
        several=ScoreBasis.MEAN,
        seed=1,
        sessions=(),
        independent=(),
        profile=Profile.OUTSIDE,
    )


@dataclass(slots=True)
class Reader:
    """Somebody who has all tables of one export, and nothing else."""

    told: dict[Place, tuple[float, float | None]] = field(default_factory=dict)
    hidden: dict[Place, str] = field(default_factory=dict)

    @classmethod
    def of(cls, tables: Iterable[Table]) -> Reader:
        """Read what is told and what is not."""
        by_name = {table.name: list(_named(table)) for table in tables}
        reader = cls()
        for row in by_name["descriptives"]:
            place = (str(row["item"]), str(row["office"]), str(row["phase"]))
            reader.note(place, row["n"], row["mean"], row["reason"])
        for row in by_name["comparisons"]:
            for phase in ("pre", "post"):
                place = (str(row["item"]), ALL, phase)
                if row[f"n_{phase}"] is not None:
                    reader.note(place, row[f"n_{phase}"], row[f"mean_{phase}"], None)
        for row in by_name["trends"]:
            group = str(row["group"])
            if not group.startswith("within"):
                hidden = row["reason"] if row["n"] is None else None
                reader.note((str(row["item"]), group, DAYS), row["n"], None, hidden)
        return reader

    def note(self, place: Place, n: Cell, mean: Cell, reason: Cell) -> None:
        """Keep one cell; what one table tells, another does not hide."""
        if reason is not None:
            if place not in self.told:
                self.hidden[place] = str(reason)
            return
        assert isinstance(n, int | float)
        self.hidden.pop(place, None)
        self.told[place] = (float(n), None if not isinstance(mean, float | int) else float(mean))


class System:
    """One system of linear programmes over every cell of every table.

    Each cell has a number of sessions and a sum of values; relations have a number alone.
    """

    def __init__(self, reader: Reader) -> None:
        self.reader = reader
        self._places = [*reader.told, *reader.hidden]
        self._n = {place: 2 * number for number, place in enumerate(self._places)}
        self._width = 2 * len(self._places)
        self._extra: dict[tuple[str, str, str], int] = {}
        self._below: list[tuple[dict[int, float], float]] = []
        self._equal: list[tuple[dict[int, float], float]] = []
        self._bounds: list[tuple[float, float]] = [(0.0, MOST)] * self._width
        self._worlds: list[Numbers] = []
        self._tell()
        self._add_up()
        self._link()
        self._arrays = (*self._matrix(self._below), *self._matrix(self._equal))

    def found(self) -> Iterator[str]:
        """What kind of hidden numbers are worked out."""
        for place in self.reader.hidden:
            if self._number_width(place) < OUTSIDE.threshold - 1:
                yield "number"
            elif place[2] != DAYS and self._mean_width(place) < (HIGH - LOW) / 4:
                yield "mean"

    def _number_width(self, place: Place) -> float:
        """How far a number is left open; worlds met before may show that it is enough."""
        at = self._n[place]
        met = [world[at] for world in self._worlds]
        if not met or max(met) - min(met) < OUTSIDE.threshold:
            met = [self._end(at, sign) for sign in (1.0, -1.0)]
        return float(np.floor(max(met) + _CLOSE) - np.ceil(min(met) - _CLOSE))

    def _tell(self) -> None:
        for place, (n, mean) in self.reader.told.items():
            at = self._n[place]
            self._bounds[at] = (n, n)
            if mean is not None:
                self._bounds[at + 1] = (n * mean - _CLOSE, n * mean + _CLOSE)
        for place in self._places:
            at = self._n[place]
            if place[2] != DAYS:
                self._below += [({at + 1: 1.0, at: -HIGH}, 0.0), ({at + 1: -1.0, at: LOW}, 0.0)]
        for place, reason in self.reader.hidden.items():
            # A worker has a session at least: a cell hidden for subtraction has ten workers.
            if "subtraction" in reason:
                self._bounds[self._n[place]] = (float(OUTSIDE.threshold), MOST)

    def _add_up(self) -> None:
        for item in ITEMS:
            mine = [place for place in self._places if place[0] == item]
            offices = sorted({office for _, office, _ in mine} - {ALL})
            phases = sorted({phase for _, _, phase in mine} - {ALL, DAYS})
            for phase in (*phases, ALL, DAYS):
                self._sum((item, ALL, phase), [(item, office, phase) for office in offices])
            for office in (*offices, ALL):
                self._sum((item, office, ALL), [(item, office, phase) for phase in phases])

    def _sum(self, whole: Place, parts: Sequence[Place]) -> None:
        if whole not in self._n or any(part not in self._n for part in parts):
            return
        for offset in (0, 1):
            row = {self._n[whole] + offset: 1.0}
            row.update({self._n[part] + offset: -1.0 for part in parts})
            if offset == 0:
                self._equal.append((row, 0.0))
            elif whole[2] != DAYS:
                # Sums are told as means in full precision; room for rounding of the machine.
                self._below.append((row, 1e-4))
                self._below.append(({at: -factor for at, factor in row.items()}, 1e-4))

    def _link(self) -> None:
        """Tie items to each other, and relations to means."""
        for item, office, phase in self._places:
            at = self._n[item, office, phase]
            if phase == DAYS and (item, office, ALL) in self._n:
                self._below.append(({at: 1.0, self._n[item, office, ALL]: -1.0}, 0.0))
            if item != SCORE:
                continue
            parts = [(dimension, office, phase) for dimension in DIMENSIONS]
            for part in parts:
                self._below.append(({at: 1.0, self._n[part]: -1.0}, 0.0))
            if phase != DAYS:
                self._be_mean(at, [self._n[part] for part in parts])

    def _be_mean(self, score: int, parts: Sequence[int]) -> None:
        """Three times the sum of a score is that of its dimensions, less what has no score."""
        row = {score + 1: float(len(parts)), **{part + 1: -1.0 for part in parts}}
        for part in parts:
            extra = self._width + len(self._extra)
            self._extra[str(score), str(part), "extra"] = extra
            self._bounds.append((0.0, MOST * HIGH))
            row[extra] = 1.0
            self._below.append(({extra: 1.0, part: -HIGH, score: HIGH}, 0.0))
            self._below.append(({extra: -1.0, part: LOW, score: -LOW}, 0.0))
        self._below.append((row, 1e-4))
        self._below.append(({at: -factor for at, factor in row.items()}, 1e-4))

    def _matrix(
        self, rows: Sequence[tuple[Mapping[int, float], float]]
    ) -> tuple[Numbers, Numbers]:
        matrix = np.zeros((len(rows), len(self._bounds)))
        for number, (row, _) in enumerate(rows):
            for at, factor in row.items():
                matrix[number, at] = factor
        return matrix, np.array([rest for _, rest in rows])

    def _solve(self, aim: Mapping[int, float]) -> float:
        factors = np.zeros(len(self._bounds))
        for at, factor in aim.items():
            factors[at] = factor
        below, below_to, equal, equal_to = self._arrays
        found = linprog(
            factors,
            A_ub=below,
            b_ub=below_to,
            A_eq=equal,
            b_eq=equal_to,
            bounds=self._bounds,
            method="highs",
        )
        if found.x is None or found.fun is None:
            raise RuntimeError(f"the tables contradict each other: {found.message}")
        self._worlds.append(found.x)
        return float(found.fun)

    def _end(self, variable: int, sign: float) -> float:
        return sign * self._solve({variable: sign})

    def _mean_width(self, place: Place) -> float:
        """How far a mean is left open; halving finds its ends."""
        at = self._n[place]
        met = [world[at + 1] / world[at] for world in self._worlds if world[at] > 0.1]
        if met and max(met) - min(met) > (HIGH - LOW) / 4 + _CLOSE:
            return float(max(met) - min(met))
        return self._mean_end(at, 1.0) - self._mean_end(at, -1.0)

    def _mean_end(self, at: int, sign: float) -> float:
        low, high = LOW, HIGH
        for _ in range(7):
            middle = (low + high) / 2
            # Is a mean beyond the middle possible? Then sum - middle x number can be above 0.
            is_beyond = -self._solve({at + 1: -sign, at: sign * middle}) > _CLOSE
            if is_beyond == (sign > 0):
                low = middle
            else:
                high = middle
        return (low + high) / 2


def _named(table: Table) -> Iterator[Mapping[str, Cell]]:
    names = [column.name for column in table.columns]
    return (dict(zip(names, row, strict=True)) for row in table.rows)


def naive_tables(results: AnalysisResults, data: PackageData) -> tuple[Table, ...]:
    """The same tables with cells of few workers hidden, and nothing else."""
    told = outside._protected(results)
    few = {
        item: {
            cell.key: "hidden: fewer than 10 workers"
            for cell in table.cells
            if OUTSIDE.is_few(cell.workers)
        }
        for item, table in told.tables.items()
    }
    naive = replace(told, hidden=few)
    names = {**{office: office for office in told.offices}, "*": ALL}
    tables = outside_tables(data, results)
    return (outside._descriptives(results, naive, names), *tables[1:2], _no_relations(tables[2]))


def _no_relations(table: Table) -> Table:
    return replace(table, rows=())


def main() -> int:
    """Attack as many exports; exit code 1 if anything hidden was found, or the control was not."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--exports", type=int, default=1000)
    parser.add_argument("--controls", type=int, default=50)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    chance = random.Random(given.seed)
    counts: Counter[str] = Counter()
    control: Counter[str] = Counter()
    started = time.perf_counter()
    for number in range(given.exports):
        results, data = random_results(chance), package(f"made-up-{number}")
        try:
            tables = outside_tables(data, results)
        except ExportError:
            counts["refused"] += 1
            continue
        reader = Reader.of(tables)
        counts["told"] += len(reader.told)
        counts["hidden"] += len(reader.hidden)
        counts.update(System(reader).found())
        if number < given.controls:
            naive = Reader.of(naive_tables(results, data))
            control["hidden"] += len(naive.hidden)
            control.update(System(naive).found())
    seconds = time.perf_counter() - started
    sys.stdout.write(
        f"{given.exports} exports, {counts['refused']} refused; {counts['told']} cells told, "
        f"{counts['hidden']} hidden; found from all tables together: {counts['number']} numbers, "
        f"{counts['mean']} means ({seconds:.0f} s)\n"
        f"control, few workers hidden alone ({given.controls} exports): of {control['hidden']} "
        f"hidden cells {control['number']} numbers and {control['mean']} means found\n"
    )
    is_safe = not counts["number"] and not counts["mean"]
    return 0 if is_safe and control["number"] else 1


if __name__ == "__main__":
    raise SystemExit(main())
