from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDateEdit,
    QDialog,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

import practicecoder.ui
from practicecoder.ui.colours import DARK, LIGHT
from practicecoder.ui.theme import apply_dark, apply_light
from practicecoder.ui.widgets.spin_boxes import DecimalBox, WholeNumberBox

LOOKS = pytest.mark.parametrize("apply", [apply_light, apply_dark])


def popup_edit() -> QDateEdit:
    edit = QDateEdit()
    edit.setCalendarPopup(True)
    return edit


def text_left(field: QWidget) -> int:
    """Where the first character of a field begins, from its left edge."""
    edit = field if isinstance(field, QLineEdit) else field.findChild(QLineEdit)
    assert isinstance(edit, QLineEdit)
    edit.home(False)
    caret = edit.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle)
    return int(edit.mapTo(field, caret.center()).x()) if edit is not field else caret.center().x()


@LOOKS
@pytest.mark.parametrize("make", [WholeNumberBox, DecimalBox, popup_edit])
def test_figures_begin_where_words_of_a_line_edit_do(
    qtbot: QtBot,
    qapp: QApplication,
    make: Callable[[], QWidget],
    apply: Callable[[QApplication], None],
) -> None:
    apply(qapp)
    window = QDialog()
    qtbot.addWidget(window)
    words, figures = QLineEdit("120"), make()
    layout = QVBoxLayout(window)
    layout.addWidget(words)
    layout.addWidget(figures)
    window.show()

    assert abs(text_left(figures) - text_left(words)) <= 1


def test_a_wide_number_is_whole_beside_the_arrows(qtbot: QtBot) -> None:
    box = WholeNumberBox()
    qtbot.addWidget(box)
    box.setRange(0, 2_000)
    box.setSuffix(" sessions")
    box.setValue(2_000)
    box.show()
    edit = box.findChild(QLineEdit)
    assert edit is not None
    margins = edit.textMargins()

    room = edit.width() - margins.left() - margins.right()

    assert room >= edit.fontMetrics().horizontalAdvance(box.text())


@LOOKS
def test_a_box_that_cannot_be_used_looks_so(
    qtbot: QtBot, qapp: QApplication, apply: Callable[[QApplication], None]
) -> None:
    apply(qapp)
    box = WholeNumberBox()
    qtbot.addWidget(box)
    box.setEnabled(False)
    box.show()
    shades = DARK if apply is apply_dark else LIGHT

    assert box.grab().toImage().pixelColor(40, 6) == QColor(shades.window)


def test_keys_step_and_type_as_in_any_box(qtbot: QtBot) -> None:
    box = WholeNumberBox()
    qtbot.addWidget(box)
    box.show()
    box.setFocus()

    QTest.keyClick(box, Qt.Key.Key_Up)
    assert box.value() == 1
    box.selectAll()
    QTest.keyClicks(box, "42")
    assert box.value() == 42


def test_every_number_field_of_the_window_is_of_this_kind() -> None:
    folder = Path(practicecoder.ui.__file__).parent
    plain = re.compile(r"\bQ(Double)?SpinBox\b")

    using = {file.name for file in folder.rglob("*.py") if plain.search(file.read_text("utf-8"))}

    assert using == {"spin_boxes.py"}
