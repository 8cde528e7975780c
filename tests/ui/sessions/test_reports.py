from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit, QListWidget
from pytestqt.qtbot import QtBot

from practicecoder.domain.ids import SessionId
from practicecoder.export.data import Profile
from practicecoder.services.context import StudyServices
from practicecoder.services.exporting import PackageOrder
from practicecoder.ui.errors import MessageDialog
from practicecoder.ui.sessions.reports import Order, Output, ReportsDialog
from tests.builders import LEAD, a_study
from tests.ui.finding import called, the, the_button


def shown(
    services: StudyServices, qtbot: QtBot, session_id: SessionId | None = None
) -> ReportsDialog:
    dialog = ReportsDialog(services, tuple(Output), actor=LEAD, session_id=session_id)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


@pytest.fixture
def dialog(laboratory: StudyServices, qtbot: QtBot) -> ReportsDialog:
    dialog = shown(laboratory, qtbot)
    sessions = called(QComboBox, "Session of the report", dialog)
    qtbot.waitUntil(lambda: sessions.count() > 0)
    return dialog


def choose(dialog: ReportsDialog, words: str) -> None:
    the_button(words, dialog).click()


def set_folder(dialog: ReportsDialog, folder: Path) -> None:
    field = called(QLineEdit, "Folder", dialog)
    field.clear()
    QTest.keyClicks(field, str(folder))


def write(dialog: ReportsDialog, qtbot: QtBot) -> list[str]:
    """Write; gives the names of the files that the dialog lists."""
    the_button("Write", dialog).click()
    files = called(QListWidget, "Files written", dialog)
    qtbot.waitUntil(files.isVisible, timeout=60_000)
    return [files.item(place).text() for place in range(files.count())]


def test_the_analysis_package_is_written(
    dialog: ReportsDialog, laboratory: StudyServices, tmp_path: Path, qtbot: QtBot
) -> None:
    set_folder(dialog, tmp_path / "package")
    the_button("With results and figures", dialog).setChecked(False)
    QTest.keyClicks(called(QLineEdit, "Purpose", dialog), "a made-up talk")

    names = write(dialog, qtbot)

    assert names
    assert all((tmp_path / "package" / name).is_file() for name in names)
    assert {"data/sessions.csv", "data/sessions.sav", "data/workbook.xlsx"} <= set(names)
    (record,) = laboratory.exporting.register()
    assert (record.actor, record.purpose) == (LEAD, "a made-up talk")


def test_every_session_that_may_have_a_report_gets_one(
    dialog: ReportsDialog, laboratory: StudyServices, tmp_path: Path, qtbot: QtBot
) -> None:
    choose(dialog, "Worker reports (PDF)")
    set_folder(dialog, tmp_path / "reports")

    names = write(dialog, qtbot)

    assert len(names) == len(laboratory.supervision.worker_reports())
    first = (tmp_path / "reports" / names[0]).read_bytes()
    assert first.startswith(b"%PDF")


