"""One stretch of a recording as samples; for the decoding process."""

from __future__ import annotations

import numpy as np

from practicecoder.audio.measuring import refuse_soundless
from practicecoder.audio.messages import ExcerptJob, ExcerptRead
from practicecoder.audio.sound_reader import Form, SoundReader


def read_excerpt(job: ExcerptJob) -> ExcerptRead:
    """Decode from a little before the stretch to its end, and cut it out to the sample.

    Where the recording ends earlier, so does the answer.

    Raises
    ------
    RefusedError
        If there is no sound in the file at that place.
    """
    parts, have, need = [], 0, 1
    form = Form(most_rate=job.most_rate, most_channels=1)
    with SoundReader(job.source, job.kind, form=form) as reader:
        reader.seek(job.start_ms)
        for block in reader.blocks():
            parts.append(block[0])
            have += block.shape[1]
            need = round((job.end_ms - reader.begins_ms) * reader.sample_rate / 1000)
            if have >= need:
                break
        refuse_soundless(have)
        lead = round((job.start_ms - reader.begins_ms) * reader.sample_rate / 1000)
        sound = np.concatenate(parts)[:need]
        sound = sound[lead:] if lead >= 0 else np.pad(sound, (-lead, 0))
        return ExcerptRead(
            sample_rate=reader.sample_rate, samples=sound.astype("<i2", copy=False).tobytes()
        )
