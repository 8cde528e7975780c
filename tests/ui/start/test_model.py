from __future__ import annotations

from pathlib import Path

from practicecoder.domain.ids import BlindCode, CoderId
from practicecoder.services.context import StudyServices
from practicecoder.ui.settings import LastPlace, Settings
from practicecoder.ui.start.model import continuation, recent_rows


def test_without_a_recent_study_there_is_nothing_to_continue(settings: Settings) -> None:
    assert continuation(settings) is None
    assert recent_rows(settings) == ()


def test_a_study_continues_at_the_session_and_second(
    settings: Settings, laboratory: StudyServices
) -> None:
    settings.remember_study(laboratory.path, laboratory.study)
    coder = CoderId("A")
    settings.set_identity(laboratory.study.study_id, coder)
    place = LastPlace(blind_code=BlindCode("S-7Q4K2"), position_ms=845_000)
    settings.set_last_place(laboratory.study.study_id, coder, place)

    found = continuation(settings)

    assert found is not None
    assert found.text == "Northshire  ›  S-7Q4K2 at 14:05"
    assert found.path == laboratory.path


def test_a_study_that_has_gone_is_shown_as_such_and_not_continued(
    settings: Settings, laboratory: StudyServices, tmp_path: Path
) -> None:
    settings.remember_study(tmp_path / "gone", laboratory.study)

    assert continuation(settings) is None
    row = recent_rows(settings)[0]
    assert not row.is_there
    assert row.place.endswith("(not found)")


def test_the_home_folder_is_shortened(settings: Settings, laboratory: StudyServices) -> None:
    path = Path.home() / "studies" / "one"
    settings.remember_study(path, laboratory.study)

    assert recent_rows(settings)[0].place.startswith("~/studies/one")
