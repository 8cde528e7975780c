"""The demonstration study as it is made, against the material and the known results."""

from __future__ import annotations

import csv
import json
import shutil
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from practicecoder.audio.cache import CacheKind
from practicecoder.audio.peaks_cache import load_peaks
from practicecoder.domain.coding import CodingRole, ItemRating, RatingState
from practicecoder.domain.history import HistoryKind
from practicecoder.domain.ids import CoderId, SessionId
from practicecoder.domain.people import Role
from practicecoder.domain.sessions import SessionState
from practicecoder.domain.transcripts import talk_share
from practicecoder.errors import StudyExistsError
from practicecoder.scoring.results import Estimate
from practicecoder.services import demonstration
from practicecoder.services.certified import was_certified
from practicecoder.services.context import StudyServices
from practicecoder.services.demonstration import NEWCOMER, make_demonstration
from practicecoder.services.demonstration_laboratory import (
    CERTIFIED_BEFORE,
    CERTIFIED_HERE,
    DECISIONS,
    PASS_RULE,
    RECALIBRATED_ON,
    REFERENCE_VISITS,
)
from practicecoder.services.demonstration_material import (
    Visit,
    independent_ratings,
    material_folder,
    session_ratings,
    visits,
)
from practicecoder.services.meetings import MeetingState
from practicecoder.services.session_rows import QueueState
from practicecoder.services.studies import check_study, open_study, study_info
from practicecoder.services.training_words import result_in_words, rule_in_words
from tests.conftest import Making

SET = material_folder() / "hertfordshire_like"


@pytest.fixture(scope="module")
def made(demonstration_pattern: Path) -> Path:
    """Give the demonstration study as it was made."""
    return demonstration_pattern


@pytest.fixture
def services(made: Path) -> Iterator[StudyServices]:
    """Open the study for reading."""
    opened = open_study(made, read_only=True)
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def expected() -> dict[str, Any]:
    """Give the results that the set is known to have."""
    found: dict[str, Any] = json.loads((SET / "fsh_expected.json").read_text(encoding="utf-8"))
    return found


def test_study_holds_what_the_material_holds(services: StudyServices) -> None:
    info = study_info(services)
    assert info.record.made_up
    assert info.record.codebook.codebook_id == "swim7"
    assert (info.n_sessions, info.n_recordings) == (6 + 104, 6)
    assert (info.n_workers, info.n_offices) == (4 + 41, 1 + 3)
    # 18 of visits, of which three are the reference too; 76 sessions coded once; 28 by three
    # coders, of which two were left by one; 28 consensus codings.
    assert info.n_codings == info.n_locked == 18 + 3 + 76 + (28 * 3 - 2) + 28
    assert info.n_multiple_coded == 28
    assert info.by_state == {
        SessionState.SUBMITTED: 6 + 76,
        SessionState.FINAL: 26,
        SessionState.CONSENSUS: 2,
    }


def test_study_is_sound(made: Path) -> None:
    assert check_study(made) == ()


def test_everything_is_marked_as_made_up(services: StudyServices) -> None:
    assert all(row.session.made_up for row in services.sessions.lead_table())
    assert "made-up" in services.study.title


def test_people_are_the_coders_a_lead_and_a_free_identity(services: StudyServices) -> None:
    coders = {c.coder_id: c.roles for c in services.people.coders()}
    assert sorted(coders) == ["C1", "C2", "C3", "D1", "D2", "D3", "L1", "SV1", "YOU"]
    assert [c for c, roles in coders.items() if Role.LEAD in roles] == ["L1"]


def test_progress_rises_to_the_end(demonstration_making: Making) -> None:
    shares = [share for share, *_ in demonstration_making.told]
    assert shares == sorted(shares)
    assert (shares[0], shares[-1]) == (0.0, 1.0)
    texts = [text for _, text, _ in demonstration_making.told]
    assert len([text for text in texts if text.startswith("taking in visit")]) == 6


def test_folder_has_its_name_only_when_everything_is_in_it(demonstration_making: Making) -> None:
    there = [is_there for *_, is_there in demonstration_making.told]
    assert there[-1]
    assert not any(there[:-1])
    assert demonstration_making.beside == ["study"]


def test_newcomer_finds_six_visits_to_code(services: StudyServices) -> None:
    queue = services.sessions.queue(NEWCOMER)
    assert [row.blind_code for row in queue] == [visit.blind_code for visit in visits()]
    assert {row.state for row in queue} == {QueueState.NEW}


