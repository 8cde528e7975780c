"""Days by which coders are to be through: given with sessions, changed later, seen in queues."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from practicecoder.domain.allocation import Assignment
from practicecoder.domain.coding import CodingRole
from practicecoder.domain.history import HistoryEntry, HistoryKind
from practicecoder.domain.ids import CoderId, SessionId
from practicecoder.domain.people import Coder
from practicecoder.errors import NotAllowedError
from practicecoder.services.changes import ChangeKind
from practicecoder.services.context import StudyServices
from practicecoder.services.due_dates import DueRule, due_beside
from practicecoder.services.plan_preview import PlanRequest
from practicecoder.services.session_rows import SessionRow
from tests.builders import (
    ANNA,
    BEN,
    CARA,
    LEAD,
    NOW,
    a_session,
    a_study,
    add_coding,
    add_people,
    add_sessions,
    ratings_of,
)

TODAY = NOW.date()
SOON, LATER = TODAY + timedelta(days=3), TODAY + timedelta(days=30)
SESSIONS = tuple(SessionId(f"V-{number:04d}") for number in range(1, 11))


@pytest.fixture
def services(tmp_path: Path) -> Iterator[StudyServices]:
    made = a_study(tmp_path / "study")
    add_people(made, *(Coder(coder_id=coder) for coder in (ANNA, BEN, CARA)))
    add_sessions(made, *(a_session(number) for number in range(1, 11)))
    yield made
    made.close()


def assignments(services: StudyServices) -> tuple[Assignment, ...]:
    with services.context.store.reading() as unit:
        return unit.assignments.all()


def due_of(services: StudyServices, coder_id: CoderId) -> dict[SessionId, date | None]:
    return {a.session_id: a.due_on for a in assignments(services) if a.coder_id == coder_id}


def on_record(services: StudyServices) -> list[HistoryEntry]:
    with services.context.store.reading() as unit:
        return [e for e in unit.history.all() if e.kind is HistoryKind.DUE_CHANGED]


def row(services: StudyServices, session_id: SessionId) -> SessionRow:
    return next(r for r in services.sessions.lead_table() if r.session.session_id == session_id)


def given(coder_id: CoderId, *places: int) -> list[Assignment]:
    return [
        Assignment(session_id=SessionId(f"S{place}"), coder_id=coder_id, position=place)
        for place in places
    ]


# The rule


def test_without_a_pace_all_are_due_on_the_same_day() -> None:
    rule = DueRule(first=SOON)
    mine = given(ANNA, 3, 1, 2)

    assert [a.due_on for a in rule.given(mine)] == [SOON] * 3
    assert rule.sentence(mine) == f"Due on {SOON}."
    assert rule.sentence([]) == ""


def test_a_pace_goes_by_the_order_of_each_queue() -> None:
    rule = DueRule(first=SOON, per_week=2)
    both = [*given(ANNA, 9, 4, 7), *given(BEN, 12, 11)]

    days = {(a.coder_id, a.position): a.due_on for a in rule.given(both)}

    week = timedelta(days=7)
    assert days == {
        (ANNA, 4): SOON,
        (ANNA, 7): SOON,
        (ANNA, 9): SOON + week,
        (BEN, 11): SOON,
        (BEN, 12): SOON,
    }
    assert rule.sentence(both) == f"Due from {SOON} to {SOON + week}, 2 a week for each coder."


def test_a_pace_is_not_negative() -> None:
    with pytest.raises(ValueError, match="negative"):
        DueRule(first=SOON, per_week=-1)


# Given out


def test_assigned_sessions_are_due_on_the_day_named(services: StudyServices) -> None:
    services.sessions.assign(SESSIONS[:2], ANNA, actor=LEAD, due_on=SOON)
    services.sessions.assign(SESSIONS[2:3], ANNA, actor=LEAD)

    assert due_of(services, ANNA) == {SESSIONS[0]: SOON, SESSIONS[1]: SOON, SESSIONS[2]: None}
    assert {(e.session_id, e.item, e.old, e.new, e.actor) for e in on_record(services)} == {
        (s, ANNA, None, SOON.isoformat(), LEAD) for s in SESSIONS[:2]
    }


def test_the_queue_says_the_day_and_how_far_it_is_and_keeps_its_order(
    services: StudyServices,
) -> None:
    services.sessions.assign(SESSIONS, ANNA, actor=LEAD, seed=4)
    before = [r.blind_code for r in services.sessions.queue(ANNA)]
    services.sessions.set_due(SESSIONS[:1], SOON, actor=LEAD)
    services.sessions.set_due(SESSIONS[1:2], TODAY, actor=LEAD)

    rows = {r.blind_code: r for r in services.sessions.queue(ANNA)}

    assert list(rows) == before
    first, second, third = (rows[a_session(n).blind_code] for n in (1, 2, 3))
    assert (first.due_on, first.days_left) == (SOON, 3)
    assert (second.due_on, second.days_left) == (TODAY, 0)
    assert (third.due_on, third.days_left) == (None, None)


def test_a_day_that_is_over_is_told_as_days_and_to_the_lead(services: StudyServices) -> None:
    services.sessions.assign(SESSIONS[:1], ANNA, actor=LEAD, due_on=TODAY)
    with services.context.store.transaction() as unit:
        unit.assignments.set_due(SESSIONS[0], ANNA, TODAY - timedelta(days=2))

    (told,) = services.sessions.queue(ANNA)

    assert told.days_left == -2
    assert row(services, SESSIONS[0]).is_overdue
    assert not row(services, SESSIONS[1]).is_overdue


def test_a_submitted_session_is_due_no_more(services: StudyServices) -> None:
    add_coding(services, SESSIONS[0], ANNA, ratings_of(services.codebook, [3] * 7))
    with services.context.store.transaction() as unit:
        unit.assignments.set_due(SESSIONS[0], ANNA, TODAY - timedelta(days=2))

    (told,) = services.sessions.queue(ANNA)

    assert (told.due_on, told.days_left) == (None, None)
    assert not row(services, SESSIONS[0]).is_overdue
    assert row(services, SESSIONS[0]).due_on is None


def test_a_day_that_is_over_is_not_named(services: StudyServices) -> None:
    yesterday = TODAY - timedelta(days=1)
    services.sessions.assign(SESSIONS[:1], ANNA, actor=LEAD)
    preview = services.planning.preview(
        PlanRequest(coders=(BEN, CARA), seed=1, due=DueRule(first=yesterday))
    )

    with pytest.raises(NotAllowedError, match="over"):
        services.sessions.assign(SESSIONS[1:2], ANNA, actor=LEAD, due_on=yesterday)
    with pytest.raises(NotAllowedError, match="over"):
        services.sessions.set_due(SESSIONS[:1], yesterday, actor=LEAD)
    with pytest.raises(NotAllowedError, match="over"):
        services.planning.carry_out(preview, actor=LEAD)

    assert due_of(services, ANNA) == {SESSIONS[0]: None}
    assert due_of(services, BEN) == {}


# Changed


def test_a_day_is_changed_for_everybody_who_has_a_session(services: StudyServices) -> None:
    services.sessions.assign(SESSIONS[:2], ANNA, actor=LEAD, due_on=SOON)
    services.sessions.assign(SESSIONS[:1], BEN, actor=LEAD)

    change = services.sessions.set_due(SESSIONS[:1], LATER, actor=LEAD)

    assert change.kinds == {ChangeKind.ASSIGNMENTS}
    assert change.session_ids == {SESSIONS[0]}
    assert due_of(services, ANNA) == {SESSIONS[0]: LATER, SESSIONS[1]: SOON}
    assert due_of(services, BEN) == {SESSIONS[0]: LATER}
    assert [(e.item, e.old, e.new) for e in on_record(services)][-2:] == [
        (ANNA, SOON.isoformat(), LATER.isoformat()),
        (BEN, None, LATER.isoformat()),
    ]


def test_a_day_is_changed_for_one_coder_alone_and_taken_away(services: StudyServices) -> None:
    for coder in (ANNA, BEN):
        services.sessions.assign(SESSIONS[:1], coder, actor=LEAD, due_on=SOON)

    services.sessions.set_due(SESSIONS[:1], None, actor=LEAD, coder_id=BEN)

    assert due_of(services, ANNA) == {SESSIONS[0]: SOON}
    assert due_of(services, BEN) == {SESSIONS[0]: None}


def test_what_is_submitted_keeps_its_day(services: StudyServices) -> None:
    add_coding(services, SESSIONS[0], ANNA, ratings_of(services.codebook, [3] * 7))
    services.sessions.assign(SESSIONS[:1], BEN, actor=LEAD)

    services.sessions.set_due(SESSIONS[:1], SOON, actor=LEAD)

    assert due_of(services, ANNA) == {SESSIONS[0]: None}
    assert due_of(services, BEN) == {SESSIONS[0]: SOON}


def test_days_are_the_leads_and_need_somebody_at_work(services: StudyServices) -> None:
    services.sessions.assign(SESSIONS[:1], ANNA, actor=LEAD)

    for actor in (ANNA, None):
        with pytest.raises(NotAllowedError, match="lead"):
            services.sessions.set_due(SESSIONS[:1], SOON, actor=actor)
    with pytest.raises(NotAllowedError, match="Nobody is at work"):
        services.sessions.set_due(SESSIONS[1:], SOON, actor=LEAD)
    assert on_record(services) == []


def test_the_story_of_a_session_tells_its_days(services: StudyServices) -> None:
    services.sessions.assign(SESSIONS[:1], ANNA, actor=LEAD, due_on=SOON)
    for day in (LATER, None):
        services.sessions.set_due(SESSIONS[:1], day, actor=LEAD)

    lines = [line.text for line in services.stories.of(SESSIONS[0], actor=LEAD).lines]

    assert lines[-3:] == [
        f"Due date of A: {SOON}",
        f"Due date of A: {LATER} (before: {SOON})",
        f"No due date for A any more (before: {LATER})",
    ]


# Nothing is given away


def test_all_coders_of_a_plan_get_their_days_by_the_same_rule(services: StudyServices) -> None:
    request = PlanRequest(
        coders=(ANNA, BEN, CARA),
        double_share=0.4,
        seed=11,
        due=DueRule(first=SOON, per_week=2),
    )
    preview = services.planning.preview(request)
    assert preview.due_sentence.startswith(f"Due from {SOON} to ")

    services.planning.carry_out(preview, actor=LEAD)

    stored = assignments(services)
    assert {(a.session_id, a.coder_id): a.due_on for a in stored} == {
        (a.session_id, a.coder_id): a.due_on for a in preview.assignments
    }
    queues: defaultdict[CoderId, list[date | None]] = defaultdict(list)
    for a in sorted(stored, key=lambda a: a.position):
        queues[a.coder_id].append(a.due_on)
    for days in queues.values():  # by place alone, whatever stands there
        assert days == [SOON + timedelta(days=7 * (place // 2)) for place in range(len(days))]
    double = Counter(a.session_id for a in stored)
    assert sum(n > 1 for n in double.values()) == 4
    assert len(on_record(services)) == len(stored) == 14
    with services.context.store.reading() as unit:
        (planned,) = [e for e in unit.history.all() if e.kind is HistoryKind.PLANNED]
    assert preview.due_sentence in (planned.new or "")


def test_who_takes_over_takes_over_the_day(services: StudyServices) -> None:
    services.sessions.assign(SESSIONS[:1], ANNA, actor=LEAD, due_on=SOON)
    services.sessions.assign(SESSIONS[1:2], ANNA, actor=LEAD)

    services.planning.replace_coder(ANNA, [BEN], actor=LEAD, reason="on leave")

    assert due_of(services, BEN) == {SESSIONS[0]: SOON, SESSIONS[1]: None}


@pytest.mark.parametrize("seed", range(4))
def test_a_trial_in_a_queue_has_a_day_if_the_others_have(
    services: StudyServices, seed: int
) -> None:
    source = add_coding(services, SESSIONS[9], CARA, ratings_of(services.codebook, [3] * 7))
    services.training_recordings.take_over(source.coding_id, actor=LEAD)
    services.sessions.assign(SESSIONS[:3], ANNA, actor=LEAD, due_on=SOON)

    services.training_recordings.assign(SESSIONS[9:], (ANNA, BEN), actor=LEAD, seed=seed)

    assert {r.due_on for r in services.sessions.queue(ANNA)} == {SOON}
    assert {r.due_on for r in services.sessions.queue(BEN)} == {None}
    services.sessions.set_due((SESSIONS[9],), LATER, actor=LEAD)
    assert due_of(services, ANNA)[SESSIONS[9]] == LATER
    trial = next(a for a in assignments(services) if a.role is CodingRole.TRAINING)
    assert trial.due_on == LATER


def test_the_day_of_a_neighbour_is_that_of_the_place_or_of_the_last_before_it() -> None:
    early, late = (
        Assignment(session_id=SessionId(f"S{n}"), coder_id=ANNA, position=n, due_on=day)
        for n, day in ((2, SOON), (5, LATER))
    )

    assert due_beside([late, early], 5) == LATER
    assert due_beside([late, early], 4) == SOON
    assert due_beside([late, early], 9) == LATER
    assert due_beside([late, early], 1) is None
    assert due_beside([], 1) is None
