"""Which sessions of an analysis table are looked at, and how that is told."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from practicecoder.errors import ImportedDataError, Problem
from practicecoder.scoring.by_period import PERIOD_EDGES, period
from practicecoder.scoring.frames import DAYS, check_columns, numbers
from practicecoder.scoring.scores import listed

if TYPE_CHECKING:
    import pandas as pd

PERIOD = "period"
"""Band of days since implementation; computed, not a column of the table."""

SELECTABLE = (
    "office_id",
    PERIOD,
    "phase",
    "worker_role",
    "session_type",
    "score_basis",
    "codebook_version",
    "unblinded",
)
"""What sessions are chosen by on the analysis page; commands take any column."""

_MOST_VALUES = 12
"""Values that a complaint lists."""


@dataclass(frozen=True, slots=True)
class Condition:
    """Sessions whose ``column`` has one of ``one_of``; sessions without a value are left out."""

    column: str
    one_of: tuple[str, ...]

    @property
    def in_words(self) -> str:
        """The condition as part of a sentence."""
        name = self.column.removesuffix("_id").replace("_", " ")
        return f"{name} {listed(self.one_of, last='or')}"


@dataclass(frozen=True, slots=True)
class Selection:
    """Sessions that satisfy every condition, out of ``n_all``."""

    frame: pd.DataFrame
    conditions: tuple[Condition, ...]
    n_all: int

    @property
    def n_left_out(self) -> int:
        """Sessions that do not satisfy some condition."""
        return self.n_all - len(self.frame)

    @property
    def sentence(self) -> str:
        """What is looked at; empty if it is everything."""
        return sentence(self.conditions, n=len(self.frame), n_all=self.n_all)

    def as_json(self) -> dict[str, object]:
        """Conditions and numbers of sessions."""
        return {
            "where": {one.column: list(one.one_of) for one in self.conditions},
            "n": len(self.frame),
            "n_left_out": self.n_left_out,
        }


def sentence(conditions: Sequence[Condition], *, n: int, n_all: int) -> str:
    """Tell a selection of ``n`` out of ``n_all`` sessions; empty without conditions.

    Examples
    --------
    >>> sentence([Condition("office_id", ("North", "South"))], n=60, n_all=131)
    'Analysed were 60 of 131 sessions: office North or South; 71 were left out.'
    """
    if not conditions:
        return ""
    words = ", ".join(one.in_words for one in conditions)
    left_out = n_all - n
    return (
        f"Analysed were {n} of {n_all} sessions: {words}; {left_out} "
        f"{'was' if left_out == 1 else 'were'} left out."
    )


def choices(frame: pd.DataFrame) -> Mapping[str, tuple[str, ...]]:
    """Values that tell sessions apart, for each of ``SELECTABLE`` that has at least two."""
    found = {}
    for column in SELECTABLE:
        if (DAYS if column == PERIOD else column) not in frame:
            continue
        there = {text for text in texts(frame, column) if text}
        in_order = [name for name in _PERIODS if name in there] if column == PERIOD else []
        values = tuple(in_order or sorted(there))
        if len(values) > 1:
            found[column] = values
    return found


def select(frame: pd.DataFrame, conditions: Sequence[Condition]) -> Selection:
    """Keep the sessions that satisfy every condition; their order stays.

    Raises
    ------
    ImportedDataError
        If a column is missing, or no session has one of the values; with every such problem.
    """
    problems = []
    wanted = frame.index == frame.index
    for one in conditions:
        check_columns(frame, [DAYS if one.column == PERIOD else one.column])
        told = texts(frame, one.column)
        unknown = [value for value in one.one_of if value not in told]
        problems += [_unknown(one.column, value, told) for value in unknown]
        wanted &= [text in one.one_of for text in told]
    if problems:
        raise ImportedDataError(problems)
    kept = frame[wanted].reset_index(drop=True) if conditions else frame
    return Selection(frame=kept, conditions=tuple(conditions), n_all=len(frame))


def texts(frame: pd.DataFrame, column: str) -> list[str]:
    """Value of a column in each session as text; empty where there is none."""
    if column == PERIOD:
        days = numbers(frame, DAYS)
        return [period(day) if day == day else "" for day in days]
    found = frame[column]
    return [
        _text(value) if there else "" for value, there in zip(found, found.notna(), strict=True)
    ]


def _text(value: object) -> str:
    """Whole numbers without decimals, as pandas turns them into floats beside blanks."""
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)


def _unknown(column: str, value: str, told: Sequence[str]) -> Problem:
    there = sorted({text for text in told if text})
    names = ", ".join(there[:_MOST_VALUES]) + (", ..." if len(there) > _MOST_VALUES else "")
    return Problem(
        what=f"No session has {column} {value!r}.",
        fix=f"It is one of {names}." if there else "The column is empty.",
        key=column,
    )


_PERIODS = ("before", *(period(edge) for edge in PERIOD_EDGES))