def test_newcomer_can_begin_at_once_and_stays_out_of_reliability(
    made: Path, tmp_path: Path
) -> None:
    shutil.copytree(made, tmp_path / "copy")
    opened = open_study(tmp_path / "copy")
    try:
        before, by_state = opened.reliability.ratings(), study_info(opened).by_state
        first = opened.sessions.next_in_queue(NEWCOMER)
        assert first is not None
        desk = opened.coding.open_desk(first, NEWCOMER)
        assert desk.coding.ratings == {}
        assert desk.recording is not None
        assert desk.recording.path.is_file()
        assert desk.fingerprint is not None
        waveform = desk.cache.file(desk.fingerprint, CacheKind.PEAKS)
        assert load_peaks(waveform, desk.fingerprint) is not None
        act = opened.coding.answer(desk.coding, "behaviour_change_discussed", True)
        act = opened.coding.answer(act.after, "change_goal", "evenings")
        for dimension in opened.codebook.dimension_ids:
            act = opened.coding.rate(act.after, dimension, 3)
        assert not opened.training.has_comparison(first, NEWCOMER)
        opened.coding.submit(act.after, short_listen_reason="only trying")
        assert opened.reliability.ratings() == before
        compared = opened.training.compare(first, NEWCOMER, actor=NEWCOMER)
        assert compared.reference_by is None
        assert study_info(opened).by_state == by_state
        assert compared.result.overall.n_ratings == len(opened.codebook.dimension_ids)
    finally:
        opened.close()


def test_reference_of_a_visit_is_the_coding_of_its_first_coder(services: StudyServices) -> None:
    recordings = {r.session_id: r for r in services.training_recordings.all() if r.is_training}
    assert tuple(recordings) == REFERENCE_VISITS
    assert {r.reference_by for r in recordings.values()} == {"D1"}
    assert all(r.is_ready for r in recordings.values())
    assert {r.submitted for r in recordings.values()} == {("D2", "D3")}
    with services.context.store.reading() as unit:
        for session_id in REFERENCE_VISITS:
            by_role = {c.role: c for c in unit.codings.of_session(session_id)}
            primary, reference = by_role[CodingRole.PRIMARY], by_role[CodingRole.REFERENCE]
            assert reference.ratings == primary.ratings
            assert reference.answers == primary.answers


def test_of_two_learners_one_is_certified_and_one_is_to_try_again(
    services: StudyServices,
) -> None:
    progress = {p.coder_id: p for p in services.training.overview()}
    assert {coder for coder, p in progress.items() if p.n_trials} == {"D2", "D3"}
    passed, failed = (progress[CoderId(coder)] for coder in ("D2", "D3"))
    for learner in (passed, failed):
        (attempt,) = learner.attempts
        assert [trial.coding.session_id for trial in attempt.trials] == list(REFERENCE_VISITS)
        assert attempt.is_over
    (certificate,) = passed.certificates
    assert certificate.granted_on == date(2026, 11, 20)
    assert certificate.rule == rule_in_words(PASS_RULE)
    assert certificate.result == result_in_words(passed.attempts[0].result.overall)
    assert failed.certificates == ()
    (reason,) = failed.attempts[0].verdict.reasons
    assert "kappa" in reason


def test_all_who_coded_for_the_study_were_certified_by_then(services: StudyServices) -> None:
    with services.context.store.reading() as unit:
        certificates = unit.certificates.all()
        data = [c for c in unit.codings.all(locked_only=True) if c.role.is_independent]
    assert {c.coder_id for c in certificates} == {*CERTIFIED_BEFORE, CERTIFIED_HERE}
    assert {c.coder_id for c in data} == set(CERTIFIED_BEFORE)
    assert all(was_certified(coding, certificates) for coding in data)
    assert not any(c.coder_id == NEWCOMER for c in certificates)


def test_a_plan_says_how_sessions_came_to_be_coded_by_several(services: StudyServices) -> None:
    (plan,) = services.planning.plans()
    assert (plan.n_sessions, plan.n_double, plan.coders_per_double) == (104, 28, 3)
    assert plan.coders == ("C1", "C2", "C3")
    with services.context.store.reading() as unit:
        given = Counter(a.session_id for a in unit.assignments.all() if a.role.is_independent)
        (entry,) = [e for e in unit.history.all() if e.kind is HistoryKind.PLANNED]
    assert sum(n > 1 for n in given.values()) == plan.n_double
    assert entry.item == plan.plan_id
    assert entry.new is not None
    assert entry.new.startswith("28 of 104 sessions (27%)")
    told = services.reliability_report.data().conduct
    assert "28 of 104 sessions (27%) were drawn at random" in told.draw
    assert "All 3 coders held a certificate for swim7" in told.training


def test_coders_were_brought_together_again_once(services: StudyServices) -> None:
    (held,) = services.calibration.recalibrations()
    assert held.held_on == RECALIBRATED_ON
    assert held.recorded_by == "L1"
    assert "made-up" in held.text.lower()


