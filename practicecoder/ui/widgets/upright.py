"""A column that insists on the height which wrapping contents need at its width."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget


class Upright(QWidget):
    """Never lower than its contents need.

    Qt's box layouts and splitters squeeze what lies beside something whose height depends on its
    width; so here the least height follows the width, and nothing is asked for.
    """

    def hasHeightForWidth(self) -> bool:
        """The height is not asked for; it is insisted on."""
        return False

    def event(self, event: QEvent) -> bool:
        """Insist on the height whenever width or contents change."""
        layout = self.layout()
        changed = event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize)
        if changed and layout is not None:
            wanted = layout.minimumSize().height()
            if layout.hasHeightForWidth():
                wanted = max(wanted, layout.minimumHeightForWidth(self.width()))
            self.setMinimumHeight(wanted)
        return super().event(event)
