"""Pictures of the reports for the documentation, from made-up data.

Writes ``docs/images/report-worker-draft-1.png`` and so on, one for each page: the report to a
worker as a draft, released, and in large print, and the one about a team, from the demonstration
study; and ``reliability-report``, from the made-up ratings of 28 sessions that the tests use.
Names of kinds after the command make those alone. Needs poppler's ``pdftoppm``. Run it with

    uv run scripts/report_images.py [report-worker-draft ...]
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image

from practicecoder.domain.ids import SessionId
from practicecoder.reports.data import OwnRating, Plan, ReportStatus, WorkerReportData
from practicecoder.reports.team.report import write_team_report
from practicecoder.reports.worker import write_worker_report
from practicecoder.services.demonstration import make_demonstration
from practicecoder.services.ratings_report import report_of_ratings
from practicecoder.services.reliability_report import ReportFiles, write_report
from practicecoder.services.studies import open_study

IMAGES = Path(__file__).parents[1] / "docs" / "images"
RATINGS = Path(__file__).parents[1] / "tests" / "golden" / "fsh_reliability_long.csv"
SESSION = SessionId("V05")
"""Second visit of a worker, with one dimension that was not rated: it shows every mark."""
MADE_ON = date(2026, 11, 20)
DOTS_PER_INCH = 110
COLOURS = 128
MOST_BYTES = 200_000


def main() -> None:
    """Write the reports into a temporary folder and draw their pages."""
    IMAGES.mkdir(parents=True, exist_ok=True)
    wanted = sys.argv[1:] or list(KINDS)
    with TemporaryDirectory() as folder:
        for kind in wanted:
            _draw(KINDS[kind](Path(folder) / f"{kind}.pdf"), kind)


def _draw(report: Path, name: str) -> None:
    for number, page in enumerate(_pages(report), start=1):
        target = IMAGES / f"{name}-{number}.png"
        _shrink(page, target)
        print(f"{target.name}: {target.stat().st_size} bytes")


def _draft(target: Path) -> Path:
    write_worker_report(_visit(), target, made_on=MADE_ON)
    return target


def _released(target: Path) -> Path:
    write_worker_report(_worded(_visit()), target, made_on=MADE_ON)
    return target


def _large_print(target: Path) -> Path:
    write_worker_report(_worded(_visit()), target, made_on=MADE_ON, large_print=True)
    return target


@cache
def _visit() -> WorkerReportData:
    with TemporaryDirectory() as folder:
        services = open_study(make_demonstration(Path(folder) / "study"))
        try:
            return services.supervision.worker_report_data(SESSION)
        finally:
            services.close()


def _worded(data: WorkerReportData) -> WorkerReportData:
    """The report as it is released, with everything that people put down."""
    own = {"Collaboration": 4, "Autonomy": 3, "Empathy": 3, "Purposefulness": 4, "Child focus": 4}
    (first, *_) = data.to_build
    return replace(
        data,
        status=ReportStatus.RELEASED,
        proposed=False,
        to_build=(
            replace(
                first,
                behaviour="Stay a moment with what the child’s days are like",
                try_this="one question about yesterday, from waking to bedtime",
            ),
        ),
        own_ratings=tuple(
            OwnRating(dimension=d.label, own=own[d.label], coder=d.value)
            for d in data.dimensions
            if d.label in own
        ),
        family_voice="You wrote things down only after asking. I knew what would happen next.",
        plan=Plan(
            last_goal="Say at the door why I am there and who asked",
            last_goal_on=date(2026, 7, 2),
            last_goal_outcome="Done in both visits since; it took less than a minute.",
            goal="Ask about one ordinary day of the child in every visit",
            with_whom="this family and one other",
            help_needed="listen to two minutes together",
            how_we_know="a day is told in the next recording",
            review_on=date(2026, 12, 1),
        ),
    )


def _team(target: Path) -> Path:
    with TemporaryDirectory() as folder:
        services = open_study(make_demonstration(Path(folder) / "study"))
        try:
            data = services.team_report.data(made_on=MADE_ON)
        finally:
            services.close()
    write_team_report(replace(data, status=ReportStatus.RELEASED), target)
    return target


def _reliability_report(target: Path) -> Path:
    data = report_of_ratings(RATINGS, None, made_on=MADE_ON)
    named = replace(data, study="Seven dimensions of practice", made_up=True)
    write_report(named, ReportFiles(pdf=target))
    return target


KINDS: dict[str, Callable[[Path], Path]] = {
    "report-worker-draft": _draft,
    "report-worker-released": _released,
    "report-worker-large": _large_print,
    "report-team": _team,
    "reliability-report": _reliability_report,
}
"""What each kind of picture is drawn from; pictures of other reports join here."""


def _pages(report: Path) -> list[Path]:
    stem = report.with_suffix("")
    subprocess.run(["pdftoppm", "-r", str(DOTS_PER_INCH), "-png", report, stem], check=True)
    return sorted(report.parent.glob(f"{stem.name}-*.png"))


def _shrink(page: Path, target: Path) -> None:
    with Image.open(page) as image:
        few = image.convert("RGB").quantize(
            COLOURS, method=Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE
        )
    few.save(target, optimize=True)
    if target.stat().st_size > MOST_BYTES:
        raise SystemExit(f"{target.name} is larger than {MOST_BYTES} bytes")


if __name__ == "__main__":
    main()
