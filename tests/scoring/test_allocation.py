"""Who codes what: the draw, its balance, and what exclusions make of it."""

from __future__ import annotations

from collections import Counter
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from practicecoder.domain.allocation import Assignment
from practicecoder.domain.coding import CodingRole
from practicecoder.domain.ids import CoderId, SessionId
from practicecoder.scoring.allocation import Allocable, Allocation, allocate, replace_coder

LAW = settings(derandomize=True, max_examples=60, deadline=None)
CODERS = [CoderId(f"C{j + 1}") for j in range(8)]


def visit(number: int, **known: object) -> Allocable:
    return Allocable(session_id=SessionId(f"S{number:03d}"), **known)  # type: ignore[arg-type]


def visits(n: int) -> list[Allocable]:
    """Sessions of three offices and two phases, in unequal numbers."""
    return [
        visit(i, office=("O1", "O1", "O2", "O3")[i % 4], phase="pre" if i % 3 == 0 else "post")
        for i in range(n)
    ]


def coders_of(found: Allocation) -> dict[SessionId, list[CoderId]]:
    on: dict[SessionId, list[CoderId]] = {}
    for assignment in found.assignments:
        on.setdefault(assignment.session_id, []).append(assignment.coder_id)
    return on


DRAWS = st.tuples(
    st.integers(0, 60), st.integers(2, 7), st.floats(0, 1), st.integers(2, 4), st.integers(0, 9)
).filter(lambda draw: draw[3] <= draw[1])


@LAW
@given(DRAWS)
def test_every_session_gets_its_coders_and_loads_are_level(
    draw: tuple[int, int, float, int, int],
) -> None:
    n, k, share, per_double, seed = draw
    found = allocate(
        visits(n), CODERS[:k], double_share=share, coders_per_double=per_double, seed=seed
    )
    on = coders_of(found)
    assert set(on) == {session.session_id for session in visits(n)}
    for session_id, coders in on.items():
        assert len(coders) == len(set(coders))
        assert len(coders) == (per_double if session_id in found.double else 1)
    assert abs(len(found.double) - share * n) <= 0.5 + 1e-6
    assert max(found.loads.values()) - min(found.loads.values()) <= 1
    assert found.loads == {c: sum(c in coders for coders in on.values()) for c in CODERS[:k]}
    assert found.unplaced == ()


@LAW
@given(DRAWS)
def test_the_double_coded_part_is_drawn_by_largest_remainder(
    draw: tuple[int, int, float, int, int],
) -> None:
    n, k, share, per_double, seed = draw
    found = allocate(
        visits(n), CODERS[:k], double_share=share, coders_per_double=per_double, seed=seed
    )
    over = {d.stratum: d.n_double - share * d.n_sessions for d in found.draws}
    assert all(-1 < rest < 1 for rest in over.values())
    rounded_up = [rest for rest in over.values() if rest > 1e-6]
    rounded_down = [rest for rest in over.values() if rest < -1e-6]
    if rounded_up and rounded_down:
        # No stratum rounded up had a smaller remainder than one that was rounded down.
        assert min(1 - rest for rest in rounded_up) >= max(-rest for rest in rounded_down) - 1e-6


@LAW
@given(DRAWS)
def test_pairs_meet_about_equally_often(draw: tuple[int, int, float, int, int]) -> None:
    n, k, share, per_double, seed = draw
    found = allocate(
        visits(n), CODERS[:k], double_share=share, coders_per_double=per_double, seed=seed
    )
    meetings = Counter(
        pair for coders in coders_of(found).values() for pair in combinations(sorted(coders), 2)
    )
    assert dict(found.pairs) == {pair: meetings[pair] for pair in combinations(CODERS[:k], 2)}
    apart = max(found.pairs.values()) - min(found.pairs.values())
    assert apart <= (1 if per_double == 2 else 3)


@LAW
@given(DRAWS, st.randoms(use_true_random=False))
def test_the_draw_depends_on_the_seed_and_not_on_the_order(
    draw: tuple[int, int, float, int, int], random: object
) -> None:
    n, k, share, per_double, seed = draw
    mixed, coders = visits(n), CODERS[:k]
    random.shuffle(mixed)  # type: ignore[attr-defined]
    random.shuffle(coders)  # type: ignore[attr-defined]
    one, other = (
        allocate(s, c, double_share=share, coders_per_double=per_double, seed=seed)
        for s, c in ((visits(n), CODERS[:k]), (mixed, coders))
    )
    assert one == other


