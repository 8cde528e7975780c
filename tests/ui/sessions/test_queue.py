from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from practicecoder.services.context import StudyServices
from practicecoder.services.session_rows import QueueRow, QueueState
from practicecoder.ui.sessions.columns import QUEUE_COLUMNS
from practicecoder.ui.sessions.queue import (
    QueuePanel,
    line_in_words,
    progress_in_words,
    queue_lines,
)
from practicecoder.ui.widgets.due_words import due_in_words
from tests.builders import ANALYST, ANNA, LEAD, NOW


@pytest.fixture
def panel(laboratory: StudyServices, qtbot: QtBot) -> QueuePanel:
    panel = QueuePanel(laboratory)
    qtbot.addWidget(panel)
    with qtbot.waitExposed(panel):
        panel.show()
    return panel


def a_row(state: QueueState, number: int = 1, days_left: int | None = None) -> QueueRow:
    return QueueRow(
        blind_code=f"S-{number}",  # type: ignore[arg-type]
        state=state,
        duration_ms=3_130_000,
        n_decided=3,
        n_dimensions=7,
        due_on=None if days_left is None else NOW.date() + timedelta(days=days_left),
        days_left=days_left,
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


@pytest.mark.parametrize(
    ("days_left", "words"),
    [
        (None, ""),
        (30, "due in 30 days"),
        (2, "due in 2 days"),
        (1, "due tomorrow"),
        (0, "due today"),
        (-1, "overdue by 1 day"),
        (-12, "overdue by 12 days"),
    ],
)
def test_a_due_date_is_told_in_words(days_left: int | None, words: str) -> None:
    row = a_row(QueueState.NEW, days_left=days_left)
    (line,) = queue_lines((row,))
    due = next(column for column in QUEUE_COLUMNS if column.title == "Due")

    assert due.text(line) == due_in_words(days_left) == words
    assert line_in_words(row) == ", ".join(filter(None, ("52:10, 7 dimensions", words)))
    assert bool(due.bold and due.bold(line)) is (days_left is not None and days_left < 0)


def test_overdue_sessions_are_counted_with_the_progress() -> None:
    rows = tuple(a_row(QueueState.NEW, n, days) for n, days in enumerate((-3, -1, 0, None)))

    assert progress_in_words(rows) == "0 of 4 submitted, 2 overdue"


def test_due_dates_have_a_column_where_there_are_any(
    panel: QueuePanel, laboratory: StudyServices, qtbot: QtBot
) -> None:
    show(panel, qtbot)
    before = [row.row.blind_code for row in panel.table.rows_model().shown_rows]
    assert "Due" not in [column.title for column in panel.table.rows_model().columns]
    sessions = [r.session.session_id for r in laboratory.sessions.lead_table()]

    laboratory.sessions.set_due(sessions, NOW.date() + timedelta(days=3), actor=LEAD)
    panel.refresh()

    qtbot.waitUntil(lambda: panel.table.rows_model().columnCount() == len(QUEUE_COLUMNS))
    shown = panel.table.rows_model().shown_rows
    assert [row.row.blind_code for row in shown] == before
    assert {line.row.days_left for line in shown} == {3, None}  # submitted ones are due no more


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
