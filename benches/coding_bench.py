"""The coding page under a full load: from a key press to what is committed and painted.

``python -m benches.coding_bench [--things 3000] [--presses 60] [--encrypted]``

It makes a real study in a temporary folder, with a session that has 3,000 pieces of evidence and
3,000 code marks, opens the coding page on it and presses real keys. A press ends when the act is
committed (if the key makes one) and everything it changed is painted. Then it paints the waveform
of three hours anew at several zooms. Median and 99th percentile of each key, 95th of each frame.
"""

from __future__ import annotations

import argparse
import os
import random
import sys
import tempfile
import time
import wave
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_LOGGING_RULES", "qt.multimedia*=false")

import numpy as np
from PySide6.QtCore import QEvent, QEventLoop, QObject, QSettings, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from practicecoder.audio.intake import take_in
from practicecoder.audio.peaks import Peaks
from practicecoder.codebook import library
from practicecoder.codebook.model import Codebook
from practicecoder.domain.coding import CodeMark, Coding, CountingMode, Evidence, Polarity
from practicecoder.domain.ids import BlindCode, CoderId, CodingId, SessionId, new_id
from practicecoder.domain.people import Coder
from practicecoder.domain.sessions import PracticeSession, Purpose
from practicecoder.domain.spans import TimeSpan
from practicecoder.services.context import StudyServices
from practicecoder.services.studies import create_study
from practicecoder.ui.coding.page import CodingPage
from practicecoder.ui.coding.panels import PanelName
from practicecoder.ui.player import PlayerState
from practicecoder.ui.settings import Settings
from practicecoder.ui.theme import apply_light
from practicecoder.ui.widgets.waveform_view import WaveformView

LEAD, CODER = CoderId("L1"), CoderId("A")
CODE, SESSION = BlindCode("S-BENCH"), SessionId("V-0001")
PASSPHRASE = "made-up passphrase of the bench"
MINUTES = 50
RATE = 8_000
BUDGET_MS, FRAME_BUDGET_MS = 50.0, 2.0
FRAMES = 200
SIZE = (1_366, 768)
THREE_HOURS_MS = 3 * 3_600_000
CONTROL = Qt.KeyboardModifier.ControlModifier
NO_KEYS = Qt.KeyboardModifier.NoModifier


@dataclass(frozen=True, slots=True, kw_only=True)
class Press:
    """A key to measure: how to get ready for it, and whether it makes an act."""

    name: str
    keys: Sequence[str]
    ready: Callable[[], object]
    acts: bool = True
    held: Qt.KeyboardModifier = NO_KEYS


class Paints(QObject):
    """Counts what is painted in a window."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.count = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Count and let pass."""
        if event.type() is QEvent.Type.Paint:
            self.count += 1
        return super().eventFilter(watched, event)


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--things", type=int, default=3_000, help="evidence and marks, of each")
    parser.add_argument("--presses", type=int, default=60, help="how often each key is pressed")
    parser.add_argument("--encrypted", action="store_true", help="in an encrypted study")
    wanted = parser.parse_args()
    app = QApplication(sys.argv[:1])
    apply_light(app)
    with tempfile.TemporaryDirectory(prefix="coding-bench-") as folder:
        passphrase = PASSPHRASE if wanted.encrypted else None
        services = made_study(Path(folder), wanted.things, passphrase)
        try:
            measure_keys(app, services, Path(folder), wanted.presses)
        finally:
            services.close()
    measure_frames(app)
    return 0


# The study


def made_study(folder: Path, things: int, passphrase: str | None) -> StudyServices:
    """One session of made-up sound in A's queue, its coding full of evidence and marks."""
    codebook = library.find("miti-4.2.1")
    services = create_study(
        folder / "study",
        title="Bench",
        codebook=codebook,
        made_up=True,
        passphrase=passphrase,
        now=utc_now,
    )
    store = services.context.store
    key = services.context.new_sound_key()
    sound = take_in(write_talk(folder / "talk.wav"), folder, key=key)
    session = PracticeSession(
        session_id=SESSION,
        blind_code=CODE,
        purpose=Purpose.BOTH,
        recording=sound.recording,
        made_up=True,
    )
    services.context.keep_sound(sound.file, sound.recording)
    with store.transaction() as unit:
        unit.people.add_coder(Coder(coder_id=CODER))
        unit.sessions.add_recording(sound.recording)
        unit.sessions.add(session)
    services.sessions.assign((SESSION,), CODER, actor=LEAD, seed=1)
    full = Coding(
        coding_id=CodingId(new_id()),
        session_id=SESSION,
        coder_id=CODER,
        codebook=codebook.ref,
        evidence=made_evidence(codebook, things),
        marks=made_marks(codebook, things),
        counting=CountingMode.TALLY,
    )
    with store.transaction() as unit:
        unit.codings.add(full)
    return services


