"""Work outside the window's thread; its result, error and progress come back to that thread."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from concurrent.futures import CancelledError
from enum import Enum, auto
from typing import Any, Generic, TypeVar, overload

import shiboken6
from PySide6.QtCore import QCoreApplication, QObject, QRunnable, Qt, QThread, QThreadPool, Signal

from practicecoder.errors import StudyClosedError

log = logging.getLogger(__name__)

T = TypeVar("T")
P = TypeVar("P")

_FEWEST_THREADS = 4
"""A long import must not keep a short question waiting, however few cores there are."""


class TaskHandle:
    """What the one who started a task holds of it."""

    def __init__(self) -> None:
        self._cancelled = threading.Event()
        self._over = threading.Event()

    def cancel(self) -> None:
        """Want no more of it: nothing is delivered from here on, and the work is asked to stop."""
        self._cancelled.set()

    def mark_over(self) -> None:
        """Note that the work has ended; for the task itself."""
        self._over.set()

    @property
    def is_cancelled(self) -> bool:
        """Whether it was cancelled, by :meth:`cancel`, by the end of its owner or of the app."""
        return self._cancelled.is_set()

    @property
    def is_over(self) -> bool:
        """Whether the work itself has ended, in whatever way."""
        return self._over.is_set()


class TaskControl(Generic[P]):
    """What work that reports progress is given; its methods may be called in any thread."""

    def __init__(self, handle: TaskHandle, send: Callable[[P], None]) -> None:
        self._handle = handle
        self._send = send

    def report(self, value: P) -> None:
        """Hand a value to ``on_progress``."""
        if not self._handle.is_cancelled:
            self._send(value)

    def is_cancelled(self) -> bool:
        """Whether to stop; work may then raise ``concurrent.futures.CancelledError``."""
        return self._handle.is_cancelled


@overload
def run_task(
    owner: QObject,
    work: Callable[[], T],
    *,
    on_success: Callable[[T], object],
    on_failure: Callable[[Exception], object],
) -> TaskHandle: ...


@overload
def run_task(
    owner: QObject,
    work: Callable[[TaskControl[P]], T],
    *,
    on_success: Callable[[T], object],
    on_failure: Callable[[Exception], object],
    on_progress: Callable[[P], object],
) -> TaskHandle: ...


def run_task(
    owner: QObject,
    work: Callable[..., Any],
    *,
    on_success: Callable[[Any], object],
    on_failure: Callable[[Exception], object],
    on_progress: Callable[[Any], object] | None = None,
) -> TaskHandle:
    """Do ``work`` in a pool thread and tell ``owner`` in the window's thread.

    Call it from the window's thread. The work touches no widget. If the owner is deleted
    meanwhile, nothing is delivered and the work is asked to stop. If the study is closed before
    the work came to read from it, there is nobody to tell.

    Parameters
    ----------
    work
        Takes nothing; or, with ``on_progress``, a :class:`TaskControl` to report by and to ask
        whether to stop.
    on_success
        Is given the work's result.
    on_failure
        Is given what the work raised. Neither is called after :meth:`TaskHandle.cancel`.
    on_progress
        Is given each reported value, in order and before the result.
    """
    post = _post_office()
    assert QThread.currentThread() is post.thread(), "tasks are started in the window's thread"
    listener = _Listener(owner, on_success, on_failure, on_progress)
    task = _Task(work, post, listener.handle, reports_progress=on_progress is not None)
    post.send_off(task, listener)
    return listener.handle


class _News(Enum):
    """What a letter from a pool thread brings."""

    PROGRESS = auto()
    RESULT = auto()
    ERROR = auto()


class _Listener:
    """Whom to tell. It is made, used and dropped in the window's thread only.

    A pool thread must never hold the last reference to anything that belongs to a widget, so
    the work does not know its listener.
    """

    def __init__(
        self,
        owner: QObject,
        on_success: Callable[[Any], object],
        on_failure: Callable[[Exception], object],
        on_progress: Callable[[Any], object] | None,
    ) -> None:
        self.handle = TaskHandle()
        self._owner = owner
        self._on_success = on_success
        self._on_failure = on_failure
        self._on_progress = on_progress
        owner.destroyed.connect(self.handle.cancel)

    def hear(self, news: _News, value: Any) -> None:
        """Tell the owner, unless it wants no more or is gone."""
        is_there = shiboken6.isValid(self._owner)
        if is_there and news is not _News.PROGRESS:
            self._owner.destroyed.disconnect(self.handle.cancel)
        is_too_late = news is _News.ERROR and isinstance(value, StudyClosedError)
        if self.handle.is_cancelled or not is_there or is_too_late:
            if news is _News.ERROR and not isinstance(value, CancelledError):
                log.info("a task nobody waits for ended with %s", type(value).__name__)
        elif news is _News.RESULT:
            self._on_success(value)
        elif news is _News.ERROR:
            self._on_failure(value)
        elif self._on_progress is not None:
            self._on_progress(value)


class _Task(QRunnable):
    """One piece of work, as a pool thread sees it."""

    def __init__(
        self,
        work: Callable[..., Any],
        post: _PostOffice,
        handle: TaskHandle,
        *,
        reports_progress: bool,
    ) -> None:
        super().__init__()
        self.setAutoDelete(False)  # the post office keeps it until its last letter is read
        self.handle = handle
        self._work = work
        self._post = post
        self._reports_progress = reports_progress

    def run(self) -> None:
        """Do the work; runs in a pool thread."""
        try:
            if self._reports_progress:
                result = self._work(TaskControl(self.handle, self._report))
            else:
                result = self._work()
        except Exception as error:  # noqa: BLE001 - the one place where work may fail in any way
            self._end(_News.ERROR, error)
        else:
            self._end(_News.RESULT, result)

    def _report(self, value: object) -> None:
        self._post.post(self, _News.PROGRESS, value)

    def _end(self, news: _News, value: object) -> None:
        self.handle.mark_over()
        self._post.post(self, news, value)


class _PostOffice(QObject):
    """Carries letters from pool threads to the window's thread; lives as long as the app.

    A relay that died with its owner could be deleted in one thread while another emits its
    signal. This one outlives every task, and looks at the owner in the owner's thread.
    """

    _arrived = Signal(object, object, object)

    def __init__(self, application: QCoreApplication) -> None:
        super().__init__(application)
        self._listeners: dict[_Task, _Listener] = {}
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(max(_FEWEST_THREADS, QThread.idealThreadCount()))
        self._arrived.connect(self._open, Qt.ConnectionType.QueuedConnection)
        application.aboutToQuit.connect(self._close)

    def send_off(self, task: _Task, listener: _Listener) -> None:
        """Start a task."""
        self._listeners[task] = listener
        self._pool.start(task)

    def post(self, task: _Task, news: _News, value: object) -> None:
        """Send a letter; called in pool threads."""
        try:
            self._arrived.emit(task, news, value)
        except RuntimeError:
            log.debug("a task ended after the application")

    def _open(self, task: _Task, news: _News, value: object) -> None:
        listener = self._listeners[task]
        if news is not _News.PROGRESS:
            del self._listeners[task]
        listener.hear(news, value)

    def _close(self) -> None:
        """Ask everything to stop when the application ends, and wait until it has."""
        for listener in self._listeners.values():
            listener.handle.cancel()
        self._pool.waitForDone()


_offices: list[_PostOffice] = []


def _post_office() -> _PostOffice:
    """Post office of the running application."""
    if not _offices or not shiboken6.isValid(_offices[0]):
        application = QCoreApplication.instance()
        assert application is not None, "tasks need a running application"
        _offices[:] = [_PostOffice(application)]
    return _offices[0]
