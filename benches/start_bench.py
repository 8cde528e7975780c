"""Time from the start of the program to a usable window, warm, as a person with a mouse sees it.

``python -m benches.start_bench [STUDY] [--runs 11]`` starts the program again and again, each time
in a process of its own, and prints the median and the range. Without STUDY the start page is what
is waited for; with it, the study's first page. Byte code is compiled first.
"""

from __future__ import annotations

import argparse
import compileall
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import practicecoder

ROOT = Path(practicecoder.__file__).parents[1]

CHILD = """
import sys, time
from pathlib import Path
from PySide6.QtCore import QSettings, QTimer
from practicecoder.app import make_application
from practicecoder.ui.main_window import MainWindow
from practicecoder.ui.settings import ColourScheme, Looks, Settings
from practicecoder.ui.theme import apply_looks

study = Path(sys.argv[2]) if len(sys.argv) > 2 else None
application = make_application(["practicecoder"])
settings = Settings(QSettings(sys.argv[1], QSettings.Format.IniFormat))
apply_looks(application, Looks(scheme=ColourScheme.LIGHT))
window = MainWindow(settings)
window.show()
if study is not None:
    window.open_study(study)

def look():
    if study is not None and window.study_view is None:
        QTimer.singleShot(1, look)
        return
    application.processEvents()
    print(time.clock_gettime(time.CLOCK_REALTIME), flush=True)
    window.close()
    application.quit()

QTimer.singleShot(0, look)
application.exec()
"""


def one_start(study: Path | None, settings_file: Path) -> float:
    """Seconds from starting the process until its window can be used."""
    arguments = [sys.executable, "-c", CHILD, str(settings_file)]
    if study is not None:
        arguments.append(str(study))
    environment = {**os.environ, "QT_LOGGING_RULES": "*=false"}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    started = time.clock_gettime(time.CLOCK_REALTIME)
    done = subprocess.run(
        arguments, cwd=ROOT, env=environment, capture_output=True, text=True, check=True
    )
    return float(done.stdout.splitlines()[-1]) - started


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("study", nargs="?", type=Path)
    parser.add_argument("--runs", type=int, default=11)
    given = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    compileall.compile_dir(str(ROOT / "practicecoder"), quiet=1)
    with tempfile.TemporaryDirectory() as folder:
        settings_file = Path(folder) / "settings.ini"
        one_start(given.study, settings_file)  # warms the disk
        times = [one_start(given.study, settings_file) for _ in range(given.runs)]
    what = "study shown" if given.study is not None else "start page"
    print(  # noqa: T201 - the result of the bench
        f"{what}: median {statistics.median(times):.2f} s, "
        f"{min(times):.2f} to {max(times):.2f} s, {given.runs} starts"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
