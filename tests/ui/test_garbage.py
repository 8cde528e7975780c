"""Unreachable objects are found in the window's thread, never in one that computes."""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from practicecoder.ui import garbage
from practicecoder.ui.garbage import GarbageCollector
from practicecoder.ui.tasks import run_task


class Ring:
    """Refers to itself, and tells in which thread it goes."""

    def __init__(self, gone: list[int]) -> None:
        self.me, self.gone = self, gone

    def __del__(self) -> None:
        self.gone.append(threading.get_ident())


@pytest.fixture
def collector(qapp: QApplication) -> Iterator[GarbageCollector]:
    was_enabled = gc.isenabled()
    made = GarbageCollector(qapp)
    yield made
    made.stop()
    qapp.removeEventFilter(made)
    made.deleteLater()
    (gc.enable if was_enabled else gc.disable)()


def test_a_thread_that_computes_finds_nothing(collector: GarbageCollector, qtbot: QtBot) -> None:
    gone: list[int] = []
    owner = QWidget()
    qtbot.addWidget(owner)
    done: list[int] = []

    def work() -> int:
        Ring(gone)
        return len([[number] for number in range(200_000)])  # far more than starts a search

    run_task(owner, work, on_success=done.append, on_failure=lambda error: None)
    qtbot.waitUntil(lambda: bool(done), timeout=10_000)
    assert gone == []

    collector.look()
    gc.collect(0)
    assert gone == [threading.get_ident()]


def test_everything_is_searched_only_while_nobody_is_at_work(
    collector: GarbageCollector, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    searched: list[int] = []
    monkeypatch.setattr(gc, "collect", lambda generation=2: searched.append(generation))
    monkeypatch.setattr(garbage, "FULL_EVERY_S", 0.0)
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    QTest.keyClick(window, Qt.Key.Key_A)

    collector.look()
    assert 2 not in searched

    monkeypatch.setattr(garbage, "QUIET_FOR_S", 0.0)
    collector.look()
    assert searched[-1] == 2
