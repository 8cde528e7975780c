"""The dialog before speech becomes text: the model, the language, and what to expect."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from practicecoder.errors import PracticeCoderError
from practicecoder.services.speech import can_recognise, check_model
from practicecoder.ui.accessibility import announce, name
from practicecoder.ui.settings import Settings
from practicecoder.ui.theme import DOUBLE, SPACE, TRIPLE, Look, scaled
from practicecoder.ui.widgets.elided import ElidedLabel
from practicecoder.ui.widgets.labels import button, button_box, in_row, label
from practicecoder.vault.sound_file import SoundFile

WIDTH = 560


class RecogniseDialog(QDialog):
    """Asks for the folder of the model, once for all, and for the language.

    Start is blocked, with the reason in words, as long as something is missing.
    """

    start_wanted = Signal(object, str)
    """Folder (Path) of the model, and the language; empty: the model recognises it."""

    def __init__(self, settings: Settings, recording: SoundFile | None, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Recognise speech"))
        self.setMinimumWidth(scaled(WIDTH))
        self._settings = settings
        self._recording = recording
        self._folder = ElidedLabel(self)
        self._choose = button(self.tr("Choose the folder…"), self, self._ask_folder)
        self.language = QLineEdit(settings.speech_language, self)
        self.language.setMaxLength(8)
        self.language.setPlaceholderText(self.tr("recognised"))
        name(self.language, self.tr("Code of the language, such as en; empty: it is recognised"))
        self._reason = label("", self, Look.WARNING, wrapped=True)
        self.start = button(self.tr("Start"), self, self.accept, look=Look.PRIMARY)
        self._lay_out()
        self.resize(scaled(WIDTH), 1)
        self._refresh()

    @property
    def reason(self) -> str:
        """Why recognition cannot start; empty if it can."""
        return self._reason.text()

    def take_folder(self, folder: Path) -> None:
        """Keep the folder of the model, here and for the next time."""
        self._settings.speech_model = folder
        self._refresh()

    def accept(self) -> None:
        """Have the work begin."""
        folder = self._settings.speech_model
        if folder is None or not self.start.isEnabled():
            return
        language = self.language.text().strip().casefold()
        self._settings.speech_language = language
        super().accept()
        self.start_wanted.emit(folder, language)

    # Inside

    def _refresh(self) -> None:
        folder = self._settings.speech_model
        self._folder.setText(self.tr("none chosen") if folder is None else str(folder))
        reason = self._why_not(folder)
        self._reason.setText(reason)
        self._reason.setVisible(bool(reason))
        self.start.setEnabled(not reason)
        if reason:
            announce(self, reason)
        self._fit()

    def _fit(self) -> None:
        """Be high enough for the words."""
        layout = self.layout()
        if layout is not None:
            self.resize(self.width(), max(layout.totalHeightForWidth(self.width()), 1))

    def _why_not(self, folder: Path | None) -> str:
        """Reason why the work cannot begin; empty if it can."""
        if self._recording is None:
            return self.tr("This session has no recording.")
        if not can_recognise():
            return self.tr(
                "Speech recognition is not installed. Ask whoever installed PracticeCoder for the "
                "extra named “speech”."
            )
        if folder is None:
            return self.tr("Choose the folder that holds a speech model.")
        try:
            check_model(folder)
        except PracticeCoderError as error:
            return error.user_message
        return ""

    def _ask_folder(self) -> None:
        chooser = QFileDialog(self, self.tr("Folder of the speech model"))
        chooser.setFileMode(QFileDialog.FileMode.Directory)
        chooser.setOption(QFileDialog.Option.ShowDirsOnly)
        chooser.fileSelected.connect(lambda folder: self.take_folder(Path(folder)))
        chooser.finished.connect(chooser.deleteLater)
        chooser.open()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(TRIPLE, TRIPLE, TRIPLE, DOUBLE)
        layout.setSpacing(SPACE)
        title = self.tr("Recognise speech on this computer")
        layout.addWidget(label(title, self, Look.HEADING))
        about = self.tr(
            "A speech model turns the recording into lines with times. Nothing is sent anywhere. "
            "The lines name no speakers and have errors: they help to find places and are no "
            "evidence. You see them before anything is stored."
        )
        layout.addWidget(label(about, self, wrapped=True))
        layout.addSpacing(SPACE)
        layout.addWidget(label(self.tr("Folder of the speech model"), self, Look.LEAD))
        row = in_row(self._folder, self._choose)
        row.setStretch(0, 1)
        layout.addLayout(row)
        words = label(self.tr("&Language that is spoken, such as en"), self)
        words.setBuddy(self.language)
        layout.addLayout(in_row(words, self.language, stretch=True))
        layout.addSpacing(SPACE)
        layout.addWidget(self._reason)
        buttons = button_box(self, QDialogButtonBox.StandardButton.Cancel)
        buttons.addButton(self.start, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)
