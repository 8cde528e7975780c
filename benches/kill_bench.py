"""Kill a program in the middle of its work, again and again, and count what was lost.

``python -m benches.kill_bench --kills 500``

A child process opens a real study, codes in a loop and acknowledges each act once the store says
that it is saved. The parent kills it without warning at a random moment, opens the study as the
next start of the program would, and looks for every acknowledged act. Each act has a number of
its own, so that one that is missing cannot hide.

Two controls do the same in ways that must lose work, to show that the bench would see a loss:
``early`` acknowledges just before the commit, ``buffered`` saves every 25 acts together. The bench
fails if the store loses anything, and as well if a control loses nothing.

A kill ends a program, not the power: what the operating system has taken over is still written.
"""

from __future__ import annotations

import argparse
import multiprocessing
import random
import signal
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum
from itertools import count
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Protocol

from benches.printing import say
from practicecoder.domain.coding import CodebookRef, Coding, Evidence, Rating
from practicecoder.domain.coding_changes import (
    CodingChange,
    EvidenceChange,
    RatingChange,
    applied,
)
from practicecoder.domain.ids import BlindCode, CoderId, CodingId, SessionId, StudyId, new_id
from practicecoder.domain.people import Coder
from practicecoder.domain.sessions import PracticeSession
from practicecoder.domain.spans import TimeSpan
from practicecoder.domain.study import StudyRecord
from practicecoder.storage.copies import faults_of
from practicecoder.storage.folders import StudyFolder
from practicecoder.storage.history import change_of
from practicecoder.storage.history_checking import agrees
from practicecoder.storage.study_folder import StudyStore
from practicecoder.storage.unit_of_work import UnitOfWork

CODEBOOK = CodebookRef(codebook_id="made_up", version="1.0", digest="0" * 64)
CODER = CoderId("C1")
DIMENSIONS = [f"d{number}" for number in range(7)]
EVIDENCE_EVERY = 3
BUFFER = 25
MOST_ACTS = 12
LONGEST_PAUSE_S = 0.008
LONGEST_START_S = 0.1
BEGIN_TIMEOUT_S = 60.0
PASSPHRASE = "four made up words"


class Way(StrEnum):
    """How acts are saved and acknowledged."""

    STORE = "store"
    EARLY = "early"
    BUFFERED = "buffered"

    @property
    def may_lose(self) -> bool:
        """Whether it is a control, which has to lose something."""
        return self is not Way.STORE


class Listener(Protocol):
    """Who is told the numbers of the acts that are saved."""

    def send(self, number: int, /) -> None:
        """Take a number."""


@dataclass(slots=True, kw_only=True)
class Tally:
    """What a series of kills came to. ``acknowledged`` are numbers of acts by coding."""

    kills: int = 0
    in_a_write: int = 0
    lost: int = 0
    unannounced: int = 0
    damaged: int = 0
    out_of_step: int = 0
    seconds: float = 0.0
    acknowledged: dict[CodingId, list[int]] = field(default_factory=dict)

    @property
    def n_acknowledged(self) -> int:
        """Number of acts that the child said were saved."""
        return sum(len(numbers) for numbers in self.acknowledged.values())

    def add(self, other: Tally) -> None:
        """Add the figures of another series."""
        self.kills += other.kills
        self.in_a_write += other.in_a_write
        self.lost += other.lost
        self.unannounced += other.unannounced
        self.damaged += other.damaged
        self.out_of_step += other.out_of_step
        self.seconds += other.seconds
        self.acknowledged |= other.acknowledged

    @property
    def is_clean(self) -> bool:
        """Whether nothing was lost, damaged or out of step with its history."""
        return not (self.lost or self.damaged or self.out_of_step)

    def sentence(self, way: Way) -> str:
        """Figures in one line."""
        return (
            f"{way.value}: {self.kills} kills ({self.in_a_write} in the middle of a write), "
            f"{self.n_acknowledged} acts acknowledged, {self.lost} lost, "
            f"{self.unannounced} saved but not yet acknowledged, {self.damaged} damaged "
            f"databases, {self.out_of_step} codings unlike their history, {self.seconds:.0f} s"
        )


