"""A file's transcript becomes the session's: pseudonyms for names, times of the recording."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime

import pytest

from practicecoder.domain.ids import SessionId
from practicecoder.domain.transcripts import SpeakerRole as R
from practicecoder.domain.transcripts import Transcript
from practicecoder.errors import ImportedDataError
from practicecoder.interchange.transcripts.forms import (
    RawLine,
    ReadTranscript,
    TranscriptFormat,
    speakers_of,
)
from practicecoder.interchange.transcripts.placing import to_transcript

WHEN = datetime(2026, 1, 2, 3, 4, tzinfo=UTC)


def read_of(*lines: RawLine) -> ReadTranscript:
    return ReadTranscript(
        format=TranscriptFormat.VTT,
        recognised_because="It was made up.",
        encoding="UTF-8",
        lines=lines,
        speakers=speakers_of(lines),
        notices=(),
        resolution_ms=1,
        digest="0" * 64,
    )


def line(start_ms: int | None, end_ms: int | None = None, speaker: str = "") -> RawLine:
    return RawLine(start_ms=start_ms, end_ms=end_ms, speaker=speaker, text="So.")


def placed(
    read: ReadTranscript,
    roles: Mapping[str, R] | None = None,
    *,
    offset_ms: int = 0,
    duration_ms: int | None = None,
) -> tuple[Transcript, tuple[str, ...]]:
    return to_transcript(
        read,
        session_id=SessionId("S-1"),
        roles=roles or {},
        offset_ms=offset_ms,
        duration_ms=duration_ms,
        added_at=WHEN,
    )


def spans(transcript: Transcript) -> list[tuple[int, int | None]]:
    return [(found.start_ms, found.end_ms) for found in transcript.lines]


def test_no_name_remains_anywhere() -> None:
    read = read_of(
        RawLine(start_ms=0, speaker="Canary Wrenfield", text="I am canary. Linnetta, hello."),
        RawLine(start_ms=1, speaker="Linnetta", text="Hello CANARY, or Ms Wrenfield’s colleague?"),
        RawLine(start_ms=2, speaker="Finchley (Guest)", text="I, Finchley, agree."),
        RawLine(start_ms=3, text="(Linnetta nods to canary wrenfield)"),
    )

    transcript, notices = placed(read, {"Canary Wrenfield": R.WORKER, "Linnetta": R.PARENT})

    everything = (repr(transcript) + repr(notices)).casefold()
    assert [n for n in ("canary", "wrenfield", "linnetta", "finchley") if n in everything] == []
    assert [(found.role, found.speaker, found.text) for found in transcript.lines] == [
        (R.WORKER, "Worker", "I am [Worker]. [Parent], hello."),
        (R.PARENT, "Parent", "Hello [Worker], or Ms [Worker]’s colleague?"),
        (R.UNKNOWN, "Speaker", "I, [Speaker], agree."),
        (R.UNKNOWN, "", "([Parent] nods to [Worker])"),
    ]


def test_a_name_that_is_also_a_word_is_told() -> None:
    _, notices = placed(read_of(line(0, speaker="Will Wrenfield")))

    assert any("ordinary word" in notice for notice in notices)


def test_numbers_of_pseudonyms_follow_the_file_and_not_the_mapping() -> None:
    read = read_of(line(0, speaker="b"), line(1, speaker="a"))

    one, _ = placed(read, {"a": R.PARENT, "b": R.PARENT})
    other, _ = placed(read, {"b": R.PARENT, "a": R.PARENT})

    assert one == other
    assert [found.speaker for found in one.lines] == ["Parent 1", "Parent 2"]


def test_lines_without_a_speaker_may_be_given_a_role() -> None:
    transcript, _ = placed(read_of(line(0)), {"": R.WORKER})

    assert (transcript.lines[0].role, transcript.lines[0].speaker) == (R.WORKER, "")


def test_where_it_came_from_is_kept() -> None:
    transcript, _ = placed(read_of(line(0)), offset_ms=250)

    assert transcript.source_format == "vtt"
    assert transcript.source_digest == "0" * 64
    assert (transcript.offset_ms, transcript.added_at) == (250, WHEN)
    assert spans(transcript) == [(250, None)]


def test_lines_outside_the_recording_are_cut_or_left_out_and_told() -> None:
    read = read_of(
        line(0, 900),
        line(500, 1_500),
        line(2_000, 3_000),
        line(9_500, 12_000),
        line(11_000, 12_000),
    )

    transcript, notices = placed(read, offset_ms=-1_000, duration_ms=10_000)

    assert spans(transcript) == [(0, 500), (1_000, 2_000), (8_500, 10_000)]
    assert notices == (
        "1 line has a time before the recording begins; left out.",
        "1 line has a time after the recording ends; left out.",
        "2 lines have times beyond the recording; cut at its beginning or end.",
    )


def test_an_open_line_that_reaches_into_the_recording_is_kept() -> None:
    transcript, _ = placed(read_of(line(0), line(500), line(2_000)), offset_ms=-1_000)

    assert spans(transcript) == [(0, None), (1_000, None)]


def test_without_a_length_nothing_is_cut_at_the_end() -> None:
    transcript, notices = placed(read_of(line(10**9, 10**9 + 1)))

    assert (spans(transcript), notices) == ([(10**9, 10**9 + 1)], ())


def test_lines_are_put_in_order_of_time_and_told() -> None:
    transcript, notices = placed(read_of(line(5), line(1), line(5)))

    assert [found.start_ms for found in transcript.lines] == [1, 5, 5]
    assert len(notices) == 1


def test_lines_without_a_time_stand_between_their_neighbours_and_are_told() -> None:
    transcript, notices = placed(read_of(line(None), line(1_000), line(None), line(2_000)))

    assert [found.start_ms for found in transcript.lines] == [1_000, 1_000, 1_500, 2_000]
    assert notices == ("2 lines have no time in the file; put evenly between the neighbours.",)


@pytest.mark.parametrize(
    ("read", "offset_ms"),
    [(read_of(line(None)), 0), (read_of(line(0, 5)), 90_000), (read_of(line(0, 5)), -90_000)],
)
def test_a_transcript_without_a_place_in_the_recording_is_refused(
    read: ReadTranscript, offset_ms: int
) -> None:
    with pytest.raises(ImportedDataError):
        placed(read, offset_ms=offset_ms, duration_ms=60_000)
