"""Sound at full length: time to peaks and intake, memory, frames of the waveform, loops.

``python -m benches.audio_bench [--minutes 90]`` makes its own sound files in a temporary folder
and prints one line for each measurement.
"""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import time
import wave
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_LOGGING_RULES", "qt.multimedia*=false")

import av
import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QEventLoop, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from practicecoder.audio.intake import take_in
from practicecoder.audio.peaks import Peaks
from practicecoder.audio.peaks_making import peaks_of
from practicecoder.domain.spans import TimeSpan
from practicecoder.ui.player import Player, make_player
from practicecoder.ui.widgets.waveform_view import WaveformView

RATE = 44_100
MINUTE = 60 * RATE
FRAMES = 200
WIDTHS = (1_600, 220)
LOOP = TimeSpan(2_000, 2_300)
LOOP_TURNS = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Sound:
    """One sound file to measure with."""

    name: str
    path: Path


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--minutes", type=int, default=90, help="length of the made sound")
    minutes = parser.parse_args().minutes
    app = QApplication(sys.argv[:1])
    with tempfile.TemporaryDirectory(prefix="audio-bench-") as folder:
        peaks = None
        for sound in made_sounds(Path(folder), minutes):
            peaks = measure_peaks(sound)
            measure_intake(sound, Path(folder))
        if peaks is not None:
            measure_frames(app, peaks)
        measure_loop(Path(folder))
    return 0


def made_sounds(folder: Path, minutes: int) -> Iterator[Sound]:
    """Speech-like noise: bursts of syllables, with pauses."""
    one_minute = syllables(1)
    yield Sound(name="mono mp3", path=write_mp3(folder / "mono.mp3", one_minute, minutes))
    yield Sound(name="mono wav", path=write_wave(folder / "mono.wav", one_minute, minutes))
    both = syllables(2)
    yield Sound(name="stereo mp3", path=write_mp3(folder / "stereo.mp3", both, minutes))


