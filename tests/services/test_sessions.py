"""The lead's table: who codes a session independently, and what stands beside that."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from practicecoder.domain.coding import CodingRole
from practicecoder.domain.ids import BlindCode, SessionId
from practicecoder.domain.people import Coder
from practicecoder.services.context import StudyServices
from practicecoder.services.session_rows import QueueState, SessionRow
from tests.builders import (
    ANNA,
    BEN,
    CARA,
    LEAD,
    a_session,
    a_study,
    add_coding,
    add_people,
    add_sessions,
    ratings_of,
)

SESSION, CODE = SessionId("V-0001"), BlindCode("S-BLIND1")


@pytest.fixture
def services(tmp_path: Path) -> Iterator[StudyServices]:
    """Return a study with one session that A and B coded; C is a coder without one."""
    made = a_study(tmp_path / "study")
    add_people(made, *(Coder(coder_id=coder) for coder in (ANNA, BEN, CARA)))
    add_sessions(made, a_session(1), a_session(2))
    for coder in (ANNA, BEN):
        add_coding(made, SESSION, coder, ratings_of(made.codebook, [3] * 7))
    yield made
    made.close()


def row(services: StudyServices, session_id: SessionId = SESSION) -> SessionRow:
    return next(r for r in services.sessions.lead_table() if r.session.session_id == session_id)


def test_a_consensus_is_no_further_coder(services: StudyServices) -> None:
    assert row(services).consensus is None

    services.consensus.open(CODE, LEAD)
    services.consensus.agree(
        CODE, "empathy", ratings_of(services.codebook, [3] * 7)["empathy"], LEAD
    )
    begun = row(services)
    services.consensus.take_over_equal(CODE, LEAD)
    services.consensus.finish(CODE, LEAD)
    agreed = row(services)

    assert begun.consensus is QueueState.IN_PROGRESS
    assert agreed.consensus is QueueState.SUBMITTED
    for told in (begun, agreed):
        assert [c.coder_id for c in told.independent] == [ANNA, BEN]
        assert told.n_submitted == 2
        assert told.is_double_coded


def test_trials_and_references_are_no_further_coders(services: StudyServices) -> None:
    (source, _) = row(services).coders
    assert source.coding_id is not None
    services.training_recordings.take_over(source.coding_id, actor=LEAD)
    services.training_recordings.assign((SESSION,), (CARA,), actor=LEAD, seed=1)

    told = row(services)

    assert {c.role for c in told.coders} == {
        CodingRole.PRIMARY,
        CodingRole.DOUBLE,
        CodingRole.REFERENCE,
        CodingRole.TRAINING,
    }
    assert [c.coder_id for c in told.independent] == [ANNA, BEN]
    assert told.n_submitted == 2


def test_a_session_that_nobody_has_is_coded_by_nobody(services: StudyServices) -> None:
    told = row(services, SessionId("V-0002"))

    assert (told.independent, told.n_submitted, told.consensus) == ((), 0, None)
    assert not told.is_double_coded


def of_coding(services: StudyServices, **changes: object) -> None:
    """Change the first coding of the session past its coder."""
    with services.context.store.transaction() as unit:
        coding = unit.codings.of_session(SESSION)[0]
        after = replace(coding, **changes)  # type: ignore[arg-type]  # names are the fields'
        unit.codings.save(after, expected_version=coding.version)


def test_agreeing_codings_need_no_decision(services: StudyServices) -> None:
    assert not row(services).needs_decision


def test_a_meeting_that_was_begun_waits_for_its_end(services: StudyServices) -> None:
    services.consensus.open(CODE, LEAD)
    services.consensus.take_over_equal(CODE, LEAD)
    assert row(services).needs_decision

    services.consensus.finish(CODE, LEAD)

    assert not row(services).needs_decision


def test_listening_cut_short_needs_a_decision_until_there_is_a_consensus(
    services: StudyServices,
) -> None:
    of_coding(services, short_listen_reason="the end is noise")
    assert row(services).needs_decision

    services.consensus.open(CODE, LEAD)
    services.consensus.take_over_equal(CODE, LEAD)
    services.consensus.finish(CODE, LEAD)

    assert not row(services).needs_decision


def test_a_concern_needs_a_decision_until_it_is_seen(services: StudyServices) -> None:
    with services.context.store.reading() as unit:
        coding = unit.codings.of_session(SESSION)[0]
    services.concerns.raise_concern(coding, "A made-up concern.", at_ms=0)
    assert row(services).needs_decision

    (concern,) = services.concerns.for_lead(LEAD)
    services.concerns.mark_seen(concern.concern_id, actor=LEAD, action="Passed on.")

    assert not row(services).needs_decision
