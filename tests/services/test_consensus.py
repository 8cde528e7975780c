from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from itertools import count
from pathlib import Path

import pytest

from practicecoder.codebook.model import Codebook
from practicecoder.domain.allocation import Assignment
from practicecoder.domain.coding import (
    Coding,
    CodingRole,
    CodingState,
    Evidence,
    Note,
    Rating,
    ScoreBasis,
)
from practicecoder.domain.coding_changes import AnswerChange, EvidenceChange, NoteChange, applied
from practicecoder.domain.history import HistoryEntry, HistoryKind, Origin
from practicecoder.domain.ids import BlindCode, CoderId, CodingId, SessionId
from practicecoder.domain.people import Coder
from practicecoder.domain.sessions import SessionState
from practicecoder.domain.spans import TimeSpan
from practicecoder.errors import NotAllowedError, ReadOnlyStudyError
from practicecoder.scoring.finals import FinalValues
from practicecoder.services.changes import ChangeKind
from practicecoder.services.comparing import Difference
from practicecoder.services.context import StudyServices
from practicecoder.services.final_sessions import final_sessions
from practicecoder.services.meetings import MeetingState, labelled, letter
from practicecoder.services.result_tables import reliability_rows
from practicecoder.services.studies import open_study
from practicecoder.storage.history_checking import agrees
from practicecoder.vault.sound_file import SoundFile
from tests.builders import (
    ANALYST,
    ANNA,
    BEN,
    CARA,
    LEAD,
    NOW,
    QUESTION,
    a_laboratory,
    a_session,
    a_study,
    add_coding,
    add_people,
    add_sessions,
    ratings_of,
)

SESSION, CODE = SessionId("V-0001"), BlindCode("S-BLIND1")
NO_CHANGE = "no_behaviour_change"
FIRST = (3, 2, 3, None, 3, 3, 3)
SECOND = (3, 4, 4, 2, 3, 3, 3)


@pytest.fixture
def study(tmp_path: Path) -> Iterator[StudyServices]:
    """Return a study with one session, coded by A and B; C is a coder without a session."""
    seconds = count()
    services = a_study(tmp_path / "study", now=lambda: NOW + timedelta(seconds=next(seconds)))
    add_people(services, *(Coder(coder_id=coder) for coder in (ANNA, BEN, CARA)))
    add_sessions(services, a_session(1))
    yield services
    services.close()


@pytest.fixture
def coded(study: StudyServices) -> StudyServices:
    for coder, values in ((ANNA, FIRST), (BEN, SECOND)):
        add_coding(study, SESSION, coder, ratings_of(study.codebook, values))
    return study


@pytest.fixture
def codebook(study: StudyServices) -> Codebook:
    return study.codebook


def stored(services: StudyServices) -> tuple[Coding, ...]:
    with services.context.store.reading() as unit:
        return unit.codings.of_session(SESSION)


def consensus_of(services: StudyServices) -> Coding:
    (found,) = [c for c in stored(services) if c.role is CodingRole.CONSENSUS]
    return found


def history_of(services: StudyServices, coding: Coding) -> tuple[HistoryEntry, ...]:
    with services.context.store.reading() as unit:
        return unit.history.of_coding(coding.coding_id)


def session_of(services: StudyServices) -> SessionState:
    with services.context.store.reading() as unit:
        session = unit.sessions.find(SESSION)
    assert session is not None
    return session.state


def agree_on_all(services: StudyServices, actor: CoderId = LEAD, value: float = 3) -> None:
    services.consensus.take_over_equal(CODE, actor)
    for row in services.consensus.open(CODE, actor).undecided:
        services.consensus.agree(CODE, row.dimension_id, Rating.rated(value), actor)


# Who may look, and when


@pytest.mark.parametrize("actor", [ANNA, BEN, LEAD])
def test_nobody_compares_while_a_coding_is_open(study: StudyServices, actor: CoderId) -> None:
    add_coding(study, SESSION, ANNA, ratings_of(study.codebook, FIRST))
    add_coding(study, SESSION, BEN, ratings_of(study.codebook, SECOND), submitted=False)

    assert study.consensus.meetings(actor) == ()
    with pytest.raises(NotAllowedError):
        study.consensus.open(CODE, actor)
    with pytest.raises(NotAllowedError):
        study.consensus.agree(CODE, "empathy", Rating.rated(3), actor)


