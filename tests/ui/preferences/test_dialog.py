from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from practicecoder.ui.keys.in_force import keys_in_force
from practicecoder.ui.keys.keymap import Keymap
from practicecoder.ui.keys.presets import preset
from practicecoder.ui.preferences.dialog import PreferencesDialog
from practicecoder.ui.preferences.keys import KeyPreferences, PedalPreferences
from practicecoder.ui.preferences.listening import ListeningPreferences
from practicecoder.ui.preferences.looks import LooksPreferences
from practicecoder.ui.preferences.page import PreferencePage
from practicecoder.ui.preferences.speech import SpeechPreferences
from practicecoder.ui.settings import (
    Contrast,
    Language,
    Looks,
    Motion,
    Pedals,
    Playback,
    Preferences,
    Settings,
)


@pytest.fixture(autouse=True)
def own_keys(qapp: QApplication) -> Iterator[None]:
    keys_in_force().put(Keymap.default(), Pedals())
    yield
    keys_in_force().put(Keymap.default(), Pedals())


@pytest.fixture
def dialog(settings: Settings, qtbot: QtBot) -> PreferencesDialog:
    dialog = PreferencesDialog(settings)
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    dialog.activateWindow()
    return dialog


def page_of(dialog: PreferencesDialog, kind: type[PreferencePage]) -> PreferencePage:
    dialog.show_page(kind)
    return dialog.page


def listening(dialog: PreferencesDialog) -> ListeningPreferences:
    page = page_of(dialog, ListeningPreferences)
    assert isinstance(page, ListeningPreferences)
    return page


def looks(dialog: PreferencesDialog) -> LooksPreferences:
    page = page_of(dialog, LooksPreferences)
    assert isinstance(page, LooksPreferences)
    return page


def test_the_dialog_shows_what_is_kept(settings: Settings, qtbot: QtBot) -> None:
    settings.preferences = Preferences(
        playback=Playback(step_ms=2_500, volume=0.4), looks=Looks(text_scale=1.5)
    )
    dialog = PreferencesDialog(settings)
    qtbot.addWidget(dialog)

    assert listening(dialog).fields["step_ms"].text() == "2.5 s"
    assert listening(dialog).fields["volume"].text() == "40%"
    assert looks(dialog).text_size.text() == "150%"


def test_opening_and_closing_changes_nothing(settings: Settings, qtbot: QtBot) -> None:
    settings.playback = Playback(step_ms=1_234)  # the field shows 1.2 s
    dialog = PreferencesDialog(settings)
    qtbot.addWidget(dialog)

    dialog.accept()

    assert settings.playback == Playback(step_ms=1_234)


@pytest.mark.parametrize("name", sorted(asdict(Playback()).keys() - {"speed"}))
def test_a_number_is_in_force_at_once(
    dialog: PreferencesDialog, settings: Settings, qtbot: QtBot, name: str
) -> None:
    field = listening(dialog).fields[name]
    before = getattr(settings.playback, name)

    with qtbot.waitSignal(settings.playback_changed):
        field.stepDown()

    assert getattr(settings.playback, name) == pytest.approx(
        before - field.singleStep() * field._per_unit
    )


def test_cancel_brings_everything_back(
    dialog: PreferencesDialog, settings: Settings, tmp_path: Path
) -> None:
    before = settings.preferences
    listening(dialog).fields["resume_back_ms"].setValue(0)
    looks(dialog).contrast.setCurrentIndex(1)
    speech = page_of(dialog, SpeechPreferences)
    assert isinstance(speech, SpeechPreferences)
    speech.set_folder(tmp_path)
    assert settings.preferences != before

    QTest.keyClick(dialog, Qt.Key.Key_Escape)

    assert settings.preferences == before


def test_ok_keeps_everything(dialog: PreferencesDialog, settings: Settings) -> None:
    listening(dialog).fields["resume_back_ms"].setValue(0.5)
    page = looks(dialog)
    page.contrast.setCurrentIndex(page.contrast.findData("high"))
    page.motion.setCurrentIndex(page.motion.findData("reduced"))
    page.language.setCurrentIndex(page.language.findData("cy"))

    dialog.ok.click()

    assert settings.playback.resume_back_ms == 500
    assert settings.looks == Looks(
        contrast=Contrast.HIGH, motion=Motion.REDUCED, language=Language.WELSH
    )


