"""A coding as its history has it: content and state, put together from entries alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from practicecoder.domain.coding import Coding, CodingState
from practicecoder.domain.history import HistoryEntry, HistoryKind
from practicecoder.domain.ids import CodingId
from practicecoder.errors import NotAllowedError
from practicecoder.storage.history import replay
from practicecoder.storage.unit_of_work import UnitOfWork


def coding_from(coding: Coding, entries: Sequence[HistoryEntry]) -> Coding:
    """Coding with the content and the state that its entries, in their order, add up to.

    What does not come from entries is taken from ``coding``: ids, role, version, what was heard.
    """
    content = replay(entries)
    submitted: HistoryEntry | None = None
    for entry in entries:
        if entry.kind is HistoryKind.SUBMITTED:
            submitted = entry
        elif entry.kind is HistoryKind.UNLOCKED:
            submitted = None
    return replace(
        coding,
        ratings=content.ratings,
        answers=content.answers,
        evidence=content.evidence,
        notes=content.notes,
        marks=content.marks,
        counting=content.counting,
        unblinded=content.unblinded,
        state=CodingState.OPEN if submitted is None else CodingState.LOCKED,
        submitted_at=None if submitted is None else submitted.at,
        short_listen_reason="" if submitted is None else submitted.reason,
    )


def rebuild(unit: UnitOfWork, coding: Coding) -> Coding:
    """Make a coding what its history adds up to, along the branch in force.

    A coding with two versions is not submitted, whatever either says: so it counts nowhere.
    """
    after = coding_from(coding, unit.history.of_coding(coding.coding_id))
    if unit.history.fork_of(coding.coding_id) is not None:
        after = replace(after, state=CodingState.OPEN, submitted_at=None, short_listen_reason="")
    if after == coding:
        return coding
    return unit.codings.rewrite(after, expected_version=coding.version)


def refuse_forked(unit: UnitOfWork, coding_id: CodingId) -> None:
    """Refuse to go on with a coding that has two versions.

    Raises
    ------
    NotAllowedError
        If a lead has to settle them first.
    """
    if coding_id in unit.history.forked():
        raise NotAllowedError(
            "This session was coded in two places at once, and both versions are kept. It can be "
            "coded further when the lead has settled which one counts."
        )
