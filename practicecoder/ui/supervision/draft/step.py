"""What the five steps of a draft have in common."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from practicecoder.domain.ids import SessionId
from practicecoder.services.changes import StudyChange
from practicecoder.services.feedback_view import Draft
from practicecoder.ui.accessibility import announce
from practicecoder.ui.supervision.acts import SupervisionActs
from practicecoder.ui.theme import DOUBLE, SPACE, Look
from practicecoder.ui.widgets.labels import label
from practicecoder.ui.widgets.scrolling import Scrolling

Act: TypeAlias = Callable[[], StudyChange]


class Step(QWidget):
    """A heading, a sentence, and what is entered; it scrolls where the window is low.

    ``pending`` gives the act that stores what was entered and is not stored yet.
    """

    act_wanted = Signal(object)
    """An act that is to be carried out now."""

    def __init__(
        self,
        acts: SupervisionActs,
        session_id: SessionId,
        words: tuple[str, str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.acts = acts
        self.session_id = session_id
        self.draft: Draft | None = None
        title, sentence = words
        self.title = title
        self._refusal = label("", self, Look.ERROR, wrapped=True)
        self._refusal.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE)
        layout.addWidget(label(title, self, Look.HEADING))
        layout.addWidget(label(sentence, self, Look.MUTED, wrapped=True))
        layout.addWidget(self._refusal)
        self.room = Scrolling(self)
        self.body = self.room.column
        self.body.setSpacing(DOUBLE)
        layout.addWidget(self.room, 1)

    @property
    def refusal(self) -> str:
        """Why the last thing entered was not stored; empty if it was."""
        return self._refusal.text()

    @property
    def is_editable(self) -> bool:
        """Whether anything may be entered: not released, and not open for reading only."""
        draft = self.draft
        return draft is not None and draft.session.release is None and not self.acts.refusal

    @property
    def is_done(self) -> bool:
        """Whether nothing is missing here."""
        return False

    def show_draft(self, draft: Draft) -> None:
        """Show what is stored."""
        self.draft = draft

    def pending(self) -> Act | None:
        """Return the act that stores what differs from what is stored; None if nothing does."""
        return None

    @property
    def unkept(self) -> str:
        """What would be lost if the report was closed now, in a sentence; empty if nothing."""
        return ""

    def refuse(self, sentence: str) -> None:
        """Say why something was not stored; an empty sentence takes that back."""
        is_news = sentence != self.refusal
        self._refusal.setText(sentence)
        self._refusal.setVisible(bool(sentence))
        if sentence and is_news:
            announce(self, sentence, assertive=True)

    def focus_first(self) -> None:
        """Put the focus where something is to be entered."""
        self.room.content.setFocus()
