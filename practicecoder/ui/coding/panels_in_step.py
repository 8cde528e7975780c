"""Panels in step with each other: the coding they show, what is typed in them, and the sound."""

from __future__ import annotations

from collections.abc import Sequence

from practicecoder.domain.coding import Coding
from practicecoder.ui.coding.listening import ListeningPanel
from practicecoder.ui.coding.open_coding import OpenCoding
from practicecoder.ui.coding.panels import FollowsSound, Panel, Plays, ShowsCoding, TakesTyping


class PanelsInStep:
    """Has every panel do what it can do: show a coding, take typing, play, follow the sound."""

    def __init__(self, panels: Sequence[Panel]) -> None:
        self._panels = panels

    def open_coding(self, coding: OpenCoding | None) -> None:
        """Give a coding to all panels that show one; None takes it away."""
        for panel in self._panels:
            if isinstance(panel.widget, ShowsCoding):
                panel.widget.open_coding(coding)

    def show(self, coding: Coding) -> None:
        """Show what is stored, in all panels."""
        self._show(coding, self._panels)

    def show_change(self, before: Coding, after: Coding) -> None:
        """Show what an act changed, in the panels that show anything of it."""
        self._show(after, [panel for panel in self._panels if panel.is_changed(before, after)])

    def flush(self) -> bool:
        """Save everything that was typed; False if some of it could not be saved."""
        saved = [p.widget.flush() for p in self._panels if isinstance(p.widget, TakesTyping)]
        return all(saved)

    def go_with(self, listening: ListeningPanel) -> None:
        """Play what panels want to have played, and tell them where the playhead is."""
        for panel in self._panels:
            if isinstance(panel.widget, Plays):
                panel.widget.play_wanted.connect(listening.play_from)
            if isinstance(panel.widget, FollowsSound):
                listening.position_changed.connect(panel.widget.set_position)

    def _show(self, coding: Coding, panels: Sequence[Panel]) -> None:
        for panel in panels:
            if isinstance(panel.widget, ShowsCoding):
                panel.widget.show_coding(coding)
