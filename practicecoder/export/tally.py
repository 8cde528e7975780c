"""What is counted of a package's sessions and codings, in one reading of each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from practicecoder.codebook.model import Codebook
from practicecoder.domain.coding import CountingMode
from practicecoder.domain.ids import CoderId, OfficeId, SessionId, WorkerId
from practicecoder.export.exported import ExportedCoding, ExportedSession
from practicecoder.scoring.results import NotEstimable


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionTally:
    """Numbers of sessions; ``double_coded_workers`` are those of sessions coded by several."""

    n_coded: int
    n_unblinded: int
    has_counts: bool
    of_worker: Mapping[WorkerId | None, int]
    of_office: Mapping[OfficeId | None, int]
    double_coded_workers: frozenset[WorkerId]


@dataclass(frozen=True, slots=True, kw_only=True)
class CodingTally:
    """Numbers of codings, and of the rows that tables of them have.

    ``n_rows_shared`` are rows of sessions that two or more coders coded; ``n_volley`` and
    ``n_single`` are codings with counts, by the way of counting.
    """

    of_coder: Mapping[CoderId, int]
    of_session: Mapping[SessionId, int]
    has_counts: bool
    has_events: bool
    n_volley: int
    n_single: int
    n_rows: int
    n_rows_shared: int
    n_event_rows: int


def tally_of_sessions(sessions: Iterable[ExportedSession]) -> SessionTally:
    """Count sessions."""
    workers: Counter[WorkerId | None] = Counter()
    offices: Counter[OfficeId | None] = Counter()
    n_coded = n_unblinded = 0
    has_counts = False
    double_coded: set[WorkerId] = set()
    for one in sessions:
        worker = one.session.worker_id
        workers[worker] += 1
        offices[one.session.office_id] += 1
        if one.in_reliability and worker is not None:
            double_coded.add(worker)
        if not isinstance(one.final, NotEstimable):
            n_coded += 1
            n_unblinded += one.unblinded
            has_counts = has_counts or one.final.counts is not None
    return SessionTally(
        n_coded=n_coded,
        n_unblinded=n_unblinded,
        has_counts=has_counts,
        of_worker=workers,
        of_office=offices,
        double_coded_workers=frozenset(double_coded),
    )


def tally_of_codings(codebook: Codebook, codings: Iterable[ExportedCoding]) -> CodingTally:
    """Count codings."""
    coders: Counter[CoderId] = Counter()
    sessions: Counter[SessionId] = Counter()
    rows: Counter[SessionId] = Counter()
    ways: Counter[bool] = Counter()
    n_event_rows, has_events = 0, False
    for coding in codings:
        coders[coding.coder_id] += 1
        sessions[coding.session_id] += 1
        rows[coding.session_id] += n_item_rows(codebook, coding)
        if coding.counts is not None:
            ways[coding.counting is CountingMode.VOLLEY] += 1
        if coding.marks is not None:
            has_events = True
            n_event_rows += max(1, len(coding.marks))
    return CodingTally(
        of_coder=coders,
        of_session=sessions,
        has_counts=bool(ways),
        has_events=has_events,
        n_volley=ways[True],
        n_single=ways[False],
        n_rows=rows.total(),
        n_rows_shared=sum(n for session_id, n in rows.items() if sessions[session_id] > 1),
        n_event_rows=n_event_rows,
    )


def n_item_rows(codebook: Codebook, coding: ExportedCoding) -> int:
    """Rows of a coding in the long tables: one for each dimension, and count if it has counts."""
    n_counts = 0 if coding.counts is None else len(codebook.counts)
    return len(codebook.dimensions) + n_counts
