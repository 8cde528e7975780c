"""Readable made-up data: people, sessions, codings, and a small laboratory as a real study."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from practicecoder.codebook import library
from practicecoder.codebook.model import Codebook
from practicecoder.domain.allocation import Assignment
from practicecoder.domain.coding import Coding, CodingRole, CodingState, Rating, RatingState
from practicecoder.domain.coding_changes import AnswerChange, CodingChange, RatingChange, applied
from practicecoder.domain.ids import (
    BlindCode,
    CoderId,
    CodingId,
    Fingerprint,
    OfficeId,
    SessionId,
    WorkerId,
    new_id,
)
from practicecoder.domain.people import Coder, Office, Role, Worker
from practicecoder.domain.sessions import (
    Phase,
    PracticeSession,
    Purpose,
    Recording,
    SessionState,
)
from practicecoder.services.context import StudyServices
from practicecoder.services.studies import create_study
from practicecoder.storage.unit_of_work import UnitOfWork

LEAD = CoderId("L1")
ANNA, BEN, CARA = CoderId("A"), CoderId("B"), CoderId("C")
"""Three coders; the letters are their whole names."""
ANALYST = CoderId("N1")
OFFICES = (OfficeId("North"), OfficeId("South"), OfficeId("East"))
NOW = datetime(2026, 10, 6, 14, 2, 7, tzinfo=UTC)
NO_CHANGE_DISCUSSED = "no_behaviour_change_discussed"
QUESTION = "behaviour_change_discussed"


def a_study(
    folder: Path,
    *,
    title: str = "Test study",
    codebook_id: str = "swim7",
    made_up: bool = True,
    passphrase: str | None = None,
    now: Callable[[], datetime] = lambda: NOW,
) -> StudyServices:
    """Make an empty study with its lead, L1; with a passphrase it is encrypted."""
    return create_study(
        folder,
        title=title,
        codebook=library.find(codebook_id),
        made_up=made_up,
        passphrase=passphrase,
        now=now,
    )


def a_recording(number: int, *, minutes: float = 50) -> Recording:
    """Describe a recording; there is no sound file behind it."""
    return Recording(
        fingerprint=Fingerprint(f"{number:064x}"),
        stored_name=f"{number:064x}.flac",
        duration_ms=round(minutes * 60_000),
        sample_count=round(minutes * 60 * 24_000),
        sample_rate=24_000,
        channels=1,
        codec="flac",
        size_bytes=1_000_000,
    )


def a_session(number: int, **changes: object) -> PracticeSession:
    """Make a session of the first office, two weeks after implementation; change what matters."""
    session = PracticeSession(
        session_id=SessionId(f"V-{number:04d}"),
        blind_code=BlindCode(f"S-BLIND{number}"),
        worker_id=WorkerId("W-001"),
        office_id=OFFICES[0],
        phase=Phase.POST,
        session_date=date(2026, 3, 15),
        days_since_implementation=14,
        purpose=Purpose.BOTH,
        recording=a_recording(number),
        made_up=True,
    )
    return replace(session, **changes)  # type: ignore[arg-type]  # names are the fields'


def add_people(services: StudyServices, *coders: Coder) -> None:
    """Add people to a study."""
    with services.context.store.transaction() as unit:
        for coder in coders:
            unit.people.add_coder(coder)


def add_sessions(services: StudyServices, *sessions: PracticeSession) -> None:
    """Add sessions with the workers and offices they name."""
    with services.context.store.transaction() as unit:
        offices = {office.office_id for office in unit.people.offices()}
        workers = {worker.worker_id for worker in unit.people.workers()}
        for session in sessions:
            if session.office_id is not None and session.office_id not in offices:
                offices.add(session.office_id)
                unit.people.add_office(
                    Office(office_id=session.office_id, implementation_date=date(2026, 3, 1))
                )
            if session.worker_id is not None and session.worker_id not in workers:
                workers.add(session.worker_id)
                unit.people.add_worker(
                    Worker(worker_id=session.worker_id, office_id=session.office_id)
                )
            if session.recording is not None:
                unit.sessions.add_recording(session.recording)
            unit.sessions.add(session)


def ratings_of(codebook: Codebook, values: Sequence[int | None]) -> dict[str, Rating]:
    """Ratings in the order of the codebook's dimensions; None stands for not applicable."""
    return {
        dimension: Rating.rated(value)
        if value is not None
        else Rating.not_applicable(codebook.reasons_for(dimension)[0].reason_id)
        for dimension, value in zip(codebook.dimension_ids, values, strict=True)
    }


def add_coding(
    services: StudyServices,
    session_id: SessionId,
    coder_id: CoderId,
    ratings: Mapping[str, Rating],
    *,
    submitted: bool = True,
    position: int = 0,
) -> Coding:
    """Assign a session and code it; the second coder of a session codes it double."""
    with services.context.store.transaction() as unit:
        coding = _store_coding(services, unit, session_id, coder_id, ratings, position)
        if not submitted:
            return coding
        locked = replace(coding, state=CodingState.LOCKED, submitted_at=services.context.now())
        saved = unit.codings.save(locked, expected_version=coding.version)
        _settle(unit, session_id)
        return saved


