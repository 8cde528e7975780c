"""What happened to a session, in words for the lead: draws, assignments, codings, unlocks."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from practicecoder.domain.coding import Coding, CodingRole
from practicecoder.domain.consent import ConsentUse
from practicecoder.domain.history import HistoryEntry, HistoryKind
from practicecoder.domain.ids import CoderId, CodingId, SessionId
from practicecoder.domain.packets import packet_number
from practicecoder.domain.people import Role
from practicecoder.domain.sessions import PracticeSession
from practicecoder.domain.spans import clock, covered_share
from practicecoder.errors import NotAllowedError
from practicecoder.services.coding import HEARD_ENOUGH
from practicecoder.services.coding_acts import segment_of
from practicecoder.services.early_ratings import early_ratings
from practicecoder.services.rights import require
from practicecoder.services.session_states import TAKEN_OUT
from practicecoder.services.story_changes import changes_told
from practicecoder.services.study_context import StudyContext
from practicecoder.services.submitted_versions import (
    Difference,
    SubmittedVersion,
    differences,
    submitted_versions,
)
from practicecoder.storage.history import CodingContent
from practicecoder.storage.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryLine:
    """One thing that happened. ``who`` is empty for acts of the program; ``at`` is aware UTC.

    ``before`` and ``after`` are the values of a change in words, empty where there is none.
    """

    at: datetime
    who: str
    text: str
    reason: str = ""
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CodingTold:
    """One coding of a session as the lead may see it.

    ``versions`` are its submissions, first one first. ``since_first`` tells what the submitted
    coding holds differently from its first submission; empty while it is open. ``early`` names
    dimensions whose rating was given before the segment had been heard. ``heard_share`` is None
    without a recording, and for ratings from a sheet, whose listening is not known.
    """

    coding: Coding
    versions: tuple[SubmittedVersion, ...]
    since_first: tuple[Difference, ...]
    early: tuple[str, ...]
    heard_share: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionStory:
    """A session, what happened to it, and its codings.

    ``changes`` are every change of its submitted codings. ``faults`` says what of the history does
    not verify; it is None where nobody can tell, as the key of the history is missing.
    """

    session: PracticeSession
    lines: tuple[StoryLine, ...]
    codings: tuple[CodingTold, ...]
    changes: tuple[StoryLine, ...] = ()
    faults: tuple[str, ...] | None = ()

    @property
    def everything(self) -> tuple[StoryLine, ...]:
        """Acts and changes together, in the order of time."""
        return tuple(sorted((*self.lines, *self.changes), key=lambda line: line.at))


class SessionStoryService:
    """Tells leads what happened to a session. Ratings appear once they were submitted."""

    def __init__(self, context: StudyContext) -> None:
        self._context = context

    def of(self, session_id: SessionId, *, actor: CoderId | None) -> SessionStory:
        """Tell the story of a session.

        Raises
        ------
        NotAllowedError
            If the actor is not a lead, or there is no such session.
        """
        with self._context.store.reading() as unit:
            require(unit, actor, Role.LEAD, "reads the history of a session")
            session = unit.sessions.find(session_id)
            if session is None:
                raise NotAllowedError(f"Session {session_id} is not in this study.")
            entries = unit.history.of_session(session_id)
            codings = unit.codings.of_session(session_id)
            told = tuple(self._coding(unit, session, coding) for coding in codings)
            changes = [
                line for coding in codings for line in self._changes(unit, coding.coding_id)
            ]
            faults = unit.history.faults_of(session_id, [c.coding_id for c in codings])
        return SessionStory(
            session=session,
            lines=_lines(entries, codings),
            codings=told,
            changes=tuple(changes),
            faults=faults,
        )

    def first_submitted(
        self, coding_id: CodingId, *, actor: CoderId | None
    ) -> SubmittedVersion | None:
        """Return a coding as it was first submitted, whatever became of it; None before that.

        Raises
        ------
        NotAllowedError
            If the actor is not a lead, or there is no such coding.
        """
        with self._context.store.reading() as unit:
            require(unit, actor, Role.LEAD, "reads submitted versions")
            coding = unit.codings.find(coding_id)
            if coding is None:
                raise NotAllowedError("This coding is no longer in the study.")
            versions = submitted_versions(coding, unit.history.of_coding(coding_id))
        return next(iter(versions), None)

    def _changes(self, unit: UnitOfWork, coding_id: CodingId) -> Iterator[StoryLine]:
        entries = unit.history.of_coding(coding_id)
        for entry, (what, before, after) in changes_told(self._context.codebook, entries):
            yield StoryLine(
                at=entry.at,
                who=entry.actor or "",
                text=what,
                reason=entry.reason,
                before=before,
                after=after,
            )

    def _coding(self, unit: UnitOfWork, session: PracticeSession, coding: Coding) -> CodingTold:
        codebook = self._context.codebook
        entries = unit.history.of_coding(coding.coding_id)
        versions = submitted_versions(coding, entries)
        was_heard_here = all(entry.kind is not HistoryKind.IMPORTED for entry in entries)
        segment = segment_of(session) if was_heard_here else None
        early: frozenset[str] = frozenset()
        if versions and was_heard_here:
            listens = unit.codings.listens(coding.coding_id)
            early = early_ratings(entries, listens, segment, enough=HEARD_ENOUGH)
        return CodingTold(
            coding=coding,
            versions=versions,
            since_first=differences(codebook, versions[0].content, CodingContent.of(coding))
            if versions and coding.is_locked
            else (),
            early=tuple(d.label for d in codebook.dimensions if d.dimension_id in early),
            heard_share=None if segment is None else covered_share(coding.heard, segment),
        )


def _lines(
    entries: tuple[HistoryEntry, ...], codings: tuple[Coding, ...]
) -> tuple[StoryLine, ...]:
    roles = {coding.coding_id: coding.role for coding in codings}
    return tuple(
        StoryLine(
            at=entry.at,
            who=entry.actor or "",
            text=ERASED if entry.erased else _TOLD[entry.kind](entry, roles),
            reason=entry.reason,
        )
        for entry in entries
        if entry.kind in _TOLD
    )


ERASED = "What this said was erased after a withdrawal"
_SEGMENT = re.compile(r"(\d+)-(\d+) ms, (\w+)(?:, seed (\d+))?")


def segment_told(text: str) -> str:
    """Segment of a history entry as a person reads it, with its seed.

    Examples
    --------
    >>> segment_told("730000-1930000 ms, random, seed 7")
    '12:10 to 32:10, drawn at random, seed 7'
    """
    found = _SEGMENT.fullmatch(text)
    if found is None:
        return text
    start, end, choice, seed = found.groups()
    how = {"random": "drawn at random", "whole": "whole recording"}.get(choice, choice)
    words = f"{clock(int(start))} to {clock(int(end))}, {how}"
    return words if seed is None else f"{words}, seed {seed}"


def _role_of(entry: HistoryEntry, roles: Mapping[CodingId, str]) -> str:
    role = None if entry.coding_id is None else roles.get(entry.coding_id)
    return "Coding" if role is None else f"{role.capitalize()} coding"


def _segment_line(entry: HistoryEntry, _: Mapping[CodingId, str]) -> str:
    after = segment_told(entry.new or "")
    if entry.old is None:
        return f"Segment: {after}"
    return f"Segment chosen again: {after} (before: {segment_told(entry.old)})"


def _due_line(entry: HistoryEntry, _: Mapping[CodingId, str]) -> str:
    before = "" if entry.old is None else f" (before: {entry.old})"
    if entry.new is None:
        return f"No due date for {entry.item} any more{before}"
    return f"Due date of {entry.item}: {entry.new}{before}"


def _changed_line(entry: HistoryEntry, _: Mapping[CodingId, str]) -> str:
    if entry.item != "state" or entry.new is None:
        return "Session changed"
    if entry.new in TAKEN_OUT:
        return f"Taken out of use: {entry.new}"
    return f"Taken into use again (before: {entry.old})"


def _fact(entry: HistoryEntry, key: str) -> str:
    """One value of an entry whose new value is a JSON object; empty if it is not there."""
    try:
        told = json.loads(entry.new or "{}")
    except ValueError:
        return ""
    return str(told.get(key, "")) if isinstance(told, dict) else ""


def _answer(given: str | None) -> str:
    return "agreed" if given == "true" else "refused or taken back"


_REPORT_WRITTEN = {
    "draft": "Feedback report written, as a draft",
    "released": "Feedback report written, as released",
}
_PUT_DOWN = {
    "own_view": "Worker's own view closed",
    "points": "Strengths and things to build worded",
    "moment": "Words of a shared moment read",
    "goal": "Goal agreed",
    "family_voice": "What the family said put down",
    "response": "Worker's response put down",
}
"""What was put down, by the first word of the item; never the words themselves."""
_USES = {
    ConsentUse.CODING.value: "coding",
    ConsentUse.FEEDBACK.value: "feedback to the worker",
    ConsentUse.TRAINING.value: "training of coders",
    ConsentUse.QUOTES.value: "quoting",
    ConsentUse.LISTENING.value: "listening together in supervision",
}

_TOLD: Mapping[HistoryKind, Callable[[HistoryEntry, Mapping[CodingId, str]], str]] = {
    HistoryKind.SESSION_ADDED: lambda *_: "Session added",
    HistoryKind.SESSION_CHANGED: _changed_line,
    HistoryKind.OFFICE_CHANGED: lambda e, _: (
        f"Day of implementation of {e.item} changed; this session since then: {e.new}"
    ),
    HistoryKind.SEGMENT_DRAWN: _segment_line,
    HistoryKind.ASSIGNED: lambda e, _: f"Given to {e.item} as {e.new} coder",
    HistoryKind.DUE_CHANGED: _due_line,
    HistoryKind.UNASSIGNED: lambda e, _: (
        f"Reference coding of {e.item} removed"
        if e.old == CodingRole.REFERENCE
        else f"Taken from {e.item}"
    ),
    HistoryKind.CODING_STARTED: lambda e, roles: f"{_role_of(e, roles)} of {e.item} begun",
    HistoryKind.SUBMITTED: lambda e, roles: f"{_role_of(e, roles)} of {e.item} submitted",
    HistoryKind.UNLOCKED: lambda e, roles: f"{_role_of(e, roles)} of {e.item} unlocked",
    HistoryKind.UNBLINDED: lambda e, _: (
        "No longer blind" if e.new == "true" else "Blind after all"
    ),
    HistoryKind.IMPORTED: lambda e, _: f"Ratings of {e.item} taken from a sheet",
    HistoryKind.TRANSCRIPT_ADDED: lambda *_: "Transcript added",
    HistoryKind.TRANSCRIPT_REMOVED: lambda *_: "Transcript removed",
    HistoryKind.CONCERN_RAISED: lambda *_: "Concern raised",
    HistoryKind.CONCERN_SEEN: lambda *_: "Concern answered",
    HistoryKind.DECISION_ADDED: lambda e, _: f"Decision on {e.item} joined the codebook",
    HistoryKind.REPORTED: lambda e, _: _REPORT_WRITTEN.get(_fact(e, "status"), "Report written"),
    HistoryKind.FEEDBACK_CHANGED: lambda e, _: _PUT_DOWN.get(
        e.item.split(" ")[0], "Feedback put down"
    ),
    HistoryKind.RELEASED: lambda e, _: (
        f"Feedback report released; SHA-256 of the file {_fact(e, 'sha256')[:16]}…"
    ),
    HistoryKind.RELEASE_ENDED: lambda *_: "Release of the feedback report ended",
    HistoryKind.CONSENT_RECORDED: lambda e, _: (
        f"Consent to {_USES.get(e.item, e.item)}: {_answer(e.new)}"
        + ("" if e.old is None else f" (before: {_answer(e.old)})")
    ),
    HistoryKind.PACKET_MADE: lambda e, _: f"Went out to {e.new} in packet {packet_number(e.item)}",
    HistoryKind.PACKET_MERGED: lambda e, _: (
        f"Came back from packet {packet_number(e.item)}, new events: {e.new}"
    ),
    HistoryKind.FORK_SETTLED: lambda e, roles: f"{_role_of(e, roles)}: two versions settled",
    HistoryKind.AUDIO_UNTIL_CHANGED: lambda e, _: (
        f"Sound kept until {e.new}" if e.new else "Sound kept as the rule of the study says"
    ),
    HistoryKind.AUDIO_DELETED: lambda *_: "Sound deleted; what was coded stays",
    HistoryKind.WITHDRAWN: lambda e, _: f"Withdrawn, receipt W-{e.item[:8].upper()}",
    HistoryKind.REEL_MADE: lambda e, _: f"Evidence reel made, moments: {_fact(e, 'moments')}",
}
"""Acts of a session's history that are told, and how."""
