"""A small study under supervision: two workers, two supervisors, moments to talk about."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from practicecoder.domain.coding import Evidence, Polarity
from practicecoder.domain.coding_changes import EvidenceChange
from practicecoder.domain.feedback import Goal, Point, PointKind, ReadMoment, Supervision
from practicecoder.domain.ids import CoderId, SessionId, WorkerId
from practicecoder.domain.people import Coder, Role
from practicecoder.domain.sessions import Purpose
from practicecoder.domain.spans import TimeSpan
from practicecoder.services.context import StudyServices
from tests.builders import (
    ANNA,
    a_session,
    a_study,
    add_coding,
    add_people,
    add_sessions,
    ratings_of,
)

SUE, TOM = CoderId("SUE"), CoderId("TOM")
FIRST, SECOND = SessionId("V-0001"), SessionId("V-0003")
OTHER = SessionId("V-0005")
OWN_WORKER, OTHER_WORKER = WorkerId("W-001"), WorkerId("W-002")
QUOTE = "“You said that mornings are hard.”"
POINTS = (
    Point(
        kind=PointKind.STRENGTH,
        wording="You gave her words back to her",
        dimension_id="empathy",
        evidence_ids=("good",),
    ),
    Point(
        kind=PointKind.BUILD,
        wording="Stay with feeling before fact",
        dimension_id="empathy",
        evidence_ids=("build",),
        try_this="one reflection before the next question",
    ),
)


def a_supervision_study(folder: Path) -> StudyServices:
    """Two visits of W-001 that may be reported, one for research only, one of W-002.

    SUE supervises W-001, TOM nobody. The newest visit has three shared moments, one of which
    holds a telephone number.
    """
    made = a_study(folder, title="Invented study")
    add_people(
        made,
        Coder(coder_id=ANNA),
        Coder(coder_id=SUE, roles=frozenset({Role.SUPERVISOR})),
        Coder(coder_id=TOM, roles=frozenset({Role.SUPERVISOR})),
    )
    for number, month in ((1, 3), (2, 4), (3, 5)):
        purpose = Purpose.RESEARCH if number == 2 else Purpose.BOTH
        add_sessions(made, a_session(number, session_date=date(2026, month, 15), purpose=purpose))
    add_sessions(made, a_session(5, worker_id=OTHER_WORKER, session_date=date(2026, 3, 1)))
    for number, values in (
        (1, [2, 3, 2, None, 3, 2, 4]),
        (2, [5] * 7),
        (3, [3, 3, 2, None, 4, 2, 3]),
    ):
        add_coding(made, SessionId(f"V-{number:04d}"), ANNA, ratings_of(made.codebook, values))
    add_coding(made, OTHER, ANNA, ratings_of(made.codebook, [1] * 7))
    add_moment(made, SECOND, "good", Polarity.STRENGTH, quote=QUOTE)
    add_moment(made, SECOND, "build", Polarity.TO_BUILD, minute=20, note="The reply was a date.")
    add_moment(made, SECOND, "named", Polarity.STRENGTH, minute=30, quote="Ring 01632 960 001.")
    with made.context.store.transaction() as unit:
        unit.supervisions.add(Supervision(worker_id=OWN_WORKER, supervisor_id=SUE))
    return made


def add_moment(
    services: StudyServices,
    session_id: SessionId,
    evidence_id: str,
    polarity: Polarity,
    *,
    minute: int = 5,
    quote: str = "",
    note: str = "",
    share: bool = True,
) -> None:
    evidence = Evidence(
        evidence_id=evidence_id,
        span=TimeSpan(minute * 60_000, minute * 60_000 + 4_000),
        dimension_ids=("empathy",),
        polarity=polarity,
        quote=quote,
        note=note,
        share=share,
    )
    with services.context.store.transaction() as unit:
        (coding,) = unit.codings.of_session(session_id)
        unit.codings.save(
            replace(coding, evidence=(*coding.evidence, evidence)),
            expected_version=coding.version,
            changes=(EvidenceChange(evidence_id, evidence),),
        )


def read_all(services: StudyServices) -> None:
    for moment in (
        ReadMoment(evidence_id="good", quote=QUOTE, printed=True),
        ReadMoment(evidence_id="build", note="The reply was a date.", printed=True),
        ReadMoment(evidence_id="named", printed=False),
    ):
        services.feedback.read_moment(SECOND, moment, actor=SUE)


def finish(services: StudyServices) -> None:
    services.feedback.rate_own(SECOND, {"empathy": 4.0}, actor=SUE)
    services.feedback.choose_points(SECOND, POINTS, actor=SUE)
    read_all(services)
    services.feedback.agree_goal(
        SECOND, Goal(goal="One reflection in each visit", review_on=date(2026, 7, 1)), actor=SUE
    )
