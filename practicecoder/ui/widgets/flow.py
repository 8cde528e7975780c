"""Widgets set beside each other that go on in the next line."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QChildEvent, QCoreApplication, QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from shiboken6 import isValid

_INSIST_ON = frozenset(
    {
        QEvent.Type.LayoutRequest,
        QEvent.Type.FontChange,
        QEvent.Type.StyleChange,
        QEvent.Type.Polish,
        QEvent.Type.Show,
    }
)


class Flow(QWidget):
    """Widgets in reading order, as many in a line as fit; always as high as its lines need.

    Splitters do not ask for a height by width; so the height itself follows the width here. The
    widgets are placed without a QLayout: a layout written in Python has to keep the wrappers of
    its items, which Qt deletes without telling; asking a deleted one for its size ends the
    process.
    """

    def __init__(self, parent: QWidget | None = None, *, spacing: int = 8) -> None:
        super().__init__(parent)
        self._spacing = spacing
        self._widgets: list[QWidget] = []
        self._asked = QSize()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def add(self, *widgets: QWidget) -> None:
        """Add widgets at the end."""
        for widget in widgets:
            kept_hidden = widget.isHidden() and _said_to_hide_or_show(widget)
            widget.setParent(self)
            widget.raise_()  # last among the children, so the children are in reading order
            self._widgets.append(widget)
            if not kept_hidden:
                widget.show()
        self._insist()

    def remove(self, widget: QWidget) -> None:
        """Take a widget out and delete it."""
        self._widgets.remove(widget)
        widget.hide()
        widget.deleteLater()
        self._insist()

    def empty(self) -> None:
        """Take all widgets out and delete them."""
        while self._widgets:
            self.remove(self._widgets[0])

    # Qt

    def sizeHint(self) -> QSize:
        """Return the width of the widest widget and the height of the lines at this width."""
        return QSize(self.minimumSizeHint().width(), self.minimumHeight())

    def minimumSizeHint(self) -> QSize:
        """Return the least size of the widest and of the highest widget."""
        size = QSize(0, 0)
        for widget in self._placed():
            size = size.expandedTo(_least(widget))
        return size

    def event(self, event: QEvent) -> bool:
        """Insist anew when what is inside has changed."""
        kind = event.type()
        if kind is QEvent.Type.ChildRemoved:
            self._forget_gone(cast("QChildEvent", event))
        handled = super().event(event)
        if kind in _INSIST_ON:
            self._insist()
        return handled

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Insist anew at another width."""
        super().resizeEvent(event)
        self._insist()

    # Inside

    def _insist(self) -> None:
        """Place the lines one under the other, each widget in the middle of its line."""
        y = 0
        for line in self._lines(max(self.width(), 1)):
            height = max(_wanted(widget).height() for widget in line)
            x = 0
            for widget in line:
                wanted = _wanted(widget)
                middle = y + (height - wanted.height()) // 2
                box = QRect(QPoint(x, middle), wanted)
                widget.setGeometry(self._mirrored(box))
                x += wanted.width() + self._spacing
            y += height + self._spacing
        self.setMinimumHeight(max(y - self._spacing, 0))
        asked = self.sizeHint()
        if asked != self._asked:
            self._asked = asked
            self.updateGeometry()

    def _forget_gone(self, event: QChildEvent) -> None:
        """Forget a widget that was deleted, or given to another parent."""
        left = [widget for widget in self._widgets if isValid(widget)]
        if len(left) == len(self._widgets):
            child = event.child()
            left = [widget for widget in left if widget is not child]
        self._widgets = left
        QCoreApplication.postEvent(self, QEvent(QEvent.Type.LayoutRequest))

    def _mirrored(self, box: QRect) -> QRect:
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            box.moveLeft(self.width() - box.right() - 1)
        return box

    def _placed(self) -> list[QWidget]:
        return [w for w in self._widgets if isValid(w) and not w.isHidden()]

    def _lines(self, width: int) -> list[list[QWidget]]:
        lines: list[list[QWidget]] = []
        room = 0
        for widget in self._placed():
            wanted = _wanted(widget).width()
            if not lines or wanted > room:
                lines.append([])
                room = width
            lines[-1].append(widget)
            room -= wanted + self._spacing
        return lines


def _said_to_hide_or_show(widget: QWidget) -> bool:
    return widget.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide)


def _least(widget: QWidget) -> QSize:
    """Return the least size of a widget: what it insists on, else what it needs."""
    hint, least = widget.minimumSizeHint(), widget.minimumSize()
    return QSize(least.width() or hint.width(), least.height() or hint.height()).boundedTo(
        widget.maximumSize()
    )


def _wanted(widget: QWidget) -> QSize:
    """Return the size that a widget is given: its hint within its bounds."""
    hint = widget.sizeHint().expandedTo(widget.minimumSizeHint())
    return hint.boundedTo(widget.maximumSize()).expandedTo(widget.minimumSize())
