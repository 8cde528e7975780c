"""The supervision page and the five steps of a draft, by keys and clicks."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QLabel,
    QMessageBox,
    QPushButton,
    QRadioButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from practicecoder.domain.coding_changes import EvidenceChange
from practicecoder.domain.consent import ConsentUse
from practicecoder.domain.feedback import Goal, OwnView, Point, PointKind, ReadMoment
from practicecoder.domain.ids import CoderId, SessionId
from practicecoder.domain.people import Coder, Role
from practicecoder.services.context import StudyServices
from practicecoder.services.studies import open_study
from practicecoder.ui.focus import FocusFrames
from practicecoder.ui.supervision.consent import ConsentDialog
from practicecoder.ui.supervision.dialogs import (
    ResponseDialog,
    SupervisorsDialog,
    TakeBackDialog,
)
from practicecoder.ui.supervision.draft.dialog import DraftDialog
from practicecoder.ui.supervision.page import SupervisionPage
from practicecoder.ui.tables import RowTable
from tests.builders import LEAD, NOW
from tests.services.supervision_study import FIRST, SECOND, SUE, TOM, a_supervision_study
from tests.ui.walking import faults, out_of_order, tab_stops, unreached, unseen_focus

D = TypeVar("D", bound=QDialog)
THE_LEAD = Coder(coder_id=LEAD, roles=frozenset({Role.LEAD}))
OWN, POINTS, MOMENTS, GOAL, RELEASE = range(5)


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("supervision") / "study"
    a_supervision_study(folder).close()
    return folder


@pytest.fixture
def services(template: Path, tmp_path: Path) -> Iterator[StudyServices]:
    copy = Path(shutil.copytree(template, tmp_path / "study"))
    made = open_study(copy, now=lambda: NOW)
    yield made
    made.close()


@pytest.fixture(autouse=True)
def sure(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Answer every question with yes; gives what was asked."""
    asked: list[str] = []

    def yes(_parent: QWidget, _title: str, question: str) -> QMessageBox.StandardButton:
        asked.append(question)
        return QMessageBox.StandardButton.Yes

    monkeypatch.setattr(QMessageBox, "question", yes)
    return asked


@pytest.fixture
def frames(qapp: QApplication) -> Iterator[FocusFrames]:
    """The frame around what has the focus, as in the program."""
    made = FocusFrames(qapp)
    yield made
    qapp.focusChanged.disconnect(made._follow)
    made.deleteLater()


def supervisor(code: CoderId) -> Coder:
    return Coder(coder_id=code, roles=frozenset({Role.SUPERVISOR}))


def shown(services: StudyServices, person: Coder, qtbot: QtBot) -> SupervisionPage:
    page = SupervisionPage(services)
    page.study_changed.connect(page.refresh)
    qtbot.addWidget(page)
    page.resize(1200, 760)
    page.show_person(person)
    with qtbot.waitExposed(page):
        page.show()
    qtbot.waitUntil(lambda: not page.is_computing, timeout=20_000)
    return page


def cells(table: RowTable) -> list[list[str]]:
    lines = table.rows_model().tsv().splitlines()[1:]
    return [line.split("\t") for line in lines]


def the(kind: type[D], page: SupervisionPage, qtbot: QtBot) -> D:
    qtbot.waitUntil(lambda: bool(page.findChildren(kind)), timeout=10_000)
    (found,) = page.findChildren(kind)
    return found


def opened(page: SupervisionPage, qtbot: QtBot) -> DraftDialog:
    """The draft of the newest session, opened by Enter."""
    page.view.focus_first()
    QTest.keyClick(page.view.table, Qt.Key.Key_Return)
    dialog = the(DraftDialog, page, qtbot)
    settled(dialog, qtbot)
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def settled(dialog: DraftDialog, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: dialog.draft is not None and not dialog.is_busy, timeout=20_000)


def press(button: QPushButton) -> None:
    assert button.isEnabled()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def said(widget: QWidget) -> str:
    """Everything that can be read in a window."""
    return "\n".join(
        text
        for child in widget.findChildren(QWidget)
        for text in (
            child.text() if isinstance(child, QLabel | QRadioButton) else "",
            child.toolTip(),
            child.accessibleDescription(),
        )
    )


