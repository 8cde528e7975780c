"""Room that scrolls when its content is higher than the window, as with large text."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QVBoxLayout, QWidget

from practicecoder.ui.theme import DOUBLE, SPACE, scaled


class Scrolling(QScrollArea):
    """A column of content that scrolls up and down; it never takes the keyboard focus itself.

    ``width_px`` fixes its width, at the normal text size; None lets it fill its place.
    """

    def __init__(self, parent: QWidget | None = None, *, width_px: int | None = None) -> None:
        super().__init__(parent)
        self._width_px = width_px
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.content = QWidget(self)
        self.content.setProperty("look", "page")
        self.column = QVBoxLayout(self.content)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(DOUBLE)
        self.setWidget(self.content)
        keep_focus_in_view(self)
        self._fit_width()

    def minimumSizeHint(self) -> QSize:
        """Be as wide as the content needs, and as low as may be."""
        return QSize(self.content.minimumSizeHint().width(), 0)

    def changeEvent(self, event: QEvent) -> None:
        """Grow with the text."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._fit_width()

    def _fit_width(self) -> None:
        if self._width_px is None:
            self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        else:
            self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            self.setFixedWidth(scaled(self._width_px))


def keep_focus_in_view(area: QScrollArea) -> None:
    """Have what has the focus stay in sight whenever the room for an area changes its height."""
    _KeepsFocus(area)


def bring_into_view(area: QScrollArea, widget: QWidget) -> None:
    """Scroll until the whole of a widget is seen; of one that is too high, where its cursor is."""
    area.ensureWidgetVisible(widget, 0, SPACE)
    place, room = _place(area, widget), area.viewport().height()
    if place.height() + 2 * SPACE > room:
        return
    bar = area.verticalScrollBar()
    lowest, highest = place.bottom() + SPACE - room, place.top() - SPACE
    bar.setValue(min(max(bar.value(), lowest), highest))


class _KeepsFocus(QObject):
    """Watches the room in which an area shows its content."""

    def __init__(self, area: QScrollArea) -> None:
        super().__init__(area)
        self._area = area
        area.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow a change of height, if what has the focus was in sight before."""
        if isinstance(event, QResizeEvent) and event.oldSize().height() > event.size().height():
            focused = QApplication.focusWidget()
            if focused is not None and self._holds(focused):
                self._follow(focused, event.oldSize().height())
        return super().eventFilter(watched, event)

    def _follow(self, focused: QWidget, height_before: int) -> None:
        place, top = _place(self._area, focused), self._area.verticalScrollBar().value()
        if place.top() < top + height_before and place.bottom() >= top:
            # Once the content has its new place too.
            QTimer.singleShot(0, focused, lambda: self._bring(focused))

    def _bring(self, focused: QWidget) -> None:
        if focused.hasFocus() and self._holds(focused):
            bring_into_view(self._area, focused)

    def _holds(self, focused: QWidget) -> bool:
        """Whether a widget is in the content, and in no panel of it that floats."""
        content = self._area.widget()
        return (
            content is not None
            and content.isAncestorOf(focused)
            and focused.window() is self._area.window()
        )


def _place(area: QScrollArea, widget: QWidget) -> QRect:
    """Where a widget is in the content of an area."""
    content = area.widget()
    assert content is not None
    return QRect(widget.mapTo(content, QPoint(0, 0)), widget.size())
