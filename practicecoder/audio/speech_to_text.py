"""Turns speech into text on this computer, with a model that the user has put into a folder.

The work is done in a process of its own that can be ended at any moment, keeps its memory to
itself and cannot reach a network. The library is optional (extra ``speech``).
"""

from __future__ import annotations

import importlib.util
import json
import os
import queue
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import CancelledError
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType

import practicecoder
from practicecoder.audio.decoding import tell_job
from practicecoder.audio.messages import values_of_sound
from practicecoder.audio.probe import sniff
from practicecoder.audio.sources import ALTERED, Sound, sound_of
from practicecoder.errors import PracticeCoderError, Problem, RecordingError, SpeechError

_NEEDED = ("model.bin", "config.json", "tokenizer.json")
_VOCABULARY = "vocabulary.*"
_POLL_S = 0.05
_MOST_LINE_BYTES = 1 << 20
_OFFLINE = {
    "HF_HUB_OFFLINE": "1",
    "HF_HUB_DISABLE_TELEMETRY": "1",
    "TRANSFORMERS_OFFLINE": "1",
}

Answer = Mapping[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelFolder:
    """Folder that holds every file of a speech model; made by :func:`find_model`."""

    path: Path


@dataclass(frozen=True, slots=True, kw_only=True)
class SpokenLine:
    """Words heard in a stretch of the recording; who said them is not known."""

    start_ms: int
    end_ms: int
    text: str = field(repr=False)


def is_installed() -> bool:
    """Whether the optional library is there; it is not loaded."""
    return importlib.util.find_spec("faster_whisper") is not None


def find_model(folder: Path) -> ModelFolder:
    """Check that a folder holds a model in the form of CTranslate2.

    Raises
    ------
    SpeechError
        Naming every file that is missing.
    """
    if not folder.is_dir():
        raise _speech_error("The folder of the speech model is not there.", "Choose the folder.")
    missing = [name for name in _NEEDED if not _is_filled(folder / name)]
    if not any(_is_filled(path) for path in folder.glob(_VOCABULARY)):
        missing.append("vocabulary.json or vocabulary.txt")
    if missing:
        raise SpeechError(
            [
                Problem(
                    what=f"The folder has no {name}, or it is empty.",
                    fix="Copy all files of the model into one folder." if number == 0 else "",
                )
                for number, name in enumerate(missing)
            ]
        )
    return ModelFolder(path=folder.resolve())


def transcribe(
    recording: Sound,
    model: ModelFolder,
    *,
    language: str | None,
    on_progress: Callable[[float], None],
    cancelled: Callable[[], bool],
) -> tuple[SpokenLine, ...]:
    """Turn a recording's speech into lines with times; nothing leaves this computer.

    Parameters
    ----------
    language
        Code such as ``en``; None: the model recognises it.
    on_progress
        Is told the share of the recording that is done, 0 to 1, in this thread.
    cancelled
        Is asked again and again whether to stop.

    Raises
    ------
    SpeechError
        If the library is missing, or the model is unfit or cannot do the language.
    RecordingError
        If the recording cannot be used.
    concurrent.futures.CancelledError
        If ``cancelled`` said so; the process is gone by then.
    """
    if not is_installed():
        raise _speech_error(
            "Speech recognition is not installed.",
            "Install practicecoder with the extra named speech.",
        )
    sound = sound_of(recording)
    sniff(sound)
    job = {
        "recording": values_of_sound(sound),
        "model": str(model.path),
        "language": language,
    }
    lines: list[SpokenLine] = []
    step, length_ms = "library", 0
    with _SpeechProcess(job) as process:
        for answer in process.answers(cancelled):
            if "step" in answer:
                step = str(answer["step"])
                length_ms = _ms(answer.get("seconds", length_ms / 1000))
                continue
            line = _line(answer, length_ms)
            on_progress(min(line.end_ms / length_ms, 1.0) if length_ms else 0.0)
            if line.text:
                lines.append(line)
    if step != "done":
        raise _failure(step, sound.path.name)
    on_progress(1.0)
    return tuple(lines)


def _is_filled(path: Path) -> bool:
    return path.is_file() and path.stat().st_size > 0


def _speech_error(what: str, fix: str) -> SpeechError:
    return SpeechError([Problem(what=what, fix=fix)])


def _failure(step: str, file: str) -> PracticeCoderError:
    """What it means that the process ended during a step."""
    match step:
        case "library":
            return _speech_error(
                "Speech recognition cannot be started.",
                "Install practicecoder with the extra named speech again.",
            )
        case "model":
            return _speech_error(
                "The speech model cannot be loaded: its files are damaged, do not belong "
                "together, or were made for another version.",
                "Copy the model into the folder again. It must be a Whisper model converted for "
                "CTranslate2.",
            )
        case "language":
            return _speech_error(
                "The speech model does not know this language.",
                "Leave the language open, or choose a model for several languages.",
            )
        case "encryption":
            what, fix = ALTERED
            return RecordingError([Problem(what=what, fix=fix, file=file)])
        case "recording":
            what = "the recording cannot be decoded."
            fix = "Save it as WAV with a sound program and choose that file."
            return RecordingError([Problem(what=what, fix=fix, file=file)])
        case _:
            return _speech_error(
                "Turning speech into text stopped before the end. Nothing was kept of it.",
                "Close other programs to free memory, or choose a smaller model, and try again.",
            )


def _line(answer: Answer, length_ms: int) -> SpokenLine:
    """Line within the recording: models now and then give times beyond its end."""
    start_ms = min(_ms(answer["start"]), length_ms)
    end_ms = max(min(_ms(answer["end"]), length_ms), start_ms)
    return SpokenLine(start_ms=start_ms, end_ms=end_ms, text=" ".join(str(answer["text"]).split()))


def _ms(seconds: object) -> int:
    assert isinstance(seconds, int | float)
    return max(round(seconds * 1000), 0)


class _SpeechProcess:
    """A child process that is certain to be gone when its block is left."""

    def __init__(self, job: Mapping[str, object]) -> None:
        root = str(Path(practicecoder.__file__).parent.parent)
        paths = [root, os.environ.get("PYTHONPATH", "")]
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-m", "practicecoder.audio.speech_worker"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={
                **os.environ,
                **_OFFLINE,
                "PYTHONPATH": os.pathsep.join(path for path in paths if path),
            },
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        assert self._process.stdin is not None
        tell_job(self._process.stdin, json.dumps(job))
        self._heard: queue.Queue[Answer | None] = queue.Queue()
        self._ear = threading.Thread(target=self._listen, daemon=True)

    def __enter__(self) -> _SpeechProcess:
        self._ear.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._process.kill()
        self._process.wait()
        self._ear.join()
        if self._process.stdout is not None:
            self._process.stdout.close()

    def answers(self, cancelled: Callable[[], bool]) -> Iterator[Answer]:
        """Yield what the child says until it ends; one step may take minutes."""
        while True:
            if cancelled():
                raise CancelledError
            try:
                answer = self._heard.get(timeout=_POLL_S)
            except queue.Empty:
                continue
            if answer is None:
                return
            yield answer

    def _listen(self) -> None:
        assert self._process.stdout is not None
        while line := self._process.stdout.readline(_MOST_LINE_BYTES):
            try:
                self._heard.put(json.loads(line))
            except ValueError:
                break  # cut off in the middle: the child is gone
        self._heard.put(None)
