from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDateEdit,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from practicecoder.domain.coding import CodingRole, CodingState
from practicecoder.domain.ids import SessionId
from practicecoder.errors import ImportedDataError
from practicecoder.services.changes import ChangeKind
from practicecoder.services.context import StudyServices
from practicecoder.services.session_rows import AssignedCoder, QueueState, SessionRow
from practicecoder.services.studies import open_study
from practicecoder.ui.errors import MessageDialog
from practicecoder.ui.sessions.assigning import AssignDialog, UnlockDialog
from practicecoder.ui.sessions.columns import LEAD_COLUMNS
from practicecoder.ui.sessions.due import DueDialog
from practicecoder.ui.sessions.filters import KEEPS, Pick
from practicecoder.ui.sessions.lead import LeadPanel
from practicecoder.ui.tables import RowTableModel
from practicecoder.ui.widgets.chips import Chips
from tests.builders import ANNA, LEAD, NOW
from tests.ui.finding import called, the, the_button


@pytest.fixture
def panel(laboratory: StudyServices, qtbot: QtBot) -> LeadPanel:
    panel = LeadPanel(laboratory)
    qtbot.addWidget(panel)
    panel.resize(1240, 600)
    with qtbot.waitExposed(panel):
        panel.show()
    panel.show_actor(LEAD)
    qtbot.waitUntil(lambda: len(rows_of(panel)) == 12)
    return panel


def rows_of(panel: LeadPanel) -> tuple[SessionRow, ...]:
    return panel.table.rows_model().shown_rows


def select(panel: LeadPanel, *session_ids: str) -> None:
    panel.table.clearSelection()
    model, selection = panel.table.rows_model(), panel.table.selectionModel()
    flags = selection.SelectionFlag
    for session_id in session_ids:
        place = model.row_of_key(session_id)
        assert place is not None
        selection.select(model.index(place, 0), flags.Select | flags.Rows)


def row_of(services: StudyServices, session_id: str) -> SessionRow:
    return next(r for r in services.sessions.lead_table() if r.session.session_id == session_id)


def test_the_table_keeps_the_contract_of_qt(
    laboratory: StudyServices, qtmodeltester: ModelTester
) -> None:
    model = RowTableModel(LEAD_COLUMNS, laboratory.sessions.lead_table())

    qtmodeltester.check(model)
    for column in range(len(LEAD_COLUMNS)):
        model.sort(column)
        assert model.rowCount() == 12


def test_a_consensus_stands_beside_the_independent_codings(laboratory: StudyServices) -> None:
    row = row_of(laboratory, "V-0001")
    agreed = AssignedCoder(
        coder_id=LEAD, role=CodingRole.CONSENSUS, state=QueueState.SUBMITTED, unsure=0
    )

    told = told_by_column(replace(row, coders=(*row.coders, agreed)))

    assert (told["Assigned to"], told["Submitted"], told["Consensus"]) == (
        "A, B",
        "2 of 2",
        "agreed",
    )
    assert told_by_column(row)["Consensus"] == ""


def told_by_column(row: SessionRow) -> dict[str, str]:
    return {column.title: column.text(row) for column in LEAD_COLUMNS}


def test_words_and_states_filter_the_table(panel: LeadPanel) -> None:
    QTest.keyClicks(called(QLineEdit, "Find in the table", panel), "south")
    assert {row.session.office_id for row in rows_of(panel)} == {"South"}
    n_south = len(rows_of(panel))

    the(Chips, panel).choose("submitted")

    assert 0 < len(rows_of(panel)) < n_south
    assert all(row.session.state.value == "submitted" for row in rows_of(panel))


def test_escape_clears_the_filter_words(panel: LeadPanel) -> None:
    field = called(QLineEdit, "Find in the table", panel)
    QTest.keyClicks(field, "nothing like it")
    assert rows_of(panel) == ()

    QTest.keyClick(field, Qt.Key.Key_Escape)

    assert len(rows_of(panel)) == 12


def test_sessions_are_assigned_to_a_second_coder(
    panel: LeadPanel, laboratory: StudyServices, qtbot: QtBot
) -> None:
    before = {r.session.session_id: r for r in laboratory.sessions.lead_table()}
    free = [s for s, r in before.items() if all(c.coder_id != ANNA for c in r.coders)][:2]
    select(panel, *free)
    panel.bar.assign()
    dialog = the(AssignDialog, panel)
    coders = called(QComboBox, "Coder", dialog)
    coders.setCurrentIndex(coders.findData(str(ANNA)))

    with qtbot.waitSignal(panel.study_changed) as changed:
        the_button("Assign", dialog).click()

    assert changed.args[0].concerns(ChangeKind.ASSIGNMENTS)
    for session_id in free:
        assert ANNA in [c.coder_id for c in row_of(laboratory, session_id).coders]
        assert row_of(laboratory, session_id).is_double_coded


