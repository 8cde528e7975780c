"""Writes codings that come from elsewhere: each is recorded as imported, with its changes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from practicecoder.codebook.model import Codebook
from practicecoder.domain.allocation import Assignment
from practicecoder.domain.coding import (
    AnswerValue,
    Coding,
    CodingRole,
    CodingState,
    Rating,
    RatingState,
)
from practicecoder.domain.coding_changes import (
    AnswerChange,
    CodingChange,
    RatingChange,
    applied,
)
from practicecoder.domain.history import HistoryEntry, HistoryKind, Origin
from practicecoder.domain.ids import CoderId, CodingId, SessionId, new_id
from practicecoder.services.implied_answers import implied_answers
from practicecoder.services.session_states import follows_codings, state_by_codings
from practicecoder.services.study_context import StudyContext
from practicecoder.storage.repositories.bulk import Standing
from practicecoder.storage.unit_of_work import UnitOfWork, change_entries


@dataclass(frozen=True, slots=True, kw_only=True)
class NewCoding:
    """A coding to be added. A draft stays open for its coder; any other is submitted."""

    session_id: SessionId
    coder_id: CoderId
    changes: tuple[CodingChange, ...]
    is_draft: bool = False


def rating_changes(
    codebook: Codebook,
    ratings: Mapping[str, Rating],
    answers: Mapping[str, AnswerValue] | None = None,
) -> tuple[CodingChange, ...]:
    """Ratings by dimension as changes, after the answers that are stated or that they imply."""
    given = {
        item: rating
        for item, rating in ratings.items()
        if rating.state is not RatingState.NOT_YET_RATED
    }
    stated = answers or {}
    implied = (one for one in implied_answers(codebook, given) if one.item not in stated)
    return (
        *(AnswerChange(item, answer) for item, answer in stated.items()),
        *implied,
        *(RatingChange(item, rating) for item, rating in given.items()),
    )


def write_codings(
    unit: UnitOfWork,
    context: StudyContext,
    codings: Sequence[NewCoding],
    actor: CoderId | None,
    told: Callable[[int], object] = lambda _number: None,
) -> None:
    """Add codings with everything in them, and move their sessions on.

    All are written together, so that thousands take seconds. ``told`` hears how many are made.
    """
    planned: defaultdict[SessionId, list[Assignment]] = defaultdict(list)
    for assignment in unit.assignments.all():
        planned[assignment.session_id].append(assignment)
    standing: defaultdict[SessionId, list[Standing]] = defaultdict(list)
    for session_id, several in unit.bulk.standings().items():
        standing[session_id].extend(several)
    made: list[Coding] = []
    entries: list[HistoryEntry] = []
    for number, new in enumerate(codings, start=1):
        here = standing[new.session_id]
        role = _role_for(new.coder_id, planned[new.session_id], here)
        coding, told_of = _made(context, new, role, actor)
        made.append(coding)
        entries += told_of
        here.append(Standing(coder_id=new.coder_id, role=role, is_locked=coding.is_locked))
        told(number)
    unit.bulk.add_codings(made)
    unit.history.add_all(entries)
    touched = {new.session_id for new in codings}
    sessions = [s for s in unit.sessions.all() if s.session_id in touched and follows_codings(s)]
    unit.bulk.move_sessions(
        sessions,
        {
            one.session_id: state_by_codings(planned[one.session_id], standing[one.session_id])
            for one in sessions
        },
    )


def _made(
    context: StudyContext, new: NewCoding, role: CodingRole, actor: CoderId | None
) -> tuple[Coding, list[HistoryEntry]]:
    """Coding with everything in it, and the entries that tell how it came about."""
    empty = Coding(
        coding_id=CodingId(new_id()),
        session_id=new.session_id,
        coder_id=new.coder_id,
        codebook=context.codebook.ref,
        role=role,
    )
    now = context.now()
    imported = HistoryEntry(
        entry_id=new_id(),
        at=now,
        actor=actor,
        kind=HistoryKind.IMPORTED,
        item=new.coder_id,
        session_id=new.session_id,
        coding_id=empty.coding_id,
    )
    filled = replace(applied(empty, new.changes), version=empty.version + 1)
    if not new.is_draft:
        filled = replace(filled, state=CodingState.LOCKED, submitted_at=now)
    changes = change_entries(empty, new.changes, at=now, actor=actor, origin=Origin.IMPORT)
    return filled, [imported, *changes]


def _role_for(
    coder_id: CoderId, planned: Sequence[Assignment], here: Sequence[Standing]
) -> CodingRole:
    """Role planned for the coder; else double if the session has or awaits another coder."""
    by_coder = {a.coder_id: a.role for a in planned}
    if coder_id in by_coder:
        return by_coder[coder_id]
    roles = [*by_coder.values(), *(one.role for one in here)]
    return CodingRole.DOUBLE if any(r.is_independent for r in roles) else CodingRole.PRIMARY


def steps_of(progress: Callable[[float, str], None] | None, total: int) -> Callable[[int], object]:
    """What tells a progress function how many of some codings are stored."""

    def told(number: int) -> None:
        if progress is not None:
            progress(number / total, f"storing coding {number} of {total}")

    return told
