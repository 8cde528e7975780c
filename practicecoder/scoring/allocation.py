"""Drawing who codes what: balanced over strata, loads level, pairs rotating, queues shuffled."""

from __future__ import annotations

import math
import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from practicecoder.domain.allocation import Assignment
from practicecoder.domain.ids import CoderId, SessionId
from practicecoder.scoring.coder_desk import Allocable, CoderDesk, Unplaced
from practicecoder.scoring.levelling import level_loads, rotate_pairs
from practicecoder.scoring.results import shown

__all__ = [
    "STRATA",
    "Allocable",
    "Allocation",
    "Replacement",
    "StratumDraw",
    "Unplaced",
    "allocate",
    "replace_coder",
]

STRATA = ("office", "phase", "behaviour_change")
"""What a draw may be balanced over."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StratumDraw:
    """Sessions of one stratum, and how many of them two or more coders code."""

    stratum: tuple[str, ...]
    n_sessions: int
    n_double: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Allocation:
    """Outcome of a draw. ``assignments`` are the new ones; loads and pairs count old ones too."""

    seed: int
    strata: tuple[str, ...]
    assignments: tuple[Assignment, ...]
    double: tuple[SessionId, ...]
    draws: tuple[StratumDraw, ...]
    loads: Mapping[CoderId, int]
    pairs: Mapping[tuple[CoderId, CoderId], int]
    unplaced: tuple[Unplaced, ...]

    @property
    def n_sessions(self) -> int:
        """Sessions that the draw was about."""
        return sum(draw.n_sessions for draw in self.draws)

    @property
    def sentence(self) -> str:
        """The draw in words."""
        n, double = self.n_sessions, len(self.double)
        share = f" ({shown(100 * double / n, 0)}%)" if n else ""
        over = " and ".join(name.replace("_", " ") for name in self.strata)
        within = f", drawn within {over}" if over else ""
        return (
            f"{double} of {n} sessions{share} are coded by two or more{within}; seed {self.seed}."
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Replacement:
    """Assignments taken from a coder and those that stand for them, in the same order."""

    removed: tuple[Assignment, ...]
    added: tuple[Assignment, ...]
    unplaced: tuple[Unplaced, ...]


def allocate(  # noqa: PLR0913 - each is a choice of the lead, told in the plan
    sessions: Sequence[Allocable],
    coders: Sequence[CoderId],
    *,
    double_share: float,
    coders_per_double: int = 2,
    seed: int,
    strata: Sequence[str] = STRATA,
    capacity: Mapping[CoderId, int] | None = None,
    next_position: Mapping[CoderId, int] | None = None,
) -> Allocation:
    """Draw the double-coded sessions and give every session its coders.

    The double-coded part is drawn within strata by largest remainder. Loads are as equal as the
    exclusions allow, within one where there are none; every two coders meet about equally often.
    The same sessions, coders and seed give the same draw, whatever their order.

    Parameters
    ----------
    sessions, coders
        What is to be coded, and who codes; coders of ``assigned`` need not be among them.
    double_share
        Share of the sessions, 0 to 1, that ``coders_per_double`` coders code.
    seed
        Of the draw.
    strata
        Fields of :class:`Allocable` to balance over; empty for none.
    capacity
        Most sessions a coder takes in this draw; no bound where missing.
    next_position
        First free place of each coder's queue; 0 where missing.

    Raises
    ------
    ValueError
        If a session or coder is repeated, the share is not between 0 and 1, or sessions are to be
        coded by fewer than two or more than there are coders.

    Examples
    --------
    >>> visits = [Allocable(session_id=SessionId(f"S{i}")) for i in range(10)]
    >>> coders = [CoderId("C1"), CoderId("C2"), CoderId("C3")]
    >>> found = allocate(visits, coders, double_share=0.2, seed=1)
    >>> len(found.double), sorted(found.loads.values())
    (2, [4, 4, 4])
    """
    _check(sessions, coders, double_share, coders_per_double)
    chance = random.Random(seed)
    in_order = sorted(sessions, key=lambda session: session.session_id)
    chance.shuffle(in_order)
    desk = CoderDesk(in_order, sorted(coders), chance, dict(capacity or {}))
    groups: dict[tuple[str, ...], list[Allocable]] = defaultdict(list)
    for session in in_order:
        groups[session.stratum(strata)].append(session)
    ordered = dict(sorted(groups.items()))
    seats = _seats(ordered, double_share, chance)
    double: list[Allocable] = []
    for stratum, members in ordered.items():
        double += _drawn(members, seats[stratum], desk, coders_per_double)
    doubled = {session.session_id for session in double}
    for stratum, members in ordered.items():
        for session in members:
            if session.session_id in doubled:
                desk.give(session, coders_per_double, stratum)
    for stratum, members in ordered.items():
        for session in members:
            if session.session_id not in doubled:
                desk.give(session, 1, stratum)
    level_loads(desk)
    rotate_pairs(desk)
    found = {s.session_id for s in in_order if len(desk.on[s.session_id]) >= 2}
    return Allocation(
        seed=seed,
        strata=tuple(strata),
        assignments=desk.assignments(next_position or {}),
        double=tuple(sorted(found)),
        draws=tuple(
            StratumDraw(
                stratum=stratum,
                n_sessions=len(members),
                n_double=sum(s.session_id in found for s in members),
            )
            for stratum, members in ordered.items()
        ),
        loads=dict(desk.loads),
        pairs=desk.meetings(),
        unplaced=tuple(sorted(desk.unplaced, key=lambda u: u.session_id)),
    )


def replace_coder(
    leaving: CoderId,
    assignments: Sequence[Assignment],
    coders: Sequence[CoderId],
    *,
    begun: Iterable[SessionId] = (),
    may_not: Mapping[SessionId, frozenset[CoderId]] | None = None,
    seed: int,
) -> Replacement:
    """Give one coder's unbegun sessions to others, who then have about equal loads.

    Parameters
    ----------
    leaving
        Whose sessions are given away.
    assignments
        All that are in force, of every coder.
    coders
        Who may take them over; ``leaving`` is passed over.
    begun
        Sessions that ``leaving`` has begun; these stay.
    may_not
        Coders who may not code a session.
    seed
        Of the draw.
    """
    chance = random.Random(seed)
    kept = set(begun)
    removed = sorted(
        (a for a in assignments if a.coder_id == leaving and a.session_id not in kept),
        key=lambda a: a.session_id,
    )
    of_session: dict[SessionId, list[CoderId]] = defaultdict(list)
    for assignment in assignments:
        of_session[assignment.session_id].append(assignment.coder_id)
    others = sorted(set(coders) - {leaving})
    desk = CoderDesk(
        [
            Allocable(
                session_id=a.session_id,
                assigned=tuple(of_session[a.session_id]),
                may_not=(may_not or {}).get(a.session_id, frozenset()),
            )
            for a in removed
        ],
        others,
        chance,
        {},
    )
    desk.loads.update(Counter(a.coder_id for a in assignments if a.coder_id in others))
    in_turn = list(desk.sessions.values())
    chance.shuffle(in_turn)
    for session in in_turn:
        desk.give(session, len(session.assigned) + 1, ())
    level_loads(desk)
    used = {coder: [a.position for a in assignments if a.coder_id == coder] for coder in others}
    free = {coder: max(places, default=-1) + 1 for coder, places in used.items()}
    taken = {a.session_id: a for a in desk.assignments(free)}
    placed = [a for a in removed if a.session_id in taken]
    return Replacement(
        removed=tuple(placed),
        added=tuple(
            Assignment(
                session_id=a.session_id,
                coder_id=taken[a.session_id].coder_id,
                role=a.role,
                position=taken[a.session_id].position,
            )
            for a in placed
        ),
        unplaced=tuple(sorted(desk.unplaced, key=lambda u: u.session_id)),
    )


def _check(
    sessions: Sequence[Allocable],
    coders: Sequence[CoderId],
    double_share: float,
    coders_per_double: int,
) -> None:
    if len({session.session_id for session in sessions}) < len(sessions):
        raise ValueError("a session is given more than once")
    if len(set(coders)) < len(coders) or not coders:
        raise ValueError("coders are given once each, and there is one at least")
    if not 0 <= double_share <= 1:
        raise ValueError("a share lies between 0 and 1")
    if coders_per_double < 2 or (double_share > 0 and coders_per_double > len(coders)):
        raise ValueError("double coding needs two coders or more, and not more than there are")


def _seats(
    groups: Mapping[tuple[str, ...], Sequence[Allocable]], share: float, chance: random.Random
) -> dict[tuple[str, ...], int]:
    """Double-coded sessions of each stratum by largest remainder; ties fall by lot."""
    exact = {stratum: share * len(members) for stratum, members in groups.items()}
    seats = {stratum: math.floor(quota + 1e-9) for stratum, quota in exact.items()}
    total = math.floor(sum(exact.values()) + 0.5 + 1e-9)
    by_lot = list(exact)
    chance.shuffle(by_lot)
    by_lot.sort(key=lambda stratum: round(seats[stratum] - exact[stratum], 9))
    for stratum in by_lot[: total - sum(seats.values())]:
        seats[stratum] += 1
    return seats


def _drawn(
    members: Sequence[Allocable], seats: int, desk: CoderDesk, coders_per_double: int
) -> list[Allocable]:
    """Sessions of a stratum to double code: those that are already, then the next in the draw."""
    already = [session for session in members if len(session.assigned) >= 2]
    possible = [
        session
        for session in members
        if len(session.assigned) < 2
        and len(session.assigned) + len(desk.free_for(session)) >= coders_per_double
    ]
    return already + possible[: max(0, seats - len(already))]
