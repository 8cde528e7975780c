"""Sessions withdrawn or unusable: where they are left out, what stays, and the way back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from practicecoder.domain.ids import CoderId, SessionId
from practicecoder.domain.people import Coder
from practicecoder.domain.sessions import Phase, SessionState
from practicecoder.errors import NotAllowedError
from practicecoder.services.changes import ChangeKind
from practicecoder.services.context import StudyServices
from tests.builders import (
    ANNA,
    BEN,
    LEAD,
    a_session,
    a_study,
    add_coding,
    add_people,
    add_sessions,
    ratings_of,
)

FIRST, SECOND, FRESH = (SessionId(f"V-{number:04d}") for number in (1, 2, 3))
WHY = "the family withdrew by telephone"


@pytest.fixture
def services(tmp_path: Path) -> Iterator[StudyServices]:
    """Two sessions that Anna and Ben have submitted, and one that Anna has not begun."""
    made = a_study(tmp_path / "study")
    add_people(made, Coder(coder_id=ANNA), Coder(coder_id=BEN))
    add_sessions(made, *(a_session(n, phase=Phase.PRE) for n in (1, 2, 3)))
    for session_id in (FIRST, SECOND):
        for coder_id in (ANNA, BEN):
            rated = ratings_of(made.codebook, [3, 4, 2, 3, 4, 2, 3])
            add_coding(made, session_id, coder_id, rated)
    made.sessions.assign((FRESH,), ANNA, actor=LEAD)
    yield made
    made.close()


def state_of(services: StudyServices, session_id: SessionId) -> SessionState:
    rows = {row.session.session_id: row.session for row in services.sessions.lead_table()}
    return rows[session_id].state


def withdraw(services: StudyServices, *session_ids: SessionId) -> None:
    services.session_use.take_out(session_ids, SessionState.WITHDRAWN, actor=LEAD, reason=WHY)


def test_a_withdrawn_session_leaves_the_queue_and_cannot_be_opened(
    services: StudyServices,
) -> None:
    code = services.sessions.queue(ANNA)[-1].blind_code
    services.coding.open_desk(code, ANNA)
    withdraw(services, FRESH)
    assert code not in {row.blind_code for row in services.sessions.queue(ANNA)}
    with pytest.raises(NotAllowedError):
        services.coding.open_desk(code, ANNA)


def test_ratings_of_a_withdrawn_session_enter_no_number(services: StudyServices) -> None:
    assert {r.session_id for r in services.reliability.ratings()} == {FIRST, SECOND}
    withdraw(services, FIRST)
    assert {r.session_id for r in services.reliability.ratings()} == {SECOND}
    assert list(services.analysis.table()["session_id"]) == [SECOND]
    package = services.exporting.package_data()
    assert {str(s.session.session_id) for s in package.sessions} == {SECOND, FRESH}
    assert package.n_withdrawn == 1


def test_what_was_coded_stays_and_comes_back_with_the_session(services: StudyServices) -> None:
    withdraw(services, FIRST)
    change = services.session_use.take_back([FIRST], actor=LEAD, reason="the wrong number")
    assert state_of(services, FIRST) is SessionState.COMPARED
    assert {r.session_id for r in services.reliability.ratings()} == {FIRST, SECOND}
    assert change.concerns(ChangeKind.SESSIONS)


def test_a_decided_state_comes_back_as_it_was(services: StudyServices) -> None:
    add_sessions(services, a_session(4, state=SessionState.OBSERVED_ONLY))
    seen = SessionId("V-0004")
    withdraw(services, seen)
    services.session_use.take_back([seen], actor=LEAD, reason="asked again")
    assert state_of(services, seen) is SessionState.OBSERVED_ONLY


def test_the_story_tells_who_did_it_and_why(services: StudyServices) -> None:
    withdraw(services, FIRST)
    services.session_use.take_back([FIRST], actor=LEAD, reason="the wrong number")
    told = [(x.who, x.text, x.reason) for x in services.stories.of(FIRST, actor=LEAD).lines][-2:]
    assert told == [
        (LEAD, "Taken out of use: withdrawn", WHY),
        (LEAD, "Taken into use again (before: withdrawn)", "the wrong number"),
    ]


def test_an_unusable_recording_is_one_that_nobody_has_coded(services: StudyServices) -> None:
    unusable = SessionState.UNUSABLE
    services.session_use.take_out([FRESH], unusable, actor=LEAD, reason="only noise")
    assert state_of(services, FRESH) is unusable
    with pytest.raises(NotAllowedError, match="submitted codings"):
        services.session_use.take_out([FIRST], unusable, actor=LEAD, reason="only noise")


def test_all_are_taken_out_or_none(services: StudyServices) -> None:
    with pytest.raises(NotAllowedError, match="no session V-9999"):
        withdraw(services, FIRST, SessionId("V-9999"))
    withdraw(services, SECOND)
    with pytest.raises(NotAllowedError, match="out of use already"):
        withdraw(services, FIRST, SECOND)
    assert state_of(services, FIRST) is not SessionState.WITHDRAWN


@pytest.mark.parametrize(("actor", "reason"), [(ANNA, WHY), (None, WHY), (LEAD, "  ")])
def test_it_takes_a_lead_and_a_reason(
    services: StudyServices, actor: CoderId | None, reason: str
) -> None:
    with pytest.raises(NotAllowedError):
        services.session_use.take_out([FIRST], SessionState.WITHDRAWN, actor=actor, reason=reason)
    assert state_of(services, FIRST) is not SessionState.WITHDRAWN


def test_only_what_is_out_of_use_is_taken_back(services: StudyServices) -> None:
    with pytest.raises(NotAllowedError, match="is in use"):
        services.session_use.take_back([FIRST], actor=LEAD, reason="no need")
