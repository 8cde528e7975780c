"""A disk whose power can fail: what reached it for certain, and what may or may not have."""

from __future__ import annotations

import itertools
import random
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import PurePosixPath

SECTOR = 512


@dataclass(frozen=True, slots=True)
class Made:
    """A file got a name."""

    name: str
    file: int


@dataclass(frozen=True, slots=True)
class Removed:
    """A name was taken away."""

    name: str


@dataclass(frozen=True, slots=True)
class Renamed:
    """A file got another name, in place of whatever had it."""

    old: str
    name: str


@dataclass(frozen=True, slots=True)
class Written:
    """Bytes were written into a file."""

    file: int
    at: int
    content: bytes


@dataclass(frozen=True, slots=True)
class Cut:
    """A file was made shorter or longer."""

    file: int
    size: int


@dataclass(frozen=True, slots=True)
class Synced:
    """A file's content was made to reach the disk."""

    file: int


@dataclass(frozen=True, slots=True)
class FolderSynced:
    """A folder's names were made to reach the disk."""

    folder: str


@dataclass(frozen=True, slots=True)
class Said:
    """The program said that the act with this number is saved."""

    number: int


NameChange = Made | Removed | Renamed
ContentChange = Written | Cut
Operation = NameChange | ContentChange | Synced | FolderSynced | Said


class Fate(StrEnum):
    """What became of everything that had not reached the disk for certain."""

    LOST = "all of it lost"
    KEPT = "all of it kept"
    IN_ORDER = "kept up to some moment"
    REORDERED = "kept here and there"
    TORN = "kept here and there in pieces of 512 bytes"


@dataclass(slots=True)
class Disk:
    """Durable contents and names, and what is pending.

    Parameters
    ----------
    contents
        Content of each file by its number.
    names
        File of each name; names are relative to the study's folder.
    """

    contents: dict[int, bytes]
    names: dict[str, int]
    pending: dict[int, list[ContentChange]] = field(default_factory=lambda: defaultdict(list))
    pending_names: dict[str, list[NameChange]] = field(default_factory=lambda: defaultdict(list))
    said: list[int] = field(default_factory=list)

    def take(self, operation: Operation) -> None:
        """Do what a program did."""
        match operation:
            case Made(name) | Removed(name) | Renamed(_, name):
                self.pending_names[folder_of(name)].append(operation)
            case Written(file) | Cut(file):
                self.pending[file].append(operation)
            case Synced(file):
                content = self._with(file, self.pending.pop(file, []), b"\0")
                self.contents[file] = bytes(content)
            case FolderSynced(folder):
                for change in self.pending_names.pop(folder, []):
                    change_name(self.names, change)
            case Said(number):
                self.said.append(number)

    @property
    def is_settled(self) -> bool:
        """Whether everything reached the disk for certain."""
        return not any(self.pending.values()) and not any(self.pending_names.values())

    def after_power_cut(self, fate: Fate, chance: random.Random) -> Mapping[str, bytes]:
        """Content by name, as the disk may hold it when the power comes back."""
        names = dict(self.names)
        for changes in self.pending_names.values():
            for change in changes[: _how_many(len(changes), fate, chance)]:
                change_name(names, change)
        hole = bytes([chance.randrange(256)]) if chance.random() < 0.5 else b"\0"
        return {
            name: bytes(self._with(file, self._survivors(file, fate, chance), hole))
            for name, file in names.items()
        }

    def _survivors(self, file: int, fate: Fate, chance: random.Random) -> Sequence[ContentChange]:
        changes = self.pending.get(file, [])
        if fate in (Fate.LOST, Fate.KEPT, Fate.IN_ORDER):
            return changes[: _how_many(len(changes), fate, chance)]
        share = chance.choice((0.1, 0.5, 0.9))
        pieces = (
            [piece for change in changes for piece in torn(change)]
            if fate is Fate.TORN
            else changes
        )
        return [piece for piece in pieces if chance.random() < share]

    def _with(self, file: int, changes: Sequence[ContentChange], hole: bytes) -> bytearray:
        """Content of a file with changes; what was never written there is filled with ``hole``."""
        content = bytearray(self.contents.get(file, b""))
        for change in changes:
            if isinstance(change, Cut):
                del content[change.size :]
                content.extend(hole * (change.size - len(content)))
            else:
                content.extend(hole * (change.at - len(content)))
                content[change.at : change.at + len(change.content)] = change.content
        return content


def torn(change: ContentChange) -> list[ContentChange]:
    """A write in the pieces that a disk writes at once."""
    if isinstance(change, Cut):
        return [change]
    first = SECTOR - change.at % SECTOR
    edges = [0, *range(first, len(change.content), SECTOR), len(change.content)]
    return [
        Written(change.file, change.at + start, change.content[start:end])
        for start, end in itertools.pairwise(edges)
    ]


def change_name(names: dict[str, int], change: NameChange) -> None:
    """Do a change of names."""
    match change:
        case Made(name, file):
            names[name] = file
        case Removed(name):
            names.pop(name, None)
        case Renamed(old, name):
            if old in names:
                names[name] = names.pop(old)


def folder_of(name: str) -> str:
    """Folder that a name stands in; "." is the study's own."""
    return str(PurePosixPath(name).parent)


def _how_many(pending: int, fate: Fate, chance: random.Random) -> int:
    if fate is Fate.LOST:
        return 0
    return pending if fate is Fate.KEPT else chance.randint(0, pending)
