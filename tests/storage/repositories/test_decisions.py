from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from practicecoder.domain.decisions import Decision
from practicecoder.domain.ids import CoderId, SessionId
from practicecoder.domain.study import StudyRecord
from practicecoder.errors import ConflictError
from practicecoder.storage.database import Database
from practicecoder.storage.failures import BrokenRuleError

AT = datetime(2026, 3, 4, 5, 6, 7, 891_011, tzinfo=UTC)


@pytest.fixture
def first(record: StudyRecord) -> Decision:
    return Decision(
        decision_id="b",
        codebook=record.codebook,
        item="d1",
        text="made-up “decision”",
        decided_at=AT,
        decided_by=CoderId("C1"),
    )


def add(database: Database, *decisions: Decision) -> None:
    with database.transaction() as unit:
        for decision in decisions:
            unit.decisions.add(decision)


def test_decisions_come_back_as_they_were_made_and_in_that_order(
    database: Database, first: Decision
) -> None:
    second = replace(
        first,
        decision_id="a",
        decided_at=AT + timedelta(seconds=1),
        session_id=SessionId("S2"),
    )
    add(database, second, first)
    with database.reading() as unit:
        assert unit.decisions.all() == (first, second)


def test_decisions_about_an_item_hold_for_every_version_of_its_codebook(
    database: Database, first: Decision
) -> None:
    newer = replace(first.codebook, version="1.1", digest="1" * 64)
    other = replace(first.codebook, codebook_id="another", digest="2" * 64)
    with database.transaction() as unit:
        unit.study.add_codebook(newer, "made up")
        unit.study.add_codebook(other, "made up")
    later = replace(
        first, decision_id="later", codebook=newer, decided_at=AT + timedelta(seconds=1)
    )
    add(
        database,
        first,
        later,
        replace(first, decision_id="item", item="d2"),
        replace(first, decision_id="codebook", codebook=other),
    )
    with database.reading() as unit:
        assert unit.decisions.of_item("made_up", "d1") == (first, later)
        assert unit.decisions.of_item("made_up", "d9") == ()


def test_a_decision_is_added_once(database: Database, first: Decision) -> None:
    add(database, first)
    with pytest.raises(ConflictError):
        add(database, replace(first, text="forged"))


def test_a_decision_speaks_of_a_codebook_that_the_study_keeps(
    database: Database, first: Decision
) -> None:
    with pytest.raises(BrokenRuleError):
        add(database, replace(first, codebook=replace(first.codebook, version="9")))
