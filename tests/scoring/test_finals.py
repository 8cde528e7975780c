from __future__ import annotations

from dataclasses import replace

import pytest

from practicecoder.codebook.model import Codebook
from practicecoder.domain.coding import (
    NOT_YET_RATED,
    CodeMark,
    Coding,
    CodingRole,
    CodingState,
    CountingMode,
    Rating,
    RatingState,
    ScoreBasis,
)
from practicecoder.domain.ids import CoderId, CodingId, SessionId
from practicecoder.scoring.finals import FinalValues, final_value, final_values, mean_counts
from practicecoder.scoring.results import NotEstimable, Score


def a_coding(
    codebook: Codebook,
    coder: str,
    *values: float | None,
    role: CodingRole = CodingRole.PRIMARY,
    state: CodingState = CodingState.LOCKED,
    marks: tuple[CodeMark, ...] = (),
) -> Coding:
    """A locked coding; None stands for not applicable."""
    ratings = {
        d: Rating.rated(v) if v is not None else Rating.not_applicable("inaudible")
        for d, v in zip(codebook.dimension_ids, values, strict=False)
    }
    return Coding(
        coding_id=CodingId(f"coding-{coder}"),
        session_id=SessionId("S001"),
        coder_id=CoderId(coder),
        codebook=codebook.ref,
        role=role,
        state=state,
        ratings=ratings,
        marks=marks,
    )


def finals(found: FinalValues | NotEstimable) -> FinalValues:
    assert isinstance(found, FinalValues)
    return found


def rated(found: Rating | NotEstimable) -> float | None:
    assert isinstance(found, Rating)
    return found.value


def test_one_coding_is_taken_as_it_is(swim7: Codebook) -> None:
    found = finals(final_values(swim7, [a_coding(swim7, "C1", 3, 2, 2, None, 3, 2, 4)]))
    assert found.basis is ScoreBasis.SINGLE
    assert found.n_coders == 1
    assert rated(found.ratings["collaboration"]) == 3
    assert isinstance(found.scores(swim7)["mi_spirit"], NotEstimable)


def test_several_codings_give_their_mean(swim7: Codebook) -> None:
    codings = [
        a_coding(swim7, "C1", 3, 4, 3, 2, 3, 4, 2),
        a_coding(swim7, "C2", 3, 4, 3, 3, 3, 5, 3, role=CodingRole.DOUBLE),
    ]
    found = finals(final_values(swim7, codings))
    assert found.basis is ScoreBasis.MEAN
    assert found.n_coders == 2
    assert rated(found.ratings["evocation"]) == 2.5
    spirit = found.scores(swim7)["mi_spirit"]
    assert isinstance(spirit, Score)
    assert spirit.value == pytest.approx(19 / 6)


def test_a_study_may_use_the_primary_coding_alone(swim7: Codebook) -> None:
    codings = [
        a_coding(swim7, "C1", *[5] * 7, role=CodingRole.DOUBLE),
        a_coding(swim7, "C2", *[2] * 7),
    ]
    found = finals(final_values(swim7, codings, several=ScoreBasis.SINGLE))
    assert found.basis is ScoreBasis.SINGLE
    assert rated(found.ratings["empathy"]) == 2


def test_a_consensus_goes_before_the_mean(swim7: Codebook) -> None:
    codings = [
        a_coding(swim7, "C1", *[1] * 7),
        a_coding(swim7, "C2", *[3] * 7, role=CodingRole.DOUBLE),
        a_coding(swim7, "C1", *[3] * 7, role=CodingRole.CONSENSUS),
    ]
    found = finals(final_values(swim7, codings))
    assert found.basis is ScoreBasis.CONSENSUS
    assert found.n_coders == 2
    assert rated(found.ratings["empathy"]) == 3


def test_a_consensus_on_ratings_leaves_the_counts_to_the_independent_codings(
    miti4: Codebook,
) -> None:
    code = miti4.count_ids[0]

    def counted(coder: str, n: int, role: CodingRole) -> Coding:
        marks = tuple(CodeMark(mark_id=f"{coder}{i}", count_id=code, at_ms=i) for i in range(n))
        return a_coding(miti4, coder, *[3] * 4, role=role, marks=marks)

    codings = [
        counted("C1", 5, CodingRole.PRIMARY),
        counted("C2", 2, CodingRole.DOUBLE),
        a_coding(miti4, "L1", *[4] * 4, role=CodingRole.CONSENSUS),
    ]
    found = finals(final_values(miti4, codings))
    assert found.basis is ScoreBasis.CONSENSUS
    assert found.counts is not None
    assert found.counts[code] == 3.5


