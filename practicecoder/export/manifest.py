"""The manifest: every file with its digest, and what the package was made from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from practicecoder.export.data import PackageData, Profile
from practicecoder.export.datapackage import Json
from practicecoder.export.files import PackageFile, digest_of
from practicecoder.export.readme import MADE_UP

FORMAT = "practicecoder.package/1"
MANIFEST = "manifest.json"


def manifest(
    data: PackageData, formats: Sequence[str], folder: Path, files: Iterable[PackageFile]
) -> dict[str, Json]:
    """Content of ``manifest.json`` for files that are written in a folder.

    Outside the study nothing is told that would lead back to it: no id, no seed, no counts of
    single sessions.
    """
    book = data.codebook
    document: dict[str, Json] = {
        "format": FORMAT,
        "made_up": data.made_up,
        "notice": MADE_UP if data.made_up else "",
        "made_at": data.made_at.isoformat().replace("+00:00", "Z"),
        "study": {"title": data.study_title},
        "codebook": {
            "id": book.codebook_id,
            "version": book.version,
            "status": book.status.value,
            "digest": book.digest,
        },
        "profile": data.profile.value,
        "purpose": data.purpose,
        "formats": list(formats),
        "basis_of_several": data.several.value,
        "versions": dict(data.versions),
        "files": [_entry(folder, file) for file in files],
    }
    if data.profile is Profile.TEAM:
        document["study"] = {"id": data.study_id, "title": data.study_title}
        document["seed"] = data.seed
        document["filters"] = {
            "codings": "locked; training codings are left out",
            "withdrawn_sessions_left_out": data.n_withdrawn,
            "evidence": data.evidence is not None,
            "exact_dates": data.exact_dates,
        }
        document["history_heads"] = {"study": data.study_head, "codings": list(data.heads)}
    return document


def _entry(folder: Path, file: PackageFile) -> dict[str, Json]:
    path = folder / file.name
    entry: dict[str, Json] = {
        "path": file.name,
        "sha256": digest_of(path),
        "bytes": path.stat().st_size,
    }
    if file.table is not None:
        entry["rows"] = len(file.table.rows)
        entry["columns"] = [column.name for column in file.table.columns]
    return entry
