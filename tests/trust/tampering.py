"""Tampering with the history shows: forged files are found, and sound ones are left in peace."""

from __future__ import annotations

import random
import shutil
import tempfile
from collections import Counter
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

from practicecoder.domain.coding import CodebookRef, Coding, Rating
from practicecoder.domain.coding_changes import CodingChange, RatingChange, applied
from practicecoder.domain.ids import BlindCode, CoderId, CodingId, SessionId, StudyId, new_id
from practicecoder.domain.people import Coder
from practicecoder.domain.sessions import PracticeSession
from practicecoder.domain.study import StudyRecord
from practicecoder.storage.chain import HistorySeal
from practicecoder.storage.database import Database
from practicecoder.storage.engine import connect_sqlite
from practicecoder.storage.history_checking import check_history
from practicecoder.storage.schema import upgrade_file
from tests.trust.forging import ATTACKS, Attack, Forger
from tests.trust.frame import Proof, Size, say
from tests.trust.made_up import quick_place

KEY, WRONG_KEY = b"r" * 32, b"w" * 32
AT = datetime(2026, 3, 4, 5, 6, tzinfo=UTC)
CODEBOOK = CodebookRef(codebook_id="made_up", version="1.0", digest="0" * 64)
CODINGS, CHANGES = 4, 12
CODER = CoderId("C1")


def prove(size: Size) -> Proof:
    """Forge a study in every way, check it, and count what is found."""
    n = size.of(short=1, full=1_000)
    chance = random.Random(2026)
    found: Counter[str] = Counter()
    unseen_without: Counter[str] = Counter()
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
        quiet = sum(not is_found(work_on(study, folder, chance), KEY) for _ in range(n))
        # Whoever has the key as well is found by heads that were printed before, and by them only.
        with_key, with_heads = 0, 0
        for _ in range(n):
            forged = forge(study, folder, Forger.rewrite_everything, chance, KEY)
            with_key += is_found(forged, KEY)
            with_heads += lacks_a_head(forged, printed)
    by_chain = [kind for kind in ATTACKS if kind != "ratings altered past the history"]
    missed = sum(unseen_without[kind] for kind in by_chain)
    return Proof(
        promise=8,
        name="tampering",
        claim="Whoever alters the history of a study without its key is found, however well the "
        "rest of the file is made to fit",
        mark=f"{n:,} of {n:,} of each of {len(ATTACKS)} kinds found; no false alarm",
        figures={
            **{f"{kind}: found": found[kind] for kind in ATTACKS},
            "tried of each kind": n,
            "sound studies left in peace": quiet,
            "rewritten with the key and found by the check": with_key,
            "rewritten with the key and found by printed heads": with_heads,
            "missed without the chain": missed,
        },
        passed=all(found[kind] == n for kind in ATTACKS)
        and quiet == n
        and with_key == 0
        and with_heads == n
        and missed == n * len(by_chain),
        control=f"comparing ratings with their history, without the chain, misses {missed:,} of "
        f"{n * len(by_chain):,}; whoever holds the key too is found by printed heads only",
    )


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
        for number in range(CODINGS):
            session = SessionId(f"S{number}")
            coding = Coding(
                coding_id=CodingId(new_id()), session_id=session, coder_id=CODER,
                codebook=CODEBOOK,
            )  # fmt: skip
            with database.transaction() as unit:
                unit.sessions.add(
                    PracticeSession(session_id=session, blind_code=BlindCode(f"B{number}"))
                )
                unit.codings.add(coding)
            for _ in range(CHANGES):
                coding = rate(database, coding, chance)


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
        attack(Forger(connection, chance, HistorySeal(key)))
        connection.execute("COMMIT")
    return forged


def work_on(study: Path, folder: Path, chance: random.Random) -> Path:
    """Copy of the study in which somebody went on working."""
    copy = folder / "sound.db"
    shutil.copy(study, copy)
    with closing(opened(copy, KEY)) as database:
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
        problems = check_history(database).problems
    return any(problem.file != "history.key" for problem in problems)


def printed_heads(file: Path) -> frozenset[str]:
    """Heads of all codings, as they were printed once."""
    with closing(opened(file, KEY)) as database, database.reading() as unit:
        return frozenset(unit.history.printed_heads(unit.codings.ids()).values())


def lacks_a_head(file: Path, printed: frozenset[str]) -> bool:
    """Whether a printed head is not in the history any more."""
    with closing(opened(file, KEY)) as database:
        return check_history(database, printed=printed).found_heads != printed
