"""Two turns of a made-up talk are understood in every shape that programs write them in."""

from __future__ import annotations

import io
import json
from pathlib import Path

import docx
import pytest

from practicecoder.interchange.transcripts.forms import ReadTranscript
from practicecoder.interchange.transcripts.forms import TranscriptFormat as F
from practicecoder.interchange.transcripts.reading import read_transcript
from tests.interchange.transcripts.conftest import Read

GOLDEN = Path(__file__).parents[2] / "golden" / "formats"

Turn = tuple[int | None, int | None, str, str]


def turns(read: ReadTranscript) -> list[Turn]:
    return [(line.start_ms, line.end_ms, line.speaker, line.text) for line in read.lines]


def worded(first: str, second: str) -> list[Turn]:
    return [
        (2_400, 6_100, first, "How was the week?"),
        (7_000, 13_200, second, "Not great."),
    ]


def begun(first: str, second: str, *, at: tuple[int, int] = (2_000, 7_000)) -> list[Turn]:
    return [
        (at[0], None, first, "How was the week?"),
        (at[1], None, second, "Not great."),
    ]


VTT = """WEBVTT made up

NOTE
nothing --- here

STYLE
::cue { color: red }

one
00:02.400 --> 00:06.100 align:start
How was <i>the</i>
week?

00:00:07.000 --> 00:00:13.200
Not&nbsp;great.
"""
ZOOM_VTT = """WEBVTT

1
00:00:02.400 --> 00:00:06.100
Quill Made-Up: How was the week?

2
00:00:07.000 --> 00:00:13.200
Wren: Not great.
"""
TEAMS_VTT = """WEBVTT

0f0f/12-0
00:00:02.400 --> 00:00:06.100
<v Quill Made-Up>How was the week?</v>

0f0f/13-0
00:00:07.000 --> 00:00:13.200
<v Wren>Not great.
"""
SRT = """1
00:00:02,400 --> 00:00:06,100
Worker: <i>How was the week?</i>

00:00:07,000 --> 00:00:13,200
Parent: {\\an8}Not great.
"""


@pytest.mark.parametrize(
    ("text", "name", "kind", "expected"),
    [
        pytest.param(VTT, "a.vtt", F.VTT, worded("", ""), id="WebVTT"),
        pytest.param(ZOOM_VTT, "a.vtt", F.VTT, worded("Quill Made-Up", "Wren"), id="Zoom VTT"),
        pytest.param(TEAMS_VTT, "a.vtt", F.VTT, worded("Quill Made-Up", "Wren"), id="Teams VTT"),
        pytest.param(SRT, "a.srt", F.SRT, worded("Worker", "Parent"), id="SRT"),
        pytest.param(
            "[Quill] 14:00:02\nHow was the week?\n\n[Wren] 14:00:07\nNot great.\n",
            "a.txt",
            F.TXT,
            begun("Quill", "Wren", at=(0, 5_000)),
            id="Zoom text, name and time of day",
        ),
        pytest.param(
            "14:00:02 How was the week?\n14:00:07 Not great.\n",
            "a.txt",
            F.TXT,
            begun("", "", at=(0, 5_000)),
            id="Zoom text, time of day",
        ),
        pytest.param(
            "14:00:02\n>> QUILL: How was the week?\n14:00:07\n>> WREN: Not\ngreat.\n",
            "a.txt",
            F.TXT,
            begun("QUILL", "WREN", at=(0, 5_000)),
            id="Zoom text, chevrons",
        ),
        pytest.param(
            "Quill  0:02\nHow was the week?\n\nUnknown Speaker  0:07\nNot great.\n\n"
            "Transcribed by https://otter.example\n",
            "a.txt",
            F.TXT,
            begun("Quill", "Unknown Speaker"),
            id="Otter",
        ),
        pytest.param(
            "Audio file\nmade-up.wav\nTranscript\n00:00:02 Speaker 1\nHow was the week?\n"
            "00:00:07 Speaker 2\nNot great.\n",
            "a.txt",
            F.TXT,
            begun("Speaker 1", "Speaker 2"),
            id="Word Transcribe",
        ),
        pytest.param(
            "0:0:2.400 --> 0:0:6.100\nQuill\nHow was the week?\n"
            "0:0:7.0 --> 0:0:13.200\nWren\nNot great.\n",
            "a.txt",
            F.TXT,
            worded("Quill", "Wren"),
            id="older Teams as text",
        ),
        pytest.param(
            "[00:00:02] Quill: How was the week?\n[00:00:07] Wren: Not great.\n",
            "a.txt",
            F.TXT,
            begun("Quill", "Wren"),
            id="time in brackets before the name",
        ),
        pytest.param(
            "Quill: How was\nthe week?\n\nWren: Not great.\n",
            "a.txt",
            F.TXT,
            [(None, None, "Quill", "How was the week?"), (None, None, "Wren", "Not great.")],
            id="names without times",
        ),
        pytest.param(
            "(Quill)\nHow was the week?\n\n(Wren)\nNot great.\n",
            "a.txt",
            F.TXT,
            [(None, None, "Quill", "How was the week?"), (None, None, "Wren", "Not great.")],
            id="names in brackets on lines of their own",
        ),
        pytest.param(
            "How was\nthe week?\n\nNot great.\n",
            "a.txt",
            F.TXT,
            [(None, None, "", "How was the week?"), (None, None, "", "Not great.")],
            id="plain",
        ),
        pytest.param(
            json.dumps(
                {
                    "text": "How was the week? Not great.",
                    "segments": [
                        {"start": 2.4, "end": 6.1, "text": " How was the week?", "words": []},
                        {"start": 7.0, "end": 13.2, "text": " Not great."},
                    ],
                    "language": "en",
                }
            ),
            "a.json",
            F.WHISPER,
            worded("", ""),
            id="Whisper",
        ),
        pytest.param(
            json.dumps(
                {
                    "segments": [
                        {
                            "start": 2.4,
                            "end": 6.1,
                            "text": "How was the week?",
                            "speaker": "SPEAKER_00",
                        },
                        {"start": 7, "end": 13.2, "text": "Not great.", "speaker": "SPEAKER_01"},
                    ]
                }
            ),
            "a.json",
            F.WHISPER,
            worded("SPEAKER_00", "SPEAKER_01"),
            id="WhisperX",
        ),
        pytest.param(
            json.dumps(
                {
                    "transcription": [
                        {
                            "timestamps": {"from": "00:00:02,400", "to": "00:00:06,100"},
                            "offsets": {"from": 2400, "to": 6100},
                            "text": " (speaker 0) How was the week?",
                        },
                        {"offsets": {"from": 7000, "to": 13200}, "text": " Not great."},
                    ]
                }
            ),
            "a.json",
            F.WHISPER,
            worded("speaker 0", ""),
            id="whisper.cpp",
        ),
        pytest.param(
            '"ooTextFile"\n"TextGrid"\n0 15\n<exists> 2\n'
            '"IntervalTier" "Quill" 0 15 3\n0 2.4 ""\n2.4 6.1 "How was the week?"\n6.1 15 ""\n'
            '"IntervalTier" "Wren" 0 15 3\n0 7 ""\n7 13.2s "Not great."\n13.2 1.5e1 ""\n',
            "a.TextGrid",
            F.TEXTGRID,
            worded("Quill", "Wren"),
            id="short TextGrid",
        ),
    ],
)
def test_the_two_turns_are_understood(
    read: Read, text: str, name: str, kind: F, expected: list[Turn]
) -> None:
    found = read(text, name)

    assert (found.format, turns(found)) == (kind, expected)
    assert found.recognised_because.endswith(".")
    assert found.speakers == tuple(dict.fromkeys(turn[2] for turn in expected if turn[2]))