def test_open_and_training_codings_give_no_final_value(swim7: Codebook) -> None:
    codings = [
        a_coding(swim7, "C1", *[3] * 7, state=CodingState.OPEN),
        a_coding(swim7, "C2", *[3] * 7, role=CodingRole.TRAINING),
    ]
    found = final_values(swim7, codings)
    assert isinstance(found, NotEstimable)
    assert found.reason == "not coded"


def test_coders_who_differ_on_whether_it_applies_leave_it_open(swim7: Codebook) -> None:
    codings = [
        a_coding(swim7, "C1", 3, 3, 3, None, 3, 3, 3),
        a_coding(swim7, "C2", 3, 3, 3, 3, 3, 3, 3, role=CodingRole.DOUBLE),
    ]
    found = finals(final_values(swim7, codings))
    evocation = found.ratings["evocation"]
    assert isinstance(evocation, NotEstimable)
    assert evocation.code == "coders_differ"
    spirit = found.scores(swim7)["mi_spirit"]
    assert isinstance(spirit, NotEstimable)
    assert spirit.code == "evocation: coders_differ"


def test_all_coders_ruling_it_out_is_not_applicable_with_the_commonest_reason() -> None:
    ratings = [Rating.not_applicable(r) for r in ("inaudible", "not_rated", "not_rated")]
    found = final_value(ratings)
    assert isinstance(found, Rating)
    assert found.state is RatingState.NOT_APPLICABLE
    assert found.na_reason == "not_rated"


def test_a_mean_waits_for_every_coder() -> None:
    assert final_value([Rating.rated(3), NOT_YET_RATED]) == NOT_YET_RATED


def test_counts_are_averaged_and_ratios_follow_from_them(miti4: Codebook) -> None:
    def marks(*codes: str) -> tuple[CodeMark, ...]:
        return tuple(
            CodeMark(mark_id=f"{i}", count_id=code, at_ms=i) for i, code in enumerate(codes)
        )

    codings = [
        a_coding(miti4, "C1", 3, 3, 3, 3, marks=marks("sr", "q")),
        a_coding(miti4, "C2", 3, 3, 3, 3, marks=marks("sr", "cr", "q"), role=CodingRole.DOUBLE),
    ]
    found = finals(final_values(miti4, codings))
    assert found.counts is not None
    assert (found.counts["sr"], found.counts["cr"], found.counts["q"]) == (1, 0.5, 1)
    ratio = found.scores(miti4)["r_to_q"]
    assert isinstance(ratio, Score)
    assert ratio.value == 1.5


def test_a_study_that_does_not_count_has_no_counts(miti4: Codebook) -> None:
    found = finals(final_values(miti4, [a_coding(miti4, "C1", 3, 3, 3, 3)]))
    assert found.counts is None
    lacking = found.scores(miti4)["r_to_q"]
    assert isinstance(lacking, NotEstimable)
    assert lacking.reason == "not counted"


def test_only_codes_that_all_coders_counted_are_averaged() -> None:
    assert mean_counts([{"q": 4, "sr": 1}, {"q": 2}]) == {"q": 3}


def test_counts_wait_for_every_coder_and_are_of_one_way(miti4: Codebook) -> None:
    mark = (CodeMark(mark_id="1", count_id="q", at_ms=1),)
    first = a_coding(miti4, "C1", 3, 3, 3, 3, marks=mark)
    second = a_coding(miti4, "C2", 3, 3, 3, 3, role=CodingRole.DOUBLE)
    lacking = finals(final_values(miti4, [first, second]))
    assert lacking.counts is None
    volley = replace(second, counting=CountingMode.VOLLEY)
    mixed = finals(final_values(miti4, [first, volley]))
    assert mixed.counts is None
    reason = mixed.scores(miti4)["total_mia"]
    assert isinstance(reason, NotEstimable)
    assert reason.code == "counted_differently"
    alike = replace(second, counting=CountingMode.TALLY)
    counts = finals(final_values(miti4, [first, alike])).counts
    assert counts is not None
    assert counts["q"] == 0.5
