from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pandas as pd
import pytest

from practicecoder.errors import ImportedDataError
from practicecoder.scoring.analysis_warnings import low_agreement
from practicecoder.scoring.by_period import by_period, period
from practicecoder.scoring.frames import check_columns, compare_frame, groups, trend_frame
from practicecoder.scoring.results import Estimate, Interval, NoInterval, NotEstimable


def a_frame(n: int = 12, **columns: object) -> pd.DataFrame:
    """A made-up session table of n sessions, half before and half after, in one office."""
    half = n // 2
    given: dict[str, object] = {
        "session_id": [f"S{i:03d}" for i in range(n)],
        "worker_id": [f"W{i:03d}" for i in range(n)],
        "office_id": ["Office 1"] * n,
        "phase": ["pre"] * half + ["post"] * (n - half),
        "days_since_implementation": [10.0 * (i - half) for i in range(n)],
        "empathy": [1.0 + (i * 7) % 5 for i in range(n)],
    }
    return pd.DataFrame({**given, **columns})


def cautions(frame: pd.DataFrame, by: str = "phase") -> dict[str, str]:
    return {w.warning_id: w.sentence for w in compare_frame(frame, "empathy", by).warnings}


@pytest.mark.golden
def test_groups_have_the_published_table_22(
    sessions: pd.DataFrame, golden: Callable[[str], Any]
) -> None:
    wanted = golden("fsh_expected")["table_22"]
    office = sessions[sessions["office_id"] == "Office 1"]
    for score, phases in wanted.items():
        found = {group.name: group for group in groups(office, score, "phase")}
        for phase, numbers in phases.items():
            assert len(found[phase].values) == numbers["n"]
            assert found[phase].mean == pytest.approx(numbers["mean"])
            assert found[phase].variance ** 0.5 == pytest.approx(numbers["sd"])


@pytest.mark.golden
def test_means_by_office_and_period(sessions: pd.DataFrame, golden: Callable[[str], Any]) -> None:
    wanted = golden("fsh_expected")["table_23"]
    care, authority = (by_period(sessions, s) for s in ("care_engagement", "good_authority"))
    assert care.periods == ("before", "0-99", "100-199", "200-299", "300+")
    for key, numbers in wanted.items():
        office, band = key.split("|")
        named = "before" if band == "pre" else band
        cell, other = care.cell(office, named), authority.cell(office, named)
        assert cell.n_sessions == other.n_sessions == numbers["n_sessions"]
        assert (cell.n, other.n) == (numbers["n_care"], numbers["n_ga"])
        assert (cell.mean, other.mean) == pytest.approx((numbers["mean_care"], numbers["mean_ga"]))
    assert [w.warning_id for w in care.warnings] == ["small_cell"]


def test_empty_cells_are_there_and_have_no_mean(sessions: pd.DataFrame) -> None:
    table = by_period(sessions, "good_authority")
    cell = table.cell("Office 2", "before")
    assert (cell.n_sessions, cell.n, cell.mean, cell.sd) == (0, 0, None, None)
    assert len(table.cells) == len(table.groups) * len(table.periods)
    with pytest.raises(KeyError):
        table.cell("Office 9", "before")


@pytest.mark.parametrize(
    ("day", "band"),
    [(-91, "before"), (-1, "before"), (0, "0-99"), (99, "0-99"), (100, "100-199"), (999, "300+")],
)
def test_the_day_of_implementation_is_day_zero(day: int, band: str) -> None:
    assert period(day) == band


def test_a_missing_column_is_told_with_one_that_comes_near() -> None:
    with pytest.raises(ImportedDataError) as error:
        check_columns(a_frame(), ["empaty", "warmth"])
    told = error.value.user_message
    assert "no column 'empaty'. Did you mean empathy?" in told
    assert "no column 'warmth'. It has session_id" in told


def test_what_is_no_number_is_told_by_line() -> None:
    frame = a_frame(empathy=["3", "", None, "x", "4", "inf", *["2"] * 6])
    with pytest.raises(ImportedDataError) as error:
        compare_frame(frame, "empathy")
    assert [(p.line, p.key) for p in error.value.problems] == [(5, "empathy"), (7, "empathy")]


def test_phases_are_compared_post_minus_pre_and_transition_is_left_out() -> None:
    frame = a_frame(phase=["post"] * 5 + ["transition"] * 2 + ["pre"] * 5)
    found = compare_frame(frame, "empathy")
    assert found.direction == "post minus pre"
    assert [group.n for group in found.groups] == [5, 5]
    assert [g.name for g in groups(frame, "empathy", "phase")] == ["pre", "post", "transition"]


