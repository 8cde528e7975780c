"""What every service of an open study shares: its store, record, codebook and a clock."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from practicecoder.audio.cache import SoundCache
from practicecoder.codebook.model import Codebook
from practicecoder.domain.sessions import Recording
from practicecoder.domain.study import StudyRecord
from practicecoder.storage.study_folder import StudyStore
from practicecoder.vault.audio_keys import AudioKeys
from practicecoder.vault.sound_file import SoundFile
from practicecoder.vault.study_key import KeyUse


def utc_now() -> datetime:
    """Current moment, aware UTC."""
    return datetime.now(UTC)


@dataclass(slots=True, kw_only=True)
class StudyContext:
    """What every service of a study needs. ``now`` gives the current moment, aware UTC.

    ``record`` is exchanged when the settings of the study are changed; the rest stays. ``holder``
    is whose passphrase opened an encrypted study; None if the recovery code did.
    """

    store: StudyStore
    record: StudyRecord
    codebook: Codebook
    now: Callable[[], datetime] = utc_now
    holder: str | None = None

    def sound_of(self, recording: Recording | None) -> SoundFile | None:
        """Where a recording lies and its key; None without one, or if its key was destroyed."""
        return None if recording is None else self.store.audio.sound(recording.stored_name)

    def new_sound_key(self) -> bytes | None:
        """Key for a working copy that is yet to be made; None in a study that is not encrypted."""
        return AudioKeys.new_key().key if self.store.audio.is_encrypted else None

    def keep_sound(self, made: SoundFile, recording: Recording) -> None:
        """Take a finished working copy into the study, encrypted with the key it was made with.

        Raises
        ------
        RecordingError
            If its content is not that of the recording.
        StoreFailedError
            If there is no room or the disk fails.
        """
        audio, suffix = self.store.audio, Path(recording.stored_name).suffix
        if made.key is None:
            audio.adopt(made.path, recording.fingerprint, suffix)
        else:
            audio.adopt_encrypted(made.path, made.key, recording.fingerprint, suffix)

    @property
    def sound_cache(self) -> SoundCache:
        """Where what was computed from recordings is kept."""
        key = self.store.folder.key
        return SoundCache(
            folder=self.store.cache_dir, key=None if key is None else key.derived(KeyUse.CACHE)
        )
