"""What a withdrawal would destroy, what would stay, and what nobody can call back."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from practicecoder.domain.coding import Coding
from practicecoder.domain.feedback import ReleaseKind
from practicecoder.domain.history import HistoryEntry, HistoryKind
from practicecoder.domain.ids import SessionId
from practicecoder.domain.sessions import PracticeSession
from practicecoder.domain.withdrawal import Beyond, Item, OutOfReach, WithdrawalChoice
from practicecoder.storage.unit_of_work import UnitOfWork

_WITH_SOUND = frozenset({Item.RECORDING, Item.TRANSCRIPT_LINES})
_WITH_LINK = frozenset(Item) - {Item.CODINGS, Item.EVIDENCE}
"""What goes when the sound goes, and when only ratings stay without their session."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawalPreview:
    """What one choice comes to for one session; counts of nothing are left out.

    ``n_decisions`` are entries of the decision log that came from the session: they lose the link
    and keep their words. ``unreadable`` names backups that nothing can be erased from.
    """

    session: PracticeSession
    choice: WithdrawalChoice
    goes: tuple[tuple[Item, int], ...]
    stays: tuple[tuple[Item, int], ...]
    out_of_reach: tuple[OutOfReach, ...]
    n_decisions: int
    n_backups: int
    unreadable: tuple[str, ...]


def counted(unit: UnitOfWork, session: PracticeSession) -> Mapping[Item, int]:
    """How much of everything a session has in the study."""
    session_id = session.session_id
    codings = unit.codings.of_session(session_id)
    transcript = unit.transcripts.find(session_id)
    return {
        Item.RECORDING: int(session.has_sound),
        Item.CODINGS: len(codings),
        Item.EVIDENCE: sum(len(coding.evidence) for coding in codings),
        Item.QUOTES: sum(bool(e.quote or e.note) for c in codings for e in c.evidence),
        Item.NOTES: sum(_notes(coding) for coding in codings),
        Item.TRANSCRIPT_LINES: 0 if transcript is None else len(transcript.lines),
        Item.FEEDBACK: int(unit.feedback.find(session_id) is not None),
        Item.RELEASES: len(unit.releases.of_session(session_id)) + _n_later_reports(unit, session),
        Item.CONSENTS: len(unit.consents.of_session(session_id)),
        Item.OUTCOMES: sum(o.session_id == session_id for o in unit.outcomes.all()),
        Item.CONCERNS: sum(c.session_id == session_id for c in unit.concerns.all()),
        Item.HISTORY: len(unit.history.of_session(session_id)),
    }


def parted(
    counts: Mapping[Item, int], choice: WithdrawalChoice
) -> tuple[tuple[tuple[Item, int], ...], tuple[tuple[Item, int], ...]]:
    """What goes and what stays, each in the order in which it is told."""
    going: frozenset[Item] = {
        WithdrawalChoice.NO_NEW_USE: frozenset[Item](),
        WithdrawalChoice.ERASE_RECORDING: _WITH_SOUND,
        WithdrawalChoice.DETACH_CODES: _WITH_LINK,
        WithdrawalChoice.ERASE_ALL: frozenset(Item),
    }[choice]
    goes = tuple((item, counts[item]) for item in Item if item in going and counts[item])
    stays = tuple((item, counts[item]) for item in Item if item not in going and counts[item])
    return goes, stays


def out_of_reach(unit: UnitOfWork, session_id: SessionId) -> tuple[OutOfReach, ...]:
    """Everything on record that left the study and may hold something of the session.

    An export or a team report does not say which sessions it holds, and a report looks back on
    earlier sessions of its worker: each one since the session came into the study is listed.
    """
    entries = unit.history.all()
    own = [entry for entry in entries if entry.session_id == session_id]
    since = _since(own)
    found = [
        *_exports(entries, since),
        *_reports(own),
        *_reports(_later_reports(unit, session_id, entries, own)),
        *(
            OutOfReach(kind=Beyond.PACKET, at=packet.made_at, sha256=packet.sha256)
            for packet in unit.packets.all()
            if any(one.session_id == session_id for one in packet.sessions)
        ),
    ]
    return tuple(sorted(found, key=lambda one: one.at))


