"""Sound at full length: time to peaks, speech and spectrogram, memory, stalls, frames, loops.

``python -m benches.audio_bench [--minutes 90]`` makes its own sound files in a temporary folder
and prints one line for each measurement.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_LOGGING_RULES", "qt.multimedia*=false")

import numpy as np
from PySide6.QtCore import QEvent, QEventLoop, QObject, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from benches.sounds import Sound, syllables, write_mp3, write_wave
from practicecoder.audio.intake import take_in
from practicecoder.audio.peaks import Peaks
from practicecoder.audio.peaks_making import peaks_of
from practicecoder.audio.spectrogram import TOP_HZ, levels_of, spectrogram
from practicecoder.audio.speech_activity import find_speech
from practicecoder.domain.spans import TimeSpan
from practicecoder.ui.player import Player, PlayerState, make_player
from practicecoder.ui.tasks import TaskControl, run_task
from practicecoder.ui.widgets.waveform_view import WaveformView
from practicecoder.vault.sound_file import SoundFile

FRAMES = 200
WIDTHS = (1_600, 220)
LOOP = TimeSpan(2_000, 2_300)
LOOP_TURNS = 30
PICTURE = (200, 1_600)
PICTURES = 9
DEMONSTRATION = Path(__file__).parents[1] / "demonstration"


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--minutes", type=int, default=90, help="length of the made sound")
    parser.add_argument("--stalls", action="store_true", help="only whether the window stalls")
    given = parser.parse_args()
    minutes = given.minutes
    app = QApplication(sys.argv[:1])
    with tempfile.TemporaryDirectory(prefix="audio-bench-") as folder:
        peaks = None
        for sound in made_sounds(Path(folder), minutes):
            measure_stall(app, sound)
            if given.stalls:
                continue
            peaks = measure_peaks(sound)
            measure_speech(sound)
            measure_spectrogram(sound, minutes)
            measure_intake(sound, Path(folder))
            measure_whole_file_way(sound)
        if peaks is None:
            return 0
        measure_frames(app, peaks)
        measure_three_hours(Path(folder))
        measure_loop(Path(folder))
    measure_speech_share()
    return 0


def made_sounds(folder: Path, minutes: int) -> Iterator[Sound]:
    """Speech-like noise: bursts of syllables, with pauses."""
    one_minute = syllables(1)
    yield Sound(name="mono mp3", path=write_mp3(folder / "mono.mp3", one_minute, minutes))
    yield Sound(name="mono wav", path=write_wave(folder / "mono.wav", one_minute, minutes))
    both = syllables(2)
    yield Sound(name="stereo mp3", path=write_mp3(folder / "stereo.mp3", both, minutes))


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


def measure_stall(app: QApplication, sound: Sound) -> None:
    """Longest time for which the window does nothing else while a waveform is made and shown.

    For comparison the same with nothing to do: what other programs of the computer take away.
    """
    view = WaveformView()
    view.resize(*WIDTHS)
    view.show()
    view.grab()
    app.processEvents()
    loop, owner = QEventLoop(), QObject()

    def draw(peaks: Peaks) -> None:
        view.set_duration(peaks.duration_ms)
        view.set_peaks(peaks)

    def work(control: TaskControl[Peaks]) -> Peaks:
        return peaks_of(sound.path, cancelled=control.is_cancelled, on_partial=control.report)

    def done(peaks: Peaks) -> None:
        draw(peaks)
        loop.quit()

    run_task(owner, work, on_success=done, on_failure=lambda _: loop.quit(), on_progress=draw)
    busy = watched(loop)
    QTimer.singleShot(int(sum(busy)), loop, loop.quit)
    idle = watched(loop)
    show(
        f"window while peaks of {sound.name} are made",
        f"longest stall {max(busy):.0f} ms, p99.9 {np.percentile(busy, 99.9):.0f} ms; "
        f"idle for as long: {max(idle):.0f} and {np.percentile(idle, 99.9):.0f} ms",
    )


def watched(loop: QEventLoop) -> list[float]:
    """Times between two looks of a timer of 1 ms, while an event loop runs."""
    gaps: list[float] = []
    last = time.perf_counter()

    def look() -> None:
        nonlocal last
        here = time.perf_counter()
        gaps.append((here - last) * 1000)
        last = here

    watch = QTimer()
    watch.setTimerType(Qt.TimerType.PreciseTimer)
    watch.timeout.connect(look)
    watch.start(1)
    loop.exec()
    watch.stop()
    return gaps


def measure_speech(sound: Sound) -> None:
    """Time to tell speech from silence."""
    began = time.perf_counter()
    speech = find_speech(sound.path)
    took = time.perf_counter() - began
    share = speech.speech_ms / speech.duration_ms
    show(f"speech of {sound.name}", f"{took:.2f} s, {share:.0%} in {len(speech.spans)} stretches")


def measure_speech_share() -> None:
    """Share of the demonstration's sound that is told as the known timing of its lines has it."""
    timing = json.loads((DEMONSTRATION / "visits" / "timing.json").read_text())
    right = missed = invented = whole = 0
    for visit, known in timing.items():
        speech = find_speech(DEMONSTRATION / "audio" / f"{visit}.ogg")
        at = np.arange(0, known["duration_ms"], 10)
        truth, told = np.zeros(at.size, bool), np.zeros(at.size, bool)
        for start_ms, end_ms in known["lines"].values():
            truth |= (at >= start_ms) & (at < end_ms)
        for span in speech.spans:
            told |= (at >= span.start_ms) & (at < span.end_ms)
        right += int((truth == told).sum())
        missed += int((truth & ~told).sum())
        invented += int((~truth & told).sum())
        whole += at.size
    show(
        "speech of the demonstration",
        f"{right / whole:.1%} right, {missed / whole:.1%} of the time missed (pauses within a "
        f"line count as that), {invented / whole:.1%} invented",
    )


