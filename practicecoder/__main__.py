"""The start command: a study, a packet or nothing opens the window; all else is a command."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path


def main(arguments: Sequence[str] | None = None) -> int:
    """Start the program; gives the exit code."""
    # Tables here are small: threads of linear algebra gain nothing, and on a busy computer, such
    # as one that decodes a recording, they wait for each other. Counts before NumPy is loaded.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    given = list(sys.argv[1:] if arguments is None else arguments)
    if not given:
        return open_window(None)
    if len(given) == 1 and _opens_window(Path(given[0])):
        return open_window(Path(given[0]))
    from practicecoder.cli.main import main as command

    return command(given, open_window)


def _opens_window(place: Path) -> bool:
    """Whether a place is a study folder or a coding packet."""
    is_packet = place.suffix.casefold() == ".pcpacket" and place.is_file()
    return is_packet or (place / "study.db").is_file()


def open_window(study: Path | None) -> int:
    """Open the window, on a study if one is given; Qt is loaded only here."""
    from practicecoder.app import run_app

    return run_app(study)


if __name__ == "__main__":
    sys.exit(main())
