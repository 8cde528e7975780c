"""Writes codings that come from elsewhere: each is recorded as imported, with its changes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from practicecoder.codebook.model import Codebook
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
from practicecoder.services.session_states import settle_session
from practicecoder.services.study_context import StudyContext
from practicecoder.storage.unit_of_work import UnitOfWork


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


def add_coding(
    unit: UnitOfWork, context: StudyContext, new: NewCoding, actor: CoderId | None
) -> None:
    """Add a coding with everything in it, and move its session on."""
    coding = Coding(
        coding_id=CodingId(new_id()),
        session_id=new.session_id,
        coder_id=new.coder_id,
        codebook=context.codebook.ref,
        role=_role_of(unit, new.session_id, new.coder_id),
    )
    now = context.now()
    unit.codings.add(coding)
    unit.history.add(
        HistoryEntry(
            entry_id=new_id(),
            at=now,
            actor=actor,
            kind=HistoryKind.IMPORTED,
            item=new.coder_id,
            session_id=new.session_id,
            coding_id=coding.coding_id,
        )
    )
    filled = applied(coding, new.changes)
    if not new.is_draft:
        filled = replace(filled, state=CodingState.LOCKED, submitted_at=now)
    unit.codings.save(filled, expected_version=coding.version, changes=new.changes)
    unit.record_changes(coding, new.changes, at=now, actor=actor, origin=Origin.IMPORT)
    settle_session(unit, new.session_id)


def _role_of(unit: UnitOfWork, session_id: SessionId, coder_id: CoderId) -> CodingRole:
    """Role planned for the coder; else double if the session has or awaits another coder."""
    planned = {a.coder_id: a.role for a in unit.assignments.of_session(session_id)}
    if coder_id in planned:
        return planned[coder_id]
    roles = [*planned.values(), *(c.role for c in unit.codings.of_session(session_id))]
    return CodingRole.DOUBLE if any(r.is_independent for r in roles) else CodingRole.PRIMARY
