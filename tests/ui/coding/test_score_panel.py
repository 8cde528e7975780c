"""Scores and counts after the lock, with reasons; nothing before it."""

from __future__ import annotations

from dataclasses import replace

from pytestqt.qtbot import QtBot

from practicecoder.codebook import library
from practicecoder.domain.coding import (
    CodebookRef,
    CodeMark,
    Coding,
    CodingState,
    CountingMode,
    Rating,
)
from practicecoder.domain.ids import CoderId, CodingId, SessionId
from practicecoder.ui.coding.score_panel import ScorePanel

BOOK = library.find("miti-4.2.1")


def a_coding(*codes: str, mode: CountingMode | None = CountingMode.VOLLEY) -> Coding:
    """A locked coding with every rating at 4 and one volley for each code."""
    return Coding(
        coding_id=CodingId("coding"),
        session_id=SessionId("V-0001"),
        coder_id=CoderId("A"),
        codebook=CodebookRef(codebook_id=BOOK.codebook_id, version="1.0.0", digest=""),
        state=CodingState.LOCKED,
        ratings={dimension_id: Rating.rated(4) for dimension_id in BOOK.dimension_ids},
        counting=mode,
        marks=tuple(
            CodeMark(mark_id=str(i), count_id=code, at_ms=i, volley=i)
            for i, code in enumerate(codes)
        ),
    )


def shown(qtbot: QtBot, coding: Coding) -> dict[str, str]:
    panel = ScorePanel()
    qtbot.addWidget(panel)
    panel.show_scores(BOOK, coding)
    assert panel.isHidden() is not coding.is_locked
    return panel.texts


def test_summary_scores_follow_from_ratings_and_counts(qtbot: QtBot) -> None:
    texts = shown(qtbot, a_coding("sr", "sr", "cr", "q", "q", "affirm", "confront"))
    assert texts["technical_global"] == "4.00"
    assert texts["pct_cr"] == "33.3"
    assert texts["r_to_q"] == "1.50"
    assert (texts["total_mia"], texts["total_mina"]) == ("1.0", "1.0")
    assert (texts["sr"], texts["gi"]) == ("2", "0")


def test_a_score_that_cannot_be_given_says_why(qtbot: QtBot) -> None:
    texts = shown(qtbot, a_coding("cr"))
    assert texts["pct_cr"] == "100.0"
    assert texts["r_to_q"] == "not estimable: no questions (n = 3)"


def test_without_a_counting_pass_nothing_is_counted(qtbot: QtBot) -> None:
    texts = shown(qtbot, a_coding(mode=None))
    assert texts["relational_global"] == "4.00"
    assert texts["total_mia"] == "not estimable: not counted (n = 0)"
    assert "q" not in texts


def test_nothing_is_shown_before_the_lock(qtbot: QtBot) -> None:
    assert shown(qtbot, replace(a_coding("q"), state=CodingState.OPEN)) == {}
