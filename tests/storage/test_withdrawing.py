"""Withdrawals in files: what is erased, from which schemas and backups, after which trouble."""

from __future__ import annotations

import json
import shutil
import sqlite3
from concurrent.futures import CancelledError
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from practicecoder.codebook import library
from practicecoder.domain.coding import Evidence, Note
from practicecoder.domain.coding_changes import (
    EvidenceChange,
    NoteChange,
    RatingChange,
    applied,
)
from practicecoder.domain.ids import Fingerprint, SessionId
from practicecoder.domain.people import Coder
from practicecoder.domain.sessions import Phase, SessionState
from practicecoder.domain.spans import TimeSpan
from practicecoder.domain.withdrawal import WithdrawalChoice
from practicecoder.errors import (
    StudyNeedsWritingError,
    TombstonesDamagedError,
    UnreadableBackupsError,
)
from practicecoder.services.context import StudyServices
from practicecoder.services.studies import create_study, open_study
from practicecoder.services.study_keys import encrypt_study
from practicecoder.services.withdrawal import WithdrawalRequest
from practicecoder.storage import withdrawing
from practicecoder.storage.copies import faults_of
from practicecoder.storage.engine import connect_sqlite
from practicecoder.storage.folders import StudyFolder
from practicecoder.storage.tombstones import (
    FILE,
    Tombstone,
    Tombstones,
    read_tombstones,
    write_tombstones,
)
from practicecoder.storage.withdrawing import apply_tombstones, erase_from
from tests.builders import (
    ANNA,
    BEN,
    LEAD,
    NOW,
    a_session,
    a_study,
    add_coding,
    add_people,
    add_sessions,
    ratings_of,
)