@pytest.mark.parametrize("actor", [ANNA, LEAD])
def test_nobody_compares_while_a_coder_has_not_begun(coded: StudyServices, actor: CoderId) -> None:
    with coded.context.store.transaction() as unit:
        unit.assignments.add(
            Assignment(session_id=SESSION, coder_id=CARA, role=CodingRole.DOUBLE, position=9)
        )

    assert coded.consensus.meetings(actor) == ()
    with pytest.raises(NotAllowedError):
        coded.consensus.open(CODE, actor)


def test_a_refused_coder_is_not_told_that_there_is_a_second_coding(
    study: StudyServices,
) -> None:
    add_coding(study, SESSION, ANNA, ratings_of(study.codebook, FIRST))
    with pytest.raises(NotAllowedError) as coded_once:
        study.consensus.open(CODE, ANNA)
    add_coding(study, SESSION, BEN, ratings_of(study.codebook, SECOND), submitted=False)
    with pytest.raises(NotAllowedError) as coded_twice:
        study.consensus.open(CODE, ANNA)
    with pytest.raises(NotAllowedError) as stranger:
        study.consensus.open(CODE, CARA)

    assert coded_once.value.user_message == coded_twice.value.user_message
    assert coded_once.value.user_message == stranger.value.user_message


@pytest.mark.parametrize("actor", [CARA, ANALYST, CoderId("nobody"), None])
def test_whoever_did_not_code_the_session_is_refused(
    coded: StudyServices, actor: CoderId | None
) -> None:
    assert coded.consensus.meetings(actor) == ()
    with pytest.raises(NotAllowedError):
        coded.consensus.open(CODE, actor)
    with pytest.raises(NotAllowedError):
        coded.consensus.agree(CODE, "empathy", Rating.rated(3), actor)
    with pytest.raises(NotAllowedError):
        coded.consensus.finish(CODE, actor)


def test_a_training_coding_gives_no_right_to_the_meeting(coded: StudyServices) -> None:
    training = Coding(
        coding_id=CodingId("training"),
        session_id=SESSION,
        coder_id=CARA,
        codebook=coded.codebook.ref,
        role=CodingRole.TRAINING,
        state=CodingState.LOCKED,
    )
    with coded.context.store.transaction() as unit:
        unit.codings.add(training)

    with pytest.raises(NotAllowedError):
        coded.consensus.open(CODE, CARA)
    assert coded.consensus.open(CODE, LEAD).labels == ("A", "B")


@pytest.mark.parametrize("state", [SessionState.WITHDRAWN, SessionState.UNUSABLE])
def test_a_session_that_is_no_longer_coded_has_no_meeting(
    coded: StudyServices, state: SessionState
) -> None:
    with coded.context.store.transaction() as unit:
        session = unit.sessions.find(SESSION)
        assert session is not None
        unit.sessions.save(replace(session, state=state), expected_version=session.version)

    assert coded.consensus.meetings(LEAD) == ()
    with pytest.raises(NotAllowedError):
        coded.consensus.open(CODE, LEAD)


def test_coders_see_the_blind_code_and_leads_the_session_too(coded: StudyServices) -> None:
    for actor, session_id in ((ANNA, None), (LEAD, SESSION)):
        (row,) = coded.consensus.meetings(actor)
        assert (row.blind_code, row.session_id) == (CODE, session_id)
        assert coded.consensus.open(CODE, actor).session_id == session_id
    assert str(SESSION) not in repr(coded.consensus.open(CODE, ANNA))


def test_names_of_coders_appear_only_if_the_lead_says_so(coded: StudyServices) -> None:
    assert coded.consensus.open(CODE, LEAD).names == {}

    settings = coded.settings.current()
    coded.settings.change(replace(settings, names_in_meetings=True), actor=LEAD)

    meeting = coded.consensus.open(CODE, ANNA)
    assert sorted(meeting.names.values()) == [ANNA, BEN]
    own = next(label for label, coder in meeting.names.items() if coder == ANNA)
    row = next(r for r in meeting.rows if r.dimension_id == coded.codebook.dimension_ids[1])
    assert row.ratings[own].value == FIRST[1]


