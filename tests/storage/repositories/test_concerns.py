from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from practicecoder.domain.concerns import Concern
from practicecoder.domain.ids import CoderId, SessionId
from practicecoder.errors import ConflictError
from practicecoder.storage.database import Database

AT = datetime(2026, 3, 4, 5, 6, 7, 891_011, tzinfo=UTC)
RAISED = Concern(
    concern_id="b",
    session_id=SessionId("S1"),
    coder_id=CoderId("C1"),
    text="made-up “concern”",
    raised_at=AT,
    at_ms=1_500,
)
SEEN = replace(
    RAISED,
    concern_id="a",
    raised_at=AT + timedelta(seconds=1),
    at_ms=None,
    seen_by=CoderId("C2"),
    seen_at=AT + timedelta(days=1),
    action="made-up action",
)


def add(database: Database, *concerns: Concern) -> None:
    with database.transaction() as unit:
        for concern in concerns:
            unit.concerns.add(concern)


def test_concerns_come_back_as_they_were_raised_and_in_that_order(database: Database) -> None:
    add(database, SEEN, RAISED)
    with database.reading() as unit:
        assert unit.concerns.all() == (RAISED, SEEN)
        assert unit.concerns.find("a") == SEEN
        assert unit.concerns.find("none") is None


def test_a_concern_is_seen(database: Database) -> None:
    add(database, RAISED, SEEN)
    seen = replace(RAISED, seen_by=CoderId("C2"), seen_at=AT, action="made-up call")
    with database.transaction() as unit:
        unit.concerns.save(seen)
    with database.reading() as unit:
        assert unit.concerns.all() == (seen, SEEN)


def test_only_what_is_there_can_be_saved(database: Database) -> None:
    with pytest.raises(KeyError), database.transaction() as unit:
        unit.concerns.save(RAISED)


def test_a_concern_is_raised_once(database: Database) -> None:
    add(database, RAISED)
    with pytest.raises(ConflictError):
        add(database, replace(RAISED, text="forged"))
