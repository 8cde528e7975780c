"""The keys of one command: press new ones, use them, take them over, reset."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from practicecoder.ui.accessibility import announce
from practicecoder.ui.actions import ActionId
from practicecoder.ui.keymap.capture import KeyCapture
from practicecoder.ui.keymap.draft import KeymapDraft
from practicecoder.ui.keymap.rows import place_of
from practicecoder.ui.keys.clashes import Clash, forbidden_key, others_with
from practicecoder.ui.keys.keymap import Target
from practicecoder.ui.keys.texts import native
from practicecoder.ui.theme import DOUBLE, SPACE, Look, dress
from practicecoder.ui.widgets.flow import Flow
from practicecoder.ui.widgets.labels import button, label

CAPTURE_WIDTH = 200


class KeyForm(QFrame):
    """Changes the keys of the command it shows, in the draft."""

    changed = Signal()
    left = Signal()
    """Escape in the empty field, or a key was given: the table goes on."""

    def __init__(self, draft: KeymapDraft, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        dress(self, Look.CARD)
        self._draft = draft
        self._target: Target | None = None
        self._title = label("", self, Look.HEADING, wrapped=True)
        self.capture = KeyCapture(self.tr("New key"), self)
        self.capture.setMinimumWidth(CAPTURE_WIDTH)
        self.capture.captured.connect(self._judge)
        self.capture.cancelled.connect(self._cancel)
        self.add_key = button(self.tr("Add this key"), self, self._add, look=Look.PRIMARY)
        self.only = button(self.tr("Use only this key"), self, self._use_only)
        self.take = button(self.tr("Take the key over"), self, self._take_over)
        self.remove = button(self.tr("Remove all keys"), self, self._remove)
        self.reset = button(self.tr("Reset"), self, self._reset)
        self.verdict = label("", self, Look.MUTED, wrapped=True)
        self._lay_out()
        self.show_target(None)

    def show_target(self, target: Target | None) -> None:
        """Show another command; None while none is chosen."""
        if target != self._target:
            self.capture.show_key("")
        self._target = target
        self.setEnabled(target is not None)
        self.capture.bare = target is not None and not isinstance(target, ActionId)
        self.refresh()

    def refresh(self) -> None:
        """Show the draft as it stands."""
        target, keymap = self._target, self._draft.keymap
        if target is None:
            self._title.setText(self.tr("Choose a command to change its keys."))
        else:
            keys = keymap.words_of_keys(target) or self.tr("no key")
            self._title.setText(self.tr("{0}: {1}").format(place_of(target), keys))
            self.remove.setEnabled(bool(keymap.keys_of(target)))
            self.reset.setEnabled(keymap.keys_of(target) != self._draft.base.keys_of(target))
        self._judge(self.capture.key)

    # What the buttons do

    def _add(self) -> None:
        assert self._target is not None
        keys = self._draft.keymap.keys_of(self._target)
        self._give((*keys, self.capture.key))

    def _use_only(self) -> None:
        self._give((self.capture.key,))

    def _remove(self) -> None:
        self._give(())

    def _take_over(self) -> None:
        assert self._target is not None
        self._draft.take_over(self._target, self.capture.key)
        self._done()

    def _reset(self) -> None:
        assert self._target is not None
        self._draft.reset(self._target)
        self._done()

    def _give(self, keys: tuple[str, ...]) -> None:
        assert self._target is not None
        self._draft.set_keys(self._target, keys)
        self._done()

    def _done(self) -> None:
        assert self._target is not None
        self.capture.show_key("")
        self.left.emit()  # before the buttons go, lest the focus goes astray
        self.refresh()
        self.changed.emit()
        announce(self, self._title.text())

    def _cancel(self) -> None:
        """Forget the key that was pressed; if there was none, go back."""
        if self.capture.key:
            self.capture.show_key("")
            self._judge("")
        else:
            self.left.emit()

    # Inside

    def _judge(self, key: str) -> None:
        """Say whether a key can be used, and offer what can be done with it."""
        usable, may_take, words = False, False, ""
        if self._target is not None and key:
            forbidden = forbidden_key(self._target, key)
            others = others_with(self._draft.keymap, self._target, key)
            if forbidden is not None:
                words = Clash(kind=forbidden, key=key, targets=(self._target,)).sentence
            elif others:
                may_take = True
                names = self.tr(" and of ").join(place_of(other) for other in others)
                words = self.tr("{0} is the key of {1}. You can take it over.").format(
                    native(key), names
                )
            elif key in self._draft.keymap.keys_of(self._target):
                words = self.tr("{0} is its key already.").format(native(key))
            else:
                usable = True
        self.add_key.setEnabled(usable)
        self.only.setEnabled(usable)
        self.take.setVisible(may_take)
        dress(self.verdict, Look.ERROR if words else Look.MUTED)
        self.verdict.setText(words or self.tr("Press the new keys in the field, then choose."))
        if words:
            announce(self, words, assertive=True)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(DOUBLE, SPACE, DOUBLE, SPACE)
        layout.setSpacing(SPACE)
        layout.addWidget(self._title)
        row = Flow(self)
        for part in (self.capture, self.add_key, self.only, self.take, self.remove, self.reset):
            row.add(part)
        layout.addWidget(row)
        layout.addWidget(self.verdict)
