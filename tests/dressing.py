"""The looks of the window, put on once and left alone while they are as they should be."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from practicecoder.ui.theme import apply_light

_light: list[tuple[object, ...]] = []


def dress_light(application: QApplication) -> None:
    """Dress the application as the program does in light colours.

    Dressing reaches every widget that there is, with those of the test before: it is done only
    if a test has changed the looks.
    """
    if [_looks(application)] != _light:
        apply_light(application)
        _light[:] = [_looks(application)]


def _looks(application: QApplication) -> tuple[object, ...]:
    properties = [bytes(name.data()).decode() for name in application.dynamicPropertyNames()]
    return (
        application.styleSheet(),
        application.palette(),
        application.font().toString(),
        application.cursorFlashTime(),
        {name: application.property(name) for name in properties},
    )
