"""Pictures of the reports for the documentation, from made-up data.

Writes ``docs/images/worker-report-1.png`` and so on, one for each page, and the same for
``reliability-report``, which is made from the made-up ratings of 28 sessions that the tests use.
Needs poppler's ``pdftoppm``. Run it with

    uv run scripts/report_images.py
"""

from __future__ import annotations

import subprocess
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image

from practicecoder.domain.ids import SessionId
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
    with TemporaryDirectory() as folder:
        _draw(_report(Path(folder)), "worker-report")
        _draw(_reliability_report(Path(folder)), "reliability-report")


def _draw(report: Path, name: str) -> None:
    for number, page in enumerate(_pages(report), start=1):
        target = IMAGES / f"{name}-{number}.png"
        _shrink(page, target)
        print(f"{target.name}: {target.stat().st_size} bytes")


def _report(folder: Path) -> Path:
    services = open_study(make_demonstration(folder / "study"))
    try:
        return services.supervision.write_worker_report(SESSION, folder, made_on=MADE_ON)
    finally:
        services.close()


def _reliability_report(folder: Path) -> Path:
    data = report_of_ratings(RATINGS, None, made_on=MADE_ON)
    target = folder / "reliability.pdf"
    named = replace(data, study="Seven dimensions of practice", made_up=True)
    write_report(named, ReportFiles(pdf=target))
    return target


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
