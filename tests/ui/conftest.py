"""For tests of the window: its looks, settings in a file of their own, a study at work."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from practicecoder.services.context import StudyServices
from practicecoder.services.studies import open_study
from practicecoder.ui.coding import calm
from practicecoder.ui.settings import Settings
from tests.builders import NOW, a_laboratory
from tests.dressing import dress_light


@pytest.fixture(autouse=True)
def themed(qapp: QApplication) -> None:
    """Dress the application as the program does."""
    dress_light(qapp)


@pytest.fixture(autouse=True)
def no_search_for_garbage(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the search that a page makes when nothing is done out of tests that last so long.

    It goes through everything that all tests of this process have left.
    """
    monkeypatch.setattr(calm, "SETTLE_AFTER_MS", 3_600_000)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Settings of a person who starts for the first time."""
    return Settings(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))


@pytest.fixture(scope="session")
def laboratory_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("template") / "study"
    a_laboratory(folder).close()
    return folder


@pytest.fixture
def laboratory_folder(laboratory_template: Path, tmp_path: Path) -> Path:
    """Folder of a small study at work: 12 sessions, a lead L1, coders A, B and C."""
    return Path(shutil.copytree(laboratory_template, tmp_path / "laboratory"))


@pytest.fixture
def laboratory(laboratory_folder: Path) -> Iterator[StudyServices]:
    """Services of that study."""
    services = open_study(laboratory_folder, now=lambda: NOW)
    yield services
    services.close()
