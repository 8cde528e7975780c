"""A disk that refuses is told in the window at once and for as long as it refuses."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from practicecoder.domain.ids import OfficeId
from practicecoder.domain.people import Office
from practicecoder.errors import BackupFailedError, DiskFullError, StudyDamagedError
from practicecoder.services.context import StudyServices
from practicecoder.ui.widgets import store_watch
from practicecoder.ui.widgets.room import RoomDialog
from practicecoder.ui.widgets.store_banners import StoreBanners
from tests.builders import a_study


@pytest.fixture
def services(tmp_path: Path) -> Iterator[StudyServices]:
    services = a_study(tmp_path / "study")
    yield services
    services.close()


@pytest.fixture
def banners(qtbot: QtBot, services: StudyServices) -> Iterator[StoreBanners]:
    banners = StoreBanners(services)
    qtbot.addWidget(banners)
    banners.show()
    with qtbot.waitSignal(banners.watch.room_is_short):
        banners.watch.look_for_room()
    yield banners
    banners.end()


def set_on_writer(services: StudyServices, pragma: str) -> None:
    writer = services.context.store._database.writer
    assert writer is not None
    with writer.connect() as connection:
        connection.exec_driver_sql(f"PRAGMA {pragma}").fetchall()


def leave_no_room(services: StudyServices) -> None:
    pages = (services.path / "study.db").stat().st_size // 4096
    set_on_writer(services, f"max_page_count={pages}")


def give_room(services: StudyServices) -> None:
    set_on_writer(services, "max_page_count=1000000")


def add_office(services: StudyServices, name: str) -> None:
    with services.context.store.transaction() as unit:
        unit.people.add_office(Office(office_id=OfficeId(name)))


def fail(services: StudyServices) -> None:
    leave_no_room(services)
    with pytest.raises(DiskFullError):
        add_office(services, "x" * 500_000)


def the_button(area: StoreBanners, words: str) -> QPushButton:
    (found,) = [
        b
        for b in area.findChildren(QPushButton)
        if b.text().replace("&", "") == words and b.isVisible()
    ]
    return found


def test_nothing_is_told_while_all_is_well(banners: StoreBanners) -> None:
    assert not banners.isVisible()
    assert banners.is_writing


def test_a_full_disk_is_told_with_the_last_saved_act(
    qtbot: QtBot, services: StudyServices, banners: StoreBanners
) -> None:
    add_office(services, "saved")
    saved_at = services.storing.saved_at
    assert saved_at is not None
    with qtbot.waitSignal(banners.writing_changed) as changed:
        fail(services)

    assert changed.args == [False]
    assert "the disk is full" in banners.trouble.text
    assert f"{saved_at.astimezone():%H:%M:%S}" in banners.trouble.detail
    assert banners.isVisible()


def test_what_is_refused_meanwhile_makes_the_banner_flash(
    qtbot: QtBot, services: StudyServices, banners: StoreBanners
) -> None:
    with qtbot.waitSignal(banners.watch.failed):
        fail(services)
    give_room(services)
    with qtbot.waitSignal(banners.watch.refused), pytest.raises(DiskFullError):
        add_office(services, "small")

    assert banners.trouble.is_flashing
    qtbot.waitUntil(lambda: not banners.trouble.is_flashing)
    assert "the disk is full" in banners.trouble.text


def test_trying_again_in_vain_says_so_and_then_succeeds(
    qtbot: QtBot, services: StudyServices, banners: StoreBanners
) -> None:
    with qtbot.waitSignal(banners.watch.failed):
        fail(services)
    again = the_button(banners, "Try again")
    with qtbot.waitSignal(banners.watch.tried) as tried:
        again.click()
    assert tried.args == [False]
    assert again.isEnabled()
    give_room(services)
    with qtbot.waitSignals([banners.watch.recovered, banners.watch.tried]):
        again.click()
    add_office(services, "saved again")

    assert banners.trouble.text == ""
    assert banners.is_writing


def test_it_is_tried_again_without_being_asked(
    qtbot: QtBot,
    services: StudyServices,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(store_watch, "RETRY_MS", 20)
    banners = StoreBanners(services)
    qtbot.addWidget(banners)
    with qtbot.waitSignal(banners.watch.failed):
        fail(services)
    give_room(services)
    with qtbot.waitSignal(banners.watch.recovered):
        pass
    banners.end()

    assert services.storing.trouble is None


def test_a_key_tries_again(qtbot: QtBot, services: StudyServices, banners: StoreBanners) -> None:
    with qtbot.waitSignal(banners.watch.failed):
        fail(services)
    give_room(services)
    qtbot.waitActive(banners)
    with qtbot.waitSignal(banners.watch.recovered):
        qtbot.keyClick(banners, Qt.Key.Key_T, Qt.KeyboardModifier.AltModifier)


def test_damage_offers_a_backup_in_place_of_room(
    qtbot: QtBot, services: StudyServices, banners: StoreBanners
) -> None:
    health = services.context.store.health
    with (
        qtbot.waitSignal(banners.watch.failed),
        pytest.raises(StudyDamagedError),
        health.watched(),
    ):
        raise StudyDamagedError(services.path, "its structure is broken")

    assert "is damaged" in banners.trouble.text
    with qtbot.waitSignal(banners.restore_wanted):
        the_button(banners, "Restore a backup…").click()
    assert not banners._where.isVisible()


def test_where_room_is_lists_the_parts_of_the_study(
    qtbot: QtBot, services: StudyServices, banners: StoreBanners
) -> None:
    with qtbot.waitSignal(banners.watch.failed):
        fail(services)
    the_button(banners, "Where is room?").click()
    (dialog,) = banners.window().findChildren(RoomDialog)
    qtbot.waitUntil(lambda: "are free" in dialog.state)
    dialog.reject()


def test_little_room_is_told_calmly_and_can_be_put_away(
    qtbot: QtBot, services: StudyServices, banners: StoreBanners, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(services.context.store, "free_bytes", lambda: 499_999_999)
    with qtbot.waitSignal(banners.watch.room_is_short):
        banners.watch.look_for_room()
    assert "500 MB" in banners.room.text
    assert banners.trouble.text == ""
    the_button(banners, "Close").click()
    with qtbot.waitSignal(banners.watch.room_is_short):
        banners.watch.look_for_room()

    assert banners.room.text == ""


def test_nothing_says_that_all_is_saved_while_a_change_is_not(
    qtbot: QtBot, services: StudyServices, banners: StoreBanners
) -> None:
    banners.watch.room_is_short.emit(True)
    assert banners.room.isVisible()

    with qtbot.waitSignal(banners.writing_changed):
        fail(services)
    banners.watch.room_is_short.emit(True)
    assert banners.trouble.isVisible()
    assert banners.room.isHidden()

    give_room(services)
    with qtbot.waitSignal(banners.watch.recovered):
        banners.watch.try_again()
    banners.watch.room_is_short.emit(True)
    assert banners.room.isVisible()


def test_a_backup_that_fails_is_told_until_one_succeeds(
    qtbot: QtBot, services: StudyServices, banners: StoreBanners, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_office(services, "to be backed up")

    def refuse() -> Path:
        raise BackupFailedError("the disk is full")

    with monkeypatch.context() as patch:
        patch.setattr(services.context.store, "backup", refuse)
        with qtbot.waitSignal(banners.watch.backup_failed):
            banners.watch.back_up()
        assert "No backup could be made" in banners.backup.text
        assert "Earlier backups are kept" in banners.backup.detail
    with qtbot.waitSignal(banners.watch.backup_made):
        the_button(banners, "Back up again").click()

    assert banners.backup.text == ""
    assert len(list((services.path / "backups").glob("study-*.db"))) == 1