def test_one_session_can_be_chosen_from_the_table(
    laboratory: StudyServices, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = shown(laboratory, qtbot, SessionId("V-0001"))
    sessions = called(QComboBox, "Session of the report", dialog)
    qtbot.waitUntil(lambda: sessions.count() > 0)

    assert dialog.order.output is Output.WORKER_REPORTS
    assert dialog.order.session_id == "V-0001"

    set_folder(dialog, tmp_path / "reports")
    assert len(write(dialog, qtbot)) == 1


def test_names_are_kept_out_of_quotes(dialog: ReportsDialog, tmp_path: Path) -> None:
    choose(dialog, "Worker reports (PDF)")
    QTest.keyClicks(called(QLineEdit, "Names to keep out of quotes", dialog), "Nia, Tom ,")
    set_folder(dialog, tmp_path)

    assert dialog.order == Order(
        output=Output.WORKER_REPORTS,
        target=tmp_path,
        actor=LEAD,
        package=PackageOrder(formats=("csv", "xlsx", "sav"), names=("Nia", "Tom")),
        names=("Nia", "Tom"),
    )


def test_outside_only_what_holds_no_rows_is_offered(dialog: ReportsDialog) -> None:
    evidence = the_button("With evidence that coders share", dialog)
    evidence.setChecked(True)

    called(QComboBox, "For whom", dialog).setCurrentIndex(1)

    assert dialog.order.package == PackageOrder(
        formats=("csv", "xlsx"), profile=Profile.OUTSIDE, evidence=False
    )
    assert not evidence.isEnabled()
    assert not the_button("SPSS", dialog).isEnabled()
    assert the_button("Excel", dialog).isEnabled()
    assert not called(QLineEdit, "Names to keep out of quotes", dialog).isEnabled()

    called(QComboBox, "For whom", dialog).setCurrentIndex(0)
    assert dialog.order.package.evidence
    assert "sav" in dialog.order.package.formats


def test_only_what_belongs_to_the_choice_can_be_set(dialog: ReportsDialog) -> None:
    evidence = the_button("With evidence that coders share", dialog)
    names = called(QLineEdit, "Names to keep out of quotes", dialog)
    assert evidence.isEnabled()
    assert not names.isEnabled()

    evidence.setChecked(True)
    assert names.isEnabled()

    choose(dialog, "Worker reports (PDF)")
    assert not evidence.isEnabled()
    assert names.isEnabled()


def test_nothing_is_written_without_a_folder(dialog: ReportsDialog) -> None:
    called(QLineEdit, "Folder", dialog).clear()

    assert not the_button("Write", dialog).isEnabled()


def test_a_folder_that_is_taken_is_told(
    dialog: ReportsDialog, tmp_path: Path, qtbot: QtBot
) -> None:
    taken = tmp_path / "taken"
    taken.mkdir()
    (taken / "file").touch()
    set_folder(dialog, taken)

    the_button("Write", dialog).click()

    qtbot.waitUntil(lambda: dialog.findChild(MessageDialog) is not None, timeout=60_000)
    assert str(taken) in the(MessageDialog, dialog).text
    assert [path.name for path in taken.iterdir()] == ["file"]


def test_without_a_submitted_session_no_report_can_be_written(
    tmp_path: Path, qtbot: QtBot
) -> None:
    services = a_study(tmp_path / "study")
    dialog = shown(services, qtbot)
    choose(dialog, "Worker reports (PDF)")
    sessions = called(QComboBox, "Session of the report", dialog)
    qtbot.waitUntil(lambda: "No submitted session" in sessions.placeholderText())

    assert not the_button("Write", dialog).isEnabled()
    services.close()


def test_evidence_needs_a_reason_and_consent(dialog: ReportsDialog, tmp_path: Path) -> None:
    set_folder(dialog, tmp_path / "package")
    write_button = the_button("Write", dialog)
    assert write_button.isEnabled()

    the_button("With evidence that coders share", dialog).setChecked(True)
    assert not write_button.isEnabled()

    QTest.keyClicks(called(QLineEdit, "Reason for evidence", dialog), "a made-up course")
    assert not write_button.isEnabled()

    the_button("Consent covers passing on words said in sessions", dialog).setChecked(True)
    assert write_button.isEnabled()
    assert dialog.order.package.purpose == "evidence: a made-up course"


def test_the_last_choices_are_offered_again(
    laboratory: StudyServices, tmp_path: Path, qtbot: QtBot
) -> None:
    laboratory.exporting.export(
        tmp_path / "p", PackageOrder(formats=("csv", "dta"), analysis=False, archive=True)
    )
    dialog = shown(laboratory, qtbot)
    stata = the_button("Stata", dialog)
    qtbot.waitUntil(stata.isChecked)

    assert dialog.order.package == PackageOrder(
        formats=("csv", "dta"), analysis=False, archive=True
    )


def test_what_will_be_written_is_said_with_its_rows(
    dialog: ReportsDialog, laboratory: StudyServices, tmp_path: Path, qtbot: QtBot
) -> None:
    size = laboratory.exporting.size()
    told = f"{size.n_sessions} sessions, {size.n_ratings} rows of ratings; "
    qtbot.waitUntil(lambda: dialog.summary == f"{told}csv, xlsx, sav.")

    the_button("SPSS", dialog).setChecked(False)
    assert dialog.summary == f"{told}csv, xlsx."

    set_folder(dialog, tmp_path / "package")
    the_button("And as one &zip", dialog).setChecked(True)
    assert dialog.summary == f"{told}csv, xlsx. All of it also as package.zip."
