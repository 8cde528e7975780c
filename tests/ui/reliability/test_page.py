from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from practicecoder.domain.ids import SessionId
from practicecoder.domain.people import Coder, Role
from practicecoder.services.agreement_scope import AgreementScope
from practicecoder.services.changes import ChangeKind, StudyChange
from practicecoder.services.context import StudyServices
from practicecoder.ui.reliability.columns import FOREST
from practicecoder.ui.reliability.forest import DOT_PX
from practicecoder.ui.reliability.page import ReliabilityPage
from practicecoder.ui.reliability.report_dialog import ReliabilityReportDialog
from practicecoder.ui.reliability.words import coefficient_with_interval
from practicecoder.ui.widgets.notice import EmptyState
from tests.builders import ANALYST, ANNA, BEN, a_study, add_coding, ratings_of
from tests.ui.finding import the, the_button

PERSON = Coder(coder_id=ANALYST, roles=frozenset({Role.ANALYST}))


def shown_page(services: StudyServices, qtbot: QtBot) -> ReliabilityPage:
    page = ReliabilityPage(services)
    qtbot.addWidget(page)
    page.resize(1260, 660)
    with qtbot.waitExposed(page):
        page.show()
    page.show_person(PERSON)
    return page


@pytest.fixture
def page(laboratory: StudyServices, qtbot: QtBot) -> ReliabilityPage:
    page = shown_page(laboratory, qtbot)
    qtbot.waitUntil(page.table.isVisible, timeout=20_000)
    return page


def words_of(page: ReliabilityPage) -> str:
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def test_every_dimension_and_score_has_a_row(
    page: ReliabilityPage, laboratory: StudyServices, qtmodeltester: ModelTester
) -> None:
    model = page.table.rows_model()

    assert [item.item for item in model.shown_rows] == [
        *laboratory.codebook.dimension_ids,
        *laboratory.codebook.score_ids,
    ]
    qtmodeltester.check(model)


def test_the_scope_is_offered_once_it_is_known(laboratory: StudyServices, qtbot: QtBot) -> None:
    page = shown_page(laboratory, qtbot)
    assert page.agreement is None
    assert page.scope_bar.isHidden()

    qtbot.waitUntil(page.table.isVisible, timeout=20_000)
    assert not page.scope_bar.isHidden()


def test_the_table_is_headed_by_what_it_rests_on(page: ReliabilityPage) -> None:
    words = words_of(page)

    assert "4 sessions coded by two or more of 3 coders (A, B, C), incomplete design; " in words
    assert "coded once, outside the design." in words
    assert "Scope: 13 of 13 submitted codings." in words


def test_no_cell_is_empty_or_a_bare_not_a_number(page: ReliabilityPage) -> None:
    for line in page.table.rows_model().tsv().splitlines()[1:]:
        cells = line.split("\t")
        assert "nan" not in line.casefold()
        assert all(cells[:3])


def test_the_band_stands_only_where_there_is_a_value(page: ReliabilityPage) -> None:
    model = page.table.rows_model()
    for place, item in enumerate(model.shown_rows):
        band = model.index(place, FOREST + 1).data()
        assert bool(band) == (item.band() is not None)


def test_choosing_a_row_shows_its_method_and_coders(page: ReliabilityPage) -> None:
    page.focus_first()
    QTest.keyClick(page.table, Qt.Key.Key_Down)

    item = page.table.selected_rows()[0]
    assert item.item == "autonomy"
    words = words_of(page)
    assert "Autonomy: " in words
    assert all(note.sentence in words for note in item.notes)


def test_the_interval_is_painted_in_its_cell(page: ReliabilityPage) -> None:
    page.table.selectRow(3)
    index = page.table.rows_model().index(0, FOREST)
    item = page.table.rows_model().row_at(index)
    assert item is not None
    rect = page.table.visualRect(index)

    image = page.table.viewport().grab(rect).toImage()

    middle = image.height() // 2
    dark = [x for x in range(image.width()) if image.pixelColor(x, middle).lightness() < 90]
    assert len(dark) > 2 * DOT_PX


