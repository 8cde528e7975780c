from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from practicecoder.ui.settings import ColourScheme, Settings
from practicecoder.ui.theme import apply_light
from practicecoder.ui.window.looks import WindowLooks


@pytest.fixture
def looks(settings: Settings, qapp: QApplication) -> Iterator[WindowLooks]:
    owner = QObject()
    yield WindowLooks(settings, owner)
    owner.deleteLater()
    apply_light(qapp)


def test_the_text_grows_by_steps_and_goes_back(
    looks: WindowLooks, settings: Settings, qtbot: QtBot
) -> None:
    with qtbot.waitSignals([looks.told, looks.dressed]):
        looks.change_text_size(2)
    assert settings.text_scale == 1.2

    with qtbot.waitSignal(looks.told) as told:
        looks.change_text_size(0)
    assert told.args == ["Text size 100%"]
    assert settings.text_scale == 1.0


def test_the_systems_colours_count_only_where_they_are_preferred(
    looks: WindowLooks, qtbot: QtBot
) -> None:
    hints = QGuiApplication.styleHints()
    looks.change_scheme(ColourScheme.LIGHT)
    with qtbot.assertNotEmitted(looks.dressed):
        hints.colorSchemeChanged.emit(Qt.ColorScheme.Dark)

    looks.change_scheme(ColourScheme.SYSTEM)
    with qtbot.waitSignal(looks.dressed):
        hints.colorSchemeChanged.emit(Qt.ColorScheme.Dark)
