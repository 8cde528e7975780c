"""Reads a table from CSV, Excel, SPSS or Parquet into one form, within stated limits."""

from __future__ import annotations

from pathlib import Path

from practicecoder.interchange.sheet import MOST_BYTES, Sheet, refused

SUFFIXES = (".csv", ".tsv", ".txt", ".xlsx", ".sav", ".parquet")

_SIGNATURES = (
    (b"PK\x03\x04", "an Excel workbook or another zip file", ".xlsx"),
    (b"\xd0\xcf\x11\xe0", "an old or an encrypted Excel workbook", ""),
    (b"$FL2", "an SPSS file", ".sav"),
    (b"$FL3", "an SPSS file", ".sav"),
    (b"PAR1", "a Parquet file", ".parquet"),
    (b"%PDF", "a PDF", ""),
)


def read_sheet(path: Path, *, heading: int | None = 0) -> Sheet:
    """Read a table; the suffix says how, the content must agree.

    Parameters
    ----------
    path
        The file.
    heading
        Line of the headings, from 1; titles above it are passed over. 0: the first line that is
        not blank. None: the first that is about as full as those below it. Files of SPSS and
        Parquet have none.

    Raises
    ------
    ImportedDataError
        If the file cannot be read as a table, with every problem that was found.
    """
    suffix = path.suffix.lower()
    if suffix not in SUFFIXES:
        raise refused(
            path.name, "This kind of file is not read.", fix=f"Use one of {', '.join(SUFFIXES)}."
        )
    _check_content(path, suffix)
    if suffix == ".xlsx":
        from practicecoder.interchange.xlsx_sheet import read_xlsx

        return read_xlsx(path, heading)
    if suffix == ".sav":
        from practicecoder.interchange.sav_sheet import read_sav

        return read_sav(path)
    if suffix == ".parquet":
        from practicecoder.interchange.parquet_sheet import read_parquet

        return read_parquet(path)
    from practicecoder.interchange.csv_sheet import read_csv

    return read_csv(path, heading)


def _check_content(path: Path, suffix: str) -> None:
    """Refuse a file that is missing, empty, too large, or of another kind than its suffix says."""
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            head = file.read(8)
    except OSError as error:
        raise refused(path.name, f"The file cannot be read: {error.strerror}.") from error
    if size > MOST_BYTES:
        raise refused(path.name, f"The file is larger than {MOST_BYTES // 1_000_000} MB.")
    if not head:
        raise refused(path.name, "The file is empty.")
    kind = next((entry for entry in _SIGNATURES if head.startswith(entry[0])), None)
    is_text = suffix in (".csv", ".tsv", ".txt")
    if kind is not None and kind[2] != suffix:
        fix = f"Give it the ending {kind[2]}." if kind[2] else "Save it as CSV or .xlsx."
        raise refused(path.name, f"This is {kind[1]}, not a {suffix} file.", fix=fix)
    if kind is None and not is_text:
        raise refused(path.name, f"This is not a {suffix} file; it may be damaged.")
