"""Ratings and session tables for commands, from a file or from a study folder alike."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from practicecoder.codebook import library
from practicecoder.codebook.loader import read_codebook
from practicecoder.codebook.model import Codebook
from practicecoder.domain.coding import ItemRating, Rating
from practicecoder.domain.ids import CoderId, SessionId
from practicecoder.errors import NotAllowedError
from practicecoder.scoring.results import NotEstimable, Score
from practicecoder.scoring.scores import all_scores
from practicecoder.services.context import StudyServices
from practicecoder.services.reliability import DEFAULT_SEED
from practicecoder.services.studies import open_study

if TYPE_CHECKING:
    import pandas as pd

    from practicecoder.scoring.reliability.nominal import UnitCode
    from practicecoder.scoring.reliability.timed import EventReliability

DEFAULT_CODEBOOK = "swim7"


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoredCoding:
    """Scores of one coder's ratings of one session."""

    session_id: SessionId
    coder_id: CoderId
    scores: dict[str, Score | NotEstimable]


def codebook_of(name: str) -> Codebook:
    """Codebook of an id, or of a file's path.

    Raises
    ------
    CodebookError
        If there is none, or with every fault of the file.
    """
    path = Path(name)
    return read_codebook(path) if path.suffix == ".toml" else library.find(name)


def load_ratings(
    source: Path,
    codebook: str | None,
    *,
    finals_allowed: bool = False,
    secret: str | None = None,
) -> tuple[Codebook, tuple[ItemRating, ...]]:
    """Long ratings of a table or of a study's independent, locked codings, with their codebook.

    Parameters
    ----------
    source
        Table (.csv, .xlsx, .sav, .parquet) or study folder.
    codebook
        Id or file; None for the default. A study folder uses its own, and no other may be named.
    finals_allowed
        Whether values between levels, as averages have, are accepted.
    secret
        Passphrase or recovery code, where the study is encrypted.

    Raises
    ------
    ImportedDataError
        With every problem of the table at once, or if it has no rows.
    NotAllowedError
        If another codebook than the study's was named.
    """
    if source.is_dir():
        with _study(source, codebook, secret) as services:
            return services.codebook, services.reliability.ratings()
    from practicecoder.interchange.sheet import refused
    from practicecoder.interchange.tables import read_ratings

    book = codebook_of(codebook or DEFAULT_CODEBOOK)
    ratings = read_ratings(source, book, finals_allowed=finals_allowed)
    if not ratings:
        raise refused(source.name, "The table has no rows.")
    return book, ratings


def load_session_table(
    source: Path, codebook: str | None, *, secret: str | None = None
) -> tuple[Codebook, pd.DataFrame]:
    """Analysis table of a file or a study folder, with its codebook; all else as above."""
    if source.is_dir():
        with _study(source, codebook, secret) as services:
            return services.codebook, services.analysis.table()
    from practicecoder.interchange.session_table import read_session_table

    book = codebook_of(codebook or DEFAULT_CODEBOOK)
    return book, read_session_table(source, book)


def load_codes(source: Path, codebook: str | None) -> tuple[Codebook | None, list[UnitCode]]:
    """Codes of units from a table, with the codebook that was named; None takes every code.

    Raises
    ------
    ImportedDataError
        With every problem of the table at once.
    NotAllowedError
        If a study folder was given, or the codebook has no codes.
    """
    if source.is_dir():
        raise NotAllowedError(
            "A study holds no units that each got one code. Give a codes table, with the columns "
            "unit_id, coder_id and code."
        )
    from practicecoder.interchange.codes_table import read_codes

    book, codes = _codes_of(codebook)
    return book, list(read_codes(source, codes))


def event_agreement(
    source: Path, codebook: str | None, *, tolerance_ms: int, secret: str | None = None
) -> tuple[Codebook | None, EventReliability]:
    """Agreement on timed marks of a table or a study folder, with the codebook if one was named.

    Raises
    ------
    ImportedDataError
        With every problem of the table at once.
    NotAllowedError
        If the codebook has no codes, or another than the study's was named.
    """
    from practicecoder.scoring.reliability.timed import EventSettings, event_reliability

    if source.is_dir():
        with _study(source, codebook, secret) as services:
            if not services.codebook.counts:
                raise NotAllowedError(
                    f"The codebook {services.codebook.codebook_id} of this study has no codes."
                )
            return services.codebook, services.reliability.events(tolerance_ms=tolerance_ms)
    from practicecoder.interchange.events_table import read_events

    book, codes = _codes_of(codebook)
    settings = EventSettings(tolerance_ms=tolerance_ms, seed=DEFAULT_SEED)
    return book, event_reliability(read_events(source, codes), codes, settings=settings)


def _codes_of(codebook: str | None) -> tuple[Codebook | None, tuple[str, ...] | None]:
    if codebook is None:
        return None, None
    book = codebook_of(codebook)
    if not book.counts:
        raise NotAllowedError(f"The codebook {book.codebook_id} has no codes. Leave it out.")
    return book, book.count_ids


@contextmanager
def _study(folder: Path, codebook: str | None, secret: str | None) -> Iterator[StudyServices]:
    """Open a study for reading; refuse a codebook that is not its own."""
    with closing(open_study(folder, read_only=True, secret=secret)) as services:
        own = services.codebook.codebook_id
        if codebook and (named := codebook_of(codebook).codebook_id) != own:
            raise NotAllowedError(
                f"The study in {folder} is coded with {own}, not {named}. Leave --codebook out."
            )
        yield services


def scored(codebook: Codebook, ratings: tuple[ItemRating, ...]) -> tuple[ScoredCoding, ...]:
    """Scores of every coder and session, in order of session and coder."""
    grouped: dict[tuple[SessionId, CoderId], dict[str, Rating]] = defaultdict(dict)
    for row in ratings:
        grouped[row.session_id, row.coder_id][row.item] = row.rating
    counted = set(codebook.count_ids)
    return tuple(
        ScoredCoding(
            session_id=session_id,
            coder_id=coder_id,
            scores=all_scores(
                codebook,
                {item: r for item, r in items.items() if item not in counted},
                {i: r.value for i, r in items.items() if i in counted and r.value is not None}
                or None,
            ),
        )
        for (session_id, coder_id), items in sorted(grouped.items())
    )


def score_table(
    codebook: Codebook, codings: tuple[ScoredCoding, ...]
) -> tuple[list[str], list[list[str]]]:
    """Heading and rows of a table of scores, at full precision, a reason beside each blank."""
    ids = codebook.score_ids
    heading = ["session_id", "coder_id", *ids, *(f"{score_id}_na" for score_id in ids)]
    rows = [
        [one.session_id, one.coder_id]
        + ["" if isinstance(s, NotEstimable) else repr(s.value) for s in one.scores.values()]
        + [s.reason if isinstance(s, NotEstimable) else "" for s in one.scores.values()]
        for one in codings
    ]
    return heading, rows
