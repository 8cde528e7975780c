from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QUndoStack
from pytestqt.qtbot import QtBot

from practicecoder.codebook import library
from practicecoder.services.context import StudyServices
from practicecoder.ui.coding.open_coding import OpenCoding
from practicecoder.ui.coding.ratings_panel import RatingsPanel
from tests.ui.coding.made_up import CODE, CODER, SESSION, make_study


class Desk:
    """The rating panel alone, on a coding of a codebook."""

    def __init__(self, services: StudyServices, stack: QUndoStack, qtbot: QtBot) -> None:
        self.services = services
        desk = services.coding.open_desk(CODE, CODER)
        self.coding = OpenCoding(services, desk, CODER, stack)
        self.panel = RatingsPanel()
        qtbot.addWidget(self.panel)
        self.coding.changed.connect(lambda _before, after: self.panel.show_coding(after))
        self.panel.open_coding(self.coding)
        self.panel.show_coding(self.coding.coding)

    @property
    def has_tick(self) -> bool:
        """Whether the tick is on offer."""
        return self.panel.blind.isVisibleTo(self.panel)

    def is_marked(self) -> bool:
        """Whether the study holds that the coder was not blind."""
        with self.services.context.store.reading() as unit:
            return unit.codings.of_session(SESSION)[0].unblinded


@pytest.fixture
def desk_of(
    tmp_path: Path, undo_stack: QUndoStack, qtbot: QtBot
) -> Iterator[Callable[[str], Desk]]:
    made: list[StudyServices] = []

    def make(codebook_id: str) -> Desk:
        made.append(make_study(tmp_path / "study", codebook=library.find(codebook_id)))
        return Desk(made[-1], undo_stack, qtbot)

    yield make
    for services in made:
        services.close()


def test_tick_is_made_and_taken_back_where_the_codebook_does_not_ask(
    desk_of: Callable[[str], Desk], undo_stack: QUndoStack
) -> None:
    desk = desk_of("miti-4.2.1")
    assert desk.has_tick
    box = desk.panel.blind
    box.click()
    assert desk.is_marked()
    assert box.isChecked()
    undo_stack.undo()
    assert not desk.is_marked()
    assert not box.isChecked()


def test_codebook_that_asks_is_not_asked_beside(
    desk_of: Callable[[str], Desk], undo_stack: QUndoStack
) -> None:
    desk = desk_of("swim7")
    assert not desk.has_tick
    desk.coding.answer("recognised", True)
    assert desk.is_marked()
    assert not desk.has_tick
    undo_stack.undo()
    assert not desk.is_marked()


def test_tick_made_before_there_was_a_question_can_be_taken_back(
    desk_of: Callable[[str], Desk],
) -> None:
    desk = desk_of("swim7")
    desk.coding.set_unblinded(True)
    assert desk.has_tick
    desk.coding.answer("recognised", False)
    assert not desk.is_marked()
    assert not desk.has_tick
