"""Whether a file is one that the study issued, and the register as a table."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from practicecoder.errors import ExportError
from practicecoder.export.files import digest_of
from practicecoder.export.writers.csv_writer import cell_text
from practicecoder.services.export_register import PACKET, ExportRecord
from practicecoder.services.whole_file import write_whole

COLUMNS = (
    "at_utc",
    "by",
    "for_whom",
    "purpose",
    "formats",
    "sessions",
    "rows",
    "evidence",
    "sha256",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedFile:
    """What the register says about a file.

    ``records`` are the exports that issued these very bytes, the latest first, and none if it is
    no file of the study or was changed since. ``part`` is its name in the package; empty for a
    packet. ``same_name`` tells that a file of this name was issued, with other bytes.
    """

    name: str
    sha256: str
    records: tuple[ExportRecord, ...] = ()
    part: str = ""
    same_name: bool = False

    @property
    def is_issued(self) -> bool:
        """Whether the study issued it as it is."""
        return bool(self.records)


def checked_file(records: Sequence[ExportRecord], path: Path) -> CheckedFile:
    """Compare a file with everything on record, by its bytes alone.

    Raises
    ------
    ExportError
        If the file cannot be read.
    """
    try:
        digest = digest_of(path)
    except OSError as error:
        raise ExportError(
            f"{path.name} could not be read: {error.strerror or 'the disk refused'}."
        ) from error
    issued = tuple(record for record in records if digest in _digests(record))
    parts = [name for record in issued for name, own in record.digests.items() if own == digest]
    names = {Path(name).name for record in records for name in record.digests}
    return CheckedFile(
        name=path.name,
        sha256=digest,
        records=issued,
        part=parts[0] if parts else "",
        same_name=not issued and path.name in names,
    )


def _digests(record: ExportRecord) -> frozenset[str]:
    """Digests of all files of an export; older entries have that of the manifest alone."""
    return frozenset((record.sha256, *record.digests.values())) - {""}


def register_csv(records: Iterable[ExportRecord]) -> bytes:
    """Write the register as CSV in UTF-8 with a header, in its order; times in UTC."""
    file = io.StringIO(newline="")
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(COLUMNS)
    for one in records:
        n_rows = None if one.profile == PACKET else one.n_rows
        cells = (
            one.at.isoformat(timespec="seconds"),
            one.actor or "program",
            one.profile,
            one.purpose,
            " ".join(one.formats),
            one.n_sessions,
            n_rows,
            int(one.evidence),
            one.sha256,
        )
        writer.writerow([cell_text(cell) for cell in cells])
    return file.getvalue().encode()


def write_register(records: Iterable[ExportRecord], target: Path) -> None:
    """Write the register into a file, whole or not at all.

    Raises
    ------
    ExportError
        If the file cannot be written there.
    """
    write_whole(register_csv(records), target)
