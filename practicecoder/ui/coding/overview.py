"""The strip above the cards: every dimension with its state, one cell each."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from practicecoder.codebook.model import Dimension
from practicecoder.domain.coding import RatingState
from practicecoder.ui.accessibility import name
from practicecoder.ui.theme import HALF, colours
from practicecoder.ui.widgets.flow import Flow
from practicecoder.ui.widgets.rating_card import CardState

_SMALLER = 0.85


class StateCell(QAbstractButton):
    """Abbreviation of a dimension over its rating; the card it leads to says the rest.

    It is for the pointer: keys reach every card directly.
    """

    def __init__(self, dimension: Dimension, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dimension = dimension
        self._state = CardState()
        self._is_current = False
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.show_state(self._state, is_current=False)

    @property
    def mark(self) -> str:
        """Rating in a few characters; a question mark stands for unsure."""
        match self._state.rating.state:
            case RatingState.NOT_YET_RATED:
                return "–"
            case RatingState.RATED:
                mark = f"{self._state.rating.value:g}"
            case RatingState.NOT_APPLICABLE:
                mark = "N/A"
        return f"{mark}?" if self._state.rating.unsure else mark

    def show_state(self, state: CardState, *, is_current: bool) -> None:
        """Show a rating, and whether its card is the one used last."""
        shown = self.mark, self._is_current, self._state.rating.state
        self._state, self._is_current = state, is_current
        words = f"{self._dimension.label}, {state.spoken}"
        name(self, words)
        self.setToolTip(words)
        if shown != (self.mark, is_current, state.rating.state):
            self.update()

    def sizeHint(self) -> QSize:
        """Return room for both lines."""
        above, below = QFontMetrics(self._small()), QFontMetrics(self._strong())
        width = max(above.horizontalAdvance(self._dimension.abbr), below.horizontalAdvance("N/A?"))
        return QSize(width + 14, above.height() + below.height() + 8)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the cell."""
        shades = colours(self.palette())
        decided = self._state.rating.state is not RatingState.NOT_YET_RATED
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(QColor(shades.accent if self._is_current else shades.border), 1))
        ground = shades.soft if decided else shades.surface
        painter.setBrush(QColor(shades.sunken if self.underMouse() and not decided else ground))
        painter.drawRoundedRect(box, 5, 5)
        if self._is_current:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(shades.accent))
            painter.drawRoundedRect(QRectF(4, self.height() - 3.5, self.width() - 8, 2.5), 1, 1)
        line = QFontMetrics(self._small()).height()
        painter.setPen(QColor(shades.muted))
        painter.setFont(self._small())
        centre = Qt.AlignmentFlag.AlignCenter
        painter.drawText(QRectF(0, 3, self.width(), line), centre, self._dimension.abbr)
        painter.setPen(QColor(shades.accent if decided else shades.muted))
        painter.setFont(self._strong())
        rest = QRectF(0, 3 + line, self.width(), self.height() - line - 7)
        painter.drawText(rest, centre, self.mark)
        painter.end()

    def _small(self) -> QFont:
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * _SMALLER)
        return font

    def _strong(self) -> QFont:
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        return font


class Overview(Flow):
    """Cells of all dimensions in the codebook's order."""

    card_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, spacing=HALF)
        self._cells: dict[str, StateCell] = {}
        self._states: dict[str, CardState] = {}
        self._current: str | None = None
        name(self, self.tr("Ratings so far"))

    def show_dimensions(self, dimensions: Sequence[Dimension]) -> None:
        """Make a cell for each dimension."""
        self.empty()
        self._cells, self._states, self._current = {}, {}, None
        for dimension in dimensions:
            cell = StateCell(dimension, self)
            cell.clicked.connect(
                lambda _checked=False, d=dimension.dimension_id: self.card_wanted.emit(d)
            )
            self.add(cell)
            self._cells[dimension.dimension_id] = cell

    def show_state(self, dimension_id: str, state: CardState) -> None:
        """Show the rating of a dimension."""
        self._states[dimension_id] = state
        self._cells[dimension_id].show_state(state, is_current=dimension_id == self._current)

    def show_current(self, dimension_id: str | None) -> None:
        """Mark the dimension whose card was used last."""
        before, self._current = self._current, dimension_id
        for each in {before, dimension_id} & set(self._states):
            assert each is not None
            self.show_state(each, self._states[each])
