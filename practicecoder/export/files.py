"""Files of a package: how each is written, and what the manifest says about it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from practicecoder.errors import ExportError
from practicecoder.export.datapackage import Json
from practicecoder.export.table import Step, Table
from practicecoder.export.writers.csv_writer import write_csv

Write = Callable[[Path, Step], None]
"""Writes a file to a place, telling how many rows are done."""

ALWAYS = "csv"
KNOWN_FORMATS = ("csv", "xlsx", "sav", "dta", "parquet")
"""What the tables can be written as; CSV is always written, as descriptor and scripts read it."""
WHOLE_FORMATS = ("xlsx", "sav", "dta")
"""Formats whose tables are held whole while they are written."""
MOST_ROWS = 1_048_575
"""Rows of a table in those: what a sheet of Excel has below its heading."""
ROW_FILES = ("sessions", "ratings_long")
"""Tables that are written in every format."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PackageFile:
    """One file; ``table`` is None for those that hold no single table."""

    name: str
    write: Write
    table: Table | None = None

    @property
    def n_rows(self) -> int:
        """Rows that are written; 1 at least, as every file takes a moment."""
        return max(1, 0 if self.table is None else len(self.table.rows))


def of_bytes(name: str, content: bytes) -> PackageFile:
    """File whose content is there."""
    return PackageFile(name=name, write=lambda path, _step: _write_bytes(path, content))


def of_text(name: str, text: str) -> PackageFile:
    """File of text, in UTF-8."""
    return of_bytes(name, text.encode("utf-8", "replace"))


def of_json(name: str, document: Mapping[str, Json]) -> PackageFile:
    """File of one JSON document."""
    text = json.dumps(document, indent=2, ensure_ascii=False, allow_nan=False)
    return of_text(name, text + "\n")


def of_table(table: Table, *, byte_order_mark: bool = False) -> PackageFile:
    """CSV file of a table."""

    def write(path: Path, step: Step) -> None:
        write_csv(table, path, step=step, byte_order_mark=byte_order_mark)

    return PackageFile(name=table.file, write=write, table=table)


def check_formats(formats: Sequence[str]) -> None:
    """Refuse formats that cannot be written.

    Raises
    ------
    ExportError
        Naming each of them, or the extra that is missing.
    """
    words = ", ".join(KNOWN_FORMATS)
    if not formats:
        raise ExportError(f"No format was named. There are {words}.")
    unknown = [name for name in formats if name not in KNOWN_FORMATS]
    if unknown:
        raise ExportError(f"There is no format {', '.join(unknown)}. There are {words}.")
    if "parquet" in formats:
        from practicecoder.export.writers.parquet_writer import check_parquet

        check_parquet()


def check_room(tables: Sequence[Table], formats: Sequence[str]) -> None:
    """Refuse tables that are too long for the formats that need them whole.

    Raises
    ------
    ExportError
        Naming the table, its rows and what can be done.
    """
    whole = [name for name in formats if name in WHOLE_FORMATS]
    for table in tables:
        if whole and table.name in ROW_FILES and len(table.rows) > MOST_ROWS:
            raise ExportError(
                f"{table.name} has {len(table.rows):,} rows, and {', '.join(whole)} take at most "
                f"{MOST_ROWS:,}. Nothing was written. Export as csv or parquet, which have no "
                "limit."
            )


def in_formats(
    tables: Sequence[Table], formats: Sequence[str], *, label: str, note: str
) -> Iterator[PackageFile]:
    """Files of the tables of rows for SPSS, Stata and Parquet.

    Parameters
    ----------
    tables
        All tables; those of ROW_FILES are written.
    formats
        Formats that are wanted.
    label
        Label of each file.
    note
        Text that each file carries where the format has room for one.
    """
    for table in tables:
        if table.name not in ROW_FILES:
            continue
        stem = f"{table.folder}/{table.name}"
        if "sav" in formats:
            yield _sav(stem, table, label, note)
        if "dta" in formats:
            yield _dta(stem, table, label)
        if "parquet" in formats:
            yield _parquet(stem, table, {"label": label, "note": note})


def digest_of(path: Path) -> str:
    """SHA-256 of a file, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _write_bytes(path: Path, content: bytes) -> None:
    path.write_bytes(content)


def _sav(stem: str, table: Table, label: str, note: str) -> PackageFile:
    def write(path: Path, step: Step) -> None:
        from practicecoder.export.writers.sav_writer import write_sav

        step(0)
        with _told(path):
            write_sav(table, path, label=label, note=note)

    return PackageFile(name=f"{stem}.sav", write=write, table=table)


def _dta(stem: str, table: Table, label: str) -> PackageFile:
    def write(path: Path, step: Step) -> None:
        from practicecoder.export.writers.dta_writer import write_dta

        step(0)
        with _told(path):
            write_dta(table, path, label=label)

    return PackageFile(name=f"{stem}.dta", write=write, table=table)


def _parquet(stem: str, table: Table, about: Mapping[str, str]) -> PackageFile:
    def write(path: Path, step: Step) -> None:
        from practicecoder.export.writers.parquet_writer import write_parquet

        write_parquet(table, path, about=about, step=step)

    return PackageFile(name=f"{stem}.parquet", write=write, table=table)


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """Turn a refusal of the library, which does not say why, into one sentence."""
    import pyreadstat

    try:
        yield
    except (pyreadstat.ReadstatError, pyreadstat.PyreadstatError) as error:
        raise ExportError(
            f"{path.name} could not be written ({error}). Nothing was left behind. Make room, "
            "choose another place, or export without it."
        ) from error
