"""Keys as texts: what was pressed, how it is kept and how this system writes it."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

_PORTABLE = QKeySequence.SequenceFormat.PortableText
_NATIVE = QKeySequence.SequenceFormat.NativeText
_ALONE = frozenset(
    {
        Qt.Key.Key_unknown,
        Qt.Key.Key_Shift,
        Qt.Key.Key_Control,
        Qt.Key.Key_Alt,
        Qt.Key.Key_AltGr,
        Qt.Key.Key_Meta,
        Qt.Key.Key_Super_L,
        Qt.Key.Key_Super_R,
        Qt.Key.Key_CapsLock,
        Qt.Key.Key_NumLock,
    }
)
"""Keys that mean nothing by themselves."""


def portable(text: str) -> str:
    """Key as it is kept; empty if the text names no single key.

    Examples
    --------
    >>> portable("Ctrl+Shift+m"), portable("Delete"), portable("Hyper+Key")
    ('Ctrl+Shift+M', 'Del', '')
    """
    sequence = QKeySequence.fromString(text, _PORTABLE)
    return sequence.toString(_PORTABLE) if sequence.count() == 1 else ""


def native(text: str) -> str:
    """Key as this system writes it."""
    return QKeySequence.fromString(text, _PORTABLE).toString(_NATIVE)


def in_words(keys: Iterable[str]) -> str:
    """Keys as this system writes them, in one line."""
    return ", ".join(native(key) for key in keys)


def is_character(key: str) -> bool:
    """Whether the key types a letter, a digit or a sign; Space does not count."""
    return len(key) == 1


def pressed_bare(event: QKeyEvent) -> str:
    """Key without Ctrl: the character typed, wherever it is, else the key's name."""
    held = event.modifiers()
    control = bool(held & Qt.KeyboardModifier.ControlModifier)
    alt = bool(held & Qt.KeyboardModifier.AltModifier)
    text = event.text()
    if len(text) == 1 and text.isprintable() and not text.isspace() and control is alt:
        return text.upper()  # control and alt together are AltGr, which some layouts need for [
    keys = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return QKeySequence(event.key() | keys.value).toString(_PORTABLE)


def pressed_keys(event: QKeyEvent) -> str:
    """Key with what is held besides, as a shortcut; empty while only Ctrl and its like are.

    Shift counts only where it does not merely reach the sign that was typed.
    """
    key = Qt.Key(event.key())
    if key in _ALONE:
        return ""
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    text = event.text()
    if text and text.isprintable() and not text.isalnum() and not text.isspace():
        held &= ~Qt.KeyboardModifier.ShiftModifier
    return QKeySequence(QKeyCombination(held, key)).toString(_PORTABLE)