def test_a_letter_does_not_follow_a_coder_from_session_to_session(codebook: Codebook) -> None:
    def coding(session: str, coder: CoderId) -> Coding:
        return Coding(
            coding_id=CodingId(f"{session}{coder}"),
            session_id=SessionId(session),
            coder_id=coder,
            codebook=codebook.ref,
        )

    letters: set[str] = set()
    for number in range(1, 30):
        session = a_session(number)
        codings = [coding(session.session_id, coder) for coder in (ANNA, BEN)]
        found = labelled(session, codings)
        assert found == labelled(session, codings[::-1])
        letters.update(label for label, c in found.items() if c.coder_id == ANNA)

    assert letters == {"A", "B"}
    assert [letter(n) for n in (0, 25, 26, 27)] == ["A", "Z", "AA", "AB"]


# What lies on the table


def test_the_widest_differences_come_first(coded: StudyServices) -> None:
    meeting = coded.consensus.open(CODE, LEAD)

    assert [row.difference for row in meeting.rows[:4]] == [
        Difference.APPLICABILITY,
        Difference.FAR,
        Difference.NEAR,
        Difference.EQUAL,
    ]
    assert (len(meeting.to_talk_about), len(meeting.equal)) == (3, 4)
    (row,) = coded.consensus.meetings(LEAD)
    assert (row.n_coders, row.n_differences, row.n_equal, row.n_agreed) == (2, 3, 4, 0)


def test_evidence_and_notes_of_every_coder_lie_on_the_table_shared_or_not(
    coded: StudyServices,
) -> None:
    own = next(c for c in stored(coded) if c.coder_id == ANNA)
    piece = Evidence(
        evidence_id="e1", span=TimeSpan(9_000, 9_000), dimension_ids=("empathy",), quote="well"
    )
    note = Note(note_id="n1", text="a slow start")
    changes = (EvidenceChange("e1", piece), NoteChange("n1", note))
    with coded.context.store.transaction() as unit:
        unit.codings.save(applied(own, changes), expected_version=own.version, changes=changes)

    meeting = coded.consensus.open(CODE, BEN)

    row = next(r for r in meeting.rows if r.dimension_id == "empathy")
    assert sorted(row.evidence.values()) == [(), (piece,)]
    assert sorted(meeting.notes.values()) == [(), (note,)]


def test_the_sound_of_the_session_is_there_to_be_played(coded: StudyServices) -> None:
    meeting = coded.consensus.open(CODE, ANNA)

    assert meeting.recording == SoundFile(coded.path / "audio" / f"{1:064x}.flac")
    assert meeting.segment == TimeSpan(0, 50 * 60_000)


def test_questions_that_coders_answered_differently_are_told(coded: StudyServices) -> None:
    (told,) = coded.consensus.open(CODE, LEAD).answers

    assert told.question_id == QUESTION
    assert sorted(told.answers.values(), key=str) == [False, True]


# Agreeing


def test_agreeing_leaves_the_independent_codings_as_they_were(coded: StudyServices) -> None:
    before = stored(coded)

    agree_on_all(coded)
    coded.consensus.finish(CODE, LEAD)

    after = stored(coded)
    assert [c for c in after if c.role.is_independent] == list(before)
    consensus = consensus_of(coded)
    assert consensus.is_locked
    assert consensus.rating("empathy").value == 3


def test_what_is_agreed_is_on_record_under_whoever_did_it(coded: StudyServices) -> None:
    coded.consensus.open(CODE, ANNA)
    coded.consensus.agree(CODE, "empathy", Rating.rated(4, unsure=True), BEN)

    consensus = consensus_of(coded)
    entries = history_of(coded, consensus)
    assert [(entry.kind, entry.actor) for entry in entries] == [
        (HistoryKind.CODING_STARTED, ANNA),
        (HistoryKind.RATING, BEN),
    ]
    assert consensus.rating("empathy") == Rating.rated(4)


