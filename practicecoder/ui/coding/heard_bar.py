"""How much of the segment was heard: a bar with a number, and the gaps as a menu."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QProgressBar, QToolButton, QWidget

from practicecoder.domain.spans import TimeSpan, clock
from practicecoder.ui.accessibility import name
from practicecoder.ui.actions import ActionId, show_tip
from practicecoder.ui.theme import SPACE, Look, dress
from practicecoder.ui.widgets.labels import button, label

BAR_WIDTH = 120
MOST_GAPS = 30
"""Gaps listed in the menu; further ones are counted."""


class HeardBar(QWidget):
    """Bar, number, the way to the next gap, and all gaps to choose from."""

    gap_wanted = Signal(object)
    """Gap to play; None: the next one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._number = label("", self)
        self._bar = QProgressBar(self)
        self._bar.setRange(0, 100)
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(BAR_WIDTH)
        name(self._bar, self.tr("Heard of the segment, in percent"))
        self._next = button(
            self.tr("Next gap"), self, lambda: self.gap_wanted.emit(None), look=Look.QUIET
        )
        show_tip(self._next, ActionId.PLAY_NEXT_GAP)
        self._gaps = QToolButton(self)
        dress(self._gaps, Look.QUIET)
        self._gaps.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu = QMenu(self._gaps)
        self._gaps.setMenu(self._menu)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE)
        layout.addWidget(self._bar)
        layout.addWidget(self._number)
        layout.addSpacing(SPACE)
        layout.addWidget(self._next)
        layout.addWidget(self._gaps)
        layout.addStretch(1)

    @property
    def text(self) -> str:
        """Number in words."""
        return self._number.text()

    def show_heard(
        self,
        share: float,
        unheard: Sequence[TimeSpan],
    ) -> None:
        """Show how much of a segment was heard, and which stretches were not."""
        self._number.setText(self.tr("Heard {0}%").format(int(share * 100)))
        self._number.setMinimumWidth(
            self._number.fontMetrics().horizontalAdvance(self.tr("Heard {0}%").format(100))
        )
        self._bar.setValue(int(share * 100))
        self._next.setVisible(bool(unheard))
        self._gaps.setVisible(bool(unheard))
        count = len(unheard)
        words = self.tr("1 gap") if count == 1 else self.tr("{0} gaps").format(count)
        if self._gaps.text() != words or self._menu.isEmpty():
            self._gaps.setText(words)
            name(self._gaps, self.tr("Not heard yet: {0}").format(words))
        self._menu.clear()
        for gap in unheard[:MOST_GAPS]:
            line = self._menu.addAction(f"{clock(gap.start_ms)}–{clock(gap.end_ms)}")
            line.triggered.connect(lambda _checked=False, g=gap: self.gap_wanted.emit(g))
        if count > MOST_GAPS:
            more = self._menu.addAction(self.tr("and {0} more").format(count - MOST_GAPS))
            more.setEnabled(False)
