"""The windows of imports are heard and gone through as they are read once they show something."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from practicecoder.services.context import StudyServices
from practicecoder.ui.focus import FocusFrames
from practicecoder.ui.importing.codings_dialog import CodingsImportDialog
from practicecoder.ui.importing.dialog import TableImportDialog
from practicecoder.ui.start.archive import ArchiveDialog
from tests.builders import LEAD
from tests.ui.walking import faults, out_of_order, tab_stops, unreached, unseen_focus

SAMPLES = Path(__file__).parents[2] / "golden" / "formats"
WIDE, NARROW = (1240, 700), (900, 700)
"""Sizes in pixels with room for two parts beside each other, and without."""


@pytest.fixture
def frames(qapp: QApplication) -> Iterator[FocusFrames]:
    """The frame around what has the focus, as in the program."""
    frames = FocusFrames(qapp)
    yield frames
    qapp.focusChanged.disconnect(frames._follow)
    frames.deleteLater()


def codings(services: StudyServices, parent: QWidget) -> CodingsImportDialog:
    dialog = CodingsImportDialog(services, LEAD, parent)
    dialog.read((SAMPLES / "praat.TextGrid", SAMPLES / "elan.eaf"))
    return dialog


def archive(_services: StudyServices, parent: QWidget) -> ArchiveDialog:
    dialog = ArchiveDialog(parent)
    dialog.read((SAMPLES,))
    return dialog


def table(services: StudyServices, parent: QWidget) -> TableImportDialog:
    dialog = TableImportDialog(services, LEAD, parent)
    dialog.read_file(SAMPLES / "lab_wide_spss.csv")
    return dialog


FEWEST = 5
"""More than the stops of a window that shows nothing."""
MAKERS: tuple[Callable[[StudyServices, QWidget], QDialog], ...] = (codings, archive, table)


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
@pytest.mark.parametrize("make", MAKERS, ids=lambda make: make.__name__)
def test_an_import_that_asks_is_heard_and_gone_through_as_it_is_read(
    make: Callable[[StudyServices, QWidget], CodingsImportDialog],
    size: tuple[int, int],
    laboratory: StudyServices,
    frames: FocusFrames,
    qtbot: QtBot,
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = make(laboratory, parent)
    dialog.resize(*size)
    with qtbot.waitExposed(dialog):
        dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(lambda: dialog.preview is not None and bool(dialog.preview.problems))
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)

    stops = tab_stops(dialog)
    assert len(stops) > FEWEST

    assert faults(dialog) == []
    assert unreached(dialog, stops) == []
    assert out_of_order(dialog, stops) == []
    assert unseen_focus(stops) == []
    parent.close()
