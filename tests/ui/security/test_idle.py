from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from practicecoder.ui.security.clipboard import ClipboardClearing
from practicecoder.ui.security.idle import LOOK_EVERY_MS, SLEPT_S, STALLED_S, IdleWatch, asleep_s
from practicecoder.ui.security.screen_lock import ScreenLock


class Clock:
    """Seconds on the wall, which pass when a test says so."""

    def __init__(self) -> None:
        self.seconds = 1_000_000.0

    def __call__(self) -> float:
        return self.seconds


class Stage:
    """A watch, its clock, and what it told."""

    def __init__(self, watch: IdleWatch, clock: Clock) -> None:
        self.watch, self.clock = watch, clock
        self.told: list[str] = []
        self.plays = False
        self.asleep_s: float | None = 0.0
        watch.idle.connect(lambda: self.told.append("idle"))
        watch.slept.connect(lambda: self.told.append("slept"))

    def pass_s(self, seconds: float) -> None:
        """Time goes by, with looks as often as they come."""
        while seconds > 0:
            step = min(seconds, LOOK_EVERY_MS / 1000)
            self.clock.seconds += step
            seconds -= step
            self.watch.look()


@pytest.fixture
def owner(qtbot: QtBot) -> Iterator[QObject]:
    made = QObject()
    yield made
    made.deleteLater()


@pytest.fixture
def stage(owner: QObject) -> Iterator[Stage]:
    clock = Clock()
    stages: list[Stage] = []
    watch = IdleWatch(
        owner,
        now=clock,
        is_active=lambda: bool(stages) and stages[0].plays,
        asleep=lambda: stages[0].asleep_s if stages else 0.0,
    )
    stages.append(Stage(watch, clock))
    yield stages[0]
    watch.stop()


def test_idleness_is_told_once_and_counted_anew(stage: Stage) -> None:
    stage.watch.watch(10)
    stage.pass_s(599)
    assert stage.told == []
    stage.pass_s(6)
    assert stage.told == ["idle"]
    stage.pass_s(590)
    assert stage.told == ["idle"]


def test_any_act_counts_from_there(stage: Stage) -> None:
    stage.watch.watch(10)
    stage.pass_s(590)
    stage.watch.note_act()
    stage.pass_s(590)
    assert stage.told == []


def test_sound_that_plays_keeps_the_study_open_and_time_counts_from_its_end(
    stage: Stage,
) -> None:
    stage.watch.watch(10)
    stage.plays = True
    stage.pass_s(3_600)
    stage.plays = False
    stage.pass_s(590)
    assert stage.told == []
    stage.pass_s(15)
    assert stage.told == ["idle"]


def test_keys_and_the_mouse_are_acts_and_paint_is_none(stage: Stage, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    stage.watch.watch(10)
    handle = window.windowHandle()
    acts: list[Callable[[], object]] = [
        lambda: QTest.keyClick(handle, Qt.Key.Key_A),
        lambda: QTest.mouseMove(handle, QPoint(5, 5)),
        lambda: QTest.mouseClick(handle, Qt.MouseButton.LeftButton),
    ]
    for act in acts:
        stage.pass_s(590)
        act()
        assert stage.told == []
    stage.pass_s(590)
    window.repaint()
    assert not stage.watch.eventFilter(handle, QEvent(QEvent.Type.UpdateRequest))
    stage.pass_s(15)
    assert stage.told == ["idle"]


def test_never_means_never_but_sleep_is_told(stage: Stage) -> None:
    stage.watch.watch(None)
    stage.pass_s(86_400)
    assert stage.told == []
    stage.asleep_s = SLEPT_S + 1
    stage.pass_s(5)
    assert stage.told == ["slept"]


def test_a_window_that_stood_still_did_not_sleep(stage: Stage) -> None:
    stage.watch.watch(None)
    stage.clock.seconds += 300
    stage.watch.look()
    assert stage.told == []


def test_where_sleep_is_not_told_of_a_late_look_counts_as_one(stage: Stage) -> None:
    stage.asleep_s = None
    stage.watch.watch(None)
    stage.pass_s(60)
    assert stage.told == []
    stage.clock.seconds += STALLED_S + LOOK_EVERY_MS
    stage.watch.look()
    assert stage.told == ["slept"]


def test_the_system_tells_how_long_it_slept_or_says_that_it_cannot() -> None:
    before = asleep_s()
    assert before is None or asleep_s() == pytest.approx(before, abs=1.0)


def test_clock_that_is_set_back_locks_nothing(stage: Stage) -> None:
    stage.watch.watch(10)
    stage.clock.seconds -= 7_200
    stage.watch.look()
    stage.pass_s(590)
    assert stage.told == []


def test_stopped_watch_listens_to_nothing(stage: Stage) -> None:
    stage.watch.watch(10)
    assert stage.watch.is_watching
    stage.watch.stop()
    assert not stage.watch.is_watching


def test_sleep_and_locks_of_the_screen_are_told_and_their_ends_are_not(owner: QObject) -> None:
    lock = ScreenLock(owner)
    told: list[bool] = []
    lock.locked.connect(lambda: told.append(True))
    lock.note_sleep(False)
    lock.note_saver(False)
    assert told == []
    lock.note_sleep(True)
    lock.note_saver(True)
    lock.note_lock()
    assert told == [True] * 3


@pytest.mark.parametrize("is_ours", [True, False])
def test_clipboard_is_cleared_only_of_what_is_ours(owner: QObject, is_ours: bool) -> None:
    QGuiApplication.clipboard().setText("S-4 3 2")
    clearing = ClipboardClearing(
        owner, owns=lambda mode: is_ours and mode is QClipboard.Mode.Clipboard
    )
    clearing.begin()
    assert clearing.is_due
    assert QGuiApplication.clipboard().text() == "S-4 3 2"
    clearing.clear()
    assert QGuiApplication.clipboard().text() == ("" if is_ours else "S-4 3 2")
    assert not clearing.is_due


def test_clipboard_is_kept_for_a_person_who_is_back(owner: QObject) -> None:
    clearing = ClipboardClearing(owner)
    clearing.begin()
    clearing.keep()
    assert not clearing.is_due


def test_idleness_that_could_not_be_acted_upon_is_told_again_in_a_minute(stage: Stage) -> None:
    stage.watch.watch(10)
    stage.watch.idle.connect(stage.watch.tell_again)
    stage.pass_s(606)
    assert stage.told == ["idle"]
    stage.pass_s(66)
    assert stage.told == ["idle", "idle"]
    stage.watch.note_act()
    stage.pass_s(66)
    assert stage.told == ["idle", "idle"]
