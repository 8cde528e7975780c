from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QSettings

from practicecoder.domain.ids import BlindCode, CoderId, StudyId
from practicecoder.domain.study import StudyRecord
from practicecoder.ui.settings import (
    LARGEST_TEXT,
    RECENT_LIMIT,
    SMALLEST_TEXT,
    ColourScheme,
    LastPlace,
    Playback,
    SavedView,
    Settings,
)
from tests.builders import NOW

STUDY = StudyId("study-1")
CODER = CoderId("A")


def a_record(number: int = 1) -> StudyRecord:
    from practicecoder.codebook import library

    return StudyRecord(
        study_id=StudyId(f"study-{number}"),
        title=f"Study {number}",
        codebook=library.find("swim7").ref,
        created_at=NOW,
    )


def again(settings: Settings, tmp_path: Path) -> Settings:
    """Settings as the next start of the program reads them."""
    settings.save()
    return Settings(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))


def test_the_study_opened_last_comes_first(settings: Settings, tmp_path: Path) -> None:
    for number in (1, 2, 1):
        settings.remember_study(tmp_path / str(number), a_record(number))

    recent = again(settings, tmp_path).recent_studies

    assert [study.title for study in recent] == ["Study 1", "Study 2"]
    assert recent[0].study_id == "study-1"


def test_old_studies_drop_off_the_list(settings: Settings, tmp_path: Path) -> None:
    for number in range(RECENT_LIMIT + 3):
        settings.remember_study(tmp_path / str(number), a_record(number))

    assert len(again(settings, tmp_path).recent_studies) == RECENT_LIMIT


def test_one_recent_study_survives_a_restart(settings: Settings, tmp_path: Path) -> None:
    # QSettings gives a list of one back as a plain text
    settings.remember_study(tmp_path / "only one", a_record())

    assert again(settings, tmp_path).recent_studies[0].path == tmp_path / "only one"


def test_a_forgotten_study_is_off_the_list(settings: Settings, tmp_path: Path) -> None:
    settings.remember_study(tmp_path / "1", a_record())

    settings.forget_study(tmp_path / "1")

    assert again(settings, tmp_path).recent_studies == ()


def test_nobody_is_chosen_at_first(settings: Settings) -> None:
    assert settings.identity(STUDY) is None


def test_identity_is_kept_for_each_study(settings: Settings, tmp_path: Path) -> None:
    settings.set_identity(STUDY, CODER)
    kept = again(settings, tmp_path)

    assert kept.identity(STUDY) == CODER
    assert kept.identity(StudyId("another")) is None


def test_the_place_is_kept_for_each_coder(settings: Settings, tmp_path: Path) -> None:
    place = LastPlace(
        blind_code=BlindCode("S-7Q4K2"), position_ms=845_320, is_open=True, note_id="n1"
    )
    settings.set_last_place(STUDY, CODER, place)
    kept = again(settings, tmp_path)

    assert kept.last_place(STUDY, CODER) == place
    assert kept.last_place(STUDY, CoderId("B")) is None

    kept.set_last_place(STUDY, CODER, None)
    assert kept.last_place(STUDY, CODER) is None


@pytest.mark.parametrize(
    ("wanted", "kept"), [(1.3, 1.3), (9.0, LARGEST_TEXT), (0.1, SMALLEST_TEXT)]
)
def test_text_size_stays_within_limits(settings: Settings, wanted: float, kept: float) -> None:
    settings.text_scale = wanted

    assert settings.text_scale == kept


def test_playback_survives_a_restart_with_its_types(settings: Settings, tmp_path: Path) -> None:
    settings.playback = Playback(step_ms=1_500, second_speed=1.8)

    kept = again(settings, tmp_path).playback

    assert kept == Playback(step_ms=1_500, second_speed=1.8)
    assert isinstance(kept.step_ms, int)


def test_a_spoilt_file_gives_defaults(tmp_path: Path) -> None:
    path = tmp_path / "spoilt.ini"
    path.write_text("[looks]\ntext_scale=huge\ncolour_scheme=sepia\n[playback]\nstep_ms=?\n")

    settings = Settings(QSettings(str(path), QSettings.Format.IniFormat))

    assert settings.text_scale == 1.0
    assert settings.colour_scheme is ColourScheme.SYSTEM
    assert settings.playback == Playback()


