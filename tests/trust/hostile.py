"""Promise 11: bad files cannot hurt: each is refused with a sentence or read, and does nothing."""

from __future__ import annotations

import os
import random
import signal
import tempfile
import time
import urllib.request
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from practicecoder.audio.intake import take_in
from practicecoder.codebook import library
from practicecoder.codebook.loader import read_codebook
from practicecoder.errors import NotAllowedError
from practicecoder.interchange.foreign.reading import read_foreign
from practicecoder.interchange.tables import read_ratings
from practicecoder.interchange.transcripts.reading import read_transcript
from practicecoder.services.packet_opening import describe_sealed, open_packet
from practicecoder.services.studies import create_study, open_study
from practicecoder.vault.container import Part, write_container
from practicecoder.vault.container_header import ContainerFacts, ContainerKind
from tests.trust.frame import Proof, Size, say
from tests.trust.guarding import HANGS_AFTER_S, Guard, Reader, Told
from tests.trust.hostile_archives import (
    PASSPHRASE,
    Files,
    archives,
    databases,
    documents,
    key_files,
    packets,
    workbooks,
)
from tests.trust.hostile_sounds import sounds
from tests.trust.hostile_texts import codebooks, codings, tables, transcripts

SEED = 20_261_121
GOLDEN = Path(__file__).parents[1] / "golden" / "formats"
LONG_S, LARGE_MB = 2.0, 300.0
LONGEST_S, LARGEST_MB = 10.0, 600.0
"""Tables may have a million rows: those take longer, and are told."""
HELD = b"made-up words that no reader may show"


@dataclass(frozen=True, slots=True)
class Opened:
    """A hostile file, the reader that it was given to, and what came of it."""

    reader: str
    name: str
    told: Told


def prove(size: Size) -> Proof:
    """Give every hostile file to the reader that it is meant for."""
    with tempfile.TemporaryDirectory(prefix="hostile-") as place:
        made = Path(place)
        packet, keys = a_packet(made), keys_of_a_study(made / "study")
        (made / "tree").mkdir()
        with Guard(made / "tree", {**READERS, **UNSAFE}) as guard:
            (guard.files / "held.txt").write_bytes(HELD)
            done = list(open_all(guard, packet, keys, size))
            caught = open_unsafely(guard)
    unsafe = [one for one in done if not one.told.is_safe]
    slow = [one for one in done if one.told.cpu_s > LONG_S]
    large = [one for one in done if one.told.memory_mb > LARGE_MB]
    far = [one for one in done if one.told.cpu_s > LONGEST_S or one.told.memory_mb > LARGEST_MB]
    for what, found in (("unsafe", unsafe), ("slow", slow), ("large", large)):
        for one in found:
            say(f"hostile: {what}: {one.reader} {one.name}: {one.told}")
    say(f"hostile: made unsafe on purpose, and not caught: {[n for n in caught if not caught[n]]}")
    for reader in READERS:
        say(f"hostile: {reader}: {sum(one.reader == reader for one in done)} files")
    return Proof(
        promise=11,
        name="hostile",
        claim="A file made to do harm is refused with a sentence, or read, and does nothing else",
        mark="200 or more files: 0 crashes, 0 hangs, 0 files written elsewhere, 0 calls; those "
        "over 2 s of the processor or 300 MB are counted, none is over 10 s or 600 MB",
        figures={
            "hostile files": len(done),
            "refused with a sentence": sum(one.told.end == "refused" for one in done),
            "read without harm": sum(one.told.end == "read" for one in done),
            "errors that are not ours": sum(one.told.end == "failed" for one in done),
            "crashes": sum(one.told.end == "crashed" for one in done),
            "hangs": sum(one.told.end == "hung" for one in done),
            "files written elsewhere": sum(len(one.told.strays) for one in done),
            "sockets and calls": sum(one.told.sockets + one.told.calls for one in done),
            "programs begun": sum(one.told.programs for one in done),
            "over 2 s of the processor": len(slow),
            "over 300 MB": len(large),
            "longest, s of the processor": max(one.told.cpu_s for one in done),
            "most memory, MB": max(one.told.memory_mb for one in done),
        },
        passed=not (unsafe or far) and all(caught.values()),
        control=f"readers made unsafe on purpose: {sum(caught.values())} of {len(caught)} were "
        "caught",
    )


