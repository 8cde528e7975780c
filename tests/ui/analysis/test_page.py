from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QPushButton,
    QRadioButton,
    QTabBar,
)
from pytestqt.qtbot import QtBot

from practicecoder.domain.people import Coder, Role
from practicecoder.services.context import StudyServices
from practicecoder.ui.analysis.adding import AddMeasuresDialog
from practicecoder.ui.analysis.choosing import ChooseSessionsDialog
from practicecoder.ui.analysis.page import AnalysisPage
from practicecoder.ui.errors import MessageDialog
from practicecoder.ui.tables import RowTable
from practicecoder.ui.theme import apply_dark
from practicecoder.ui.widgets.notice import EmptyState
from tests.builders import ANALYST, ANNA, a_study
from tests.ui.finding import called, the, the_button

PERSON = Coder(coder_id=ANALYST, roles=frozenset({Role.ANALYST}))


def shown_page(services: StudyServices, qtbot: QtBot) -> AnalysisPage:
    page = AnalysisPage(services)
    qtbot.addWidget(page)
    page.resize(1260, 660)
    with qtbot.waitExposed(page):
        page.show()
    page.show_person(PERSON)
    return page


@pytest.fixture
def page(laboratory: StudyServices, qtbot: QtBot) -> AnalysisPage:
    page = shown_page(laboratory, qtbot)
    settle(page, qtbot)
    return page


def settle(page: AnalysisPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not page.is_computing, timeout=30_000)


def words_of(page: AnalysisPage) -> str:
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def test_the_first_score_is_shown_with_welch(page: AnalysisPage) -> None:
    assert page.before_after.isVisible()
    assert page.before_after.sentence.text().startswith("Mean care and engagement was")
    assert "Welch t(" in page.before_after.sentence.text()
    assert page.before_after.figure.chart is not None


def test_another_score_is_chosen_by_keyboard(page: AnalysisPage, qtbot: QtBot) -> None:
    page.focus_first()
    QTest.keyClick(called(QComboBox, "Score or dimension", page), Qt.Key.Key_Down)
    settle(page, qtbot)

    assert page.question.item == "good_authority"
    assert "good authority" in page.before_after.sentence.text()


def test_student_stands_in_front_when_chosen(page: AnalysisPage, qtbot: QtBot) -> None:
    student = called(QRadioButton, "Student's t-test, as in the published tables", page)
    QTest.keyClick(student, Qt.Key.Key_Space)
    settle(page, qtbot)

    assert "Student t(" in page.before_after.sentence.text()


def test_warnings_stand_above_the_numbers(page: AnalysisPage, qtbot: QtBot) -> None:
    scores = called(QComboBox, "Score or dimension", page)
    scores.setCurrentIndex(scores.findData("mi_spirit"))
    settle(page, qtbot)
    notices = page.before_after.notices

    assert notices.texts
    assert notices.isVisible()
    assert notices.mapTo(page, notices.rect().topLeft()).y() < (
        page.before_after.sentence.mapTo(page, page.before_after.sentence.rect().topLeft()).y()
    )


def test_every_office_has_its_own_line(page: AnalysisPage) -> None:
    the(QTabBar, page).setCurrentIndex(1)
    table = called(RowTable, "Correlation with days", page)

    assert page.trend.isVisible()
    rows = [row.group for row in table.rows_model().shown_rows]
    assert rows == [
        "All",
        "East",
        "North",
        "South",
        "Office-adjusted",
        "All, by worker",
        "Office-adjusted, by worker",
    ]


def test_small_cells_are_quiet(page: AnalysisPage) -> None:
    the(QTabBar, page).setCurrentIndex(2)
    table = called(RowTable, "Means by office and period", page)

    assert [row.group for row in table.rows_model().shown_rows] == ["East", "North", "South"]
    assert all(all(row.small) for row in table.rows_model().shown_rows)


