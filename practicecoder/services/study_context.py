"""What every service of an open study shares: its store, record, codebook and a clock."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

from practicecoder.audio.cache import SoundCache
from practicecoder.codebook.model import Codebook
from practicecoder.domain.sessions import Recording
from practicecoder.domain.study import StudyRecord
from practicecoder.storage.study_folder import StudyStore
from practicecoder.vault.sound_file import SoundFile


def utc_now() -> datetime:
    """Current moment, aware UTC."""
    return datetime.now(UTC)


@dataclass(slots=True, kw_only=True)
class StudyContext:
    """What every service of a study needs. ``now`` gives the current moment, aware UTC.

    ``record`` is exchanged when the settings of the study are changed; the rest stays.
    """

    store: StudyStore
    record: StudyRecord
    codebook: Codebook
    now: Callable[[], datetime] = utc_now

    def sound_of(self, recording: Recording | None) -> SoundFile | None:
        """Where a recording lies and its key; None without one, or if its key was destroyed."""
        if recording is None:
            return None
        return SoundFile(self.store.audio.path_of(recording.stored_name))

    @property
    def sound_cache(self) -> SoundCache:
        """Where what was computed from recordings is kept."""
        return SoundCache(folder=self.store.cache_dir)
