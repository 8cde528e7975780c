"""The usual way to a waveform, for comparison: the whole sound in memory, then a plot of it.

BORIS publishes this way (``boris/plot_waveform_rt.py``): the sound is extracted to a WAV file of
16-bit samples at 44.1 kHz, all its frames are read and made an array, and the minute around the
playhead is plotted with matplotlib sample by sample, anew whenever the time has moved on. This is
our own restatement of the steps, with PyAV in the place of the ffmpeg program; it is not BORIS.

``python -m benches.whole_file_way FILE`` prints, as JSON, the seconds of each step and the most
memory in MB.
"""

from __future__ import annotations

import json
import resource
import sys
import tempfile
import time
import wave
from pathlib import Path

import av
import numpy as np
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

RATE = 44_100
SHOWN_S = 60


def extract(source: Path, target: Path) -> None:
    """Decode the whole file to 16-bit samples on disk."""
    with av.open(str(source)) as container, wave.open(str(target), "wb") as file:
        stream = container.streams.audio[0]
        channels = stream.codec_context.channels
        file.setnchannels(channels)
        file.setsampwidth(2)
        file.setframerate(RATE)
        resampler = av.AudioResampler("s16", stream.codec_context.layout, RATE)
        for decoded in container.decode(stream):
            for frame in resampler.resample(decoded):
                file.writeframesraw(frame.to_ndarray().tobytes())


def main() -> int:
    """Do the steps and print what they took."""
    source = Path(sys.argv[1])
    took: dict[str, float] = {}
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "extracted.wav"
        began = time.perf_counter()
        extract(source, target)
        took["extract"] = time.perf_counter() - began
        began = time.perf_counter()
        with wave.open(str(target), "rb") as file:
            frames = file.readframes(-1)
            channels = file.getnchannels()
        sound = np.frombuffer(frames, dtype=np.int16).copy()
        took["read"] = time.perf_counter() - began
    began = time.perf_counter()
    canvas = FigureCanvasAgg(Figure(figsize=(16, 2.2), dpi=100))
    axes = canvas.figure.add_subplot()
    middle = sound.size // 2
    shown = sound[middle : middle + SHOWN_S * RATE * channels]
    axes.plot(np.linspace(0, SHOWN_S, shown.size), shown)
    canvas.draw()  # type: ignore[no-untyped-call]  # matplotlib annotates it not
    took["plot a minute"] = time.perf_counter() - began
    took["most MB"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
    sys.stdout.write(json.dumps(took) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
