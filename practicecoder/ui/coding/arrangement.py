"""The arrangements that the workspaces begin with, and how wide a page each of them needs."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMainWindow

from practicecoder.ui.coding.dock import PanelDock
from practicecoder.ui.coding.panels import Area, PanelName, Workspace
from practicecoder.ui.theme import scaled

ABREAST_FROM = {Workspace.LISTEN: 1_500, Workspace.RATE: 2_200, Workspace.COUNT: 2_200}
"""Page width from which two panels stand side by side in the lower middle; in a narrower one, and
where there are more of them, they share a place."""
IN_FRONT = (PanelName.EVIDENCE, PanelName.NOTES)
"""Which of the panels that share a place is in front at first."""
LEFT_PX = 276
RIGHT_SHARES = {Workspace.LISTEN: 0.33, Workspace.RATE: 0.5, Workspace.COUNT: 0.5}
LEAST_RIGHT_PX, MOST_RIGHT_PX = 400, 720
WITH_LEFT = 1_100
"""Page width from which there is a left column to begin with; its panels stand in the lower middle
of a narrower page."""
_HORIZONTAL, _VERTICAL = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
_GROUND = Qt.DockWidgetArea.LeftDockWidgetArea


def arrange(
    desk: QMainWindow,
    docks: Sequence[PanelDock],
    workspace: Workspace,
    *,
    width: int,
    narrow: bool,
) -> None:
    """Put the docks where a workspace has them at first; ``narrow``: all in one column."""
    for dock in docks:
        dock.setFloating(False)
        desk.removeDockWidget(dock)
    columns = _Columns(docks, workspace, width)
    if narrow:
        columns.stack(desk)
    else:
        columns.set_up(desk)
    for dock in docks:
        dock.setVisible(workspace in dock.panel.areas)
    if not narrow:
        columns.share_room(desk)
        for dock in docks:
            if dock.panel.name in IN_FRONT and dock.is_open and desk.tabifiedDockWidgets(dock):
                dock.raise_()
                break


class _Columns:
    """The docks by area, as a page of a width has them."""

    def __init__(self, docks: Sequence[PanelDock], workspace: Workspace, width: int) -> None:
        self._workspace = workspace
        self._width = width
        self._abreast = 2 if width >= scaled(ABREAST_FROM[workspace]) else 1
        self._by_area: dict[Area, list[PanelDock]] = {area: [] for area in Area}
        for dock in docks:
            area = dock.panel.area(workspace)
            if area is Area.LEFT and width < scaled(WITH_LEFT):
                area = Area.LOWER
            self._by_area[area].append(dock)
        self._by_area[Area.LOWER].sort(key=lambda dock: workspace not in dock.panel.areas)

    def stack(self, desk: QMainWindow) -> None:
        """Put all docks below each other, last what is at home at the left."""
        docks = [
            dock
            for area in (Area.UPPER, Area.LOWER, Area.RIGHT, Area.LEFT)
            for dock in self._by_area[area]
        ]
        docks.sort(key=lambda dock: dock.panel.home is Area.LEFT)
        desk.addDockWidget(_GROUND, docks[0], _VERTICAL)
        for above, dock in pairwise(docks):
            desk.splitDockWidget(above, dock, _VERTICAL)

    def set_up(self, desk: QMainWindow) -> None:
        """Stand the columns side by side, then the panels of each below each other."""
        lower = self._by_area[Area.LOWER]
        columns = (
            self._by_area[Area.LEFT],
            [*self._by_area[Area.UPPER], *lower[:1]],
            self._by_area[Area.RIGHT],
        )
        heads = [column[0] for column in columns if column]
        desk.addDockWidget(_GROUND, heads[0], _HORIZONTAL)
        for before, head in pairwise(heads):
            desk.splitDockWidget(before, head, _HORIZONTAL)
        for column in columns:
            for above, dock in pairwise(column):
                desk.splitDockWidget(above, dock, _VERTICAL)
        for number, (before, dock) in enumerate(pairwise(lower), start=2):
            if number <= self._abreast:
                desk.splitDockWidget(before, dock, _HORIZONTAL)
            else:
                desk.tabifyDockWidget(lower[self._abreast - 1], dock)

    def share_room(self, desk: QMainWindow) -> None:
        """Give every column and row its size; what is left goes to the lower middle."""
        here = {area: [d for d in found if d.is_open] for area, found in self._by_area.items()}
        left_px = scaled(LEFT_PX) if here[Area.LEFT] else 0
        wanted = min(round(self._width * RIGHT_SHARES[self._workspace]), scaled(MOST_RIGHT_PX))
        right_px = max(wanted, scaled(LEAST_RIGHT_PX)) if here[Area.RIGHT] else 0
        middle_px = self._width - left_px - right_px
        widths = [
            (column[0], px)
            for column, px in (
                (here[Area.LEFT], left_px),
                (here[Area.UPPER] or here[Area.LOWER], middle_px),
                (here[Area.RIGHT], right_px),
            )
            if column
        ]
        _resize(desk, widths, _HORIZONTAL)
        if here[Area.UPPER] and here[Area.LOWER]:
            upper, lower = here[Area.UPPER][0], here[Area.LOWER][0]
            upper_px = upper.minimumSizeHint().height()
            rows = [(upper, upper_px), (lower, desk.height() - upper_px)]
            _resize(desk, rows, _VERTICAL)
        left = here[Area.LEFT]
        _resize(desk, [(dock, desk.height() // len(left)) for dock in left], _VERTICAL)
        if self._abreast > 1 and len(here[Area.LOWER]) > 1:
            first, second = here[Area.LOWER][:2]
            _resize(desk, [(first, middle_px // 2), (second, middle_px // 2)], _HORIZONTAL)


def _resize(
    desk: QMainWindow, sizes: Sequence[tuple[PanelDock, int]], orientation: Qt.Orientation
) -> None:
    desk.resizeDocks([dock for dock, _ in sizes], [max(px, 1) for _, px in sizes], orientation)
