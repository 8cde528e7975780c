"""Codes given to moments of a recording: one row per mark of a coder."""

from __future__ import annotations

from collections.abc import Iterator

from practicecoder.export.data import ExportedCoding, PackageData, in_order
from practicecoder.export.table import Column, ColumnType, Measure, Row, Rows, Table


def events_table(data: PackageData) -> Table:
    """Marks of independent codings; a coder who marked nothing has a row without a mark."""

    def rows() -> Iterator[Row]:
        for coding in in_order(data.independent, lambda c: (c.session_id, c.coder_id)):
            if coding.marks is not None:
                yield from _rows(coding)

    return Table(
        name="events",
        title="Codes given to moments; a row without a code: gone through, nothing marked",
        columns=(
            Column(name="session_id", label="Session", source="study", needed=True),
            Column(name="coder_id", label="Coder (pseudonym)", source="study", needed=True),
            _time("start_ms", "Start in the recording", "blank: nothing marked"),
            _time("end_ms", "End in the recording", "blank: a moment, or nothing marked"),
            Column(
                name="code",
                label="Code",
                values={count.count_id: count.label for count in data.codebook.counts},
                missing="blank: nothing marked",
                source="coder",
            ),
        ),
        rows=Rows(data.independent_tally.n_event_rows, rows),
        key=(),
        refers={"session_id": "sessions", "coder_id": "coders"},
    )


def _time(name: str, label: str, missing: str) -> Column:
    return Column(
        name=name,
        label=label,
        column_type=ColumnType.INTEGER,
        measure=Measure.SCALE,
        unit="ms",
        minimum=0,
        missing=missing,
        source="coder",
    )


def _rows(coding: ExportedCoding) -> Iterator[Row]:
    ids = (coding.session_id, coding.coder_id)
    if not coding.marks:
        yield (*ids, None, None, None)
    for mark in sorted(coding.marks or (), key=lambda m: (m.at_ms, m.count_id, m.mark_id)):
        yield (*ids, mark.at_ms, mark.end_ms, mark.count_id)