# The page


def test_a_supervisor_sees_own_workers_in_order_of_code(
    services: StudyServices, qtbot: QtBot
) -> None:
    page = shown(services, supervisor(SUE), qtbot)

    assert [row[0] for row in cells(page.workers)] == ["W-001"]
    assert [row[0] for row in cells(page.view.table)] == [SECOND, FIRST]
    assert page.name_supervisors.isHidden()


def test_who_supervises_nobody_is_told_what_comes_next(
    services: StudyServices, qtbot: QtBot
) -> None:
    page = shown(services, supervisor(TOM), qtbot)

    assert cells(page.workers) == []
    assert "A lead names the supervisor of each worker" in said(page)


def test_what_another_person_saw_is_gone_at_once(services: StudyServices, qtbot: QtBot) -> None:
    page = shown(services, THE_LEAD, qtbot)
    assert [row[0] for row in cells(page.workers)] == ["W-001", "W-002"]

    page.show_person(supervisor(TOM))
    assert cells(page.workers) == []
    qtbot.waitUntil(lambda: not page.is_computing, timeout=20_000)
    assert "W-002" not in said(page)


def test_a_lead_names_a_supervisor_and_the_page_follows(
    services: StudyServices, qtbot: QtBot
) -> None:
    page = shown(services, THE_LEAD, qtbot)
    press(page.name_supervisors)
    dialog = the(SupervisorsDialog, page, qtbot)
    dialog.person.setCurrentText(TOM)
    dialog.table.selectAll()
    press(dialog.add)
    qtbot.waitUntil(lambda: all(TOM in row[1] for row in cells(dialog.table)), timeout=10_000)

    assert {s.worker_id for s in services.feedback.supervisees(TOM)} == {"W-001", "W-002"}
    press(dialog.end)
    qtbot.waitUntil(lambda: not any(TOM in r[1] for r in cells(dialog.table)), timeout=10_000)


def test_the_course_has_a_table_twin_and_words(services: StudyServices, qtbot: QtBot) -> None:
    for session_id in (FIRST, SECOND):
        services.feedback.decline_own(session_id, actor=SUE)
    page = shown(services, supervisor(SUE), qtbot)
    course = page.view.course
    qtbot.waitUntil(lambda: course.table.rows_model().rows != (), timeout=10_000)
    course._which.setCurrentText("Collaboration")

    assert [row[2] for row in cells(course.table)] == ["2.00", "3.00"]
    assert "15 Mar 2026: 2.00; 15 May 2026: 3.00" in course.plot.finding
    assert "trend" not in said(page).lower()


def test_in_a_low_window_the_worker_scrolls_and_nothing_lies_over_anything(
    services: StudyServices, qtbot: QtBot
) -> None:
    page = shown(services, supervisor(SUE), qtbot)
    page.resize(660, 330)
    qtbot.waitUntil(lambda: page.height() <= 330 and not page.is_computing)
    view = page.view
    QApplication.processEvents()

    parts = (view.table, view.draft, view.course)
    places = [part.mapTo(view._room.content, part.rect().topLeft()).y() for part in parts]
    for above, below, part in zip(places, places[1:], parts, strict=False):
        assert above + part.height() <= below
    assert view.course.plot.height() >= 100