GONE, KEPT = SessionId("V-0001"), SessionId("V-0002")
FOLDER = "study"
PASSPHRASE = "four made-up words here"
ASIDE = "study-20260101T000000000000Z-replaced.db"
RELEASED = sorted((Path(__file__).parents[1] / "studies").glob("v*"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A study with two double-coded sessions, a sound file each, and one backup."""
    made = a_study(tmp_path / FOLDER)
    add_people(made, Coder(coder_id=ANNA), Coder(coder_id=BEN))
    add_sessions(made, *(a_session(n, phase=Phase.PRE) for n in (1, 2)))
    for session_id in (GONE, KEPT):
        for coder_id in (ANNA, BEN):
            add_coding(made, session_id, coder_id, ratings_of(made.codebook, [3] * 7))
    store = made.context.store
    for number in (1, 2):
        (store.audio_dir / f"{number:064x}.flac").write_bytes(b"sound" * 100)
        (store.cache_dir / f"{number:064x}.peaks").write_bytes(b"peaks")
    made.close()
    return store.path


def withdraw(folder: Path, choice: WithdrawalChoice = WithdrawalChoice.ERASE_ALL) -> None:
    services = open_study(folder)
    services.withdrawal.withdraw(request(choice), actor=LEAD)
    services.close()


def request(choice: WithdrawalChoice, **changes: object) -> WithdrawalRequest:
    made = WithdrawalRequest(
        session_id=GONE, choice=choice, reason="asked by telephone", confirmation=GONE
    )
    return replace(made, **changes)  # type: ignore[arg-type]  # names are the fields'


def names_in(folder: Path, *words: bytes) -> set[str]:
    return {
        file.relative_to(folder).as_posix()
        for file in folder.rglob("*")
        if file.is_file()
        and any(word in file.read_bytes() or word.decode() in file.name for word in words)
    }


def test_nothing_of_an_erased_session_is_left_in_any_file(folder: Path) -> None:
    fingerprint = f"{1:064x}".encode()
    assert len(names_in(folder, GONE.encode(), fingerprint)) >= 4
    withdraw(folder)
    assert names_in(folder, GONE.encode(), b"S-BLIND1", fingerprint) == set()
    assert len(names_in(folder, KEPT.encode())) >= 2


def test_every_backup_comes_back_without_the_session(folder: Path) -> None:
    withdraw(folder)
    backups = sorted((folder / "backups").glob("*.db"))
    assert backups
    for backup in backups:
        (folder / "study.db").write_bytes(backup.read_bytes())
        services = open_study(folder, read_only=True)
        ids = {row.session.session_id for row in services.sessions.lead_table()}
        assert _of_database(services) == []
        services.close()
        assert GONE not in ids
        assert KEPT in ids


def test_a_copy_from_elsewhere_cannot_bring_it_back(folder: Path) -> None:
    before = (folder / "study.db").read_bytes()
    sound = (folder / "audio" / f"{1:064x}.flac").read_bytes()
    withdraw(folder)
    (folder / "study.db").write_bytes(before)
    (folder / "audio" / f"{1:064x}.flac").write_bytes(sound)
    with pytest.raises(StudyNeedsWritingError, match="withdrawal"):
        open_study(folder, read_only=True)

    services = open_study(folder)
    rows = {r.session.session_id: r.session for r in services.sessions.lead_table()}
    receipts = services.withdrawal.receipts(actor=LEAD)
    services.close()

    assert GONE not in rows
    assert [r.choice for r in receipts] == [WithdrawalChoice.ERASE_ALL]
    assert names_in(folder, GONE.encode(), f"{1:064x}".encode()) == set()


def test_detached_ratings_stay_and_count_without_a_way_back(folder: Path) -> None:
    withdraw(folder, WithdrawalChoice.DETACH_CODES)
    services = open_study(folder)
    rows = {r.session.session_id: r.session for r in services.sessions.lead_table()}
    (detached,) = rows.keys() - {KEPT}
    kept = rows[detached]
    table = services.analysis.table()
    problems = _of_database(services)
    services.close()
    assert (kept.worker_id, kept.office_id, kept.session_date, kept.recording) == (None,) * 4
    assert kept.state is not SessionState.WITHDRAWN
    assert kept.phase is Phase.PRE
    assert set(table["session_id"]) == {detached, KEPT}
    assert problems == []
    assert names_in(folder, GONE.encode()) == set()


def test_the_code_on_reports_and_the_place_in_the_table_do_not_lead_to_detached_ratings(
    folder: Path,
) -> None:
    services = open_study(folder)
    services.context.store.backup()
    services.close()
    withdraw(folder, WithdrawalChoice.DETACH_CODES)
    assert names_in(folder, b"S-BLIND1") == set()
    for file in (folder / "study.db", *(folder / "backups").glob("*.db")):
        with closing(sqlite3.connect(file)) as connection:
            rows = connection.execute("SELECT rowid, session_id, blind_code FROM sessions")
            ((row_id, code, blind_code),) = (row for row in rows if row[1] != KEPT)
        assert code == blind_code
        assert row_id < 0  # the others were numbered as they came


@pytest.mark.parametrize(
    ("anna_submitted", "state"), [(True, SessionState.SUBMITTED), (False, SessionState.WITHDRAWN)]
)
def test_nobody_is_asked_to_code_what_was_detached(
    tmp_path: Path, anna_submitted: bool, state: SessionState
) -> None:
    made = a_study(tmp_path / FOLDER)
    add_people(made, Coder(coder_id=ANNA), Coder(coder_id=BEN))
    add_sessions(made, a_session(1))
    for coder, submitted in ((ANNA, anna_submitted), (BEN, False)):
        ratings = ratings_of(made.codebook, [3] * 7)
        add_coding(made, GONE, coder, ratings, submitted=submitted)
    made.close()
    withdraw(tmp_path / FOLDER, WithdrawalChoice.DETACH_CODES)
    services = open_study(tmp_path / FOLDER, read_only=True)
    with services.context.store.reading() as unit:
        (session,) = unit.sessions.all()
        waiting = unit.assignments.of_session(session.session_id)
    problems = _of_database(services)
    services.close()
    assert session.state is state
    assert [a.coder_id for a in waiting] == [ANNA] * anna_submitted
    assert problems == []


def test_words_of_coders_go_and_their_ratings_stay(folder: Path) -> None:
    services = open_study(folder)
    _add_words(services)
    services.context.store.backup()
    services.close()
    assert len(names_in(folder, b"CANARY")) == 2
    withdraw(folder, WithdrawalChoice.DETACH_CODES)
    assert names_in(folder, b"CANARY") == set()
    services = open_study(folder, read_only=True)
    with services.context.store.reading() as unit:
        (detached,) = {s.session_id for s in unit.sessions.all()} - {KEPT}
        coding = unit.codings.of_session(detached)[0]
    services.close()
    assert all(rating.value is not None for rating in coding.ratings.values())
    assert [piece.quote for piece in coding.evidence] == [""]


def test_only_the_sound_goes_if_that_was_asked(folder: Path) -> None:
    withdraw(folder, WithdrawalChoice.ERASE_RECORDING)
    services = open_study(folder)
    rows = {r.session.session_id: r.session for r in services.sessions.lead_table()}
    problems = services.context.store.check()
    services.close()
    assert rows[GONE].state is SessionState.WITHDRAWN
    assert not rows[GONE].has_sound
    assert not (folder / "audio" / f"{1:064x}.flac").exists()
    assert not (folder / "cache" / f"{1:064x}.peaks").exists()
    assert (folder / "audio" / f"{2:064x}.flac").exists()
    assert not any(f"{1:064x}" in (problem.file or "") for problem in problems)


@pytest.mark.parametrize("after", ["write_tombstones", "_destroy_sound", "erase_from"])
def test_whatever_interrupts_it_the_next_opening_goes_on(
    folder: Path, after: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    services = open_study(folder)
    done = getattr(withdrawing, after)
    calls = []

    def stop_after(*arguments: object, **named: object) -> object:
        made = done(*arguments, **named)
        calls.append(arguments)
        if after != "erase_from" or arguments[1] == folder / "study.db":
            raise KeyboardInterrupt
        return made

    with monkeypatch.context() as patched:
        patched.setattr(withdrawing, after, stop_after)
        with pytest.raises(KeyboardInterrupt):
            services.withdrawal.withdraw(request(WithdrawalChoice.ERASE_ALL), actor=LEAD)
    services.close()
    open_study(folder).close()
    assert calls
    assert names_in(folder, GONE.encode(), f"{1:064x}".encode()) == set()
    assert not read_tombstones(StudyFolder(folder)).pending
    assert not list((folder / "backups").glob(".*"))


def test_cancelled_before_the_last_step_nothing_has_changed(folder: Path) -> None:
    before = {file: file.read_bytes() for file in (folder / "backups").glob("*.db")}
    services = open_study(folder)
    with pytest.raises(CancelledError):
        services.withdrawal.withdraw(
            request(WithdrawalChoice.ERASE_ALL), actor=LEAD, cancelled=lambda: True
        )
    ids = {row.session.session_id for row in services.sessions.lead_table()}
    services.close()
    assert GONE in ids
    assert not (folder / FILE).exists()
    assert all(file.read_bytes() == content for file, content in before.items())


def put_aside_in_the_middle(folder: Path) -> Path:
    """Put a study among the backups as a crash in the middle of a write left it."""
    work, aside = folder.parent / "work.db", folder / "backups" / ASIDE
    shutil.copy(folder / "study.db", work)
    with closing(sqlite3.connect(work, isolation_level=None)) as connection:
        connection.execute("PRAGMA cache_size = 1")
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("CREATE TABLE large AS SELECT zeroblob(100000)")
        connection.execute("UPDATE sessions SET worker_role = 'half'")
        shutil.copy(work, aside)
        shutil.copy(f"{work}-journal", f"{aside}-journal")
        connection.execute("ROLLBACK")
    with (
        closing(sqlite3.connect(f"file:{aside}?mode=ro", uri=True)) as reader,
        pytest.raises(sqlite3.OperationalError),  # it cannot be looked into as it is
    ):
        reader.execute("SELECT * FROM sessions")
    return aside


def test_a_backup_that_a_crash_left_in_the_middle_is_erased_from(folder: Path) -> None:
    aside = put_aside_in_the_middle(folder)
    services = open_study(folder)
    all_of_it = WithdrawalChoice.ERASE_ALL
    assert services.withdrawal.preview(GONE, all_of_it, actor=LEAD).unreadable == ()
    services.withdrawal.withdraw(request(all_of_it), actor=LEAD)
    services.close()
    assert not aside.with_name(f"{aside.name}-journal").exists()
    with closing(sqlite3.connect(aside)) as connection:
        found = {row[0] for row in connection.execute("SELECT session_id FROM sessions")}
    assert KEPT in found
    assert GONE not in found


def test_what_cannot_be_taken_back_is_unreadable(folder: Path) -> None:
    aside = put_aside_in_the_middle(folder)
    damaged = bytearray(aside.read_bytes())
    damaged[:100] = bytes(100)
    aside.write_bytes(damaged)
    aside.with_name(f"{aside.name}-journal").write_bytes(b"no journal")
    services = open_study(folder)
    with pytest.raises(UnreadableBackupsError):
        services.withdrawal.withdraw(request(WithdrawalChoice.ERASE_ALL), actor=LEAD)
    services.withdrawal.withdraw(
        request(WithdrawalChoice.ERASE_ALL, remove_unreadable=True), actor=LEAD
    )
    services.close()
    assert not list(aside.parent.glob(f"{aside.name}*"))


def test_a_backup_that_cannot_be_read_is_removed_only_if_that_was_chosen(folder: Path) -> None:
    broken = folder / "backups" / "study-20200101T000000000000Z.db"
    broken.write_bytes(b"not a database " + GONE.encode())
    services = open_study(folder)
    preview = services.withdrawal.preview(GONE, WithdrawalChoice.ERASE_ALL, actor=LEAD)
    assert preview.unreadable == (broken.name,)
    with pytest.raises(UnreadableBackupsError):
        services.withdrawal.withdraw(request(WithdrawalChoice.ERASE_ALL), actor=LEAD)
    assert broken.exists()
    asked = request(WithdrawalChoice.ERASE_ALL, remove_unreadable=True)
    services.withdrawal.withdraw(asked, actor=LEAD)
    services.close()
    assert names_in(folder, GONE.encode()) == set()


def test_a_record_that_cannot_be_read_stops_the_opening(folder: Path) -> None:
    withdraw(folder)
    (folder / FILE).write_text("{")
    open_study(folder).close()
    (folder / "backups" / FILE).write_text("[]")
    (folder / FILE).write_text("{")
    with pytest.raises(TombstonesDamagedError):
        open_study(folder)


def test_the_record_names_nobody(folder: Path) -> None:
    withdraw(folder)
    written = (folder / FILE).read_text(encoding="utf-8")
    assert json.loads(written)["withdrawn"][0]["choice"] == "erase_all"
    assert GONE not in written
    assert "W-001" not in written
    assert read_tombstones(StudyFolder(folder)).of_recording(Fingerprint(f"{1:064x}"))


def test_applying_again_finds_nothing_to_do(folder: Path) -> None:
    withdraw(folder)
    kept = {file: file.read_bytes() for file in folder.rglob("*") if file.is_file()}
    assert apply_tombstones(StudyFolder(folder)) == 0
    assert {file: file.read_bytes() for file in folder.rglob("*") if file.is_file()} == kept


@pytest.mark.parametrize("choice", [WithdrawalChoice.ERASE_ALL, WithdrawalChoice.DETACH_CODES])
@pytest.mark.parametrize("released", RELEASED, ids=lambda path: str(path.name))
def test_files_of_every_schema_that_was_released_can_be_erased_from(
    released: Path, choice: WithdrawalChoice, tmp_path: Path
) -> None:
    shutil.copytree(released, tmp_path / FOLDER)
    folder = StudyFolder(tmp_path / FOLDER)
    with closing(connect_sqlite(folder.database, "ro")) as connection:
        (session_id,) = connection.execute("SELECT min(session_id) FROM codings").fetchone()
        triggers = _triggers(connection)
    salted = Tombstones(b"s" * 32)
    stone = Tombstone(
        withdrawal_id="0" * 32,
        at=NOW,
        by=LEAD,
        choice=choice,
        session=salted.hash_of(session_id),
        recordings=(),
        receipt="",
        is_done=False,
    )
    assert erase_from(folder, folder.database, salted.with_stone(stone)) == 1
    assert session_id.encode() not in folder.database.read_bytes()
    with closing(connect_sqlite(folder.database, "ro")) as connection:
        assert _triggers(connection) == triggers
    assert faults_of(folder.database) == ()


def test_an_encrypted_study_is_reached_alike(tmp_path: Path) -> None:
    made = create_study(
        tmp_path / FOLDER, title="Test", codebook=library.find("swim7"), passphrase=PASSPHRASE
    )
    add_people(made, Coder(coder_id=ANNA))
    add_sessions(made, a_session(1), a_session(2))
    add_coding(made, GONE, ANNA, ratings_of(made.codebook, [3] * 7))
    made.context.store.backup()
    made.withdrawal.withdraw(request(WithdrawalChoice.ERASE_ALL), actor=LEAD)
    folder = made.context.store.folder
    made.close()
    for file in (folder.database, *folder.backups.glob("*.db")):
        with closing(connect_sqlite(folder.keyed(file), "ro")) as connection:
            tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
            held = [
                connection.execute(f"SELECT * FROM {table}").fetchall()
                for (table,) in tables.fetchall()
            ]
        assert KEPT in repr(held)
        assert GONE not in repr(held)


def test_the_record_of_an_encrypted_study_is_encrypted(tmp_path: Path) -> None:
    path = tmp_path / "sealed"
    services = create_study(
        path, title="Made up", codebook=library.find("swim7"), passphrase=PASSPHRASE
    )
    folder = services.context.store.folder
    made = read_tombstones(folder)
    stone = Tombstone(
        withdrawal_id="made-up",
        at=NOW,
        by="L1",
        choice=WithdrawalChoice.ERASE_ALL,
        session=made.hash_of("V-0001"),
        recordings=(),
        receipt='{"reason": "made-up reason"}',
        is_done=True,
    )
    write_tombstones(folder, made.with_stone(stone))
    services.context.store.close()

    for place in (path / FILE, path / "backups" / FILE):
        stored = place.read_bytes()
        assert b"made-up" not in stored
        assert made.salt.hex().encode() not in stored
    assert read_tombstones(folder) == made.with_stone(stone)
    (path / FILE).write_bytes(stored[:-1])
    assert read_tombstones(folder) == made.with_stone(stone), "the copy counts"
    for place in (path / FILE, path / "backups" / FILE):
        place.write_text('{"format": 1, "salt": "' + "00" * 32 + '", "withdrawn": []}')
    with pytest.raises(TombstonesDamagedError):
        read_tombstones(folder)


def test_encrypting_a_study_encrypts_its_record(folder: Path) -> None:
    withdraw(folder)
    plain = read_tombstones(StudyFolder(folder))

    encrypt_study(folder, PASSPHRASE)

    for place in (folder / FILE, folder / "backups" / FILE):
        assert plain.stones[0].session.encode() not in place.read_bytes()
    services = open_study(folder, secret=PASSPHRASE)
    with closing(services.context.store) as store:
        assert read_tombstones(store.folder) == plain
    assert not [*folder.rglob("withdrawn.json.*"), *folder.rglob(".withdrawn*")]


def _of_database(services: StudyServices) -> list[str]:
    """What the check finds but for the sound, which is made up of a few bytes here."""
    found = services.context.store.check()
    return [p.sentence() for p in found if not (p.file or "").startswith("audio")]


def _add_words(services: StudyServices) -> None:
    with services.context.store.transaction() as unit:
        coding = unit.codings.of_session(GONE)[0]
        piece = Evidence(
            evidence_id="e1",
            span=TimeSpan(1000, 2000),
            dimension_ids=(services.codebook.dimension_ids[0],),
            quote="CANARY said",
            note="CANARY noted",
        )
        rated = replace(coding.ratings[services.codebook.dimension_ids[0]], note="CANARY why")
        changes = (
            EvidenceChange("e1", piece),
            NoteChange("n1", Note(note_id="n1", text="CANARY text")),
            RatingChange(services.codebook.dimension_ids[0], rated),
        )
        unit.codings.save(
            applied(coding, changes), expected_version=coding.version, changes=changes
        )
        unit.record_changes(coding, changes, at=NOW, actor=coding.coder_id)


def _triggers(connection: sqlite3.Connection) -> list[tuple[str, ...]]:
    return connection.execute(
        "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"
    ).fetchall()
