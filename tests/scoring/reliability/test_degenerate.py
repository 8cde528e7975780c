"""What comes out where formulas break: the table of honest output, case by case."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from practicecoder.scoring.reliability.bootstrap import SessionBootstrap
from practicecoder.scoring.reliability.design import ItemDesign, ItemKind, RatingMatrix
from practicecoder.scoring.reliability.item import ItemInput, ItemReliability, item_reliability
from practicecoder.scoring.results import Estimate, Interval, NoInterval, NotEstimable

GOLDEN = Path(__file__).parents[2] / "golden"
CASES: dict[str, Any] = json.loads((GOLDEN / "degenerate_cases.json").read_text("utf-8"))["cases"]

# The sense of a reason, as the cases state it, and the sentence that carries it.
REASONS = {
    "one value only": "every coder gave 3 to every session",
    "sessions differ less than ratings of one session": (
        "sessions differ less than ratings of one session"
    ),
}


def analysed(rows: list[list[float | None]]) -> ItemReliability:
    matrix = RatingMatrix.of(rows)
    given = ItemInput(
        item="empathy",
        label="Empathy",
        kind=ItemKind.DIMENSION,
        design=ItemDesign(matrix=matrix, n_coded=len(rows), dropped={}, applies=None),
        levels=(1.0, 2.0, 3.0, 4.0, 5.0),
    )
    return item_reliability(given, SessionBootstrap(seed=20261121))


@pytest.fixture(scope="module")
def found() -> dict[str, ItemReliability]:
    return {name: analysed(case["data"]) for name, case in CASES.items()}


EXPECTED = [
    (name, key, expected)
    for name, case in CASES.items()
    for key, expected in case["expected"].items()
]


@pytest.mark.golden
@pytest.mark.parametrize("name", CASES)
def test_every_flag_of_a_case_is_a_caution(found: dict[str, ItemReliability], name: str) -> None:
    assert set(CASES[name]["flags"]) <= {note.note_id for note in found[name].notes}


@pytest.mark.golden
@pytest.mark.parametrize(("name", "key", "expected"), EXPECTED)
def test_value_or_reason(
    found: dict[str, ItemReliability], name: str, key: str, expected: dict[str, Any]
) -> None:
    statistic = found[name].statistics[key]
    if not expected["estimable"]:
        assert isinstance(statistic, NotEstimable)
        sense = expected.get("reason_says", "").rsplit(": ", maxsplit=1)[-1]
        assert REASONS.get(sense, "") in statistic.reason
        return
    assert isinstance(statistic, Estimate)
    assert statistic.value == pytest.approx(expected["value"], abs=1e-9)


@pytest.mark.golden
@pytest.mark.parametrize(("name", "key", "expected"), [e for e in EXPECTED if "interval" in e[2]])
def test_interval_or_reason(
    found: dict[str, ItemReliability], name: str, key: str, expected: dict[str, Any]
) -> None:
    statistic = found[name].statistics[key]
    assert isinstance(statistic, Estimate)
    if expected["interval"] == "none":
        assert isinstance(statistic.interval, NoInterval)
        assert statistic.interval.reason
        return
    assert isinstance(statistic.interval, Interval)
    limits = (statistic.interval.low, statistic.interval.high)
    assert limits == pytest.approx(tuple(expected["interval"]), abs=1e-9)


@pytest.mark.golden
@pytest.mark.parametrize(("name", "key", "expected"), [e for e in EXPECTED if "flags" in e[2]])
def test_statistics_carry_their_cautions(
    found: dict[str, ItemReliability], name: str, key: str, expected: dict[str, Any]
) -> None:
    statistic = found[name].statistics[key]
    assert isinstance(statistic, Estimate)
    assert set(expected["flags"]) <= set(statistic.notes)


@pytest.mark.golden
@pytest.mark.parametrize("name", CASES)
def test_items_carry_their_cautions(found: dict[str, ItemReliability], name: str) -> None:
    notes = {note.note_id for note in found[name].notes}
    statistics = {
        note
        for statistic in found[name].statistics.values()
        if isinstance(statistic, Estimate)
        for note in statistic.notes
    }
    assert set(CASES[name]["flags"]) <= notes | statistics


@pytest.mark.golden
@pytest.mark.parametrize("name", CASES)
def test_percentages(found: dict[str, ItemReliability], name: str) -> None:
    for key, statistic in (("exact", "exact_agreement"), ("within1", "within_one_agreement")):
        expected, share = CASES[name]["percent"][key], found[name].statistics[statistic]
        assert isinstance(share, Estimate)
        assert share.value == pytest.approx(expected["pairwise"])
        assert (share.n, share.n_pairs) == (expected["n_units"], expected["n_pairs"])
    everyone = found[name].statistics["all_coders_agree"]
    assert isinstance(everyone, Estimate)
    assert everyone.value == pytest.approx(CASES[name]["percent"]["exact"]["all_raters"])


def test_no_disagreement_is_no_measurement_error(found: dict[str, ItemReliability]) -> None:
    sem = found["perfect"].statistics["sem"]
    assert isinstance(sem, Estimate)
    assert sem.value == 0
    assert sem.interval == NoInterval(reason="no disagreement was observed")


def test_pairs_that_are_not_estimable_are_still_listed(
    found: dict[str, ItemReliability],
) -> None:
    pairs = found["all_same_value"].kappa_pairs["kappa"]
    assert len(pairs) == 3
    assert all(isinstance(pair.kappa, NotEstimable) for pair in pairs)
