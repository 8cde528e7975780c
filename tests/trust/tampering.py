"""Tampering with the history shows: forged files are found, and sound ones are left in peace."""

from __future__ import annotations

import multiprocessing
import random
import shutil
import tempfile
from collections import Counter
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from practicecoder.domain.coding import CodebookRef, Coding, Rating
from practicecoder.domain.coding_changes import CodingChange, RatingChange, applied
from practicecoder.domain.consent import Consent, ConsentUse
from practicecoder.domain.ids import (
    BlindCode,
    CoderId,
    CodingId,
    OfficeId,
    SessionId,
    StudyId,
    WorkerId,
    new_id,
)
from practicecoder.domain.people import Coder, Office, Worker
from practicecoder.domain.sessions import PracticeSession
from practicecoder.domain.study import StudyRecord
from practicecoder.storage.chain import HistorySeal
from practicecoder.storage.database import Database
from practicecoder.storage.engine import connect_sqlite
from practicecoder.storage.history_checking import check_history
from practicecoder.storage.schema import upgrade_file
from practicecoder.storage.table_checking import check_tables
from tests.trust.forging import ATTACKS, Attack, Forger
from tests.trust.frame import Proof, Size, say
from tests.trust.made_up import quick_place

KEY, WRONG_KEY = b"r" * 32, b"w" * 32
AT = datetime(2026, 3, 4, 5, 6, tzinfo=UTC)
CODEBOOK = CodebookRef(codebook_id="made_up", version="1.0", digest="0" * 64)
CODINGS, CHANGES = 4, 12
N_WORKERS = 2
CODER, OFFICE = CoderId("C1"), OfficeId("O1")
WORKERS = (WorkerId("W1"), WorkerId("W2"))


@dataclass(frozen=True, slots=True)
class Tally:
    """What one worker found; the numbers of several can be added."""

    found: Counter[str]
    unseen_without: Counter[str]
    figures: Counter[str]

    def __add__(self, other: Tally) -> Tally:
        return Tally(
            self.found + other.found,
            self.unseen_without + other.unseen_without,
            self.figures + other.figures,
        )


def prove(size: Size) -> Proof:
    """Forge a study in every way, check it, and count what is found."""
    n = size.of(short=1, full=1_000)
    tally = Tally(Counter(), Counter(), Counter())
    for one in in_workers(n):
        tally += one
    found, figures = tally.found, tally.figures
    compared = ("ratings altered past the history",)
    by_seal = [kind for kind in ATTACKS if kind not in compared]
    missed = sum(tally.unseen_without[kind] for kind in by_seal)
    return Proof(
        promise=8,
        name="tampering",
        claim="Whoever alters the history of a study, or a table that the history seals, without "
        "its key is found, however well the rest of the file is made to fit",
        mark=f"{n:,} of {n:,} of each of {len(ATTACKS)} kinds found; no false alarm",
        figures={
            **{f"{kind}: found": found[kind] for kind in ATTACKS},
            "tried of each kind": n,
            "sound studies left in peace": figures["quiet"],
            "rewritten with the key and found by the check": figures["with key"],
            "rewritten with the key and found by printed heads": figures["with heads"],
            "missed without the seals": missed,
        },
        passed=all(found[kind] == n for kind in ATTACKS)
        and figures["quiet"] == n
        and figures["with key"] == 0
        and figures["with heads"] == n
        and missed == n * len(by_seal),
        control=f"comparing ratings with their history, without the seals, misses {missed:,} of "
        f"{n * len(by_seal):,}; whoever holds the key too is found by printed heads only",
    )


