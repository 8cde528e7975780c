"""Supervision in the demonstration study: two released reports, a draft, goals, consent.

Everything in it is invented, as the visits are.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from practicecoder.domain.consent import ConsentUse
from practicecoder.domain.feedback import Goal, Point, PointKind, ReadMoment
from practicecoder.domain.ids import CoderId, SessionId, WorkerId
from practicecoder.domain.people import Role
from practicecoder.services.context import StudyServices
from practicecoder.services.studies import FIRST_LEAD

if TYPE_CHECKING:
    from practicecoder.services.demonstration_laboratory import DemonstrationClock

SUPERVISOR = CoderId("SV1")
SUPERVISED = tuple(WorkerId(f"W00{number}") for number in range(1, 5))
_STARTED_AT = datetime(2026, 11, 19, 9, 0, tzinfo=UTC)
_BETWEEN_ACTS = timedelta(minutes=3)
_FORM = "made-up form 1"

_OWN: Mapping[SessionId, Mapping[str, float]] = {
    SessionId("V02"): {
        "collaboration": 3.0,
        "empathy": 4.0,
        "purposefulness": 2.0,
        "clarity_about_concerns": 3.0,
    },
    SessionId("V03"): {
        "collaboration": 3.0,
        "autonomy": 3.0,
        "empathy": 2.0,
        "purposefulness": 5.0,
        "clarity_about_concerns": 5.0,
        "child_focus": 4.0,
    },
    SessionId("V06"): {
        "collaboration": 4.0,
        "autonomy": 4.0,
        "empathy": 4.0,
        "evocation": 3.0,
        "clarity_about_concerns": 4.0,
    },
}
_POINTS: Mapping[SessionId, Sequence[Point]] = {
    SessionId("V02"): (
        Point(
            kind=PointKind.STRENGTH,
            wording="You put words to what he felt, and he went on",
            dimension_id="empathy",
            evidence_ids=("V02-D1-2", "V02-D1-6"),
        ),
        Point(
            kind=PointKind.BUILD,
            wording="Say early why you came",
            dimension_id="clarity_about_concerns",
            evidence_ids=("V02-D1-1", "V02-D1-4"),
            try_this="one sentence in the first five minutes: what the worry is and who has it",
        ),
    ),
    SessionId("V03"): (
        Point(
            kind=PointKind.STRENGTH,
            wording="You gave a plain account and said where it came from",
            dimension_id="clarity_about_concerns",
            evidence_ids=("V03-D1-1", "V03-D1-4"),
        ),
        Point(
            kind=PointKind.STRENGTH,
            wording="You brought the boy into the room with his own words",
            dimension_id="child_focus",
            evidence_ids=("V03-D1-2",),
        ),
        Point(
            kind=PointKind.BUILD,
            wording="Stay with the feeling before the next point",
            dimension_id="empathy",
            evidence_ids=("V03-D1-5", "V03-D1-3"),
            try_this="say back what you heard, and wait for an answer, before going on",
        ),
    ),
    SessionId("V06"): (
        Point(
            kind=PointKind.STRENGTH,
            wording="You owned what happened last time and asked how to do it today",
            dimension_id="collaboration",
            evidence_ids=("V06-D1-1",),
        ),
        Point(
            kind=PointKind.BUILD,
            wording="Offer it as a choice",
            dimension_id="autonomy",
            evidence_ids=("V06-D1-7",),
            try_this="ask what they know about it before you say what they should do",
        ),
    ),
}
_GOALS: Mapping[SessionId, Goal] = {
    SessionId("V02"): Goal(
        goal="Say in the first five minutes of each visit why I am there",
        with_whom="the next two families",
        help_needed="try the sentence out in supervision",
        how_we_know="listen to the first five minutes of the next visit together",
        review_on=date(2026, 6, 16),
    ),
    SessionId("V03"): Goal(
        goal="One reflection of the feeling before each new point",
        with_whom="the family of this visit",
        help_needed="listen to two moments together",
        how_we_know="the family says more after it, not less",
        review_on=date(2026, 8, 25),
    ),
}
_OUTCOME_OF_LAST = "Heard in four places; twice she said more than was asked."
_FAMILY_VOICE = "She asked me how I saw it, and it went into the plan."
_RESPONSE = "I had not noticed that I argued. I want to hear that part again."


def add_supervision(services: StudyServices, clock: DemonstrationClock) -> None:
    """Name a supervisor, record consent, and put feedback about three visits down."""
    _Writer(services, clock).write()


class _Writer:
    """Does one act after the other, a few minutes apart."""

    def __init__(self, services: StudyServices, clock: DemonstrationClock) -> None:
        self._services = services
        self._clock = clock

    def write(self) -> None:
        services = self._services
        self._clock.now = _STARTED_AT
        services.people.add_coder(SUPERVISOR, frozenset({Role.SUPERVISOR}), actor=FIRST_LEAD)
        services.supervisees.name_supervisor(SUPERVISED, SUPERVISOR, actor=FIRST_LEAD)
        services.consents.record(
            _POINTS,
            dict.fromkeys((ConsentUse.FEEDBACK, ConsentUse.LISTENING), True),
            actor=FIRST_LEAD,
            note=_FORM,
        )
        for session_id in _POINTS:
            self._put_down(session_id)
        for session_id in _GOALS:
            self._act()
            services.releases.release(session_id, actor=SUPERVISOR)

    def _put_down(self, session_id: SessionId) -> None:
        feedback = self._services.feedback
        self._act()
        feedback.rate_own(session_id, _OWN[session_id], actor=SUPERVISOR)
        feedback.choose_points(session_id, _POINTS[session_id], actor=SUPERVISOR)
        is_draft = session_id not in _GOALS
        opened = feedback.draft(session_id, SUPERVISOR).opened
        assert opened is not None
        for moment in opened.moments:
            if is_draft and moment is opened.moments[-1]:
                break  # somebody is to read one in the draft
            self._act()
            feedback.read_moment(
                session_id,
                ReadMoment(
                    evidence_id=moment.evidence_id,
                    quote=moment.suggested.quote,
                    note=moment.suggested.note,
                    printed=True,
                ),
                actor=SUPERVISOR,
            )
        self._act()
        if is_draft:
            feedback.agree_goal(
                session_id, Goal(), last_goal_outcome=_OUTCOME_OF_LAST, actor=SUPERVISOR
            )
            feedback.keep_family_voice(session_id, _FAMILY_VOICE, actor=SUPERVISOR)
        else:
            feedback.agree_goal(session_id, _GOALS[session_id], actor=SUPERVISOR)
        if session_id == SessionId("V03"):
            feedback.keep_response(session_id, _RESPONSE, actor=SUPERVISOR)

    def _act(self) -> None:
        self._clock.now += _BETWEEN_ACTS
