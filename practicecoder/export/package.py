"""Writes an analysis package: one self-explaining folder, complete or not there at all."""

from __future__ import annotations

import hashlib
import json
import shutil
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from practicecoder.errors import ExportError
from practicecoder.export.data import PackageData
from practicecoder.export.datapackage import Json, datapackage
from practicecoder.export.dictionary import data_dictionary
from practicecoder.export.readme import MADE_UP, readme
from practicecoder.export.table import Table
from practicecoder.export.tables import all_tables
from practicecoder.export.writers.csv_writer import csv_bytes

Progress = Callable[[float, str], None]

FORMAT = "practicecoder.package/1"
FORMATS = ("csv",)
KNOWN_FORMATS = ("csv", "xlsx", "sav", "dta", "parquet")


@dataclass(frozen=True, slots=True, kw_only=True)
class PreparedPackage:
    """A complete package in a hidden folder beside its target, not yet in its place.

    ``files`` are paths inside the package, in the order in which the manifest lists them.
    """

    making: Path
    target: Path
    files: tuple[str, ...]
    manifest_digest: str

    def publish(self) -> tuple[Path, ...]:
        """Move the package to its place and give its files.

        Raises
        ------
        ExportError
            If the place was taken meanwhile or the disk refuses.
        """
        check_target(self.target)
        try:
            if self.target.is_dir():
                self.target.rmdir()
            self.making.rename(self.target)
        except OSError as error:
            self.discard()
            raise _not_written(error) from error
        return tuple(self.target / name for name in self.files)

    def discard(self) -> None:
        """Remove what was prepared."""
        shutil.rmtree(self.making, ignore_errors=True)


def write_package(
    data: PackageData,
    target: Path,
    *,
    formats: Sequence[str] = FORMATS,
    progress: Progress | None = None,
) -> tuple[Path, ...]:
    """Write a package into a new or empty folder; returns its files.

    Parameters
    ----------
    data
        What the package holds.
    target
        The folder. It gets its name only when everything is in it.
    formats
        Formats of the tables; this version writes ``csv``.
    progress
        Called with the share done, from 0 to 1, and what is being done.

    Raises
    ------
    ExportError
        If the folder is not empty, a format is not offered, or the disk refuses; nothing is left
        behind then.
    """
    return prepare_package(data, target, formats=formats, progress=progress).publish()


def prepare_package(
    data: PackageData,
    target: Path,
    *,
    formats: Sequence[str] = FORMATS,
    progress: Progress | None = None,
) -> PreparedPackage:
    """Write a package beside its target; see :func:`write_package`."""
    check_formats(formats)
    target = target.absolute()
    check_target(target)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        making = Path(tempfile.mkdtemp(prefix=f".{target.name}-", dir=target.parent))
    except OSError as error:
        raise _not_written(error) from error
    try:
        contents = _contents(data, formats, progress)
        for number, (name, content) in enumerate(contents.items()):
            if progress is not None:
                progress(0.5 + 0.5 * number / len(contents), f"writing {name}")
            path = making / name
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(content)
        making.chmod(0o755)
    except OSError as error:
        shutil.rmtree(making, ignore_errors=True)
        raise _not_written(error) from error
    except BaseException:
        shutil.rmtree(making, ignore_errors=True)
        raise
    return PreparedPackage(
        making=making,
        target=target,
        files=tuple(contents),
        manifest_digest=_digest(contents["manifest.json"]),
    )


def check_formats(formats: Sequence[str]) -> None:
    """Refuse formats that this version does not write.

    Raises
    ------
    ExportError
        Naming each of them.
    """
    if not formats:
        raise ExportError("No format was named. This version writes csv.")
    unknown = [name for name in formats if name not in KNOWN_FORMATS]
    if unknown:
        raise ExportError(
            f"There is no format {', '.join(unknown)}. This version writes {', '.join(FORMATS)}."
        )
    later = [name for name in formats if name not in FORMATS]
    if later:
        raise ExportError(
            f"The formats {', '.join(later)} are not offered by this version. It writes "
            f"{', '.join(FORMATS)}, which SPSS, Stata, R and Excel read. Nothing was written."
        )


def check_target(target: Path) -> None:
    """Refuse a place that is taken.

    Raises
    ------
    ExportError
        If there is a file, or a folder that is not empty.
    """
    try:
        taken = target.exists() and (not target.is_dir() or any(target.iterdir()))
    except OSError as error:
        raise _not_written(error) from error
    if taken:
        raise ExportError(
            f"{target} already exists and is not an empty folder. Nothing was written. "
            "Choose a new or empty folder."
        )


def _contents(
    data: PackageData, formats: Sequence[str], progress: Progress | None
) -> dict[str, bytes]:
    """Every file of the package by its path."""
    if progress is not None:
        progress(0.0, "building tables")
    tables = all_tables(data)
    dictionary = data_dictionary(tables, data.codebook)
    files = {"README.txt": (readme(data, tables) + "\n").encode()}
    shapes: dict[str, Table] = {}
    for table in tables:
        files[table.file] = csv_bytes(table)
        shapes[table.file] = table
    files["docs/data_dictionary.csv"] = csv_bytes(dictionary)
    shapes["docs/data_dictionary.csv"] = dictionary
    files["docs/codebook.toml"] = data.codebook.text.encode()
    files["datapackage.json"] = _json(datapackage(data, tables))
    files["manifest.json"] = _json(_manifest(data, formats, files, shapes))
    return files


def _manifest(
    data: PackageData,
    formats: Sequence[str],
    files: Mapping[str, bytes],
    shapes: Mapping[str, Table],
) -> dict[str, Json]:
    book = data.codebook
    listed: list[Json] = []
    for name, content in files.items():
        entry: dict[str, Json] = {
            "path": name,
            "sha256": _digest(content),
            "bytes": len(content),
        }
        if name in shapes:
            entry["rows"] = len(shapes[name].rows)
            entry["columns"] = [column.name for column in shapes[name].columns]
        listed.append(entry)
    manifest: dict[str, Json] = {
        "format": FORMAT,
        "made_up": data.made_up,
        "notice": MADE_UP if data.made_up else "",
        "made_at": data.made_at.isoformat().replace("+00:00", "Z"),
        "study": {"id": data.study_id, "title": data.study_title},
        "codebook": {
            "id": book.codebook_id,
            "version": book.version,
            "status": book.status.value,
            "digest": book.digest,
        },
        "profile": "team",
        "formats": list(formats),
        "filters": {
            "codings": "locked; training codings are left out",
            "withdrawn_sessions_left_out": data.n_withdrawn,
            "evidence": data.evidence is not None,
        },
        "basis_of_several": data.several.value,
        "seed": data.seed,
        "versions": dict(data.versions),
        "files": listed,
    }
    return manifest


def _json(document: Mapping[str, Json]) -> bytes:
    text = json.dumps(document, indent=2, ensure_ascii=False, allow_nan=False)
    return (text + "\n").encode()


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _not_written(error: OSError) -> ExportError:
    return ExportError(
        f"The package was not written: {error.strerror or 'the disk refused'}. Nothing was left "
        "behind. Make room or choose another place."
    )
