"""Bare keys of the coding page: one dispatcher that knows where each of them acts."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
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
from practicecoder.ui.widgets.level_row import LevelRow
from practicecoder.ui.widgets.rating_card import RatingCard
from practicecoder.ui.widgets.shortcut_sheet import KeyLine


class Region(StrEnum):
    """Where bare keys act; the words stand in the shortcut sheet."""

    LISTENING = "In the listening area"
    CARD = "In a rating card"
    EVIDENCE = "In the evidence table"
    NOTES = "In the list of notes"
    QUESTION = "On a question"


class Command(StrEnum):
    """What a bare key asks for."""

    PLAY_PAUSE = "play_pause"
    BACK = "back"
    FORWARD = "forward"
    SMALL_BACK = "small_back"
    SMALL_FORWARD = "small_forward"
    FINE_BACK = "fine_back"
    FINE_FORWARD = "fine_forward"
    PAUSE = "pause"
    PLAY_FASTER = "play_faster"
    LOOP_IN = "loop_in"
    LOOP_OUT = "loop_out"
    LOOP = "loop"
    EVIDENCE = "evidence"
    STRENGTH = "strength"
    TO_BUILD = "to_build"
    UP = "up"
    DOWN = "down"
    RATE_AND_GO_ON = "rate_and_go_on"
    RATE = "rate"
    NOT_APPLICABLE = "not_applicable"
    UNSURE = "unsure"
    CLEAR = "clear"
    EDIT = "edit"
    PLAY_FROM = "play_from"
    REMOVE = "remove"
    STRENGTH_OF_SELECTED = "strength_of_selected"
    TO_BUILD_OF_SELECTED = "to_build_of_selected"
    EDIT_NOTE = "edit_note"
    PLAY_FROM_NOTE = "play_from_note"
    REMOVE_NOTE = "remove_note"
    CLEAR_ANSWER = "clear_answer"


@dataclass(frozen=True, slots=True, kw_only=True)
class BareKey:
    """Keys, as portable texts, that ask for something in a region. ``repeats`` while held."""

    region: Region
    keys: tuple[str, ...]
    command: Command
    words: str
    repeats: bool = False


def _key(
    region: Region, command: Command, words: str, *keys: str, repeats: bool = False
) -> BareKey:
    return BareKey(region=region, keys=keys, command=command, words=words, repeats=repeats)


_L, _C, _E = Region.LISTENING, Region.CARD, Region.EVIDENCE

BARE_KEYS: tuple[BareKey, ...] = (
    _key(_L, Command.PLAY_PAUSE, "Play or pause", "Space"),
    _key(_L, Command.BACK, "Back 5 seconds", "Left", "J", repeats=True),
    _key(_L, Command.FORWARD, "Forward 5 seconds", "Right", repeats=True),
    _key(_L, Command.SMALL_BACK, "Back 1 second", "Shift+Left", repeats=True),
    _key(_L, Command.SMALL_FORWARD, "Forward 1 second", "Shift+Right", repeats=True),
    _key(_L, Command.FINE_BACK, "Back 0.2 seconds", ",", repeats=True),
    _key(_L, Command.FINE_FORWARD, "Forward 0.2 seconds", ".", repeats=True),
    _key(_L, Command.PAUSE, "Pause", "K"),
    _key(_L, Command.PLAY_FASTER, "Play; while playing, faster", "L"),
    _key(_L, Command.LOOP_IN, "Loop begins here", "["),
    _key(_L, Command.LOOP_OUT, "Loop ends here", "]"),
    _key(_L, Command.LOOP, "Loop on or off", "\\"),
    _key(_L, Command.EVIDENCE, "Evidence at this moment", "E"),
    _key(_L, Command.STRENGTH, "Last evidence shows a strength", "S"),
    _key(_L, Command.TO_BUILD, "Last evidence is something to build", "B"),
    _key(_C, Command.UP, "Look at the level above; once rated, one higher", "Up", repeats=True),
    _key(_C, Command.DOWN, "Look at the level below; once rated, one lower", "Down", repeats=True),
    _key(_C, Command.RATE_AND_GO_ON, "Rate the level looked at, next card", "Return", "Enter"),
    _key(_C, Command.RATE, "Rate the level looked at", "Space"),
    _key(_C, Command.NOT_APPLICABLE, "Not applicable, with a reason", "N"),
    _key(_C, Command.UNSURE, "Unsure, or sure again", "U"),
    _key(_C, Command.CLEAR, "Back to not yet rated", "Del", "Backspace"),
    _key(_E, Command.EDIT, "Edit the evidence", "Return", "Enter"),
    _key(_E, Command.PLAY_FROM, "Play from the evidence", "Space"),
    _key(_E, Command.STRENGTH_OF_SELECTED, "It shows a strength", "S"),
    _key(_E, Command.TO_BUILD_OF_SELECTED, "It is something to build", "B"),
    _key(_E, Command.REMOVE, "Remove the evidence", "Del", "Backspace"),
    _key(Region.NOTES, Command.EDIT_NOTE, "Edit the note", "Return", "Enter"),
    _key(Region.NOTES, Command.PLAY_FROM_NOTE, "Play from the note's moment", "Space"),
    _key(Region.NOTES, Command.REMOVE_NOTE, "Remove the note", "Del", "Backspace"),
    _key(Region.QUESTION, Command.CLEAR_ANSWER, "Take the answer back", "Del", "Backspace"),
)
"""Every bare key. Digits and signs in a rating card type a level and are not listed here."""

_TEXT_FIELDS = (QLineEdit, QPlainTextEdit, QTextEdit, QAbstractSpinBox)
_PRESSING = frozenset({Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Select})
_TYPED = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
_TEXT = QKeySequence.SequenceFormat.PortableText


def bare_key_lines() -> tuple[KeyLine, ...]:
    """Bare keys as lines of the shortcut sheet."""
    native = QKeySequence.SequenceFormat.NativeText
    zoom = KeyLine(group=_L.value, text="Zoom the waveform in, out, to all", keys="+, −, 0")
    digits = KeyLine(group=_C.value, text="Rate that level", keys="0 … 9, − and +")
    lines = [
        KeyLine(
            group=bare.region.value,
            text=bare.words,
            keys=", ".join(QKeySequence(key, _TEXT).toString(native) for key in bare.keys),
        )
        for bare in BARE_KEYS
    ]
    first_card = next(i for i, bare in enumerate(BARE_KEYS) if bare.region is _C)
    return (*lines[:first_card], zoom, digits, *lines[first_card:])


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
        self._bare = {(bare.region, key): bare for bare in BARE_KEYS for key in bare.keys}
        self._watched: QWidget | None = None
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._follow)

    def region_of(self, widget: QWidget | None) -> Region | None:
        """Region that a focused widget belongs to; None where no bare key acts."""
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

    def _take(self, widget: QWidget, event: QKeyEvent) -> bool:
        region = self.region_of(widget)
        if region is None or _keeps(widget, event):
            return False
        bare = self._bare.get((region, _pressed(event)))
        if bare is not None:
            if bare.repeats or not event.isAutoRepeat():
                self._commands[bare.command]()
            return True
        return region is Region.CARD and _type_level(widget, event)

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        if self._watched is not None:
            self._watched.removeEventFilter(self)
        self._watched = new if new is not None and self._page.isAncestorOf(new) else None
        if self._watched is not None:
            self._watched.destroyed.connect(self._forget)
            self._watched.installEventFilter(self)

    def _forget(self) -> None:
        self._watched = None


def _pressed(event: QKeyEvent) -> str:
    """Key as it stands in the table: the character typed, wherever it is, else the key's name."""
    held = event.modifiers()
    control = bool(held & Qt.KeyboardModifier.ControlModifier)
    alt = bool(held & Qt.KeyboardModifier.AltModifier)
    text = event.text()
    if len(text) == 1 and text.isprintable() and not text.isspace() and control is alt:
        return text.upper()  # control and alt together are AltGr, which some layouts need for [
    keys = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return QKeySequence(event.key() | keys.value).toString(_TEXT)


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