def main(arguments: list[str] | None = None) -> int:
    """Run the bench; 0 if the store lost nothing and every control lost something."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--kills", type=int, default=500, help="kills of the store itself")
    parser.add_argument("--control-kills", type=int, default=25, help="kills of each control")
    parser.add_argument(
        "--control",
        choices=["all", "none", Way.EARLY.value, Way.BUFFERED.value],
        default="all",
        help="which controls to run",
    )
    parser.add_argument("--seed", type=int, default=20_261_121)
    parser.add_argument("--encrypted", action="store_true", help="use encrypted studies")
    parser.add_argument("--folder", type=Path, help="where to make the studies")
    options = parser.parse_args(arguments)

    if "fork" in multiprocessing.get_all_start_methods():
        multiprocessing.set_start_method("fork")  # the child has everything imported already
    controls = [way for way in Way if way.may_lose and options.control in ("all", way.value)]
    results = []
    with tempfile.TemporaryDirectory(dir=options.folder, prefix="kills-") as place:
        for way in (Way.STORE, *controls):
            kills = options.control_kills if way.may_lose else options.kills
            study = make_study(Path(place) / way.value, encrypted=options.encrypted)
            tally = run(study, way, kills, random.Random(options.seed))
            say(tally.sentence(way))
            results.append(_verdict(way, tally))
    return 0 if all(results) else 1


def run(study: StudyFolder, way: Way, kills: int, chance: random.Random) -> Tally:
    """Kill a child that works on one and the same study, ``kills`` times."""
    tally, numbers = Tally(), count(1)
    begun = time.monotonic()
    for _ in range(kills):
        coding_id = CodingId(new_id())
        first = next(numbers)
        said = killed_run(study, way, coding_id, first, chance)
        numbers = count(max(said, default=first) + BUFFER + 1)
        tally.kills += 1
        tally.acknowledged[coding_id] = said
        look_at(study, coding_id, tally)
    look_at_everything(study, tally)
    tally.seconds = time.monotonic() - begun
    return tally


def make_study(path: Path, *, encrypted: bool = False) -> StudyFolder:
    """Make a study with one coder; its folder has the key if it is encrypted."""
    record = StudyRecord(
        study_id=StudyId(new_id()),
        title="Made-up study",
        codebook=CODEBOOK,
        created_at=now(),
        made_up=True,
    )
    passphrase = PASSPHRASE if encrypted else None
    store = StudyStore.create(path, record, "made-up codebook", passphrase=passphrase)
    with store.transaction() as unit:
        unit.people.add_coder(Coder(coder_id=CODER))
    store.close()
    return store.folder


def opened(study: StudyFolder) -> StudyStore:
    """Open a study as the next start of the program would."""
    return StudyStore.open(study.path, key=study.key)


# The child


def work(
    study: StudyFolder, way: Way, coding_id: CodingId, first: int, parent: Connection
) -> None:
    """Code for ever, and acknowledge each act by its number."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    store = opened(study)
    coding = begin(store, coding_id)
    parent.send(0)
    save = {Way.STORE: save_each, Way.EARLY: acknowledge_early, Way.BUFFERED: save_together}[way]
    save(store, coding, acts(coding_id, first), parent)


def begin(store: StudyStore, coding_id: CodingId) -> Coding:
    """Begin a coding of a new session."""
    session = PracticeSession(
        session_id=SessionId(coding_id), blind_code=BlindCode(coding_id), made_up=True
    )
    coding = Coding(
        coding_id=coding_id, session_id=session.session_id, coder_id=CODER, codebook=CODEBOOK
    )
    with store.transaction() as unit:
        unit.sessions.add(session)
        unit.codings.add(coding)
    return coding


def acts(coding_id: CodingId, first: int) -> Iterator[tuple[int, list[CodingChange]]]:
    """Acts without end; the value of each rating is the number of its act."""
    for number in count(first):
        changes: list[CodingChange] = [
            RatingChange(DIMENSIONS[number % len(DIMENSIONS)], Rating.rated(number))
        ]
        if number % EVIDENCE_EVERY == 0:
            piece = Evidence(
                evidence_id=f"{coding_id}-{number % 50}",
                span=TimeSpan(number, number + 1),
                dimension_ids=tuple(DIMENSIONS[:2]),
                note="made-up note",
            )
            changes.append(EvidenceChange(piece.evidence_id, piece))
        yield number, changes


def _saved(unit: UnitOfWork, coding: Coding, changes: list[CodingChange]) -> Coding:
    """Save one act with its history, as the program does."""
    unit.record_changes(coding, changes, at=now(), actor=CODER)
    return unit.codings.save(
        applied(coding, changes), expected_version=coding.version, changes=changes
    )


def save_each(
    store: StudyStore,
    coding: Coding,
    series: Iterator[tuple[int, list[CodingChange]]],
    parent: Listener,
) -> None:
    """Save each act, then acknowledge it."""
    for number, changes in series:
        with store.transaction() as unit:
            coding = _saved(unit, coding, changes)
        parent.send(number)


