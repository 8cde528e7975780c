"""The series of one worker: which sessions stand before another, and which may be named."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from practicecoder.domain.consent import Consent, ConsentUse
from practicecoder.domain.ids import SessionId
from practicecoder.domain.sessions import PracticeSession, SessionState
from practicecoder.errors import NotAllowedError
from practicecoder.scoring.finals import FinalValues
from practicecoder.services.final_sessions import FinalSession

RESEARCH_ONLY = (
    "This session was collected for research only. Research provisions do not cover measures "
    "about a particular person (DPA 2018 s.19; UK GDPR Art. 84A-84C), so no report about its "
    "worker can be made. Whether its purpose may change is for the study's own adviser to decide."
)
FEEDBACK_REFUSED = (
    "Feedback to the worker about this session was refused, or consent to it was taken back, so "
    "no report about it is made. A lead can record another answer."
)
_OUT_OF_USE = (SessionState.WITHDRAWN, SessionState.UNUSABLE)


def may_report_individually(session: PracticeSession) -> bool:
    """Whether a report about this session's worker may be made; the one gate for all of them."""
    return session.purpose.allows_feedback and session.state not in _OUT_OF_USE


def refused_feedback(consents: Iterable[Consent]) -> frozenset[SessionId]:
    """Sessions about which feedback to the worker was refused, or agreed to and taken back.

    A session that nobody was asked about is not among them: its purpose decides.
    """
    return frozenset(
        consent.session_id
        for consent in consents
        if consent.use is ConsentUse.FEEDBACK and not consent.given
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesEntry:
    """A session that may be reported, with its final values."""

    session: PracticeSession
    final: FinalValues
    source: FinalSession


def reportable(
    sessions: Sequence[FinalSession], refused: frozenset[SessionId] = frozenset()
) -> tuple[SeriesEntry, ...]:
    """Sessions that may be reported, have a worker and a locked coding; in order of worker.

    ``refused`` are those about which feedback was refused; see :func:`refused_feedback`.
    """
    entries = [
        SeriesEntry(session=found.session, final=found.final, source=found)
        for found in sessions
        if isinstance(found.final, FinalValues)
        and found.session.worker_id is not None
        and found.session.session_id not in refused
        and may_report_individually(found.session)
    ]
    return tuple(sorted(entries, key=_place_in_list))


def refuse_unless_reportable(
    session_id: SessionId,
    sessions: Sequence[FinalSession],
    refused: frozenset[SessionId] = frozenset(),
) -> None:
    """Raise NotAllowedError with the sentence that says why a session has no report."""
    found = next((s for s in sessions if s.session.session_id == session_id), None)
    if found is None:
        raise NotAllowedError(f"There is no session {session_id} in this study.")
    session = found.session
    if not session.purpose.allows_feedback:
        raise NotAllowedError(RESEARCH_ONLY)
    if not may_report_individually(session):
        raise NotAllowedError(
            f"Session {session_id} is {session.state.value}, so no report can be made from it."
        )
    if session_id in refused:
        raise NotAllowedError(FEEDBACK_REFUSED)
    if session.worker_id is None:
        raise NotAllowedError(
            f"Session {session_id} names no worker, so there is nobody to give feedback to. "
            "Enter the worker's code first."
        )
    if not isinstance(found.final, FinalValues):
        raise NotAllowedError(
            f"Session {session_id} has no submitted coding. Reports are made from locked codings "
            "only."
        )


def series_of(
    entry: SeriesEntry, entries: Sequence[SeriesEntry]
) -> tuple[SeriesEntry, ...] | None:
    """Reportable sessions of the same worker and type up to this one, oldest first.

    None where their order is not known: neither has every one a date, nor has every one its days
    since implementation at one office.
    """
    same = [e for e in entries if _kind_of(e) == _kind_of(entry)]
    order = _known_order(same)
    if order is None:
        return None if len(same) > 1 else (entry,)
    return tuple(e for e in sorted(same, key=order) if order(e) <= order(entry))


def _kind_of(entry: SeriesEntry) -> tuple[str | None, str]:
    return entry.session.worker_id, entry.session.session_type


def _known_order(
    entries: Sequence[SeriesEntry],
) -> Callable[[SeriesEntry], tuple[int, str]] | None:
    if all(e.session.session_date is not None for e in entries):
        return _by_date
    one_office = len({e.session.office_id for e in entries}) == 1
    if one_office and all(e.session.days_since_implementation is not None for e in entries):
        return _by_days
    return None


def _by_date(entry: SeriesEntry) -> tuple[int, str]:
    day = entry.session.session_date
    return (0 if day is None else day.toordinal(), entry.session.session_id)


def _by_days(entry: SeriesEntry) -> tuple[int, str]:
    return (entry.session.days_since_implementation or 0, entry.session.session_id)


def _place_in_list(entry: SeriesEntry) -> tuple[str, int, str]:
    day = entry.session.session_date
    return (
        entry.session.worker_id or "",
        0 if day is None else day.toordinal(),
        entry.session.session_id,
    )
