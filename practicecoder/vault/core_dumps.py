"""Keeps keys out of what a system writes to the disk when a program crashes."""

from __future__ import annotations

import sys


def refuse_core_dumps() -> None:
    """Have this process, and those it starts, leave no image of their memory after a crash.

    Windows has no such switch: what its error reporting keeps is for the computer's managers.
    """
    if sys.platform == "win32":
        return
    import resource

    _, most = resource.getrlimit(resource.RLIMIT_CORE)
    resource.setrlimit(resource.RLIMIT_CORE, (0, most))
