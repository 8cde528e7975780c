from pathlib import Path

import pytest

from practicecoder.errors import EncryptedFileError
from practicecoder.vault.encrypted_file import encrypt_file
from practicecoder.vault.sound_file import SoundFile

KEY = bytes(range(32))


def test_plain_and_encrypted_sounds_are_opened_alike(tmp_path: Path) -> None:
    plain, encrypted = tmp_path / "made-up.wav", tmp_path / "made-up.enc"
    plain.write_bytes(bytes(range(256)) * 1000)
    encrypt_file(plain, encrypted, KEY)
    for sound in (SoundFile(plain), SoundFile(encrypted, KEY)):
        with sound.open() as file:
            file.seek(100_000)
            assert file.read(4) == (bytes(range(256)) * 1000)[100_000:100_004]


def test_the_key_is_not_told(tmp_path: Path) -> None:
    assert repr(KEY) not in repr(SoundFile(tmp_path / "made-up.enc", KEY))


def test_another_key_is_refused(tmp_path: Path) -> None:
    plain = tmp_path / "made-up.wav"
    plain.write_bytes(b"made up")
    encrypt_file(plain, tmp_path / "made-up.enc", KEY)
    with pytest.raises(EncryptedFileError):
        SoundFile(tmp_path / "made-up.enc", bytes(32)).open()
