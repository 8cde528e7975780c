"""The training page, for leads and for coders."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QLabel, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from practicecoder.domain.ids import CoderId
from practicecoder.domain.people import Coder, Role
from practicecoder.services.changes import ChangeKind, StudyChange
from practicecoder.services.context import StudyServices
from practicecoder.services.studies import open_study
from practicecoder.services.training import CertificateState
from practicecoder.ui.errors import MessageDialog
from practicecoder.ui.tables import RowTable
from practicecoder.ui.training.comparison import ComparisonDialog
from practicecoder.ui.training.dialogs import (
    AssignTrialsDialog,
    EndCertificateDialog,
    MakeRecordingDialog,
    RecalibrateDialog,
    RemoveReferenceDialog,
)
from practicecoder.ui.training.page import TrainingPage
from tests.builders import ANNA, BEN, CARA, LEAD, a_session, add_coding, add_sessions, ratings_of
from tests.services.training_laboratory import (
    REFERENCE,
    START,
    Clock,
    a_training_laboratory,
    names,
    try_out,
)

D = TypeVar("D", bound=QDialog)
CODERS, RECORDINGS, DRIFT, OWN = range(4)
THE_LEAD = Coder(coder_id=LEAD, roles=frozenset({Role.LEAD}))


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A passed on three recordings and was not certified yet; B failed on one of them."""
    folder = tmp_path_factory.mktemp("training") / "study"
    clock = Clock()
    services = a_training_laboratory(folder, clock)
    for number in (1, 2, 3):
        try_out(services, ANNA, number, (3, 4, *REFERENCE[2:]))
        clock.turn(minutes=1)
    try_out(services, BEN, 1, (5, 5, *REFERENCE[2:]))
    add_sessions(services, a_session(9))
    add_coding(services, names(9)[0], CARA, ratings_of(services.codebook, REFERENCE))
    services.close()
    return folder


@pytest.fixture
def clock() -> Clock:
    return Clock(START + timedelta(hours=1))


@pytest.fixture
def services(template: Path, tmp_path: Path, clock: Clock) -> Iterator[StudyServices]:
    copy = Path(shutil.copytree(template, tmp_path / "study"))
    made = open_study(copy, now=clock)
    yield made
    made.close()


@pytest.fixture
def page(services: StudyServices, qtbot: QtBot) -> TrainingPage:
    """The page as the lead sees it; changes come back as the window brings them."""
    return shown(services, THE_LEAD, qtbot)


def shown(services: StudyServices, person: Coder, qtbot: QtBot) -> TrainingPage:
    made = TrainingPage(services)
    made.study_changed.connect(made.refresh)
    qtbot.addWidget(made)
    made.resize(1200, 800)
    made.show_person(person)
    with qtbot.waitExposed(made):
        made.show()
    wait(made, qtbot)
    return made


def wait(page: TrainingPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not page.is_computing and not page.drift.is_drawing, timeout=20_000)


def cells(table: RowTable) -> list[list[str]]:
    lines = table.rows_model().tsv().splitlines()[1:]
    return [line.split("\t") for line in lines]


def the(kind: type[D], page: TrainingPage, qtbot: QtBot) -> D:
    qtbot.waitUntil(lambda: bool(page.findChildren(kind)), timeout=10_000)
    (found,) = page.findChildren(kind)
    return found


def press(words: str, parent: QDialog | TrainingPage) -> None:
    (found,) = [b for b in parent.findChildren(QPushButton) if b.text() == words]
    assert found.isEnabled()
    QTest.mouseClick(found, Qt.MouseButton.LeftButton)


def button(words: str, page: TrainingPage) -> QPushButton:
    (found,) = [b for b in page.findChildren(QPushButton) if b.text() == words]
    return found


def go_to(page: TrainingPage, tab: int) -> None:
    page._tabs.setCurrentIndex(tab)


# Coders


def test_the_lead_sees_every_coder_with_trials_and_verdict(page: TrainingPage) -> None:
    rows = {row[0]: row[1:] for row in cells(page.coders.table)}
    assert rows[ANNA][:2] == ["none", "3 of 3"]
    assert rows[ANNA][2:4] == ["85.7%", "100%"]
    assert rows[ANNA][5] == "reached"
    assert rows[BEN][5] == "in training"
    assert rows[CARA] == ["none", "no trials", "", "", "", ""]


def test_the_trials_of_the_selected_coder_are_below(page: TrainingPage) -> None:
    page.coders.table.select_key(BEN)
    ((code, _, attempt, exact, close, _),) = cells(page.coders.trials.table)
    assert (code, attempt, exact, close) == (names(1)[1], "1", "5 of 7", "5 of 7")
    by_dimension = cells(page.coders.trials.by_dimension)
    assert by_dimension[0][:3] == ["Collaboration", "1", "0%"]
    assert by_dimension[-1][0] == "Over all"