def test_a_phase_nobody_has_is_an_empty_group() -> None:
    found = compare_frame(a_frame(phase=["post"] * 12), "empathy")
    assert [group.n for group in found.groups] == [0, 12]
    assert isinstance(found.test, NotEstimable)


def test_other_columns_need_two_groups() -> None:
    frame = a_frame(worker_role=["social worker"] * 6 + ["recovery worker"] * 6)
    found = compare_frame(frame, "empathy", by="worker_role")
    assert found.direction == "social worker minus recovery worker"
    with pytest.raises(ImportedDataError, match=r"office_id has 1 groups \(Office 1\)"):
        compare_frame(frame, "empathy", by="office_id")
    with pytest.raises(ImportedDataError, match=r"has 0 groups \(none\)"):
        compare_frame(a_frame(worker_role=[None] * 12), "empathy", by="worker_role")


def test_sessions_without_days_or_office_are_left_out_of_all_three() -> None:
    frame = a_frame()
    frame.loc[0, "days_since_implementation"] = np.nan
    frame.loc[1, "empathy"] = np.nan
    frame.loc[2, "office_id"] = None
    found = trend_frame(frame, "empathy")
    assert not isinstance(found.overall, NotEstimable)
    assert found.overall.n == 9
    assert found.groups[0].correlation.n == 9
    everyone = trend_frame(frame, "empathy", by=None)
    assert not isinstance(everyone.overall, NotEstimable)
    assert everyone.overall.n == 10
    assert everyone.groups == ()


def test_a_table_without_workers_is_welcome() -> None:
    found = compare_frame(a_frame().drop(columns="worker_id"), "empathy")
    assert isinstance(found.clustered, NotEstimable)
    assert found.groups[0].n_workers is None


def test_a_clean_table_carries_no_cautions() -> None:
    assert cautions(a_frame(40)) == {}


def test_a_phase_from_one_office_cannot_be_told_from_the_office() -> None:
    frame = a_frame(40, office_id=["Office 1"] * 20 + ["Office 1", "Office 2"] * 10)
    assert cautions(frame)["phase_office_empty"] == (
        "All 20 before sessions come from Office 1. The difference between phases cannot be told "
        "apart from the difference between offices."
    )


def test_a_label_against_its_days_is_told() -> None:
    days = [float(d) for d in range(-20, 20)]
    days[0], days[1], days[39] = 19, 40, -3
    found = compare_frame(
        a_frame(40, days_since_implementation=days, phase_rule=["as_entered"] * 40), "empathy"
    )
    told = [w.sentence for w in found.warnings if w.warning_id == "phase_days"]
    assert told == [
        "2 sessions are labelled before but lie at day 19 to 40. Phase rule: as entered.",
        "1 session is labelled after but lies at day −3. Phase rule: as entered.",
    ]


def test_tables_without_offices_or_days_have_fewer_cautions() -> None:
    frame = a_frame(40).drop(columns=["office_id", "days_since_implementation"])
    assert cautions(frame) == {}


def test_repeated_workers_are_told() -> None:
    frame = a_frame(40, worker_id=[f"W{i % 25}" for i in range(40)])
    assert cautions(frame)["repeated_workers"] == (
        "40 sessions come from 25 workers and are not independent; see the clustered p."
    )
    over_days = trend_frame(frame, "empathy", by=None).warnings
    assert [w.sentence for w in over_days] == [
        "40 sessions come from 25 workers and are not independent; see the clustered p."
    ]


def test_small_groups_are_told() -> None:
    assert "small_cell" in cautions(a_frame(12))


def test_a_score_that_few_sessions_have_is_told_with_the_reason() -> None:
    scores = [1.0 + i % 5 if i % 2 else np.nan for i in range(40)]
    frame = a_frame(40, empathy=scores)
    assert cautions(frame)["score_subset"] == (
        "empathy rests on 20 of 40 sessions: the others have no value."
    )
    why = ["no_behaviour_change" if i % 4 == 0 else None for i in range(40)]
    frame["empathy_na"] = why
    told = compare_frame(frame, "empathy", label="Empathy").warnings
    assert "Empathy rests on 20 of 40 sessions: most others because of no_behaviour_change." in [
        w.sentence for w in told
    ]


def test_reasons_of_sessions_that_have_the_score_do_not_count() -> None:
    scores = [1.0 + i % 5 if i % 2 else np.nan for i in range(40)]
    why = ["no_behaviour_change" if i % 2 else None for i in range(40)]
    assert cautions(a_frame(40, empathy=scores, empathy_na=why))["score_subset"].endswith(
        "the others have no value."
    )