def test_two_meetings_came_to_a_decision_each(services: StudyServices) -> None:
    decisions = services.decisions.all(CoderId("L1"))
    assert {d.session_id: {d.item: d.text} for d in decisions} == DECISIONS
    assert len(decisions) == len(DECISIONS) == 2
    assert {d.decided_by for d in decisions} == {"L1"}
    assert set(services.decisions.addenda()) == {"evocation", "clarity_about_concerns"}
    finished = {
        row.session_id: row.state
        for row in services.consensus.meetings(CoderId("L1"))
        if row.session_id in DECISIONS
    }
    assert finished == dict.fromkeys(DECISIONS, MeetingState.FINISHED)


def test_meetings_agreed_on_the_values_of_the_table(services: StudyServices) -> None:
    own = session_ratings()
    with services.context.store.reading() as unit:
        consensus = {c.session_id: c for c in unit.codings.all() if c.role is CodingRole.CONSENSUS}
    for (session_id, _), ratings in own.items():
        if session_id in DECISIONS:
            assert consensus[session_id].ratings == ratings


def test_one_concern_waits_for_the_lead(services: StudyServices) -> None:
    (concern,) = services.concerns.for_lead(CoderId("L1"))
    assert (concern.session_id, concern.coder_id, concern.is_seen) == ("V03", "D2", False)
    assert concern.text.startswith("Made-up example")
    visit = next(v for v in visits() if v.session_id == concern.session_id)
    spoken = next(line for line in visit.lines if line.span.start_ms == concern.at_ms)
    assert "two in the morning" in spoken.text


def test_history_has_every_act_on_its_day(services: StudyServices) -> None:
    with services.context.store.reading() as unit:
        entries = unit.history.all()
    days = {
        kind: {e.at.date() for e in entries if e.kind is kind}
        for kind in (
            HistoryKind.CONCERN_RAISED,
            HistoryKind.DECISION_ADDED,
            HistoryKind.RECALIBRATED,
        )
    }
    assert days == {
        HistoryKind.CONCERN_RAISED: {date(2026, 11, 18)},
        HistoryKind.DECISION_ADDED: {date(2026, 11, 17)},
        HistoryKind.RECALIBRATED: {RECALIBRATED_ON},
    }


@pytest.mark.parametrize("visit", visits(), ids=lambda v: v.session_id)
def test_codings_of_visits_are_those_of_the_material(
    services: StudyServices, visit: Visit
) -> None:
    with services.context.store.reading() as unit:
        stored = {
            c.coder_id: c
            for c in unit.codings.of_session(visit.session_id)
            if c.role is not CodingRole.REFERENCE
        }
        session = unit.sessions.find(visit.session_id)
    assert session is not None
    assert session.recording is not None
    assert session.recording.duration_ms == visit.duration_ms
    assert len(stored) == 3
    for given in visit.codings:
        coding = stored[given.coder_id]
        assert coding.is_locked
        assert coding.role is given.role
        assert coding.ratings == given.ratings
        assert coding.answers == given.answers
        assert sorted(e.evidence_id for e in coding.evidence) == sorted(
            e.evidence_id for e in given.evidence
        )
        assert [note.text for note in coding.notes] == [given.note.text]
        assert session.segment is not None
        assert coding.heard == (session.segment.span,)


def test_every_visit_has_its_transcript_with_roles(services: StudyServices) -> None:
    with services.context.store.reading() as unit:
        found = {visit.session_id: unit.transcripts.find(visit.session_id) for visit in visits()}
    for visit in visits():
        transcript = found[visit.session_id]
        assert transcript is not None
        assert [(line.start_ms, line.role.value) for line in transcript.lines] == [
            (line.span.start_ms, line.role) for line in visit.lines
        ]
        assert talk_share(transcript.lines) is not None


def test_history_of_a_visit_runs_from_start_to_submission(services: StudyServices) -> None:
    with services.context.store.reading() as unit:
        of_session = unit.codings.of_session(SessionId("V01"))
        coding = next(c for c in of_session if c.role is CodingRole.PRIMARY)
        entries = unit.history.of_coding(coding.coding_id)
    times = [entry.at for entry in entries]
    assert times == sorted(times)
    assert (entries[0].kind, entries[-1].kind) == (
        HistoryKind.CODING_STARTED,
        HistoryKind.SUBMITTED,
    )
    assert entries[-1].at == coding.submitted_at
    assert Counter(e.kind for e in entries)[HistoryKind.RATING] == len(coding.ratings)


def test_two_workers_have_a_series_of_two_reportable_visits(services: StudyServices) -> None:
    reportable = services.supervision.worker_reports()
    assert {row.session_id for row in reportable} == {visit.session_id for visit in visits()}
    assert Counter(row.worker_id for row in reportable) == {
        "W001": 1,
        "W002": 2,
        "W003": 2,
        "W004": 1,
    }