def test_a_lead_who_only_looks_begins_nothing(coded: StudyServices) -> None:
    assert coded.consensus.open(CODE, LEAD).state is MeetingState.TO_HOLD
    assert len(stored(coded)) == 2

    assert coded.consensus.open(CODE, ANNA).state is MeetingState.BEGUN
    assert consensus_of(coded).coder_id == ANNA


def test_once_coders_met_their_codings_are_not_unlocked(coded: StudyServices) -> None:
    own = next(c for c in stored(coded) if c.coder_id == ANNA)
    coded.consensus.open(CODE, ANNA)

    with pytest.raises(NotAllowedError, match="have met"):
        coded.coding.unlock(own.coding_id, actor=LEAD, reason="slip")

    assert all(c.is_locked for c in stored(coded) if c.role.is_independent)


def test_before_they_met_a_lead_unlocks_a_coding_and_the_meeting_waits(
    coded: StudyServices,
) -> None:
    own = next(c for c in stored(coded) if c.coder_id == ANNA)

    coded.coding.unlock(own.coding_id, actor=LEAD, reason="slip")

    assert coded.consensus.meetings(BEN) == ()


def test_an_act_can_be_undone_and_made_again(coded: StudyServices) -> None:
    first = coded.consensus.agree(CODE, "empathy", Rating.rated(2), ANNA)
    second = coded.consensus.agree(CODE, "empathy", Rating.rated(4), BEN)

    coded.consensus.undo(second, ANNA)
    assert coded.consensus.open(CODE, ANNA).agreed["empathy"] == Rating.rated(2)
    coded.consensus.undo(first, ANNA)
    assert coded.consensus.open(CODE, ANNA).agreed["empathy"] == Rating()
    coded.consensus.redo(first, ANNA)

    assert coded.consensus.open(CODE, ANNA).agreed["empathy"] == Rating.rated(2)
    entries = history_of(coded, consensus_of(coded))
    assert [e.origin for e in entries if e.kind is HistoryKind.RATING] == [
        Origin.MADE,
        Origin.MADE,
        Origin.UNDO,
        Origin.UNDO,
        Origin.REDO,
    ]


def test_agreeing_on_the_same_again_records_nothing(coded: StudyServices) -> None:
    coded.consensus.agree(CODE, "empathy", Rating.rated(2), ANNA)
    version = consensus_of(coded).version

    act = coded.consensus.agree(CODE, "empathy", Rating.rated(2), BEN)

    assert act.changes == ()
    assert consensus_of(coded).version == version


@pytest.mark.parametrize(
    ("dimension", "rating"),
    [
        ("empathy", Rating.rated(2.5)),
        ("empathy", Rating.rated(6)),
        ("empathy", Rating.not_applicable(NO_CHANGE)),
    ],
)
def test_only_what_the_codebook_knows_is_agreed_on(
    coded: StudyServices, dimension: str, rating: Rating
) -> None:
    with pytest.raises(NotAllowedError):
        coded.consensus.agree(CODE, dimension, rating, LEAD)

    assert len(stored(coded)) == 2


def test_equal_ratings_are_taken_over_by_one_act_and_never_by_themselves(
    coded: StudyServices,
) -> None:
    meeting = coded.consensus.open(CODE, ANNA)
    assert len(meeting.undecided) == 7

    act = coded.consensus.take_over_equal(CODE, ANNA)

    after = coded.consensus.open(CODE, ANNA)
    assert [row.difference for row in after.undecided] == [
        Difference.APPLICABILITY,
        Difference.FAR,
        Difference.NEAR,
    ]
    assert all(after.agreed[row.dimension_id] == Rating.rated(3) for row in after.equal)
    coded.consensus.undo(act, ANNA)
    assert len(coded.consensus.open(CODE, ANNA).undecided) == 7


def test_taking_over_passes_over_what_is_agreed_already(coded: StudyServices) -> None:
    dimension = coded.consensus.open(CODE, ANNA).equal[0].dimension_id
    coded.consensus.agree(CODE, dimension, Rating.rated(5), ANNA)

    coded.consensus.take_over_equal(CODE, ANNA)

    assert coded.consensus.open(CODE, ANNA).agreed[dimension] == Rating.rated(5)