def test_a_study_open_for_reading_only_says_why_nothing_is_changed(
    template: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    copy = Path(shutil.copytree(template, tmp_path / "read only"))
    services = open_study(copy, read_only=True)
    page = shown(services, supervisor(SUE), qtbot)

    assert not page.view.pdf.isEnabled()
    assert "reading only" in page.view.pdf.toolTip()
    assert not page.batch.isEnabled()
    assert "reading only" in page.batch.toolTip()
    page.close()
    services.close()


def test_nothing_on_the_page_tells_a_rating_before_the_own_view_is_closed(
    services: StudyServices, qtbot: QtBot
) -> None:
    page = shown(services, THE_LEAD, qtbot)
    course = page.view.course
    qtbot.waitUntil(lambda: course.table.rows_model().rows != (), timeout=10_000)

    for place in range(course._which.count()):
        course._which.setCurrentIndex(place)
        assert {row[2] for row in cells(course.table)} == {"after the worker's own view"}
        assert "3" not in course.plot.finding.replace("15 Mar 2026", "").replace("2026", "")
    assert "own view comes first" in course.caption
    for written in (page.view.pdf, page.view.word, page.view.response):
        assert not written.isEnabled()
        assert "First the worker rates" in written.toolTip()

    services.feedback.decline_own(SECOND, actor=SUE)
    page.read()
    qtbot.waitUntil(page.view.pdf.isEnabled, timeout=10_000)
    assert page.view.pdf.toolTip() == ""


# The draft


def test_nothing_of_the_coders_ratings_is_shown_before_the_own_view_is_closed(
    services: StudyServices, qtbot: QtBot
) -> None:
    page = shown(services, supervisor(SUE), qtbot)
    dialog = opened(page, qtbot)

    assert dialog.draft is not None
    assert dialog.draft.opened is None
    enabled = [bool(dialog.steps.item(n).flags() & Qt.ItemFlag.ItemIsEnabled) for n in range(5)]
    assert enabled == [True, False, False, False, False]
    assert not any(r.isChecked() for r in dialog.findChildren(QRadioButton))
    assert "mornings are hard" not in said(dialog)


def test_a_report_goes_from_own_view_to_release_by_keys_alone(
    services: StudyServices, qtbot: QtBot, sure: list[str]
) -> None:
    page = shown(services, supervisor(SUE), qtbot)
    dialog = opened(page, qtbot)

    # 1 own view: the focus stands on the first level; 4 of the first dimension
    focus = dialog.own.rows[0].levels[4]
    focus.setFocus()
    QTest.keyClick(focus, Qt.Key.Key_Space)
    dialog.own.close_view.setFocus()
    QTest.keyClick(dialog.own.close_view, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: dialog.own.is_done, timeout=10_000)
    settled(dialog, qtbot)
    assert "Keep these ratings?" in sure[0]

    # 2 points: the proposals, worded anew
    QTest.keyClick(dialog, Qt.Key.Key_PageDown, CTRL)
    assert dialog.step is dialog.points
    dialog.points.propose.setFocus()
    QTest.keyClick(dialog.points.propose, Qt.Key.Key_Space)
    first = dialog.points.editors[0].wording
    first.setFocus()
    first.selectAll()
    QTest.keyClicks(first, "You gave her words back")

    # 3 moments: leaving a step stores it
    QTest.keyClick(dialog, Qt.Key.Key_PageDown, CTRL)
    qtbot.waitUntil(lambda: dialog.points.is_done, timeout=10_000)
    settled(dialog, qtbot)
    table = dialog.moments.table
    for row in range(3):
        table.selectRow(row)
        moment = dialog.moments.chosen
        assert moment is not None
        if dialog.moments.tick.isEnabled():
            QTest.keyClick(dialog.moments.quote, Qt.Key.Key_Return, CTRL)
        else:
            assert "a long number" in dialog.moments.hits
            dialog.moments.leave_out.setFocus()
            QTest.keyClick(dialog.moments.leave_out, Qt.Key.Key_Space)
        qtbot.waitUntil(partial(decided, services, moment.evidence_id), timeout=10_000)
        settled(dialog, qtbot)

    # 4 goal
    QTest.keyClick(dialog, Qt.Key.Key_PageDown, CTRL)
    dialog.goal.goal.setFocus()
    QTest.keyClicks(dialog.goal.goal, "One reflection in each visit")

    # 5 release
    QTest.keyClick(dialog, Qt.Key.Key_PageDown, CTRL)
    qtbot.waitUntil(lambda: dialog.goal.is_done, timeout=10_000)
    settled(dialog, qtbot)
    qtbot.waitUntil(lambda: dialog.release.n_pages == 2, timeout=20_000)
    assert dialog.release.missing == ()
    dialog.release.release.setFocus()
    QTest.keyClick(dialog.release.release, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: dialog.release.is_done, timeout=20_000)
    settled(dialog, qtbot)

    with services.context.store.reading() as unit:
        (release,) = unit.releases.of_session(SECOND)
        feedback = unit.feedback.find(SECOND)
    assert release.is_in_force
    assert feedback is not None
    assert feedback.own_view is OwnView.RATED
    assert feedback.strengths[0].wording == "You gave her words back"
    assert feedback.goal.goal == "One reflection in each visit"
    dialog.reject()
    qtbot.waitUntil(lambda: cells(page.view.table)[0][2] == "released", timeout=10_000)


CTRL = Qt.KeyboardModifier.ControlModifier


def decided(services: StudyServices, evidence_id: str) -> bool:
    with services.context.store.reading() as unit:
        feedback = unit.feedback.find(SECOND)
    return feedback is not None and evidence_id in feedback.moments


def test_closing_keeps_what_was_typed(services: StudyServices, qtbot: QtBot) -> None:
    services.feedback.decline_own(SECOND, actor=SUE)
    page = shown(services, supervisor(SUE), qtbot)
    dialog = opened(page, qtbot)
    dialog.steps.setCurrentRow(GOAL)
    QTest.keyClicks(dialog.goal.goal, "Typed and closed")
    QTest.keyClick(dialog, Qt.Key.Key_Escape)

    with services.context.store.reading() as unit:
        feedback = unit.feedback.find(SECOND)
    assert feedback is not None
    assert feedback.goal.goal == "Typed and closed"


def test_what_is_refused_keeps_the_dialog_open(services: StudyServices, qtbot: QtBot) -> None:
    services.feedback.decline_own(SECOND, actor=SUE)
    page = shown(services, supervisor(SUE), qtbot)
    dialog = opened(page, qtbot)
    dialog.steps.setCurrentRow(GOAL)
    dialog.goal.goal.setPlainText("w" * 2_500)
    dialog.reject()

    assert dialog.isVisible()
    assert "2,500 characters" in dialog.goal.refusal
    dialog.goal.goal.setPlainText("short")
    dialog.reject()
    assert not dialog.isVisible()


def test_names_that_are_looked_for_are_found_and_not_stored(
    services: StudyServices, qtbot: QtBot
) -> None:
    services.feedback.decline_own(SECOND, actor=SUE)
    page = shown(services, supervisor(SUE), qtbot)
    dialog = opened(page, qtbot)
    dialog.steps.setCurrentRow(MOMENTS)
    dialog.moments.table.selectRow(0)
    dialog.moments.quote.setPlainText("Then Zebedee left.")
    assert dialog.moments.tick.isEnabled()

    QTest.keyClicks(dialog.moments.names_field, "Zebedee")
    assert "a name" in dialog.moments.hits
    assert not dialog.moments.tick.isEnabled()
    cursor = dialog.moments.quote.textCursor()
    cursor.setPosition(5)
    cursor.setPosition(12, cursor.MoveMode.KeepAnchor)
    dialog.moments.quote.setTextCursor(cursor)
    (mother,) = [b for b in dialog.findChildren(QPushButton) if b.text() == "[mother]"]
    press(mother)
    assert dialog.moments.quote.toPlainText() == "Then [mother] left."
    assert dialog.moments.tick.isEnabled()
    dialog.reject()
    database = services.path / "study.db"
    assert b"Zebedee" not in database.read_bytes()


def test_a_release_is_taken_back_with_a_reason(services: StudyServices, qtbot: QtBot) -> None:
    release(services)
    page = shown(services, supervisor(SUE), qtbot)
    press(page.view.take_back)
    dialog = the(TakeBackDialog, page, qtbot)
    assert not dialog.act.isEnabled()
    QTest.keyClicks(dialog.reason, "a wrong word")
    press(dialog.act)
    qtbot.waitUntil(lambda: cells(page.view.table)[0][2] == "draft", timeout=10_000)


def release(services: StudyServices) -> None:
    services.feedback.decline_own(SECOND, actor=SUE)
    services.feedback.choose_points(
        SECOND, [Point(kind=kind, wording="Made-up words") for kind in PointKind], actor=SUE
    )
    for each in ("good", "build", "named"):
        services.feedback.read_moment(SECOND, ReadMoment(evidence_id=each), actor=SUE)
    services.releases.release(SessionId(SECOND), actor=SUE)


# Nothing is lost


@pytest.fixture
def unsure(monkeypatch: pytest.MonkeyPatch, sure: list[str]) -> list[str]:
    """Answer every question with no; gives what was asked."""

    def no(_parent: QWidget, _title: str, question: str) -> QMessageBox.StandardButton:
        sure.append(question)
        return QMessageBox.StandardButton.No

    monkeypatch.setattr(QMessageBox, "question", no)
    return sure


def test_closing_with_ratings_that_were_not_kept_asks_first(
    services: StudyServices, qtbot: QtBot, unsure: list[str]
) -> None:
    page = shown(services, supervisor(SUE), qtbot)
    dialog = opened(page, qtbot)
    dialog.own.rows[0].levels[4].click()
    dialog.reject()

    assert dialog.isVisible()
    assert "chosen but not kept" in unsure[0]
    dialog.own.rows[0].clear.click()
    dialog.reject()
    assert not dialog.isVisible()


def test_words_of_a_moment_stay_while_another_is_looked_at_and_closing_asks(
    services: StudyServices, qtbot: QtBot, unsure: list[str]
) -> None:
    services.feedback.decline_own(SECOND, actor=SUE)
    page = shown(services, supervisor(SUE), qtbot)
    dialog = opened(page, qtbot)
    dialog.steps.setCurrentRow(MOMENTS)
    moments = dialog.moments
    moments.table.selectRow(0)
    moments.quote.setPlainText("Worded with care")
    moments.table.selectRow(1)
    assert moments.quote.toPlainText() != "Worded with care"
    moments.table.selectRow(0)
    assert moments.quote.toPlainText() == "Worded with care"

    dialog.reject()
    assert dialog.isVisible()
    assert "changed but not ticked" in unsure[0]
    press(moments.tick)
    qtbot.waitUntil(lambda: moments.unkept == "", timeout=10_000)
    settled(dialog, qtbot)
    dialog.reject()
    assert not dialog.isVisible()


def test_the_first_moment_that_nobody_has_read_is_shown_first(
    services: StudyServices, qtbot: QtBot
) -> None:
    services.feedback.decline_own(SECOND, actor=SUE)
    services.feedback.read_moment(SECOND, ReadMoment(evidence_id="good"), actor=SUE)
    page = shown(services, supervisor(SUE), qtbot)
    moments = opened(page, qtbot).moments

    assert moments.chosen is not None
    assert moments.chosen.evidence_id == "build"


def test_looking_changes_nothing(services: StudyServices, qtbot: QtBot) -> None:
    services.feedback.decline_own(SECOND, actor=SUE)
    services.feedback.agree_goal(SECOND, Goal(goal="With a space at its end "), actor=SUE)
    two = ("named", "good")
    points = [
        Point(kind=PointKind.STRENGTH, wording="Words with a space ", evidence_ids=two),
        Point(kind=PointKind.BUILD, wording="Made up"),
    ]
    services.feedback.choose_points(SECOND, points, actor=SUE)
    page = shown(services, supervisor(SUE), qtbot)
    dialog = opened(page, qtbot)
    for row in range(5):
        dialog.steps.setCurrentRow(row)
        dialog._store_pending()
        settled(dialog, qtbot)
    dialog.reject()

    with services.context.store.reading() as unit:
        feedback = unit.feedback.find(SECOND)
    assert feedback is not None
    assert feedback.version == 3
    assert feedback.points == tuple(points)


def test_a_moment_that_is_not_shared_any_more_leaves_its_point(
    services: StudyServices, qtbot: QtBot
) -> None:
    services.feedback.decline_own(SECOND, actor=SUE)
    point = Point(kind=PointKind.STRENGTH, wording="Made up", evidence_ids=("good", "named"))
    services.feedback.choose_points(SECOND, [point], actor=SUE)
    with services.context.store.transaction() as unit:
        (coding,) = unit.codings.of_session(SECOND)
        (named,) = (e for e in coding.evidence if e.evidence_id == "named")
        unshared = replace(named, share=False)
        evidence = tuple(unshared if e is named else e for e in coding.evidence)
        unit.codings.save(
            replace(coding, evidence=evidence),
            expected_version=coding.version,
            changes=(EvidenceChange("named", unshared),),
        )
    page = shown(services, supervisor(SUE), qtbot)
    opened(page, qtbot).reject()

    with services.context.store.reading() as unit:
        feedback = unit.feedback.find(SECOND)
    assert feedback is not None
    assert feedback.points == (replace(point, evidence_ids=("good",)),)


def test_what_cannot_be_stored_is_given_up_only_when_asked(
    services: StudyServices, qtbot: QtBot, sure: list[str]
) -> None:
    services.feedback.decline_own(SECOND, actor=SUE)
    page = shown(services, supervisor(SUE), qtbot)
    dialog = opened(page, qtbot)
    dialog.steps.setCurrentRow(GOAL)
    dialog.goal.goal.setPlainText("w" * 2_500)
    dialog.reject()
    assert dialog.isVisible()
    assert sure == []

    dialog.reject()
    assert "Close without it?" in sure[0]
    assert not dialog.isVisible()


def test_a_refusal_is_not_tried_again_until_something_is_changed(
    services: StudyServices, qtbot: QtBot
) -> None:
    services.feedback.decline_own(SECOND, actor=SUE)
    page = shown(services, supervisor(SUE), qtbot)
    dialog = opened(page, qtbot)
    dialog.steps.setCurrentRow(GOAL)
    dialog.goal.with_whom.setText("w" * 2_500)
    dialog._store_pending()
    settled(dialog, qtbot)
    assert "2,500 characters" in dialog.goal.refusal

    dialog._store_pending()
    assert not dialog.is_busy
    dialog.goal.with_whom.setText("the next family")
    assert dialog.goal.refusal == ""
    dialog._store_pending()
    settled(dialog, qtbot)
    qtbot.waitUntil(lambda: dialog.goal.pending() is None, timeout=10_000)


def test_a_response_that_is_refused_stays_to_be_shortened(
    services: StudyServices, qtbot: QtBot, unsure: list[str]
) -> None:
    services.feedback.decline_own(SECOND, actor=SUE)
    page = shown(services, supervisor(SUE), qtbot)
    press(page.view.response)
    dialog = the(ResponseDialog, page, qtbot)
    dialog.words.setPlainText("w" * 2_500)
    press(dialog.act)
    qtbot.waitUntil(lambda: "2,500 characters" in dialog.refusal, timeout=10_000)
    assert dialog.isVisible()
    dialog.reject()
    assert dialog.isVisible()
    assert unsure == ["Close without keeping the words?"]

    dialog.words.setPlainText("Shorter.")
    press(dialog.act)
    qtbot.waitUntil(lambda: not page.findChildren(ResponseDialog), timeout=10_000)
    assert services.feedback.draft(SECOND, SUE).feedback.response == "Shorter."


def test_another_person_in_the_header_finds_no_dialog_and_what_was_typed_is_kept(
    services: StudyServices, qtbot: QtBot
) -> None:
    services.feedback.decline_own(SECOND, actor=SUE)
    page = shown(services, supervisor(SUE), qtbot)
    dialog = opened(page, qtbot)
    dialog.steps.setCurrentRow(GOAL)
    dialog.goal.goal.setPlainText("Typed as another came")
    page.show_person(supervisor(TOM))

    assert not dialog.isVisible()
    with services.context.store.reading() as unit:
        feedback = unit.feedback.find(SECOND)
        last = unit.history.of_session(SECOND)[-1]
    assert feedback is not None
    assert feedback.goal.goal == "Typed as another came"
    assert last.actor == SUE


def test_a_goal_that_changed_since_the_pages_were_shown_stops_the_release(
    services: StudyServices, qtbot: QtBot
) -> None:
    release(services)
    services.releases.take_back(SECOND, "to look once more", actor=SUE)
    page = shown(services, supervisor(SUE), qtbot)
    dialog = opened(page, qtbot)
    dialog.steps.setCurrentRow(RELEASE)
    qtbot.waitUntil(lambda: dialog.release.n_pages > 0, timeout=20_000)
    services.feedback.agree_goal(SECOND, Goal(goal="Put down elsewhere"), actor=SUE)
    press(dialog.release.release)
    qtbot.waitUntil(lambda: "changed since its pages" in dialog.release.refusal, timeout=20_000)
    with services.context.store.reading() as unit:
        assert not any(r.is_in_force for r in unit.releases.of_session(SECOND))


# Consent, and everything by Tab


def test_a_lead_records_what_was_agreed(services: StudyServices, qtbot: QtBot) -> None:
    page = shown(services, THE_LEAD, qtbot)
    press(page.view.consent)
    dialog = the(ConsentDialog, page, qtbot)
    assert not dialog.act.isEnabled()
    dialog.fields[ConsentUse.LISTENING].setCurrentText("agreed")
    press(dialog.act)

    def recorded() -> bool:
        answers = services.consents.of_session(SECOND)
        return set(answers) == {ConsentUse.LISTENING} and answers[ConsentUse.LISTENING].given

    qtbot.waitUntil(recorded, timeout=10_000)


def test_a_supervisor_is_not_offered_to_record_consent(
    services: StudyServices, qtbot: QtBot
) -> None:
    assert shown(services, supervisor(SUE), qtbot).view.consent.isHidden()


def test_the_page_is_walked(services: StudyServices, frames: FocusFrames, qtbot: QtBot) -> None:
    page = shown(services, THE_LEAD, qtbot)
    qtbot.waitUntil(lambda: page.view.course.table.rows_model().rows != (), timeout=10_000)
    page.activateWindow()
    page.focus_first()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)

    walk(page)


