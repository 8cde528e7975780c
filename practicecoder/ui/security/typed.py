"""Whether something was typed in a window that would be lost if it were closed."""

from __future__ import annotations

from PySide6.QtWidgets import QFileDialog, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from practicecoder.ui.security.passphrase_field import PassphraseField


def holds_typed_text(window: QWidget) -> bool:
    """Whether a person typed words or numbers in a window, which still stand there.

    What the program filled in does not count, nor do secrets and the names of files.
    """
    if isinstance(window, QFileDialog):
        return False
    if any(map(_is_typed_line, window.findChildren(QLineEdit))):
        return True
    fields: list[QPlainTextEdit | QTextEdit] = [
        *window.findChildren(QPlainTextEdit),
        *window.findChildren(QTextEdit),
    ]
    return any(map(_is_typed_text, fields))


def _is_typed_line(line: QLineEdit) -> bool:
    is_secret = line.echoMode() is not QLineEdit.EchoMode.Normal or isinstance(
        line.parentWidget(), PassphraseField
    )
    return line.isModified() and bool(line.text()) and not line.isReadOnly() and not is_secret


def _is_typed_text(field: QPlainTextEdit | QTextEdit) -> bool:
    is_modified = field.document().isModified() and not field.isReadOnly()
    return is_modified and bool(field.toPlainText().strip())
