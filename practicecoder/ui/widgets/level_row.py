"""One level of a scale as a radio row: value, anchor mark, and its words in full or in part."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QPainter,
    QPaintEvent,
    QPen,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QRadioButton, QSizePolicy, QWidget

from practicecoder.codebook.model import Level
from practicecoder.ui.theme import colours, scaled

LOWEST_ROW = 32
"""Smallest height of a row in pixels."""
_PAD_X, _PAD_Y, _GAP = 10, 6, 8
_RADIO_PX, _DIAMOND_PX = 16, 9
"""Sizes at the ordinary text size; they grow with the text."""
_WIDEST = 16_777_215.0


@dataclass(frozen=True, slots=True)
class _Laid:
    """Words laid out for a width: the lines, and the height of the whole row."""

    words: QTextLayout
    height: int


class LevelRow(QRadioButton):
    """A level to choose. Its mark shows what is stored; a click only says what is wanted.

    ``full`` rows show all their words, others one line that ends in an ellipsis; the accessible
    name holds the whole text either way.
    """

    def __init__(self, level: Level, *, is_anchor: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._level = level
        self._is_anchor = is_anchor
        self._full = False
        self._laid: dict[int, _Laid] = {}
        self.setProperty("ownFocus", True)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        words = ". ".join(part.rstrip(".") for part in (level.name, level.text) if part)
        start = self.tr("start") if is_anchor else ""
        self.setAccessibleName(
            ", ".join(part for part in (f"{level.value}", start, words) if part)
        )

    @property
    def value(self) -> int:
        """The level's value."""
        return self._level.value

    @property
    def is_full(self) -> bool:
        """Whether all words are shown."""
        return self._full

    def show_chosen(self, chosen: bool) -> None:
        """Show whether this is the level stored; exclusive buttons would refuse to be emptied."""
        self.setAutoExclusive(False)
        self.setChecked(chosen)
        self.setAutoExclusive(True)

    def set_full(self, full: bool) -> None:
        """Show all words, or one line."""
        if full != self._full:
            self._full = full
            self._lay_out_again()

    def set_available(self, available: bool) -> None:
        """Whether a click has an effect; an unavailable row can still be read and focused."""
        cursor = Qt.CursorShape.PointingHandCursor if available else Qt.CursorShape.ArrowCursor
        if self.property("available") is available:
            return
        self.setCursor(cursor)
        self.setProperty("available", available)
        self.update()

    # Qt

    def nextCheckState(self) -> None:
        """Leave the mark alone: it follows what is stored, not the click."""

    def hasHeightForWidth(self) -> bool:
        """Words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height that the words need."""
        return self._layout_for(width).height

    def sizeHint(self) -> QSize:
        """Return the height for the present width."""
        width = max(self.width(), 240)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Return the height of one line."""
        return QSize(self._words_x() + 80, LOWEST_ROW)

    def hitButton(self, pos: object) -> bool:
        """The whole row is the target."""
        return True

    def changeEvent(self, event: QEvent) -> None:
        """Lay out anew after a change of type."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._lay_out_again()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground, mark, value, anchor and words."""
        shades = colours(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        available = self.property("available") is not False
        self._paint_ground(painter, available)
        ink = QColor(shades.text if available or self.isChecked() else shades.muted)
        line = self._line_height()
        middle = _PAD_Y + line / 2 + self._top_slack()
        self._paint_mark(painter, QPointF(_PAD_X + _radio() / 2, middle), available)
        painter.setPen(ink)
        painter.setFont(_bold(self.font()))
        value_box = QRectF(_PAD_X + _radio() + _GAP, middle - line / 2, self._value_width(), line)
        painter.drawText(value_box, Qt.AlignmentFlag.AlignCenter, f"{self.value}")
        painter.setFont(self.font())
        painter.setPen(ink)
        laid = self._layout_for(self.width())
        laid.words.draw(painter, QPointF(self._words_x(), middle - line / 2))
        if self._is_anchor:
            self._paint_anchor(painter, QPointF(self._words_x(), middle), QColor(shades.muted))
        painter.end()

    # Painting

    def _paint_ground(self, painter: QPainter, available: bool) -> None:
        shades = colours(self.palette())
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        ground = None
        if self.isChecked():
            ground = shades.soft
        elif self.underMouse() and available:
            ground = shades.sunken
        if ground is not None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(ground))
            painter.drawRoundedRect(box, 6, 6)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(shades.focus), 2))
            painter.drawRoundedRect(box, 6, 6)

    def _paint_mark(self, painter: QPainter, centre: QPointF, available: bool) -> None:
        shades = colours(self.palette())
        chosen = self.isChecked()
        ring = shades.accent if chosen else (shades.outline if available else shades.border)
        painter.setPen(QPen(QColor(ring), 5 if chosen else 2))
        painter.setBrush(QColor(shades.on_accent if chosen else shades.surface))
        radius = _radio() / 2 - (2.5 if chosen else 1)
        painter.drawEllipse(centre, radius, radius)

    def _paint_anchor(self, painter: QPainter, at: QPointF, ink: QColor) -> None:
        half = _diamond() / 2
        centre = QPointF(at.x() + half + 1, at.y())
        painter.setPen(QPen(ink, 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolygon(
            [
                QPointF(centre.x(), centre.y() - half),
                QPointF(centre.x() + half, centre.y()),
                QPointF(centre.x(), centre.y() + half),
                QPointF(centre.x() - half, centre.y()),
            ]
        )
        painter.setFont(_italic(self.font()))
        line = self._line_height()
        box = QRectF(at.x() + _diamond() + 6, at.y() - line / 2, 200, line)
        painter.drawText(
            box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, self.tr("start")
        )

    # Layout

    def _lay_out_again(self) -> None:
        self._laid.clear()
        self.updateGeometry()
        self.update()

    def _layout_for(self, width: int) -> _Laid:
        key = max(width, 120)
        if key not in self._laid:
            if len(self._laid) > 8:
                self._laid.clear()
            self._laid[key] = self._lay_out(key)
        return self._laid[key]

    def _lay_out(self, width: int) -> _Laid:
        room = float(width - self._words_x() - _PAD_X)
        indent = self._anchor_width()
        text = _one_paragraph(self._level)
        if not self._full:
            text = self._elided(text, room - indent)
        words = QTextLayout(text, self.font())
        words.setTextOption(QTextOption(Qt.AlignmentFlag.AlignLeft))
        if self._level.name:
            strong = QTextLayout.FormatRange()
            strong.start, strong.length = 0, min(len(self._level.name), len(text))
            form = QTextCharFormat()
            form.setFontWeight(QFont.Weight.DemiBold)
            strong.format = form
            words.setFormats([strong])
        bottom = self._place_lines(words, room, indent)
        lines_height = max(bottom, self._line_height())
        return _Laid(words, max(LOWEST_ROW, round(lines_height + 2 * _PAD_Y)))

    def _place_lines(self, words: QTextLayout, room: float, indent: float) -> float:
        bottom = 0.0
        words.beginLayout()
        line = words.createLine()
        while line.isValid():
            first = bottom == 0.0
            line.setLineWidth(room - indent if first else room)
            line.setPosition(QPointF(indent if first else 0.0, bottom))
            bottom += max(line.height(), self._line_height() if first else 0.0)
            line = words.createLine()
        words.endLayout()
        return bottom

    def _elided(self, text: str, room: float) -> str:
        head = f"{self._level.name}. " if self._level.name else ""
        taken = QFontMetrics(_bold(self.font())).horizontalAdvance(head)
        rest = text.removeprefix(head)
        mode = Qt.TextElideMode.ElideRight
        return head + self.fontMetrics().elidedText(rest, mode, int(room - taken))

    def _top_slack(self) -> float:
        """Half of what a one-line row has to spare, so that the line stands in its middle."""
        spare = LOWEST_ROW - self._line_height() - 2 * _PAD_Y
        return max(spare / 2, 0.0) if self.height() <= LOWEST_ROW else 0.0

    def _line_height(self) -> float:
        return float(self.fontMetrics().height())

    def _value_width(self) -> float:
        return float(self.fontMetrics().horizontalAdvance("+00"))

    def _words_x(self) -> int:
        return round(_PAD_X + _radio() + _GAP + self._value_width() + _GAP)

    def _anchor_width(self) -> float:
        if not self._is_anchor:
            return 0.0
        word = QFontMetrics(_italic(self.font())).horizontalAdvance(self.tr("start"))
        return float(_diamond() + 6 + word + _GAP)


def _radio() -> int:
    return scaled(_RADIO_PX)


def _diamond() -> int:
    return scaled(_DIAMOND_PX)


def _one_paragraph(level: Level) -> str:
    text = " ".join(level.text.split())
    return f"{level.name}. {text}".strip() if level.name else text


def _bold(font: QFont) -> QFont:
    strong = QFont(font)
    strong.setWeight(QFont.Weight.Bold)
    return strong


def _italic(font: QFont) -> QFont:
    leaning = QFont(font)
    leaning.setItalic(True)
    return leaning