def test_the_table_can_be_copied(page: ReliabilityPage) -> None:
    the_button("Copy table", page).click()

    text = QGuiApplication.clipboard().text()
    assert text.startswith("Item\tSessions (left out)\tOne coder ICC(A,1) [95% CI]\t")
    table, told = text.split("\n\n")
    assert len(table.splitlines()) == 11
    assert told.splitlines()[0].startswith("4 sessions coded by two or more of 3 coders")
    assert told.splitlines()[1].startswith("Scope: 13 of 13 submitted codings.")


def test_the_report_is_made_of_the_scope_that_is_shown(
    page: ReliabilityPage, laboratory: StudyServices, qtbot: QtBot
) -> None:
    scope = AgreementScope(coder_ids=frozenset({ANNA, BEN}))
    page.scope_bar.scope_chosen.emit(scope)
    qtbot.waitUntil(lambda: not page.is_computing, timeout=20_000)

    the_button("Reliability report…", page).click()

    dialog = the(ReliabilityReportDialog, page)
    qtbot.waitUntil(lambda: dialog.data is not None, timeout=20_000)
    assert dialog.isVisible()
    assert dialog.data is not None
    assert dialog.data.table.design == laboratory.reliability.table(scope=scope).design
    with qtbot.waitSignal(dialog.finished):
        dialog.reject()


def test_a_study_without_double_coding_is_told_what_comes_next(
    tmp_path: Path, qtbot: QtBot
) -> None:
    services = a_study(tmp_path / "study")
    page = shown_page(services, qtbot)
    empty = the(EmptyState, page)

    qtbot.waitUntil(empty.isVisible, timeout=20_000)
    assert "Agreement needs sessions that two or more coders have submitted" in words_of(page)
    assert not the_button("Reliability report…", page).isVisible()
    services.close()


def test_a_new_coding_is_taken_in_at_once(
    page: ReliabilityPage, laboratory: StudyServices, qtbot: QtBot
) -> None:
    free = next(
        row
        for row in laboratory.sessions.lead_table()
        if len(row.coders) == 1 and row.n_submitted == 1
    )
    coder = next(c for c in ("A", "B", "C") if c != free.coders[0].coder_id)
    ratings = ratings_of(laboratory.codebook, [3] * 7)
    add_coding(laboratory, free.session.session_id, coder, ratings)  # type: ignore[arg-type]

    page.refresh(StudyChange(kinds=frozenset({ChangeKind.CODINGS})))

    qtbot.waitUntil(lambda: "5 sessions coded by two or more" in words_of(page), timeout=20_000)


def test_a_hidden_page_computes_only_when_it_is_shown(
    page: ReliabilityPage, laboratory: StudyServices, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: not page.is_computing, timeout=20_000)
    page.hide()
    page.refresh(
        StudyChange(
            kinds=frozenset({ChangeKind.CODINGS}), session_ids=frozenset({SessionId("V-0001")})
        )
    )
    assert not page.is_computing

    page.show()

    qtbot.waitUntil(lambda: page.is_computing)
    qtbot.waitUntil(page.table.isVisible, timeout=20_000)


def test_scores_are_shown_with_the_alpha_that_is_offered_for_them(
    page: ReliabilityPage, laboratory: StudyServices
) -> None:
    table = laboratory.reliability.table()
    lines = page.table.rows_model().tsv().splitlines()
    column = next(i for i, name in enumerate(lines[0].split("\t")) if "alpha" in name)
    shown_by_label = {line.split("\t")[0]: line.split("\t")[column] for line in lines[1:]}

    score, dimension = table.item("care_engagement"), table.item("empathy")
    assert shown_by_label[score.label] == coefficient_with_interval(
        score.statistics["alpha_interval"]
    )
    assert shown_by_label[dimension.label] == coefficient_with_interval(
        dimension.statistics["alpha_ordinal"]
    )
