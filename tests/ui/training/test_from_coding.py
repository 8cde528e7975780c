"""From a submitted trial on the coding page to its comparison."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from practicecoder.services.context import StudyServices
from practicecoder.ui.settings import Settings
from practicecoder.ui.study_view import StudyView
from practicecoder.ui.training.comparison import ComparisonDialog
from practicecoder.ui.training.page import TrainingPage
from tests.builders import ANNA, LEAD, a_session, add_coding, add_sessions, ratings_of
from tests.services.training_laboratory import (
    REFERENCE,
    Clock,
    a_training_laboratory,
    names,
    try_out,
)


@pytest.fixture
def services(tmp_path: Path) -> Iterator[StudyServices]:
    made = a_training_laboratory(tmp_path / "study", Clock(), n=2)
    yield made
    made.close()


@pytest.fixture
def view(services: StudyServices, settings: Settings, qtbot: QtBot) -> Iterator[StudyView]:
    made = StudyView(services, settings)
    qtbot.addWidget(made)
    made.choose_person(ANNA)
    made.resize(1300, 800)
    with qtbot.waitExposed(made):
        made.show()
    yield made
    made.leave()


def compare_button(view: StudyView) -> QPushButton:
    header = view.coding_page.header
    (found,) = [
        b for b in header.findChildren(QPushButton) if b.text() == "Compare with the reference"
    ]
    return found


def test_a_submitted_trial_leads_to_its_comparison(
    view: StudyView, services: StudyServices, qtbot: QtBot
) -> None:
    code = try_out(services, ANNA, 1)
    view.open_coding(code)
    assert compare_button(view).isVisible()

    compare_button(view).click()

    qtbot.waitUntil(lambda: isinstance(view.page, TrainingPage))
    qtbot.waitUntil(lambda: bool(view.page.findChildren(ComparisonDialog)), timeout=20_000)
    (dialog,) = view.page.findChildren(ComparisonDialog)
    assert dialog.sentence().startswith(f"Trial {code}; reference.")
    dialog.close()
    page = view.page
    qtbot.waitUntil(lambda: not page.is_computing, timeout=20_000)


def test_a_trial_in_progress_and_a_submitted_session_offer_nothing(
    view: StudyView, services: StudyServices
) -> None:
    code = try_out(services, ANNA, 1, submit=False)
    view.open_coding(code)
    assert not compare_button(view).isVisible()
    add_sessions(services, a_session(9))
    add_coding(services, names(9)[0], ANNA, ratings_of(services.codebook, REFERENCE))
    view.open_coding(names(9)[1])
    assert not compare_button(view).isVisible()


def test_the_offer_goes_with_the_session(view: StudyView, services: StudyServices) -> None:
    first = try_out(services, ANNA, 1)
    services.training_recordings.assign([names(2)[0]], [ANNA], actor=LEAD)
    view.open_coding(first)
    assert compare_button(view).isVisible()
    view.open_coding(names(2)[1])
    assert not compare_button(view).isVisible()
