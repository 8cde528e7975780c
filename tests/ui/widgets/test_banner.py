from __future__ import annotations

from functools import partial

import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from practicecoder.ui.widgets.banner import LastingBanner

WORDS = (
    "The last change was not saved: the disk is full. Everything saved before is safe. Make room "
    "or check the disk, then try again."
)


WINDOWS: list[QWidget] = []
"""Kept: a window that Python forgets is deleted with what is in it."""


def shown(qtbot: QtBot, width: int, *, times_the_text: float = 1.0) -> LastingBanner:
    window = QWidget()
    WINDOWS[:] = [*WINDOWS[-1:], window]
    font = window.font()
    font.setPointSizeF(font.pointSizeF() * times_the_text)
    window.setFont(font)
    column = QVBoxLayout(window)
    banner = LastingBanner("Changes are not saved", window)
    for words in ("Try again", "Where is room?", "Restore a backup…"):
        banner.add_button(words, lambda: None)
    banner.tell(WORDS, "Last saved 14:02:07")
    column.addWidget(banner)
    column.addStretch(1)
    window.resize(width, 300)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    qtbot.waitUntil(lambda: all(one.width() > 20 for one in banner.findChildren(QPushButton)))
    return banner


def is_whole(label: QLabel) -> bool:
    return label.height() >= label.heightForWidth(label.width()) > 0


@pytest.mark.parametrize(("width", "times"), [(1300, 1.0), (640, 1.0), (900, 2.0)])
def test_no_word_is_cut_at_any_width(qtbot: QtBot, width: int, times: float) -> None:
    banner = shown(qtbot, width, times_the_text=times)

    for label in (one for one in banner.findChildren(QLabel) if one.text()):
        qtbot.waitUntil(partial(is_whole, label))


def test_buttons_stand_beside_the_words_where_there_is_room_and_below_elsewhere(
    qtbot: QtBot,
) -> None:
    def heights(banner: LastingBanner) -> tuple[int, int]:
        words = next(one for one in banner.findChildren(QLabel) if one.text() == WORDS)
        button = banner.findChildren(QPushButton)[0]
        top = button.mapTo(banner, button.rect().topLeft()).y()
        return top, words.mapTo(banner, words.rect().bottomLeft()).y()

    wide_top, wide_bottom = heights(shown(qtbot, 1300))
    narrow_top, narrow_bottom = heights(shown(qtbot, 640, times_the_text=2.0))

    assert wide_top < wide_bottom
    assert narrow_top > narrow_bottom
