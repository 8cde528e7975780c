from __future__ import annotations

from dataclasses import replace

from practicecoder.ui.actions import ActionId
from practicecoder.ui.settings import Settings
from tests.ui.coding.desk import Desk


def test_preferences_are_in_force_at_once(desk: Desk, settings: Settings) -> None:
    desk.open()
    panel, player = desk.panel, desk.panel.player
    player.toggle_second_speed()
    settings.playback = replace(
        settings.playback, step_ms=7_000, resume_back_ms=500, silence_lead_ms=100, volume=0.5
    )

    panel.act(ActionId.FORWARD)

    assert player.position_ms == 7_000
    assert panel.transport.forward.text() == "+7 s"
    assert (player.back_step_ms, player.silence_lead_ms) == (500, 100)
    assert player._heard.volume == 0.5
    assert (player.speed, player.second_speed) == (1.5, 1.0)  # changed places: left as they are

    settings.playback = replace(settings.playback, second_speed=1.8)

    assert player.second_speed == 1.8
