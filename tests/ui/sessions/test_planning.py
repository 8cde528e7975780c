"""Planning from the lead's table: with real keys and clicks, on a real study."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDateEdit,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QSpinBox,
)
from pytestqt.qtbot import QtBot

from practicecoder.domain.ids import BlindCode, SessionId
from practicecoder.domain.sessions import Phase
from practicecoder.services.changes import ChangeKind
from practicecoder.services.context import StudyServices
from practicecoder.services.study_settings import StudySettings
from practicecoder.ui.errors import MessageDialog
from practicecoder.ui.sessions.lead import LeadPanel
from practicecoder.ui.sessions.planning import PlanDialog
from practicecoder.ui.sessions.replacing import ReplaceCoderDialog
from practicecoder.ui.tables import RowTable
from practicecoder.ui.widgets.notice import Notices
from practicecoder.ui.widgets.scrolling import Scrolling
from tests.builders import ANNA, BEN, CARA, LEAD, NOW, OFFICES, a_session, add_sessions
from tests.ui.finding import called, the, the_button

NEW = tuple(SessionId(f"V-{number:04d}") for number in range(21, 41))


@pytest.fixture
def services(laboratory: StudyServices) -> StudyServices:
    """The laboratory with twenty sessions that nobody has."""
    add_sessions(
        laboratory,
        *(
            a_session(
                number,
                blind_code=BlindCode(f"S-NEW{number}"),
                office_id=OFFICES[number % 2],
                phase=Phase.PRE if number > 30 else Phase.POST,
            )
            for number in range(21, 41)
        ),
    )
    return laboratory


@pytest.fixture
def panel(services: StudyServices, qtbot: QtBot) -> LeadPanel:
    panel = LeadPanel(services)
    qtbot.addWidget(panel)
    panel.resize(1240, 600)
    with qtbot.waitExposed(panel):
        panel.show()
    panel.show_actor(LEAD)
    qtbot.waitUntil(lambda: len(panel.table.rows_model().rows) == 32)
    return panel


def entry(panel: LeadPanel, words: str) -> QAction:
    found = [a for menu in panel.findChildren(QMenu) for a in menu.actions() if a.text() == words]
    assert found, f"there is no entry {words!r}"
    return found[0]


def planned(panel: LeadPanel, qtbot: QtBot) -> PlanDialog:
    entry(panel, "&Plan coding…").trigger()
    dialog = the(PlanDialog, panel)
    qtbot.waitUntil(lambda: dialog.preview is not None)
    return dialog


def shown_again(dialog: PlanDialog, qtbot: QtBot) -> None:
    button = the_button("Carry out plan", dialog)
    qtbot.waitUntil(button.isEnabled)


def headline(dialog: PlanDialog) -> str:
    return called(QLabel, "What the plan does", dialog).text()


def cells(table: RowTable) -> list[list[str]]:
    model = table.rows_model()
    return [
        [str(model.index(row, column).data()) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def test_a_plan_shows_at_once_what_comes_of_it(panel: LeadPanel, qtbot: QtBot) -> None:
    dialog = planned(panel, qtbot)

    assert headline(dialog) == "20 sessions to 3 coders, 4 coded twice (20%)"
    loads = cells(called(RowTable, "Sessions for each coder", dialog))
    assert [row[:2] for row in loads] == [["A", "8"], ["B", "8"], ["C", "8"]]
    assert sum(int(row[2]) for row in loads) == 8
    strata = cells(called(RowTable, "Sessions in each group", dialog))
    assert [row[1:] for row in strata] == [["5", "1"]] * 4
    assert strata[0][0] == "North, after"
    assert any("8 sessions coded twice" in text for text in the(Notices, dialog).texts)


def test_what_can_be_ticked_is_read_to_its_end(panel: LeadPanel, qtbot: QtBot) -> None:
    dialog = planned(panel, qtbot)
    form = the(Scrolling, dialog)

    for box in form.findChildren(QCheckBox):
        assert box.width() >= box.sizeHint().width(), box.text()
        right = box.mapTo(form.viewport(), box.rect().topRight()).x()
        assert right < form.viewport().width(), box.text()


def test_a_plan_names_a_day_and_a_pace(
    panel: LeadPanel, services: StudyServices, qtbot: QtBot
) -> None:
    dialog = planned(panel, qtbot)
    pace = called(QSpinBox, "Sessions of each coder due in a week", dialog)
    assert not pace.isEnabled()
    QTest.keyClick(called(QCheckBox, "Name a due date", dialog), Qt.Key.Key_Space)
    first = NOW.date() + timedelta(days=7)
    called(QDateEdit, "Due date", dialog).setDate(QDate(first.year, first.month, first.day))
    pace.setValue(5)
    last = first + timedelta(days=7)
    qtbot.waitUntil(
        lambda: (
            dialog.preview is not None
            and dialog.preview.due_sentence
            == f"Due from {first} to {last}, 5 a week for each coder."
        )
    )

    with qtbot.waitSignal(panel.study_changed):
        the_button("Carry out plan", dialog).click()

    with services.context.store.reading() as unit:
        days = Counter(a.due_on for a in unit.assignments.all() if a.session_id in NEW)
    assert days == {first: 15, last: 9}


def test_every_choice_draws_the_plan_again(panel: LeadPanel, qtbot: QtBot) -> None:
    dialog = planned(panel, qtbot)
    share = called(QSpinBox, "Share of double coding in percent", dialog)
    share.selectAll()
    QTest.keyClicks(share, "50")
    qtbot.waitUntil(lambda: headline(dialog).endswith("10 coded twice (50%)"))

    QTest.keyClick(called(QCheckBox, "Coder C", dialog), Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: "to 2 coders" in headline(dialog))
    for words in ("office", "phase", "whether evocation applies"):
        box = next(b for b in dialog.findChildren(QCheckBox) if b.text() == words)
        QTest.keyClick(box, Qt.Key.Key_Space)
    strata = called(RowTable, "Sessions in each group", dialog)
    qtbot.waitUntil(lambda: cells(strata) == [["all", "20", "10"]])


def test_what_cannot_be_planned_is_said_in_the_dialog(panel: LeadPanel, qtbot: QtBot) -> None:
    dialog = planned(panel, qtbot)

    for coder in ("B", "C"):
        QTest.keyClick(called(QCheckBox, f"Coder {coder}", dialog), Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: dialog.preview is None)

    assert not the_button("Carry out plan", dialog).isEnabled()
    assert any("Choose more coders" in text for text in the(Notices, dialog).texts)
    QTest.keyClick(called(QCheckBox, "Coder B", dialog), Qt.Key.Key_Space)
    shown_again(dialog, qtbot)


def test_a_plan_is_carried_out_as_shown_with_its_seed(
    panel: LeadPanel, services: StudyServices, qtbot: QtBot
) -> None:
    dialog = planned(panel, qtbot)
    seed = called(QLineEdit, "Seed", dialog)
    seed.selectAll()
    QTest.keyClicks(seed, "2026")
    qtbot.waitUntil(lambda: dialog.preview is not None and dialog.preview.seed == 2026)
    shown_again(dialog, qtbot)
    preview = dialog.preview
    assert preview is not None

    with qtbot.waitSignals([panel.study_changed, panel.told]):
        qtbot.mouseClick(the_button("Carry out plan", dialog), Qt.MouseButton.LeftButton)

    (plan,) = services.planning.plans()
    assert (plan.seed, plan.n_sessions, plan.n_double, plan.made_by) == (2026, 20, 4, LEAD)
    rows = [r for r in services.sessions.lead_table() if r.session.session_id in NEW]
    assert {r.session.session_id for r in rows if r.is_double_coded} == set(
        preview.allocation.double
    )
    assert Counter(c.coder_id for r in rows for c in r.coders) == {ANNA: 8, BEN: 8, CARA: 8}


def test_selected_sessions_alone_can_be_planned(panel: LeadPanel, qtbot: QtBot) -> None:
    model, selection = panel.table.rows_model(), panel.table.selectionModel()
    flags = selection.SelectionFlag
    for session_id in (*NEW[:5], "V-0001"):
        place = model.row_of_key(session_id)
        assert place is not None
        selection.select(model.index(place, 0), flags.Select | flags.Rows)
    dialog = planned(panel, qtbot)

    assert called(QComboBox, "Sessions to plan", dialog).currentText() == "The 6 sessions selected"
    assert headline(dialog).startswith("6 sessions to 3 coders")

    scope = called(QComboBox, "Sessions to plan", dialog)
    QTest.keyClick(scope, Qt.Key.Key_Up)
    qtbot.waitUntil(lambda: headline(dialog).startswith("20 sessions"))


def test_a_study_that_asks_for_certificates_stops_the_plan(
    panel: LeadPanel, services: StudyServices, qtbot: QtBot
) -> None:
    services.settings.change(StudySettings(certificates_required=True), actor=LEAD)

    dialog = planned(panel, qtbot)

    assert any("No valid certificate: A, B, C" in text for text in the(Notices, dialog).texts)
    assert not the_button("Carry out plan", dialog).isEnabled()


def test_a_plan_of_a_changed_study_is_refused_in_words(
    panel: LeadPanel, services: StudyServices, qtbot: QtBot
) -> None:
    dialog = planned(panel, qtbot)
    services.sessions.assign(NEW[:1], ANNA, actor=LEAD)

    the_button("Carry out plan", dialog).click()

    qtbot.waitUntil(lambda: panel.findChild(MessageDialog) is not None)
    assert "changed since this plan was drawn" in the(MessageDialog, panel).text
    assert services.planning.plans() == ()


# A coder leaves


def test_a_coder_is_replaced_with_a_reason(
    panel: LeadPanel, services: StudyServices, qtbot: QtBot
) -> None:
    services.sessions.assign(NEW[:4], ANNA, actor=LEAD)
    entry(panel, "&Replace a coder…").trigger()
    dialog = the(ReplaceCoderDialog, panel)
    leaving = called(QComboBox, "Who stops coding", dialog)
    leaving.setCurrentIndex(leaving.findData(str(ANNA)))
    before = services.planning.holding(ANNA)
    assert (
        f"{len(before.unbegun)} sessions not begun"
        in called(QLabel, "What is moved", dialog).text()
    )
    assert not called(QCheckBox, "A takes over", dialog).isVisible()
    replace = the_button("Replace", dialog)
    assert not replace.isEnabled()
    QTest.keyClicks(called(QPlainTextEdit, "Reason", dialog), "on leave")

    with qtbot.waitSignal(panel.study_changed) as changed:
        QTest.mouseClick(replace, Qt.MouseButton.LeftButton)

    assert changed.args[0].concerns(ChangeKind.ASSIGNMENTS)
    assert services.planning.holding(ANNA).unbegun == ()
    assert services.planning.holding(ANNA).begun == before.begun
    rows = {r.session.session_id: r for r in services.sessions.lead_table()}
    for session_id in before.unbegun:
        assert {c.coder_id for c in rows[session_id].coders} & {BEN, CARA}


def test_nobody_is_replaced_who_has_nothing_to_give(
    panel: LeadPanel, services: StudyServices, qtbot: QtBot
) -> None:
    services.planning.replace_coder(ANNA, [BEN], actor=LEAD, reason="left")
    entry(panel, "&Replace a coder…").trigger()
    dialog = the(ReplaceCoderDialog, panel)
    leaving = called(QComboBox, "Who stops coding", dialog)
    leaving.setCurrentIndex(leaving.findData(str(ANNA)))
    QTest.keyClicks(called(QPlainTextEdit, "Reason", dialog), "on leave")

    assert "Nothing to give away" in called(QLabel, "What is moved", dialog).text()
    assert not the_button("Replace", dialog).isEnabled()
