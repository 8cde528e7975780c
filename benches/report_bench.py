"""Prints how long two hundred worker reports of two pages take, on all processors.

    uv run benches/report_bench.py [reports]

The reports are of made-up data: third visits whose words differ, so that nothing is found in a
cache that a real study would not fill.
"""

from __future__ import annotations

import os
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from datetime import date

from benches.printing import say
from practicecoder.domain.coding import Polarity, ScoreBasis
from practicecoder.domain.spans import TimeSpan
from practicecoder.reports.data import (
    Agreement,
    LikelyRange,
    Moment,
    OwnRating,
    Plan,
    Provenance,
    RatedDimension,
    RatingGroup,
    ReportedScore,
    ReportScale,
    Strength,
    Timeline,
    ToBuild,
    WorkerReportData,
)
from practicecoder.reports.worker import worker_report
from practicecoder.reports.worker_word import worker_document

REPORTS = 200
MADE_ON = date(2026, 11, 20)
SCALE = ReportScale(minimum=1, maximum=5, anchor=3)
LABELS = (
    "Collaboration",
    "Autonomy",
    "Empathy",
    "Evocation",
    "Purposefulness",
    "Clarity about concerns",
    "Child focus",
)
LEVEL = (
    "Regularly invites the family's ideas on agenda, problem and plan and acts on them, so that "
    "the visit goes differently because of them; few chances are missed."
)


def made_up(number: int) -> WorkerReportData:
    """A report of invented data; ``number`` makes its words its own."""
    length_ms = 50 * 60_000
    moments = tuple(
        Moment(
            at_ms=60_000 * (3 * place + 1) + number,
            polarity=(Polarity.STRENGTH, Polarity.TO_BUILD)[place % 2],
            quote=f"What matters most to you about this, number {number}, before I begin?",
            note="You asked for her own view before you gave yours.",
        )
        for place in range(len(LABELS))
    )
    dimensions = tuple(
        RatedDimension(
            label=label,
            scale=SCALE,
            value=2 + (number + place) % 3,
            words="mixed",
            level_text=LEVEL,
            earlier=(2, 3),
            moments=moments[place : place + 1],
        )
        for place, label in enumerate(LABELS)
    )
    score = ReportedScore(
        label="Care and engagement",
        scale=SCALE,
        value=2.7,
        uncertainty=LikelyRange(low=2.2, high=3.1, sem=0.35, change80=0.63, n_double_coded=24),
        words="mixed",
        earlier=(2.0, 2.3),
    )
    groups = (
        RatingGroup(score=score, dimensions=dimensions[:4]),
        RatingGroup(score=replace(score, label="Good authority"), dimensions=dimensions[4:]),
    )
    return WorkerReportData(
        worker=f"W-{number:03d}",
        session_date=date(2026, 10, 6),
        ordinal=3,
        basis=ScoreBasis.SINGLE,
        groups=groups,
        strengths=(Strength(behaviour="You asked first", moments=moments[:1]),) * 2,
        to_build=(ToBuild(behaviour="Stay with feeling", moments=moments[1:3]),),
        timeline=Timeline(duration_ms=length_ms, coded=TimeSpan(0, length_ms)),
        agreement=tuple(
            Agreement(dimension=label, exact=0.6, within_one=0.95, n=24) for label in LABELS
        ),
        own_ratings=tuple(OwnRating(dimension=label, own=3, coder=3) for label in LABELS),
        plan=Plan(last_goal="Open with the family's agenda"),
        provenance=Provenance(
            study="Made-up study",
            session_code=f"S-{number:05d}",
            codebook_id="swim7",
            codebook_version="1.0.0",
            codebook_is_draft=False,
            n_coders=1,
            app_version="0",
        ),
        made_up=True,
    )


def pages(number: int) -> int:
    """Pages of one report in PDF."""
    return worker_report(made_up(number), made_on=MADE_ON).n_pages


def word(number: int) -> int:
    """Bytes of one report for Word."""
    return len(worker_document(made_up(number), made_on=MADE_ON))


def main() -> None:
    """Time the reports one after another and on all processors."""
    n = int(sys.argv[1]) if len(sys.argv) > 1 else REPORTS
    pages(0)
    start = time.perf_counter()
    taken = [pages(number) for number in range(min(n, 20))]
    one = (time.perf_counter() - start) / len(taken)
    say(f"one after another: {one:.3f} s a report, {sum(taken) / len(taken):.1f} pages each")
    processors = os.cpu_count() or 1
    for name, work in (("PDF", pages), ("Word", word)):
        start = time.perf_counter()
        with ProcessPoolExecutor(processors) as pool:
            done = len(list(pool.map(work, range(n), chunksize=8)))
        seconds = time.perf_counter() - start
        say(f"{done} reports as {name} on {processors} processors: {seconds:.1f} s")


if __name__ == "__main__":
    main()
