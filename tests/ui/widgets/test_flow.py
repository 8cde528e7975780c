from __future__ import annotations

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from practicecoder.ui.widgets.flow import Flow


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


def test_a_widget_that_qt_deleted_leaves_the_flow(qtbot: QtBot) -> None:
    words = shown(qtbot, 1200)
    gone, after = words.labels[3], words.labels[4]
    before = after.x()
    delete(gone)
    qtbot.waitUntil(lambda: after.x() < before)
    assert words.flow.sizeHint().isValid()


def test_a_widget_given_to_another_parent_leaves_the_flow(qtbot: QtBot) -> None:
    words = shown(qtbot, 1200)
    before = words.labels[4].x()
    words.labels[3].setParent(words)
    qtbot.waitUntil(lambda: words.labels[4].x() < before)


def test_the_children_are_in_reading_order(qtbot: QtBot) -> None:
    words = shown(qtbot, 1200)
    first = QLabel("first made", words.flow)
    second = QLabel("second made", words.flow)
    words.flow.add(second, first)
    children = [child for child in words.flow.children() if isinstance(child, QLabel)]
    assert children[-2:] == [second, first]


def test_a_widget_that_was_hidden_stays_hidden(qtbot: QtBot) -> None:
    words = shown(qtbot, 1200)
    hidden = QLabel("hidden", words)
    hidden.hide()
    words.flow.add(hidden)
    assert not hidden.isVisible()
