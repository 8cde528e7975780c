"""Promise 5: whatever is altered in an encrypted file, a single bit even, is refused."""

from __future__ import annotations

import io
import random
import secrets
import tempfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from benches.kill_bench import make_study
from practicecoder.domain.coding import CodebookRef
from practicecoder.errors import (
    EncryptedFileError,
    KeysDamagedError,
    PacketError,
    PracticeCoderError,
)
from practicecoder.storage.copies import faults_of
from practicecoder.vault.audio_keys import NAMES, AudioKeys
from practicecoder.vault.container import Container, Part, write_container
from practicecoder.vault.container_header import ContainerFacts, ContainerKind
from practicecoder.vault.encrypted_file import CHUNK_BYTES, EncryptedReader, EncryptedWriter
from practicecoder.vault.key_file import KeyFile
from practicecoder.vault.slots import Cost
from practicecoder.vault.study_key import StudyKey
from tests.trust.frame import Proof, Size, say
from tests.trust.made_up import quick_place

SEED = 20_261_121
PASSPHRASE = "four made up words"
CHEAP = Cost(memory_kib=64, passes=1, lanes=4)
HEADER_BYTES = 24
STORED_CHUNK = 12 + CHUNK_BYTES + 16
CONTENT = bytes(range(256)) * 700
"""Three chunks."""

Refused = Callable[[bytes], bool]
"""Whether a reader refuses an altered file; False if it hands on anything."""


