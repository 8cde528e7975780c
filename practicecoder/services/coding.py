"""What a coder does to a coding: each act is one transaction, on record, and can be undone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from practicecoder.audio.cache import SoundCache
from practicecoder.codebook.rules import (
    MissingItem,
    MissingKind,
    answer_changes,
    check_answer,
    check_rating,
    missing_items,
)
from practicecoder.domain.coding import (
    NOT_YET_RATED,
    AnswerValue,
    Coding,
    CodingRole,
    CodingState,
    Evidence,
    Listen,
    Note,
    Rating,
    RatingState,
)
from practicecoder.domain.coding_changes import (
    CodingChange,
    EvidenceChange,
    NoteChange,
    RatingChange,
    UnblindedChange,
    old_value,
)
from practicecoder.domain.history import HistoryEntry, HistoryKind
from practicecoder.domain.ids import BlindCode, CoderId, CodingId, Fingerprint, new_id
from practicecoder.domain.people import Role
from practicecoder.domain.sessions import PracticeSession, SessionState
from practicecoder.domain.spans import TimeSpan, clock, covered_share, gaps, union
from practicecoder.errors import NotAllowedError
from practicecoder.services.blinding import UNBLINDED_QUESTION, asks_about_blinding
from practicecoder.services.changes import ChangeKind, StudyChange
from practicecoder.services.coding_acts import (
    CodingAct,
    CodingActs,
    out_of_use,
    refuse_locked,
    segment_of,
)
from practicecoder.services.coding_state import refuse_forked
from practicecoder.services.rights import require
from practicecoder.services.segments import segment_sentence, window_ms
from practicecoder.services.session_states import NOT_TO_BE_CODED, settle_session
from practicecoder.services.study_context import StudyContext
from practicecoder.services.training_trials import refuse_known_trial
from practicecoder.storage.unit_of_work import UnitOfWork
from practicecoder.vault.sound_file import SoundFile

HEARD_ENOUGH = 0.95
"""Share of the segment that has to be heard, or a reason is asked for at submission."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CodingDesk:
    """What a coder's page works with, and nothing else about the session.

    ``coding`` carries the blind code in place of the session id and never says whether it is a
    double coding. ``recording``, ``fingerprint`` and ``segment`` are None without
    sound; ``segment_words`` says how the segment came about, empty for a whole recording.
    ``cache`` is where the waveform and the stretches of speech are kept. ``sound_deleted`` says
    that there was sound, and that it was deleted as the study had agreed.
    """

    blind_code: BlindCode
    coding: Coding
    recording: SoundFile | None
    fingerprint: Fingerprint | None
    cache: SoundCache
    duration_ms: int | None
    segment: TimeSpan | None
    segment_words: str = ""
    sound_deleted: bool = False


