"""Files that a person asked for: written beside their place, and named when they are complete."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from practicecoder.errors import ExportError


def write_whole(content: bytes, target: Path) -> None:
    """Write a file whole or not at all; one that is there gives way.

    Raises
    ------
    ExportError
        If it cannot be written there; nothing is left behind.
    """
    making = target.with_name(f".{target.name}.making")
    try:
        making.write_bytes(content)
        making.replace(target)
    except OSError as error:
        with suppress(OSError):
            making.unlink()
        raise ExportError(
            f"{target} could not be written there ({error.strerror}). Choose another place, in a "
            "folder that you may write to."
        ) from error