def in_days(days: int) -> date:
    return NOW.date() + timedelta(days=days)


def name_day(dialog: QWidget, day: date) -> None:
    called(QCheckBox, "Name a due date", dialog).setChecked(True)
    called(QDateEdit, "Due date", dialog).setDate(QDate(day.year, day.month, day.day))


def due_of(services: StudyServices, session_id: str) -> dict[str, date | None]:
    return {c.coder_id: c.due_on for c in row_of(services, session_id).coders}


def test_sessions_are_assigned_with_a_day(
    panel: LeadPanel, laboratory: StudyServices, qtbot: QtBot
) -> None:
    select(panel, "V-0012")
    panel.bar.assign()
    dialog = the(AssignDialog, panel)
    coders = called(QComboBox, "Coder", dialog)
    coders.setCurrentIndex(coders.findData(str(ANNA)))
    name_day(dialog, in_days(9))

    with qtbot.waitSignal(panel.study_changed):
        the_button("Assign", dialog).click()

    assert due_of(laboratory, "V-0012")[ANNA] == in_days(9)


def test_the_day_of_a_selection_is_changed_by_keys(
    panel: LeadPanel, laboratory: StudyServices, qtbot: QtBot
) -> None:
    select(panel, "V-0011", "V-0012")
    the_button("Due…", panel).click()
    dialog = the(DueDialog, panel)
    day = called(QDateEdit, "Due date", dialog)
    assert day.isEnabled()  # a day is offered where there was none
    day.setFocus()
    day.selectAll()
    QTest.keyClicks(day, in_days(5).isoformat())

    with qtbot.waitSignal(panel.study_changed) as changed:
        QTest.keyClick(day, Qt.Key.Key_Return)

    assert changed.args[0].concerns(ChangeKind.ASSIGNMENTS)
    for session_id in ("V-0011", "V-0012"):
        assert set(due_of(laboratory, session_id).values()) == {in_days(5)}
    told = told_by_column(row_of(laboratory, "V-0011"))
    assert told["Due"] == in_days(5).isoformat()


def test_the_day_of_one_coder_is_taken_away(
    panel: LeadPanel, laboratory: StudyServices, qtbot: QtBot
) -> None:
    laboratory.sessions.assign((SessionId("V-0012"),), ANNA, actor=LEAD)
    laboratory.sessions.set_due((SessionId("V-0012"),), in_days(5), actor=LEAD)
    panel.refresh()
    qtbot.waitUntil(lambda: row_in(panel, "V-0012").is_double_coded)
    select(panel, "V-0012")
    panel.bar.change_due()
    dialog = the(DueDialog, panel)
    assert "coded by two or more" in " ".join(w.text() for w in dialog.findChildren(QLabel))
    whose = called(QComboBox, "Whose queue", dialog)
    whose.setCurrentIndex(whose.findData(str(ANNA)))
    called(QCheckBox, "Name a due date", dialog).setChecked(False)

    with qtbot.waitSignal(panel.study_changed):
        the_button("Set", dialog).click()

    assert sorted(due_of(laboratory, "V-0012").items()) == [("A", None), ("C", in_days(5))]


def row_in(panel: LeadPanel, session_id: str) -> SessionRow:
    rows: tuple[SessionRow, ...] = panel.table.rows_model().rows
    return next(row for row in rows if row.session.session_id == session_id)


def test_a_day_can_be_named_only_for_what_somebody_has_and_has_not_submitted(
    panel: LeadPanel,
) -> None:
    due = the_button("Due…", panel)
    select(panel, "V-0001")
    assert not due.isEnabled()

    select(panel, "V-0001", "V-0012")
    assert due.isEnabled()


def test_overdue_sessions_are_told_and_picked_out(laboratory: StudyServices) -> None:
    with laboratory.context.store.transaction() as unit:
        (given,) = unit.assignments.of_session(SessionId("V-0012"))
        unit.assignments.set_due(given.session_id, given.coder_id, in_days(-2))

    late = [r for r in laboratory.sessions.lead_table() if KEEPS[Pick.OVERDUE](r)]

    assert [row.session.session_id for row in late] == ["V-0012"]
    assert told_by_column(late[0])["Due"] == f"{in_days(-2)}, overdue"


