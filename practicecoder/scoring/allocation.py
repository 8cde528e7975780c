"""Drawing who codes what: balanced over strata, loads level, pairs rotating, queues shuffled."""

from __future__ import annotations

import math
import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from practicecoder.domain.allocation import Assignment
from practicecoder.domain.coding import CodingRole
from practicecoder.domain.ids import CoderId, SessionId
from practicecoder.scoring.results import shown

STRATA = ("office", "phase", "behaviour_change")
"""What a draw may be balanced over."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Allocable:
    """A session to give to coders.

    ``office``, ``phase`` and ``behaviour_change`` are None where they are not known; that is a
    stratum of its own. ``assigned`` are coders who have the session already, ``may_not`` those
    who may not code it.
    """

    session_id: SessionId
    office: str | None = None
    phase: str | None = None
    behaviour_change: bool | None = None
    assigned: tuple[CoderId, ...] = ()
    may_not: frozenset[CoderId] = frozenset()

    def stratum(self, strata: Sequence[str]) -> tuple[str, ...]:
        """Values of the named fields as text, empty where not known."""
        values = (getattr(self, name) for name in strata)
        return tuple("" if value is None else str(value).lower() for value in values)


@dataclass(frozen=True, slots=True, kw_only=True)
class StratumDraw:
    """Sessions of one stratum, and how many of them two or more coders code."""

    stratum: tuple[str, ...]
    n_sessions: int
    n_double: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Unplaced:
    """A session that did not get all coders it was meant to have."""

    session_id: SessionId
    missing: int
    reason: str


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
    desk = _Desk(in_order, sorted(coders), chance, dict(capacity or {}))
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
    desk.level()
    desk.rotate()
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
    desk = _Desk(
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
    desk.level()
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
    members: Sequence[Allocable], seats: int, desk: _Desk, coders_per_double: int
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


@dataclass(slots=True)
class _Desk:
    """Sessions and the coders they have so far, while a draw is being made."""

    given: Sequence[Allocable]
    coders: list[CoderId]
    chance: random.Random
    capacity: dict[CoderId, int]
    sessions: dict[SessionId, Allocable] = field(init=False)
    on: dict[SessionId, list[CoderId]] = field(init=False)
    loads: Counter[CoderId] = field(init=False)
    taken: Counter[CoderId] = field(init=False)
    in_stratum: Counter[tuple[tuple[str, ...], CoderId]] = field(init=False)
    met: Counter[frozenset[CoderId]] = field(init=False)
    unplaced: list[Unplaced] = field(init=False)

    def __post_init__(self) -> None:
        self.sessions = {session.session_id: session for session in self.given}
        self.on = {session.session_id: list(session.assigned) for session in self.given}
        here = [c for on in self.on.values() for c in on if c in self.coders]
        self.loads = Counter(dict.fromkeys(self.coders, 0))
        self.loads.update(here)
        self.taken = Counter()
        self.in_stratum = Counter()
        self.met = Counter(
            frozenset(pair) for on in self.on.values() for pair in combinations(on, 2)
        )
        self.unplaced = []

    def free_for(self, session: Allocable) -> list[CoderId]:
        """Coders who may take a session, are not on it and have room."""
        return [c for c in self.coders if self._may(session, c) and self._has_room(c)]

    def _may(self, session: Allocable, coder: CoderId) -> bool:
        return coder not in session.may_not and coder not in self.on[session.session_id]

    def _has_room(self, coder: CoderId) -> bool:
        return coder not in self.capacity or self.taken[coder] < self.capacity[coder]

    def give(self, session: Allocable, wanted: int, stratum: tuple[str, ...]) -> None:
        """Fill a session up to a number of coders, each time the one with least to do.

        Of equal loads, the coder who met those on the session least, then the one with fewest
        sessions of the stratum, then by lot.
        """
        on = self.on[session.session_id]
        while len(on) < wanted:
            free = self.free_for(session)
            if not free:
                self.unplaced.append(self._unplaced(session, wanted - len(on)))
                return
            self.chance.shuffle(free)
            coder = min(
                free,
                key=lambda c: (
                    self.loads[c],
                    sum(self.met[frozenset((c, other))] for other in on),
                    self.in_stratum[stratum, c],
                ),
            )
            self.in_stratum[stratum, coder] += 1
            self._put(session.session_id, coder)

    def _unplaced(self, session: Allocable, missing: int) -> Unplaced:
        possible = [c for c in self.coders if self._may(session, c)]
        why = "the coders who may code it have no room" if possible else "no further coder may"
        return Unplaced(session_id=session.session_id, missing=missing, reason=why)

    def _put(self, session_id: SessionId, coder: CoderId) -> None:
        on = self.on[session_id]
        self.met.update(frozenset((coder, other)) for other in on)
        on.append(coder)
        self.loads[coder] += 1
        self.taken[coder] += 1

    def _take(self, session_id: SessionId, coder: CoderId) -> None:
        on = self.on[session_id]
        on.remove(coder)
        self.met.subtract(frozenset((coder, other)) for other in on)
        self.loads[coder] -= 1
        self.taken[coder] -= 1

    def level(self) -> None:
        """Move sessions along chains of coders until no chain evens out two loads."""
        while any(self._evened(source) for source in self._by_load()):
            pass

    def _by_load(self) -> list[CoderId]:
        return sorted(self.coders, key=lambda c: (-self.loads[c], c))

    def _evened(self, source: CoderId) -> bool:
        """Whether a chain led from a coder to one with two sessions less, and was moved along."""
        came: dict[CoderId, tuple[CoderId, SessionId]] = {}
        reached = [source]
        for coder in reached:
            for session_id in self._movable(coder):
                for other in self.coders:
                    if other in came or other == source:
                        continue
                    if not self._may(self.sessions[session_id], other):
                        continue
                    came[other] = (coder, session_id)
                    if self.loads[other] <= self.loads[source] - 2 and self._has_room(other):
                        self._move_along(came, other, source)
                        return True
                    reached.append(other)
        return False

    def _movable(self, coder: CoderId) -> list[SessionId]:
        return [
            session_id
            for session_id, on in self.on.items()
            if coder in on and coder not in self.sessions[session_id].assigned
        ]

    def _move_along(
        self, came: Mapping[CoderId, tuple[CoderId, SessionId]], last: CoderId, source: CoderId
    ) -> None:
        while last != source:
            before, session_id = came[last]
            self._take(session_id, before)
            self._put(session_id, last)
            last = before

    def rotate(self) -> None:
        """Exchange coders between two sessions while that evens out the pairs."""
        every = sorted(self.on)
        shared = [session_id for session_id in every if len(self.on[session_id]) >= 2]
        while self._pairs_differ() and any(
            self._exchanged(one, other) for one in shared for other in every if one != other
        ):
            pass

    def _pairs_differ(self) -> bool:
        """Whether two pairs of coders differ in their meetings by more than one."""
        times = self.meetings().values()
        return bool(times) and max(times) - min(times) > 1

    def _exchanged(self, one: SessionId, other: SessionId) -> bool:
        for a in [c for c in self.on[one] if c not in self.sessions[one].assigned]:
            for b in [c for c in self.on[other] if c not in self.sessions[other].assigned]:
                if not (self._may(self.sessions[one], b) and self._may(self.sessions[other], a)):
                    continue
                if self._gain(one, a, b) + self._gain(other, b, a) > 0:
                    self._swap(one, a, other, b)
                    return True
        return False

    def _gain(self, session_id: SessionId, leaves: CoderId, comes: CoderId) -> int:
        """How much more often those who stay met the one who leaves than the one who comes.

        The one who comes would meet each once more: equal meetings gain nothing.
        """
        stay = [c for c in self.on[session_id] if c != leaves]
        return sum(
            self.met[frozenset((c, leaves))] - self.met[frozenset((c, comes))] - 1 for c in stay
        )

    def _swap(self, one: SessionId, a: CoderId, other: SessionId, b: CoderId) -> None:
        self._take(one, a)
        self._take(other, b)
        self._put(one, b)
        self._put(other, a)

    def meetings(self) -> dict[tuple[CoderId, CoderId], int]:
        """How often every two coders code the same session."""
        return {
            (a, b): self.met[frozenset((a, b))] for a, b in combinations(sorted(self.coders), 2)
        }

    def assignments(self, next_position: Mapping[CoderId, int]) -> tuple[Assignment, ...]:
        """New assignments, queues shuffled, and one primary coder for each session."""
        roles: dict[tuple[SessionId, CoderId], CodingRole] = {}
        for session_id in sorted(self.on):
            old = self.sessions[session_id].assigned
            new = sorted(c for c in self.on[session_id] if c not in old)
            self.chance.shuffle(new)
            for place, coder in enumerate(new):
                first = place == 0 and not old
                roles[session_id, coder] = CodingRole.PRIMARY if first else CodingRole.DOUBLE
        made = []
        for coder in self.coders:
            queue = [session_id for session_id, who in roles if who == coder]
            self.chance.shuffle(queue)
            start = next_position.get(coder, 0)
            made += [
                Assignment(
                    session_id=session_id,
                    coder_id=coder,
                    role=roles[session_id, coder],
                    position=start + place,
                )
                for place, session_id in enumerate(queue)
            ]
        return tuple(made)
