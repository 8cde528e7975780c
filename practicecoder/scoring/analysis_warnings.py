"""Cautions that go with group statistics: when each is due, and its sentence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from practicecoder.scoring.results import Interval, NotEstimable, Statistic, coefficient_shown
from practicecoder.scoring.scores import listed

if TYPE_CHECKING:
    import pandas as pd

SMALL_CELL = 10
FEW_WORKERS = 20
_SUBSET_SHARE = 0.80
_LEAST_DOUBLE_CODED = 15
_LEAST_ICC = 0.40
_MINUS = "\N{MINUS SIGN}"
PHASE_WORDS = {"pre": "before", "post": "after", "transition": "transition"}


@dataclass(frozen=True, slots=True, kw_only=True)
class AnalysisWarning:
    """A caution shown above a result: stable id and sentence."""

    warning_id: str
    sentence: str


def phase_warnings(frame: pd.DataFrame, score: str) -> list[AnalysisWarning]:
    """Cautions about a comparison of phases: offices without one, labels against days."""
    return [*_phase_office_empty(frame, score), *_phase_days(frame)]


def table_warnings(
    frame: pd.DataFrame, score: str, label: str, *, clustered: bool
) -> list[AnalysisWarning]:
    """Cautions about what one score rests on. ``clustered``: a p by worker stands beside."""
    return [
        *_repeated_workers(frame, score, clustered=clustered),
        *_score_subset(frame, score, label),
        *_mixed_basis(frame, score),
        *_mixed_codebooks(frame),
    ]


def small_cells(counts: list[int]) -> list[AnalysisWarning]:
    """Caution if a printed cell rests on some, but fewer than ten sessions."""
    if not any(0 < n < SMALL_CELL for n in counts):
        return []
    sentence = (
        f"Means of fewer than {SMALL_CELL} sessions are shown grey and should not be read as "
        "findings."
    )
    return [AnalysisWarning(warning_id="small_cell", sentence=sentence)]


def many_tests(n_comparisons: int) -> list[AnalysisWarning]:
    """Caution if more than one comparison was made in one run."""
    if n_comparisons < 2:
        return []
    sentence = f"{n_comparisons} comparisons; Holm-adjusted p stands beside."
    return [AnalysisWarning(warning_id="many_tests", sentence=sentence)]


def few_workers(n_workers: int) -> list[AnalysisWarning]:
    """Caution if the clustered p rests on few workers."""
    if n_workers >= FEW_WORKERS:
        return []
    sentence = f"Only {n_workers} workers; the clustered p is approximate."
    return [AnalysisWarning(warning_id="few_workers", sentence=sentence)]


def low_agreement(label: str, headline: Statistic) -> list[AnalysisWarning]:
    """Caution if coders agree little on a score, or nobody can tell yet."""
    if isinstance(headline, NotEstimable):
        told = f"Agreement on {label} is not known: {headline.reason}."
        return [AnalysisWarning(warning_id="low_agreement", sentence=told)]
    if not isinstance(headline.interval, Interval):
        return []
    low, high = headline.interval.low, headline.interval.high
    if low >= _LEAST_ICC and headline.n >= _LEAST_DOUBLE_CODED:
        return []
    told = (
        f"Agreement on {label} is {_coefficient(headline.value)} "
        f"[{_coefficient(low)}, {_coefficient(high)}] from {headline.n} sessions."
    )
    return [AnalysisWarning(warning_id="low_agreement", sentence=told)]


def unblinded(n: int, without_them: str) -> list[AnalysisWarning]:
    """Caution that coders recognised someone in n sessions, and the result without these."""
    told = f"Coders recognised someone in {n} sessions; results without them: {without_them}."
    return [AnalysisWarning(warning_id="unblinded", sentence=told)]


def within_between(
    overall: float, by_group: dict[str, float], kept_share: float | None
) -> list[AnalysisWarning]:
    """Caution if a pooled relation is not that within groups.

    Parameters
    ----------
    overall
        Pooled correlation.
    by_group
        Correlation within each group.
    kept_share
        Group-adjusted slope over the pooled slope; None if there is no such slope.
    """
    differs = any(r * overall < 0 for r in by_group.values())
    shrinks = kept_share is not None and kept_share < 0.5
    if not by_group or not (differs or shrinks):
        return []
    text = listed([f"r = {_coefficient(r)} ({group})" for group, r in by_group.items()])
    told = f"Offices differ from each other; within offices the relation is {text}."
    return [AnalysisWarning(warning_id="within_between", sentence=told)]


def _coefficient(value: float) -> str:
    """Coefficient as sentences have it, with the true minus sign."""
    return coefficient_shown(value).replace("-", _MINUS)


def _phase_office_empty(frame: pd.DataFrame, score: str) -> list[AnalysisWarning]:
    if not {"phase", "office_id"} <= set(frame.columns):
        return []
    valid = frame.loc[frame[score].notna() & frame["phase"].notna(), ["phase", "office_id"]]
    offices = set(valid["office_id"].dropna())
    found = []
    for phase in ("pre", "post"):
        of_phase = valid.loc[valid["phase"] == phase, "office_id"].dropna()
        with_some = sorted(set(of_phase))
        if not with_some or set(with_some) == offices:
            continue
        told = (
            f"All {len(of_phase)} {PHASE_WORDS[phase]} sessions come from {listed(with_some)}. "
            "The difference between phases cannot be told apart from the difference between "
            "offices."
        )
        found.append(AnalysisWarning(warning_id="phase_office_empty", sentence=told))
    return found


def _phase_days(frame: pd.DataFrame) -> list[AnalysisWarning]:
    if not {"phase", "days_since_implementation"} <= set(frame.columns):
        return []
    days = frame["days_since_implementation"]
    rules = sorted(set(frame["phase_rule"].dropna())) if "phase_rule" in frame else []
    rule = listed([str(r).replace("_", " ") for r in rules]) or "as entered"
    found = []
    for phase, odd in (("pre", days >= 0), ("post", days < 0)):
        those = days[odd & (frame["phase"] == phase)]
        if those.empty:
            continue
        low, high = int(those.min()), int(those.max())
        between = (f"{low}" if low == high else f"{low} to {high}").replace("-", _MINUS)
        are, lie = ("session is", "lies") if len(those) == 1 else ("sessions are", "lie")
        told = (
            f"{len(those)} {are} labelled {PHASE_WORDS[phase]} but {lie} at day {between}. "
            f"Phase rule: {rule}."
        )
        found.append(AnalysisWarning(warning_id="phase_days", sentence=told))
    return found


def _repeated_workers(
    frame: pd.DataFrame, score: str, *, clustered: bool
) -> list[AnalysisWarning]:
    if "worker_id" not in frame:
        return []
    workers = frame.loc[frame[score].notna(), "worker_id"].dropna()
    if workers.nunique() == len(workers):
        return []
    told = (
        f"{len(workers)} sessions come from {workers.nunique()} workers and are not independent; "
        f"{'see the clustered p' if clustered else 'p takes no account of that'}."
    )
    return [AnalysisWarning(warning_id="repeated_workers", sentence=told)]


def _score_subset(frame: pd.DataFrame, score: str, label: str) -> list[AnalysisWarning]:
    n, total = int(frame[score].notna().sum()), len(frame)
    if total == 0 or n >= _SUBSET_SHARE * total:
        return []
    why = "the others have no value"
    column = f"{score}_na"
    if column in frame and frame[column].notna().any():
        commonest = frame.loc[frame[score].isna(), column].dropna().value_counts()
        why = f"most others because of {commonest.index[0]}" if len(commonest) else why
    told = f"{label} rests on {n} of {total} sessions: {why}."
    return [AnalysisWarning(warning_id="score_subset", sentence=told)]


def _mixed_basis(frame: pd.DataFrame, score: str) -> list[AnalysisWarning]:
    if "score_basis" not in frame:
        return []
    basis = frame.loc[frame[score].notna(), "score_basis"].dropna()
    averaged = int((basis == "mean").sum())
    if averaged in (0, len(basis)):
        return []
    told = f"{averaged} of {len(basis)} values are means of two coders."
    if "n_coders" in frame:
        several = frame.loc[frame[score].notna() & (frame["score_basis"] == "mean"), "n_coders"]
        if (several.dropna() > 2).any():
            told = f"{averaged} of {len(basis)} values are means of several coders."
    return [AnalysisWarning(warning_id="mixed_basis", sentence=told)]


def _mixed_codebooks(frame: pd.DataFrame) -> list[AnalysisWarning]:
    if "codebook_version" not in frame:
        return []
    versions = sorted(set(frame["codebook_version"].dropna().astype(str)))
    if len(versions) < 2:
        return []
    told = f"Versions {listed(versions)}: what changed between them may change scores."
    return [AnalysisWarning(warning_id="mixed_codebooks", sentence=told)]