def in_workers(n: int) -> list[Tally]:
    """Share ``n`` rounds out between two processes; one round is done here."""
    if n < N_WORKERS:
        return [tampered(n, 2026)]
    shares = [n // N_WORKERS + (number < n % N_WORKERS) for number in range(N_WORKERS)]
    with multiprocessing.get_context("fork").Pool(N_WORKERS) as pool:
        return pool.starmap(tampered, [(share, 2026 + at) for at, share in enumerate(shares)])


def tampered(n: int, seed: int) -> Tally:
    """Forge a study ``n`` times in every way, and check it."""
    chance = random.Random(seed)
    found: Counter[str] = Counter()
    unseen_without: Counter[str] = Counter()
    figures: Counter[str] = Counter()
    with tempfile.TemporaryDirectory(dir=quick_place()) as place:
        folder = Path(place)
        study = folder / "study.db"
        make_study(study, chance)
        printed = printed_heads(study)
        for kind, attack in ATTACKS.items():
            for _ in range(n):
                forged = forge(study, folder, attack, chance, WRONG_KEY)
                found[kind] += is_found(forged, KEY)
                unseen_without[kind] += not is_found(forged, None)
            say(f"tampering: {kind}, {found[kind]} of {n} found")
        figures["quiet"] = sum(not is_found(work_on(study, folder, chance), KEY) for _ in range(n))
        # Whoever has the key as well is found by heads that were printed before, and by them only.
        for _ in range(n):
            forged = forge(study, folder, Forger.rewrite_everything, chance, KEY)
            figures["with key"] += is_found(forged, KEY)
            figures["with heads"] += lacks_a_head(forged, printed)
    return Tally(found, unseen_without, figures)


def make_study(file: Path, chance: random.Random) -> None:
    """Write some codings as the program does, each with its history."""
    connect_sqlite(file, "rwc").close()
    upgrade_file(file)
    record = StudyRecord(
        study_id=StudyId("made-up"), title="Made up", codebook=CODEBOOK, created_at=AT,
        made_up=True,
    )  # fmt: skip
    with closing(opened(file, KEY)) as database:
        with database.transaction() as unit:
            unit.study.create(record, "made-up codebook")
            unit.people.add_coder(Coder(coder_id=CODER))
            unit.people.add_office(Office(office_id=OFFICE, implementation_date=AT.date()))
            for worker in WORKERS:
                unit.people.add_worker(Worker(worker_id=worker, office_id=OFFICE))
            unit.study.update_settings({"made_up": "rule"})
            uncoded = SessionId("uncoded")
            unit.sessions.add(session_of(uncoded, BlindCode("uncoded")))
            unit.consents.put(
                Consent(
                    session_id=uncoded, use=ConsentUse.TRAINING, given=False, recorded_at=AT,
                    recorded_by=CODER,
                )
            )  # fmt: skip
        for number in range(CODINGS):
            session = SessionId(f"S{number}")
            coding = Coding(
                coding_id=CodingId(new_id()), session_id=session, coder_id=CODER,
                codebook=CODEBOOK,
            )  # fmt: skip
            with database.transaction() as unit:
                unit.sessions.add(session_of(session, BlindCode(f"B{number}")))
                unit.codings.add(coding)
            for _ in range(CHANGES):
                coding = rate(database, coding, chance)


def session_of(session_id: SessionId, blind_code: BlindCode) -> PracticeSession:
    """A session of the first worker."""
    return PracticeSession(
        session_id=session_id, blind_code=blind_code, worker_id=WORKERS[0], office_id=OFFICE
    )


def rate(database: Database, coding: Coding, chance: random.Random) -> Coding:
    """Give one rating, as a click does."""
    value = Rating.rated(chance.randint(1, 5), unsure=chance.random() < 0.5)
    changes: list[CodingChange] = [RatingChange(f"d{chance.randint(1, 4)}", value)]
    after = applied(coding, changes)
    with database.transaction() as unit:
        moment = AT + timedelta(seconds=chance.randrange(10**6))
        unit.record_changes(coding, changes, at=moment, actor=CODER)
        return unit.codings.save(after, expected_version=coding.version, changes=changes)


def forge(study: Path, folder: Path, attack: Attack, chance: random.Random, key: bytes) -> Path:
    """Copy of the study that a forger with this key worked on."""
    forged = folder / "forged.db"
    shutil.copy(study, forged)
    with closing(connect_sqlite(forged, "rw")) as connection:
        connection.execute("PRAGMA foreign_keys=OFF")
        connection.execute("BEGIN")
        forger = Forger(connection, chance, HistorySeal(key))
        attack(forger)
        forger.put_rules_back()
        connection.execute("COMMIT")
    return forged


def work_on(study: Path, folder: Path, chance: random.Random) -> Path:
    """Copy of the study in which somebody went on working."""
    copy = folder / "sound.db"
    shutil.copy(study, copy)
    with closing(opened(copy, KEY)) as database:
        with database.transaction() as unit:
            unit.people.add_coder(Coder(coder_id=CoderId(f"C{chance.randrange(2, 10**6)}")))
        with database.reading() as unit:
            coding = chance.choice(unit.codings.all())
        rate(database, coding, chance)
    return copy


def opened(file: Path, key: bytes | None) -> Database:
    """The database, with a seal or without the chain."""
    seal = None if key is None else HistorySeal(key)
    return Database.on_file(file, read_only=False, path=file.parent, seal=seal)


def is_found(file: Path, key: bytes | None) -> bool:
    """Whether the check finds anything; without a key, it compares states alone."""
    with closing(opened(file, key)) as database:
        problems = [*check_history(database).problems, *check_tables(database)]
    return any(problem.file != "history.key" for problem in problems)


def printed_heads(file: Path) -> frozenset[str]:
    """Heads of all codings, as they were printed once."""
    with closing(opened(file, KEY)) as database, database.reading() as unit:
        return frozenset(unit.history.printed_heads(unit.codings.ids()).values())


def lacks_a_head(file: Path, printed: frozenset[str]) -> bool:
    """Whether a printed head is not in the history any more."""
    with closing(opened(file, KEY)) as database:
        return check_history(database, printed=printed).found_heads != printed
