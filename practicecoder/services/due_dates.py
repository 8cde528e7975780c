"""Days by which coders are to be through: a rule for what is given out in one act, and changes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from practicecoder.domain.allocation import Assignment
from practicecoder.domain.history import HistoryEntry, HistoryKind
from practicecoder.domain.ids import CoderId, new_id
from practicecoder.errors import NotAllowedError
from practicecoder.storage.unit_of_work import UnitOfWork

_WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True, kw_only=True)
class DueRule:
    """When sessions that are given out in one act are wanted.

    Every coder's are due by the same rule, in the order of their queue, which is random; so a day
    tells nothing about a session. With ``per_week`` 0 all are due on ``first``; else so many of
    each coder are due on ``first``, and as many more in each week after it.
    """

    first: date
    per_week: int = 0

    def __post_init__(self) -> None:
        if self.per_week < 0:
            raise ValueError("a number of sessions in a week is not negative")

    def given(self, assignments: Sequence[Assignment]) -> tuple[Assignment, ...]:
        """Assignments with their days, in the order they came."""
        queues: defaultdict[CoderId, list[Assignment]] = defaultdict(list)
        for assignment in sorted(assignments, key=lambda a: (a.position, a.session_id)):
            queues[assignment.coder_id].append(assignment)
        days = {
            (a.coder_id, a.session_id): self._day(place)
            for queue in queues.values()
            for place, a in enumerate(queue)
        }
        return tuple(replace(a, due_on=days[a.coder_id, a.session_id]) for a in assignments)

    def sentence(self, assignments: Sequence[Assignment]) -> str:
        """Say when the assignments are due; empty for none of them."""
        days = [a.due_on for a in self.given(assignments) if a.due_on is not None]
        if not days:
            return ""
        if min(days) == max(days):
            return f"Due on {self.first}."
        return f"Due from {self.first} to {max(days)}, {self.per_week} a week for each coder."

    def _day(self, place: int) -> date:
        return self.first + (place // self.per_week if self.per_week else 0) * _WEEK


def refuse_past(due_on: date | None, today: date) -> None:
    """Refuse a day that is over.

    Raises
    ------
    NotAllowedError
        If ``due_on`` is before ``today``.
    """
    if due_on is not None and due_on < today:
        raise NotAllowedError(
            f"{due_on} is over. Nothing was changed. Choose today or a later day."
        )


def record_due(
    unit: UnitOfWork,
    assignments: Iterable[Assignment],
    *,
    before: date | None = None,
    actor: CoderId | None,
    at: datetime,
) -> None:
    """Put the days of assignments on record; those that have none and had none are passed over."""
    for assignment in assignments:
        if assignment.due_on != before:
            unit.history.add(
                HistoryEntry(
                    entry_id=new_id(),
                    at=at,
                    actor=actor,
                    kind=HistoryKind.DUE_CHANGED,
                    item=assignment.coder_id,
                    old=None if before is None else before.isoformat(),
                    new=None if assignment.due_on is None else assignment.due_on.isoformat(),
                    session_id=assignment.session_id,
                )
            )


def change_due(
    unit: UnitOfWork,
    assignments: Iterable[Assignment],
    due_on: date | None,
    *,
    actor: CoderId | None,
    at: datetime,
) -> tuple[Assignment, ...]:
    """Give assignments another day, or none, and return those that were changed."""
    changed = [a for a in assignments if a.due_on != due_on]
    for assignment in changed:
        unit.assignments.set_due(assignment.session_id, assignment.coder_id, due_on)
        record_due(
            unit,
            [replace(assignment, due_on=due_on)],
            before=assignment.due_on,
            actor=actor,
            at=at,
        )
    return tuple(changed)


def due_beside(waiting: Sequence[Assignment], position: int) -> date | None:
    """Day of the session that stands at a place of a queue, else of the last one before it.

    What is slipped into a queue takes the day of its neighbour, as a day of its own, or none
    among others that have one, would tell it from them.
    """
    ordered = sorted(waiting, key=lambda a: (a.position, a.session_id))
    here = [a for a in ordered if a.position == position]
    before = [a for a in ordered if a.position < position]
    neighbour = here[0] if here else before[-1] if before else None
    return None if neighbour is None else neighbour.due_on
