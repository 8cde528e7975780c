"""Teaching the program a foot pedal: press it, and what arrives is kept."""

from __future__ import annotations

from dataclasses import asdict, replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QRadioButton, QVBoxLayout, QWidget

from practicecoder.ui.accessibility import announce, name
from practicecoder.ui.keymap.capture import KeyCapture
from practicecoder.ui.keymap.rows import place_of
from practicecoder.ui.keys.in_force import apply_saved_keys
from practicecoder.ui.keys.keymap import Keymap
from practicecoder.ui.keys.pedals import Pedal, pedal_keys, suits_a_pedal
from practicecoder.ui.keys.presets import keymap_of
from practicecoder.ui.keys.texts import native
from practicecoder.ui.languages import Words
from practicecoder.ui.settings import PedalMode, Pedals, Settings
from practicecoder.ui.theme import DOUBLE, HALF, SPACE, Look, dress
from practicecoder.ui.widgets.labels import button, label
from practicecoder.ui.widgets.scrolling import Scrolling

_WORDS = Words(
    {
        Pedal.PLAY: "Play and pause",
        Pedal.BACK: "Back",
        Pedal.FORWARD: "Forward",
    }
)


class PedalEditor(QWidget):
    """Learns the keys of a pedal; :meth:`apply` saves them and puts them in force."""

    changed = Signal()

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._pedals = settings.pedals
        self.captures = {pedal: self._capture(pedal, words) for pedal, words in _WORDS.items()}
        self.forget = {
            pedal: button(self.tr("Forget"), self, partial(self._learn, pedal, ""))
            for pedal in Pedal
        }
        for pedal, control in self.forget.items():
            name(control, self.tr("Forget the pedal for {0}").format(_WORDS[pedal].lower()))
        self.hold = QRadioButton(
            self.tr("Play while the pedal is held; resuming steps back"), self
        )
        self.toggle = QRadioButton(self.tr("Each press plays or pauses"), self)
        self.hold.toggled.connect(self._set_mode)
        self.verdict = label("", self, Look.MUTED, wrapped=True)
        self._lay_out()
        self._show()

    @property
    def pedals(self) -> Pedals:
        """Pedals as they stand in the editor."""
        return self._pedals

    @property
    def is_changed(self) -> bool:
        """Whether applying would change anything."""
        return self._pedals != self._settings.pedals

    def apply(self) -> None:
        """Save the pedals and put them in force in every open page."""
        self._settings.pedals = self._pedals
        apply_saved_keys(self._settings)

    def revert(self) -> None:
        """Go back to the pedals that are saved."""
        self._pedals = self._settings.pedals
        self._show()
        self.changed.emit()

    def forget_all(self) -> None:
        """Know no pedal."""
        self._pedals = Pedals()
        self._show()
        self.changed.emit()

    # Inside

    def _capture(self, pedal: Pedal, words: str) -> KeyCapture:
        made = KeyCapture(self.tr("Pedal for {0}").format(words.lower()), self)
        made.setPlaceholderText(self.tr("Press the pedal now"))
        made.captured.connect(partial(self._learn, pedal))
        return made

    def _learn(self, pedal: Pedal, key: str) -> None:
        if key and not suits_a_pedal(key):
            words = self.tr(
                "The pedal sends {0}, which is needed for typing or moving about. Have its own "
                "program send F13 to F24 instead."
            ).format(native(key))
            self._show()
            self._say(words, warning=True)
            return
        others = {which: old for which, old in pedal_keys(self._pedals).items() if old != key}
        keys = {**others, pedal: key}
        self._pedals = Pedals(
            **{which.value: keys.get(which, "") for which in Pedal}, mode=self._pedals.mode
        )
        self._show()
        self._say(self._also_means(key, keymap_of(self._settings.keymap)), warning=True)
        self.changed.emit()

    def _also_means(self, key: str, keymap: Keymap) -> str:
        names = [place_of(target) for target in keymap.targets() if key in keymap.keys_of(target)]
        if not key or not names:
            return ""
        words = self.tr("{0} is also the key of {1}. On the coding page the pedal goes first.")
        return words.format(native(key), self.tr(" and of ").join(names))

    def _set_mode(self, hold: bool) -> None:
        mode = PedalMode.HOLD if hold else PedalMode.TOGGLE
        if mode is not self._pedals.mode:
            self._pedals = replace(self._pedals, mode=mode)
            self.changed.emit()

    def _show(self) -> None:
        keys = asdict(self._pedals)
        for pedal, capture in self.captures.items():
            capture.show_key(keys[pedal.value])
            self.forget[pedal].setEnabled(bool(keys[pedal.value]))
        (self.hold if self._pedals.mode is PedalMode.HOLD else self.toggle).setChecked(True)
        self._say("", warning=False)

    def _say(self, words: str, *, warning: bool) -> None:
        dress(self.verdict, Look.ERROR if warning and words else Look.MUTED)
        self.verdict.setText(words)
        if words:
            announce(self, words, assertive=warning)

    def _lay_out(self) -> None:
        scrolling = Scrolling(self)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(scrolling)
        layout = scrolling.column
        layout.setContentsMargins(HALF, DOUBLE, HALF, HALF)
        layout.addWidget(
            label(
                self.tr(
                    "A pedal that works as a keyboard only has to be pressed here. Set it to send "
                    "F13 to F24 if you can: no other program uses these keys."
                ),
                self,
                wrapped=True,
            )
        )
        grid = QGridLayout()
        grid.setSpacing(SPACE)
        for row, (pedal, words) in enumerate(_WORDS.items()):
            title = label(words, self)
            title.setBuddy(self.captures[pedal])
            for column, widget in enumerate((title, self.captures[pedal], self.forget[pedal])):
                grid.addWidget(widget, row, column)
        grid.setColumnStretch(1, 1)
        layout.addLayout(grid)
        layout.addWidget(self.hold)
        layout.addWidget(self.toggle)
        layout.addWidget(self.verdict)
        layout.addStretch(1)
