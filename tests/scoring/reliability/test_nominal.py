"""Agreement on nominal codes of units."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from practicecoder.errors import ImportedDataError
from practicecoder.scoring.reliability.bootstrap import SessionBootstrap
from practicecoder.scoring.reliability.code_pairs import CodePairs
from practicecoder.scoring.reliability.drawn_codes import DrawnCodes
from practicecoder.scoring.reliability.nominal import (
    NOMINAL_KEYS,
    NominalReliability,
    UnitCode,
    nominal_reliability,
)
from practicecoder.scoring.reliability.nominal_forms import NominalForms
from practicecoder.scoring.reliability.unit_codes import UnitTable
from practicecoder.scoring.results import Estimate, Interval, NoInterval, NotEstimable, Statistic

LAW = settings(derandomize=True, max_examples=60, deadline=None)
Rows = Sequence[Sequence[str | None]]


def codes_of(rows: Rows, sessions: Sequence[str] | None = None) -> list[UnitCode]:
    return [
        UnitCode(
            unit_id=f"u{i}",
            coder_id=f"C{j + 1}",
            code=code,
            session_id="" if sessions is None else sessions[i],
        )
        for i, row in enumerate(rows)
        for j, code in enumerate(row)
        if code is not None
    ]


def analysed(
    rows: Rows, categories: Sequence[str] | None = None, sessions: Sequence[str] | None = None
) -> NominalReliability:
    return nominal_reliability(codes_of(rows, sessions), categories, seed=11)


def told(statistic: Statistic) -> Estimate:
    assert isinstance(statistic, Estimate)
    return statistic


def limits(statistic: Statistic) -> tuple[float, float]:
    interval = told(statistic).interval
    assert isinstance(interval, Interval)
    return interval.low, interval.high


def made_up(n: int, k: int, seed: int = 3) -> list[list[str | None]]:
    chance = random.Random(seed)
    rows: list[list[str | None]] = []
    for _ in range(n):
        true = chance.choice("QRS")
        rows.append([true if chance.random() < 0.7 else chance.choice("QRS") for _ in range(k)])
    return rows


@pytest.mark.golden
def test_diagnoses_of_fleiss(golden: Callable[[str], Any]) -> None:
    data = golden("fleiss_1971_diagnoses")
    names = [str(level) for level in (1, 2, 3, 4, 5)]
    rows = [[str(value) for value in row] for row in data["data"]]
    found, expected = analysed(rows, names), data["expected"]
    kappa = found.statistics["fleiss_kappa"]
    assert told(kappa).value == pytest.approx(expected["fleiss_kappa"]["value"], abs=1e-9)
    assert limits(kappa) == pytest.approx(tuple(expected["fleiss_kappa"]["ci_gwet"]), abs=1e-9)
    values = {
        "ac1": expected["ac1"]["value"],
        "alpha_nominal": expected["krippendorff_nominal"]["value"],
        "kappa": expected["light_mean_pairwise_kappa"],
        "exact_agreement": expected["percent_agreement_pairwise"],
    }
    for key, value in values.items():
        assert told(found.statistics[key]).value == pytest.approx(value, abs=1e-9), key
    for category, value in zip(found.categories, expected["per_category"].values(), strict=True):
        assert told(category.kappa).value == pytest.approx(value, abs=1e-9)
    assert (found.n_units, found.n_multiple_coded, found.n_sessions) == (30, 30, None)
    assert sum(category.n_given for category in found.categories) == 180
    assert [note.note_id for note in found.notes] == ["units_clustered"]
    assert len(found.kappa_pairs) == len(found.pairs) == 15


@pytest.mark.golden
def test_units_with_holes_are_those_of_gwet(golden: Callable[[str], Any]) -> None:
    data = golden("krippendorff_2011_4x12_missing")
    names = [str(float(label)) for label in data["cac"]["labels"]]
    rows = [
        [None if value is None else str(float(value)) for value in row]
        for row in data["data_units_by_raters"]
    ]
    found = analysed(rows, names)
    expected = data["cac"]["unweighted"]
    assert told(found.statistics["fleiss_kappa"]).value == pytest.approx(
        expected["fleiss"]["value"], abs=1e-9
    )
    assert told(found.statistics["ac1"]).value == pytest.approx(expected["ac"]["value"], abs=1e-9)
    assert round(told(found.statistics["alpha_nominal"]).value, 3) == 0.743
    assert found.n_units > found.n_multiple_coded


@pytest.mark.golden
def test_the_paradox_of_high_agreement(golden: Callable[[str], Any]) -> None:
    data = golden("gwet_paradox_2x2")
    rows = [
        ["ab"[i], "ab"[j]]
        for i, row in enumerate(data["table"])
        for j, count in enumerate(row)
        for _ in range(int(count))
    ]
    found, expected = analysed(rows), data["expected"]
    kappa = expected["kappa_unweighted"]
    assert told(found.statistics["kappa"]).value == pytest.approx(kappa["value"], abs=1e-9)
    assert limits(found.statistics["kappa"]) == pytest.approx(tuple(kappa["ci"]), abs=1e-9)
    assert found.pairs[0].kappa_max == pytest.approx(kappa["kappa_max"], abs=1e-9)
    assert found.pairs[0].table == ((118, 5), (2, 0))
    ac1 = expected["AC_unweighted"]["value"]
    assert told(found.statistics["ac1"]).value == pytest.approx(ac1, abs=1e-9)
    alpha = told(found.statistics["alpha_nominal"]).value
    assert alpha == pytest.approx(expected["krippendorff_nominal"], abs=1e-9)


def test_sessions_are_drawn_where_they_are_known() -> None:
    rows = made_up(240, 3)
    sessions = [f"S{i // 20:02d}" for i in range(240)]
    found = analysed(rows, "QRS", sessions)
    assert (found.n_sessions, found.notes) == (12, ())
    for key in NOMINAL_KEYS:
        low, high = limits(found.statistics[key])
        assert low < told(found.statistics[key]).value < high
        assert "session bootstrap" in told(found.statistics[key]).method
    for pair in found.kappa_pairs:
        assert "session bootstrap" in told(pair.kappa).method
    assert told(found.statistics["kappa"]).method.count("3 of 3 pairs") == 1


def test_drawn_sums_are_the_analysis_of_drawn_sessions() -> None:
    """Every resample gives what the whole analysis of the drawn sessions gives."""
    rows = made_up(60, 3)
    rows[7][1] = rows[8][0] = rows[8][1] = None
    sessions = [f"S{i // 5:02d}" for i in range(60)]
    bootstrap = SessionBootstrap(seed=11, draws=4)
    weights = bootstrap.weights(12).astype(int)
    held = {f"S{s:02d}": rows[5 * s : 5 * s + 5] for s in range(12)}
    # Sessions are drawn in the order of what they hold, as places of categories.
    places = {None: -1, "Q": 0, "R": 1, "S": 2}
    ordered = sorted(held, key=lambda s: sorted([[places[c] for c in row] for row in held[s]]))
    values: dict[str, list[float]] = {key: [] for key in NOMINAL_KEYS}
    for times in weights:
        drawn = [
            row for s, m in zip(ordered, times, strict=True) for _ in range(m) for row in held[s]
        ]
        again = analysed(drawn, "QRS")
        for key in NOMINAL_KEYS:
            values[key].append(told(again.statistics[key]).value)
    codes = DrawnCodes(UnitTable.of(codes_of(rows, sessions), tuple("QRS")), bootstrap)
    forms = NominalForms(codes)
    for key, statistic in (
        ("fleiss_kappa", forms.fleiss()),
        ("ac1", forms.ac1()),
        ("alpha_nominal", forms.alpha()),
        ("exact_agreement", forms.exact()),
        ("kappa", CodePairs(codes).kappas()[0]),
    ):
        low, high = np.quantile(values[key], [0.025, 0.975])
        assert limits(statistic) == pytest.approx((float(low), float(high)), abs=1e-9), key


def test_few_sessions_have_no_interval() -> None:
    found = analysed(made_up(40, 2), "QRS", [f"S{i // 10}" for i in range(40)])
    for key in NOMINAL_KEYS:
        reason = NoInterval(reason="fewer than 10 sessions")
        assert told(found.statistics[key]).interval == reason


def test_units_without_sessions_are_drawn_and_said_to_be_alike() -> None:
    found = analysed(made_up(60, 3), "QRS")
    assert "bootstrap of units" in told(found.statistics["alpha_nominal"]).method
    assert "over units (Gwet 2014)" in told(found.statistics["ac1"]).method
    few = analysed(made_up(6, 2), "QRS")
    assert told(few.statistics["exact_agreement"]).interval == NoInterval(
        reason="fewer than 10 units"
    )


def test_one_category_alone_leaves_only_agreement() -> None:
    found = analysed([["Q", "Q"]] * 5)
    for key in ("fleiss_kappa", "alpha_nominal"):
        statistic = found.statistics[key]
        assert isinstance(statistic, NotEstimable)
        assert statistic.reason == "every coder gave Q to every unit"
    assert isinstance(found.statistics["kappa"], NotEstimable)
    assert told(found.statistics["ac1"]).value == 1
    assert told(found.statistics["exact_agreement"]).value == 1
    only = found.categories[0].kappa
    assert isinstance(only, NotEstimable)
    assert only.reason == "every coder gave Q to every unit"


def test_coders_who_never_differ_have_one_and_no_interval() -> None:
    found = analysed([["Q", "Q", "Q"], ["R", "R", None], ["Q", None, "Q"]] * 2)
    for key in NOMINAL_KEYS:
        assert told(found.statistics[key]).value == 1
        assert isinstance(told(found.statistics[key]).interval, NoInterval)


def test_a_category_nobody_gave_is_said() -> None:
    found = analysed(made_up(20, 2), "QRSX")
    last = found.categories[-1]
    assert last.n_given == 0
    assert isinstance(last.kappa, NotEstimable)
    assert last.kappa.reason == "nobody gave X"


def test_a_constant_coder_is_noted() -> None:
    rows = [["Q", "QR"[i % 2], "QR"[i % 2]] for i in range(12)]
    found = analysed(rows)
    assert "constant_coder" in told(found.statistics["kappa"]).notes
    assert told(found.kappa_pairs[0].kappa).value == 0


def test_equal_contributions_leave_no_interval() -> None:
    rows = [["Q", "R"], ["R", "Q"]] * 10
    found = analysed(rows)
    assert told(found.statistics["ac1"]).interval == NoInterval(
        reason="every unit contributes the same"
    )
    assert told(found.statistics["exact_agreement"]).interval == NoInterval(
        reason="every session contributes the same"
    )


@pytest.mark.parametrize(
    "rows", [[], [["Q", None]], [["Q", "Q"]], [["Q", None], [None, "Q"], ["R", None]]]
)
def test_too_little_is_said(rows: Rows) -> None:
    found = analysed(rows)
    for key in ("fleiss_kappa", "alpha_nominal", "ac1", "kappa"):
        assert isinstance(found.statistics[key], NotEstimable)
    assert all(isinstance(category.kappa, NotEstimable) for category in found.categories)


def test_coders_who_share_one_unit_have_no_kappa() -> None:
    found = analysed([["Q", "Q", None], ["R", None, "R"], [None, "Q", "R"]])
    for pair in found.kappa_pairs:
        assert isinstance(pair.kappa, NotEstimable)
        assert pair.kappa.reason == "the two coders share one unit"
    assert isinstance(found.statistics["kappa"], NotEstimable)
    apart = analysed([["Q", None], [None, "Q"]])
    assert isinstance(apart.kappa_pairs[0].kappa, NotEstimable)
    assert apart.pairs[0].kappa_max is None


def test_faults_are_all_listed() -> None:
    rows = [
        UnitCode(unit_id="u1", coder_id="C1", code="Q", session_id="S1"),
        UnitCode(unit_id="u1", coder_id="C1", code="Q", session_id="S1"),
        UnitCode(unit_id="u1", coder_id="C2", code="X", session_id="S2"),
    ]
    with pytest.raises(ImportedDataError) as raised:
        nominal_reliability(rows, ("Q",), seed=1)
    assert len(raised.value.problems) == 3


CODE = st.sampled_from(["Q", "R", "S", None])


@LAW
@given(
    st.lists(st.tuples(CODE, CODE, CODE), max_size=16),
    st.booleans(),
    st.randoms(use_true_random=False),
)
def test_no_figure_leaves_its_scale_and_order_changes_nothing(
    rows: list[tuple[str | None, ...]], known: bool, random: object
) -> None:
    sessions = [f"S{i % 11}" for i in range(len(rows))] if known else None
    given_codes = codes_of(rows, sessions)
    found = nominal_reliability(given_codes, "QRS", seed=2)
    random.shuffle(given_codes)  # type: ignore[attr-defined]
    other = nominal_reliability(given_codes, "QRS", seed=2)
    for key in NOMINAL_KEYS:
        one, two = found.statistics[key], other.statistics[key]
        assert isinstance(one, Estimate) == isinstance(two, Estimate)
        if isinstance(one, Estimate) and isinstance(two, Estimate):
            assert -1 <= one.value <= 1
            assert one.value == pytest.approx(two.value, abs=1e-9)
            if isinstance(one.interval, Interval):
                assert -1 <= one.interval.low <= one.interval.high <= 1
    for category in found.categories:
        if isinstance(category.kappa, Estimate):
            assert -1 <= category.kappa.value <= 1