def test_a_page_is_reset_alone(dialog: PreferencesDialog, settings: Settings) -> None:
    listening(dialog).fields["step_ms"].setValue(9)
    looks(dialog).text_size.setValue(130)
    dialog.show_page(ListeningPreferences)

    dialog.reset_page.click()

    assert settings.playback == Playback()
    assert settings.looks.text_scale == 1.3
    assert listening(dialog).fields["step_ms"].text() == "5.0 s"


def test_what_is_typed_waits_for_enter(dialog: PreferencesDialog, settings: Settings) -> None:
    field = listening(dialog).fields["step_ms"]
    field.setFocus()
    field.selectAll()

    QTest.keyClicks(field, "12")
    assert settings.playback.step_ms == 5_000
    QTest.keyClick(field, Qt.Key.Key_Return)

    assert settings.playback.step_ms == 12_000
    assert dialog.isVisible()


def test_a_number_stays_within_its_limits(dialog: PreferencesDialog, settings: Settings) -> None:
    field = listening(dialog).fields["resume_back_ms"]

    field.setValue(99)

    assert settings.playback.resume_back_ms == 10_000


def test_scrolling_past_a_field_leaves_it(dialog: PreferencesDialog, settings: Settings) -> None:
    field: QWidget = listening(dialog).fields["step_ms"]
    dialog.choice.setFocus()
    wheel = QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(0, 120),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )

    QApplication.sendEvent(field, wheel)

    assert settings.playback == Playback()


def test_keys_are_in_force_with_ok_only(dialog: PreferencesDialog) -> None:
    page = page_of(dialog, KeyPreferences)
    assert isinstance(page, KeyPreferences)
    page.editor._choose_preset(preset("elan"), with_playback=False)
    assert keys_in_force().keymap == Keymap.default()

    dialog.accept()

    assert keys_in_force().keymap == preset("elan").keymap()


def test_keys_and_pedals_are_reset(settings: Settings, qtbot: QtBot) -> None:
    settings.pedals = Pedals(play="F13")
    settings.keymap = preset("elan").keymap().saved_against(preset("elan").keymap(), "elan")
    dialog = PreferencesDialog(settings)
    qtbot.addWidget(dialog)

    for kind in (KeyPreferences, PedalPreferences):
        dialog.show_page(kind)
        dialog.reset_page.click()
    dialog.accept()

    assert settings.keymap.preset == "practicecoder"
    assert settings.pedals == Pedals()
    assert keys_in_force().keymap == Keymap.default()


def test_an_unfit_model_folder_says_what_is_missing(
    dialog: PreferencesDialog, settings: Settings, tmp_path: Path
) -> None:
    page = page_of(dialog, SpeechPreferences)
    assert isinstance(page, SpeechPreferences)

    page.set_folder(tmp_path)

    assert settings.speech_model == tmp_path
    assert "model.bin" in page.verdict.text()


def test_a_complete_model_folder_is_told(
    dialog: PreferencesDialog, settings: Settings, tmp_path: Path
) -> None:
    for file in ("model.bin", "config.json", "tokenizer.json", "vocabulary.txt"):
        (tmp_path / file).write_text("made up")
    page = page_of(dialog, SpeechPreferences)
    assert isinstance(page, SpeechPreferences)

    page.folder.setText(str(tmp_path))
    page.folder.editingFinished.emit()

    assert page.verdict.text().startswith("The model is complete.")
    page.forget.click()
    assert settings.speech_model is None


def test_the_spoken_language_is_kept_and_reset(
    dialog: PreferencesDialog, settings: Settings
) -> None:
    page = page_of(dialog, SpeechPreferences)
    assert isinstance(page, SpeechPreferences)
    page.language.setText(" cy ")
    page.language.editingFinished.emit()
    assert settings.speech_language == "cy"

    dialog.reset_page.click()

    assert settings.speech_language == ""
