"""Values of painted widgets in words, for people who listen to the window."""

from __future__ import annotations

from typing import Protocol, runtime_checkable
from weakref import WeakKeyDictionary

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget


@runtime_checkable
class HasValueText(Protocol):
    """A widget that shows something without being a control that Qt knows."""

    @property
    def value_text(self) -> str:
        """What it shows, in words."""


class ValueText(QAccessibleWidget):
    """What a screen reader is told of such a widget."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget, QAccessible.Role.Graphic)

    def text(self, kind: QAccessible.Text) -> str:
        """Give the widget's words as its value."""
        widget = self.object()
        if kind == QAccessible.Text.Value and isinstance(widget, HasValueText):
            return widget.value_text
        return super().text(kind)


def give_value_text(kind: type[QWidget]) -> None:
    """Have screen readers be told the value of a kind of widget."""
    if not _kinds:
        QAccessible.installFactory(_interface_of)
    _kinds.add(kind)


_kinds: set[type[QWidget]] = set()
_interfaces: WeakKeyDictionary[QWidget, ValueText] = WeakKeyDictionary()
"""Kept here as long as their widgets, since Qt does not keep what Python has made."""


def _interface_of(_class_name: str, thing: QObject) -> QAccessibleInterface | None:
    if not isinstance(thing, QWidget) or not isinstance(thing, tuple(_kinds)):
        return None
    _interfaces[thing] = ValueText(thing)
    return _interfaces[thing]
