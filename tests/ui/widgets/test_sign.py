from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from practicecoder.codebook import library
from practicecoder.ui.coding.counting.panel import PadArea
from practicecoder.ui.icons import Icon, Ink
from practicecoder.ui.theme import apply_dark, apply_light
from practicecoder.ui.widgets.level_row import LevelRow
from practicecoder.ui.widgets.sign import SIGN_PX, Sign


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication) -> Iterator[QWidget]:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    yield window
    apply_light(qapp)


def test_a_sign_takes_the_ink_of_other_colours(window: QWidget, qapp: QApplication) -> None:
    sign = Sign(Icon.WARNING, Ink.WARNING, window)
    before = sign.pixmap().toImage()
    apply_dark(qapp)
    assert sign.pixmap().toImage() != before
    apply_light(qapp)
    assert sign.pixmap().toImage() == before


def test_a_sign_grows_with_the_text(window: QWidget, qapp: QApplication) -> None:
    sign = Sign(Icon.WARNING, Ink.WARNING, window)
    apply_light(qapp, 2.0)
    assert sign.pixmap().deviceIndependentSize().width() == 2 * SIGN_PX


def test_the_mark_of_a_level_grows_with_the_text(window: QWidget, qapp: QApplication) -> None:
    level = library.find("swim7").dimensions[0].levels[0]
    row = LevelRow(level, is_anchor=True, parent=window)
    words = row.minimumSizeHint().width()
    apply_light(qapp, 2.0)
    grown = row.minimumSizeHint().width() - words
    assert grown >= row.fontMetrics().horizontalAdvance("+00") / 2 + 16 - 1


def test_rows_of_the_pad_can_be_seen_at_any_text_size(window: QWidget, qapp: QApplication) -> None:
    area = PadArea(window)
    before = area.minimumSizeHint().height()
    apply_light(qapp, 2.0)
    assert area.minimumSizeHint().height() == 2 * before