def prove(size: Size) -> Proof:
    """Alter encrypted files of every kind, and count what is not refused."""
    n_flips = size.of(short=250, full=10_000)
    chance = random.Random(SEED)
    tried: dict[str, tuple[int, int]] = {}
    with tempfile.TemporaryDirectory(prefix="flips-", dir=quick_place()) as folder:
        place = Path(folder)
        recording, others, refused = a_recording(place)
        tried["recording, bits"] = count(flips(recording, n_flips, chance), refused)
        tried["recording, cut or rearranged"] = count(rearranged(recording, others), refused)
        packet, packet_refused = a_packet(place)
        tried["packet, bits"] = count(flips(packet, n_flips, chance), packet_refused)
        keys, keys_refused = a_key_file(place)
        n_keys = size.of(short=n_flips, full=8 * len(keys))
        tried["keys.json, bits"] = count(flips(keys, n_keys, chance), keys_refused)
        audio, audio_refused = audio_keys(place)
        tried["audio.keys, bits"] = count(flips(audio, n_flips // 5, chance), audio_refused)
        database, database_refused = a_database(place / "study")
        n_database = size.of(short=n_flips // 5, full=n_flips)
        tried["study.db, bits"] = count(flips(database, n_database, chance), database_refused)
        unguarded = count(flips(CONTENT, n_flips, chance), lambda content: content == CONTENT)
    for name, (n_tried, n_refused) in tried.items():
        say(f"bit_flips: {name}: {n_refused:,} of {n_tried:,} refused")
    n_tried, n_refused = (sum(column) for column in zip(*tried.values(), strict=True))
    return Proof(
        promise=5,
        name="bit_flips",
        claim="Whatever is altered in an encrypted file, a single bit even, is refused",
        mark="every one of 10,000 flips in each kind of file refused",
        figures={
            "altered files": n_tried,
            "refused": n_refused,
            **{name: n for name, (n, _) in tried.items()},
        },
        passed=n_tried == n_refused and unguarded[1] < unguarded[0],
        control=f"without a seal {unguarded[1]:,} of {unguarded[0]:,} flips are refused",
    )


def count(altered: Iterator[bytes], refused: Refused) -> tuple[int, int]:
    """Number of altered files, and how many of them were refused."""
    answers = [refused(content) for content in altered]
    return len(answers), sum(answers)


def flips(content: bytes, n_flips: int, chance: random.Random) -> Iterator[bytes]:
    """The content with one bit of it turned; bits are taken without repeating any."""
    for bit in chance.sample(range(8 * len(content)), min(n_flips, 8 * len(content))):
        altered = bytearray(content)
        altered[bit // 8] ^= 1 << bit % 8
        yield bytes(altered)


def rearranged(content: bytes, others: Mapping[str, bytes]) -> Iterator[bytes]:
    """The file cut, lengthened, with chunks exchanged, left out, or taken from another file."""
    header, body = content[:HEADER_BYTES], content[HEADER_BYTES:]
    chunks = [body[at : at + STORED_CHUNK] for at in range(0, len(body), STORED_CHUNK)]
    for end in (0, 1, HEADER_BYTES - 1, HEADER_BYTES, HEADER_BYTES + 11, HEADER_BYTES + 28):
        yield content[:end]
    for n_chunks in range(1, len(chunks)):
        whole = HEADER_BYTES + n_chunks * STORED_CHUNK
        yield from (content[:end] for end in (whole - 1, whole, whole + 1, whole + 28))
    yield from (content[:-1], content + b"\0", content + chunks[-1])
    yield header + chunks[1] + chunks[0] + chunks[2]
    yield header + chunks[0] + chunks[2]
    yield header + chunks[0] + chunks[0] + chunks[2]
    for other in others.values():
        strange = other[HEADER_BYTES:]
        yield other[:HEADER_BYTES] + body
        for number in range(len(chunks)):
            mixed = [*chunks]
            mixed[number] = strange[number * STORED_CHUNK : (number + 1) * STORED_CHUNK]
            yield header + b"".join(mixed)


def a_recording(place: Path) -> tuple[bytes, Mapping[str, bytes], Refused]:
    """An encrypted recording, others with the same content, and its reader."""
    key = secrets.token_bytes(32)
    files = {}
    for name, its_key in {"it": key, "same key": key, "other": secrets.token_bytes(32)}.items():
        with EncryptedWriter(place / name, its_key) as writer:
            writer.write(CONTENT)
        files[name] = (place / name).read_bytes()

    def refused(altered: bytes) -> bool:
        try:
            with EncryptedReader(io.BytesIO(altered), key) as reader:
                reader.readall()
        except EncryptedFileError:
            return True
        return False

    recording = files.pop("it")
    must_open(not refused(recording))
    return recording, files, refused


def a_packet(place: Path) -> tuple[bytes, Refused]:
    """A packet, and its reader."""
    file, secret = place / "made-up.pcpacket", secrets.token_bytes(32)
    facts = ContainerFacts(
        kind=ContainerKind.PACKET,
        study_id="s" * 32,
        packet_id="p" * 32,
        codebook=CodebookRef(codebook_id="made_up", version="1.0", digest="0" * 64),
    )
    names = ("first.json", "second.wav")
    parts = [Part.of_bytes(name, CONTENT[: 90_000 * number]) for number, name in enumerate(names)]
    write_container(file, facts, parts, secret)

    def refused(altered: bytes) -> bool:
        file.write_bytes(altered)
        try:
            container = Container(file)
            container.unlock(secret)
            for name in names:
                container.read(name, at_most=1 << 20)
        except PacketError:
            return True
        return False

    packet = file.read_bytes()
    must_open(not refused(packet))
    return packet, refused


def a_key_file(place: Path) -> tuple[bytes, Refused]:
    """A key file, and its reader."""
    (place / "backups").mkdir(exist_ok=True)
    keys = KeyFile(place / "keys.json", cost=CHEAP)
    keys.create(PASSPHRASE)

    def refused(altered: bytes) -> bool:
        keys.path.write_bytes(altered)
        try:
            keys.unlock(PASSPHRASE)
        except KeysDamagedError:
            return True
        except PracticeCoderError as error:
            say(f"bit_flips: keys.json: {type(error).__name__}")
        return False

    content = keys.path.read_bytes()
    must_open(not refused(content))
    return content, refused


def audio_keys(place: Path) -> tuple[bytes, Refused]:
    """The keys of recordings with both mirrors altered alike, and their reader."""
    keys = AudioKeys(place, StudyKey.new())
    keys.add("made-up.wav")

    def refused(altered: bytes) -> bool:
        for name in NAMES:
            (place / name).write_bytes(altered)
        try:
            keys.find("made-up.wav")
        except KeysDamagedError:
            return True
        return False

    content = (place / NAMES[0]).read_bytes()
    must_open(not refused(content))
    return content, refused


def a_database(path: Path) -> tuple[bytes, Refused]:
    """The database of an encrypted study, and the check that comes before it is opened."""
    study = make_study(path, encrypted=True)

    def refused(altered: bytes) -> bool:
        study.database.write_bytes(altered)
        return bool(faults_of(study.keyed(study.database)))

    content = study.database.read_bytes()
    must_open(not refused(content))
    return content, refused


def must_open(opened: bool) -> None:
    """Make sure that the reader reads what was not altered: else it would refuse anything."""
    if not opened:
        raise RuntimeError("the reader refuses what was not altered")
