from __future__ import annotations

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from practicecoder.errors import ImportedDataError
from practicecoder.scoring.selection import PERIOD, Condition, choices, select

FRAME = pd.DataFrame(
    {
        "session_id": list("abcdef"),
        "office_id": ["North", "North", "South", "South", None, "East"],
        "days_since_implementation": [-5.0, 0.0, 99.0, 250.0, 400.0, float("nan")],
        "unblinded": [0.0, 1.0, 0.0, 0.0, 0.0, float("nan")],
        "phase": ["pre", "post", "post", "post", "post", "post"],
    }
)


def chosen(*conditions: Condition) -> list[str]:
    return list(select(FRAME, conditions).frame["session_id"])


def test_without_conditions_every_session_is_looked_at_and_nothing_is_said() -> None:
    selection = select(FRAME, ())

    assert len(selection.frame) == 6
    assert selection.sentence == ""


def test_a_condition_keeps_its_values_and_leaves_out_sessions_without_one() -> None:
    assert chosen(Condition("office_id", ("North", "East"))) == ["a", "b", "f"]


def test_conditions_hold_together() -> None:
    assert chosen(Condition("office_id", ("North",)), Condition("phase", ("post",))) == ["b"]


def test_periods_are_bands_of_days() -> None:
    assert chosen(Condition(PERIOD, ("before", "0-99"))) == ["a", "b", "c"]


def test_whole_numbers_are_chosen_without_decimals() -> None:
    assert chosen(Condition("unblinded", ("1",))) == ["b"]


def test_the_sentence_counts_what_is_left_out() -> None:
    selection = select(FRAME, [Condition("office_id", ("North", "South"))])

    assert selection.sentence == (
        "Analysed were 4 of 6 sessions: office North or South; 2 were left out."
    )
    assert selection.as_json() == {
        "where": {"office_id": ["North", "South"]},
        "n": 4,
        "n_left_out": 2,
    }


def test_every_unknown_value_is_told_with_those_there_are() -> None:
    with pytest.raises(ImportedDataError) as refused:
        select(FRAME, [Condition("office_id", ("West",)), Condition("phase", ("later",))])

    told = str(refused.value)
    assert "No session has office_id 'West'." in told
    assert "It is one of East, North, South." in told
    assert "'later'" in told


def test_a_missing_column_is_told() -> None:
    with pytest.raises(ImportedDataError, match="no column 'region'"):
        select(FRAME, [Condition("region", ("x",))])


def test_choices_are_what_tells_sessions_apart_and_periods_are_in_order_of_time() -> None:
    found = choices(FRAME)

    assert found["office_id"] == ("East", "North", "South")
    assert found[PERIOD] == ("before", "0-99", "200-299", "300+")
    assert "session_type" not in found


@given(st.sets(st.sampled_from(["North", "South", "East"]), min_size=1))
def test_kept_and_left_out_add_up(offices: set[str]) -> None:
    selection = select(FRAME, [Condition("office_id", tuple(sorted(offices)))])

    assert len(selection.frame) + selection.n_left_out == len(FRAME)
    assert set(selection.frame["office_id"]) == offices
