"""Nothing about few people comes out of a protected table, by a reader's own arithmetic."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from practicecoder.scoring.disclosure.attack import Attack, ContradictionError, Room
from practicecoder.scoring.disclosure.protection import (
    DisclosureError,
    HiddenCell,
    ProtectedTable,
    check,
    protect,
)
from practicecoder.scoring.disclosure.rules import (
    INSIDE,
    OUTSIDE,
    DisclosureRule,
    HiddenBecause,
)
from practicecoder.scoring.disclosure.tables import (
    ALL,
    VALUES_OF_PERSONS,
    Cell,
    GroupTable,
    Sum,
    Unit,
    group_table,
)

Hidden = dict[tuple[str, ...], HiddenBecause]


def visits(*workers_of: int, value: float | None = 3.0, each: int = 1) -> list[Unit]:
    """So many workers in each office, each with as many visits."""
    return [
        Unit(worker=f"W-{office}-{worker}", groups=(f"O{office}",), value=value)
        for office, workers in enumerate(workers_of)
        for worker in range(workers)
        for _ in range(each)
    ]


def offices(n: int) -> list[list[str]]:
    return [[f"O{office}" for office in range(n)]]


def told(table: ProtectedTable) -> dict[tuple[str, ...], str]:
    return {c.key: c.reason for c in table.hidden}


def test_workers_are_counted_once_and_visits_each_time() -> None:
    table = group_table(visits(2, 6, each=3), offices(2))

    assert [(c.key, c.workers, c.n) for c in table.cells] == [
        (("O0",), 2, 6),
        (("O1",), 6, 18),
        ((ALL,), 8, 24),
    ]


def test_means_and_deviations_carry_the_number_they_rest_on() -> None:
    units = [Unit(worker="W", groups=("O0",), value=v) for v in (1, 2, 4)]

    cell = group_table(units, offices(1), margins=False).cells[0]

    assert cell.n == 3
    assert cell.mean == pytest.approx(7 / 3)
    assert cell.sd == pytest.approx(1.5275252)


def test_a_cell_has_no_place_for_values_of_persons() -> None:
    fields = set(Cell.__slots__)

    assert {"minimum", "maximum", "median"} == VALUES_OF_PERSONS
    assert not fields & VALUES_OF_PERSONS


def test_a_table_without_small_cells_is_told_whole() -> None:
    table = group_table(visits(5, 9, 30), offices(3))

    assert protect(table, INSIDE).shown == table.cells


def test_one_small_cell_takes_a_second_one_or_the_margin_with_it() -> None:
    made = protect(group_table(visits(3, 12, 9, 20), offices(4), limits=(1, 5)), INSIDE)

    assert told(made) == {
        ("O0",): "hidden: fewer than 5 workers",
        ("O2",): "hidden: could be found by subtraction",
    }
    assert isinstance(made.cell(("O0",)), HiddenCell)


def test_five_workers_are_enough_inside_and_not_outside() -> None:
    table = group_table(visits(5, 12, 12), offices(3))

    assert protect(table, INSIDE).hidden == ()
    assert told(protect(table, OUTSIDE))["O0",] == "hidden: fewer than 10 workers"


def test_empty_cells_are_hidden_where_the_rule_says_so() -> None:
    table = group_table(visits(0, 9, 9), offices(3))
    counts_empty = DisclosureRule(threshold=5, hides_empty=False)

    assert protect(table, counts_empty).hidden == ()
    assert ("O0",) in told(protect(table, INSIDE))


def test_many_visits_of_few_workers_are_still_few() -> None:
    made = protect(group_table(visits(4, 20, 20, each=30), offices(3)), INSIDE)

    assert told(made)["O0",] == "hidden: fewer than 5 workers"


def test_hidden_numbers_that_leave_too_little_room_take_more_cells_with_them() -> None:
    table = group_table(visits(1, 1, 20, 20), offices(4))

    made = protect(table, INSIDE)

    # The total of both small ones would be 2, which says nearly everything about each.
    assert len(made.hidden) > 2


def test_a_table_without_margins_leaves_nothing_to_subtract() -> None:
    made = protect(group_table(visits(3, 12), offices(2), margins=False), INSIDE)

    assert list(told(made)) == [("O0",)]


def test_a_total_known_from_elsewhere_is_not_relied_upon() -> None:
    table = group_table(visits(1, 6), offices(2), limits=(1, 5))

    with pytest.raises(DisclosureError) as refused:
        protect(table, INSIDE, known=[(ALL,)])

    assert refused.value.exposed == (("O0",),)
    assert told(protect(table, INSIDE))  # without it the margin is hidden instead


def test_a_known_cell_of_few_workers_is_refused() -> None:
    with pytest.raises(DisclosureError):
        protect(group_table(visits(2), offices(1)), INSIDE, known=[("O0",)])


def test_a_mean_that_the_limits_give_away_is_hidden_too() -> None:
    extreme = group_table(visits(4, 6, value=5.0, each=5), offices(2), limits=(1, 5))

    made = protect(extreme, INSIDE)

    assert (ALL,) in told(made)  # every hidden mean would be 5 if the total were told


def test_naive_hiding_is_found_out() -> None:
    table = group_table(visits(3, 12, 9), offices(3))
    naive: Hidden = {("O0",): HiddenBecause.FEW}

    assert Attack(table, naive, INSIDE).units(("O0",)) == Room(3.0, 3.0)
    with pytest.raises(DisclosureError):
        check(table, naive, INSIDE)


def test_a_small_cell_that_was_left_in_is_found_by_the_check() -> None:
    with pytest.raises(DisclosureError) as refused:
        check(group_table(visits(3, 12), offices(2), margins=False), {}, INSIDE)

    assert refused.value.exposed == (("O0",),)


def test_what_cannot_be_judged_is_refused() -> None:
    table = group_table(visits(12, 12, 12), offices(3))
    untrue: Hidden = {("O0",): HiddenBecause.FEW, ("O1",): HiddenBecause.FEW}

    with pytest.raises(ContradictionError):
        Attack(table, untrue, INSIDE).workers(("O0",))
    with pytest.raises(DisclosureError):
        check(table, untrue, INSIDE)


def test_tables_of_one_study_can_be_protected_together() -> None:
    by_office = group_table(visits(3, 12, 9), offices(3))
    half = Cell(key=("O1 and O2",), workers=21, n=21, mean=3.0)
    both = GroupTable(
        cells=(*by_office.cells, half),
        sums=(*by_office.sums, Sum(whole=half.key, parts=(("O1",), ("O2",)))),
    )

    hidden = set(told(protect(both, INSIDE)))

    # The half and the total would give the small office away, whatever else is hidden.
    assert ("O0",) in hidden
    assert hidden & {half.key, (ALL,)}


def test_the_mean_of_a_hidden_cell_follows_from_the_total() -> None:
    units = [*visits(3, value=1.0), *visits(0, 12, value=4.0)]
    table = group_table(units, offices(2), limits=(1, 5))
    both: Hidden = {("O0",): HiddenBecause.FEW, ("O1",): HiddenBecause.SUBTRACTION}

    room = Attack(table, both, INSIDE).mean(("O0",))

    assert room is not None
    assert room.low <= 1.0 + 1e-6
    assert room.width > 1


def test_what_does_not_add_up_is_no_table() -> None:
    parts = (Cell(key=("a",), workers=1, n=1), Cell(key=(ALL,), workers=1, n=2))
    total = Sum(whole=(ALL,), parts=(("a",),))

    with pytest.raises(ValueError, match="not the sum"):
        GroupTable(cells=parts, sums=(total,))
    with pytest.raises(ValueError, match="twice"):
        GroupTable(cells=(parts[0], parts[0]))
    with pytest.raises(ValueError, match="not in the table"):
        GroupTable(cells=parts[1:], sums=(total,))
    with pytest.raises(ValueError, match="more workers"):
        Cell(key=("a",), workers=2, n=1)


def _random_table(seed: int) -> GroupTable:
    chance = random.Random(seed)
    groups = [[f"O{n}" for n in range(chance.randint(1, 4))], ["pre", "post"]]
    units = [
        Unit(
            worker=f"{office}-{worker}",
            groups=(office, chance.choice(groups[1])),
            value=chance.randint(1, 5),
        )
        for office in groups[0]
        for worker in range(chance.randint(0, 16))
        for _ in range(chance.randint(1, 3))
    ]
    return group_table(units, groups, limits=(1, 5))


@settings(max_examples=6, deadline=None)
@given(seed=st.integers(0, 10_000), rule=st.sampled_from([INSIDE, OUTSIDE]))
def test_no_hidden_cell_of_a_random_table_can_be_worked_out(
    seed: int, rule: DisclosureRule
) -> None:
    table = _random_table(seed)

    made = protect(table, rule)

    assert all(cell.workers >= rule.threshold for cell in made.shown)
    assert set(made.shown) <= set(table.cells)
    hidden = {cell.key: cell.because for cell in made.hidden}
    attack = Attack(table, hidden, rule)
    for key, because in hidden.items():
        if table.sums and any(key in one.keys for one in table.sums):
            room = attack.units(key)
            assert room.low <= table.cell(key).n <= room.high
            assert room.width >= (rule.threshold - 1 if because is HiddenBecause.FEW else 1)


@settings(max_examples=12, deadline=None)
@given(seed=st.integers(0, 10_000))
def test_no_sum_is_told_with_one_cell_missing(seed: int) -> None:
    table = _random_table(seed)

    hidden = {cell.key for cell in protect(table, INSIDE).hidden}

    for one in table.sums:
        assert sum(key in hidden for key in one.keys) != 1