def open_all(guard: Guard, packet: bytes, keys: bytes, size: Size) -> Iterator[Opened]:
    """Give each file to its reader; in short a few of each kind, the same ones every time."""
    held, port = str(guard.files / "held.txt"), guard.traps.port
    kinds: Mapping[str, Callable[[], Files]] = {
        "sound": lambda: sounds(port, held),
        "codebook": codebooks,
        "table": lambda: _both(tables(), workbooks(held)),
        "transcript": lambda: _both(transcripts(held, port), documents(held)),
        "codings": lambda: _both(codings(held, port, GOLDEN), archives(held), databases(GOLDEN)),
        "packet": lambda: packets(packet),
        "keys": lambda: key_files(keys),
    }
    for reader, files in kinds.items():
        for number, (name, content) in enumerate(files()):
            if number % size.of(short=ONE_OF, full=1):
                continue
            file = guard.files / name
            file.write_bytes(content() if callable(content) else content)
            yield Opened(reader, name, guard.opened(reader, file))
            file.unlink()
        say(f"hostile: {reader} done")


ONE_OF = 60


def _both(*files: Files) -> Files:
    for one in files:
        yield from one


def open_unsafely(guard: Guard) -> dict[str, bool]:
    """Have readers do, one each, what the guard has to see; whether it saw it."""
    file = guard.files / "control.xml"
    file.write_text(f"http://127.0.0.1:{guard.traps.port}/x", encoding="utf-8")
    seen = {
        name: guard.opened(name, file, hangs_after_s=1.0 if name == "hang" else HANGS_AFTER_S)
        for name in UNSAFE
    }
    caught = {
        "crash": seen["crash"].end == "crashed",
        "hang": seen["hang"].end == "hung",
        "error": seen["error"].end == "failed",
        "silence": not seen["silence"].is_safe,
        "memory": seen["memory"].memory_mb > LARGE_MB,
        "write": bool(seen["write"].strays),
        "call": seen["call"].sockets > 0,
        "quiet call": seen["quiet call"].calls > 0,
        "program": seen["program"].programs > 0,
    }
    if not guard.traps.can_spring:  # in a namespace without any network
        del caught["quiet call"]
    return caught


def _table(file: Path, _work: Path) -> object:
    return read_ratings(file, library.find("swim7"))


def _packet(file: Path, work: Path) -> object:
    describe_sealed(file)
    services = open_packet(file, work / "opened", PASSPHRASE)
    if services is not None:
        services.close()
    return services


def _keys(file: Path, work: Path) -> object:
    study = work / "study"
    study.mkdir()
    (study / "study.db").write_bytes(random.Random(SEED).randbytes(8_192))
    (study / "keys.json").write_bytes(file.read_bytes())
    return open_study(study, secret=PASSPHRASE)


READERS: Mapping[str, Reader] = {
    "sound": lambda file, work: take_in(file, work),
    "codebook": lambda file, _work: read_codebook(file),
    "table": _table,
    "transcript": lambda file, _work: read_transcript(file),
    "codings": lambda file, _work: read_foreign(file),
    "packet": _packet,
    "keys": _keys,
}


def _silence(_file: Path, _work: Path) -> object:
    raise NotAllowedError(" ")


def _write(file: Path, _work: Path) -> object:
    return (file.parent / "outside").write_bytes(b"x")


def _call(file: Path, _work: Path) -> object:
    return urllib.request.urlopen(file.read_text(encoding="utf-8"), timeout=0.5)


def _quiet_call(file: Path, _work: Path) -> object:
    import av

    with av.open(file.read_text(encoding="utf-8"), timeout=0.5) as opened:
        return opened.duration


UNSAFE: Mapping[str, Reader] = {
    "crash": lambda _file, _work: os.kill(os.getpid(), signal.SIGSEGV),
    "hang": lambda _file, _work: time.sleep(60),
    "error": lambda file, _work: ElementTree.parse(file),
    "silence": _silence,
    "memory": lambda _file, _work: len(b"x" * 400_000_000),
    "write": _write,
    "call": _call,
    "quiet call": _quiet_call,
    "program": lambda _file, _work: os.system("true"),
}


def a_packet(place: Path) -> bytes:
    """A container that has the shape of a packet."""
    codebook = library.find("swim7")
    facts = ContainerFacts(
        kind=ContainerKind.PACKET,
        study_id="0" * 32,
        packet_id="1" * 32,
        codebook=codebook.ref,
    )
    file = place / "made.pcpacket"
    parts = [Part.of_bytes("packet.json", b"{}"), Part.of_bytes("codebook.toml", b"x" * 90_000)]
    write_container(file, facts, parts, PASSPHRASE)
    return file.read_bytes()


def keys_of_a_study(path: Path) -> bytes:
    """Key file of an encrypted study."""
    create_study(
        path, title="Made up", codebook=library.find("swim7"), passphrase=PASSPHRASE
    ).close()
    return (path / "keys.json").read_bytes()
