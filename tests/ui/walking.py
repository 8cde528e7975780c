"""Walks through what is on the screen and says what somebody could not use, each in one line."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDial,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QProgressBar,
    QScrollArea,
    QScrollBar,
    QSlider,
    QTabBar,
    QTextEdit,
    QWidget,
)

from practicecoder.ui.widgets.level_row import LevelRow

SMALLEST_TARGET, SMALLEST_ROW = 24, 32
"""Least size of what is pointed at (WCAG 2.2, 2.5.8), and of a level to be rated, in pixels."""
FIELDS = (QAbstractSpinBox, QComboBox, QLineEdit, QPlainTextEdit, QTextEdit)
CONTROLS = (*FIELDS, QAbstractButton, QAbstractItemView, QProgressBar, QTabBar)
POINTED_AT = (QAbstractButton, QComboBox, QLineEdit, QAbstractSpinBox)
_OWNERS_OF_PARTS = QAbstractSpinBox | QComboBox | QLineEdit | QTabBar | QHeaderView
MOST_STOPS = 400


def controls(inside: QWidget) -> list[QWidget]:
    """Visible controls, without the inner parts of others."""
    return [
        w for w in inside.findChildren(QWidget) if isinstance(w, CONTROLS) and _shown(w, inside)
    ]


def spoken_name(widget: QWidget) -> str:
    """What a screen reader calls a widget."""
    interface = QAccessible.queryAccessibleInterface(widget)
    assert interface is not None
    return interface.text(QAccessible.Text.Name)


def described(widget: QWidget) -> str:
    return (
        f"{type(widget).__name__} {spoken_name(widget)!r} {widget.objectName()} "
        f"in {type(widget.parent()).__name__}"
    )


def faults(inside: QWidget) -> list[str]:
    """Everything that is wrong, whatever of it can be told without moving the focus."""
    return [
        *_nameless(inside),
        *_too_small(inside),
        *_sliders(inside),
        *_unlabelled(inside),
        *_painted_in_silence(inside),
    ]


def _shown(widget: QWidget, inside: QWidget) -> bool:
    part = isinstance(widget, QHeaderView) or isinstance(widget.parentWidget(), _OWNERS_OF_PARTS)
    elsewhere = isinstance(widget.window(), QMenu) or widget.window() is not inside.window()
    return widget.isVisible() and not part and not elsewhere


def _nameless(inside: QWidget) -> Iterator[str]:
    for widget in controls(inside):
        if not spoken_name(widget).strip():
            yield f"no name: {described(widget)}"


def _too_small(inside: QWidget) -> Iterator[str]:
    for widget in controls(inside):
        if isinstance(widget, POINTED_AT) and not widget.objectName().startswith("qt_"):
            least = SMALLEST_ROW if isinstance(widget, LevelRow) else SMALLEST_TARGET
            if min(widget.width(), widget.height()) < least:
                yield f"too small, {widget.size().toTuple()}: {described(widget)}"


def _sliders(inside: QWidget) -> Iterator[str]:
    for widget in inside.findChildren(QWidget):
        if isinstance(widget, QSlider | QDial) and not isinstance(widget, QScrollBar):
            yield f"screen readers do not read it: {described(widget)}"


def _unlabelled(inside: QWidget) -> Iterator[str]:
    """Labels that stand before a field, by place or by their words, and are not its buddy."""
    labels = [w for w in inside.findChildren(QLabel) if w.isVisible() and w.text().strip()]
    buddies = {label.buddy() for label in labels}
    for field in controls(inside):
        if not isinstance(field, FIELDS) or field in buddies:
            continue
        own = _plain(spoken_name(field))
        for label in labels:
            if (
                label.window() is field.window()
                and label.buddy() is None
                and (_plain(label.text()) == own)
            ):
                yield f"its label {label.text()!r} is not tied to it: {described(field)}"


def _plain(words: str) -> str:
    return words.replace("&", "").strip().rstrip(":").casefold()


def _painted_in_silence(inside: QWidget) -> Iterator[str]:
    """Own-painted widgets that tell nothing to who does not see them."""
    for widget in inside.findChildren(QWidget):
        kind = type(widget)
        is_own = kind.__module__.startswith("practicecoder.") and any(
            "paintEvent" in base.__dict__
            for base in kind.__mro__
            if base.__module__.startswith("practicecoder.")
        )
        silent = kind.__name__ in PAINTED_BESIDE or isinstance(widget, QLabel)
        if is_own and not silent and widget.isVisible() and not spoken_name(widget).strip():
            yield f"painted, without a name: {described(widget)}"


PAINTED_BESIDE = {"FocusFrame", "Gutter"}
"""Paint what their neighbour says: the focus; speaker and time of a transcript's lines."""


