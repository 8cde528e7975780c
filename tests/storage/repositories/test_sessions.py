from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from practicecoder.domain.ids import BlindCode, Fingerprint, OfficeId, SessionId, WorkerId
from practicecoder.domain.people import Office, Worker
from practicecoder.domain.sessions import (
    Phase,
    PhaseRule,
    PracticeSession,
    Purpose,
    Recording,
    Segment,
    SegmentChoice,
    SessionState,
)
from practicecoder.domain.spans import TimeSpan
from practicecoder.errors import ConflictError
from practicecoder.storage.database import Database

RECORDING = Recording(
    fingerprint=Fingerprint("f" * 64),
    stored_name=f"{'f' * 64}.wav",
    duration_ms=5_400_000,
    sample_count=5_400 * 4_000_000,
    sample_rate=4_000_000,
    channels=2,
    codec="pcm_s16le",
    size_bytes=3 * 2**31,
)
SESSION = PracticeSession(
    session_id=SessionId("S0"),
    blind_code=BlindCode("S-MADEU"),
    worker_id=WorkerId("W1"),
    office_id=OfficeId("north"),
    phase=Phase.TRANSITION,
    phase_rule=PhaseRule.VISIT_DATE,
    session_date=date(2026, 1, 2),
    days_since_implementation=-31,
    session_type="office",
    worker_role="made-up role",
    purpose=Purpose.BOTH,
    state=SessionState.IN_CODING,
    recording=RECORDING,
    segment=Segment(
        span=TimeSpan(60_000, 1_260_000), choice=SegmentChoice.RANDOM, seed=20_261_121
    ),
    made_up=True,
)


@pytest.fixture
def with_session(database: Database) -> Database:
    with database.transaction() as unit:
        unit.people.add_office(Office(office_id=OfficeId("north")))
        unit.people.add_worker(Worker(worker_id=WorkerId("W1"), office_id=OfficeId("north")))
        unit.sessions.add_recording(RECORDING)
        unit.sessions.add(SESSION)
    return database


def test_a_session_comes_back_as_it_was_given(with_session: Database) -> None:
    with with_session.reading() as unit:
        assert unit.sessions.find(SESSION.session_id) == SESSION
        assert unit.sessions.find_blind(SESSION.blind_code) == SESSION


def test_all_sessions_come_in_the_order_of_their_ids(with_session: Database) -> None:
    with with_session.reading() as unit:
        found = unit.sessions.all()

    assert [session.session_id for session in found] == ["S0", "S1", "S2"]
    assert found[0] == SESSION
    assert found[1] == PracticeSession(
        session_id=SessionId("S1"), blind_code=BlindCode("blind-S1")
    )


def test_what_is_not_there_is_not_found(with_session: Database) -> None:
    with with_session.reading() as unit:
        assert unit.sessions.find(SessionId("S9")) is None
        assert unit.sessions.find_blind(BlindCode("S0")) is None
        assert unit.sessions.recording(Fingerprint("0" * 64)) is None


def test_recordings_are_found_by_their_hash(with_session: Database) -> None:
    with with_session.reading() as unit:
        assert unit.sessions.recording(RECORDING.fingerprint) == RECORDING
        assert unit.sessions.recordings() == (RECORDING,)


def test_a_saved_session_has_the_next_version(with_session: Database) -> None:
    changed = replace(
        SESSION, phase=None, segment=None, recording=None, state=SessionState.WITHDRAWN
    )
    with with_session.transaction() as unit:
        saved = unit.sessions.save(changed, SESSION.version)
    with with_session.reading() as unit:
        assert saved == replace(changed, version=2)
        assert unit.sessions.find(SESSION.session_id) == saved


def test_a_session_that_moved_on_is_not_overwritten(
    with_session: Database, open_window: Callable[[], Database]
) -> None:
    first, second = replace(SESSION, phase=Phase.PRE), replace(SESSION, phase=Phase.POST)
    with with_session.transaction() as unit:
        unit.sessions.save(first, 1)
    with pytest.raises(ConflictError), open_window().transaction() as unit:
        unit.sessions.save(second, 1)
    with with_session.reading() as unit:
        assert unit.sessions.find(SESSION.session_id) == replace(first, version=2)


def test_a_session_that_is_not_there_cannot_be_saved(database: Database) -> None:
    with pytest.raises(ConflictError), database.transaction() as unit:
        unit.sessions.save(SESSION, 1)
