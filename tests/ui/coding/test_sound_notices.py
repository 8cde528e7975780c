from __future__ import annotations

from tests.sound_device import MadeUpDevice
from tests.ui.coding.desk import Desk


def test_playing_without_a_device_is_told_and_does_not_count(
    desk: Desk, device: MadeUpDevice
) -> None:
    device.plug(is_in=False)
    desk.open()
    panel = desk.panel
    (told,) = panel.texts
    assert told.startswith("No sound output: playing is silent and does not count as heard.")
    panel.player.play()
    desk.qtbot.waitUntil(lambda: panel.position_ms > 300)
    panel.player.pause()
    assert desk.opened.heard == ()
    device.plug(is_in=True)
    assert panel.texts == ()
    panel.player.play()
    desk.qtbot.waitUntil(lambda: panel.position_ms > 600)
    panel.player.pause()
    assert desk.opened.heard != ()


def test_device_that_is_pulled_out_is_told_at_once(desk: Desk, device: MadeUpDevice) -> None:
    desk.open()
    assert desk.panel.texts == ()
    device.plug(is_in=False)
    assert len(desk.panel.texts) == 1