def test_a_certificate_is_granted_where_the_rule_is_reached(
    page: TrainingPage, services: StudyServices, qtbot: QtBot
) -> None:
    page.coders.table.select_key(BEN)
    assert not button("Grant certificate", page).isEnabled()
    page.coders.table.select_key(ANNA)
    with qtbot.waitSignal(page.study_changed) as changed:
        press("Grant certificate", page)
    assert changed.args[0].concerns(ChangeKind.CERTIFICATES)
    wait(page, qtbot)
    assert services.training.progress(ANNA).state is CertificateState.VALID
    rows = {row[0]: row[1] for row in cells(page.coders.table)}
    assert rows[ANNA] == f"valid until {START.date() + timedelta(days=100)}"
    assert not button("Grant certificate", page).isEnabled()


def test_a_certificate_is_ended_with_a_reason(
    page: TrainingPage, services: StudyServices, qtbot: QtBot
) -> None:
    services.training.grant(ANNA, actor=LEAD)
    page.refresh(StudyChange(kinds=frozenset({ChangeKind.CERTIFICATES})))
    wait(page, qtbot)
    page.coders.table.select_key(ANNA)
    press("End certificate…", page)
    dialog = the(EndCertificateDialog, page, qtbot)
    assert not dialog.act.isEnabled()
    reason = dialog.findChild(QPlainTextEdit)
    assert reason is not None
    QTest.keyClicks(reason, "on leave")
    with qtbot.waitSignal(page.study_changed):
        press("End certificate", dialog)
    progress = services.training.progress(ANNA)
    assert progress.state is CertificateState.ENDED
    assert progress.certificate is not None
    assert progress.certificate.ended_because == "on leave"


def test_who_is_due_for_a_check_gets_one_by_a_click(
    page: TrainingPage, services: StudyServices, clock: Clock, qtbot: QtBot
) -> None:
    assert not button("Slip in checks", page).isEnabled()
    services.training.grant(ANNA, actor=LEAD)
    clock.turn(days=61)
    page.refresh(StudyChange(kinds=frozenset({ChangeKind.CERTIFICATES})))
    wait(page, qtbot)
    with qtbot.waitSignal(page.told) as told:
        press("Slip in checks", page)
    assert told.args == ["Slipped 1 check into the queues."]
    wait(page, qtbot)
    assert not button("Slip in checks", page).isEnabled()
    texts = [label.text() for label in page.coders.findChildren(QLabel)]
    assert "In the queue already: A." in texts


def test_enter_on_a_trial_opens_the_comparison(page: TrainingPage, qtbot: QtBot) -> None:
    page.coders.table.select_key(BEN)
    QTest.keyClick(page.coders.trials.table, Qt.Key.Key_Return)
    dialog = the(ComparisonDialog, page, qtbot)
    assert "of B, session V-0001; reference by C" in dialog.sentence()
    first, second, third, *_ = cells(dialog.table)
    assert first[:4] == ["Collaboration", "5", "3", "2 levels apart"]
    assert second[0] == "Autonomy"
    assert third[3] == "equal"


# Recordings


def test_a_submitted_coding_becomes_a_reference(
    page: TrainingPage, services: StudyServices, qtbot: QtBot
) -> None:
    go_to(page, RECORDINGS)
    assert len(cells(page.recordings.table)) == 6
    press("Make a training recording…", page)
    dialog = the(MakeRecordingDialog, page, qtbot)
    assert [row[0] for row in cells(dialog.table)] == [names(9)[0]]
    source = dialog.findChild(QComboBox)
    assert source is not None
    assert [source.itemText(i) for i in range(source.count())] == [
        "The submitted coding: C (primary)",
        "I code it as its reference",
    ]
    with qtbot.waitSignal(page.study_changed):
        press("Make", dialog)
    wait(page, qtbot)
    assert len(cells(page.recordings.table)) == 7
    made = next(r for r in services.training_recordings.all() if r.session_id == names(9)[0])
    assert made.is_ready


def test_recordings_are_given_to_those_who_have_not_met_them(
    page: TrainingPage, services: StudyServices, qtbot: QtBot
) -> None:
    go_to(page, RECORDINGS)
    page.recordings.table.select_key(names(2)[0])
    press("Assign to coders…", page)
    dialog = the(AssignTrialsDialog, page, qtbot)
    boxes = {box.text()[0]: box for box in dialog.findChildren(QCheckBox)}
    assert {coder: box.isEnabled() for coder, box in boxes.items()} == {
        "A": False,
        "B": True,
        "C": False,
    }
    assert not dialog.act.isEnabled()
    boxes["B"].click()
    with qtbot.waitSignal(page.study_changed):
        press("Assign", dialog)
    assert names(2)[1] in [row.blind_code for row in services.sessions.queue(BEN)]


