"""What follows the focus on the coding page: the panel in view, the card in use, a note's end."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from practicecoder.ui.coding.cards import CardColumn
from practicecoder.ui.coding.keys import around
from practicecoder.ui.coding.notes import NotesPanel
from practicecoder.ui.coding.panels import PanelName
from practicecoder.ui.coding.workbench import Workbench
from practicecoder.ui.focus import belongs_to
from practicecoder.ui.widgets.rating_card import RatingCard


class FocusFollowing(QObject):
    """Goes along with the focus of one page, wherever it is moved from."""

    def __init__(
        self, workbench: Workbench, notes: NotesPanel, cards: CardColumn, page: QWidget
    ) -> None:
        super().__init__(page)
        self._page = page
        self._workbench = workbench
        self._notes = notes
        self._cards = cards
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._follow)

    def _follow(self, old: QWidget | None, new: QWidget | None) -> None:
        workbench = self._workbench
        if new is None or workbench.is_arranging or not belongs_to(self._page, new):
            return
        notes = workbench.dock(PanelName.NOTES)
        if belongs_to(notes, old) and not belongs_to(notes, new):
            self._notes.end_note()
        card = around(new, RatingCard)
        dimension_id = None if card is None else card.dimension_id
        pressed = QApplication.mouseButtons() != Qt.MouseButton.NoButton
        if not pressed:
            QTimer.singleShot(0, new, lambda: workbench.bring_into_view(new))
        self._cards.use_card(dimension_id, new if pressed and card is not None else None)
