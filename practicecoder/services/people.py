"""Who works in the study and where: coders with their roles, workers, offices."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from practicecoder.domain.history import HistoryEntry, HistoryKind
from practicecoder.domain.ids import CoderId, new_id
from practicecoder.domain.people import Coder, Office, Role, Worker
from practicecoder.errors import NotAllowedError
from practicecoder.interchange.cells import CellError, code
from practicecoder.services.changes import ChangeKind, StudyChange
from practicecoder.services.packet_study import refuse_in_packet
from practicecoder.services.rights import require
from practicecoder.services.study_context import StudyContext
from practicecoder.storage.unit_of_work import UnitOfWork

ROLES_ITEM = "roles:"
"""How the item of an entry about the roles of a person begins; their code follows."""

CHANGES = "people and roles change"


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenWork:
    """What a person still has in hand: sessions given and not submitted, workers supervised."""

    n_sessions: int
    n_workers: int

    @property
    def sentence(self) -> str:
        """What of it stays, in words; empty if there is nothing."""
        parts = [
            f"{n} {word}{'' if n == 1 else 's'}{rest}"
            for n, word, rest in (
                (self.n_sessions, "session", " not submitted"),
                (self.n_workers, "worker", " to supervise"),
            )
            if n
        ]
        return f"Still has {' and '.join(parts)}; that stays." if parts else ""


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

    def check_role(self, actor: CoderId, role: Role, act: str) -> None:
        """Check that a person may see or do something that takes a role.

        ``act`` completes the sentence "Only a lead ...".

        Raises
        ------
        NotAllowedError
            If there is no such person, or they do not hold the role.
        """
        with self._context.store.reading() as unit:
            require(unit, actor, role, act)

    def add_coder(
        self, coder_id: str, roles: frozenset[Role], *, actor: CoderId | None
    ) -> StudyChange:
        """Add a person by code.

        Only a lead does so; ``actor`` is None for the first person of a study that has nobody.

        Raises
        ------
        NotAllowedError
            If the code cannot be used or is taken, no role was given, the actor is not a lead, or
            the study was made from a packet.
        """
        refuse_in_packet(self._context.record, CHANGES)
        checked = checked_code(coder_id)
        if not roles:
            raise NotAllowedError("A person needs at least one role. Choose one.")
        with self._context.store.transaction() as unit:
            if actor is not None or unit.people.coders():
                require(unit, actor, Role.LEAD, "adds people")
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
                    new=_in_order(roles),
                )
            )
        return StudyChange(kinds=frozenset({ChangeKind.PEOPLE}))

    def open_work(self, coder_id: CoderId) -> OpenWork:
        """What a person has in hand; it stays with them, whatever becomes of their roles."""
        with self._context.store.reading() as unit:
            given = unit.assignments.of_coder(coder_id)
            submitted = {
                (c.session_id, c.role) for c in unit.codings.of_coder(coder_id) if c.is_locked
            }
            workers = unit.supervisions.workers_of(coder_id)
        return OpenWork(
            n_sessions=sum((a.session_id, a.role) not in submitted for a in given),
            n_workers=len(workers),
        )

    def change_roles(
        self,
        coder_id: CoderId,
        roles: Iterable[Role],
        *,
        actor: CoderId | None,
        reason: str,
    ) -> StudyChange:
        """Give a person other roles; without any they have no access any more.

        Whoever lost access stays in the data, with all that they have in hand, and gets it back
        by being given a role again.

        Raises
        ------
        NotAllowedError
            If the actor is not a lead, no reason was given, there is no such person, the study
            would be left without a lead, or it was made from a packet.
        """
        refuse_in_packet(self._context.record, CHANGES)
        wanted = frozenset(roles)
        if not reason.strip():
            raise NotAllowedError("Say why the roles change. The reason is kept on record.")
        with self._context.store.transaction() as unit:
            lead = require(unit, actor, Role.LEAD, "changes roles")
            person = unit.people.coder(coder_id)
            if person is None:
                raise NotAllowedError(f"There is nobody called {coder_id} in this study.")
            if person.roles == wanted:
                return StudyChange(kinds=frozenset())
            _refuse_without_lead(unit, person, wanted)
            unit.people.update_roles(replace(person, roles=wanted))
            unit.history.add(
                HistoryEntry(
                    entry_id=new_id(),
                    at=self._context.now(),
                    actor=lead.coder_id,
                    kind=HistoryKind.RIGHTS_CHANGED,
                    item=f"{ROLES_ITEM}{coder_id}",
                    old=_in_order(person.roles),
                    new=_in_order(wanted),
                    reason=reason.strip(),
                )
            )
        return StudyChange(kinds=frozenset({ChangeKind.PEOPLE}))

    def rights_history(self) -> tuple[HistoryEntry, ...]:
        """What was changed about who may do what, earliest first: people, roles, passphrases."""
        with self._context.store.reading() as unit:
            return unit.history.of_kinds((HistoryKind.PERSON_ADDED, HistoryKind.RIGHTS_CHANGED))


def _refuse_without_lead(unit: UnitOfWork, person: Coder, wanted: frozenset[Role]) -> None:
    """Keep a study from being left with nobody who may change it."""
    if Role.LEAD not in person.roles or Role.LEAD in wanted:
        return
    if not any(
        Role.LEAD in other.roles
        for other in unit.people.coders()
        if other.coder_id != person.coder_id
    ):
        raise NotAllowedError(
            f"{person.coder_id} is the only lead of this study. Make somebody else a lead first."
        )


def _in_order(roles: frozenset[Role]) -> str | None:
    """Roles as the history holds them; None for none."""
    return " ".join(sorted(roles)) or None
