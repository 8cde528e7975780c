"""Promise 1: what was said to be saved is there after the power fails at any moment.

A real writer's system calls are recorded. After each of them, states are built that the disk may
be in if the power fails there: whatever had not been made to reach the disk is lost, kept, kept in
another order or in pieces of 512 bytes, and names of files are undone. Each state is opened as the
next start of the program would, and searched for every act that was said to be saved.
"""

from __future__ import annotations

import hashlib
import multiprocessing
import random
import sqlite3
import tempfile
from collections.abc import Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from benches.kill_bench import opened
from practicecoder.errors import PracticeCoderError
from practicecoder.storage.copies import faults_of
from practicecoder.storage.engine import DatabaseFile, connect_sqlite, database_errors
from practicecoder.storage.folders import StudyFolder
from tests.trust.disk import Fate
from tests.trust.frame import Proof, Size, say
from tests.trust.made_up import lay_out, quick_place
from tests.trust.recorded_writer import Way
from tests.trust.recording import KEPT_WAYS, Recording, kept, record

SEED = 20_261_121
WORKERS = 2
FULL_STATES = 50_000
ACTS = {Way.STORE: 130, Way.CIPHER: 100, Way.OFF: 20, Way.FULL: 20, Way.WAL: 20}


@dataclass(frozen=True, slots=True, kw_only=True)
class Density:
    """How closely states are taken; the whole program opens every so manieth of them, or none."""

    fates: Sequence[Fate]
    every_moment: int = 1
    whole_look_every: int = 0


SHORT = Density(fates=(Fate.LOST, Fate.KEPT, Fate.TORN), every_moment=4)
FULL = Density(
    fates=(*Fate, Fate.REORDERED, Fate.TORN, Fate.REORDERED, Fate.TORN), whole_look_every=50
)


@dataclass(slots=True, kw_only=True)
class Tally:
    """What opening many states came to."""

    states: set[bytes] = field(default_factory=set)
    moments: int = 0
    looked_at_wholly: int = 0
    corrupt: int = 0
    losing: int = 0
    acts_lost: int = 0
    half_saved: int = 0
    bad_backups: int = 0

    def add(self, other: Tally) -> None:
        """Add the tally of another worker."""
        self.states |= other.states
        self.moments += other.moments
        self.looked_at_wholly += other.looked_at_wholly
        self.corrupt += other.corrupt
        self.losing += other.losing
        self.acts_lost = max(self.acts_lost, other.acts_lost)
        self.half_saved += other.half_saved
        self.bad_backups += other.bad_backups

    @property
    def is_clean(self) -> bool:
        """Whether every state held everything."""
        return not (self.corrupt or self.losing or self.half_saved or self.bad_backups)

    def sentence(self) -> str:
        """Figures in one line."""
        return (
            f"{len(self.states):,} states at {self.moments:,} moments, {self.corrupt:,} corrupt, "
            f"acts lost in {self.losing:,} (at most {self.acts_lost}), half saved in "
            f"{self.half_saved:,}, {self.bad_backups:,} bad backups"
        )


def prove(size: Size) -> Proof:
    """Record the program and ways that must lose work, and cut the power at every call."""
    with tempfile.TemporaryDirectory(prefix="power-", dir=quick_place()) as place:
        if size is Size.SHORT:
            tallies = {way: cut(kept(way), Path(place), SHORT) for way in KEPT_WAYS}
        else:
            tallies = {
                way: cut(record(Path(place) / way.name, way, n_acts), Path(place), FULL)
                for way, n_acts in ACTS.items()
            }
    store = Tally()
    for way, tally in tallies.items():
        if not way.may_lose:
            store.add(tally)
    controls = {way: tally for way, tally in tallies.items() if way.may_lose}
    return Proof(
        promise=1,
        name="power_cut",
        claim="What the program said was saved is there after the power fails at any moment",
        mark=f"{FULL_STATES:,} states: 0 corrupt, 0 lost, 0 half saved; every control loses or "
        "corrupts",
        figures={
            "states": len(store.states),
            "of them of encrypted studies": len(tallies.get(Way.CIPHER, Tally()).states),
            "moments": store.moments,
            "opened by the whole program": store.looked_at_wholly,
            "corrupt": store.corrupt,
            "with lost acts": store.losing,
            "with half of an act": store.half_saved,
            "damaged backups": store.bad_backups,
        },
        passed=store.is_clean
        and len(store.states) >= size.of(short=1, full=FULL_STATES)
        and not any(tally.is_clean for tally in controls.values()),
        control="; ".join(
            f"{way.value}: {tally.corrupt:,} corrupt, acts lost in {tally.losing:,} "
            f"of {len(tally.states):,} states"
            for way, tally in controls.items()
        ),
    )


