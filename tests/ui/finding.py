"""Finds the one widget that is meant, or says that it is not there."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QAbstractButton, QWidget

W = TypeVar("W", bound=QObject)


def the(kind: type[W], inside: QObject) -> W:
    """First child of a kind."""
    found = inside.findChild(kind)
    assert found is not None, f"there is no {kind.__name__}"
    return found


def the_button(words: str, inside: QWidget) -> QAbstractButton:
    """Button with these words."""
    found = [b for b in inside.findChildren(QAbstractButton) if b.text() == words]
    assert found, f"there is no button {words!r}"
    return found[0]


def called(kind: type[W], accessible_name: str, inside: QWidget) -> W:
    """Child of a kind with an accessible name."""
    found = [
        w
        for w in inside.findChildren(kind)
        if isinstance(w, QWidget) and w.accessibleName() == accessible_name
    ]
    assert found, f"there is no {kind.__name__} called {accessible_name!r}"
    return found[0]
