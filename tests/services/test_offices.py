"""Days of implementation: what follows from them by rule, and what was entered stays."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from practicecoder.domain.history import HistoryKind
from practicecoder.domain.ids import OfficeId, SessionId
from practicecoder.domain.sessions import Phase, PhaseRule, PracticeSession
from practicecoder.errors import NotAllowedError
from practicecoder.services.context import StudyServices
from practicecoder.services.offices import placed
from tests.builders import ANNA, LEAD, OFFICES, a_session, a_study, add_sessions

NORTH = OFFICES[0]
OLD, NEW = date(2026, 3, 1), date(2026, 3, 20)


def by_date(number: int) -> PracticeSession:
    """A session of 15 March, after the old day and before the new one."""
    return replace(
        a_session(number),
        session_date=date(2026, 3, 15),
        days_since_implementation=14,
        phase=Phase.POST,
        phase_rule=PhaseRule.VISIT_DATE,
    )


@pytest.fixture
def services(tmp_path: Path) -> Iterator[StudyServices]:
    made = a_study(tmp_path / "study")
    entered = replace(by_date(2), phase_rule=PhaseRule.AS_ENTERED)
    undated = replace(by_date(3), session_date=None)
    elsewhere = replace(by_date(4), office_id=OFFICES[1])
    add_sessions(made, by_date(1), entered, undated, elsewhere)
    yield made
    made.close()


def sessions(services: StudyServices) -> dict[SessionId, PracticeSession]:
    with services.context.store.reading() as unit:
        return {session.session_id: session for session in unit.sessions.all()}


def test_the_preview_says_what_follows_and_changes_nothing(services: StudyServices) -> None:
    before = sessions(services)
    found = services.offices.preview(NORTH, NEW)

    assert found.sentence == (
        "Sessions that get other days since implementation: 2; of these, another phase: 1. The "
        "phase stays as it was entered in 1 session. There it would contradict the days: V-0002."
    )
    assert (len(found.after), found.n_phase, found.n_kept) == (2, 1, 1)
    assert found.contradictions == (SessionId("V-0002"),)
    assert sessions(services) == before


def test_days_follow_everywhere_and_the_phase_only_by_the_rule(services: StudyServices) -> None:
    change = services.offices.set_day(NORTH, NEW, actor=LEAD, reason="a made-up reason")

    after = sessions(services)
    assert change.session_ids == {SessionId("V-0001"), SessionId("V-0002")}
    assert (after[SessionId("V-0001")].phase, after[SessionId("V-0002")].phase) == (
        Phase.PRE,
        Phase.POST,
    )
    assert [after[SessionId(f"V-000{n}")].days_since_implementation for n in (1, 2, 3, 4)] == [
        -5,
        -5,
        14,
        14,
    ]


def test_the_change_is_on_record_with_its_reason(services: StudyServices) -> None:
    services.offices.set_day(NORTH, NEW, actor=LEAD, reason="a made-up reason")

    with services.context.store.reading() as unit:
        told = [e for e in unit.history.all() if e.kind is HistoryKind.OFFICE_CHANGED]
    assert (told[0].item, told[0].old, told[0].new) == (NORTH, "2026-03-01", "2026-03-20")
    assert {entry.session_id for entry in told[1:]} == {"V-0001", "V-0002"}
    assert {entry.reason for entry in told} == {"a made-up reason"}


def test_a_day_that_is_taken_away_leaves_neither_days_nor_a_phase_by_rule(
    services: StudyServices,
) -> None:
    services.offices.set_day(NORTH, None, actor=LEAD, reason="a made-up reason")

    session = sessions(services)[SessionId("V-0001")]
    assert (session.days_since_implementation, session.phase) == (None, None)


def test_refusals_change_nothing(services: StudyServices) -> None:
    before = sessions(services)
    for actor, office, reason, told in (
        (ANNA, NORTH, "why", "Only a lead"),
        (LEAD, OfficeId("nowhere"), "why", "There is no office"),
        (LEAD, NORTH, " ", "Say why"),
    ):
        with pytest.raises(NotAllowedError, match=told):
            services.offices.set_day(office, NEW, actor=actor, reason=reason)

    assert sessions(services) == before


def test_the_same_day_again_is_no_change(services: StudyServices) -> None:
    change = services.offices.set_day(NORTH, OLD, actor=LEAD, reason="")

    assert change.kinds == frozenset()


@given(st.dates(date(2020, 1, 1), date(2030, 1, 1)))
def test_phase_and_days_never_contradict_each_other_under_the_rule(day: date) -> None:
    session = placed(by_date(1), day)

    assert session.days_since_implementation is not None
    assert (session.phase is Phase.POST) == (session.days_since_implementation >= 0)
