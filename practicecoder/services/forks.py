"""Codings with two versions: shown side by side, and settled by a lead, never by themselves."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from practicecoder.codebook.model import Codebook
from practicecoder.domain.coding import Coding
from practicecoder.domain.coding_changes import (
    AnswerChange,
    CodingChange,
    CountingChange,
    EvidenceChange,
    MarkChange,
    NoteChange,
    RatingChange,
    UnblindedChange,
    applied,
)
from practicecoder.domain.coding_differences import differences
from practicecoder.domain.history import Fork, HistoryEntry, HistoryKind
from practicecoder.domain.ids import CoderId, CodingId, SessionId, new_id
from practicecoder.domain.people import Role
from practicecoder.domain.spans import clock
from practicecoder.errors import ConflictError, NotAllowedError
from practicecoder.services.changes import ChangeKind, StudyChange
from practicecoder.services.coding_state import coding_from, rebuild
from practicecoder.services.rights import require
from practicecoder.services.session_states import settle_session
from practicecoder.services.study_context import StudyContext
from practicecoder.services.submitted_versions import answer_in_words, rating_told
from practicecoder.storage.types import to_json
from practicecoder.storage.unit_of_work import UnitOfWork

ItemKey = tuple[str, str]
"""Kind of a change and its item: what of a coding differs between two versions."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """One of the versions of a coding. ``head`` is the last entry of its history.

    ``n_acts`` counts what it has beyond what all versions share; ``last_at`` is aware UTC.
    """

    head: str
    coding: Coding
    n_acts: int
    last_at: datetime

    @property
    def is_submitted(self) -> bool:
        """Whether the coder submitted this version."""
        return self.coding.is_locked


@dataclass(frozen=True, slots=True, kw_only=True)
class DisputedItem:
    """One thing that versions hold differently, in words, in the order of the versions."""

    key: ItemKey
    what: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ForkedCoding:
    """A coding that was continued in several places, with what its versions hold differently."""

    session_id: SessionId
    coding_id: CodingId
    coder_id: CoderId
    versions: tuple[Version, ...]
    items: tuple[DisputedItem, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Settlement:
    """What a lead decides: the version that is kept, and items that are taken from others.

    ``picks`` gives for items the head of the version whose value counts; all other items are
    those of the version that is kept.
    """

    coding_id: CodingId
    kept: str
    reason: str
    picks: Mapping[ItemKey, str]


class ForkService:
    """Shows a lead every coding with two versions, and carries out what the lead decides."""

    def __init__(self, context: StudyContext) -> None:
        self._context = context

    def waiting(self) -> frozenset[CodingId]:
        """Codings that wait to be settled."""
        with self._context.store.reading() as unit:
            return unit.history.forked()

    def all(self, *, actor: CoderId | None) -> tuple[ForkedCoding, ...]:
        """Every coding with two versions, in order of session.

        Raises
        ------
        NotAllowedError
            If the actor is not a lead.
        """
        with self._context.store.reading() as unit:
            require(unit, actor, Role.LEAD, "settles versions of a coding")
            found = [
                self._shown(unit, fork)
                for fork in unit.history.forks()
                if unit.codings.find(fork.coding_id) is not None
            ]
        return tuple(sorted(found, key=lambda f: (f.session_id, f.coder_id)))

    def settle(self, settlement: Settlement, *, actor: CoderId | None) -> StudyChange:
        """Carry out a decision, on record; every version stays in the history.

        Raises
        ------
        NotAllowedError
            If the actor is not a lead, or no reason was given.
        ConflictError
            If the coding's versions are no longer those that were shown.
        """
        reason = settlement.reason.strip()
        if not reason:
            raise NotAllowedError("Say why this version is kept. It stays with the coding.")
        with self._context.store.transaction() as unit:
            lead = require(unit, actor, Role.LEAD, "settles versions of a coding")
            fork = unit.history.fork_of(settlement.coding_id)
            if fork is None or not {settlement.kept, *settlement.picks.values()} <= set(
                fork.heads
            ):
                raise ConflictError("This coding")
            shown = self._shown(unit, fork)
            changes = _picked(shown, settlement)
            self._end_others(unit, shown, settlement, lead.coder_id)
            before = unit.codings.find(settlement.coding_id)
            assert before is not None  # its history was just shown
            kept = rebuild(unit, before)
            if changes:
                unit.record_changes(
                    kept,
                    changes,
                    at=self._context.now(),
                    actor=lead.coder_id,
                    reason=reason,
                )
                unit.codings.rewrite(applied(kept, changes), expected_version=kept.version)
            settle_session(unit, shown.session_id)
        return StudyChange(
            kinds=frozenset({ChangeKind.CODINGS, ChangeKind.SESSIONS}),
            session_ids=frozenset({shown.session_id}),
        )

    # Inside

    def _shown(self, unit: UnitOfWork, fork: Fork) -> ForkedCoding:
        coding = unit.codings.find(fork.coding_id)
        if coding is None:
            raise ConflictError("This coding")
        versions = tuple(_version(coding, fork.common, branch) for branch in fork.branches)
        return ForkedCoding(
            session_id=coding.session_id,
            coding_id=coding.coding_id,
            coder_id=coding.coder_id,
            versions=versions,
            items=_disputed(self._context.codebook, versions),
        )

    def _end_others(
        self, unit: UnitOfWork, shown: ForkedCoding, settlement: Settlement, lead: CoderId
    ) -> None:
        kept = settlement.kept
        for version in shown.versions:
            if version.head == settlement.kept:
                continue
            entry = HistoryEntry(
                entry_id=new_id(),
                at=self._context.now(),
                actor=lead,
                kind=HistoryKind.FORK_SETTLED,
                item=shown.coder_id,
                new=to_json({"kept": settlement.kept, "given_up": version.head}),
                reason=settlement.reason.strip(),
                coding_id=shown.coding_id,
                session_id=shown.session_id,
            )
            unit.history.settle(entry, kept=kept, other=version.head)
            kept = entry.entry_id


def _version(
    coding: Coding, common: Sequence[HistoryEntry], branch: Sequence[HistoryEntry]
) -> Version:
    return Version(
        head=branch[-1].entry_id,
        coding=coding_from(coding, (*common, *branch)),
        n_acts=len(branch),
        last_at=branch[-1].at,
    )


def _disputed(codebook: Codebook, versions: Sequence[Version]) -> tuple[DisputedItem, ...]:
    """What versions hold differently; each is compared with the first."""
    first = versions[0].coding
    keys: dict[ItemKey, CodingChange] = {}
    for other in versions[1:]:
        for change in differences(first, other.coding):
            keys.setdefault(_key(change), change)
    return tuple(
        DisputedItem(
            key=key,
            what=_what(codebook, change),
            values=tuple(_value(codebook, version.coding, change) for version in versions),
        )
        for key, change in keys.items()
    )


def _picked(shown: ForkedCoding, settlement: Settlement) -> tuple[CodingChange, ...]:
    """Changes that give the kept version what is taken from others."""
    by_head = {version.head: version.coding for version in shown.versions}
    kept = by_head[settlement.kept]
    changes: list[CodingChange] = []
    for head in sorted(set(settlement.picks.values()) - {settlement.kept}):
        wanted = {key for key, from_head in settlement.picks.items() if from_head == head}
        changes += _only(differences(kept, by_head[head]), wanted)
    return tuple(changes)


def _only(changes: Sequence[CodingChange], keys: Collection[ItemKey]) -> list[CodingChange]:
    return [change for change in changes if _key(change) in keys]


def _key(change: CodingChange) -> ItemKey:
    return type(change).__name__, change.item


def _what(codebook: Codebook, change: CodingChange) -> str:
    match change:
        case RatingChange(item, _):
            return codebook.label(item)
        case AnswerChange(item, _):
            return codebook.question(item).prompt
        case EvidenceChange():
            return "Evidence"
        case NoteChange():
            return "Note"
        case MarkChange():
            return "Mark"
        case CountingChange():
            return "Way of counting"
        case UnblindedChange():
            return "No longer blind"


def _value(codebook: Codebook, coding: Coding, change: CodingChange) -> str:
    """What a version holds of an item, as a person reads it."""
    match change:
        case RatingChange(item, _):
            return rating_told(codebook, coding.ratings, item)
        case AnswerChange(item, _):
            return answer_in_words(coding.answers.get(item))
        case EvidenceChange(item, _):
            piece = next((e for e in coding.evidence if e.evidence_id == item), None)
            if piece is None:
                return "none"
            labels = ", ".join(codebook.label(d) for d in piece.dimension_ids)
            words = piece.quote or piece.note
            return f"{clock(piece.span.start_ms)} {labels}{': ' if words else ''}{words}"
        case NoteChange(item, _):
            note = next((n for n in coding.notes if n.note_id == item), None)
            return "none" if note is None else note.text
        case MarkChange(item, _):
            mark = next((m for m in coding.marks if m.mark_id == item), None)
            if mark is None:
                return "none"
            return f"{clock(mark.at_ms)} {codebook.label(mark.count_id)}"
        case CountingChange():
            return "not chosen" if coding.counting is None else coding.counting.value
        case UnblindedChange():
            return "yes" if coding.unblinded else "no"


def as_settled(shown: ForkedCoding, settlement: Settlement) -> Coding:
    """Coding as it would be after a decision, to be shown before it is carried out."""
    kept = next(v.coding for v in shown.versions if v.head == settlement.kept)
    return replace(applied(kept, _picked(shown, settlement)), version=kept.version)
