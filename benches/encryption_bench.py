"""What encryption costs: unlocking, commits, encrypting, reading at random, and room on the disk.

``python -m benches.encryption_bench [--commits 300] [--megabytes 110]``

Every figure of an encrypted study stands beside that of a plain one, measured in turns in the same
run. 110 megabytes are an hour of a recording as it is kept. The bench fails if unlocking takes
longer than a second.
"""

from __future__ import annotations

import argparse
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from io import RawIOBase
from pathlib import Path

from practicecoder.codebook import library
from practicecoder.domain.history import HistoryEntry, HistoryKind
from practicecoder.domain.ids import new_id
from practicecoder.services.context import StudyServices
from practicecoder.services.studies import create_study, open_study, study_key
from practicecoder.services.study_context import utc_now
from practicecoder.vault.encrypted_file import EncryptedReader, EncryptedWriter, encrypt_file
from practicecoder.vault.study_key import StudyKey

PASSPHRASE = "made-up passphrase of the bench"
KINDS: Mapping[str, str | None] = {"plain": None, "encrypted": PASSPHRASE}
LONGEST_UNLOCK_S = 1.0
MEGABYTE = 1 << 20
READ_BYTES = 4096


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--commits", type=int, default=300)
    parser.add_argument("--megabytes", type=int, default=110)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="encryption-bench-") as name:
        folder = Path(name)
        measure_commits(folder, options.commits)
        slowest_s = measure_opening(folder)
        measure_files(folder, options.megabytes)
    return 0 if slowest_s <= LONGEST_UNLOCK_S else 1


def measure_commits(folder: Path, n_commits: int) -> None:
    """Record acts one by one in both kinds of study, and compare the databases."""
    studies = {
        kind: create_study(
            folder / kind,
            title="Bench",
            codebook=library.find("swim7"),
            passphrase=passphrase,
            made_up=True,
        )
        for kind, passphrase in KINDS.items()
    }
    laps: dict[str, list[float]] = {kind: [] for kind in KINDS}
    for _ in range(n_commits):
        for kind, services in studies.items():
            laps[kind].append(seconds(record_an_act, services))
    for services in studies.values():
        services.context.store.close()
    for kind in KINDS:
        tell(f"commit, {kind}", laps[kind])
    plain, encrypted = ((folder / kind / "study.db").stat().st_size for kind in KINDS)
    say("room of the database", f"{encrypted / plain - 1:+.2%}")


def measure_opening(folder: Path) -> float:
    """Unlock, and open both kinds of study; seconds of the slowest unlock."""
    unlocks = [seconds(study_key, folder / "encrypted", PASSPHRASE) for _ in range(20)]
    tell("unlock (Argon2id, 64 MiB, 3 passes)", unlocks)
    for kind in KINDS:
        tell(f"open and close, {kind}", [seconds(reopen, folder / kind) for _ in range(9)])
    return max(unlocks)


def measure_files(folder: Path, n_megabytes: int) -> None:
    """Encrypt and decrypt an hour of sound, read at random places, and compare the room."""
    plain, encrypted, key = folder / "sound", folder / "sound.enc", StudyKey.new().secret
    content = random.Random(1).randbytes(MEGABYTE)
    with plain.open("wb") as file:
        for _ in range(n_megabytes):
            file.write(content)
    rate = n_megabytes / seconds(encrypt_file, plain, encrypted, key)
    say("encrypt, until it is on the disk", f"{rate:.0f} MB/s")
    say("decrypt", f"{n_megabytes / seconds(read_through, encrypted, key):.0f} MB/s")
    size = plain.stat().st_size
    say("room of a recording", f"{encrypted.stat().st_size / size - 1:+.3%}")
    chance = random.Random(2)
    places = [chance.randrange(size - READ_BYTES) for _ in range(5000)]
    with EncryptedReader(encrypted, key) as reader, plain.open("rb", buffering=0) as raw:
        tell("read 4 KiB anywhere, plain", [seconds(read_at, raw, at) for at in places])
        tell("read 4 KiB anywhere, encrypted", [seconds(read_at, reader, at) for at in places])
    tell("open an encrypted file", [seconds(open_and_close, encrypted, key) for _ in range(500)])
    with EncryptedWriter(folder / "written.enc", key) as writer:
        writer.write(content)
        rewrites = [seconds(write_at, writer, at % (MEGABYTE - READ_BYTES)) for at in places]
    tell("write 4 KiB anywhere, encrypted", rewrites)


def record_an_act(services: StudyServices) -> None:
    """Store one act, as each click of a coder does."""
    entry = HistoryEntry(
        entry_id=new_id(), at=utc_now(), actor=None, kind=HistoryKind.STUDY_CREATED, new="bench"
    )
    with services.context.store.transaction() as unit:
        unit.history.add(entry)


def reopen(path: Path) -> None:
    """Open a study as the program does, and close it."""
    open_study(path, secret=PASSPHRASE).context.store.close()


def read_through(file: Path, key: bytes) -> None:
    """Decrypt a whole file, a megabyte at a time."""
    with EncryptedReader(file, key) as reader:
        while reader.read(MEGABYTE):
            pass


def open_and_close(file: Path, key: bytes) -> None:
    """Open an encrypted file, which proves its length, and close it."""
    EncryptedReader(file, key).close()


def read_at(file: RawIOBase, place: int) -> None:
    """Read a little at a place."""
    file.seek(place)
    file.read(READ_BYTES)


def write_at(file: EncryptedWriter, place: int) -> None:
    """Write a little at a place, and hand it to the operating system."""
    file.seek(place)
    file.write(bytes(READ_BYTES))
    file.flush()


def seconds(act: Callable[..., object], *given: object) -> float:
    """How long an act took."""
    start = time.perf_counter()
    act(*given)
    return time.perf_counter() - start


def tell(what: str, laps: Sequence[float]) -> None:
    """Print the middle and the 99th part of a hundred, in milliseconds."""
    p99 = sorted(laps)[min(len(laps) - 1, int(len(laps) * 0.99))]
    say(what, f"p50 {statistics.median(laps) * 1000:.3f} ms, p99 {p99 * 1000:.3f} ms")


def say(what: str, figure: str) -> None:
    """Print one line."""
    sys.stdout.write(f"{what:40s} {figure}\n")


if __name__ == "__main__":
    sys.exit(main())
