from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from practicecoder.codebook import library
from practicecoder.codebook.model import Codebook
from practicecoder.domain.coding import Coding, Evidence, Rating
from practicecoder.domain.ids import CoderId, CodingId, SessionId
from practicecoder.domain.spans import TimeSpan
from practicecoder.services.comparing import compare
from practicecoder.ui.keys.bare import Command
from practicecoder.ui.keys.in_force import keys_in_force
from practicecoder.ui.keys.keymap import Keymap
from practicecoder.ui.settings import Pedals
from practicecoder.ui.theme import apply_light
from practicecoder.ui.widgets.comparison_table import ComparisonTable
from practicecoder.ui.widgets.comparison_words import rating_explained, why_first
from tests.builders import ratings_of

Key = Qt.Key


@pytest.fixture(scope="module")
def codebook() -> Codebook:
    return library.find("swim7")


def a_coding(codebook: Codebook, coder: str, *values: int | None) -> Coding:
    return Coding(
        coding_id=CodingId(coder),
        session_id=SessionId("V-1"),
        coder_id=CoderId(coder),
        codebook=codebook.ref,
        ratings=ratings_of(codebook, values),
        evidence=(
            Evidence(
                evidence_id=f"{coder}1",
                span=TimeSpan(61_000, 65_000),
                dimension_ids=("autonomy",),
                quote="It is up to you.",
                note="He waits.",
            ),
        ),
    )


@pytest.fixture
def codings(codebook: Codebook) -> dict[str, Coding]:
    return {
        "trial": a_coding(codebook, "trial", 3, 2, 3, None, 3, 3, 3),
        "reference": a_coding(codebook, "reference", 3, 4, 4, 2, 3, 3, 3),
    }


@pytest.fixture
def table(codebook: Codebook, codings: dict[str, Coding], qtbot: QtBot) -> ComparisonTable:
    """A trial beside its reference, to be read."""
    table = ComparisonTable("Trial and reference")
    qtbot.addWidget(table)
    table.resize(1200, 320)
    headings = {"trial": "Yours", "reference": "Reference"}
    table.show_comparison(codebook, compare(codebook, codings), headings)
    with qtbot.waitExposed(table):
        table.show()
    return table


def cells(table: ComparisonTable) -> list[list[str]]:
    return [line.split("\t") for line in table.rows_model().tsv().splitlines()]


def test_codings_are_read_side_by_side_without_an_agreed_column(
    table: ComparisonTable, qtmodeltester: ModelTester
) -> None:
    shown = cells(table)

    assert shown[0] == [
        "Dimension",
        "Yours",
        "Reference",
        "Why first",
        "Evidence Yours",
        "Evidence Reference",
    ]
    assert shown[2][:4] == ["Autonomy", "2", "4", "two levels apart"]
    assert shown[2][4] == "● 01:01–01:05 “It is up to you.”"
    assert shown[4][0] == "▸ 4 equal"
    qtmodeltester.check(table.rows_model())


def test_the_first_line_has_the_cursor_and_moving_it_is_told(
    table: ComparisonTable, qtbot: QtBot
) -> None:
    told: list[object] = []
    table.comparison_changed.connect(told.append)
    assert table.current_comparison is not None
    assert table.current_comparison.dimension_id == "evocation"

    for _ in range(3):
        qtbot.keyClick(table, Key.Key_Down)

    assert [getattr(each, "dimension_id", None) for each in told] == ["autonomy", "empathy", None]


def test_the_keys_of_the_first_and_second_coding_ask_for_their_evidence(
    table: ComparisonTable, qtbot: QtBot
) -> None:
    asked: list[tuple[str, str]] = []
    lacking: list[str] = []
    table.play_wanted.connect(lambda label, piece: asked.append((label, piece.evidence_id)))
    table.nothing_to_play.connect(lacking.append)
    qtbot.keyClick(table, Key.Key_B)
    qtbot.keyClick(table, Key.Key_Down)
    for key in (Key.Key_A, Key.Key_B, Key.Key_C):
        qtbot.keyClick(table, key)

    assert lacking == ["reference"]
    assert asked == [("trial", "trial1"), ("reference", "reference1")]


