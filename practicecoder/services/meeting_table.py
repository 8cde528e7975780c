"""Laying the table of a meeting: who may sit down, and which codings lie on it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from practicecoder.codebook.model import Codebook
from practicecoder.domain.coding import Coding, CodingRole
from practicecoder.domain.ids import BlindCode, CoderId, SessionId
from practicecoder.domain.people import Coder, Role
from practicecoder.domain.sessions import PracticeSession
from practicecoder.errors import NotAllowedError
from practicecoder.services.agreeing import decision_notes
from practicecoder.services.coding_acts import segment_of
from practicecoder.services.comparing import compare, compare_counts, n_differences
from practicecoder.services.meetings import (
    AnswerDifference,
    Meeting,
    MeetingRow,
    MeetingState,
    agreed_ratings,
    is_decided,
    labelled,
)
from practicecoder.services.session_states import NOT_TO_BE_CODED
from practicecoder.services.study_context import StudyContext
from practicecoder.services.study_settings import settings_of
from practicecoder.storage.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingTable:
    """A session, its independent codings under letters, and the consensus once it is begun."""

    session: PracticeSession
    codings: Mapping[str, Coding]
    consensus: Coding | None
    is_lead: bool

    @property
    def state(self) -> MeetingState:
        """How far the meeting is."""
        if self.consensus is None:
            return MeetingState.TO_HOLD
        return MeetingState.FINISHED if self.consensus.is_locked else MeetingState.BEGUN

    def is_coder(self, person: CoderId | None) -> bool:
        """Whether the person coded the session independently."""
        return any(coding.coder_id == person for coding in self.codings.values())


def lay_table(unit: UnitOfWork, blind_code: BlindCode, actor: CoderId | None) -> MeetingTable:
    """Everything that lies on the table of a meeting.

    Raises
    ------
    NotAllowedError
        If the meeting is not open to the person. Only a lead is told that a coding is still
        open: a coder must not learn of a second coding before all are locked.
    """
    nothing = NotAllowedError(f"There is no meeting over {blind_code} to open here.")
    person = None if actor is None else unit.people.coder(actor)
    session = unit.sessions.find_blind(blind_code)
    if person is None or session is None or session.state in NOT_TO_BE_CODED:
        raise nothing
    codings = unit.codings.of_session(session.session_id)
    planned = unit.assignments.of_session(session.session_id)
    waited_for = {a.coder_id for a in planned if a.role.is_independent}
    table = _laid(session, codings, person)
    if not (table.is_lead or table.is_coder(person.coder_id)):
        raise nothing
    if not _all_locked(codings, waited_for):
        if not table.is_lead:
            raise nothing
        raise NotAllowedError(
            f"{blind_code} cannot be compared yet: it needs two independent codings or more, all "
            "of them submitted."
        )
    return table


def tables_of(unit: UnitOfWork, actor: CoderId | None) -> Iterator[MeetingTable]:
    """Tables of all meetings that a person may open."""
    person = None if actor is None else unit.people.coder(actor)
    if person is None:
        return
    codings: dict[SessionId, list[Coding]] = defaultdict(list)
    for coding in unit.codings.all():
        codings[coding.session_id].append(coding)
    waited_for: dict[SessionId, set[CoderId]] = defaultdict(set)
    for planned in unit.assignments.all():
        if planned.role.is_independent:
            waited_for[planned.session_id].add(planned.coder_id)
    for session in unit.sessions.all():
        of_session = codings[session.session_id]
        locked = _all_locked(of_session, waited_for[session.session_id])
        if session.state in NOT_TO_BE_CODED or not locked:
            continue
        table = _laid(session, of_session, person)
        if table.is_lead or table.is_coder(person.coder_id):
            yield table


def row_of(codebook: Codebook, table: MeetingTable) -> MeetingRow:
    """Line of a meeting in the list."""
    differing = n_differences(codebook, table.codings)
    agreed = agreed_ratings(codebook, table.consensus)
    return MeetingRow(
        blind_code=table.session.blind_code,
        session_id=table.session.session_id if table.is_lead else None,
        state=table.state,
        n_coders=len(table.codings),
        n_differences=differing,
        n_equal=len(codebook.dimensions) - differing,
        n_agreed=sum(map(is_decided, agreed.values())),
        finished_at=None if table.consensus is None else table.consensus.submitted_at,
    )


def meeting_of(context: StudyContext, table: MeetingTable) -> Meeting:
    """Return what a meeting is shown of its table."""
    codebook, session, codings = context.codebook, table.session, table.codings
    names_shown = settings_of(context.record).names_in_meetings
    return Meeting(
        blind_code=session.blind_code,
        session_id=session.session_id if table.is_lead else None,
        state=table.state,
        labels=tuple(codings),
        names={label: c.coder_id for label, c in codings.items()} if names_shown else {},
        rows=compare(codebook, codings),
        counts=compare_counts(codebook, codings),
        answers=tuple(_answers_that_differ(codebook, codings)),
        notes={label: coding.notes for label, coding in codings.items()},
        agreed=agreed_ratings(codebook, table.consensus),
        decisions=decision_notes(codebook, table.consensus),
        recording=context.sound_of(session.sound),
        segment=segment_of(session),
    )


def _laid(session: PracticeSession, codings: Sequence[Coding], person: Coder) -> MeetingTable:
    return MeetingTable(
        session=session,
        codings=labelled(session, codings),
        consensus=next((c for c in codings if c.role is CodingRole.CONSENSUS), None),
        is_lead=person.is_a(Role.LEAD),
    )


def _all_locked(codings: Sequence[Coding], waited_for: set[CoderId]) -> bool:
    """Whether there are two independent codings or more, and all of them, planned too, locked."""
    independent = [coding for coding in codings if coding.role.is_independent]
    locked = {coding.coder_id for coding in independent if coding.is_locked}
    return len(locked) > 1 and len(locked) == len(independent) and waited_for <= locked


def _answers_that_differ(
    codebook: Codebook, codings: Mapping[str, Coding]
) -> Iterator[AnswerDifference]:
    for question in codebook.questions:
        answers = {label: c.answers.get(question.question_id) for label, c in codings.items()}
        if len(set(answers.values())) > 1:
            yield AnswerDifference(
                question_id=question.question_id, prompt=question.prompt, answers=answers
            )
