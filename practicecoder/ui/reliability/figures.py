"""A figure that is drawn when it is looked at, for a light or dark window."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from practicecoder.ui.theme import colours
from practicecoder.ui.widgets.figure_view import FigureView

if TYPE_CHECKING:
    from practicecoder.figures.style import Chart, Theme

    Draw = Callable[[Theme], Chart | None]


class LazyFigure(FigureView):
    """Holds what is to be drawn, and draws it once the figure is on the screen."""

    def __init__(self, accessible_name: str, parent: QWidget | None = None) -> None:
        super().__init__(accessible_name, parent)
        self._draw: Draw | None = None
        self._is_stale = False
        self._was_dark = colours().is_dark

    def show_drawing(self, draw: Draw | None) -> None:
        """Show what a function draws; None where there is nothing."""
        self._draw = draw
        self._is_stale = True
        if self.isVisible():
            self._draw_now()

    def showEvent(self, event: QShowEvent) -> None:
        """Draw what has waited."""
        super().showEvent(event)
        if self._is_stale or colours().is_dark != self._was_dark:
            self._draw_now()

    def changeEvent(self, event: QEvent) -> None:
        """Draw anew for a light or dark window."""
        super().changeEvent(event)
        is_other = colours().is_dark != self._was_dark
        if event.type() is QEvent.Type.PaletteChange and self.isVisible() and is_other:
            self._draw_now()

    def _draw_now(self) -> None:
        from practicecoder.figures.style import Theme

        self._was_dark = colours().is_dark
        self._is_stale = False
        theme = Theme.DARK if self._was_dark else Theme.LIGHT
        self.show_chart(None if self._draw is None else self._draw(theme))
