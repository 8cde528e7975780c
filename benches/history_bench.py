"""What the record of a large study costs: writing it, and verifying every chain of it.

``python -m benches.history_bench [--entries 1000000] [--codings 2000] [--sessions 100000]``

It makes a study in a temporary folder: one entry for each session, the others in turn over the
codings, in batches of ten thousand as the import of a table adds them. Then it verifies all chains
and their ends, and compares every coding with what its entries add up to. Time of the clock and of
the processor, and the most memory that the process ever had. The bench fails if the sound study
has a fault, if one altered value goes unnoticed, or if a million entries take longer than ten
seconds of the processor.
"""

from __future__ import annotations

import argparse
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import timedelta
from itertools import islice
from pathlib import Path
from typing import ParamSpec, TypeVar

from practicecoder.codebook import library
from practicecoder.domain.coding import Coding, Rating
from practicecoder.domain.history import HistoryEntry, HistoryKind
from practicecoder.domain.ids import BlindCode, CoderId, CodingId, SessionId, new_id
from practicecoder.domain.people import Coder
from practicecoder.domain.sessions import PracticeSession, Purpose
from practicecoder.services.context import StudyServices
from practicecoder.services.studies import create_study, study_key
from practicecoder.services.study_context import utc_now
from practicecoder.storage.database import Database
from practicecoder.storage.engine import connect_sqlite
from practicecoder.storage.folders import StudyFolder
from practicecoder.storage.history import value_text
from practicecoder.storage.history_checking import HistoryCheck, check_history
from practicecoder.storage.sealing import seal_to_read

CODER = CoderId("A")
PASSPHRASE = "made-up passphrase of the bench"
BUDGET_S_PER_MILLION = 10.0
BATCH = 10_000
RATINGS = tuple(map(Rating.rated, range(1, 6)))
TEXTS = tuple(map(value_text, RATINGS))

P = ParamSpec("P")
T = TypeVar("T")


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--entries", type=int, default=1_000_000)
    parser.add_argument("--codings", type=int, default=2_000)
    parser.add_argument("--sessions", type=int, default=100_000)
    parser.add_argument("--encrypted", action="store_true")
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="history-bench-") as name:
        folder = write_study(Path(name) / "study", wanted)
        found, processor_s = timed("verify chains, compare codings", check, folder)
        say("checked", f"{found.n_entries:,} entries in {found.n_chains:,} chains")
        say("faults of the sound study", str(len(found.problems)))
        alter_a_value(folder)
        altered, _ = timed("verify again after one value was altered", check, folder)
        say("faults of the altered study", str(len(altered.problems)))
    is_right = not found.problems and bool(altered.problems)
    return 0 if is_right and processor_s <= BUDGET_S_PER_MILLION * wanted.entries / 1e6 else 1


def write_study(path: Path, wanted: argparse.Namespace) -> StudyFolder:
    """Make the study with its entries."""
    passphrase = PASSPHRASE if wanted.encrypted else None
    services = create_study(
        path, title="Bench", codebook=library.find("swim7"), passphrase=passphrase, made_up=True
    )
    codings = tuple(CodingId(new_id()) for _ in range(wanted.codings))
    n_of_each = (wanted.entries - wanted.sessions) // wanted.codings
    with closing(services.context.store):
        timed("write codings and their sessions", add_codings, services, codings, n_of_each)
        timed("write entries of sessions", add_entries, services, of_sessions(wanted.sessions))
        entries = of_codings(services.codebook.dimension_ids, codings, n_of_each)
        timed("write entries of codings", add_entries, services, entries)
    return StudyFolder(path, study_key(path, passphrase))


def add_codings(services: StudyServices, codings: tuple[CodingId, ...], n_of_each: int) -> None:
    """Store codings as they are after all of their entries."""
    dimension_ids = services.codebook.dimension_ids
    last = range(n_of_each)[-len(dimension_ids) :]
    ratings = {dimension_ids[n % len(dimension_ids)]: RATINGS[n % 5] for n in last}
    with services.context.store.transaction() as unit:
        unit.people.add_coder(Coder(coder_id=CODER))
        for number, coding_id in enumerate(codings):
            session = PracticeSession(
                session_id=SessionId(f"V-{number}"),
                blind_code=BlindCode(f"S-{number}"),
                purpose=Purpose.RESEARCH,
                made_up=True,
            )
            unit.sessions.add(session)
            unit.codings.add(
                Coding(
                    coding_id=coding_id,
                    session_id=session.session_id,
                    coder_id=CODER,
                    codebook=services.codebook.ref,
                    ratings=ratings,
                )
            )


def of_sessions(number: int) -> Iterator[HistoryEntry]:
    """One entry for each session."""
    at = utc_now()
    for n in range(number):
        yield HistoryEntry(
            entry_id=new_id(),
            at=at,
            actor=None,
            kind=HistoryKind.SESSION_ADDED,
            session_id=SessionId(f"V-{n}"),
        )


def of_codings(
    dimension_ids: tuple[str, ...], codings: tuple[CodingId, ...], n_of_each: int
) -> Iterator[HistoryEntry]:
    """Ratings of all codings in turn, each changed again and again."""
    at = utc_now()
    for n in range(n_of_each):
        at += timedelta(seconds=4)
        for number, coding_id in enumerate(codings):
            yield HistoryEntry(
                entry_id=new_id(),
                at=at,
                actor=CODER,
                kind=HistoryKind.RATING,
                item=dimension_ids[n % len(dimension_ids)],
                old=TEXTS[(n + 3) % 5],
                new=TEXTS[n % 5],
                coding_id=coding_id,
                session_id=SessionId(f"V-{number}"),
            )


def add_entries(services: StudyServices, entries: Iterator[HistoryEntry]) -> None:
    """Record entries, ten thousand in a transaction."""
    while batch := tuple(islice(entries, BATCH)):
        with services.context.store.transaction() as unit:
            unit.history.add_all(batch)


def check(folder: StudyFolder) -> HistoryCheck:
    """Verify the chains and compare codings with them."""
    file, seal = folder.keyed(folder.database), seal_to_read(folder)
    with closing(Database.on_file(file, read_only=True, path=folder.path, seal=seal)) as database:
        return check_history(database)


def alter_a_value(folder: StudyFolder) -> None:
    """Change one rating in the history, as nobody can who uses the program."""
    with closing(connect_sqlite(folder.keyed(folder.database), "rw")) as connection:
        connection.execute("DROP TRIGGER history_no_update")
        connection.execute(
            "UPDATE history SET new = old WHERE position ="
            " (SELECT max(position) - 5 FROM history WHERE kind = 'rating')"
        )


def timed(what: str, act: Callable[P, T], *given: P.args, **named: P.kwargs) -> tuple[T, float]:
    """Do something, print how long it took, and return its processor seconds as well."""
    began, began_busy = time.perf_counter(), time.process_time()
    made = act(*given, **named)
    wall_s, busy_s = time.perf_counter() - began, time.process_time() - began_busy
    peak_mb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    say(what, f"{wall_s:7.2f} s, processor {busy_s:7.2f} s, peak {peak_mb:4.0f} MB")
    return made, busy_s


def say(what: str, figure: str) -> None:
    """Print one line."""
    sys.stdout.write(f"{what:42s} {figure}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
