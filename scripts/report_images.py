"""Pictures of a worker's report for the documentation, from the demonstration study.

Writes ``docs/images/worker-report-1.png`` and ``-2.png``, one for each page. Needs poppler's
``pdftoppm``. Run it with

    uv run scripts/report_images.py
"""

from __future__ import annotations

import subprocess
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image

from practicecoder.domain.ids import SessionId
from practicecoder.services.demonstration import make_demonstration
from practicecoder.services.studies import open_study

IMAGES = Path(__file__).parents[1] / "docs" / "images"
SESSION = SessionId("V05")
"""Second visit of a worker, with one dimension that was not rated: it shows every mark."""
MADE_ON = date(2026, 11, 20)
DOTS_PER_INCH = 110
COLOURS = 128
MOST_BYTES = 200_000


def main() -> None:
    """Write the report into a temporary folder and draw its pages."""
    IMAGES.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as folder:
        report = _report(Path(folder))
        for number, page in enumerate(_pages(report), start=1):
            target = IMAGES / f"worker-report-{number}.png"
            _shrink(page, target)
            print(f"{target.name}: {target.stat().st_size} bytes")


def _report(folder: Path) -> Path:
    services = open_study(make_demonstration(folder / "study"))
    try:
        return services.supervision.write_worker_report(SESSION, folder, made_on=MADE_ON)
    finally:
        services.close()


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
