"""How the panels of the coding page share its room: side by side, or one under the other."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QSplitter, QVBoxLayout, QWidget

from practicecoder.ui.settings import Settings
from practicecoder.ui.theme import DOUBLE, HALF, SPACE
from practicecoder.ui.widgets.upright import Upright

CARDS_WIDTH = 420
"""Width in pixels of the rating column at the first start."""
NARROW = 860
"""Page width in pixels below which the rating column goes under the listening area."""
_SPLITTERS = "coding"


class Workbench(QScrollArea):
    """Listening over evidence and notes, and the rating column beside them."""

    def __init__(
        self,
        listening: QWidget,
        evidence: QWidget,
        notes: QWidget,
        cards: QWidget,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.below = QSplitter(Qt.Orientation.Horizontal, self)
        self.below.setChildrenCollapsible(False)
        for part, stretch in ((evidence, 2), (notes, 1)):
            self.below.addWidget(part)
            self.below.setStretchFactor(self.below.indexOf(part), stretch)
        left = Upright(self)
        left_layout = QVBoxLayout(left)
        left_layout.setContentsMargins(DOUBLE - HALF, SPACE, DOUBLE - HALF, DOUBLE - HALF)
        left_layout.setSpacing(SPACE)
        left_layout.addWidget(listening)
        left_layout.addWidget(self.below, 1)
        right = QWidget(self)
        right_layout = QVBoxLayout(right)
        right_layout.setContentsMargins(DOUBLE, DOUBLE - HALF, SPACE, 0)
        right_layout.addWidget(cards)
        self.columns = QSplitter(Qt.Orientation.Horizontal, self)
        self.columns.setChildrenCollapsible(False)
        self.columns.addWidget(left)
        self.columns.addWidget(right)
        self.columns.setStretchFactor(0, 1)
        self.columns.setSizes([2 * CARDS_WIDTH, CARDS_WIDTH])
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(self.columns)

    def restore(self, settings: Settings) -> None:
        """Divide the room as the coder left it."""
        self.columns.restoreState(settings.window_state(f"{_SPLITTERS}/main"))
        self.below.restoreState(settings.window_state(f"{_SPLITTERS}/lower"))

    def keep(self, settings: Settings) -> None:
        """Remember how the room is divided."""
        settings.set_window_state(f"{_SPLITTERS}/main", self.columns.saveState())
        settings.set_window_state(f"{_SPLITTERS}/lower", self.below.saveState())

    def fit(self, page_width: int) -> None:
        """Put the rating column under the listening area where the page is narrow."""
        narrow = page_width < NARROW
        wanted = Qt.Orientation.Vertical if narrow else Qt.Orientation.Horizontal
        for splitter in (self.columns, self.below):
            if splitter.orientation() != wanted:
                splitter.setOrientation(wanted)

    def bring_into_view(self, widget: QWidget) -> None:
        """Scroll until a widget of the panels can be seen."""
        if self.columns.isAncestorOf(widget):
            self.ensureWidgetVisible(widget, 0, SPACE)
