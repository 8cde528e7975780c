import hashlib
import json
from pathlib import Path

import pytest

from practicecoder.errors import (
    KeysDamagedError,
    NotAllowedError,
    WeakPassphraseError,
    WrongPassphraseError,
)
from practicecoder.vault.key_file import KeyFile
from practicecoder.vault.recovery_code import RecoveryCode
from practicecoder.vault.slots import Cost
from practicecoder.vault.study_key import StudyKey

CHEAP = Cost(memory_kib=64, passes=1, lanes=1)
FIRST = "made-up passphrase one"
SECOND = "made-up passphrase two"


@pytest.fixture
def keys(tmp_path: Path) -> KeyFile:
    return KeyFile(tmp_path / "keys.json", cost=CHEAP)


@pytest.fixture
def made(keys: KeyFile) -> tuple[StudyKey, RecoveryCode]:
    return keys.create(FIRST)


def test_passphrase_and_code_open_the_study(
    keys: KeyFile, made: tuple[StudyKey, RecoveryCode]
) -> None:
    key, code = made
    assert keys.unlock(FIRST) == key
    assert keys.unlock(str(code)) == key
    assert keys.unlock(str(code).lower().replace("-", "  ")) == key


def test_what_is_written_asks_for_the_cost_of_rfc_9106(tmp_path: Path) -> None:
    keys = KeyFile(tmp_path / "keys.json", cost=Cost())
    key, _ = keys.create(FIRST)
    slot = json.loads(keys.path.read_text())["slots"][0]
    assert (slot["memory_kib"], slot["passes"], slot["lanes"]) == (65536, 3, 4)
    assert keys.unlock(FIRST) == key


@pytest.mark.parametrize("secret", ["", FIRST + " ", SECOND, str(RecoveryCode(bytes(20)))])
@pytest.mark.usefixtures("made")
def test_anything_else_does_not_open_it(keys: KeyFile, secret: str) -> None:
    with pytest.raises(WrongPassphraseError):
        keys.unlock(secret)


def test_neither_secret_nor_key_is_in_the_file(
    keys: KeyFile, made: tuple[StudyKey, RecoveryCode]
) -> None:
    key, code = made
    for file in (keys.path, keys.copy):
        content = file.read_bytes()
        assert FIRST.encode() not in content
        assert str(code).encode() not in content
        assert key.secret not in content
        assert key.secret.hex().encode() not in content
        assert file.stat().st_mode & 0o777 == 0o600


@pytest.mark.usefixtures("made")
def test_a_study_has_one_key_file(keys: KeyFile) -> None:
    before = keys.path.read_bytes()
    with pytest.raises(FileExistsError):
        keys.create(SECOND)
    assert keys.path.read_bytes() == before


def test_a_changed_passphrase_opens_the_same_study(
    keys: KeyFile, made: tuple[StudyKey, RecoveryCode]
) -> None:
    key, code = made
    keys.change_passphrase(FIRST, SECOND)
    assert keys.unlock(SECOND) == key
    assert keys.unlock(str(code)) == key
    with pytest.raises(WrongPassphraseError):
        keys.unlock(FIRST)
    assert keys.copy.read_bytes() == keys.path.read_bytes()


def test_the_code_alone_gives_a_new_passphrase(
    keys: KeyFile, made: tuple[StudyKey, RecoveryCode]
) -> None:
    key, code = made
    keys.change_passphrase(str(code), SECOND)
    assert keys.unlock(SECOND) == key


def test_each_person_has_a_passphrase_of_their_own(
    keys: KeyFile, made: tuple[StudyKey, RecoveryCode]
) -> None:
    key, code = made
    keys.add_person(FIRST, "A", SECOND)
    assert keys.labels == ("L1", "A")
    assert keys.unlock(SECOND) == key
    keys.change_passphrase(SECOND, "made-up passphrase three")
    assert keys.unlock(FIRST) == key
    assert keys.unlock("made-up passphrase three") == key
    keys.change_passphrase(str(code), "made-up passphrase four", "A")
    assert keys.unlock("made-up passphrase four") == key
    keys.remove_person(FIRST, "A")
    with pytest.raises(WrongPassphraseError):
        keys.unlock("made-up passphrase four")
    assert keys.unlock(str(code)) == key


def test_a_new_code_ends_the_old_one(keys: KeyFile, made: tuple[StudyKey, RecoveryCode]) -> None:
    key, code = made
    new = keys.new_recovery_code(FIRST)
    assert keys.unlock(str(new)) == key
    with pytest.raises(WrongPassphraseError):
        keys.unlock(str(code))
    assert keys.unlock(FIRST) == key


