"""Small files that are on the disk, whole, before anything relies on them."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path


def make_durable(path: Path) -> None:
    """Have a file's content, or a folder's list of names, reach the disk."""
    if path.is_dir() and os.name == "nt":
        return  # Windows cannot open folders, and writes their names by itself
    handle = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def write_durably(path: Path, content: bytes) -> None:
    """Put a file in place of another at once; only its owner may read it.

    Whenever this is interrupted, the name bears the old content or the new one.
    """
    handle, name = tempfile.mkstemp(prefix=f".{path.name}-", dir=path.parent)
    making = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        making.replace(path)
    except BaseException:
        making.unlink(missing_ok=True)
        raise
    make_durable(path.parent)


def write_over_durably(path: Path, content: bytes) -> None:
    """Like :func:`write_durably`, and write over the blocks that held the old content.

    Windows does not replace a file that is open, so that the old blocks stay until the file
    system uses them again; so do blocks that a solid-state disk has set aside.
    """
    if os.name == "nt" or not path.exists():
        write_durably(path, content)
        return
    with path.open("r+b") as old:
        write_durably(path, content)
        old.write(bytes(os.fstat(old.fileno()).st_size))
        old.flush()
        os.fsync(old.fileno())
