"""Promise 12: reports about persons are of sessions that may serve it, and of one making.

Purposes and states of sessions are drawn at random; what the one gate lets into a report is
compared with what it may hold. Reports are built twice from the same data.
"""

from __future__ import annotations

import hashlib
import random
import tempfile
from collections.abc import Callable, Iterable, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from benches.report_bench import MADE_ON, made_up
from practicecoder.domain.ids import SessionId
from practicecoder.domain.people import Coder
from practicecoder.domain.sessions import Purpose, SessionState
from practicecoder.reports.data import ReportedScore, WorkerReportData
from practicecoder.reports.worker import worker_report
from practicecoder.services.feedback_series import SeriesEntry, reportable, series_of
from practicecoder.services.final_sessions import FinalSession, final_sessions
from tests.builders import (
    ANNA,
    BEN,
    a_session,
    a_study,
    add_coding,
    add_people,
    add_sessions,
    ratings_of,
)
from tests.trust.frame import Proof, Size, say

SEED = 20_261_121
N_SESSIONS = 6
Gate = Callable[[Sequence[FinalSession]], Iterable[SeriesEntry]]


def prove(size: Size) -> Proof:
    """Draw purposes, read every report, and build reports twice."""
    chance = random.Random(SEED)
    n_draws, n_reports = size.of(short=200, full=20_000), size.of(short=2, full=200)
    with tempfile.TemporaryDirectory(prefix="fairness-") as place:
        coded, reports = a_laboratory(Path(place))
    drawn = [draw(coded, chance) for _ in range(n_draws)]
    astray = sum(leaks(sessions, reportable) for sessions in drawn)
    open_gate = sum(leaks(sessions, every_session) for sessions in drawn)
    scores = [score for report in reports for score in report.scores]
    unequal, unlike = built_twice(n_reports)
    return Proof(
        promise=12,
        name="fairness",
        claim=(
            "No report about a person holds a session for research only, withdrawn or unusable; "
            "every score has a likely range or says why not; the same data give the same file"
        ),
        mark="0 sessions astray, 0 scores without a word about their uncertainty, 0 files unlike",
        figures={
            "draws of purposes and states": n_draws,
            "sessions that entered a report and may not": astray,
            "reports read": len(reports),
            "scores in them": len(scores),
            "scores without range or reason": sum(not is_told(score) for score in scores),
            "reports built twice": n_reports,
            "pairs of unlike files": unequal,
        },
        passed=not astray
        and not unequal
        and all(map(is_told, scores))
        and open_gate > 0
        and unlike == n_reports,
        control=(
            f"without the gate {open_gate:,} sessions would have entered; one other word makes "
            f"another file in {unlike:,} of {n_reports:,}"
        ),
    )


def a_laboratory(place: Path) -> tuple[tuple[FinalSession, ...], list[WorkerReportData]]:
    """Coded sessions of one worker, some coded twice, and the reports about them."""
    with closing(a_study(place / "study")) as services:
        add_people(services, Coder(coder_id=ANNA), Coder(coder_id=BEN))
        numbers = range(1, N_SESSIONS + 1)
        add_sessions(services, *(a_session(n, purpose=Purpose.BOTH) for n in numbers))
        for number in numbers:
            session_id = SessionId(f"V-{number:04d}")
            values = [1 + (number + place) % 5 for place in range(7)]
            add_coding(services, session_id, ANNA, ratings_of(services.codebook, values))
            if number % 2:
                add_coding(services, session_id, BEN, ratings_of(services.codebook, values))
        found = final_sessions(services.context)
        reports = [services.supervision.worker_report_data(f.session.session_id) for f in found]
    return found, reports


def draw(coded: Sequence[FinalSession], chance: random.Random) -> list[FinalSession]:
    """Give each session a purpose and a state."""
    return [
        replace(
            found,
            session=replace(
                found.session,
                purpose=chance.choice(list(Purpose)),
                state=chance.choice(list(SessionState)),
            ),
        )
        for found in coded
    ]


def leaks(sessions: Sequence[FinalSession], gate: Gate) -> int:
    """Sessions that enter a report, as its own or as an earlier one, and may not."""
    barred = {
        one.session.session_id
        for one in sessions
        if one.session.purpose is Purpose.RESEARCH
        or one.session.state in (SessionState.WITHDRAWN, SessionState.UNUSABLE)
    }
    entries = tuple(gate(sessions))
    named = {entry.session.session_id for entry in entries}
    for entry in entries:
        named |= {earlier.session.session_id for earlier in series_of(entry, entries) or ()}
    return len(named & barred)


def every_session(sessions: Sequence[FinalSession]) -> tuple[SeriesEntry, ...]:
    """Let every session in: a gate that stands open, on purpose."""
    harmless = [
        replace(
            one,
            session=replace(one.session, purpose=Purpose.BOTH, state=SessionState.SUBMITTED),
        )
        for one in sessions
    ]
    return reportable(harmless)


def is_told(score: ReportedScore) -> bool:
    """Whether a score has its range, the reason why none, or the reason why no score."""
    if score.value is None:
        return bool(score.not_given)
    return score.uncertainty is not None


def built_twice(n_reports: int) -> tuple[int, int]:
    """Pairs of files from the same data that differ, and from data of one other word."""
    unequal = unlike = 0
    for number in range(n_reports):
        data = made_up(number)
        once, again = digest(data), digest(data)
        unequal += once != again
        unlike += once != digest(replace(data, family_voice=f"{data.family_voice} other"))
        if number % 20 == 19:
            say(f"fairness: {number + 1} of {n_reports} reports built twice")
    return unequal, unlike


def digest(data: WorkerReportData) -> str:
    """SHA-256 of the report's file."""
    return hashlib.sha256(worker_report(data, made_on=MADE_ON).content).hexdigest()
