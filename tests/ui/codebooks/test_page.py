"""The codebooks page: read, checked and compared."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from practicecoder.domain.people import Coder, Role
from practicecoder.services.context import StudyServices
from practicecoder.ui.codebooks.page import CodebooksPage
from tests.builders import ANNA, LEAD


@pytest.fixture
def page(laboratory: StudyServices, qtbot: QtBot) -> CodebooksPage:
    made = CodebooksPage(laboratory)
    made.study_changed.connect(made.refresh)
    qtbot.addWidget(made)
    made.resize(1200, 700)
    made.show_person(Coder(coder_id=ANNA, roles=frozenset({Role.CODER})))
    with qtbot.waitExposed(made):
        made.show()
    return made


def rows(page: CodebooksPage) -> list[list[str]]:
    return [line.split("\t") for line in page.table.rows_model().tsv().splitlines()[1:]]


def test_the_one_in_force_stands_first_with_its_codings(
    page: CodebooksPage, laboratory: StudyServices
) -> None:
    with laboratory.context.store.reading() as unit:
        n = len(unit.codings.all())

    assert rows(page)[0][:4] == ["swim7", "1.0.0", "in force", str(n)]
    assert {row[2] for row in rows(page)[1:]} == {"built in"}
    assert {"miti-4.2.1", "swim7"} <= {row[0] for row in rows(page)}


def test_every_page_of_a_codebook_is_reached_by_keys(page: CodebooksPage) -> None:
    titles = [page.items.item(row).text() for row in range(page.items.count())]
    assert titles[:2] == ["About it", "Collaboration"]
    assert titles[-1] == "Scores"
    page.items.setFocus()
    QTest.keyClick(page.items, Qt.Key.Key_End)

    text = page.text.toPlainText()
    assert "Mean of Collaboration, Autonomy, Empathy. Every part is needed." in text


def test_decisions_of_the_laboratory_stand_with_their_item(
    page: CodebooksPage, laboratory: StudyServices
) -> None:
    from practicecoder.domain.decisions import Decision
    from tests.builders import NOW

    decision = Decision(
        decision_id="d",
        codebook=laboratory.codebook.ref,
        item="collaboration",
        text="Made-up decision.",
        decided_at=NOW,
        decided_by=LEAD,
    )
    with laboratory.context.store.transaction() as unit:
        unit.decisions.add(decision)
    page.read()
    page.items.setCurrentRow(1)

    assert "Made-up decision." in page.text.toPlainText()


def test_a_file_with_faults_shows_all_of_them(page: CodebooksPage, tmp_path: Path) -> None:
    file = tmp_path / "swim7.toml"
    text = page._services.codebook.text
    broken = text.replace('label = "Empathy"', "label = 5")
    broken = broken.replace('label = "Autonomy"', "label = 6")
    file.write_text(broken, encoding="utf-8")
    page.check_file(file)

    told = page.text.toPlainText()
    assert told.splitlines()[0] == "swim7.toml: 2 faults"
    assert "line" in told


def test_a_file_is_compared_item_by_item(page: CodebooksPage, tmp_path: Path) -> None:
    file = tmp_path / "swim7.toml"
    text = page._services.codebook.text
    file.write_text(text.replace('label = "Empathy"', 'label = "Attunement"'), encoding="utf-8")
    page.compare_file(file)

    told = page.text.toPlainText()
    assert "Wordings" in told
    assert "before: Empathy" in told
    assert "after: Attunement" in told
    assert "Of substance" not in told
