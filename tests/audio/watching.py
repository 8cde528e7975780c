"""Looks at every file of some folders again and again while something else goes on."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from types import TracebackType

PIECE_BYTES = 48
"""Long enough that no two unlike files share it by chance."""


def pieces_of(content: bytes, *, n_pieces: int = 12) -> tuple[bytes, ...]:
    """Pieces of a content that tell it from any other, spread over its length."""
    step = max(1, (len(content) - PIECE_BYTES) // n_pieces)
    starts = range(0, len(content) - PIECE_BYTES + 1, step)
    pieces = {content[at : at + PIECE_BYTES] for at in starts}
    return tuple(piece for piece in pieces if len(set(piece)) > PIECE_BYTES // 4)


def files_with(folders: Iterable[Path], pieces: Sequence[bytes]) -> list[Path]:
    """Return files in which one of the pieces stands."""
    return [path for path, content in _files(folders) if any(piece in content for piece in pieces)]


def _files(folders: Iterable[Path]) -> Iterator[tuple[Path, bytes]]:
    """Every file with its content, but for those that go while they are looked at."""
    for folder in folders:
        for place, _, names in os.walk(folder):  # which passes over folders that go meanwhile
            for path in (Path(place, name) for name in names):
                with suppress(OSError):
                    yield path, path.read_bytes()


class Watch:
    """Looks for pieces in every file of the folders as long as its block lasts.

    Attributes
    ----------
    caught
        Names of files in which a piece was seen at any time.
    seen
        Names of files that were there at any time, with the largest size seen.
    """

    def __init__(self, folders: Sequence[Path], pieces: Sequence[bytes]) -> None:
        self._folders = folders
        self._pieces = pieces
        self._is_over = threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)
        self.caught: set[str] = set()
        self.seen: dict[str, int] = {}

    def __enter__(self) -> Watch:
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._is_over.set()
        self._thread.join()

    def _look(self) -> None:
        is_over = False
        while not is_over:
            is_over = self._is_over.is_set()  # one whole look after the end
            for path, content in _files(self._folders):
                self.seen[path.name] = max(len(content), self.seen.get(path.name, 0))
                if any(piece in content for piece in self._pieces):
                    self.caught.add(path.name)
