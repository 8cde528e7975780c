"""The consensus meeting: codings side by side once all are locked, and what coders agree on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from practicecoder.domain.coding import NOT_YET_RATED, Coding, CodingRole, CodingState, Rating
from practicecoder.domain.coding_changes import CodingChange, applied, inverse
from practicecoder.domain.decisions import Decision
from practicecoder.domain.history import HistoryEntry, HistoryKind, Origin
from practicecoder.domain.ids import BlindCode, CoderId, CodingId, new_id
from practicecoder.domain.people import Role
from practicecoder.domain.sessions import SessionState
from practicecoder.errors import NotAllowedError
from practicecoder.services.agreeing import (
    agreement_changes,
    closing_answers,
    decision_change,
    decision_notes,
    equal_changes,
)
from practicecoder.services.changes import ChangeKind, StudyChange
from practicecoder.services.coding import rating_in_words
from practicecoder.services.comparing import compare
from practicecoder.services.meeting_table import (
    MeetingTable,
    lay_table,
    meeting_of,
    row_of,
    tables_of,
)
from practicecoder.services.meetings import (
    Meeting,
    MeetingAct,
    MeetingRow,
    MeetingState,
    is_decided,
)
from practicecoder.services.rights import require
from practicecoder.services.session_states import settle_session
from practicecoder.services.study_context import StudyContext
from practicecoder.storage.unit_of_work import UnitOfWork

LONGEST_DECISION = 4_000
"""Longest decision in characters."""

_ORDER = (MeetingState.BEGUN, MeetingState.TO_HOLD, MeetingState.FINISHED)
_Changes = Callable[[MeetingTable, Coding], tuple[CodingChange, ...]]


class ConsensusService:
    """Holds consensus meetings. The independent codings are read and never changed.

    Whoever coded a session may open its meeting, and so may a lead, once every independent coding
    is locked; each act is one transaction, on record, and can be taken back until the meeting is
    finished. Sessions go by their blind code.
    """

    def __init__(self, context: StudyContext) -> None:
        self._context = context

    # What there is

    def meetings(self, actor: CoderId | None) -> tuple[MeetingRow, ...]:
        """Sessions whose meeting a person may open: those begun, those to hold, those finished.

        Within these the widest apart come first. Leads see every session that two or more coders
        coded, other people those that they coded themselves.
        """
        with self._context.store.reading() as unit:
            rows = [row_of(self._context.codebook, table) for table in tables_of(unit, actor)]
        return tuple(
            sorted(rows, key=lambda r: (_ORDER.index(r.state), -r.n_differences, r.blind_code))
        )

    def open(self, blind_code: BlindCode, actor: CoderId | None) -> Meeting:
        """Lay the codings of a session side by side.

        When a coder looks for the first time the consensus is begun: from then on the codings of
        the session are known to each other, and stay as they are.

        Raises
        ------
        NotAllowedError
            If an independent coding is not locked yet, or a person who is no lead did not code
            the session.
        """
        with self._context.store.reading() as unit:
            table = lay_table(unit, blind_code, actor)
        begins = table.consensus is None and table.is_coder(actor)
        if begins and not self._context.store.read_only:
            with self._context.store.transaction() as unit:
                table = lay_table(unit, blind_code, actor)
                table = replace(table, consensus=self._begun(unit, table, actor))
        return meeting_of(self._context, table)

    # Acts

    def agree(
        self, blind_code: BlindCode, dimension_id: str, rating: Rating, actor: CoderId | None
    ) -> MeetingAct:
        """Agree on a level, or on that a dimension does not apply.

        Raises
        ------
        NotAllowedError
            If the meeting is not open to the person, or finished, or the codebook does not allow
            the rating.
        """
        return self._change_rating(blind_code, dimension_id, replace(rating, unsure=False), actor)

    def clear(self, blind_code: BlindCode, dimension_id: str, actor: CoderId | None) -> MeetingAct:
        """Take a dimension back to not agreed."""
        return self._change_rating(blind_code, dimension_id, NOT_YET_RATED, actor)

    def take_over_equal(self, blind_code: BlindCode, actor: CoderId | None) -> MeetingAct:
        """Agree on everything that all coders gave alike and that is not agreed yet."""

        def changes(table: MeetingTable, consensus: Coding) -> tuple[CodingChange, ...]:
            rows = compare(self._context.codebook, table.codings)
            return equal_changes(self._context.codebook, consensus, rows)

        return self._act(blind_code, actor, "Take over equal ratings", changes)

    def decide(
        self, blind_code: BlindCode, item: str, text: str, actor: CoderId | None
    ) -> MeetingAct:
        """Note how an item of the codebook is to be read from here on; empty takes the note away.

        When the meeting is finished the notes join the codebook as decisions of the laboratory.

        Raises
        ------
        NotAllowedError
            If the item is not in the codebook, or the text is too long.
        """
        codebook, words = self._context.codebook, text.strip()
        if item not in (*codebook.dimension_ids, *codebook.count_ids):
            raise NotAllowedError(f"{item} is not an item of this codebook.")
        if len(words) > LONGEST_DECISION:
            raise NotAllowedError(
                f"A decision has at most {LONGEST_DECISION} characters. Shorten the text."
            )

        def changes(_: MeetingTable, consensus: Coding) -> tuple[CodingChange, ...]:
            change = decision_change(consensus, item, words)
            return () if change is None else (change,)

        return self._act(blind_code, actor, f"Decision on {codebook.label(item)}", changes)

    def undo(self, act: MeetingAct, actor: CoderId | None) -> MeetingAct:
        """Take an act back by a compensating one; history is only added to."""
        return self._act(
            act.blind_code, actor, f"Undo: {act.text}", lambda *_: act.inverse, Origin.UNDO
        )

    def redo(self, act: MeetingAct, actor: CoderId | None) -> MeetingAct:
        """Make an undone act again."""
        return self._act(act.blind_code, actor, act.text, lambda *_: act.changes, Origin.REDO)

    # Beginning and end

    def finish(self, blind_code: BlindCode, actor: CoderId | None) -> StudyChange:
        """Lock what was agreed; the decisions noted join the codebook.

        Raises
        ------
        NotAllowedError
            If the meeting is not open to the person, is finished, or a dimension is not decided.
        """
        codebook, now = self._context.codebook, self._context.now()
        with self._context.store.transaction() as unit:
            table = lay_table(unit, blind_code, actor)
            consensus = self._unfinished(unit, table, actor)
            lacking = [
                d.label
                for d in codebook.dimensions
                if not is_decided(consensus.rating(d.dimension_id))
            ]
            if lacking:
                raise NotAllowedError(
                    f"The meeting cannot be finished yet. Not agreed: {', '.join(lacking)}."
                )
            answers = tuple(closing_answers(codebook, consensus, list(table.codings.values())))
            locked = replace(
                applied(consensus, answers), state=CodingState.LOCKED, submitted_at=now
            )
            unit.codings.save(locked, expected_version=consensus.version, changes=answers)
            unit.record_changes(consensus, answers, at=now, actor=actor)
            self._add_decisions(unit, consensus, actor)
            unit.history.add(self._entry(consensus, HistoryKind.SUBMITTED, actor))
            settle_session(unit, table.session.session_id)
        return _changed(ChangeKind.SESSIONS, ChangeKind.DECISIONS)

    def reopen(self, blind_code: BlindCode, *, reason: str, actor: CoderId | None) -> StudyChange:
        """Open a finished meeting again: the lead's act, with a reason.

        Until it is finished again the final values are those without a consensus. Decisions that
        joined the codebook stay there.

        Raises
        ------
        NotAllowedError
            If the actor is not a lead, no reason was given, or the meeting is not finished.
        """
        if not reason.strip():
            raise NotAllowedError("Opening a meeting again needs a reason. It is kept with it.")
        with self._context.store.transaction() as unit:
            require(unit, actor, Role.LEAD, "opens a finished meeting again")
            table = lay_table(unit, blind_code, actor)
            consensus = table.consensus
            if consensus is None or not consensus.is_locked:
                raise NotAllowedError("Only a finished meeting can be opened again.")
            opened = replace(consensus, state=CodingState.OPEN, submitted_at=None)
            unit.codings.save(opened, expected_version=consensus.version)
            unit.history.add(
                self._entry(consensus, HistoryKind.UNLOCKED, actor, reason=reason.strip())
            )
            session = table.session
            if session.state is SessionState.FINAL:
                unit.sessions.save(
                    replace(session, state=SessionState.COMPARED), expected_version=session.version
                )
            settle_session(unit, session.session_id)
        return _changed(ChangeKind.SESSIONS)

    # Inside

    def _begun(self, unit: UnitOfWork, table: MeetingTable, actor: CoderId | None) -> Coding:
        """Consensus coding of the session, begun if there is none."""
        if table.consensus is not None:
            return table.consensus
        assert actor is not None  # the table is laid for people of the study alone
        consensus = Coding(
            coding_id=CodingId(new_id()),
            session_id=table.session.session_id,
            coder_id=actor,
            codebook=self._context.codebook.ref,
            role=CodingRole.CONSENSUS,
        )
        unit.codings.add(consensus)
        unit.history.add(self._entry(consensus, HistoryKind.CODING_STARTED, actor))
        return consensus

    def _unfinished(self, unit: UnitOfWork, table: MeetingTable, actor: CoderId | None) -> Coding:
        consensus = self._begun(unit, table, actor)
        if consensus.is_locked:
            raise NotAllowedError(
                "This meeting is finished and what was agreed is locked. A lead can open it "
                "again with a reason."
            )
        return consensus

    def _change_rating(
        self, blind_code: BlindCode, dimension_id: str, rating: Rating, actor: CoderId | None
    ) -> MeetingAct:
        codebook = self._context.codebook

        def changes(_: MeetingTable, consensus: Coding) -> tuple[CodingChange, ...]:
            return agreement_changes(codebook, consensus, dimension_id, rating)

        words = f"{codebook.label(dimension_id)}: {rating_in_words(rating)}"
        return self._act(blind_code, actor, words.replace("not yet rated", "not agreed"), changes)

    def _act(
        self,
        blind_code: BlindCode,
        actor: CoderId | None,
        text: str,
        changes_of: _Changes,
        origin: Origin = Origin.MADE,
    ) -> MeetingAct:
        with self._context.store.transaction() as unit:
            table = lay_table(unit, blind_code, actor)
            before = self._unfinished(unit, table, actor)
            changes, after = changes_of(table, before), before
            if changes:
                after = unit.codings.save(
                    applied(before, changes), expected_version=before.version, changes=changes
                )
                unit.record_changes(
                    before, changes, at=self._context.now(), actor=actor, origin=origin
                )
        return MeetingAct(
            text=text,
            blind_code=blind_code,
            changes=changes,
            inverse=inverse(before, changes),
            saved_at=self._context.now(),
            meeting=meeting_of(self._context, replace(table, consensus=after)),
        )

    def _add_decisions(self, unit: UnitOfWork, consensus: Coding, actor: CoderId | None) -> None:
        """Add the decisions noted; one that stands already from an earlier finish is not again."""
        assert actor is not None  # the table is laid for people of the study alone
        codebook = self._context.codebook
        for item, text in decision_notes(codebook, consensus).items():
            standing = [
                decision.text
                for decision in unit.decisions.of_item(codebook.codebook_id, item)
                if decision.session_id == consensus.session_id
            ]
            if text in standing[-1:]:
                continue
            decision = Decision(
                decision_id=new_id(),
                codebook=codebook.ref,
                item=item,
                text=text,
                decided_at=self._context.now(),
                decided_by=actor,
                session_id=consensus.session_id,
            )
            unit.decisions.add(decision)
            entry = self._entry(consensus, HistoryKind.DECISION_ADDED, actor)
            unit.history.add(replace(entry, item=item, new=decision.decision_id))

    def _entry(
        self, coding: Coding, kind: HistoryKind, actor: CoderId | None, *, reason: str = ""
    ) -> HistoryEntry:
        return HistoryEntry(
            entry_id=new_id(),
            at=self._context.now(),
            actor=actor,
            kind=kind,
            item=coding.coder_id,
            reason=reason,
            coding_id=coding.coding_id,
            session_id=coding.session_id,
        )


def _changed(*also: ChangeKind) -> StudyChange:
    """What was altered; it names no session, as coders do not know them by name."""
    return StudyChange(kinds=frozenset({ChangeKind.CODINGS, *also}))
