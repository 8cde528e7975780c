"""Work on the sound beside the window: the waveform's peaks, who speaks when, spectrograms."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from practicecoder.audio.cache import SoundCache
from practicecoder.audio.peaks import Peaks
from practicecoder.domain.ids import Fingerprint
from practicecoder.domain.spans import TimeSpan
from practicecoder.errors import PracticeCoderError
from practicecoder.ui.tasks import TaskControl, TaskHandle, run_task
from practicecoder.ui.widgets.timeline_scene import SpectrogramShown
from practicecoder.ui.widgets.waveform_view import WaveformView
from practicecoder.vault.sound_file import SoundFile

if TYPE_CHECKING:
    from practicecoder.audio.spectrogram import Spectrogram, TooLong
    from practicecoder.audio.speech_activity import SpeechActivity

REST_MS = 200
"""How long zoom and scroll rest before a spectrogram is computed."""
LONGEST_SPECTROGRAM_MS = 600_000
_LOWEST_ROWS, _MOST_COLUMNS = 32, 4_000


class SoundWork(QObject):
    """Tasks on the recording on the desk; what comes of them, or why nothing does.

    A recording that is closed takes its tasks with it.
    """

    peaks_made = Signal(object)
    """Peaks of all of the recording, or of its beginning."""
    peaks_failed = Signal(object)
    speech_found = Signal(object)
    """A SpeechActivity."""
    speech_failed = Signal(object)
    speech_progress = Signal(float)
    """Share of the search that is done, 0 to 1."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._recording: SoundFile | None = None
        self._fingerprint: Fingerprint | None = None
        self._cache: SoundCache | None = None
        self._tasks: dict[str, TaskHandle] = {}

    @property
    def recording(self) -> SoundFile | None:
        """The recording on the desk; None if there is none."""
        return self._recording

    def open(self, recording: SoundFile, fingerprint: Fingerprint, cache: SoundCache) -> None:
        """Take a recording, and begin with its peaks."""
        self.close()
        self._recording, self._fingerprint, self._cache = recording, fingerprint, cache
        self._make_peaks(recording, fingerprint, cache)

    def close(self) -> None:
        """Let go of the recording."""
        for task in self._tasks.values():
            task.cancel()
        self._tasks.clear()
        self._recording = None

    def find_speech(self) -> None:
        """Look for speech, once; answered by ``speech_found`` or ``speech_failed``."""
        recording, fingerprint, cache = self._recording, self._fingerprint, self._cache
        if recording is None or fingerprint is None or cache is None or "speech" in self._tasks:
            return

        def work(control: TaskControl[float]) -> SpeechActivity:
            from practicecoder.audio.speech_activity import cached_speech

            return cached_speech(
                recording,
                fingerprint,
                cache,
                cancelled=control.is_cancelled,
                on_progress=control.report,
            )

        def failed(error: Exception) -> None:
            self._tasks.pop("speech", None)
            self.speech_failed.emit(error)

        self._tasks["speech"] = run_task(
            self,
            work,
            on_success=self.speech_found.emit,
            on_failure=failed,
            on_progress=self.speech_progress.emit,
        )

    def make_spectrogram(
        self,
        span: TimeSpan,
        columns: int,
        rows: int,
        *,
        on_success: Callable[[Spectrogram | TooLong], object],
        on_failure: Callable[[Exception], object],
    ) -> None:
        """Compute the spectrogram of a stretch; one that is still being computed is given up."""
        self.stop_spectrogram()
        recording = self._recording
        if recording is None:
            return

        def work(control: TaskControl[object]) -> Spectrogram | TooLong:
            from practicecoder.audio.spectrogram import spectrogram

            return spectrogram(
                recording, span, width=columns, height=rows, cancelled=control.is_cancelled
            )

        self._tasks["spectrogram"] = run_task(
            self,
            work,
            on_success=on_success,
            on_failure=on_failure,
            on_progress=lambda _: None,
        )

    def stop_spectrogram(self) -> None:
        """Give up a spectrogram that is being computed."""
        task = self._tasks.pop("spectrogram", None)
        if task is not None:
            task.cancel()

    def _make_peaks(
        self, recording: SoundFile, fingerprint: Fingerprint, cache: SoundCache
    ) -> None:
        def work(control: TaskControl[Peaks]) -> Peaks:
            from practicecoder.audio.peaks_making import cached_peaks

            return cached_peaks(
                recording,
                fingerprint,
                cache,
                cancelled=control.is_cancelled,
                on_partial=control.report,
            )

        self._tasks["peaks"] = run_task(
            self,
            work,
            on_success=self.peaks_made.emit,
            on_failure=self.peaks_failed.emit,
            on_progress=self.peaks_made.emit,
        )


class VisibleSpectrogram(QObject):
    """Keeps the spectrogram of what is in view, while it is wanted."""

    def __init__(self, work: SoundWork, waveform: WaveformView, parent: QObject) -> None:
        super().__init__(parent)
        self._work = work
        self._waveform = waveform
        self._shown: SpectrogramShown | None = None
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self._make)
        waveform.view_changed.connect(self._view_changed)

    @property
    def is_on(self) -> bool:
        """Whether it is wanted."""
        return self._shown is not None

    def set_on(self, on: bool) -> None:
        """Show or hide it."""
        if on is self.is_on:
            return
        self._rest.stop()
        self._work.stop_spectrogram()
        self._shown = None
        if on:
            self.refresh()
        else:
            self._waveform.set_spectrogram(None)

    def refresh(self) -> None:
        """Forget what is shown and compute anew: another recording is open."""
        self._show(SpectrogramShown(message=self._words()))
        self._rest.start()

    # Inside

    def _view_changed(self) -> None:
        if self._shown is None:
            return
        self._rest.start()
        if self._words() != self._shown.message:
            self._say(self._words())

    def _words(self) -> str:
        """Words in its place, as long as there is no spectrogram of this stretch."""
        if self._work.recording is None:
            return self.tr("No recording")
        if self._waveform.view.duration_ms > LONGEST_SPECTROGRAM_MS:
            return self.tr("Zoom in to ten minutes or less to see the spectrogram.")
        if self._shown is None or self._shown.levels_db is None:
            return self.tr("The spectrogram is being computed")
        return ""

    def _make(self) -> None:
        view, size = self._waveform.view, self._waveform.spectrogram_size
        can_be = 0 < view.duration_ms <= LONGEST_SPECTROGRAM_MS
        if self._shown is None or self._work.recording is None or not can_be:
            self._work.stop_spectrogram()
            return
        self._work.make_spectrogram(
            view,
            min(max(1, size.width()), _MOST_COLUMNS),
            max(_LOWEST_ROWS, size.height()),
            on_success=self._take,
            on_failure=self._failed,
        )

    def _take(self, made: Spectrogram | TooLong) -> None:
        from practicecoder.audio.spectrogram import Spectrogram

        if self._shown is not None and isinstance(made, Spectrogram):
            self._show(SpectrogramShown(span=made.span, levels_db=made.levels, top_hz=made.top_hz))

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, PracticeCoderError):
            raise error
        if self._shown is not None:
            words = self.tr("The spectrogram cannot be shown.")
            self._say(f"{words} {error.user_message}")

    def _say(self, words: str) -> None:
        """Put words in the place of a picture; what was computed no longer fits."""
        if words:
            self._show(SpectrogramShown(message=words))

    def _show(self, shown: SpectrogramShown) -> None:
        self._shown = shown
        self._waveform.set_spectrogram(shown)
