from __future__ import annotations

import logging
import threading
from concurrent.futures import CancelledError

import pytest
import shiboken6
from PySide6.QtCore import QObject, QThread
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from practicecoder.errors import StudyClosedError
from practicecoder.ui.tasks import TaskControl, TaskHandle, run_task


class Seen:
    """Everything that was delivered, and in which thread."""

    def __init__(self) -> None:
        self.results: list[object] = []
        self.errors: list[Exception] = []
        self.progress: list[object] = []
        self.threads: set[QThread] = set()

    def result(self, value: object) -> None:
        self.results.append(value)
        self.threads.add(QThread.currentThread())

    def error(self, error: Exception) -> None:
        self.errors.append(error)
        self.threads.add(QThread.currentThread())

    def step(self, value: object) -> None:
        self.progress.append(value)
        self.threads.add(QThread.currentThread())

    @property
    def is_told(self) -> bool:
        return bool(self.results or self.errors)


@pytest.fixture
def seen() -> Seen:
    return Seen()


@pytest.fixture
def owner(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


def settle(qtbot: QtBot, handle: TaskHandle) -> None:
    """Wait until the work is over and every letter was read."""
    qtbot.waitUntil(lambda: handle.is_over)
    last = Seen()
    marker = QObject()
    run_task(marker, int, on_success=last.result, on_failure=last.error)
    qtbot.waitUntil(lambda: last.is_told)


def test_result_comes_back_in_the_windows_thread(qtbot: QtBot, owner: QWidget, seen: Seen) -> None:
    worked_in: list[int] = []

    def work() -> int:
        worked_in.append(threading.get_ident())
        return 42

    run_task(owner, work, on_success=seen.result, on_failure=seen.error)
    assert not seen.is_told  # never before run_task has returned
    qtbot.waitUntil(lambda: seen.is_told)
    assert seen.results == [42]
    assert seen.threads == {owner.thread()}
    assert worked_in != [threading.get_ident()]


def test_error_comes_back_as_it_was_raised(qtbot: QtBot, owner: QWidget, seen: Seen) -> None:
    trouble = ValueError("made up")

    def work() -> None:
        raise trouble

    run_task(owner, work, on_success=seen.result, on_failure=seen.error)
    qtbot.waitUntil(lambda: seen.is_told)
    assert seen.errors == [trouble]
    assert seen.results == []
    assert seen.threads == {owner.thread()}


def test_progress_comes_in_order_and_before_the_result(
    qtbot: QtBot, owner: QWidget, seen: Seen
) -> None:
    def work(control: TaskControl[int]) -> str:
        for step in range(50):
            control.report(step)
        return "done"

    def finish(value: str) -> None:
        assert len(seen.progress) == 50
        seen.result(value)

    run_task(owner, work, on_success=finish, on_failure=seen.error, on_progress=seen.step)
    qtbot.waitUntil(lambda: seen.is_told)
    assert seen.results == ["done"]
    assert seen.progress == list(range(50))
    assert seen.threads == {owner.thread()}


def test_nothing_is_delivered_after_cancelling(qtbot: QtBot, owner: QWidget, seen: Seen) -> None:
    may_go_on = threading.Event()
    stopped: list[bool] = []

    def work(control: TaskControl[str]) -> str:
        may_go_on.wait()
        control.report("too late")
        stopped.append(control.is_cancelled())
        return "too late"

    handle = run_task(
        owner, work, on_success=seen.result, on_failure=seen.error, on_progress=seen.step
    )
    handle.cancel()
    may_go_on.set()
    settle(qtbot, handle)
    assert stopped == [True]
    assert not seen.is_told
    assert seen.progress == []


def test_result_already_under_way_is_held_back_by_cancelling(
    qtbot: QtBot, owner: QWidget, seen: Seen
) -> None:
    ended = threading.Event()

    def work() -> None:
        ended.set()

    handle = run_task(owner, work, on_success=seen.result, on_failure=seen.error)
    ended.wait()  # the letter is on its way, and this thread has not read it yet
    handle.cancel()
    settle(qtbot, handle)
    assert not seen.is_told


def test_work_that_raises_cancelled_error_by_itself_is_told(
    qtbot: QtBot, owner: QWidget, seen: Seen
) -> None:
    def work() -> None:
        raise CancelledError

    run_task(owner, work, on_success=seen.result, on_failure=seen.error)
    qtbot.waitUntil(lambda: seen.is_told)
    assert [type(error) for error in seen.errors] == [CancelledError]


def test_work_that_comes_after_the_study_was_closed_is_told_to_nobody(
    qtbot: QtBot, owner: QWidget, seen: Seen
) -> None:
    def read() -> None:
        raise StudyClosedError

    settle(qtbot, run_task(owner, read, on_success=seen.result, on_failure=seen.error))
    assert not seen.is_told


@pytest.mark.parametrize("fails", [True, False])
def test_owner_that_is_deleted_meanwhile_hears_nothing(
    qtbot: QtBot, seen: Seen, caplog: pytest.LogCaptureFixture, fails: bool
) -> None:
    parent = QObject()
    owner = QObject(parent)
    may_go_on = threading.Event()

    def work(control: TaskControl[str]) -> str:
        may_go_on.wait()
        assert control.is_cancelled()
        control.report("nobody listens")
        if fails:
            raise ValueError("secret detail")
        return "nobody waits"

    with caplog.at_level(logging.INFO):
        handle = run_task(
            owner, work, on_success=seen.result, on_failure=seen.error, on_progress=seen.step
        )
        shiboken6.delete(parent)
        may_go_on.set()
        settle(qtbot, handle)
    assert not seen.is_told
    assert seen.progress == []
    assert "secret detail" not in caplog.text
    assert ("ValueError" in caplog.text) is fails


def test_owners_that_come_and_go_by_the_hundred(qtbot: QtBot, seen: Seen) -> None:
    def work(control: TaskControl[int]) -> None:
        for step in range(5):
            control.report(step)

    handles = []
    for number in range(300):
        owner = QObject()
        handles.append(
            run_task(
                owner, work, on_success=seen.result, on_failure=seen.error, on_progress=seen.step
            )
        )
        if number % 3:
            shiboken6.delete(owner)
        else:
            owner.setParent(QApplication.instance())
    qtbot.waitUntil(lambda: len(seen.results) == 100)
    qtbot.waitUntil(lambda: all(handle.is_over for handle in handles))
    assert seen.errors == []
    assert len(seen.progress) == 500


def test_finished_tasks_leave_nothing_on_their_owner(
    qtbot: QtBot, owner: QWidget, seen: Seen
) -> None:
    run_task(owner, int, on_success=seen.result, on_failure=seen.error)
    qtbot.waitUntil(lambda: seen.is_told)
    before = owner.receivers("2destroyed(QObject*)")
    for _ in range(20):
        run_task(owner, int, on_success=seen.result, on_failure=seen.error)
    qtbot.waitUntil(lambda: len(seen.results) == 21)
    assert owner.receivers("2destroyed(QObject*)") == before


def test_many_long_tasks_do_not_keep_a_short_one_waiting(
    qtbot: QtBot, owner: QWidget, seen: Seen
) -> None:
    may_end = threading.Event()
    long_ones = [
        run_task(owner, may_end.wait, on_success=lambda _: None, on_failure=seen.error)
        for _ in range(3)
    ]
    run_task(owner, lambda: "short", on_success=seen.result, on_failure=seen.error)
    qtbot.waitUntil(lambda: seen.is_told)
    assert not any(handle.is_over for handle in long_ones)
    may_end.set()
    qtbot.waitUntil(lambda: all(handle.is_over for handle in long_ones))
