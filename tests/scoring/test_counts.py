from __future__ import annotations

from dataclasses import replace

import pytest

from practicecoder.codebook.model import Codebook, Parsing
from practicecoder.domain.coding import CodeMark, Coding, CountingMode
from practicecoder.domain.ids import CoderId, CodingId, SessionId
from practicecoder.scoring.counts import counted_marks, counts_of, tally, volley_places

NAMES = {"permission": "persuade_permission"}


def marks_of(*volleys: str) -> list[CodeMark]:
    """Marks from texts such as ``"[sr + affirm] [q]"``, one text for a volley."""
    found: list[CodeMark] = []
    for volley, text in enumerate(volleys):
        for utterance, codes in enumerate(text.strip("[]").split("] [") if text else []):
            for code in codes.split(" + "):
                found.append(
                    CodeMark(
                        mark_id=f"m{len(found)}",
                        count_id=NAMES.get(code, code),
                        at_ms=1000 * len(found),
                        volley=volley,
                        utterance=utterance,
                    )
                )
    return found


def counted(codebook: Codebook, *volleys: str) -> dict[str, int]:
    found = tally(codebook, marks_of(*volleys), by_volley=True)
    return {code: n for code, n in found.items() if n}


@pytest.mark.parametrize(
    ("volleys", "expected"),
    [
        (["[sr] [q] [cr]"], {"cr": 1, "q": 1}),
        (["[sr] [sr]"], {"sr": 1}),
        (["[q] [q] [q]"], {"q": 1}),
        (["[persuade] [permission]"], {"persuade_permission": 1}),
        (["[persuade + permission]"], {"persuade_permission": 1}),
        (["[affirm] [emphasize]"], {"affirm": 1, "emphasize": 1}),
        (["[affirm] [affirm]"], {"affirm": 1}),
        (["[confront + q]"], {"confront": 1}),
        (["[confront] [q]"], {"confront": 1, "q": 1}),
        (["[sr + affirm]"], {"affirm": 1}),
        (["[sr + cr]"], {"cr": 1}),
        (["[sr] [affirm]"], {"affirm": 1, "sr": 1}),
        (["[sr] [emphasize] [cr]"], {"cr": 1, "emphasize": 1}),
        (["[q] [q]"], {"q": 1}),
        (["[q]", "[q]"], {"q": 2}),
        ([""], {}),
    ],
)
def test_the_rules_of_volley_and_slot(
    miti4: Codebook, volleys: list[str], expected: dict[str, int]
) -> None:
    assert counted(miti4, *volleys) == expected


def test_a_volley_has_at_most_one_code_of_every_slot(miti4: Codebook) -> None:
    full = "[gi] [persuade] [q] [cr] [affirm] [seek] [emphasize] [confront]"
    found = counted(miti4, f"{full} {full}")
    assert len(found) == miti4.parsing.max_codes_per_volley == 8
    assert set(found.values()) == {1}


def test_taking_a_mark_away_lets_another_code_of_the_slot_count(miti4: Codebook) -> None:
    marks = marks_of("[sr] [cr]")
    assert tally(miti4, marks[:1], by_volley=True)["sr"] == 1
    assert tally(miti4, marks, by_volley=True)["sr"] == 0


def test_a_tally_counts_every_mark(miti4: Codebook) -> None:
    found = tally(miti4, marks_of("[sr] [sr] [confront + q]"), by_volley=False)
    assert (found["sr"], found["confront"], found["q"]) == (2, 1, 1)


def test_codes_that_were_never_marked_count_zero(miti4: Codebook) -> None:
    assert tally(miti4, [], by_volley=True) == dict.fromkeys(miti4.count_ids, 0)


def test_marks_outside_volleys_stand_alone(miti4: Codebook) -> None:
    marks = [CodeMark(mark_id=str(i), count_id="q", at_ms=i) for i in range(3)]
    assert tally(miti4, marks, by_volley=True)["q"] == 3


