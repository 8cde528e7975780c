"""The question before words are given up that could not be saved."""

from __future__ import annotations

from PySide6.QtWidgets import QMessageBox, QPushButton, QWidget


class UnsavedQuestion(QMessageBox):
    """Asks whether to stay, which is the default, or to give up words that are not saved."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setIcon(QMessageBox.Icon.Warning)
        self.setWindowTitle(self.tr("Words are not saved"))
        self.setText(self.tr("What you typed last could not be saved yet."))
        self.setInformativeText(
            self.tr(
                "Stay, make room or check the disk, and it is saved by itself. You can also copy "
                "the words elsewhere first. Everything saved before is safe."
            )
        )
        self.stay = QPushButton(self.tr("Stay"), self)
        self.give_up = QPushButton(self.tr("Close and lose the words"), self)
        self.addButton(self.stay, QMessageBox.ButtonRole.RejectRole)
        self.addButton(self.give_up, QMessageBox.ButtonRole.AcceptRole)
        self.setDefaultButton(self.stay)
        self.setEscapeButton(self.stay)
        self.finished.connect(self.deleteLater)
