"""Whether what is done in a study reaches the disk, room for it, and backups while it is open."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from practicecoder.storage.free_space import LEAST_FREE_BYTES, Room
from practicecoder.storage.write_health import HealthNews, Trouble

if TYPE_CHECKING:
    from practicecoder.services.study_context import StudyContext

__all__ = ["LEAST_FREE_BYTES", "HealthNews", "Room", "StoringService", "Trouble"]


class StoringService:
    """What a window has to know about the disk under the open study."""

    def __init__(self, context: StudyContext) -> None:
        self._store = context.store
        self._backed_up_at = 0

    @property
    def trouble(self) -> Trouble | None:
        """Why the study takes no writes; None while it does."""
        return self._store.health.trouble

    @property
    def saved_at(self) -> datetime | None:
        """When something was stored last since the study was opened (aware UTC), or None."""
        return self._store.health.saved_at

    def listen(self, listener: Callable[[HealthNews], object]) -> Callable[[], None]:
        """Be told when writing fails, is refused and works again, in whichever thread it does.

        Returns
        -------
        Callable
            Ends the listening.
        """
        return self._store.health.listen(listener)

    def try_again(self) -> None:
        """Really write something; if it succeeds, the study takes changes again.

        Raises
        ------
        StoreFailedError, StudyDamagedError
            If writing still fails.
        """
        self._store.probe()

    def is_short_of_room(self) -> bool:
        """Whether there is less room than :data:`LEAST_FREE_BYTES` for study or backups."""
        return self._store.free_bytes() < LEAST_FREE_BYTES

    def room(self) -> Room:
        """Room on the disk, and what of the study takes how much; reads every folder."""
        return self._store.room()

    def back_up(self, *, only_if_written: bool = True) -> Path | None:
        """Make a verified backup; None if nothing was written since the last one.

        Raises
        ------
        BackupFailedError
            If there is no room or the disk fails.
        StudyDamagedError
            If the copy does not pass its check. Every earlier backup is kept.
        """
        writes = self._store.writes
        if self._store.read_only or (only_if_written and writes == self._backed_up_at):
            return None
        made = self._store.backup()
        self._backed_up_at = writes
        return made
