from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from practicecoder.ui.widgets.shortcut_sheet import KeyLine, ShortcutSheet, key_lines, printed

FURTHER = (KeyLine(group="In a made-up place", text="Wave <both> hands", keys="W"),)


def button(sheet: ShortcutSheet, words: str) -> QPushButton | None:
    return next((b for b in sheet.findChildren(QPushButton) if b.text() == words), None)


@pytest.fixture
def changes() -> list[bool]:
    return []


@pytest.fixture
def sheet(qtbot: QtBot, changes: list[bool]) -> ShortcutSheet:
    made = ShortcutSheet(further=FURTHER, on_change=lambda: changes.append(True))
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_what_is_typed_narrows_the_sheet_by_words_and_by_keys(
    sheet: ShortcutSheet, qtbot: QtBot
) -> None:
    qtbot.keyClicks(sheet.filter, "ctrl+l")

    shown = [line.text for line in sheet.table.rows_model().shown_rows]

    assert shown == ["Loop"]


def test_the_lines_shown_are_copied(sheet: ShortcutSheet, qtbot: QtBot) -> None:
    qtbot.keyClicks(sheet.filter, "both")

    sheet.copy_all()

    assert QGuiApplication.clipboard().text() == (
        "Where\tWhat it does\tKeys\nIn a made-up place\tWave <both> hands\tW\n"
    )


def test_changing_keys_closes_the_sheet_as_it_would_be_stale(
    sheet: ShortcutSheet, changes: list[bool]
) -> None:
    change = button(sheet, "Change keys…")
    assert change is not None

    change.click()

    assert changes == [True]
    assert not sheet.isVisible()


def test_without_a_way_to_change_keys_none_is_offered(qtbot: QtBot) -> None:
    made = ShortcutSheet()
    qtbot.addWidget(made)

    assert button(made, "Change keys…") is None


def test_the_printed_sheet_holds_every_line_by_group(tmp_path: Path, qtbot: QtBot) -> None:
    document = printed("Shortcuts", key_lines(FURTHER))
    text = document.toPlainText()
    file = tmp_path / "keys.pdf"
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(file))

    document.print_(printer)

    assert all(line.text in text and line.keys in text for line in key_lines(FURTHER))
    assert text.index("Listening") < text.index("In a made-up place")
    assert file.read_bytes().startswith(b"%PDF")
