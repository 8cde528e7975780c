from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from practicecoder.ui.widgets.time_edit import TimeEdit, parse_clock


@pytest.mark.parametrize(
    ("text", "ms"),
    [
        ("14:05", 845_000),
        (" 14:05.3 ", 845_300),
        ("0:00", 0),
        ("1:02:05", 3_725_000),
        ("90", 90_000),
        ("2,5", 2_500),
        ("0:00.250", 250),
        ("14:75", None),
        ("1:75:00", None),
        ("14:", None),
        ("-1", None),
        ("", None),
        ("later", None),
    ],
)
def test_times_are_read_as_people_write_them(text: str, ms: int | None) -> None:
    assert parse_clock(text) == ms


class Fields(QWidget):
    """A time field and another one to go to."""

    def __init__(self, *, commit_on_leave: bool = False, empty_words: str | None = None) -> None:
        super().__init__()
        self.time = TimeEdit(self, commit_on_leave=commit_on_leave, empty_words=empty_words)
        self.other = QLineEdit(self)
        layout = QVBoxLayout(self)
        layout.addWidget(self.other)
        layout.addWidget(self.time)
        self.entered: list[object] = []
        self.time.time_entered.connect(self.entered.append)


def shown(qtbot: QtBot, fields: Fields) -> Fields:
    qtbot.addWidget(fields)
    with qtbot.waitExposed(fields):
        fields.show()
    fields.activateWindow()
    fields.time.setFocus()
    qtbot.waitUntil(fields.time.hasFocus)
    return fields


def test_enter_takes_a_time_over(qtbot: QtBot) -> None:
    fields = shown(qtbot, Fields())
    qtbot.keyClicks(fields.time, "14:05")
    qtbot.keyClick(fields.time, Qt.Key.Key_Return)
    assert fields.entered == [845_000]


def test_a_running_recording_does_not_type_over_its_user(qtbot: QtBot) -> None:
    fields = shown(qtbot, Fields())
    qtbot.keyClicks(fields.time, "14:")
    fields.time.set_time(3000)
    assert fields.time.text() == "14:"
    fields.other.setFocus()
    assert fields.time.text() == "00:03.0"
    assert fields.entered == []


def test_leaving_takes_a_time_over_where_it_should(qtbot: QtBot) -> None:
    fields = shown(qtbot, Fields(commit_on_leave=True))
    qtbot.keyClicks(fields.time, "0:07")
    fields.other.setFocus()
    assert fields.entered == [7000]


def test_leaving_without_a_change_is_no_entry(qtbot: QtBot) -> None:
    fields = shown(qtbot, Fields(commit_on_leave=True))
    fields.other.setFocus()
    assert fields.entered == []


def test_what_is_no_time_is_marked_and_not_taken(qtbot: QtBot) -> None:
    fields = shown(qtbot, Fields())
    qtbot.keyClicks(fields.time, "soon")
    qtbot.keyClick(fields.time, Qt.Key.Key_Return)
    assert fields.entered == []
    assert fields.time.property("fault") is True
    qtbot.keyClick(fields.time, Qt.Key.Key_Escape)
    assert fields.time.text() == "00:00.0"
    assert fields.time.property("fault") is False


def test_an_optional_time_can_be_emptied(qtbot: QtBot) -> None:
    fields = shown(qtbot, Fields(empty_words="none"))
    fields.time.reset(5000)
    fields.time.selectAll()
    qtbot.keyClick(fields.time, Qt.Key.Key_Delete)
    qtbot.keyClick(fields.time, Qt.Key.Key_Return)
    assert fields.entered == [None]


def test_arrows_move_by_a_second(qtbot: QtBot) -> None:
    fields = shown(qtbot, Fields())
    fields.time.reset(5000)
    qtbot.keyClick(fields.time, Qt.Key.Key_Up)
    qtbot.keyClick(fields.time, Qt.Key.Key_Return)
    assert fields.entered == [6000]


def test_a_signed_field_takes_shifts_to_earlier(qtbot: QtBot) -> None:
    field = TimeEdit(signed=True)
    qtbot.addWidget(field)
    field.show()
    entered: list[object] = []
    field.time_entered.connect(entered.append)
    field.reset(500)
    qtbot.keyClick(field, Qt.Key.Key_Down)
    assert (field.text(), field.typed_ms) == ("-00:00.5", -500)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    field.setText("- ")
    assert field.typed_ms is None
    field.setText("−1:02.25")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert entered == [-500, -62_250]


def test_a_field_for_moments_takes_no_sign(qtbot: QtBot) -> None:
    field = TimeEdit()
    qtbot.addWidget(field)
    field.setText("-0:05")
    assert field.typed_ms is None
