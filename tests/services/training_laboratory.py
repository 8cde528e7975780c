"""A laboratory that trains: recordings with a reference, coders who are tried, a clock to turn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from practicecoder.domain.certification import PassRule
from practicecoder.domain.coding import CodingRole, CodingState
from practicecoder.domain.ids import BlindCode, CoderId, SessionId
from practicecoder.domain.people import Coder
from practicecoder.services.context import StudyServices
from practicecoder.services.study_settings import StudySettings
from tests.builders import (
    ANNA,
    BEN,
    CARA,
    LEAD,
    _changes,
    a_session,
    a_study,
    add_coding,
    add_people,
    add_sessions,
    ratings_of,
)

START = datetime(2026, 3, 2, 9, tzinfo=UTC)
REFERENCE = (3, 3, 3, 3, 3, 3, 3)
"""Every reference coding of the laboratory."""


@dataclass(slots=True)
class Clock:
    """A clock that stands until it is turned."""

    now: datetime = START

    def __call__(self) -> datetime:
        return self.now

    def turn(self, *, days: int = 0, minutes: int = 0) -> None:
        self.now += timedelta(days=days, minutes=minutes)


def a_training_laboratory(folder: Path, clock: Clock, *, n: int = 6) -> StudyServices:
    """Sessions that coder C coded, each with that coding as its reference; A and B to be tried.

    The rule asks for three recordings and 80 % within one level.
    """
    services = a_study(folder, now=clock)
    add_people(services, *(Coder(coder_id=coder) for coder in (ANNA, BEN, CARA)))
    add_sessions(services, *(a_session(number) for number in range(1, n + 1)))
    services.settings.change(
        StudySettings(pass_rule=PassRule(recordings=3, within_one=0.8, valid_days=100)),
        actor=LEAD,
    )
    for number in range(1, n + 1):
        session_id, _ = names(number)
        source = add_coding(services, session_id, CARA, ratings_of(services.codebook, REFERENCE))
        services.training_recordings.take_over(source.coding_id, actor=LEAD)
    return services


def names(number: int) -> tuple[SessionId, BlindCode]:
    """Id and blind code of a session."""
    session = a_session(number)
    return session.session_id, session.blind_code


def try_out(
    services: StudyServices,
    coder_id: CoderId,
    number: int,
    values: Sequence[int | None] = REFERENCE,
    *,
    submit: bool = True,
) -> BlindCode:
    """Give a coder a training recording as the lead does; code it, and submit."""
    session_id, blind_code = names(number)
    services.training_recordings.assign([session_id], [coder_id], actor=LEAD, seed=number)
    services.coding.open_desk(blind_code, coder_id)
    with services.context.store.transaction() as unit:
        stored = unit.codings.for_assignment(session_id, coder_id, CodingRole.TRAINING)
        assert stored is not None
        from practicecoder.domain.coding_changes import applied

        changes = _changes(services.codebook, ratings_of(services.codebook, values))
        after = applied(stored, changes)
        if submit:
            after = replace(after, state=CodingState.LOCKED, submitted_at=services.context.now())
        unit.codings.save(after, expected_version=stored.version, changes=changes)
        unit.record_changes(stored, changes, at=services.context.now(), actor=coder_id)
    return blind_code
