"""Spreads marks that overlap over lanes, and names the further lanes after the first."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from heapq import heappop, heappush

from practicecoder.interchange.foreign.values import ForeignEvent

_FURTHER = re.compile(r"(?P<base>.*)#[0-9]{1,4}", re.DOTALL)


def lanes(events: Sequence[ForeignEvent], *, least_ms: int = 0) -> list[list[ForeignEvent]]:
    """Spread marks so that in no lane one begins before the one before it has ended.

    Parameters
    ----------
    least_ms
        Room that every mark takes at least; with 1, no two marks of a lane begin together.
    """
    found: list[list[ForeignEvent]] = []
    busy: list[tuple[int, int]] = []  # until when, and which lane
    free: list[int] = []
    for event in sorted(events, key=lambda one: (one.start_ms, _end(one))):
        while busy and busy[0][0] <= event.start_ms:
            heappush(free, heappop(busy)[1])
        lane = heappop(free) if free else len(found)
        if lane == len(found):
            found.append([])
        found[lane].append(event)
        heappush(busy, (max(_end(event), event.start_ms + least_ms), lane))
    return found


def lane_name(base: str, number: int) -> str:
    """Name of a lane, numbered from 0.

    Examples
    --------
    >>> lane_name("worker", 0), lane_name("worker", 1)
    ('worker', 'worker#2')
    """
    return base if number == 0 else f"{base}#{number + 1}"


def base_name(name: str, names: Collection[str]) -> str:
    """Name without the number of a further lane, if there is a first lane of that name.

    Examples
    --------
    >>> base_name("worker#2", {"worker", "worker#2"}), base_name("worker#2", {"worker#2"})
    ('worker', 'worker#2')
    """
    match = _FURTHER.fullmatch(name)
    return match["base"] if match is not None and match["base"] in names else name


def _end(event: ForeignEvent) -> int:
    return event.start_ms if event.end_ms is None else event.end_ms
