"""Promise 2: a full or failing disk never harms earlier work, and says so at once.

Children work in copies of one study while the disk refuses at another place each time: the
database may not grow beyond some page, no file beyond some size, and, where strace is, one call
of the system after another fails. Each act that was said to be saved is then looked for.
"""

from __future__ import annotations

import json
import multiprocessing
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

from benches.kill_bench import Tally, begin, look_at, make_study, opened
from practicecoder.domain.ids import CodingId
from practicecoder.storage import engine
from practicecoder.storage.folders import StudyFolder
from tests.trust.frame import ROOT, Proof, Size, say
from tests.trust.made_up import files_of, lay_out, moved, quick_place
from tests.trust.refused_writer import CODING, acts, save, told_work
from tests.trust.tracing import has_strace

PAGE_BYTES = 4096
LONGEST_MESSAGE_S = 1.0
EARLIER = CodingId("earlier")
EARLIER_ACTS = 10
FAULTS = ("ENOSPC", "EIO")
FAILING: Mapping[str, Sequence[int]] = {
    "pwrite64": range(10, 1000, 45),
    "fdatasync": range(1, 40, 6),
    "unlink": range(1, 20, 3),
    "openat": range(3, 40, 6),
}
"""Calls that fail, and which of them: about 45, 3, 1 and 2 make one act."""


@dataclass(slots=True, kw_only=True)
class Findings:
    """What refusing at many places came to."""

    places: int = 0
    refusals: int = 0
    unfit: list[str] = field(default_factory=list)
    slowest_s: float = 0.0
    went_on: int = 0
    acknowledged: int = 0
    lost: int = 0
    damaged: int = 0
    out_of_step: int = 0

    @property
    def is_clean(self) -> bool:
        """Whether every refusal was told in time, and nothing was lost."""
        harmed = self.lost or self.damaged or self.out_of_step
        return not harmed and not self.unfit and self.slowest_s < LONGEST_MESSAGE_S


