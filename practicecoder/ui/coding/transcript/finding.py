"""The bar that finds words in the transcript."""

from __future__ import annotations

import re
from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from practicecoder.domain.transcripts import TranscriptLine
from practicecoder.ui.accessibility import announce, name
from practicecoder.ui.coding.transcript.text_view import Match
from practicecoder.ui.icons import Icon, set_icon
from practicecoder.ui.theme import HALF, Look, dress
from practicecoder.ui.widgets.labels import label


def matches_of(lines: Sequence[TranscriptLine], words: str) -> tuple[Match, ...]:
    """Places where words stand, in capital or small letters."""
    wanted = re.escape(" ".join(words.split()))
    if not wanted:
        return ()
    pattern = re.compile(wanted, re.IGNORECASE)
    return tuple(
        Match(number, found.start(), found.end())
        for number, line in enumerate(lines)
        for found in pattern.finditer(" ".join(line.text.split()))
    )


class _FindField(QLineEdit):
    """Words to find: Enter goes on, Shift+Enter goes back, Escape ends."""

    step_wanted = Signal(int)
    escaped = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on, go back or end; other keys write."""
        back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.step_wanted.emit(-1 if back else 1)
            case Qt.Key.Key_Escape:
                self.escaped.emit()
            case _:
                super().keyPressEvent(event)


class FindBar(QWidget):
    """Finds words and goes from place to place, beginning where the reader is."""

    found = Signal(object, object)
    """All places, and the one that is looked at; None if there is none."""
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[TranscriptLine, ...] = ()
        self._from_line = 0
        self._matches: tuple[Match, ...] = ()
        self._place = 0
        self.field = _FindField(self)
        self.field.setPlaceholderText(self.tr("Find in the transcript"))
        name(
            self.field, self.tr("Find in the transcript"), self.tr("Enter goes to the next place")
        )
        self.field.textChanged.connect(self._look)
        self.field.step_wanted.connect(self.step)
        self.field.escaped.connect(self.close_bar)
        self._count: QLabel = label("", self, Look.MUTED)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(HALF)
        layout.addWidget(self.field, 1)
        layout.addWidget(self._count)
        for drawing, words, act in (
            (Icon.BACK, self.tr("Previous place"), lambda: self.step(-1)),
            (Icon.NEXT, self.tr("Next place"), lambda: self.step(1)),
            (Icon.CLOSE, self.tr("Close the search"), self.close_bar),
        ):
            made = QToolButton(self)
            dress(made, Look.PANEL)
            set_icon(made, drawing, size=16)
            made.setToolTip(words)
            name(made, words)
            made.clicked.connect(act)
            layout.addWidget(made)
        self.hide()

    @property
    def count_text(self) -> str:
        """What is said about the number of places."""
        return self._count.text()

    def search_in(self, lines: Sequence[TranscriptLine]) -> None:
        """Take other lines to search in; a search that is open goes on in them."""
        self._lines = tuple(lines)
        if not self.isHidden():
            self._look()

    def open_bar(self, from_line: int, words: str = "") -> None:
        """Open the bar; the first place looked at is the next one from a line on."""
        self._from_line = from_line
        self.show()
        if words:
            self.field.setText(words)
        self._look()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def end(self) -> None:
        """End the search."""
        self.hide()
        self._matches = ()
        self.found.emit((), None)

    def close_bar(self) -> None:
        """End the search, and have the reader go on in the words."""
        self.end()
        self.closed.emit()

    def step(self, by: int) -> None:
        """Go to the next place, or with -1 the one before; after the last comes the first."""
        if self._matches:
            self._place = (self._place + by) % len(self._matches)
            self._from_line = self._matches[self._place].line
        self._tell(aloud=True)

    def _look(self) -> None:
        self._matches = matches_of(self._lines, self.field.text())
        later = (n for n, match in enumerate(self._matches) if match.line >= self._from_line)
        self._place = next(later, 0)
        self._tell(aloud=False)

    def _tell(self, *, aloud: bool) -> None:
        words, count = self.field.text().strip(), len(self._matches)
        if not words:
            self._count.clear()
        elif not count:
            self._count.setText(self.tr("not found"))
        else:
            self._count.setText(self.tr("{0} of {1}").format(self._place + 1, count))
        if aloud and words:
            announce(self, self._count.text())
        self.found.emit(self._matches, self._matches[self._place] if count else None)
