"""Limits a decoding process puts on itself before it touches a file, where the system has them."""

from __future__ import annotations

import sys
from collections.abc import Mapping

MOST_MEMORY_BYTES = 1_000_000_000
MOST_CPU_SECONDS = 1_800
MOST_FILE_BYTES = 16_000_000_000
MOST_OPEN_FILES = 64
MOST_HOURS = 12


def limit_this_process() -> None:
    """Limit memory, processor time, size and number of files; no core dumps."""
    _limit(
        {
            "RLIMIT_AS": MOST_MEMORY_BYTES,
            "RLIMIT_CPU": MOST_CPU_SECONDS,
            "RLIMIT_FSIZE": MOST_FILE_BYTES,
            "RLIMIT_NOFILE": MOST_OPEN_FILES,
        }
    )
    forbid_core_dumps()


def forbid_core_dumps() -> None:
    """Let no crash of this process write its memory, sound and keys, to a disk."""
    _limit({"RLIMIT_CORE": 0})


def _limit(wanted: Mapping[str, int]) -> None:
    if sys.platform == "win32":
        return  # no such limits there; the parent still ends a process that stalls
    import resource

    for name, most in wanted.items():
        limit: int = getattr(resource, name)
        here = [value for value in resource.getrlimit(limit) if value != resource.RLIM_INFINITY]
        allowed = min([most, *here])
        try:
            resource.setrlimit(limit, (allowed, allowed))
        except (ValueError, OSError):
            continue  # macOS refuses some of them
