"""Tabs over one place, each view made and filled when it is first looked at."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar

from PySide6.QtWidgets import QStackedWidget, QTabBar, QVBoxLayout, QWidget

from practicecoder.ui.accessibility import name

P = TypeVar("P", bound=QWidget)


class View(QWidget, Generic[P]):
    """Room for one panel; what it is to show waits until somebody looks."""

    def __init__(self, make: Callable[[QWidget], P], parent: QWidget) -> None:
        super().__init__(parent)
        self._make = make
        self._panel: P | None = None
        self._fill: Callable[[P], object] | None = None
        self._is_seen = False
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)

    @property
    def panel(self) -> P:
        """The panel with what was last given to it."""
        if self._panel is None:
            self._panel = self._make(self)
            self._layout.addWidget(self._panel)
        fill, self._fill = self._fill, None
        if fill is not None:
            fill(self._panel)
        return self._panel

    def show_with(self, fill: Callable[[P], object]) -> None:
        """Fill the panel, at once if it is looked at; what waited before is forgotten."""
        self._fill = fill
        if self._is_seen:
            _ = self.panel

    def be_seen(self, is_seen: bool) -> None:
        """Take notice that it is looked at, or no more."""
        self._is_seen = is_seen
        if is_seen:
            _ = self.panel


class Views(QStackedWidget):
    """Views one at a time; ``tabs`` choose which. The first one added is looked at."""

    def __init__(self, accessible_name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.tabs = QTabBar(parent)
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        name(self.tabs, accessible_name)
        self.tabs.currentChanged.connect(self._look_at)

    def add(self, words: str, make: Callable[[QWidget], P]) -> View[P]:
        """Add a view under a tab with these words."""
        view: View[P] = View(make, self)
        self.addWidget(view)
        self.tabs.addTab(words)
        return view

    def set_offered(self, view: View[Any], is_offered: bool) -> None:
        """Show or hide the tab of a view."""
        self.tabs.setTabVisible(self.indexOf(view), is_offered)

    def _look_at(self, place: int) -> None:
        for number in range(self.count()):
            view = self.widget(number)
            assert isinstance(view, View)
            view.be_seen(number == place)  # before it is current: then its panel is shown with it
        self.setCurrentIndex(place)