def acknowledge_early(
    store: StudyStore,
    coding: Coding,
    series: Iterator[tuple[int, list[CodingChange]]],
    parent: Listener,
) -> None:
    """Acknowledge each act just before it is committed: a mistake, on purpose."""
    for number, changes in series:
        with store.transaction() as unit:
            coding = _saved(unit, coding, changes)
            parent.send(number)


def save_together(
    store: StudyStore,
    coding: Coding,
    series: Iterator[tuple[int, list[CodingChange]]],
    parent: Listener,
) -> None:
    """Acknowledge acts at once and save them in batches: a mistake, on purpose."""
    waiting: list[CodingChange] = []
    for number, changes in series:
        waiting.extend(changes)
        parent.send(number)
        if number % BUFFER == 0:
            with store.transaction() as unit:
                coding = _saved(unit, coding, waiting)
            waiting = []
        time.sleep(0.001)


# The parent


def killed_run(
    study: StudyFolder, way: Way, coding_id: CodingId, first: int, chance: random.Random
) -> list[int]:
    """Let a child work and kill it at a random moment; numbers of the acts it acknowledged.

    Most kills come within or after one of its first acts, every fifth may come already while it
    opens the study.
    """
    mine, its = multiprocessing.Pipe(duplex=False)
    child = multiprocessing.Process(target=work, args=(study, way, coding_id, first, its))
    child.start()
    its.close()
    said: list[int] = []
    begun = True
    if chance.random() < 0.8:
        n_acts = chance.randrange(MOST_ACTS)
        while begun and len(said) <= n_acts:
            begun = mine.poll(BEGIN_TIMEOUT_S)
            if begun:
                said.append(mine.recv())
        time.sleep(chance.uniform(0, LONGEST_PAUSE_S))
    else:
        time.sleep(chance.uniform(0, LONGEST_START_S))
    child.kill()
    child.join()
    if child.exitcode is None or child.exitcode >= 0 or not begun:
        raise RuntimeError(f"the child ended by itself ({child.exitcode})")
    said.extend(_received(mine))
    mine.close()
    child.close()
    return [number for number in said if number]


def look_at(study: StudyFolder, coding_id: CodingId, tally: Tally) -> None:
    """Open the study as the next start would, and compare it with what was acknowledged."""
    if study.path.joinpath("study.db-journal").exists():
        tally.in_a_write += 1
    store = opened(study)
    try:
        with store.reading() as unit:
            coding = unit.codings.find(coding_id)
            entries = unit.history.of_coding(coding_id)
    finally:
        store.close()
    if faults_of(study.keyed(study.database)):
        tally.damaged += 1
    if coding is not None and not agrees(coding, entries):
        tally.out_of_step += 1
    saved = {
        round(change.new.value)
        for change in map(change_of, entries)
        if isinstance(change, RatingChange) and change.new.value is not None
    }
    said = set(tally.acknowledged[coding_id])
    tally.lost += len(said - saved)
    tally.unannounced += len(saved - said)


def look_at_everything(study: StudyFolder, tally: Tally) -> None:
    """Once more at the end: a later kill must not have harmed what an earlier one left."""
    store = opened(study)
    try:
        tally.out_of_step += len(store.check())
        with store.reading() as unit:
            entries = unit.history.all()
    finally:
        store.close()
    saved: dict[str | None, set[int]] = {}
    for entry in entries:
        change = change_of(entry)
        if isinstance(change, RatingChange) and change.new.value is not None:
            saved.setdefault(entry.coding_id, set()).add(round(change.new.value))
    missing = sum(
        len(set(numbers) - saved.get(coding_id, set()))
        for coding_id, numbers in tally.acknowledged.items()
    )
    tally.lost = max(tally.lost, missing)


def _received(pipe: Connection) -> Iterator[int]:
    while True:
        try:
            yield pipe.recv()
        except (EOFError, OSError):  # the child is gone, maybe in the middle of a message
            return


def _verdict(way: Way, tally: Tally) -> bool:
    if not way.may_lose:
        say("  nothing was lost" if tally.is_clean else "  WORK WAS LOST")
        return tally.is_clean
    seen = tally.lost > 0
    say("  the loss is seen, as it must be" if seen else "  THE BENCH SEES NO LOSS: IT IS BLIND")
    return seen


def now() -> datetime:
    """Time at which an act is made."""
    return datetime.now(UTC)


if __name__ == "__main__":
    sys.exit(main())
