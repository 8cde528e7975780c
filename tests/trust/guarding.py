"""Opens files with a reader in a process of its own, and tells whatever that does.

A process loads the readers once and is copied for every file, so that a crash, a hang or a flood
of memory ends the copy alone. Told are the end, the processor's time, the memory, every file that
was written outside the reader's own folder, and every call at traps that wait for network.
"""

from __future__ import annotations

import contextlib
import json
import os
import resource
import select
import shutil
import signal
import socket
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any, Self

from practicecoder.errors import PracticeCoderError

Reader = Callable[[Path, Path], object]
"""Opens a file; may write into the folder that is given as second."""

HANGS_AFTER_S = 60.0
"""On the clock, which goes on while others use the processor."""
MOST_MEMORY_BYTES = 8_000_000_000
_BEGINS_PROGRAMS = frozenset({"subprocess.Popen", "os.system", "os.exec", "os.posix_spawn"})
_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What opening a file came to.

    ``end`` is "read", "refused", "failed" (an error that is none of the program's), "crashed" or
    "hung"; ``said`` is the sentence of a refusal, or the error. ``cpu_s`` and ``memory_mb`` are
    what the reader used on top of the program itself, with the processes that it began.
    ``strays`` are files outside the reader's folder; ``calls`` those at the traps.
    """

    end: str
    said: str = ""
    cpu_s: float = 0.0
    memory_mb: float = 0.0
    sockets: int = 0
    programs: int = 0
    strays: tuple[str, ...] = ()
    calls: int = 0

    @property
    def is_safe(self) -> bool:
        """Whether it ended as it should, and touched nothing that is not its own."""
        ended = self.end == "read" or (self.end == "refused" and bool(self.said.strip()))
        return ended and not (self.strays or self.calls or self.sockets or self.programs)


class Traps:
    """A port of this computer where nobody is expected to call; hostile files name it."""

    def __init__(self) -> None:
        self._calls = socket.create_server(("127.0.0.1", 0), backlog=64)
        self.port = int(self._calls.getsockname()[1])
        self._packets = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self._packets.bind(("127.0.0.1", self.port))
        self.can_spring = self._reached()
        """False where this computer cannot even call itself, so that no call can get anywhere."""

    def _reached(self) -> bool:
        try:
            socket.create_connection(("127.0.0.1", self.port), timeout=5).close()
        except OSError:
            return False
        return self.sprung() > 0

    def sprung(self) -> int:
        """Number of calls since the last look."""
        n = 0
        while ready := select.select([self._calls, self._packets], [], [], 0)[0]:
            for one in ready:
                if one is self._calls:
                    one.accept()[0].close()
                else:
                    one.recv(1 << 16)
                n += 1
        return n

    def close(self) -> None:
        """Give the port back."""
        self._calls.close()
        self._packets.close()


class Guard:
    """A tree of folders that is watched, traps, and copies of this process that open files.

    Parameters
    ----------
    tree
        An empty folder: home, temporary files and the hostile files themselves lie in it.
    readers
        By the names that :meth:`opened` takes.
    """

    def __init__(self, tree: Path, readers: Mapping[str, Reader]) -> None:
        self._readers = readers
        self._tree = tree
        self._work, self._own_temporary = tree / "study", tree / "tmp"
        self.files = tree / "files"
        """Where hostile files are laid."""
        for folder in (self._work, self._own_temporary, self.files, tree / "home"):
            folder.mkdir()
        self.traps = Traps()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.traps.close()

    def opened(self, reader: str, file: Path, *, hangs_after_s: float = HANGS_AFTER_S) -> Told:
        """Open a file, and tell what that came to; the reader's own folder is then emptied."""
        before = self._around()
        self.traps.sprung()
        told = self._in_a_copy(reader, file, hangs_after_s)
        strays = {file.relative_to(self._tree).as_posix() for file, *_ in self._around() - before}
        for inner in self._work.iterdir():
            shutil.rmtree(inner) if inner.is_dir() else inner.unlink()
        strays.update(told.strays)
        return replace(told, strays=tuple(sorted(strays)), calls=self.traps.sprung())

    def _around(self) -> set[tuple[Path, int, int]]:
        """Every file outside the reader's folder, with its size and its last change."""
        found = (file for file in self._tree.rglob("*") if not file.is_relative_to(self._work))
        return {
            (file, state.st_size, state.st_mtime_ns)
            for file in found
            if not file.is_dir() and (state := file.lstat())
        }

    def _in_a_copy(self, reader: str, file: Path, hangs_after_s: float) -> Told:
        reading, writing = os.pipe()
        copy = os.fork()
        if copy == 0:
            os.close(reading)
            self._be_a_copy(reader, file, writing)
        os.close(writing)
        with os.fdopen(reading, "rb") as pipe:
            told = _until_its_end(pipe.fileno(), hangs_after_s)
        if told is None:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(copy, signal.SIGKILL)
        _, status = os.waitpid(copy, 0)
        if told is None:
            return Told(end="hung", said=f"{hangs_after_s:g} s")
        if not told:
            return Told(end="crashed", said=f"status {status}")
        values: dict[str, Any] = json.loads(told)
        return Told(**{**values, "strays": tuple(values["strays"])})

    def _be_a_copy(self, reader: str, file: Path, writing: int) -> None:
        """Open the file and end; what follows in this process is never done."""
        try:
            os.setpgid(0, 0)
            os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
            resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY_BYTES, MOST_MEMORY_BYTES))
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
            for name in ("HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME"):
                os.environ[name] = str(self._tree / "home")
            tempfile.tempdir = os.environ["TMPDIR"] = str(self._own_temporary)
            os.chdir(self._work)
            # Modules loaded late would be cached beside their source: the interpreter's own
            # writing, which says nothing of the reader.
            sys.dont_write_bytecode = True
            told = self._told(reader, file)
            os.write(writing, json.dumps(asdict(told)).encode())
        finally:
            os._exit(0)

    def _told(self, reader: str, file: Path) -> Told:
        watch = _Watch(self._tree)
        sys.addaudithook(watch.see)
        begun, peak = _cpu_s(), _peak_mb(resource.RUSAGE_SELF)
        try:
            self._readers[reader](file, self._work)
            end, said = "read", ""
        except PracticeCoderError as error:
            end, said = "refused", error.user_message
        except Exception as error:  # noqa: BLE001 -- whatever it is, it is what is told
            end, said = "failed", f"{type(error).__name__}: {error}"
        watch.is_over = True
        return Told(
            end=end,
            said=said[:500],
            cpu_s=round(_cpu_s() - begun, 2),
            memory_mb=round(
                max(
                    _peak_mb(resource.RUSAGE_SELF) - peak,
                    _peak_mb(resource.RUSAGE_CHILDREN),
                )
            ),
            sockets=watch.sockets,
            programs=watch.programs,
            strays=tuple(watch.strays),
        )


