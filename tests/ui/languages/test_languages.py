from __future__ import annotations

import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from datetime import date
from importlib.resources import files
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt, QTranslator
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QWidget
from pytestqt.qtbot import QtBot

from practicecoder.domain.coding import Polarity
from practicecoder.ui.actions import ActionId, action_text, make_action, tip_text
from practicecoder.ui.coding.polarity import POLARITY_WORDS
from practicecoder.ui.keys.clashes import Clash, ClashKind
from practicecoder.ui.languages import Words, translate
from practicecoder.ui.languages.days import day_in_words
from practicecoder.ui.languages.installing import install_language
from practicecoder.ui.preferences.dialog import PreferencesDialog
from practicecoder.ui.settings import Language, Settings
from practicecoder.ui.table_model import Column, RowTableModel
from practicecoder.ui.widgets.shortcut_sheet import key_lines
from scripts.translations import LANGUAGES

FOLDER = Path(str(files("practicecoder.ui.languages")))
FIELD = re.compile(r"\{[^}]*\}|%n")
MNEMONIC = re.compile(r"&\w")


@pytest.fixture
def welsh(qapp: QApplication) -> Iterator[None]:
    assert install_language(qapp, Language.WELSH) is Language.WELSH
    yield
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)
        translator.deleteLater()


def messages(language: str) -> Iterator[tuple[str, str]]:
    root = ET.parse(FOLDER / f"practicecoder_{language}.ts").getroot()
    for message in root.iter("message"):
        source, translation = message.findtext("source", ""), message.find("translation")
        assert translation is not None
        for form in translation.findall("numerusform") or [translation]:
            yield source, form.text or ""


@pytest.mark.usefixtures("welsh")
def test_words_are_welsh_wherever_they_stand(settings: Settings, qtbot: QtBot) -> None:
    dialog = PreferencesDialog(settings)
    qtbot.addWidget(dialog)
    owner = QWidget()
    qtbot.addWidget(owner)
    action = make_action(ActionId.UNDO, owner, lambda: None)
    model = RowTableModel((Column[str](title="Session", text=str),), parent=owner)

    assert dialog.windowTitle() == "Dewisiadau"
    assert dialog.page.title == "Gwrando"
    assert action.text() == action_text(ActionId.UNDO) == "Dadwneud"
    assert tip_text(ActionId.UNDO).startswith("Dadwneud (")
    assert POLARITY_WORDS[Polarity.STRENGTH] == "cryfder"
    assert list(POLARITY_WORDS.values())[1] == "i'w ddatblygu"
    assert model.headerData(0, Qt.Orientation.Horizontal) == "Sesiwn"


@pytest.mark.usefixtures("welsh")
def test_commands_are_welsh_in_the_sheet_of_keys_and_in_sentences_about_them() -> None:
    lines = {line.keys: line.text for line in key_lines()}
    clash = Clash(kind=ClashKind.TWICE, key="Ctrl+Q", targets=(ActionId.QUIT, ActionId.UNDO))

    assert lines["Ctrl+N"] == "Astudiaeth newydd"
    assert clash.sentence == "Ctrl+Q yw bysell “Gadael” ac “Dadwneud”."


@pytest.mark.usefixtures("welsh")
def test_buttons_of_qt_are_welsh(qtbot: QtBot) -> None:
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(box)

    assert box.button(QDialogButtonBox.StandardButton.Cancel).text() == "Canslo"


@pytest.mark.usefixtures("welsh")
def test_what_has_no_welsh_is_english() -> None:
    assert translate("Actions", "no such words") == "no such words"
    assert Words({1: "no such words"})[1] == "no such words"


def test_english_needs_no_catalogue(qapp: QApplication) -> None:
    assert install_language(qapp, Language.ENGLISH) is Language.ENGLISH
    assert action_text(ActionId.UNDO) == "Undo"


@pytest.mark.parametrize(
    ("wanted", "given"),
    [
        (["cy-GB", "en-GB"], Language.WELSH),
        (["fr-FR", "cy"], Language.WELSH),
        (["en-US", "cy"], Language.ENGLISH),
        (["fr-FR"], Language.ENGLISH),
        ([], Language.ENGLISH),
    ],
)
def test_the_systems_language_is_followed(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch, wanted: list[str], given: Language
) -> None:
    monkeypatch.setattr(QLocale, "uiLanguages", lambda _locale: wanted)

    assert install_language(qapp, Language.SYSTEM) is given

    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)
        translator.deleteLater()


@pytest.mark.parametrize("language", LANGUAGES)
def test_translations_keep_what_is_filled_in(language: str) -> None:
    wrong = [
        source
        for source, translation in messages(language)
        if translation and sorted(FIELD.findall(source)) != sorted(FIELD.findall(translation))
    ]

    assert wrong == []


def test_translations_keep_access_keys_lines_and_spaces_at_the_ends() -> None:
    def shape(text: str) -> tuple[int, int, bool, bool]:
        keys = len(MNEMONIC.findall(text))
        return keys, text.count("\n"), text[:1] == " ", text[-1:] == " "

    wrong = [s for s, welsh in messages("cy") if welsh and shape(s) != shape(welsh)]

    assert wrong == []


def test_patterns_of_files_are_the_same_in_every_language() -> None:
    pattern = re.compile(r"\*\.\w+")
    wrong = [s for s, w in messages("cy") if w and pattern.findall(s) != pattern.findall(w)]

    assert wrong == []


def test_nearly_everything_has_welsh() -> None:
    found = list(messages("cy"))

    assert sum(bool(welsh) for _, welsh in found) > 0.8 * len(found) > 1_000


@pytest.mark.usefixtures("welsh")
def test_months_are_named_in_the_language_of_the_window() -> None:
    assert day_in_words(date(2026, 8, 3), in_full=True) == "03 Awst 2026"
    assert day_in_words(date(2026, 12, 24)) == "24 Rhag 2026"


def test_english_has_one_and_several() -> None:
    plural = [source for source, form in messages("en_GB") if "%n" in source and not form]

    assert plural == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_catalogue_is_made_of_its_source(language: str, tmp_path: Path) -> None:
    made = tmp_path / "made.qm"
    tool = Path(sys.executable).with_name("pyside6-lrelease")
    source = FOLDER / f"practicecoder_{language}.ts"
    subprocess.run([str(tool), str(source), "-qm", str(made)], check=True, capture_output=True)

    assert made.read_bytes() == source.with_suffix(".qm").read_bytes()
