"""Languages of the window: words are marked where they stand and translated where they are shown.

In a widget words go through ``self.tr(...)``. Words that stand outside of one, as in tables of
actions and columns, are marked with :func:`QT_TRANSLATE_NOOP`, which names their context and
leaves them as they are; whoever shows them asks :func:`translate` with the same context.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def QT_TRANSLATE_NOOP(_context: str, text: str) -> str:
    """Mark words for translation under a context; pyside6-lupdate looks for this very name."""
    return text


def translate(context: str, text: str) -> str:
    """Words in the language of the window; in English, and where none are known, as they are."""
    return QCoreApplication.translate(context, text) if text else ""