@pytest.mark.parametrize("row", range(5))
def test_a_step_is_walked(
    services: StudyServices, frames: FocusFrames, row: int, qtbot: QtBot
) -> None:
    if row:
        services.feedback.decline_own(SECOND, actor=SUE)
    page = shown(services, supervisor(SUE), qtbot)
    dialog = opened(page, qtbot)
    dialog.steps.setCurrentRow(row)
    settled(dialog, qtbot)
    if row == RELEASE:
        qtbot.waitUntil(lambda: dialog.release.n_pages > 0, timeout=20_000)
    dialog.steps.setFocus()

    walk(dialog)


def walk(window: QWidget) -> None:
    assert faults(window) == []
    stops = tab_stops(window)
    assert unreached(window, stops) == []
    assert out_of_order(window, stops) == []
    assert unseen_focus(stops) == []


# The team


def test_the_team_has_means_over_workers_and_the_pages_of_its_report(
    services: StudyServices, qtbot: QtBot
) -> None:
    page = shown(services, THE_LEAD, qtbot)
    page.tabs.setCurrentIndex(1)
    qtbot.waitUntil(lambda: page.team.pages.n_pages > 0, timeout=20_000)

    means = {row[0]: row[1:] for row in cells(page.team.table)}
    assert means["Care and engagement"][0] == "1.8"  # 1.75: the mean of 2.5 (2.33 and 2.67) and 1
    assert means["Care and engagement"][2:] == ["2", "3"]


