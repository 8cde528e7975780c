"""When nobody has touched keyboard, mouse or pedal for some time, and when the computer slept."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow

LOOK_EVERY_MS = 5_000
AGAIN_S = 60.0
"""When idleness is told again after it could not be acted upon."""
SLEPT_S = 5.0
"""Least sleep that counts as one."""
STALLED_S = 45.0
"""Where the system does not tell of sleep: a look that comes so much too late follows one."""

_ACTS = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.KeyRelease,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonRelease,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.TabletMove,
        QEvent.Type.TabletPress,
        QEvent.Type.InputMethod,
    }
)


class IdleWatch(QObject):
    """Tells once when nothing was done for so long, and when the computer slept.

    Only the window that has the focus is listened to, where input arrives first, so that the
    watch costs nothing while the window paints.

    Parameters
    ----------
    is_active
        Whether something goes on that somebody attends to, such as sound.
    now
        Seconds of the clock on the wall, which goes on while the computer sleeps.
    asleep
        Seconds that the computer has slept so far; None where that cannot be known.
    """

    idle = Signal()
    slept = Signal()

    def __init__(
        self,
        parent: QObject,
        *,
        is_active: Callable[[], bool],
        now: Callable[[], float] = time.time,
        asleep: Callable[[], float | None] | None = None,
    ) -> None:
        super().__init__(parent)
        self._is_active = is_active
        self._now = now
        self._asleep = asleep or asleep_s
        self._asleep_before = self._asleep()
        self._limit_s: float | None = None
        self._done_at = self._looked_at = now()
        self._window: QWindow | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look)

    @property
    def is_watching(self) -> bool:
        """Whether it watches."""
        return self._timer.isActive()

    def watch(self, limit_min: int | None) -> None:
        """Watch from this moment on; None: only for sleep."""
        self._limit_s = None if limit_min is None else limit_min * 60.0
        self.note_act()
        self._looked_at = self._now()
        self._asleep_before = self._asleep()
        if not self._timer.isActive():
            application = QGuiApplication.instance()
            assert isinstance(application, QGuiApplication)
            application.focusWindowChanged.connect(self._listen_to)
            self._listen_to(QGuiApplication.focusWindow())
            self._timer.start()

    def stop(self) -> None:
        """Watch no more."""
        if self._timer.isActive():
            self._timer.stop()
            application = QGuiApplication.instance()
            assert isinstance(application, QGuiApplication)
            application.focusWindowChanged.disconnect(self._listen_to)
            self._listen_to(None)

    def note_act(self) -> None:
        """Count from here."""
        self._done_at = self._now()

    def tell_again(self) -> None:
        """Tell in a minute again, if nobody does anything till then."""
        if self._limit_s is not None:
            self._done_at = self._now() - max(self._limit_s - AGAIN_S, 0.0)

    def look(self) -> None:
        """Look at the clock."""
        if self._is_active():
            self.note_act()
        now = self._now()
        late_s, self._looked_at = now - self._looked_at, now
        if late_s < 0:  # the clock was set back
            self.note_act()
        elif self._has_slept(late_s):
            self.note_act()
            self.slept.emit()
        elif self._limit_s is not None and now - self._done_at >= self._limit_s:
            self.note_act()
            self.idle.emit()

    def _has_slept(self, late_s: float) -> bool:
        """Whether the computer slept since the last look."""
        before, self._asleep_before = self._asleep_before, self._asleep()
        if before is None or self._asleep_before is None:
            return late_s > STALLED_S
        return self._asleep_before - before > SLEPT_S

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Note that something is done; it goes on as if nobody had looked."""
        if event.type() in _ACTS:
            self._done_at = self._now()
        return False

    def _listen_to(self, window: QWindow | None) -> None:
        if self._window is not None:
            self._window.removeEventFilter(self)
            self._window.destroyed.disconnect(self._forget)
        self._window = window
        if window is not None:
            window.installEventFilter(self)
            window.destroyed.connect(self._forget)
            self.note_act()

    def _forget(self) -> None:
        self._window = None


def asleep_s() -> float | None:
    """How long the computer has slept, by clocks of which one stands still meanwhile; else None.

    Only the difference of two calls means anything.
    """
    system = sys.platform  # looked at as a value: the checker knows of one system only
    if system.startswith("linux"):
        return time.clock_gettime(time.CLOCK_BOOTTIME) - time.clock_gettime(time.CLOCK_MONOTONIC)
    return time.time() - time.monotonic() if system == "darwin" else None
