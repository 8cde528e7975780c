"""Leaving silences out while playing: looked for when first needed, shown on the waveform."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from practicecoder.domain.spans import TimeSpan
from practicecoder.errors import PracticeCoderError
from practicecoder.ui.accessibility import announce
from practicecoder.ui.coding.sound_notices import SoundNotices, Trouble
from practicecoder.ui.coding.sound_work import SoundWork
from practicecoder.ui.coding.view_bar import ViewBar
from practicecoder.ui.player import Player
from practicecoder.ui.widgets.waveform_view import WaveformView

if TYPE_CHECKING:
    from practicecoder.audio.speech_activity import SpeechActivity


class Silences(QObject):
    """Has the player skip silences; ``reader`` has it read out."""

    found = Signal()
    """Where somebody speaks is known."""

    def __init__(
        self,
        player: Player,
        work: SoundWork,
        waveform: WaveformView,
        views: ViewBar,
        notices: SoundNotices,
        reader: QWidget,
    ) -> None:
        super().__init__(reader)
        self._player = player
        self._work = work
        self._waveform = waveform
        self._views = views
        self._notices = notices
        self._reader = reader
        self._speech: SpeechActivity | None = None
        work.speech_found.connect(self._take)
        work.speech_failed.connect(self._failed)
        work.speech_progress.connect(views.show_silence_search)

    @property
    def speech(self) -> tuple[TimeSpan, ...]:
        """Where somebody speaks; nothing as long as that is not known."""
        return () if self._speech is None else self._speech.spans

    def forget(self) -> None:
        """Forget where somebody speaks, for another recording."""
        self._speech = None
        self._waveform.set_speech(None)

    def look_if_wanted(self) -> None:
        """Look for silences in a recording that was just opened, if they are skipped."""
        if self._player.skip_silence:
            self._work.find_speech()

    def toggle(self) -> None:
        """Leave silences out while playing, or play them; they are looked for when needed."""
        self._player.skip_silence = not self._player.skip_silence
        is_on = self._player.skip_silence
        self._views.show_skip_silence(is_on)
        words = self.tr("Silences are skipped") if is_on else self.tr("Silences are played")
        announce(self._reader, words)
        if is_on and self._speech is None:
            self._work.find_speech()

    def _take(self, speech: SpeechActivity) -> None:
        self._speech = speech
        self._player.set_silences(speech.silences)
        self._waveform.set_speech(speech.spans)
        self._views.show_silence_search(None)
        self.found.emit()

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, PracticeCoderError):
            raise error
        self._player.skip_silence = False
        self._views.show_skip_silence(False)
        self._views.show_silence_search(None)
        self._notices.tell(Trouble.SPEECH, self.tr("Silences cannot be found in this recording."))
