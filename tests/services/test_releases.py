"""Releases over time: what holds once codings, consent, purpose or people change."""

from __future__ import annotations

import hashlib
import json
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from practicecoder.domain.coding import CodingState, Rating
from practicecoder.domain.coding_changes import RatingChange
from practicecoder.domain.consent import ConsentUse
from practicecoder.domain.feedback import Goal, ReadMoment, Release
from practicecoder.domain.history import HistoryKind
from practicecoder.domain.ids import CoderId, SessionId, WorkerId
from practicecoder.domain.people import Coder
from practicecoder.domain.sessions import Purpose
from practicecoder.errors import NotAllowedError, StudyError
from practicecoder.services.context import StudyServices
from practicecoder.services.feedback_view import FeedbackStatus
from practicecoder.services.session_story import StoryLine
from practicecoder.services.studies import open_study
from practicecoder.services.supervision import ReportForm
from practicecoder.services.team_report import TeamReportService
from practicecoder.services.team_scope import EVERYTHING
from tests.builders import ANNA, BEN, LEAD, NOW, add_coding, add_people, ratings_of
from tests.services.supervision_study import (
    FIRST,
    OWN_WORKER,
    SECOND,
    SUE,
    TOM,
    a_supervision_study,
    finish,
)


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("releases") / "study"
    a_supervision_study(folder).close()
    return folder


@pytest.fixture
def services(template: Path, tmp_path: Path) -> Iterator[StudyServices]:
    """Each act happens a minute after the one before."""
    at = [NOW]

    def now() -> datetime:
        at[0] += timedelta(minutes=1)
        return at[0]

    made = open_study(Path(shutil.copytree(template, tmp_path / "study")), now=now)
    yield made
    made.close()


def released(services: StudyServices) -> Release:
    finish(services)
    return services.releases.release(SECOND, actor=SUE)


def unlock(services: StudyServices) -> None:
    with services.context.store.reading() as unit:
        (coding,) = unit.codings.of_session(SECOND)
    services.coding.unlock(coding.coding_id, actor=LEAD, reason="one rating was a slip")


def recode(services: StudyServices) -> None:
    """Change one rating of the open coding and submit it."""
    with services.context.store.transaction() as unit:
        (coding,) = unit.codings.of_session(SECOND)
        after = Rating.rated(4)
        unit.codings.save(
            replace(
                coding,
                ratings={**coding.ratings, "collaboration": after},
                state=CodingState.LOCKED,
                submitted_at=services.context.now(),
            ),
            expected_version=coding.version,
            changes=(RatingChange("collaboration", after),),
        )


def status(services: StudyServices) -> FeedbackStatus:
    return services.feedback.supervisees(SUE)[0].sessions[0].status


# -- before the worker's own view is closed -------------------------------------------------


def test_a_supervisor_has_no_draft_written_before_the_worker_rated(
    services: StudyServices, tmp_path: Path
) -> None:
    for form in ReportForm:
        with pytest.raises(NotAllowedError, match="own view comes first"):
            services.supervision.write_worker_report(SECOND, tmp_path, actor=SUE, form=form)
    assert services.supervision.worker_reports(SUE) == ()
    with pytest.raises(NotAllowedError, match="own view"):
        services.supervision.write_all(tmp_path / "all", actor=SUE)
    assert list(tmp_path.glob("*.pdf")) == []

    services.feedback.decline_own(SECOND, actor=SUE)
    assert [r.session_id for r in services.supervision.worker_reports(SUE)] == [SECOND]
    (written,) = services.supervision.write_all(tmp_path / "all", actor=SUE)
    assert written.read_bytes().startswith(b"%PDF")


def test_leads_and_the_command_line_have_drafts_at_any_time(
    services: StudyServices, tmp_path: Path
) -> None:
    for actor in (LEAD, None):
        assert len(services.supervision.worker_reports(actor)) == 3
        assert services.supervision.write_worker_report(FIRST, tmp_path, actor=actor).is_file()


@pytest.mark.parametrize("reader", [SUE, LEAD])
def test_the_series_holds_values_back_until_the_own_view_is_closed(
    services: StudyServices, reader: CoderId
) -> None:
    (series,) = services.feedback.series(OWN_WORKER, reader)
    assert series.held_back == (True, True)
    assert {value for course in series.courses for value in course.values} == {None}

    services.feedback.decline_own(FIRST, actor=SUE)
    (series,) = services.feedback.series(OWN_WORKER, SUE)
    values = {course.label: course.values for course in series.courses}
    assert series.held_back == (False, True)
    assert values["Collaboration"] == (2.0, None)


