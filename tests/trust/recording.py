"""Recordings of what a writer asked of the system: made by strace, and kept for the short proof.

``python -m tests.trust.recording`` writes the kept ones anew; a change of the settings that a
database is written with makes that necessary, and the short proof says so.
"""

from __future__ import annotations

import base64
import json
import lzma
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from itertools import islice
from pathlib import Path
from typing import Self

from benches.kill_bench import acts, begin, make_study, opened, save_each
from practicecoder.domain.ids import CodingId
from practicecoder.storage import engine
from practicecoder.vault.study_key import StudyKey
from tests.trust import disk
from tests.trust.disk import Disk, Operation
from tests.trust.frame import ROOT
from tests.trust.made_up import files_of
from tests.trust.recorded_change import Change
from tests.trust.recorded_writer import Way
from tests.trust.tracing import Reader, recorded

KEPT = ROOT / "tests" / "golden" / "power_cut"
KEPT_WAYS = (Way.STORE, Way.FULL)
KEPT_CHANGES = (Change.RESTORE, Change.OVERWRITE)
KEPT_ACTS = 2
WORKED_IN = CodingId("worked_in")

_KINDS: Mapping[str, type[Operation]] = {
    kind.__name__: kind
    for kind in (
        disk.Made,
        disk.Removed,
        disk.Renamed,
        disk.Written,
        disk.Cut,
        disk.Synced,
        disk.FolderSynced,
        disk.Said,
    )
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Recording:
    """What a writer asked of the system, and what was on the disk when it began."""

    way: Way
    files: Mapping[str, bytes]
    operations: Sequence[Operation]
    settings: Mapping[str, str | int]
    key: StudyKey | None = None

    def disk(self) -> Disk:
        """The disk as the writer found it."""
        numbers = {name: number for number, name in enumerate(self.files)}
        return Disk(
            contents={numbers[name]: content for name, content in self.files.items()},
            names=numbers,
        )

    @property
    def is_of_today(self) -> bool:
        """Whether the program still writes with the settings that were recorded."""
        return dict(self.settings) == {**engine.SETTINGS, **self.way.settings}

    def write(self, file: Path) -> None:
        """Keep the recording in a file."""
        document = {
            "way": self.way,
            "settings": dict(self.settings),
            "files": {name: _text(content) for name, content in self.files.items()},
            "operations": [_values(operation) for operation in self.operations],
        }
        file.write_bytes(
            lzma.compress(json.dumps(document).encode(), preset=9 | lzma.PRESET_EXTREME)
        )

    @classmethod
    def read(cls, file: Path) -> Self:
        """Recording that was kept."""
        document = json.loads(lzma.decompress(file.read_bytes()))
        return cls(
            way=Way(document["way"]),
            settings=document["settings"],
            files={name: _bytes(text) for name, text in document["files"].items()},
            operations=[_operation(*values) for values in document["operations"]],
        )


def record(place: Path, way: Way, n_acts: int) -> Recording:
    """Make a study in a new folder, and record a program that saves acts in it."""
    key = make_study(place / "study", encrypted=way is Way.CIPHER).key
    files = files_of(place / "study")
    secret = [] if key is None else [key.secret.hex()]
    return Recording(
        way=way,
        files=files,
        operations=_recorded(place, files, "recorded_writer", [way.value, str(n_acts), *secret]),
        settings={**engine.SETTINGS, **way.settings},
        key=key,
    )


def make_worked_in(path: Path) -> None:
    """Make a study in which some acts were saved, and that has backups without them and with."""
    study = make_study(path)
    store = opened(study)
    coding = begin(store, WORKED_IN)
    save_each(store, coding, islice(acts(WORKED_IN, 1), KEPT_ACTS), Nobody())
    store.close()


class Nobody:
    """Who does not listen."""

    def send(self, number: int, /) -> None:
        """Take no notice."""


def record_change(place: Path, change: Change) -> Recording:
    """Record a program that changes the study in ``place`` as a whole."""
    files = files_of(place / "study")
    return Recording(
        way=Way.STORE,
        files=files,
        operations=_recorded(place, files, "recorded_change", [change.value]),
        settings=dict(engine.SETTINGS),
    )


def _recorded(
    place: Path, files: Mapping[str, bytes], program: str, arguments: Sequence[str]
) -> Sequence[Operation]:
    study, said, trace = place / "study", place / "said", place / "trace"
    command = [sys.executable, "-m", f"tests.trust.{program}", str(study), str(said), *arguments]
    lines = recorded(command, ROOT, trace)
    trace.unlink()
    reader = Reader(study, said, {name: number for number, name in enumerate(files)})
    return tuple(reader.operations(lines))


def kept_change(change: Change) -> Recording:
    """Recording of a change of a whole study that lies beside the tests."""
    return Recording.read(kept_file(change))


def kept(way: Way) -> Recording:
    """Short recording that lies beside the tests.

    Raises
    ------
    RuntimeError
        If the program's settings are no longer those that were recorded.
    """
    recording = Recording.read(kept_file(way))
    if not recording.is_of_today:
        raise RuntimeError(
            "the database is written with other settings than were recorded: "
            "python -m tests.trust.recording"
        )
    return recording


def kept_file(what: Way | Change) -> Path:
    """Where a short recording lies."""
    return KEPT / f"{what.name.lower()}.json.xz"


def main() -> int:
    """Write the kept recordings anew."""
    KEPT.mkdir(exist_ok=True)
    for way in KEPT_WAYS:
        with tempfile.TemporaryDirectory(prefix="recording-") as place:
            record(Path(place), way, KEPT_ACTS).write(kept_file(way))
    for change in KEPT_CHANGES:
        with tempfile.TemporaryDirectory(prefix="recording-") as place:
            make_worked_in(Path(place) / "study")
            record_change(Path(place), change).write(kept_file(change))
    return 0


def _values(operation: Operation) -> list[str | int]:
    values = [getattr(operation, each.name) for each in fields(operation)]
    return [
        type(operation).__name__,
        *(_text(value) if isinstance(value, bytes) else value for value in values),
    ]


def _operation(kind: str, *values: str | int) -> Operation:
    if kind == "Written":
        file, at, text = values
        return disk.Written(int(file), int(at), _bytes(str(text)))
    make = _KINDS[kind]
    return make(*values)  # type: ignore[arg-type]  # numbers and names, as _values wrote them


def _text(content: bytes) -> str:
    return base64.b16encode(content).decode()


def _bytes(text: str) -> bytes:
    return base64.b16decode(text)


if __name__ == "__main__":
    sys.exit(main())
