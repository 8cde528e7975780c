"""One stretch of a recording, decoded in a process of its own."""

from __future__ import annotations

from practicecoder.audio.decoding import DecodingProcess, broken
from practicecoder.audio.facts import IsCancelled
from practicecoder.audio.messages import ExcerptJob, ExcerptRead
from practicecoder.audio.probe import sniff
from practicecoder.audio.sources import Sound, sound_of
from practicecoder.domain.spans import TimeSpan


def decode_excerpt(
    source: Sound, span: TimeSpan, *, most_rate: int, cancelled: IsCancelled | None = None
) -> ExcerptRead:
    """Decode one stretch, mixed to one channel, in a process of its own.

    Parameters
    ----------
    span
        What lies beyond the end of the recording is left out of the answer.
    most_rate
        Highest sample rate of the answer, in Hz.

    Raises
    ------
    RecordingError
        If the file cannot be decoded there.
    concurrent.futures.CancelledError
        If ``cancelled`` said so.
    """
    job = ExcerptJob(
        source=sound_of(source),
        kind=sniff(source),
        start_ms=span.start_ms,
        end_ms=span.end_ms,
        most_rate=most_rate,
    )
    with DecodingProcess(job) as process:
        for message in process.answers(None, cancelled):
            if isinstance(message, ExcerptRead):
                return message
    raise broken(source)