def test_the_shown_table_can_be_copied_by_key(page: AnalysisPage, qtbot: QtBot) -> None:
    with qtbot.waitActive(page):
        page.activateWindow()
    table = called(RowTable, "Tests of the difference", page)
    table.setFocus()

    QTest.keyClick(
        table,
        Qt.Key.Key_C,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
    )

    assert QGuiApplication.clipboard().text().startswith("Test\tDifference [95% CI]\t")


def test_figures_follow_the_colours_of_the_window(
    page: AnalysisPage, qtbot: QtBot, qapp: QApplication
) -> None:
    light = page.before_after.figure.chart
    assert light is not None

    apply_dark(qapp)
    qtbot.waitUntil(lambda: page.before_after.figure.chart is not light, timeout=30_000)

    dark = page.before_after.figure.chart
    assert dark is not None
    assert dark.figure.get_facecolor() != light.figure.get_facecolor()


def test_an_empty_study_is_told_what_comes_next(tmp_path: Path, qtbot: QtBot) -> None:
    services = a_study(tmp_path / "study")
    page = shown_page(services, qtbot)
    settle(page, qtbot)

    assert the(EmptyState, page).isVisible()
    assert "Analysis begins with the first submitted session." in words_of(page)
    services.close()


def turned_to(page: AnalysisPage, tab: int, qtbot: QtBot) -> None:
    the(QTabBar, page).setCurrentIndex(tab)
    settle(page, qtbot)


def test_holms_p_stands_beside_when_asked_for(page: AnalysisPage, qtbot: QtBot) -> None:
    table = called(RowTable, "Tests of the difference", page)
    before = [row.test for row in table.rows_model().shown_rows]

    box = called(QCheckBox, "Adjust p for all scores and dimensions, after Holm", page)
    QTest.keyClick(box, Qt.Key.Key_Space)
    settle(page, qtbot)

    after = [row.test for row in table.rows_model().shown_rows]
    assert len(set(after) - set(before)) == 1
    assert next(iter(set(after) - set(before))).startswith("Holm, of ")


def test_repeated_workers_are_minded_in_three_ways(page: AnalysisPage) -> None:
    rows = called(RowTable, "Tests of the difference", page).rows_model().shown_rows

    assert [row.test for row in rows] == [
        *("Welch t", "Student t", "Clustered", "Mixed model", "Worker means", "Levene"),
    ]


def test_sessions_are_grouped_by_whatever_tells_them_apart(
    page: AnalysisPage, qtbot: QtBot
) -> None:
    turned_to(page, 3, qtbot)
    by = called(QComboBox, "Group sessions by", page)
    groups = called(RowTable, "Groups", page)

    assert [row.group for row in groups.rows_model().shown_rows] == ["East", "North", "South"]
    by.setCurrentIndex(by.findData("phase"))
    by.activated.emit(by.currentIndex())
    settle(page, qtbot)
    assert page.question.by == "phase"
    assert [row.group for row in groups.rows_model().shown_rows] == ["pre", "post"]


def test_measures_are_looked_at_before_they_are_added(
    page: AnalysisPage, laboratory: StudyServices, qtbot: QtBot, tmp_path: Path
) -> None:
    turned_to(page, 4, qtbot)
    assert "No measures yet." in page.outcomes.sentence.text()
    ids = laboratory.analysis.table()["session_id"]
    sheet = tmp_path / "outcomes.csv"
    rows = [f"{session},{place % 5}" for place, session in enumerate(ids)]
    sheet.write_text("\n".join(["session_id,goals", *rows]), encoding="utf-8")

    page.add_measures(sheet)
    dialog = the(AddMeasuresDialog, page)
    assert laboratory.outcomes.measures() == ()
    with qtbot.waitSignals([page.told, page.study_changed]):
        dialog.act.click()
    settle(page, qtbot)

    assert laboratory.outcomes.measures() == ("goals",)
    table = called(RowTable, "Correlation with measures", page)
    assert table.rows_model().shown_rows[0].measure == "goals"
    chart = page.outcomes.figure.chart
    assert chart is not None
    assert chart.alt_text.startswith(f"{len(chart.points.rows)} sessions with both numbers.")


