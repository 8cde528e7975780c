"""What a window learns about the disk under its study."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from practicecoder.domain.people import Coder
from practicecoder.errors import DiskFullError
from practicecoder.services.context import StudyServices
from practicecoder.services.storing import HealthNews
from tests.builders import ANNA, a_study, add_people


@pytest.fixture
def study(tmp_path: Path) -> Iterator[StudyServices]:
    services = a_study(tmp_path / "study")
    yield services
    services.close()


def backups_in(services: StudyServices) -> list[Path]:
    return sorted((services.path / "backups").glob("study-*.db"))


def test_a_backup_is_made_only_after_something_was_written(study: StudyServices) -> None:
    study.storing.back_up()
    first = backups_in(study)
    nothing_written = study.storing.back_up()
    add_people(study, Coder(coder_id=ANNA))
    made = study.storing.back_up()

    assert nothing_written is None
    assert made in backups_in(study)
    assert len(backups_in(study)) == len(first) + 1


def test_closing_makes_no_second_backup_of_the_same_state(tmp_path: Path) -> None:
    services = a_study(tmp_path / "study")
    add_people(services, Coder(coder_id=ANNA))
    services.storing.back_up()
    before = backups_in(services)
    services.close()

    assert backups_in(services) == before


def test_a_full_disk_is_told_and_trying_again_ends_it(study: StudyServices) -> None:
    heard: list[HealthNews] = []
    end = study.storing.listen(heard.append)
    health = study.context.store.health
    with pytest.raises(DiskFullError), health.watched():
        raise DiskFullError
    trouble = study.storing.trouble
    study.storing.try_again()
    end()

    assert isinstance(trouble, DiskFullError)
    assert study.storing.trouble is None
    assert heard == [HealthNews.FAILED, HealthNews.RECOVERED]


def test_room_is_told_for_every_part(study: StudyServices) -> None:
    room = study.storing.room()

    assert room.database_bytes == (study.path / "study.db").stat().st_size
    assert room.free_bytes <= room.total_bytes
