from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from practicecoder.ui.preferences.protection import ProtectionPreferences
from practicecoder.ui.settings import LOCK_AFTER_MIN, Preferences, Settings


@pytest.fixture
def page(settings: Settings, qtbot: QtBot) -> ProtectionPreferences:
    page = ProtectionPreferences(settings)
    qtbot.addWidget(page)
    return page


def test_the_time_of_locking_is_in_force_at_once(
    page: ProtectionPreferences, settings: Settings, qtbot: QtBot
) -> None:
    assert page.lock_after.text() == "10 min"
    with qtbot.waitSignal(settings.lock_changed):
        page.lock_after.setValue(25)
    assert settings.lock_after_min == 25


def test_locking_can_be_switched_off_and_says_so(
    page: ProtectionPreferences, settings: Settings
) -> None:
    page.lock_after.setValue(0)
    assert settings.lock_after_min == 0
    assert page.lock_after.text() == "never"
    page.reset()
    assert settings.lock_after_min == LOCK_AFTER_MIN


def test_the_time_is_kept_within_its_limits_and_brought_back(settings: Settings) -> None:
    before = settings.preferences
    settings.lock_after_min = 5_000
    assert settings.lock_after_min == 120
    settings.preferences = before
    assert settings.preferences == Preferences()
