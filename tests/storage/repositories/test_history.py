from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from sqlalchemy import Connection, Engine, text
from sqlalchemy.exc import DBAPIError

from practicecoder.domain.coding import Coding
from practicecoder.domain.history import HistoryEntry, HistoryKind, Origin
from practicecoder.domain.ids import CoderId, SessionId
from practicecoder.errors import ConflictError
from practicecoder.storage.database import Database
from practicecoder.storage.failures import BrokenRuleError

AT = datetime(2026, 3, 4, 5, 6, tzinfo=UTC)


def entry(number: int, **fields: object) -> HistoryEntry:
    first = HistoryEntry(
        entry_id=f"entry-{number}",
        at=AT,
        actor=CoderId("C1"),
        kind=HistoryKind.RATING,
        item="d1",
        old='{"made_up":1}',
        new='{"made_up":2}',
        reason="made-up reason",
        origin=Origin.REDO,
    )
    return replace(first, **fields)  # type: ignore[arg-type]  # fields are named by the tests


def test_entries_come_back_in_the_order_in_which_they_were_recorded(
    database: Database, coding: Coding
) -> None:
    entries = (
        entry(3, coding_id=coding.coding_id, session_id=coding.session_id),
        entry(1, session_id=SessionId("S1"), kind=HistoryKind.SESSION_CHANGED),
        entry(2, actor=None, old=None, new=None, kind=HistoryKind.STUDY_CREATED),
        entry(4, session_id=SessionId("S2")),
        entry(5, coding_id=coding.coding_id),
    )
    with database.transaction() as unit:
        unit.codings.add(coding)
        for one in entries:
            unit.history.add(one)
    with database.reading() as unit:
        assert unit.history.all() == entries
        assert unit.history.of_coding(coding.coding_id) == (entries[0], entries[4])
        assert unit.history.of_session(SessionId("S1")) == (entries[0], entries[1], entries[4])


def test_an_entry_is_recorded_once(database: Database) -> None:
    with database.transaction() as unit:
        unit.history.add(entry(1))
    with pytest.raises((ConflictError, BrokenRuleError)), database.transaction() as unit:
        unit.history.add(entry(1, item="forged"))
    with database.reading() as unit:
        assert unit.history.all() == (entry(1),)


COLUMNS = (
    "position, entry_id, at, actor, kind, item, old, new, reason, origin, coding_id, session_id, "
    "parent_id, other_parent_id, payload_digest, mac, salt, erased"
)
FORGED = COLUMNS.replace("item", "'forged'")
ANEW = FORGED.replace("position", "position + 10")
ERASING = "session_id = NULL, item = '', old = NULL, new = NULL, reason = '', salt = NULL"
"""What erasing the words of an entry does, without the mark that it was done."""
ALL_BUT_REASON = ERASING.replace("reason = ''", "reason = 'forged'")
OTHER_WORDS = ERASING.replace("item = ''", "item = 'forged'")

TAMPERING = {
    "change": "UPDATE history SET reason = 'forged'",
    "change of the order": "UPDATE history SET position = position + 10",
    "erasing without saying so": f"UPDATE history SET {ERASING}",
    "marking as erased what is there": "UPDATE history SET erased = true",
    "erasing a part": "UPDATE history SET erased = true, old = NULL, new = NULL",
    "erasing all but the reason": f"UPDATE history SET {ALL_BUT_REASON}, erased = true",
    "erasing with other words": f"UPDATE history SET {OTHER_WORDS}, erased = true",
    "erasing with another digest": f"UPDATE history SET {ERASING}, erased = true,"
    " payload_digest = 'forged'",
    "erasing with another code": f"UPDATE history SET {ERASING}, erased = true, mac = 'forged'",
    "erasing with another parent": f"UPDATE history SET {ERASING}, erased = true,"
    " parent_id = 'forged'",
    "erasing with another second parent": f"UPDATE history SET {ERASING}, erased = true,"
    " other_parent_id = 'forged'",
    "erasing who it was": f"UPDATE history SET {ERASING}, erased = true, actor = NULL",
    "erasing when it was": f"UPDATE history SET {ERASING}, erased = true,"
    " at = '2020-01-01 00:00:00.000000'",
    "erasing what it was": f"UPDATE history SET {ERASING}, erased = true, kind = 'note'",
    "erasing as another origin": f"UPDATE history SET {ERASING}, erased = true, origin = 'made'",
    "moving to another coding": "UPDATE history SET coding_id = 'forged'",
    "erasing into another coding": f"UPDATE history SET {ERASING}, erased = true,"
    " coding_id = 'forged'",
    "another identity": f"UPDATE history SET {ERASING}, erased = true, entry_id = 'forged'",
    "sealing again": "UPDATE history SET mac = 'forged', payload_digest = 'forged'",
    "loosening": "UPDATE history SET mac = NULL",
    "giving a parent": "UPDATE history SET parent_id = 'forged'",
    "giving another salt": "UPDATE history SET salt = NULL",
    "removal": "DELETE FROM history",
    "removal of one": "DELETE FROM history WHERE entry_id = 'entry-1'",
}
ON_SQLITE = {
    "replacing": f"REPLACE INTO history ({COLUMNS}) SELECT {FORGED} FROM history",
    "replacing under a new number": f"INSERT OR REPLACE INTO history ({COLUMNS}) SELECT"
    f" {ANEW} FROM history",
    "replacing what may not be nothing": f"UPDATE OR REPLACE history SET {ERASING}, erased = NULL",
    "leaving out the check": "INSERT INTO history SELECT * FROM history WHERE true"
    " ON CONFLICT (position) DO UPDATE SET item = 'forged'",
}
ON_POSTGRESQL = {
    "emptying": "TRUNCATE history",
    "change where there is a conflict": "INSERT INTO history SELECT * FROM history"
    " ON CONFLICT (entry_id) DO UPDATE SET item = 'forged'",
}


@pytest.mark.parametrize("statement", TAMPERING.values(), ids=TAMPERING.keys())
def test_the_history_only_grows(database: Database, store_engine: Engine, statement: str) -> None:
    refuse(database, store_engine, statement)


@pytest.mark.parametrize("statement", [*ON_SQLITE.values(), *ON_POSTGRESQL.values()])
def test_the_history_only_grows_whatever_a_database_offers(
    database: Database, store_engine: Engine, statement: str
) -> None:
    if (store_engine.dialect.name == "sqlite") == (statement in ON_SQLITE.values()):
        refuse(database, store_engine, statement)


def test_the_words_of_an_entry_can_be_erased_once_and_for_all(
    database: Database, store_engine: Engine
) -> None:
    with database.transaction() as unit:
        unit.history.add(entry(1, session_id=SessionId("S1")))
    with store_engine.begin() as connection:
        tamper(connection, f"UPDATE history SET {ERASING}, erased = true")
    with database.reading() as unit:
        (left,) = unit.history.all()

    assert left == entry(1, item="", old=None, new=None, reason="", session_id=None, erased=True)
    with pytest.raises(DBAPIError, match="history_is_append_only"), store_engine.begin() as again:
        tamper(again, "UPDATE history SET erased = false")


def refuse(database: Database, engine: Engine, statement: str) -> None:
    with database.transaction() as unit:
        unit.history.add(entry(1))
    with pytest.raises(DBAPIError, match="history_is_append_only"), engine.begin() as connection:
        tamper(connection, statement)
    with database.reading() as unit:
        assert unit.history.all() == (entry(1),)


def tamper(connection: Connection, statement: str) -> None:
    connection.execute(text(statement))
