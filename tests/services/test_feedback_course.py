"""The worker's own course in a report: from three sessions, with limits from twelve."""

from __future__ import annotations

from pathlib import Path

import pytest

from practicecoder.domain.coding import ScoreBasis
from practicecoder.reports.data import (
    OwnCourse,
    Provenance,
    RatingGroup,
    ReportedScore,
    ReportScale,
    WorkerReportData,
)
from practicecoder.scoring.own_course import WithinSpread, own_mean
from practicecoder.scoring.results import NotEstimable
from practicecoder.services.feedback_course import Spreads, spreads_of, with_own_courses
from practicecoder.services.feedback_series import reportable
from practicecoder.services.final_sessions import final_sessions
from tests.services.supervision_study import a_supervision_study

FIVE = ReportScale(minimum=1, maximum=5, anchor=3)
KNOWN: Spreads = {"Care": WithinSpread(sd=0.6, df=20, n_workers=8)}


def report(*values: float | None, scale: ReportScale | None = FIVE) -> WorkerReportData:
    """A report whose score had these values, the newest last."""
    *earlier, value = values
    score = ReportedScore(
        label="Care",
        scale=scale,
        value=value,
        not_given="" if value is not None else "not shown",
        earlier=tuple(earlier),
    )
    return WorkerReportData(
        worker="W-001",
        basis=ScoreBasis.SINGLE,
        groups=(RatingGroup(score=score), RatingGroup(heading="Others")),
        provenance=Provenance(
            study="Made-up",
            session_code="S-00001",
            codebook_id="swim7",
            codebook_version="1.0.0",
            codebook_is_draft=True,
            n_coders=1,
            app_version="0",
        ),
    )


def course_of(data: WorkerReportData, spreads: Spreads = KNOWN) -> OwnCourse | None:
    return with_own_courses(data, spreads).scores[0].course


def test_three_sessions_have_an_own_mean_with_interval() -> None:
    course = course_of(report(2.0, 3.0, 4.0))

    assert course is not None
    assert (course.mean, course.n, course.ordinary_low) == (3.0, 3, None)
    assert (course.low, course.high) == pytest.approx((2.277, 3.723), abs=0.001)


def test_a_session_without_the_score_does_not_count() -> None:
    assert course_of(report(2.0, None, 3.0)) is None
    assert course_of(report(2.0, 2.5, 3.0, None)) is not None


def test_twelve_sessions_have_limits_inside_the_scale() -> None:
    course = course_of(report(*[2.0, 3.0] * 6))

    assert course is not None
    assert course.ordinary_low == 1.0
    assert course.ordinary_high == 5.0


def test_the_interval_is_cut_to_the_scale() -> None:
    course = course_of(report(5.0, 5.0, 4.8))

    assert course is not None
    assert course.high == 5.0


def test_without_a_spread_or_a_scale_there_is_no_course() -> None:
    unknown: Spreads = {"Care": NotEstimable(reason="no worker has two sessions", n=0)}

    assert course_of(report(2.0, 3.0, 4.0), unknown) is None
    assert course_of(report(2.0, 3.0, 4.0), {}) is None
    assert course_of(report(2.0, 3.0, 4.0, scale=None)) is None


def test_the_spread_is_that_of_workers_with_several_sessions(tmp_path: Path) -> None:
    services = a_supervision_study(tmp_path / "study")
    try:
        entries = reportable(final_sessions(services.context))
        kind = entries[0].session.session_type
        found = spreads_of(services.codebook, entries, kind)
        other = spreads_of(services.codebook, entries, "no such type")
    finally:
        services.close()

    assert set(found) == {definition.label for definition in services.codebook.scores}
    assert all(isinstance(spread, NotEstimable) for spread in other.values())
    workers = [e.session.worker_id for e in entries if e.session.session_type == kind]
    several = {w for w in workers if workers.count(w) > 1}
    for spread in found.values():
        assert isinstance(spread, NotEstimable) or spread.n_workers <= len(several)
        assert isinstance(own_mean([1.0], spread), NotEstimable)
