from pathlib import Path

import pytest

from practicecoder.errors import KeysDamagedError
from practicecoder.vault.audio_keys import NAMES, AudioKey, AudioKeys
from practicecoder.vault.study_key import StudyKey

KEY = StudyKey(bytes(range(32)))


@pytest.fixture
def keys(tmp_path: Path) -> AudioKeys:
    return AudioKeys(tmp_path, KEY)


def test_each_recording_has_a_key_and_a_meaningless_name_of_its_own(
    keys: AudioKeys, tmp_path: Path
) -> None:
    first, second = keys.add("one.wav"), keys.add("two.wav")
    assert first.key != second.key
    assert first.file_name != second.file_name
    assert "one" not in first.file_name
    assert keys.add("one.wav") == first
    assert AudioKeys(tmp_path, KEY).find("two.wav") == second
    assert keys.all() == {"one.wav": first, "two.wav": second}
    assert keys.find("three.wav") is None
    assert first.key.hex() not in repr(first)


def test_a_key_made_elsewhere_is_kept(keys: AudioKeys) -> None:
    made = AudioKey("made-up.enc", bytes(32))
    keys.put("one.wav", made)
    assert keys.find("one.wav") == made


def test_a_destroyed_key_is_in_neither_file(keys: AudioKeys, tmp_path: Path) -> None:
    keys.add("one.wav")
    kept = keys.add("two.wav")
    keys.destroy("one.wav")
    keys.destroy("one.wav")
    for name in NAMES:
        for other in NAMES:
            (tmp_path / other).replace(tmp_path / f"{other}.away")
        (tmp_path / f"{name}.away").replace(tmp_path / name)
        assert AudioKeys(tmp_path, KEY).all() == {"two.wav": kept}
        for other in NAMES:
            away = tmp_path / f"{other}.away"
            if away.exists():
                away.replace(tmp_path / other)


def test_nothing_of_a_name_or_key_is_in_the_files(keys: AudioKeys, tmp_path: Path) -> None:
    made = keys.add("made-up-canary.wav")
    for name in NAMES:
        content = (tmp_path / name).read_bytes()
        assert b"canary" not in content
        assert made.key.hex().encode() not in content
        assert (tmp_path / name).stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("damaged", NAMES)
@pytest.mark.parametrize("damage", ["gone", "cut", "flipped"])
def test_either_file_stands_for_the_other_and_is_mended(
    keys: AudioKeys, tmp_path: Path, damaged: str, damage: str
) -> None:
    made = keys.add("one.wav")
    file = tmp_path / damaged
    content = bytearray(file.read_bytes())
    if damage == "gone":
        file.unlink()
    elif damage == "cut":
        file.write_bytes(content[:-1])
    else:
        content[-20] ^= 1
        file.write_bytes(content)
    assert keys.find("one.wav") == made
    assert keys.mend()
    assert not keys.mend()
    (tmp_path / next(name for name in NAMES if name != damaged)).unlink()
    assert keys.find("one.wav") == made


def test_the_later_file_counts_if_only_one_was_written(keys: AudioKeys, tmp_path: Path) -> None:
    keys.add("one.wav")
    before = (tmp_path / NAMES[1]).read_bytes()
    keys.destroy("one.wav")
    (tmp_path / NAMES[1]).write_bytes(before)  # as if the power had gone between the two
    assert keys.find("one.wav") is None
    assert keys.mend()
    (tmp_path / NAMES[0]).unlink()
    assert keys.find("one.wav") is None


def test_two_damaged_files_are_told(keys: AudioKeys, tmp_path: Path) -> None:
    keys.add("one.wav")
    for name in NAMES:
        (tmp_path / name).write_bytes(b"made up")
    for act in (lambda: keys.find("one.wav"), lambda: keys.add("two.wav"), keys.mend):
        with pytest.raises(KeysDamagedError):
            act()


def test_a_study_without_recordings_has_no_files(keys: AudioKeys, tmp_path: Path) -> None:
    assert keys.find("one.wav") is None
    assert not keys.mend()
    assert list(tmp_path.iterdir()) == []


def test_another_study_s_key_opens_nothing(keys: AudioKeys, tmp_path: Path) -> None:
    keys.add("one.wav")
    with pytest.raises(KeysDamagedError):
        AudioKeys(tmp_path, StudyKey(bytes(32))).find("one.wav")
