"""The pages of a study: opening what was chosen, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from practicecoder.domain.ids import BlindCode, CoderId
from practicecoder.domain.people import Coder, Role
from practicecoder.services.context import StudyServices
from practicecoder.ui.actions import ActionId
from practicecoder.ui.settings import Settings
from practicecoder.ui.study_view import ROLES_OF_PAGES, StudyView
from tests.builders import ANNA, LEAD, a_session, a_study, add_people, add_sessions


@pytest.fixture
def queue_of_three(tmp_path: Path) -> Iterator[StudyServices]:
    services = a_study(tmp_path / "study")
    add_people(services, Coder(coder_id=ANNA))
    sessions = [a_session(number) for number in (1, 2, 3)]
    add_sessions(services, *sessions)
    services.sessions.assign(tuple(s.session_id for s in sessions), ANNA, actor=LEAD, seed=1)
    yield services
    services.close()


def test_opening_a_chosen_session_begins_no_other(
    qtbot: QtBot, queue_of_three: StudyServices, settings: Settings
) -> None:
    view = StudyView(queue_of_three, settings)
    qtbot.addWidget(view)
    view.choose_person(ANNA)
    view.show()
    qtbot.waitExposed(view)
    last = queue_of_three.sessions.queue(ANNA)[-1].blind_code

    view.open_coding(last)

    with queue_of_three.context.store.reading() as unit:
        begun = unit.codings.all()
        chosen = unit.sessions.find_blind(BlindCode(last))
    assert chosen is not None
    assert [coding.session_id for coding in begun] == [chosen.session_id]
    view.close_study()


def test_who_is_alone_stays_who_they_are_when_another_joins(
    qtbot: QtBot, tmp_path: Path, settings: Settings
) -> None:
    services = a_study(tmp_path / "study")
    view = StudyView(services, settings)
    qtbot.addWidget(view)
    assert view.person is not None

    view.take_notice(services.people.add_coder(ANNA, frozenset({Role.CODER}), actor=LEAD))

    assert view.person is not None
    assert view.person.coder_id == LEAD
    assert view.header.identity.currentText() == "L1 (lead)"
    assert settings.identity(services.study.study_id) == LEAD
    view.close_study()


def test_the_pages_follow_when_the_rights_of_who_works_here_change(
    qtbot: QtBot, queue_of_three: StudyServices, settings: Settings
) -> None:
    people, other = queue_of_three.people, CoderId("L2")
    people.add_coder(other, frozenset({Role.LEAD}), actor=LEAD)
    view = StudyView(queue_of_three, settings)
    qtbot.addWidget(view)
    view.choose_person(LEAD)
    assert view.may(ActionId.PEOPLE)
    chooser = view.header.identity

    with qtbot.waitSignal(view.person_changed):
        view.take_notice(people.change_roles(LEAD, [Role.CODER], actor=other, reason="w"))
    assert not view.may(ActionId.PEOPLE)
    assert view.may(ActionId.PAGE_CODING)
    assert chooser.currentText() == "L1 (coder)"

    with qtbot.waitSignal(view.person_changed):
        view.take_notice(people.change_roles(LEAD, [], actor=other, reason="w"))
    assert view.person is None
    assert not any(view.may(page) for page in ROLES_OF_PAGES)
    assert [chooser.itemData(place) for place in range(chooser.count())] == [ANNA, other]

    with qtbot.assertNotEmitted(view.person_changed):
        view.take_notice(people.change_roles(ANNA, [Role.ANALYST], actor=other, reason="w"))
    view.take_notice(people.change_roles(LEAD, [Role.LEAD], actor=other, reason="w"))
    assert view.may(ActionId.PEOPLE)
    view.close_study()
