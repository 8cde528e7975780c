"""A banner that stays until what it tells of is over, with what can be done about it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QElapsedTimer, Qt, QTimer
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from practicecoder.ui.accessibility import announce, name
from practicecoder.ui.icons import Icon, Ink
from practicecoder.ui.theme import DOUBLE, SPACE, Look, dress
from practicecoder.ui.widgets.flow import Flow
from practicecoder.ui.widgets.labels import button
from practicecoder.ui.widgets.sign import Sign

FLASH_MS = 400
"""How long the banner looks different after something was refused."""
QUIET_MS = 10_000
"""A refusal is read out again only after this long: typing tries to save every second."""


COMFORTABLE_LETTERS = 40
"""With less room for a line than this, the buttons stand below the words."""


class _WholeWords(QLabel):
    """Words in several lines that insist on the height they need at their width."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        dress(self, look)

    def setText(self, text: str) -> None:
        """Show other words."""
        super().setText(text)
        self._insist()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Insist anew at another width."""
        super().resizeEvent(event)
        self._insist()

    def _insist(self) -> None:
        before = self.minimumHeight()
        self.setMinimumHeight(0)  # a label never reckons with less than it insisted on before
        needed = max(self.heightForWidth(self.width()), 0)
        self.setMinimumHeight(needed if self.isVisible() else 0)
        if needed != before:
            self.updateGeometry()


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
        self._text = _WholeWords(Look.WARNING, self)
        self._text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        name(self._text, accessible_name)
        self._detail = _WholeWords(Look.MUTED, self)
        self._detail.hide()
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._text)
        words.addWidget(self._detail)
        self._buttons: list[QPushButton] = []
        self._acts = Flow(self, spacing=SPACE)
        told = QHBoxLayout()
        told.setSpacing(SPACE)
        sign = Sign(Icon.WARNING, Ink.WARNING, self)
        told.addWidget(sign, 0, Qt.AlignmentFlag.AlignVCenter)
        told.addLayout(words, 1)
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._layout.setContentsMargins(DOUBLE, SPACE, SPACE, SPACE)
        self._layout.setSpacing(SPACE)
        self._layout.addLayout(told, 1)
        self._layout.addWidget(self._acts, 0, Qt.AlignmentFlag.AlignVCenter)
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
        self._buttons.append(made)
        self._acts.add(made)
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

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the buttons beside the words where there is room, else below them."""
        super().resizeEvent(event)
        self._arrange()

    def showEvent(self, event: QShowEvent) -> None:
        """Arrange anew: which buttons are offered may have changed."""
        super().showEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        offered = [one.sizeHint().width() for one in self._buttons if not one.isHidden()]
        in_line = sum(offered) + SPACE * max(len(offered) - 1, 0)
        comfortable = COMFORTABLE_LETTERS * self.fontMetrics().averageCharWidth()
        is_beside = self.width() - in_line >= comfortable
        self._acts.setMinimumWidth(in_line if is_beside else 0)
        self._layout.setDirection(
            QBoxLayout.Direction.LeftToRight if is_beside else QBoxLayout.Direction.TopToBottom
        )
        # Where the words stand above, the line of buttons takes the whole width.
        alignment = Qt.AlignmentFlag.AlignVCenter if is_beside else Qt.AlignmentFlag(0)
        self._layout.setAlignment(self._acts, alignment)

    def _read_out(self) -> None:
        self._since_read_out.start()
        announce(self, self._text.text(), assertive=True)
