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
        yield from laid_out(layout)


def laid_out(layout: QLayout) -> Iterator[QWidget]:
    """Widgets of a layout and of those within it, as they are laid out.

    They are asked where they are; the layout is never asked for its items. Qt deletes an item
    without telling, and its wrapper would then stand for whatever comes to lie in its place.
    """
    area = layout.parentWidget()
    children = [] if area is None else area.children()
    members: list[tuple[tuple[int, ...], QWidget | QLayout]] = []
    for child in (*children, *layout.children()):
        if isinstance(child, QWidget | QLayout):
            index = layout.indexOf(child)
            if index >= 0:
                members.append((_place(layout, index), child))
    for _, member in sorted(members, key=lambda each: each[0]):
        if isinstance(member, QWidget):
            yield member
        else:
            yield from laid_out(member)


def _place(layout: QLayout, index: int) -> tuple[int, ...]:
    """Where the item of an index is read: by rows in a grid or form, else in its order."""
    if isinstance(layout, QGridLayout):
        row, column, *_ = cast("tuple[int, ...]", layout.getItemPosition(index))
        return row, column
    if isinstance(layout, QFormLayout):
        at, role = cast("tuple[int, QFormLayout.ItemRole]", layout.getItemPosition(index))
        return at, role.value
    return (index,)


def _other_children(area: QWidget) -> Iterator[QWidget]:
    yield from (child for child in area.children() if isinstance(child, QWidget))
