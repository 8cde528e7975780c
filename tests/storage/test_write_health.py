"""After a refused write the study takes no other one, until a real one has succeeded."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from practicecoder.domain.ids import OfficeId
from practicecoder.domain.people import Office
from practicecoder.errors import DiskFullError, StudyDamagedError
from practicecoder.storage.database import Database
from practicecoder.storage.engine import connect_sqlite
from practicecoder.storage.write_health import HealthNews

pytestmark = pytest.mark.usefixtures("disk_waited_for")


@pytest.fixture
def file(tmp_path: Path, empty_file: Path) -> Path:
    return Path(shutil.copy(empty_file, tmp_path / "study.db"))


@pytest.fixture
def on_disk(file: Path) -> Iterator[Database]:
    with closing(Database.on_file(file, read_only=False, path=file.parent)) as database:
        yield database


@pytest.fixture
def news(on_disk: Database) -> list[HealthNews]:
    heard: list[HealthNews] = []
    on_disk.health.listen(heard.append)
    return heard


def add_office(database: Database, name: str) -> None:
    with database.transaction() as unit:
        unit.people.add_office(Office(office_id=OfficeId(name)))


def leave_pages(database: Database, file: Path, pages: int) -> None:
    assert database.writer is not None
    with database.writer.connect() as connection:
        most = file.stat().st_size // 4096 + pages
        connection.exec_driver_sql(f"PRAGMA max_page_count={most}").fetchall()


def fill_up(database: Database, file: Path) -> None:
    leave_pages(database, file, 0)
    with pytest.raises(DiskFullError):
        add_office(database, "x" * 200_000)


def test_a_small_write_is_refused_too_after_a_full_disk(
    on_disk: Database, file: Path, news: list[HealthNews]
) -> None:
    fill_up(on_disk, file)
    with pytest.raises(DiskFullError):
        add_office(on_disk, "small")
    with on_disk.reading() as unit:
        assert unit.people.offices() == ()

    assert isinstance(on_disk.health.trouble, DiskFullError)
    assert news == [HealthNews.FAILED, HealthNews.REFUSED]


def test_a_probe_fails_while_there_is_no_room(
    on_disk: Database, file: Path, news: list[HealthNews]
) -> None:
    fill_up(on_disk, file)
    with pytest.raises(DiskFullError):
        on_disk.probe()

    assert news == [HealthNews.FAILED, HealthNews.FAILED]


def test_a_probe_that_succeeds_opens_the_study_again_and_leaves_nothing_behind(
    on_disk: Database, file: Path, news: list[HealthNews]
) -> None:
    with closing(connect_sqlite(file, "ro")) as connection:
        before = connection.execute("SELECT sql FROM sqlite_master ORDER BY name").fetchall()
    fill_up(on_disk, file)
    leave_pages(on_disk, file, 1000)
    on_disk.probe()
    add_office(on_disk, "saved again")

    with closing(connect_sqlite(file, "ro")) as connection:
        after = connection.execute("SELECT sql FROM sqlite_master ORDER BY name").fetchall()
    assert on_disk.health.trouble is None
    assert news == [HealthNews.FAILED, HealthNews.RECOVERED]
    assert after == before


def test_the_last_saved_act_is_known_and_a_probe_is_none(on_disk: Database, file: Path) -> None:
    on_disk.probe()
    before = on_disk.health.saved_at
    add_office(on_disk, "saved")
    saved_at = on_disk.health.saved_at
    fill_up(on_disk, file)

    assert before is None
    assert saved_at is not None
    assert on_disk.health.saved_at == saved_at


def test_damage_found_by_reading_stops_writing(
    on_disk: Database, file: Path, news: list[HealthNews]
) -> None:
    on_disk.reader.dispose()
    content = file.read_bytes()
    file.write_bytes(b"no database at all" + content[18:])
    with pytest.raises(StudyDamagedError), on_disk.reading() as unit:
        unit.people.offices()
    with pytest.raises(StudyDamagedError):
        add_office(on_disk, "made up")

    assert news == [HealthNews.FAILED, HealthNews.REFUSED]


def test_who_stopped_listening_hears_no_more(on_disk: Database, file: Path) -> None:
    heard: list[HealthNews] = []
    end = on_disk.health.listen(heard.append)
    end()
    fill_up(on_disk, file)

    assert heard == []