@pytest.mark.parametrize("name", ["a.txt", "a", "a.srt", "a.docx"])
def test_the_content_tells_the_format_and_not_the_ending(read: Read, name: str) -> None:
    assert read(TEAMS_VTT, name).format is F.VTT


def test_an_ending_that_does_not_fit_is_told(read: Read) -> None:
    assert read(SRT, "a.vtt").notices[0] == "The file's name ends in .vtt, but it holds SRT."


def document(*paragraphs: str) -> bytes:
    made = docx.Document()
    for text in paragraphs:
        made.add_paragraph(text)
    file = io.BytesIO()
    made.save(file)
    return file.getvalue()


@pytest.mark.parametrize(
    ("paragraphs", "expected"),
    [
        pytest.param(
            [
                "0:0:2.400 --> 0:0:6.100",
                "Quill Made-Up",
                "How was the week?",
                "0:0:7.0 --> 0:0:13.200",
                "Wren",
                "Not great.",
            ],
            worded("Quill Made-Up", "Wren"),
            id="older Teams, paragraphs",
        ),
        pytest.param(
            [
                "0:0:2.400 --> 0:0:6.100\nQuill Made-Up\nHow was the week?",
                "0:0:7.0 --> 0:0:13.200\nWren\nNot great.",
            ],
            worded("Quill Made-Up", "Wren"),
            id="older Teams, lines",
        ),
        pytest.param(
            [
                "Meeting in Made-Up",
                "21 November 2026, 09:00am",
                "Quill started transcription",
                "Quill Made-Up   0:02\nHow was the week?",
                "Wren\u00a0\u00a0\u00a00:07\nNot great.",
                "Quill stopped transcription",
            ],
            begun("Quill Made-Up", "Wren"),
            id="newer Teams",
        ),
        pytest.param(
            ["Worker: How was the week?", "Parent: Not", "great."],
            [(None, None, "Worker", "How was the week?"), (None, None, "Parent", "Not great.")],
            id="names",
        ),
        pytest.param(
            ["How was the week?", "Not great."],
            [(None, None, "", "How was the week?"), (None, None, "", "Not great.")],
            id="plain",
        ),
    ],
)
def test_word_documents_are_understood(
    read: Read, paragraphs: list[str], expected: list[Turn]
) -> None:
    found = read(document(*paragraphs), "a.docx")

    assert (found.format, turns(found)) == (F.DOCX, expected)


# The spans of the made-up session HF-0042 that every sample file holds.
SPANS = [
    (2_400, 6_100, "worker", "Q"),
    (7_000, 13_200, "parent", "FN"),
    (14_800, 19_000, "worker", "SR"),
    (20_200, 26_600, "parent", "CT"),
    (27_900, 35_000, "worker", "CLARITY"),
    (36_400, 41_700, "parent", "ST"),
    (42_900, 50_300, "worker", "CR"),
    (52_000, 57_500, "worker", "CHILD"),
    (59_900, 66_000, "parent", "FN"),
    (67_100, 72_900, "worker", "GI"),
    (74_200, 80_800, "worker", "PERSUADE"),
    (83_000, 91_500, "parent", "ST"),
]


def test_the_elan_sample_gives_every_span() -> None:
    found = read_transcript(GOLDEN / "elan.eaf")

    assert (found.format, turns(found)) == (F.EAF, SPANS)
    assert found.speakers == ("worker", "parent")


def test_the_praat_sample_gives_every_span_and_leaves_out_its_points() -> None:
    found = read_transcript(GOLDEN / "praat.TextGrid")

    assert (found.format, turns(found)) == (F.TEXTGRID, SPANS)
    assert "3 marks" in " ".join(found.notices)