@LAW
@given(DRAWS)
def test_queues_are_numbered_without_gaps_and_roles_are_one_primary(
    draw: tuple[int, int, float, int, int],
) -> None:
    n, k, share, per_double, seed = draw
    found = allocate(
        visits(n), CODERS[:k], double_share=share, coders_per_double=per_double, seed=seed
    )
    for coder in CODERS[:k]:
        queue = [a.position for a in found.assignments if a.coder_id == coder]
        assert sorted(queue) == list(range(len(queue)))
    primary = Counter(a.session_id for a in found.assignments if a.role is CodingRole.PRIMARY)
    assert all(times == 1 for times in primary.values())
    assert len(primary) == n


def test_another_seed_gives_another_draw() -> None:
    draws = {allocate(visits(40), CODERS[:3], double_share=0.2, seed=s).double for s in range(5)}
    assert len(draws) == 5


def test_queues_are_shuffled() -> None:
    found = allocate(visits(60), CODERS[:2], double_share=0.2, seed=4)
    queue = sorted((a.position, a.session_id) for a in found.assignments if a.coder_id == "C1")
    sessions = [session for _, session in queue]
    assert sessions != sorted(sessions)


def test_coders_share_every_stratum() -> None:
    found = allocate(visits(120), CODERS[:3], double_share=0.2, seed=4)
    stratum = {s.session_id: s.stratum(("office", "phase")) for s in visits(120)}
    counts = Counter((stratum[a.session_id], a.coder_id) for a in found.assignments)
    for each in set(stratum.values()):
        of_coders = [counts[each, coder] for coder in CODERS[:3]]
        assert max(of_coders) - min(of_coders) <= 3


def test_what_is_not_known_is_a_stratum_of_its_own() -> None:
    sessions = [visit(i, behaviour_change=(None, True, False)[i % 3]) for i in range(30)]
    found = allocate(sessions, CODERS[:2], double_share=0.2, seed=1, strata=("behaviour_change",))
    assert {draw.stratum: draw.n_double for draw in found.draws} == {
        ("",): 2,
        ("true",): 2,
        ("false",): 2,
    }


def test_without_strata_the_draw_is_one() -> None:
    found = allocate(visits(10), CODERS[:2], double_share=0.25, seed=1, strata=())
    assert [(d.stratum, d.n_sessions, d.n_double) for d in found.draws] == [((), 10, 3)]
    assert found.sentence == "3 of 10 sessions (30%) are coded by two or more; seed 1."


def test_the_sentence_says_what_was_drawn_over() -> None:
    found = allocate(visits(10), CODERS[:2], double_share=0.2, seed=1)
    assert found.sentence == (
        "2 of 10 sessions (20%) are coded by two or more, drawn within office and phase and "
        "behaviour change; seed 1."
    )
    nothing = allocate([], CODERS[:2], double_share=0.2, seed=1, strata=())
    assert nothing.sentence == "0 of 0 sessions are coded by two or more; seed 1."


def test_excluded_coders_never_get_the_session() -> None:
    sessions = [visit(i, may_not=frozenset({CODERS[i % 3]})) for i in range(30)]
    found = allocate(sessions, CODERS[:3], double_share=0.3, seed=2)
    for number, session in enumerate(sessions):
        assert CODERS[number % 3] not in coders_of(found)[session.session_id]
    assert max(found.loads.values()) - min(found.loads.values()) <= 1


def test_loads_are_evened_out_through_a_third_coder() -> None:
    # C1 may do the first ten alone; C2 the next, C3 all: only chains can level the loads.
    sessions = [visit(i, may_not=frozenset({CODERS[2]})) for i in range(12)]
    sessions += [visit(i, may_not=frozenset({CODERS[0]})) for i in range(12, 18)]
    for seed in range(8):
        found = allocate(sessions, CODERS[:3], double_share=0, seed=seed)
        assert sorted(found.loads.values()) == [6, 6, 6]


def test_a_session_nobody_may_code_is_said() -> None:
    found = allocate([visit(1, may_not=frozenset(CODERS[:2]))], CODERS[:2], double_share=0, seed=1)
    assert found.assignments == ()
    assert found.unplaced[0].reason == "no further coder may"


def test_sessions_too_few_may_code_are_not_drawn_for_double_coding() -> None:
    sessions = [visit(i, may_not=frozenset({CODERS[0]})) for i in range(4)] + [visit(9)]
    found = allocate(sessions, CODERS[:2], double_share=0.6, seed=1)
    assert found.double == ("S009",)


def test_capacity_is_kept_and_what_is_left_is_said() -> None:
    found = allocate(
        visits(10), CODERS[:2], double_share=0, seed=3, capacity={CODERS[0]: 2, CODERS[1]: 5}
    )
    assert dict(found.loads) == {"C1": 2, "C2": 5}
    assert len(found.unplaced) == 3
    assert {u.reason for u in found.unplaced} == {"the coders who may code it have no room"}


