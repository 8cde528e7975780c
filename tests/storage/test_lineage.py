from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta

import pytest

from practicecoder.storage.lineage import Lineage, Link, follows_in_line, in_order

AT = datetime(2026, 3, 4, tzinfo=UTC)


def link(entry: str, *parents: str, at: int = 0) -> Link:
    first, second = (*parents, None, None)[:2]
    return Link(entry, first, second, AT + timedelta(seconds=at))


FORK = (link("a"), link("b", "a", at=1), link("left", "b", at=5), link("right", "b", at=3))
SETTLED = (*FORK, link("end", "left", "right", at=9), link("next", "end", at=10))


def test_the_branch_that_was_begun_first_is_in_force() -> None:
    assert Lineage(FORK).heads() == ("right", "left")


def test_a_branch_in_which_a_fork_was_settled_stays_in_force() -> None:
    late = link("late", "right", at=20)

    assert Lineage((*SETTLED, late)).heads() == ("next", "late")


def test_a_path_follows_first_parents() -> None:
    assert Lineage(SETTLED).path_to("next") == ("a", "b", "left", "end", "next")


def test_the_ancestors_of_an_entry_are_those_of_all_branches() -> None:
    assert Lineage(SETTLED).ancestors("end") == {"a", "b", "left", "right", "end"}


@pytest.mark.parametrize("seed", range(5))
def test_entries_are_put_behind_their_parents_in_one_order(seed: int) -> None:
    mixed = list(SETTLED)
    random.Random(seed).shuffle(mixed)

    assert in_order({one.entry_id: one for one in mixed}, Lineage(())) == (
        "a", "b", "right", "left", "end", "next",
    )  # fmt: skip


def test_entries_without_their_parents_are_left_out() -> None:
    loose = {"c": link("c", "b"), "d": link("d", "c"), "e": link("e")}

    assert in_order(loose, Lineage(())) == ("e",)
    assert in_order(loose, Lineage(FORK)) == ("c", "d", "e")


def test_circles_are_left_out_and_end_nothing() -> None:
    circle = (link("a", "b"), link("b", "a"))

    assert in_order({one.entry_id: one for one in circle}, Lineage(())) == ()
    assert Lineage(circle).heads() == ()
    assert len(Lineage(circle).path_to("a")) <= 3


@pytest.mark.parametrize(("links", "is_line"), [(FORK[:3], True), (FORK, False), (SETTLED, False)])
def test_a_line_is_told_from_a_fork(links: tuple[Link, ...], is_line: bool) -> None:
    assert follows_in_line(links) is is_line
