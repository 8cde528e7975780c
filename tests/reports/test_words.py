"""Numbers in words: a name only where the whole range deserves it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import practicecoder
from practicecoder.reports.data import ReportScale
from practicecoder.reports.words import (
    USUAL_LEVEL_NAMES,
    level_names,
    ordinal,
    range_in_words,
    rating_in_words,
)

FIVE = ReportScale(minimum=1, maximum=5)
limits = st.floats(min_value=1, max_value=5).map(lambda value: round(value, 3))


@given(limits, limits)
def test_one_name_means_that_the_whole_range_lies_in_its_interval(one: float, two: float) -> None:
    low, high = sorted((one, two))

    words = range_in_words(low, high, FIVE, USUAL_LEVEL_NAMES)

    fitting = [
        name
        for level, name in zip(FIVE.values, USUAL_LEVEL_NAMES, strict=True)
        if level - 0.5 <= low and high <= level + 0.5
    ]
    assert (words in fitting) if fitting else words.startswith("between ")


@given(limits, limits)
def test_between_names_the_levels_that_the_ends_belong_to(one: float, two: float) -> None:
    low, high = sorted((one, two))
    words = range_in_words(low, high, FIVE, USUAL_LEVEL_NAMES)
    named = [
        level
        for level, name in zip(FIVE.values, USUAL_LEVEL_NAMES, strict=True)
        if f"‘{name}’" in words
    ]

    if named:
        first, last = named
        assert first - 0.5 <= low <= first + 0.5
        assert last - 0.5 <= high <= last + 0.5


def test_a_mean_between_levels_is_named_by_both() -> None:
    assert rating_in_words(4, FIVE, USUAL_LEVEL_NAMES) == "heard often"
    assert rating_in_words(3.5, FIVE, USUAL_LEVEL_NAMES) == "between ‘mixed’ and ‘heard often’"


def test_the_names_of_the_codebook_come_first() -> None:
    names = ("None", "Minor", "Moderate", "Significant", "Critical")

    assert level_names(FIVE, names) == ("none", "minor", "moderate", "significant", "critical")


def test_the_usual_names_fit_only_five_levels_with_the_best_on_top() -> None:
    silent = ("",) * 5
    ten = ReportScale(minimum=0, maximum=10)
    reversed_scale = ReportScale(minimum=1, maximum=5, lower_is_better=True)

    assert level_names(FIVE, silent) == USUAL_LEVEL_NAMES
    assert level_names(ten, ("",) * 11) == ()
    assert level_names(reversed_scale, silent) == ()
    assert rating_in_words(4, ten, ()) == ""
    assert range_in_words(4, 5, ten, ()) == ""


@pytest.mark.parametrize(
    ("number", "word"),
    [(1, "first"), (12, "twelfth"), (13, "13th"), (21, "21st"), (22, "22nd"), (111, "111th")],
)
def test_place_in_the_series(number: int, word: str) -> None:
    assert ordinal(number) == word


def test_months_are_never_named_by_the_machine() -> None:
    package = Path(practicecoder.__file__).parent
    sources = [(path, path.read_text(encoding="utf-8")) for path in package.rglob("*.py")]
    assert [path.name for path, words in sources if "%B" in words or "%b" in words] == []
