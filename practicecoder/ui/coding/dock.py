"""A panel of the coding page in its dock: one line of heading with the panel's own controls."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QDockWidget,
    QHBoxLayout,
    QMainWindow,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from practicecoder.ui.accessibility import name
from practicecoder.ui.coding.panels import Area, Panel
from practicecoder.ui.icons import Icon, set_icon
from practicecoder.ui.theme import HALF, Look, colours, dress
from practicecoder.ui.widgets.elided import ElidedLabel

HEADING_PX = 34
ASIDE = QPoint(24, 24)
"""How far from its place a panel begins to float, so that it can be seen to."""


class PanelDock(QDockWidget):
    """Dock of one panel.

    Its heading shows the panel's window title, such as "Evidence (6)", and takes in the panel's
    ``head``, a row of controls, if there is one.
    """

    def __init__(self, panel: Panel, desk: QMainWindow) -> None:
        super().__init__(panel.title, desk)
        self.panel = panel
        self.setObjectName(panel.name.value)
        self.setAccessibleName(panel.title)
        self.setWidget(panel.widget)
        self._heading = PanelHeading(self)
        self.setTitleBarWidget(self._heading)
        self.setFeatures(
            QDockWidget.DockWidgetFeature.DockWidgetClosable
            | QDockWidget.DockWidgetFeature.DockWidgetMovable
            | QDockWidget.DockWidgetFeature.DockWidgetFloatable
        )
        self.toggleViewAction().triggered.connect(self._follow_choice)

    @property
    def heading(self) -> str:
        """Words of the heading."""
        return self._heading.text

    @property
    def is_open(self) -> bool:
        """Whether the panel is open; it may lie behind another one."""
        return not self.isHidden()

    def stand_in(self, area: Area) -> None:
        """Grow with the window as a panel of an area does: the lower middle takes the room."""
        policy = QSizePolicy.Policy
        column = area in (Area.LEFT, Area.RIGHT)
        self.setSizePolicy(
            policy.Maximum if column else policy.Preferred,
            policy.Maximum if area is Area.UPPER else policy.Preferred,
        )

    def bring(self) -> None:
        """Open the panel if it was closed, and bring it before those it shares its place with."""
        self.show()
        self.raise_()

    def float_or_dock(self) -> None:
        """Let the panel float, a little aside of where it stood, or dock it again."""
        self.setFloating(not self.isFloating())
        if self.isFloating():
            self.move(self.pos() + ASIDE)

    def enter(self) -> None:
        """Bring the panel up and give it the focus."""
        self.bring()
        if self.isFloating():
            self.activateWindow()
        self.panel.enter()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint an edge around a panel that floats; Qt does so only around its own headings."""
        super().paintEvent(event)
        if self.isFloating():
            painter = QPainter(self)
            painter.setPen(QPen(QColor(colours(self.palette()).outline), 1))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
            painter.end()

    def _follow_choice(self, wanted: bool) -> None:
        if wanted:
            self.enter()


class PanelHeading(QWidget):
    """Heading by which a panel is moved, with buttons that float and close it.

    The buttons are for the pointer; the View menu does the same by key.
    """

    def __init__(self, dock: PanelDock) -> None:
        super().__init__(dock)
        self._dock = dock
        widget = dock.panel.widget
        self._words = ElidedLabel(self)
        dress(self._words, Look.HEADING)
        self._words.setText(widget.windowTitle() or dock.panel.title)
        widget.windowTitleChanged.connect(self._words.setText)
        float_words = self.tr("Float or dock {0}").format(dock.panel.title)
        close_words = self.tr("Close {0}").format(dock.panel.title)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(HALF, 0, 0, 0)
        layout.setSpacing(HALF)
        layout.addWidget(self._words, 1)
        head = getattr(widget, "head", None)
        if isinstance(head, QWidget):
            layout.addWidget(head)
        layout.addWidget(self._button(Icon.UNDOCK, float_words, dock.float_or_dock))
        layout.addWidget(self._button(Icon.CLOSE, close_words, dock.close))

    @property
    def text(self) -> str:
        """Words of the heading."""
        return self._words.text()

    def sizeHint(self) -> QSize:
        """Be as high as the headings beside it."""
        return super().sizeHint().expandedTo(QSize(0, HEADING_PX))

    def minimumSizeHint(self) -> QSize:
        """Be as high as the headings beside it."""
        return super().minimumSizeHint().expandedTo(QSize(0, HEADING_PX))

    def _button(self, drawing: Icon, words: str, act: object) -> QToolButton:
        made = QToolButton(self)
        dress(made, Look.PANEL)
        set_icon(made, drawing, size=16)
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        made.setToolTip(words)
        name(made, words)
        made.clicked.connect(act)
        return made
