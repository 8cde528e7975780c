"""Which sessions may be given to coders, and what a draw may balance over."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from practicecoder.codebook.model import AudioNeed, Codebook, NotApplicableRule
from practicecoder.domain.allocation import Assignment
from practicecoder.domain.coding import Coding, CodingRole
from practicecoder.domain.ids import CoderId, SessionId
from practicecoder.domain.sessions import PracticeSession, SegmentChoice, SessionState
from practicecoder.scoring.allocation import Allocable
from practicecoder.services.segments import window_ms
from practicecoder.services.session_states import NOT_TO_BE_CODED
from practicecoder.storage.unit_of_work import UnitOfWork

_SETTLED = frozenset({SessionState.CONSENSUS, SessionState.FINAL})


@dataclass(frozen=True, slots=True, kw_only=True)
class Plannable:
    """What a plan draws from. ``left`` names sessions that stay as they are, with the reason."""

    sessions: tuple[Allocable, ...]
    left: tuple[tuple[SessionId, str], ...]
    without_segment: tuple[SessionId, ...]
    """Sessions to plan whose window has yet to be drawn."""
    double_elsewhere: int
    """Double-coded sessions of the study that the draw is not about."""
    next_position: Mapping[CoderId, int]
    lengths_ms: Mapping[SessionId, int | None]
    """How long what is coded of each session lasts; None without a recording."""


def plannable(
    unit: UnitOfWork, codebook: Codebook, wanted: Iterable[SessionId] | None
) -> Plannable:
    """Sessions that may be planned: those that are wanted, else all that nobody has.

    A session that a coder is at work on is left as it is. One that is submitted can be given to a
    further coder where it is asked for by name.
    """
    assignments, codings = _by_session(unit.assignments.all()), _by_session(unit.codings.all())
    named = None if wanted is None else set(wanted)
    taken: list[PracticeSession] = []
    left: list[tuple[SessionId, str]] = []
    sessions = unit.sessions.all()
    for session in sessions:
        on = assignments[session.session_id]
        if named is None and any(a.role.is_independent for a in on):
            continue
        if named is not None and session.session_id not in named:
            continue
        why_not = _why_not(codebook, session, codings[session.session_id])
        if not why_not:
            taken.append(session)
        elif named is not None or session.state not in NOT_TO_BE_CODED:
            left.append((session.session_id, why_not))
    unknown = (named or set()) - {session.session_id for session in sessions}
    left += [(session_id, "not in this study") for session_id in sorted(unknown)]
    here = {session.session_id for session in taken}
    return Plannable(
        sessions=tuple(
            _allocable(codebook, s, assignments[s.session_id], codings[s.session_id])
            for s in taken
        ),
        left=tuple(left),
        without_segment=tuple(s.session_id for s in taken if _lacks_segment(codebook, s)),
        double_elsewhere=sum(
            sum(a.role.is_independent for a in on) > 1
            for session_id, on in assignments.items()
            if session_id not in here
        ),
        next_position=next_positions(a for on in assignments.values() for a in on),
        lengths_ms={s.session_id: coded_length_ms(codebook, s) for s in taken},
    )


def coded_length_ms(codebook: Codebook, session: PracticeSession) -> int | None:
    """How long what is coded of a session lasts, in ms; None without a recording.

    Where a window has yet to be drawn it is that of the window, or the whole if that is shorter.
    """
    if session.recording is None:
        return None
    if session.segment is not None:
        return session.segment.span.duration_ms
    length_ms = window_ms(codebook) if _lacks_segment(codebook, session) else None
    whole_ms = session.recording.duration_ms
    return whole_ms if length_ms is None else min(length_ms, whole_ms)


def next_positions(assignments: Iterable[Assignment]) -> Mapping[CoderId, int]:
    """First free place of every coder's queue; coders without one are missing."""
    free: dict[CoderId, int] = {}
    for assignment in assignments:
        place = assignment.position + 1
        free[assignment.coder_id] = max(place, free.get(assignment.coder_id, 0))
    return free


def has_subject(codebook: Codebook, codings: Sequence[Coding]) -> bool | None:
    """Whether a session had what a codebook's question decides about; None if not known.

    A codebook may hold a question whose answer rules a dimension out, such as whether a change of
    behaviour was discussed. The answer of a submitted coding tells, else its rating of that
    dimension; where codings differ, one that had it is enough.
    """
    known = [
        found
        for coding in codings
        if coding.is_locked
        for dimension in codebook.dimensions
        if dimension.not_applicable_when is not None
        and (found := _told(dimension.dimension_id, dimension.not_applicable_when, coding))
        is not None
    ]
    return any(known) if known else None


def _told(dimension_id: str, rule: NotApplicableRule, coding: Coding) -> bool | None:
    answer = coding.answers.get(rule.question_id)
    if answer is not None:
        return answer != rule.equals
    rating = coding.rating(dimension_id)
    if rating.na_reason == rule.reason_id:
        return False
    return True if rating.value is not None else None


def _why_not(codebook: Codebook, session: PracticeSession, codings: Sequence[Coding]) -> str:
    if session.state in NOT_TO_BE_CODED:
        return "not to be coded"
    if not session.has_sound and codebook.unit.audio is AudioNeed.REQUIRED:
        return "no recording"
    if any(coding.role is CodingRole.REFERENCE for coding in codings):
        return "a training recording"
    if session.state in _SETTLED:
        return "agreed already"
    if any(coding.role.is_independent and not coding.is_locked for coding in codings):
        return "coding has begun"
    return ""


def _lacks_segment(codebook: Codebook, session: PracticeSession) -> bool:
    return (
        codebook.unit.default_segment is SegmentChoice.RANDOM
        and session.has_sound
        and session.segment is None
    )


def _allocable(
    codebook: Codebook,
    session: PracticeSession,
    on: Sequence[Assignment],
    codings: Sequence[Coding],
) -> Allocable:
    assigned = {a.coder_id for a in on if a.role.is_independent}
    assigned |= {c.coder_id for c in codings if c.role.is_independent}
    met = {a.coder_id for a in on} | {c.coder_id for c in codings}
    return Allocable(
        session_id=session.session_id,
        office=session.office_id,
        phase=None if session.phase is None else session.phase.value,
        behaviour_change=has_subject(codebook, codings),
        assigned=tuple(sorted(assigned)),
        may_not=frozenset(met - assigned),
    )


class _OfSession(Protocol):
    @property
    def session_id(self) -> SessionId: ...


T = TypeVar("T", bound=_OfSession)


def _by_session(items: Iterable[T]) -> defaultdict[SessionId, list[T]]:
    found: defaultdict[SessionId, list[T]] = defaultdict(list)
    for item in items:
        found[item.session_id].append(item)
    return found
