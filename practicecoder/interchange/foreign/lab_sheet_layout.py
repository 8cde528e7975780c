"""Tells how a lab laid out its sheet of ratings: long, wide, or REDCap's double data entry."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from practicecoder.interchange.sheet import Sheet, refused

CONSENSUS = "consensus"
"""Coder of values that coders agreed on."""

MISSING_WORDS = frozenset({"na", "n/a", "nan", "null", "none", "missing", ".", "-", "--"})
MISSING_NUMBERS = frozenset({"99", "999", "9999", "88", "888", "77", "777"})

_SESSION_HEADINGS = (
    *("sessionid", "session", "recordingid", "recording", "recordid", "tapeid", "tape", "id"),
)
_CODER_HEADINGS = ("coderid", "coder", "raterid", "rater", "observerid", "observer")
_SUFFIX = re.compile(
    r"(?P<base>.+?)[._ ](?P<coder>(?:coder|rater|c|r)?[1-9][0-9]?|cons|consensus|final|agreed)",
    re.IGNORECASE,
)
_PREFIX = re.compile(r"(?P<coder>[A-Z]|[CR][1-9])[._](?P<base>.+)")
_AGREED = frozenset({"cons", "consensus", "final", "agreed"})
_DOUBLE_ENTRY = re.compile(r"(?P<session>.+)--(?P<coder>[0-9]{1,2})")
_NUMBER = re.compile(r"[+-]?[0-9]{1,6}(?:[.,][0-9]{1,6})?")
_LARGEST_LEVEL = 20


class SheetLayout(StrEnum):
    """Ways to lay out ratings of several coders."""

    LONG = "long"
    """One row for each session and coder."""
    WIDE = "wide"
    """One row for each session; each coder has columns."""
    REDCAP = "redcap"
    """One record for each entry, with the coder's number behind the session."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RatedColumn:
    """A column of ratings; ``coder`` is None where the row tells."""

    column: str
    item: str
    coder: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """Where things stand in a sheet. ``coder_column`` is None where there is none."""

    kind: SheetLayout
    session_column: str
    coder_column: str | None
    rated: tuple[RatedColumn, ...]

    def session_and_coder(self, row_session: str, row_coder: str) -> tuple[str, str | None]:
        """Session and coder of a row; without a mark, REDCap's row is the agreed one."""
        coder = row_coder or None
        if self.kind is not SheetLayout.REDCAP:
            return row_session, coder
        match = _DOUBLE_ENTRY.fullmatch(row_session)
        if match is None:
            return row_session, coder or CONSENSUS
        return match["session"], coder or match["coder"]


def layout_of(sheet: Sheet, items: Collection[str] | None) -> Layout:
    """Find the layout.

    Parameters
    ----------
    sheet
        The sheet.
    items
        Columns of ratings, in a wide sheet without the coder's mark; None: those that hold levels.

    Raises
    ------
    ImportedDataError
        If no column names the session, or none holds ratings.
    """
    session = _named(sheet.columns, _SESSION_HEADINGS)
    coder = _named(sheet.columns, _CODER_HEADINGS)
    if session is None:
        raise refused(
            sheet.file,
            "No column names the session.",
            line=sheet.heading_line,
            fix="Call it session_id.",
        )
    wide = _wide(sheet, items) if coder is None else ()
    doubled = any(_DOUBLE_ENTRY.fullmatch(row.text(session)) for row in sheet.rows)
    by_row = SheetLayout.REDCAP if doubled else SheetLayout.LONG
    kind = SheetLayout.WIDE if wide else by_row
    taken = {session, coder}
    rated = wide or tuple(_long(sheet, items, taken))
    if not rated:
        raise refused(
            sheet.file,
            "No column holds ratings.",
            line=sheet.heading_line,
            fix="Name the columns that do.",
        )
    return Layout(kind=kind, session_column=session, coder_column=coder, rated=rated)


def looks_missing(text: str) -> bool:
    """Whether a cell's text is what people write for a value that is not there.

    Examples
    --------
    >>> looks_missing("NA"), looks_missing("-99"), looks_missing("3"), looks_missing("high")
    (True, True, False, False)
    """
    small = text.casefold()
    is_negative = small.startswith("-") and _NUMBER.fullmatch(small) is not None
    return small in MISSING_WORDS or small in MISSING_NUMBERS or is_negative


def is_number(text: str) -> bool:
    """Whether a cell holds a number."""
    return _NUMBER.fullmatch(text) is not None


def _named(columns: Sequence[str], headings: Sequence[str]) -> str | None:
    plain = {"".join(filter(str.isalnum, name.casefold())): name for name in reversed(columns)}
    return next((plain[heading] for heading in headings if heading in plain), None)


def _wide(sheet: Sheet, items: Collection[str] | None) -> tuple[RatedColumn, ...]:
    """Columns that stand there once for each coder; empty if two coders do not share a name."""
    for pattern in (_SUFFIX, _PREFIX):
        found: dict[str, list[RatedColumn]] = defaultdict(list)
        for column in sheet.columns:
            match = pattern.fullmatch(column)
            if match is None or (items is not None and match["base"].rstrip("._ ") not in items):
                continue
            coder = CONSENSUS if match["coder"].casefold() in _AGREED else match["coder"]
            item = match["base"].rstrip("._ ")
            found[item].append(RatedColumn(column=column, item=item, coder=coder))
        shared = [
            columns
            for columns in found.values()
            if len(columns) > 1
            and (items is not None or any(_holds_levels(sheet, one.column) for one in columns))
        ]
        if shared:
            return tuple(one for columns in shared for one in columns)
    return ()


def _long(
    sheet: Sheet, items: Collection[str] | None, taken: set[str | None]
) -> Iterator[RatedColumn]:
    for column in sheet.columns:
        is_rated = column in items if items is not None else _holds_levels(sheet, column)
        if is_rated and column not in taken:
            yield RatedColumn(column=column, item=column)


def _holds_levels(sheet: Sheet, column: str) -> bool:
    """Whether a column holds small whole numbers and, at most, words for what is missing."""
    if column.endswith("_complete"):
        return False
    texts = {row.text(column) for row in sheet.rows} - {""}
    levels = {text for text in texts if not looks_missing(text)}
    return bool(texts) and all(
        text.isdecimal() and text.isascii() and len(text) < 3 and int(text) <= _LARGEST_LEVEL
        for text in levels
    )
