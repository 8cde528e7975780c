"""The six invented visits: talk, sound, transcripts and codings fit together."""

from __future__ import annotations

import re
from collections import Counter
from itertools import combinations, pairwise

import pytest

from practicecoder.codebook import library
from practicecoder.codebook.rules import check_answer, check_rating, missing_items
from practicecoder.domain.coding import Coding, CodingRole, Evidence, RatingState
from practicecoder.domain.ids import CodingId
from practicecoder.domain.sessions import Purpose
from practicecoder.services.demonstration_material import (
    SpokenLine,
    Visit,
    VisitCoding,
    material_folder,
    visits,
)

VISITS = visits()
SWIM = library.find("swim7")

each_visit = pytest.mark.parametrize("visit", VISITS, ids=lambda v: v.session_id)


def line_of(visit: Visit, piece: Evidence) -> SpokenLine:
    return next(line for line in visit.lines if line.span == piece.span)


def as_coding(visit: Visit, given: VisitCoding) -> Coding:
    return Coding(
        coding_id=CodingId("c"),
        session_id=visit.session_id,
        coder_id=given.coder_id,
        codebook=SWIM.ref,
        role=given.role,
        ratings=given.ratings,
        answers=given.answers,
        evidence=given.evidence,
        notes=(given.note,),
    )


def test_six_visits_of_four_workers_two_of_whom_have_a_series() -> None:
    visits_of = Counter(visit.worker_id for visit in VISITS)
    assert len(VISITS) == 6
    assert sorted(visits_of.values()) == [1, 1, 2, 2]


def test_the_last_visit_follows_the_third_by_the_same_worker_some_months_later() -> None:
    third, last = VISITS[2], VISITS[5]
    assert third.worker_id == last.worker_id
    assert (last.session_date - third.session_date).days > 90


def test_codes_and_dates_are_told_apart() -> None:
    for values in zip(
        *((v.session_id, v.blind_code, v.session_date) for v in VISITS), strict=True
    ):
        assert len(set(values)) == 6


@each_visit
def test_visit_may_be_used_for_feedback_and_not_for_research(visit: Visit) -> None:
    assert visit.purpose is Purpose.SUPERVISION


@each_visit
def test_lines_are_numbered_in_order_and_spoken_by_known_roles(visit: Visit) -> None:
    assert [line.number for line in visit.lines] == list(range(1, len(visit.lines) + 1))
    assert {line.role for line in visit.lines} <= {"worker", "parent", "child"}
    assert visit.lines[0].role == "worker"


@each_visit
def test_talk_has_between_450_and_1200_words(visit: Visit) -> None:
    assert 450 <= sum(len(line.text.split()) for line in visit.lines) <= 1200


@each_visit
def test_lines_follow_each_other_with_the_pauses_of_talk(visit: Visit) -> None:
    spans = [line.span for line in visit.lines]
    pauses = [later.start_ms - earlier.end_ms for earlier, later in pairwise(spans)]
    assert min(pauses) >= 400
    assert max(pauses) <= 1700
    assert sum(pause <= 1200 for pause in pauses) >= 0.9 * len(pauses)
    assert spans[-1].end_ms < visit.duration_ms


@each_visit
def test_transcript_has_every_line_with_its_role_and_times(visit: Visit) -> None:
    cues = re.findall(
        r"(\d+)\n(\S+) --> (\S+)\n<v (\w+)>(.*)</v>\n",
        visit.transcript.read_text(encoding="utf-8"),
    )
    assert cues == [
        (
            str(line.number),
            vtt_clock(line.span.start_ms),
            vtt_clock(line.span.end_ms),
            line.role.title(),
            line.text,
        )
        for line in visit.lines
    ]


def vtt_clock(ms: int) -> str:
    return f"00:{ms // 60_000:02d}:{ms // 1000 % 60:02d}.{ms % 1000:03d}"


# Codings


@each_visit
def test_three_coders_coded_and_the_first_is_the_one_that_counts(visit: Visit) -> None:
    assert [(c.coder_id, c.role) for c in visit.codings] == [
        ("D1", CodingRole.PRIMARY),
        ("D2", CodingRole.TRAINING),
        ("D3", CodingRole.TRAINING),
    ]


