"""The process that turns speech into text with a model of this computer, cut off from networks.

It is told its job as JSON on its standard input and answers with one JSON object a line. It says
which step it begins, so that whoever started it knows what failed if it ends without ``done``.
"""

from __future__ import annotations

import json
import os
import sys
from typing import IO

from practicecoder.audio.limits import forbid_core_dumps
from practicecoder.audio.messages import sound_from_values
from practicecoder.errors import EncryptedFileError
from practicecoder.vault.sound_file import SoundFile

_NETWORK_EVENTS = frozenset(
    {"socket.connect", "socket.bind", "socket.sendto", "socket.sendmsg", "socket.getaddrinfo"}
)
_BEAM_SIZE = 5


def main() -> int:
    """Do the job of standard input; the exit code is 0 even where the answer is a refusal."""
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)  # what libraries print is no answer
    cut_off_networks()
    forbid_core_dumps()
    job = json.loads(sys.stdin.buffer.read())
    recording = sound_from_values(job["recording"])
    _transcribe(recording, job["model"], job["language"], answers)
    return 0


def cut_off_networks() -> None:
    """Refuse, for the rest of this process, every way to another computer."""
    sys.addaudithook(_refuse_network)


def _refuse_network(event: str, arguments: tuple[object, ...]) -> None:
    if event in _NETWORK_EVENTS:
        raise PermissionError("speech is turned into text on this computer only")


def _transcribe(
    recording: SoundFile, model_folder: str, language: str | None, answers: IO[str]
) -> None:
    _say(answers, step="library")
    from faster_whisper import (  # type: ignore[import-untyped]  # it ships no types
        WhisperModel,
        decode_audio,
    )

    _say(answers, step="model")
    model = WhisperModel(model_folder, device="cpu", compute_type="int8", local_files_only=True)
    if language is not None and language not in model.supported_languages:
        _say(answers, step="language")
        return
    _say(answers, step="recording")
    try:
        with recording.open() as file:
            sound = decode_audio(file, sampling_rate=model.feature_extractor.sampling_rate)
    except EncryptedFileError:
        _say(answers, step="encryption")
        return
    seconds = len(sound) / model.feature_extractor.sampling_rate
    _say(answers, step="speech", seconds=seconds)
    segments, _ = model.transcribe(
        sound,
        language=language,
        beam_size=_BEAM_SIZE,
        vad_filter=True,  # over silence the models invent words
        condition_on_previous_text=False,  # and over their own words they get stuck
    )
    for segment in segments:
        _say(answers, start=float(segment.start), end=float(segment.end), text=segment.text)
    _say(answers, step="done")


def _say(answers: IO[str], **values: object) -> None:
    answers.write(json.dumps(values) + "\n")
    answers.flush()


if __name__ == "__main__":
    sys.exit(main())
