from __future__ import annotations

import pytest

from practicecoder.ui.security.strength import Strength, strength_in_words, strength_of


@pytest.mark.parametrize(
    ("passphrase", "strength"),
    [
        ("", Strength.REFUSED),
        ("short", Strength.REFUSED),
        ("aaaaaaaaaaaa", Strength.REFUSED),
        ("password1234", Strength.WEAK),
        ("abcdefghijkl", Strength.WEAK),
        ("qwertyuiop123", Strength.WEAK),
        ("Northshire2026!", Strength.WEAK),
        ("lamp lamp lamp lamp lamp", Strength.REFUSED),
        ("copper lantern seven otters", Strength.FAIR),
        ("copper lantern seven otters walk slowly", Strength.STRONG),
        ("x7K!pq2Zr9@wLm", Strength.STRONG),
    ],
)
def test_a_passphrase_is_as_strong_as_it_is_hard_to_guess(
    passphrase: str, strength: Strength
) -> None:
    assert strength_of(passphrase) is strength


def test_each_strength_has_a_sentence() -> None:
    assert strength_in_words("") == ""
    assert strength_in_words("short") == "Too short: 7 more characters at least."
    assert "repeats" in strength_in_words("aaaaaaaaaaaa")
    assert "Easy to guess" in strength_in_words("password1234")
    assert "Hard to guess" in strength_in_words("copper lantern seven otters")
    assert strength_in_words("x7K!pq2Zr9@wLm") == "Very hard to guess."


def test_only_what_is_refused_cannot_be_taken() -> None:
    assert [each for each in Strength if not each.is_enough] == [Strength.REFUSED]