# By the keyboard


def tab_stops(inside: QWidget) -> list[QWidget]:
    """Widgets to which Tab goes from the one that has the focus, until it comes back."""
    stops: list[QWidget] = []
    for _ in range(MOST_STOPS):
        widget = QApplication.focusWidget()
        if widget is None or widget in stops[:-1]:
            return stops
        if stops[-1:] != [widget]:  # else Tab went to the next part of a date
            stops.append(widget)
        QTest.keyClick(widget, Qt.Key.Key_Tab)
    raise AssertionError(f"Tab never comes back inside {inside!r}")


def unreached(inside: QWidget, stops: list[QWidget]) -> list[str]:
    """Controls that Tab should have come by; one of a group of radio buttons stands for all."""
    groups = {_group_of(stop) for stop in stops}
    return [
        f"Tab does not come here: {described(widget)}"
        for widget in controls(inside)
        if widget.isEnabled()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.focusProxy() is None
        and widget not in stops
        and (_group_of(widget) is None or _group_of(widget) not in groups)
    ]


def _group_of(widget: QWidget) -> object:
    if not isinstance(widget, QAbstractButton):
        return None
    if widget.group() is not None and widget.group().exclusive():
        return widget.group()
    return widget.parentWidget() if widget.autoExclusive() else None


def out_of_order(inside: QWidget, stops: list[QWidget]) -> list[str]:
    """Steps of Tab that go up without going to the right, or back to the left in a row.

    A round of Tab has one such step, from its end to its beginning.
    """
    inner = [stop for stop in stops if stop.window() is inside.window()]
    found = []
    for one, other in pairwise([*inner, *inner[:1]]):
        before, after = _box_beside(one, other), _box_beside(other, one)
        if _is_step_back(before, after):
            found.append(
                f"{described(one)} {before.getRect()} before {described(other)} {after.getRect()}"
            )
    return found if len(found) > 1 else []


def _is_step_back(before: QRect, after: QRect) -> bool:
    if before.contains(after) or after.contains(before):
        return False
    upwards = after.bottom() < before.top() and after.left() < before.right()
    leftwards = after.right() < before.left() and (
        min(before.bottom(), after.bottom()) - max(before.top(), after.top())
        > min(before.height(), after.height()) / 2
    )
    return upwards or leftwards


def _box_beside(widget: QWidget, other: QWidget) -> QRect:
    """Where a widget stands; as the area that scrolls it, if that does not hold the other too."""
    standing, above = widget, widget.parentWidget()
    while above is not None and not above.isWindow():
        if isinstance(above, QScrollArea) and not above.isAncestorOf(other):
            standing = above
        above = above.parentWidget()
    return _box(standing)


def _box(widget: QWidget) -> QRect:
    return QRect(widget.mapTo(widget.window(), QPoint(0, 0)), widget.size())


def unseen_focus(stops: list[QWidget]) -> list[str]:
    """Widgets that look the same with the focus and without it."""
    found = []
    for widget in stops:
        window = widget.window()
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        _scroll_to(widget)
        QApplication.processEvents()
        if QApplication.focusWidget() is not widget:
            continue
        with_focus = _picture(widget)
        widget.clearFocus()
        QApplication.processEvents()
        if _picture(widget) == with_focus:
            found.append(
                f"its focus cannot be seen: {described(widget)} in {window.windowTitle()}"
            )
    return found


def _scroll_to(widget: QWidget) -> None:
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QScrollArea):
            parent.ensureWidgetVisible(widget)
        parent = parent.parentWidget()


def _picture(widget: QWidget) -> QImage:
    around = _box(widget).adjusted(-6, -6, 6, 6)
    return widget.window().grab(around).toImage()
