"""What is wrong with the sound, told in the page while coding goes on."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtWidgets import QWidget

from practicecoder.services.relinking import SoundState
from practicecoder.ui.accessibility import announce
from practicecoder.ui.widgets.notice import Notices


class Trouble(Enum):
    """What a sentence is about; there is one about each at most."""

    SOUND = auto()
    OUTPUT = auto()
    PEAKS = auto()
    SPEECH = auto()


class SoundNotices(Notices):
    """Sentences about the sound, with the one that coding is possible all the same."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setAccessibleName(self.tr("About the sound"))
        self._told: dict[Trouble, str] = {}

    def tell(self, about: Trouble, text: str, *, aloud: bool = True) -> None:
        """Say what is wrong, in place of what was said about the same; empty: nothing any more.

        ``aloud`` has it read out, which is too much while a session is being opened.
        """
        if not text:
            self._told.pop(about, None)
        else:
            self._told[about] = text
            if aloud:
                announce(self, text, assertive=True)
        self._show()

    def tell_no_recording(self, *, is_deleted: bool) -> None:
        """Say that there is nothing to hear, or no more; not aloud."""
        words = self.tr("This session has no recording.")
        if is_deleted:
            words = self.tr(
                "The sound of this session was deleted on its day, as the study had agreed. "
                "Everything that was coded is here."
            )
        self.tell(Trouble.SOUND, words, aloud=False)

    def tell_not_whole(self, state: SoundState) -> None:
        """Say why a recording is not played; then nothing else about it matters."""
        for about in (Trouble.PEAKS, Trouble.OUTPUT):
            self.tell(about, "")
        self.tell(
            Trouble.SOUND,
            self.tr("The recording is missing from the study folder.")
            if state is SoundState.MISSING
            else self.tr(
                "The recording was altered since it was added to the study, so it is not played."
            ),
        )

    def tell_output(self, *, is_silent: bool) -> None:
        """Say that nothing can be heard, or no longer say so."""
        words = self.tr("No sound output: playing is silent and does not count as heard.")
        self.tell(Trouble.OUTPUT, words if is_silent else "")

    def clear(self) -> None:
        """Forget everything, for another session."""
        self._told = {}
        self._show()

    def _show(self) -> None:
        if self._told:
            all_the_same = self.tr("The session can be coded all the same.")
            self.show_texts([" ".join([*self._told.values(), all_the_same])])
        else:
            self.show_texts([])
