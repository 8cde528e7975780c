from __future__ import annotations

import pytest

from practicecoder.domain.allocation import Assignment
from practicecoder.domain.coding import CodingRole
from practicecoder.domain.ids import CoderId, SessionId
from practicecoder.errors import ConflictError
from practicecoder.storage.database import Database

C1, C2, S1, S2 = CoderId("C1"), CoderId("C2"), SessionId("S1"), SessionId("S2")
LATER = Assignment(session_id=S1, coder_id=C1, position=2)
SOONER = Assignment(session_id=S2, coder_id=C1, position=1)
DOUBLE = Assignment(session_id=S1, coder_id=C2, role=CodingRole.DOUBLE)


@pytest.fixture
def allocated(database: Database) -> Database:
    with database.transaction() as unit:
        for assignment in (DOUBLE, LATER, SOONER):
            unit.assignments.add(assignment)
    return database


def test_assignments_come_in_the_order_of_each_queue(allocated: Database) -> None:
    with allocated.reading() as unit:
        assert unit.assignments.all() == (SOONER, LATER, DOUBLE)
        assert unit.assignments.of_coder(C1) == (SOONER, LATER)
        assert unit.assignments.of_session(S1) == (LATER, DOUBLE)


def test_a_session_is_given_to_a_coder_once(allocated: Database) -> None:
    again = Assignment(session_id=S1, coder_id=C1, role=CodingRole.TRAINING)
    with pytest.raises(ConflictError), allocated.transaction() as unit:
        unit.assignments.add(again)


def test_a_session_is_taken_from_one_coder(allocated: Database) -> None:
    with allocated.transaction() as unit:
        unit.assignments.remove(S1, C1)
    with allocated.reading() as unit:
        assert unit.assignments.all() == (SOONER, DOUBLE)


def test_only_what_was_given_can_be_taken(allocated: Database) -> None:
    with pytest.raises(KeyError), allocated.transaction() as unit:
        unit.assignments.remove(S2, C2)
