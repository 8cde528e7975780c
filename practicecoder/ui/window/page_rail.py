"""The navigation of the window: its pages, and reports and exports at the bottom."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from practicecoder.ui.actions import ActionId
from practicecoder.ui.icons import Icon
from practicecoder.ui.widgets.rail import Rail
from practicecoder.ui.window.actions import WindowActions
from practicecoder.ui.window.pages import STUDY_PAGES


class PageRail(Rail):
    """A button for every page that the person may see."""

    def __init__(self, actions: WindowActions, parent: QWidget) -> None:
        super().__init__("", parent)
        self.setAccessibleName(self.tr("Pages"))
        self.add(actions[ActionId.PAGE_START], self.tr("Start"), Icon.START)
        for action_id, drawing in STUDY_PAGES.items():
            self.add(actions[action_id], actions[action_id].text(), drawing)
        self.add(
            actions[ActionId.EXPORT],
            self.tr("Reports\n& export").replace("&", "&&"),
            Icon.EXPORT,
            at_bottom=True,
        )
