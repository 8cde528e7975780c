"""Checks of certified coders, their drift, and recalibrations."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from practicecoder.domain.history import HistoryKind
from practicecoder.errors import NotAllowedError
from practicecoder.scoring.reliability.drift import DriftReport
from practicecoder.scoring.results import Estimate, NotEstimable
from practicecoder.services.context import StudyServices
from tests.builders import ANNA, BEN, LEAD
from tests.services.training_laboratory import (
    REFERENCE,
    START,
    Clock,
    a_training_laboratory,
    names,
    try_out,
)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def services(tmp_path: Path, clock: Clock) -> Iterator[StudyServices]:
    made = a_training_laboratory(tmp_path / "study", clock)
    yield made
    made.close()


@pytest.fixture
def certified(services: StudyServices, clock: Clock) -> StudyServices:
    """A passed on three recordings on the first day."""
    for number in (1, 2, 3):
        try_out(services, ANNA, number)
    services.training.grant(ANNA, actor=LEAD)
    return services


def test_a_certified_coder_is_due_when_the_interval_is_over(certified: StudyServices) -> None:
    day = START.date()
    due = certified.calibration.due_checks
    assert due(day + timedelta(days=59)) == ()
    (check,) = due(day + timedelta(days=60))
    assert (check.coder_id, check.last_on) == (ANNA, day)
    assert check.due_on == day + timedelta(days=60)
    assert not check.is_waiting


def test_no_interval_no_checks(certified: StudyServices) -> None:
    certified.settings.change(replace(certified.settings.current(), check_days=0), actor=LEAD)
    assert certified.calibration.due_checks(START.date() + timedelta(days=90)) == ()


def test_who_lost_the_certificate_is_not_due(certified: StudyServices) -> None:
    assert certified.calibration.due_checks(START.date() + timedelta(days=100)) == ()


def test_a_schedule_slips_a_recording_that_the_coder_has_not_met(
    certified: StudyServices, clock: Clock
) -> None:
    assert certified.calibration.schedule(actor=LEAD).given == ()
    clock.turn(days=61)
    done = certified.calibration.schedule(actor=LEAD, seed=3)
    ((coder, session_id),) = done.given
    assert coder == ANNA
    assert session_id in {names(number)[0] for number in (4, 5, 6)}
    assert done.sentence() == "Slipped 1 check into the queues."
    (check,) = certified.calibration.due_checks(clock.now.date())
    assert check.is_waiting
    assert certified.calibration.schedule(actor=LEAD).given == ()  # one at a time
    with certified.context.store.reading() as unit:
        entry = unit.history.of_session(session_id)[-1]
    assert (entry.kind, entry.item, entry.reason) == (HistoryKind.ASSIGNED, ANNA, "check, seed 3")


def test_all_get_the_same_recording_as_far_as_they_can(services: StudyServices) -> None:
    try_out(services, ANNA, 1)
    done = services.calibration.schedule(actor=LEAD, coder_ids=[ANNA, BEN], seed=2)
    sessions = {session for _, session in done.given}
    assert len(sessions) == 1 or names(1)[0] in sessions
    again = {}
    for seed in range(12):
        made = services.calibration.schedule(actor=LEAD, coder_ids=[BEN], seed=seed)
        again.update({session: coder for coder, session in made.given})
    assert len(again) == 5  # all that B had not met
    last = services.calibration.schedule(actor=LEAD, coder_ids=[BEN])
    assert last.without == (BEN,)
    assert "make another one" in last.sentence()


def test_only_a_lead_schedules(services: StudyServices) -> None:
    with pytest.raises(NotAllowedError, match="Only a lead"):
        services.calibration.schedule(actor=ANNA, coder_ids=[BEN])


def test_drift_is_of_trials_after_the_certificate(certified: StudyServices, clock: Clock) -> None:
    assert all(
        isinstance(item.report, NotEstimable) for item in certified.calibration.drift().items
    )
    clock.turn(days=30)
    try_out(certified, ANNA, 4, (4, *REFERENCE[1:]))
    clock.turn(days=31)
    try_out(certified, ANNA, 5, (5, *REFERENCE[1:]))
    first, second, *_ = certified.calibration.drift().items
    assert isinstance(first.report, DriftReport)
    found = first.of(ANNA)
    assert found is not None
    assert isinstance(found.departure, Estimate)
    assert (found.n, found.departure.value) == (2, 1.5)
    assert (found.exact, found.within_one) == (0.0, 0.5)
    assert [(m.month, m.mean) for m in found.months] == [
        (date(2026, 4, 1), 1.0),
        (date(2026, 5, 1), 2.0),
    ]
    assert isinstance(found.slope, NotEstimable)  # ten recordings are asked for
    assert first.of(BEN) is None
    other = second.of(ANNA)
    assert other is not None
    assert other.exact == 1.0


def test_who_never_had_a_certificate_has_training_trials_only(services: StudyServices) -> None:
    try_out(services, BEN, 1, (2, *REFERENCE[1:]))
    found = services.calibration.drift().items[0].of(BEN)
    assert found is not None
    assert isinstance(found.departure, Estimate)
    assert found.departure.value == -1


def test_recalibrations_are_noted_and_taken_back(services: StudyServices) -> None:
    day = START.date()
    made = services.calibration.recalibrate(day, " Two hours on empathy ", actor=LEAD)
    assert services.calibration.recalibrations() == (made,)
    assert made.text == "Two hours on empathy"
    assert services.calibration.drift().recalibrations == (made,)
    for wrong in (
        lambda: services.calibration.recalibrate(day + timedelta(days=1), "x", actor=LEAD),
        lambda: services.calibration.recalibrate(day, " ", actor=LEAD),
        lambda: services.calibration.recalibrate(day, "x", actor=ANNA),
        lambda: services.calibration.take_back(made.recalibration_id, actor=ANNA),
        lambda: services.calibration.take_back("nothing", actor=LEAD),
    ):
        with pytest.raises(NotAllowedError):
            wrong()
    services.calibration.take_back(made.recalibration_id, actor=LEAD)
    assert services.calibration.recalibrations() == ()
    with services.context.store.reading() as unit:
        kinds = [e.kind for e in unit.history.all()]
    assert kinds.count(HistoryKind.RECALIBRATED) == 2
