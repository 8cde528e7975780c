"""In whose name a command acts."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from practicecoder.domain.ids import CoderId
    from practicecoder.services.context import StudyServices


def acting_lead(services: StudyServices, named: str | None, option: str = "--lead") -> CoderId:
    """Lead in whose name a command acts: the one that is named, or the only one.

    Raises
    ------
    NotAllowedError
        If nobody is named and the study has no lead or several.
    """
    from practicecoder.domain.ids import CoderId
    from practicecoder.domain.people import Role
    from practicecoder.errors import NotAllowedError

    if named is not None:
        return CoderId(named)
    leads = [p.coder_id for p in services.people.coders() if Role.LEAD in p.roles]
    if not leads:
        raise NotAllowedError("This study has no lead, and only a lead may do this.")
    if len(leads) > 1:
        raise NotAllowedError(
            f"This study has {len(leads)} leads ({', '.join(leads)}). Name one with {option}."
        )
    return leads[0]