def test_the_deciding_answer_follows_what_is_agreed(coded: StudyServices) -> None:
    coded.consensus.agree(CODE, "evocation", Rating.not_applicable(NO_CHANGE), ANNA)
    assert consensus_of(coded).answers == {QUESTION: False}

    coded.consensus.agree(CODE, "evocation", Rating.rated(2), ANNA)
    assert consensus_of(coded).answers == {QUESTION: True}

    coded.consensus.agree(CODE, "evocation", Rating.not_applicable(NO_CHANGE), ANNA)
    act = coded.consensus.clear(CODE, "evocation", ANNA)
    assert consensus_of(coded).answers == {}
    assert coded.consensus.open(CODE, ANNA).agreed["evocation"] == Rating()

    coded.consensus.undo(act, ANNA)
    assert consensus_of(coded).answers == {QUESTION: False}
    assert consensus_of(coded).rating("evocation").na_reason == NO_CHANGE


def test_ruled_out_for_another_reason_needs_no_answer(coded: StudyServices) -> None:
    coded.consensus.agree(CODE, "evocation", Rating.not_applicable(NO_CHANGE), ANNA)

    coded.consensus.agree(CODE, "evocation", Rating.not_applicable("inaudible"), ANNA)

    assert consensus_of(coded).rating("evocation").na_reason == "inaudible"
    assert consensus_of(coded).answers == {}


# Finishing


def test_a_meeting_ends_only_when_every_dimension_is_decided(coded: StudyServices) -> None:
    coded.consensus.take_over_equal(CODE, LEAD)

    with pytest.raises(NotAllowedError, match=r"Not agreed: .*Evocation"):
        coded.consensus.finish(CODE, LEAD)

    assert not consensus_of(coded).is_locked
    assert session_of(coded) is not SessionState.CONSENSUS


def test_a_finished_meeting_is_the_basis_of_the_final_values(coded: StudyServices) -> None:
    agree_on_all(coded, ANNA, value=4)

    change = coded.consensus.finish(CODE, ANNA)

    assert {ChangeKind.CODINGS, ChangeKind.SESSIONS} <= change.kinds
    assert session_of(coded) is SessionState.CONSENSUS
    (found,) = final_sessions(coded.context)
    assert isinstance(found.final, FinalValues)
    assert (found.final.basis, found.final.n_coders) == (ScoreBasis.CONSENSUS, 2)
    assert found.final.ratings["evocation"] == Rating.rated(4)
    (row,) = coded.consensus.meetings(ANNA)
    assert (row.state, row.n_agreed) == (MeetingState.FINISHED, 7)


def test_answers_that_the_meeting_did_not_decide_are_the_primary_ones(
    coded: StudyServices,
) -> None:
    own = next(c for c in stored(coded) if c.role is CodingRole.PRIMARY)
    changes = (AnswerChange("child_present", True), AnswerChange("change_goal", "bedtimes"))
    with coded.context.store.transaction() as unit:
        unit.codings.save(applied(own, changes), expected_version=own.version, changes=changes)
    agree_on_all(coded)

    coded.consensus.finish(CODE, LEAD)

    assert consensus_of(coded).answers == {
        QUESTION: True,
        "child_present": True,
        "change_goal": "bedtimes",
    }
    (found,) = final_sessions(coded.context)
    assert found.answers["change_goal"] == "bedtimes"


def test_an_answer_that_would_contradict_what_was_agreed_is_not_taken_over(
    coded: StudyServices,
) -> None:
    primary = next(c for c in stored(coded) if c.role is CodingRole.PRIMARY)
    assert primary.answers[QUESTION] is False
    coded.consensus.take_over_equal(CODE, LEAD)
    coded.consensus.agree(CODE, "evocation", Rating.not_applicable("inaudible"), LEAD)
    agree_on_all(coded)

    coded.consensus.finish(CODE, LEAD)

    assert QUESTION not in consensus_of(coded).answers


