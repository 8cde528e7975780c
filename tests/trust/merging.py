"""Proof that joining work from several machines loses nothing and settles nothing by itself."""

from __future__ import annotations

import random
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from practicecoder.domain.coding import Rating
from practicecoder.domain.history import HistoryEntry, HistoryKind, ReceivedEntry
from practicecoder.domain.ids import CoderId, CodingId
from practicecoder.storage.chain import HistorySeal
from practicecoder.storage.database import Database
from practicecoder.storage.engine import connect_sqlite
from practicecoder.storage.history import CodingContent, replay, value_text
from practicecoder.storage.schema import upgrade_file
from practicecoder.storage.unit_of_work import UnitOfWork
from tests.trust.frame import Proof, Size, say

START = datetime(2026, 3, 4, 5, 6, 7, tzinfo=UTC)
ITEMS = ("warmth", "goals", "listening")
MACHINES = 3
SEAL = HistorySeal(b"made-up key of 32 bytes, no more")


@dataclass(frozen=True, slots=True)
class Work:
    """One coding as several machines have it: each list is what one machine could return."""

    coding_id: CodingId
    machines: tuple[tuple[ReceivedEntry, ...], ...]

    @property
    def all_ids(self) -> frozenset[str]:
        """Every entry that anybody wrote."""
        return frozenset(r.entry.entry_id for machine in self.machines for r in machine)

    @property
    def n_ends(self) -> int:
        """How many entries nobody went on from: more than one is a fork."""
        parents = {r.parent_id for machine in self.machines for r in machine}
        return len(self.all_ids - parents)


@dataclass(frozen=True, slots=True)
class Joined:
    """What a study has after it took in everything."""

    entries: tuple[tuple[str, str | None], ...]
    heads: tuple[str, ...]
    is_forked: bool
    content: CodingContent
    branches: tuple[CodingContent, ...]


def some_work(chance: random.Random, number: int) -> Work:
    """Let machines go on from what they were given, or from what another one had returned."""
    coding_id = CodingId(f"coding-{number}")
    made = 0

    def go_on(before: Sequence[ReceivedEntry], count: int) -> list[ReceivedEntry]:
        nonlocal made
        entries = list(before)
        for _ in range(count):
            made += 1
            parent = entries[-1].entry.entry_id if entries else None
            entries.append(_entry(chance, coding_id, f"{number}-{made}", parent))
        return entries

    given = go_on([], chance.randint(1, 4))
    machines = [go_on(given, chance.choice((0, 0, 1, 2, 4)))]
    for _ in range(MACHINES - 1):
        base = chance.choice([given, *machines])
        start = base[: chance.randint(1, len(base))] if chance.random() < 0.3 else base
        machines.append(go_on(start, chance.choice((0, 0, 1, 2, 4))))
    return Work(coding_id, tuple(tuple(machine) for machine in machines))


def _entry(
    chance: random.Random, coding_id: CodingId, entry_id: str, parent: str | None
) -> ReceivedEntry:
    entry = HistoryEntry(
        entry_id=entry_id,
        at=START + timedelta(seconds=chance.randint(0, 500)),  # clocks of machines differ
        actor=CoderId("A"),
        kind=HistoryKind.RATING if parent else HistoryKind.CODING_STARTED,
        item=chance.choice(ITEMS) if parent else "A",
        new=value_text(Rating.rated(chance.randint(1, 5))) if parent else None,
        coding_id=coding_id,
    )
    return ReceivedEntry(entry=entry, parent_id=parent)


def joined(unit: UnitOfWork, work: Work, chance: random.Random) -> Joined:
    """Take in returns in any order, some of them early, some of them twice."""
    returns = [machine for machine in work.machines if machine]
    early = [m[: chance.randint(1, len(m))] for m in returns if chance.random() < 0.5]
    again = [m for m in returns if chance.random() < 0.3]
    arriving = [*returns, *early, *again]
    chance.shuffle(arriving)
    for machine in arriving:
        unit.history.add_received(machine)
    links = unit.history.links_of_coding(work.coding_id)
    fork = unit.history.fork_of(work.coding_id)
    return Joined(
        entries=tuple(sorted((r.entry.entry_id, r.parent_id) for r in links)),
        heads=() if fork is None else fork.heads,
        is_forked=work.coding_id in unit.history.forked(),
        content=replay(unit.history.of_coding(work.coding_id)),
        branches=()
        if fork is None
        else tuple(replay((*fork.common, *branch)) for branch in fork.branches),
    )


def last_writer_wins(work: Work) -> frozenset[str]:
    """Entries that are left if the latest return replaces the others, as files usually do."""
    latest = max(work.machines, key=lambda m: m[-1].entry.at if m else START)
    return frozenset(r.entry.entry_id for r in latest)


@dataclass(slots=True)
class Count:
    """What was counted over many histories."""

    histories: int = 0
    events: int = 0
    lost: int = 0
    different: int = 0
    forks: int = 0
    not_shown: int = 0
    shown_for_nothing: int = 0
    lost_by_control: int = 0

    @property
    def is_sound(self) -> bool:
        """Whether every law held and the control broke one."""
        failed = self.lost + self.different + self.not_shown + self.shown_for_nothing
        return not failed and self.forks > 0 and self.lost_by_control > 0


def count(n: int, seed: int) -> Count:
    """Join ``n`` random histories in two studies, in orders of their own, and compare."""
    told = Count()
    chance = random.Random(seed)
    with two_studies() as units:
        for number in range(n):
            work = some_work(chance, number)
            one, two = (joined(unit, work, chance) for unit in units)
            is_fork = work.n_ends > 1
            told.histories += 1
            told.events += len(work.all_ids)
            told.lost += len(work.all_ids - {entry_id for entry_id, _ in one.entries})
            told.different += one != two
            told.forks += is_fork
            told.not_shown += is_fork and not one.is_forked
            told.shown_for_nothing += one.is_forked and not is_fork
            told.lost_by_control += bool(work.all_ids - last_writer_wins(work))
            if (number + 1) % 1_000 == 0:
                say(f"merging: {number + 1:,} of {n:,}")
    return told


@contextmanager
def two_studies() -> Iterator[tuple[UnitOfWork, UnitOfWork]]:
    """Two empty studies, open in one transaction each."""
    with tempfile.TemporaryDirectory(prefix="merging-") as folder, ExitStack() as stack:
        one, two = (_unit(stack, Path(folder) / f"{name}.db") for name in ("one", "two"))
        yield one, two


def _unit(stack: ExitStack, file: Path) -> UnitOfWork:
    connect_sqlite(file, "rwc").close()
    upgrade_file(file)
    database = Database.on_file(file, read_only=False, path=file.parent, seal=SEAL)
    stack.callback(database.close)
    return stack.enter_context(database.transaction())


def prove(size: Size) -> Proof:
    """Join random histories of three machines and compare what comes out."""
    told = count(size.of(short=20, full=10_000), seed=7)
    return Proof(
        promise=7,
        name="merging",
        claim="Work on several machines is joined in any order and any number of times with the "
        "same outcome; no act is lost, and every coding that was continued in two places is shown",
        mark="0 lost, 0 different, 0 not shown",
        figures={
            "histories of three machines": told.histories,
            "acts": told.events,
            "acts lost": told.lost,
            "outcomes that depend on the order": told.different,
            "continued in two places": told.forks,
            "of these not shown": told.not_shown,
            "shown without being so": told.shown_for_nothing,
        },
        passed=told.is_sound,
        control=f"where the latest file replaces the others, acts are lost in "
        f"{told.lost_by_control:,} of {told.histories:,} histories",
    )
