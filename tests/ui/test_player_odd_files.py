from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from practicecoder.audio.intake import take_in
from practicecoder.ui.player import Player, PlayerState, make_player
from tests.odd_sounds import USABLE

pytestmark = pytest.mark.qt_log_ignore("pipewire", "No audio device detected", "PulseAudioService")


@pytest.fixture
def player(qtbot: QtBot) -> Iterator[Player]:
    made = make_player()
    if not made.is_available:
        pytest.skip("Qt Multimedia has no media library here")
    yield made
    made.clear()
    made.deleteLater()


@pytest.mark.parametrize("name", USABLE)
def test_what_was_kept_of_an_odd_file_is_played_to_its_end(
    qtbot: QtBot, player: Player, tmp_path: Path, name: str
) -> None:
    work = tmp_path / "work"
    work.mkdir()
    intake = take_in(USABLE[name](tmp_path), work)
    failures: list[str] = []
    player.failed.connect(failures.append)
    player.load(intake.file)
    qtbot.waitUntil(lambda: player.state is PlayerState.PAUSED)
    assert player.duration_ms == pytest.approx(intake.recording.duration_ms, abs=50)
    player.seek(max(0, player.duration_ms - 700))
    with qtbot.waitSignal(player.reached_end):
        player.play()
    assert failures == []
    assert player.position_ms == player.duration_ms
