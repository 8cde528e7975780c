"""Choosing a passphrase: twice the same, and a sentence about how hard it is to guess."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFormLayout, QVBoxLayout, QWidget

from practicecoder.ui.accessibility import announce
from practicecoder.ui.security.passphrase_field import PassphraseField
from practicecoder.ui.security.strength import strength_in_words, strength_of
from practicecoder.ui.theme import SPACE, Look
from practicecoder.ui.widgets.labels import label
from practicecoder.vault.passphrases import SHORTEST

FORM_SPACE = 12


class PassphraseChoice(QWidget):
    """Two fields for one passphrase; nothing is taken unless both are the same.

    ``is_new`` calls it new, where the present one is asked for as well.
    """

    changed = Signal()

    def __init__(self, parent: QWidget, *, is_new: bool = False) -> None:
        super().__init__(parent)
        words = self.tr("New passphrase") if is_new else self.tr("Passphrase")
        self.first = PassphraseField(words, self)
        self.second = PassphraseField(self.tr("Passphrase again"), self)
        self.strength = label("", self, Look.MUTED, wrapped=True)
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setSpacing(SPACE)
        form.setHorizontalSpacing(FORM_SPACE)  # as the form of the dialog that it stands in
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        beside = QVBoxLayout()
        beside.setSpacing(SPACE // 2)
        beside.addWidget(self.first)
        beside.addWidget(self.strength)
        headings = []
        for words, row, field in (
            (
                self.tr("&New passphrase") if is_new else self.tr("&Passphrase"),
                beside,
                self.first,
            ),
            (self.tr("A&gain"), self.second, self.second),
        ):
            heading = label(words, self)
            heading.setBuddy(field.line)
            form.addRow(heading, row)
            headings.append(heading)
        self._headings = tuple(headings)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFocusProxy(self.first.line)
        self.first.changed.connect(self._tell)
        self.second.changed.connect(self.changed)
        self._tell()

    @property
    def passphrase(self) -> str:
        """What was chosen."""
        return self.first.text

    @property
    def problem(self) -> str:
        """What keeps it from being taken, in a sentence; empty if nothing does."""
        if not self.first.text:
            return self.tr("Choose a passphrase.")
        if not strength_of(self.first.text).is_enough:
            return strength_in_words(self.first.text)
        if not self.second.text:
            return self.tr("Type the passphrase again.")
        if self.first.text != self.second.text:
            return self.tr("The two passphrases are not the same.")
        return ""

    def line_up(self, *others: QWidget) -> None:
        """Have the fields begin where those of the headings above it do."""
        headings = (*self._headings, *others)
        width = max(heading.sizeHint().width() for heading in headings)
        for heading in headings:
            heading.setMinimumWidth(width)

    def clear(self) -> None:
        """Forget what was typed."""
        self.first.clear()
        self.second.clear()

    def tell_aloud(self) -> None:
        """Have a screen reader say how hard it is to guess."""
        announce(self, self.strength.text())

    def _tell(self) -> None:
        advice = self.tr(
            "At least {0} characters. Four or five words that do not belong together are easy "
            "to keep and hard to guess."
        ).format(SHORTEST)
        self.strength.setText(strength_in_words(self.first.text) or advice)
        self.changed.emit()
