"""Shows a recovery code once: to be printed or saved, and proved by typing its end."""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QFontDatabase, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFileDialog, QLabel, QLineEdit, QWidget

from practicecoder.ui.accessibility import announce, name
from practicecoder.ui.languages import translate
from practicecoder.ui.security.working_line import WorkingLine
from practicecoder.ui.theme import DOUBLE, SPACE, TRIPLE
from practicecoder.ui.widgets.asking import EDGE_PX, AskingDialog
from practicecoder.ui.widgets.labels import button, card, in_row
from practicecoder.vault.recovery_code import RecoveryCode

CODE_SCALE = 1.3
_PRINTED_PT = 12
_CODE_PT = 17


class RecoveryCodeDialog(AskingDialog):
    """The code in groups; *Go on* waits until its last group was typed from where it is kept.

    It is not offered to the clipboard, where programs keep what passes through.
    """

    proved = Signal()
    """When the person has shown that the code is kept."""

    def __init__(self, code: RecoveryCode, title: str, study: Path, parent: QWidget) -> None:
        super().__init__(
            self.tr("Keep the recovery code"),
            self.tr(
                "It opens the study if the passphrase is forgotten; without both, nobody can. It "
                "is shown only this once. Keep it on paper, or in a file outside the study, away "
                "from this computer."
            ),
            self.tr("Go on"),
            parent,
        )
        self._code, self._title, self._study = str(code), title, study
        self.shown = _CodeLabel(self._code, self)
        frame, inside = card(self)
        inside.addWidget(self.shown)
        self.body.addWidget(frame)
        self.printing = button(self.tr("Print…"), self, self.ask_to_print)
        self.saving = button(self.tr("Save to a file…"), self, self._ask_where)
        self.body.addLayout(in_row(self.printing, self.saving, stretch=True))
        self.proof = QLineEdit(self)
        self.proof.setMaxLength(len(self._code))
        name(self.proof, self.tr("Last group of the recovery code"))
        self.proof.textChanged.connect(self._check)
        self.form.addRow(self.tr("&Type its last group"), self.proof)
        self.line = WorkingLine(self)
        self.form.addRow("", self.line)
        buttons = self.findChild(QDialogButtonBox)
        assert isinstance(buttons, QDialogButtonBox)
        buttons.button(QDialogButtonBox.StandardButton.Cancel).hide()
        self._check()
        self._fit_code()

    def finish(self) -> None:
        """Go on, if the last group is right."""
        if self._is_proved():
            self.accept()
            self.proved.emit()

    def reject(self) -> None:
        """Stay: a code that nobody kept is of no use."""
        self.line.tell(
            self.tr("Keep the code first: print or save it, then type its last group here.")
        )
        self.proof.setFocus(Qt.FocusReason.OtherFocusReason)

    def drop(self) -> None:
        """Close without proof, as when the study is locked; a new code can be made."""
        super().reject()

    def ask_to_print(self) -> None:
        """Ask for a printer and print the sheet to keep."""
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter()
        dialog = QPrintDialog(printer, self)
        dialog.setWindowTitle(self.tr("Print the recovery code"))
        dialog.accepted.connect(lambda: self.sheet().print_(printer))
        dialog.finished.connect(dialog.deleteLater)
        QDialog.open(dialog)

    def sheet(self) -> QTextDocument:
        """What is printed: the code large and in letters of one width, to be read and typed."""
        document = QTextDocument(self)
        document.setDefaultFont(_sized(QFont(self.font()), _PRINTED_PT))
        cursor = QTextCursor(document)
        code = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        for words in self._printed():
            look = QTextCharFormat()
            if words == self._code:
                look.setFont(_sized(code, _CODE_PT))
            elif words == self._heading():
                look.setFontWeight(QFont.Weight.Bold)
            if not cursor.atStart():
                cursor.insertBlock()
            gap = cursor.blockFormat()
            gap.setBottomMargin(_CODE_PT)
            cursor.setBlockFormat(gap)
            cursor.insertText(words, look)
        return document

    def text(self) -> str:
        """What is printed or saved."""
        return "\n\n".join(self._printed())

    def _heading(self) -> str:
        return self.tr("Recovery code of the study {0}").format(self._title)

    def _printed(self) -> tuple[str, str, str]:
        """Heading, code, and what it is for."""
        return (
            self._heading(),
            self._code,
            self.tr(
                "It opens the study in PracticeCoder if the passphrase is forgotten. Keep it "
                "like a key, away from the computer with the study."
            ),
        )

    def save(self, path: Path) -> None:
        """Write the code to a file that only its owner may read, never into the study."""
        if path.resolve().is_relative_to(self._study.resolve()):
            self.line.tell(
                self.tr(
                    "Choose a place outside the study folder: whoever has the folder would "
                    "have the code with it."
                )
            )
            return
        try:
            path.unlink(missing_ok=True)
            handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                file.write(self.text() + "\n")
        except OSError:
            self.line.tell(self.tr("The file could not be written. Choose another place."))
            return
        self.line.clear()
        announce(self, self.tr("Saved"))
        self.proof.setFocus(Qt.FocusReason.OtherFocusReason)

    # Inside

    def _fit_code(self) -> None:
        """Be as wide as the code in one line, if the screen is."""
        code_px = self.shown.fontMetrics().horizontalAdvance(self._code)
        wanted = code_px + 2 * (TRIPLE + DOUBLE + SPACE)  # margins of the dialog and of the card
        most = self.screen().availableSize().width() - EDGE_PX
        self.setMinimumWidth(min(max(self.minimumWidth(), wanted), most))

    def _ask_where(self) -> None:
        home = Path.home() / self.tr("PracticeCoder recovery code.txt")
        chosen, _ = QFileDialog.getSaveFileName(
            self, self.tr("Save the recovery code"), str(home), self.tr("Text (*.txt)")
        )
        if chosen:
            self.save(Path(chosen))

    def _typed(self) -> str:
        return "".join(self.proof.text().split()).replace("-", "").upper()

    def _is_proved(self) -> bool:
        last = self._code.rpartition("-")[2]
        return self._typed() in (last, self._code.replace("-", ""))

    def _is_other_group(self) -> bool:
        """Whether as much as the last group was typed, but not its characters."""
        whole, typed = self._code.replace("-", ""), self._typed()
        return len(typed) >= len(self._code.rpartition("-")[2]) and not whole.startswith(typed)

    def _check(self) -> None:
        is_proved = self._is_proved()
        self.act.setEnabled(is_proved)
        if not is_proved and self._is_other_group():
            self.line.tell(self.tr("This is not its last group. Look again at what you kept."))
        else:
            self.line.clear()


class _CodeLabel(QLabel):
    """The code in large letters of one width; a screen reader reads it by groups."""

    def __init__(self, code: str, parent: QWidget) -> None:
        super().__init__(code, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPointSizeF(parent.font().pointSizeF() * CODE_SCALE)
        font.setStyleHint(QFont.StyleHint.Monospace)
        self.setFont(font)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        spelled = ", ".join(" ".join(group) for group in code.split("-"))
        name(self, translate("Security", "Recovery code: {0}").format(spelled))


def _sized(font: QFont, points: int) -> QFont:
    font.setPointSize(points)
    return font
