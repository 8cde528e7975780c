"""One proof in a process of its own: ``python -m tests.trust.alone NAME SIZE FILE``."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from tests.trust.frame import Size, prove


def main(arguments: list[str]) -> int:
    """Do the proof that is named, and write what it came to into the file."""
    name, size, told = arguments
    proof = prove(name, Size(size))
    Path(told).write_text(json.dumps(proof.as_json()), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
