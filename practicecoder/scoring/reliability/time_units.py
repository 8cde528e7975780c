"""Agreement second by second: which code each of two coders had active in every unit of time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from practicecoder.domain.spans import TimeSpan
from practicecoder.scoring.reliability.bootstrap import SessionBootstrap, divided
from practicecoder.scoring.reliability.design import Floats
from practicecoder.scoring.reliability.event_alignment import EventStream, TimedMark
from practicecoder.scoring.reliability.limits import (
    CONSTANT_CODER,
    NO_DISAGREEMENT,
    coefficient,
)
from practicecoder.scoring.results import Interval, NoInterval, NotEstimable, Statistic

UNIT_MS = 1_000
WITHIN_UNITS = 2

Record = NDArray[np.int64]
"""Place of the active code in every unit; one more than the last code is "nothing"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeUnitAgreement:
    """Kappa over units of time, and its tolerant form; units are not independent of each other.

    ``table`` counts units by the codes of the first (rows) and second coder (columns), pooled
    over sessions; the last row and column are "nothing".
    """

    unit_ms: int
    within_units: int
    codes: tuple[str, ...]
    n_sessions: int
    n_units: int
    exact: float | None
    kappa: Statistic
    tolerant_kappa: Statistic
    table: tuple[tuple[int, ...], ...]


def unit_record(
    spans: Sequence[TimedMark],
    places: Mapping[str, int],
    segment: TimeSpan,
    unit_ms: int = UNIT_MS,
) -> Record:
    """Code at the middle of every unit of the coded stretch; the last unit may be shorter.

    A span holds its start and not its end.

    Examples
    --------
    >>> talk = [TimedMark(500, "talk", 2_500)]
    >>> unit_record(talk, {"talk": 0}, TimeSpan(0, 4_200)).tolist()
    [0, 0, 1, 1, 1]
    """
    starts = np.arange(segment.start_ms, segment.end_ms, unit_ms, dtype=np.int64)
    doubled_middles = starts + np.minimum(starts + unit_ms, segment.end_ms)
    record = np.full(len(starts), len(places), dtype=np.int64)
    for span in spans:
        ends = (2 * span.at_ms, 2 * (span.at_ms + span.duration_ms))
        begin, end = np.searchsorted(doubled_middles, ends, side="left")
        record[begin:end] = places[span.code]
    return record


def tolerant(record: Record, other: Record, within_units: int) -> Record:
    """The other's record, but with this record's code wherever the other has it close by.

    Examples
    --------
    >>> tolerant(np.array([0, 1, 1, 1]), np.array([0, 0, 1, 2]), 1).tolist()
    [0, 1, 1, 1]
    """
    found = other == record
    for shift in range(1, within_units + 1):
        found[shift:] |= other[:-shift] == record[shift:]
        found[:-shift] |= other[shift:] == record[:-shift]
    return np.where(found, record, other)


def time_unit_agreement(
    pairs: Sequence[tuple[EventStream, EventStream]],
    codes: Sequence[str],
    bootstrap: SessionBootstrap,
    *,
    unit_ms: int = UNIT_MS,
    within_units: int = WITHIN_UNITS,
) -> TimeUnitAgreement:
    """Time-unit kappa of two coders over the sessions whose coded stretch is known.

    ``codes`` are one group, of which a coder has at most one active at a time. The tolerant form
    takes a unit as agreed if the same code occurs within ``within_units`` of it in the other
    record; both directions, averaged.
    """
    places = {code: place for place, code in enumerate(codes)}
    records: list[tuple[Record, Record]] = []
    why = "the coded stretch is not known in any session"
    for first, second in pairs:
        segment = first.segment or second.segment
        if segment is None:
            continue
        mine, theirs = (
            [span for span in stream.spans if span.code in places] for stream in (first, second)
        )
        overlapping = [s.coder_id for s, m in ((first, mine), (second, theirs)) if _overlap(m)]
        if overlapping:
            records = []
            why = f"spans of {overlapping[0]} overlap in session {first.session_id}"
            break
        records.append(
            (
                unit_record(mine, places, segment, unit_ms),
                unit_record(theirs, places, segment, unit_ms),
            )
        )
    return _agreement(records, tuple(codes), why, bootstrap, (unit_ms, within_units))


