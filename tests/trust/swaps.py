"""Promise 3: a power cut leaves a study that is changed as a whole as before or as after.

Upgrades, restorations and encryptions are recorded call by call. After each call the disk may be
in many states, as in ``power_cut``; each is opened by the whole program.
"""

from __future__ import annotations

import hashlib
import multiprocessing
import random
import tempfile
from collections import Counter
from collections.abc import Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import closing
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from benches.kill_bench import PASSPHRASE, opened
from practicecoder.errors import PracticeCoderError
from practicecoder.storage.engine import connect_sqlite, database_errors
from practicecoder.storage.folders import StudyFolder
from practicecoder.vault.study_key import StudyKey
from tests.trust.disk import Fate
from tests.trust.frame import ROOT, Proof, Size, say
from tests.trust.made_up import files_of, lay_out, quick_place
from tests.trust.recorded_change import DONE, Change
from tests.trust.recording import (
    KEPT_CHANGES,
    Recording,
    kept_change,
    make_worked_in,
    record_change,
)

SEED = 20_261_121
WORKERS = 2
RELEASED = ROOT / "tests" / "studies"
EVERY_MOMENT = {Change.UPGRADE: 6, Change.RESTORE: 1, Change.ENCRYPT: 10, Change.OVERWRITE: 4}
FATES = (*Fate, Fate.REORDERED, Fate.TORN)
PASSED_OVER = ("backups/study-", "lock")
"""Files that do not decide what the study is."""

Observed = tuple[str, bool, int, int]
"""Schema of the file as it lies, whether it is encrypted, sessions, and entries of the history."""


class Outcome(StrEnum):
    """What a state turned out to be."""

    BEFORE = "as before"
    AFTER = "as after"
    NEITHER = "neither"
    UNDONE = "as before although it was said to be done"


