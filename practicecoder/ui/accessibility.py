"""Words for people who listen to the window through a screen reader."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QFormLayout,
    QGridLayout,
    QLayout,
    QScrollArea,
    QSplitter,
    QTabWidget,
    QWidget,
)


def name(widget: QWidget, text: str, description: str = "") -> None:
    """Give a control its accessible name, and a description where the name is not enough."""
    widget.setAccessibleName(text)
    if description:
        widget.setAccessibleDescription(description)


def announce(widget: QWidget, text: str, *, assertive: bool = False) -> None:
    """Have a screen reader say a sentence; ``assertive`` interrupts what it says."""
    event = QAccessibleAnnouncementEvent(widget, text)
    if assertive:
        event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
    QAccessible.updateAccessibility(event)


def tab_as_laid_out(area: QWidget) -> None:
    """Have Tab go through an area as its layouts are read: rows from the top, each from the left.

    Qt goes by when a control was made. Called once everything is in its place; hidden pages and
    panels are gone through as well, for when they are shown.
    """
    for one, other in pairwise(_stops(area)):
        QWidget.setTabOrder(one, other)


def _stops(area: QWidget) -> Iterator[QWidget]:
    if area.focusPolicy() & Qt.FocusPolicy.TabFocus and area.focusProxy() is None:
        yield area
    if isinstance(area, QAbstractSpinBox | QComboBox | QAbstractItemView):
        return  # their parts are no stops of their own
    seen: set[QWidget] = set()
    for child in (*_laid_out(area), *_other_children(area)):
        if child not in seen and not child.isWindow():
            seen.add(child)
            yield from _stops(child)


def _laid_out(area: QWidget) -> Iterator[QWidget]:
    layout = area.layout()
    if isinstance(area, QTabWidget):
        yield area.tabBar()
        yield from (w for w in map(area.cornerWidget, Qt.Corner) if w is not None)
    if isinstance(area, QSplitter | QTabWidget):
        inside = [area.widget(place) for place in range(area.count())]
        yield from (widget for widget in inside if widget is not None)
    elif isinstance(area, QScrollArea):
        widget = area.widget()
        if widget is not None:
            yield widget
    elif layout is not None:
        yield from _in_layout(layout)


def _in_layout(layout: QLayout) -> Iterator[QWidget]:
    for place in _places(layout):
        item = layout.itemAt(place)
        if item is None:
            continue
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            yield widget
        elif inner is not None:
            yield from _in_layout(inner)


def _places(layout: QLayout) -> list[int]:
    places = list(range(layout.count()))
    if isinstance(layout, QGridLayout):
        places.sort(key=lambda place: cast("tuple[int, ...]", layout.getItemPosition(place))[:2])
    elif isinstance(layout, QFormLayout):
        places.sort(key=lambda place: _row_of(layout, place))
    return places


def _row_of(layout: QFormLayout, place: int) -> tuple[int, int]:
    row, role = cast("tuple[int, QFormLayout.ItemRole]", layout.getItemPosition(place))
    return row, role.value


def _other_children(area: QWidget) -> Iterator[QWidget]:
    yield from (child for child in area.children() if isinstance(child, QWidget))
