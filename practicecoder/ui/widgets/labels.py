"""Labels, cards and buttons in the looks of the theme, each made in one line."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from practicecoder.ui.icons import Icon, Ink, set_icon
from practicecoder.ui.theme import DOUBLE, HALF, Look, dress


def label(
    text: str, parent: QWidget, look: Look | None = None, *, wrapped: bool = False
) -> QLabel:
    """Plain text; wrapped over several lines where it may be long."""
    made = QLabel(text, parent)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wrapped)
    if look is not None:
        dress(made, look)
    return made


class Button(QPushButton):
    """Push button that Enter presses too, as it does on the web and on macOS."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press with Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.animateClick()
        else:
            super().keyPressEvent(event)


def button(
    text: str,
    parent: QWidget,
    clicked: Callable[[], object],
    *,
    look: Look | None = None,
    drawing: Icon | None = None,
) -> QPushButton:
    """Push button with its words, its icon and what it does."""
    made = Button(text, parent)
    made.setAutoDefault(False)
    if look is not None:
        dress(made, look)
    if drawing is not None:
        set_icon(made, drawing, Ink.ON_ACCENT if look is Look.PRIMARY else Ink.TEXT, size=16)
    made.clicked.connect(lambda _checked=False: clicked())
    return made


def card(parent: QWidget, *, look: Look = Look.CARD) -> tuple[QFrame, QVBoxLayout]:
    """Framed area with a vertical layout inside."""
    frame = QFrame(parent)
    dress(frame, look)
    layout = QVBoxLayout(frame)
    layout.setContentsMargins(DOUBLE, DOUBLE, DOUBLE, DOUBLE)
    layout.setSpacing(DOUBLE // 2)
    return frame, layout


def in_row(*widgets: QWidget, spacing: int = 8, stretch: bool = False) -> QHBoxLayout:
    """Widgets beside each other; ``stretch`` leaves the rest of the line empty."""
    layout = QHBoxLayout()
    layout.setSpacing(spacing)
    layout.setContentsMargins(0, 0, 0, 0)
    for widget in widgets:
        layout.addWidget(widget)
    if stretch:
        layout.addStretch(1)
    return layout


def emptied(layout: QLayout) -> QLayout:
    """Layout without its widgets and layouts, which are deleted."""
    while (item := layout.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        if inner is not None:
            emptied(inner)
    return layout


def button_box(parent: QWidget, *standard: QDialogButtonBox.StandardButton) -> QDialogButtonBox:
    """Buttons at the foot of a dialog, with room around them for the focus frame.

    One that closes is pressed by Enter only where the focus is on it: Qt would press it too from
    a field in a dialog in which nothing else is offered to Enter.
    """
    made = QDialogButtonBox(parent)
    for which in standard:
        one = made.addButton(which)
        if made.buttonRole(one) is QDialogButtonBox.ButtonRole.RejectRole:
            one.setAutoDefault(False)
            for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                pressing = QShortcut(QKeySequence(key), one)
                pressing.setContext(Qt.ShortcutContext.WidgetShortcut)
                pressing.activated.connect(one.click)
    layout = made.layout()
    if layout is not None:
        layout.setContentsMargins(HALF, HALF, HALF, HALF)
    return made
