"""How a loop is set while listening: its beginning, its end, on and off."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from practicecoder.domain.spans import TimeSpan, clock
from practicecoder.ui.accessibility import announce
from practicecoder.ui.coding.transport import TransportBar
from practicecoder.ui.player import Player
from practicecoder.ui.widgets.waveform_view import WaveformView

LOOP_BEFORE_MS = 5_000
"""Where a loop begins that is switched on before its ends are set: so long before now."""


class Looping(QObject):
    """Sets and shows the loop of a player; ``reader`` has it read out.

    ``position_ms`` tells where the coder is.
    """

    def __init__(
        self,
        player: Player,
        transport: TransportBar,
        waveform: WaveformView,
        position_ms: Callable[[], int],
        reader: QWidget,
    ) -> None:
        super().__init__(reader)
        self._player = player
        self._transport = transport
        self._waveform = waveform
        self._position_ms = position_ms
        self._reader = reader
        self._start_ms: int | None = None
        player.loop_changed.connect(self._show)

    def forget(self) -> None:
        """Forget a beginning, for another recording."""
        self._start_ms = None

    def begin(self) -> None:
        """Have the loop begin here; one that is on keeps its end if that is later."""
        at_ms = self._position_ms()
        self._start_ms = at_ms
        loop = self._player.loop
        if loop is not None and loop.end_ms > at_ms:
            self._player.set_loop(TimeSpan(at_ms, loop.end_ms))
        else:
            announce(self._reader, self.tr("Loop begins at {0}").format(clock(at_ms)))

    def end(self) -> None:
        """Have the loop end here, and switch it on."""
        at_ms = self._position_ms()
        start_ms = self._start_ms
        if start_ms is None or start_ms >= at_ms:
            start_ms = max(at_ms - LOOP_BEFORE_MS, self._player.limits.start_ms)
        if start_ms < at_ms:
            self._start_ms = start_ms
            self._player.set_loop(TimeSpan(start_ms, at_ms))

    def toggle(self) -> None:
        """Switch the loop off; or on, from its beginning or the last seconds until here."""
        if self._player.loop is not None:
            self._player.set_loop(None)
        else:
            self.end()
        self._transport.show_loop(self._player.loop)

    def _show(self, loop: TimeSpan | None) -> None:
        self._waveform.set_loop(loop)
        self._transport.show_loop(loop)
        if loop is None:
            announce(self._reader, self.tr("Loop off"))
        else:
            words = self.tr("Loop {0} to {1}")
            announce(self._reader, words.format(clock(loop.start_ms), clock(loop.end_ms)))
