from __future__ import annotations

import pytest

from practicecoder.ui.widgets.level_typing import LevelTyping


def typed(levels: range, text: str) -> list[int]:
    """Levels that come of typing a text, the last one settled."""
    typing = LevelTyping(levels)
    found = [typing.type(character).level for character in text]
    return [level for level in (*found, typing.settle()) if level is not None]


@pytest.mark.parametrize(
    ("levels", "text", "expected"),
    [
        (range(1, 6), "3", [3]),
        (range(1, 6), "352", [3, 5, 2]),
        (range(1, 6), "0", []),
        (range(11), "7", [7]),
        (range(11), "10", [10]),
        (range(11), "1", [1]),
        (range(11), "15", [5]),
        (range(11), "0", [0]),
        (range(-3, 4), "-2", [-2]),
        (range(-3, 4), "2", [2]),
        (range(-3, 4), "+2", [2]),
        (range(-3, 4), "-", []),
        (range(-10, 11), "-10", [-10]),
        (range(-10, 11), "-1", [-1]),
        (range(0, 101, 5), "35", [35]),
        (range(0, 101, 5), "100", [100]),
        (range(0, 101, 5), "10", [10]),
    ],
)
def test_typing_means_one_level(levels: range, text: str, expected: list[int]) -> None:
    assert typed(levels, text) == expected


def test_a_level_that_may_go_on_waits_without_a_time_limit() -> None:
    typing = LevelTyping(range(11))
    assert typing.type("1").waiting == "1"
    assert typing.waiting_level == 1
    typing.forget()
    assert typing.settle() is None


def test_a_character_of_no_level_ends_the_waiting() -> None:
    typing = LevelTyping(range(-3, 4))
    typing.type("-")
    assert typing.type("9").waiting == ""
    assert typing.type("3").level == 3
