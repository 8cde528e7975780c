from __future__ import annotations

from datetime import date

import pytest

from practicecoder.domain.ids import CoderId, OfficeId, WorkerId
from practicecoder.domain.people import Coder, Office, Role, Worker
from practicecoder.errors import ConflictError
from practicecoder.storage.database import Database
from practicecoder.storage.failures import BrokenRuleError

NORTH = Office(office_id=OfficeId("north"), implementation_date=date(2026, 2, 3))
SOUTH = Office(office_id=OfficeId("south"))


def test_offices_and_workers_come_back_in_the_order_of_their_codes(database: Database) -> None:
    workers = (
        Worker(worker_id=WorkerId("W1"), office_id=NORTH.office_id, role="made-up role"),
        Worker(worker_id=WorkerId("W2")),
    )
    with database.transaction() as unit:
        for office in (SOUTH, NORTH):
            unit.people.add_office(office)
        for worker in reversed(workers):
            unit.people.add_worker(worker)
    with database.reading() as unit:
        assert unit.people.offices() == (NORTH, SOUTH)
        assert unit.people.workers() == workers


def test_an_office_gets_its_date_later(database: Database) -> None:
    dated = Office(office_id=SOUTH.office_id, implementation_date=date(2026, 5, 6))
    with database.transaction() as unit:
        unit.people.add_office(SOUTH)
        unit.people.update_office(dated)
    with database.reading() as unit:
        assert unit.people.offices() == (dated,)


def test_an_unknown_office_cannot_be_changed(database: Database) -> None:
    with pytest.raises(KeyError), database.transaction() as unit:
        unit.people.update_office(NORTH)


def test_coders_come_back_with_their_roles(database: Database) -> None:
    lead = Coder(coder_id=CoderId("A-lead"), roles=frozenset({Role.LEAD, Role.CODER}))
    idle = Coder(coder_id=CoderId("Z-idle"), roles=frozenset())
    with database.transaction() as unit:
        unit.people.add_coder(lead)
        unit.people.add_coder(idle)
    with database.reading() as unit:
        found = unit.people.coders()
        assert [coder.coder_id for coder in found] == ["A-lead", "C1", "C2", "Z-idle"]
        assert (found[0], found[-1]) == (lead, idle)
        assert unit.people.coder(lead.coder_id) == lead
        assert unit.people.coder(CoderId("nobody")) is None


def test_a_code_is_given_once(database: Database) -> None:
    with pytest.raises(ConflictError), database.transaction() as unit:
        unit.people.add_coder(Coder(coder_id=CoderId("C1")))


def test_a_worker_of_an_unknown_office_is_refused(database: Database) -> None:
    stray = Worker(worker_id=WorkerId("W1"), office_id=OfficeId("nowhere"))
    with pytest.raises(BrokenRuleError), database.transaction() as unit:
        unit.people.add_worker(stray)


def test_a_coder_gets_other_roles_or_none(database: Database) -> None:
    lead = Coder(coder_id=CoderId("L"), roles=frozenset({Role.LEAD}))
    both = Coder(coder_id=CoderId("X"), roles=frozenset({Role.CODER, Role.ANALYST}))
    nothing = Coder(coder_id=CoderId("X"), roles=frozenset())
    with database.transaction() as unit:
        unit.people.add_coder(lead)
        unit.people.add_coder(Coder(coder_id=CoderId("X")))
    for wanted in (both, nothing, both):
        with database.transaction() as unit:
            unit.people.update_roles(wanted)
        with database.reading() as unit:
            assert unit.people.coder(wanted.coder_id) == wanted
            assert unit.people.coder(lead.coder_id) == lead


def test_nobody_gets_no_roles(database: Database) -> None:
    with pytest.raises(KeyError), database.transaction() as unit:
        unit.people.update_roles(Coder(coder_id=CoderId("X")))
