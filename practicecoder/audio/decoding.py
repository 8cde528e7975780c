"""Decoding in a process of its own: starts it, follows it, ends it, and tells what went wrong."""

from __future__ import annotations

import os
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import CancelledError
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import IO

import practicecoder
from practicecoder.audio.facts import AudioFacts, IsCancelled, ReportProgress, SoundKind
from practicecoder.audio.messages import (
    AnyJob,
    BinsMade,
    BinsRestarted,
    CopyPlace,
    Finished,
    Job,
    Message,
    Progressed,
    Refused,
    job_as_text,
    read_message,
)
from practicecoder.audio.sources import Sound, sound_of
from practicecoder.domain.ids import Fingerprint
from practicecoder.errors import Problem, RecordingError
from practicecoder.vault.sound_file import SoundFile

STALLED_AFTER_S = 60.0
"""A decoder that says nothing for so long is ended."""

_POLL_S = 0.05
_BROKEN = (
    "the file is damaged, or made so that it cannot be decoded safely.",
    "Copy it again from the recorder, or save it as WAV with a sound program.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    """Outcome of one decoding.

    ``facts`` are those of the working copy where one was made, else of the source. ``copy`` is
    None if none was asked for. ``source_fingerprint`` is that of the file as it was handed in.
    """

    facts: AudioFacts
    source_fingerprint: Fingerprint
    copy: SoundFile | None = None


def decode(
    source: Sound,
    kind: SoundKind,
    *,
    copy_into: CopyPlace | None = None,
    on_bins: Callable[[BinsMade | BinsRestarted], None] | None = None,
    progress: ReportProgress | None = None,
    cancelled: IsCancelled | None = None,
) -> Decoded:
    """Decode a file in a child process with limits on time and memory.

    Parameters
    ----------
    copy_into
        Place for a clean working copy; None to only look. The caller owns the folder, and what
        is left in it if this fails.
    on_bins
        Is told the waveform's finest bins as they come, in this thread.

    Raises
    ------
    RecordingError
        With every problem found.
    concurrent.futures.CancelledError
        If ``cancelled`` said so; the child is gone by then.
    """
    job = Job(
        source=sound_of(source),
        kind=kind,
        copy_into=copy_into,
        wants_bins=on_bins is not None,
    )
    with DecodingProcess(job) as process:
        for message in process.answers(progress, cancelled):
            match message:
                case BinsMade() | BinsRestarted() if on_bins is not None:
                    on_bins(message)
                case Finished():
                    return _decoded(message, copy_into)
    raise broken(source)


def _decoded(message: Finished, copy_into: CopyPlace | None) -> Decoded:
    copy = None
    if copy_into is not None and message.copy_name is not None:
        copy = copy_into.file(Path(message.copy_name).name)  # no path of the child's choosing
    return Decoded(facts=message.facts, source_fingerprint=message.source_fingerprint, copy=copy)


def broken(source: Sound) -> RecordingError:
    """Make the refusal of a file whose decoder ended without an answer."""
    return _refusal(sound_of(source), (_BROKEN,))


def _refusal(source: SoundFile, problems: tuple[tuple[str, str], ...]) -> RecordingError:
    return RecordingError(
        [Problem(what=what, fix=fix, file=source.path.name) for what, fix in problems]
    )


def tell_job(stdin: IO[bytes], job: str) -> None:
    """Give a child its job, keys and all, where no list of processes shows it; then hang up."""
    with suppress(BrokenPipeError), stdin:  # a child that is gone is found out by its silence
        stdin.write(job.encode())


class DecodingProcess:
    """A child process that is certain to be gone when its block is left."""

    def __init__(self, job: AnyJob) -> None:
        self._source = job.source
        root = str(Path(practicecoder.__file__).parent.parent)
        paths = [root, os.environ.get("PYTHONPATH", "")]
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-m", "practicecoder.audio.decode_worker"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={
                **os.environ,
                "PYTHONPATH": os.pathsep.join(path for path in paths if path),
                "OPENBLAS_NUM_THREADS": "1",
            },
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        assert self._process.stdin is not None
        tell_job(self._process.stdin, job_as_text(job))
        # Bounded, so that a child that talks faster than it is heard has to wait.
        self._heard: queue.Queue[Message | None] = queue.Queue(maxsize=64)
        self._is_left = threading.Event()
        self._ear = threading.Thread(target=self._listen, daemon=True)

    def __enter__(self) -> DecodingProcess:
        self._ear.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._is_left.set()
        self._process.kill()
        self._process.wait()
        self._ear.join()
        if self._process.stdout is not None:
            self._process.stdout.close()

    def answers(
        self, progress: ReportProgress | None, cancelled: IsCancelled | None
    ) -> Iterator[Message]:
        """Yield what the child has found; its progress is told, and its refusal raised.

        Ends as well when the child ends, stalls, or talks nonsense.

        Raises
        ------
        RecordingError
            If the child refuses the file; with every problem found.
        concurrent.futures.CancelledError
            If ``cancelled`` said so.
        """
        for message in self._messages(cancelled):
            match message:
                case Refused():
                    raise _refusal(self._source, message.problems)
                case Progressed():
                    if progress is not None:
                        progress(message.share)
                case _:
                    yield message

    def _messages(self, cancelled: IsCancelled | None) -> Iterator[Message]:
        last_word = time.monotonic()
        while time.monotonic() - last_word < STALLED_AFTER_S:
            if cancelled is not None and cancelled():
                raise CancelledError
            try:
                message = self._heard.get(timeout=_POLL_S)
            except queue.Empty:
                continue
            if message is None:
                return
            last_word = time.monotonic()
            yield message

    def _listen(self) -> None:
        assert self._process.stdout is not None
        message: Message | None = None
        while True:
            try:
                message = read_message(self._process.stdout)
            except ValueError:
                message = None
            while not self._is_left.is_set():
                try:
                    self._heard.put(message, timeout=_POLL_S)
                    break
                except queue.Full:
                    continue
            if message is None or self._is_left.is_set():
                return