def _overlap(spans: Sequence[TimedMark]) -> bool:
    """Whether two spans in order of time are active at once."""
    return any(
        later.at_ms < earlier.at_ms + earlier.duration_ms for earlier, later in pairwise(spans)
    )


def _agreement(
    records: Sequence[tuple[Record, Record]],
    codes: tuple[str, ...],
    why: str,
    bootstrap: SessionBootstrap,
    units: tuple[int, int],
) -> TimeUnitAgreement:
    unit_ms, within = units
    q = len(codes) + 1
    plain = _tables([(a, b) for a, b in records], q)
    forward = _tables([(a, tolerant(a, b, within)) for a, b in records], q)
    backward = _tables([(tolerant(b, a, within), b) for a, b in records], q)
    total = plain.sum(axis=0)
    n_units = int(total.sum())
    title = f"kappa over units of {unit_ms} ms"
    return TimeUnitAgreement(
        unit_ms=unit_ms,
        within_units=within,
        codes=codes,
        n_sessions=len(records),
        n_units=n_units,
        exact=float(np.trace(total)) / n_units if n_units else None,
        kappa=_kappa((plain,), why, title, bootstrap),
        tolerant_kappa=_kappa(
            (forward, backward),
            why,
            f"{title}, same code within {within} units, mean of both directions",
            bootstrap,
        ),
        table=tuple(tuple(int(cell) for cell in row) for row in total),
    )


def _tables(records: Sequence[tuple[Record, Record]], q: int) -> Floats:
    tables = [np.bincount(a * q + b, minlength=q * q).reshape(q, q) for a, b in records]
    return np.array(tables, dtype=np.float64).reshape(len(tables), q, q)


def _kappa(
    directions: Sequence[Floats], why: str, title: str, bootstrap: SessionBootstrap
) -> Statistic:
    """Mean of the kappas of several sets of tables, interval by drawing sessions."""
    n = len(directions[0])
    sums = [tables.sum(axis=0) for tables in directions]
    if not sums[0].any():
        return NotEstimable(reason=why, n=n)
    values = np.array([_of_tables(table[None])[0] for table in sums])
    if not np.isfinite(values).all():
        return NotEstimable(reason="both coders had one and the same code all the time", n=n)
    value = float(values.mean())
    notes: tuple[str, ...] = ()
    interval: Interval | NoInterval
    if all(np.trace(table) == table.sum() for table in sums):
        interval = NoInterval(reason=NO_DISAGREEMENT)
    elif any((table.sum(axis=axis) > 0).sum() == 1 for table in sums for axis in (0, 1)):
        interval, notes = NoInterval(reason="kappa is 0 by construction"), (CONSTANT_CODER,)
    else:
        drawn = bootstrap.weights(n)
        resampled = np.mean(
            [_of_tables(np.tensordot(drawn, tables, axes=1)) for tables in directions], axis=0
        )
        interval = bootstrap.interval(resampled, n)
    method = f"{title}; {bootstrap.method}" if isinstance(interval, Interval) else title
    return coefficient(value, interval, n=n, method=method, notes=notes)


def _of_tables(tables: Floats) -> Floats:
    """Cohen's kappa of each table along the first axis; NaN where chance agrees on everything."""
    total = tables.sum(axis=(1, 2))
    observed = divided(np.trace(tables, axis1=1, axis2=2), total)
    chance = divided((tables.sum(axis=2) * tables.sum(axis=1)).sum(axis=1), total**2)
    return divided(observed - chance, np.where(1.0 - chance > 1e-12, 1.0 - chance, 0.0))
