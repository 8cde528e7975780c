"""The arrangements that the workspaces begin with, and how wide a page each of them needs."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMainWindow

from practicecoder.ui.coding.dock import PanelDock
from practicecoder.ui.coding.panels import Area, Workspace
from practicecoder.ui.theme import scaled

ABREAST = {Workspace.LISTEN: 2, Workspace.RATE: 1, Workspace.COUNT: 2}
"""How many panels of the lower middle stand side by side; the others share the last place."""
LEFT_PX = 268
RIGHT_SHARES = {Workspace.LISTEN: 0.33, Workspace.RATE: 0.5, Workspace.COUNT: 0.33}
LEAST_RIGHT_PX, MOST_RIGHT_PX = 400, 720
WITH_QUEUE = 1100
"""Page width from which the left column is open to begin with."""
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
    if narrow:
        _stack(desk, [d for area in _DOWN for d in _standing(docks, area, workspace)])
    else:
        _set_up_columns(desk, docks, workspace)
    for dock in docks:
        dock.setVisible(workspace in dock.panel.areas)
    if not narrow:
        roomy = width >= scaled(WITH_QUEUE)
        for dock in _standing(docks, Area.LEFT, workspace):
            dock.setVisible(roomy and workspace in dock.panel.areas)
        share_room(desk, docks, workspace, width)


def share_room(
    desk: QMainWindow, docks: Sequence[PanelDock], workspace: Workspace, width: int
) -> None:
    """Give every column and row its size; what is left goes to the lower middle."""
    here = {area: _open(docks, area, workspace) for area in Area}
    middle = here[Area.UPPER] or here[Area.LOWER]
    left_px = scaled(LEFT_PX) if here[Area.LEFT] else 0
    wanted = min(round(width * RIGHT_SHARES[workspace]), scaled(MOST_RIGHT_PX))
    right_px = max(wanted, scaled(LEAST_RIGHT_PX)) if here[Area.RIGHT] else 0
    sizes = [
        (column[0], px)
        for column, px in (
            (here[Area.LEFT], left_px),
            (middle, width - left_px - right_px),
            (here[Area.RIGHT], right_px),
        )
        if column
    ]
    desk.resizeDocks([dock for dock, _ in sizes], [max(px, 1) for _, px in sizes], _HORIZONTAL)
    if here[Area.UPPER] and here[Area.LOWER]:
        upper, lower = here[Area.UPPER][0], here[Area.LOWER][0]
        upper_px = upper.minimumSizeHint().height()
        desk.resizeDocks([upper, lower], [upper_px, desk.height() - upper_px], _VERTICAL)
    if len(here[Area.LOWER]) > 1 and ABREAST[workspace] > 1:
        room = width - left_px - right_px
        desk.resizeDocks(
            here[Area.LOWER][:2], [round(room * 0.62), round(room * 0.38)], _HORIZONTAL
        )


_DOWN = (Area.UPPER, Area.LOWER, Area.RIGHT, Area.LEFT)
"""Areas from the top where all panels stand in one column."""


def _set_up_columns(desk: QMainWindow, docks: Sequence[PanelDock], workspace: Workspace) -> None:
    """Stand the columns side by side, then the panels of each below each other."""
    lower = _standing(docks, Area.LOWER, workspace)
    columns = (
        _standing(docks, Area.LEFT, workspace),
        [*_standing(docks, Area.UPPER, workspace), *lower[:1]],
        _standing(docks, Area.RIGHT, workspace),
    )
    heads = [column[0] for column in columns if column]
    desk.addDockWidget(_GROUND, heads[0], _HORIZONTAL)
    for before, head in pairwise(heads):
        desk.splitDockWidget(before, head, _HORIZONTAL)
    for column in columns:
        for above, dock in pairwise(column):
            desk.splitDockWidget(above, dock, _VERTICAL)
    for number, (before, dock) in enumerate(pairwise(lower), start=2):
        if number <= ABREAST[workspace]:
            desk.splitDockWidget(before, dock, _HORIZONTAL)
        else:
            desk.tabifyDockWidget(lower[ABREAST[workspace] - 1], dock)


def _stack(desk: QMainWindow, docks: Sequence[PanelDock]) -> None:
    """Put docks below each other."""
    desk.addDockWidget(_GROUND, docks[0], _VERTICAL)
    for above, dock in pairwise(docks):
        desk.splitDockWidget(above, dock, _VERTICAL)


def _standing(docks: Sequence[PanelDock], area: Area, workspace: Workspace) -> list[PanelDock]:
    """Docks of an area, the open ones first where several share a place."""
    found = [dock for dock in docks if dock.panel.area(workspace) is area]
    if area is Area.LOWER:
        found.sort(key=lambda dock: workspace not in dock.panel.areas)
    return found


def _open(docks: Sequence[PanelDock], area: Area, workspace: Workspace) -> list[PanelDock]:
    return [dock for dock in _standing(docks, area, workspace) if not dock.isHidden()]
