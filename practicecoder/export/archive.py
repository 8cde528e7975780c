"""One zip of a whole package: the same bytes for the same files, whenever it is made."""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Sequence
from pathlib import Path

from practicecoder.export.table import Step

_FIXED_TIME = (1980, 1, 1, 0, 0, 0)
"""Time of every member: the first that a zip can tell."""
_READABLE = 0o100644 << 16
_LEVEL = 6


def write_archive(
    folder: Path, names: Sequence[str], path: Path, *, step: Step | None = None
) -> None:
    """Write files of a folder into a zip, in their order.

    Parameters
    ----------
    folder
        Where the files are.
    names
        Their paths inside the folder, which they keep in the zip.
    path
        Where the zip goes.
    step
        Called with the number of files that are in it; may raise to stop.
    """
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=_LEVEL) as archive:
        for number, name in enumerate(names):
            if step is not None:
                step(number)
            member = zipfile.ZipInfo(name, _FIXED_TIME)
            member.compress_type = zipfile.ZIP_DEFLATED
            member.external_attr = _READABLE
            member.file_size = (folder / name).stat().st_size
            with (folder / name).open("rb") as source, archive.open(member, "w") as target:
                shutil.copyfileobj(source, target, 1 << 20)
