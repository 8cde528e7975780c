"""What a panel of the coding page is, the workspaces, and where each panel stands in them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol, runtime_checkable

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QWidget

from practicecoder.domain.coding import Coding
from practicecoder.ui.actions import ActionId
from practicecoder.ui.coding.open_coding import OpenCoding


class Workspace(StrEnum):
    """Arrangements of the panels, one for each part of the work."""

    LISTEN = "listen"
    RATE = "rate"
    COUNT = "count"


WORKSPACE_ACTIONS: Mapping[Workspace, ActionId] = {
    Workspace.LISTEN: ActionId.WORKSPACE_LISTEN,
    Workspace.RATE: ActionId.WORKSPACE_RATE,
    Workspace.COUNT: ActionId.WORKSPACE_COUNT,
}


class Area(StrEnum):
    """Where a panel stands: in an outer column, or in the upper or lower part of the middle."""

    LEFT = "left"
    UPPER = "upper"
    LOWER = "lower"
    RIGHT = "right"


class PanelName(StrEnum):
    """Object names of the panels; saved layouts know them by these."""

    QUEUE = "Queue"
    LISTENING = "Listening"
    COUNTING = "Counting"
    TRANSCRIPT = "Transcript"
    EVIDENCE = "Evidence"
    NOTES = "Notes"
    SCORES = "Scores"
    RATINGS = "Ratings"


@runtime_checkable
class ShowsCoding(Protocol):
    """A widget that shows one coding."""

    def open_coding(self, coding: OpenCoding | None) -> None:
        """Show a coding from its opening on; None while there is none."""

    def show_coding(self, coding: Coding) -> None:
        """Show what is stored."""


@runtime_checkable
class TakesTyping(Protocol):
    """A widget in which something is typed."""

    def flush(self) -> bool:
        """Save what was typed; False if that failed."""


@runtime_checkable
class Plays(Protocol):
    """A widget from which a moment of the recording can be played."""

    play_wanted: SignalInstance


@runtime_checkable
class FollowsSound(Protocol):
    """A widget that is told where the playhead is."""

    def set_position(self, position_ms: int) -> None:
        """Take notice of the playhead."""


def always(_coding: OpenCoding) -> bool:
    """Offer a panel with every coding."""
    return True


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """A panel: its widget, how it is entered by key, and where it stands.

    ``areas`` names the workspaces in which it is open; in the others it is closed, and comes up
    in its ``home`` when it is asked for. ``offered`` tells with which codings it is there at all.
    ``shows`` names the fields of a coding that it shows, besides whether it is locked; an act that
    changes none of them leaves the panel as it is. None: it is told of every act.
    """

    name: PanelName
    title: str
    widget: QWidget
    enter: Callable[[], object]
    home: Area
    areas: Mapping[Workspace, Area] = field(default_factory=dict)
    offered: Callable[[OpenCoding], bool] = always
    shows: frozenset[str] | None = None

    def area(self, workspace: Workspace) -> Area:
        """Where the panel stands in a workspace, or comes up in it."""
        return self.areas.get(workspace, self.home)

    def is_changed(self, before: Coding, after: Coding) -> bool:
        """Whether the panel shows anything of what an act changed."""
        if self.shows is None or before.state is not after.state:
            return True
        return any(getattr(before, name) != getattr(after, name) for name in self.shows)
