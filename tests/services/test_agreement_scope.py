"""Which codings agreement is computed from, and how the choice is told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from practicecoder.domain.coding import CodebookRef, Coding, CodingState
from practicecoder.domain.ids import CoderId, CodingId, SessionId
from practicecoder.services.agreement_scope import AgreementScope, chosen
from practicecoder.services.reliability_conduct import blinding_in_words

REF = CodebookRef(codebook_id="swim7", version="1.0.0", digest="0" * 64)


def coding(day: int, coder: str, *, unblinded: bool = False, version: str = "1.0.0") -> Coding:
    return Coding(
        coding_id=CodingId(f"{day}-{coder}"),
        session_id=SessionId(f"S{day}"),
        coder_id=CoderId(coder),
        codebook=replace(REF, version=version),
        state=CodingState.LOCKED,
        unblinded=unblinded,
        submitted_at=datetime(2026, 3, day, 23, 59, tzinfo=UTC),
    )


CODINGS = (
    coding(1, "A"),
    coding(1, "B", unblinded=True),
    coding(2, "A", version="1.1.0"),
    coding(3, "C"),
)


def ids(codings: Sequence[Coding]) -> list[str]:
    return [one.coding_id for one in codings]


def test_the_answer_to_the_codebooks_question_counts_as_the_tick_does() -> None:
    told = replace(coding(1, "B"), answers={"recognised": True})
    codings = (coding(1, "A"), told, replace(coding(2, "A"), answers={"recognised": False}))

    kept, choices = chosen(codings, AgreementScope(leave_out_unblinded=True))

    assert choices.n_unblinded == 1
    assert ids(kept) == ["1-A", "2-A"]
    assert "in 1 of 3 codings" in blinding_in_words(codings, frozenset())


@pytest.mark.parametrize(
    ("scope", "expected"),
    [
        (AgreementScope(), ["1-A", "1-B", "2-A", "3-C"]),
        (AgreementScope(first_day=date(2026, 3, 2)), ["2-A", "3-C"]),
        (AgreementScope(last_day=date(2026, 3, 2)), ["1-A", "1-B", "2-A"]),
        (AgreementScope(codebook_version="1.1.0"), ["2-A"]),
        (AgreementScope(coder_ids=frozenset({CoderId("A"), CoderId("C")})), ["1-A", "2-A", "3-C"]),
        (AgreementScope(leave_out_unblinded=True), ["1-A", "2-A", "3-C"]),
    ],
)
def test_a_scope_holds_what_it_names(scope: AgreementScope, expected: list[str]) -> None:
    kept, choices = chosen(CODINGS, scope)

    assert ids(kept) == expected
    assert choices.n_chosen == len(expected)
    assert choices.n_codings == 4


def test_what_there_is_to_choose_from_does_not_depend_on_the_choice() -> None:
    _, choices = chosen(CODINGS, AgreementScope(codebook_version="1.1.0"))

    assert choices.coder_ids == ("A", "B", "C")
    assert choices.codebook_versions == ("1.0.0", "1.1.0")
    assert (choices.first_day, choices.last_day) == (date(2026, 3, 1), date(2026, 3, 3))


@pytest.mark.parametrize(
    ("scope", "sentence"),
    [
        (
            AgreementScope(),
            "Scope: 4 of 4 submitted codings. 1 unblinded coding included.",
        ),
        (
            AgreementScope(leave_out_unblinded=True),
            "Scope: 3 of 4 submitted codings. 1 unblinded coding left out.",
        ),
        (
            AgreementScope(first_day=date(2026, 3, 2), coder_ids=frozenset({CoderId("C")})),
            "Scope: 1 of 4 submitted codings, submitted 2026-03-02 to 2026-03-03, coders C.",
        ),
        (
            AgreementScope(codebook_version="1.1.0"),
            "Scope: 1 of 4 submitted codings, codebook version 1.1.0.",
        ),
    ],
)
def test_the_choice_is_told(scope: AgreementScope, sentence: str) -> None:
    assert chosen(CODINGS, scope)[1].sentence == sentence


def test_without_codings_there_is_nothing_to_choose_from() -> None:
    kept, choices = chosen((), AgreementScope(leave_out_unblinded=True))

    assert kept == ()
    assert choices.first_day is None
    assert choices.sentence == "Scope: 0 of 0 submitted codings."
