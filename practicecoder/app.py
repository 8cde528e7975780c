"""Puts the desktop program together: logging, Qt, theme, settings, the window."""

from __future__ import annotations

import logging
import logging.handlers
import sys
from pathlib import Path

from PySide6.QtCore import QLoggingCategory, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from practicecoder import __version__
from practicecoder.ui.errors import install_excepthook
from practicecoder.ui.focus import FocusFrames
from practicecoder.ui.garbage import GarbageCollector
from practicecoder.ui.languages.installing import install_language
from practicecoder.ui.main_window import MainWindow
from practicecoder.ui.settings import Settings
from practicecoder.ui.theme import apply_looks

LOG_NAME = "practicecoder.log"
LOG_BYTES, LOG_FILES = 512_000, 3

log = logging.getLogger(__name__)


def run_app(study: Path | None) -> int:
    """Run the window until it is closed; gives the exit code.

    Parameters
    ----------
    study
        Folder of the study to open; None shows the start page.
    """
    log_to_file()
    application = make_application(sys.argv)
    settings = Settings()
    install_language(application, settings.looks.language)
    apply_looks(application, settings.looks)
    window = MainWindow(settings)
    install_excepthook(lambda: window)
    window.show()
    if study is not None:
        window.open_study(study.absolute())
    else:
        window.start_page.focus_first()
    log.info("started, version %s", __version__)
    return application.exec()


def make_application(arguments: list[str]) -> QApplication:
    """Make the Qt application with its name, scaling and visible focus."""
    QGuiApplication.setHighDpiScaleFactorRoundingPolicy(
        Qt.HighDpiScaleFactorRoundingPolicy.PassThrough
    )
    # Qt Multimedia prints the path of each recording it opens; QT_LOGGING_RULES brings that back.
    QLoggingCategory.setFilterRules("qt.multimedia.*=false")
    application = QApplication(arguments[:1])
    application.setApplicationName("practicecoder")
    application.setApplicationDisplayName("PracticeCoder")
    application.setApplicationVersion(__version__)
    application.setDesktopFileName("practicecoder")
    FocusFrames(application)
    GarbageCollector(application)
    return application


def log_to_file() -> None:
    """Log to a small rotating file of this computer's user: what went wrong, never about whom."""
    from platformdirs import user_log_path

    try:
        folder = user_log_path("practicecoder", appauthor=False, ensure_exists=True)
        handler = logging.handlers.RotatingFileHandler(
            folder / LOG_NAME, maxBytes=LOG_BYTES, backupCount=LOG_FILES, encoding="utf-8"
        )
    except OSError:
        return  # a program that cannot log still works
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    package = logging.getLogger("practicecoder")
    package.addHandler(handler)
    package.setLevel(logging.INFO)
