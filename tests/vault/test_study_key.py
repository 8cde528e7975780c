import hashlib
import hmac

import pytest

from practicecoder.vault.study_key import KeyUse, StudyKey


def test_keys_are_random_and_are_not_told() -> None:
    first, second = StudyKey.new(), StudyKey.new()
    assert first != second
    assert repr(first) == "StudyKey()"


def test_each_use_has_a_key_of_its_own() -> None:
    key = StudyKey(bytes(range(32)))
    derived = {key.derived(use) for use in KeyUse}
    assert len(derived) == len(KeyUse)
    assert {len(one) for one in derived} == {32}
    assert key.secret not in derived


def test_derived_keys_are_those_of_rfc_5869() -> None:
    secret = bytes(range(32))
    extracted = hmac.digest(bytes(32), secret, hashlib.sha256)
    expected = hmac.digest(extracted, b"practicecoder database\x01", hashlib.sha256)
    assert StudyKey(secret).derived(KeyUse.DATABASE) == expected


@pytest.mark.parametrize("size", [0, 16, 31, 33])
def test_a_key_has_32_bytes(size: int) -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        StudyKey(bytes(size))
