from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QWidget
from pytestqt.qtbot import QtBot

from practicecoder.ui.theme import apply_light
from practicecoder.ui.widgets.asking import AskingDialog, ReasonField, SeedField
from practicecoder.ui.widgets.labels import label
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


def test_a_dialog_is_as_high_as_its_words_and_grows_with_them(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    dialog = AskingDialog("A question", "Made-up words.", "Do it", window)
    further = label("A made-up sentence that needs several lines. " * 6, dialog, wrapped=True)
    further.hide()
    dialog.form.addRow("Seed", SeedField(dialog))
    dialog.form.addRow(further)
    with qtbot.waitExposed(dialog):
        dialog.open()
    layout = dialog.layout()
    assert layout is not None
    before = dialog.height()
    assert before == layout.totalHeightForWidth(dialog.width())

    further.show()
    dialog.make_room()
    qtbot.waitUntil(lambda: further.height() >= further.heightForWidth(further.width()))
    assert dialog.height() > before
    dialog.reject()
