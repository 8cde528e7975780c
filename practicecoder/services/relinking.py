"""Recordings whose file is missing or was altered: noticed, and found again by their content.

A recording is known by the SHA-256 of its working copy. A file counts as found if it has that
hash, or if its own working copy has; names, folders and lengths decide nothing.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from practicecoder.domain.ids import Fingerprint
from practicecoder.domain.sessions import Recording
from practicecoder.errors import EncryptedFileError, Problem, ReadOnlyStudyError, RecordingError
from practicecoder.services.changes import ChangeKind, StudyChange
from practicecoder.storage.audio_store import fingerprint_of, fingerprint_of_sound
from practicecoder.vault.sound_file import SoundFile

if TYPE_CHECKING:
    from practicecoder.services.study_context import StudyContext

Progress = Callable[[float, str], None]
"""Share done (0 to 1) and what is being done."""
Cancelled = Callable[[], bool]

QUICK_SHARE = 0.3
"""Part of the progress that comparing hashes takes; decoding what is left takes the rest."""


class SoundState(StrEnum):
    """Whether the file of a recording is the one that was taken in."""

    WHOLE = "whole"
    MISSING = "missing"
    ALTERED = "altered"


@dataclass(frozen=True, slots=True, kw_only=True)
class Relinked:
    """What a search through a folder came to, in numbers of recordings and of files."""

    n_wanted: int
    n_found: int
    n_files: int

    @property
    def n_left(self) -> int:
        """Recordings that are still missing."""
        return self.n_wanted - self.n_found

    def sentence(self) -> str:
        """One line for a person."""
        if not self.n_wanted:
            return "No recording is missing."
        files = "1 file" if self.n_files == 1 else f"{self.n_files} files"
        left = f" {self.n_left} are still missing." if self.n_left else ""
        return f"Found {self.n_found} of {self.n_wanted} recordings among {files}.{left}"


class RelinkingService:
    """Compares recordings with their files, and takes found files in again."""

    def __init__(self, context: StudyContext) -> None:
        self._context = context

    def state_of(self, fingerprint: Fingerprint) -> SoundState:
        """Read the file of a recording through and say whether it is the one that was taken in.

        A recording that the study does not know is missing.
        """
        with self._context.store.reading() as unit:
            recording = unit.sessions.recording(fingerprint)
        return SoundState.MISSING if recording is None else self._state(recording)

    def not_whole(
        self,
        *,
        progress: Progress = lambda _share, _text: None,
        cancelled: Cancelled = lambda: False,
    ) -> tuple[Recording, ...]:
        """Recordings whose sound should be there and is missing or altered, in order of hash."""
        with self._context.store.reading() as unit:
            recordings = unit.sessions.sounding()
        found = []
        for number, recording in enumerate(recordings):
            if cancelled():
                break
            progress(number / len(recordings), "checking the recordings of the study")
            if self._state(recording) is not SoundState.WHOLE:
                found.append(recording)
        return tuple(found)

    def relink(self, fingerprint: Fingerprint, file: Path) -> StudyChange:
        """Take a file in again as the sound of a recording, if it is the same sound.

        Raises
        ------
        RecordingError
            If it is another recording, cannot be read, or is that of a sound that was deleted;
            nothing was changed.
        ReadOnlyStudyError, StoreFailedError
            If the study or its disk cannot be written.
        """
        with self._context.store.reading() as unit:
            recording = unit.sessions.recording(fingerprint)
        if self._context.store.read_only:
            raise ReadOnlyStudyError
        if recording is not None and not self._is_kept(recording):
            raise RecordingError([_deleted(file.name)])
        if recording is None or not (
            self._take_copy(recording, file) or self._take_original([recording], file)
        ):
            raise RecordingError([_another(file.name)])
        return StudyChange(kinds=frozenset({ChangeKind.SESSIONS}))

    def search(
        self,
        folder: Path,
        *,
        progress: Progress = lambda _share, _text: None,
        cancelled: Cancelled = lambda: False,
    ) -> Relinked:
        """Look through a folder and all below it for every recording that is not whole.

        Hashes are compared first. Only if some are still missing, other sound files are decoded
        as they were when they were taken in. What was found stays if it is cancelled.

        Raises
        ------
        ReadOnlyStudyError, StoreFailedError
            If the study or its disk cannot be written.
        """
        if self._context.store.read_only:
            raise ReadOnlyStudyError
        wanted = list(self.not_whole(progress=progress, cancelled=cancelled))
        n_wanted = len(wanted)
        files = [] if not wanted else list(_files_below(folder))
        others: list[Path] = []
        for number, file in enumerate(files):
            if not wanted or cancelled():
                break
            progress(QUICK_SHARE * number / len(files), f"comparing file {number + 1}")
            found = self._copy_among(wanted, file)
            if found is None:
                others.append(file)
            elif self._is_kept(found) and self._take_copy(found, file):
                wanted.remove(found)
        for number, file in enumerate(others):
            if not wanted or cancelled():
                break
            share = QUICK_SHARE + (1 - QUICK_SHARE) * number / len(others)
            progress(share, f"listening into file {number + 1} of {len(others)}")
            taken = self._original_among(wanted, file, cancelled)
            if taken is not None:
                wanted.remove(taken)
        return Relinked(n_wanted=n_wanted, n_found=n_wanted - len(wanted), n_files=len(files))

    # Inside

    def _state(self, recording: Recording) -> SoundState:
        sound = self._context.sound_of(recording)
        if sound is None or not sound.path.is_file():
            return SoundState.MISSING
        try:
            found = fingerprint_of_sound(sound)
        except EncryptedFileError:
            return SoundState.ALTERED
        except OSError:
            return SoundState.MISSING
        return SoundState.WHOLE if found == recording.fingerprint else SoundState.ALTERED

    def _is_kept(self, recording: Recording) -> bool:
        """Whether its sound is still to be there; it may be deleted while a search goes on."""
        with self._context.store.reading() as unit:
            return recording.fingerprint in {one.fingerprint for one in unit.sessions.sounding()}

    def _copy_among(self, wanted: Sequence[Recording], file: Path) -> Recording | None:
        """Which recording a file is the working copy of; most are told apart by their size."""
        try:
            size = file.stat().st_size
            if any(recording.size_bytes == size for recording in wanted):
                print_ = fingerprint_of(file)
                same = [r for r in wanted if r.fingerprint == print_]
                if same:
                    return same[0]
        except OSError:
            return None
        if not self._context.store.audio.is_encrypted:
            return None
        return next((r for r in wanted if self._is_encrypted_copy(r, file)), None)

    def _is_encrypted_copy(self, recording: Recording, file: Path) -> bool:
        sound = self._context.sound_of(recording)
        if sound is None or sound.key is None:
            return False
        try:
            return fingerprint_of_sound(SoundFile(file, sound.key)) == recording.fingerprint
        except (EncryptedFileError, OSError):
            return False

    def _take_copy(self, recording: Recording, file: Path) -> bool:
        """Take a file in that is the working copy itself, encrypted or not."""
        audio, suffix = self._context.store.audio, Path(recording.stored_name).suffix
        if _hash_or_none(file) == recording.fingerprint:
            audio.adopt(file, recording.fingerprint, suffix)
            return True
        if not self._is_encrypted_copy(recording, file):
            return False
        sound = self._context.sound_of(recording)
        assert sound is not None
        assert sound.key is not None
        with self._work_folder() as work:  # the person's own file stays where it is
            copy = work / "found"
            shutil.copyfile(file, copy)
            audio.adopt_encrypted(copy, sound.key, recording.fingerprint, suffix)
        return True

    def _original_among(
        self, wanted: Sequence[Recording], file: Path, cancelled: Cancelled
    ) -> Recording | None:
        """Take in a file whose own working copy is a wanted recording; None if it is none."""
        try:
            return self._take_original(wanted, file, cancelled)
        except RecordingError:  # not a sound file, or one that cannot be used
            return None

    def _take_original(
        self, wanted: Sequence[Recording], file: Path, cancelled: Cancelled = lambda: False
    ) -> Recording | None:
        from practicecoder.audio.intake import take_in
        from practicecoder.audio.probe import sniff

        sniff(file)
        with self._work_folder() as work:
            intake = take_in(file, work, key=self._context.new_sound_key(), cancelled=cancelled)
            found = [r for r in wanted if r.fingerprint == intake.recording.fingerprint]
            if not found or not self._is_kept(found[0]):
                return None
            self._context.keep_sound(intake.file, found[0])
            return found[0]

    @contextmanager
    def _work_folder(self) -> Iterator[Path]:
        work = Path(tempfile.mkdtemp(prefix="incoming-", dir=self._context.store.path))
        try:
            yield work
        finally:
            shutil.rmtree(work, ignore_errors=True)


def _files_below(folder: Path) -> Iterator[Path]:
    for at, folders, names in os.walk(folder):
        folders.sort()
        for file_name in sorted(names):
            file = Path(at, file_name)
            if file.is_file():
                yield file


def _hash_or_none(file: Path) -> Fingerprint | None:
    try:
        return fingerprint_of(file)
    except OSError:
        return None


def _deleted(file_name: str) -> Problem:
    return Problem(
        what="The sound of this recording was deleted from the study, and is not taken in again.",
        fix="See that the file itself is deleted.",
        file=file_name,
    )


def _another(file_name: str) -> Problem:
    return Problem(
        what="This is not the recording of the session: its sound is another one.",
        fix="Choose the same file that was added to the study.",
        file=file_name,
    )
