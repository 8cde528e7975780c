"""Actions of the workspaces and panels, for keys, for the View menu and for the head."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QWidget

from practicecoder.ui.actions import ActionId, make_action
from practicecoder.ui.coding.panels import WORKSPACE_ACTIONS, Workspace
from practicecoder.ui.coding.workbench import Workbench


class WorkspaceActions(QObject):
    """Switches the workspaces, opens and closes their panels, and puts layouts back."""

    def __init__(self, workbench: Workbench, page: QWidget) -> None:
        super().__init__(page)
        self._workbench = workbench
        self._by_workspace = {
            workspace: make_action(action_id, page, partial(workbench.show_workspace, workspace))
            for workspace, action_id in WORKSPACE_ACTIONS.items()
        }
        short = {
            Workspace.LISTEN: self.tr("Listen"),
            Workspace.RATE: self.tr("Rate"),
            Workspace.COUNT: self.tr("Count"),
        }
        group = QActionGroup(self)
        for workspace, action in self._by_workspace.items():
            action.setIconText(short[workspace])
            group.addAction(action)
        self._reset = make_action(ActionId.RESET_LAYOUT, page, workbench.reset)
        self._float = QAction(self.tr("Float or dock this panel"), self)
        self._float.setObjectName("float_panel")
        self._float.triggered.connect(lambda _checked=False: workbench.float_current())
        page.addAction(self._float)
        workbench.workspace_changed.connect(self._show_workspace)
        workbench.workspaces_changed.connect(self._show_offer)
        self._show_workspace(workbench.workspace)
        self._show_offer()

    @property
    def workspaces(self) -> tuple[QAction, ...]:
        """One action for each workspace, shown while it is on offer."""
        return tuple(self._by_workspace.values())

    @property
    def for_menu(self) -> tuple[QAction | None, ...]:
        """All actions as a menu has them; None stands for a line between."""
        panels = tuple(dock.toggleViewAction() for dock in self._workbench.docks)
        return (*self.workspaces, None, *panels, None, self._float, self._reset)

    def _show_workspace(self, workspace: Workspace) -> None:
        self._by_workspace[workspace].setChecked(True)

    def _show_offer(self) -> None:
        for workspace, action in self._by_workspace.items():
            offered = workspace in self._workbench.workspaces
            action.setVisible(offered)
            action.setEnabled(offered)
