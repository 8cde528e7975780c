from __future__ import annotations

import pytest

from practicecoder.ui.palette.matching import fit

WORDS = [
    "Play or pause",
    "Play the next gap",
    "Next panel",
    "Next card not yet rated",
    "Replay the last 10 seconds",
    "Spectrogram",
]


def best(typed: str) -> list[str]:
    found = [(fit(typed, words), words) for words in WORDS]
    return [words for fitted, words in sorted((f, w) for f, w in found if f is not None)]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("play", "Play or pause"),
        ("PLAY  the", "Play the next gap"),
        ("ng", "Play the next gap"),
        ("plga", "Play the next gap"),
        ("pop", "Play or pause"),
        ("ncnyr", "Next card not yet rated"),
        ("next p", "Next panel"),
        ("10", "Replay the last 10 seconds"),
        ("gram", "Spectrogram"),
        ("spgm", "Spectrogram"),
    ],
)
def test_the_best_fit_comes_first(typed: str, first: str) -> None:
    assert best(typed)[0] == first


def test_beginnings_go_before_word_starts_before_pieces_before_letters() -> None:
    kinds = [fit("pa", words) for words in ("Panel", "Play or pause", "Repair", "Spectrogram A")]

    assert [found.kind for found in kinds if found is not None] == [0, 1, 2, 3]


def test_letters_in_another_order_do_not_fit() -> None:
    assert fit("yalp", "Play or pause") is None
    assert fit("playx", "Play or pause") is None


def test_nothing_typed_fits_everything() -> None:
    assert len(best("")) == len(WORDS)
