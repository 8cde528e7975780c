"""The focus: where it lies, and one frame of two pixels that moves with the keyboard."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRect, QRectF, Qt, QTimer
from PySide6.QtGui import (
    QColor,
    QHideEvent,
    QMoveEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QRegion,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDockWidget,
    QFocusFrame,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)
from shiboken6 import createdByPython

from practicecoder.ui.theme import colours

FRAME_PX = 2
_WRITTEN_IN = (QLineEdit, QPlainTextEdit, QTextEdit, QAbstractSpinBox, QComboBox)


def belongs_to(page: QWidget, widget: QWidget | None) -> bool:
    """Whether a widget lies on a page, also in a panel that floats in a window of its own."""
    while widget is not None and widget is not page:
        if widget.isWindow() and not isinstance(widget, QDockWidget):
            return False
        widget = widget.parentWidget()
    return widget is page


class FocusFrame(QFocusFrame):
    """Frame around the widget that has the focus.

    A control that was clicked shows none, as the pointer shows where one is; a control that is
    written in always does. A widget with the property ``ownFocus`` paints its own.
    """

    def show_on(self, widget: QWidget | None) -> None:
        """Move to a widget, or away from all."""
        if widget is None or widget.property("ownFocus") or widget.isWindow():
            self.setWidget(None)
            return
        clicked = QApplication.mouseButtons() != Qt.MouseButton.NoButton
        if clicked and not isinstance(widget, _WRITTEN_IN):
            self.setWidget(None)
        else:
            self.setWidget(widget)
            QTimer.singleShot(0, self, self._stand_out)

    def setWidget(self, widget: QWidget | None) -> None:
        """Stand around a widget; None around nothing."""
        super().setWidget(widget)  # type: ignore[arg-type]  # Qt takes a null pointer here
        _leave_with_its_parent(widget)

    def widget(self) -> QWidget | None:  # type: ignore[override]  # there may be none
        """Widget that the frame stands around."""
        widget = super().widget()
        _leave_with_its_parent(widget)
        return widget

    def hideEvent(self, event: QHideEvent) -> None:
        """Come back after a change of style, which hides every focus frame."""
        super().hideEvent(event)
        QTimer.singleShot(0, self, self._show_again)

    def moveEvent(self, event: QMoveEvent) -> None:
        """Have room for the frame also where its parent cuts it off."""
        super().moveEvent(event)
        QTimer.singleShot(0, self, self._stand_out)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Have room for the frame also where its parent cuts it off."""
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self._stand_out)

    def showEvent(self, event: QShowEvent) -> None:
        """Have room for the frame also where its parent cuts it off."""
        super().showEvent(event)
        QTimer.singleShot(0, self, self._stand_out)

    def _stand_out(self) -> None:
        """Stand above the widget and inside it too: Qt leaves room beside it only."""
        if self.widget() is None:
            return
        self.raise_()
        self.setMask(self._ring())

    def _ring(self) -> QRegion:
        edge = 2 * FRAME_PX
        inner = self._room().adjusted(edge, edge, -edge, -edge)
        return QRegion(self.rect()).subtracted(QRegion(inner))

    def _show_again(self) -> None:
        widget = self.widget()
        if widget and widget.hasFocus() and widget.isVisible():
            self.show()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the frame in the colour that stands out from where the widget is."""
        if self.mask() != self._ring():  # Qt sets its own, untold, when the widget was laid out
            QTimer.singleShot(0, self, self._stand_out)
        widget = self.widget()
        shades = colours()
        on_rail = widget is not None and widget.property("onRail")
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(QColor(shades.rail_text if on_rail else shades.focus), FRAME_PX)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        inset = FRAME_PX / 2
        box = QRectF(self._room()).adjusted(inset, inset, -inset, -inset)
        radius = 0 if isinstance(widget, QAbstractItemView) else 7
        painter.drawRoundedRect(box, radius, radius)
        painter.end()

    def _room(self) -> QRect:
        """What is seen of the frame: its parent cuts off what stands out."""
        parent = self.parentWidget()
        if parent is None:
            return self.rect()
        return self.rect().intersected(parent.rect().translated(-self.pos()))


class FocusFrames(QObject):
    """Keeps the one frame with the focus of the application."""

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._frame: FocusFrame | None = None
        application.focusChanged.connect(self._follow)

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        if self._frame is None and new is not None:
            self._frame = FocusFrame(new.window())
            self._frame.destroyed.connect(self._forget)
        if self._frame is not None:
            self._frame.show_on(new)

    def _forget(self) -> None:
        self._frame = None


def _leave_with_its_parent(widget: QWidget | None) -> None:
    """Undo that PySide takes a focus frame for the parent of the widget in it.

    A frame ends with the dialog in which it is; widgets made by Qt, such as the menu bar and its
    menus, would count as deleted with it. Qt itself does nothing here: the parent stays the same.
    """
    parent = None if widget is None else widget.parentWidget()
    # A parent made by Qt may be known here alone: given up, it would take its child with it.
    if widget is not None and parent is not None and createdByPython(parent):
        widget.setParent(parent)
