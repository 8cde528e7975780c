"""How a coder likes the sound to be played: steps, replay, speeds, volume."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject

from practicecoder.ui.coding.transport import TransportBar
from practicecoder.ui.player import Player
from practicecoder.ui.settings import Settings


class PlaybackPreferences(QObject):
    """Has player and transport go by the settings; the speeds last used are put down there."""

    def __init__(
        self, settings: Settings, player: Player, transport: TransportBar, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._settings = settings
        self._player = player
        self._transport = transport
        self._playback = settings.playback
        player.set_speed(self._playback.speed)
        player.set_second_speed(self._playback.second_speed)
        self._take()
        settings.playback_changed.connect(self._take)

    @property
    def step_ms(self) -> int:
        """How far a step goes, ms."""
        return self._playback.step_ms

    @property
    def replay_ms(self) -> int:
        """How much is replayed, ms."""
        return self._playback.replay_ms

    def small_step_ms(self, *, fine: bool) -> int:
        """How far a small or a fine step goes, ms."""
        return self._playback.fine_step_ms if fine else self._playback.small_step_ms

    def keep_speeds(self) -> None:
        """Put down the speeds that the player has, for the next session."""
        self._settings.playback = replace(
            self._settings.playback,
            speed=self._player.speed,
            second_speed=self._player.second_speed,
        )

    def _take(self) -> None:
        """Step, replay and sound as they are preferred at this moment; the speed is left."""
        before, playback = self._playback, self._settings.playback
        self._playback = playback
        player = self._player
        player.back_step_ms = playback.resume_back_ms
        player.silence_lead_ms = playback.silence_lead_ms
        if playback.second_speed != before.second_speed:  # else both may have changed places
            player.set_second_speed(playback.second_speed)
        player.set_volume(playback.volume)
        self._transport.show_steps(playback.step_ms, playback.replay_ms)
        self._transport.show_speed(player.speed, player.second_speed)
