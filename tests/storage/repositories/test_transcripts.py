from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from practicecoder.domain.ids import SessionId
from practicecoder.domain.transcripts import SpeakerRole, Transcript, TranscriptLine
from practicecoder.storage.database import Database
from practicecoder.storage.failures import BrokenRuleError

S1, S2 = SessionId("S1"), SessionId("S2")
LINES = (
    TranscriptLine(start_ms=0, end_ms=900, text="made up", role=SpeakerRole.WORKER, speaker="W"),
    TranscriptLine(start_ms=900, end_ms=None, text="“made up”", role=SpeakerRole.PARENT),
    TranscriptLine(start_ms=900, end_ms=900, text=""),
)
TRANSCRIPT = Transcript(
    session_id=S1,
    lines=LINES,
    source_format="vtt",
    source_digest="a" * 64,
    offset_ms=-250,
    added_at=datetime(2026, 3, 4, 5, 6, 7, 891_011, tzinfo=UTC),
)


def put(database: Database, *transcripts: Transcript) -> None:
    with database.transaction() as unit:
        for transcript in transcripts:
            unit.transcripts.put(transcript)


@pytest.mark.parametrize("lines", [LINES, LINES[::-1], ()], ids=["some", "turned round", "none"])
def test_a_transcript_comes_back_as_it_was_given(
    database: Database, lines: tuple[TranscriptLine, ...]
) -> None:
    given = replace(TRANSCRIPT, lines=lines)
    put(database, given)
    with database.reading() as unit:
        assert unit.transcripts.find(S1) == given


def test_a_session_has_the_transcript_that_was_put_last(database: Database) -> None:
    other = replace(TRANSCRIPT, session_id=S2)
    better = replace(TRANSCRIPT, lines=LINES[:1], source_format="whisper", offset_ms=0)
    put(database, TRANSCRIPT, other)
    put(database, better)
    with database.reading() as unit:
        assert unit.transcripts.find(S1) == better
        assert unit.transcripts.find(S2) == other


def test_the_sessions_with_a_transcript_are_known(database: Database) -> None:
    with database.reading() as unit:
        assert unit.transcripts.sessions() == frozenset()
        assert unit.transcripts.find(S1) is None
    put(database, TRANSCRIPT)
    with database.reading() as unit:
        assert unit.transcripts.sessions() == {S1}


def test_a_removed_transcript_leaves_no_line(database: Database) -> None:
    put(database, TRANSCRIPT, replace(TRANSCRIPT, session_id=S2))
    with database.transaction() as unit:
        unit.transcripts.remove(S1)
        assert unit.transcripts.find(S1) is None
        assert unit.transcripts.sessions() == {S2}
        unit.transcripts.put(replace(TRANSCRIPT, lines=()))
    with database.reading() as unit:
        found = unit.transcripts.find(S1)

    assert found is not None
    assert found.lines == ()


def test_only_what_is_there_can_be_removed(database: Database) -> None:
    with pytest.raises(KeyError), database.transaction() as unit:
        unit.transcripts.remove(S1)


def test_a_transcript_needs_a_session(database: Database) -> None:
    with pytest.raises(BrokenRuleError):
        put(database, replace(TRANSCRIPT, session_id=SessionId("none")))
