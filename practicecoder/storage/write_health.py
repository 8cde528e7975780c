"""Whether writes reach the disk: what failed last, what was saved last, and who wants to know.

After a write that the disk refused, every further one is refused at once, until a probing write
succeeds. A change is then never half in the study because it came between two failures.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from enum import StrEnum

from practicecoder.errors import StoreFailedError, StudyDamagedError

Trouble = StoreFailedError | StudyDamagedError


class HealthNews(StrEnum):
    """What listeners are told."""

    FAILED = "failed"
    """A write failed; the study takes no more of them."""
    REFUSED = "refused"
    """A write was refused at once, because an earlier one failed."""
    RECOVERED = "recovered"
    """A probing write succeeded: the study can be written again."""


Listener = Callable[[HealthNews], object]


class WriteHealth:
    """State of writing to one study; it may be asked and told in any thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._listeners: list[Listener] = []
        self._trouble: Trouble | None = None
        self._saved_at: datetime | None = None

    @property
    def trouble(self) -> Trouble | None:
        """Why the study takes no writes; None while it does."""
        return self._trouble

    @property
    def saved_at(self) -> datetime | None:
        """When something was stored last (aware UTC); None if nothing was since opening."""
        return self._saved_at

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Be told of every change of state, in the thread in which it happens.

        The store is locked meanwhile: a listener neither reads nor writes.

        Returns
        -------
        Callable
            Ends the listening.
        """
        with self._lock:
            self._listeners.append(listener)

        def end() -> None:
            with self._lock:
                if listener in self._listeners:
                    self._listeners.remove(listener)

        return end

    @contextmanager
    def watched(self, *, probing: bool = False) -> Iterator[None]:
        """Refuse a write while the disk refuses; else learn from how it ends."""
        trouble = self._trouble
        if trouble is not None and not probing:
            self._tell(HealthNews.REFUSED)
            raise trouble.with_traceback(None)
        with self.watching_damage():
            try:
                yield
            except StoreFailedError as error:
                self._fail(error)
                raise
        self._succeed(probing=probing)

    @contextmanager
    def watching_damage(self) -> Iterator[None]:
        """Take note of damage found, as by a reading."""
        try:
            yield
        except StudyDamagedError as error:
            self._fail(error)
            raise

    def _fail(self, trouble: Trouble) -> None:
        self._trouble = trouble
        self._tell(HealthNews.FAILED)

    def _succeed(self, *, probing: bool) -> None:
        had, self._trouble = self._trouble, None
        if not probing:
            self._saved_at = datetime.now(UTC)
        if had is not None:
            self._tell(HealthNews.RECOVERED)

    def _tell(self, news: HealthNews) -> None:
        with self._lock:
            listeners = tuple(self._listeners)
        for listener in listeners:
            listener(news)