@pytest.mark.usefixtures("made")
def test_a_file_made_to_do_harm_is_damaged(keys: KeyFile) -> None:
    whole = json.loads(keys.path.read_text())
    whole["slots"][0]["salt"] = ""
    canonical = json.dumps([whole["slots"], whole["proof"]], sort_keys=True, separators=(",", ":"))
    whole["sum"] = hashlib.sha256(canonical.encode()).hexdigest()
    for content in ("[" * 100_000, json.dumps(whole)):
        keys.path.write_text(content)
        with pytest.raises(KeysDamagedError):
            keys.unlock(FIRST)


@pytest.mark.usefixtures("made")
def test_what_is_refused_changes_nothing(keys: KeyFile) -> None:
    before = keys.path.read_bytes()
    with pytest.raises(WrongPassphraseError):
        keys.change_passphrase(SECOND, SECOND)
    with pytest.raises(WeakPassphraseError):
        keys.change_passphrase(FIRST, "short")
    with pytest.raises(WeakPassphraseError):
        keys.add_person(FIRST, "A", "short")
    with pytest.raises(NotAllowedError):
        keys.add_person(FIRST, "L1", SECOND)
    for name in ("  ", "Made Up", "ANNA", "anna", "L1\n", "L1 "):
        with pytest.raises(NotAllowedError, match="nobody's name"):
            keys.add_person(FIRST, name, SECOND)
    with pytest.raises(NotAllowedError):
        keys.remove_person(FIRST, "L1")
    with pytest.raises(NotAllowedError):
        keys.remove_person(FIRST, "Z")
    with pytest.raises(NotAllowedError):
        keys.change_passphrase(FIRST, SECOND, "Z")
    with pytest.raises(WrongPassphraseError):
        keys.new_recovery_code(SECOND)
    assert keys.path.read_bytes() == before


@pytest.mark.parametrize("damage", ["cut", "empty", "other", "gone", "digit"])
@pytest.mark.usefixtures("made")
def test_a_damaged_file_is_told_with_its_copy(keys: KeyFile, damage: str) -> None:
    content = keys.path.read_text()
    match damage:
        case "cut":
            keys.path.write_text(content[: len(content) // 2])
        case "empty":
            keys.path.write_text("")
        case "other":
            keys.path.write_text("[]")
        case "gone":
            keys.path.unlink()
        case _:
            at = content.index('"wrapped": "') + 15
            digit = "A" if content[at] != "A" else "B"
            keys.path.write_text(content[:at] + digit + content[at + 1 :])
    assert keys.exists
    with pytest.raises(KeysDamagedError, match="Copy ") as told:
        keys.unlock(FIRST)
    assert str(keys.copy) in told.value.user_message
    keys.path.write_bytes(keys.copy.read_bytes())
    keys.unlock(FIRST)


@pytest.mark.usefixtures("made")
def test_without_a_whole_copy_the_sentence_does_not_name_it(keys: KeyFile) -> None:
    keys.path.write_text("")
    keys.copy.write_text("")
    with pytest.raises(KeysDamagedError, match="from a copy of the study folder"):
        keys.unlock(FIRST)


@pytest.mark.usefixtures("made")
def test_a_file_that_asks_for_all_memory_is_refused(
    keys: KeyFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = json.loads(keys.path.read_text())
    document["slots"][0]["memory_kib"] = 1 << 30
    monkeypatch.setattr("practicecoder.vault.key_document._sum", lambda *_: document["sum"])
    keys.path.write_text(json.dumps(document))
    with pytest.raises(KeysDamagedError):
        keys.unlock(FIRST)


def test_a_lost_copy_is_made_again(keys: KeyFile, made: tuple[StudyKey, RecoveryCode]) -> None:
    keys.copy.unlink()
    keys.renew_copy()
    assert keys.copy.read_bytes() == keys.path.read_bytes()
    assert made[0] == keys.unlock(FIRST)


def test_an_interrupted_change_leaves_the_old_file(
    keys: KeyFile, made: tuple[StudyKey, RecoveryCode], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise OSError(28, "no space left")

    monkeypatch.setattr("practicecoder.vault.durable.os.fsync", fail)
    with pytest.raises(OSError, match="no space"):
        keys.change_passphrase(FIRST, SECOND)
    assert keys.unlock(FIRST) == made[0]
    assert sorted(file.name for file in keys.path.parent.iterdir()) == ["backups", "keys.json"]


def test_a_key_of_another_study_is_told_from_the_right_one(
    keys: KeyFile, made: tuple[StudyKey, RecoveryCode]
) -> None:
    assert keys.is_of(made[0])
    assert not keys.is_of(StudyKey.new())
