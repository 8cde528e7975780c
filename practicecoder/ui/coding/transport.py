"""The transport bar: play, steps, time, speed and loop, each a button with its key."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from practicecoder.domain.spans import TimeSpan, clock
from practicecoder.ui.accessibility import name
from practicecoder.ui.actions import ActionId, show_tip, tip_text
from practicecoder.ui.icons import Icon, Ink, set_icon
from practicecoder.ui.theme import HALF, SPACE, Look, dress
from practicecoder.ui.widgets.flow import Flow
from practicecoder.ui.widgets.labels import label
from practicecoder.ui.widgets.time_edit import TimeEdit

PLAY_WIDTH = 104


class TransportBar(Flow):
    """Buttons of the player. It says what is wanted and shows what is."""

    wanted = Signal(object)
    """ActionId of a button."""
    time_entered = Signal(object)
    """Milliseconds to go to."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.replay = self._button(ActionId.REPLAY, Icon.REPLAY)
        self.back = self._button(ActionId.BACK, Icon.BACK)
        self.play = self._button(ActionId.PLAY_PAUSE, Icon.PLAY)
        self.forward = self._button(ActionId.FORWARD, Icon.FORWARD)
        self.slower = self._button(ActionId.SLOWER, None)
        self.slower.setText("−")
        self.faster = self._button(ActionId.FASTER, None)
        self.faster.setText("+")
        self.second = self._button(ActionId.SECOND_SPEED, None)
        self.loop = self._button(ActionId.LOOP, Icon.LOOP)
        self.loop.setCheckable(True)
        self.time = TimeEdit(self)
        name(self.time, self.tr("Position in the recording"))
        self.time.time_entered.connect(self.time_entered)
        self._of_all = label("", self, Look.MUTED)
        self._speed = label("", self)
        self._loop_words = label("", self, Look.MUTED)
        self._lay_out()
        self.show_playing(False)
        self.show_speed(1.0, 1.5)
        self.show_loop(None)

    # What it shows

    def show_playing(self, playing: bool) -> None:
        """Show what the big button does."""
        dress(self.play, Look.PRIMARY)
        set_icon(self.play, Icon.PAUSE if playing else Icon.PLAY, Ink.ON_ACCENT)
        words = self.tr("Pause") if playing else self.tr("Play")
        self.play.setText(words)
        name(self.play, words)

    def show_duration(self, duration_ms: int | None) -> None:
        """Show the length of the recording; None if there is no sound."""
        self._of_all.setText("" if duration_ms is None else f"/ {clock(duration_ms)}")

    def show_steps(self, step_ms: int, replay_ms: int) -> None:
        """Say how far the step buttons go."""
        seconds = f"{step_ms / 1000:g}"
        self.back.setText(f"−{seconds} s")
        self.forward.setText(f"+{seconds} s")
        name(self.back, self.tr("Back {0} seconds").format(seconds))
        name(self.forward, self.tr("Forward {0} seconds").format(seconds))
        name(self.replay, self.tr("Replay the last {0} seconds").format(f"{replay_ms / 1000:g}"))

    def show_speed(self, speed: float, other: float) -> None:
        """Show the speed of playing, and the one to change to."""
        self.second.setText(f"⇄ {other:.1f}×")
        name(self.second, self.tr("Change to speed {0}").format(f"{other:.1f}"))
        self._speed.setText(f"{speed:.1f}×")
        self._speed.setAccessibleName(self.tr("Speed {0}").format(f"{speed:.1f}"))

    def show_loop(self, loop: TimeSpan | None) -> None:
        """Show the stretch that is played again and again; None: no loop."""
        self.loop.setChecked(loop is not None)
        if loop is None:
            self._loop_words.clear()
            self.loop.setAccessibleDescription(self.tr("off"))
        else:
            self._loop_words.setText(f"{clock(loop.start_ms)}–{clock(loop.end_ms)}")
            self.loop.setAccessibleDescription(self._loop_words.text())

    def set_available(self, available: bool) -> None:
        """Offer playing only where there is something to play."""
        for control in (
            self.replay,
            self.back,
            self.play,
            self.forward,
            self.slower,
            self.faster,
            self.second,
            self.loop,
            self.time,
        ):
            control.setEnabled(available)

    # Making

    def _button(self, action_id: ActionId, drawing: Icon | None) -> QToolButton:
        made = QToolButton(self)
        if drawing is not None:
            set_icon(made, drawing)
        show_tip(made, action_id)
        name(made, tip_text(action_id, with_key=False))
        made.clicked.connect(lambda _checked=False: self.wanted.emit(action_id))
        return made

    def _lay_out(self) -> None:
        beside = QToolButton().toolButtonStyle().ToolButtonTextBesideIcon
        for control in (self.back, self.play, self.forward):
            control.setToolButtonStyle(beside)
        self.play.setMinimumWidth(PLAY_WIDTH)
        self._speed.setMinimumWidth(self._speed.fontMetrics().horizontalAdvance("0.0×") + HALF)
        for part in (
            (self.replay, self.back, self.play, self.forward),
            (self.time, self._of_all),
            (self.slower, self._speed, self.faster, self.second),
            (self.loop, self._loop_words),
        ):
            self.add(self._together(*part))

    def _together(self, *controls: QWidget) -> QWidget:
        group = QWidget(self)
        layout = QHBoxLayout(group)
        layout.setContentsMargins(0, 0, SPACE, 0)
        layout.setSpacing(HALF)
        for control in controls:
            layout.addWidget(control)
        return group
