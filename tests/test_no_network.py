"""The program opens no connection: all modules are loaded, and the window is opened."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

FORBIDDING = """
import importlib, pkgutil, socket, sys
tried = []
def see(event, arguments):
    # sockets within the computer, as event loops use them, are none to the network
    if event == "socket.__new__" and arguments[1] in (socket.AF_INET, socket.AF_INET6):
        tried.append(event)
    if event in ("socket.connect", "socket.getaddrinfo", "socket.gethostbyname"):
        tried.append(event)
sys.addaudithook(see)
"""
LOADING = """
import practicecoder
skipped = ("practicecoder.storage.migrations.env",)
for found in pkgutil.walk_packages(practicecoder.__path__, "practicecoder."):
    if not found.name.startswith(skipped) and not found.name.endswith("__main__"):
        importlib.import_module(found.name)
"""
OPENING = """
from pathlib import Path
from PySide6.QtTest import QTest
from practicecoder import app
from practicecoder.codebook import library
from practicecoder.services.studies import create_study
from practicecoder.ui.main_window import MainWindow
from practicecoder.ui.settings import Settings
app.log_to_file()
create_study(Path("study"), title="Made up", codebook=library.find("swim7")).close()
application = app.make_application(["practicecoder"])
window = MainWindow(Settings())
window.show()
window.open_study(Path("study").absolute())
for _ in range(3_000):
    if window.study_view is not None:
        break
    QTest.qWait(10)
assert window.study_view is not None
window.close()
"""
TELLING = "\nsys.exit(f'tried: {tried}' if tried else 0)\n"
CONTROL = """
import contextlib
with contextlib.suppress(OSError):
    socket.create_connection(("::1", 9))
"""


def run(script: str, place: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", FORBIDDING + script + TELLING],
        cwd=place,
        env={
            **os.environ,
            "QT_QPA_PLATFORM": "offscreen",
            "HOME": str(place),
            "XDG_CONFIG_HOME": str(place),
            "XDG_STATE_HOME": str(place),
            "PYTHONPATH": str(Path(__file__).parents[1]),
        },
        capture_output=True,
        text=True,
        check=False,
    )


def test_no_module_and_no_window_asks_for_network(tmp_path: Path) -> None:
    done = run(LOADING + OPENING, tmp_path)

    assert done.returncode == 0, done.stderr[-2000:]


def test_an_attempt_would_be_seen(tmp_path: Path) -> None:
    done = run(CONTROL, tmp_path)

    assert "tried: ['socket." in done.stderr
