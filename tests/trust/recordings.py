"""Promise 4: an altered recording is refused, and a renamed one is found by its content.

Recordings are made-up bytes that are all of one length, so that neither length nor name tells one
from another. What opening a coding asks, and what the search for lost files does, is the program's
own code on a study in a folder.
"""

from __future__ import annotations

import random
import shutil
import tempfile
import time
from contextlib import closing
from pathlib import Path

from practicecoder.codebook import library
from practicecoder.domain.ids import BlindCode, Fingerprint, SessionId
from practicecoder.domain.sessions import PracticeSession, Recording
from practicecoder.errors import RecordingError
from practicecoder.services.context import StudyServices
from practicecoder.services.relinking import SoundState
from practicecoder.services.studies import create_study
from practicecoder.storage.audio_store import fingerprint_of
from tests.trust.frame import Proof, Size, say

SEED = 20_261_121
LENGTH = 20_000
PASSPHRASE = "seven made-up words for one proof"


def prove(size: Size) -> Proof:
    """Alter recordings, and hide them under other names among others of the same length."""
    n_plain, n_encrypted = size.of(short=12, full=1_000), size.of(short=3, full=100)
    figures: dict[str, int | float] = {}
    with tempfile.TemporaryDirectory(prefix="recordings-") as folder:
        plain = one_study(Path(folder) / "plain", n_plain, passphrase=None)
        sealed = one_study(Path(folder) / "sealed", n_encrypted, passphrase=PASSPHRASE)
    for what, found in {"": plain, " (encrypted study)": sealed}.items():
        for name, count in found.items():
            figures[f"{name}{what}"] = count
    misled = plain["by length and place in the list a wrong one"]
    return Proof(
        promise=4,
        name="recordings",
        claim="An altered recording is noticed and refused; a renamed one is found by its content",
        mark="1,000 of 1,000 altered refused, 1,000 of 1,000 renamed found",
        figures=figures,
        passed=is_kept(plain, n_plain) and is_kept(sealed, n_encrypted) and misled > 0,
        control=f"a search by length would have taken a wrong file {misled:,} times",
    )


def is_kept(found: dict[str, int], n: int) -> bool:
    """Whether every altered recording was refused and every renamed one came back."""
    every = ("altered noticed", "altered refused as a replacement", "missing noticed")
    return all(found[name] == n for name in (*every, "renamed found", "whole afterwards"))


def one_study(place: Path, n: int, *, passphrase: str | None) -> dict[str, int]:
    """Alter, lose and find every recording of one study, and count."""
    chance = random.Random(SEED)
    place.mkdir()
    sources = place / "sources"
    sources.mkdir()
    services = create_study(
        place / "study",
        title="Made up",
        codebook=library.find("swim7"),
        made_up=True,
        passphrase=passphrase,
    )
    with closing(services):
        prints = [add(services, sources, number, chance) for number in range(n)]
        found = {
            "altered noticed": sum(altered(services, one, chance) for one in prints),
            "altered refused as a replacement": sum(
                refused(services, one, sources, chance) for one in prints
            ),
        }
        say(f"recordings: {found['altered noticed']:,} of {n:,} altered noticed")
        hidden = hide(services, prints, place / "hidden", sources, chance)
        states = [services.relinking.state_of(one) for one in prints]
        found["missing noticed"] = states.count(SoundState.MISSING)
        started = time.monotonic()
        found["renamed found"] = services.relinking.search(place / "hidden").n_found
        say(f"recordings: {found['renamed found']:,} of {n:,} found")
        found["searched in ms"] = round(1000 * (time.monotonic() - started))
        states = [services.relinking.state_of(one) for one in prints]
        found["whole afterwards"] = states.count(SoundState.WHOLE)
    found["by length and place in the list a wrong one"] = misled_by_length(prints, hidden)
    return found


def add(services: StudyServices, sources: Path, number: int, chance: random.Random) -> Fingerprint:
    """Add one made-up recording and its session."""
    source = sources / f"{number}.flac"
    source.write_bytes(chance.randbytes(LENGTH))
    fingerprint = fingerprint_of(source)
    stored_name = services.context.store.audio.adopt(source, fingerprint, ".flac")
    recording = Recording(
        fingerprint=fingerprint,
        stored_name=stored_name,
        duration_ms=1_000,
        sample_count=16_000,
        sample_rate=16_000,
        channels=1,
        codec="flac",
        size_bytes=LENGTH,
    )
    source.rename(sources / f"{fingerprint}.flac")
    with services.context.store.transaction() as unit:
        unit.sessions.add_recording(recording)
        unit.sessions.add(
            PracticeSession(
                session_id=SessionId(f"V-{number}"),
                blind_code=BlindCode(f"S-{number}"),
                recording=recording,
            )
        )
    return fingerprint


def stored(services: StudyServices, fingerprint: Fingerprint) -> Path:
    """File of a recording in the study."""
    sound = services.context.store.audio.sound(f"{fingerprint}.flac")
    assert sound is not None
    return sound.path


def with_one_bit_turned(file: Path, chance: random.Random) -> bytes:
    """Content of a file with one bit of it turned."""
    content = bytearray(file.read_bytes())
    bit = chance.randrange(8 * len(content))
    content[bit // 8] ^= 1 << bit % 8
    return bytes(content)


def altered(services: StudyServices, fingerprint: Fingerprint, chance: random.Random) -> bool:
    """Whether one turned bit is noticed; the file is put right again."""
    file = stored(services, fingerprint)
    whole = file.read_bytes()
    file.write_bytes(with_one_bit_turned(file, chance))
    state = services.relinking.state_of(fingerprint)
    file.write_bytes(whole)
    is_right_again = services.relinking.state_of(fingerprint) is SoundState.WHOLE
    return state is SoundState.ALTERED and is_right_again


def refused(
    services: StudyServices, fingerprint: Fingerprint, sources: Path, chance: random.Random
) -> bool:
    """Whether the recording with one turned bit is refused as its own replacement."""
    altered_copy = sources / "altered"
    altered_copy.write_bytes(with_one_bit_turned(sources / f"{fingerprint}.flac", chance))
    try:
        services.relinking.relink(fingerprint, altered_copy)
    except RecordingError:
        return True
    finally:
        altered_copy.unlink()
    return False


def hide(
    services: StudyServices,
    prints: list[Fingerprint],
    folder: Path,
    sources: Path,
    chance: random.Random,
) -> list[Path]:
    """Lose every recording, and lay copies under other names among strangers of equal length."""
    for fingerprint in prints:
        file = stored(services, fingerprint)
        source = file if chance.random() < 0.5 else sources / f"{fingerprint}.flac"
        depth = folder / str(chance.randrange(7)) / str(chance.randrange(7))
        depth.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, depth / chance.randbytes(8).hex())
        (depth / chance.randbytes(8).hex()).write_bytes(chance.randbytes(LENGTH))
        file.unlink()
    return sorted(file for file in folder.rglob("*") if file.is_file())


def misled_by_length(prints: list[Fingerprint], hidden: list[Path]) -> int:
    """How often the first file of the right length, each taken once, is not the recording."""
    of_length = [file for file in hidden if file.stat().st_size == LENGTH]
    pairs = zip(prints, of_length, strict=False)
    return sum(fingerprint_of(file) != fingerprint for fingerprint, file in pairs)