def test_nothing_changes_after_the_end(coded: StudyServices) -> None:
    act = coded.consensus.take_over_equal(CODE, ANNA)
    agree_on_all(coded, ANNA)
    coded.consensus.finish(CODE, ANNA)

    for attempt in (
        lambda: coded.consensus.agree(CODE, "empathy", Rating.rated(1), ANNA),
        lambda: coded.consensus.clear(CODE, "empathy", ANNA),
        lambda: coded.consensus.decide(CODE, "empathy", "x", ANNA),
        lambda: coded.consensus.undo(act, ANNA),
        lambda: coded.consensus.finish(CODE, ANNA),
    ):
        with pytest.raises(NotAllowedError, match="finished"):
            attempt()

    assert coded.consensus.open(CODE, ANNA).is_finished


def test_only_a_lead_opens_a_finished_meeting_again_and_says_why(coded: StudyServices) -> None:
    agree_on_all(coded)
    coded.consensus.finish(CODE, LEAD)

    with pytest.raises(NotAllowedError, match="Only a lead"):
        coded.consensus.reopen(CODE, reason="slip", actor=ANNA)
    with pytest.raises(NotAllowedError, match="reason"):
        coded.consensus.reopen(CODE, reason="  ", actor=LEAD)
    coded.consensus.reopen(CODE, reason="wrong line", actor=LEAD)

    assert coded.consensus.open(CODE, ANNA).state is MeetingState.BEGUN
    assert session_of(coded) is SessionState.COMPARED
    entry = history_of(coded, consensus_of(coded))[-1]
    assert (entry.kind, entry.reason, entry.actor) == (HistoryKind.UNLOCKED, "wrong line", LEAD)
    with pytest.raises(NotAllowedError, match="Only a finished"):
        coded.consensus.reopen(CODE, reason="again", actor=LEAD)
    coded.consensus.agree(CODE, "empathy", Rating.rated(5), ANNA)
    coded.consensus.finish(CODE, ANNA)
    assert consensus_of(coded).rating("empathy").value == 5


def test_a_final_session_opened_again_is_no_longer_final(coded: StudyServices) -> None:
    agree_on_all(coded)
    coded.consensus.finish(CODE, LEAD)
    with coded.context.store.transaction() as unit:
        session = unit.sessions.find(SESSION)
        assert session is not None
        unit.sessions.save(
            replace(session, state=SessionState.FINAL), expected_version=session.version
        )

    coded.consensus.reopen(CODE, reason="slip", actor=LEAD)

    assert session_of(coded) is SessionState.COMPARED


# Decisions


def test_decisions_join_the_codebook_when_the_meeting_ends(coded: StudyServices) -> None:
    act = coded.consensus.decide(CODE, "empathy", " Naming a feeling is not enough. ", ANNA)
    assert coded.consensus.open(CODE, BEN).decisions == {
        "empathy": "Naming a feeling is not enough."
    }
    assert coded.decisions.addenda() == {}
    coded.consensus.undo(act, ANNA)
    assert coded.consensus.open(CODE, BEN).decisions == {}
    coded.consensus.redo(act, ANNA)
    agree_on_all(coded)

    coded.consensus.finish(CODE, BEN)

    (addendum,) = coded.decisions.addenda_of("empathy")
    assert addendum.text == "Naming a feeling is not enough."
    assert addendum.version == coded.codebook.version
    (decision,) = coded.decisions.all(LEAD)
    assert (decision.item, decision.decided_by, decision.session_id) == ("empathy", BEN, SESSION)
    with coded.context.store.reading() as unit:
        kinds = [e.kind for e in unit.history.of_session(SESSION)]
    assert HistoryKind.DECISION_ADDED in kinds


def test_the_story_of_the_session_tells_the_meeting(coded: StudyServices) -> None:
    coded.consensus.decide(CODE, "empathy", "Noted.", ANNA)
    agree_on_all(coded)
    coded.consensus.finish(CODE, BEN)

    told = [(line.who, line.text) for line in coded.stories.of(SESSION, actor=LEAD).lines]

    assert ("A", "Consensus coding of A begun") in told
    assert ("B", "Decision on empathy joined the codebook") in told
    assert ("B", "Consensus coding of A submitted") in told