def test_a_mistaken_reference_is_removed_with_a_reason(
    page: TrainingPage, services: StudyServices, qtbot: QtBot
) -> None:
    go_to(page, RECORDINGS)
    table = page.recordings.table
    table.select_key(names(1)[0])
    (remove,) = [b for b in page.findChildren(QPushButton) if b.text() == "Remove reference…"]
    assert not remove.isEnabled()  # A was tried against it
    assert "tried against" in remove.accessibleDescription()
    table.select_key(names(6)[0])
    press("Remove reference…", page)
    dialog = the(RemoveReferenceDialog, page, qtbot)
    assert not dialog.act.isEnabled()
    reason = dialog.findChild(QPlainTextEdit)
    assert reason is not None
    QTest.keyClicks(reason, "wrong session")

    with qtbot.waitSignal(page.study_changed):
        press("Remove reference", dialog)

    wait(page, qtbot)
    assert len(cells(table)) == 5
    removed = next(r for r in services.training_recordings.all() if r.session_id == names(6)[0])
    assert not removed.is_training


# Drift


def test_drift_is_a_figure_with_months_and_recalibrations(
    page: TrainingPage, services: StudyServices, clock: Clock, qtbot: QtBot
) -> None:
    services.training.grant(ANNA, actor=LEAD)
    for number in (4, 5):
        clock.turn(days=40)
        try_out(services, ANNA, number, (4, *REFERENCE[1:]))
    page.refresh(StudyChange(kinds=frozenset({ChangeKind.CODINGS})))
    go_to(page, DRIFT)
    wait(page, qtbot)
    assert cells(page.drift.month_table) == [
        ["2026-04", "1", "+1.00", "0%", "100%"],
        ["2026-05", "1", "+1.00", "0%", "100%"],
    ]
    press("Record a recalibration…", page)
    dialog = the(RecalibrateDialog, page, qtbot)
    assert not dialog.act.isEnabled()
    QTest.keyClicks(dialog._text, "Two hours together")
    with qtbot.waitSignal(page.study_changed):
        press("Record", dialog)
    wait(page, qtbot)
    today = clock.now.date().isoformat()
    assert cells(page.drift.event_table) == [[today, "Two hours together"]]
    chart = page.drift.figure.chart
    assert chart is not None
    assert f"recalibrated on {today}" in chart.alt_text
    page.drift.event_table.selectRow(0)
    with qtbot.waitSignal(page.study_changed):
        press("Remove", page)
    assert services.calibration.recalibrations() == ()


def test_a_day_to_come_cannot_be_entered(page: TrainingPage, qtbot: QtBot) -> None:
    page.acts.recalibrate()
    dialog = the(RecalibrateDialog, page, qtbot)
    last = dialog._day.maximumDate()
    assert date(last.year(), last.month(), last.day()) == START.date()


# Coders


def test_a_coder_sees_the_own_trials_and_nothing_of_others(
    services: StudyServices, qtbot: QtBot
) -> None:
    page = shown(services, Coder(coder_id=BEN), qtbot)
    assert not page._tabs.isVisible()
    assert page.own.isVisible()
    assert page.own.certificate == "You have no certificate for this codebook yet."
    assert [row[0] for row in cells(page.own.trials.table)] == [names(1)[1]]
    for table in page.findChildren(RowTable):
        text = table.rows_model().tsv()
        assert "V-000" not in text
        assert all(row[0] not in (ANNA, CARA) for row in cells(table))


def test_a_trial_in_progress_is_not_listed(services: StudyServices, qtbot: QtBot) -> None:
    try_out(services, BEN, 4, submit=False)
    page = shown(services, Coder(coder_id=BEN), qtbot)
    assert [row[0] for row in cells(page.own.trials.table)] == [names(1)[1]]
    page.compare(names(4)[1])
    assert "no comparison" in the(MessageDialog, page, qtbot).text


def test_a_coder_compares_without_learning_session_or_person(
    services: StudyServices, qtbot: QtBot
) -> None:
    page = shown(services, Coder(coder_id=BEN), qtbot)
    page.compare(names(1)[1])
    dialog = the(ComparisonDialog, page, qtbot)
    assert dialog.sentence().startswith(f"Trial {names(1)[1]}; reference. 7 ratings compared")
    texts = " ".join(label.text() for label in dialog.findChildren(QLabel))
    assert "V-0001" not in texts
    assert f" {CARA} " not in texts


def test_what_the_lead_saw_is_gone_when_a_coder_comes(page: TrainingPage, qtbot: QtBot) -> None:
    page.show_person(Coder(coder_id=CoderId("B")))
    wait(page, qtbot)
    assert page.own.isVisible()
    assert cells(page.coders.table) == []
    assert cells(page.recordings.table) == []


def test_a_study_that_is_only_read_offers_no_acts(
    template: Path, tmp_path: Path, clock: Clock, qtbot: QtBot
) -> None:
    copy = Path(shutil.copytree(template, tmp_path / "study"))
    services = open_study(copy, read_only=True, now=clock)
    try:
        page = shown(services, THE_LEAD, qtbot)
        page.coders.table.select_key(ANNA)
        for words in (
            "Grant certificate",
            "Make a training recording…",
            "Record a recalibration…",
        ):
            assert not button(words, page).isEnabled()
    finally:
        services.close()
