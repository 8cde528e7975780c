"""Text that saves itself, at a rest and without one."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from practicecoder.ui.coding import autosave
from practicecoder.ui.coding.autosave import Autosave


def test_typing_that_never_rests_is_stored_all_the_same(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(autosave, "PAUSE_MS", 600_000)
    monkeypatch.setattr(autosave, "LONGEST_MS", 0)
    field = QPlainTextEdit()
    qtbot.addWidget(field)
    stored: list[str] = []

    def store(text: str) -> bool:
        stored.append(text)
        return True

    saver = Autosave(field, store)
    field.insertPlainText("no word")
    qtbot.waitUntil(lambda: stored == ["no word"])
    assert not saver.is_dirty


def test_typing_is_stored_at_a_rest(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(autosave, "PAUSE_MS", 0)
    field = QPlainTextEdit()
    qtbot.addWidget(field)
    stored: list[str] = []

    def store(text: str) -> bool:
        stored.append(text)
        return True

    saver = Autosave(field, store)
    field.insertPlainText("lost")
    qtbot.waitUntil(lambda: bool(stored))
    field.insertPlainText(" and found")
    qtbot.waitUntil(lambda: not saver.is_dirty)
    assert stored == ["lost", "lost and found"]
