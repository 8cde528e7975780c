from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
HEAVY = (
    "pingouin",
    "pandas",
    "scipy",
    "statsmodels",
    "matplotlib",
    "reportlab",
    "av",
    "alembic",
    "cryptography",
    "sqlcipher3",
    "keyring",
)

SCRIPT = """
import json, sys
from pathlib import Path
from PySide6.QtCore import QSettings, QTimer
from practicecoder.app import make_application
from practicecoder.ui.main_window import MainWindow
from practicecoder.ui.settings import ColourScheme, Looks, Settings
from practicecoder.ui.theme import apply_looks

study, settings_file = Path(sys.argv[1]), sys.argv[2]
application = make_application(["practicecoder"])
settings = Settings(QSettings(settings_file, QSettings.Format.IniFormat))
apply_looks(application, Looks(scheme=ColourScheme.LIGHT))
window = MainWindow(settings)
window.show()
window.open_study(study)

def look():
    if window.study_view is None:
        QTimer.singleShot(10, look)
        return
    title = window.windowTitle()
    window.close()
    roots = sorted({name.partition(".")[0] for name in sys.modules})
    print(json.dumps({"title": title, "modules": roots}))
    application.quit()

QTimer.singleShot(0, look)
application.exec()
"""


def test_opening_a_study_loads_no_heavy_library(laboratory_folder: Path, tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(laboratory_folder), str(tmp_path / "settings.ini")],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )

    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout.splitlines()[-1])
    assert told["title"] == "Northshire – PracticeCoder"
    assert [name for name in HEAVY if name in told["modules"]] == []
