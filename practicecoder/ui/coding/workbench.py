"""The panels of the coding page as docks, and the workspaces that arrange them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from zlib import crc32

from PySide6.QtCore import QByteArray, QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QMainWindow,
    QScrollArea,
    QTabBar,
    QTabWidget,
    QWidget,
)

from practicecoder.ui.accessibility import announce, name
from practicecoder.ui.coding.arrangement import arrange
from practicecoder.ui.coding.dock import PanelDock
from practicecoder.ui.coding.open_coding import OpenCoding
from practicecoder.ui.coding.panels import Area, Panel, PanelName, Workspace, always
from practicecoder.ui.coding.visual_order import reading_order
from practicecoder.ui.focus import belongs_to
from practicecoder.ui.settings import Settings
from practicecoder.ui.theme import HALF, SPACE, scaled
from practicecoder.ui.widgets.scrolling import bring_into_view, keep_focus_in_view

NARROW = 860
"""Page width in pixels below which all panels stand in one column that scrolls."""
KEEP_AFTER_MS, REFIT_AFTER_MS = 500, 100
"""Rest after which a changed layout is kept, and after which it is fitted to another size."""
LAYOUT_EDITION = 1
"""Goes up when a layout saved before would be of no use; other panels have the same effect."""
_CHOSEN = "coding/workspace"
_NOT_CHOSEN = 16_777_215
"""Stands for the height that a dock needed before, where its height was chosen by nobody."""
_MAIN_PANELS: Mapping[Workspace, PanelName] = {
    Workspace.LISTEN: PanelName.LISTENING,
    Workspace.RATE: PanelName.RATINGS,
    Workspace.COUNT: PanelName.COUNTING,
}
_ANY_DOCK = (
    Qt.DockWidgetArea.LeftDockWidgetArea
    | Qt.DockWidgetArea.RightDockWidgetArea
    | Qt.DockWidgetArea.TopDockWidgetArea
    | Qt.DockWidgetArea.BottomDockWidgetArea
)


class Workbench(QScrollArea):
    """Holds the docks; each workspace keeps its own layout, another one where it is narrow."""

    workspace_changed = Signal(object)
    workspaces_changed = Signal()
    """Other workspaces are on offer."""

    def __init__(self, panels: Sequence[Panel], settings: Settings, parent: QWidget) -> None:
        super().__init__(parent)
        self._settings = settings
        self._version = layout_version(panel.name for panel in panels)
        self._workspace = _chosen(settings)
        self._narrow: bool | None = None
        self._offered = frozenset(panel.name for panel in panels if panel.offered is always)
        self._put_away: list[PanelDock] = []
        self._sizes: dict[PanelDock, QSize] = {}
        self._is_arranging = False
        self._needs: dict[PanelDock, int] = {}
        self.desk = QMainWindow(self)
        self.desk.setWindowFlags(Qt.WindowType.Widget)
        self.desk.setContentsMargins(SPACE, HALF, HALF, HALF)
        self.desk.setDockOptions(
            QMainWindow.DockOption.AllowNestedDocks | QMainWindow.DockOption.AllowTabbedDocks
        )
        self.desk.setTabPosition(_ANY_DOCK, QTabWidget.TabPosition.North)
        self._docks = {panel.name: PanelDock(panel, self.desk) for panel in panels}
        self._keeping = self._timer(KEEP_AFTER_MS, self._keep)
        self._refitting = self._timer(REFIT_AFTER_MS, self._refit)
        self._settling = self._timer(0, self._settle)
        self.desk.installEventFilter(self)
        for dock in self._docks.values():
            dock.installEventFilter(self)
            dock.dockLocationChanged.connect(self._changed_by_hand)
            dock.topLevelChanged.connect(self._changed_by_hand)
            dock.toggleViewAction().triggered.connect(self._changed_by_hand)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(self.desk)
        keep_focus_in_view(self)

    # What there is

    @property
    def workspace(self) -> Workspace:
        """Workspace that is shown."""
        return self._workspace

    @property
    def workspaces(self) -> tuple[Workspace, ...]:
        """Workspaces on offer: those whose main panel there is for this coding."""
        return tuple(w for w in Workspace if _MAIN_PANELS[w] in self._offered)

    @property
    def is_narrow(self) -> bool:
        """Whether all panels stand in one column."""
        return bool(self._narrow)

    @property
    def is_arranging(self) -> bool:
        """Whether docks are being put in their places; the focus comes back afterwards."""
        return self._is_arranging

    @property
    def docks(self) -> tuple[PanelDock, ...]:
        """All docks, open or closed."""
        return tuple(self._docks.values())

    def dock(self, panel: PanelName) -> PanelDock:
        """Dock of a panel."""
        return self._docks[panel]

    def in_order(self) -> list[PanelDock]:
        """Open docks as they are read; those that float come last."""
        docks = [dock for dock in self._docks.values() if dock.is_open]
        front = self._docked()
        ordered: list[PanelDock] = []
        for place in reading_order([dock.geometry() for dock in front]):
            ordered += self._sharing(front[place], docks)
        return ordered + [dock for dock in docks if dock not in ordered]

    # What is offered

    def offer(self, coding: OpenCoding) -> None:
        """Offer the panels that there are for a coding."""
        offered = frozenset(
            panel_name for panel_name, dock in self._docks.items() if dock.panel.offered(coding)
        )
        changed, self._offered = offered != self._offered, offered
        if changed:
            self.workspaces_changed.emit()
        if self._workspace not in self.workspaces:
            self._change_to(Workspace.LISTEN)
        elif changed:
            self._show_offered()

    # Workspaces

    def show_workspace(self, workspace: Workspace) -> None:
        """Show a workspace as it was left, and give its main panel the focus."""
        if workspace not in self.workspaces:
            return
        if workspace is not self._workspace:
            self.keep()
            self._settings.set_window_state(_CHOSEN, QByteArray(workspace.value.encode()))
            self._change_to(workspace)
        self.go_to(_MAIN_PANELS[workspace])

    def reset(self) -> None:
        """Arrange the workspace as it was at first."""
        self._settings.set_window_state(self._layout_name(), QByteArray())
        self._apply()
        announce(self, self.tr("The layout is as it was at first"))

    def keep(self) -> None:
        """Remember at once what was moved, opened or closed by hand just before."""
        if self._keeping.isActive():
            self._keep()

    # Going about

    def bring(self, panel: PanelName) -> None:
        """Open a panel if it was closed, and bring it to the front."""
        if panel in self._offered:
            if not self._docks[panel].is_open:
                self._changed_by_hand()
            self._docks[panel].bring()

    def go_to(self, panel: PanelName) -> None:
        """Open a panel and give it the focus."""
        if panel in self._offered:
            self.bring(panel)
            self._docks[panel].enter()

    def go_on(self, step: int) -> None:
        """Give the next open panel the focus, or with -1 the previous one.

        One that takes no focus at this moment is passed over, so that the keys go round.
        """
        docks = self.in_order()
        if not docks:
            return
        focused = QApplication.focusWidget()
        here = next(
            (i for i, dock in enumerate(docks) if belongs_to(dock, focused)), -1 if step > 0 else 0
        )
        for further in range(1, len(docks) + 1):
            dock = docks[(here + step * further) % len(docks)]
            dock.enter()
            if dock.isFloating() or belongs_to(dock, self.window().focusWidget()):
                return

    def float_current(self) -> None:
        """Let the panel with the focus float, or dock it again."""
        focused = QApplication.focusWidget()
        for dock in self._docks.values():
            if belongs_to(dock, focused):
                dock.float_or_dock()
                dock.enter()
                return

    def bring_into_view(self, widget: QWidget) -> None:
        """Bring up the panel of a widget that has the focus, and scroll until it can be seen."""
        for dock in self._docks.values():
            if belongs_to(dock, widget):
                if not dock.isFloating() and not self.desk.rect().intersects(dock.geometry()):
                    dock.raise_()
                if not dock.isFloating():
                    bring_into_view(self, widget)

    def areas_in_order(self) -> list[QWidget]:
        """Docks that do not float, as they are read, and the tabs of those that share a place."""
        areas: list[QWidget] = []
        bars = {bar.tabText(0): bar for bar in self._tab_bars()}
        for dock in self.in_order():
            if not dock.isFloating():
                if dock.windowTitle() in bars:
                    areas.append(bars[dock.windowTitle()])
                areas.append(dock)
        return areas

    # Qt

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Change to one column, or back, as the width wants it."""
        super().resizeEvent(event)
        if self.isVisible():
            self._fit()
            if event.size().width() != event.oldSize().width():
                self._refitting.start()

    def showEvent(self, event: QShowEvent) -> None:
        """Arrange the panels at the first time; bring floating ones back."""
        super().showEvent(event)
        self._fit()
        put_away, self._put_away = self._put_away, []
        for dock in put_away:
            dock.show()

    def hideEvent(self, event: QHideEvent) -> None:
        """Hide panels that float when another page is shown."""
        super().hideEvent(event)
        if not event.spontaneous():
            self._keeping.stop()
            self._put_away = [d for d in self._docks.values() if d.isFloating() and d.is_open]
            for dock in self._put_away:
                dock.hide()

    def changeEvent(self, event: QEvent) -> None:
        """Fit again when the text size changed."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange and self.isVisible():
            self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice a boundary dragged, a panel closed, and a panel that needs another height."""
        dragged = watched is self.desk and event.type() is QEvent.Type.MouseButtonRelease
        if dragged or event.type() is QEvent.Type.Close:
            self._changed_by_hand()
        elif event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize, QEvent.Type.Show):
            self._settling.start()
        return super().eventFilter(watched, event)

    # Inside

    def _timer(self, after_ms: int, act: Callable[[], None]) -> QTimer:
        made = QTimer(self)
        made.setSingleShot(True)
        made.setInterval(after_ms)
        made.timeout.connect(act)
        return made

    def _keep(self) -> None:
        self._keeping.stop()
        if self._narrow is not None and self.isVisible() and not self._put_away:
            self._sizes = {dock: dock.size() for dock in self._docked()}
            state = self.desk.saveState(self._version)
            self._settings.set_window_state(self._layout_name(), state)

    def _changed_by_hand(self) -> None:
        if not self._is_arranging and self.isVisible():
            self._keeping.start()

    def _fit(self) -> None:
        """Change between columns side by side and one column where the width wants it."""
        narrow = self.width() < scaled(NARROW)
        if narrow is not self._narrow:
            self._narrow = narrow  # what was kept stays: it was right for the other width
            self._apply()

    def _refit(self) -> None:
        """Give the columns their sizes again after they had to do with less room."""
        docks = [dock for dock in self._sizes if dock in self._docked()]
        if docks and not self._keeping.isActive():
            sizes = [self._sizes[dock].expandedTo(dock.minimumSizeHint()) for dock in docks]
            for orientation, side in (
                (Qt.Orientation.Horizontal, QSize.width),
                (Qt.Orientation.Vertical, QSize.height),
            ):
                self.desk.resizeDocks(docks, [side(size) for size in sizes], orientation)

    def _settle(self) -> None:
        """Give panels the height they need: Qt lets what grew overlap what is below it."""
        for dock in self._docked():
            need, before = dock.minimumSizeHint().height(), self._needs.get(dock)
            self._needs[dock] = need
            if need != before:
                grew_by_hand = dock.height() > max(need, before or 0)
                height = dock.height() if grew_by_hand else need
                self.desk.resizeDocks([dock], [height], Qt.Orientation.Vertical)
                if dock in self._sizes:
                    self._sizes[dock].setHeight(height)
                QTimer.singleShot(0, self, self._follow_focus)
        if not self._sizes:
            self._sizes = {dock: dock.size() for dock in self._docked()}
        self._tab_bars()  # which names them

    def _docked(self) -> list[PanelDock]:
        """Docks that can be seen and do not float."""
        if self._narrow is None:
            return []
        ground = self.desk.rect()
        return [
            dock
            for dock in self._docks.values()
            if dock.is_open and not dock.isFloating() and ground.intersects(dock.geometry())
        ]

    def _follow_focus(self) -> None:
        """Keep what has the focus in view where something else grew."""
        focused = QApplication.focusWidget()
        if focused is not None:
            self.bring_into_view(focused)

    @contextmanager
    def _arranging(self) -> Iterator[None]:
        """What moves meanwhile was not moved by hand."""
        before, self._is_arranging = self._is_arranging, True
        yield
        self._is_arranging = before

    def _change_to(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._apply()
        self.workspace_changed.emit(workspace)

    def _apply(self) -> None:
        """Show the layout kept for the workspace, else the one it begins with."""
        if self._narrow is None:
            return
        self._keeping.stop()
        focused = QApplication.focusWidget()
        with self._arranging():
            for dock in self._docks.values():
                dock.stand_in(dock.panel.area(self._workspace))
            uppers: list[PanelDock] = []
            state = self._settings.window_state(self._layout_name())
            if state.isEmpty() or not self.desk.restoreState(state, self._version):
                width = self.width()
                arrange(self.desk, self.docks, self._workspace, width=width, narrow=self._narrow)
                uppers = [d for d in self.docks if d.panel.home is Area.UPPER]
            self._show_offered()
            if focused is not None and focused.isVisible() and belongs_to(self, focused):
                focused.setFocus(Qt.FocusReason.OtherFocusReason)
        self._sizes.clear()
        self._needs = dict.fromkeys(uppers, _NOT_CHOSEN)
        self._settling.start()

    def _show_offered(self) -> None:
        """Take away panels that are not on offer; those that come and go are shown."""
        with self._arranging():
            for panel_name, dock in self._docks.items():
                offered = panel_name in self._offered
                dock.toggleViewAction().setVisible(offered)
                if not offered:
                    dock.hide()
                elif dock.panel.offered is not always and self._workspace in dock.panel.areas:
                    dock.show()

    def _sharing(self, front: PanelDock, docks: Sequence[PanelDock]) -> list[PanelDock]:
        """Open docks that share a place, in the order of their tabs."""
        others = self.desk.tabifiedDockWidgets(front)
        group = [dock for dock in docks if dock is front or dock in others]
        titles = [bar.tabText(n) for bar in self._tab_bars() for n in range(bar.count())]
        known = [dock for dock in group if dock.windowTitle() in titles]
        if known == group:
            group.sort(key=lambda dock: titles.index(dock.windowTitle()))
        return group

    def _tab_bars(self) -> list[QTabBar]:
        """Bars of docks that share a place; Qt makes them, so they are named when looked at."""
        direct = Qt.FindChildOption.FindDirectChildrenOnly
        found = self.desk.findChildren(QTabBar, options=direct)
        for bar in found:
            if not bar.accessibleName():
                name(bar, self.tr("Panels that share a place"))
                bar.tabBarClicked.connect(self._changed_by_hand)
        return [bar for bar in found if bar.count() and bar.isVisible()]

    def _layout_name(self) -> str:
        return f"coding/{self._workspace}{'-narrow' if self._narrow else ''}"


def layout_version(names: Iterable[str]) -> int:
    """Version of saved layouts; Qt refuses one of other panels or of another edition."""
    return crc32(f"{LAYOUT_EDITION} {' '.join(names)}".encode()) & 0x7FFF_FFFF


def _chosen(settings: Settings) -> Workspace:
    """Workspace used last."""
    text = bytes(settings.window_state(_CHOSEN).data()).decode(errors="replace")
    return Workspace(text) if text in set(Workspace) else Workspace.LISTEN
