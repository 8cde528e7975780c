"""Who works in the study and where: coders with their roles, workers, offices."""

from __future__ import annotations

from practicecoder.domain.history import HistoryEntry, HistoryKind
from practicecoder.domain.ids import CoderId, new_id
from practicecoder.domain.people import Coder, Office, Role, Worker
from practicecoder.errors import NotAllowedError
from practicecoder.interchange.cells import CellError, code
from practicecoder.services.changes import ChangeKind, StudyChange
from practicecoder.services.study_context import StudyContext


def checked_code(text: str) -> CoderId:
    """Code of a person, as the sheets of a study can hold it.

    Raises
    ------
    NotAllowedError
        If it is blank, long, not printable, or begins as a formula does.
    """
    try:
        return CoderId(code(text.strip()))
    except CellError as error:
        raise NotAllowedError(f"{error} Enter a few letters or digits.") from error


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
            If the code cannot be used or is taken, or no role was given.
        """
        checked = checked_code(coder_id)
        if not roles:
            raise NotAllowedError("A person needs at least one role. Choose one.")
        with self._context.store.transaction() as unit:
            if unit.people.coder(checked) is not None:
                raise NotAllowedError(f"The code {checked} is taken. Choose another.")
            unit.people.add_coder(Coder(coder_id=checked, roles=roles))
            unit.history.add(
                HistoryEntry(
                    entry_id=new_id(),
                    at=self._context.now(),
                    actor=actor,
                    kind=HistoryKind.PERSON_ADDED,
                    item=checked,
                    new=" ".join(sorted(roles)),
                )
            )
        return StudyChange(kinds=frozenset({ChangeKind.PEOPLE}))
