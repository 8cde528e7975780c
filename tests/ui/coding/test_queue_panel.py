"""The queue beside the coding: blind, in its order, and leading on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from practicecoder.domain.ids import BlindCode, SessionId
from practicecoder.domain.sessions import SessionState
from practicecoder.domain.withdrawal import WithdrawalChoice
from practicecoder.services.context import StudyServices
from practicecoder.services.session_rows import QueueRow, QueueState
from practicecoder.services.withdrawal import WithdrawalRequest
from practicecoder.ui.coding.coding_host import CodingHost
from practicecoder.ui.coding.queue_panel import next_to_code
from practicecoder.ui.settings import Settings
from tests.ui.coding.made_up import CODE, CODER, LEAD, make_study
from tests.ui.coding.studio import CONTROL, Hands
from tests.ui.finding import called

KEY = Qt.Key
NEW, BEGUN, DONE = QueueState.NEW, QueueState.IN_PROGRESS, QueueState.SUBMITTED


class Seat(Hands):
    """A coder in front of the coding page with a queue of three."""

    def __init__(
        self, qtbot: QtBot, services: StudyServices, host: CodingHost, told: list[str]
    ) -> None:
        super().__init__(qtbot)
        self.qtbot = qtbot
        self.services = services
        self.host = host
        self.page = host.coding_page
        self.queue = host.coding_page.queue
        self.told = told

    @property
    def open_code(self) -> str | None:
        """Blind code of the session that is open."""
        coding = self.page.coding
        return None if coding is None else str(coding.session_id)

    def states(self) -> dict[str, str]:
        """States in the queue as they are written."""
        model = self.queue.table.rows_model()
        return {
            str(model.index(row, 0).data()): str(model.index(row, 2).data())
            for row in range(model.rowCount())
        }

    def submit(self) -> None:
        """Decide everything of the open session and lock it."""
        coding = self.page._coding
        assert coding is not None
        coding.answer("behaviour_change_discussed", False)
        for dimension_id in coding.codebook.dimension_ids:
            if dimension_id != "evocation":
                coding.rate(dimension_id, 3)
        assert coding.submit("no sound")


@pytest.fixture
def seat(tmp_path: Path, settings: Settings, qtbot: QtBot) -> Iterator[Seat]:
    services = make_study(tmp_path / "study", sessions=3)
    people = {person.coder_id: person for person in services.people.coders()}
    host = CodingHost(services, settings)
    qtbot.addWidget(host)
    told: list[str] = []
    host.told.connect(told.append)
    host.show_person(people[CODER])
    host.resize(1270, 690)
    with qtbot.waitExposed(host):
        host.show()
    host.activateWindow()
    seat = Seat(qtbot, services, host, told)
    qtbot.waitUntil(lambda: len(seat.states()) == 3)
    host.focus_first()
    yield seat
    host.leave()
    services.close()


@pytest.mark.parametrize("choice", [WithdrawalChoice.NO_NEW_USE, WithdrawalChoice.ERASE_ALL])
def test_a_session_that_is_withdrawn_while_it_is_open_is_closed(
    seat: Seat, choice: WithdrawalChoice
) -> None:
    assert seat.open_code == CODE
    seat.page.notes.field.setPlainText("made-up words that nobody may keep")
    with seat.services.context.store.reading() as unit:
        session = unit.sessions.find_blind(CODE)
    assert session is not None
    session_id = session.session_id
    done = seat.services.withdrawal.withdraw(
        WithdrawalRequest(
            session_id=session_id, choice=choice, reason="asked", confirmation=session_id
        ),
        actor=LEAD,
    )
    seat.host.refresh(done.change)

    assert seat.page.coding is None
    seat.host.read()
    assert seat.host.open_code not in (None, CODE)
    assert seat.page.notes.field.toPlainText() == ""
    assert seat.host.flush()
    assert b"nobody may keep" not in (seat.services.path / "study.db").read_bytes()


def test_a_session_that_stays_in_the_queue_stays_open(seat: Seat) -> None:
    with seat.services.context.store.reading() as unit:
        other = next(s for s in unit.sessions.all() if s.blind_code != CODE)
    change = seat.services.session_use.take_out(
        [other.session_id], SessionState.WITHDRAWN, actor=LEAD, reason="asked"
    )
    seat.host.refresh(change)
    assert seat.open_code == CODE


def a_row(code: str, state: QueueState) -> QueueRow:
    return QueueRow(
        blind_code=BlindCode(code), state=state, duration_ms=None, n_decided=0, n_dimensions=7
    )


@pytest.mark.parametrize(
    ("states", "current", "expected"),
    [
        ([NEW, NEW, NEW], "S-1", "S-2"),
        ([NEW, DONE, NEW], "S-1", "S-3"),
        ([BEGUN, DONE, DONE], "S-3", "S-1"),
        ([BEGUN, DONE, DONE], "S-1", None),
        ([DONE, DONE, DONE], "S-1", None),
        ([NEW, BEGUN, DONE], None, "S-2"),
        ([NEW, NEW, DONE], None, "S-1"),
        ([], None, None),
    ],
)
def test_the_next_session_is_the_first_after_this_one_that_is_not_submitted(
    states: list[QueueState], current: str | None, expected: str | None
) -> None:
    rows = [a_row(f"S-{place}", state) for place, state in enumerate(states, start=1)]
    assert next_to_code(rows, None if current is None else BlindCode(current)) == expected


def test_the_queue_shows_codes_lengths_and_states_and_nothing_else(seat: Seat) -> None:
    model = seat.queue.table.rows_model()
    shown = {
        str(model.index(row, column).data(role) or "")
        for row in range(3)
        for column in range(model.columnCount())
        for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)
    }
    assert {CODE, "S-OTHER2", "S-OTHER3", "–", "open here", "new"} <= shown
    assert not any("V-0" in text for text in shown)
    assert seat.queue.progress == "0 of 3 submitted"
    assert seat.states()[CODE] == "open here"


def test_the_open_session_is_marked_in_the_queue(seat: Seat) -> None:
    row = seat.queue.table.current_row()
    assert row is not None
    assert row.row.blind_code == seat.open_code == CODE


def test_enter_in_the_queue_opens_a_session_after_saving_the_other(seat: Seat) -> None:
    seat.page.notes.field.setFocus()
    seat.type("half a sen")
    seat.queue.table.setFocus()
    seat.press(KEY.Key_End, CONTROL)
    seat.press(KEY.Key_Return)
    assert seat.open_code == "S-OTHER3"
    seat.wait_for_focus_in(seat.page.listening)
    with seat.host._services.context.store.reading() as unit:
        (first,) = unit.codings.of_session(SessionId("V-0001"))
    assert [note.text for note in first.notes] == ["half a sen"]
    seat.qtbot.waitUntil(lambda: seat.states()["S-OTHER3"] == "open here")
    assert seat.states()[CODE] == "in progress"


def test_going_through_the_queue_by_arrows_begins_nothing(seat: Seat) -> None:
    seat.queue.table.setFocus()
    seat.press(KEY.Key_Down)
    seat.press(KEY.Key_Down)
    assert seat.open_code == CODE
    with seat.host._services.context.store.reading() as unit:
        assert len(unit.codings.all()) == 1


def test_one_key_leads_to_the_next_session_from_anywhere(seat: Seat) -> None:
    seat.page.notes.field.setFocus()
    seat.press(KEY.Key_PageDown, CONTROL)
    assert seat.open_code == "S-OTHER2"
    seat.page.cards.enter()
    seat.press(KEY.Key_PageDown, CONTROL)
    assert seat.open_code == "S-OTHER3"
    seat.press(KEY.Key_PageDown, CONTROL)
    assert seat.open_code == CODE


def test_after_submission_enter_leads_on(seat: Seat) -> None:
    seat.submit()
    assert seat.focused is seat.page.header.next_button
    seat.qtbot.waitUntil(lambda: seat.queue.progress == "1 of 3 submitted")
    assert seat.states()[CODE] == "submitted"
    seat.press(KEY.Key_Return)
    seat.qtbot.waitUntil(lambda: seat.open_code == "S-OTHER2")
    seat.wait_for_focus_in(seat.page.listening)


def test_the_last_open_session_has_no_next_one(seat: Seat) -> None:
    for _ in range(2):
        seat.submit()
        seat.press(KEY.Key_PageDown, CONTROL)
    seat.qtbot.waitUntil(lambda: not seat.queue.next_button.isEnabled())
    assert seat.open_code == "S-OTHER3"
    seat.told.clear()
    seat.press(KEY.Key_PageDown, CONTROL)
    assert seat.open_code == "S-OTHER3"
    assert seat.told == ["Every other session in your queue is submitted."]


def test_after_the_last_submission_there_is_nothing_to_code(seat: Seat) -> None:
    for _ in range(3):
        seat.submit()
        seat.press(KEY.Key_PageDown, CONTROL)
    assert seat.open_code is None
    empty = seat.host._empty
    assert empty.isVisible()
    assert not seat.page.isVisible()


def test_what_is_assigned_meanwhile_appears(seat: Seat) -> None:
    from practicecoder.services.changes import ChangeKind, StudyChange

    services = seat.host._services
    with services.context.store.transaction() as unit:
        unit.assignments.remove(SessionId("V-0003"), CODER)
    change = StudyChange(kinds=frozenset({ChangeKind.ASSIGNMENTS}))
    seat.host.refresh(change)
    seat.qtbot.waitUntil(lambda: len(seat.states()) == 2)


def test_a_session_that_cannot_be_opened_leaves_the_open_one(seat: Seat) -> None:
    failed: list[object] = []
    seat.host.failed.connect(failed.append)
    assert not seat.host.open_session(BlindCode("S-NOBODY"))
    assert len(failed) == 1
    assert seat.open_code == CODE
    assert isinstance(seat.focused, QWidget)


def test_the_queue_tells_what_is_due(seat: Seat) -> None:
    services, queue = seat.services, seat.queue
    assert queue.due == ""
    with services.context.store.reading() as unit:
        ids = [a.session_id for a in unit.assignments.of_coder(CODER)]
    in_three_days = services.sessions.today() + timedelta(days=3)
    services.sessions.set_due(ids, in_three_days, actor=LEAD)
    queue.read()
    seat.qtbot.waitUntil(lambda: queue.due == "Due in 3 days")
    assert called(QLabel, "Due", queue).isVisible()

    rows = services.sessions.queue(CODER)
    others = [replace(row, days_left=-1) for row in rows if row.blind_code != seat.open_code]
    queue._show([row for row in rows if row.blind_code == seat.open_code] + others)
    assert queue.due == "Due in 3 days\n2 others overdue"