def test_the_senior_variant_of_few_workers_is_refused_in_a_sentence(
    services: StudyServices, qtbot: QtBot
) -> None:
    page = shown(services, THE_LEAD, qtbot)
    page.tabs.setCurrentIndex(1)
    qtbot.waitUntil(lambda: page.team.pages.n_pages > 0, timeout=20_000)
    page.team.senior.click()
    qtbot.waitUntil(lambda: bool(page.team.refusal), timeout=20_000)

    assert "5 workers" in page.team.refusal
    assert cells(page.team.table) == []
    assert not page.team.save.isEnabled()


def test_the_team_is_walked(services: StudyServices, frames: FocusFrames, qtbot: QtBot) -> None:
    page = shown(services, supervisor(SUE), qtbot)
    page.tabs.setCurrentIndex(1)
    qtbot.waitUntil(lambda: page.team.pages.n_pages > 0, timeout=20_000)
    page.activateWindow()
    page.team.focus_first()

    walk(page)


def test_kept_ratings_of_the_worker_stay_readable_and_cannot_be_changed(
    services: StudyServices, qtbot: QtBot
) -> None:
    services.feedback.rate_own(SECOND, {"empathy": 4.0}, actor=SUE)
    page = shown(services, supervisor(SUE), qtbot)
    dialog = opened(page, qtbot)
    dialog.steps.setCurrentRow(OWN)
    (row,) = [r for r in dialog.own.rows if r.dimension.dimension_id == "empathy"]

    assert [level for level, radio in row.levels.items() if radio.isEnabled()] == [4]
    QTest.mouseClick(row.levels[4], Qt.MouseButton.LeftButton)
    QTest.mouseClick(row.levels[2], Qt.MouseButton.LeftButton)
    assert row.value == 4.0
