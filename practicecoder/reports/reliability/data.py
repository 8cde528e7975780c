"""Frozen input of the reliability report: the numbers, and what is on record of their making."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from practicecoder.scoring.reliability.bands import BandSource
from practicecoder.scoring.reliability.drift import DriftReport
from practicecoder.scoring.reliability.table import ReliabilityTable
from practicecoder.scoring.reliability.timed import EventReliability


@dataclass(frozen=True, slots=True, kw_only=True)
class Conduct:
    """How the codings came about, a sentence or more each; empty where nothing is on record.

    ``draw`` tells how the sessions coded by several were chosen, ``blinding`` what coders knew,
    ``training`` what they had shown before.
    """

    draw: str = ""
    blinding: str = ""
    training: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferenceDrift:
    """Departures of coders from the reference codings of one dimension, over time."""

    label: str
    report: DriftReport


@dataclass(frozen=True, slots=True, kw_only=True)
class ReliabilityReportData:
    """All that the report tells.

    ``study`` is its title, or the name of the table of ratings. ``n_codings`` counts codings of
    sessions that two or more coded. ``scope`` is the choice among codings in words, empty where
    there was none. ``command`` makes the same report again. ``versions`` are programs and
    libraries. ``events``: agreement on timed codes, None where there are none; ``code_labels``
    are their words by id. ``from_table``: the ratings came in a table, and whose they are is not
    on record.
    """

    study: str
    codebook_title: str
    table: ReliabilityTable
    n_codings: int
    made_on: date
    program: str
    command: str
    versions: tuple[tuple[str, str], ...]
    made_up: bool = False
    unit: str = "session"
    scope: str = ""
    conduct: Conduct = Conduct()
    drift: tuple[ReferenceDrift, ...] = ()
    events: EventReliability | None = None
    code_labels: Mapping[str, str] = field(default_factory=dict)
    recalibrated_on: tuple[date, ...] = ()
    bands: BandSource = BandSource.CICCHETTI
    from_table: bool = False
