"""The line above the pages: which study is open, what is special about it, and who works."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QToolButton,
    QWidget,
)

from practicecoder.domain.ids import CoderId
from practicecoder.domain.people import Coder, Role
from practicecoder.domain.study import StudyRecord
from practicecoder.ui.accessibility import name
from practicecoder.ui.languages import Words, translate
from practicecoder.ui.theme import DOUBLE, SPACE, Look, dress, scaled
from practicecoder.ui.widgets.elided import ElidedLabel
from practicecoder.ui.widgets.labels import label
from practicecoder.ui.widgets.making_room import make_room

NARROWEST_CHOOSER_PX, LEAST_WIDTH = 180, 480
"""Least widths of the chooser and of the line, in pixels at the normal text size."""

ROLE_WORDS = Words(
    {
        Role.CODER: "coder",
        Role.SUPERVISOR: "supervisor",
        Role.ANALYST: "analyst",
        Role.LEAD: "lead",
    }
)


def person_in_words(coder: Coder) -> str:
    """Code of a person with their roles, ``"A (coder, analyst)"``."""
    if not coder.has_access:
        return translate("StudyHeader", "{} (no access)").format(coder.coder_id)
    roles = [words for role, words in ROLE_WORDS.items() if role in coder.roles]
    return f"{coder.coder_id} ({', '.join(roles)})"


class IdentityChooser(QComboBox):
    """Who works here: chosen in the window, never taken from the computer's login."""

    identity_chosen = Signal(object)
    """The chosen person's id."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("I am"))
        self.setPlaceholderText(self.tr("choose who you are"))
        self.setToolTip(self.tr("Whose work is done here. Everything is saved under this code."))
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.setMinimumWidth(scaled(NARROWEST_CHOOSER_PX))
        self.activated.connect(self._tell)

    def show_people(self, people: Sequence[Coder], chosen: CoderId | None) -> None:
        """Show everyone who may work here, with one of them or nobody chosen."""
        self.clear()
        for person in people:
            self.addItem(person_in_words(person), str(person.coder_id))
        self.setCurrentIndex(self.findData(str(chosen)) if chosen is not None else -1)

    def changeEvent(self, event: QEvent) -> None:
        """Grow with the text."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self.setMinimumWidth(scaled(NARROWEST_CHOOSER_PX))

    def _tell(self, place: int) -> None:
        self.identity_chosen.emit(CoderId(str(self.itemData(place))))


class StudyHeader(QFrame):
    """Title, codebook and badges of the open study; at the right the identity chooser."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        dress(self, Look.HEADER)
        self._title = ElidedLabel(self)
        dress(self._title, Look.HEADING)
        self._codebook = label("", self, Look.MUTED)
        self._i_am = label(self.tr("I am"), self)
        self._badges = QHBoxLayout()
        self._badges.setSpacing(SPACE)
        self._shown_badges: list[QLabel] = []
        self.not_encrypted = QToolButton(self)
        self.not_encrypted.setText(self.tr("Not encrypted"))
        self.not_encrypted.setToolTip(
            self.tr("The files of this study are not locked. Choose what to do about it.")
        )
        self.not_encrypted.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.not_encrypted.setMenu(QMenu(self.not_encrypted))
        name(self.not_encrypted, self.not_encrypted.text(), self.not_encrypted.toolTip())
        dress(self.not_encrypted, Look.WARNING_BADGE)
        self.not_encrypted.hide()
        self.identity = IdentityChooser(self)
        self._i_am.setBuddy(self.identity)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(DOUBLE, SPACE, DOUBLE, SPACE)
        layout.setSpacing(DOUBLE)
        layout.addWidget(self._title)
        layout.addWidget(self._codebook)
        layout.addLayout(self._badges)
        layout.addWidget(self.not_encrypted)
        layout.addStretch(1)
        layout.addWidget(self._i_am, 0, Qt.AlignmentFlag.AlignRight)
        layout.addWidget(self.identity)

    @property
    def badges(self) -> tuple[str, ...]:
        """Words of the badges shown."""
        shown = [badge.text() for badge in self._shown_badges]
        if self.not_encrypted.isVisibleTo(self):
            shown.append(self.not_encrypted.text())
        return tuple(shown)

    def offer_protection(self, actions: Sequence[QAction]) -> None:
        """Say in the badge of an open study what can be done about it."""
        menu = self.not_encrypted.menu()
        menu.clear()
        menu.addActions(list(actions))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what is no news where the window is narrow."""
        super().resizeEvent(event)
        make_room(self, (self._codebook, self._i_am))

    def minimumSizeHint(self) -> QSize:
        """Ask for room for the badges and the chooser."""
        return QSize(scaled(LEAST_WIDTH), super().minimumSizeHint().height())

    @property
    def title(self) -> str:
        """Words in place of the title."""
        return self._title.text()

    def show_title(self, words: str) -> None:
        """Show other words in place of the study's title."""
        self._title.setText(words)

    def show_study(
        self, record: StudyRecord, *, read_only: bool, is_encrypted: bool = False
    ) -> None:
        """Show a study; one that is neither encrypted nor made up says so for good."""
        self.not_encrypted.setVisible(not is_encrypted and not record.made_up)
        self._title.setText(record.title)
        self._codebook.setText(f"{record.codebook.codebook_id} {record.codebook.version}")
        self._codebook.setToolTip(self.tr("Codebook of the study"))
        badges = (
            (
                self.tr("Made-up data"),
                Look.WARNING_BADGE,
                record.made_up,
                self.tr("Nothing here is about real people"),
            ),
            (
                self.tr("Read only"),
                Look.WARNING_BADGE,
                read_only,
                self.tr("The study was opened for reading; nothing can be changed"),
            ),
            (
                self.tr("Encrypted"),
                Look.BADGE,
                is_encrypted,
                self.tr("Every file of the study is locked by its passphrase"),
            ),
        )
        for old in self._shown_badges:
            self._badges.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._shown_badges = []
        for words, look, applies, why in badges:
            if applies:
                badge = label(words, self, look)
                badge.setToolTip(why)
                self._badges.addWidget(badge)
                self._shown_badges.append(badge)
