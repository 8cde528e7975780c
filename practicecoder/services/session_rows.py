"""Sessions as they are listed: for their coder in the queue, for the lead in the table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from practicecoder.domain.coding import Coding, CodingRole
from practicecoder.domain.consent import ConsentUse
from practicecoder.domain.ids import BlindCode, CoderId, CodingId
from practicecoder.domain.sessions import PracticeSession, SessionState
from practicecoder.services.blinding import blinding_was_lost
from practicecoder.services.session_states import TAKEN_OUT


class QueueState(StrEnum):
    """Where a session stands for its coder."""

    NEW = "new"
    IN_PROGRESS = "in progress"
    SUBMITTED = "submitted"


@dataclass(frozen=True, slots=True, kw_only=True)
class QueueRow:
    """A session as its coder may see it: nothing about worker, office, phase, dates or others.

    ``duration_ms`` is None without a recording. ``due_on`` is the day by which the lead wants it,
    and ``days_left`` how many days that is from today, negative once it is over; None if no day
    was named, or the session is submitted.
    """

    blind_code: BlindCode
    state: QueueState
    duration_ms: int | None
    n_decided: int
    n_dimensions: int
    due_on: date | None = None
    days_left: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AssignedCoder:
    """One coder of a session, for the lead. ``state`` as the coder's queue shows it.

    ``coding_id`` is None until the coder begins. ``short_listen_reason`` is what the coder gave
    for having heard less than the whole segment; empty if all was heard. ``unblinded``: they
    recognised someone, or learned the office or the phase. ``due_on`` is the day by which the
    coding is wanted; ``is_overdue`` once it is over and the coding is not submitted.
    """

    coder_id: CoderId
    role: CodingRole
    state: QueueState
    unsure: int
    coding_id: CodingId | None = None
    short_listen_reason: str = ""
    unblinded: bool = False
    due_on: date | None = None
    is_overdue: bool = False


class Flag(StrEnum):
    """What the lead should look at in a session."""

    CONCERN = "concern"
    UNBLINDED = "unblinded"
    SHORT_LISTEN = "short listen"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionRow:
    """A session as the lead sees it, with the number of concerns raised and of those unseen.

    ``coders`` is everybody with a part in it, whatever the role: independent coders, who agreed
    on the consensus, who gave the reference, who is tried on it. ``consents`` tells of each use
    that was asked about whether it was agreed to.
    """

    session: PracticeSession
    coders: tuple[AssignedCoder, ...]
    concerns: int = 0
    concerns_unseen: int = 0
    consents: Mapping[ConsentUse, bool] = field(default_factory=dict)

    @property
    def independent(self) -> tuple[AssignedCoder, ...]:
        """Coders who code the session independently, which is all that is assigned of it."""
        return tuple(c for c in self.coders if c.role.is_independent)

    @property
    def is_double_coded(self) -> bool:
        """Whether two or more independent codings exist or are planned."""
        return len(self.independent) > 1

    @property
    def is_taken_out(self) -> bool:
        """Whether a lead took it out of use: withdrawn, or unusable."""
        return self.session.state in TAKEN_OUT

    @property
    def n_submitted(self) -> int:
        """Number of submitted independent codings."""
        return sum(c.state is QueueState.SUBMITTED for c in self.independent)

    @property
    def consensus(self) -> QueueState | None:
        """How far the consensus is; None while nobody has opened a meeting."""
        agreed = (c.state for c in self.coders if c.role is CodingRole.CONSENSUS)
        return next(agreed, None)

    @property
    def unsure(self) -> int:
        """Number of ratings that coders marked as unsure."""
        return sum(c.unsure for c in self.coders)

    @property
    def due_on(self) -> date | None:
        """First day by which a coding that is not submitted is wanted; None if none is."""
        waiting = (c for c in self.independent if c.state is not QueueState.SUBMITTED)
        return min((c.due_on for c in waiting if c.due_on is not None), default=None)

    @property
    def is_overdue(self) -> bool:
        """Whether a coder should be through and is not."""
        return any(c.is_overdue for c in self.independent)

    @property
    def needs_decision(self) -> bool:
        """Whether something of the session waits for the lead.

        A concern that is not seen; a meeting that was begun and not finished; and, until a
        consensus or a final value stands, a coder who was no longer blind or heard less than all.
        """
        is_settled = self.session.state in (SessionState.CONSENSUS, SessionState.FINAL)
        doubtful = bool(self.flags & {Flag.UNBLINDED, Flag.SHORT_LISTEN}) and not is_settled
        in_meeting = self.consensus in (QueueState.NEW, QueueState.IN_PROGRESS)
        return bool(self.concerns_unseen) or in_meeting or doubtful

    @property
    def flags(self) -> frozenset[Flag]:
        """What the lead should look at."""
        raised = {
            Flag.CONCERN: bool(self.concerns),
            Flag.UNBLINDED: any(c.unblinded for c in self.coders),
            Flag.SHORT_LISTEN: any(c.short_listen_reason for c in self.coders),
            Flag.UNSURE: bool(self.unsure),
        }
        return frozenset(flag for flag, is_raised in raised.items() if is_raised)


def assigned_coder(
    coder_id: CoderId,
    role: CodingRole,
    coding: Coding | None,
    *,
    due_on: date | None,
    today: date,
) -> AssignedCoder:
    """One coder of a session as the lead sees it; without a coding, as it was given."""
    state = state_of(coding)
    is_overdue = due_on is not None and due_on < today and state is not QueueState.SUBMITTED
    if coding is None:
        return AssignedCoder(
            coder_id=coder_id,
            role=role,
            state=state,
            unsure=0,
            due_on=due_on,
            is_overdue=is_overdue,
        )
    return AssignedCoder(
        coder_id=coder_id,
        role=role,
        state=state,
        due_on=due_on,
        is_overdue=is_overdue,
        unsure=sum(rating.unsure for rating in coding.ratings.values()),
        coding_id=coding.coding_id,
        short_listen_reason=coding.short_listen_reason,
        unblinded=blinding_was_lost(coding),
    )


def is_untouched(coding: Coding) -> bool:
    """Whether nothing was done in a coding: nothing decided, written down or heard."""
    content = (coding.ratings, coding.answers, coding.evidence, coding.notes, coding.marks)
    return not any(content) and not coding.heard and not coding.position_ms


def state_of(coding: Coding | None) -> QueueState:
    """Where a coding stands for its coder; None has not begun."""
    if coding is None:
        return QueueState.NEW
    return QueueState.SUBMITTED if coding.is_locked else QueueState.IN_PROGRESS
