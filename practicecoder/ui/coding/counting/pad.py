"""The pad: every count code as a button, with a letter that acts while the pad has the focus."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QFrame, QGridLayout, QPushButton, QVBoxLayout, QWidget

from practicecoder.codebook.model import Codebook, CountCode
from practicecoder.codebook.rules import speakers
from practicecoder.ui.accessibility import name
from practicecoder.ui.theme import CONTROL_HEIGHT, HALF, SPACE, Look, dress, scaled
from practicecoder.ui.widgets.flow import Flow
from practicecoder.ui.widgets.labels import label

SAME_UTTERANCE, SPEAKER = "+", "/"
"""Keys beside the letters; a codebook's keys are letters only."""
WIDE_GROUP, NARROW_GROUP = 3, 2
"""Buttons of a group beside each other, at normal and at large text."""
LARGE_TEXT = 150
"""Text size in percent from which groups are narrow."""
_TYPED = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class CountPad(QFrame):
    """Tells which code was pressed. F- and Ctrl-keys pass through to the page.

    Shift with a letter, or the plus key before it, puts the code into the utterance of the mark
    before.
    """

    code_pressed = Signal(str, bool)
    """Id of a count code, and whether it belongs to the utterance of the mark before."""
    volley_wanted = Signal()
    take_back_wanted = Signal()
    play_pause_wanted = Signal()
    page_wanted = Signal(str)
    speaker_changed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        dress(self, Look.CARD)
        name(self, self.tr("Counting pad"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._codes: dict[str, CountCode] = {}
        self._buttons: dict[str, QPushButton] = {}
        self._speakers: tuple[str, ...] = ()
        self._speaker = ""
        self._by_volley = False
        self._last: str | None = None
        self._groups = Flow(self, spacing=SPACE)
        self._same = self._plain(self.tr("Same utterance  +"))
        self._same.setCheckable(True)
        self._same.setToolTip(self.tr("The next code belongs to the utterance of the last mark"))
        self._next = self._plain(self.tr("Next volley  Enter"))
        self._next.clicked.connect(self.volley_wanted)
        self._back = self._plain(self.tr("Take back  Backspace"))
        self._back.clicked.connect(self.take_back_wanted)
        self._speaker_button = self._plain("")
        self._speaker_button.clicked.connect(self._turn_speaker)
        self._help = label("", self, Look.SMALL, wrapped=True)
        self._lay_out()

    # What it shows

    @property
    def speaker(self) -> str:
        """Speaker given to marks; empty: the code's own."""
        return self._speaker

    @property
    def buttons(self) -> Mapping[str, QPushButton]:
        """Buttons by count id."""
        return dict(self._buttons)

    def offer(self, codebook: Codebook, codes: Sequence[CountCode], *, by_volley: bool) -> None:
        """Show the codes of a codebook in their groups."""
        self._codes = {code.count_id: code for code in codes}
        self._by_volley, self._last = by_volley, None
        self._groups.empty()
        self._buttons = {}
        by_group: dict[str, list[CountCode]] = {group: [] for group in codebook.groups}
        for code in codes:
            by_group.setdefault(code.group, []).append(code)
        for group, members in by_group.items():
            if members:
                self._groups.add(self._group(codebook.groups.get(group, ""), members))
        named = speakers(codebook)
        self._speakers = ("", *named) if len(named) > 1 else ()
        self._set_speaker("")
        self._same.setChecked(False)
        self._speaker_button.setVisible(bool(self._speakers))
        for only_by_volley in (self._same, self._next):
            only_by_volley.setVisible(by_volley)
        self._help.setText(self._keys_in_words())

    def show_totals(self, totals: Mapping[str, int] | None) -> None:
        """Show how often each code was marked; None hides it."""
        for count_id, made in self._buttons.items():
            made.setText(_words(self._codes[count_id], totals))

    def show_counted(self, counted: Sequence[str]) -> None:
        """Say to screen readers which codes count in the open volley."""
        for count_id, made in self._buttons.items():
            words = self._codes[count_id].definition
            if count_id in counted:
                words = self.tr("Counts in the open volley. {0}").format(words)
            made.setAccessibleDescription(words)

    @property
    def current_code(self) -> str | None:
        """Code whose button has the focus, else the one pressed last, else the first."""
        focused = next((i for i, b in self._buttons.items() if b.hasFocus()), None)
        return focused or self._last or next(iter(self._codes), None)

    # Qt

    def event(self, event: QEvent) -> bool:
        """Claim F1, which the page would else take for the rating cards."""
        if event.type() is QEvent.Type.ShortcutOverride and _is_f1(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Letters mark, Enter goes to the next volley, Backspace takes the last mark back."""
        if _is_f1(event):
            if self.current_code is not None:
                self.page_wanted.emit(self.current_code)
        elif event.modifiers() & ~_TYPED or not self._take(event):
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the focus, so that the letters act."""
        super().mousePressEvent(event)
        self.setFocus(Qt.FocusReason.MouseFocusReason)

    # Inside

    def _take(self, event: QKeyEvent) -> bool:
        act = self._act_of(event)
        if act is None:
            return False
        if not event.isAutoRepeat():  # a key held down is one press
            act()
        event.accept()
        return True

    def _act_of(self, event: QKeyEvent) -> Callable[[], object] | None:
        """What a key does; None if it means nothing here."""
        key = event.key()
        if key in _ENTER:
            return self.volley_wanted.emit if self._by_volley else None
        if key == Qt.Key.Key_Backspace:
            return self.take_back_wanted.emit
        if key == Qt.Key.Key_Space:
            return self.play_pause_wanted.emit
        if event.text() == SAME_UTTERANCE and self._by_volley:
            return self._same.toggle
        if event.text() == SPEAKER and self._speakers:
            return self._turn_speaker
        count_id = self._code_of(event)
        if count_id is None:
            return None
        with_shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        return lambda: self._press(count_id, same_utterance=with_shift)

    def _code_of(self, event: QKeyEvent) -> str | None:
        """Code of a letter: the one typed, else the one that is printed on the key."""
        printed = chr(event.key()).lower() if Qt.Key.Key_A <= event.key() <= Qt.Key.Key_Z else ""
        typed = event.text().lower()
        for letter in (typed, printed):
            for code in self._codes.values():
                if letter and code.key == letter:
                    return code.count_id
        return None

    def _take_focus(self) -> None:
        focused = QApplication.focusWidget()
        if focused is None or not (focused is self or self.isAncestorOf(focused)):
            self.setFocus(Qt.FocusReason.MouseFocusReason)

    def _press(self, count_id: str, *, same_utterance: bool = False) -> None:
        same = self._by_volley and (same_utterance or self._same.isChecked())
        self._same.setChecked(False)
        self._last = count_id
        self.code_pressed.emit(count_id, same)

    def _turn_speaker(self) -> None:
        place = self._speakers.index(self._speaker) + 1
        self._set_speaker(self._speakers[place % len(self._speakers)])

    def _set_speaker(self, speaker: str) -> None:
        self._speaker = speaker
        words = self.tr("Speaker: {0}  /").format(speaker or self.tr("as the code"))
        self._speaker_button.setText(words)
        self.speaker_changed.emit(speaker)

    def _group(self, title: str, codes: Sequence[CountCode]) -> QWidget:
        group = QWidget(self._groups)
        lines = QGridLayout()
        lines.setSpacing(HALF)
        across = WIDE_GROUP if scaled(100) < LARGE_TEXT else NARROW_GROUP
        for number, code in enumerate(codes):
            self._buttons[code.count_id] = made = self._plain(_words(code, None), group)
            made.setToolTip(f"{code.label} ({code.key.upper()})\n{code.definition}")
            name(made, self.tr("{0}, key {1}").format(code.label, code.key.upper()))
            made.setAccessibleDescription(code.definition)
            made.clicked.connect(lambda _=False, count_id=code.count_id: self._press(count_id))
            lines.addWidget(made, number // across, number % across)
        layout = QVBoxLayout(group)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(HALF)
        layout.addWidget(label(title, group, Look.SMALL))
        layout.addLayout(lines)
        group.show()
        return group

    def _plain(self, text: str, parent: QWidget | None = None) -> QPushButton:
        """Button that Tab reaches and the mouse leaves without focus; Enter stays the pad's."""
        made = QPushButton(text, parent or self)
        made.setAutoDefault(False)
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        made.setMinimumHeight(scaled(CONTROL_HEIGHT))
        made.clicked.connect(self._take_focus)
        return made

    def _keys_in_words(self) -> str:
        words = [self.tr("Letters mark while the pad has the focus.")]
        if self._by_volley:
            words.append(self.tr("Shift with a letter: in the utterance of the last mark."))
        words.append(self.tr("Space: play or pause. F1: the code's page."))
        return " ".join(words)

    def _lay_out(self) -> None:
        keys = Flow(self, spacing=SPACE)
        keys.add(self._next, self._same, self._back, self._speaker_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE, SPACE, SPACE, SPACE)
        layout.setSpacing(SPACE)
        layout.addWidget(self._groups)
        layout.addWidget(keys)
        layout.addWidget(self._help)


def _is_f1(event: QEvent) -> bool:
    return isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_F1 and not event.modifiers()


def _words(code: CountCode, totals: Mapping[str, int] | None) -> str:
    words = f"{code.key.upper()}   {code.label}"
    return words if totals is None else f"{words} ({totals.get(code.count_id, 0)})"
