from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from practicecoder.codebook.loader import parse_codebook
from practicecoder.codebook.model import Codebook, EvidencePolicy
from practicecoder.codebook.rules import MissingItem, MissingKind, missing_items
from practicecoder.domain.coding import Coding, Evidence, Rating
from practicecoder.domain.ids import CoderId, CodingId, SessionId
from practicecoder.domain.spans import TimeSpan
from tests.codebook.test_checks import assert_faults

Changed = Callable[..., str]

SCALE_END = '3 = "high"\n'
ASKED = SCALE_END + '\n[evidence]\npolicy = "{0}"\nmin = {{ 1 = 1, 3 = 2 }}\n'


def book(changed: Changed, policy: str) -> Codebook:
    return parse_codebook(changed((SCALE_END, ASKED.format(policy))), "small.toml")


def coding_of(codebook: Codebook, level: int, pieces: int) -> Coding:
    first = codebook.dimension_ids[0]
    return Coding(
        coding_id=CodingId("c"),
        session_id=SessionId("S-1"),
        coder_id=CoderId("A"),
        codebook=codebook.ref,
        ratings={d: Rating.rated(2) for d in codebook.dimension_ids}
        | {first: Rating.rated(level)},
        evidence=tuple(
            Evidence(evidence_id=f"e{n}", span=TimeSpan(n, n), dimension_ids=(first,))
            for n in range(pieces)
        ),
    )


def lacking(codebook: Codebook, level: int, pieces: int) -> list[MissingItem]:
    missing = missing_items(codebook, coding_of(codebook, level, pieces))
    return [item for item in missing if item.kind is MissingKind.EVIDENCE]


@pytest.mark.parametrize(
    ("level", "pieces", "lacks"),
    [(1, 0, True), (1, 1, False), (2, 0, False), (3, 1, True), (3, 2, False)],
)
def test_a_level_asks_for_its_own_number_of_pieces(
    changed: Changed, level: int, pieces: int, lacks: bool
) -> None:
    assert bool(lacking(book(changed, "require"), level, pieces)) is lacks


def test_the_sentence_says_what_there_is_and_what_is_asked(changed: Changed) -> None:
    codebook = book(changed, "require")

    (item,) = lacking(codebook, 3, 1)

    label = codebook.dimensions[0].label
    assert item.text == f"{label} is rated 3 with 1 of 2 pieces of evidence"
    assert item.item == codebook.dimension_ids[0]


def test_a_warning_does_not_stand_in_the_way_and_off_says_nothing(changed: Changed) -> None:
    (warned,) = lacking(book(changed, "warn"), 3, 0)

    assert not warned.required
    assert lacking(book(changed, "require"), 3, 0)[0].required
    assert lacking(book(changed, "off"), 3, 0) == []


def test_a_dimension_may_ask_for_its_own_number(changed: Changed) -> None:
    place = 'group = "heart"\nnot_applicable_when'
    own_number = place.replace("\n", "\nevidence_min = { 2 = 3 }\n")
    text = changed((SCALE_END, ASKED.format("require")), (place, own_number))

    codebook = parse_codebook(text, "small.toml")

    own = [d for d in codebook.dimensions if d.evidence_wanted(2) == 3]
    assert len(own) == 1
    assert own[0].evidence_wanted(3) == 0
    assert all(d.evidence_wanted(3) == 2 for d in codebook.dimensions if d not in own)
    assert all(d.evidence_wanted(None) == 0 for d in codebook.dimensions)


def test_a_codebook_that_says_nothing_asks_for_nothing(small: str) -> None:
    codebook = parse_codebook(small, "small.toml")

    assert codebook.evidence_policy is EvidencePolicy.OFF
    assert lacking(codebook, 3, 0) == []
    assert replace(codebook).dimensions[0].evidence_wanted(1) == 0


def test_levels_off_the_scale_are_faults(changed: Changed) -> None:
    text = changed((SCALE_END, SCALE_END + '\n[evidence]\npolicy = "warn"\nmin = { 9 = 1 }\n'))

    assert_faults(text, ("min = { 9 = 1 }", "no level '9'"))
