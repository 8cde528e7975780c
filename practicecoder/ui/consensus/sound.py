"""The sound of a meeting: plays a coder's moment, and shows where it is."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from practicecoder.domain.coding import Evidence
from practicecoder.domain.spans import TimeSpan, clock
from practicecoder.ui.accessibility import announce, name
from practicecoder.ui.actions import ActionId, show_tip
from practicecoder.ui.icons import Icon, set_icon
from practicecoder.ui.player import Player, make_player
from practicecoder.ui.theme import HALF, SPACE, Look
from practicecoder.ui.widgets.labels import label
from practicecoder.vault.sound_file import SoundFile

STEP_MS, REPLAY_MS = 5_000, 10_000


class MeetingSound(QWidget):
    """Play and pause, the time, and whose moment was asked for.

    The player is made when something is to be heard for the first time.
    """

    told = Signal(str)
    """A sentence about what cannot be heard."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._player: Player | None = None
        self._recording: SoundFile | None = None
        self._segment: TimeSpan | None = None
        self._loaded: SoundFile | None = None
        self._button = QToolButton(self)
        self._button.clicked.connect(self.toggle)
        show_tip(self._button, ActionId.PLAY_PAUSE)
        self._time = label("", self)
        name(self._time, self.tr("Position"))
        self._what = label("", self, Look.MUTED)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE)
        layout.addWidget(self._button)
        layout.addWidget(self._time)
        layout.addSpacing(HALF)
        layout.addWidget(self._what)
        self._show()

    @property
    def player(self) -> Player:
        """The player; made when it is first asked for."""
        if self._player is None:
            self._player = make_player(self)
            self._player.state_changed.connect(self._show)
            self._player.position_changed.connect(self._show)
            self._player.failed.connect(self.told)
        return self._player

    @property
    def what(self) -> str:
        """Whose moment was asked for last."""
        return self._what.text()

    def open(self, recording: SoundFile | None, segment: TimeSpan | None) -> None:
        """Take the recording of a session; nothing is loaded before something is to be heard."""
        if recording == self._recording and segment == self._segment:
            return
        self.close_recording()
        self._recording, self._segment = recording, segment
        self._show()

    def close_recording(self) -> None:
        """Let go of the recording."""
        if self._player is not None:
            self._player.clear()
        self._recording = self._segment = self._loaded = None
        self._what.clear()
        self._show()

    def play_moment(self, piece: Evidence, words: str) -> None:
        """Play from a piece of evidence on; ``words`` say whose it is."""
        if self._is_ready():
            self._what.setText(words)
            self.player.seek(piece.span.start_ms)
            self.player.play()
            announce(self, f"{words}, {clock(piece.span.start_ms)}")

    def toggle(self) -> None:
        """Play or pause."""
        if self._is_ready():
            self.player.toggle()

    def skip(self, delta_ms: int) -> None:
        """Go forward, or back if negative."""
        if self._is_ready():
            self.player.skip(delta_ms)

    def replay(self) -> None:
        """Play the last stretch again."""
        if self._is_ready():
            self.player.replay_last(REPLAY_MS)

    def pause(self) -> None:
        """Stay here."""
        if self._player is not None:
            self._player.pause()

    # Inside

    def _is_ready(self) -> bool:
        """Whether there is something to hear; it is loaded now if it was not."""
        if self._recording is None:
            self.told.emit(self.tr("This session has no recording in the study."))
            return False
        if self._loaded != self._recording:
            self._loaded = self._recording
            self.player.set_limits(self._segment)
            self.player.load(self._recording)
        return True

    def _show(self, *_: object) -> None:
        playing = self._player is not None and self._player.is_playing
        set_icon(self._button, Icon.PAUSE if playing else Icon.PLAY)
        name(self._button, self.tr("Pause") if playing else self.tr("Play"))
        self._button.setEnabled(self._recording is not None)
        self._time.setText("" if self._player is None else clock(self._player.position_ms))
        self.setVisible(self._recording is not None)
