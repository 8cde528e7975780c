"""Make the pictures of docs/images from the running program, on a made-up study.

``python scripts/screenshots.py [STUDY] [--out docs/images]`` shows the window without a screen,
goes through its pages in light and dark colours, at twice the scale and with twice the text, and
saves each as a PNG. Without STUDY a demonstration study is made in a temporary folder.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parents[1]
SIZE = (1366, 768)
LOOKS: dict[str, dict[str, str]] = {
    "light": {},
    "dark": {},
    "scale-200": {"QT_SCALE_FACTOR": "2"},
    "text-200": {},
}
LONGEST_WAIT_MS, POLL_MS, SETTLE_MS = 60_000, 20, 700


def main() -> int:
    """Make the study if need be, then one process for each look."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("study", nargs="?", type=Path)
    parser.add_argument("--out", type=Path, default=ROOT / "docs" / "images")
    parser.add_argument("--look", choices=LOOKS, help="make the pictures of one look only")
    given = parser.parse_args()
    if given.look and given.study:
        return take_pictures(given.study, given.out, given.look)
    with tempfile.TemporaryDirectory() as folder:
        study = given.study or made_study(Path(folder) / "study")
        for look in LOOKS if given.look is None else (given.look,):
            environment = {"QT_QPA_PLATFORM": "offscreen", **os.environ, **LOOKS[look]}
            environment["QT_LOGGING_RULES"] = "*=false"
            command = [sys.executable, __file__, str(study), "--out", str(given.out)]
            subprocess.run([*command, "--look", look], env=environment, check=True)
    return 0


def made_study(folder: Path) -> Path:
    """Demonstration study in a folder."""
    from practicecoder.services.demonstration import make_demonstration

    return make_demonstration(folder)


def take_pictures(study: Path, out: Path, look: str) -> int:
    """Go through the pages in one look and save each."""
    from PySide6.QtCore import QSettings

    from practicecoder.app import make_application
    from practicecoder.domain.ids import CoderId
    from practicecoder.services.demonstration import NEWCOMER
    from practicecoder.services.studies import FIRST_LEAD
    from practicecoder.ui.actions import ActionId
    from practicecoder.ui.main_window import MainWindow
    from practicecoder.ui.settings import ColourScheme, Settings
    from practicecoder.ui.theme import apply_theme

    application = make_application(["practicecoder"])
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(
            QSettings(str(Path(folder) / "settings.ini"), QSettings.Format.IniFormat)
        )
        settings.colour_scheme = ColourScheme.DARK if look == "dark" else ColourScheme.LIGHT
        settings.text_scale = 2.0 if look == "text-200" else 1.0
        apply_theme(application, settings.colour_scheme, settings.text_scale)
        window = MainWindow(settings)
        window.resize(*SIZE)
        window.show()
        window.activateWindow()
        window.start_page.focus_first()

        def save(name: str, ready: Callable[[], bool] = lambda: True) -> None:
            wait_for(ready)
            live(SETTLE_MS)
            window.grab().save(str(out / f"{name}-{look}.png"))
            sys.stdout.write(f"{name}-{look}.png\n")

        save("start-first")
        window.open_study(study)
        wait_for(lambda: window.study_view is not None)
        view = window.study_view
        assert view is not None
        view.choose_person(NEWCOMER)
        save("sessions-coder")
        window.action(ActionId.PAGE_CODING).trigger()
        save("coding", lambda: view.coding_page.coding is not None)
        view.choose_person(CoderId(FIRST_LEAD))
        save("sessions-lead")
        for action_id, name in (
            (ActionId.PAGE_RELIABILITY, "reliability"),
            (ActionId.PAGE_ANALYSIS, "analysis"),
        ):
            window.action(action_id).trigger()
            save(name, lambda: not view.page.is_computing)
        window.action(ActionId.PAGE_START).trigger()
        save("start")
        window.close()
    return 0


def wait_for(ready: Callable[[], bool]) -> None:
    """Let the window live until something is so."""
    for _ in range(LONGEST_WAIT_MS // POLL_MS):
        if ready():
            return
        live(POLL_MS)
    raise TimeoutError("the window did not get ready")


def live(milliseconds: int) -> None:
    """Let the window and its background work go on (QTest.qWait would hold the latter up)."""
    from PySide6.QtCore import QEventLoop, QTimer

    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


if __name__ == "__main__":
    sys.exit(main())