def test_sessions_without_sound_may_not_be_reported(services: StudyServices) -> None:
    sessions = [row.session for row in services.sessions.lead_table()]
    assert not any(s.purpose.allows_feedback for s in sessions if s.recording is None)


def test_independent_ratings_are_those_of_the_reliability_file(services: StudyServices) -> None:
    codings = independent_ratings()
    several = {session for session, _ in codings}
    kept = {
        (r.session_id, r.coder_id, r.item): r.rating
        for r in services.reliability.ratings()
        if r.session_id in several
    }
    assert len(several) == 28
    assert kept == {
        (session, coder, item): rating
        for (session, coder), ratings in codings.items()
        for item, rating in ratings.items()
    }


def test_only_the_28_sessions_have_more_than_one_independent_coding(
    services: StudyServices,
) -> None:
    ratings: tuple[ItemRating, ...] = services.reliability.ratings()
    coders: dict[SessionId, set[str]] = {}
    for rating in ratings:
        coders.setdefault(rating.session_id, set()).add(rating.coder_id)
    several = {session for session, names in coders.items() if len(names) > 1}
    assert several == {session for session, _ in independent_ratings()}


def test_consensus_of_every_session_lies_within_what_its_coders_rated(
    services: StudyServices,
) -> None:
    with services.context.store.reading() as unit:
        codings = unit.codings.all(locked_only=True)
    agreed = [c for c in codings if c.role is CodingRole.CONSENSUS]
    assert len(agreed) == 28
    for coding in agreed:
        assert coding.coder_id == "L1"
        others = [
            c for c in codings if c.session_id == coding.session_id and c.role.is_independent
        ]
        for dimension, rating in coding.ratings.items():
            values = [c.rating(dimension).value for c in others]
            rated = [value for value in values if value is not None]
            if rating.state is RatingState.RATED:
                assert rating.value is not None
                assert min(rated) <= rating.value <= max(rated)


@pytest.mark.golden
def test_reliability_table_is_the_known_one(
    services: StudyServices, expected: dict[str, Any]
) -> None:
    table = services.reliability.table()
    found = {item.item: item.statistics for item in table.items}
    assert table.design.n_multiple_coded == 28
    assert table.design.coders == ("C1", "C2", "C3")
    for dimension, known in expected["reliability"].items():
        for key, value in (
            ("alpha_ordinal", known["kripp_ordinal"]),
            ("icc_a1", known["icc_listwise"]["ICC(A,1)"]["value"]),
            ("icc_a1_reml", known["reml_all"]["ICC_A1"]),
            ("exact_agreement", known["pct_exact"]["pairwise"]),
        ):
            estimate = found[dimension][key]
            assert isinstance(estimate, Estimate)
            assert estimate.value == pytest.approx(value, abs=1e-6)


@pytest.mark.golden
def test_analysis_table_is_the_known_one(services: StudyServices) -> None:
    frame = services.analysis.table().set_index("session_id")
    with (SET / "fsh_sessions.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == 104
    items = [*services.codebook.dimension_ids, *services.codebook.score_ids]
    for row in rows:
        stored = frame.loc[row["session_id"]]
        assert (stored["worker_id"], stored["office_id"], stored["phase"]) == (
            row["worker_id"],
            row["office_id"],
            row["phase"],
        )
        assert stored["days_since_implementation"] == float(row["days_since_implementation"])
        wanted = [float(row[item]) if row[item] else float("nan") for item in items]
        assert list(stored[items]) == pytest.approx(wanted, abs=1e-9, nan_ok=True)


@pytest.mark.golden
def test_good_authority_before_and_after_is_that_of_the_published_table(
    services: StudyServices,
) -> None:
    frame = services.analysis.table()
    groups = frame.groupby("phase")["good_authority"]
    assert groups.count().to_dict() == {"pre": 31, "post": 72}
    assert groups.mean().to_dict() == pytest.approx({"pre": 220 / 93, "post": 580 / 216})


def test_visits_have_neither_phase_nor_days(services: StudyServices) -> None:
    frame = services.analysis.table()
    of_visits = frame[frame["session_id"].isin([visit.session_id for visit in visits()])]
    assert len(of_visits) == 6
    assert of_visits["phase"].isna().all()
    assert of_visits["days_since_implementation"].isna().all()


def test_folder_with_something_in_it_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("keep")
    with pytest.raises(StudyExistsError):
        make_demonstration(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_nothing_stays_behind_if_making_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails() -> None:
        raise OSError("no room")

    monkeypatch.setattr(demonstration, "rated_sessions", fails)
    with pytest.raises(OSError, match="no room"):
        make_demonstration(tmp_path / "study")
    assert list(tmp_path.iterdir()) == []