def _later_reports(
    unit: UnitOfWork,
    session_id: SessionId,
    entries: Iterable[HistoryEntry],
    own: Sequence[HistoryEntry],
) -> Iterator[HistoryEntry]:
    """Entries about reports on other sessions of the worker, made since a session came."""
    since = _since(own)
    reports = [
        entry
        for entry in entries
        if entry.kind is HistoryKind.REPORTED
        and entry.session_id not in (None, session_id)
        and (since is None or entry.at >= since)
    ]
    if reports and _was_submitted(unit, session_id, own):
        others = _others_of_worker(unit, session_id)
        yield from (entry for entry in reports if entry.session_id in others)


def _n_later_reports(unit: UnitOfWork, session: PracticeSession) -> int:
    """How many kept reports about others may tell of a session: of its worker, and of teams."""
    own = unit.history.of_session(session.session_id)
    since = _since(own)
    kept = [r for r in unit.releases.all() if since is None or r.released_at >= since]
    if not kept or not _was_submitted(unit, session.session_id, own):
        return 0
    others = _others_of_worker(unit, session.session_id)
    return sum(one.session_id is None or one.session_id in others for one in kept)


def _since(own: Iterable[HistoryEntry]) -> datetime | None:
    """When a session came into the study, by the entries about it."""
    return min((entry.at for entry in own), default=None)


def _was_submitted(unit: UnitOfWork, session_id: SessionId, own: Iterable[HistoryEntry]) -> bool:
    """Whether a coding of the session was ever submitted, so that reports may tell of it."""
    return any(entry.kind is HistoryKind.SUBMITTED for entry in own) or any(
        coding.submitted_at is not None for coding in unit.codings.of_session(session_id)
    )


def _others_of_worker(unit: UnitOfWork, session_id: SessionId) -> frozenset[SessionId]:
    """Other sessions of the session's worker; none if nobody is named."""
    sessions = {session.session_id: session for session in unit.sessions.all()}
    worker = sessions[session_id].worker_id
    return frozenset(
        other
        for other, session in sessions.items()
        if worker is not None and session.worker_id == worker and other != session_id
    )


def n_decisions(unit: UnitOfWork, session_id: SessionId) -> int:
    """How many entries of the decision log came from a session."""
    return sum(decision.session_id == session_id for decision in unit.decisions.all())


def _exports(entries: Sequence[HistoryEntry], since: datetime | None) -> Iterator[OutOfReach]:
    for entry in entries:
        if since is not None and entry.at < since:
            continue
        told = _told(entry)
        if entry.kind is HistoryKind.EXPORTED:
            yield OutOfReach(
                kind=Beyond.EXPORT,
                at=entry.at,
                purpose=str(told.get("purpose", "")),
                sha256=str(told.get("manifest_sha256", "")),
            )
        elif entry.kind is HistoryKind.RELEASED and entry.item == ReleaseKind.TEAM.value:
            yield OutOfReach(
                kind=Beyond.TEAM_REPORT, at=entry.at, sha256=str(told.get("sha256", ""))
            )


def _reports(own: Iterable[HistoryEntry]) -> Iterator[OutOfReach]:
    kinds = {HistoryKind.REPORTED: Beyond.REPORT, HistoryKind.REEL_MADE: Beyond.REEL}
    for entry in own:
        if entry.kind in kinds:
            yield OutOfReach(
                kind=kinds[entry.kind], at=entry.at, sha256=str(_told(entry).get("sha256", ""))
            )


def _told(entry: HistoryEntry) -> Mapping[str, object]:
    try:
        told = json.loads(entry.new or "")
    except ValueError:
        return {}
    return told if isinstance(told, dict) else {}


def _notes(coding: Coding) -> int:
    return (
        len(coding.notes)
        + sum(bool(rating.note) for rating in coding.ratings.values())
        + sum(bool(mark.note) for mark in coding.marks)
    )
