"""Time until agreement is on the reliability page: opened, and after its scope was changed.

``python -m benches.reliability_page_bench [--sessions 30] [--coders 3] [--holes 0.1] [--runs 20]``

From the event that asks (the page is shown, or a scope is chosen) until the table of items was
painted with the new numbers, in a window of 1366 x 768. The first opening of a process loads the
libraries that compute; it is measured in processes of its own. Times are of the clock and, in
brackets, of the processor; set OPENBLAS_NUM_THREADS=1 on a busy machine. ``--profile`` prints
where the time of changed scopes goes.
"""

from __future__ import annotations

import argparse
import cProfile
import os
import pstats
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
from PySide6.QtCore import QEvent, QEventLoop, QObject, QTimer
from PySide6.QtWidgets import QApplication

from benches.printing import say
from practicecoder.domain.ids import CoderId
from practicecoder.domain.people import Coder, Role
from practicecoder.services.agreement_scope import AgreementScope
from practicecoder.services.context import StudyServices
from practicecoder.services.studies import open_study
from practicecoder.ui.reliability.page import ReliabilityPage
from practicecoder.ui.tables import RowTable
from practicecoder.ui.theme import apply_light
from tests.builders import (
    ANALYST,
    NOW,
    a_session,
    a_study,
    add_coding,
    add_people,
    add_sessions,
    ratings_of,
)

BUDGET_MS = 200.0
PATIENCE_MS = 60_000
WIDTH, HEIGHT = 1_366, 768
PERSON = Coder(coder_id=ANALYST, roles=frozenset({Role.ANALYST}))


@dataclass(frozen=True, slots=True, kw_only=True)
class Lap:
    """Time between the event that asks and the painted table, in milliseconds."""

    clock_ms: float
    processor_ms: float


