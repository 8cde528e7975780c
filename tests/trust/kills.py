"""Promise 1: what was said to be saved is there after the program is killed at any moment."""

from __future__ import annotations

import multiprocessing
import random
import tempfile
from pathlib import Path

from benches.kill_bench import Tally, Way, run
from tests.trust.frame import Proof, Size, say

SEED = 20_261_121


def prove(size: Size) -> Proof:
    """Kill the process that codes, thousands of times, and look for every acknowledged act."""
    multiprocessing.set_start_method("fork")  # the child has everything imported already
    kills = size.of(short=10, full=10_000)
    control_kills = size.of(short=5, full=25)
    with tempfile.TemporaryDirectory(prefix="kills-") as place:
        tallies = {
            way: killed(Path(place) / way.value, way, control_kills if way.may_lose else kills)
            for way in Way
        }
    store = tallies[Way.STORE]
    seen = any if size is Size.SHORT else all  # a few kills may all come at harmless moments
    losses = {way: tally.lost for way, tally in tallies.items() if way.may_lose}
    return Proof(
        promise=1,
        name="kills",
        claim="What the program said was saved is there after it is killed at any moment",
        mark="10,000 kills: 0 lost, 0 damaged, 0 unlike its history; both controls lose",
        figures={
            "kills": store.kills,
            "in the middle of a write": store.in_a_write,
            "acts said to be saved": store.n_acknowledged,
            "lost": store.lost,
            "damaged": store.damaged,
            "unlike their history": store.out_of_step,
        },
        passed=store.is_clean and store.n_acknowledged > 0 and seen(losses.values()),
        control=(
            f"saying it before it is saved: {losses[Way.EARLY]} lost in {control_kills} kills; "
            f"saving 25 acts together: {losses[Way.BUFFERED]} lost"
        ),
    )


def killed(path: Path, way: Way, kills: int) -> Tally:
    """Kill a child that works in a way, so often."""
    tally = run(path, way, kills, random.Random(SEED))
    say(f"kills: {tally.sentence(way)}")
    return tally
