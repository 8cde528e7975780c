from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

import pytest
from PySide6.QtGui import QUndoStack
from pytestqt.qtbot import QtBot

from practicecoder.domain.coding import Evidence, Note, Rating, RatingState
from practicecoder.domain.history import HistoryKind, Origin
from practicecoder.domain.spans import TimeSpan
from practicecoder.errors import StoreFailedError
from practicecoder.services.context import StudyServices
from practicecoder.ui.coding.open_coding import OpenCoding
from tests.ui.coding.made_up import CODE, CODER, SESSION

EVIDENCE = Evidence(evidence_id="e1", span=TimeSpan(1000, 1000), dimension_ids=("empathy",))


@contextmanager
def full_disk(services: StudyServices, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    def refuse() -> None:
        raise StoreFailedError("the disk is full")

    with monkeypatch.context() as patch:
        patch.setattr(services.context.store, "transaction", refuse)
        yield


def stored(services: StudyServices, item: str) -> Rating:
    with services.context.store.reading() as unit:
        return unit.codings.of_session(SESSION)[0].rating(item)


def test_an_act_is_stored_and_told(
    qtbot: QtBot, services: StudyServices, open_coding: OpenCoding
) -> None:
    with qtbot.waitSignals([open_coding.changed, open_coding.saved, open_coding.study_changed]):
        assert open_coding.rate("empathy", 4)
    assert stored(services, "empathy") == Rating.rated(4)
    assert open_coding.n_decided == 1


def test_the_same_level_again_is_no_act(
    services: StudyServices, open_coding: OpenCoding, undo_stack: QUndoStack
) -> None:
    open_coding.rate("empathy", 4)
    open_coding.rate("empathy", 4)
    assert undo_stack.count() == 1
    with services.context.store.reading() as unit:
        ratings = [h for h in unit.history.all() if h.kind is HistoryKind.RATING]
    assert len(ratings) == 1


def test_undo_and_redo_are_stored_acts_with_texts(
    services: StudyServices, open_coding: OpenCoding, undo_stack: QUndoStack
) -> None:
    open_coding.rate("empathy", 4)
    open_coding.rate("empathy", 2)
    assert undo_stack.undoText() == "Empathy: 4 to 2"
    undo_stack.undo()
    assert stored(services, "empathy") == Rating.rated(4)
    undo_stack.undo()
    assert stored(services, "empathy").state is RatingState.NOT_YET_RATED
    undo_stack.redo()
    assert stored(services, "empathy") == Rating.rated(4)
    with services.context.store.reading() as unit:
        entries = [h for h in unit.history.all() if h.kind is HistoryKind.RATING]
    origins = [entry.origin for entry in entries]
    assert origins == [Origin.MADE, Origin.MADE, Origin.UNDO, Origin.UNDO, Origin.REDO]


def test_undo_of_an_answer_gives_back_the_withdrawn_rating(
    open_coding: OpenCoding, undo_stack: QUndoStack
) -> None:
    open_coding.answer("behaviour_change_discussed", True)
    open_coding.rate("evocation", 2)
    assert open_coding.withdrawn_by("behaviour_change_discussed", False) == ("Evocation",)
    open_coding.answer("behaviour_change_discussed", False)
    assert open_coding.coding.rating("evocation").na_reason == "no_behaviour_change"
    undo_stack.undo()
    assert open_coding.coding.rating("evocation") == Rating.rated(2)
    assert open_coding.coding.answers["behaviour_change_discussed"] is True


def test_typing_of_one_visit_undoes_as_one(
    open_coding: OpenCoding, undo_stack: QUndoStack
) -> None:
    note = Note(note_id="n1", text="first", at_ms=0)
    open_coding.put_note(note, visit=1)
    open_coding.put_note(replace(note, text="first words"), visit=1)
    open_coding.put_note(replace(note, text="later"), visit=2)
    assert undo_stack.count() == 2
    undo_stack.undo()
    assert open_coding.note("n1") == replace(note, text="first words")
    undo_stack.undo()
    assert open_coding.note("n1") is None


def test_a_refused_act_changes_nothing_and_says_why(
    qtbot: QtBot, open_coding: OpenCoding, undo_stack: QUndoStack
) -> None:
    open_coding.answer("behaviour_change_discussed", False)
    with qtbot.waitSignal(open_coding.restored), qtbot.waitSignal(open_coding.refused) as refused:
        assert not open_coding.rate("evocation", 3)
    assert "cannot be rated" in refused.args[0]
    assert undo_stack.count() == 1


def test_a_full_disk_keeps_what_is_stored(
    qtbot: QtBot,
    services: StudyServices,
    open_coding: OpenCoding,
    undo_stack: QUndoStack,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    open_coding.rate("empathy", 4)
    with full_disk(services, monkeypatch), qtbot.waitSignal(open_coding.refused):
        assert not open_coding.rate("empathy", 5)
    assert open_coding.coding.rating("empathy") == Rating.rated(4)
    assert undo_stack.count() == 1


def test_a_failed_undo_can_be_tried_again(
    qtbot: QtBot,
    services: StudyServices,
    open_coding: OpenCoding,
    undo_stack: QUndoStack,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    open_coding.rate("empathy", 4)
    with full_disk(services, monkeypatch):
        undo_stack.undo()
    qtbot.waitUntil(undo_stack.canUndo)
    assert stored(services, "empathy") == Rating.rated(4)
    undo_stack.undo()
    assert stored(services, "empathy").state is RatingState.NOT_YET_RATED
    assert not undo_stack.canUndo()


def test_listening_that_cannot_be_stored_is_kept(
    qtbot: QtBot,
    services: StudyServices,
    open_coding: OpenCoding,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    open_coding.hear(TimeSpan(0, 5000), 1.5)
    with full_disk(services, monkeypatch), qtbot.waitSignal(open_coding.refused):
        assert not open_coding.save_listening(5000)
    assert open_coding.heard == (TimeSpan(0, 5000),)
    assert open_coding.save_listening(6000)
    with services.context.store.reading() as unit:
        coding = unit.codings.of_session(SESSION)[0]
    assert (coding.heard, coding.position_ms) == ((TimeSpan(0, 5000),), 6000)


def test_another_window_is_not_overwritten(
    qtbot: QtBot,
    services: StudyServices,
    open_coding: OpenCoding,
    undo_stack: QUndoStack,
) -> None:
    open_coding.rate("empathy", 4)
    other = services.coding.open_desk(CODE, CODER).coding
    services.coding.rate(other, "autonomy", 2)
    with qtbot.waitSignals([open_coding.refused, open_coding.changed]):
        assert not open_coding.rate("collaboration", 3)
    assert open_coding.coding.rating("autonomy") == Rating.rated(2)
    assert open_coding.coding.rating("collaboration").state is RatingState.NOT_YET_RATED
    qtbot.waitUntil(lambda: undo_stack.count() == 0)
    assert open_coding.rate("collaboration", 3)


def test_a_conflict_during_undo_is_survived(
    qtbot: QtBot,
    services: StudyServices,
    open_coding: OpenCoding,
    undo_stack: QUndoStack,
) -> None:
    open_coding.rate("empathy", 4)
    other = services.coding.open_desk(CODE, CODER).coding
    services.coding.rate(other, "autonomy", 2)
    undo_stack.undo()
    qtbot.waitUntil(lambda: undo_stack.count() == 0)
    assert open_coding.coding.rating("empathy") == Rating.rated(4)
    assert open_coding.coding.rating("autonomy") == Rating.rated(2)


def test_undo_ends_at_the_lock(
    qtbot: QtBot, open_coding: OpenCoding, undo_stack: QUndoStack
) -> None:
    open_coding.answer("behaviour_change_discussed", False)
    for dimension_id in open_coding.codebook.dimension_ids:
        if dimension_id != "evocation":
            open_coding.rate(dimension_id, 3)
    with qtbot.waitSignal(open_coding.locked):
        assert open_coding.submit()
    assert undo_stack.count() == 0
    assert not open_coding.is_editable
    with qtbot.waitSignal(open_coding.refused):
        assert not open_coding.rate("empathy", 5)
    assert open_coding.coding.rating("empathy") == Rating.rated(3)


def test_evidence_that_is_unchanged_is_no_act(
    open_coding: OpenCoding, undo_stack: QUndoStack
) -> None:
    open_coding.put_evidence(EVIDENCE)
    open_coding.put_evidence(EVIDENCE)
    assert undo_stack.count() == 1