class _Watch:
    """Counts what a reader must not do, as Python itself reports it."""

    def __init__(self, tree: Path) -> None:
        self._tree = f"{tree}{os.sep}"
        self.sockets = self.programs = 0
        self.strays: set[str] = set()
        self.is_over = False

    def see(self, event: str, arguments: tuple[Any, ...]) -> None:
        """Take note of an event."""
        if self.is_over:
            return
        if event == "socket.__new__":
            self.sockets += 1
        elif event in _BEGINS_PROGRAMS and arguments[0] != sys.executable:
            self.programs += 1
        elif event == "open" and (arguments[2] or 0) & _WRITES and isinstance(arguments[0], str):
            path = os.path.abspath(arguments[0])  # noqa: PTH100 -- no Path is made in a hook
            if not path.startswith((self._tree, "/dev/")):
                self.strays.add(path)


def _until_its_end(pipe: int, limit_s: float) -> bytes | None:
    """What a copy wrote until it ended; None if it did not end in time."""
    until = time.monotonic() + limit_s
    parts: list[bytes] = []
    while select.select([pipe], [], [], max(0.0, until - time.monotonic()))[0]:
        part = os.read(pipe, 1 << 16)
        if not part:
            return b"".join(parts)
        parts.append(part)
    return None


def _cpu_s() -> float:
    used = [resource.getrusage(w) for w in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


def _peak_mb(whose: int) -> float:
    unit = 1 << 20 if sys.platform == "darwin" else 1 << 10
    return resource.getrusage(whose).ru_maxrss * unit / 1e6