def test_marks_outside_utterances_do_not_give_way(miti4: Codebook) -> None:
    marks = [
        CodeMark(mark_id="1", count_id="q", at_ms=0, volley=0),
        CodeMark(mark_id="2", count_id="confront", at_ms=1, volley=0),
    ]
    found = tally(miti4, marks, by_volley=True)
    assert (found["q"], found["confront"]) == (1, 1)


def test_a_code_of_another_codebook_is_refused(miti4: Codebook) -> None:
    with pytest.raises(KeyError):
        tally(miti4, [CodeMark(mark_id="1", count_id="question_open", at_ms=0)], by_volley=False)


@pytest.mark.parametrize(
    ("volley", "expected"),
    [
        ("[mia] [mia]", {"mia": 1}),
        ("[mia] [mina]", {"mia": 1, "mina": 1}),
        ("[question_open] [question_closed]", {"question_open": 1, "question_closed": 1}),
        ("[sr] [cr]", {"cr": 1}),
    ],
)
def test_the_rules_of_the_older_scheme(
    miti3: Codebook, volley: str, expected: dict[str, int]
) -> None:
    assert counted(miti3, volley) == expected


def test_a_codebook_without_slots_counts_all_that_stay(miti4: Codebook) -> None:
    free = replace(miti4, parsing=Parsing())
    assert counted(free, "[sr] [sr] [confront + q]") == {"sr": 2, "confront": 1}


def test_codes_without_a_slot_count_every_time(miti4: Codebook) -> None:
    questions = replace(
        miti4,
        counts=tuple(replace(c, volley_slot="") if c.count_id == "q" else c for c in miti4.counts),
    )
    assert counted(questions, "[q] [q] [sr] [sr]") == {"q": 2, "sr": 1}


def test_a_slot_without_precedence_keeps_the_first_mark(miti4: Codebook) -> None:
    loose = replace(miti4, parsing=replace(miti4.parsing, slot_precedence={}))
    assert counted(loose, "[sr] [cr]") == {"sr": 1}


def a_coding(
    codebook: Codebook, mode: CountingMode | None, marks: tuple[CodeMark, ...] = ()
) -> Coding:
    return Coding(
        coding_id=CodingId("coding-1"),
        session_id=SessionId("S001"),
        coder_id=CoderId("C1"),
        codebook=codebook.ref,
        counting=mode,
        marks=marks,
    )


def test_a_coding_is_counted_in_its_own_way(miti4: Codebook) -> None:
    marks = tuple(marks_of("[sr] [sr] [cr]"))
    by_way = {mode: counts_of(miti4, a_coding(miti4, mode, marks)) or {} for mode in CountingMode}
    tallied, volleys = by_way[CountingMode.TALLY], by_way[CountingMode.VOLLEY]
    assert (tallied["sr"], tallied["cr"]) == (2, 1)
    assert (volleys["sr"], volleys["cr"]) == (0, 1)


def test_a_coding_without_a_counting_pass_has_no_counts(miti4: Codebook) -> None:
    assert counts_of(miti4, a_coding(miti4, None)) is None
    zeros = dict.fromkeys(miti4.count_ids, 0)
    assert counts_of(miti4, a_coding(miti4, CountingMode.TALLY)) == zeros


def test_a_codebook_without_codes_has_no_counts(group_supervision: Codebook) -> None:
    chosen = a_coding(group_supervision, CountingMode.TALLY)
    assert counts_of(group_supervision, chosen) is None


def test_the_marks_that_count_are_named(miti4: Codebook) -> None:
    marks = marks_of("[sr + affirm] [q] [q]")
    counted = counted_marks(miti4, marks, by_volley=True)
    assert [mark.mark_id for mark in counted] == ["m1", "m2"]


def test_volleys_have_their_place_in_the_talk_whatever_their_numbers() -> None:
    marks = [
        CodeMark(mark_id=str(i), count_id="q", at_ms=at_ms, volley=volley)
        for i, (volley, at_ms) in enumerate([(7, 500), (2, 100), (7, 90), (None, 0), (4, 100)])
    ]
    assert volley_places(marks) == {7: 1, 2: 2, 4: 3}
