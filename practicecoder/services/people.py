"""Who works in the study and where: coders with their roles, workers, offices."""

from __future__ import annotations

from practicecoder.domain.history import HistoryEntry, HistoryKind
from practicecoder.domain.ids import CoderId, new_id
from practicecoder.domain.people import Coder, Office, Role, Worker
from practicecoder.errors import NotAllowedError
from practicecoder.services.changes import ChangeKind, StudyChange
from practicecoder.services.study_context import StudyContext


class PeopleService:
    """Lists and adds people and places."""

    def __init__(self, context: StudyContext) -> None:
        self._context = context

    def coders(self) -> tuple[Coder, ...]:
        """Everyone who works in the study, in order of code."""
        with self._context.store.reading() as unit:
            return unit.people.coders()

    def workers(self) -> tuple[Worker, ...]:
        """Workers in order of code."""
        with self._context.store.reading() as unit:
            return unit.people.workers()

    def offices(self) -> tuple[Office, ...]:
        """Offices in order of code."""
        with self._context.store.reading() as unit:
            return unit.people.offices()

    def add_coder(
        self, coder_id: str, roles: frozenset[Role], *, actor: CoderId | None
    ) -> StudyChange:
        """Add a person by code.

        Raises
        ------
        NotAllowedError
            If the code is blank or taken, or no role was given.
        """
        code = CoderId(coder_id.strip())
        if not code:
            raise NotAllowedError("A coder needs a code. Enter a few letters or digits.")
        if not roles:
            raise NotAllowedError("A person needs at least one role. Choose one.")
        with self._context.store.transaction() as unit:
            if unit.people.coder(code) is not None:
                raise NotAllowedError(f"The code {code} is taken. Choose another.")
            unit.people.add_coder(Coder(coder_id=code, roles=roles))
            unit.history.add(
                HistoryEntry(
                    entry_id=new_id(),
                    at=self._context.now(),
                    actor=actor,
                    kind=HistoryKind.PERSON_ADDED,
                    item=code,
                    new=" ".join(sorted(roles)),
                )
            )
        return StudyChange(kinds=frozenset({ChangeKind.PEOPLE}))
