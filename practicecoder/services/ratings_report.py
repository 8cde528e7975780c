"""The reliability report of a table of ratings, of whose making nothing is on record."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from practicecoder.domain.coding import ItemRating, RatingState
from practicecoder.scoring.reliability.bands import BandSource
from practicecoder.services.reliability_report import PROGRAM, command_of, versions_used
from practicecoder.services.tables import load_ratings

if TYPE_CHECKING:
    from practicecoder.reports.reliability.data import ReliabilityReportData


def report_of_ratings(
    source: Path,
    codebook: str | None,
    *,
    bands: BandSource = BandSource.CICCHETTI,
    made_on: date,
) -> ReliabilityReportData:
    """Report on a table of ratings, of whose making nothing is on record.

    Parameters
    ----------
    source
        Long or wide ratings (.csv, .xlsx, .sav, .parquet).
    codebook
        Id or file; None for the default.
    bands, made_on
        As for a study.

    Raises
    ------
    ImportedDataError
        With every problem of the table at once.
    """
    from practicecoder.reports.reliability.data import ReliabilityReportData
    from practicecoder.scoring.reliability.table import reliability_table

    book, ratings = load_ratings(source, codebook)
    options = ["--codebook", codebook] if codebook else []
    return ReliabilityReportData(
        study=source.stem,
        codebook_title=book.title,
        table=reliability_table(book, ratings),
        n_codings=_codings_of_several(ratings),
        made_on=made_on,
        program=PROGRAM,
        command=command_of(source, options, bands, made_on),
        versions=versions_used(),
        bands=bands,
        from_table=True,
    )


def _codings_of_several(ratings: Sequence[ItemRating]) -> int:
    """Codings of sessions that two or more coded; one in which nothing is decided is none."""
    coders: dict[str, set[str]] = defaultdict(set)
    for row in ratings:
        if row.rating.state is RatingState.NOT_YET_RATED:
            continue
        coders[row.session_id].add(row.coder_id)
    return sum(len(own) for own in coders.values() if len(own) > 1)
