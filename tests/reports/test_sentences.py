"""The fixed words of the reports: plain, short, and never a grade."""

from __future__ import annotations

import re
from string import Formatter

import pytest

from practicecoder.reports.sentences import TEXTS, Say, pieces, say

FORBIDDEN = (
    "fail",
    "failed",
    "poor",
    "weak",
    "weakness",
    "inadequate",
    "good",
    "outstanding",
    "requires improvement",
    "below average",
    "resistant",
    "score card",
    "scorecard",
    "pass",
    "target",
)


def test_every_id_has_its_text() -> None:
    assert set(TEXTS) == set(Say)
    assert all(text.strip() == text and text for text in TEXTS.values())


@pytest.mark.parametrize("word", FORBIDDEN)
def test_no_text_grades_or_blames(word: str) -> None:
    pattern = re.compile(rf"\b{re.escape(word)}\b", re.IGNORECASE)

    assert [which for which, text in TEXTS.items() if pattern.search(text)] == []


def test_sentences_are_short_on_average() -> None:
    sentences = [
        sentence
        for text in TEXTS.values()
        for sentence in re.split(r"(?<=[.:;?])\s+", text)
        if sentence.endswith((".", "?"))
    ]
    words = [len(sentence.split()) for sentence in sentences]

    assert len(sentences) > 20
    assert sum(words) / len(words) < 18


def test_ids_of_the_published_sentences_are_stable() -> None:
    published = "purpose range change one_sample agreement unknown too_low consensus no_spirit"
    assert {*published.split(), "not_rated", "start", "use"} <= {which.value for which in Say}


def test_a_text_that_misses_a_value_is_an_error() -> None:
    with pytest.raises(KeyError):
        say(Say.NOT_RATED)


def test_pieces_put_together_are_the_text() -> None:
    for which, text in TEXTS.items():
        rebuilt = "".join(
            words + ("" if name is None else f"{{{name}}}") for words, name in pieces(which)
        )
        assert rebuilt == text


def test_placeholders_have_plain_names() -> None:
    for text in TEXTS.values():
        for _, name, form, conversion in Formatter().parse(text):
            assert name is None or name.isidentifier()
            assert not form
            assert conversion is None
