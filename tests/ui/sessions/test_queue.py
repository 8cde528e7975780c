from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from practicecoder.services.context import StudyServices
from practicecoder.services.sessions import QueueRow, QueueState
from practicecoder.ui.sessions.columns import QUEUE_COLUMNS
from practicecoder.ui.sessions.queue import (
    QueuePanel,
    line_in_words,
    progress_in_words,
    queue_lines,
)
from tests.builders import ANALYST, ANNA, LEAD


@pytest.fixture
def panel(laboratory: StudyServices, qtbot: QtBot) -> QueuePanel:
    panel = QueuePanel(laboratory)
    qtbot.addWidget(panel)
    with qtbot.waitExposed(panel):
        panel.show()
    return panel


def a_row(state: QueueState, number: int = 1) -> QueueRow:
    return QueueRow(
        blind_code=f"S-{number}",  # type: ignore[arg-type]
        state=state,
        duration_ms=3_130_000,
        n_decided=3,
        n_dimensions=7,
    )


def show(panel: QueuePanel, qtbot: QtBot) -> None:
    panel.show_coder(ANNA)
    qtbot.waitUntil(lambda: panel.table.rows_model().rowCount() > 0)


def test_work_to_do_stands_before_work_done() -> None:
    states = [QueueState.SUBMITTED, QueueState.NEW, QueueState.IN_PROGRESS]

    lines = queue_lines(tuple(a_row(state, n) for n, state in enumerate(states)))

    assert [line.place for line in lines] == [3, 2, 1]


def test_progress_is_told_in_words() -> None:
    rows = tuple(a_row(s) for s in (QueueState.SUBMITTED, QueueState.IN_PROGRESS, QueueState.NEW))

    assert progress_in_words(rows) == "1 of 3 submitted, 1 in progress"
    assert progress_in_words(rows[:1]) == "1 of 1 submitted"
    assert progress_in_words(()) == ""


def test_a_session_is_told_in_words() -> None:
    assert line_in_words(a_row(QueueState.NEW)) == "52:10, 7 dimensions"
    assert line_in_words(a_row(QueueState.IN_PROGRESS)) == "52:10, 3 of 7 decided"


def test_the_queue_says_nothing_about_the_sessions(laboratory: StudyServices) -> None:
    lines = queue_lines(laboratory.sessions.queue(ANNA))
    shown = " ".join(column.text(line) for line in lines for column in QUEUE_COLUMNS)

    for hidden in ("V-00", "W-0", "North", "South", "East", "before", "after", "double"):
        assert hidden not in shown


def test_the_button_opens_what_comes_next(panel: QueuePanel, qtbot: QtBot) -> None:
    show(panel, qtbot)

    with qtbot.waitSignal(panel.coding_requested) as wanted:
        panel.next_button.click()

    assert wanted.args == [panel.table.rows_model().shown_rows[0].row.blind_code]


def test_the_focus_stands_on_the_button_once_the_queue_is_known(
    panel: QueuePanel, qtbot: QtBot
) -> None:
    panel.show_coder(ANNA)
    panel.focus_first()

    qtbot.waitUntil(panel.next_button.hasFocus)


def test_enter_opens_a_session_of_the_table(panel: QueuePanel, qtbot: QtBot) -> None:
    show(panel, qtbot)
    panel.table.selectRow(2)

    with qtbot.waitSignal(panel.coding_requested) as wanted:
        QTest.keyClick(panel.table, Qt.Key.Key_Return)

    assert wanted.args == [panel.table.rows_model().shown_rows[2].row.blind_code]


@pytest.mark.parametrize("nobody", [None, ANALYST, LEAD])
def test_an_empty_queue_offers_nothing_to_open(
    panel: QueuePanel, nobody: object, qtbot: QtBot
) -> None:
    show(panel, qtbot)

    panel.show_coder(nobody)  # type: ignore[arg-type]

    qtbot.waitUntil(lambda: panel.table.rows_model().rowCount() == 0)
    assert not panel.next_button.isEnabled()


def test_the_last_person_asked_for_is_the_one_shown(panel: QueuePanel, qtbot: QtBot) -> None:
    panel.show_coder(ANNA)
    panel.show_coder(LEAD)
    panel.show_coder(ANNA)

    qtbot.waitUntil(lambda: panel.table.rows_model().rowCount() > 0)