def test_an_empty_table_is_compared_without_complaint() -> None:
    found = compare_frame(a_frame(0), "empathy")
    assert isinstance(found.test, NotEstimable)


@pytest.mark.parametrize(
    ("n_coders", "words"), [(None, "two coders"), (2, "two coders"), (3, "several coders")]
)
def test_single_and_averaged_values_together_are_told(n_coders: int | None, words: str) -> None:
    frame = a_frame(40, score_basis=["mean"] * 4 + ["single"] * 36)
    if n_coders is not None:
        frame["n_coders"] = [n_coders] * 4 + [1] * 36
    assert cautions(frame)["mixed_basis"] == f"4 of 40 values are means of {words}."
    assert "mixed_basis" not in cautions(a_frame(40, score_basis=["mean"] * 40))


def test_several_versions_of_the_codebook_are_told() -> None:
    frame = a_frame(40, codebook_version=["1.0.0", "1.1.0"] * 20)
    assert cautions(frame)["mixed_codebooks"].startswith("Versions 1.0.0 and 1.1.0: ")
    assert "mixed_codebooks" not in cautions(a_frame(40, codebook_version=["1.0.0"] * 40))


def test_recognised_sessions_are_told_with_the_result_without_them() -> None:
    frame = a_frame(40, unblinded=[1, 1] + [0] * 38)
    found = cautions(frame)["unblinded"]
    assert found.startswith(
        "Coders recognised someone in 2 sessions; results without them: difference "
    )
    assert ", p = ." in found
    assert "unblinded" not in cautions(a_frame(40, unblinded=[0] * 40))


def test_a_clear_difference_without_recognised_sessions_has_a_small_p() -> None:
    scores = [1.0, 2.0] * 10 + [4.0, 5.0] * 10
    found = cautions(a_frame(40, empathy=scores, unblinded=[1] + [0] * 39))["unblinded"]
    assert found.endswith("p < .001.")


def test_nothing_left_without_recognised_sessions_is_told() -> None:
    found = cautions(a_frame(40, unblinded=[1] * 20 + [0] * 20))["unblinded"]
    assert "not estimable (no session before has this score)" in found


def test_low_agreement_is_told_with_its_interval() -> None:
    def headline(low: float, n: int) -> Estimate:
        return Estimate(value=0.6, interval=Interval(low=low, high=0.8), n=n, method="ICC")

    assert low_agreement("Empathy", headline(0.45, 28)) == []
    for weak in (headline(0.35, 28), headline(0.45, 12)):
        (found,) = low_agreement("Empathy", weak)
        assert found.sentence.startswith("Agreement on Empathy is .60 [.")
    (unknown,) = low_agreement("Empathy", NotEstimable(reason="only one session", n=1))
    assert unknown.sentence == "Agreement on Empathy is not known: only one session."
    bare = Estimate(value=1.0, interval=NoInterval(reason="none"), n=28, method="ICC")
    assert low_agreement("Empathy", bare) == []


def test_cautions_speak_of_the_compared_sessions_only() -> None:
    frame = pd.DataFrame(
        {
            "worker_id": ["W1", "W1", "W2", "W2", "W9", "W9"],
            "office_id": ["North"] * 6,
            "phase": ["pre", "pre", "post", "post", None, None],
            "days_since_implementation": [-9.0, -8.0, 3.0, 4.0, float("nan"), float("nan")],
            "empathy": [2.0, 3.0, 3.0, 4.0, 5.0, 5.0],
        }
    )

    compared = [w.sentence for w in compare_frame(frame, "empathy").warnings]
    followed = [w.sentence for w in trend_frame(frame, "empathy").warnings]

    assert any("4 sessions come from 2 workers" in sentence for sentence in compared)
    assert any("4 sessions come from 2 workers" in sentence for sentence in followed)


def test_a_column_of_texts_is_one_mistake_and_a_stray_text_is_told_by_line() -> None:
    frame = pd.DataFrame(
        {
            "phase": ["pre", "post", "post"],
            "office_id": ["N", "S", "S"],
            "empathy": ["2", "x", "3"],
        }
    )

    with pytest.raises(ImportedDataError) as texts:
        compare_frame(frame, "office_id")
    with pytest.raises(ImportedDataError) as stray:
        compare_frame(frame, "empathy")

    assert [p.what for p in texts.value.problems] == ["office_id holds no numbers."]
    assert [p.line for p in stray.value.problems] == [3]