def test_a_decision_that_stands_is_not_added_again_after_a_reopening(
    coded: StudyServices,
) -> None:
    coded.consensus.decide(CODE, "empathy", "As it was.", ANNA)
    coded.consensus.decide(CODE, "autonomy", "At first.", ANNA)
    agree_on_all(coded)
    coded.consensus.finish(CODE, ANNA)
    coded.consensus.reopen(CODE, reason="a better word", actor=LEAD)
    coded.consensus.decide(CODE, "autonomy", "Better said.", ANNA)
    coded.consensus.finish(CODE, ANNA)

    assert [a.text for a in coded.decisions.addenda_of("empathy")] == ["As it was."]
    assert [a.text for a in coded.decisions.addenda_of("autonomy")] == [
        "At first.",
        "Better said.",
    ]


@pytest.mark.parametrize(("item", "text"), [("no_such_item", "x"), ("empathy", "x" * 4001)])
def test_a_decision_needs_an_item_and_a_measure(
    coded: StudyServices, item: str, text: str
) -> None:
    with pytest.raises(NotAllowedError):
        coded.consensus.decide(CODE, item, text, ANNA)


def test_decisions_are_written_as_a_table_for_the_lead_alone(
    coded: StudyServices, tmp_path: Path
) -> None:
    coded.consensus.decide(CODE, "empathy", "=1+1, in two words", ANNA)
    agree_on_all(coded)
    coded.consensus.finish(CODE, ANNA)

    written = coded.decisions.write_table(tmp_path / "decisions.csv", LEAD)

    heading, line = written.read_text(encoding="utf-8").splitlines()
    assert heading == "codebook,version,item,text,decided_at,decided_by,session_id"
    assert "'=1+1, in two words" in line
    assert line.endswith("A,V-0001")
    with pytest.raises(NotAllowedError):
        coded.decisions.write_table(tmp_path / "other.csv", ANNA)
    assert sorted(p.name for p in tmp_path.glob("*.csv")) == ["decisions.csv"]


# What stays as it was


def every_number(services: StudyServices) -> list[list[str]]:
    """Statistics of every item at full precision."""
    _, rows = reliability_rows(services.reliability.table())
    return rows


def test_no_number_of_reliability_changes_by_a_consensus(tmp_path: Path) -> None:
    laboratory = a_laboratory(tmp_path / "laboratory")
    ratings, numbers = laboratory.reliability.ratings(), every_number(laboratory)
    rows = laboratory.consensus.meetings(LEAD)
    assert len(rows) == 4
    assert any(row.n_differences for row in rows)

    for row in rows:
        laboratory.consensus.take_over_equal(row.blind_code, LEAD)
        for each in laboratory.consensus.open(row.blind_code, LEAD).undecided:
            laboratory.consensus.agree(row.blind_code, each.dimension_id, Rating.rated(5), LEAD)
        laboratory.consensus.finish(row.blind_code, LEAD)

    assert len([c for c in final_sessions(laboratory.context) if c.in_reliability]) == 4
    assert laboratory.reliability.ratings() == ratings
    assert every_number(laboratory) == numbers
    laboratory.close()


def test_the_history_of_a_meeting_adds_up_to_what_is_stored(coded: StudyServices) -> None:
    coded.consensus.decide(CODE, "empathy", "Noted.", ANNA)
    coded.consensus.undo(coded.consensus.take_over_equal(CODE, ANNA), BEN)
    agree_on_all(coded)
    coded.consensus.finish(CODE, LEAD)

    consensus = consensus_of(coded)
    assert agrees(consensus, history_of(coded, consensus))


def test_in_a_study_opened_to_read_a_meeting_is_shown_and_not_changed(
    coded: StudyServices,
) -> None:
    folder = coded.path
    coded.close()
    reader = open_study(folder, read_only=True)

    assert reader.consensus.open(CODE, ANNA).state is MeetingState.TO_HOLD
    with pytest.raises(ReadOnlyStudyError):
        reader.consensus.agree(CODE, "empathy", Rating.rated(3), ANNA)
    reader.close()
