"""Laws of joining work from several machines."""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from practicecoder.storage.unit_of_work import UnitOfWork
from tests.trust.merging import joined, some_work, two_studies

_numbers = itertools.count()
LAWS = settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
Chance = st.randoms(use_true_random=False)


@pytest.fixture(scope="module")
def studies() -> Iterator[tuple[UnitOfWork, UnitOfWork]]:
    with two_studies() as units:
        yield units


@LAWS
@given(chance=Chance)
def test_any_order_and_any_repetition_give_the_same_history_and_state(
    studies: tuple[UnitOfWork, UnitOfWork], chance: random.Random
) -> None:
    work = some_work(chance, next(_numbers))
    one, two = (joined(unit, work, chance) for unit in studies)
    assert one == two


@LAWS
@given(chance=Chance)
def test_no_act_is_lost_and_every_fork_is_shown(
    studies: tuple[UnitOfWork, UnitOfWork], chance: random.Random
) -> None:
    work = some_work(chance, next(_numbers))
    outcome = joined(studies[0], work, chance)
    assert {entry_id for entry_id, _ in outcome.entries} == work.all_ids
    assert outcome.is_forked is (work.n_ends > 1)
    assert len(outcome.branches) == (work.n_ends if work.n_ends > 1 else 0)


@LAWS
@given(chance=Chance)
def test_joining_in_steps_is_joining_at_once(
    studies: tuple[UnitOfWork, UnitOfWork], chance: random.Random
) -> None:
    work = some_work(chance, next(_numbers))
    at_once = [entry for machine in work.machines for entry in machine]
    studies[1].history.add_received(at_once)
    stepwise = joined(studies[0], work, chance)
    links = studies[1].history.links_of_coding(work.coding_id)
    assert {r.entry.entry_id for r in links} == {entry_id for entry_id, _ in stepwise.entries}
    assert studies[1].history.add_received(at_once) == ()
