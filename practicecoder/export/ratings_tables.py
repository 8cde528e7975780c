"""Ratings as coders gave them: one row per session, coder and item."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from practicecoder.codebook.model import Codebook
from practicecoder.domain.coding import NOT_YET_RATED
from practicecoder.export.data import ExportedCoding, PackageData, in_order
from practicecoder.export.missing import missing_codes
from practicecoder.export.table import Column, ColumnType, Measure, Row, Rows, Table


def ratings_long(data: PackageData) -> Table:
    """Every independent coding."""
    return _table(
        data,
        "ratings_long",
        "Ratings of independent codings, as given",
        data.independent,
        data.independent_tally.n_rows,
    )


def reliability_long(data: PackageData) -> Table:
    """Independent codings of sessions that two or more coders coded."""
    return _table(
        data,
        "reliability_long",
        "Ratings of sessions coded by two or more, as given",
        data.independent,
        data.independent_tally.n_rows_shared,
        more_than=1,
    )


def consensus_long(data: PackageData) -> Table:
    """Agreed codings."""
    return _table(
        data, "consensus_long", "Agreed ratings", data.consensus, data.consensus_tally.n_rows
    )


def _table(
    data: PackageData,
    name: str,
    title: str,
    codings: Collection[ExportedCoding],
    n_rows: int,
    *,
    more_than: int = 0,
) -> Table:
    """Table of the codings of those sessions that have more than so many."""
    n_codings = data.independent_tally.of_session

    def rows() -> Iterator[Row]:
        for coding in in_order(codings, lambda c: (c.session_id, c.coder_id)):
            if not more_than or n_codings[coding.session_id] > more_than:
                yield from _rows(data.codebook, coding)

    return Table(
        name=name,
        title=title,
        columns=_columns(data.codebook),
        rows=Rows(n_rows, rows),
        key=("session_id", "coder_id", "item"),
        refers={"session_id": "sessions", "coder_id": "coders"},
    )


def _columns(codebook: Codebook) -> tuple[Column, ...]:
    items = (*codebook.dimension_ids, *codebook.count_ids)
    return (
        Column(name="session_id", label="Session", source="study", needed=True),
        Column(name="coder_id", label="Coder (pseudonym)", source="study", needed=True),
        Column(
            name="item",
            label="Dimension or count",
            values={item: codebook.label(item) for item in items},
            source=codebook.codebook_id,
            needed=True,
        ),
        Column(
            name="value",
            label="Rating or count, as given",
            column_type=ColumnType.NUMBER,
            measure=Measure.ORDINAL,
            missing="blank: see na_reason; blank there too: not yet rated",
            source="coder",
            missing_codes=missing_codes(codebook),
            reason_column="na_reason",
        ),
        Column(
            name="na_reason",
            label="Why not rated",
            values={reason.reason_id: reason.label for reason in codebook.reasons},
            source="coder",
        ),
        Column(name="codebook_version", label="Version of the codebook", source="program"),
        Column(
            name="early",
            label="Rated before the end was heard",
            column_type=ColumnType.INTEGER,
            values={"0": "no", "1": "yes"},
            missing="blank: no rating, or nothing on record about listening",
            source="program",
        ),
        Column(
            name="unsure",
            label="The coder was unsure",
            column_type=ColumnType.INTEGER,
            values={"0": "no", "1": "yes"},
            missing="blank: no rating",
            source="coder",
        ),
    )


def _rows(codebook: Codebook, coding: ExportedCoding) -> Iterator[Row]:
    ids = (coding.session_id, coding.coder_id)
    for dimension_id in codebook.dimension_ids:
        rating = coding.ratings.get(dimension_id, NOT_YET_RATED)
        unsure = int(rating.unsure) if rating.value is not None else None
        yield (
            *ids,
            dimension_id,
            rating.value,
            rating.na_reason,
            coding.codebook_version,
            None
            if coding.early is None or rating.value is None
            else int(dimension_id in coding.early),
            unsure,
        )
    for count_id in codebook.count_ids if coding.counts is not None else ():
        value = (coding.counts or {}).get(count_id)
        yield (*ids, count_id, value, None, coding.codebook_version, None, None)
