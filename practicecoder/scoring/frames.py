"""The session table as a pandas frame: its columns, and group statistics straight from it.

One row per session; numbers are NaN where there is none. Services and commands hand the frame
in; nothing here reads or writes files.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from difflib import get_close_matches
from typing import TYPE_CHECKING

from practicecoder.errors import ImportedDataError, Problem
from practicecoder.scoring.analysis_slopes import ClusteredSlope
from practicecoder.scoring.analysis_warnings import (
    AnalysisWarning,
    phase_warnings,
    small_cells,
    table_warnings,
    unblinded,
)
from practicecoder.scoring.comparison import compare
from practicecoder.scoring.results import NotEstimable, p_shown, shown
from practicecoder.scoring.trend import TimedScores, TrendResult, trend
from practicecoder.scoring.two_groups import Group, GroupComparison, TTest

if TYPE_CHECKING:
    import pandas as pd

WORKER = "worker_id"
OFFICE = "office_id"
PHASE = "phase"
DAYS = "days_since_implementation"
UNBLINDED = "unblinded"

SHOWN_GROUPS = 8
"""How many names of groups a complaint lists."""

PHASES = ("pre", "post")
"""The two phases that are compared, earlier first."""


def check_columns(frame: pd.DataFrame, wanted: Sequence[str]) -> None:
    """Refuse a table that lacks columns, offering names that come close.

    Raises
    ------
    ImportedDataError
        With every missing column.
    """
    columns = [str(column) for column in frame.columns]
    problems = []
    for name in wanted:
        if name in columns:
            continue
        near = get_close_matches(name, columns, n=1)
        fix = f"Did you mean {near[0]}?" if near else f"It has {', '.join(columns)}."
        problems.append(Problem(what=f"The table has no column {name!r}.", fix=fix, key=name))
    if problems:
        raise ImportedDataError(problems)


def groups(frame: pd.DataFrame, score: str, by: str) -> tuple[Group, ...]:
    """Valid scores of each group, in order of names; phases as pre, post, others.

    Sessions without a group are left out.
    """
    check_columns(frame, [score, by])
    scores = numbers(frame, score)
    labels = frame[by].astype(object)
    names = sorted({str(label) for label in labels.dropna()})
    if by == PHASE:
        names.sort(key=lambda name: PHASES.index(name) if name in PHASES else len(PHASES))
    return tuple(group_of(frame, scores, labels.astype(str) == name, name) for name in names)


def compare_frame(
    frame: pd.DataFrame,
    score: str,
    by: str = PHASE,
    *,
    equal_variances: bool = False,
    level: float = 0.95,
    label: str = "",
) -> GroupComparison:
    """Compare two groups of sessions, for phases post minus pre, with all cautions.

    Parameters
    ----------
    frame
        Session table.
    score
        Column of a score or dimension.
    by
        Column of the groups. Of phases only pre and post are compared; any other column must
        have exactly two groups, and the difference is the second minus the first by name.
    equal_variances
        Whether Student's test stands in front, or Welch's.
    level
        Of every interval.
    label
        Words for the score in cautions; its id if empty.

    Raises
    ------
    ImportedDataError
        If a column is missing, or there are not two groups.
    """
    first, second = _two_groups(frame, score, by)
    found = compare(score, first, second, by=by, equal_variances=equal_variances, level=level)
    compared = frame[frame[by].astype(object).isin([first.name, second.name])]
    cautions = [
        *(phase_warnings(compared, score) if by == PHASE else ()),
        *table_warnings(compared, score, label or score, clustered=True),
        *small_cells([len(first.values), len(second.values)]),
        *found.warnings,
        *_without_recognised(frame, score, by, equal_variances=equal_variances),
    ]
    return replace(found, warnings=tuple(cautions))


def trend_frame(
    frame: pd.DataFrame,
    score: str,
    on: str = DAYS,
    by: str | None = OFFICE,
    *,
    level: float = 0.95,
    label: str = "",
) -> TrendResult:
    """Follow a score over days, overall and by group, with all cautions.

    Sessions without days, score or (if ``by`` is given) group are left out of all three.

    Raises
    ------
    ImportedDataError
        If a column is missing.
    """
    check_columns(frame, [score, on, *([by] if by else [])])
    scores, days = numbers(frame, score), numbers(frame, on)
    there = scores.notna() & days.notna()
    if by:
        there &= frame[by].notna()
    found = trend(
        score,
        TimedScores(
            days=days[there].tolist(),
            values=scores[there].tolist(),
            groups=frame.loc[there, by].astype(str).tolist() if by else (),
            workers=_workers(frame, there),
        ),
        on=on,
        by=by or "",
        level=level,
    )
    followed = frame[frame[on].notna() & (frame[by].notna() if by else True)]
    clustered = isinstance(found.clustered, ClusteredSlope)
    cautions = table_warnings(followed, score, label or score, clustered=clustered)
    return replace(found, warnings=(*cautions, *found.warnings))


def _two_groups(frame: pd.DataFrame, score: str, by: str) -> tuple[Group, Group]:
    found = groups(frame, score, by)
    if by == PHASE:
        named = {group.name: group for group in found}
        first, second = (named.get(name, Group(name=name, values=())) for name in PHASES)
        return first, second
    if len(found) != 2:
        names = ", ".join(group.name for group in found[:SHOWN_GROUPS]) or "none"
        names += ", ..." if len(found) > SHOWN_GROUPS else ""
        raise ImportedDataError(
            [
                Problem(
                    what=f"{by} has {len(found)} groups ({names}).",
                    fix="A comparison needs exactly two; leave out the others first.",
                    key=by,
                )
            ]
        )
    return found[0], found[1]


def group_of(
    frame: pd.DataFrame, scores: pd.Series[float], mine: pd.Series[bool], name: str
) -> Group:
    """Valid scores of the rows marked in ``mine``, with their workers."""
    valid = mine & scores.notna()
    return Group(
        name=name,
        values=tuple(float(value) for value in scores[valid]),
        workers=_workers(frame, valid),
        n_missing=int(mine.sum() - valid.sum()),
    )


def _workers(frame: pd.DataFrame, mine: pd.Series[bool]) -> tuple[str | None, ...]:
    """Worker of each marked row, None where unknown; empty if the table has no workers."""
    if WORKER not in frame:
        return ()
    known = frame.loc[mine, WORKER]
    return tuple(str(w) if there else None for w, there in zip(known, known.notna(), strict=True))


def numbers(frame: pd.DataFrame, column: str) -> pd.Series[float]:
    """Column as numbers; faults are told by row."""
    import pandas as pd

    given = frame[column]
    found = pd.to_numeric(given, errors="coerce").astype("float64")
    blank = given.isna() | (given.astype(str).str.strip() == "")
    finite = found.map(math.isfinite)
    odd = [row for row, (b, f) in enumerate(zip(blank, finite, strict=True)) if not b and not f]
    if odd and len(odd) == int((~blank).sum()):
        fix = "Choose a column of scores, ratings or days."
        raise ImportedDataError([Problem(what=f"{column} holds no numbers.", fix=fix, key=column)])
    if odd:
        raise ImportedDataError(
            [
                Problem(what=f"{str(given.iloc[row])!r} is no number.", line=row + 2, key=column)
                for row in odd
            ]
        )
    return found


def _without_recognised(
    frame: pd.DataFrame, score: str, by: str, *, equal_variances: bool
) -> list[AnalysisWarning]:
    if UNBLINDED not in frame:
        return []
    recognised = numbers(frame, UNBLINDED) == 1
    if not recognised.any():
        return []
    others = frame.assign(**{score: numbers(frame, score).where(~recognised)})
    pair = _two_groups(others, score, by)
    found = compare(score, *pair, by=by, equal_variances=equal_variances).test
    if isinstance(found, NotEstimable):
        told = f"not estimable ({found.reason})"
    else:
        told = f"difference {shown(found.mean_difference, 2)}, p {_p(found)}"
    return unblinded(int(recognised.sum()), told)


def _p(test: TTest) -> str:
    text = p_shown(test.p)
    return text if text.startswith("<") else f"= {text}"
