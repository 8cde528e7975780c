"""The navigation at the left: the pages of the window, with icons and words."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from practicecoder.ui.icons import Icon, Ink, set_icon
from practicecoder.ui.theme import HALF, SPACE, Look, dress, scaled

ICON_PX = 24
BUTTON_EDGES_PX = 20
"""Height of a button beside its icon and its words."""
GAPS_PX = (SPACE, HALF)
"""Between buttons, and where the words would not fit otherwise."""


class Rail(QFrame):
    """Buttons for actions, one under the other; the last ones stand at the bottom.

    Where they are too many for the height they stand closer. Where that is not enough, as with
    large text, the words give way: the icons stay, and the words stand in the tips.
    """

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
        made.setAccessibleName(action.text().replace("&&", "&").rstrip("…"))
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

    # Qt

    def minimumSizeHint(self) -> QSize:
        """Be as low as the window: the words give way."""
        return QSize(super().minimumSizeHint().width(), 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the words if there is room for all of them."""
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        """Look anew when pages come or go, or the text changes."""
        if event.type() is QEvent.Type.LayoutRequest:
            self._fit()
        return super().event(event)

    # Inside

    def _fit(self) -> None:
        shown = [made for made in self.findChildren(QToolButton) if not made.isHidden()]
        room = self.height() - sum(_full_height(made) for made in shown) - SPACE
        fitting = [gap for gap in GAPS_PX if gap * len(shown) <= room]
        style = (
            Qt.ToolButtonStyle.ToolButtonTextUnderIcon
            if fitting
            else Qt.ToolButtonStyle.ToolButtonIconOnly
        )
        gap = max(fitting, default=SPACE)
        if self._layout.spacing() != gap:
            self._layout.setSpacing(gap)
        for made in shown:
            if made.toolButtonStyle() is not style:
                made.setToolButtonStyle(style)

    def _follow(self, made: QToolButton, action: QAction, words: str, drawing: Icon) -> None:
        """Keep the rail's own words and icon, which a changed action would replace."""
        if made.text() != words:
            made.setText(words)
        set_icon(made, drawing, Ink.RAIL, size=ICON_PX)
        made.setVisible(action.isVisible())


def _full_height(made: QToolButton) -> int:
    """Height of a button with its words."""
    lines = made.text().count("\n") + 1
    return scaled(ICON_PX) + lines * made.fontMetrics().height() + BUTTON_EDGES_PX
