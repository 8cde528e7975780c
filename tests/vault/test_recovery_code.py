import pytest
from hypothesis import given
from hypothesis import strategies as st

from practicecoder.vault.recovery_code import RecoveryCode

LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
secrets = st.binary(min_size=20, max_size=20)


@given(secret=secrets)
def test_what_is_printed_is_read_back(secret: bytes) -> None:
    printed = str(RecoveryCode(secret))
    assert [len(group) for group in printed.split("-")] == [5] * 7
    assert RecoveryCode.read(printed) == RecoveryCode(secret)


@given(secret=secrets)
def test_case_spaces_dashes_and_look_alikes_do_not_matter(secret: bytes) -> None:
    printed = str(RecoveryCode(secret))
    typed = f"  {printed.lower().replace('-', ' ').replace('0', 'o').replace('1', 'l')}\n"
    assert RecoveryCode.read(typed) == RecoveryCode(secret)
    assert RecoveryCode.read(printed.replace("-", "–")) == RecoveryCode(secret)


@given(secret=secrets, at=st.integers(0, 34), letter=st.sampled_from(LETTERS))
def test_one_wrong_letter_is_always_noticed(secret: bytes, at: int, letter: str) -> None:
    code = str(RecoveryCode(secret)).replace("-", "")
    wrong = code[:at] + letter + code[at + 1 :]
    if wrong != code:
        with pytest.raises(ValueError, match="slip"):
            RecoveryCode.read(wrong)


@given(secret=secrets, at=st.integers(0, 30))
def test_swapped_neighbours_are_always_noticed(secret: bytes, at: int) -> None:
    code = str(RecoveryCode(secret)).replace("-", "")
    wrong = code[:at] + code[at + 1] + code[at] + code[at + 2 :]
    if wrong != code:
        with pytest.raises(ValueError, match="slip"):
            RecoveryCode.read(wrong)


@pytest.mark.parametrize(
    "text", ["", "a made-up passphrase", "0" * 34, "0" * 36, "U" * 35, "é" * 35]
)
def test_other_texts_are_no_codes(text: str) -> None:
    with pytest.raises(ValueError, match="not a recovery code"):
        RecoveryCode.read(text)


def test_codes_are_random_and_are_not_told_by_repr() -> None:
    code = RecoveryCode.new()
    assert code != RecoveryCode.new()
    assert repr(code) == "RecoveryCode()"