def syllables(channels: int) -> NDArray[np.int16]:
    """One minute of shape (samples, channels)."""
    chance = np.random.default_rng(90)
    steps = MINUTE // 4_410
    talks = np.repeat(chance.random(steps // 20 + 1) < 0.7, 20)[:steps]
    loudness = np.interp(np.arange(MINUTE) / 4_410, np.arange(steps), chance.random(steps) * talks)
    voice = np.sin(2 * np.pi * 140 * np.arange(MINUTE) / RATE) + chance.normal(0, 0.3, MINUTE)
    one = (voice * loudness * 9_000).astype(np.int16)
    return np.stack([one // (channel + 1) for channel in range(channels)], axis=1)


def write_wave(path: Path, minute: NDArray[np.int16], minutes: int) -> Path:
    """Write the minute again and again."""
    with wave.open(str(path), "wb") as file:
        file.setnchannels(minute.shape[1])
        file.setsampwidth(2)
        file.setframerate(RATE)
        for _ in range(minutes):
            file.writeframesraw(minute.astype("<i2").tobytes())
    return path


def write_mp3(path: Path, minute: NDArray[np.int16], minutes: int) -> Path:
    """Encode the minute once; frames of mp3 can simply follow each other."""
    layout = "mono" if minute.shape[1] == 1 else "stereo"
    options = {"write_xing": "0", "id3v2_version": "0"}
    once = path.with_name("minute.mp3")
    with av.open(str(once), "w", format="mp3", options=options) as container:
        stream = container.add_stream("libmp3lame", rate=RATE, layout=layout)
        assert isinstance(stream, av.AudioStream)
        stream.bit_rate = 64_000 * minute.shape[1]
        frame = av.AudioFrame.from_ndarray(
            np.ascontiguousarray(minute).reshape(1, -1), format="s16", layout=layout
        )
        frame.sample_rate, frame.pts = RATE, 0
        container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    with path.open("wb") as file:
        for _ in range(minutes):
            file.write(once.read_bytes())
    once.unlink()
    return path


def measure_peaks(sound: Sound) -> Peaks:
    """Time to the first and to all peaks, and what it takes of memory."""
    first_after: list[float] = []
    before = resident_mb()
    began = time.perf_counter()

    def note(_: Peaks) -> None:
        if not first_after:
            first_after.append(time.perf_counter() - began)

    peaks = peaks_of(sound.path, on_partial=note)
    took = time.perf_counter() - began
    show(
        f"peaks of {sound.name}",
        f"first {first_after[0]:.2f} s, all {took:.2f} s, "
        f"window +{resident_mb() - before:.0f} MB, decoder at most {decoder_mb(sound):.0f} MB",
    )
    return peaks


def measure_intake(sound: Sound, folder: Path) -> None:
    """Time to check, copy, measure and reduce."""
    began = time.perf_counter()
    intake = take_in(sound.path, folder)
    took = time.perf_counter() - began
    size_mb = intake.recording.size_bytes / 1e6
    show(
        f"intake of {sound.name}",
        f"{took:.2f} s, {size_mb:.0f} MB stored as {intake.recording.codec}",
    )
    intake.file.unlink()


def measure_frames(app: QApplication, peaks: Peaks) -> None:
    """Time to paint the waveform anew at several zooms, and to move the playhead over it."""
    view = WaveformView()
    view.resize(*WIDTHS)
    view.set_duration(peaks.duration_ms)
    view.set_peaks(peaks)
    view.show()
    app.processEvents()
    while True:
        shown_s = view.view.duration_ms / 1000
        scrolled = timed(lambda: painted(view))
        show(f"frame, {shown_s:7.0f} s in view, painted anew", scrolled)
        if shown_s <= 2:
            break
        for _ in range(8):
            wheel(view, QPoint(0, 120))
    view.show_all()
    head = iter(range(0, peaks.duration_ms, max(1, peaks.duration_ms // (FRAMES + 2))))
    show("frame, playhead alone", timed(lambda: moved(view, next(head))))


def painted(view: WaveformView) -> None:
    """Have the picture painted anew."""
    QApplication.sendEvent(view, QEvent(QEvent.Type.FontChange))
    view.grab()


def moved(view: WaveformView, position_ms: int) -> None:
    """Move the playhead over the picture."""
    view.set_position(position_ms)
    view.grab()


def timed(act: Callable[[], object]) -> str:
    """Median and 95th percentile of an act."""
    times = []
    for _ in range(FRAMES):
        began = time.perf_counter()
        act()
        times.append((time.perf_counter() - began) * 1000)
    return f"p50 {np.percentile(times, 50):.2f} ms, p95 {np.percentile(times, 95):.2f} ms"


def wheel(view: WaveformView, angle: QPoint) -> None:
    """Turn the wheel in the middle of the view."""
    at = QPointF(view.width() / 2, 60)
    nothing, no_keys = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    phase = Qt.ScrollPhase.NoScrollPhase
    where = view.mapToGlobal(at)
    event = QWheelEvent(at, where, QPoint(), angle, nothing, no_keys, phase, False)
    QApplication.sendEvent(view, event)


def measure_loop(folder: Path) -> None:
    """How far beyond its end a loop is played."""
    player = make_player()
    if not player.is_available:
        show("loop", "no media library on this computer")
        return
    ends: list[int] = []
    player.listened.connect(lambda span, _speed: ends.append(span.end_ms))
    player.load(write_wave(folder / "loop.wav", syllables(1), 1))
    player.set_loop(LOOP)
    player.play()
    wait_until(player, lambda: len(ends) >= LOOP_TURNS)
    player.pause()
    over = [end - LOOP.end_ms for end in ends[:LOOP_TURNS]]
    show(
        f"loop, overshoot in {len(over)} turns",
        f"median {np.median(over):.0f} ms, most {max(over)} ms",
    )
    player.clear()


def wait_until(player: Player, is_done: Callable[[], bool]) -> None:
    """Let the player go on until something is the case, a minute at most."""
    loop = QEventLoop()

    def look(_position_ms: int) -> None:
        if is_done():
            loop.quit()

    player.position_changed.connect(look)
    QTimer.singleShot(60_000, loop.quit)
    loop.exec()


def resident_mb() -> float:
    """Memory of this process that is in use now."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * resource.getpagesize() / 1e6


def decoder_mb(sound: Sound) -> float:
    """Most memory of the decoding process; asked of a small parent, whose own is counted too."""
    script = (
        "import resource, sys\n"
        "from pathlib import Path\n"
        "from practicecoder.audio.probe import inspect\n"
        "inspect(Path(sys.argv[1]))\n"
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)\n"
    )
    command = [sys.executable, "-c", script, str(sound.path)]
    return int(subprocess.run(command, capture_output=True, check=True).stdout) / 1000


def show(what: str, figures: str) -> None:
    """Print one line."""
    sys.stdout.write(f"{what:45} {figures}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
