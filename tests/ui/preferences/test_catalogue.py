from __future__ import annotations

from dataclasses import asdict, fields
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings

from practicecoder.ui.preferences.catalogue import LISTENING, LOOKS, entries, reference_table
from practicecoder.ui.settings import (
    PLAYBACK_LIMITS,
    TEXT_LIMITS,
    Contrast,
    Language,
    Looks,
    Motion,
    PedalMode,
    Pedals,
    Playback,
    Preferences,
    SavedKeymap,
    Settings,
)

REFERENCE = Path(__file__).parents[3] / "docs" / "preferences.md"


def test_the_reference_says_what_the_program_does() -> None:
    text = REFERENCE.read_text(encoding="utf-8")
    table = text.split("<!-- table -->\n")[1].split("\n<!-- end of table -->")[0]

    assert table == reference_table()


def test_the_reference_has_every_key_that_is_written(settings: Settings, tmp_path: Path) -> None:
    settings.preferences = Preferences(
        playback=Playback(step_ms=1_000),
        looks=Looks(contrast=Contrast.HIGH),
        speech_model=tmp_path,
        speech_language="en",
        lock_after_min=20,
    )
    settings.pedals = Pedals(play="F13", mode=PedalMode.TOGGLE)
    settings.keymap = SavedKeymap(characters_on=False)
    settings.save()

    written = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat).allKeys()

    assert sorted(written) == sorted(entry.key for entry in entries())


def test_every_default_is_within_its_limits() -> None:
    for name, value in asdict(Playback()).items():
        assert PLAYBACK_LIMITS[name].hold(value) == value
    assert TEXT_LIMITS.hold(Looks().text_scale) == Looks().text_scale


def test_everything_that_can_be_chosen_is_in_the_dialog() -> None:
    assert set(LISTENING) == {each.name for each in fields(Playback)} - {"speed"}
    assert set(LOOKS) == {each.name for each in fields(Looks)}


@pytest.mark.parametrize("name", PLAYBACK_LIMITS)
def test_what_is_out_of_its_limits_is_brought_back(settings: Settings, name: str) -> None:
    limits = PLAYBACK_LIMITS[name]
    for wanted, kept in ((-1e12, limits.least), (1e12, limits.most)):
        settings._store.setValue(f"playback/{name}", wanted)

        assert getattr(settings.playback, name) == kept


@pytest.mark.parametrize("spoilt", ["nan", "inf", "-inf", "often", ""])
def test_what_is_no_number_harms_nothing(settings: Settings, spoilt: str) -> None:
    settings._store.setValue("playback/step_ms", spoilt)

    limits = PLAYBACK_LIMITS["step_ms"]
    assert limits.least <= settings.playback.step_ms <= limits.most


def test_preferences_survive_a_restart(settings: Settings, tmp_path: Path) -> None:
    wanted = Preferences(
        playback=Playback(step_ms=1_500, silence_lead_ms=150, volume=0.5),
        looks=Looks(
            contrast=Contrast.HIGH,
            text_scale=1.4,
            motion=Motion.REDUCED,
            language=Language.WELSH,
        ),
        speech_model=tmp_path / "model",
        speech_language="cy",
    )
    settings.preferences = wanted
    settings.save()

    kept = Settings(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))

    assert kept.preferences == wanted
