"""The words of a transcript, to be read along, searched and quoted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFont,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget

from practicecoder.domain.coding import Evidence
from practicecoder.ui.accessibility import name
from practicecoder.ui.coding.transcript.gutter import Gutter
from practicecoder.ui.coding.transcript.script import Script
from practicecoder.ui.theme import HALF, colours

MOST_SHOWN_MATCHES = 500
"""Places that are painted as found; more of them would not be looked at."""
_ABOVE, _BELOW = 0.25, 0.6
"""Shares of the height between which a line that is heard may stand before the text scrolls."""
_MOVING = frozenset(
    {
        Qt.Key.Key_Up,
        Qt.Key.Key_Down,
        Qt.Key.Key_Left,
        Qt.Key.Key_Right,
        Qt.Key.Key_PageUp,
        Qt.Key.Key_PageDown,
        Qt.Key.Key_Home,
        Qt.Key.Key_End,
    }
)


class Match(NamedTuple):
    """A place in the words: number of the line, and where in it."""

    line: int
    start: int
    end: int


class TranscriptView(QPlainTextEdit):
    """One paragraph for each line; time, speaker and evidence stand in the gutter.

    The line that is heard has a ground of its own and an arrow; the one that was chosen with the
    arrow keys has a frame. While it follows, the text scrolls with the recording, but not under a
    selection.
    """

    play_wanted = Signal(int)
    """Number of a line that was clicked, or on which Enter was pressed."""
    evidence_wanted = Signal()
    chosen = Signal(int)
    """Number of a line gone to by key."""
    reader_left = Signal()
    """The reader scrolled or went elsewhere than to the line that is heard."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._script = Script()
        self._evidence: Mapping[int, tuple[Evidence, ...]] = {}
        self._inside = range(0)
        self._matches: tuple[Match, ...] = ()
        self._match: Match | None = None
        self._heard: int | None = None
        self._chosen: int | None = None
        self.follows = True
        self.gutter = Gutter(self, self)
        self.gutter.pressed.connect(self.click)
        self.setUndoRedoEnabled(False)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setTabChangesFocus(True)
        self.setCursorWidth(0)
        self.document().setDocumentMargin(HALF)
        name(self, self.tr("Transcript"), self.tr("Enter plays from a line"))
        self.updateRequest.connect(lambda *_: self.gutter.update())
        self.verticalScrollBar().actionTriggered.connect(lambda _: self.reader_left.emit())
        self._fit_gutter()

    # What is shown

    @property
    def script(self) -> Script:
        """Lines that are shown."""
        return self._script

    @property
    def heard(self) -> int | None:
        """Line that is heard; None before the first."""
        return self._heard

    @property
    def current(self) -> int | None:
        """Line that was chosen, else the one that is heard; None if there is neither."""
        return self._heard if self._chosen is None else self._chosen

    def chosen_line(self) -> int | None:
        """Line chosen by key or click; None if the one that is heard stands for it."""
        return self._chosen

    def evidence_of(self, number: int) -> tuple[Evidence, ...]:
        """Evidence of a line."""
        return self._evidence.get(number, ())

    def is_inside(self, number: int) -> bool:
        """Whether a line lies in the stretch that is coded, at least in part."""
        return number in self._inside

    def show_script(self, script: Script, inside: range) -> None:
        """Show lines; those outside a range are set in quiet colour."""
        self._script, self._inside = script, inside
        self._evidence, self._matches, self._match = {}, (), None
        self._heard = self._chosen = None
        self.setPlainText("\n".join(" ".join(line.text.split()) for line in script.lines))
        self._fit_gutter()
        self._paint_words()

    def show_evidence(self, evidence: Mapping[int, tuple[Evidence, ...]]) -> None:
        """Mark the lines that have evidence."""
        if evidence != self._evidence:
            self._evidence = evidence
            self.gutter.update()

    def show_heard(self, number: int | None) -> None:
        """Show which line is heard, and scroll to it while following."""
        if number == self._heard:
            return
        self._heard = number
        if number == self._chosen:
            self._chosen = None
        if self.follows and number is not None and not self.textCursor().hasSelection():
            self.bring_into_view(number)
        self._repaint()

    def show_matches(self, matches: Sequence[Match], match: Match | None = None) -> None:
        """Paint what was found; ``match`` is the one that is looked at."""
        self._matches, self._match = tuple(matches[:MOST_SHOWN_MATCHES]), match
        self._paint_words()
        if match is not None:
            self._choose(match.line)

    # Going about

    def choose(self, number: int) -> None:
        """Go to a line, and say that the reader did."""
        self._choose(number)
        self.reader_left.emit()
        self.chosen.emit(number)

    def forget_choice(self) -> None:
        """Let the line that is heard be the current one."""
        self._chosen = None
        self.clear_selection()
        self._repaint()

    def clear_selection(self) -> None:
        """Select nothing."""
        cursor = self.textCursor()
        cursor.clearSelection()
        self.setTextCursor(cursor)

    def selected_parts(self) -> dict[int, str]:
        """Selected words by the number of their line; empty if none are."""
        cursor = self.textCursor()
        first, last = cursor.selectionStart(), cursor.selectionEnd()
        parts: dict[int, str] = {}
        block = self.document().findBlock(first)
        while first < last and block.isValid() and block.position() < last:
            begin = max(first - block.position(), 0)
            parts[block.blockNumber()] = block.text()[begin : last - block.position()]
            block = block.next()
        return {number: text for number, text in parts.items() if text.strip()}

    def bring_into_view(self, number: int) -> None:
        """Scroll so that a line stands in the upper half, if it does not stand well already."""
        block = self.document().findBlockByNumber(number)
        if not block.isValid():
            return
        height = self.viewport().height()
        box = self.blockBoundingGeometry(block).translated(self.contentOffset())
        if block.isVisible() and box.top() >= 0 and box.bottom() <= height * _BELOW:
            return
        room = height * _ABOVE
        while block.previous().isValid():
            room -= self.blockBoundingRect(block.previous()).height()
            if room < 0:
                break
            block = block.previous()
        self.verticalScrollBar().setValue(block.firstLineNumber())

    def visible_lines(self) -> Iterator[tuple[int, QRectF]]:
        """Lines that can be seen, and where they stand in the viewport."""
        block, height = self.firstVisibleBlock(), self.viewport().height()
        top = self.blockBoundingGeometry(block).translated(self.contentOffset()).top()
        while block.isValid() and top <= height and block.blockNumber() < len(self._script):
            size = self.blockBoundingRect(block).height()
            yield block.blockNumber(), QRectF(0, top, self.viewport().width(), size)
            top += size
            block = block.next()

    def line_at_height(self, y: float) -> int | None:
        """Line that stands at a height of the viewport; None below the last."""
        found = (number for number, box in self.visible_lines() if box.top() <= y < box.bottom())
        return next(found, None)

    # Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from line to line with Up and Down, play with Enter; the text's own keys select."""
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        match event.key():
            case Qt.Key.Key_Up if plain:
                self._step(-1)
            case Qt.Key.Key_Down if plain:
                self._step(1)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if plain:
                if self.current is not None:
                    self.play_wanted.emit(self.current)
            case Qt.Key.Key_Escape if self.textCursor().hasSelection():
                self.clear_selection()
            case key:
                super().keyPressEvent(event)
                if key in _MOVING:
                    self._chosen = self.textCursor().blockNumber() if len(self._script) else None
                    self.reader_left.emit()
                    self._repaint()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Play from a line that was clicked; words that were drawn over are selected."""
        super().mouseReleaseEvent(event)
        if event.button() is Qt.MouseButton.LeftButton and not self.textCursor().hasSelection():
            self.click(self.line_at_height(event.position().y()))

    def click(self, number: int | None) -> None:
        """Take a line that was clicked, and ask to play from it."""
        if number is not None:
            self._chosen = number
            self._repaint()
            self.play_wanted.emit(number)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with the words beside copying them."""
        number = self.line_at_height(event.pos().y())
        menu = self.createStandardContextMenu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addSeparator()
        if number is not None:
            play = menu.addAction(self.tr("Play from here"))
            play.triggered.connect(lambda _=False, n=number: self.click(n))
        evidence = menu.addAction(self.tr("Evidence from this"))
        evidence.setEnabled(number is not None or self.textCursor().hasSelection())

        def note() -> None:
            if not self.textCursor().hasSelection() and number is not None:
                self._choose(number)
            self.evidence_wanted.emit()

        evidence.triggered.connect(lambda _=False: note())
        menu.popup(event.globalPos())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the grounds of the lines, then the words on them."""
        painter = QPainter(self.viewport())
        shades = colours(self.palette())
        for number, box in self.visible_lines():
            if number == self._heard:
                painter.fillRect(box, QColor(shades.soft))
            painter.setPen(QPen(QColor(shades.sunken), 1))
            painter.drawLine(box.bottomLeft(), box.bottomRight())
            if number == self._chosen:
                painter.setPen(QPen(QColor(shades.focus), 2))
                painter.drawRect(box.adjusted(1, 1, -2, -1))
        painter.end()
        super().paintEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the gutter beside the words, and the line that is heard in view."""
        self._fit_gutter()  # first: the words are wrapped at the width that is left
        super().resizeEvent(QResizeEvent(self.viewport().size(), event.oldSize()))
        if self.follows and self._heard is not None:
            self.bring_into_view(self._heard)

    def changeEvent(self, event: QEvent) -> None:
        """Follow text size and colours."""
        super().changeEvent(event)
        kind = event.type()
        if kind in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit_gutter()
        if kind in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange):
            self._paint_words()

    # Inside

    def _fit_gutter(self) -> None:
        """Leave room for the gutter at the left."""
        if hasattr(self, "gutter"):  # Qt fits widgets while they are made
            self.setViewportMargins(self.gutter.fit(), 0, 0, 0)

    def _step(self, by: int) -> None:
        if not len(self._script):
            return
        here = self.current
        if here is None:
            first = next((number for number, _ in self.visible_lines()), 0)
            self.choose(first)
        else:
            self.choose(min(max(here + by, 0), len(self._script) - 1))

    def _choose(self, number: int) -> None:
        self._chosen = number
        cursor = QTextCursor(self.document().findBlockByNumber(number))
        self.setTextCursor(cursor)
        self.ensureCursorVisible()
        self._repaint()

    def _repaint(self) -> None:
        self.viewport().update()
        self.gutter.update()

    def _paint_words(self) -> None:
        """Set lines outside the coded stretch in quiet colour, and mark what was found."""
        shades = colours(self.palette())
        quiet, found, looked_at = (QTextCharFormat() for _ in range(3))
        quiet.setForeground(QColor(shades.muted))
        quiet.setFontItalic(True)
        found.setBackground(QColor(shades.warning_surface))
        found.setForeground(QColor(shades.warning))
        found.setFontUnderline(True)
        looked_at.setBackground(QColor(shades.accent))
        looked_at.setForeground(QColor(shades.on_accent))
        looked_at.setFontWeight(QFont.Weight.Bold)
        last = len(self._script)
        shown = [
            self._painted(self._cursor(first, 0, end, None), quiet)
            for first, end in ((0, self._inside.start - 1), (self._inside.stop, last - 1))
            if 0 <= first <= end
        ]
        for match in self._matches:
            place = self._cursor(match.line, match.start, match.line, match.end)
            shown.append(self._painted(place, looked_at if match == self._match else found))
        self.setExtraSelections(shown)

    def _cursor(self, first: int, start: int, last: int, end: int | None) -> QTextCursor:
        """Cursor over words from a place in a line to one in another, or to its end."""
        begin = self.document().findBlockByNumber(first)
        block = self.document().findBlockByNumber(last)
        length = block.length() - 1
        cursor = QTextCursor(begin)
        cursor.setPosition(begin.position() + start)
        cursor.setPosition(
            block.position() + (length if end is None else min(end, length)),
            QTextCursor.MoveMode.KeepAnchor,
        )
        return cursor

    @staticmethod
    def _painted(cursor: QTextCursor, look: QTextCharFormat) -> QTextEdit.ExtraSelection:
        made = QTextEdit.ExtraSelection()
        made.cursor, made.format = cursor, look
        return made
