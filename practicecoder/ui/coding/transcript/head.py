"""Controls in the heading of the transcript: following, finding, evidence, and its file."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolButton, QWidget

from practicecoder.ui.accessibility import name
from practicecoder.ui.actions import ActionId, follow_keys, shortcut_text, show_tip
from practicecoder.ui.coding.transcript.files import TranscriptFiles
from practicecoder.ui.icons import Icon, set_icon
from practicecoder.ui.theme import Look, dress

SIGN_PX = 16


class TranscriptHead(QWidget):
    """Buttons that are there as long as there is a transcript; the menu is always there."""

    follow_wanted = Signal(bool)
    find_wanted = Signal()
    evidence_wanted = Signal()

    def __init__(self, files: TranscriptFiles, parent: QWidget) -> None:
        super().__init__(parent)
        self.follow = QPushButton(self.tr("Follow"), self)
        dress(self.follow, Look.CHIP)
        self.follow.setCheckable(True)
        self.follow.setToolTip(self.tr("Scroll with the recording"))
        name(self.follow, self.tr("Follow the recording"))
        self.follow.clicked.connect(self.follow_wanted)
        self._find = self._sign(Icon.SEARCH, self.tr("Find in the transcript"))
        follow_keys(self._find, self._show_find_key)
        self._find.clicked.connect(lambda _=False: self.find_wanted.emit())
        self.evidence = self._sign(Icon.EVIDENCE, self.tr("Evidence from the transcript"))
        show_tip(self.evidence, ActionId.LINE_EVIDENCE)
        self.evidence.clicked.connect(lambda _=False: self.evidence_wanted.emit())
        self.menu = self._sign(Icon.FOLDER, self.tr("Transcript: import, save or remove"))
        self.menu.setMenu(files.menu)
        self.menu.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        files.set_menu_place(self.menu)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for control in (self.follow, self._find, self.evidence, self.menu):
            layout.addWidget(control)

    def show_state(self, *, has_transcript: bool, editable: bool) -> None:
        """Offer what can be done."""
        self.follow.setVisible(has_transcript)
        self._find.setVisible(has_transcript)
        self.evidence.setVisible(has_transcript and editable)
        self.menu.setVisible(has_transcript or editable)

    def show_following(self, follows: bool) -> None:
        """Say whether the words scroll with the recording."""
        self.follow.setChecked(follows)

    def _show_find_key(self) -> None:
        words, key = self.tr("Find in the transcript"), shortcut_text(ActionId.FIND)
        self._find.setToolTip(f"{words} ({key})" if key else words)

    def _sign(self, drawing: Icon, words: str) -> QToolButton:
        made = QToolButton(self)
        dress(made, Look.PANEL)
        set_icon(made, drawing, size=SIGN_PX)
        made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        made.setToolTip(words)
        name(made, words)
        return made