def test_an_empty_window_state_is_forgotten(settings: Settings) -> None:
    settings.set_window_state("main", QByteArray(b"state"))
    assert settings.window_state("main") == QByteArray(b"state")

    settings.set_window_state("main", QByteArray())
    assert settings.window_state("main").isEmpty()


def test_views_of_a_study_survive_a_restart(settings: Settings, tmp_path: Path) -> None:
    views = (
        SavedView(
            name="Für North",
            words="north",
            pick="double",
            state="submitted",
            columns=("Session", "State"),
            sorted_by="State",
            descending=True,
        ),
        SavedView(name="Everything"),
    )
    settings.set_saved_views(STUDY, views)

    kept = again(settings, tmp_path)

    assert kept.saved_views(STUDY) == views
    assert kept.saved_views(StudyId("another")) == ()
    kept.set_saved_views(STUDY, ())
    assert again(kept, tmp_path).saved_views(STUDY) == ()


@pytest.mark.parametrize("text", ["", "[", "{}", "7", '[3, {"name": 3}, {"name": ""}]'])
def test_views_that_cannot_be_read_are_none(tmp_path: Path, text: str) -> None:
    store = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    store.setValue(f"study/{STUDY}/views", text)

    assert Settings(store).saved_views(STUDY) == ()


def test_what_is_not_known_of_a_view_is_passed_over(tmp_path: Path) -> None:
    store = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    saved = '[{"name": "Mine", "words": 3, "columns": ["Session", 4], "descending": "yes"}]'
    store.setValue(f"study/{STUDY}/views", saved)

    assert Settings(store).saved_views(STUDY) == (SavedView(name="Mine", columns=("Session",)),)


KEY = bytes(range(32))


def test_of_an_encrypted_study_the_file_tells_nothing(settings: Settings, tmp_path: Path) -> None:
    record, coder = a_record(), CoderId("MADE-UP-CODER")
    place = LastPlace(blind_code=BlindCode("S-MADEUP"), position_ms=61_000, is_open=True)
    views = (SavedView(name="MADE-UP view", words="MADE-UP office"),)
    settings.remember_study(tmp_path / "study", record)
    settings.set_identity(record.study_id, coder)
    settings.set_saved_views(record.study_id, views)
    settings.remember_study(tmp_path / "study", record, KEY)
    settings.set_last_place(record.study_id, coder, place)
    settings.save()
    text = (tmp_path / "settings.ini").read_text()

    assert not [w for w in ("MADE-UP", "S-MADEUP", "61000", record.title) if w in text]
    assert settings.recent_studies[0].title == "study"
    assert settings.identity(record.study_id) == coder, "it is kept from before"
    assert settings.saved_views(record.study_id) == views
    assert settings.last_place(record.study_id, coder) == place
    kept = again(settings, tmp_path)
    assert kept.identity(record.study_id) is None, "locked"
    kept.remember_study(tmp_path / "study", record, KEY)
    assert kept.last_place(record.study_id, coder) == place
    assert kept.saved_views(record.study_id) == views


def test_after_locking_nothing_is_read_or_kept(settings: Settings, tmp_path: Path) -> None:
    record = a_record()
    settings.remember_study(tmp_path / "study", record, KEY)
    settings.set_identity(record.study_id, CODER)
    settings.forget_keys()
    settings.set_identity(record.study_id, CoderId("B"))

    assert settings.identity(record.study_id) is None
    settings.remember_study(tmp_path / "study", record, KEY)
    assert settings.identity(record.study_id) == CODER
    settings.remember_study(tmp_path / "study", record, bytes(32))
    assert settings.identity(record.study_id) is None, "another key opens nothing"


def test_whose_passphrase_opened_a_study_last_is_kept_by_its_folder(
    settings: Settings, tmp_path: Path
) -> None:
    key = bytes(32)
    settings.remember_study(tmp_path / "a", a_record(1), key, "C1")
    settings.remember_study(tmp_path / "b", a_record(2), key, "L1")
    settings.remember_study(tmp_path / "a", a_record(1), key, None)

    assert settings.holder(tmp_path / "a") == "C1"
    assert settings.holder(tmp_path / "b") == "L1"
    settings.forget_study(tmp_path / "a")
    assert settings.holder(tmp_path / "a") is None
