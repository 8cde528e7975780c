"""Who may do what: people are added, given other roles, and lose access and get it back."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from practicecoder.codebook import library
from practicecoder.domain.history import HistoryEntry, HistoryKind
from practicecoder.domain.ids import CoderId, SessionId, StudyId, WorkerId
from practicecoder.domain.people import Coder, Role
from practicecoder.domain.study import StudyRecord
from practicecoder.errors import NotAllowedError
from practicecoder.services.context import StudyServices
from practicecoder.services.import_summary import add_unknown_coders
from practicecoder.services.people import PeopleService
from practicecoder.services.studies import check_study
from practicecoder.services.study_context import StudyContext
from practicecoder.storage.study_folder import StudyStore
from tests.builders import (
    ANALYST,
    ANNA,
    LEAD,
    NOW,
    a_session,
    a_study,
    add_coding,
    add_people,
    add_sessions,
    ratings_of,
)
from tests.services.packets_made_up import a_lab, a_packet, at_home

OTHER_LEAD, SUE = CoderId("L2"), CoderId("SUE")
FIRST, SECOND = SessionId("V-0001"), SessionId("V-0002")


@pytest.fixture
def services(tmp_path: Path) -> Iterator[StudyServices]:
    made = a_study(tmp_path / "study")
    add_people(
        made,
        Coder(coder_id=ANNA),
        Coder(coder_id=ANALYST, roles=frozenset({Role.ANALYST})),
        Coder(coder_id=SUE, roles=frozenset({Role.SUPERVISOR})),
    )
    add_sessions(made, a_session(1, recording=None), a_session(2, recording=None))
    yield made
    made.close()


def roles_of(services: StudyServices, coder_id: CoderId) -> frozenset[Role]:
    return next(p.roles for p in services.people.coders() if p.coder_id == coder_id)


def rights_changes(services: StudyServices) -> list[HistoryEntry]:
    history = services.people.rights_history()
    return [entry for entry in history if entry.kind is HistoryKind.RIGHTS_CHANGED]


def test_a_lead_gives_other_roles_and_it_is_on_record(services: StudyServices) -> None:
    services.people.change_roles(
        ANNA, [Role.CODER, Role.ANALYST], actor=LEAD, reason="  computes agreement "
    )

    assert roles_of(services, ANNA) == {Role.CODER, Role.ANALYST}
    (entry,) = rights_changes(services)
    assert (entry.actor, entry.item) == (LEAD, "roles:A")
    assert (entry.old, entry.new) == ("coder", "analyst coder")
    assert entry.reason == "computes agreement"


def test_access_ends_and_comes_back(services: StudyServices) -> None:
    services.people.change_roles(ANNA, [], actor=LEAD, reason="left the project")

    assert not next(p for p in services.people.coders() if p.coder_id == ANNA).has_access
    services.people.change_roles(ANNA, [Role.CODER], actor=LEAD, reason="came back")

    assert roles_of(services, ANNA) == {Role.CODER}
    assert [(e.old, e.new) for e in rights_changes(services)] == [
        ("coder", None),
        (None, "coder"),
    ]
    services.close()
    assert check_study(services.path) == ()


def test_who_has_no_access_neither_codes_nor_gets_sessions(services: StudyServices) -> None:
    services.sessions.assign((FIRST,), ANNA, actor=LEAD)
    code = services.sessions.queue(ANNA)[0].blind_code
    services.people.change_roles(ANNA, [], actor=LEAD, reason="left the project")

    with pytest.raises(NotAllowedError, match="Only a coder or a lead codes"):
        services.coding.open_desk(code, ANNA)
    with pytest.raises(NotAllowedError, match="no coder A"):
        services.sessions.assign((SECOND,), ANNA, actor=LEAD)
    assert [row.blind_code for row in services.sessions.queue(ANNA)] == [code]


def test_sessions_of_who_has_no_access_can_go_to_others(services: StudyServices) -> None:
    add_people(services, Coder(coder_id=CoderId("B")))
    services.sessions.assign((FIRST,), ANNA, actor=LEAD)
    services.people.change_roles(ANNA, [], actor=LEAD, reason="left the project")

    done = services.planning.replace_coder(ANNA, [CoderId("B")], actor=LEAD, reason="left")

    assert [a.coder_id for a in done.moved] == ["B"]


def test_what_a_person_has_in_hand_is_counted_and_stays(services: StudyServices) -> None:
    services.sessions.assign((FIRST, SECOND), ANNA, actor=LEAD)
    services.supervisees.name_supervisor((WorkerId("W-001"),), SUE, actor=LEAD)
    assert services.people.open_work(ANNA).n_sessions == 2
    assert services.people.open_work(SUE).n_workers == 1
    assert services.people.open_work(ANALYST).sentence == ""
    assert services.people.open_work(ANNA).sentence == (
        "Still has 2 sessions not submitted; that stays."
    )

    services.people.change_roles(SUE, [Role.CODER], actor=LEAD, reason="no more supervision")
    services.people.change_roles(SUE, [Role.SUPERVISOR], actor=LEAD, reason="back again")

    assert services.people.open_work(SUE).n_workers == 1


def test_what_was_submitted_is_not_in_hand(services: StudyServices) -> None:
    ratings = ratings_of(services.codebook, [4] * len(services.codebook.dimensions))
    add_coding(services, FIRST, ANNA, ratings)

    assert services.people.open_work(ANNA).n_sessions == 0


@pytest.mark.parametrize("wanted", [[], [Role.CODER]], ids=["access", "role"])
def test_the_last_lead_stays_one(services: StudyServices, wanted: list[Role]) -> None:
    with pytest.raises(NotAllowedError, match="only lead"):
        services.people.change_roles(LEAD, wanted, actor=LEAD, reason="leaves")

    assert roles_of(services, LEAD) == {Role.LEAD}
    services.people.add_coder(OTHER_LEAD, frozenset({Role.LEAD}), actor=LEAD)
    services.people.change_roles(LEAD, wanted, actor=LEAD, reason="leaves")
    with pytest.raises(NotAllowedError, match="only lead"):
        services.people.change_roles(OTHER_LEAD, [], actor=OTHER_LEAD, reason="leaves")


@pytest.mark.parametrize("actor", [None, ANNA, ANALYST, CoderId("nobody")])
def test_only_a_lead_changes_roles(services: StudyServices, actor: CoderId | None) -> None:
    with pytest.raises(NotAllowedError, match="Only a lead changes roles"):
        services.people.change_roles(ANNA, [Role.LEAD], actor=actor, reason="why not")

    assert roles_of(services, ANNA) == {Role.CODER}


@pytest.mark.parametrize("actor", [None, ANNA, ANALYST, CoderId("nobody")])
def test_only_a_lead_adds_people(services: StudyServices, actor: CoderId | None) -> None:
    before = services.people.coders()
    with pytest.raises(NotAllowedError, match="Only a lead adds people"):
        services.people.add_coder("NEW", frozenset({Role.LEAD}), actor=actor)

    assert services.people.coders() == before


def test_the_first_person_of_a_study_that_has_nobody_is_added_by_nobody(tmp_path: Path) -> None:
    book = library.find("swim7")
    record = StudyRecord(
        study_id=StudyId("empty"), title="Made-up", codebook=book.ref, created_at=NOW
    )
    with closing(StudyStore.create(tmp_path / "empty", record, book.text)) as store:
        empty = PeopleService(StudyContext(store=store, record=record, codebook=book))
        empty.add_coder("L1", frozenset({Role.LEAD}), actor=None)
        with pytest.raises(NotAllowedError, match="Only a lead adds people"):
            empty.add_coder("L2", frozenset({Role.LEAD}), actor=None)


def test_a_change_needs_a_reason_and_a_person(services: StudyServices) -> None:
    with pytest.raises(NotAllowedError, match="Say why"):
        services.people.change_roles(ANNA, [Role.ANALYST], actor=LEAD, reason="  ")
    with pytest.raises(NotAllowedError, match="nobody called X"):
        services.people.change_roles(CoderId("X"), [Role.ANALYST], actor=LEAD, reason="w")


def test_the_same_roles_again_leave_no_trace(services: StudyServices) -> None:
    change = services.people.change_roles(ANNA, [Role.CODER], actor=LEAD, reason="the same")

    assert not change.kinds
    assert rights_changes(services) == []


def test_in_a_packet_nobody_changes_who_may_do_what(tmp_path: Path) -> None:
    lab = a_lab(tmp_path)
    with closing(lab), closing(at_home(a_packet(lab, tmp_path), tmp_path / "home")) as home:
        before = home.people.coders()
        for actor in (None, ANNA):
            with pytest.raises(NotAllowedError, match="made from a packet"):
                home.people.add_coder("L9", frozenset({Role.LEAD}), actor=actor)
            with pytest.raises(NotAllowedError, match="made from a packet"):
                home.people.change_roles(ANNA, [Role.LEAD], actor=actor, reason="mine")
        with (
            pytest.raises(NotAllowedError, match="made from a packet"),
            home.context.store.transaction() as unit,
        ):
            add_unknown_coders(unit, [CoderId("NEW")])
        assert home.people.coders() == before
        with pytest.raises(NotAllowedError, match=r"Only a lead gives passphrases|not encrypted"):
            home.passphrases.add("made-up passphrase", "C9", "another made-up one", actor=ANNA)
