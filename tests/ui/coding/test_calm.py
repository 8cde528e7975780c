from __future__ import annotations

import gc

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from practicecoder.ui.coding import calm
from practicecoder.ui.coding.calm import Calm


def test_what_is_there_is_left_out_of_searches_until_the_end(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(calm, "SETTLE_AFTER_MS", 0)
    owner = QObject()
    kept = Calm(owner)
    kept.begin()
    qtbot.waitUntil(lambda: gc.get_freeze_count() > 0)
    searched = {id(each) for each in gc.get_objects()}
    assert id(owner.__dict__) not in searched
    kept.end()
    assert gc.get_freeze_count() == 0


def test_coding_that_is_closed_at_once_leaves_the_search_alone(qtbot: QtBot) -> None:
    owner = QObject()
    kept = Calm(owner)
    kept.begin()
    kept.end()
    assert not kept._timer.isActive()
    assert gc.get_freeze_count() == 0
