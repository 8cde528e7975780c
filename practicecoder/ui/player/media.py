"""What the player needs of a media library."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import SignalInstance

if TYPE_CHECKING:
    from practicecoder.vault.sound_file import SoundFile


class Media(Protocol):
    """A media library with one recording open.

    Signals: ``loaded(int)`` with the duration in ms, ``moved(int)`` with the position in ms every
    tenth of a second or so, ``ended()``, ``failed(str)`` with a sentence, ``output_changed()``.
    """

    loaded: SignalInstance
    moved: SignalInstance
    ended: SignalInstance
    failed: SignalInstance
    output_changed: SignalInstance

    @property
    def has_output(self) -> bool:
        """Whether there is a device that sound comes out of."""

    @property
    def position_ms(self) -> int:
        """Where the library believes to be."""

    def load(self, sound: SoundFile) -> None:
        """Open a recording, encrypted or not; ``loaded`` or ``failed`` follow."""

    def clear(self) -> None:
        """Close the file."""

    def play(self) -> None:
        """Play from where it is."""

    def pause(self) -> None:
        """Stay where it is."""

    def seek(self, position_ms: int) -> None:
        """Go to a position; may be forgotten by the library."""

    def set_speed(self, speed: float) -> None:
        """Play at a multiple of the recorded speed, with the pitch kept."""

    def set_volume(self, volume: float, *, muted: bool) -> None:
        """Set the loudness, 0 to 1."""