# -- codings that change ---------------------------------------------------------------------


def test_a_released_report_is_not_given_out_while_its_coding_is_open(
    services: StudyServices, tmp_path: Path
) -> None:
    release = released(services)
    unlock(services)

    with pytest.raises(NotAllowedError, match=r"not be given out any more.*locked codings only"):
        services.releases.file(release.release_id, actor=SUE)
    with pytest.raises(NotAllowedError, match="No report was released"):
        services.releases.write_released(tmp_path / "out", actor=SUE)
    with pytest.raises(NotAllowedError, match="locked codings only"):
        services.supervision.write_worker_report(SECOND, tmp_path, actor=SUE)
    assert not (tmp_path / "out").exists()


def test_a_session_that_was_coded_anew_can_be_released_again(services: StudyServices) -> None:
    first = released(services)
    assert status(services) is FeedbackStatus.RELEASED
    unlock(services)
    recode(services)

    assert status(services) is FeedbackStatus.CHANGED
    second = services.releases.release(SECOND, actor=SUE)
    assert second.sha256 != first.sha256
    assert status(services) is FeedbackStatus.RELEASED


def test_a_second_coding_after_the_release_can_be_released(services: StudyServices) -> None:
    released(services)
    with pytest.raises(NotAllowedError, match="nothing has changed since"):
        services.releases.release(SECOND, actor=SUE)
    add_people(services, Coder(coder_id=BEN))
    add_coding(services, SECOND, BEN, ratings_of(services.codebook, [5] * 7))

    assert services.releases.release(SECOND, actor=SUE).is_in_force


# -- other forms of what was released ----------------------------------------------------------


def test_other_forms_hold_what_was_released_or_are_refused(
    services: StudyServices, tmp_path: Path
) -> None:
    release = released(services)
    for form in (ReportForm.WORD, ReportForm.LARGE_PRINT):
        assert services.supervision.write_worker_report(
            SECOND, tmp_path, actor=SUE, form=form
        ).is_file()

    services.feedback.keep_response(SECOND, "Words that were never released.", actor=SUE)
    for form in (ReportForm.WORD, ReportForm.LARGE_PRINT):
        with pytest.raises(NotAllowedError, match="was changed since its release"):
            services.supervision.write_worker_report(SECOND, tmp_path, actor=SUE, form=form)
    pdf = services.supervision.write_worker_report(SECOND, tmp_path, actor=SUE)
    assert pdf.read_bytes() == release.content


# -- between what was shown and the act ----------------------------------------------------------


def test_only_what_was_shown_is_released(services: StudyServices) -> None:
    finish(services)
    opened = services.feedback.draft(SECOND, SUE).opened
    assert opened is not None
    services.feedback.agree_goal(SECOND, Goal(goal="Another goal"), actor=SUE)

    with pytest.raises(NotAllowedError, match="changed since its pages were shown"):
        services.releases.release(SECOND, actor=SUE, shown=opened.report)
    again = services.feedback.draft(SECOND, SUE).opened
    assert again is not None
    release = services.releases.release(SECOND, actor=SUE, shown=again.report)
    assert release.is_in_force


def test_a_coding_that_is_unlocked_while_the_report_is_built_stops_the_release(
    services: StudyServices, monkeypatch: pytest.MonkeyPatch
) -> None:
    finish(services)
    import practicecoder.reports.worker as worker

    build = worker.worker_report

    def slow(*args: object, **options: object) -> object:
        built = build(*args, **options)  # type: ignore[arg-type]  # passed on as they came
        unlock(services)
        return built

    monkeypatch.setattr(worker, "worker_report", slow)
    with pytest.raises(NotAllowedError, match="changed since"):
        services.releases.release(SECOND, actor=SUE)
    with services.context.store.reading() as unit:
        assert unit.releases.of_session(SECOND) == ()


# -- purpose and consent -----------------------------------------------------------------------


def set_purpose(services: StudyServices, purpose: Purpose) -> None:
    with services.context.store.transaction() as unit:
        session = unit.sessions.find(SECOND)
        assert session is not None
        unit.sessions.save(replace(session, purpose=purpose), session.version)


