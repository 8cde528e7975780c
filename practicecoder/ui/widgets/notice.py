"""Notices above numbers, and what an empty page says instead of nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from practicecoder.ui.icons import Icon, Ink
from practicecoder.ui.theme import DOUBLE, SPACE, TRIPLE, Look, dress
from practicecoder.ui.widgets.labels import button, emptied, label
from practicecoder.ui.widgets.sign import Sign

BIG_SIGN_PX = 40


class Notices(QFrame):
    """Sentences a reader needs before the numbers; hidden while there are none."""

    def __init__(self, accessible_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(accessible_name)
        dress(self, Look.WARNING)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(12, SPACE, 12, SPACE)
        self._layout.setSpacing(6)
        self._texts: tuple[str, ...] = ()
        self.hide()

    @property
    def texts(self) -> tuple[str, ...]:
        """Sentences shown."""
        return self._texts

    def show_texts(self, texts: Sequence[str]) -> None:
        """Show these sentences in place of earlier ones."""
        self._texts = tuple(texts)
        emptied(self._layout)
        for text in self._texts:
            line = QHBoxLayout()
            line.setSpacing(SPACE)
            line.addWidget(Sign(Icon.WARNING, Ink.WARNING, self), 0, Qt.AlignmentFlag.AlignTop)
            line.addWidget(label(text, self, Look.WARNING, wrapped=True), 1)
            self._layout.addLayout(line)
        self.setVisible(bool(self._texts))


class EmptyState(QWidget):
    """Says why a page is empty and what comes next, with the button for it."""

    def __init__(
        self,
        title: str,
        text: str,
        parent: QWidget | None = None,
        *,
        drawing: Icon = Icon.SESSIONS,
        action: tuple[str, Callable[[], object]] | None = None,
    ) -> None:
        super().__init__(parent)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(TRIPLE, TRIPLE, TRIPLE, TRIPLE)
        layout.setSpacing(SPACE)
        layout.addStretch(2)
        layout.addWidget(Sign(drawing, Ink.MUTED, self, size=BIG_SIGN_PX))
        self._title = label(title, self, Look.HEADING)
        self._title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout.addWidget(self._title)
        self._text = label(text, self, Look.MUTED, wrapped=True)
        self._text.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._text.setMaximumWidth(480)
        line = QHBoxLayout()
        line.addStretch(1)
        line.addWidget(self._text, 100)
        line.addStretch(1)
        layout.addLayout(line)
        if action is not None:
            words, act = action
            layout.addSpacing(DOUBLE)
            made = button(words, self, act, look=Look.PRIMARY)
            layout.addWidget(made, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(3)

    def say(self, title: str, text: str) -> None:
        """Change the words."""
        self._title.setText(title)
        self._text.setText(text)
