"""What lets the media library read an encrypted recording: decrypted bytes, a piece at a time."""

from __future__ import annotations

import logging
import os
import threading
from typing import BinaryIO

from PySide6.QtCore import QIODevice, QObject, Signal

log = logging.getLogger(__name__)


class DecryptingDevice(QIODevice):
    """A readable, seekable device over an open recording; only the encrypted file is open.

    The media library reads it in a thread of its own, so each method is short and none may
    raise: an exception in an override would end the process. A piece that cannot be decrypted
    ends the sound there, and ``broken`` is emitted once, in the thread that read.

    Parameters
    ----------
    sound
        The decrypted recording, readable and seekable. The device owns it from here on.
    """

    broken = Signal()

    def __init__(self, sound: BinaryIO, parent: QObject) -> None:
        super().__init__(parent)
        self._sound: BinaryIO | None = sound
        self._one_at_a_time = threading.Lock()
        self._is_broken = False
        self._size = sound.seek(0, os.SEEK_END)
        # Unbuffered: Qt's own buffer would keep decrypted sound, and copy it once more.
        self.open(QIODevice.OpenModeFlag.ReadOnly | QIODevice.OpenModeFlag.Unbuffered)

    @property
    def is_broken(self) -> bool:
        """Whether a piece could not be decrypted."""
        return self._is_broken

    def isSequential(self) -> bool:
        """Any place can be read."""
        return False

    def size(self) -> int:
        """Length of the decrypted recording in bytes."""
        return self._size

    def atEnd(self) -> bool:
        """Whether nothing more can be read; so too after damage, or the library would try on."""
        return self._is_broken or self._sound is None or self.pos() >= self._size

    def readData(self, most: int, /) -> bytes:
        """Decrypt what lies at the position; nothing once the device is closed or broken."""
        try:
            with self._one_at_a_time:
                if self._is_broken or self._sound is None:
                    return b""
                self._sound.seek(self.pos())
                return self._sound.read(most) or b""
        except Exception as error:  # noqa: BLE001 - nothing may leave an override
            self._note_damage(error)
            return b""

    def writeData(self, _data: bytes | bytearray | memoryview, _length: int, /) -> int:
        """Refuse to write."""
        return -1

    def let_go(self) -> None:
        """Close the encrypted file; what still reads gets nothing more."""
        with self._one_at_a_time:
            sound, self._sound = self._sound, None
        if sound is not None:
            sound.close()

    def _note_damage(self, error: Exception) -> None:
        if not self._is_broken:
            self._is_broken = True
            log.info("an encrypted recording cannot be read: %s", type(error).__name__)
            self.broken.emit()
