"""Files that a person asked for: written beside their place, and named when they are complete."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from practicecoder.errors import ExportError


def write_whole(content: bytes, target: Path) -> None:
    """Write a file whole or not at all; one that is there gives way.

    A device or pipe, such as ``/dev/stdout``, gets the content and stays what it is.

    Raises
    ------
    ExportError
        If it cannot be written there; nothing is left behind.
    """
    try:
        _write(content, target)
    except OSError as error:
        raise ExportError(
            f"{target} could not be written there ({error.strerror}). Choose another place, in a "
            "folder that you may write to."
        ) from error


def _write(content: bytes, target: Path) -> None:
    if target.exists() and not target.is_file():
        target.write_bytes(content)  # refused by a folder
        return
    making = target.with_name(f".{target.name}.making")
    try:
        making.write_bytes(content)
        making.replace(target)
    except OSError:
        with suppress(OSError):
            making.unlink()
        raise
