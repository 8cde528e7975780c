"""What a program really asked of the system, recorded by strace, as operations on a disk."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from tests.trust.disk import (
    Cut,
    FolderSynced,
    Made,
    Operation,
    Removed,
    Renamed,
    Said,
    Synced,
    Written,
)

CALLS = (
    "openat,open,creat,close,dup,dup2,dup3,write,pwrite64,writev,pwritev,pwritev2,lseek,read,"
    "fsync,fdatasync,ftruncate,truncate,fallocate,sendfile,copy_file_range,"
    "unlink,unlinkat,rename,renameat,renameat2,mkdir,link,linkat,symlink"
)
IGNORED = frozenset({"mkdir"})
LONGEST = 1 << 24

_CALL = re.compile(r"(\w+)\((.*)\) += (-?\d+)")
_TEXT = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')


class NotUnderstoodError(Exception):
    """The program did something to the study that the simulation does not know."""


def has_strace() -> bool:
    """Whether system calls can be recorded here."""
    return shutil.which("strace") is not None


def recorded(command: Sequence[str], cwd: Path, trace: Path) -> list[str]:
    """Run a command under strace; lines of what it asked of the system."""
    calls = CALLS.split(",")
    calls.remove("read")
    subprocess.run(
        [
            *("strace", "-xx", "-s", str(LONGEST), "-e", f"trace={','.join(calls)}"),
            *("-e", "signal=none", "-o", str(trace), *command),
        ],
        cwd=cwd,
        check=True,
    )
    return trace.read_text(encoding="ascii").splitlines()


@dataclass(slots=True)
class Open:
    """An open file: its number and place, or the folder that it is."""

    file: int | None
    folder: str | None = None
    at: int = 0
    says: bool = False


@dataclass(slots=True)
class Reader:
    """Turns recorded calls into operations.

    Parameters
    ----------
    study
        Folder whose files count; all else is passed over.
    said
        File into which the program writes the numbers of acts that are saved.
    files
        Number of each file that there is at the beginning, by its name in the folder.
    """

    study: Path
    said: Path
    files: dict[str, int]
    opened: dict[int, Open] = field(default_factory=dict)
    sizes: dict[int, int] = field(default_factory=dict)
    made: int = 0

    def operations(self, lines: Iterable[str]) -> Iterator[Operation]:
        """Operations on the study, in order.

        Raises
        ------
        NotUnderstoodError
            If the study was changed by a call that the simulation does not know.
        """
        for line in lines:
            found = _CALL.match(line)
            if found is None or int(found[3]) < 0:
                continue
            call, arguments, result = found[1], found[2], int(found[3])
            texts = [bytes.fromhex(text.replace("\\x", "")) for text in _TEXT.findall(arguments)]
            if call in ("open", "openat", "creat"):
                yield from self._open(texts[0], arguments, result)
            elif texts and call in ("unlink", "unlinkat", "rename", "renameat", "renameat2"):
                yield from self._rename([self._name(text) for text in texts], line)
            elif texts and call in ("link", "linkat"):
                yield from self._link([self._name(text) for text in texts], line)
            elif texts and call in ("truncate", "symlink"):
                if any(self._name(text) for text in texts):
                    raise NotUnderstoodError(line)
            elif call not in IGNORED:
                yield from self._on_handle(call, arguments, texts, result)

    def _open(self, path: bytes, flags: str, handle: int) -> Iterator[Operation]:
        self.opened.pop(handle, None)
        if Path(path.decode()) == self.said:
            self.opened[handle] = Open(None, says=True)
        name = self._name(path)
        if name is None:
            return
        if "O_DIRECTORY" in flags or (self.study / name).is_dir():
            self.opened[handle] = Open(None, folder=name)
            return
        if name not in self.files:
            if "O_CREAT" not in flags:
                raise NotUnderstoodError(f"{name} was opened and had not been made")
            self.made += 1
            self.files[name] = number = 1000 + self.made
            yield Made(name, number)
        elif "O_TRUNC" in flags:
            yield Cut(self.files[name], 0)
        self.opened[handle] = Open(self.files[name])

    def _rename(self, names: Sequence[str | None], line: str) -> Iterator[Operation]:
        if all(name is None for name in names):
            return
        if len(names) == 1 and names[0] is not None:
            self.files.pop(names[0], None)
            yield Removed(names[0])
        elif len(names) == 2 and names[0] is not None and names[1] is not None:
            self.files[names[1]] = self.files.pop(names[0])
            yield Renamed(names[0], names[1])
        else:
            raise NotUnderstoodError(line)

    def _link(self, names: Sequence[str | None], line: str) -> Iterator[Operation]:
        old, new = names
        if old is None and new is None:
            return
        if old is None or new is None:
            raise NotUnderstoodError(line)
        self.files[new] = self.files[old]
        yield Made(new, self.files[old])

    def _on_handle(
        self, call: str, arguments: str, texts: Sequence[bytes], result: int
    ) -> Iterator[Operation]:
        handle = int(arguments.split(",")[2 if call == "copy_file_range" else 0])
        place = self.opened.get(handle)
        if place is None:
            return
        if call == "close":
            del self.opened[handle]
        elif place.says:
            yield from (Said(int(word)) for text in texts for word in text.split())
        elif place.folder is not None:
            if call in ("fsync", "fdatasync"):
                yield FolderSynced(place.folder)
        elif place.file is not None:
            yield from _on_file(call, arguments, texts, result, place, place.file)

    def _name(self, path: bytes) -> str | None:
        """Name in the study's folder; None if it lies elsewhere."""
        whole = PurePosixPath(path.decode())
        if not whole.is_relative_to(self.study):
            return None
        return str(whole.relative_to(self.study))


def _on_file(
    call: str, arguments: str, texts: Sequence[bytes], result: int, place: Open, file: int
) -> Iterator[Operation]:
    numbers = [int(number) for number in re.findall(r", (-?\d+)", arguments)]
    if call == "pwrite64":
        yield Written(file, numbers[-1], texts[0][:result])
    elif call == "write":
        yield Written(file, place.at, texts[0][:result])
        place.at += result
    elif call == "lseek":
        place.at = result
    elif call == "ftruncate":
        yield Cut(file, numbers[0])
    elif call in ("fsync", "fdatasync"):
        yield Synced(file)
    else:
        raise NotUnderstoodError(f"{call}({arguments[:80]})")
