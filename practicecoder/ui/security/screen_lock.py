"""When the desktop locks its screen or the computer goes to sleep, as far as the system tells.

On Linux systemd's logind and the screen savers of desktops tell it by D-Bus. Windows and macOS are
not asked: there the idle time counts, and a sleep shows by the clock afterwards.
"""

from __future__ import annotations

import logging
import os
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import SLOT, QObject, Signal, Slot

if TYPE_CHECKING:
    from PySide6.QtDBus import QDBusConnection

log = logging.getLogger(__name__)

_LOGIND, _LOGIND_PATH = "org.freedesktop.login1", "/org/freedesktop/login1"
_SAVERS = (
    ("org.freedesktop.ScreenSaver", "org.freedesktop.ScreenSaver"),
    ("org.gnome.ScreenSaver", "org.gnome.ScreenSaver"),
    ("org.cinnamon.ScreenSaver", "org.cinnamon.ScreenSaver"),
    ("org.mate.ScreenSaver", "org.mate.ScreenSaver"),
)


class ScreenLock(QObject):
    """Listens for the lock of the screen and for sleep, once it is told to."""

    locked = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._is_listening = False

    def listen(self) -> bool:
        """Begin to listen; whether there is anything to listen to."""
        if not self._is_listening and sys.platform.startswith("linux"):
            try:
                self._is_listening = self._connect()
            except ImportError:
                log.info("no D-Bus: the lock of the screen is not heard of")
        return self._is_listening

    @Slot(bool)
    def note_sleep(self, begins: bool) -> None:
        """The computer goes to sleep, or wakes."""
        if begins:
            self.locked.emit()

    @Slot(bool)
    def note_saver(self, is_active: bool) -> None:
        """A screen saver begins, or ends."""
        if is_active:
            self.locked.emit()

    @Slot()
    def note_lock(self) -> None:
        """The session is locked."""
        self.locked.emit()

    def _connect(self) -> bool:
        from PySide6.QtDBus import QDBusConnection

        found = False
        system = QDBusConnection.systemBus()
        if system.isConnected():
            found = _hear(
                system, (_LOGIND, _LOGIND_PATH, f"{_LOGIND}.Manager", "PrepareForSleep"),
                self, SLOT("note_sleep(bool)"),
            )  # fmt: skip
            found |= _hear(
                system, (_LOGIND, _own_session(system), f"{_LOGIND}.Session", "Lock"),
                self, SLOT("note_lock()"),
            )  # fmt: skip
        session = QDBusConnection.sessionBus()
        if session.isConnected():
            for service, interface in _SAVERS:
                found |= _hear(
                    session, (service, "", interface, "ActiveChanged"),
                    self, SLOT("note_saver(bool)"),
                )  # fmt: skip
        return found


def _hear(
    bus: QDBusConnection, sender: tuple[str, str, str, str], listener: QObject, slot: object
) -> bool:
    """Have a signal call a slot; its text is what SLOT gives, though the stub asks for bytes."""
    return bool(bus.connect(*sender, listener, slot))  # type: ignore[call-overload]  # see above


def _own_session(system: QDBusConnection) -> str:
    """Path of the session that this window belongs to; empty if it is not known: then any."""
    from PySide6.QtDBus import QDBusMessage

    session_id = os.environ.get("XDG_SESSION_ID", "")
    if not session_id:
        return ""
    call = QDBusMessage.createMethodCall(_LOGIND, _LOGIND_PATH, f"{_LOGIND}.Manager", "GetSession")
    call.setArguments([session_id])
    answer = system.call(call, timeout=500)
    given = answer.arguments()
    path = getattr(given[0], "path", None) if given else None
    return str(path()) if callable(path) else ""