def _store_coding(
    services: StudyServices,
    unit: UnitOfWork,
    session_id: SessionId,
    coder_id: CoderId,
    ratings: Mapping[str, Rating],
    position: int,
) -> Coding:
    earlier = unit.assignments.of_session(session_id)
    role = CodingRole.DOUBLE if earlier else CodingRole.PRIMARY
    unit.assignments.add(
        Assignment(session_id=session_id, coder_id=coder_id, role=role, position=position)
    )
    coding = Coding(
        coding_id=CodingId(new_id()),
        session_id=session_id,
        coder_id=coder_id,
        codebook=services.codebook.ref,
        role=role,
    )
    unit.codings.add(coding)
    changes = _changes(services.codebook, ratings)
    after = unit.codings.save(
        applied(coding, changes), expected_version=coding.version, changes=changes
    )
    unit.record_changes(coding, changes, at=services.context.now(), actor=coder_id)
    return after


def _changes(codebook: Codebook, ratings: Mapping[str, Rating]) -> tuple[CodingChange, ...]:
    changes: list[CodingChange] = []
    for dimension_id, rating in ratings.items():
        rule = codebook.dimension(dimension_id).not_applicable_when
        if rule is not None:
            ruled_out = rating.state is RatingState.NOT_APPLICABLE
            if ruled_out:
                rating = replace(rating, na_reason=rule.reason_id)
            answer = rule.equals if ruled_out else not rule.equals
            changes.append(AnswerChange(rule.question_id, answer))
        changes.append(RatingChange(dimension_id, rating))
    return tuple(changes)


def _settle(unit: UnitOfWork, session_id: SessionId) -> None:
    session = unit.sessions.find(session_id)
    assert session is not None
    locked = sum(c.is_locked for c in unit.codings.of_session(session_id))
    planned = len(unit.assignments.of_session(session_id))
    state = SessionState.SUBMITTED if locked >= planned else SessionState.IN_CODING
    unit.sessions.save(replace(session, state=state), expected_version=session.version)


def a_laboratory(
    folder: Path, *, n_sessions: int = 12, title: str = "Northshire"
) -> StudyServices:
    """Make a study at work: three offices, three coders, sessions before and after, in all states.

    The first third of the sessions is double-coded, the last ones are still to be coded. Ratings
    follow a made-up quality of each session, higher after implementation, plus coder differences.
    """
    services = a_study(folder, title=title)
    coder, analyst = frozenset({Role.CODER}), frozenset({Role.ANALYST})
    add_people(
        services,
        Coder(coder_id=ANNA, roles=coder),
        Coder(coder_id=BEN, roles=coder),
        Coder(coder_id=CARA, roles=coder),
        Coder(coder_id=ANALYST, roles=analyst),
    )
    chance = random.Random(7)
    sessions = [_laboratory_session(number, chance) for number in range(1, n_sessions + 1)]
    add_sessions(services, *sessions)
    coders = (ANNA, BEN, CARA)
    n_open = max(n_sessions // 6, 2)
    for place, session in enumerate(sessions):
        quality = 2.3 + 0.6 * (session.phase is Phase.POST) + chance.gauss(0, 0.7)
        first = coders[place % 3]
        if place >= n_sessions - n_open:
            services.sessions.assign((session.session_id,), first, actor=LEAD, seed=place)
            continue
        own = [first, coders[(place + 1) % 3]] if place < n_sessions // 3 else [first]
        is_begun = place == n_sessions - n_open - 1
        for coder_id in own:
            ratings = ratings_of(services.codebook, _rated(services.codebook, quality, chance))
            if is_begun:
                ratings = dict(list(ratings.items())[:3])
            add_coding(
                services,
                session.session_id,
                coder_id,
                ratings,
                submitted=not is_begun,
                position=place,
            )
    return services


def _laboratory_session(number: int, chance: random.Random) -> PracticeSession:
    days = round(chance.uniform(-180, 240))
    office = OFFICES[number % 3]
    return a_session(
        number,
        blind_code=BlindCode(f"S-{chance.randrange(16**5):05X}"),
        worker_id=WorkerId(f"W-{number % 17 + 1:03d}"),
        office_id=office,
        phase=Phase.POST if days >= 0 else Phase.PRE,
        session_date=date(2026, 3, 1) + timedelta(days=days),
        days_since_implementation=days,
        purpose=Purpose.BOTH if number % 4 else Purpose.RESEARCH,
        recording=a_recording(number, minutes=chance.uniform(32, 74)),
    )


def _rated(codebook: Codebook, quality: float, chance: random.Random) -> list[int | None]:
    def level(_: str) -> int:
        return min(max(round(quality + chance.gauss(0.4, 0.55)), 1), 5)

    values: list[int | None] = [level(d) for d in codebook.dimension_ids]
    if chance.random() < 0.25:
        values[codebook.dimension_ids.index("evocation")] = None
    return values
