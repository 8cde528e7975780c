"""Drafts of feedback: steps in order, only shared and read words, released with a digest."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pikepdf
import pytest

from practicecoder.domain.coding import Polarity
from practicecoder.domain.consent import ConsentUse
from practicecoder.domain.feedback import (
    Feedback,
    Goal,
    OwnView,
    PointKind,
    ReadMoment,
    Supervision,
)
from practicecoder.domain.history import HistoryKind
from practicecoder.domain.ids import SessionId, WorkerId
from practicecoder.domain.people import Worker
from practicecoder.domain.sessions import Purpose
from practicecoder.errors import NotAllowedError
from practicecoder.services import feedback_source
from practicecoder.services.context import StudyServices
from practicecoder.services.feedback_series import RESEARCH_ONLY
from practicecoder.services.feedback_view import FeedbackStatus
from practicecoder.services.final_sessions import FinalSession, final_sessions
from practicecoder.services.studies import open_study
from practicecoder.services.study_context import StudyContext
from tests.builders import ANNA, LEAD, NOW
from tests.services.supervision_study import (
    FIRST,
    OTHER,
    OWN_WORKER,
    POINTS,
    QUOTE,
    SECOND,
    SUE,
    TOM,
    a_supervision_study,
    add_moment,
    finish,
)


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("supervision") / "study"
    a_supervision_study(folder).close()
    return folder


@pytest.fixture
def services(template: Path, tmp_path: Path) -> Iterator[StudyServices]:
    made = open_study(Path(shutil.copytree(template, tmp_path / "study")), now=lambda: NOW)
    yield made
    made.close()


def text_of(content: bytes, folder: Path) -> str:
    import subprocess

    file = folder / "report.pdf"
    file.write_bytes(content)
    found = subprocess.run(
        ["pdftotext", "-layout", str(file), "-"], capture_output=True, text=True, check=True
    )
    return " ".join(found.stdout.split())


# -- who sees whom -------------------------------------------------------------------------


def test_a_supervisor_sees_their_own_workers_only(services: StudyServices) -> None:
    (supervisee,) = services.feedback.supervisees(SUE)

    assert supervisee.worker_id == OWN_WORKER
    assert [s.session_id for s in supervisee.sessions] == [SECOND, FIRST]  # no research session
    assert services.feedback.supervisees(TOM) == ()
    assert [s.worker_id for s in services.feedback.supervisees(LEAD)] == [
        OWN_WORKER,
        "W-002",
    ]


def test_a_coder_sees_nobody(services: StudyServices) -> None:
    with pytest.raises(NotAllowedError, match="Only a supervisor or a lead reads about workers"):
        services.feedback.supervisees(ANNA)


@pytest.mark.parametrize(
    "act",
    [
        lambda s: s.feedback.draft(OTHER, SUE),
        lambda s: s.feedback.rate_own(OTHER, {"empathy": 3.0}, actor=SUE),
        lambda s: s.feedback.decline_own(OTHER, actor=SUE),
        lambda s: s.feedback.choose_points(OTHER, (), actor=SUE),
        lambda s: s.feedback.keep_response(OTHER, "words", actor=SUE),
        lambda s: s.feedback.series(WorkerId("W-002"), SUE),
        lambda s: s.releases.release(OTHER, actor=SUE),
        lambda s: s.releases.take_back(OTHER, "because", actor=SUE),
        lambda s: s.supervision.write_worker_report(OTHER, Path("never.pdf"), actor=SUE),
    ],
    ids=[
        "draft",
        "rate",
        "decline",
        "points",
        "response",
        "series",
        "release",
        "take back",
        "write",
    ],
)
def test_no_way_leads_to_somebody_elses_worker(services: StudyServices, act) -> None:  # type: ignore[no-untyped-def]  # one act of many kinds
    with pytest.raises(NotAllowedError, match="whom you do not supervise"):
        act(services)
    assert not Path("never.pdf").exists()


@pytest.mark.parametrize(
    "act",
    [
        lambda s: s.feedback.draft(SessionId("V-0002"), LEAD),
        lambda s: s.feedback.decline_own(SessionId("V-0002"), actor=LEAD),
        lambda s: s.releases.release(SessionId("V-0002"), actor=LEAD),
        lambda s: s.feedback.preview(SessionId("V-0002"), LEAD),
    ],
    ids=["draft", "decline", "release", "preview"],
)
def test_a_session_for_research_only_is_refused_everywhere(services: StudyServices, act) -> None:  # type: ignore[no-untyped-def]  # one act of many kinds
    with pytest.raises(NotAllowedError, match=RESEARCH_ONLY[:40]):
        act(services)


def test_only_a_lead_names_supervisors_and_only_people_with_the_role(
    services: StudyServices,
) -> None:
    workers = [WorkerId("W-002")]
    with pytest.raises(NotAllowedError, match="Only a lead"):
        services.supervisees.name_supervisor(workers, TOM, actor=SUE)
    with pytest.raises(NotAllowedError, match="does not hold the role"):
        services.supervisees.name_supervisor(workers, ANNA, actor=LEAD)
    services.supervisees.name_supervisor(workers, TOM, actor=LEAD)
    assert [s.worker_id for s in services.feedback.supervisees(TOM)] == workers
    services.supervisees.end_supervision(workers, TOM, actor=LEAD)
    assert services.feedback.supervisees(TOM) == ()


# -- steps ---------------------------------------------------------------------------------


def test_nothing_of_the_ratings_is_told_before_the_worker_rated(services: StudyServices) -> None:
    draft = services.feedback.draft(SECOND, SUE)

    assert draft.opened is None
    assert draft.feedback.own_view is OwnView.OPEN
    assert [d.dimension_id for d in draft.own_dimensions] == list(services.codebook.dimension_ids)
    with pytest.raises(NotAllowedError, match="own view comes first"):
        services.feedback.preview(SECOND, SUE)


def test_the_workers_own_view_is_closed_once(services: StudyServices) -> None:
    services.feedback.rate_own(SECOND, {"empathy": 4.0}, actor=SUE)

    opened = services.feedback.draft(SECOND, SUE).opened
    assert opened is not None
    assert [(o.own, o.coder) for o in opened.report.own_ratings] == [(4.0, 2.0)]
    with pytest.raises(NotAllowedError, match="stays as it is"):
        services.feedback.rate_own(SECOND, {"empathy": 2.0}, actor=SUE)
    with pytest.raises(NotAllowedError, match="stays as it is"):
        services.feedback.decline_own(SECOND, actor=SUE)


@pytest.mark.parametrize("ratings", [{}, {"empathy": 9.0}, {"nothing": 3.0}, {"empathy": 2.5}])
def test_own_ratings_are_levels_of_the_codebook(
    services: StudyServices, ratings: dict[str, float]
) -> None:
    with pytest.raises(NotAllowedError):
        services.feedback.rate_own(SECOND, ratings, actor=SUE)


def test_proposals_rest_on_shared_moments_and_bear_their_ids(services: StudyServices) -> None:
    services.feedback.decline_own(SECOND, actor=SUE)

    opened = services.feedback.draft(SECOND, SUE).opened
    assert opened is not None
    kinds = {point.kind: point.evidence_ids for point in opened.proposals}
    assert kinds == {PointKind.STRENGTH: ("good",), PointKind.BUILD: ("build",)}


def test_what_was_chosen_and_worded_stands_in_the_report(services: StudyServices) -> None:
    finish(services)

    opened = services.feedback.draft(SECOND, SUE).opened
    assert opened is not None
    assert opened.missing == ()
    (strength,), (step,) = opened.report.strengths, opened.report.to_build
    assert (strength.behaviour, strength.moments[0].quote) == (POINTS[0].wording, QUOTE)
    assert (step.try_this, step.moments[0].note) == (POINTS[1].try_this, "The reply was a date.")
    assert not opened.report.proposed
    assert opened.report.plan.goal == "One reflection in each visit"


def test_words_that_may_identify_cannot_be_ticked(services: StudyServices) -> None:
    services.feedback.decline_own(SECOND, actor=SUE)
    opened = services.feedback.draft(SECOND, SUE).opened
    assert opened is not None
    (found,) = (m for m in opened.moments if m.evidence_id == "named")
    assert [kind.value for kind in found.hits] == ["number"]
    assert found.suggested.quote == ""

    for words, names in (("Ring 01632 960 001.", ()), ("Ask Invented.", ("Invented",))):
        moment = ReadMoment(evidence_id="named", quote=words, printed=True)
        with pytest.raises(NotAllowedError, match="may identify somebody") as refused:
            services.feedback.read_moment(SECOND, moment, actor=SUE, names=names)
        assert "01632" not in str(refused.value)
        assert "Invented" not in str(refused.value)


def test_points_are_few_worded_and_rest_on_shared_moments(services: StudyServices) -> None:
    strength = POINTS[0]
    for points, why in (
        ((strength,) * 3, "3 strengths"),
        ((replace(strength, dimension_id="nothing"),), "no dimension nothing"),
        ((replace(strength, evidence_ids=("unshared",)),), "not shared"),
        ((replace(strength, wording="w" * 3_000),), "3,000 characters"),
        ((replace(strength, try_this="something"),), "Only a thing to build"),
    ):
        with pytest.raises(NotAllowedError, match=why):
            services.feedback.choose_points(SECOND, points, actor=SUE)


def test_the_goal_is_looked_at_again_after_the_next_session(services: StudyServices) -> None:
    services.feedback.decline_own(FIRST, actor=SUE)
    services.feedback.agree_goal(FIRST, Goal(goal="Share the agenda"), actor=SUE)
    (supervisee,) = services.feedback.supervisees(SUE)
    assert supervisee.open_goal == Goal(goal="Share the agenda")

    services.feedback.decline_own(SECOND, actor=SUE)
    opened = services.feedback.draft(SECOND, SUE).opened
    assert opened is not None
    assert opened.last_goal == Goal(goal="Share the agenda")
    services.feedback.agree_goal(
        SECOND, Goal(), last_goal_outcome="Done in both visits", actor=SUE
    )
    report = services.feedback.draft(SECOND, SUE).opened
    assert report is not None
    assert report.report.plan.last_goal == "Share the agenda"
    assert report.report.plan.last_goal_outcome == "Done in both visits"
    assert services.feedback.supervisees(SUE)[0].open_goal is None


def test_every_act_is_on_record_with_what_it_replaced(services: StudyServices) -> None:
    finish(services)

    with services.context.store.reading() as unit:
        entries = [
            e for e in unit.history.of_session(SECOND) if e.kind is HistoryKind.FEEDBACK_CHANGED
        ]
        feedback = unit.feedback.find(SECOND)
    assert [e.item for e in entries][:2] == ["own_view", "points"]
    assert {e.actor for e in entries} == {SUE}
    assert feedback is not None
    assert feedback.version == len(entries)


def test_an_act_that_changes_nothing_leaves_no_trace(services: StudyServices) -> None:
    services.feedback.keep_family_voice(SECOND, "She listened.", actor=SUE)
    again = services.feedback.keep_family_voice(SECOND, "She listened.", actor=SUE)

    assert again.kinds == frozenset()
    with services.context.store.reading() as unit:
        found = unit.feedback.find(SECOND)
    assert found == Feedback(session_id=SECOND, family_voice="She listened.", version=1)


def test_what_is_put_down_leaves_the_sessions_read_and_is_seen_at_once(
    services: StudyServices, monkeypatch: pytest.MonkeyPatch
) -> None:
    readings: list[object] = []

    def counted(context: StudyContext) -> tuple[FinalSession, ...]:
        readings.append(context)
        return final_sessions(context)

    monkeypatch.setattr(feedback_source, "final_sessions", counted)
    services.feedback.decline_own(SECOND, actor=SUE)
    for number in range(3):
        wording = replace(POINTS[0], wording=f"Wording {number}")
        services.feedback.choose_points(SECOND, [wording], actor=SUE)
        opened = services.feedback.draft(SECOND, SUE).opened
        assert opened is not None
        assert opened.report.strengths[0].behaviour == f"Wording {number}"
    assert len(readings) == 1

    services.consents.record(
        [SECOND], {ConsentUse.FEEDBACK: False}, actor=LEAD, note="made-up form"
    )
    with pytest.raises(NotAllowedError):
        services.feedback.draft(SECOND, SUE)
    assert len(readings) == 2


def test_when_the_next_session_is_due(services: StudyServices) -> None:
    assert services.feedback.supervisees(SUE)[0].next_due == date(2026, 7, 10)  # 56 days later


def test_the_series_tells_own_values_oldest_first(services: StudyServices) -> None:
    for session_id in (FIRST, SECOND):
        services.feedback.decline_own(session_id, actor=SUE)
    (series,) = services.feedback.series(OWN_WORKER, SUE)

    courses = {course.label: course for course in series.courses}
    assert series.dates == (date(2026, 3, 15), date(2026, 5, 15))
    assert courses["Collaboration"].values == (2.0, 3.0)
    assert courses["Collaboration"].mean is None  # two sessions have no mean drawn


# -- release -------------------------------------------------------------------------------


def test_everything_missing_is_told_at_once(services: StudyServices) -> None:
    with pytest.raises(NotAllowedError) as refused:
        services.releases.release(SECOND, actor=SUE)

    for part in ("rated the session", "No strength", "Nothing to build", "3 shared moments"):
        assert part in str(refused.value)


def test_a_release_has_no_draft_mark_and_is_kept_byte_by_byte(
    services: StudyServices, tmp_path: Path
) -> None:
    finish(services)
    draft = services.feedback.preview(SECOND, SUE)
    release = services.releases.release(SECOND, actor=SUE)

    assert "DRAFT" in text_of(draft, tmp_path)
    text = text_of(release.content, tmp_path)
    assert "DRAFT" not in text
    assert "mornings are hard" in text
    assert "01632" not in text
    assert hashlib.sha256(release.content).hexdigest() == release.sha256
    assert services.releases.file(release.release_id, actor=SUE).content == release.content
    written = services.supervision.write_worker_report(SECOND, tmp_path, actor=SUE)
    assert written.read_bytes() == release.content
    with services.context.store.reading() as unit:
        (entry,) = (e for e in unit.history.all() if e.kind is HistoryKind.RELEASED)
    assert entry.new is not None
    assert release.sha256 in entry.new
    assert services.feedback.supervisees(SUE)[0].sessions[0].status is FeedbackStatus.RELEASED


def test_a_moment_that_nobody_ticked_is_not_in_the_file(
    services: StudyServices, tmp_path: Path
) -> None:
    add_moment(
        services, SECOND, "left", Polarity.STRENGTH, minute=40, quote="Unticked canary words."
    )
    finish(services)
    services.feedback.read_moment(SECOND, ReadMoment(evidence_id="left"), actor=SUE)
    release = services.releases.release(SECOND, actor=SUE)

    file = tmp_path / "report.pdf"
    file.write_bytes(release.content)
    with pikepdf.open(file) as pdf:
        plain = tmp_path / "plain.pdf"
        pdf.save(plain, compress_streams=False, stream_decode_level=pikepdf.StreamDecodeLevel.all)
    assert "canary" not in text_of(release.content, tmp_path)
    assert b"canary" not in plain.read_bytes()


def test_a_released_report_is_changed_only_after_it_was_taken_back(
    services: StudyServices,
) -> None:
    finish(services)
    services.releases.release(SECOND, actor=SUE)

    with pytest.raises(NotAllowedError, match="was released on"):
        services.feedback.choose_points(SECOND, (), actor=SUE)
    with pytest.raises(NotAllowedError, match="needs a reason"):
        services.releases.take_back(SECOND, " ", actor=SUE)
    services.releases.take_back(SECOND, "a wrong word", actor=SUE)
    services.feedback.choose_points(SECOND, POINTS[:1], actor=SUE)
    with services.context.store.reading() as unit:
        (release,) = unit.releases.of_session(SECOND)
    assert (release.is_in_force, release.ended_because) == (False, "a wrong word")


def test_the_response_is_kept_after_the_release_and_released_again(
    services: StudyServices, tmp_path: Path
) -> None:
    finish(services)
    first = services.releases.release(SECOND, actor=SUE)
    with pytest.raises(NotAllowedError, match="nothing has changed since"):
        services.releases.release(SECOND, actor=SUE)

    services.feedback.keep_response(SECOND, "I saw it so too.", actor=SUE)
    assert services.feedback.supervisees(SUE)[0].sessions[0].status is FeedbackStatus.CHANGED
    second = services.releases.release(SECOND, actor=SUE)
    assert "I saw it so too." in text_of(second.content, tmp_path)
    with services.context.store.reading() as unit:
        in_force = [r.release_id for r in unit.releases.of_session(SECOND) if r.is_in_force]
    assert in_force == [second.release_id] != [first.release_id]


def test_names_in_anything_worded_keep_a_report_from_release(services: StudyServices) -> None:
    finish(services)
    services.feedback.keep_family_voice(SECOND, "Invented said it was fine.", actor=SUE)

    with pytest.raises(NotAllowedError, match="The family's voice may identify somebody: a name"):
        services.releases.release(SECOND, actor=SUE, names=["Invented"])


def test_released_reports_of_a_period_are_written_in_one_go(
    services: StudyServices, tmp_path: Path
) -> None:
    finish(services)
    release = services.releases.release(SECOND, actor=SUE)
    told: list[float] = []

    (file,) = services.releases.write_released(
        tmp_path / "out", lambda share, _what: told.append(share), actor=SUE
    )
    assert file.name == release.file_name
    assert file.read_bytes() == release.content
    assert told == [0.0, 1.0]
    day = release.released_at.date()
    with pytest.raises(NotAllowedError, match="No report was released in this period"):
        services.releases.write_released(
            tmp_path / "none", last_day=date(day.year - 1, 1, 1), actor=SUE
        )
    with pytest.raises(NotAllowedError, match="No report was released"):
        services.releases.write_released(tmp_path / "none", actor=TOM)


def test_a_release_of_a_withdrawn_session_is_not_given_out(services: StudyServices) -> None:
    finish(services)
    release = services.releases.release(SECOND, actor=SUE)
    with services.context.store.transaction() as unit:
        session = unit.sessions.find(SECOND)
        assert session is not None
        unit.sessions.save(replace(session, purpose=Purpose.RESEARCH), session.version)

    with pytest.raises(NotAllowedError, match="may not be given out"):
        services.releases.file(release.release_id, actor=SUE)


def test_a_worker_without_sessions_is_listed_for_their_supervisor(
    services: StudyServices,
) -> None:
    with services.context.store.transaction() as unit:
        unit.people.add_worker(Worker(worker_id=WorkerId("W-900")))
        unit.supervisions.add(Supervision(worker_id=WorkerId("W-900"), supervisor_id=TOM))

    (supervisee,) = services.feedback.supervisees(TOM)
    assert (supervisee.sessions, supervisee.next_due) == ((), None)
