"""The desk at which sessions are given to coders: who has what, and who met whom."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from practicecoder.domain.allocation import Assignment
from practicecoder.domain.coding import CodingRole
from practicecoder.domain.ids import CoderId, SessionId


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
class Unplaced:
    """A session that did not get all coders it was meant to have."""

    session_id: SessionId
    missing: int
    reason: str


@dataclass(slots=True)
class CoderDesk:
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
        return [c for c in self.coders if self.may(session, c) and self.has_room(c)]

    def may(self, session: Allocable, coder: CoderId) -> bool:
        """Whether a coder is free to have a session and is not on it."""
        return coder not in session.may_not and coder not in self.on[session.session_id]

    def has_room(self, coder: CoderId) -> bool:
        """Whether a coder can take one more."""
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
            self.put(session.session_id, coder)

    def put(self, session_id: SessionId, coder: CoderId) -> None:
        """Give a session to a coder."""
        on = self.on[session_id]
        self.met.update(frozenset((coder, other)) for other in on)
        on.append(coder)
        self.loads[coder] += 1
        self.taken[coder] += 1

    def take(self, session_id: SessionId, coder: CoderId) -> None:
        """Take a session from a coder."""
        on = self.on[session_id]
        on.remove(coder)
        self.met.subtract(frozenset((coder, other)) for other in on)
        self.loads[coder] -= 1
        self.taken[coder] -= 1

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

    def _unplaced(self, session: Allocable, missing: int) -> Unplaced:
        possible = [c for c in self.coders if self.may(session, c)]
        why = "the coders who may code it have no room" if possible else "no further coder may"
        return Unplaced(session_id=session.session_id, missing=missing, reason=why)
