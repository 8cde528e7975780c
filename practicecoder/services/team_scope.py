"""Which sessions a team report is about, and who may have it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from practicecoder.domain.ids import CoderId, OfficeId, WorkerId
from practicecoder.errors import NotAllowedError
from practicecoder.reports.team.data import TeamVariant
from practicecoder.scoring.disclosure.rules import INSIDE, OUTSIDE, DisclosureRule
from practicecoder.services.feedback_series import SeriesEntry
from practicecoder.services.supervisees import readable_workers
from practicecoder.storage.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamScope:
    """What is asked for.

    ``first_day`` and ``last_day`` bound the dates of sessions, both included; None leaves an end
    open. ``office_id`` and ``supervisor_id`` narrow the team. ``outside`` is for a senior report
    that leaves the organisation.
    """

    variant: TeamVariant = TeamVariant.TEAM
    first_day: date | None = None
    last_day: date | None = None
    office_id: OfficeId | None = None
    supervisor_id: CoderId | None = None
    outside: bool = False

    @property
    def rule(self) -> DisclosureRule | None:
        """When cells are hidden; None in the supervisor's variant, where none is."""
        if self.variant is TeamVariant.TEAM:
            return None
        return OUTSIDE if self.outside else INSIDE

    @property
    def whole_time(self) -> TeamScope:
        """The same team at all times."""
        return replace(self, first_day=None, last_day=None)

    @property
    def period_before(self) -> TeamScope | None:
        """The same team in a period of equal length right before; None if an end is open."""
        if self.first_day is None or self.last_day is None:
            return None
        length = self.last_day - self.first_day
        last = self.first_day - timedelta(days=1)
        return replace(self, first_day=last - length, last_day=last)

    @property
    def words(self) -> str:
        """Which workers, for the head of the page; no person is named."""
        place = "" if self.office_id is None else f", {self.office_id}"
        if self.supervisor_id is not None:
            return f"The workers of one supervisor{place}"
        return f"All workers{place}"

    def holds(self, day: date | None) -> bool:
        """Whether a session of a day belongs to the period; one without date only to an open one.

        Examples
        --------
        >>> TeamScope().holds(None), TeamScope(first_day=date(2026, 1, 1)).holds(None)
        (True, False)
        """
        if day is None:
            return self.first_day is None and self.last_day is None
        after = self.first_day is None or self.first_day <= day
        return after and (self.last_day is None or day <= self.last_day)


EVERYTHING = TeamScope()
"""All that a person may see."""


def allowed_scope(
    unit: UnitOfWork, scope: TeamScope, actor: CoderId | None
) -> tuple[TeamScope, frozenset[WorkerId] | None]:
    """The scope as a person may have it, with its workers; None stands for everybody.

    A supervisor gets the workers they supervise and no others; a lead, or nobody chosen as at the
    command line, gets every office or the team of a supervisor.

    Raises
    ------
    NotAllowedError
        If the person may not, the period ends before it begins, there is no such office or
        supervisor, or nobody is supervised.
    """
    if scope.first_day and scope.last_day and scope.last_day < scope.first_day:
        raise NotAllowedError("The period ends before it begins. Change one of its days.")
    if scope.outside and scope.variant is not TeamVariant.SENIOR:
        raise NotAllowedError(
            "Only the senior variant may leave the organisation. Ask for that one."
        )
    readable = readable_workers(unit, actor)
    if readable is not None:
        if scope.supervisor_id not in (None, actor):
            raise NotAllowedError(
                "A supervisor may have the report about their own workers alone. Leave out the "
                "other supervisor."
            )
        scope = replace(scope, supervisor_id=actor)
    if scope.office_id is not None:
        offices = {office.office_id for office in unit.people.offices()}
        if scope.office_id not in offices:
            raise NotAllowedError(f"There is no office {scope.office_id} in this study.")
    if scope.supervisor_id is None:
        return scope, None
    if unit.people.coder(scope.supervisor_id) is None:
        raise NotAllowedError(f"There is no person {scope.supervisor_id} in this study.")
    own = unit.supervisions.workers_of(scope.supervisor_id)
    if not own:
        raise NotAllowedError(
            "Nobody is entered as supervised by this person yet. A lead can name them as the "
            "supervisor of workers."
        )
    return scope, own


def of_team(
    entries: Sequence[SeriesEntry], scope: TeamScope, workers: frozenset[WorkerId] | None
) -> tuple[SeriesEntry, ...]:
    """Sessions of a team in its period, in order of worker and date."""
    return tuple(
        entry
        for entry in entries
        if (workers is None or entry.session.worker_id in workers)
        and (scope.office_id is None or entry.session.office_id == scope.office_id)
        and scope.holds(entry.session.session_date)
    )
