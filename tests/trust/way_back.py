"""Promise 3: there is always a way back, whatever interrupts the program and whatever is damaged.

Upgrades, backups and restorations are killed at random moments: the study is then the one before
or the one after, sound either way, and every backup that bears its name is sound. Damaged studies
and damaged backups never cost a sound backup.
"""

from __future__ import annotations

import multiprocessing
import random
import sqlite3
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from multiprocessing.context import ForkProcess
from pathlib import Path

from practicecoder.errors import PracticeCoderError
from practicecoder.storage.backups import KEEP_NEWEST, Backups
from practicecoder.storage.copies import faults_of
from practicecoder.storage.engine import connect_sqlite
from practicecoder.storage.folders import StudyFolder
from practicecoder.storage.restoring import restore
from practicecoder.storage.schema import CURRENT
from practicecoder.storage.study_folder import StudyStore
from tests.trust.disk_full import a_study
from tests.trust.frame import ROOT, Proof, Size, say
from tests.trust.made_up import files_of, lay_out, quick_place

SEED = 20_261_121
RELEASED = ROOT / "tests" / "studies"
PAGE_BYTES = 4096
SLOW_PIECE_S = 0.001
MIDDLE = (0.4, 0.7)

Work = Callable[[StudyFolder], object]


@dataclass(slots=True, kw_only=True)
class Findings:
    """What killing one kind of work came to."""

    kills: int = 0
    before: int = 0
    after: int = 0
    neither: int = 0
    bad_backups: int = 0
    lost_backups: int = 0

    @property
    def is_clean(self) -> bool:
        """Whether there was always a way back."""
        return not (self.neither or self.bad_backups or self.lost_backups)

    def sentence(self) -> str:
        """Figures in one line."""
        return (
            f"{self.kills} kills: {self.before} as before, {self.after} as after, "
            f"{self.neither} neither, {self.bad_backups} bad backups, "
            f"{self.lost_backups} lost backups"
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """Work on a study that is killed.

    Parameters
    ----------
    name
        What it is.
    files
        The study before.
    work
        What is done in the child.
    state
        What tells the study before from the study after; it raises if the study is unusable.
    """

    name: str
    files: Mapping[str, bytes]
    work: Work
    state: Callable[[StudyFolder], object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Whole:
    """The same work done to its end: how long it takes, and the study before and after."""

    seconds: float
    before: object
    after: object


def prove(size: Size) -> Proof:
    """Kill upgrades, backups and restorations; damage studies and backups."""
    chance = random.Random(SEED)
    n_kills = size.of(short=2, full=200)
    n_damaged = size.of(short=3, full=300)
    with tempfile.TemporaryDirectory(prefix="back-", dir=quick_place()) as folder:
        place = Path(folder)
        study = a_study(place / "pattern").files
        upgrades = killed(place, upgrading()[-size.of(short=1, full=100) :], n_kills, chance)
        backing = killed(place, [backing_up(study)], n_kills, chance)
        restoring = killed(place, [restoring_it(study)], n_kills, chance)
        wrongly = killed(place, [overwriting(study)], size.of(short=2, full=25), chance, MIDDLE)
        found, displaced = damaged_studies(place, study, n_damaged, chance)
        lost = damaged_backups(place, study, size.of(short=1, full=30), chance)
    clean = upgrades.is_clean and backing.is_clean and restoring.is_clean
    return Proof(
        promise=3,
        name="way_back",
        claim=(
            "An upgrade, a backup or a restoration that is killed leaves the study as before or "
            "as after; a damaged study or backup never costs a sound backup"
        ),
        mark="200 kills of each: 0 neither, 0 damaged or lost backups; no backup displaced",
        figures={
            "upgrades killed": upgrades.kills,
            "study as before": upgrades.before,
            "upgraded": upgrades.after,
            "backups killed": backing.kills,
            "restorations killed": restoring.kills,
            "study as before them": restoring.before,
            "restored": restoring.after,
            "neither one nor the other": upgrades.neither + backing.neither + restoring.neither,
            "damaged studies": n_damaged,
            "found damaged": found,
            "sound backups lost": displaced + lost + backing.lost_backups + restoring.lost_backups,
            "damaged backups that bear their name": backing.bad_backups + restoring.bad_backups,
        },
        passed=clean and found > 0 and not displaced and not lost and wrongly.neither > 0,
        control=(
            f"writing the restored file over the study: neither one nor the other after "
            f"{wrongly.neither} of {wrongly.kills} kills"
        ),
    )


def killed(
    place: Path,
    jobs: Sequence[Job],
    n_kills: int,
    chance: random.Random,
    within: tuple[float, float] = (0, 1.1),
) -> Findings:
    """Kill work at random moments, and look at what it left.

    ``within`` is the part of the work in which it is killed.
    """
    findings = Findings()
    folder = StudyFolder(place / "study")
    whole = [done_to_its_end(folder, job) for job in jobs]
    for number in range(n_kills):
        job, its_whole = jobs[number % len(jobs)], whole[number % len(jobs)]
        lay_out(folder.path, job.files)
        child = begun(folder, job)
        time.sleep(chance.uniform(*within) * its_whole.seconds)
        child.kill()
        child.join()
        findings.kills += 1
        look(folder, job, its_whole, findings)
    say(f"way_back: {', '.join(job.name for job in jobs)}: {findings.sentence()}")
    return findings


def begun(folder: StudyFolder, job: Job) -> ForkProcess:
    """A child that works."""
    child = multiprocessing.get_context("fork").Process(target=job.work, args=(folder,))
    child.start()
    return child


def done_to_its_end(folder: StudyFolder, job: Job) -> Whole:
    """Do the work without killing it.

    Raises
    ------
    RuntimeError
        If it fails.
    """
    lay_out(folder.path, job.files)
    before = job.state(folder)
    lay_out(folder.path, job.files)
    since = time.monotonic()
    child = begun(folder, job)
    child.join()
    seconds = time.monotonic() - since
    if child.exitcode != 0:
        raise RuntimeError(f"{job.name} ended with code {child.exitcode}")
    return Whole(seconds=seconds, before=before, after=job.state(folder))


def look(folder: StudyFolder, job: Job, whole: Whole, findings: Findings) -> None:
    """Look at backups as they lie, and at the study as the next start of the program finds it."""
    for name, content in job.files.items():
        kept = folder.path / name
        if name.startswith("backups/study-") and not (
            kept.exists() and kept.read_bytes() == content
        ):
            findings.lost_backups += 1
    findings.bad_backups += sum(
        bool(faults_of(file)) for file in folder.backups.glob("study-*.db")
    )
    try:
        state = job.state(folder)
    except (PracticeCoderError, sqlite3.Error):
        state = None
    if state == whole.after:
        findings.after += 1
    elif state == whole.before:
        findings.before += 1
    else:
        findings.neither += 1


# Upgrading


def upgrading() -> list[Job]:
    """Upgrade a study of every older schema."""
    import alembic.command  # noqa: F401 -- children find it imported

    return [
        Job(
            name=f"upgrade of {path.name}",
            files=files_of(path),
            work=open_and_close,
            state=schema_and_sessions,
        )
        for path in sorted(RELEASED.glob("v*"))
        if path.name != f"v{CURRENT.newest}"
    ]


def open_and_close(folder: StudyFolder) -> None:
    """Open a study as the program does, which upgrades it."""
    StudyStore.open(folder.path).close()


def schema_and_sessions(folder: StudyFolder) -> object:
    """Schema of the file as it lies, and sessions of the study once it is opened."""
    raise_if_damaged(folder)
    with closing(connect_sqlite(folder.database, "ro")) as connection:
        schema = connection.execute("SELECT version_num FROM alembic_version").fetchone()[0]
    with closing(StudyStore.open(folder.path)) as store:
        problems = store.check()
        with store.reading() as unit:
            sessions = unit.sessions.all()
    if problems:
        raise sqlite3.DatabaseError(problems[0].what)
    return schema, sessions


# Backing up and restoring


def backing_up(study: Mapping[str, bytes]) -> Job:
    """Make backups one after another."""
    return Job(name="backups", files=study, work=back_up, state=number_of_entries)


def back_up(folder: StudyFolder) -> None:
    """Make some backups."""
    with closing(StudyStore.open(folder.path)) as store:
        for _ in range(3):
            store.backup()


def number_of_entries(folder: StudyFolder) -> int:
    """Entries of the history of a study that must open and check as sound."""
    raise_if_damaged(folder)
    with closing(StudyStore.open(folder.path)) as store:
        problems = store.check()
        with store.reading() as unit:
            entries = unit.history.all()
    if problems:
        raise sqlite3.DatabaseError(problems[0].what)
    return len(entries)


def restoring_it(study: Mapping[str, bytes]) -> Job:
    """Restore the oldest backup of a study, which had no acts yet."""
    return Job(name="restoration", files=study, work=restore_oldest, state=number_of_entries)


def restore_oldest(folder: StudyFolder) -> None:
    """Restore as the program does."""
    restore(folder, oldest_backup(folder), datetime.now(UTC))


def overwriting(study: Mapping[str, bytes]) -> Job:
    """Restore wrongly."""
    return Job(name="overwriting", files=study, work=overwrite, state=number_of_entries)


def overwrite(folder: StudyFolder) -> None:
    """Write a backup over the study piece by piece: a mistake, on purpose."""
    content = oldest_backup(folder).read_bytes()
    with folder.database.open("r+b", buffering=0) as file:
        file.truncate(0)
        for at in range(0, len(content), PAGE_BYTES):
            file.write(content[at : at + PAGE_BYTES])
            time.sleep(SLOW_PIECE_S)


def oldest_backup(folder: StudyFolder) -> Path:
    """The backup that was made first."""
    return min(folder.backups.glob("study-*.db"))


def raise_if_damaged(folder: StudyFolder) -> None:
    """Take back what was interrupted, and make sure that the database is sound."""
    with closing(connect_sqlite(folder.database, "rw")) as connection:
        connection.execute("SELECT count(*) FROM sqlite_master").fetchall()
    faults = faults_of(folder.database)
    if faults:
        raise sqlite3.DatabaseError(faults[0])


# Damage


def damaged_studies(
    place: Path, study: Mapping[str, bytes], n_damaged: int, chance: random.Random
) -> tuple[int, int]:
    """Back up studies with a page of noise; how many were found damaged, and backups lost."""
    folder = StudyFolder(place / "study")
    found = displaced = 0
    noon = datetime(2026, 3, 31, 12, tzinfo=UTC)
    for _ in range(n_damaged):
        content = bytearray(study["study.db"])
        at = chance.randrange(len(content) // PAGE_BYTES) * PAGE_BYTES
        content[at : at + PAGE_BYTES] = chance.randbytes(PAGE_BYTES)
        lay_out(folder.path, {"study.db": bytes(content), **many_backups(study, noon)})
        before = set(folder.backups.iterdir())
        try:
            Backups(folder).make(noon)
        except PracticeCoderError:
            found += 1
            displaced += len(before - set(folder.backups.iterdir()))
    return found, displaced


def damaged_backups(
    place: Path, study: Mapping[str, bytes], n_times: int, chance: random.Random
) -> int:
    """Damage backups and go on backing up; how many sound ones are missing of those to be kept."""
    folder = StudyFolder(place / "study")
    noon = datetime(2026, 3, 31, 12, tzinfo=UTC)
    missing = 0
    for _ in range(n_times):
        backups = many_backups(study, noon)
        damaged = set(chance.sample(sorted(backups), KEEP_NEWEST))
        noise = chance.randbytes(PAGE_BYTES)
        files = {
            name: content[:100] + noise + content[PAGE_BYTES + 100 :]
            if name in damaged
            else content
            for name, content in backups.items()
        }
        lay_out(folder.path, {"study.db": study["study.db"], **files})
        Backups(folder).make(noon)
        sound = sorted(set(backups) - damaged, reverse=True)[: KEEP_NEWEST - 1]
        missing += sum(not (folder.path / name).exists() for name in sound)
    return missing


def many_backups(study: Mapping[str, bytes], noon: datetime) -> dict[str, bytes]:
    """Two backups more than are kept twice over, an hour apart."""
    moments = [noon - timedelta(hours=number + 1) for number in range(2 * KEEP_NEWEST + 2)]
    return {f"backups/study-{moment:%Y%m%dT%H%M%S%fZ}.db": study["study.db"] for moment in moments}
