"""Codes of units: one for each coder and unit, and the table of them that is drawn from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from practicecoder.errors import Problem
from practicecoder.scoring.reliability.design import Floats


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitCode:
    """The code one coder gave one unit. ``session_id`` is empty where it is not known."""

    unit_id: str
    coder_id: str
    code: str
    session_id: str = ""


def problems_of(codes: Sequence[UnitCode], categories: Sequence[str]) -> list[Problem]:
    """Every repeated (unit, coder), unknown category and unit of two sessions."""
    used = sorted({row.code for row in codes})
    return [*_repeated(codes), *_unknown(used, categories), *_of_two_sessions(codes)]


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
class UnitTable:
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
    def of(cls, codes: Sequence[UnitCode], names: tuple[str, ...]) -> UnitTable:
        """Table of sound codes, their categories in the order of ``names``."""
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
