"""Pseudonyms and grouping variables of workers, offices and coders, and shared evidence."""

from __future__ import annotations

from collections import Counter

from practicecoder.domain.coding import Polarity
from practicecoder.export.data import PackageData
from practicecoder.export.table import Column, ColumnType, Measure, Table


def _number_of(name: str, label: str) -> Column:
    return Column(
        name=name,
        label=label,
        column_type=ColumnType.INTEGER,
        measure=Measure.SCALE,
        minimum=0,
        source="program",
        needed=True,
    )


def _time_column(name: str, label: str) -> Column:
    return Column(
        name=name,
        label=label,
        column_type=ColumnType.INTEGER,
        measure=Measure.SCALE,
        unit="ms",
        minimum=0,
        source="coder",
        needed=True,
    )


def workers(data: PackageData) -> Table:
    """Workers who were observed."""
    n_sessions = data.session_tally.of_worker
    return Table(
        name="workers",
        title="Workers by pseudonym",
        columns=(
            Column(name="worker_id", label="Worker (pseudonym)", source="study", needed=True),
            Column(name="office_id", label="Office (pseudonym)", source="study"),
            Column(name="worker_role", label="Role of the worker", source="study"),
            _number_of("n_sessions", "Sessions of the worker in sessions.csv"),
        ),
        rows=tuple(
            (w.worker_id, w.office_id, w.role or None, n_sessions.get(w.worker_id, 0))
            for w in sorted(data.workers, key=lambda worker: worker.worker_id)
        ),
        key=("worker_id",),
        refers={"office_id": "offices"},
    )


def offices(data: PackageData) -> Table:
    """Offices. Their dates stay in the study: with the days they would give away visit dates."""
    n_workers = Counter(worker.office_id for worker in data.workers)
    n_sessions = data.session_tally.of_office
    return Table(
        name="offices",
        title="Offices by pseudonym",
        columns=(
            Column(name="office_id", label="Office (pseudonym)", source="study", needed=True),
            _number_of("n_workers", "Workers of the office"),
            _number_of("n_sessions", "Sessions of the office in sessions.csv"),
        ),
        rows=tuple(
            (o.office_id, n_workers[o.office_id], n_sessions.get(o.office_id, 0))
            for o in sorted(data.offices, key=lambda office: office.office_id)
        ),
        key=("office_id",),
    )


def coders(data: PackageData) -> Table:
    """Coders who submitted a coding that is in the package."""
    n_independent = data.independent_tally.of_coder
    n_consensus = data.consensus_tally.of_coder
    return Table(
        name="coders",
        title="Coders by pseudonym",
        columns=(
            Column(name="coder_id", label="Coder (pseudonym)", source="study", needed=True),
            _number_of("n_independent", "Independent codings"),
            _number_of("n_consensus", "Agreed codings entered"),
        ),
        rows=tuple(
            (c, n_independent.get(c, 0), n_consensus.get(c, 0))
            for c in sorted({*n_independent, *n_consensus})
        ),
        key=("coder_id",),
    )


def evidence(data: PackageData) -> Table:
    """Shared evidence, its words already without what may identify people."""
    found = sorted(
        data.evidence or (),
        key=lambda one: (
            one.session_id,
            one.coder_id,
            one.evidence.span,
            one.evidence.evidence_id,
        ),
    )
    return Table(
        name="evidence",
        title="Moments that coders shared for feedback",
        columns=(
            Column(name="session_id", label="Session", source="study", needed=True),
            Column(name="coder_id", label="Coder (pseudonym)", source="study", needed=True),
            _time_column("start_ms", "Start in the recording"),
            _time_column("end_ms", "End in the recording"),
            Column(name="dimensions", label="Dimensions, separated by semicolons", source="coder"),
            Column(
                name="polarity",
                label="What it shows",
                values={
                    Polarity.STRENGTH: "a strength",
                    Polarity.TO_BUILD: "something to build",
                    Polarity.NEUTRAL: "neither",
                },
                source="coder",
                needed=True,
            ),
            Column(name="quote", label="Words said", source="coder"),
            Column(name="note", label="The coder's note", source="coder"),
        ),
        rows=tuple(
            (
                one.session_id,
                one.coder_id,
                one.evidence.span.start_ms,
                one.evidence.span.end_ms,
                "; ".join(one.evidence.dimension_ids) or None,
                one.evidence.polarity,
                one.evidence.quote or None,
                one.evidence.note or None,
            )
            for one in found
        ),
        key=(),
        refers={"session_id": "sessions", "coder_id": "coders"},
    )
