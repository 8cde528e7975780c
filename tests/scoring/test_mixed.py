"""Repeated workers in a comparison: against lme4, and laws."""

from __future__ import annotations

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from practicecoder.scoring.comparison import compare
from practicecoder.scoring.frames import compare_frame
from practicecoder.scoring.mixed import MixedTest, WorkerMeansTest, mixed_test, worker_means
from practicecoder.scoring.results import NotEstimable
from practicecoder.scoring.two_groups import Group


@pytest.mark.golden
@pytest.mark.parametrize(
    ("score", "difference", "se", "share"),
    [
        ("evocation", 0.2875912657, 0.3112438714, 0.1528151606),
        ("care_engagement", 0.1458766976, 0.1658029480, 0.04231065177),
        ("empathy", 0.1705690103, 0.1773959712, 0.005566313545),
    ],
)
def test_made_up_sessions_agree_with_lme4(
    sessions: pd.DataFrame, score: str, difference: float, se: float, share: float
) -> None:
    found = compare_frame(sessions, score).mixed

    assert isinstance(found, MixedTest)
    assert found.mean_difference == pytest.approx(difference, abs=1e-7)
    assert found.se == pytest.approx(se, abs=1e-7)
    assert found.worker_share == pytest.approx(share, abs=1e-6)
    assert "Satterthwaite" in found.method
    assert found.n_workers < found.df + 2 < found.n


def test_without_variance_between_workers_it_is_students_test(sessions: pd.DataFrame) -> None:
    found = compare_frame(sessions, "good_authority", equal_variances=True)

    assert isinstance(found.mixed, MixedTest)
    assert not isinstance(found.student, NotEstimable)
    assert found.mixed.worker_share == 0.0
    assert found.mixed.t == pytest.approx(found.student.t)
    assert found.mixed.df == found.student.df


def test_balanced_workers_of_one_group_each_give_the_test_of_their_means() -> None:
    first, second = (1.0, 2.0, 3.0, 4.0, 2.0, 2.5), (4.0, 4.0, 6.0, 5.0, 3.0, 5.5)
    workers = [*"aabbcc", *"ddeeff"]
    found = mixed_test(first, second, workers)
    before, after = (
        worker_means(v, w)[0] for v, w in ((first, workers[:6]), (second, workers[6:]))
    )
    means = compare(
        "score", Group(name="pre", values=before), Group(name="post", values=after)
    ).student

    assert isinstance(found, MixedTest)
    assert not isinstance(means, NotEstimable)
    assert found.worker_share > 0
    assert found.mean_difference == pytest.approx(means.mean_difference)
    assert found.t == pytest.approx(means.t, abs=1e-6)
    assert found.df == pytest.approx(4.0, abs=1e-3)


@given(
    scores=st.lists(st.integers(1, 5), min_size=8, max_size=20),
)
@settings(max_examples=15, deadline=None)
def test_order_of_sessions_and_a_shift_of_the_scale_change_nothing(
    scores: list[int],
) -> None:
    half = len(scores) // 2
    workers = [f"W{i % 4}" for i in range(len(scores))]
    pairs = list(zip(scores, workers, strict=True))
    first, second = pairs[:half], pairs[half:]
    one = mixed_test([v for v, _ in first], [v for v, _ in second], [w for _, w in pairs])
    turned = [*first[::-1], *second[::-1]]
    other = mixed_test(
        [v + 7 for v, _ in turned[:half]],
        [v + 7 for v, _ in turned[half:]],
        [w for _, w in turned],
    )

    if isinstance(one, NotEstimable):
        assert one == other
        return
    assert isinstance(other, MixedTest)
    assert other.mean_difference == pytest.approx(one.mean_difference, abs=1e-6)
    assert other.p == pytest.approx(one.p, abs=1e-4)
    assert 0.0 <= one.worker_share < 1.0


@pytest.mark.parametrize(
    ("workers", "reason"),
    [
        ("abcdef", "no worker was seen twice"),
        ("aaabbb", "fewer than 3 workers"),
    ],
)
def test_why_there_is_no_number(workers: str, reason: str) -> None:
    found = mixed_test((1.0, 2.0, 3.0), (2.0, 3.0, 5.0), list(workers))

    assert found == NotEstimable(reason=reason, n=6)


def test_workers_whose_sessions_are_all_alike_have_no_residual() -> None:
    found = mixed_test((1.0, 1.0, 2.0, 2.0), (3.0, 3.0, 5.0, 5.0), list("aabbccdd"))

    assert isinstance(found, NotEstimable)
    assert "do not differ" in found.reason


def test_each_worker_counts_once_in_a_group() -> None:
    before = Group(name="pre", values=(1.0, 3.0, 3.0), workers=("a", "a", "b"))
    after = Group(name="post", values=(4.0, 5.0, 3.0), workers=("b", "c", "c"))
    found = compare("score", before, after).worker_means

    assert isinstance(found, WorkerMeansTest)
    assert found.mean_difference == pytest.approx(4.0 - 2.5)
    assert found.n_workers == (2, 2)
    assert found.n_both == 1


def test_workers_that_are_not_known_are_told() -> None:
    before = Group(name="pre", values=(1.0, 3.0), workers=("a", None))
    after = Group(name="post", values=(4.0, 5.0), workers=("b", "c"))
    found = compare("score", before, after)

    for test in (found.mixed, found.worker_means):
        assert isinstance(test, NotEstimable)
        assert test.reason == "the worker of some sessions is not known"
