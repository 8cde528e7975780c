"""A score over any grouping."""

from __future__ import annotations

import pandas as pd
import pytest

from practicecoder.scoring.analysis_groups import WelchAnova, group_overview, welch_anova
from practicecoder.scoring.comparison import compare
from practicecoder.scoring.results import NotEstimable
from practicecoder.scoring.two_groups import Group, TTest


def test_of_two_groups_it_is_welchs_t_test() -> None:
    one = Group(name="a", values=(1.0, 2.0, 2.5, 3.0))
    two = Group(name="b", values=(2.0, 4.0, 5.0))
    found, test = welch_anova([one, two]), compare("x", one, two).welch

    assert isinstance(found, WelchAnova)
    assert isinstance(test, TTest)
    assert found.f == pytest.approx(test.t**2)
    assert found.df2 == pytest.approx(test.df)
    assert found.p == pytest.approx(test.p)


@pytest.mark.golden
def test_offices_of_the_made_up_set_agree_with_r(sessions: pd.DataFrame) -> None:
    """Numbers of ``oneway.test(good_authority ~ office_id)``."""
    found = group_overview(sessions, "good_authority", "office_id")

    assert isinstance(found.overall, WelchAnova)
    assert found.overall.f == pytest.approx(4.3242004439186, abs=1e-8)
    assert found.overall.df2 == pytest.approx(65.8259213449236, abs=1e-6)
    assert found.overall.p == pytest.approx(0.0172008106431, abs=1e-8)
    assert [g.group for g in found.groups] == ["Office 1", "Office 2", "Office 3"]
    assert sum(g.n for g in found.groups) == 103


def test_every_pair_has_holms_p(sessions: pd.DataFrame) -> None:
    found = group_overview(sessions, "good_authority", "office_id")

    assert [pair.direction for pair in found.pairs] == [
        "Office 2 minus Office 1",
        "Office 3 minus Office 1",
        "Office 3 minus Office 2",
    ]
    for pair in found.pairs:
        assert isinstance(pair.test, TTest)
        assert pair.p_holm is not None
        assert pair.test.p <= pair.p_holm <= 1.0
        assert pair.n_comparisons == 3
    assert len({w.warning_id for w in found.warnings}) == len(found.warnings)


def test_many_groups_are_described_but_not_paired(sessions: pd.DataFrame) -> None:
    found = group_overview(sessions, "good_authority", "worker_id")

    assert found.pairs == ()
    assert len(found.groups) == sessions["worker_id"].nunique()
    assert isinstance(found.overall, NotEstimable)


def test_a_group_without_spread_has_a_reason() -> None:
    one, two = Group(name="a", values=(3.0, 3.0)), Group(name="b", values=(2.0, 4.0))

    assert welch_anova([one, two]) == NotEstimable(reason="the score does not vary within a", n=4)
    assert welch_anova([one]) == NotEstimable(reason="fewer than 2 groups", n=2)
