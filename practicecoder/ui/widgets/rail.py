"""The navigation at the left: the pages of the window, with icons and words."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from practicecoder.ui.icons import Icon, Ink, set_icon
from practicecoder.ui.theme import SPACE, Look, dress

ICON_PX = 24


class Rail(QFrame):
    """Buttons for actions, one under the other; the last ones stand at the bottom."""

    def __init__(self, accessible_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(accessible_name)
        dress(self, Look.RAIL)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(SPACE, SPACE, SPACE, SPACE)
        self._layout.setSpacing(SPACE)
        self._layout.addStretch(1)
        self._n_upper = 0

    def add(self, action: QAction, words: str, drawing: Icon, *, at_bottom: bool = False) -> None:
        """Add a button for an action; it is hidden with the action."""
        made = QToolButton(self)
        made.setDefaultAction(action)
        made.setText(words)
        made.setAccessibleName(action.text().rstrip("…"))
        made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        made.setProperty("onRail", True)
        made.setMinimumWidth(80)
        set_icon(made, drawing, Ink.RAIL, size=ICON_PX)
        action.changed.connect(lambda: self._follow(made, action, words, drawing))
        made.setVisible(action.isVisible())
        if at_bottom:
            self._layout.addWidget(made, 0, Qt.AlignmentFlag.AlignHCenter)
        else:
            self._layout.insertWidget(self._n_upper, made, 0, Qt.AlignmentFlag.AlignHCenter)
            self._n_upper += 1

    def _follow(self, made: QToolButton, action: QAction, words: str, drawing: Icon) -> None:
        """Keep the rail's own words and icon, which a changed action would replace."""
        if made.text() != words:
            made.setText(words)
        set_icon(made, drawing, Ink.RAIL, size=ICON_PX)
        made.setVisible(action.isVisible())
