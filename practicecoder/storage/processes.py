"""Whether a process of this computer runs, and since when."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

if sys.platform == "win32":
    import ctypes

    def is_running(pid: int) -> bool:
        """Whether a process of that number runs; True if that cannot be found out."""
        return bool(started_at(pid))

    def started_at(pid: int) -> str:
        """When the process began, in the system's own terms; empty if there is none."""
        query_limited_information = 0x1000
        kernel = ctypes.windll.kernel32
        handle = kernel.OpenProcess(query_limited_information, False, pid)
        if not handle:
            return ""
        times = (ctypes.c_ulonglong * 4)()
        begun, ended = ctypes.byref(times, 0), ctypes.byref(times, 8)
        kernel.GetProcessTimes(
            handle, begun, ended, ctypes.byref(times, 16), ctypes.byref(times, 24)
        )
        kernel.CloseHandle(handle)
        return "" if times[1] else str(times[0])

else:

    def is_running(pid: int) -> bool:
        """Whether a process of that number runs; True if that cannot be found out."""
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            return False
        except OSError:
            return True
        return True

    if sys.platform == "linux":

        def started_at(pid: int) -> str:
            """When the process began, in the system's own terms; empty if there is none."""
            try:
                boot = Path("/proc/sys/kernel/random/boot_id").read_text().strip()
                line = Path(f"/proc/{pid}/stat").read_text()
            except OSError:
                return ""
            after_name = line.rpartition(")")[2].split()
            return f"{boot}/{after_name[19]}"

    else:

        def started_at(pid: int) -> str:
            """When the process began, in the system's own terms; empty if there is none."""
            listed = subprocess.run(
                ["ps", "-o", "lstart=", "-p", str(pid)],
                capture_output=True,
                text=True,
                check=False,
                env={**os.environ, "LC_ALL": "C"},
                timeout=10,
            )
            return listed.stdout.strip()