def test_a_purpose_that_becomes_research_ends_every_way_out(
    services: StudyServices, tmp_path: Path
) -> None:
    release = released(services)
    set_purpose(services, Purpose.RESEARCH)

    for act in (
        lambda: services.releases.file(release.release_id, actor=LEAD),
        lambda: services.releases.write_released(tmp_path / "out", actor=None),
        lambda: services.supervision.write_worker_report(SECOND, tmp_path, actor=LEAD),
        lambda: services.feedback.draft(SECOND, LEAD),
    ):
        with pytest.raises(NotAllowedError):
            act()
    assert list(tmp_path.rglob("*.pdf")) == []


def test_consent_to_feedback_that_is_taken_back_ends_every_way_out(
    services: StudyServices, tmp_path: Path
) -> None:
    release = released(services)
    services.consents.record([SECOND], {ConsentUse.FEEDBACK: False}, actor=LEAD)

    for act in (
        lambda: services.releases.file(release.release_id, actor=SUE),
        lambda: services.supervision.write_worker_report(SECOND, tmp_path, actor=None),
        lambda: services.feedback.draft(SECOND, SUE),
        lambda: services.feedback.keep_response(SECOND, "words", actor=SUE),
    ):
        with pytest.raises(NotAllowedError, match="was refused, or consent to it was taken back"):
            act()
    assert [s.session_id for s in services.feedback.supervisees(SUE)[0].sessions] == [FIRST]
    services.consents.record([SECOND], {ConsentUse.FEEDBACK: True}, actor=LEAD)
    assert services.releases.file(release.release_id, actor=SUE).content == release.content


# -- who may read ------------------------------------------------------------------------------


def test_a_team_report_is_given_to_who_released_it_and_to_leads(services: StudyServices) -> None:
    services.supervisees.name_supervisor([WorkerId("W-002")], TOM, actor=LEAD)
    release = TeamReportService(services.context).release(EVERYTHING, SUE)

    for reader in (SUE, LEAD, None):
        assert services.releases.file(release.release_id, actor=reader).content == release.content
    for stranger in (TOM, ANNA):
        with pytest.raises(NotAllowedError, match="Only a lead"):
            services.releases.file(release.release_id, actor=stranger)


def test_who_stops_supervising_has_nothing_of_the_worker_any_more(
    services: StudyServices, tmp_path: Path
) -> None:
    release = released(services)
    services.supervisees.end_supervision([OWN_WORKER], SUE, actor=LEAD)

    for act in (
        lambda: services.releases.file(release.release_id, actor=SUE),
        lambda: services.releases.take_back(SECOND, "because", actor=SUE),
        lambda: services.releases.release(SECOND, actor=SUE),
        lambda: services.reels.plan(SECOND, SUE),
        lambda: services.feedback.series(OWN_WORKER, SUE),
    ):
        with pytest.raises(NotAllowedError, match="do not supervise"):
            act()
    with pytest.raises(NotAllowedError, match="No report was released"):
        services.releases.write_released(tmp_path / "out", actor=SUE)


def test_a_report_that_names_a_coder_by_code_is_not_released(services: StudyServices) -> None:
    add_people(services, Coder(coder_id=CoderId("CX-07")))
    finish(services)
    services.feedback.keep_family_voice(SECOND, "She liked it, says CX-07.", actor=SUE)
    with pytest.raises(NotAllowedError, match="family's voice names a coder by code"):
        services.releases.release(SECOND, actor=SUE)
    services.feedback.keep_family_voice(SECOND, "A good visit, she said.", actor=SUE)
    assert services.releases.release(SECOND, actor=SUE).is_in_force  # A codes here, and is a word


# -- small print -------------------------------------------------------------------------------


def test_a_moment_without_words_is_not_ticked(services: StudyServices) -> None:
    services.feedback.decline_own(SECOND, actor=SUE)
    with pytest.raises(NotAllowedError, match="without any words"):
        services.feedback.read_moment(
            SECOND, ReadMoment(evidence_id="good", quote="  ", printed=True), actor=SUE
        )


def test_a_folder_that_cannot_be_made_is_told_in_a_sentence(
    services: StudyServices, tmp_path: Path
) -> None:
    (tmp_path / "a file").write_text("")
    with pytest.raises(StudyError, match="Choose another place"):
        services.supervision.write_all(tmp_path / "a file" / "reports")


def test_the_same_content_released_twice_on_one_day_has_the_same_bytes(
    services: StudyServices,
) -> None:
    first = released(services)
    services.releases.take_back(SECOND, "to look once more", actor=SUE)
    second = services.releases.release(SECOND, actor=SUE)

    assert second.content == first.content
    assert second.release_id != first.release_id


