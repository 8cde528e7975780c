"""The order of entries written in several places: who follows whom, and what is forked."""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Link:
    """Place of an entry: the entries that it follows, and when it was written."""

    entry_id: str
    parent_id: str | None
    other_parent_id: str | None
    at: datetime

    @property
    def parents(self) -> tuple[str, ...]:
        """Entries that it follows."""
        return tuple(p for p in (self.parent_id, self.other_parent_id) if p is not None)


class Lineage:
    """All entries of one chain by their links, which form no circle.

    Parameters
    ----------
    links
        Links in an order in which no entry comes before its parents.
    """

    def __init__(self, links: Iterable[Link]) -> None:
        self._links = {link.entry_id: link for link in links}

    def __contains__(self, entry_id: str) -> bool:
        return entry_id in self._links

    def add(self, link: Link) -> None:
        """Add an entry whose parents are there."""
        self._links[link.entry_id] = link

    def heads(self) -> tuple[str, ...]:
        """Entries that nothing follows; the one in force first.

        In force is the branch in which most forks were settled, among them the one that was begun
        first. That does not depend on the order in which branches were received.
        """
        followed = {parent for link in self._links.values() for parent in link.parents}
        heads = [entry_id for entry_id in self._links if entry_id not in followed]
        return tuple(sorted(heads, key=self._rank)) if len(heads) > 1 else tuple(heads)

    def path_to(self, entry_id: str) -> tuple[str, ...]:
        """Entries that lead to one along first parents, from the first one to itself."""
        path: list[str] = []
        link = self._links.get(entry_id)
        while link is not None and len(path) <= len(self._links):
            path.append(link.entry_id)
            link = None if link.parent_id is None else self._links.get(link.parent_id)
        return tuple(reversed(path))

    def ancestors(self, entry_id: str) -> frozenset[str]:
        """Every entry that leads to one, along all parents, itself included."""
        found: set[str] = set()
        waiting = [entry_id]
        while waiting:
            at = waiting.pop()
            if at not in found and at in self._links:
                found.add(at)
                waiting.extend(self._links[at].parents)
        return frozenset(found)

    def _rank(self, head: str) -> tuple[int, list[tuple[datetime, str]]]:
        path = [self._links[entry_id] for entry_id in self.path_to(head)]
        settled = sum(link.other_parent_id is not None for link in path)
        return -settled, [(link.at, link.entry_id) for link in path]


def follows_in_line(links: Sequence[Link]) -> bool:
    """Whether each entry follows the one before it, and the first one none."""
    before: str | None = None
    for link in links:
        if link.parent_id != before or link.other_parent_id is not None:
            return False
        before = link.entry_id
    return True


def in_order(links: Mapping[str, Link], known: Lineage) -> tuple[str, ...]:
    """Entries so that none comes before its parents; older ones first where both can be.

    Entries are left out whose parents are neither among them nor known, and those in circles.
    """
    missing = {
        entry_id: {parent for parent in link.parents if parent not in known}
        for entry_id, link in links.items()
    }
    children: defaultdict[str, list[str]] = defaultdict(list)
    for entry_id, parents in missing.items():
        for parent in parents:
            children[parent].append(entry_id)
    ready = [(links[e].at, e) for e, parents in missing.items() if not parents]
    heapq.heapify(ready)
    order = []
    while ready:
        _, entry_id = heapq.heappop(ready)
        order.append(entry_id)
        for child in children[entry_id]:
            missing[child].discard(entry_id)
            if not missing[child]:
                heapq.heappush(ready, (links[child].at, child))
    return tuple(order)
