"""People and places of a study, by pseudonym: workers, offices, coders and their roles."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from practicecoder.domain.ids import CoderId, OfficeId, WorkerId


class Role(StrEnum):
    """What a person may do in a study."""

    CODER = "coder"
    SUPERVISOR = "supervisor"
    ANALYST = "analyst"
    LEAD = "lead"


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """A place that workers belong to.

    ``implementation_date`` is the day the new practice began there; None if not (yet) known, and
    then days since implementation cannot be computed for its sessions.
    """

    office_id: OfficeId
    implementation_date: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Worker:
    """A practitioner who was observed, by pseudonymous code. ``office_id`` None: not stated."""

    worker_id: WorkerId
    office_id: OfficeId | None = None
    role: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Coder:
    """A person who works in the study, by pseudonymous code, with the roles they hold."""

    coder_id: CoderId
    roles: frozenset[Role] = frozenset({Role.CODER})

    @property
    def has_access(self) -> bool:
        """Whether the person works here; one without any role did so once, and stays on record."""
        return bool(self.roles)

    def is_a(self, role: Role) -> bool:
        """Whether the person holds the role; a lead holds every one."""
        return role in self.roles or Role.LEAD in self.roles