# -- on record ---------------------------------------------------------------------------------


def damaged(services: StudyServices) -> list[str | None]:
    """Releases that the check of the study complains of."""
    problems = services.context.store.check()
    return [p.key for p in problems if p.what.startswith("A released report is not the file")]


def test_a_study_with_releases_passes_its_check_and_a_damaged_file_is_named(
    services: StudyServices,
) -> None:
    released(services)
    services.releases.take_back(SECOND, "to look once more", actor=SUE)
    release = services.releases.release(SECOND, actor=SUE)
    TeamReportService(services.context).release(EVERYTHING, SUE)
    assert damaged(services) == []

    with closing(sqlite3.connect(services.path / "study.db")) as database, database:
        database.execute(
            "UPDATE releases SET content = ? WHERE release_id = ?",
            (release.content.replace(b"%PDF-1", b"%PDF-2"), release.release_id),
        )
    assert damaged(services) == [release.release_id]


def test_a_digest_that_was_changed_with_its_file_is_found_by_the_history(
    services: StudyServices,
) -> None:
    release = released(services)
    with closing(sqlite3.connect(services.path / "study.db")) as database, database:
        database.execute(
            "UPDATE releases SET content = ?, sha256 = ?",
            (b"forged", hashlib.sha256(b"forged").hexdigest()),
        )
    assert damaged(services) == [release.release_id]


def test_the_story_of_a_session_tells_its_feedback_without_any_words_of_it(
    services: StudyServices, tmp_path: Path
) -> None:
    services.consents.record([SECOND], {ConsentUse.LISTENING: True}, actor=LEAD)
    services.consents.record([SECOND], {ConsentUse.LISTENING: False}, actor=LEAD)
    release = released(services)
    services.feedback.keep_response(SECOND, "Canary words of the worker.", actor=SUE)
    services.supervision.write_worker_report(SECOND, tmp_path, actor=SUE)
    services.releases.take_back(SECOND, "a wrong word", actor=SUE)
    services.supervision.write_worker_report(SECOND, tmp_path, actor=SUE)

    told = [(line.text, line.who, line.reason) for line in story(services)]
    assert told == [
        ("Consent to listening together in supervision: agreed", LEAD, ""),
        (
            "Consent to listening together in supervision: refused or taken back (before: agreed)",
            LEAD,
            "",
        ),
        ("Worker's own view closed", SUE, ""),
        ("Strengths and things to build worded", SUE, ""),
        *[("Words of a shared moment read", SUE, "")] * 3,
        ("Goal agreed", SUE, ""),
        (f"Feedback report released; SHA-256 of the file {release.sha256[:16]}…", SUE, ""),
        ("Worker's response put down", SUE, ""),
        ("Feedback report written, as released", SUE, ""),
        ("Release of the feedback report ended", SUE, "a wrong word"),
        ("Feedback report written, as a draft", SUE, ""),
    ]


def story(services: StudyServices) -> list[StoryLine]:
    """What the lead reads of the feedback about the session."""
    lines = services.stories.of(SECOND, actor=LEAD).lines
    begun = next(n for n, line in enumerate(lines) if line.text.startswith("Consent"))
    return list(lines[begun:])


def test_reports_given_out_together_are_on_record_each_with_its_digest(
    services: StudyServices, tmp_path: Path
) -> None:
    release = released(services)
    services.releases.write_released(tmp_path / "out", actor=SUE)

    with services.context.store.reading() as unit:
        last = unit.history.of_session(SECOND)[-1]
    assert (last.kind, last.actor) == (HistoryKind.REPORTED, SUE)
    assert json.loads(last.new or "") == {"sha256": release.sha256, "status": "released"}


def test_a_file_that_cannot_be_written_is_not_on_record(
    services: StudyServices, tmp_path: Path
) -> None:
    released(services)
    (tmp_path / "out").write_text("in the way")
    with pytest.raises(StudyError, match="could not be written"):
        services.releases.write_released(tmp_path / "out", actor=SUE)
    with services.context.store.reading() as unit:
        assert all(e.kind is not HistoryKind.REPORTED for e in unit.history.all())


def test_consent_of_a_session_that_there_is_not_is_refused(services: StudyServices) -> None:
    with pytest.raises(NotAllowedError, match="no session V-9"):
        services.consents.of_session(SessionId("V-9"))
