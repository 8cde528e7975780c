import pytest

from practicecoder.errors import WeakPassphraseError
from practicecoder.vault.passphrases import checked_passphrase, passphrase_bytes


@pytest.mark.parametrize("text", ["twelve chars", "a bc de fg", "correct horse battery staple"])
def test_twelve_characters_or_four_words_guard_a_study(text: str) -> None:
    assert checked_passphrase(text) == text


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", "It is too short."),
        ("eleven char", "It is too short."),
        ("one two six", "It is too short."),
        ("aaaaaaaaaaaaaaaa", "It repeats a few characters."),
        ("a b a b a b a b", "It repeats a few characters."),
        ("a long one " * 100, "It has more than 1024 characters."),
    ],
)
def test_a_weak_one_is_refused_and_the_reason_is_told(text: str, fault: str) -> None:
    with pytest.raises(WeakPassphraseError, match="does not guard") as refused:
        checked_passphrase(text)
    assert refused.value.fault == fault


def test_composed_and_decomposed_accents_are_the_same() -> None:
    assert passphrase_bytes("cafe\u0301 au lait") == passphrase_bytes("caf\u00e9 au lait")
