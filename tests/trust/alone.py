"""Proofs in a process of their own: ``python -m tests.trust.alone NAME[,NAME] SIZE FILE``."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from tests.trust.frame import Size, prove


def main(arguments: list[str]) -> int:
    """Do the proofs that are named, and write what they came to into the file."""
    names, size, told = arguments
    proofs = [prove(name, Size(size)).as_json() for name in names.split(",")]
    Path(told).write_text(json.dumps(proofs), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
