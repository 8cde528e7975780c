"""No language of the program grades a worker, in no string that is shown or printed."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

from practicecoder.reports.sentences import TEXTS

FOLDER = Path(__file__).parents[2] / "practicecoder" / "ui" / "languages"
ENGLISH = (
    "fail",
    "fails",
    "failed",
    "failure",
    "poor",
    "weak",
    "weakness",
    "weaknesses",
    "inadequate",
    "outstanding",
    "requires improvement",
    "below average",
    "resistant",
    "score card",
    "scorecard",
    "target",
)
WELSH = (
    "methiant",
    "gwael",
    "gwan",
    "gwendid",
    "gwendidau",
    "annigonol",
    "rhagorol",
    "angen gwella",
    "is na'r cyfartaledd",
    "targed",
)
NOT_ABOUT_WORKERS = ("Cicchetti (1994): poor, fair from .40, good from .60, excellent from .75",)
"""Published names of bands of agreement between coders."""


def messages(name: str) -> list[tuple[str, str]]:
    """Pairs of English words and their translation of a language file."""
    found: list[tuple[str, str]] = []
    for message in ElementTree.parse(FOLDER / name).iter("message"):
        source = message.findtext("source") or ""
        plural = [form.text or "" for form in message.iter("numerusform")]
        found.append((source, " ".join((message.findtext("translation") or "", *plural))))
    return found


@pytest.mark.parametrize(
    ("name", "forbidden"),
    [("practicecoder_en_GB.ts", ENGLISH), ("practicecoder_cy.ts", (*ENGLISH, *WELSH))],
)
def test_no_language_file_grades_or_blames(name: str, forbidden: tuple[str, ...]) -> None:
    pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, forbidden))})\b", re.IGNORECASE)
    read = messages(name)
    shown = [
        words
        for source, translated in read
        for words in (source, translated)
        if source not in NOT_ABOUT_WORKERS
    ]

    assert len(read) > 1000
    assert [words for words in shown if pattern.search(words)] == []


def test_language_files_are_all_looked_at() -> None:
    assert sorted(path.name for path in FOLDER.glob("*.ts")) == [
        "practicecoder_cy.ts",
        "practicecoder_en_GB.ts",
    ]


def test_fixed_texts_of_the_report_speak_to_the_worker() -> None:
    assert sum("you" in text.casefold() for text in TEXTS.values()) >= 10