def cut(recording: Recording, place: Path, density: Density) -> Tally:
    """Cut the power after every call; what the states came to."""
    total = Tally()
    fork = multiprocessing.get_context("fork")  # the recording need not be sent
    shares = [(recording, place, density, worker) for worker in range(WORKERS)]
    with ProcessPoolExecutor(WORKERS, fork) as pool:
        for tally in pool.map(cut_share, shares):
            total.add(tally)
    say(f"power_cut: {recording.way.value}: {total.sentence()}")
    return total


def cut_share(share: tuple[Recording, Path, Density, int]) -> Tally:
    """Cut the power after those calls that are this worker's."""
    recording, place, density, worker = share
    tally, disk = Tally(), recording.disk()
    with tempfile.TemporaryDirectory(prefix="state-", dir=place) as folder:
        looker = Looker(
            StudyFolder(Path(folder) / "study", recording.key), density.whole_look_every, tally
        )
        for moment, operation in enumerate(recording.operations):
            disk.take(operation)
            mine = divmod(moment, density.every_moment)
            if mine[1] or mine[0] % WORKERS != worker:
                continue
            tally.moments += 1
            chance = random.Random(SEED + moment)
            for fate in density.fates[:1] if disk.is_settled else density.fates:
                looker.look(disk.after_power_cut(fate, chance), disk.said)
    return tally


@dataclass(slots=True)
class Looker:
    """Opens states and counts what is wrong with them."""

    study: StudyFolder
    whole_look_every: int
    tally: Tally
    sound_backups: set[bytes] = field(default_factory=set)

    @property
    def database(self) -> DatabaseFile:
        """The study's database, with its key."""
        return self.study.keyed(self.study.database)

    def look(self, files: Mapping[str, bytes], said: Sequence[int]) -> None:
        """Open one state, unless it was looked at before."""
        state = digest(files, said)
        if state in self.tally.states:
            return
        self.tally.states.add(state)
        lay_out(self.study.path, files)
        try:
            recover(self.database)
            if faults_of(self.database):
                self.tally.corrupt += 1
                return
            saved, in_step = saved_acts(self.database)
        except database_errors():
            self.tally.corrupt += 1
            return
        missing = {number for number in said if number} - saved
        self.tally.losing += bool(missing)
        self.tally.acts_lost = max(self.tally.acts_lost, len(missing))
        self.tally.half_saved += not in_step
        self._look_at_backups(files)
        if self.whole_look_every and len(self.tally.states) % self.whole_look_every == 0:
            self._look_wholly()

    def _look_at_backups(self, files: Mapping[str, bytes]) -> None:
        for name, content in files.items():
            if not name.startswith("backups/study-"):
                continue
            known = hashlib.blake2b(content, digest_size=16).digest()
            if known in self.sound_backups:
                continue
            if faults_of(self.study.keyed(self.study.path / name)):
                self.tally.bad_backups += 1
            else:
                self.sound_backups.add(known)

    def _look_wholly(self) -> None:
        """Open the study with the program itself, and have it check everything."""
        self.tally.looked_at_wholly += 1
        try:
            with closing(opened(self.study)) as store:
                self.tally.corrupt += bool(store.check())
        except PracticeCoderError:
            self.tally.corrupt += 1


def digest(files: Mapping[str, bytes], said: Sequence[int]) -> bytes:
    """Fingerprint of a state, and of what has to be in it."""
    whole = hashlib.blake2b(str(said[-1:]).encode(), digest_size=16)
    for name, content in sorted(files.items()):
        whole.update(f"{name}:{len(content)}:".encode())
        whole.update(content)
    return whole.digest()


def recover(file: DatabaseFile) -> None:
    """Take back what was interrupted, as the program does at a writer's first look."""
    with closing(connect_sqlite(file, "rw")) as connection:
        connection.execute("SELECT count(*) FROM sqlite_master").fetchall()


def saved_acts(file: DatabaseFile) -> tuple[set[int], bool]:
    """Numbers of the acts in the history, and whether ratings and evidence are in step with it."""
    with closing(connect_sqlite(file, "ro")) as connection:
        saved = _numbers(
            connection, "SELECT json_extract(new, '$.value') FROM history WHERE kind = 'rating'"
        )
        ratings = _numbers(connection, "SELECT value FROM ratings WHERE value IS NOT NULL")
        evidence = connection.execute("SELECT count(*) FROM history WHERE kind = 'evidence'")
        n_evidence = int(evidence.fetchone()[0])
    in_step = max(saved, default=0) == max(ratings, default=0)
    complete = saved == set(range(1, len(saved) + 1))
    return saved, in_step and complete and n_evidence == len(saved) // 3


def _numbers(connection: sqlite3.Connection, query: str) -> set[int]:
    return {round(row[0]) for row in connection.execute(query).fetchall()}
