"""What the people of the demonstration study do together: training, meetings, a concern."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from practicecoder.domain.certification import Certificate, PassRule
from practicecoder.domain.coding import Coding, CodingRole, Rating
from practicecoder.domain.history import HistoryEntry, HistoryKind
from practicecoder.domain.ids import CoderId, SessionId, new_id
from practicecoder.services.context import StudyServices
from practicecoder.services.studies import FIRST_LEAD
from practicecoder.services.study_settings import StudySettings
from practicecoder.services.training_words import rule_in_words

REFERENCE_VISITS = (SessionId("V01"), SessionId("V02"), SessionId("V03"))
"""Visits whose first coding is the reference too, so that the others' codings are trials."""
RECALIBRATED_ON = date(2026, 11, 20)

PASS_RULE = PassRule(recordings=len(REFERENCE_VISITS), within_one=0.9, kappa=0.92)
"""What a certificate asks for: as many recordings as there are, and agreement beyond levels."""
CERTIFIED_BEFORE = (CoderId("C1"), CoderId("C2"), CoderId("C3"), CoderId("D1"))
"""Who was certified when the study began, by trials that are not part of it."""
CERTIFIED_HERE = CoderId("D2")
"""The learner who reaches the pass rule; the other one's attempt failed."""

DECISIONS: Mapping[SessionId, Mapping[str, str]] = {
    SessionId("S016"): {
        "evocation": (
            "A change counts as discussed when worker and family come back to it, or talk about "
            "what it would take. A wish that is said once and dropped is a passing remark: answer "
            "no, and evocation does not apply. (Made-up example of a decision.)"
        ),
    },
    SessionId("S063"): {
        "clarity_about_concerns": (
            "A concern that is plain, with its grounds, stays at 3 while the family's response to "
            "it cannot be heard. For 4 the worker asks how they see it, or waits until they have "
            "answered. (Made-up example of a decision.)"
        ),
    },
}
"""Decisions for the codebook by the session whose meeting came to them, and by dimension."""

_STARTED_AT = datetime(2026, 11, 16, 9, 0, tzinfo=UTC)
_REFERENCES_AT = datetime(2026, 11, 17, 16, 0, tzinfo=UTC)
_FIRST_MEETING_AT = datetime(2026, 11, 17, 17, 0, tzinfo=UTC)
_BETWEEN_MEETINGS = timedelta(hours=1)
_BETWEEN_ACTS = timedelta(minutes=4)
_CONCERN_AT = datetime(2026, 11, 18, 12, 0, tzinfo=UTC)
_RECALIBRATION_NOTED_AT = datetime(2026, 11, 20, 15, 0, tzinfo=UTC)
_CERTIFIED_AT = datetime(2026, 11, 20, 16, 0, tzinfo=UTC)
_ELSEWHERE = "Made-up example: certified on recordings of another study."

_CONCERN_BY = CoderId("D2")
_CONCERN_OVER = SessionId("V03")
_CONCERN_AT_MS = 249_605
"""Where the mother says that nothing tells them what to do at night."""
_CONCERN = (
    "Made-up example of a concern. The mother says that he stands outside at two in the morning, "
    "and the boy sleeps on the floor by the door. I heard no plan for the nights. Does their team "
    "know?"
)
_RECALIBRATION = (
    "Made-up example. D1, D2 and D3 went through visits 1 to 3 with the lead: warmth is not yet "
    "empathy; when a change counts as discussed."
)


@dataclass(slots=True)
class DemonstrationClock:
    """The clock of the study while it is made: it stands until it is set."""

    now: datetime

    def __call__(self) -> datetime:
        """Return what it shows."""
        return self.now


def add_laboratory_work(
    services: StudyServices,
    clock: DemonstrationClock,
    agreed: Mapping[SessionId, Mapping[str, Rating]],
) -> None:
    """Let the people of a filled study do what a laboratory does, each act on its invented day.

    Parameters
    ----------
    services
        Of the study; the sessions of :data:`DECISIONS` have their independent codings, and no
        consensus yet.
    clock
        What ``services`` take for the current moment.
    agreed
        Ratings that the meetings over the sessions of :data:`DECISIONS` agree on.
    """
    clock.now = _STARTED_AT
    services.settings.change(StudySettings(pass_rule=PASS_RULE), actor=FIRST_LEAD)
    _take_over_certificates(services, clock.now)
    clock.now = _REFERENCES_AT
    for session_id in REFERENCE_VISITS:
        first = _coding(services, session_id, CodingRole.PRIMARY)
        services.training_recordings.take_over(first.coding_id, actor=FIRST_LEAD)
    for number, session_id in enumerate(DECISIONS):
        clock.now = _FIRST_MEETING_AT + number * _BETWEEN_MEETINGS
        _hold_meeting(services, clock, session_id, agreed[session_id])
    clock.now = _CONCERN_AT
    heard = _coding(services, _CONCERN_OVER, CodingRole.TRAINING, _CONCERN_BY)
    services.concerns.raise_concern(heard, _CONCERN, at_ms=_CONCERN_AT_MS)
    clock.now = _RECALIBRATION_NOTED_AT
    services.calibration.recalibrate(RECALIBRATED_ON, _RECALIBRATION, actor=FIRST_LEAD)
    clock.now = _CERTIFIED_AT
    services.training.grant(CERTIFIED_HERE, actor=FIRST_LEAD)


def _take_over_certificates(services: StudyServices, at: datetime) -> None:
    """Put certificates on record that were earned elsewhere."""
    with services.context.store.transaction() as unit:
        for coder_id in CERTIFIED_BEFORE:
            certificate = Certificate(
                certificate_id=new_id(),
                coder_id=coder_id,
                codebook=services.codebook.ref,
                granted_on=at.date(),
                expires_on=at.date() + timedelta(days=PASS_RULE.valid_days),
                rule=rule_in_words(PassRule()),
                result=_ELSEWHERE,
                n_recordings=PassRule().recordings,
            )
            unit.certificates.add(certificate)
            unit.history.add(
                HistoryEntry(
                    entry_id=new_id(),
                    at=at,
                    actor=FIRST_LEAD,
                    kind=HistoryKind.CERTIFIED,
                    item=coder_id,
                    new=certificate.certificate_id,
                    reason=_ELSEWHERE,
                )
            )


def _hold_meeting(
    services: StudyServices,
    clock: DemonstrationClock,
    session_id: SessionId,
    agreed: Mapping[str, Rating],
) -> None:
    consensus = services.consensus
    with services.context.store.reading() as unit:
        session = unit.sessions.find(session_id)
    assert session is not None  # it was just added
    for row in consensus.open(session.blind_code, FIRST_LEAD).rows:
        clock.now += _BETWEEN_ACTS
        dimension = row.dimension_id
        consensus.agree(session.blind_code, dimension, agreed[dimension], FIRST_LEAD)
        decision = DECISIONS[session_id].get(dimension)
        if decision is not None:
            consensus.decide(session.blind_code, dimension, decision, FIRST_LEAD)
    clock.now += _BETWEEN_ACTS
    consensus.finish(session.blind_code, FIRST_LEAD)


def _coding(
    services: StudyServices,
    session_id: SessionId,
    role: CodingRole,
    coder_id: CoderId | None = None,
) -> Coding:
    with services.context.store.reading() as unit:
        codings: Sequence[Coding] = unit.codings.of_session(session_id)
    return next(
        c for c in codings if c.role is role and (coder_id is None or c.coder_id == coder_id)
    )