class CodingService:
    """Opens codings for their coders and carries out their acts."""

    def __init__(self, context: StudyContext, acts: CodingActs) -> None:
        self._context = context
        self._acts = acts

    # Opening

    def open_desk(self, blind_code: BlindCode, coder_id: CoderId) -> CodingDesk:
        """Open the coder's own coding of a session, beginning it at the first time.

        Raises
        ------
        NotAllowedError
            If the person does not code any more, the session is not in their queue, is not to be
            coded, or was coded in two places at once and waits for the lead.
        """
        with self._context.store.reading() as unit:
            require(unit, coder_id, Role.CODER, "codes")
            session, role = self._assigned(unit, blind_code, coder_id)
            coding = unit.codings.for_assignment(session.session_id, coder_id, role)
            if coding is not None:
                refuse_forked(unit, coding.coding_id)
        if coding is None:
            coding = self._begin(session, coder_id, role)
        self._acts.remember(coding, session)
        return self._desk(session, coding)

    def _assigned(
        self, unit: UnitOfWork, blind_code: BlindCode, coder_id: CoderId
    ) -> tuple[PracticeSession, CodingRole]:
        session = unit.sessions.find_blind(blind_code)
        assigned = () if session is None else unit.assignments.of_session(session.session_id)
        role = next((a.role for a in assigned if a.coder_id == coder_id), None)
        if session is None or role is None or session.state in NOT_TO_BE_CODED:
            raise NotAllowedError(f"{blind_code} is not in the queue of {coder_id}.")
        return session, role

    def _begin(self, session: PracticeSession, coder_id: CoderId, role: CodingRole) -> Coding:
        coding = Coding(
            coding_id=CodingId(new_id()),
            session_id=session.session_id,
            coder_id=coder_id,
            codebook=self._context.codebook.ref,
            role=role,
        )
        with self._context.store.transaction() as unit:
            unit.codings.add(coding)
            unit.history.add(self._entry(coding, HistoryKind.CODING_STARTED, actor=coder_id))
            if session.state is SessionState.RECEIVED and role.is_independent:
                unit.sessions.save(
                    replace(session, state=SessionState.IN_CODING),
                    expected_version=session.version,
                )
        return coding

    def _desk(self, session: PracticeSession, coding: Coding) -> CodingDesk:
        recording = session.recording
        return CodingDesk(
            blind_code=session.blind_code,
            coding=self._acts.blinded(coding),
            recording=self._context.sound_of(session.sound),
            sound_deleted=recording is not None and not session.has_sound,
            fingerprint=None if recording is None else recording.fingerprint,
            cache=self._context.sound_cache,
            duration_ms=None if recording is None else recording.duration_ms,
            segment=segment_of(session),
            segment_words=""
            if recording is None
            else segment_sentence(
                session.segment, recording.duration_ms, window_ms(self._context.codebook)
            ),
        )

    # Acts of the coder

    def rate(self, coding: Coding, dimension_id: str, value: float) -> CodingAct:
        """Rate a dimension with a level of its scale."""
        unsure = coding.rating(dimension_id).unsure
        return self._set_rating(coding, dimension_id, Rating.rated(value, unsure=unsure))

    def rule_out(
        self, coding: Coding, dimension_id: str, reason_id: str, *, note: str = ""
    ) -> CodingAct:
        """Say that a dimension is not applicable, with a reason of the codebook."""
        ruled_out = Rating.not_applicable(reason_id, note=note)
        return self._set_rating(coding, dimension_id, ruled_out)

    def clear_rating(self, coding: Coding, dimension_id: str) -> CodingAct:
        """Take a dimension back to not yet rated."""
        return self._set_rating(coding, dimension_id, NOT_YET_RATED)

    def set_unsure(self, coding: Coding, dimension_id: str, unsure: bool) -> CodingAct:
        """Flag a rating as unsure, or take the flag away."""
        rating = replace(coding.rating(dimension_id), unsure=unsure)
        label = self._context.codebook.label(dimension_id)
        text = f"{label}: {'unsure' if unsure else 'no longer unsure'}"
        return self._acts.save(coding, (RatingChange(dimension_id, rating),), text)

    def answer(self, coding: Coding, question_id: str, value: AnswerValue | None) -> CodingAct:
        """Answer a question; ratings that the answer rules out or frees change with it.

        The question whether someone was recognised also marks the coding, as the tick does.
        """
        codebook = self._context.codebook
        question = codebook.question(question_id)
        check_answer(question, value)
        changes: tuple[CodingChange, ...] = answer_changes(codebook, coding, question_id, value)
        if question_id == UNBLINDED_QUESTION and asks_about_blinding(codebook):
            unblinded = value is True
            if coding.unblinded is not unblinded:
                changes = (*changes, UnblindedChange(unblinded))
        return self._acts.save(coding, changes, f"Answer: {question.prompt}")

    def withdrawn_by(
        self, coding: Coding, question_id: str, value: AnswerValue | None
    ) -> tuple[str, ...]:
        """Labels of dimensions whose rating the answer would withdraw; ask before such an act."""
        changes = answer_changes(self._context.codebook, coding, question_id, value)
        return tuple(
            self._context.codebook.label(change.item)
            for change in changes
            if isinstance(change, RatingChange)
            and coding.rating(change.item).state is RatingState.RATED
        )

    def put_evidence(self, coding: Coding, evidence: Evidence) -> CodingAct:
        """Add a piece of evidence, or replace the one with its id.

        Raises
        ------
        NotAllowedError
            If a dimension is unknown or the moment lies outside the coded segment.
        """
        known = set(self._context.codebook.dimension_ids)
        if not evidence.dimension_ids or not set(evidence.dimension_ids) <= known:
            raise NotAllowedError("Evidence needs at least one dimension of the codebook.")
        span = evidence.span
        self._acts.refuse_outside(coding, span.start_ms, span.end_ms)
        old = old_value(coding, EvidenceChange(evidence.evidence_id, None))
        verb = "Evidence" if old is None else "Edit evidence"
        return self._acts.save(
            coding,
            (EvidenceChange(evidence.evidence_id, evidence),),
            f"{verb} at {clock(evidence.span.start_ms)}",
        )

    def remove_evidence(self, coding: Coding, evidence_id: str) -> CodingAct:
        """Remove a piece of evidence."""
        return self._acts.save(coding, (EvidenceChange(evidence_id, None),), "Remove evidence")

    def put_note(self, coding: Coding, note: Note) -> CodingAct:
        """Add a note, or replace the one with its id."""
        return self._acts.save(coding, (NoteChange(note.note_id, note),), "Note")

    def remove_note(self, coding: Coding, note_id: str) -> CodingAct:
        """Remove a note."""
        return self._acts.save(coding, (NoteChange(note_id, None),), "Remove note")

    def set_unblinded(self, coding: Coding, unblinded: bool) -> CodingAct:
        """Note that the coder recognised someone or learned office or phase, or take it back."""
        text = "No longer blind" if unblinded else "Blind after all"
        return self._acts.save(coding, (UnblindedChange(unblinded),), text)

    def undo(self, coding: Coding, act: CodingAct) -> CodingAct:
        """Take an act back by a compensating one; history is only added to."""
        return self._acts.undo(coding, act)

    def redo(self, coding: Coding, act: CodingAct) -> CodingAct:
        """Make an undone act again."""
        return self._acts.redo(coding, act)

    def listened(self, coding: Coding, listens: Sequence[Listen], position_ms: int) -> Coding:
        """Add stretches really played, and keep where the coder is.

        Nothing is kept of a session that was taken out of use meanwhile.
        """
        self._acts.session(coding)
        with self._context.store.transaction() as unit:
            if not self._acts.is_in_use(unit, coding):
                return coding
            unit.codings.add_listens(coding.coding_id, listens, position_ms)
        heard = union((*coding.heard, *(listen.span for listen in listens)))
        return replace(coding, heard=heard, position_ms=position_ms)

    # Submitting

    def heard_share(self, coding: Coding) -> float:
        """Share of the segment that was played, 0 to 1; 1 if there is nothing to hear."""
        segment = self._acts.segment(coding)
        return 1.0 if segment is None else covered_share(coding.heard, segment)

    def unheard(self, coding: Coding) -> tuple[TimeSpan, ...]:
        """Stretches of the segment that were not played, in order of time."""
        segment = self._acts.segment(coding)
        return () if segment is None else gaps(coding.heard, segment)

    def missing(self, coding: Coding) -> tuple[MissingItem, ...]:
        """Return what submission waits for; the last line asks why not all was heard."""
        wanted = missing_items(self._context.codebook, coding)
        share = self.heard_share(coding)
        if share >= HEARD_ENOUGH:
            return wanted
        unheard = MissingItem(
            kind=MissingKind.LISTENING,
            item="",
            text=f"{int(share * 100)}% of the segment was heard; give a reason to submit anyway",
        )
        return (*wanted, unheard)

    def submit(self, coding: Coding, *, short_listen_reason: str = "") -> CodingAct:
        """Submit and lock a coding.

        Raises
        ------
        NotAllowedError
            If something is missing, or the session was taken out of use meanwhile; a reason
            stands in for hearing less than the whole segment.
        """
        open_items = [
            item
            for item in self.missing(coding)
            if item.required
            and (item.kind is not MissingKind.LISTENING or not short_listen_reason.strip())
        ]
        if open_items:
            raise NotAllowedError(
                "This coding cannot be submitted yet.\n" + "\n".join(i.text for i in open_items)
            )
        refuse_locked(coding)
        now = self._context.now()
        true = self._acts.unblinded(coding)
        locked = replace(
            true,
            state=CodingState.LOCKED,
            submitted_at=now,
            short_listen_reason=short_listen_reason.strip(),
        )
        with self._context.store.transaction() as unit:
            if not self._acts.is_in_use(unit, coding):
                raise out_of_use()
            saved = unit.codings.save(locked, expected_version=coding.version)
            unit.history.add(
                self._entry(
                    true,
                    HistoryKind.SUBMITTED,
                    actor=true.coder_id,
                    reason=locked.short_listen_reason,
                )
            )
            settle_session(unit, true.session_id)
        after = self._acts.blinded(saved)
        return CodingAct(text="Submit", before=coding, after=after, changes=(), saved_at=now)

    def unlock(self, coding_id: CodingId, *, actor: CoderId, reason: str) -> StudyChange:
        """Open a submitted coding again: the lead's act, with a reason.

        The submitted version stays in the history. Once its coders have met over a session, its
        independent codings stay as they are: a later change would not be independent.

        Raises
        ------
        NotAllowedError
            If the actor is not a lead, no reason was given, the coding is not locked, the coders
            of its session have met, or a trial and its reference lie side by side.
        """
        if not reason.strip():
            raise NotAllowedError("Unlocking needs a reason. It is kept with the coding.")
        with self._context.store.transaction() as unit:
            lead = unit.people.coder(actor)
            if lead is None or not lead.is_a(Role.LEAD):
                raise NotAllowedError("Only a lead unlocks a coding.")
            coding = unit.codings.find(coding_id)
            if coding is None or not coding.is_locked:
                raise NotAllowedError("Only a submitted coding can be unlocked.")
            of_session = unit.codings.of_session(coding.session_id)
            met = any(other.role is CodingRole.CONSENSUS for other in of_session)
            if coding.role.is_independent and met:
                raise NotAllowedError(
                    "The coders of this session have met and seen each other's ratings, so its "
                    "independent codings stay as they are. Change what was agreed instead: open "
                    "the meeting again on the Consensus page."
                )
            refuse_known_trial(coding, of_session)
            opened = replace(coding, state=CodingState.OPEN, submitted_at=None)
            unit.codings.save(opened, expected_version=coding.version)
            unit.history.add(
                self._entry(coding, HistoryKind.UNLOCKED, actor=actor, reason=reason.strip())
            )
            settle_session(unit, coding.session_id)
        return StudyChange(
            kinds=frozenset({ChangeKind.CODINGS, ChangeKind.SESSIONS}),
            session_ids=frozenset({coding.session_id}),
        )

    # Inside

    def _set_rating(self, coding: Coding, dimension_id: str, rating: Rating) -> CodingAct:
        codebook = self._context.codebook
        check_rating(codebook, coding, dimension_id, rating)
        old = rating_in_words(coding.rating(dimension_id))
        new = rating_in_words(rating)
        text = f"{codebook.label(dimension_id)}: {old} to {new}"
        return self._acts.save(coding, (RatingChange(dimension_id, rating),), text)

    def _entry(
        self, coding: Coding, kind: HistoryKind, *, actor: CoderId, reason: str = ""
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


def rating_in_words(rating: Rating) -> str:
    """State of a rating in words: "not yet rated", "3", "not applicable"."""
    match rating.state:
        case RatingState.NOT_YET_RATED:
            return "not yet rated"
        case RatingState.NOT_APPLICABLE:
            return "not applicable"
        case RatingState.RATED:
            return f"{rating.value:g}"
