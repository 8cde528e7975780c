"""Where the sound really is after a seek: 200 random places in each format.

``python -m benches.seek_bench [--seeks 200] [--minutes 30]``

The sound is noise in which no place is like another. It is taken in as a recording of a study
would be, and decoded once from its start to its end: that is the time line of the waveform. Then
the window's player goes to random places, half of them while it plays and half of them while it
is paused, and the samples that Qt Multimedia hands on for output (``QAudioBufferOutput``) are
searched for in that sound. The error is where the output begins, less the place that was asked
for: below zero it begins before it. Some decoders begin with a moment of silence or of unlike
sound, because they lack what came before; its length is told as well.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_LOGGING_RULES", "qt.multimedia*=false")

import numpy as np
from numpy.typing import NDArray
from PySide6.QtWidgets import QApplication

from benches.formats import FORMATS, Format, measure_each, samples_of, write_noise
from benches.heard_places import (
    Landing,
    Tap,
    landing_at,
    let_go,
    player_if_any,
    random_places,
    wait,
)
from practicecoder.audio.intake import Intake, take_in
from practicecoder.ui.player import Player, PlayerState

AIM_MS = 50


def main() -> int:
    """Measure and print, each format in a process of its own."""
    return measure_each(
        "benches.seek_bench", __doc__ or "", FORMATS, measure, seeks=200, minutes=30
    )


def measure(form: Format, seeks: int, minutes: int) -> int:
    """Measure one format and print a line; 1 if there is nothing to play with."""
    app = QApplication(sys.argv[:1])
    player = player_if_any()
    if player is None:
        return 1
    with tempfile.TemporaryDirectory(prefix="seek-bench-") as folder:
        source = write_noise(form, Path(folder) / form.file_name, minutes)
        work = Path(folder) / "work"
        work.mkdir()
        intake = take_in(source, work)
        reference = samples_of(intake.file, form.rate)
        say(form.name, landings_of(player, intake, reference, form.rate, seeks))
    app.processEvents()
    return 0


def landings_of(
    player: Player, intake: Intake, reference: NDArray[np.int16], rate: int, seeks: int
) -> list[Landing | None]:
    """One landing for each seek; None where the sound was not near the place in time."""
    tap = Tap(player, rate)
    player.load(intake.file)
    wait(lambda: player.state is PlayerState.PAUSED)
    landings = [
        landing_at(player, tap, reference, target_ms, plays=number % 2 == 0)
        for number, target_ms in enumerate(random_places(seeks, intake.recording.duration_ms))
    ]
    let_go(player, tap)
    return landings


def say(name: str, landings: list[Landing | None]) -> None:
    """Print the distribution of one format."""
    found = [landing for landing in landings if landing is not None]
    lost = len(landings) - len(found)
    if not found:
        sys.stdout.write(f"{name:14} no sound found near any place\n")
        return
    errors = np.array([landing.error_ms for landing in found])
    unlike = np.array([landing.unlike_ms for landing in found])
    size = np.abs(errors)
    holds = lost == 0 and size.max() <= AIM_MS
    sys.stdout.write(
        f"{name:14} {len(landings)} seeks: median {np.median(errors):+.1f} ms, size p95 "
        f"{np.percentile(size, 95):.1f}, most {size.max():.1f} "
        f"({errors.min():+.1f} to {errors.max():+.1f}), {np.mean(errors < -0.5):.0%} early, "
        f"{np.mean(errors > 0.5):.0%} late, {lost} lost; begins with {np.median(unlike):.0f} ms "
        f"of unlike sound (most {unlike.max():.0f}); within {AIM_MS} ms: "
        f"{'yes' if holds else 'NO'}\n"
    )
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
