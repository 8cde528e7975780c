"""The moments that coders share with a worker, and their words as they may be printed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from practicecoder.domain.coding import Coding, Evidence, Polarity
from practicecoder.domain.feedback import ReadMoment
from practicecoder.domain.redaction import REMOVED, HitKind, identifying, released
from practicecoder.domain.spans import TimeSpan
from practicecoder.reports.data import Moment


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedMoment:
    """A moment flagged for the worker, without saying by which coder.

    ``quote`` and ``note`` are as the coder wrote them; ``evidence_id`` is that of the first of
    several equal ones, and ``dimension_ids`` are those of all of them.
    """

    evidence_id: str
    span: TimeSpan
    polarity: Polarity
    dimension_ids: tuple[str, ...]
    quote: str
    note: str

    def hits(self, names: Sequence[str] = ()) -> tuple[HitKind, ...]:
        """Kinds of words found in quote or note that may identify somebody, each once."""
        found = (*identifying(self.quote, names), *identifying(self.note, names))
        return tuple(sorted({hit.kind for hit in found}))


def shared_moments(codings: Sequence[Coding]) -> tuple[SharedMoment, ...]:
    """Moments that coders flagged for the worker, in order of time; equal ones are one."""
    found: dict[tuple[int, str, str], SharedMoment] = {}
    for coding in codings:
        for evidence in coding.evidence:
            if not evidence.share:
                continue
            key = (evidence.span.start_ms, evidence.quote, evidence.note)
            moment = found.get(key)
            found[key] = _moment(evidence) if moment is None else _joined(moment, evidence)
    return tuple(sorted(found.values(), key=lambda m: (m.span.start_ms, m.evidence_id)))


def as_printed(
    moment: SharedMoment,
    read: ReadMoment | None,
    names: Sequence[str] = (),
    *,
    ticked_only: bool = False,
) -> Moment | None:
    """Words of a moment as they are printed; None if it is not printed.

    What a person has read and let through is printed as that person left it. What nobody has read
    is printed in drafts only (not if ``ticked_only``), without words that may identify somebody.
    """
    if read is not None:
        if not read.printed:
            return None
        return Moment(
            at_ms=moment.span.start_ms,
            polarity=moment.polarity,
            quote=read.quote,
            note=read.note,
        )
    return None if ticked_only else _unread(moment, names)


def printed_moments(
    moments: Sequence[SharedMoment],
    read: Mapping[str, ReadMoment],
    names: Sequence[str] = (),
    *,
    ticked_only: bool = False,
) -> Mapping[str, Moment]:
    """Moments that are printed, by the id of their evidence, in order of time."""
    printed = {
        moment.evidence_id: as_printed(
            moment, read.get(moment.evidence_id), names, ticked_only=ticked_only
        )
        for moment in moments
    }
    return {evidence_id: found for evidence_id, found in printed.items() if found is not None}


def _moment(evidence: Evidence) -> SharedMoment:
    return SharedMoment(
        evidence_id=evidence.evidence_id,
        span=evidence.span,
        polarity=evidence.polarity,
        dimension_ids=tuple(evidence.dimension_ids),
        quote=evidence.quote,
        note=evidence.note,
    )


def _joined(moment: SharedMoment, evidence: Evidence) -> SharedMoment:
    ids = dict.fromkeys((*moment.dimension_ids, *evidence.dimension_ids))
    return replace(moment, dimension_ids=tuple(ids))


def _unread(moment: SharedMoment, names: Sequence[str]) -> Moment:
    quote, note = released(moment.quote, names), released(moment.note, names)
    if quote == REMOVED:
        quote = ""
        note = note if note == REMOVED else f"{note} {REMOVED}".strip()
    return Moment(at_ms=moment.span.start_ms, polarity=moment.polarity, quote=quote, note=note)