def test_a_sheet_at_fault_is_told_and_nothing_is_asked(
    page: AnalysisPage, qtbot: QtBot, tmp_path: Path
) -> None:
    sheet = tmp_path / "outcomes.csv"
    sheet.write_text("session_id,goals\nNOBODY,2\n", encoding="utf-8")

    page.add_measures(sheet)

    told = the(MessageDialog, page)
    assert "session NOBODY is not in the study" in told.text
    assert not page.findChildren(AddMeasuresDialog)
    told.close()


def test_coders_cannot_add_measures(page: AnalysisPage) -> None:
    assert page.outcomes.add.isEnabled()

    page.show_person(Coder(coder_id=ANNA))

    assert not page.outcomes.add.isEnabled()


def test_consistency_is_told_for_scores_and_not_for_dimensions(
    page: AnalysisPage, qtbot: QtBot
) -> None:
    turned_to(page, 5, qtbot)
    table = called(RowTable, "Internal consistency", page)
    assert [row.part for row in table.rows_model().shown_rows] == [
        *("All parts", "Collaboration", "Autonomy", "Empathy"),
    ]

    scores = called(QComboBox, "Score or dimension", page)
    scores.setCurrentIndex(scores.findData("empathy"))
    settle(page, qtbot)
    assert page.consistency.sentence.text() == "Empathy is no mean of several dimensions."


def test_the_published_set_on_the_page_is_that_of_the_word_file(
    page: AnalysisPage, qtbot: QtBot, tmp_path: Path
) -> None:
    import docx

    turned_to(page, 6, qtbot)
    data = page.published.data
    assert data is not None
    with qtbot.waitSignal(page.told, timeout=30_000):
        page.save_set(tmp_path / "set")

    document = docx.Document(str(tmp_path / "set" / "published.docx"))
    assert len(document.tables) == len(page.published.tables) == 6
    for printed, shown in zip(document.tables, page.published.tables, strict=True):
        for row, on_page in zip(
            list(printed.rows)[1:], shown.rows_model().shown_rows, strict=True
        ):
            cells = [cell.text for cell in row.cells]
            if on_page.is_heading:
                assert cells[0] == on_page.cells[0]
            else:
                assert cells == list(on_page.cells)
    paragraph = page.published.paragraph.toPlainText()
    assert paragraph in [one.text for one in document.paragraphs]
    assert document.paragraphs[0].text.startswith("Made-up data")


def test_sessions_are_chosen_and_the_page_says_so(page: AnalysisPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not page.is_computing)
    assert page.selection == ""
    which = called(QPushButton, "Choose which sessions are looked at", page)
    QTest.keyClick(which, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.findChild(ChooseSessionsDialog) is not None)
    dialog = the(ChooseSessionsDialog, page)

    first = next(t for t in dialog.findChildren(QCheckBox) if "Office" in t.accessibleName())
    QTest.keyClick(first, Qt.Key.Key_Space)
    conditions = dialog.conditions
    QTest.keyClick(the_button("Look at these", dialog), Qt.Key.Key_Space)
    settle(page, qtbot)

    assert [one.column for one in conditions] == ["office_id"]
    assert page.question.conditions == conditions
    assert page.selection.startswith("Analysed were ")


def test_a_line_without_a_tick_cannot_be_looked_at(page: AnalysisPage) -> None:
    dialog = ChooseSessionsDialog({"office_id": ("North", "South")}, (), page)
    ticks = dialog.findChildren(QCheckBox)
    for tick in ticks:
        QTest.keyClick(tick, Qt.Key.Key_Space)

    assert not the_button("Look at these", dialog).isEnabled()
    QTest.keyClick(the_button("Tick everything", dialog), Qt.Key.Key_Space)
    assert the_button("Look at these", dialog).isEnabled()
    assert dialog.conditions == ()
