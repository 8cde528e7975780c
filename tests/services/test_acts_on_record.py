"""Every act of a person on a study is on record: who did it, and what kind of act it was."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

import practicecoder
from practicecoder.domain.consent import ConsentUse
from practicecoder.domain.history import HistoryEntry, HistoryKind
from practicecoder.domain.ids import CoderId, SessionId, WorkerId
from practicecoder.domain.people import Coder, Role
from practicecoder.domain.sessions import SessionState
from practicecoder.services.context import StudyServices
from tests.builders import ANNA, LEAD, a_session, a_study, add_people, add_sessions

SESSION, WORKER, SUE = SessionId("V-0001"), WorkerId("W-001"), CoderId("SUE")
Act = Callable[[StudyServices], object]


@pytest.fixture
def services(tmp_path: Path) -> Iterator[StudyServices]:
    made = a_study(tmp_path / "study")
    add_people(
        made,
        Coder(coder_id=ANNA),
        Coder(coder_id=SUE, roles=frozenset({Role.SUPERVISOR})),
    )
    add_sessions(made, a_session(1))
    made.sessions.assign((SESSION,), ANNA, actor=LEAD)
    yield made
    made.close()


def begin(services: StudyServices) -> object:
    return services.coding.open_desk(services.sessions.queue(ANNA)[0].blind_code, ANNA)


def rate(services: StudyServices) -> object:
    desk = services.coding.open_desk(services.sessions.queue(ANNA)[0].blind_code, ANNA)
    return services.coding.rate(desk.coding, "empathy", 3)


def change_a_setting(services: StudyServices) -> object:
    settings = services.settings.current()
    other = replace(settings, names_in_meetings=not settings.names_in_meetings)
    return services.settings.change(other, actor=LEAD)


ACTS: dict[HistoryKind, tuple[Act, CoderId]] = {
    HistoryKind.PERSON_ADDED: (
        lambda s: s.people.add_coder("NEW", frozenset({Role.CODER}), actor=LEAD),
        LEAD,
    ),
    HistoryKind.RIGHTS_CHANGED: (
        lambda s: s.people.change_roles(ANNA, [Role.ANALYST], actor=LEAD, reason="made-up reason"),
        LEAD,
    ),
    HistoryKind.ASSIGNED: (lambda s: s.sessions.assign((SESSION,), LEAD, actor=LEAD), LEAD),
    HistoryKind.DUE_CHANGED: (
        lambda s: s.sessions.set_due((SESSION,), date(2026, 12, 1), actor=LEAD),
        LEAD,
    ),
    HistoryKind.SESSION_CHANGED: (
        lambda s: s.session_use.take_out(
            (SESSION,), SessionState.UNUSABLE, actor=LEAD, reason="made-up reason"
        ),
        LEAD,
    ),
    HistoryKind.SUPERVISION_CHANGED: (
        lambda s: s.supervisees.name_supervisor((WORKER,), SUE, actor=LEAD),
        LEAD,
    ),
    HistoryKind.CONSENT_RECORDED: (
        lambda s: s.consents.record((SESSION,), {ConsentUse.TRAINING: True}, actor=LEAD),
        LEAD,
    ),
    HistoryKind.SETTING_CHANGED: (change_a_setting, LEAD),
    HistoryKind.CODING_STARTED: (begin, ANNA),
    HistoryKind.RATING: (rate, ANNA),
}


def entries(services: StudyServices) -> tuple[HistoryEntry, ...]:
    with services.context.store.reading() as unit:
        return unit.history.all()


@pytest.mark.parametrize(("kind", "act"), ACTS.items(), ids=[kind.value for kind in ACTS])
def test_an_act_is_on_record_with_who_did_it(
    services: StudyServices, kind: HistoryKind, act: tuple[Act, CoderId]
) -> None:
    before = len(entries(services))
    do, who = act
    do(services)
    (entry, *_) = [e for e in entries(services)[before:] if e.kind is kind]

    assert entry.actor == who


def test_the_first_value_is_on_record(services: StudyServices) -> None:
    rate(services)
    entry = entries(services)[-1]

    assert entry.item == "empathy"
    assert '"state":"not_yet_rated"' in (entry.old or "")
    assert '"value":3.0' in (entry.new or "")


def test_every_kind_of_act_is_recorded_somewhere() -> None:
    package = Path(practicecoder.__file__).parent
    written = {
        name
        for folder in ("services", "storage")
        for file in (package / folder).rglob("*.py")
        for name in re.findall(r"(?<!\w)HistoryKind\.([A-Z_]+)", file.read_text("utf-8"))
    }

    assert {kind.name for kind in HistoryKind} - written == set()
