"""Promise 1: what was said to be saved is there after the program is killed at any moment."""

from __future__ import annotations

import multiprocessing
import random
import shutil
import tempfile
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from benches.kill_bench import Tally, Way, make_study, run
from tests.trust.frame import Proof, Size, say
from tests.trust.made_up import quick_place

SEED = 20_261_121
KILLS_A_STUDY = 500
WORKERS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """Kills in one study."""

    place: Path
    way: Way
    kills: int
    seed: int
    encrypted: bool


def prove(size: Size) -> Proof:
    """Kill the process that codes, thousands of times, and look for every acknowledged act."""
    multiprocessing.set_start_method("fork")  # the child has everything imported already
    kills = size.of(short=3, full=10_000)
    encrypted_kills = size.of(short=2, full=1_000)
    control_kills = size.of(short=3, full=250)
    with tempfile.TemporaryDirectory(prefix="kills-", dir=quick_place()) as folder:
        place = Path(folder)
        plain = killed(place / "plain", Way.STORE, kills)
        encrypted = killed(place / "encrypted", Way.STORE, encrypted_kills, encrypted=True)
        losses = {
            way: killed(place / way.value, way, control_kills).lost for way in Way if way.may_lose
        }
    both = (plain, encrypted)
    seen = any if size is Size.SHORT else all  # a few kills may all come at harmless moments
    return Proof(
        promise=1,
        name="kills",
        claim="What the program said was saved is there after it is killed at any moment",
        mark="10,000 kills: 0 lost, 0 damaged, 0 unlike its history; both controls lose",
        figures={
            "kills": plain.kills + encrypted.kills,
            "of them of encrypted studies": encrypted.kills,
            "in the middle of a write": sum(tally.in_a_write for tally in both),
            "acts said to be saved": sum(tally.n_acknowledged for tally in both),
            "lost": sum(tally.lost for tally in both),
            "damaged": sum(tally.damaged for tally in both),
            "unlike their history": sum(tally.out_of_step for tally in both),
        },
        passed=all(tally.is_clean and tally.n_acknowledged > 0 for tally in both)
        and seen(losses.values()),
        control=(
            f"saying it before it is saved: {losses[Way.EARLY]} lost in {control_kills} kills; "
            f"saving 25 acts together: {losses[Way.BUFFERED]} lost"
        ),
    )


def killed(place: Path, way: Way, kills: int, *, encrypted: bool = False) -> Tally:
    """Kill children that work in a way, so often; every 500 kills in another study."""
    total = Tally()
    batches = [
        Batch(
            place=place / str(done),
            way=way,
            kills=min(KILLS_A_STUDY, kills - done),
            seed=SEED + done,
            encrypted=encrypted,
        )
        for done in range(0, kills, KILLS_A_STUDY)
    ]
    with ProcessPoolExecutor(min(WORKERS, len(batches))) as pool:
        for tally in pool.map(killed_batch, batches):
            total.add(tally)
            say(f"kills: {'encrypted, ' if encrypted else ''}{total.sentence(way)}")
    return total


def killed_batch(batch: Batch) -> Tally:
    """Kill children that work on one study."""
    study = make_study(batch.place, encrypted=batch.encrypted)
    tally = run(study, batch.way, batch.kills, random.Random(batch.seed))
    shutil.rmtree(study.path)
    return tally
