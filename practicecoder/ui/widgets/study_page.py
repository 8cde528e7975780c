"""What every page of an open study has in common."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QAction, QShowEvent
from PySide6.QtWidgets import QWidget

from practicecoder.domain.people import Coder
from practicecoder.services.changes import ChangeKind, StudyChange
from practicecoder.ui.accessibility import tab_as_laid_out


class StudyPage(QWidget):
    """A page that reads when it is shown, and again when something it shows was changed.

    While it is hidden, or nobody works here, it only remembers that it is out of date.
    """

    study_changed = Signal(object)
    """A StudyChange made on the page."""
    failed = Signal(object)
    """An error of work done for the page."""
    told = Signal(str)
    """A sentence for the status line."""

    kinds: frozenset[ChangeKind] = frozenset()
    """Kinds of data the page shows."""
    tab_by_layout = True
    """Whether Tab goes as the layouts are read; otherwise the page sees to it itself."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._person: Coder | None = None
        self._stale = True
        self._ordering = QTimer(self)
        self._ordering.setSingleShot(True)
        self._ordering.timeout.connect(lambda: tab_as_laid_out(self))

    @property
    def person(self) -> Coder | None:
        """Who works here; None if nobody chose."""
        return self._person

    @property
    def is_computing(self) -> bool:
        """Whether numbers are on their way."""
        return False

    @property
    def view_actions(self) -> Sequence[QAction | None]:
        """What the View menu offers while the page is shown; None is a line between."""
        return ()

    def show_person(self, person: Coder | None) -> None:
        """Show the page as a person may see it."""
        self._person = person
        self._read_soon()

    def refresh(self, change: StudyChange) -> None:
        """Take notice of a change."""
        if change.concerns(*self.kinds):
            self._read_soon()

    def read(self) -> None:
        """Read what the page shows; called only while it is visible and somebody works here."""

    def focus_first(self) -> None:
        """Put the focus where the next step is."""
        self.setFocus()

    def flush(self) -> bool:
        """Save everything that was typed on the page; False if some of it could not be saved."""
        return True

    def show_writing(self, *, works: bool) -> None:
        """Show whether changes are saved; when they are again, save what was typed meanwhile."""
        if works:
            self.flush()

    def leave(self) -> None:
        """Finish what is open on the page, before another person or study comes."""

    def showEvent(self, event: QShowEvent) -> None:
        """Read if something changed while the page was hidden."""
        super().showEvent(event)
        if self._stale:
            self._read_soon()

    def event(self, event: QEvent) -> bool:
        """Put Tab in order again once something was laid out anew."""
        if event.type() is QEvent.Type.LayoutRequest and self.tab_by_layout:
            self._ordering.start(0)
        return super().event(event)

    def _read_soon(self) -> None:
        self._stale = not self.isVisible() or self._person is None
        if not self._stale:
            self.read()
