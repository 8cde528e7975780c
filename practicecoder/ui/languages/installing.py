"""Puts a language in force for the whole program, before the first window is made."""

from __future__ import annotations

from importlib.resources import files

from PySide6.QtCore import QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from practicecoder.ui.settings import Language

AVAILABLE: tuple[Language, ...] = (Language.ENGLISH, Language.WELSH)


def install_language(application: QApplication, chosen: Language) -> Language:
    """Have every window made from here on speak a language; gives the one that it is.

    English where the system's language is none of ours. Numbers and dates in files are the same
    in every language.
    """
    language = _of_the_system() if chosen is Language.SYSTEM else chosen
    catalogue = files(__package__).joinpath(f"practicecoder_{language.value}.qm")
    translator = QTranslator(application)
    if not translator.load(str(catalogue)):  # from bytes Qt would keep no copy
        return Language.ENGLISH
    translator.setObjectName(language.value)
    application.installTranslator(translator)
    return language


def _of_the_system() -> Language:
    for name in QLocale.system().uiLanguages():
        for language in AVAILABLE:
            if name.replace("_", "-").split("-")[0] == language.value.split("_")[0]:
                return language
    return Language.ENGLISH
