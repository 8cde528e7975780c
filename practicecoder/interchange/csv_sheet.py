"""Reads delimited text: strict about quotes, encoding and the number of cells in a row."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

from practicecoder.interchange.sheet import (
    LOOKED_AT,
    MOST_ROWS,
    Problems,
    Row,
    Sheet,
    heading_among,
    refused,
)

_SEPARATORS = (",", ";", "\t")


def read_csv(path: Path, heading: int | None = 0) -> Sheet:
    """Read delimited text in UTF-8; the heading line says which separator is used.

    ``heading`` is the line of the headings as in :func:`read_sheet`.

    Raises
    ------
    ImportedDataError
        With every row that is not sound.
    """
    text = _decoded(path)
    separator = _separator(text, heading)
    problems = Problems(path.name)
    _refuse_too_many(text, separator, path.name)
    lines = _records(text, separator, problems)
    if heading != 0:
        lines = _below_titles(lines, heading)
    first = next(lines, None)
    problems.stop_if_any()
    if first is None:
        raise refused(path.name, "The file is empty.")
    columns = _columns(first[1], first[0], problems)
    rows: list[Row] = []
    for line, cells in lines:
        if len(rows) >= MOST_ROWS:
            raise refused(path.name, f"The table has more than {MOST_ROWS} rows.")
        if len(cells) < len(columns) or any(cells[len(columns) :]):
            problems.add(f"The row has {len(cells)} cells, the heading {len(columns)}.", line=line)
            continue
        named = zip(columns, cells, strict=False)
        rows.append(Row(line=line, cells={name: cell for name, cell in named if name}))
    problems.stop_if_any()
    return Sheet(
        file=path.name,
        columns=tuple(name for name in columns if name),
        rows=tuple(rows),
        heading_line=first[0],
        decimal_comma=separator != ",",
    )


def _decoded(path: Path) -> str:
    content = path.read_bytes()
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise refused(path.name, "The file is UTF-16.", fix="Save it as CSV UTF-8.")
    if b"\x00" in content:
        line = content.count(b"\n", 0, content.index(b"\x00")) + 1
        raise refused(path.name, "The file holds NUL bytes, so it is no text.", line=line)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise refused(
            path.name, "The file is not UTF-8.", line=line, fix="Save it as CSV UTF-8."
        ) from error


def _refuse_too_many(text: str, separator: str, file: str) -> None:
    """Refuse more rows than are read before any of them takes room.

    They are counted only where there are as many lines. A broken quote is left to the reading,
    which tells where it stands.
    """
    if text.count("\n") + text.count("\r") <= MOST_ROWS:
        return
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    try:
        n_rows = sum(any(map(str.strip, cells)) for cells in reader)
    except csv.Error:
        return
    if n_rows > MOST_ROWS + LOOKED_AT:  # headings, and titles above them, are no rows
        raise refused(file, f"The table has more than {MOST_ROWS} rows.")


def _separator(text: str, heading: int | None) -> str:
    """Separator that stands most often in the heading line; the comma if none does.

    Where the heading line is not known yet, all lines at the top are asked.
    """
    top = list(islice(text.splitlines(), heading or LOOKED_AT))
    if heading is None:
        return max(_SEPARATORS, key="\n".join(top).count)
    lines = top[-1:] if heading else text.splitlines()
    first = next((line for line in lines if line.strip()), "")
    return max(_SEPARATORS, key=first.count)


def _below_titles(
    lines: Iterator[tuple[int, list[str]]], heading: int | None
) -> Iterator[tuple[int, list[str]]]:
    """Rows from the headings on."""
    top: list[tuple[int, list[str]]] = []
    for one in lines:
        top.append(one)
        if len(top) == LOOKED_AT or (heading and one[0] >= heading):
            break
    filled = {line: sum(map(bool, cells)) for line, cells in top}
    first = heading_among(filled, heading)
    yield from (one for one in top if first is not None and one[0] >= first)
    yield from lines


def _records(text: str, separator: str, problems: Problems) -> Iterator[tuple[int, list[str]]]:
    """Rows that are not blank, each with the line it begins on; ends at the first broken quote."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    while True:
        line = reader.line_num + 1
        try:
            cells = [cell.strip() for cell in next(reader)]
        except StopIteration:
            return
        except csv.Error as error:
            problems.add(
                f"The row cannot be read: {error}.", line=line, fix="Check its quotation marks."
            )
            return
        if any(cells):
            yield line, cells


def _columns(cells: Sequence[str], line: int, problems: Problems) -> tuple[str, ...]:
    """Headings; blank ones at the end, as spreadsheets leave them, are dropped."""
    columns = list(cells)
    while columns and not columns[-1]:
        columns.pop()
    if "" in columns:
        problems.add("A column has no heading.", line=line)
    problems.add_heading_faults(columns, line=line)
    return tuple(columns)
