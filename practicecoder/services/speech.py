"""Speech of a recording as text, made on this computer: a subtitle file, or lines to import."""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from practicecoder.errors import ExportError

if TYPE_CHECKING:
    from practicecoder.interchange.transcripts.forms import ReadTranscript
    from practicecoder.vault.sound_file import SoundFile

Progress = Callable[[float, str], None]
"""Share done (0 to 1) and what is being done."""


def can_recognise() -> bool:
    """Whether the optional library is installed; it is not loaded."""
    from practicecoder.audio.speech_to_text import is_installed

    return is_installed()


def check_model(folder: Path) -> None:
    """Check that a folder holds a speech model.

    Raises
    ------
    SpeechError
        Naming every file that is missing.
    """
    from practicecoder.audio.speech_to_text import find_model

    find_model(folder)


def recognise(
    recording: SoundFile,
    model_folder: Path,
    *,
    language: str | None,
    on_progress: Callable[[float], None],
    cancelled: Callable[[], bool],
) -> ReadTranscript:
    """Turn speech into lines as a file of the same words would give them, without speakers.

    Raises
    ------
    SpeechError
        If the library is missing, the model is unfit, or nothing was heard.
    RecordingError
        If the recording cannot be used.
    concurrent.futures.CancelledError
        If ``cancelled`` said so.
    """
    from practicecoder.audio.speech_to_text import find_model, transcribe
    from practicecoder.domain.transcripts import TranscriptLine
    from practicecoder.errors import Problem, SpeechError
    from practicecoder.interchange.transcripts.forms import (
        RawLine,
        ReadTranscript,
        TranscriptFormat,
        repeated_text_notice,
    )
    from practicecoder.interchange.transcripts.writing import vtt_text

    spoken = transcribe(
        recording,
        find_model(model_folder),
        language=language,
        on_progress=on_progress,
        cancelled=cancelled,
    )
    if not spoken:
        fix = "Check the language, or choose another model."
        raise SpeechError([Problem(what="No words were recognised in the recording.", fix=fix)])
    lines = tuple(RawLine(start_ms=s.start_ms, end_ms=s.end_ms, text=s.text) for s in spoken)
    text = vtt_text(
        [TranscriptLine(start_ms=s.start_ms, end_ms=s.end_ms, text=s.text) for s in spoken]
    )
    return ReadTranscript(
        format=TranscriptFormat.WHISPER,
        recognised_because="The words were recognised on this computer.",
        encoding="",
        lines=lines,
        speakers=(),
        notices=(
            (
                "Recognised words have errors, and nobody is named as speaker. They help to find "
                "places in the recording and are no evidence."
            ),
            *repeated_text_notice(lines),
        ),
        resolution_ms=1,
        digest=hashlib.sha256(text.encode()).hexdigest(),
    )


def write_speech(
    recording: Path,
    model_folder: Path,
    out: Path,
    *,
    language: str | None = None,
    progress: Progress | None = None,
) -> int:
    """Turn speech into WebVTT; give the number of lines. The file is whole or not there.

    Raises
    ------
    SpeechError
        If the library is missing, or the model is unfit or cannot do the language.
    RecordingError
        If the recording cannot be used.
    ExportError
        If the file cannot be written there.
    """
    from practicecoder.audio.speech_to_text import find_model, transcribe
    from practicecoder.domain.transcripts import TranscriptLine
    from practicecoder.interchange.transcripts.writing import vtt_text

    def report(share: float) -> None:
        if progress is not None:
            progress(share, "turning speech into text")

    refusal = ExportError(f"{out} cannot be written. Choose another place.")
    if (out.exists() and not out.is_file()) or not out.parent.is_dir():
        raise refusal
    model = find_model(model_folder)
    report(0.0)
    spoken = transcribe(
        recording, model, language=language, on_progress=report, cancelled=lambda: False
    )
    text = vtt_text(
        [
            TranscriptLine(start_ms=line.start_ms, end_ms=line.end_ms, text=line.text)
            for line in spoken
        ]
    )
    try:
        with tempfile.TemporaryDirectory(dir=out.parent, prefix=".speech-") as folder:
            made = Path(folder) / "speech.vtt"
            made.write_text(text, encoding="utf-8", newline="\n")
            made.replace(out)
    except OSError as error:
        raise refusal from error
    return len(spoken)
