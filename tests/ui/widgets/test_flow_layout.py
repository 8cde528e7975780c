from __future__ import annotations

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from practicecoder.ui.widgets.flow_layout import Flow


class Words(QWidget):
    """Ten labels in a flow, in a column that is as wide as it is made."""

    def __init__(self) -> None:
        super().__init__()
        self.flow = Flow(self, spacing=8)
        self.labels = [QLabel(f"word {number}", self.flow) for number in range(10)]
        self.flow.add(*self.labels)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.flow)
        layout.addStretch(1)


def lines(words: Words) -> list[int]:
    """How many labels stand in each line, from the top."""
    tops = [label.y() for label in words.labels]
    return [tops.count(top) for top in sorted(set(tops))]


def shown(qtbot: QtBot, width: int) -> Words:
    words = Words()
    qtbot.addWidget(words)
    words.resize(width, 400)
    with qtbot.waitExposed(words):
        words.show()
    return words


def test_a_wide_flow_is_one_line(qtbot: QtBot) -> None:
    words = shown(qtbot, 1200)
    qtbot.waitUntil(lambda: lines(words) == [10])
    assert words.flow.height() == words.labels[0].height()


def test_a_narrow_flow_takes_the_height_of_its_lines(qtbot: QtBot) -> None:
    words = shown(qtbot, 150)
    qtbot.waitUntil(lambda: len(lines(words)) > 3)
    assert sum(lines(words)) == 10
    last = words.labels[-1]
    assert words.flow.height() == last.y() + last.height()


def test_nothing_is_cut_off_or_overlaps(qtbot: QtBot) -> None:
    words = shown(qtbot, 150)
    qtbot.waitUntil(lambda: len(lines(words)) > 3)
    boxes = [label.geometry() for label in words.labels]
    assert all(words.flow.rect().contains(box) for box in boxes)
    assert not any(a.intersects(b) for i, a in enumerate(boxes) for b in boxes[:i])


def test_hidden_widgets_take_no_room(qtbot: QtBot) -> None:
    words = shown(qtbot, 1200)
    before = words.labels[2].x()
    words.labels[1].hide()
    qtbot.waitUntil(lambda: words.labels[2].x() < before)


def test_an_emptied_flow_has_no_height(qtbot: QtBot) -> None:
    words = shown(qtbot, 150)
    words.flow.empty()
    qtbot.waitUntil(lambda: words.flow.height() == 0)
