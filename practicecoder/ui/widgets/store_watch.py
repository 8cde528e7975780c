"""Watches the disk under an open study: trouble, its end, room that runs out, and backups."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from practicecoder.errors import PracticeCoderError
from practicecoder.services.context import StudyServices
from practicecoder.services.storing import HealthNews
from practicecoder.ui.tasks import TaskHandle, run_task

RETRY_MS = 15_000
"""How often writing is tried by itself while it fails."""
ROOM_MS = 180_000
"""How often room is looked at."""


class StoreWatch(QObject):
    """Brings what happens to the disk to the window's thread, and tries again by itself."""

    failed = Signal()
    """A write failed, or a probing one failed again."""
    refused = Signal()
    """A write was refused at once because an earlier one failed."""
    recovered = Signal()
    """Writing works again."""
    tried = Signal(bool)
    """A probing write ended; True if it succeeded."""
    room_is_short = Signal(bool)
    backup_made = Signal()
    backup_failed = Signal(object)
    """A PracticeCoderError."""

    _heard = Signal(object)

    def __init__(self, services: StudyServices, parent: QObject) -> None:
        super().__init__(parent)
        self._services = services
        self._storing = services.storing
        self._tasks: dict[str, TaskHandle] = {}
        self._back_up_again = False
        self._is_over = False
        self._retry = _every(RETRY_MS, self.try_again, self)
        self._room = _every(ROOM_MS, self.look_for_room, self)
        # News come while the store is still locked by what failed: they are taken up afterwards.
        self._heard.connect(self._take, Qt.ConnectionType.QueuedConnection)
        self._end_listening = self._storing.listen(self._heard.emit)

    @property
    def is_trying(self) -> bool:
        """Whether a probing write is under way."""
        return "probe" in self._tasks

    def begin(self) -> None:
        """Look at the room, and go on doing so; for studies that are written."""
        if not self._services.read_only:
            self.look_for_room()
            self._room.start()

    def end(self) -> None:
        """Let go of the study, which is about to be closed."""
        self._is_over = True
        self._end_listening()
        self._retry.stop()
        self._room.stop()
        for task in self._tasks.values():
            task.cancel()
        self._tasks.clear()

    def try_again(self) -> None:
        """Try a real write, unless one is under way."""
        if self.is_trying:
            return
        self._tasks["probe"] = run_task(
            self,
            self._storing.try_again,
            on_success=lambda _: self._over("probe", worked=True),
            on_failure=self._probe_failed,
        )

    def look_for_room(self) -> None:
        """Measure the room on the disk; answered by ``room_is_short``."""
        if "room" in self._tasks:
            return

        def failed(error: Exception) -> None:
            self._tasks.pop("room", None)
            if not isinstance(error, OSError):  # a disk that cannot be asked fails in writing too
                raise error

        def measured(is_short: bool) -> None:
            self._tasks.pop("room", None)
            self.room_is_short.emit(is_short)

        self._tasks["room"] = run_task(
            self, self._storing.is_short_of_room, on_success=measured, on_failure=failed
        )

    def back_up(self) -> None:
        """Make a backup if something was written since the last one."""
        if self._services.read_only or self._storing.trouble is not None:
            return
        if "backup" in self._tasks:
            self._back_up_again = True
            return
        self._tasks["backup"] = run_task(
            self,
            self._storing.back_up,
            on_success=lambda _: self._backed_up(None),
            on_failure=self._backed_up,
        )

    # Inside

    def _take(self, news: HealthNews) -> None:
        if self._is_over:
            return
        match news:
            case HealthNews.FAILED:
                self._retry.start()
                self.failed.emit()
            case HealthNews.REFUSED:
                self.refused.emit()
            case HealthNews.RECOVERED:
                self._retry.stop()
                self.recovered.emit()

    def _probe_failed(self, error: Exception) -> None:
        self._over("probe", worked=False)
        if not isinstance(error, PracticeCoderError):
            raise error

    def _over(self, task: str, *, worked: bool) -> None:
        self._tasks.pop(task, None)
        self.tried.emit(worked)

    def _backed_up(self, error: Exception | None) -> None:
        self._tasks.pop("backup", None)
        again, self._back_up_again = self._back_up_again, False
        if isinstance(error, PracticeCoderError):
            self.backup_failed.emit(error)
        elif error is not None:
            raise error
        else:
            self.backup_made.emit()
            if again:
                self.back_up()


def _every(interval_ms: int, act: Callable[[], object], parent: QObject) -> QTimer:
    timer = QTimer(parent)
    timer.setInterval(interval_ms)
    timer.timeout.connect(act)
    return timer
