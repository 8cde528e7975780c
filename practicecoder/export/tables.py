"""All tables of a package, in the order in which they are listed."""

from __future__ import annotations

from practicecoder.export.data import PackageData
from practicecoder.export.events_table import events_table
from practicecoder.export.people_tables import coders, evidence, offices, workers
from practicecoder.export.ratings_tables import consensus_long, ratings_long, reliability_long
from practicecoder.export.sessions_table import sessions_table
from practicecoder.export.table import Table


def all_tables(data: PackageData) -> tuple[Table, ...]:
    """Tables of the folder ``data``; evidence only if it was asked for, events where there are."""
    makers = (
        sessions_table,
        ratings_long,
        reliability_long,
        consensus_long,
        *([events_table] if data.has_events else []),
        workers,
        offices,
        coders,
    )
    tables = tuple(make(data) for make in makers)
    return tables if data.evidence is None else (*tables, evidence(data))
