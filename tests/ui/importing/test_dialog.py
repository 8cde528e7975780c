"""The import of a table: seen and settled first, stored then."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QComboBox, QWidget
from pytestqt.qtbot import QtBot

from practicecoder.codebook import library
from practicecoder.domain.ids import CoderId
from practicecoder.interchange.column_mapping import DayOrder, Meaning
from practicecoder.services.context import StudyServices
from practicecoder.services.import_summary import ImportSummary
from practicecoder.services.studies import create_study, study_info
from practicecoder.ui.importing.dialog import TableImportDialog
from practicecoder.ui.importing.questions_part import UNSAID
from practicecoder.ui.theme import apply_light
from tests.ui.walking import controls, faults, out_of_order, tab_stops, unreached

SAMPLES = Path(__file__).parents[2] / "golden" / "formats"
WIDE = SAMPLES / "lab_wide_spss.csv"


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[StudyServices]:
    made = create_study(tmp_path / "study", title="Empty", codebook=library.find("swim7"))
    yield made
    made.close()


@pytest.fixture
def dialog(empty: StudyServices, qtbot: QtBot) -> Iterator[TableImportDialog]:
    parent = QWidget()
    qtbot.addWidget(parent)
    made = TableImportDialog(empty, CoderId("L1"), parent)
    with qtbot.waitExposed(made):
        made.open()
    yield made
    made.close()
    parent.close()


def settled(qtbot: QtBot, dialog: TableImportDialog) -> None:
    """Wait for the preview of what is chosen."""
    qtbot.waitUntil(
        lambda: dialog.preview is not None and dialog.preview.mapping == dialog.mapping
    )


def read(qtbot: QtBot, dialog: TableImportDialog, file: Path) -> None:
    dialog.read_file(file)
    settled(qtbot, dialog)


def choose(combo: QComboBox, data: str) -> None:
    """Choose as a person does."""
    index = combo.findData(data)
    assert index >= 0
    combo.setCurrentIndex(index)
    combo.activated.emit(index)


def problems(dialog: TableImportDialog) -> int:
    assert dialog.preview is not None
    return len(dialog.preview.problems)


def answer_everything(qtbot: QtBot, dialog: TableImportDialog) -> None:
    choose(dialog.questions.combo("-99", "evocat_C1", "evocat_C2"), "no_behaviour_change")
    choose(dialog.questions.combo("2", "Phase"), "post")
    assert dialog.questions.day_order is not None
    choose(dialog.questions.day_order, DayOrder.DAY_FIRST.value)
    dialog.add_sessions.setChecked(True)
    settled(qtbot, dialog)
    qtbot.waitUntil(dialog.accept_button.isEnabled)


def test_import_waits_for_a_file(dialog: TableImportDialog) -> None:
    assert not dialog.accept_button.isEnabled()
    assert "Choose a file" in dialog.reason
    assert not dialog.columns.isVisible()


def test_a_table_is_understood_and_its_questions_are_asked(
    qtbot: QtBot, dialog: TableImportDialog
) -> None:
    read(qtbot, dialog, WIDE)

    assert "1 row and 19 columns" in dialog.facts
    assert "beside each other" in dialog.facts
    assert dialog.columns.combo("collab_C1").currentText() == "Rating: Collaboration"
    assert dialog.columns.coder_field("collab_C1").text() == "C1"
    assert dialog.columns.combo("VisitDate").currentText() == "Day of the session"
    assert dialog.questions.combo("2", "Phase").currentData() == UNSAID
    assert not dialog.accept_button.isEnabled()
    assert "problems are to be settled" in dialog.reason


def test_answers_settle_the_problems_and_import_stores_everything(
    qtbot: QtBot, dialog: TableImportDialog, empty: StudyServices
) -> None:
    read(qtbot, dialog, WIDE)
    answer_everything(qtbot, dialog)
    assert dialog.reason.startswith("Will add 1 session, 2 codings, 14 ratings")
    assert study_info(empty).n_codings == 0
    kept: list[ImportSummary] = []
    dialog.imported.connect(kept.append)

    dialog.accept_button.click()
    qtbot.waitUntil(lambda: bool(kept))
    assert kept[0].n_ratings == 14
    assert study_info(empty).n_codings == 2
    assert not dialog.isVisible()


def test_a_problem_leads_to_its_cell(qtbot: QtBot, dialog: TableImportDialog) -> None:
    read(qtbot, dialog, WIDE)
    assert dialog.preview is not None
    texts = [dialog.rows.problems.item(n).text() for n in range(dialog.rows.problems.count())]
    number = next(n for n, text in enumerate(texts) if text.startswith("line 2, evocat_C2"))
    dialog.rows.problems.setCurrentRow(number)

    index = dialog.rows.table.currentIndex()
    assert index.data() == "-99"
    assert "nobody said" in index.data(Qt.ItemDataRole.ToolTipRole)
    assert index.siblingAtColumn(2).data() == "C2"


def test_a_column_can_be_taken_for_something_else(qtbot: QtBot, dialog: TableImportDialog) -> None:
    read(qtbot, dialog, WIDE)
    choose(dialog.columns.combo("Phase"), f"{Meaning.NOTHING.value}\n")
    settled(qtbot, dialog)
    assert dialog.preview is not None
    assert "Phase" not in {problem.key for problem in dialog.preview.problems}


def test_a_column_without_its_item_cannot_be_chosen(
    qtbot: QtBot, dialog: TableImportDialog
) -> None:
    read(qtbot, dialog, WIDE)
    offered = [dialog.columns.combo("Phase").itemData(n) for n in range(60)]
    assert f"{Meaning.RATING.value}\n" not in offered
    assert f"{Meaning.RATING.value}\nempathy" in offered


def test_coders_get_the_codes_of_the_study(qtbot: QtBot, dialog: TableImportDialog) -> None:
    read(qtbot, dialog, SAMPLES / "lab_long.csv")
    field = dialog.questions.coder_field("A")
    field.setFocus()
    qtbot.keyClicks(field, "RS1")
    field.editingFinished.emit()
    settled(qtbot, dialog)
    assert dialog.preview is not None
    assert {r.rating.coder_id for r in dialog.preview.found.ratings} == {"RS1", "B"}


def test_columns_are_remembered_and_can_be_forgotten(
    qtbot: QtBot, dialog: TableImportDialog, empty: StudyServices
) -> None:
    read(qtbot, dialog, WIDE)
    answer_everything(qtbot, dialog)
    assert dialog.mapping is not None
    empty.importing.memory.keep(dialog.mapping)

    read(qtbot, dialog, WIDE)
    assert problems(dialog) == 0
    columns = [use.column for use in dialog.mapping.columns]
    dialog.forget_mapping()
    settled(qtbot, dialog)
    assert problems(dialog) == 4
    assert empty.importing.memory.find(columns) is None


def test_the_dictionary_of_redcap_explains_blank_cells(
    qtbot: QtBot, dialog: TableImportDialog
) -> None:
    read(qtbot, dialog, SAMPLES / "redcap_double_entry_export.csv")
    dialog.read_dictionary(SAMPLES / "redcap_data_dictionary.csv")
    qtbot.waitUntil(lambda: dialog.mapping is not None and bool(dialog.mapping.shown_if))
    settled(qtbot, dialog)
    assert dialog.preview is not None
    assert all("n/a: no_behaviour_change" in row.cells for row in dialog.preview.rows)


def test_a_file_that_is_no_table_says_why(
    qtbot: QtBot, dialog: TableImportDialog, tmp_path: Path
) -> None:
    file = tmp_path / "talk.docx"
    file.write_bytes(b"no table")
    dialog.read_file(file)
    qtbot.waitUntil(lambda: dialog.rows.problems.count() > 0)
    assert "not read" in dialog.rows.problems.item(0).text()
    assert not dialog.accept_button.isEnabled()


def test_a_file_can_be_dropped(qtbot: QtBot, dialog: TableImportDialog) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(WIDE))])
    event = QDropEvent(
        QPointF(20, 20),
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    dialog.dropEvent(event)
    qtbot.waitUntil(lambda: dialog.preview is not None)


def test_closing_stores_nothing(
    qtbot: QtBot, dialog: TableImportDialog, empty: StudyServices
) -> None:
    read(qtbot, dialog, WIDE)
    answer_everything(qtbot, dialog)
    dialog.reject()
    assert study_info(empty).n_sessions == 0


def test_a_table_can_be_heard_hit_and_gone_through_by_tab(
    qtbot: QtBot, dialog: TableImportDialog
) -> None:
    read(qtbot, dialog, WIDE)
    dialog.activateWindow()
    next(iter(controls(dialog))).setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)

    stops = tab_stops(dialog)
    assert faults(dialog) == []
    assert unreached(dialog, stops) == []
    assert out_of_order(dialog, stops) == []


def test_nothing_is_cut_off_with_large_text(
    qtbot: QtBot, dialog: TableImportDialog, qapp: QApplication
) -> None:
    apply_light(qapp, 2.0)
    read(qtbot, dialog, WIDE)
    assert dialog.rows.height() >= dialog.rows.minimumSizeHint().height()
    assert dialog.remember.height() >= dialog.remember.sizeHint().height()
