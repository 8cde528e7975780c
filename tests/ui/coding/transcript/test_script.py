from __future__ import annotations

import random

import pytest

from practicecoder.domain.coding import Evidence
from practicecoder.domain.spans import TimeSpan
from practicecoder.domain.transcripts import SpeakerRole, TranscriptLine
from practicecoder.ui.coding.transcript.script import Script
from practicecoder.ui.coding.transcript.words import (
    speaker_letters,
    speaker_words,
    talk_share_words,
)


def line(
    start_ms: int,
    end_ms: int | None = None,
    *,
    text: str = "Yes",
    speaker: str = "",
    role: SpeakerRole = SpeakerRole.UNKNOWN,
) -> TranscriptLine:
    return TranscriptLine(start_ms=start_ms, end_ms=end_ms, text=text, speaker=speaker, role=role)


def evidence(start_ms: int, end_ms: int) -> Evidence:
    return Evidence(
        evidence_id=f"{start_ms}-{end_ms}",
        span=TimeSpan(start_ms, end_ms),
        dimension_ids=("empathy",),
    )


def test_the_line_that_is_heard_is_the_last_that_began() -> None:
    script = Script([line(1_000, 2_000), line(3_000, 4_000), line(3_000, 5_000)])

    assert [script.at(ms) for ms in (0, 999, 1_000, 2_500, 3_000, 99_000)] == [
        None,
        None,
        0,
        0,
        2,
        2,
    ]


def test_a_line_without_an_end_lasts_until_another_begins() -> None:
    script = Script([line(0), line(1_000), line(1_000), line(4_000)], until_ms=9_000)

    assert script.spans == (
        TimeSpan(0, 1_000),
        TimeSpan(1_000, 4_000),
        TimeSpan(1_000, 4_000),
        TimeSpan(4_000, 9_000),
    )


def test_the_last_line_without_an_end_is_a_moment_if_no_length_is_known() -> None:
    assert Script([line(0), line(1_000)]).spans[-1] == TimeSpan(1_000, 1_000)


@pytest.mark.parametrize(
    ("span", "expected"),
    [
        ((1_500, 1_500), [0]),
        ((2_000, 2_000), [0]),
        ((2_500, 2_500), []),
        ((2_000, 3_000), []),
        ((1_999, 3_001), [0, 1]),
        ((0, 99_000), [0, 1]),
    ],
)
def test_evidence_belongs_to_lines_of_which_it_holds_a_part(
    span: tuple[int, int], expected: list[int]
) -> None:
    script = Script([line(1_000, 2_000), line(3_000, 4_000)])

    assert sorted(script.with_evidence([evidence(*span)])) == expected


def test_lines_with_evidence_are_those_that_a_look_at_each_of_them_finds() -> None:
    chance = random.Random(7)
    starts = sorted(chance.randrange(60_000) for _ in range(60))
    lines = [line(start, start + chance.randrange(1, 9_000)) for start in starts]
    script = Script(lines)
    pieces = [
        evidence(start, start + chance.randrange(1, 20_000))
        for start in (chance.randrange(60_000) for _ in range(25))
    ]

    expected = {
        number: tuple(
            piece
            for piece in pieces
            if span.start_ms < piece.span.end_ms and piece.span.start_ms < span.end_ms
        )
        for number, span in enumerate(script.spans)
    }

    assert script.with_evidence(pieces) == {n: found for n, found in expected.items() if found}


def test_the_coded_lines_are_those_of_which_something_lies_in_the_segment() -> None:
    script = Script([line(0, 1_000), line(2_000, 3_000), line(4_000, 5_000), line(6_000, 7_000)])

    assert script.within(TimeSpan(2_500, 4_500)) == range(1, 3)
    assert script.within(TimeSpan(8_000, 9_000)) == range(0)


def test_words_of_one_line_are_quoted_alone_and_of_several_with_who_speaks() -> None:
    script = Script(
        [
            line(1_000, 2_000, speaker="Worker"),
            line(3_000, 4_000, speaker="Parent 1"),
            line(5_000, 6_000),
        ]
    )

    one = script.passage({1: " not \n great "})
    several = script.passage({0: "this week?", 1: "Not great.", 2: "Hm."})

    assert one is not None
    assert (one.span, one.quote) == (TimeSpan(3_000, 4_000), "not great")
    assert several is not None
    assert several.span == TimeSpan(1_000, 6_000)
    assert several.quote == "Worker: this week? Parent 1: Not great. Hm."
    assert script.passage({0: "  "}) is None


def test_speakers_have_words_and_letters() -> None:
    known = line(0, speaker="Parent 2", role=SpeakerRole.PARENT)
    bare = line(0, role=SpeakerRole.WORKER)
    nobody = line(0)

    assert [speaker_words(n) for n in (known, bare, nobody)] == ["Parent 2", "Worker", ""]
    assert [speaker_letters(n) for n in (known, bare, nobody)] == ["P2", "W", ""]
    assert speaker_letters(line(0, speaker="Speaker 3")) == "S3"


def test_the_talk_share_is_told_only_where_every_role_is_known() -> None:
    worker = line(0, 3_000, role=SpeakerRole.WORKER)
    parent = line(3_000, 4_000, role=SpeakerRole.PARENT)

    told = talk_share_words([worker, parent], None)

    assert told == "Talking time: worker 75%, parent or carer 25%"
    assert talk_share_words([worker, parent, line(5_000, 6_000)], None) == ""
    assert talk_share_words([], None) == ""
