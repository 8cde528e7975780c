"""What is written reads back as itself, but for what the format is known to lose."""

from __future__ import annotations

import tempfile
from datetime import UTC, datetime
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from practicecoder.domain.ids import SessionId
from practicecoder.domain.transcripts import SpeakerRole as R
from practicecoder.domain.transcripts import Transcript, TranscriptLine
from practicecoder.interchange.transcripts.forms import folded
from practicecoder.interchange.transcripts.placing import to_transcript
from practicecoder.interchange.transcripts.reading import read_transcript
from practicecoder.interchange.transcripts.roles import suggest_role
from practicecoder.interchange.transcripts.writing import write_srt, write_vtt

WHEN = datetime(2026, 1, 2, tzinfo=UTC)
VOICES = [
    (R.WORKER, "Worker"),
    (R.PARENT, "Parent 1"),
    (R.PARENT, "Parent 2"),
    (R.CHILD, "Child"),
    (R.OTHER_PROFESSIONAL, "Professional"),
    (R.UNKNOWN, "Speaker"),
]


def transcript_of(lines: list[TranscriptLine]) -> Transcript:
    return Transcript(
        session_id=SessionId("S-1"),
        lines=tuple(lines),
        source_format="vtt",
        source_digest="0" * 64,
        offset_ms=0,
        added_at=WHEN,
    )


def written_and_read(text: str, name: str) -> tuple[TranscriptLine, ...]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_text(text, encoding="utf-8", newline="")
        read = read_transcript(path)
    transcript, _ = to_transcript(
        read,
        session_id=SessionId("S-1"),
        roles={speaker: suggest_role(speaker) for speaker in read.speakers},
        offset_ms=0,
        duration_ms=None,
        added_at=WHEN,
    )
    return transcript.lines


@st.composite
def transcripts(draw: st.DrawFn, *, words: st.SearchStrategy[str]) -> Transcript:
    starts = sorted(draw(st.lists(st.integers(0, 10**8), min_size=1, max_size=8)))
    # Every voice of a role speaks in order, so that it gets its number back.
    lines = [
        TranscriptLine(
            start_ms=start,
            end_ms=start + draw(st.integers(0, 10**6)),
            text=draw(words),
            role=role,
            speaker=speaker,
        )
        for start, (role, speaker) in zip(starts, VOICES * 2, strict=False)
    ]
    if len(lines) == 2:
        lines.append(
            TranscriptLine(
                start_ms=10**8, end_ms=10**8, text="So.", role=R.PARENT, speaker="Parent 2"
            )
        )
    return transcript_of(lines)


any_words = st.text(min_size=1, max_size=60).map(folded).filter(bool)
plain_words = (
    st.text("abc xyzé,.!?'\"&0123456789-\n", min_size=1, max_size=60).map(folded).filter(bool)
)


@settings(deadline=None, max_examples=150)
@given(transcripts(words=any_words))
def test_webvtt_reads_back_as_it_was_written(transcript: Transcript) -> None:
    assert written_and_read(write_vtt(transcript), "a.vtt") == transcript.lines


@settings(deadline=None, max_examples=150)
@given(transcripts(words=plain_words))
def test_srt_reads_back_as_it_was_written(transcript: Transcript) -> None:
    expected = [line.text.replace("-->", "→") for line in transcript.lines]

    found = written_and_read(write_srt(transcript), "a.srt")

    assert [line.text for line in found] == expected
    assert [(x.start_ms, x.end_ms, x.role, x.speaker) for x in found] == [
        (x.start_ms, x.end_ms, x.role, x.speaker) for x in transcript.lines
    ]


def test_lines_without_an_end_last_until_the_next_begins() -> None:
    lines = [
        TranscriptLine(start_ms=1_000, end_ms=None, text="a"),
        TranscriptLine(start_ms=1_000, end_ms=None, text="b"),
        TranscriptLine(start_ms=2_500, end_ms=None, text="c", role=R.WORKER),
    ]

    assert write_vtt(transcript_of(lines)) == (
        "WEBVTT\n\n"
        "00:00:01.000 --> 00:00:02.500\na\n\n"
        "00:00:01.000 --> 00:00:02.500\nb\n\n"
        "00:00:02.500 --> 00:00:03.500\n<v Worker>c\n"
    )


def test_srt_has_numbers_commas_and_the_speaker_before_the_words() -> None:
    lines = [
        TranscriptLine(
            start_ms=3_723_004, end_ms=3_724_000, text="So.", role=R.PARENT, speaker="Parent 2"
        )
    ]

    assert write_srt(transcript_of(lines)) == ("1\n01:02:03,004 --> 01:02:04,000\nParent 2: So.\n")