def made_evidence(codebook: Codebook, count: int) -> tuple[Evidence, ...]:
    """Pieces all over the recording, a third of them spans."""
    chance = random.Random(1)
    last_ms = MINUTES * 60_000 - 20_000
    made = []
    for start_ms in sorted(chance.randrange(last_ms) for _ in range(count)):
        length_ms = chance.choice((0, 0, chance.randrange(15_000)))
        made.append(
            Evidence(
                evidence_id=new_id(),
                span=TimeSpan(start_ms, start_ms + length_ms),
                dimension_ids=(chance.choice(codebook.dimension_ids),),
                polarity=chance.choice(list(Polarity)),
                quote="a made-up sentence of some length",
            )
        )
    return tuple(made)


def made_marks(codebook: Codebook, count: int) -> tuple[CodeMark, ...]:
    """Marks all over the recording."""
    chance = random.Random(2)
    times = sorted(chance.randrange(MINUTES * 60_000) for _ in range(count))
    return tuple(
        CodeMark(
            mark_id=new_id(),
            count_id=chance.choice(codebook.count_ids),
            at_ms=at_ms,
            end_ms=at_ms + 4_000 if chance.random() < 0.1 else None,
        )
        for at_ms in times
    )


def write_talk(path: Path) -> Path:
    """Noise that swells and falls."""
    minute = np.arange(60 * RATE) / RATE
    noise = np.random.default_rng(1).normal(0, 0.2, minute.size)
    loudness = 0.5 + 0.45 * np.sin(minute * 1.7) * np.sin(minute * 0.4)
    samples = (np.clip(noise * loudness, -1, 1) * 32_000).astype("<i2").tobytes()
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        for _ in range(MINUTES):
            file.writeframesraw(samples)
    return path


def utc_now() -> datetime:
    """Time of day."""
    return datetime.now(UTC)


# Keys


def measure_keys(app: QApplication, services: StudyServices, folder: Path, presses: int) -> None:
    """Press keys on the page and print what each takes."""
    store = QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat)
    page = CodingPage(services, Settings(store))
    page.resize(*SIZE)
    page.show()
    page.activateWindow()
    began = time.perf_counter()
    page.open_session(CODE, CODER)
    app.processEvents()
    show("page opened", f"{(time.perf_counter() - began) * 1000:.0f} ms")
    wait_until(lambda: page.listening.player.state is not PlayerState.LOADING)
    wait_until(lambda: page.listening.waveform.message == "")
    page.listening.player.seek(MINUTES * 30_000)
    settle(app)
    counting = count_presses(page, services.codebook)
    for press in (*usual_presses(page), *counting):
        show(f"key {press.name}", measure(app, page, press, presses))
    if not counting:
        show("count keys", "the page has no counting panel")
    page.close_session()
    page.close()


def usual_presses(page: CodingPage) -> tuple[Press, ...]:
    """Rating, evidence and its polarity, undo, and the playhead."""

    def on_card() -> None:
        page.cards.go_to_number(1)

    def on_listening() -> None:
        page.listening.waveform.setFocus()

    return (
        Press(name="3, 4 (rate)", keys=("3", "4"), ready=on_card),
        Press(name="E (evidence)", keys=("E",), ready=on_listening),
        Press(name="S, B (strength, to build)", keys=("S", "B"), ready=on_listening),
        Press(name="Ctrl+Z (undo)", keys=("Z",), ready=on_listening, held=CONTROL),
        Press(name="Left, Right (5 s)", keys=("Left", "Right"), ready=on_listening, acts=False),
    )


def count_presses(page: CodingPage, codebook: Codebook) -> tuple[Press, ...]:
    """Keys of the codebook, where the page has a counting panel."""
    from practicecoder.ui.coding.counting.panel import CountPanel

    panel = page.findChild(CountPanel)
    if panel is None:
        return ()

    def on_pad() -> None:
        page.workbench.go_to(PanelName.COUNTING)
        panel.setFocus()

    keys = tuple(code.key.upper() for code in codebook.counts if len(code.key) == 1)
    return (Press(name=f"{', '.join(keys[:4])} (count)", keys=keys[:4], ready=on_pad),)


