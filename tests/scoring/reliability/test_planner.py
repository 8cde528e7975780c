"""How many sessions to double code."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from practicecoder.scoring.reliability.planner import expected_width, sessions_needed

LAW = settings(derandomize=True, max_examples=100, deadline=None)


@pytest.mark.golden
@pytest.mark.parametrize(
    ("reliability", "n_coders", "n"), [(0.75, 2, 38), (0.75, 3, 24), (0.6, 2, 71), (0.6, 3, 46)]
)
def test_numbers_of_the_published_rule(reliability: float, n_coders: int, n: int) -> None:
    """As R presize gives them (Bonett 2002, eq. 3)."""
    assert sessions_needed(reliability, 0.3, n_coders).n_sessions == n


@LAW
@given(st.floats(0, 0.95), st.floats(0.05, 1), st.integers(2, 6))
def test_the_sessions_found_are_enough_and_one_less_is_not(
    reliability: float, width: float, n_coders: int
) -> None:
    n = sessions_needed(reliability, width, n_coders).n_sessions
    enough = expected_width(reliability, n, n_coders)
    if enough is not None:
        assert enough.width <= width * (1 + 1e-6)
    fewer = expected_width(reliability, n - 1, n_coders)
    assert fewer is None or n == 2 or fewer.width > width * (1 - 1e-6)


@LAW
@given(st.floats(0, 0.95), st.integers(10, 200), st.integers(2, 6))
def test_more_sessions_give_narrower_intervals(reliability: float, n: int, n_coders: int) -> None:
    one, more = (expected_width(reliability, m, n_coders) for m in (n, n + 1))
    assert one is not None
    assert more is not None
    assert more.width <= one.width


def test_too_few_sessions_promise_nothing() -> None:
    assert expected_width(0.8, 5, 2) is None
    assert expected_width(0.5, 1, 3) is None


def test_a_higher_level_needs_more_sessions() -> None:
    assert sessions_needed(0.6, 0.3, 2, 0.99).n_sessions > 71


def test_the_sentences_say_what_is_left_out() -> None:
    plan = sessions_needed(0.75, 0.3, 2)
    said = " ".join(plan.sentences)
    assert "38 sessions coded by 2 coders each" in said
    assert ".60 to .90" in said
    assert "equal severity" in said
    assert "less certain" in said
    assert plan.n_codings == 76
    assert "less certain" not in " ".join(sessions_needed(0.75, 0.3, 4).sentences)


def test_expected_limits_stay_on_the_scale() -> None:
    plan = expected_width(0.2, 2, 2)
    assert plan is not None
    assert plan.limits == (-1.0, 1.0)


@pytest.mark.parametrize(
    ("reliability", "width", "n_coders"),
    [(1.0, 0.3, 2), (-0.1, 0.3, 2), (0.5, 0, 2), (0.5, 0.3, 1)],
)
def test_questions_without_sense_are_refused(
    reliability: float, width: float, n_coders: int
) -> None:
    with pytest.raises(ValueError, match=r"between|above|least|two"):
        sessions_needed(reliability, width, n_coders)
