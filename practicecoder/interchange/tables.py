"""Reads ratings of sessions by coders, long or wide, checked against a codebook."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from practicecoder.codebook.faults import near_match, quoted
from practicecoder.codebook.model import Codebook
from practicecoder.codebook.names import SESSION_COLUMNS
from practicecoder.domain.coding import ItemRating, Rating
from practicecoder.domain.ids import CoderId, SessionId
from practicecoder.interchange.cells import CellError, code
from practicecoder.interchange.rating_cells import RatingReader
from practicecoder.interchange.sheet import Problems, Row, Sheet
from practicecoder.interchange.sheet_files import read_sheet

FINAL_CODER = CoderId("final")
"""Coder of final values, which a table of sessions holds without naming coders."""

_LONG_COLUMNS = ("session_id", "coder_id", "item", "value")
_LONG_OPTIONAL = ("na_reason", "unsure", "codebook_version", "early")
_WIDE_OPTIONAL = ("session_date", "implementation_date", "go_live_date", "purpose", "made_up")


@dataclass(frozen=True, slots=True)
class _Found:
    """What was rated by whom, where it stood, and the rating; None if that cannot be read."""

    line: int
    column: str
    session_id: SessionId
    coder_id: CoderId
    item: str
    rating: Rating | None


def read_ratings(
    path: Path,
    codebook: Codebook,
    *,
    finals_allowed: bool = False,
    this_version_only: bool = False,
) -> tuple[ItemRating, ...]:
    """Read a ratings table (.csv, .xlsx, .sav, .parquet); its columns say whether long or wide.

    Parameters
    ----------
    path
        The file.
    codebook
        Gives items, scales and reasons.
    finals_allowed
        Whether values between levels are accepted, as averages of coders have. A wide table may
        then lack coders; the values count as those of the coder ``final``.
    this_version_only
        Whether rows that name another codebook, or another version of it, are problems.

    Returns
    -------
    tuple of ItemRating
        In the order of the file. A cell that is blank with no reason is not yet rated.

    Raises
    ------
    ImportedDataError
        With every problem at once.
    """
    sheet = read_sheet(path)
    problems = Problems(sheet.file)
    reader = RatingReader(codebook, sheet, problems, finals_allowed=finals_allowed)
    if "item" in sheet.columns or "value" in sheet.columns:
        found = _long(sheet, codebook, reader, problems)
    else:
        found = _wide(sheet, codebook, reader, problems, coder_needed=not finals_allowed)
    ratings = _without_repeats(found, problems)
    if this_version_only:
        _refuse_other_versions(sheet, codebook, problems)
    problems.stop_if_any()
    return ratings


def _long(
    sheet: Sheet, codebook: Codebook, reader: RatingReader, problems: Problems
) -> Iterator[_Found]:
    missing = [column for column in _LONG_COLUMNS if column not in sheet.columns]
    for column in missing:
        problems.add_missing_column(column, sheet)
    known = (*_LONG_COLUMNS, *_LONG_OPTIONAL, *SESSION_COLUMNS, *_WIDE_OPTIONAL)
    _refuse_unknown_columns(sheet, known, "column", problems)
    if missing:
        problems.stop_if_any()
    items = {*codebook.dimension_ids, *codebook.count_ids}
    for row in sheet.rows:
        ids = _ids(row, problems)
        item = row.text("item")
        if item not in items:
            _add_unknown_item(item, codebook, row.line, problems)
            continue
        rating = reader.read(row, item, "value", "na_reason")
        if ids is not None:
            yield _Found(row.line, "item", *ids, item, rating)


def _wide(
    sheet: Sheet,
    codebook: Codebook,
    reader: RatingReader,
    problems: Problems,
    *,
    coder_needed: bool,
) -> Iterator[_Found]:
    items = [i for i in (*codebook.dimension_ids, *codebook.count_ids) if i in sheet.columns]
    scores = codebook.score_ids
    questions = [question.question_id for question in codebook.questions]
    all_items = (*codebook.dimension_ids, *codebook.count_ids)
    reasons = [f"{item}_na" for item in (*all_items, *scores)]
    known = (
        *("session_id", "coder_id", "unsure", "early"),
        *all_items,
        *reasons,
        *scores,
        *questions,
        *SESSION_COLUMNS,
        *_WIDE_OPTIONAL,
    )
    has_coders = "coder_id" in sheet.columns
    needed = ("session_id", "coder_id") if coder_needed else ("session_id",)
    missing = [column for column in needed if column not in sheet.columns]
    for column in missing:
        problems.add_missing_column(column, sheet)
    _refuse_unknown_columns(sheet, known, "dimension or count", problems)
    if not items:
        problems.add(
            "The table has neither the columns item and value nor a column of the codebook "
            f"{codebook.codebook_id}.",
            line=sheet.heading_line,
        )
    if missing or not items:
        problems.stop_if_any()
    for row in sheet.rows:
        ids = _ids(row, problems, has_coders=has_coders)
        for item in items:
            rating = reader.read(row, item, item, f"{item}_na")
            if ids is not None:
                yield _Found(row.line, item, *ids, item, rating)


def _refuse_unknown_columns(
    sheet: Sheet, known: tuple[str, ...], what: str, problems: Problems
) -> None:
    for column in sheet.columns:
        if column not in known:
            problems.add(
                f"There is no {what} {quoted(column)}.",
                line=sheet.heading_line,
                key=column if column.isprintable() else "",
                fix=near_match(column, known) or "Take the column out.",
            )


def _refuse_other_versions(sheet: Sheet, codebook: Codebook, problems: Problems) -> None:
    wanted = {"codebook_id": codebook.codebook_id, "codebook_version": codebook.version}
    for row in sheet.rows:
        for column, own in wanted.items():
            named = row.text(column)
            if named not in ("", own):
                problems.add(
                    f"The rating was made by {quoted(named)}, and the study is coded with "
                    f"{codebook.codebook_id} {codebook.version}.",
                    line=row.line,
                    key=column,
                    fix="Take the row out.",
                )


def _add_unknown_item(item: str, codebook: Codebook, line: int, problems: Problems) -> None:
    if item in codebook.score_ids:
        problems.add(
            f"{quoted(item)} is a score; scores are computed from ratings.", line=line, key="item"
        )
    elif not item:
        problems.add("The item is missing.", line=line, key="item")
    else:
        known = (*codebook.dimension_ids, *codebook.count_ids)
        problems.add(
            f"There is no dimension or count {quoted(item)}.",
            line=line,
            key="item",
            fix=near_match(item, known),
        )


def _ids(
    row: Row, problems: Problems, *, has_coders: bool = True
) -> tuple[SessionId, CoderId] | None:
    """Codes of session and coder; None, with a problem noted, if one cannot be used."""
    found = []
    for column in ("session_id", "coder_id") if has_coders else ("session_id",):
        try:
            found.append(code(row.text(column), is_date=column in row.dates))
        except CellError as error:
            problems.add(str(error), line=row.line, key=column, fix=error.fix)
            return None
    return SessionId(found[0]), CoderId(found[1]) if has_coders else FINAL_CODER


def _without_repeats(found: Iterator[_Found], problems: Problems) -> tuple[ItemRating, ...]:
    first: dict[tuple[str, str, str], int] = {}
    ratings: list[ItemRating] = []
    for one in found:
        key = (one.session_id, one.coder_id, one.item)
        if key in first:
            problems.add(
                f"The rating of this session, coder and item stands in line {first[key]} as well.",
                line=one.line,
                key=one.column,
            )
            continue
        first[key] = one.line
        if one.rating is not None:
            ratings.append(
                ItemRating(
                    session_id=one.session_id,
                    coder_id=one.coder_id,
                    item=one.item,
                    rating=one.rating,
                )
            )
    return tuple(ratings)