@each_visit
def test_codings_are_within_the_codebook_and_could_be_submitted(visit: Visit) -> None:
    for given in visit.codings:
        coding = as_coding(visit, given)
        assert set(given.ratings) == set(SWIM.dimension_ids)
        for dimension, rating in given.ratings.items():
            check_rating(SWIM, coding, dimension, rating)
        for question, answer in given.answers.items():
            check_answer(SWIM.question(question), answer)
        assert missing_items(SWIM, coding) == ()


@each_visit
def test_quotes_are_words_of_their_line_and_short(visit: Visit) -> None:
    for given in visit.codings:
        for piece in given.evidence:
            assert piece.quote
            assert piece.quote in line_of(visit, piece).text
            assert len(piece.quote.split()) <= 25


@each_visit
def test_evidence_is_of_known_dimensions_noted_and_inside_the_recording(visit: Visit) -> None:
    for given in visit.codings:
        for piece in given.evidence:
            assert piece.dimension_ids
            assert set(piece.dimension_ids) <= set(SWIM.dimension_ids)
            assert piece.note
            assert piece.span.end_ms <= visit.duration_ms


@each_visit
def test_the_coder_that_counts_gives_most_evidence(visit: Visit) -> None:
    first, *others = (len(given.evidence) for given in visit.codings)
    assert 4 <= first <= 8
    assert all(2 <= count <= 5 for count in others)


@each_visit
def test_worker_can_be_shown_two_strengths_or_a_thing_to_build(visit: Visit) -> None:
    shared = [piece for piece in visit.codings[0].evidence if piece.share]
    assert len(shared) >= 3
    assert not any(piece.share for given in visit.codings[1:] for piece in given.evidence)


@each_visit
def test_shared_evidence_names_nobody(visit: Visit) -> None:
    assert visit.names
    for piece in visit.codings[0].evidence:
        if piece.share:
            words = set(re.findall(r"\w+", f"{piece.quote} {piece.note}"))
            assert words.isdisjoint(visit.names)


@each_visit
def test_no_dimension_is_rated_without_evidence_far_from_the_anchor(visit: Visit) -> None:
    """Where the coder that counts left the anchor by two levels, a moment says why."""
    given = visit.codings[0]
    noted = {dimension for piece in given.evidence for dimension in piece.dimension_ids}
    for dimension, rating in given.ratings.items():
        anchor = SWIM.dimension(dimension).scale.anchor
        assert anchor is not None
        if rating.value is not None and abs(rating.value - anchor) >= 2:
            assert dimension in noted


def test_coders_mostly_agree_and_differ_by_two_levels_once() -> None:
    differences = [
        abs(one.value - other.value)
        for visit in VISITS
        for dimension in SWIM.dimension_ids
        for one, other in combinations([c.ratings[dimension] for c in visit.codings], 2)
        if one.value is not None and other.value is not None
    ]
    apart = Counter(differences)
    assert apart[2] == 1
    assert max(apart) == 2
    assert 0 < apart[1] < apart[0]


def test_behaviour_change_is_absent_from_one_visit_and_disputed_in_another() -> None:
    rated_by = {
        visit.session_id: sum(
            coding.ratings["evocation"].state is RatingState.RATED for coding in visit.codings
        )
        for visit in VISITS
    }
    assert rated_by == {"V01": 3, "V02": 2, "V03": 3, "V04": 3, "V05": 0, "V06": 3}


def test_quality_of_practice_differs_as_the_visits_are_described() -> None:
    first = {visit.session_id: visit.codings[0].ratings for visit in VISITS}

    def level(visit: str, dimension: str) -> float:
        value = first[visit][dimension].value  # type: ignore[index]  # ids are plain texts here
        assert value is not None
        return value

    assert min(level("V01", d) for d in SWIM.dimension_ids) >= 4
    assert level("V02", "clarity_about_concerns") == 1
    assert level("V03", "clarity_about_concerns") >= 4 > 1 == level("V03", "empathy")
    assert level("V04", "child_focus") == 5
    assert level("V06", "empathy") > level("V03", "empathy")
    assert level("V06", "evocation") > level("V03", "evocation")


def test_folder_says_that_everything_is_invented() -> None:
    folder = material_folder()
    assert "**Everything in this folder is invented.**" in (folder / "README.md").read_text()
    set_readme = (folder / "hertfordshire_like" / "README.md").read_text()
    assert set_readme.startswith("# EVERY ROW HERE IS INVENTED. THIS IS NOT EVIDENCE.")
