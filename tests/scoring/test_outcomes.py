"""A measure from elsewhere beside a score."""

from __future__ import annotations

import json
from typing import Any

import pandas as pd
import pytest

from practicecoder.errors import ImportedDataError
from practicecoder.scoring.outcomes import outcome_relation
from practicecoder.scoring.results import NotEstimable
from practicecoder.scoring.trend import Correlation


def a_frame(**columns: list[Any]) -> pd.DataFrame:
    shape: dict[str, list[Any]] = {
        "session_id": [f"S{n}" for n in range(12)],
        "worker_id": [f"W{n}" for n in range(12)],
        "office_id": ["North"] * 6 + ["South"] * 6,
        "empathy": [1, 2, 2, 3, 3, 4, 2, 3, 3, 4, 4, 5],
        "alliance": [10, 14, 13, 16, 15, 20, 12, 15, 18, 17, 21, 22],
    }
    return pd.DataFrame(shape | columns)


def found_r(found: Correlation | NotEstimable) -> float:
    assert isinstance(found, Correlation)
    return found.r


def test_r_is_that_of_pandas_over_sessions_offices_and_workers_means() -> None:
    frame = a_frame(worker_id=[f"W{n // 2}" for n in range(12)])
    relation = outcome_relation(frame, "empathy", "alliance")
    means = frame.groupby("worker_id")[["empathy", "alliance"]].mean()

    assert found_r(relation.overall) == pytest.approx(frame["empathy"].corr(frame["alliance"]))
    assert found_r(relation.by_worker) == pytest.approx(means["empathy"].corr(means["alliance"]))
    assert [g.group for g in relation.groups] == ["North", "South"]
    north = frame[frame["office_id"] == "North"]
    assert found_r(relation.groups[0].correlation) == pytest.approx(
        north["empathy"].corr(north["alliance"])
    )
    assert [w.sentence for w in relation.warnings] == [
        "12 sessions come from 6 workers and are not independent; see the row of workers' means."
    ]


def test_sessions_without_one_of_the_numbers_are_left_out_and_told() -> None:
    frame = a_frame(alliance=[10, 14, 13, 16, 15, 20, *[None] * 6])
    relation = outcome_relation(frame, "empathy", "alliance")

    assert (relation.n_score, relation.n_measure) == (12, 6)
    assert isinstance(relation.overall, Correlation)
    assert relation.overall.n == 6
    assert [w.sentence for w in relation.warnings] == [
        "Only 6 sessions have both numbers; r may be far from what more would show.",
        "6 of 12 sessions with the score have this measure.",
    ]


def test_a_measure_that_does_not_vary_has_a_reason_and_no_number() -> None:
    relation = outcome_relation(a_frame(alliance=[5] * 12), "empathy", "alliance")

    assert relation.overall == NotEstimable(reason="alliance does not vary", n=12)
    document = json.loads(json.dumps(relation.as_json(), allow_nan=False))
    assert document["overall"] == {
        "n": 12,
        "r": None,
        "p": None,
        "reason": "alliance does not vary",
    }


def test_offices_that_go_against_the_whole_are_told() -> None:
    frame = a_frame(
        empathy=[1, 2, 3, 1, 2, 3, 4, 5, 4, 5, 4, 5],
        alliance=[6, 5, 4, 6, 5, 4, 20, 18, 20, 18, 19, 17],
    )
    relation = outcome_relation(frame, "empathy", "alliance")

    assert found_r(relation.overall) > 0
    assert any(w.warning_id == "within_between" for w in relation.warnings)


def test_a_column_that_is_not_there_is_refused() -> None:
    with pytest.raises(ImportedDataError, match="alliances"):
        outcome_relation(a_frame(), "empathy", "alliances")
