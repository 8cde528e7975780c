"""Playing encrypted recordings beside plain ones: loading, first sound, seeking.

``python -m benches.encrypted_playback_bench [--seeks 40] [--minutes 10]``

Each format is taken in as a recording of a study would be, once as a plain file and once as an
encrypted one. The window's player loads both in turn; the samples that Qt Multimedia hands on for
output are searched for in the sound, as in the bench of seeking. Latency is the time from asking
for a place to the first buffer of its sound.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_LOGGING_RULES", "qt.multimedia*=false")

import numpy as np
from numpy.typing import NDArray
from PySide6.QtWidgets import QApplication

from benches.formats import FORMATS, Format, measure_each, samples_of, write_noise
from benches.heard_places import (
    PATIENCE_MS,
    Tap,
    landing_at,
    let_go,
    player_if_any,
    random_places,
    wait,
)
from practicecoder.audio.intake import take_in
from practicecoder.ui.player import Player, PlayerState
from practicecoder.vault.encrypted_file import encrypt_file
from practicecoder.vault.sound_file import SoundFile

LOADS = 10
NAMES = ("wav", "flac", "mp3 VBR", "m4a")


@dataclass(slots=True)
class Figures:
    """What was measured of one file, in ms; ``lost`` seeks gave no sound of their place."""

    loads: list[float] = field(default_factory=list)
    firsts: list[float] = field(default_factory=list)
    latencies: list[float] = field(default_factory=list)
    errors: list[float] = field(default_factory=list)
    lost: int = 0


def main() -> int:
    """Measure and print, each format in a process of its own."""
    return measure_each(
        "benches.encrypted_playback_bench",
        __doc__ or "",
        [form for name in NAMES for form in FORMATS if form.name == name],
        measure,
        seeks=40,
        minutes=10,
    )


def measure(form: Format, seeks: int, minutes: int) -> int:
    """Measure one format, plain and encrypted; 1 if there is nothing to play with."""
    app = QApplication(sys.argv[:1])
    player = player_if_any()
    if player is None:
        return 1
    with tempfile.TemporaryDirectory(prefix="encrypted-playback-bench-") as folder:
        work = Path(folder) / "work"
        work.mkdir()
        plain = take_in(write_noise(form, Path(folder) / form.file_name, minutes), work).file
        key = os.urandom(32)
        sealed = SoundFile(Path(folder) / "sealed", key)
        encrypt_file(plain.path, sealed.path, key)
        reference = samples_of(plain, form.rate)
        for words, sound in (("plain", plain), ("encrypted", sealed)):
            say(f"{form.name} {words}", figures_of(player, sound, reference, form.rate, seeks))
    app.processEvents()
    return 0


def figures_of(
    player: Player, sound: SoundFile, reference: NDArray[np.int16], rate: int, seeks: int
) -> Figures:
    """Load and seek, as a coder does all day."""
    figures = Figures()
    for _ in range(LOADS):
        player.clear()
        figures.loads.append(timed(lambda: player.load(sound), player))
    tap = Tap(player, rate)
    began = time.perf_counter()
    player.play()
    wait(lambda: bool(tap.pieces), most_ms=PATIENCE_MS)
    figures.firsts.append((time.perf_counter() - began) * 1000)
    for number, target_ms in enumerate(random_places(seeks, player.duration_ms)):
        figures.latencies.append(latency_of(player, tap, target_ms))
        landing = landing_at(player, tap, reference, target_ms, plays=number % 2 == 0)
        if landing is None:
            figures.lost += 1
        else:
            figures.errors.append(landing.error_ms)
    let_go(player, tap)
    return figures


def latency_of(player: Player, tap: Tap, target_ms: int) -> float:
    """From asking for a place while playing to the first buffers of its sound."""
    player.play()
    wait(lambda: False, most_ms=60)
    tap.pieces.clear()
    began = time.perf_counter()
    player.seek(target_ms)
    wait(lambda: len(tap.near(target_ms)) >= 1, most_ms=PATIENCE_MS)
    return (time.perf_counter() - began) * 1000


def timed(load: object, player: Player) -> float:
    """Milliseconds until a recording is ready."""
    assert callable(load)
    began = time.perf_counter()
    load()
    wait(lambda: player.state is PlayerState.PAUSED)
    return (time.perf_counter() - began) * 1000


def say(name: str, figures: Figures) -> None:
    """Print the figures of one file."""
    sizes = np.abs(np.array(figures.errors or [float("nan")]))
    sys.stdout.write(
        f"{name:18} load median {np.median(figures.loads):.0f} ms (most "
        f"{max(figures.loads):.0f}), first sound {np.median(figures.firsts):.0f} ms; "
        f"{len(figures.latencies)} seeks: sound after {np.median(figures.latencies):.0f} ms "
        f"(p95 {np.percentile(figures.latencies, 95):.0f}), place off by median "
        f"{np.median(sizes):.1f} ms (most {sizes.max():.1f}), {figures.lost} lost\n"
    )
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
