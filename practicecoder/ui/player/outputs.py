"""Whether this computer has anything that sound comes out of, as Qt Multimedia tells it."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QObject, Signal, SignalInstance
from PySide6.QtMultimedia import QAudioDevice, QMediaDevices

_SILENT_SINKS = frozenset({b"auto_null"})
"""What PulseAudio and PipeWire offer where there is no device, so that programs have one."""


class Outputs(Protocol):
    """The devices for sound. Signal: ``changed()``, when one has come or gone."""

    changed: SignalInstance

    @property
    def is_there(self) -> bool:
        """Whether there is a device that sound comes out of."""

    @property
    def preferred(self) -> QAudioDevice | None:
        """The device to play on; None to leave it with the library."""

    def holds(self, device: QAudioDevice) -> bool:
        """Whether a device is still there, and worth to go on with."""


class SystemOutputs(QObject):
    """The devices of this computer, looked at anew whenever they are asked for."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._devices = QMediaDevices(self)
        self._devices.audioOutputsChanged.connect(self.changed)

    @property
    def is_there(self) -> bool:
        """Whether there is a device that sound comes out of; a silent stand-in is none."""
        return any(sounds(device) for device in QMediaDevices.audioOutputs())

    @property
    def preferred(self) -> QAudioDevice | None:
        """The system's default device; None without any."""
        device = QMediaDevices.defaultAudioOutput()
        return None if device.isNull() else device

    def holds(self, device: QAudioDevice) -> bool:
        """Whether a device is still there, and not a silent stand-in."""
        return sounds(device) and device in QMediaDevices.audioOutputs()


def sounds(device: QAudioDevice) -> bool:
    """Whether a device is one that sound comes out of, not a stand-in for it."""
    return bytes(device.id().data()) not in _SILENT_SINKS