Findings = dict[bytes, Outcome]
"""Outcome of each state."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """A recorded change, and the study before and after it."""

    change: Change
    recording: Recording
    before: Observed
    after: Observed


def prove(size: Size) -> Proof:
    """Cut the power during every change of a whole study."""
    with tempfile.TemporaryDirectory(prefix="swaps-", dir=quick_place()) as folder:
        place = Path(folder)
        found = {
            change: cut(course_of(change, place, size), place, size)
            for change in (KEPT_CHANGES if size is Size.SHORT else Change)
        }
    harmless = {change: findings for change, findings in found.items() if not change.may_harm}
    total = Counter(outcome for findings in harmless.values() for outcome in findings.values())
    control = Counter(found[Change.OVERWRITE].values())
    return Proof(
        promise=3,
        name="swaps",
        claim=(
            "When the power fails during an upgrade, a restoration or an encryption, the study is "
            "as before or as after; what was said to be done stays done"
        ),
        mark="0 states neither as before nor as after, 0 undone; the control leaves some",
        figures={
            "states": total.total(),
            **{f"of them in {change}s": len(findings) for change, findings in harmless.items()},
            **{outcome.value: total[outcome] for outcome in Outcome},
        },
        passed=not (total[Outcome.NEITHER] or total[Outcome.UNDONE])
        and min(total[Outcome.BEFORE], total[Outcome.AFTER], control[Outcome.NEITHER]) > 0,
        control=(
            "writing a backup over the study: neither one nor the other in "
            f"{control[Outcome.NEITHER]:,} of {control.total():,} states"
        ),
    )


def course_of(change: Change, place: Path, size: Size) -> Course:
    """A recorded change, and what the study is before and after it.

    Raises
    ------
    RuntimeError
        If the study before cannot be told from the study after.
    """
    if size is Size.SHORT:
        recording = kept_change(change)
    else:
        recording = recorded(place / change.name, change)
    whole = recording.disk()
    for operation in recording.operations:
        whole.take(operation)
    done = whole.after_power_cut(Fate.KEPT, random.Random(SEED))
    study = place / "whole"
    before, after = observed(study, recording.files), observed(study, done)
    if before == after:
        raise RuntimeError("the study before cannot be told from the study after")
    return Course(change=change, recording=recording, before=before, after=after)


def recorded(place: Path, change: Change) -> Recording:
    """Record a change of a made-up study, or of one of the oldest schema."""
    if change is Change.UPGRADE:
        lay_out(place / "study", files_of(RELEASED / "v0001"))
    else:
        make_worked_in(place / "study")
    return record_change(place, change)


def observed(path: Path, files: Mapping[str, bytes]) -> Observed:
    """What is in a study, opened as the program does; it has to check as sound.

    Raises
    ------
    PracticeCoderError, ValueError
        If it cannot be used.
    """
    lay_out(path, files)
    study = unlocked(path)
    with closing(connect_sqlite(study.keyed(study.database), "rw")) as connection:
        row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    is_encrypted = study.key is not None
    with closing(opened(study)) as store:
        problems = store.check()
        with store.reading() as unit:
            sessions, entries = unit.sessions.all(), unit.history.all()
    if problems:
        raise ValueError(problems[0].what)
    return str(row[0]), is_encrypted, len(sessions), len(entries)


_KEYS: dict[bytes, StudyKey] = {}
"""Key by the content of the key file: finding it takes long, on purpose."""


def unlocked(path: Path) -> StudyFolder:
    """The study with its key, if it is encrypted."""
    locked = StudyFolder(path)
    if not locked.is_encrypted:
        return locked
    content = locked.keys.path.read_bytes() if locked.keys.path.exists() else b""
    if content not in _KEYS:
        _KEYS[content] = locked.keys.unlock(PASSPHRASE)
    return StudyFolder(path, _KEYS[content])


def cut(course: Course, place: Path, size: Size) -> Findings:
    """Cut the power after every call of a change, or every few."""
    total: Findings = {}
    every = EVERY_MOMENT[course.change] * size.of(short=30, full=1)
    last = len(course.recording.operations) - 1
    moments = [*range(0, last, every), last]
    shares = [(course, place, moments[worker::WORKERS], size) for worker in range(WORKERS)]
    with ProcessPoolExecutor(WORKERS, multiprocessing.get_context("fork")) as pool:
        for findings in pool.map(cut_share, shares):
            total |= findings
    counts = Counter(total.values())
    say(f"swaps: {course.change}: {', '.join(f'{n:,} {what}' for what, n in counts.items())}")
    return total


def cut_share(share: tuple[Course, Path, Sequence[int], Size]) -> Findings:
    """Cut the power after some calls."""
    course, place, moments, size = share
    fates = FATES if size is Size.FULL else (Fate.LOST, Fate.KEPT)
    findings: Findings = {}
    disk = course.recording.disk()
    with tempfile.TemporaryDirectory(prefix="state-", dir=place) as folder:
        looker = Looker(course, Path(folder) / "study")
        for moment, operation in enumerate(course.recording.operations):
            disk.take(operation)
            if moment not in moments:
                continue
            chance = random.Random(SEED + moment)
            for fate in fates[:1] if disk.is_settled else fates:
                files = disk.after_power_cut(fate, chance)
                state = digest(files, disk.said, everything=True)
                if state not in findings:
                    findings[state] = looker.outcome(files, disk.said)
    return findings


@dataclass(slots=True)
class Looker:
    """Opens states; what decides the study is looked at once."""

    course: Course
    path: Path
    seen: dict[bytes, Observed | None] = field(default_factory=dict)

    def outcome(self, files: Mapping[str, bytes], said: Sequence[int]) -> Outcome:
        """What a state turns out to be."""
        deciding = digest(files, (), everything=False)
        if deciding not in self.seen:
            self.seen[deciding] = self._observed(files)
        found = self.seen[deciding]
        if found == self.course.after:
            return Outcome.AFTER
        if found != self.course.before:
            return Outcome.NEITHER
        return Outcome.UNDONE if DONE in said else Outcome.BEFORE

    def _observed(self, files: Mapping[str, bytes]) -> Observed | None:
        unusable: tuple[type[Exception], ...] = (
            *(PracticeCoderError, ValueError, OSError),
            *database_errors(),
        )
        try:
            return observed(self.path, files)
        except unusable:
            return None


def digest(files: Mapping[str, bytes], said: Sequence[int], *, everything: bool) -> bytes:
    """Fingerprint of a state, or of what decides which study it is."""
    whole = hashlib.blake2b(str(list(said)).encode(), digest_size=16)
    for name, content in sorted(files.items()):
        if everything or not name.startswith(PASSED_OVER):
            whole.update(f"{name}:{len(content)}:".encode())
            whole.update(content)
    return whole.digest()