def test_coders_who_have_a_session_keep_it() -> None:
    sessions = [visit(i, assigned=(CODERS[0],)) for i in range(6)] + [
        visit(i) for i in range(6, 12)
    ]
    found = allocate(sessions, CODERS[:2], double_share=0.25, seed=5, next_position={CODERS[1]: 7})
    assert dict(found.loads) == {"C1": 7, "C2": 8} or dict(found.loads) == {"C1": 8, "C2": 7}
    new = [a for a in found.assignments if a.session_id < "S006"]
    assert all(a.coder_id == "C2" and a.role is CodingRole.DOUBLE for a in new)
    positions = sorted(a.position for a in found.assignments if a.coder_id == "C2")
    assert positions[0] == 7
    assert len(found.double) == 3


def test_sessions_coded_twice_count_for_the_share() -> None:
    sessions = [visit(i, assigned=(CODERS[0], CODERS[1])) for i in range(3)]
    sessions += [visit(i) for i in range(3, 15)]
    found = allocate(sessions, CODERS[:3], double_share=0.2, seed=5)
    assert found.double == ("S000", "S001", "S002")
    assert len(found.assignments) == 12


def test_a_pair_that_met_before_meets_less() -> None:
    sessions = [visit(i, assigned=(CODERS[0], CODERS[1])) for i in range(4)]
    sessions += [visit(i) for i in range(4, 12)]
    found = allocate(sessions, CODERS[:3], double_share=1, seed=5)
    assert dict(found.pairs) == {("C1", "C2"): 4, ("C1", "C3"): 4, ("C2", "C3"): 4}


@pytest.mark.parametrize(
    ("sessions", "coders", "share", "per_double"),
    [
        ([visit(1), visit(1)], CODERS[:2], 0.2, 2),
        ([visit(1)], [CODERS[0], CODERS[0]], 0.2, 2),
        ([visit(1)], [], 0.0, 2),
        ([visit(1)], CODERS[:2], 1.2, 2),
        ([visit(1)], CODERS[:2], 0.2, 1),
        ([visit(1)], CODERS[:2], 0.2, 3),
    ],
)
def test_questions_without_sense_are_refused(
    sessions: list[Allocable], coders: list[CoderId], share: float, per_double: int
) -> None:
    with pytest.raises(ValueError, match=r"session|coders|share|coding"):
        allocate(sessions, coders, double_share=share, coders_per_double=per_double, seed=1)


def in_force(n: int = 30, k: int = 3) -> tuple[Assignment, ...]:
    return allocate(visits(n), CODERS[:k], double_share=0.3, seed=9).assignments


def test_a_coders_unbegun_sessions_go_to_the_others_evenly() -> None:
    assignments = in_force()
    mine = [a for a in assignments if a.coder_id == "C1"]
    begun = [a.session_id for a in mine[:3]]
    found = replace_coder(CODERS[0], assignments, CODERS[:4], begun=begun, seed=2)
    assert {a.session_id for a in found.removed} == {a.session_id for a in mine[3:]}
    assert all(a.coder_id == "C1" for a in found.removed)
    assert [a.session_id for a in found.added] == [a.session_id for a in found.removed]
    assert [a.role for a in found.added] == [a.role for a in found.removed]
    left = [a for a in assignments if a not in found.removed] + list(found.added)
    assert len({(a.session_id, a.coder_id) for a in left}) == len(left) == len(assignments)
    assert {a.coder_id for a in found.added} == {"C4"}
    for coder in CODERS[1:4]:
        positions = [a.position for a in left if a.coder_id == coder]
        assert len(positions) == len(set(positions))


def test_replacing_levels_the_loads_of_those_who_stay() -> None:
    assignments = in_force(40, 4)
    found = replace_coder(CODERS[0], assignments, CODERS[:4], seed=2)
    left = [a for a in assignments if a not in found.removed] + list(found.added)
    loads = Counter(a.coder_id for a in left)
    assert set(loads) == set(CODERS[1:4])
    assert max(loads.values()) - min(loads.values()) <= 1
    assert found == replace_coder(CODERS[0], assignments[::-1], CODERS[:4], seed=2)


def test_a_session_nobody_else_may_take_stays() -> None:
    assignments = in_force(10, 2)
    may_not = {visit(i).session_id: frozenset({CODERS[1]}) for i in range(10)}
    found = replace_coder(CODERS[0], assignments, CODERS[:2], may_not=may_not, seed=2)
    assert found.removed == found.added == ()
    assert len(found.unplaced) == sum(a.coder_id == "C1" for a in assignments)