class NewTable(QObject):
    """Waits until a table was painted after its rows were exchanged."""

    def __init__(self, table: RowTable) -> None:
        super().__init__(table)
        self._has_new_rows = False
        self._loop = QEventLoop(self)
        table.rows_model().modelReset.connect(self._note)
        table.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Look and let pass."""
        if event.type() is QEvent.Type.Paint and self._has_new_rows:
            QTimer.singleShot(0, self._loop.quit)  # once this event is over
        return super().eventFilter(watched, event)

    def wait(self) -> None:
        """Let the window go on until then."""
        QTimer.singleShot(PATIENCE_MS, self._loop, lambda: self._loop.exit(1))
        assert self._loop.exec() == 0, "nothing was painted"

    def _note(self) -> None:
        self._has_new_rows = True


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--sessions", type=int, default=30)
    parser.add_argument("--coders", type=int, default=3)
    parser.add_argument("--holes", type=float, default=0.0, help="share of codings left out")
    parser.add_argument("--runs", type=int, default=20, help="how often each is measured")
    parser.add_argument("--cold", type=int, default=5, help="processes for the first opening")
    parser.add_argument("--profile", action="store_true")
    parser.add_argument("--open", type=Path, help=argparse.SUPPRESS)
    wanted = parser.parse_args()
    if wanted.open is not None:
        return open_once(wanted.open)
    with tempfile.TemporaryDirectory(prefix="reliability-bench-") as folder:
        study = Path(folder) / "study"
        study.mkdir()
        made_study(study, wanted.sessions, wanted.coders, wanted.holes)
        show("first opening of a process", [opened_elsewhere(study) for _ in range(wanted.cold)])
        app = QApplication(sys.argv[:1])
        apply_light(app)
        with closing(open_study(study)) as services:
            show("page opened", [opened(services) for _ in range(wanted.runs)])
            if wanted.profile:
                profiled(lambda: scope_changes(services, wanted.runs))
            else:
                show("scope changed", scope_changes(services, wanted.runs))
    return 0


def made_study(folder: Path, sessions: int, coders: int, holes: float) -> None:
    """Sessions that every coder rated, each submitted on a day of its own."""
    moments = [NOW]
    services = a_study(folder, now=lambda: moments[-1])
    chance = np.random.default_rng(1)
    people = [CoderId(f"C{place}") for place in range(1, coders + 1)]
    add_people(
        services,
        *(Coder(coder_id=coder, roles=frozenset({Role.CODER})) for coder in people),
        PERSON,
    )
    made = [a_session(number) for number in range(1, sessions + 1)]
    add_sessions(services, *made)
    codebook = services.codebook
    for number, session in enumerate(made):
        moments.append(NOW - timedelta(days=number))
        quality = chance.normal(3, 1, len(codebook.dimension_ids))
        for coder in people:
            values = np.clip(np.rint(quality + chance.normal(0, 0.7, quality.size)), 1, 5)
            if chance.random() >= holes:
                ratings = ratings_of(codebook, [int(v) for v in values])
                add_coding(services, session.session_id, coder, ratings)
    services.close()


def opened(services: StudyServices) -> Lap:
    """Make and show a page, as the window does when it is first gone to."""
    began, busy = time.perf_counter(), time.process_time()
    page = ReliabilityPage(services)
    page.resize(WIDTH, HEIGHT)
    page.show_person(PERSON)
    made_ms, made_busy_ms = (
        (time.perf_counter() - began) * 1000,
        (time.process_time() - busy) * 1000,
    )
    lap = timed(page, page.show)
    rest(page)
    page.close()
    page.deleteLater()
    return Lap(clock_ms=made_ms + lap.clock_ms, processor_ms=made_busy_ms + lap.processor_ms)


def scope_changes(services: StudyServices, runs: int) -> list[Lap]:
    """Choose other days again and again, as the bar above the table does."""
    page = ReliabilityPage(services)
    page.resize(WIDTH, HEIGHT)
    page.show_person(PERSON)
    page.show()
    rest(page)
    first = NOW.date() - timedelta(days=365)
    laps = []
    for number in range(runs):
        scope = AgreementScope(first_day=first + timedelta(days=number))
        laps.append(timed(page, lambda: page.scope_bar.scope_chosen.emit(scope)))  # noqa: B023 - called at once
        rest(page)
    page.close()
    return laps


def timed(page: ReliabilityPage, ask: Callable[[], object]) -> Lap:
    """Ask, and wait until the table was painted with the answer."""
    seen = NewTable(page.table)
    began, busy = time.perf_counter(), time.process_time()
    ask()
    seen.wait()
    return Lap(
        clock_ms=(time.perf_counter() - began) * 1000,
        processor_ms=(time.process_time() - busy) * 1000,
    )


def rest(page: ReliabilityPage) -> None:
    """Let everything come to rest that is still on its way."""
    loop, look = QEventLoop(), QTimer()
    look.timeout.connect(
        lambda: loop.quit() if page.agreement is not None and not page.is_computing else None
    )
    look.start(20)
    loop.exec()


def open_once(study: Path) -> int:
    """Open the page in this process, and print how long it took."""
    app = QApplication(sys.argv[:1])
    apply_light(app)
    with closing(open_study(study)) as services:
        lap = opened(services)
    say(f"{lap.clock_ms} {lap.processor_ms}")
    return 0


def opened_elsewhere(study: Path) -> Lap:
    """Open the page in a process that has computed nothing yet."""
    command = [sys.executable, "-m", "benches.reliability_page_bench", "--open", str(study)]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
    clock_ms, processor_ms = done.stdout.splitlines()[-1].split()
    return Lap(clock_ms=float(clock_ms), processor_ms=float(processor_ms))


def profiled(work: Callable[[], object]) -> None:
    """Print what took most of the window's thread."""
    profile = cProfile.Profile()
    profile.enable()
    work()
    profile.disable()
    pstats.Stats(profile, stream=sys.stdout).sort_stats("cumulative").print_stats(70)


def show(what: str, laps: Sequence[Lap]) -> None:
    """Print the median and the 95th percentile."""
    clock = np.percentile([lap.clock_ms for lap in laps], [50, 95])
    processor = np.percentile([lap.processor_ms for lap in laps], [50, 95])
    over = "" if clock[1] <= BUDGET_MS else f"  over the budget of {BUDGET_MS:g} ms"
    say(
        f"{what:28} p50 {clock[0]:6.0f} ms ({processor[0]:.0f}), "
        f"p95 {clock[1]:6.0f} ms ({processor[1]:.0f}), {len(laps)} runs{over}"
    )


if __name__ == "__main__":
    sys.exit(main())
