"""Damaged and hostile files of every format give problems or a transcript, and nothing else."""

from __future__ import annotations

import io
import json
import random
import zipfile
from collections.abc import Iterator
from pathlib import Path

import docx
import pytest

from practicecoder.domain.transcripts import SpeakerRole
from practicecoder.errors import ImportedDataError
from practicecoder.interchange.transcripts.forms import ReadTranscript
from practicecoder.interchange.transcripts.reading import read_transcript
from practicecoder.interchange.transcripts.roles import suggest_role
from tests.interchange.transcripts.test_formats import GOLDEN, SRT, TEAMS_VTT, VTT, ZOOM_VTT

N_VARIANTS = 200
ODD = [
    b"\x00",
    b"\xff\xfe",
    b"\xef\xbb\xbf",
    b"-->",
    b"<v ",
    b"</v>",
    b"&#0;&#xD800;",
    b":" * 300,
    b"99999999999:99:99.999999999",
    b"-1",
    b"1e999999999999",
    b'"',
    b"\\",
    b"{" * 2_000,
    b"[" * 2_000,
    b"<a>" * 2_000,
    b"<!DOCTYPE a>",
    b"\r\r\n\x0b\x0c\x85\xe2\x80\xa8",
    b" " * 3_000,
    b"A: " * 1_000,
    b"\\ud800",
    "٣".encode(),
    b"%s%n{0}",
]


def a_document() -> bytes:
    made = docx.Document()
    made.add_paragraph("Quill   0:02\nHow was the week?")
    made.add_paragraph("Wren   0:07\nNot great.")
    file = io.BytesIO()
    made.save(file)
    return file.getvalue()


WHISPER = json.dumps(
    {
        "segments": [
            {"start": 2.4, "end": 6.1, "text": "How was the week?", "speaker": "SPEAKER_00"},
            {"start": 7.0, "end": 13.2, "text": "Not great.", "speaker": "SPEAKER_01"},
        ]
    }
)
WHISPER_CPP = json.dumps(
    {"transcription": [{"offsets": {"from": 2400, "to": 6100}, "text": " (speaker 0) So."}]}
)
SAMPLES = {
    "plain.vtt": VTT.encode(),
    "zoom.vtt": ZOOM_VTT.encode("utf-16"),
    "teams.vtt": TEAMS_VTT.encode(),
    "a.srt": SRT.encode(),
    "zoom.txt": b"[Quill] 14:00:02\nHow was the week?\n\n[Wren] 14:00:07\nNot great.\n" * 4,
    "otter.txt": b"Quill  0:02\nHow was the week?\n\nWren  0:07\nNot great.\n\nTranscribed by x\n",
    "word.txt": b"Transcript\n00:00:02 Speaker 1\nHow?\n00:00:07 Speaker 2\nNot great.\n" * 3,
    "labels.txt": b"Worker: How was the week?\n(Wren)\nNot great.\n[0:05] Parent: So.\n" * 3,
    "a.docx": a_document(),
    "a.json": WHISPER.encode(),
    "cpp.json": WHISPER_CPP.encode(),
    "a.eaf": (GOLDEN / "elan.eaf").read_bytes(),
    "a.TextGrid": (GOLDEN / "praat.TextGrid").read_bytes(),
}


def variants(data: bytes, seed: str) -> Iterator[bytes]:
    """Made worse in several places: bytes changed, cut out, doubled, or something odd put in."""
    chance = random.Random(seed)
    for _ in range(N_VARIANTS):
        worse = bytearray(data)
        for _ in range(chance.randint(1, 6)):
            at = chance.randrange(len(worse) + 1)
            length = chance.choice([1, 1, 4, 40])
            match chance.randrange(5):
                case 0:
                    worse[at : at + length] = chance.randbytes(length)
                case 1:
                    del worse[at : at + length]
                case 2:
                    worse[at:at] = worse[at : at + length * 8]
                case 3:
                    worse[at:at] = chance.choice(ODD)
                case _:
                    worse[at : at + 1] = bytes([chance.choice(b'0123456789:.,-<>"[]{}\n\t ')])
        yield bytes(worse)


def survives(path: Path, data: bytes) -> bool:
    """Whether a file is read, and if so holds what a transcript may hold; or is refused."""
    path.write_bytes(data)
    try:
        read = read_transcript(path)
    except ImportedDataError as error:
        problems = error.problems
    else:
        check_sound(read)
        return True
    assert problems
    assert all(problem.what for problem in problems)
    return False


def check_sound(read: ReadTranscript) -> None:
    assert read.lines
    for line in read.lines:
        assert line.start_ms is None or line.start_ms >= 0
        assert line.end_ms is None or line.end_ms >= (line.start_ms or 0)
        assert line.text == " ".join(line.text.split()) != ""
        (line.text + line.speaker).encode()
        assert suggest_role(line.speaker) in SpeakerRole


@pytest.mark.parametrize("name", SAMPLES)
def test_hostile_variants_never_break_the_reader(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    outcomes = [survives(path, data) for data in variants(SAMPLES[name], name)]

    assert len(outcomes) == N_VARIANTS
    assert survives(path, SAMPLES[name])


@pytest.mark.parametrize("name", SAMPLES)
def test_files_that_end_early_never_break_the_reader(tmp_path: Path, name: str) -> None:
    data = SAMPLES[name]
    lengths = range(0, len(data), 64)

    outcomes = [survives(tmp_path / name, data[:length]) for length in lengths]

    assert outcomes[0] is False
    if name in ("a.docx", "a.json", "cpp.json", "a.eaf", "a.TextGrid"):
        assert not any(outcomes)


@pytest.mark.parametrize("name", SAMPLES)
def test_every_ending_is_safe_for_every_content(tmp_path: Path, name: str) -> None:
    for ending in (".vtt", ".srt", ".txt", ".docx", ".eaf", ".TextGrid", ".json", ""):
        assert survives(tmp_path / f"other{ending}", SAMPLES[name])


@pytest.mark.parametrize(
    "text",
    [
        "a" * 2_000_000,
        ":" * 500_000,
        "A" * 500_000 + ": b",
        " " * 500_000 + "x",
        "Anna " * 200_000,
        "(" * 500_000,
        "0:00 " * 100_000,
        "1:2:3 --> " * 50_000,
        "WEBVTT\n\n00:01.000 --> 00:02.000\n" + "<v " * 200_000,
        "WEBVTT\n\n00:01.000 --> 00:02.000\n" + "<" * 500_000,
        "WEBVTT\n\n00:01.000 --> 00:02.000\n" + "&" * 500_000,
        "1\n00:00:01,000 --> 00:00:02,000\n" + "{\\" * 200_000,
        '{"a' + '\\"' * 300_000,
        'ooTextFile "' + '""' * 300_000,
        "ooTextFile " + "1e" * 300_000,
    ],
    ids=range(15),
)
def test_very_long_lines_are_read_or_refused(tmp_path: Path, text: str) -> None:
    survives(tmp_path / "a", text.encode())


def test_hostile_parts_of_a_document_never_break_the_reader(tmp_path: Path) -> None:
    name = "word/document.xml"
    with zipfile.ZipFile(io.BytesIO(SAMPLES["a.docx"])) as archive:
        parts = {member: archive.read(member) for member in archive.namelist()}
    outcomes = []
    for data in variants(parts[name], "inside"):
        file = io.BytesIO()
        with zipfile.ZipFile(file, "w") as archive:
            for member, part in parts.items():
                archive.writestr(member, data if member == name else part)
        outcomes.append(survives(tmp_path / "a.docx", file.getvalue()))

    assert set(outcomes) == {True, False}
