"""Levelling of a draw: loads as equal, and meetings of coders as even, as exclusions allow."""

from __future__ import annotations

from collections.abc import Mapping

from practicecoder.domain.ids import CoderId, SessionId
from practicecoder.scoring.coder_desk import CoderDesk


def level_loads(desk: CoderDesk) -> None:
    """Move sessions along chains of coders until no chain evens out two loads."""
    while any(_evened(desk, source) for source in _by_load(desk)):
        pass


def rotate_pairs(desk: CoderDesk) -> None:
    """Exchange coders between two sessions while that evens out the pairs."""
    every = sorted(desk.on)
    shared = [session_id for session_id in every if len(desk.on[session_id]) >= 2]
    while _pairs_differ(desk) and any(
        _exchanged(desk, one, other) for one in shared for other in every if one != other
    ):
        pass


def _by_load(desk: CoderDesk) -> list[CoderId]:
    return sorted(desk.coders, key=lambda c: (-desk.loads[c], c))


def _evened(desk: CoderDesk, source: CoderId) -> bool:
    """Whether a chain led from a coder to one with two sessions less, and was moved along."""
    came: dict[CoderId, tuple[CoderId, SessionId]] = {}
    reached = [source]
    for coder in reached:
        for session_id in _movable(desk, coder):
            for other in desk.coders:
                if other in came or other == source:
                    continue
                if not desk.may(desk.sessions[session_id], other):
                    continue
                came[other] = (coder, session_id)
                if desk.loads[other] <= desk.loads[source] - 2 and desk.has_room(other):
                    _move_along(desk, came, other, source)
                    return True
                reached.append(other)
    return False


def _movable(desk: CoderDesk, coder: CoderId) -> list[SessionId]:
    return [
        session_id
        for session_id, on in desk.on.items()
        if coder in on and coder not in desk.sessions[session_id].assigned
    ]


def _move_along(
    desk: CoderDesk,
    came: Mapping[CoderId, tuple[CoderId, SessionId]],
    last: CoderId,
    source: CoderId,
) -> None:
    while last != source:
        before, session_id = came[last]
        desk.take(session_id, before)
        desk.put(session_id, last)
        last = before


def _pairs_differ(desk: CoderDesk) -> bool:
    """Whether two pairs of coders differ in their meetings by more than one."""
    times = desk.meetings().values()
    return bool(times) and max(times) - min(times) > 1


def _exchanged(desk: CoderDesk, one: SessionId, other: SessionId) -> bool:
    for a in [c for c in desk.on[one] if c not in desk.sessions[one].assigned]:
        for b in [c for c in desk.on[other] if c not in desk.sessions[other].assigned]:
            if not (desk.may(desk.sessions[one], b) and desk.may(desk.sessions[other], a)):
                continue
            if _gain(desk, one, a, b) + _gain(desk, other, b, a) > 0:
                _swap(desk, one, a, other, b)
                return True
    return False


def _gain(desk: CoderDesk, session_id: SessionId, leaves: CoderId, comes: CoderId) -> int:
    """How much more often those who stay met the one who leaves than the one who comes.

    The one who comes would meet each once more: equal meetings gain nothing.
    """
    stay = [c for c in desk.on[session_id] if c != leaves]
    return sum(
        desk.met[frozenset((c, leaves))] - desk.met[frozenset((c, comes))] - 1 for c in stay
    )


def _swap(desk: CoderDesk, one: SessionId, a: CoderId, other: SessionId, b: CoderId) -> None:
    desk.take(one, a)
    desk.take(other, b)
    desk.put(one, b)
    desk.put(other, a)
