"""Speech or none, frame by frame; for the decoding process."""

from __future__ import annotations

import webrtcvad

from practicecoder.audio.measuring import Speaker, refuse_endless, refuse_soundless
from practicecoder.audio.messages import SpeechHeard, SpeechJob
from practicecoder.audio.sound_reader import Form, SoundReader
from practicecoder.audio.sources import size_of

FRAME_MS = 30
"""Length of a frame; the detector takes 10, 20 or 30 ms, and the longest errs least."""

RATE = 16_000
STRICTNESS = 2
"""How sure the detector has to be, 0 to 3.

Our choice: under 2 a steady noise counts as speech from end to end, with 3 a tenth of the
demonstration's speech is lost.
"""

_FRAME_BYTES = RATE * FRAME_MS // 1000 * 2


def hear_speech(job: SpeechJob, speaker: Speaker) -> SpeechHeard:
    """Judge a whole file; the sound after the last whole frame is taken for silence.

    Raises
    ------
    RefusedError
        If there is no sound in it, or more than a day of work.
    """
    size, read_bytes = max(1, size_of(job.source)), 0

    def note(position: int) -> None:
        nonlocal read_bytes
        read_bytes = position

    detector = webrtcvad.Vad(STRICTNESS)
    flags, rest, samples = bytearray(), b"", 0
    form = Form(rate=RATE, most_channels=1)
    with SoundReader(job.source, job.kind, form=form, on_position=note) as reader:
        for block in reader.blocks():
            samples += block.shape[1]
            refuse_endless(samples, RATE)
            waiting = rest + block[0].astype("<i2", copy=False).tobytes()
            end = len(waiting) - len(waiting) % _FRAME_BYTES
            for at in range(0, end, _FRAME_BYTES):
                flags.append(detector.is_speech(waiting[at : at + _FRAME_BYTES], RATE))
            rest = waiting[end:]
            speaker.tell_if_due(read_bytes / size)
    refuse_soundless(samples)
    duration_ms = round(samples * 1000 / RATE)
    return SpeechHeard(duration_ms=duration_ms, frame_ms=FRAME_MS, flags=bytes(flags))