def measure(app: QApplication, page: CodingPage, press: Press, presses: int) -> str:
    """Median and 99th percentile of a press, and how many did not do what they should."""
    press.ready()
    settle(app)
    saved: list[object] = []
    page.saved.connect(saved.append)
    paints = Paints(page)
    app.installEventFilter(paints)
    times, busy, idle = [], [], 0
    for number in range(presses):
        before, painted = len(saved), paints.count
        key = Qt.Key(getattr(Qt.Key, f"Key_{press.keys[number % len(press.keys)]}"))
        began, began_busy = time.perf_counter(), time.thread_time()
        QTest.keyClick(QApplication.focusWidget() or page, key, press.held)
        app.processEvents()
        times.append((time.perf_counter() - began) * 1000)
        busy.append((time.thread_time() - began_busy) * 1000)
        idle += (press.acts and len(saved) == before) or paints.count == painted
        settle(app)
    app.removeEventFilter(paints)
    page.saved.disconnect(saved.append)
    worst = float(np.percentile(times, 99))
    told = (
        f"p50 {np.percentile(times, 50):5.1f} ms, p99 {worst:5.1f} ms, "
        f"of the processor p99 {np.percentile(busy, 99):4.1f} ms"
    )
    told += "" if worst < BUDGET_MS else f"  over the budget of {BUDGET_MS:g} ms"
    return told if not idle else f"{told}  {idle} presses did nothing"


def settle(app: QApplication) -> None:
    """Let everything come to rest that a press left for later."""
    for _ in range(3):
        app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)


def wait_until(is_done: Callable[[], bool]) -> None:
    """Let the window go on until something is the case, a minute at most."""
    loop = QEventLoop()
    look = QTimer()
    look.setInterval(20)
    look.timeout.connect(lambda: loop.quit() if is_done() else None)
    look.start()
    QTimer.singleShot(60_000, loop.quit)
    loop.exec()
    look.stop()


# Frames


def measure_frames(app: QApplication) -> None:
    """Paint the waveform of three hours anew at several zooms."""
    view = WaveformView()
    view.resize(1_600, 220)
    view.set_duration(THREE_HOURS_MS)
    view.set_peaks(made_peaks())
    view.show()
    app.processEvents()
    while True:
        show(f"frame, {view.view.duration_ms / 1000:7.1f} s in view, painted anew", frames(view))
        if view.view.duration_ms <= 2_000:
            break
        for _ in range(8):
            view.zoom_in()
        app.processEvents()
    view.close()


def frames(view: WaveformView) -> str:
    """Median and 95th percentile of a frame in which all that stands at a moment has moved."""
    times, busy = [], []
    for number in range(FRAMES):
        if view.view.duration_ms >= THREE_HOURS_MS:
            view.show_all()
        else:
            view.scroll_by(-0.1 if number % 2 else 0.1)
        began, began_busy = time.perf_counter(), time.thread_time()
        view.repaint()
        times.append((time.perf_counter() - began) * 1000)
        busy.append((time.thread_time() - began_busy) * 1000)
    worst = float(np.percentile(times, 95))
    told = (
        f"p50 {np.percentile(times, 50):.2f} ms, p95 {worst:.2f} ms, "
        f"of the processor p95 {np.percentile(busy, 95):.2f} ms"
    )
    return told if worst < FRAME_BUDGET_MS else f"{told}  over the budget of 2 ms"


def made_peaks() -> Peaks:
    """Peaks of talk: phrases of a few seconds, louder and softer syllables, and pauses."""
    chance = np.random.default_rng(3)
    rate = 44_100
    samples = THREE_HOURS_MS * rate // 1000
    bins = -(-samples // 256)
    phrases = np.repeat(chance.random(bins // 500 + 1) < 0.75, 500)[:bins]
    syllables = np.repeat(chance.gamma(2.0, 0.18, bins // 30 + 1), 30)[:bins]
    heights = syllables * phrases * chance.uniform(0.3, 1.0, bins) * 12_000 + 60
    loud = np.clip(heights, 0, 32_000).astype(np.int16)
    return Peaks.of_bins(
        np.stack((-loud, loud))[:, np.newaxis, :], sample_rate=rate, sample_count=samples
    )


def show(what: str, figures: str) -> None:
    """Print one line."""
    sys.stdout.write(f"{what:45} {figures}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
