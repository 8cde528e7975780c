"""Concerns about possible harm: raised by coders, seen by leads, and never part of the data."""

from __future__ import annotations

from dataclasses import replace

from practicecoder.domain.coding import Coding
from practicecoder.domain.concerns import Concern
from practicecoder.domain.history import HistoryEntry, HistoryKind
from practicecoder.domain.ids import CoderId, new_id
from practicecoder.domain.people import Role
from practicecoder.errors import NotAllowedError
from practicecoder.services.changes import ChangeKind, StudyChange
from practicecoder.services.rights import require
from practicecoder.services.study_context import StudyContext

LONGEST_TEXT = 4_000
"""Longest message in characters."""

_CHANGED = StudyChange(kinds=frozenset({ChangeKind.CONCERNS}))


class ConcernService:
    """Takes concerns from coders and shows them to leads.

    A concern is outside the blind: it goes to the lead with the session's own code. Its text is
    kept with the concern alone; the history says only that one was raised and seen.
    """

    def __init__(self, context: StudyContext) -> None:
        self._context = context

    def raise_concern(self, coding: Coding, text: str, *, at_ms: int | None) -> StudyChange:
        """Tell the lead about possible harm that was heard; also after the coding is locked.

        Raises
        ------
        NotAllowedError
            If there is no text, it is too long, or the coding is gone.
        """
        words = text.strip()
        if not words:
            raise NotAllowedError("Say in a few words what was heard. Nothing was sent yet.")
        if len(words) > LONGEST_TEXT:
            raise NotAllowedError(
                f"A concern has at most {LONGEST_TEXT} characters. Shorten the text."
            )
        with self._context.store.transaction() as unit:
            stored = unit.codings.find(coding.coding_id)
            if stored is None:
                raise NotAllowedError("This coding is no longer in the study.")
            concern = Concern(
                concern_id=new_id(),
                session_id=stored.session_id,
                coder_id=stored.coder_id,
                text=words,
                raised_at=self._context.now(),
                at_ms=at_ms,
            )
            unit.concerns.add(concern)
            unit.history.add(self._entry(concern, HistoryKind.CONCERN_RAISED, stored.coder_id))
        return _CHANGED  # without the session: the coder's page does not know it

    def for_lead(self, actor: CoderId | None) -> tuple[Concern, ...]:
        """Return every concern, those not yet seen first, then the latest first.

        Raises
        ------
        NotAllowedError
            If the actor is not a lead.
        """
        with self._context.store.reading() as unit:
            require(unit, actor, Role.LEAD, "reads concerns")
            concerns = unit.concerns.all()
        latest = sorted(concerns, key=lambda c: c.raised_at, reverse=True)
        return tuple(sorted(latest, key=lambda c: c.is_seen))

    def mark_seen(self, concern_id: str, *, actor: CoderId | None, action: str) -> StudyChange:
        """Take note of a concern, with what is done about it.

        Raises
        ------
        NotAllowedError
            If the actor is not a lead, there is no such concern, or no action was written.
        """
        if not action.strip():
            raise NotAllowedError("Write what is done about the concern. It is kept with it.")
        with self._context.store.transaction() as unit:
            lead = require(unit, actor, Role.LEAD, "answers concerns")
            concern = unit.concerns.find(concern_id)
            if concern is None:
                raise NotAllowedError("This concern is no longer in the study.")
            unit.concerns.save(
                replace(
                    concern,
                    seen_by=lead.coder_id,
                    seen_at=self._context.now(),
                    action=action.strip(),
                )
            )
            unit.history.add(self._entry(concern, HistoryKind.CONCERN_SEEN, lead.coder_id))
        return _CHANGED

    def _entry(self, concern: Concern, kind: HistoryKind, actor: CoderId) -> HistoryEntry:
        return HistoryEntry(
            entry_id=new_id(),
            at=self._context.now(),
            actor=actor,
            kind=kind,
            item=concern.concern_id,
            session_id=concern.session_id,
        )
