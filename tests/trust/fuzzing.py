"""Promise 11: files damaged by chance are refused with sentences, or read, by every reader."""

from __future__ import annotations

import random
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from practicecoder.codebook import library
from practicecoder.codebook.loader import read_codebook
from practicecoder.errors import PracticeCoderError
from practicecoder.interchange.codes_table import read_codes
from practicecoder.interchange.events_table import read_events
from practicecoder.interchange.foreign.reading import read_foreign
from practicecoder.interchange.outcomes_table import read_outcomes
from practicecoder.interchange.session_sheet import read_session_sheet
from practicecoder.interchange.tables import read_ratings
from practicecoder.interchange.transcripts.reading import read_transcript
from practicecoder.vault.container import Container
from practicecoder.vault.key_file import KeyFile
from tests.trust.frame import Proof, Size, say
from tests.trust.hostile import GOLDEN, a_packet, keys_of_a_study
from tests.trust.hostile_archives import a_document, a_workbook

SEED = 20_261_121
SLOW_S = 2.0
ODD = (
    *(b"\0", b"\xff\xfe", b"\xef\xbb\xbf", b"-->", b'"', b"\\", b"NaN", b"-1", b"\r\r\n\x0b\x85"),
    *(b"1e999999999", b"99999999999:99:99.9", b"&#xD800;", b"<!DOCTYPE a>", b"\\ud800", b"%s{0}"),
    *(b"[" * 2_000, b"<a>" * 2_000, b":" * 300, b" " * 3_000, "\u0663\u202e".encode()),
)
VTT = b"WEBVTT\n\n00:00:01.000 --> 00:00:02.500\n<v Quill>How was it?</v>\n"
LONG = b"session_id,coder_id,item,value\nV-1,A,empathy,3\nV-1,B,empathy,4\n"
MARKS = b"session_id,coder_id,code,start_ms,end_ms\nV-1,A,question,100,200\n"
CODES = b"unit_id,coder_id,code\nU-1,A,x\nU-1,B,y\n"
SESSIONS = b"session_id,worker_id,purpose,session_date\nV-1,W1,both,2031-03-04\n"

Read = Callable[[Path], object]


def prove(size: Size) -> Proof:
    """Damage sound files of every kind for a while, and read them."""
    seconds = size.of(short=1, full=600)
    with tempfile.TemporaryDirectory(prefix="fuzzing-") as place:
        seeds = samples(Path(place))
        tried, wrong, slowest = 0, list[str](), 0.0
        for name, (content, ending, read) in seeds.items():
            file = Path(place) / f"fuzzed{ending}"
            end = time.process_time() + seconds / len(seeds)
            for worse in damaged(content, name):
                file.write_bytes(worse)
                begun = time.process_time()
                if error := outcome(read, file):
                    wrong.append(f"{name}: {error}")
                    say(f"fuzzing: {wrong[-1]}")
                slowest = max(slowest, time.process_time() - begun)
                tried += 1
                if time.process_time() > end:
                    break
        caught = outcome(_careless, file)
    return Proof(
        promise=11,
        name="fuzzing",
        claim="Files damaged by chance are refused with a sentence, or read; no reader fails",
        mark="10 minutes of the processor: 0 errors that are not the program's own",
        figures={
            "kinds of files": len(seeds),
            "damaged files": tried,
            "errors that are not ours": len(wrong),
            "seconds of the processor": seconds,
            "longest file, s of the processor": round(slowest, 2),
        },
        passed=not wrong and tried >= len(seeds) and slowest < 5 * SLOW_S and bool(caught),
        control="a reader that trusts its file: its error was seen",
    )


def outcome(read: Read, file: Path) -> str:
    """Error that is none of the program's; empty if it read or refused the file."""
    try:
        with suppress(PracticeCoderError):
            read(file)
    except Exception as error:  # noqa: BLE001 -- any other error is what is looked for
        return f"{type(error).__name__}: {error}"[:300]
    return ""


def damaged(content: bytes, seed: str) -> Iterator[bytes]:
    """The content made worse in some places, again and again, the same way every time."""
    chance = random.Random(f"{SEED} {seed}")
    while True:
        worse = bytearray(content)
        for _ in range(chance.randint(1, 6)):
            at, length = chance.randrange(len(worse) + 1), chance.choice((1, 1, 4, 40))
            match chance.randrange(5):
                case 0:
                    worse[at : at + length] = chance.randbytes(length)
                case 1:
                    del worse[at : at + length]
                case 2:
                    worse[at:at] = worse[at : at + 8 * length]
                case 3:
                    worse[at:at] = chance.choice(ODD)
                case _:
                    worse[at : at + 1] = bytes([chance.choice(b'0123456789:.,-<>"[]{}\n\t ')])
        yield bytes(worse)


def samples(place: Path) -> Mapping[str, tuple[bytes, str, Read]]:
    """Sound files by name, each with its ending and its reader."""
    codebook = library.find("swim7")
    packet = a_packet(place)
    keys = keys_of_a_study(place / "study")
    made: dict[str, tuple[bytes, str, Read]] = {
        "codebook": (codebook.text.encode(), ".toml", read_codebook),
        "ratings": (LONG, ".csv", lambda file: read_ratings(file, codebook)),
        "workbook": (a_workbook(), ".xlsx", lambda file: read_ratings(file, codebook)),
        "marks": (MARKS, ".csv", read_events),
        "codes": (CODES, ".csv", read_codes),
        "sessions": (SESSIONS, ".csv", read_session_sheet),
        "outcomes": (
            b"session_id,goals\nV-1,3.5\n",
            ".csv",
            lambda f: read_outcomes(f, codebook, []),
        ),
        "captions": (VTT, ".vtt", read_transcript),
        "talk": (b"[0:05] Quill: How was it?\n[0:09] Wren: So.\n" * 3, ".txt", read_transcript),
        "document": (a_document(), ".docx", read_transcript),
        "packet": (packet, ".pcpacket", lambda file: Container(file).sha256()),
        "keys": (keys, ".json", lambda file: KeyFile(file).labels),
    }
    for file in sorted(GOLDEN.iterdir()):
        made[file.name] = (file.read_bytes(), file.suffix, read_foreign)
    for name in ("elan.eaf", "praat.TextGrid"):
        made[f"talk in {name}"] = (
            (GOLDEN / name).read_bytes(),
            Path(name).suffix,
            read_transcript,
        )
    return made


def _careless(file: Path) -> object:
    return file.read_bytes().decode("ascii").index("made up")
