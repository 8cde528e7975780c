from __future__ import annotations

import shutil
from pathlib import Path

from practicecoder.domain.spans import TimeSpan
from practicecoder.ui.actions import ActionId
from tests.ui.coding.desk import Desk


def test_spectrogram_of_what_is_in_view_comes_and_goes(desk: Desk) -> None:
    desk.open()
    panel = desk.panel
    panel.act(ActionId.SPECTROGRAM)
    assert panel.views.spectrogram.isChecked()

    def shown() -> TimeSpan | None:
        scene = panel.waveform._scene.spectrogram
        return None if scene is None else scene.span

    desk.qtbot.waitUntil(lambda: shown() == panel.waveform.view, timeout=20_000)
    panel.waveform.zoom_in()
    desk.qtbot.waitUntil(lambda: shown() == panel.waveform.view, timeout=20_000)
    panel.act(ActionId.SPECTROGRAM)
    assert panel.waveform._scene.spectrogram is None
    assert not panel.views.spectrogram.isChecked()


def test_spectrogram_of_too_long_a_stretch_says_what_to_do(desk: Desk) -> None:
    desk.open()
    panel = desk.panel
    panel.waveform.set_duration(3_600_000)
    panel.act(ActionId.SPECTROGRAM)
    scene = panel.waveform._scene.spectrogram
    assert scene is not None
    assert scene.message == "Zoom in to ten minutes or less to see the spectrogram."
    for _ in range(6):
        panel.waveform.zoom_in()
    scene = panel.waveform._scene.spectrogram
    assert scene is not None
    assert scene.message == "The spectrogram is being computed"


def test_recording_that_has_gone_is_told_in_the_spectrograms_place(
    desk: Desk, tmp_path: Path
) -> None:
    desk.open()
    desk.qtbot.waitUntil(lambda: desk.panel.waveform.message == "")
    shutil.rmtree(tmp_path / "study" / "audio")
    desk.panel.act(ActionId.SPECTROGRAM)

    def says() -> bool:
        scene = desk.panel.waveform._scene.spectrogram
        return scene is not None and "cannot be shown" in scene.message

    desk.qtbot.waitUntil(says, timeout=20_000)