def measure_spectrogram(sound: Sound, minutes: int) -> None:
    """Time to the picture of a minute somewhere in the sound, and of its arithmetic alone."""
    height, width = PICTURE
    times = []
    for number in range(PICTURES):
        start_ms = minutes * 60_000 * number // (PICTURES + 1)
        began = time.perf_counter()
        spectrogram(sound.path, TimeSpan(start_ms, start_ms + 60_000), width=width, height=height)
        times.append(time.perf_counter() - began)
    minute = np.random.default_rng(1).normal(0, 900, 60 * 2 * TOP_HZ).astype(np.int16)
    began = time.perf_counter()
    levels_of(minute, 2 * TOP_HZ, shape=PICTURE)
    alone = time.perf_counter() - began
    show(
        f"spectrogram of 60 s of {sound.name}",
        f"median {np.median(times):.2f} s, most {max(times):.2f} s with starting the decoder; "
        f"arithmetic alone {alone * 1000:.0f} ms",
    )


def measure_whole_file_way(sound: Sound) -> None:
    """The usual way, restated: the whole sound as samples in memory, plotted by matplotlib."""
    command = [sys.executable, "-m", "benches.whole_file_way", str(sound.path)]
    done = subprocess.run(command, capture_output=True, check=True, text=True)
    took = json.loads(done.stdout)
    waited = took["extract"] + took["read"] + took["plot a minute"]
    show(
        f"whole-file way, {sound.name} (our restatement)",
        f"{waited:.2f} s to the first picture ({took['plot a minute']:.2f} s for each later one), "
        f"{took['most MB']:.0f} MB",
    )


def measure_three_hours(folder: Path) -> None:
    """Three hours of stereo: taken in, opened and played near its end."""
    path = write_mp3(folder / "long.mp3", syllables(2), 180)
    sound = Sound(name="3 h stereo mp3", path=path)
    measure_peaks(sound)
    began = time.perf_counter()
    intake = take_in(path, folder)
    took = time.perf_counter() - began
    show(f"intake of {sound.name}", f"{took:.2f} s, {intake.recording.duration_ms} ms long")
    player = make_player()
    if player.is_available:
        began = time.perf_counter()
        player.load(intake.file)
        player.seek(10_700_000)
        player.play()
        wait_until(player, lambda: player.state is PlayerState.PLAYING)
        ready = time.perf_counter() - began
        wait_until(player, lambda: player.position_ms > 10_700_200)
        heard = time.perf_counter() - began
        show(
            "player, 3 h stereo mp3",
            f"ready {ready:.2f} s, 0.2 s of the last minutes heard after {heard:.2f} s",
        )
        player.clear()


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
    intake.file.path.unlink()


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
    """Turn the wheel with Ctrl in the middle of the view."""
    at = QPointF(view.width() / 2, 60)
    nothing, zooms = Qt.MouseButton.NoButton, Qt.KeyboardModifier.ControlModifier
    phase = Qt.ScrollPhase.NoScrollPhase
    where = view.mapToGlobal(at)
    event = QWheelEvent(at, where, QPoint(), angle, nothing, zooms, phase, False)
    QApplication.sendEvent(view, event)


def measure_loop(folder: Path) -> None:
    """How far beyond its end a loop is played."""
    player = make_player()
    if not player.is_available:
        show("loop", "no media library on this computer")
        return
    ends: list[int] = []
    player.listened.connect(lambda span, _speed: ends.append(span.end_ms))
    player.load(SoundFile(write_wave(folder / "loop.wav", syllables(1), 1)))
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
