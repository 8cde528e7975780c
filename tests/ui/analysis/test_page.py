from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QRadioButton, QTabBar
from pytestqt.qtbot import QtBot

from practicecoder.domain.people import Coder, Role
from practicecoder.services.context import StudyServices
from practicecoder.ui.analysis.page import AnalysisPage
from practicecoder.ui.tables import RowTable
from practicecoder.ui.theme import apply_dark
from practicecoder.ui.widgets.notice import EmptyState
from tests.builders import ANALYST, a_study
from tests.ui.finding import called, the

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
    assert rows == ["All", "East", "North", "South", "Office-adjusted"]


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
