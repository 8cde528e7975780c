"""What each session may be used for, as the family and the worker agreed."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from practicecoder.domain.consent import Consent, ConsentUse
from practicecoder.domain.history import HistoryEntry, HistoryKind
from practicecoder.domain.ids import CoderId, SessionId, new_id
from practicecoder.domain.people import Role
from practicecoder.errors import NotAllowedError
from practicecoder.services.changes import ChangeKind, StudyChange
from practicecoder.services.rights import require
from practicecoder.services.study_context import StudyContext
from practicecoder.storage.unit_of_work import UnitOfWork


def is_agreed(unit: UnitOfWork, session_id: SessionId, use: ConsentUse) -> bool:
    """Whether consent to a use of a session is recorded as given; without an answer it is not."""
    return any(c.given for c in unit.consents.of_session(session_id) if c.use is use)


class ConsentService:
    """Records answers and tells them."""

    def __init__(self, context: StudyContext) -> None:
        self._context = context

    def of_session(self, session_id: SessionId) -> Mapping[ConsentUse, Consent]:
        """Return the newest answer for each use that was asked about.

        Raises
        ------
        NotAllowedError
            If there is no such session.
        """
        with self._context.store.reading() as unit:
            if unit.sessions.find(session_id) is None:
                raise NotAllowedError(f"There is no session {session_id} in this study.")
            return {consent.use: consent for consent in unit.consents.of_session(session_id)}

    def all(self) -> Mapping[SessionId, Mapping[ConsentUse, Consent]]:
        """Return the newest answers of every session that has any."""
        with self._context.store.reading() as unit:
            answers = unit.consents.all()
        found: dict[SessionId, dict[ConsentUse, Consent]] = {}
        for consent in answers:
            found.setdefault(consent.session_id, {})[consent.use] = consent
        return found

    def record(
        self,
        session_ids: Iterable[SessionId],
        answers: Mapping[ConsentUse, bool],
        *,
        actor: CoderId | None,
        note: str = "",
    ) -> StudyChange:
        """Record answers about sessions; what was answered before is replaced and stays on record.

        Parameters
        ----------
        session_ids
            The sessions concerned, one or more.
        answers
            Whether each use was agreed to.
        actor
            Who records it; a lead.
        note
            Where the answer is kept, such as the number of the form; no names.

        Raises
        ------
        NotAllowedError
            If the actor is not a lead or a session is unknown; nothing is recorded then.
        """
        wanted = list(dict.fromkeys(session_ids))
        now = self._context.now()
        with self._context.store.transaction() as unit:
            lead = require(unit, actor, Role.LEAD, "records consent")
            unknown = [one for one in wanted if unit.sessions.find(one) is None]
            if unknown:
                raise NotAllowedError(
                    f"There is no session {', '.join(unknown)} in this study. "
                    "Nothing was recorded."
                )
            for session_id in wanted:
                before = {c.use: c.given for c in unit.consents.of_session(session_id)}
                for use, given in answers.items():
                    unit.consents.put(
                        Consent(
                            session_id=session_id,
                            use=use,
                            given=given,
                            recorded_at=now,
                            recorded_by=lead.coder_id,
                            note=note.strip(),
                        )
                    )
                    unit.history.add(
                        HistoryEntry(
                            entry_id=new_id(),
                            at=now,
                            actor=actor,
                            kind=HistoryKind.CONSENT_RECORDED,
                            item=use.value,
                            old=None if use not in before else json.dumps(before[use]),
                            new=json.dumps(given),
                            session_id=session_id,
                        )
                    )
        return StudyChange(
            kinds=frozenset({ChangeKind.SESSIONS, ChangeKind.FEEDBACK}),
            session_ids=frozenset(wanted),
        )
