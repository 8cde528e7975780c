"""Speech of a recording as a subtitle file, made on this computer."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

from practicecoder.errors import ExportError

Progress = Callable[[float, str], None]
"""Share done (0 to 1) and what is being done."""


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
    if out.is_dir() or not out.parent.is_dir():
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
