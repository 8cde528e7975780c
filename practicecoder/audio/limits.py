"""Limits a decoding process puts on itself before it touches a file, where the system has them."""

from __future__ import annotations

import sys

MOST_MEMORY_BYTES = 1_000_000_000
MOST_CPU_SECONDS = 1_800
MOST_FILE_BYTES = 16_000_000_000
MOST_OPEN_FILES = 64
MOST_HOURS = 12


def limit_this_process() -> None:
    """Limit memory, processor time, size and number of files; no core dumps."""
    if sys.platform == "win32":
        return  # no such limits there; the parent still ends a process that stalls
    import resource

    wanted = {
        resource.RLIMIT_AS: MOST_MEMORY_BYTES,
        resource.RLIMIT_CPU: MOST_CPU_SECONDS,
        resource.RLIMIT_FSIZE: MOST_FILE_BYTES,
        resource.RLIMIT_NOFILE: MOST_OPEN_FILES,
        resource.RLIMIT_CORE: 0,
    }
    for limit, most in wanted.items():
        here = [value for value in resource.getrlimit(limit) if value != resource.RLIM_INFINITY]
        allowed = min([most, *here])
        try:
            resource.setrlimit(limit, (allowed, allowed))
        except (ValueError, OSError):
            continue  # macOS refuses some of them
