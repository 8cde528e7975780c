"""Asks what a session may be used for, use by use."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from practicecoder.domain.consent import Consent, ConsentUse
from practicecoder.domain.ids import SessionId
from practicecoder.ui.accessibility import name
from practicecoder.ui.languages import translate
from practicecoder.ui.supervision.words import USE_WORDS
from practicecoder.ui.widgets.asking import AskingDialog


class ConsentDialog(AskingDialog):
    """Shows the newest answers; only those that are changed are recorded."""

    wanted = Signal(object, str)
    """Answers by use that differ from those recorded, and where they are kept."""

    def __init__(
        self, session_id: SessionId, recorded: Mapping[ConsentUse, Consent], parent: QWidget
    ) -> None:
        super().__init__(
            _tr("Consent for session {}").format(session_id),
            _tr(
                "What the family and the worker agreed to. A use without an answer is not agreed "
                "to. Earlier answers stay on record."
            ),
            _tr("Record"),
            parent,
        )
        self._before = {use: answer.given for use, answer in recorded.items()}
        self.fields: dict[ConsentUse, QComboBox] = {}
        for use, words in USE_WORDS.items():
            field = QComboBox(self)
            if use not in recorded:
                field.addItem(self.tr("not recorded"), None)
            field.addItem(self.tr("agreed"), True)
            field.addItem(self.tr("refused or taken back"), False)
            field.setCurrentIndex(max(field.findData(self._before.get(use)), 0))
            name(field, words)
            self.fields[use] = field
            self.form.addRow(words, field)
            field.currentIndexChanged.connect(self._check)
        self.note = QLineEdit(self)
        self.note.setPlaceholderText(self.tr("For example the number of the form; no names"))
        name(self.note, self.tr("Where the answers are kept"))
        self.form.addRow(self.tr("Kept in"), self.note)
        self._check()

    @property
    def answers(self) -> dict[ConsentUse, bool]:
        """Answers that differ from those recorded."""
        chosen = {use: field.currentData() for use, field in self.fields.items()}
        return {
            use: given
            for use, given in chosen.items()
            if given is not None and given != self._before.get(use)
        }

    def finish(self) -> None:
        """Tell the answers."""
        self.wanted.emit(self.answers, self.note.text().strip())
        super().finish()

    def _check(self) -> None:
        self.act.setEnabled(bool(self.answers))


def _tr(text: str) -> str:
    return translate("Supervision", text)
