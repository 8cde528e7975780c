"""Acts of a coder: saved one by one, on record, undone by compensation."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from practicecoder.codebook.rules import MissingKind
from practicecoder.domain.coding import (
    Coding,
    Evidence,
    Listen,
    Note,
    Polarity,
    Rating,
    RatingState,
)
from practicecoder.domain.history import HistoryKind, Origin
from practicecoder.domain.ids import BlindCode, CoderId, SessionId
from practicecoder.domain.sessions import SessionState
from practicecoder.domain.spans import TimeSpan
from practicecoder.domain.withdrawal import WithdrawalChoice
from practicecoder.errors import ConflictError, NotAllowedError
from practicecoder.services.coding import CodingDesk
from practicecoder.services.context import StudyServices
from practicecoder.services.session_rows import QueueState
from practicecoder.services.studies import open_study
from practicecoder.services.withdrawal import WithdrawalRequest

LEAD, FIRST, SECOND = CoderId("L1"), CoderId("C1"), CoderId("C2")
BLIND = BlindCode("S-BLIND1")


def desk_of(services: StudyServices, coder: CoderId = FIRST) -> CodingDesk:
    return services.coding.open_desk(BLIND, coder)


def stored(services: StudyServices, coding: Coding) -> Coding:
    with services.context.store.reading() as unit:
        found = unit.codings.find(coding.coding_id)
    assert found is not None
    return found


def rated_through(services: StudyServices, coding: Coding) -> Coding:
    """Coding with everything a submission needs, except for what was heard."""
    coding = services.coding.answer(coding, "behaviour_change_discussed", False).after
    for dimension in services.codebook.dimension_ids:
        if dimension != "evocation":
            coding = services.coding.rate(coding, dimension, 3).after
    for question in services.codebook.questions:
        if question.is_needed(coding.answers) and question.question_id not in coding.answers:
            coding = services.coding.answer(coding, question.question_id, True).after
    return coding


def test_a_rating_is_in_the_study_folder_when_the_act_returns(
    services: StudyServices, tmp_path: Path
) -> None:
    act = services.coding.rate(desk_of(services).coding, "empathy", 4)

    other = open_study(tmp_path / "study", read_only=True)
    try:
        assert stored(other, act.after).rating("empathy") == Rating.rated(4)
    finally:
        other.close()


def test_the_desk_holds_nothing_that_would_unblind_the_coder(services: StudyServices) -> None:
    first, second = desk_of(services, FIRST), desk_of(services, SECOND)

    for desk in (first, second):
        text = repr(desk)
        assert "OFFICE-A" not in text
        assert "W-1" not in text
        assert "double" not in text
    assert first.coding.role is second.coding.role
    assert first.coding.session_id == SessionId(BLIND)


def test_a_session_of_somebody_else_cannot_be_opened(services: StudyServices) -> None:
    with pytest.raises(NotAllowedError, match="not in the queue"):
        services.coding.open_desk(BlindCode("S-BLIND2"), SECOND)


def test_opening_again_brings_the_same_coding_back(services: StudyServices) -> None:
    act = services.coding.rate(desk_of(services).coding, "autonomy", 2)

    assert desk_of(services).coding == act.after


@pytest.mark.parametrize("value", [0, 6, 2.5])
def test_only_levels_of_the_scale_are_accepted(services: StudyServices, value: float) -> None:
    coding = desk_of(services).coding

    with pytest.raises(NotAllowedError, match="not a level"):
        services.coding.rate(coding, "empathy", value)
    assert stored(services, coding).rating("empathy").state is RatingState.NOT_YET_RATED


def test_no_behaviour_change_forces_evocation_to_not_applicable(services: StudyServices) -> None:
    coding = services.coding.rate(desk_of(services).coding, "evocation", 2).after
    question = "behaviour_change_discussed"

    assert services.coding.withdrawn_by(coding, question, False) == ("Evocation",)
    act = services.coding.answer(coding, question, False)

    assert act.after.rating("evocation") == Rating.not_applicable("no_behaviour_change")
    with pytest.raises(NotAllowedError, match="cannot be rated"):
        services.coding.rate(act.after, "evocation", 3)
    undone = services.coding.undo(act.after, act)
    assert undone.after.rating("evocation") == Rating.rated(2)
    assert question not in undone.after.answers


def test_taking_the_no_back_frees_evocation(services: StudyServices) -> None:
    question = "behaviour_change_discussed"
    coding = services.coding.answer(desk_of(services).coding, question, False).after

    coding = services.coding.answer(coding, question, True).after

    assert coding.rating("evocation").state is RatingState.NOT_YET_RATED


def test_the_reason_that_follows_from_a_question_cannot_be_chosen(services: StudyServices) -> None:
    coding = desk_of(services).coding

    with pytest.raises(NotAllowedError):
        services.coding.rule_out(coding, "evocation", "no_behaviour_change")
    act = services.coding.rule_out(coding, "evocation", "inaudible", note="traffic")
    assert act.after.rating("evocation").na_reason == "inaudible"


def test_undo_and_redo_are_further_entries_of_the_history(services: StudyServices) -> None:
    first = services.coding.rate(desk_of(services).coding, "empathy", 3)
    second = services.coding.rate(first.after, "empathy", 4)

    undone = services.coding.undo(second.after, second)
    redone = services.coding.redo(undone.after, second)

    assert undone.after.rating("empathy") == Rating.rated(3)
    assert redone.after.rating("empathy") == Rating.rated(4)
    with services.context.store.reading() as unit:
        entries = unit.history.of_coding(first.after.coding_id)
    ratings = [e for e in entries if e.kind is HistoryKind.RATING]
    assert [e.origin for e in ratings] == [Origin.MADE, Origin.MADE, Origin.UNDO, Origin.REDO]
    found = services.context.store.check()
    assert all("recording" in p.what.lower() for p in found), found  # none was put there


def test_evidence_notes_and_unsure_are_kept(services: StudyServices) -> None:
    coding = desk_of(services).coding
    evidence = Evidence(
        evidence_id="e1",
        span=TimeSpan(1_000, 4_000),
        dimension_ids=("empathy", "autonomy"),
        polarity=Polarity.STRENGTH,
        quote="How was that for you?",
        share=True,
    )
    coding = services.coding.put_evidence(coding, evidence).after
    coding = services.coding.put_note(coding, Note(note_id="n1", text="loud", at_ms=500)).after
    coding = services.coding.rate(coding, "empathy", 4).after
    coding = services.coding.set_unsure(coding, "empathy", True).after

    found = stored(services, coding)
    assert found.evidence == (evidence,)
    assert found.notes == (Note(note_id="n1", text="loud", at_ms=500),)
    assert found.rating("empathy") == Rating.rated(4, unsure=True)
    removed = services.coding.remove_evidence(coding, "e1")
    assert services.coding.undo(removed.after, removed).after.evidence == (evidence,)


def test_evidence_outside_of_the_segment_is_refused(services: StudyServices) -> None:
    outside = Evidence(evidence_id="e1", span=TimeSpan(60_001, 60_001), dimension_ids=("empathy",))
    with pytest.raises(NotAllowedError, match="outside the coded segment"):
        services.coding.put_evidence(desk_of(services).coding, outside)


def test_two_windows_cannot_overwrite_each_other(services: StudyServices) -> None:
    coding = desk_of(services).coding
    services.coding.rate(coding, "empathy", 4)

    with pytest.raises(ConflictError):
        services.coding.rate(coding, "empathy", 1)
    assert stored(services, coding).rating("empathy") == Rating.rated(4)


def test_submission_lists_all_that_is_missing(services: StudyServices) -> None:
    coding = desk_of(services).coding

    missing = services.coding.missing(coding)

    assert [m.kind for m in missing].count(MissingKind.RATING) == len(services.codebook.dimensions)
    assert missing[-1].kind is MissingKind.LISTENING
    with pytest.raises(NotAllowedError, match="Empathy is not yet rated"):
        services.coding.submit(coding, short_listen_reason="heard before")


def test_submitting_after_a_short_listen_needs_a_reason_that_is_kept(
    services: StudyServices,
) -> None:
    coding = rated_through(services, desk_of(services).coding)

    with pytest.raises(NotAllowedError, match="was heard"):
        services.coding.submit(coding)
    act = services.coding.submit(coding, short_listen_reason="the rest is silence")

    assert act.after.is_locked
    assert stored(services, coding).short_listen_reason == "the rest is silence"


def test_heard_spans_add_up_and_make_submission_possible(services: StudyServices) -> None:
    coding = rated_through(services, desk_of(services).coding)
    for start, end in ((0, 30_000), (20_000, 58_000)):
        listen = Listen(span=TimeSpan(start, end), speed=1.5, at=services.context.now())
        coding = services.coding.listened(coding, [listen], end)

    assert services.coding.heard_share(coding) == pytest.approx(58 / 60)
    assert services.coding.unheard(coding) == (TimeSpan(58_000, 60_000),)
    assert services.coding.submit(coding).after.is_locked
    assert desk_of(services).coding.position_ms == 58_000


def test_a_locked_coding_refuses_changes_until_the_lead_unlocks_it(
    services: StudyServices,
) -> None:
    coding = rated_through(services, desk_of(services).coding)
    locked = services.coding.submit(coding, short_listen_reason="short").after

    with pytest.raises(NotAllowedError, match="locked"):
        services.coding.rate(locked, "empathy", 1)
    with pytest.raises(NotAllowedError, match="Only a lead"):
        services.coding.unlock(locked.coding_id, actor=FIRST, reason="slip")
    with pytest.raises(NotAllowedError, match="reason"):
        services.coding.unlock(locked.coding_id, actor=LEAD, reason=" ")
    services.coding.unlock(locked.coding_id, actor=LEAD, reason="wrong card")

    reopened = desk_of(services).coding
    assert not reopened.is_locked
    services.coding.rate(reopened, "empathy", 1)
    with services.context.store.reading() as unit:
        kinds = [e.kind for e in unit.history.of_coding(locked.coding_id)]
    assert kinds.count(HistoryKind.SUBMITTED) == 1
    assert kinds.count(HistoryKind.UNLOCKED) == 1


def test_a_session_is_submitted_when_all_its_coders_are_done(services: StudyServices) -> None:
    states = []
    for coder in (FIRST, SECOND):
        coding = rated_through(services, desk_of(services, coder).coding)
        services.coding.submit(coding, short_listen_reason="short")
        with services.context.store.reading() as unit:
            session = unit.sessions.find(SessionId("OFFICE-A-1"))
        assert session is not None
        states.append(session.state)

    assert states == [SessionState.IN_CODING, SessionState.COMPARED]


def test_the_queue_shows_progress_and_finds_the_next_session(services: StudyServices) -> None:
    assert services.sessions.next_in_queue(FIRST) is not None
    services.coding.rate(desk_of(services).coding, "empathy", 3)

    rows = {row.blind_code: row for row in services.sessions.queue(FIRST)}

    assert rows[BLIND].state is QueueState.IN_PROGRESS
    assert rows[BLIND].n_decided == 1
    assert services.sessions.next_in_queue(FIRST) == BLIND
    assert "OFFICE" not in repr(rows)


def test_the_lead_sees_double_coding_and_the_coder_does_not(services: StudyServices) -> None:
    by_id = {row.session.session_id: row for row in services.sessions.lead_table()}

    assert by_id[SessionId("OFFICE-A-1")].is_double_coded
    assert not by_id[SessionId("OFFICE-A-2")].is_double_coded
    with pytest.raises(NotAllowedError, match="already has"):
        services.sessions.assign((SessionId("OFFICE-A-1"),), FIRST, actor=LEAD)
    with pytest.raises(NotAllowedError, match="Only a lead"):
        services.sessions.assign((SessionId("OFFICE-A-2"),), SECOND, actor=FIRST)


def test_a_session_out_of_use_is_neither_queued_nor_opened_nor_assigned(
    services: StudyServices,
) -> None:
    before = services.sessions.queue(FIRST)
    with services.context.store.transaction() as unit:
        session = unit.sessions.find(SessionId("OFFICE-A-2"))
        assert session is not None
        out_of_use = replace(session, state=SessionState.UNUSABLE)
        unit.sessions.save(out_of_use, expected_version=session.version)

    queued = {row.blind_code for row in services.sessions.queue(FIRST)}
    assert queued == {row.blind_code for row in before} - {session.blind_code}
    with pytest.raises(NotAllowedError, match="not in the queue"):
        services.coding.open_desk(session.blind_code, FIRST)
    for code in ("OFFICE-A-2", "no such session"):
        with pytest.raises(NotAllowedError, match="not to be coded"):
            services.sessions.assign((SessionId(code),), SECOND, actor=LEAD)


@pytest.mark.parametrize("choice", WithdrawalChoice)
def test_nothing_is_saved_to_a_session_that_was_withdrawn_while_it_was_open(
    services: StudyServices, choice: WithdrawalChoice
) -> None:
    coding = rated_through(services, desk_of(services).coding)
    session_id = stored(services, coding).session_id
    services.withdrawal.withdraw(
        WithdrawalRequest(
            session_id=session_id, choice=choice, reason="asked", confirmation=session_id
        ),
        actor=LEAD,
    )
    before = (services.path / "study.db").read_bytes()
    dimension = services.codebook.dimension_ids[0]
    listen = Listen(span=TimeSpan(0, 500), speed=1.0, at=services.context.now())

    with pytest.raises(NotAllowedError, match="out of use"):
        services.coding.rate(coding, dimension, 1)
    with pytest.raises(NotAllowedError, match="out of use"):
        services.coding.submit(coding, short_listen_reason="made up")
    assert services.coding.listened(coding, [listen], 500) == coding
    assert (services.path / "study.db").read_bytes() == before


def test_a_stale_copy_cannot_be_submitted(services: StudyServices) -> None:
    coding = rated_through(services, desk_of(services).coding)
    services.coding.rate(coding, "empathy", 5)

    with pytest.raises(ConflictError):
        services.coding.submit(coding, short_listen_reason="short")
    assert not stored(services, replace(coding)).is_locked


def test_answer_that_someone_was_recognised_marks_the_coding(services: StudyServices) -> None:
    act = services.coding.answer(desk_of(services).coding, "recognised", True)
    assert stored(services, act.after).unblinded
    back = services.coding.undo(act.after, act)
    assert not stored(services, back.after).unblinded
    assert "recognised" not in stored(services, back.after).answers


@pytest.mark.parametrize("answer", [False, None])
def test_answer_that_nobody_was_recognised_takes_the_mark_away(
    services: StudyServices, answer: bool | None
) -> None:
    coding = services.coding.answer(desk_of(services).coding, "recognised", True).after
    coding = services.coding.answer(coding, "recognised", answer).after
    assert not stored(services, coding).unblinded


def test_other_answers_leave_the_mark_as_it_is(services: StudyServices) -> None:
    coding = services.coding.answer(desk_of(services).coding, "recognised", True).after
    coding = services.coding.answer(coding, "child_present", False).after
    assert stored(services, coding).unblinded
