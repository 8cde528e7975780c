"""Writes an analysis package: one self-explaining folder, complete or not there at all."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from practicecoder.errors import ExportError
from practicecoder.export.analysis.results import AnalysisResults
from practicecoder.export.archive import write_archive
from practicecoder.export.contents import outside_files, package_files
from practicecoder.export.data import PackageData, Profile
from practicecoder.export.files import (
    ALWAYS,
    KNOWN_FORMATS,
    PackageFile,
    check_formats,
    digest_of,
    of_json,
)
from practicecoder.export.manifest import MANIFEST, manifest
from practicecoder.export.self_check import check_outside

Progress = Callable[[float, str], None]

FORMATS = (ALWAYS,)
"""Formats of a package unless others are asked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PreparedPackage:
    """A complete package in a hidden folder beside its target, not yet in its place.

    ``files`` are paths inside the package, in the order in which the manifest lists them;
    ``rows`` counts those of each table, ``digests`` are the SHA-256 of each file, that of the zip
    by its own name among them. ``archive`` is the zip of all of it, not yet in its place; None if
    none was asked for.
    """

    making: Path
    target: Path
    files: tuple[str, ...]
    rows: Mapping[str, int]
    manifest_digest: str
    digests: Mapping[str, str]
    archive: Path | None = None

    @property
    def archive_target(self) -> Path:
        """Place of the zip, beside the folder."""
        return archive_of(self.target)

    def publish(self) -> tuple[Path, ...]:
        """Move the package to its place and give its files.

        Raises
        ------
        ExportError
            If the place was taken meanwhile or the disk refuses.
        """
        check_target(self.target, with_archive=self.archive is not None)
        try:
            if self.archive is not None:
                self.archive.rename(self.archive_target)
            if self.target.is_dir():
                self.target.rmdir()
            self.making.rename(self.target)
        except OSError as error:
            self.discard()
            if self.archive is not None:
                self.archive_target.unlink(missing_ok=True)
            raise _not_written(error) from error
        files = tuple(self.target / name for name in self.files)
        return files if self.archive is None else (*files, self.archive_target)

    def discard(self) -> None:
        """Remove what was prepared."""
        shutil.rmtree(self.making, ignore_errors=True)
        if self.archive is not None:
            self.archive.unlink(missing_ok=True)


def archive_of(target: Path) -> Path:
    """Place of the zip of a package: beside its folder, with the folder's name."""
    return target.with_name(f"{target.name}.zip")


def write_package(
    data: PackageData,
    target: Path,
    *,
    formats: Sequence[str] = FORMATS,
    results: AnalysisResults | None = None,
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
        Formats of the tables; CSV is always among them.
    results
        What was computed from the tables; None leaves the analysis out.
    progress
        Called with the share done, from 0 to 1, and what is being done.

    Raises
    ------
    ExportError
        If the folder is not empty, a format is not offered, or the disk refuses; nothing is left
        behind then.
    """
    return prepare_package(
        data, target, formats=formats, results=results, progress=progress
    ).publish()


def prepare_package(
    data: PackageData,
    target: Path,
    *,
    formats: Sequence[str] = FORMATS,
    results: AnalysisResults | None = None,
    progress: Progress | None = None,
    archive: bool = False,
) -> PreparedPackage:
    """Write a package beside its target, and a zip of it if asked; see :func:`write_package`."""
    check_formats(formats)
    target = target.absolute()
    check_target(target, with_archive=archive)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        making = Path(tempfile.mkdtemp(prefix=f".{target.name}-", dir=target.parent))
    except OSError as error:
        raise _not_written(error) from error
    try:
        if progress is not None:
            progress(0.0, "building tables")
        wanted = (ALWAYS, *(name for name in KNOWN_FORMATS if name in formats and name != ALWAYS))
        files = _files(data, wanted, results)
        _write(making, files, progress)
        last = of_json(MANIFEST, manifest(data, wanted, making, files))
        _write(making, [last], None)
        if data.profile is Profile.OUTSIDE:
            check_outside(making, data)
        making.chmod(0o755)
        names = (*(file.name for file in files), MANIFEST)
        digests = {name: digest_of(making / name) for name in names}
        if archive:
            _zip(making, names, progress)
            digests[archive_of(target).name] = digest_of(archive_of(making))
    except OSError as error:
        _clear(making)
        raise _not_written(error) from error
    except BaseException:
        _clear(making)
        raise
    return PreparedPackage(
        making=making,
        target=target,
        files=names,
        digests=digests,
        archive=archive_of(making) if archive else None,
        rows={f.table.name: len(f.table.rows) for f in files if f.table is not None},
        manifest_digest=digests[MANIFEST],
    )


def _files(
    data: PackageData, formats: Sequence[str], results: AnalysisResults | None
) -> tuple[PackageFile, ...]:
    if data.profile is Profile.TEAM:
        return package_files(data, formats, results)
    if results is None:
        raise ValueError("a package for outside is made of results")
    return outside_files(data, formats, results)


def _write(making: Path, files: Sequence[PackageFile], progress: Progress | None) -> None:
    """Write files one after another; progress goes by rows, and may raise to stop."""
    total = sum(file.n_rows for file in files)
    done = 0
    for file in files:
        words, before = f"writing {file.name}", done

        def step(n_rows: int, words: str = words, before: int = before) -> None:
            if progress is not None:
                progress((before + n_rows) / total, words)

        step(0)
        path = making / file.name
        path.parent.mkdir(exist_ok=True)
        file.write(path, step)
        done += file.n_rows


def _zip(making: Path, names: Sequence[str], progress: Progress | None) -> None:
    def step(_n_files: int) -> None:
        if progress is not None:
            progress(1.0, "writing the zip")

    write_archive(making, names, archive_of(making), step=step)


def _clear(making: Path) -> None:
    shutil.rmtree(making, ignore_errors=True)
    archive_of(making).unlink(missing_ok=True)


def check_target(target: Path, *, with_archive: bool = False) -> None:
    """Refuse a place that is taken.

    Raises
    ------
    ExportError
        If there is a file, or a folder that is not empty, or a zip where one is to be.
    """
    if with_archive and archive_of(target).exists():
        raise ExportError(
            f"{archive_of(target)} already exists. Nothing was written. Choose another folder, "
            "as the zip is put beside it."
        )
    try:
        taken = target.exists() and (not target.is_dir() or any(target.iterdir()))
    except OSError as error:
        raise _not_written(error) from error
    if taken:
        raise ExportError(
            f"{target} already exists and is not an empty folder. Nothing was written. "
            "Choose a new or empty folder."
        )


def _not_written(error: OSError) -> ExportError:
    return ExportError(
        f"The package was not written: {error.strerror or 'the disk refused'}. Nothing was left "
        "behind. Make room or choose another place."
    )
