"""Qt Multimedia as the player's media library; importing this loads it."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, QUrl, Signal
from PySide6.QtMultimedia import QAudioOutput, QMediaPlayer

from practicecoder.errors import PracticeCoderError
from practicecoder.ui.languages import QT_TRANSLATE_NOOP, translate
from practicecoder.ui.player.decrypting_device import DecryptingDevice
from practicecoder.ui.player.outputs import Outputs

if TYPE_CHECKING:
    from practicecoder.vault.sound_file import SoundFile

log = logging.getLogger(__name__)

_GIVE_UP_LOADING_MS = 15_000
_CANNOT_OPEN = QT_TRANSLATE_NOOP(
    "Sound",
    "The recording cannot be played: its file is missing or damaged. Nothing of your coding is "
    "lost. Ask the lead to check the study's recordings.",
)
_DECRYPTED = QUrl("recording")
"""What the library takes the sound of a device to be called; it tells formats by their bytes."""


class QtMedia(QObject):
    """One QMediaPlayer and one QAudioOutput, which live as long as the window.

    ``outputs`` tells whether there is a device, and which to go on with when one is unplugged.
    An encrypted recording is read through a :class:`DecryptingDevice`; the library must have let
    go of one before it is given another, or both wait for each other for ever.
    """

    loaded = Signal(int)
    moved = Signal(int)
    ended = Signal()
    failed = Signal(str)
    output_changed = Signal()

    def __init__(self, outputs: Outputs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._outputs = outputs
        self._is_loading = False
        self._is_broken = False
        self._device: DecryptingDevice | None = None
        self._output = QAudioOutput(self)
        # Without this the first stop or seek can freeze the whole process: the output's signal
        # lock and Python's lock wait for each other (Qt 6.11).
        self._output.volumeChanged.connect(_ignore)
        self._output.volumeChanged.disconnect(_ignore)
        self._media = QMediaPlayer(self)
        self._media.setAudioOutput(self._output)
        if hasattr(self._media, "setPitchCompensation"):
            self._media.setPitchCompensation(True)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(_GIVE_UP_LOADING_MS)
        self._patience.timeout.connect(self._give_up)
        self._media.positionChanged.connect(self._note_position)
        self._media.mediaStatusChanged.connect(self._note_status)
        self._media.errorOccurred.connect(self._note_error)
        self._had_output = self.has_output
        outputs.changed.connect(self._note_devices)

    @property
    def is_available(self) -> bool:
        """Whether this system can play anything."""
        return bool(self._media.isAvailable())

    @property
    def has_output(self) -> bool:
        """Whether there is a device that sound comes out of."""
        return self._outputs.is_there

    @property
    def position_ms(self) -> int:
        """Where Qt believes to be."""
        return int(self._media.position())

    def load(self, sound: SoundFile) -> None:
        """Open a recording; ``loaded`` or ``failed`` follow."""
        self.clear()
        self._is_loading, self._is_broken = True, False
        self._patience.start()
        if sound.key is None:
            self._media.setSource(QUrl.fromLocalFile(str(sound.path)))
        else:
            self._load_encrypted(sound)

    def clear(self) -> None:
        """Close the file, which on Windows also lets go of it."""
        self._is_loading = False
        self._patience.stop()
        if not self._media.source().isEmpty():
            self._media.setSource(QUrl())
        device, self._device = self._device, None
        if device is not None:
            device.let_go()
            device.deleteLater()

    def play(self) -> None:
        """Play from where it is."""
        self._media.play()

    def pause(self) -> None:
        """Stay where it is."""
        self._media.pause()

    def seek(self, position_ms: int) -> None:
        """Go to a position."""
        self._media.setPosition(position_ms)

    def set_speed(self, speed: float) -> None:
        """Play at a multiple of the recorded speed, with the pitch kept."""
        self._media.setPlaybackRate(speed)

    def set_volume(self, volume: float, *, muted: bool) -> None:
        """Set the loudness, 0 to 1."""
        self._output.setVolume(volume)
        self._output.setMuted(muted)

    def _load_encrypted(self, sound: SoundFile) -> None:
        try:
            device = DecryptingDevice(sound.open(), self)
        except (OSError, PracticeCoderError) as error:
            log.info("an encrypted recording cannot be opened: %s", type(error).__name__)
            self._break_off()
            return
        # Damage is met in the library's thread; what follows belongs to the window's.
        device.broken.connect(self._note_damage, Qt.ConnectionType.QueuedConnection)
        self._device = device
        self._media.setSourceDevice(device, _DECRYPTED)

    def _note_damage(self) -> None:
        if self._device is not None and self._device.is_broken:  # not the one before
            self._give_up()

    def _note_position(self, position_ms: int) -> None:
        if not self._is_loading:
            self.moved.emit(position_ms)

    def _note_status(self, status: QMediaPlayer.MediaStatus) -> None:
        ready = (QMediaPlayer.MediaStatus.LoadedMedia, QMediaPlayer.MediaStatus.BufferedMedia)
        if status in ready and self._is_loading:
            self._is_loading = False
            self._patience.stop()
            self.loaded.emit(self._media.duration())
        elif status is QMediaPlayer.MediaStatus.EndOfMedia:
            self.ended.emit()
        elif status is QMediaPlayer.MediaStatus.InvalidMedia:
            self._give_up()

    def _note_error(self, error: QMediaPlayer.Error, _text: str) -> None:
        # The library's own text names the file and is not for people.
        if error is not QMediaPlayer.Error.NoError:
            self._give_up()

    def _give_up(self) -> None:
        if not self._is_broken and not self._media.source().isEmpty():
            self._break_off()

    def _break_off(self) -> None:
        self._is_broken, self._is_loading = True, False
        # Not from within the library's own signal, which may be half way through something.
        QTimer.singleShot(0, self, self._drop)

    def _drop(self) -> None:
        if self._is_broken:
            self.clear()
            self.failed.emit(translate("Sound", _CANNOT_OPEN))

    def _note_devices(self) -> None:
        preferred = self._outputs.preferred
        if preferred is not None and not self._outputs.holds(self._output.device()):
            self._output.setDevice(preferred)  # what was played on is unplugged, or there was none
        if self.has_output is not self._had_output:
            self._had_output = self.has_output
            self.output_changed.emit()


def _ignore(_volume: float) -> None:
    pass