def prove(size: Size) -> Proof:
    """Refuse writes at one place after another, and look for everything that was saved."""
    findings = Findings()
    with tempfile.TemporaryDirectory(prefix="full-", dir=quick_place()) as folder:
        place = Path(folder)
        patterns = [a_study(place / "plain"), a_study(place / "encrypted", encrypted=True)]
        for pattern, hindrance in hindrances(patterns, size):
            try_one(moved(pattern.study, place / "study"), pattern.files, hindrance, findings)
            if findings.places % 50 == 0:
                say(f"disk_full: {findings.places} places, {findings.refusals} refusals")
        lost_by_control = control(place / "control")
    for name in sorted(set(findings.unfit)):
        say(f"disk_full: {name} came {findings.unfit.count(name)} times")
    return Proof(
        promise=2,
        name="disk_full",
        claim="A full or failing disk harms nothing that was saved, and is told at once",
        mark="at 400 places and more: 0 lost, 0 damaged, every refusal told within 1 s",
        figures={
            "places of refusal": findings.places,
            "refused writes": findings.refusals,
            "acts said to be saved": findings.acknowledged,
            "lost": findings.lost,
            "damaged": findings.damaged,
            "unlike their history": findings.out_of_step,
            "refusals without a fitting message": len(findings.unfit),
            "longest wait for a message, ms": round(findings.slowest_s * 1000),
            "writing went on when there was room": findings.went_on,
        },
        passed=findings.is_clean
        and min(findings.refusals, findings.acknowledged, findings.went_on, lost_by_control) > 0,
        control=(
            f"a project file that is written anew at each save: {lost_by_control} acts lost that "
            "had been saved"
        ),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Hindrance:
    """Where the disk refuses.

    Parameters
    ----------
    pages
        How many pages the database may have.
    file_bytes
        How large any file may become; it is lifted after some refusals.
    fault
        What strace is told to do to the calls of the system.
    """

    pages: int | None = None
    file_bytes: int | None = None
    fault: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Pattern:
    """A study in which somebody worked before, and its files."""

    study: StudyFolder
    files: Mapping[str, bytes]


def hindrances(patterns: Sequence[Pattern], size: Size) -> Iterator[tuple[Pattern, Hindrance]]:
    """Every place where the disk is to refuse, and the study that it refuses to."""
    n_pages = size.of(short=24, full=220)
    for pattern, n_levels in zip(
        patterns, (size.of(short=4, full=200), size.of(short=1, full=100)), strict=True
    ):
        database = len(pattern.files["study.db"])
        for level in range(n_levels):
            yield pattern, Hindrance(pages=database // PAGE_BYTES + level * n_pages // n_levels)
        for level in range(n_levels):
            most = database + n_pages * PAGE_BYTES
            yield pattern, Hindrance(file_bytes=most - level * most // n_levels)
    if size is Size.FULL and has_strace():
        for pattern in patterns:
            yield from ((pattern, Hindrance(fault=fault)) for fault in faults())


def faults() -> Iterator[str]:
    """What strace is told: one call fails, or this and all that follow."""
    for call, firsts in FAILING.items():
        for error in FAULTS:
            for first in firsts:
                yield f"{call}:error={error}:when={first}"
                yield f"{call}:error={error}:when={first}+"


def a_study(path: Path, *, encrypted: bool = False) -> Pattern:
    """Make a study and work in it."""
    study = make_study(path, encrypted=encrypted)
    store = opened(study)
    coding = begin(store, EARLIER)
    for number, changes in acts(EARLIER):
        coding = save(store, coding, changes)
        if number == EARLIER_ACTS:
            break
    store.close()
    return Pattern(study=study, files=files_of(path))


def try_one(
    study: StudyFolder, pattern: Mapping[str, bytes], hindrance: Hindrance, findings: Findings
) -> None:
    """Let a child work where the disk refuses, and look at what it left."""
    lay_out(study.path, pattern)
    if hindrance.fault is None:
        told = run_forked(study, hindrance)
    else:
        told = run_with_faults(study, hindrance.fault)
    findings.places += 1
    said = take_in(told, findings)
    tally = Tally(acknowledged={CODING: said, EARLIER: [*range(1, EARLIER_ACTS + 1)]})
    for coding_id in (EARLIER, CODING):
        look_at(study, coding_id, tally)
    findings.acknowledged += len(said)
    findings.lost += tally.lost
    findings.damaged += tally.damaged
    findings.out_of_step += tally.out_of_step


def take_in(told: str, findings: Findings) -> list[int]:
    """Count what a child told; numbers of the acts that it said were saved."""
    said: list[int] = []
    for line in told.splitlines():
        what, figure = json.loads(line)
        if what == "act":
            said.append(figure)
        elif what == "refused":
            findings.refusals += 1
            findings.slowest_s = max(findings.slowest_s, figure)
        elif what == "unfit":
            findings.unfit.append(figure)
        findings.went_on += what == "went on"
    return said


def run_forked(study: StudyFolder, hindrance: Hindrance) -> str:
    """Work in a child that has everything imported already; what it told."""
    mine, its = os.pipe()
    child = multiprocessing.get_context("fork").Process(
        target=hindered, args=(study, its, hindrance)
    )
    child.start()
    os.close(its)
    with os.fdopen(mine, encoding="utf-8") as told:
        text = told.read()
    child.join()
    if child.exitcode != 0:
        raise RuntimeError(f"the child ended with code {child.exitcode}")
    return text


def hindered(study: StudyFolder, handle: int, hindrance: Hindrance) -> None:
    """Work where the disk refuses, in this process."""
    lift: Callable[[], None] | None = None
    if hindrance.pages is not None:
        limited = {**engine.SETTINGS, "max_page_count": hindrance.pages}
        engine.SETTINGS = MappingProxyType(limited)
    if hindrance.file_bytes is not None:
        lift = limit_files(hindrance.file_bytes)
    told_work(study, handle, lift)
    os._exit(0)  # as if killed: what was said to be saved needs no farewell


def limit_files(size: int) -> Callable[[], None]:
    """Refuse to let files grow beyond a size; what is returned lifts the limit again."""
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    return lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def run_with_faults(study: StudyFolder, fault: str) -> str:
    """Work in a child whose calls for the database and its journal fail; what it told."""
    files = [study.path / name for name in ("study.db", "study.db-journal")]
    told = study.path.with_name("told")
    told.unlink(missing_ok=True)
    call = fault.partition(":")[0]
    subprocess.run(
        [
            *("strace", "-o", os.devnull, "-e", f"trace={call}", "-e", f"inject={fault}"),
            *(word for file in files for word in ("-P", str(file))),
            *(sys.executable, "-m", "tests.trust.refused_writer", str(study.path), str(told)),
            *([] if study.key is None else [study.key.secret.hex()]),
        ],
        cwd=ROOT,
        check=False,
        stderr=subprocess.DEVNULL,
    )
    return told.read_text(encoding="utf-8")


def control(place: Path) -> int:
    """Save acts as one file that is written anew each time, on a full disk; how many were lost."""
    place.mkdir()
    file, said = place / "project.json", place / "said"
    child = multiprocessing.get_context("fork").Process(target=rewrite, args=(file, said))
    child.start()
    child.join()
    n_said = len(said.read_bytes().splitlines())
    try:
        return n_said - len(json.loads(file.read_text(encoding="utf-8")))
    except ValueError:
        return n_said


def rewrite(file: Path, said: Path) -> None:
    """Save acts one by one by writing all of them anew, until the disk refuses: a mistake."""
    handle = os.open(said, os.O_WRONLY | os.O_CREAT, 0o600)
    limit_files(200_000)
    saved = []
    try:
        for number, changes in acts(CODING):
            saved.append([number, str(changes)])
            file.write_text(json.dumps(saved), encoding="utf-8")
            os.write(handle, b"x\n")
    except OSError:
        os._exit(0)