def test_what_the_table_has_no_use_for_is_passed_on(table: ComparisonTable, qtbot: QtBot) -> None:
    commands: list[Command] = []
    typed: list[str] = []
    table.command_given.connect(commands.append)
    table.character_typed.connect(typed.append)

    for key in (Key.Key_N, Key.Key_D, Key.Key_E, Key.Key_Delete, Key.Key_Space, Key.Key_Return):
        qtbot.keyClick(table, key)
    qtbot.keyClicks(table, "4-x")

    assert commands == [
        Command.NOT_APPLICABLE,
        Command.DECISION,
        Command.TAKE_OVER_EQUAL,
        Command.CLEAR,
        Command.PLAY_PAUSE,
        Command.NEXT_LINE,
    ]
    assert typed == ["4", "-", "x"]


def test_the_fold_opens_and_closes_and_keeps_the_cursor_near(
    table: ComparisonTable, qtbot: QtBot
) -> None:
    table.go_to("child_focus")
    assert table.equal_are_shown
    assert len(table.lines) == 8
    assert table.current_comparison is not None
    assert table.current_comparison.dimension_id == "child_focus"

    table.show_equal(False)

    assert [line.key for line in table.lines] == ["evocation", "autonomy", "empathy", ""]
    assert table.currentIndex().row() == 3
    qtbot.keyClick(table, Key.Key_Return)
    assert len(table.lines) == 8


def test_another_session_may_have_more_coders(
    table: ComparisonTable, codebook: Codebook, codings: dict[str, Coding]
) -> None:
    further = {**codings, "third": a_coding(codebook, "third", *[1] * 7)}

    headings = {label: label for label in further}
    table.show_comparison(codebook, compare(codebook, further), headings)
    assert cells(table)[1][:5] == ["Evocation", "N/A", "2", "1", "N/A against rated"]

    table.show_comparison(codebook, compare(codebook, codings), {"trial": "A", "reference": "B"})
    assert cells(table)[1][:4] == ["Evocation", "N/A", "2", "N/A against rated"]


def test_codings_that_agree_on_everything_are_not_folded_away(
    codebook: Codebook, qtbot: QtBot
) -> None:
    table = ComparisonTable("Same")
    qtbot.addWidget(table)
    same = {label: a_coding(codebook, label, *[3] * 7) for label in ("one", "two")}

    table.show_comparison(codebook, compare(codebook, same), {"one": "One", "two": "Two"})

    assert len(table.lines) == 8


@pytest.fixture
def no_letters() -> Iterator[None]:
    keys = keys_in_force()
    keys.put(replace(Keymap.default(), characters_on=False), Pedals())
    yield
    keys.put(Keymap.default(), Pedals())


def test_letters_and_digits_can_be_switched_off(
    table: ComparisonTable, no_letters: None, qtbot: QtBot
) -> None:
    asked: list[object] = []
    table.character_typed.connect(asked.append)
    table.command_given.connect(asked.append)
    table.play_wanted.connect(asked.append)
    table.selectRow(1)

    for key in (Key.Key_A, Key.Key_3, Key.Key_N):
        qtbot.keyClick(table, key)
    assert asked == []

    qtbot.keyClick(table, Key.Key_Delete)
    assert asked == [Command.CLEAR]


def test_a_narrow_table_leaves_evidence_out_and_large_text_makes_it_narrow(
    table: ComparisonTable, qtbot: QtBot, qapp: QApplication
) -> None:
    assert not table.isColumnHidden(4)
    table.resize(480, 320)
    assert table.isColumnHidden(4)
    assert table.isColumnHidden(5)

    table.resize(1200, 320)
    assert not table.isColumnHidden(4)
    apply_light(qapp, 2.5)
    qtbot.waitUntil(lambda: table.isColumnHidden(4))


def test_words_say_what_a_cell_leaves_out(codebook: Codebook, codings: dict[str, Coding]) -> None:
    unsure = Rating.rated(2, unsure=True)
    explained = rating_explained(codebook, "autonomy", unsure)
    assert explained.startswith("2  heard a little. ")
    assert explained.endswith("\nThe coder was unsure.")
    ruled_out = Rating.not_applicable("inaudible", note="the kettle")
    assert rating_explained(codebook, "autonomy", ruled_out).startswith("not applicable: ")
    assert rating_explained(codebook, "autonomy", ruled_out).endswith("\nthe kettle")

    trial = codings["trial"]
    open_one = replace(trial, ratings={**trial.ratings, "empathy": Rating()})
    rows = compare(codebook, {**codings, "third": open_one})
    words = {row.dimension_id: why_first(row) for row in rows}
    assert words["autonomy"] == "two levels apart"
    assert words["empathy"] == "one level apart"
    alone = compare(codebook, {"A": trial, "B": open_one})
    assert {r.dimension_id: why_first(r) for r in alone}["empathy"] == "left open by B"
