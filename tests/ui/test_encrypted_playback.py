from __future__ import annotations

import faulthandler
import io
import random
import wave
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO

import numpy as np
import pytest
from PySide6.QtCore import QIODevice, QObject
from pytestqt.qtbot import QtBot

from practicecoder.domain.spans import TimeSpan, union
from practicecoder.errors import EncryptedFileError
from practicecoder.ui.player import Player, PlayerState, make_player
from practicecoder.ui.player.decrypting_device import DecryptingDevice
from practicecoder.vault.encrypted_file import CHUNK_BYTES, encrypt_file
from practicecoder.vault.sound_file import SoundFile
from tests.sound_device import plug_in

KEY = bytes(range(32))

real = pytest.mark.qt_log_ignore(
    "pipewire",
    "No audio device detected",
    "PulseAudioService",
    "Could not open media",
    "AVPacket with pts == AV_NOPTS_VALUE",
)


class Damaged(io.BytesIO):
    """Content of which the second half cannot be decrypted."""

    def read(self, size: int | None = -1, /) -> bytes:
        if self.tell() >= len(self.getvalue()) // 2:
            raise EncryptedFileError
        return super().read(size)


@pytest.fixture
def owner(qtbot: QtBot) -> Iterator[QObject]:
    made = QObject()
    yield made
    made.deleteLater()


def device_over(content: BinaryIO, owner: QObject) -> DecryptingDevice:
    return DecryptingDevice(content, owner)


# The device


def test_device_reads_like_the_content_at_any_place(owner: QObject) -> None:
    content = np.random.default_rng(1).bytes(200_000)
    device = device_over(io.BytesIO(content), owner)
    assert device.openMode() & QIODevice.OpenModeFlag.ReadOnly
    assert not device.isSequential()
    assert device.size() == 200_000
    assert device.read(10).data() == content[:10]
    for place in (150_000, 0, 199_990, 65_535):
        assert device.seek(place)
        assert device.read(100).data() == content[place : place + 100]
    device.seek(200_000)
    assert device.atEnd()
    assert device.read(5).data() == b""


def test_damage_ends_the_sound_there_and_is_told_once(owner: QObject) -> None:
    device = device_over(Damaged(bytes(1_000)), owner)
    told: list[bool] = []
    device.broken.connect(lambda: told.append(True))
    assert len(device.read(100).data()) == 100
    device.seek(600)
    assert device.read(100).data() == b""
    assert device.read(100).data() == b""
    assert device.atEnd()  # or the library would try again without end
    assert device.is_broken
    assert told == [True]


def test_device_that_let_go_reads_nothing_and_closed_the_file(owner: QObject) -> None:
    content = io.BytesIO(bytes(1_000))
    device = device_over(content, owner)
    device.let_go()
    assert content.closed
    assert device.read(100).data() == b""
    assert device.atEnd()
    assert not device.is_broken


# The real library


@pytest.fixture(scope="module")
def tone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Twelve seconds of a quiet tone."""
    path = tmp_path_factory.mktemp("tone") / "tone.wav"
    samples = 3_000 * np.sin(np.arange(12 * 16_000) * 2 * np.pi * 330 / 16_000)
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(16_000)
        file.writeframes(samples.astype("<i2").tobytes())
    return path


@pytest.fixture
def sealed(tone: Path, tmp_path: Path) -> SoundFile:
    """The tone, encrypted; its name says nothing."""
    path = tmp_path / "8f2c"
    encrypt_file(tone, path, KEY)
    return SoundFile(path, KEY)


@pytest.fixture
def player(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Player]:
    plug_in(monkeypatch)
    made = make_player()
    if not made.is_available:
        pytest.skip("Qt Multimedia has no media library here")
    yield made
    made.clear()
    made.deleteLater()


@real
def test_encrypted_recording_plays_from_a_seek_made_while_loading(
    qtbot: QtBot, player: Player, sealed: SoundFile
) -> None:
    heard: list[TimeSpan] = []
    player.listened.connect(lambda span, _speed: heard.append(span))
    player.load(sealed)
    player.seek(3_000)
    player.play()
    qtbot.waitUntil(lambda: player.position_ms > 3_300)
    assert player.duration_ms == 12_000
    player.pause()
    (span,) = union(heard)
    assert span.start_ms == 3_000


@real
def test_end_of_an_encrypted_recording_is_reached(
    qtbot: QtBot, player: Player, sealed: SoundFile
) -> None:
    player.load(sealed)
    player.seek(11_700)
    with qtbot.waitSignal(player.reached_end):
        player.play()
    assert player.position_ms == 12_000


@real
@pytest.mark.parametrize("place", [0.0, 0.01])
def test_recording_that_was_altered_is_not_played_and_not_named(
    qtbot: QtBot, player: Player, sealed: SoundFile, place: float
) -> None:
    flip(sealed.path, place)
    with qtbot.waitSignal(player.failed) as told:
        player.load(sealed)
        player.play()
    assert told.args is not None
    assert "cannot be played" in told.args[0]
    assert sealed.path.name not in told.args[0]
    assert player.state is PlayerState.NO_RECORDING


@real
def test_damage_in_the_middle_is_told_when_it_is_met(
    qtbot: QtBot, player: Player, sealed: SoundFile
) -> None:
    flip(sealed.path, 0.8)
    player.load(sealed)
    qtbot.waitUntil(lambda: player.state is PlayerState.PAUSED)
    with qtbot.waitSignal(player.failed):
        player.seek(9_000)
        player.play()
    assert player.state is PlayerState.NO_RECORDING


@real
def test_key_of_another_recording_opens_nothing(
    qtbot: QtBot, player: Player, sealed: SoundFile
) -> None:
    with qtbot.waitSignal(player.failed):
        player.load(SoundFile(sealed.path, bytes(32)))
    assert player.state is PlayerState.NO_RECORDING


@real
def test_hundred_changes_between_plain_and_encrypted_end_well(
    qtbot: QtBot, player: Player, tone: Path, sealed: SoundFile
) -> None:
    """A watchdog kills the test run with all stacks if the process freezes."""
    chance = random.Random(20261121)
    sounds = (sealed, SoundFile(tone), sealed)
    acts: list[Callable[[], object]] = [
        player.play,
        player.pause,
        player.clear,
        lambda: player.seek(chance.randrange(14_000)),
        lambda: player.set_speed(chance.randrange(5, 21) / 10),
        lambda: player.set_loop(TimeSpan(2_000, 2_300)),
    ]
    faulthandler.dump_traceback_later(60, exit=True)
    try:
        for number in range(100):
            player.load(sounds[number % 3])
            for _ in range(chance.randrange(4)):
                chance.choice(acts)()
                with qtbot.waitSignal(player.position_changed, timeout=10, raising=False):
                    pass
        player.load(sealed)
        player.play()
        qtbot.waitUntil(lambda: player.position_ms > 100)
    finally:
        faulthandler.cancel_dump_traceback_later()


def flip(path: Path, place: float) -> None:
    """Alter one byte of a chunk, at a share of the file."""
    content = bytearray(path.read_bytes())
    at = round(place * (len(content) - 1))
    content[at] ^= 1
    assert len(content) > 2 * CHUNK_BYTES
    path.write_bytes(content)
