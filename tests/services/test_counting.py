"""Acts on marks: counted in their own way, on record, undone like every act."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from practicecoder.codebook import library
from practicecoder.codebook.rules import MissingKind
from practicecoder.domain.allocation import Assignment
from practicecoder.domain.coding import CodeMark, Coding, CodingRole, CountingMode, Listen
from practicecoder.domain.history import HistoryKind, Origin
from practicecoder.domain.ids import BlindCode, CoderId, SessionId
from practicecoder.domain.people import Coder
from practicecoder.domain.sessions import PracticeSession, Purpose, Segment, SegmentChoice
from practicecoder.domain.spans import TimeSpan
from practicecoder.errors import NotAllowedError
from practicecoder.scoring.counts import counts_of
from practicecoder.scoring.finals import FinalValues
from practicecoder.scoring.results import NotEstimable, Score
from practicecoder.scoring.scores import all_scores
from practicecoder.services.context import StudyServices
from practicecoder.services.exporting import PackageOrder
from practicecoder.services.final_sessions import final_sessions
from practicecoder.services.studies import create_study
from tests.builders import NOW, a_recording

LEAD, CODER, SECOND = CoderId("L1"), CoderId("C1"), CoderId("C2")
BLIND, SESSION = BlindCode("S-BLIND1"), SessionId("V-0001")
NAMES = {"permission": "persuade_permission"}
TALLY, VOLLEY = CountingMode.TALLY, CountingMode.VOLLEY


def a_miti_study(folder: Path, codebook_id: str) -> StudyServices:
    """A MITI study of one visit of two minutes, of which 0:10 to 1:50 are coded."""
    codebook = library.find(codebook_id)
    made = create_study(folder, title="Test study", codebook=codebook, now=lambda: NOW)
    recording = a_recording(1, minutes=2)
    with made.context.store.transaction() as unit:
        for coder in (CODER, SECOND):
            unit.people.add_coder(Coder(coder_id=coder))
        unit.sessions.add_recording(recording)
        unit.sessions.add(
            PracticeSession(
                session_id=SESSION,
                blind_code=BLIND,
                purpose=Purpose.BOTH,
                recording=recording,
                segment=Segment(span=TimeSpan(10_000, 110_000), choice=SegmentChoice.MARKED),
            )
        )
    made.sessions.assign((SESSION,), CODER, actor=LEAD, seed=1)
    return made


@pytest.fixture
def miti(tmp_path: Path) -> Iterator[StudyServices]:
    made = a_miti_study(tmp_path / "miti", "miti-4.2.1")
    yield made
    made.close()


@pytest.fixture
def older(tmp_path: Path) -> Iterator[StudyServices]:
    made = a_miti_study(tmp_path / "older", "miti-3.1.1")
    yield made
    made.close()


def opened(services: StudyServices, coder: CoderId = CODER) -> Coding:
    return services.coding.open_desk(BLIND, coder).coding


def stored(services: StudyServices, coding: Coding) -> Coding:
    with services.context.store.reading() as unit:
        found = unit.codings.find(coding.coding_id)
    assert found is not None
    return found


def marked(services: StudyServices, coding: Coding, *volleys: str) -> Coding:
    """Coding with marks from texts such as ``"[sr + affirm] [q]"``, one text for a volley."""
    at_ms = 10_000
    for volley, text in enumerate(volleys):
        for utterance, codes in enumerate(text.strip("[]").split("] [") if text else []):
            for code in codes.split(" + "):
                coding = services.counting.add_mark(
                    coding, NAMES.get(code, code), at_ms, volley=volley, utterance=utterance
                ).after
                at_ms += 1000
    return coding


def counted(services: StudyServices, coding: Coding) -> dict[str, int]:
    counts = counts_of(services.codebook, stored(services, coding))
    assert counts is not None
    return {code: count for code, count in counts.items() if count}


def submitted(services: StudyServices, coding: Coding) -> Coding:
    """Coding with all that submission needs besides the counting, submitted."""
    coding = services.coding.answer(coding, "change_goal", "Less shouting").after
    for dimension in services.codebook.dimension_ids:
        coding = services.coding.rate(coding, dimension, 3).after
    listen = Listen(span=TimeSpan(0, 120_000), speed=1.0, at=NOW)
    coding = services.coding.listened(coding, (listen,), 0)
    return services.coding.submit(coding).after


@pytest.mark.parametrize(
    ("volleys", "expected"),
    [
        (["[sr] [q] [cr]"], {"cr": 1, "q": 1}),
        (["[sr] [sr]"], {"sr": 1}),
        (["[q] [q] [q]"], {"q": 1}),
        (["[persuade] [permission]"], {"persuade_permission": 1}),
        (["[affirm] [emphasize]"], {"affirm": 1, "emphasize": 1}),
        (["[affirm] [affirm]"], {"affirm": 1}),
        (["[confront + q]"], {"confront": 1}),
        (["[confront] [q]"], {"confront": 1, "q": 1}),
        (["[sr + affirm]"], {"affirm": 1}),
        (["[sr] [affirm]"], {"affirm": 1, "sr": 1}),
        (["[sr] [emphasize] [cr]"], {"cr": 1, "emphasize": 1}),
        (
            ["[gi] [persuade] [q] [cr] [affirm] [seek] [emphasize] [confront]"],
            dict.fromkeys(
                ("gi", "persuade", "q", "cr", "affirm", "seek", "emphasize", "confront"), 1
            ),
        ),
        (["[q] [q]"], {"q": 1}),
        (["[q]", "[q]"], {"q": 2}),
        ([""], {}),
    ],
)
def test_volleys_are_counted_from_what_is_stored(
    miti: StudyServices, volleys: list[str], expected: dict[str, int]
) -> None:
    coding = miti.counting.choose_mode(opened(miti), VOLLEY).after
    assert counted(miti, marked(miti, coding, *volleys)) == expected


@pytest.mark.parametrize(
    ("volley", "expected"),
    [
        ("[mia] [mia]", {"mia": 1}),
        ("[mia] [mina]", {"mia": 1, "mina": 1}),
        ("[question_open] [question_closed]", {"question_open": 1, "question_closed": 1}),
        ("[sr] [cr]", {"cr": 1}),
    ],
)
def test_volleys_of_the_older_scheme_are_counted_from_what_is_stored(
    older: StudyServices, volley: str, expected: dict[str, int]
) -> None:
    assert counted(older, marked(older, opened(older), volley)) == expected


@pytest.mark.parametrize(
    ("mia", "expected"), [(0, "neither MI-adherent nor MI-non-adherent occurred"), (3, 100.0)]
)
def test_adherence_without_either_behaviour_is_not_estimable(
    older: StudyServices, mia: int, expected: float | str
) -> None:
    coding = older.counting.choose_mode(opened(older), TALLY).after
    for _ in range(mia):
        coding = older.counting.add_mark(coding, "mia", 20_000).after
    kept = stored(older, coding)
    found = all_scores(older.codebook, kept.ratings, counts_of(older.codebook, kept))["pct_mia"]
    assert (found.reason if isinstance(found, NotEstimable) else found.value) == expected


def test_taking_a_mark_away_lets_another_code_of_the_slot_count(miti: StudyServices) -> None:
    coding = marked(miti, opened(miti), "[sr] [cr]")
    assert counted(miti, coding) == {"cr": 1}
    coding = miti.counting.remove_mark(coding, coding.marks[1].mark_id).after
    assert counted(miti, coding) == {"sr": 1}


def test_a_tally_counts_every_mark(miti: StudyServices) -> None:
    coding = opened(miti)
    for code in ("sr", "sr", "q"):
        coding = miti.counting.add_mark(coding, code, 20_000).after
    assert coding.counting is TALLY
    assert counted(miti, coding) == {"sr": 2, "q": 1}


@pytest.mark.parametrize(
    ("marks", "pct_cr", "r_to_q"),
    [
        ({"sr": 4, "cr": 6, "q": 5}, 60.0, 2.0),
        ({"q": 5}, "no reflections", 0.0),
        ({"sr": 3}, 0.0, "no questions"),
        ({}, "no reflections", "no questions"),
        (None, "not counted", "not counted"),
    ],
)
def test_a_ratio_without_a_denominator_is_not_zero(
    miti: StudyServices,
    marks: dict[str, int] | None,
    pct_cr: float | str,
    r_to_q: float | str,
) -> None:
    coding = opened(miti)
    if marks is not None:
        coding = miti.counting.choose_mode(coding, TALLY).after
        for code, number in marks.items():
            for _ in range(number):
                coding = miti.counting.add_mark(coding, code, 20_000).after
    kept = stored(miti, coding)
    scores = all_scores(miti.codebook, kept.ratings, counts_of(miti.codebook, kept))
    for score_id, expected in (("pct_cr", pct_cr), ("r_to_q", r_to_q)):
        found = scores[score_id]
        if isinstance(expected, str):
            assert isinstance(found, NotEstimable)
            assert found.reason == expected
        else:
            assert isinstance(found, Score)
            assert found.value == expected


def test_a_pass_that_found_nothing_differs_from_no_pass(miti: StudyServices) -> None:
    coding = opened(miti)
    assert counts_of(miti.codebook, coding) is None
    begun = miti.counting.choose_mode(coding, VOLLEY).after
    assert counts_of(miti.codebook, begun) == dict.fromkeys(miti.codebook.count_ids, 0)


def test_submission_waits_for_the_counting_pass(miti: StudyServices) -> None:
    coding = opened(miti)
    kinds = [item.kind for item in miti.coding.missing(coding)]
    assert MissingKind.COUNTING in kinds
    begun = miti.counting.choose_mode(coding, TALLY).after
    assert MissingKind.COUNTING not in [item.kind for item in miti.coding.missing(begun)]
    assert submitted(miti, begun).is_locked
    with pytest.raises(NotAllowedError, match="locked"):
        miti.counting.add_mark(opened(miti), "q", 20_000)


def test_optional_codes_are_neither_asked_for_nor_offered(services: StudyServices) -> None:
    coding = services.coding.open_desk(BLIND, CODER).coding
    assert services.counting.codes == ()
    missing = services.coding.missing(coding)
    assert MissingKind.COUNTING not in [item.kind for item in missing]
    with pytest.raises(NotAllowedError, match="counts nothing"):
        services.counting.choose_mode(coding, TALLY)


def test_the_way_of_counting_stands_once_there_are_marks(miti: StudyServices) -> None:
    coding = miti.counting.choose_mode(opened(miti), TALLY).after
    coding = miti.counting.choose_mode(coding, VOLLEY).after
    coding = miti.counting.add_mark(coding, "q", 20_000, volley=0, utterance=0).after
    with pytest.raises(NotAllowedError, match="not converted"):
        miti.counting.choose_mode(coding, TALLY)
    assert stored(miti, coding).counting is VOLLEY


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        ({"count_id": "empathy"}, "not counted"),
        ({"at_ms": 9_999}, "outside the coded segment"),
        ({"at_ms": 110_001}, "outside the coded segment"),
        ({"end_ms": 120_000}, "outside the coded segment"),
        ({"speaker": "doctor"}, "no speaker"),
        ({"volley": 0}, "no volley"),
        ({"utterance": 1}, "no volley"),
    ],
)
def test_marks_that_make_no_sense_are_refused(
    miti: StudyServices, arguments: dict[str, object], why: str
) -> None:
    coding = miti.counting.choose_mode(opened(miti), TALLY).after
    given: dict[str, object] = {"count_id": "q", "at_ms": 20_000, **arguments}
    with pytest.raises(NotAllowedError, match=why):
        miti.counting.add_mark(coding, **given)  # type: ignore[arg-type]  # one wrong at a time
    assert stored(miti, coding).marks == ()


def test_acts_on_marks_are_undone_and_made_again_on_record(miti: StudyServices) -> None:
    chosen = miti.counting.choose_mode(opened(miti), VOLLEY).after
    act = miti.counting.add_mark(
        chosen, "cr", 65_400, end_ms=66_000, speaker="client", volley=2, utterance=1
    )
    assert act.text == "Complex reflection at 01:05"
    undone = miti.coding.undo(act.after, act)
    assert undone.text == "Undo: Complex reflection at 01:05"
    assert stored(miti, undone.after).marks == ()
    again = miti.coding.redo(undone.after, act)
    assert stored(miti, again.after).marks == act.after.marks
    with miti.context.store.reading() as unit:
        made = [e for e in unit.history.all() if e.kind is HistoryKind.MARK]
        modes = [e for e in unit.history.all() if e.kind is HistoryKind.COUNTING]
    assert [e.origin for e in made] == [Origin.MADE, Origin.UNDO, Origin.REDO]
    assert len(modes) == 1


def test_an_edit_replaces_the_mark_and_keeps_its_id(miti: StudyServices) -> None:
    coding = marked(miti, opened(miti), "[sr]")
    mark = replace(coding.marks[0], count_id="cr", at_ms=30_000, note="a summary")
    act = miti.counting.edit_mark(coding, mark)
    assert act.text == "Simple reflection to Complex reflection at 00:30"
    assert stored(miti, act.after).marks == (mark,)
    with pytest.raises(NotAllowedError, match="outside"):
        miti.counting.edit_mark(act.after, replace(mark, at_ms=0))
    with pytest.raises(NotAllowedError, match="no longer"):
        miti.counting.edit_mark(act.after, replace(mark, mark_id="unknown"))


def test_marks_of_one_code_merge_into_one_that_spans_them(miti: StudyServices) -> None:
    coding = marked(miti, opened(miti), "[sr] [sr] [q]")
    first, second, question = coding.marks
    coding = miti.counting.edit_mark(coding, replace(first, note="one")).after
    coding = miti.counting.edit_mark(coding, replace(second, end_ms=15_000, note="two")).after
    act = miti.counting.merge_marks(coding, (second.mark_id, first.mark_id))
    assert act.after.marks == (replace(first, end_ms=15_000, note="one; two"), question)
    assert miti.coding.undo(act.after, act).after.marks == coding.marks
    with pytest.raises(NotAllowedError, match="same code"):
        miti.counting.merge_marks(coding, (first.mark_id, question.mark_id))
    with pytest.raises(NotAllowedError, match="two or more"):
        miti.counting.merge_marks(coding, (first.mark_id,))


def test_merged_volleys_count_as_one_and_keep_their_utterances(miti: StudyServices) -> None:
    coding = marked(miti, opened(miti), "[q] [confront]", "[q]")
    assert counted(miti, coding) == {"q": 2, "confront": 1}
    act = miti.counting.merge_volleys(coding, 1, 0)
    assert [(m.volley, m.utterance) for m in act.after.marks] == [(0, 0), (0, 1), (0, 2)]
    assert counted(miti, act.after) == {"q": 1, "confront": 1}
    with pytest.raises(NotAllowedError, match="two volleys"):
        miti.counting.merge_volleys(act.after, 0, 1)


def test_a_volley_is_split_at_a_mark(miti: StudyServices) -> None:
    coding = marked(miti, opened(miti), "[q] [sr] [q]", "[affirm]")
    act = miti.counting.split_volley(coding, coding.marks[2].mark_id)
    assert [m.volley for m in act.after.marks] == [0, 0, 2, 1]
    assert counted(miti, act.after) == {"q": 2, "sr": 1, "affirm": 1}
    with pytest.raises(NotAllowedError, match="second mark"):
        miti.counting.split_volley(coding, coding.marks[0].mark_id)


def test_marks_joined_in_one_utterance_give_way(miti: StudyServices) -> None:
    coding = marked(miti, opened(miti), "[sr] [affirm]", "[q]")
    act = miti.counting.join_utterance(coding, [m.mark_id for m in coding.marks[:2]])
    assert counted(miti, act.after) == {"affirm": 1, "q": 1}
    with pytest.raises(NotAllowedError, match="one volley"):
        miti.counting.join_utterance(coding, [coding.marks[0].mark_id, coding.marks[2].mark_id])


def test_several_marks_are_removed_in_one_act(miti: StudyServices) -> None:
    coding = marked(miti, opened(miti), "[sr] [q] [cr]")
    act = miti.counting.remove_marks(coding, [m.mark_id for m in coding.marks[:2]])
    assert act.text == "Remove 2 marks"
    assert [m.count_id for m in act.after.marks] == ["cr"]


def test_final_counts_of_a_submitted_coding_are_those_of_its_volleys(miti: StudyServices) -> None:
    submitted(miti, marked(miti, opened(miti), "[sr] [cr] [q]", "[q]"))
    (one,) = final_sessions(miti.context)
    assert isinstance(one.final, FinalValues)
    assert one.final.counts is not None
    assert (one.final.counts["cr"], one.final.counts["sr"], one.final.counts["q"]) == (1, 0, 2)
    ratio = one.final.scores(miti.codebook)["r_to_q"]
    assert isinstance(ratio, Score)
    assert ratio.value == 0.5
    exported = next(iter(miti.exporting.package_data().independent))
    assert exported.counts is not None
    assert exported.counts["q"] == 2
    rows = {row.item: row.rating.value for row in miti.reliability.ratings()}
    assert (rows["q"], rows["gi"], rows["empathy"]) == (2, 0, 3)


def test_counts_of_the_two_ways_are_never_pooled(miti: StudyServices) -> None:
    with miti.context.store.transaction() as unit:
        unit.assignments.add(
            Assignment(session_id=SESSION, coder_id=SECOND, role=CodingRole.DOUBLE)
        )
    submitted(miti, marked(miti, opened(miti), "[q] [q]"))
    tallied = miti.counting.add_mark(opened(miti, SECOND), "q", 20_000).after
    submitted(miti, tallied)
    (one,) = final_sessions(miti.context)
    assert isinstance(one.final, FinalValues)
    assert one.final.counts is None
    ratio = one.final.scores(miti.codebook)["r_to_q"]
    assert isinstance(ratio, NotEstimable)
    assert ratio.reason == "coders counted in different ways"
    assert "q" not in {row.item for row in miti.reliability.ratings()}


def test_a_package_says_how_its_counts_were_made(miti: StudyServices, tmp_path: Path) -> None:
    submitted(miti, marked(miti, opened(miti), "[q] [sr]"))
    miti.exporting.export(tmp_path / "package", PackageOrder(analysis=False), actor=LEAD)
    readme = (tmp_path / "package" / "README.txt").read_text(encoding="utf-8")
    assert "Counts are by volley: each slot counts once in a volley." in " ".join(readme.split())


def test_saying_that_one_is_no_longer_blind_is_on_record(miti: StudyServices) -> None:
    act = miti.coding.set_unblinded(opened(miti), True)
    assert stored(miti, act.after).unblinded
    submitted(miti, miti.counting.choose_mode(act.after, TALLY).after)
    (one,) = final_sessions(miti.context)
    assert one.unblinded
    with miti.context.store.reading() as unit:
        assert HistoryKind.UNBLINDED in [entry.kind for entry in unit.history.all()]


def test_marks_of_a_study_that_never_chose_a_way_are_tallied(miti: StudyServices) -> None:
    marks = tuple(CodeMark(mark_id=str(i), count_id="q", at_ms=i, volley=0) for i in range(2))
    coding = replace(opened(miti), marks=marks)
    counts = counts_of(miti.codebook, coding)
    assert counts is not None
    assert counts["q"] == 2


def test_marks_of_one_moment_keep_the_order_in_which_they_were_made(miti: StudyServices) -> None:
    coding = miti.counting.choose_mode(opened(miti), CountingMode.TALLY).after
    made = ["q", "sr", "gi", "affirm", "q", "cr"] * 4
    for count_id in made:
        coding = miti.counting.add_mark(coding, count_id, 25_000).after

    assert [mark.count_id for mark in coding.marks] == made
    assert [mark.count_id for mark in stored(miti, coding).marks] == made
