"""The line at the bottom of the window: what just happened, and whether all is saved."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtWidgets import QStatusBar, QWidget

from practicecoder.ui.accessibility import announce
from practicecoder.ui.theme import SPACE
from practicecoder.ui.widgets.labels import label

TOLD_MS = 8_000
"""How long a sentence stays."""


class StatusLine(QStatusBar):
    """Tells a sentence for a while, and always when the open study was saved last."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._saved = label("", self)
        self._saved.setAccessibleName(self.tr("Saved"))
        self._saved.setContentsMargins(0, 0, SPACE, 0)  # a status bar leaves no edge here
        self.addPermanentWidget(self._saved)
        self.setSizeGripEnabled(False)

    @property
    def saved(self) -> str:
        """What is said about saving; empty without a study."""
        return self._saved.text()

    def tell(self, sentence: str) -> None:
        """Show and announce a sentence; an empty one takes away what is shown."""
        if sentence:
            self.showMessage(sentence, TOLD_MS)
            announce(self.window(), sentence)
        else:
            self.clearMessage()

    def show_saved(self, at: datetime) -> None:
        """Show when the study was saved last (``at`` is aware)."""
        self._saved.setText(self.tr("All changes saved {:%H:%M:%S}").format(at.astimezone()))

    def show_writing(self, works: bool) -> None:
        """Show whether changes are saved."""
        if works:
            self.show_saved(datetime.now(UTC))
        else:
            self._saved.setText(self.tr("Changes are not saved"))

    def forget_saved(self) -> None:
        """Show nothing about saving: no study is open."""
        self._saved.clear()
