"""Who may do what: checks that stand before an act, inside its own transaction."""

from __future__ import annotations

from practicecoder.domain.ids import CoderId
from practicecoder.domain.people import Coder, Role
from practicecoder.errors import NotAllowedError
from practicecoder.storage.unit_of_work import UnitOfWork

_ARTICLES = {Role.CODER: "a", Role.SUPERVISOR: "a", Role.ANALYST: "an"}


def require(unit: UnitOfWork, actor: CoderId | None, role: Role, act: str) -> Coder:
    """Return the person who acts, if they hold the role.

    ``act`` completes the sentence "Only a lead ...", such as "draws segments".

    Raises
    ------
    NotAllowedError
        If nobody was chosen, or the person does not hold the role.
    """
    person = None if actor is None else unit.people.coder(actor)
    if person is None or not person.is_a(role):
        kind = "a lead" if role is Role.LEAD else f"{_ARTICLES[role]} {role.value} or a lead"
        raise NotAllowedError(f"Only {kind} {act}. Choose the code of {kind} first.")
    return person


def require_access(unit: UnitOfWork, actor: CoderId) -> Coder:
    """Return the person who acts, if they work in the study, whatever their roles.

    Raises
    ------
    NotAllowedError
        If there is no such person, or their access was ended.
    """
    person = unit.people.coder(actor)
    if person is None or not person.has_access:
        raise NotAllowedError(f"Nobody called {actor} works in this study. Check the code.")
    return person
