from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QWidget
from pytestqt.qtbot import QtBot

from practicecoder.ui.theme import apply_light
from practicecoder.ui.widgets.asking import AskingDialog, ReasonField, SeedField
from tests.ui.finding import the


@pytest.fixture
def large_text(qapp: QApplication) -> Iterator[None]:
    apply_light(qapp, 2.0)
    yield
    apply_light(qapp)


@pytest.mark.usefixtures("large_text")
def test_fields_stand_clear_of_each_other_at_large_text(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    sentence = "A made-up sentence that is long enough to need several lines. " * 3
    dialog = AskingDialog("A question that was made up", sentence, "Do it", window)
    reason, seed = ReasonField("for example", dialog), SeedField(dialog)
    dialog.form.addRow("Reason", reason)
    dialog.form.addRow("Seed", seed)
    with qtbot.waitExposed(dialog):
        dialog.open()
    qtbot.waitUntil(lambda: reason.geometry().bottom() < seed.geometry().top())
    buttons = the(QDialogButtonBox, dialog)
    assert seed.geometry().bottom() < buttons.geometry().top()
    dialog.reject()
