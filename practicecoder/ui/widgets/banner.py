"""A banner that stays until what it tells of is over, with what can be done about it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QElapsedTimer, Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from practicecoder.ui.accessibility import announce, name
from practicecoder.ui.icons import Icon, Ink
from practicecoder.ui.theme import DOUBLE, SPACE, Look, dress
from practicecoder.ui.widgets.labels import button, label
from practicecoder.ui.widgets.sign import Sign

FLASH_MS = 400
"""How long the banner looks different after something was refused."""
QUIET_MS = 10_000
"""A refusal is read out again only after this long: typing tries to save every second."""


class LastingBanner(QFrame):
    """Tells a lasting state; only who shows it takes it away.

    Parameters
    ----------
    accessible_name
        What the banner is about, for screen readers.
    """

    def __init__(self, accessible_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        dress(self, Look.WARNING)
        name(self, accessible_name)
        self._text = label("", self, Look.WARNING, wrapped=True)
        self._text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        name(self._text, accessible_name)
        self._detail = label("", self, Look.MUTED, wrapped=True)
        self._detail.hide()
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._text)
        words.addWidget(self._detail)
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(DOUBLE, SPACE, SPACE, SPACE)
        self._layout.setSpacing(SPACE)
        sign = Sign(Icon.WARNING, Ink.WARNING, self)
        self._layout.addWidget(sign, 0, Qt.AlignmentFlag.AlignVCenter)
        self._layout.addLayout(words, 1)
        self._flash = QTimer(self)
        self._flash.setSingleShot(True)
        self._flash.setInterval(FLASH_MS)
        self._flash.timeout.connect(lambda: dress(self, Look.WARNING))
        self._since_read_out = QElapsedTimer()
        self.hide()

    @property
    def text(self) -> str:
        """Sentence shown; empty while the banner is hidden."""
        return "" if self.isHidden() else self._text.text()

    @property
    def detail(self) -> str:
        """Second line; empty if there is none."""
        return self._detail.text()

    @property
    def is_flashing(self) -> bool:
        """Whether the banner draws attention to itself at this moment."""
        return self._flash.isActive()

    def add_button(
        self, words: str, clicked: Callable[[], object], *, look: Look | None = None
    ) -> QPushButton:
        """Offer something that helps."""
        made = button(words, self, clicked, look=look)
        self._layout.addWidget(made, 0, Qt.AlignmentFlag.AlignVCenter)
        return made

    def tell(self, text: str, detail: str = "") -> None:
        """Show a sentence; it is read out unless it stands here already."""
        is_news = text != self.text
        self._text.setText(text)
        self.say_detail(detail)
        self.show()
        if is_news:
            self._read_out()

    def say_detail(self, detail: str) -> None:
        """Show another second line; an empty one takes it away."""
        self._detail.setText(detail)
        self._detail.setVisible(bool(detail))

    def flash(self) -> None:
        """Draw attention: something was refused because of what the banner tells."""
        dress(self, Look.ALARM)
        self._flash.start()
        if not self._since_read_out.isValid() or self._since_read_out.elapsed() >= QUIET_MS:
            self._read_out()

    def _read_out(self) -> None:
        self._since_read_out.start()
        announce(self, self._text.text(), assertive=True)
