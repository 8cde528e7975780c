"""A button that opens a menu, and the entries of such menus."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from practicecoder.ui.icons import Icon
from practicecoder.ui.widgets.labels import button


def entry(words: str, owner: QObject, act: Callable[[], object]) -> QAction:
    """Entry of a menu that does something, without a key of its own."""
    made = QAction(words, owner)
    made.triggered.connect(lambda _checked=False: act())
    return made


def menu_button(
    words: str,
    parent: QWidget,
    entries: Sequence[QAction | None],
    *,
    drawing: Icon | None = None,
) -> QPushButton:
    """Push button with a menu of entries; None is a line between them."""
    menu = QMenu(words, parent)
    menu.setToolTipsVisible(True)
    for each in entries:
        if each is None:
            menu.addSeparator()
        else:
            menu.addAction(each)
    made = button(words, parent, lambda: None, drawing=drawing)
    made.setMenu(menu)
    menu.aboutToHide.connect(lambda: QTimer.singleShot(0, made, lambda: _forget_mouse(made)))
    return made


def _forget_mouse(made: QPushButton) -> None:
    """Look untouched: if an entry opened a dialog, the button is not told that the mouse left."""
    made.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, False)
    made.update()
