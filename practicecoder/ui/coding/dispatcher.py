"""Bare keys of the coding page: one dispatcher that knows where each of them acts."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from practicecoder.ui.coding.questions import QuestionField
from practicecoder.ui.focus import belongs_to
from practicecoder.ui.keys.bare import BARE_KEYS, BareKey, Command, Region
from practicecoder.ui.keys.in_force import keys_in_force
from practicecoder.ui.keys.keymap import Keymap
from practicecoder.ui.keys.pedals import KeyboardPedals, Pedal, PedalSource
from practicecoder.ui.keys.texts import is_character, pressed_bare
from practicecoder.ui.settings import PedalMode
from practicecoder.ui.widgets.level_row import LevelRow
from practicecoder.ui.widgets.rating_card import RatingCard
from practicecoder.ui.widgets.shortcut_sheet import KeyLine

__all__ = ["BARE_KEYS", "BareKey", "Command", "Dispatcher", "Region", "bare_key_lines"]

_TEXT_FIELDS = (QLineEdit, QPlainTextEdit, QTextEdit, QAbstractSpinBox)
_PRESSING = frozenset({Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Select})
_TYPED = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
_TAKES_CHARACTERS = frozenset({Region.LISTENING, Region.CARD})
"""Regions whose own controls act on signs and digits."""


def bare_key_lines() -> tuple[KeyLine, ...]:
    """Bare keys in force as lines of the shortcut sheet."""
    keymap = keys_in_force().keymap
    lines: list[KeyLine] = []
    for region in Region:
        if region in _OWN_KEYS and keymap.characters_on:
            lines.append(_OWN_KEYS[region])
        for bare in BARE_KEYS:
            keys = keymap.words_of_keys(bare.bare_id)
            if bare.region is region and keys and _acts(keymap, bare):
                lines.append(KeyLine(group=region.value, text=bare.words, keys=keys))
    return tuple(lines)


_OWN_KEYS: Mapping[Region, KeyLine] = {
    Region.LISTENING: KeyLine(
        group=Region.LISTENING.value, text="Zoom the waveform in, out, to all", keys="+, −, 0"
    ),
    Region.CARD: KeyLine(group=Region.CARD.value, text="Rate that level", keys="0 … 9, − and +"),
    Region.MEETING: KeyLine(
        group=Region.MEETING.value, text="Agree on that level", keys="0 … 9, − and +"
    ),
}


def _acts(keymap: Keymap, bare: BareKey) -> bool:
    """Whether any key of a command does something."""
    keys = keymap.keys_of(bare.bare_id)
    return keymap.characters_on or any(not is_character(key) for key in keys)


class Dispatcher(QObject):
    """Turns bare keys into commands, by where the focus is.

    It watches the focused widget of the page alone. Text fields keep all their keys; buttons and
    check boxes keep Space and Enter; lists keep the keys that no command of theirs uses.
    """

    def __init__(
        self,
        page: QWidget,
        regions: Mapping[QWidget, Region],
        commands: Mapping[Command, Callable[[], object]],
    ) -> None:
        super().__init__(page)
        self._page = page
        self._regions = dict(regions)
        self._commands = dict(commands)
        self._bare: Mapping[tuple[Region, str], BareKey] = {}
        self._characters_on = True
        self._watched: QWidget | None = None
        self._pedals = KeyboardPedals(page)
        self._pedal_driver = PedalDriver(self._pedals, self._commands, self)
        self._take_over()
        keys_in_force().changed.connect(self._take_over)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._follow)

    def region_of(self, widget: QWidget | None) -> Region | None:
        """Region that a focused widget belongs to; None where no bare key acts.

        Words that can only be read may be a region of their own.
        """
        if widget in self._regions:
            return self._regions[widget]
        if isinstance(widget, _TEXT_FIELDS) or (
            isinstance(widget, QComboBox) and widget.isEditable()
        ):
            return None
        while widget is not None and widget is not self._page:
            if isinstance(widget, RatingCard):
                return Region.CARD
            if isinstance(widget, QuestionField):
                return Region.QUESTION
            if widget in self._regions:
                return self._regions[widget]
            widget = widget.parentWidget()
        return None

    # Qt

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take a key press that means something where the focus is."""
        if event.type() is QEvent.Type.KeyPress and isinstance(watched, QWidget):
            assert isinstance(event, QKeyEvent)
            if self._take(watched, event):
                event.accept()
                return True
        return super().eventFilter(watched, event)

    # Inside

    def _take_over(self) -> None:
        """Go by the keys in force."""
        keys = keys_in_force()
        self._bare = {
            (bare.region, key): bare
            for bare in BARE_KEYS
            for key in keys.keymap.keys_of(bare.bare_id)
        }
        self._characters_on = keys.keymap.characters_on
        self._pedals.learn(keys.pedals)
        self._pedal_driver.mode = keys.pedals.mode

    def _take(self, widget: QWidget, event: QKeyEvent) -> bool:
        region = self.region_of(widget)
        if region is None or _keeps(widget, event):
            return False
        pressed = pressed_bare(event)
        if is_character(pressed) and not self._characters_on:
            return region in _TAKES_CHARACTERS
        bare = self._bare.get((region, pressed))
        if bare is not None:
            if bare.repeats or not event.isAutoRepeat():
                self._commands[bare.command]()
            return True
        return region is Region.CARD and _type_level(widget, event)

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        if self._watched is not None:
            self._watched.removeEventFilter(self)
        self._watched = new if new is not self._page and belongs_to(self._page, new) else None
        if self._watched is not None:
            self._watched.destroyed.connect(self._forget)
            self._watched.installEventFilter(self)

    def _forget(self) -> None:
        self._watched = None


class PedalDriver(QObject):
    """Has pedals play, pause and step; resuming after a pause steps back as always."""

    def __init__(
        self,
        source: PedalSource,
        commands: Mapping[Command, Callable[[], object]],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self.mode = PedalMode.HOLD
        self._commands = commands
        source.pressed.connect(self._press)
        source.released.connect(self._release)

    def _press(self, pedal: Pedal) -> None:
        match pedal:
            case Pedal.PLAY if self.mode is PedalMode.HOLD:
                self._commands[Command.PLAY]()
            case Pedal.PLAY:
                self._commands[Command.PLAY_PAUSE]()
            case Pedal.BACK:
                self._commands[Command.BACK]()
            case Pedal.FORWARD:
                self._commands[Command.FORWARD]()

    def _release(self, pedal: Pedal) -> None:
        if pedal is Pedal.PLAY and self.mode is PedalMode.HOLD:
            self._commands[Command.PAUSE]()


def _keeps(widget: QWidget, event: QKeyEvent) -> bool:
    """Whether a focused control has a use of its own for the key."""
    if isinstance(widget, LevelRow) or not isinstance(widget, QAbstractButton):
        return False
    return event.key() in _PRESSING


def _type_level(widget: QWidget, event: QKeyEvent) -> bool:
    card: QWidget | None = widget
    while card is not None and not isinstance(card, RatingCard):
        card = card.parentWidget()
    plain = not event.modifiers() & ~_TYPED
    if card is None or not plain or not event.text() or event.isAutoRepeat():
        return False
    return card.type_level(event.text().replace("−", "-"))
