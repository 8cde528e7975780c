"""The head of the coding page: which session, the workspaces, what was saved, submission."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent, QUndoStack
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QWidget

from practicecoder.codebook.model import Codebook
from practicecoder.domain.spans import clock
from practicecoder.services.coding import CodingDesk
from practicecoder.ui.accessibility import announce, name
from practicecoder.ui.actions import (
    ActionId,
    action_text,
    follow_keys,
    shortcut_text,
    show_tip,
    tip_text,
)
from practicecoder.ui.coding.open_coding import local_clock
from practicecoder.ui.icons import Icon, Ink, set_icon
from practicecoder.ui.theme import DOUBLE, HALF, SPACE, Look, dress, scaled
from practicecoder.ui.widgets.elided import ElidedLabel
from practicecoder.ui.widgets.labels import button, label
from practicecoder.ui.widgets.making_room import make_room
from practicecoder.ui.widgets.sign import Sign

LEAST_WIDTH, WIDE = 480, 1240
"""Least width in pixels, and the width from which more than the time is said about saving."""


class PageHeader(QFrame):
    """Names the session by its blind code and tells that every act is saved."""

    back_wanted = Signal()
    submit_wanted = Signal()
    next_wanted = Signal()
    comparison_wanted = Signal()
    undo_wanted = Signal()
    redo_wanted = Signal()

    def __init__(self, undo_stack: QUndoStack, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        dress(self, Look.HEADER)
        self._back = button(
            self.tr("My sessions"),
            self,
            self.back_wanted.emit,
            look=Look.QUIET,
            drawing=Icon.SESSIONS,
        )
        self._code = label("", self, Look.HEADING)
        self._segment = ElidedLabel(self)
        dress(self._segment, Look.MUTED)
        self._saved = label("", self, Look.MUTED)
        self._saved_at: datetime | None = None
        self._concern: QToolButton | None = None
        self._why_no_concern = ""
        self._switch = QWidget(self)
        self._workspaces = QHBoxLayout(self._switch)
        self._workspaces.setContentsMargins(0, 0, 0, 0)
        self._workspaces.setSpacing(HALF)
        self._before_saved = QHBoxLayout()
        self._before_saved.setSpacing(SPACE)
        self.undo = _history_button(Icon.UNDO, self.tr("Undo"), self)
        self.redo = _history_button(Icon.REDO, self.tr("Redo"), self)
        self.undo.clicked.connect(self.undo_wanted)
        self.redo.clicked.connect(self.redo_wanted)
        for control, action_id, text_changed in (
            (self.undo, ActionId.UNDO, undo_stack.undoTextChanged),
            (self.redo, ActionId.REDO, undo_stack.redoTextChanged),
        ):
            text_changed.connect(lambda text, c=control, a=action_id: self._show_act(c, a, text))
            follow_keys(control, lambda c=control, a=action_id: self._show_act(c, a, ""))  # type: ignore[misc]  # bound early
        self._submit = button(
            self.tr("Submit…"),
            self,
            self.submit_wanted.emit,
            look=Look.PRIMARY,
            drawing=Icon.SUBMIT,
        )
        show_tip(self._submit, ActionId.SUBMIT)
        self._next = button(
            self.tr("Next session"),
            self,
            self.next_wanted.emit,
            look=Look.PRIMARY,
            drawing=Icon.NEXT,
        )
        show_tip(self._next, ActionId.NEXT_SESSION)
        self._compare = button(
            self.tr("Compare with the reference"),
            self,
            self.comparison_wanted.emit,
            drawing=Icon.TRAINING,
        )
        self._compare.hide()
        self._lay_out()

    @property
    def saved_text(self) -> str:
        """What is said about saving."""
        return self._saved.text()

    @property
    def next_button(self) -> QWidget:
        """The button that leads to the next session, once this one is submitted."""
        return self._next

    @property
    def segment_text(self) -> str:
        """What is said about the segment."""
        return self._segment.text()

    def show_desk(self, desk: CodingDesk, codebook: Codebook) -> None:
        """Name the session; nothing is shown that could break the blind."""
        self._code.setText(desk.blind_code)
        name(self._code, self.tr("Session {0}").format(" ".join(desk.blind_code)))
        self._code.setToolTip(self.tr("Codebook {0}").format(codebook.title))
        self.say_segment(self._segment_of(desk))
        self._saved_at = None
        self._saved.clear()
        self._compare.hide()

    def say_segment(self, sentence: str) -> None:
        """Say which stretch of the recording is coded."""
        self._segment.setText(sentence)
        name(self._segment, sentence)

    def show_workspaces(self, actions: Sequence[QAction]) -> None:
        """Offer the workspaces, one button each."""
        for action in actions:
            made = QToolButton(self._switch)
            made.setDefaultAction(action)
            made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
            name(made, action.text())
            made.setVisible(action.isVisible())
            action.visibleChanged.connect(lambda m=made, a=action: m.setVisible(a.isVisible()))
            self._workspaces.addWidget(made)

    def offer_comparison(self, *, offered: bool) -> None:
        """Offer to see a submitted trial beside its reference."""
        self._compare.setVisible(offered)
        if offered:
            announce(self, self.tr("This session has a reference: compare with it"))

    def offer_concern(self, action: QAction) -> None:
        """Offer to raise a concern, left of what is said about saving."""
        made = self._concern = QToolButton(self)
        made.setText(action.text())
        made.clicked.connect(lambda: action.trigger())
        name(made, action.text().rstrip("…"))
        follow_keys(made, self._show_concern_tip)
        self._before_saved.addWidget(made)

    def allow_concern(self, why_not: str) -> None:
        """Let a concern be raised, or say why that cannot be."""
        if self._concern is not None:
            self._concern.setEnabled(not why_not)
            self._concern.setAccessibleDescription(why_not)
            self._why_no_concern = why_not
            self._show_concern_tip()

    def _show_concern_tip(self) -> None:
        if self._concern is not None:
            words = self._why_no_concern or tip_text(ActionId.RAISE_CONCERN)
            self._concern.setToolTip(words)

    def show_state(self, *, editable: bool, locked: bool) -> None:
        """Offer what can be done: submit an open coding, go on from a locked one."""
        self._submit.setVisible(editable)
        self._next.setVisible(locked)
        if not locked:
            self._compare.hide()
        self.undo.setVisible(editable)
        self.redo.setVisible(editable)
        if not editable:
            self._saved_at = None
        if locked:
            self._say(self.tr("Submitted and locked"))
        elif not editable:
            self._say(self.tr("Read only"))

    def show_saved(self, moment: datetime) -> None:
        """Say when the last act was committed."""
        self._saved_at = moment
        wide = self.width() >= scaled(WIDE)
        words = self.tr("All changes saved {0}") if wide else self.tr("Saved {0}")
        self._say(words.format(local_clock(moment)))

    def show_not_saved(self) -> None:
        """Say that changes are not saved at this moment."""
        self._saved_at = None
        self._say(self.tr("Not saved"))

    def tell_saved(self) -> None:
        """Answer somebody who asks to save."""
        text = self._saved.text() or self.tr("Nothing to save yet")
        announce(self, text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what is not needed where the page is narrow."""
        super().resizeEvent(event)
        if self._saved_at is not None:
            self.show_saved(self._saved_at)
        self._make_room()

    def minimumSizeHint(self) -> QSize:
        """Ask for room for the session's code and submission; the rest can give way."""
        return QSize(scaled(LEAST_WIDTH), super().minimumSizeHint().height())

    def _segment_of(self, desk: CodingDesk) -> str:
        """Segment in words; a coder compares them with the positions of the recording."""
        if desk.segment_words:
            return desk.segment_words
        segment, length_ms = desk.segment, desk.duration_ms
        if segment is None or length_ms is None:
            return ""
        if (segment.start_ms, segment.end_ms) == (0, length_ms):
            return self.tr("Whole recording, {0}").format(clock(length_ms))
        words = self.tr("Segment {0} to {1} of {2}")
        return words.format(clock(segment.start_ms), clock(segment.end_ms), clock(length_ms))

    def _say(self, text: str) -> None:
        self._saved.setText(text)
        self._saved.setAccessibleName(text)
        self._make_room()

    def _make_room(self) -> None:
        """Leave out what stands elsewhere too: in the tip, the status line, the menus."""
        make_room(self, (self._segment, self._saved, self._back, self._switch))

    def _show_act(self, control: QToolButton, action_id: ActionId, text: str) -> None:
        """Name the act that a button would undo or redo; an empty text: none."""
        control.setEnabled(bool(text))
        words = tip_text(action_id)
        if text:
            words = f"{action_text(action_id)}: {text} ({shortcut_text(action_id)})"
        control.setToolTip(words)
        control.setAccessibleDescription(text)

    def _lay_out(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(SPACE, SPACE, DOUBLE, SPACE)
        layout.setSpacing(SPACE)
        layout.addWidget(self._back)
        layout.addWidget(self._code)
        layout.addSpacing(SPACE)
        layout.addWidget(self._segment, 1)
        layout.addStretch(1)
        layout.addWidget(self._switch)
        layout.addSpacing(SPACE)
        layout.addLayout(self._before_saved)
        layout.addWidget(self._saved)
        layout.addSpacing(SPACE)
        layout.addWidget(self.undo)
        layout.addWidget(self.redo)
        layout.addWidget(self._submit)
        layout.addWidget(self._compare)
        layout.addWidget(self._next)


class Banner(QFrame):
    """One sentence about what went wrong, until it is closed or the next act succeeds."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        dress(self, Look.WARNING)
        self._text = label("", self, Look.WARNING, wrapped=True)
        self._text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        name(self._text, self.tr("Message"))
        sign = Sign(Icon.WARNING, Ink.WARNING, self)
        close = button(self.tr("Close"), self, self.hide, look=Look.QUIET)
        name(close, self.tr("Close the message"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(DOUBLE, SPACE, SPACE, SPACE)
        layout.setSpacing(SPACE)
        layout.addWidget(sign, 0, Qt.AlignmentFlag.AlignVCenter)
        layout.addWidget(self._text, 1)
        layout.addWidget(close)
        self.hide()

    @property
    def text(self) -> str:
        """Sentence shown; empty while the banner is closed."""
        return "" if self.isHidden() else self._text.text()

    def tell(self, text: str) -> None:
        """Show a sentence and have it read out, unless it stands here already."""
        if text == self.text:
            return
        self._text.setText(text)
        self.show()
        announce(self, text, assertive=True)


def _history_button(drawing: Icon, words: str, parent: QWidget) -> QToolButton:
    made = QToolButton(parent)
    set_icon(made, drawing)
    dress(made, Look.QUIET)
    name(made, words)
    return made
