"""Speech: the folder with the model that turns speech into text on this computer."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget

from practicecoder.errors import SpeechError
from practicecoder.ui.accessibility import announce
from practicecoder.ui.preferences.catalogue import Words
from practicecoder.ui.preferences.fields import Form
from practicecoder.ui.preferences.page import FormPage
from practicecoder.ui.settings import Settings
from practicecoder.ui.theme import HALF, Look, dress
from practicecoder.ui.widgets.labels import button, in_row, label

LONGEST_CODE = 8
"""Characters of a language's code."""


class SpeechPreferences(FormPage):
    """Where the speech model is, and whether it can be used."""

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(settings, parent)
        self.setAccessibleName(self.tr("Speech"))
        self.folder = QLineEdit(self)
        self.folder.setPlaceholderText(self.tr("No folder chosen"))
        self.form.add(
            Words(
                title=self.tr("Folder of the speech model"),
                about=self.tr(
                    "PracticeCoder brings no model and fetches none. Copy all files of a model in "
                    "the form of CTranslate2 into one folder; recordings never leave this "
                    "computer."
                ),
            ),
            self.folder,
        )
        self.language = QLineEdit(self)
        self.language.setMaxLength(LONGEST_CODE)
        self.language.setPlaceholderText(self.tr("recognised"))
        self.folder.setMinimumWidth(3 * self.folder.minimumSizeHint().width())
        self.choose = button(self.tr("Choose folder…"), self, self._choose)
        self.forget = button(self.tr("Use no model"), self, lambda: self._set(None))
        self.verdict = label("", self, Look.MUTED, wrapped=True)
        buttons = in_row(self.choose, self.forget, stretch=True)
        buttons.setContentsMargins(HALF, 0, HALF, HALF)
        self.column.addLayout(buttons)
        self.column.addWidget(self.verdict)
        spoken = Form(self)
        spoken.add(
            Words(
                title=self.tr("Spoken language"),
                about=self.tr("Its code, such as en or cy; empty: it is recognised."),
            ),
            self.language,
        )
        self.column.addWidget(spoken)
        self.column.addStretch(1)
        self.folder.editingFinished.connect(self._take_over)
        self.language.editingFinished.connect(self._take_language)
        self.refresh()

    def refresh(self) -> None:
        """Show the folder, and whether its model can be used."""
        folder = self.settings.speech_model
        self.folder.setText("" if folder is None else str(folder))
        self.language.setText(self.settings.speech_language)
        self.forget.setEnabled(folder is not None)
        words, is_good = self._judge(folder)
        dress(self.verdict, Look.SUCCESS if is_good else Look.MUTED)
        self.verdict.setText(words)

    def reset(self) -> None:
        """Use no model, and have the language recognised."""
        self.settings.speech_language = ""
        self._set(None)

    def set_folder(self, folder: Path) -> None:
        """Use the model in a folder."""
        self._set(folder)

    def _choose(self) -> None:
        chosen = QFileDialog.getExistingDirectory(
            self, self.tr("Folder of the speech model"), self.folder.text()
        )
        if chosen:
            self._set(Path(chosen))

    def _take_over(self) -> None:
        text = self.folder.text().strip()
        folder = Path(text) if text else None
        if folder != self.settings.speech_model:
            self._set(folder)

    def _take_language(self) -> None:
        self.settings.speech_language = self.language.text().strip()

    def _set(self, folder: Path | None) -> None:
        self.settings.speech_model = folder
        self.refresh()
        announce(self, self.verdict.text())

    def _judge(self, folder: Path | None) -> tuple[str, bool]:
        from practicecoder.audio.speech_to_text import find_model, is_installed

        if folder is None:
            return self.tr("No model is used."), False
        try:
            find_model(folder)
        except SpeechError as error:
            return error.user_message, False
        if not is_installed():
            return self.tr(
                "The model is complete. Speech recognition itself is not installed: install "
                "practicecoder with the extra named speech."
            ), False
        return self.tr("The model is complete."), True