def test_only_coders_are_offered(panel: LeadPanel) -> None:
    select(panel, "V-0012")
    panel.bar.assign()

    coders = called(QComboBox, "Coder", the(AssignDialog, panel))
    offered = [coders.itemData(place) for place in range(coders.count())]

    assert offered == ["A", "B", "C", "L1"]


def test_a_refused_assignment_is_told_and_changes_nothing(
    panel: LeadPanel, laboratory: StudyServices, qtbot: QtBot
) -> None:
    row = rows_of(panel)[0]
    select(panel, row.session.session_id)

    with qtbot.assertNotEmitted(panel.study_changed):
        panel.session_acts.assign_to((row.session.session_id,), row.coders[0].coder_id)

    assert "already has session" in the(MessageDialog, panel).text
    assert row_of(laboratory, row.session.session_id).coders == row.coders


def test_a_coding_is_unlocked_with_a_reason(
    panel: LeadPanel, laboratory: StudyServices, qtbot: QtBot
) -> None:
    select(panel, "V-0001")
    panel.bar.unlock()
    dialog = the(UnlockDialog, panel)
    unlock = the_button("Unlock", dialog)
    assert not unlock.isEnabled()
    assert isinstance(dialog.focusWidget(), QComboBox)  # which of the two codings
    QTest.keyClicks(called(QPlainTextEdit, "Reason", dialog), "wrong segment")
    assert unlock.isEnabled()

    with qtbot.waitSignal(panel.study_changed) as changed:
        unlock.click()

    assert changed.args[0].concerns(ChangeKind.CODINGS)
    states = [c.state for c in row_of(laboratory, "V-0001").coders]
    assert sorted(states) == [QueueState.IN_PROGRESS, QueueState.SUBMITTED]


def test_acts_wait_for_a_selection_they_fit(panel: LeadPanel) -> None:
    names = ("Assign to coder…", "Unlock…", "Worker report…")
    panel.table.clearSelection()
    assert [the_button(n, panel).isEnabled() for n in names] == [False, False, False]

    select(panel, "V-0001")
    assert [the_button(n, panel).isEnabled() for n in names] == [True, True, True]

    select(panel, "V-0004")  # for research only
    assert [the_button(n, panel).isEnabled() for n in names] == [True, True, False]

    select(panel, "V-0001", "V-0002")
    assert [the_button(n, panel).isEnabled() for n in names] == [True, False, False]

    select(panel, "V-0012")  # nobody has coded it yet
    assert [the_button(n, panel).isEnabled() for n in names] == [True, False, False]


def test_ratings_are_imported_from_a_table(
    panel: LeadPanel, laboratory: StudyServices, tmp_path: Path, qtbot: QtBot
) -> None:
    table = tmp_path / "ratings.csv"
    values = "\n".join(f"V-0012,B,{d},3," for d in laboratory.codebook.dimension_ids)
    table.write_text(f"session_id,coder_id,item,value,na_reason\n{values}\n")

    with qtbot.waitSignals([panel.study_changed, panel.told]):
        panel.intake.import_ratings(table)

    with laboratory.context.store.reading() as unit:
        codings = unit.codings.of_session(SessionId("V-0012"))
    assert [c.state for c in codings] == [CodingState.LOCKED]


def test_a_faulty_sheet_is_told_with_every_problem(
    panel: LeadPanel, tmp_path: Path, qtbot: QtBot
) -> None:
    table = tmp_path / "ratings.csv"
    table.write_text(
        "session_id,coder_id,item,value,na_reason\nV-0012,B,empathy,9,\nV-9999,B,nothing,3,\n"
    )

    with qtbot.waitSignal(panel.failed) as failed:
        panel.intake.import_ratings(table)

    error = failed.args[0]
    assert isinstance(error, ImportedDataError)
    assert len(error.problems) >= 2


def test_nothing_can_be_changed_in_a_study_opened_to_read(
    laboratory: StudyServices, qtbot: QtBot
) -> None:
    reading = open_study(laboratory.path, read_only=True)
    panel = LeadPanel(reading)
    qtbot.addWidget(panel)
    panel.show_actor(LEAD)
    qtbot.waitUntil(lambda: len(rows_of(panel)) == 12)

    select(panel, "V-0001")

    for words in ("Assign to coder…", "Unlock…", "Import"):
        assert not the_button(words, panel).isEnabled()
    reading.close()
